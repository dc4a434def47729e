"""Whatever goes wrong, the words are Vietnamese, the exit code is right, and nobody sees a traceback."""

import gettext
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from vbhc.cli import main

WORKBOOK = str(Path(__file__).parents[2] / "examples/don-doc-dti/dti-2026-05.xlsx")
COMMANDS = ("demo", "data", "new", "render", "batch", "verify", "check", "rules", "schema", "packs", "completion")
ENGLISH = re.compile(
    r"\b(usage|options?|commands?|arguments?|error|try|for help|missing|invalid|no such|required|default|show|exit|"
    r"aborted|traceback|got unexpected|file or directory|permission|is not|text|path)\b",
    re.IGNORECASE,
)
WRONG_USE = [
    (),
    ("--",),
    ("-",),
    ("--", "-x"),
    ("dta",),
    ("xyz",),
    ("--frobnicate",),
    ("-x",),
    ("--version=1",),
    ("data",),
    ("data", "a", "b", "c"),
    ("data", "a", "--jsn"),
    ("data", "a", "--sheet"),
    ("data", "a", "--json=1"),
    ("data", "a", "--columns", "thuc_hien"),
    ("data", "a", "--columns", "=x"),
    ("render", "a.json"),
    ("render", "-o", "a.docx"),
    ("render", "a.json", "-o"),
    ("render", "a.json", "-x"),
    ("check",),
    ("check", "a", "-x"),
    ("check", "a", "--min", "x"),
    ("check", "a", "--min"),
    ("check", "a", "--json", "--sarif"),
    ("check", "a", "b", "--mark", "c.docx"),
    ("check", "a", "--mark", "c.pdf"),
    ("check", __file__, "--mark", "-"),
    ("check", "a", "--select", "ZZ"),
    ("check", "a", "--ignore", "KT999"),
    ("rules", "ZZ"),
    ("rules", "KT", "VH"),
    ("schema",),
    ("schema", "congvn"),
    ("packs", "x"),
    ("completion",),
    ("completion", "tcsh"),
    ("demo", "--out"),
    ("demo", "x"),
]


@pytest.fixture
def click_marked(monkeypatch: pytest.MonkeyPatch) -> str:
    """Every text that click itself would say carries the mark that this gives."""
    mark = "\N{SYMBOL FOR ESCAPE}"
    modules = [module for name, module in sys.modules.items() if name.split(".")[0] == "click"]
    for module in modules:
        if getattr(module, "_", None) is gettext.gettext:
            monkeypatch.setattr(module, "_", lambda text: mark + text)
        if hasattr(module, "ngettext"):
            monkeypatch.setattr(module, "ngettext", lambda one, many, n: mark + one)
    return mark


@pytest.mark.parametrize("args", WRONG_USE, ids=" ".join)
def it_answers_wrong_use_with_2_and_in_vietnamese(
    args: tuple[str, ...], click_marked: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(args) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("Cách dùng: vbhc")
    assert click_marked not in captured.err
    own = re.sub(r"«[^»]*»|--\w+|JSON Schema|vbhc [a-z]+", "", captured.err)
    assert not ENGLISH.search(own)


@pytest.mark.parametrize("args", [(), *((command,) for command in COMMANDS)], ids=" ".join)
def it_helps_in_vietnamese(args: tuple[str, ...], click_marked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main((*args, "--help")) == 0
    out = capsys.readouterr().out
    assert out.startswith(" ".join(("Cách dùng: vbhc", *args)))
    assert "Tùy chọn:\n" in out
    assert "Xem hướng dẫn này rồi thoát." in out
    assert click_marked not in out
    assert not ENGLISH.search(re.sub(r"«[^»]*»|--\w+", "", out))


def it_shows_every_command_in_help(capsys: pytest.CaptureFixture[str]) -> None:
    main(("--help",))
    out = capsys.readouterr().out
    assert "LỆNH [THAM SỐ]" in out
    assert re.findall(r"^  ([a-z]+)  ", out[out.index("Lệnh:") :], re.MULTILINE) == list(COMMANDS)


def it_guesses_what_was_meant(capsys: pytest.CaptureFixture[str]) -> None:
    main(("dta",))
    assert "Không có lệnh «dta». Có phải «data»?" in capsys.readouterr().err
    main(("data", "x", "--jsn"))
    assert "Không có tùy chọn «--jsn». Có phải «--json»?" in capsys.readouterr().err


def it_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("--version",)) == 0
    assert re.fullmatch(r"vbhc \d+\.\d+\.\d+\S*\n", capsys.readouterr().out)


def it_asks_to_report_what_nobody_foresaw(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: str, **options: object) -> None:
        raise KeyError("bên trong")

    monkeypatch.setattr("vbhc.indicators.load_indicators", broken)
    assert main(("data", "x")) == 2
    told = capsys.readouterr().err
    assert "lỗi ngoài dự kiến" in told
    assert "Traceback" not in told
    assert "KeyError" not in told
    monkeypatch.setenv("VBHC_DEBUG", "1")
    assert main(("data", "x")) == 2
    assert "KeyError: 'bên trong'" in capsys.readouterr().err


def it_blames_the_disk_and_not_itself(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "cua-toi").write_text("x")
    assert main(("demo", "--out", str(tmp_path / "cua-toi"))) == 2
    told = capsys.readouterr().err
    assert "lỗi ngoài dự kiến" not in told
    assert not ENGLISH.search(told.replace(str(tmp_path), ""))
    assert (tmp_path / "cua-toi").read_text() == "x"


def it_is_quiet_when_interrupted(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(path: str, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("vbhc.indicators.load_indicators", interrupted)
    assert main(("data", "x")) == 130
    assert capsys.readouterr().err.strip() == ""


# Processes of their own: streams as a shell gives them.


def run(*args: str, **env: str) -> "subprocess.CompletedProcess[bytes]":
    program = "import sys; from vbhc.cli import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", program, *args], env={**os.environ, **env}, capture_output=True, check=False
    )


@pytest.mark.parametrize("encoding", ["cp1252", "ascii:strict"])
def it_speaks_vietnamese_on_a_console_that_cannot(encoding: str) -> None:
    ran = run("data", WORKBOOK, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert ran.returncode == 0
    assert "Đã đọc dti-2026-05.xlsx" in ran.stdout.decode()
    assert "LỖI" in run("data", "không-có", PYTHONIOENCODING=encoding, PYTHONUTF8="0").stderr.decode()


def it_takes_file_names_that_are_no_text() -> None:
    ran = run("data", os.fsdecode(b"kh\xff.xlsx"))
    assert ran.returncode == 2
    assert "không có tệp này" in ran.stderr.decode()


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
@pytest.mark.parametrize("args", [("schema", "congvan"), ("data", WORKBOOK)])
def it_is_quiet_when_nobody_reads_on(args: tuple[str, ...]) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    program = "import sys; from vbhc.cli import main; sys.exit(main())"
    ran = subprocess.run([sys.executable, "-c", program, *args], stdout=write_end, stderr=subprocess.PIPE, check=False)
    os.close(write_end)
    assert ran.stderr == b""


@pytest.mark.parametrize(
    ("words", "at", "expected"),
    [
        ("vbhc ", "1", "render"),
        ("vbhc data --", "2", "--sheet"),
        ("vbhc schema c", "2", "congvan"),
        ("vbhc check a --select kt00", "4", "KT002"),
        ("vbhc rules TT", "2", "TT000"),
        ("vbhc check a --min w", "4", "warning"),
        ("vbhc render a --pack congvan-", "4", "congvan-p13"),
    ],
)
def it_completes_commands_options_types_packs_and_rules(words: str, at: str, expected: str) -> None:
    ran = run(_VBHC_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=at)
    assert f"plain,{expected}\n" in ran.stdout.decode().replace("\r", "")
