"""`vbhc check` and `vbhc rules`: what is said, in each form, what is written, and the exit code."""

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import jsonschema
import pytest
from support.package import Package
from support.sample import paragraph, sample
from support.sarif import SARIF

from vbhc.check import choosing
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.cli import main
from vbhc.recognition import Recognised

HEADING = paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + paragraph("Số: 12/UBND") + paragraph("Kính gửi: Các sở")
PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"'
    ' w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)
GOOD = sample(HEADING, section=PAGE)
BAD = sample(HEADING, section=PAGE.replace("1701", "567"))


class Run(NamedTuple):
    code: int
    out: str
    err: str


Cli = Callable[..., Run]


@pytest.fixture
def vbhc(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    """Runs a command in a folder that holds a good, a bad and an unreadable file, with a table of three rules."""
    monkeypatch.chdir(tmp_path)
    Path("tot.docx").write_bytes(GOOD.write())
    Path("xau.docx").write_bytes(BAD.write())
    Path("cu.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

    def run(*args: str) -> Run:
        code = main(args)
        captured = capsys.readouterr()
        return Run(code, captured.out, captured.err)

    return run


@pytest.fixture
def a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that finds a hint in every file stands in the table too."""

    @rule("VH901", "nen-xem", Source("D", "PL II"), Lesson("Nên xem", "Vì thế.", "a", "b"), moi_tep=True)
    def find(doc: Recognised) -> Iterator[Hit]:
        yield Hit("nên xem lại", "xem", next(iter(doc.lines)).place)

    monkeypatch.setattr(choosing, "RULES", (*choosing.RULES, find))


def only(*more: str) -> tuple[str, ...]:
    """The rules that these tests know, whatever else stands in the table."""
    return ("--select", ",".join(("KT001", "KT002", *more)))


def it_says_that_nothing_is_wrong(vbhc: Cli) -> None:
    assert vbhc("check", "tot.docx", *only()) == Run(0, "tot.docx: công văn; không thấy chỗ nào cần sửa.\n", "")


def it_tells_each_finding_then_how_many_there_are(vbhc: Cli) -> None:
    ran = vbhc("check", "xau.docx", *only())
    first, last = ran.out.splitlines()
    assert (ran.code, ran.err) == (1, "")
    assert first.startswith("LỖI KT002 xau.docx, đoạn 1: lề trái là 10 mm; quy định 30–35 mm → vào Layout")
    assert last == "xau.docx: công văn; 1 lỗi, 0 cảnh báo, 0 gợi ý."


@pytest.mark.parametrize("name", ["cu.doc", "khong-co.docx", "."])
def it_gives_2_for_a_file_that_it_cannot_read(vbhc: Cli, name: str) -> None:
    ran = vbhc("check", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("LỖI TW00")
    assert name in ran.err


def it_goes_on_behind_an_unreadable_file_and_sums_up(vbhc: Cli) -> None:
    ran = vbhc("check", "cu.doc", "tot.docx", "xau.docx", *only())
    assert ran.code == 2
    assert ran.err.startswith("LỖI TW002 cu.doc: ")
    table = [line.split() for line in ran.out.split("\n\n")[-1].splitlines()]
    assert table == [
        ["Tệp", "Loại", "Lỗi", "Cảnh", "báo", "Gợi", "ý"],
        ["cu.doc", "không", "đọc", "được", "-", "-", "-"],
        ["tot.docx", "công", "văn", "0", "0", "0"],
        ["xau.docx", "công", "văn", "1", "0", "0"],
    ]


def it_gives_1_where_one_of_several_files_has_errors(vbhc: Cli) -> None:
    assert vbhc("check", "xau.docx", "tot.docx", *only()).code == 1


def it_goes_on_behind_a_file_at_which_vbhc_fails(vbhc: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    from vbhc.check import running

    def broken(view: object) -> Recognised:
        raise KeyError("bên trong")

    monkeypatch.setattr(running, "recognise", broken)
    ran = vbhc("check", "tot.docx", "cu.doc")
    assert ran.code == 2
    assert "LỖI VB202 tot.docx: vbhc gặp một lỗi ngoài dự kiến" in ran.err
    assert "LỖI TW002 cu.doc" in ran.err
    assert "KeyError" not in ran.err
    monkeypatch.setenv("VBHC_DEBUG", "1")
    assert "KeyError: 'bên trong'" in vbhc("check", "tot.docx").err


@pytest.mark.filterwarnings("ignore::vbhc.check.RuleFaultWarning")
def it_gives_2_where_a_rule_broke_down_and_tells_the_rest(vbhc: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    @rule("VH901", "hong", Source("A", "PL II"), Lesson("Quy tắc hỏng", "Vì thế.", "a", "b"))
    def find(doc: Recognised) -> Iterator[Hit]:
        raise KeyError("bên trong")
        yield

    monkeypatch.setattr(choosing, "RULES", (*choosing.RULES, find))
    ran = vbhc("check", "xau.docx", *only("VH901"))
    assert ran.code == 2
    assert "LỖI VB201 xau.docx: quy tắc VH901 (Quy tắc hỏng) chưa xét được hết" in ran.out
    assert "LỖI KT002" in ran.out


@pytest.mark.usefixtures("a_hint")
@pytest.mark.parametrize(
    ("least", "codes"), [("hint", ["KT002", "VH901"]), ("warning", ["KT002"]), ("error", ["KT002"])]
)
def it_tells_only_what_is_grave_enough_but_counts_all(vbhc: Cli, least: str, codes: list[str]) -> None:
    ran = vbhc("check", "xau.docx", "--min", least, *only("VH901"))
    told = ran.out.splitlines()
    assert re.findall(r"^(?:LỖI|GỢI Ý) ([A-Z]{2}\d{3})", ran.out, re.MULTILINE) == codes
    assert told[-1].endswith("1 lỗi, 0 cảnh báo, 1 gợi ý.")
    found = json.loads(vbhc("check", "xau.docx", "--min", least, "--json", *only("VH901")).out)[0]["findings"]
    assert [it["code"] for it in found] == codes


@pytest.mark.usefixtures("a_hint")
def it_gives_0_where_there_are_only_hints(vbhc: Cli) -> None:
    assert vbhc("check", "tot.docx", *only("VH901")).code == 0


def it_leaves_out_what_is_ignored(vbhc: Cli) -> None:
    assert vbhc("check", "xau.docx", *only(), "--ignore", "KT002").code == 0
    assert vbhc("check", "xau.docx", "--select", "KT001", "--select", "KT002").code == 1


def it_names_the_rule_that_may_have_been_meant(vbhc: Cli) -> None:
    ran = vbhc("check", "xau.docx", "--select", "le-trang-sia")
    assert (ran.code, ran.out) == (2, "")
    assert "Không có quy tắc «le-trang-sia» (có phải «le-trang-sai»?). Xem các quy tắc: vbhc rules." in ran.err


def it_prints_json_and_nothing_else(vbhc: Cli) -> None:
    ran = vbhc("check", "xau.docx", "cu.doc", "--json", *only())
    bad, old = json.loads(ran.out)
    assert ran.code == 2
    assert {**bad, "findings": 0} == {
        "file": "xau.docx",
        "readable": True,
        "loai": "công văn",
        "ngoai_pham_vi": "",
        "findings": 0,
    }
    assert bad["findings"] == [
        {
            "code": "KT002",
            "severity": "error",
            "location": "xau.docx, đoạn 1",
            "message": "lề trái là 10 mm; quy định 30–35 mm",
            "hint": "vào Layout > Margins > Custom Margins, đặt lề trái trong khoảng 30–35 mm",
            "slug": "le-trang-sai",
            "place": "đoạn 1",
            "can_cu": "PL I, Phần I, I.3",
        }
    ]
    assert (old["readable"], old["findings"][0]["code"]) == (False, "TW002")


def it_prints_sarif_with_rules_results_and_what_could_not_be_read(vbhc: Cli, tmp_path: Path) -> None:
    Path("thư mục").mkdir()
    Path("thư mục/thư số 1.docx").write_bytes(BAD.write())
    ran = vbhc("check", "thư mục/thư số 1.docx", str(tmp_path / "tot.docx"), "cu.doc", "--sarif", *only())
    log = json.loads(ran.out)
    jsonschema.validate(log, SARIF)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    (result,) = run["results"]
    assert ran.code == 2
    assert (result["ruleId"], result["level"]) == ("KT002", "error")
    assert rules[result["ruleIndex"]]["id"] == "KT002"
    assert result["message"]["text"].startswith("lề trái là 10 mm; quy định 30–35 mm → vào Layout")
    uri = "th%C6%B0%20m%E1%BB%A5c/th%C6%B0%20s%E1%BB%91%201.docx"
    assert result["locations"] == [
        {
            "physicalLocation": {"artifactLocation": {"uri": uri}},
            "logicalLocations": [{"fullyQualifiedName": "đoạn 1"}],
        }
    ]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"].startswith("đây là tệp Word đời cũ")


def it_writes_a_marked_copy_and_keeps_the_file(vbhc: Cli) -> None:
    ran = vbhc("check", "xau.docx", "--mark", "xem.docx", *only())
    assert ran.code == 1
    assert ran.out.endswith("\nĐã ghi bản có chú thích xem.docx: 1 chú thích.\n")
    assert "lề trái là 10 mm".encode() in Package.read(Path("xem.docx")).parts["word/comments.xml"]
    assert Path("xau.docx").read_bytes() == BAD.write()


@pytest.mark.usefixtures("a_hint")
def it_marks_only_what_it_tells(vbhc: Cli) -> None:
    assert ": 1 chú thích." in vbhc("check", "xau.docx", "--mark", "x.docx", "--min", "error", *only("VH901")).out
    assert ": 2 chú thích." in vbhc("check", "xau.docx", "--mark", "y.docx", *only("VH901")).out


def it_tells_of_the_copy_on_stderr_where_stdout_is_for_programs(vbhc: Cli) -> None:
    ran = vbhc("check", "xau.docx", "--json", "--mark", "xem.docx", *only())
    assert json.loads(ran.out)
    assert ran.err == "Đã ghi bản có chú thích xem.docx: 1 chú thích.\n"


def it_never_writes_the_copy_over_a_file_without_force(vbhc: Cli) -> None:
    ran = vbhc("check", "xau.docx", "--mark", "tot.docx", *only())
    assert (ran.code, ran.out) == (2, "")
    assert "«tot.docx» đã có; không ghi đè" in ran.err
    assert Path("tot.docx").read_bytes() == GOOD.write()
    assert vbhc("check", "xau.docx", "--mark", "tot.docx", "--force", *only()).code == 1
    assert Path("tot.docx").read_bytes() != GOOD.write()


@pytest.mark.parametrize("name", ["xau.docx", "./xau.docx", "lien-ket.docx"])
def it_never_writes_the_copy_over_the_file_itself(vbhc: Cli, name: str) -> None:
    Path("lien-ket.docx").symlink_to("xau.docx")
    ran = vbhc("check", "xau.docx", "--mark", name, "--force", *only())
    assert (ran.code, ran.out) == (2, "")
    assert "không ghi đè chính tệp được kiểm tra" in ran.err
    assert Path("xau.docx").read_bytes() == BAD.write()


def it_writes_no_copy_of_what_it_cannot_read(vbhc: Cli) -> None:
    ran = vbhc("check", "cu.doc", "--mark", "xem.docx")
    assert (ran.code, ran.err.count("LỖI")) == (2, 1)
    assert not Path("xem.docx").exists()


def it_shows_how_far_it_is_on_a_screen_only(vbhc: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    assert vbhc("check", "tot.docx", "tot.docx", *only()).err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    shown = vbhc("check", "tot.docx", "xau.docx", *only()).err
    assert [count in shown for count in ("0/2 tệp", "1/2 tệp", "2/2 tệp")] == [True] * 3
    assert shown.endswith(" \r")


def it_lists_the_rules(vbhc: Cli) -> None:
    lines = vbhc("rules").out.splitlines()
    assert lines[0].split() == ["Mã", "Tên", "lỗi", "Mức", "Quy", "tắc"]
    assert any(line.startswith("KT002  le-trang-sai") and "LỖI" in line for line in lines)
    assert all(line.startswith("KT") for line in vbhc("rules", "KT").out.splitlines()[1:])


@pytest.mark.parametrize("name", ["KT002", "kt002", "le-trang-sai"])
def it_explains_a_rule(vbhc: Cli, name: str) -> None:
    out = vbhc("rules", name).out
    assert out.startswith("KT002 le-trang-sai: Lề trên 20–25 mm")
    assert "Mức: LỖI (A: đọc trong chính phụ lục của nghị định).\n" in out
    assert "Căn cứ: PL I, Phần I, I.3, áp dụng từ 05/3/2020.\n" in out
    assert "Vì sao: Lề trái đủ rộng" in out
    assert "Sai:\n  Trên 25,4 mm" in out
    assert "Đúng:\n  Trên 20 mm" in out


def it_gives_no_day_to_a_rule_that_always_holds(vbhc: Cli) -> None:
    assert "Căn cứ: Điều 1, Điều 2.\n" in vbhc("rules", "TT000").out


def it_asks_for_a_rule_that_there_is(vbhc: Cli) -> None:
    ran = vbhc("rules", "le-trang-sia")
    assert (ran.code, ran.out) == (2, "")
    assert "có phải «le-trang-sai»?" in ran.err
