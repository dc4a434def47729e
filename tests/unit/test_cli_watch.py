"""``vbhc render --watch``: somebody writes in one window and looks at the letter in another."""

import itertools
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from support.reader import read

from vbhc.cli import main
from vbhc.cli.rendering import Rendering
from vbhc.cli.watching import watch
from vbhc.errors import OutputError

DTI = Path(__file__).parents[2] / "examples/don-doc-dti/dti-2026-05.xlsx"
FRONT = """\
loai: congvan
co_quan: {ten: Sở Y tế}
so_ky_hieu: /SYT-VP
dia_danh: Bắc Ninh
thoi_gian: tháng 5 năm 2026
trich_yeu: chuyển đổi số
kinh_gui: [Các xã]
nguoi_ky: {quyen_han: [Giám đốc], ho_ten: Nguyễn Văn A}
"""
OUT = Path("thu.docx")

Step = Callable[[], object]
saves = itertools.count(1)


class Told(NamedTuple):
    out: str
    err: str

    @property
    def turns(self) -> int:
        """How often it was rendered, with whatever outcome."""
        return f"{self.out}\n{self.err}".count("08:30 ")


Watch = Callable[..., Told]


@pytest.fixture
def session(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Watch:
    """Watches thu.md while the steps are taken, one between two looks at the files; then Ctrl-C."""
    monkeypatch.chdir(tmp_path)
    write("Một.")

    def run(*steps: Step, overwrite: bool = False, at: Callable[[], str] = lambda: "08:30", **asked: Any) -> Told:
        to_do = iter(steps)

        def sleep(seconds: float) -> None:
            step = next(to_do, interrupted)
            step()

        rendering = Rendering("thu.md", str(OUT), data=asked.pop("data", {}), fields={}, **asked)
        watch(rendering, overwrite=overwrite, sleep=sleep, time_of_day=at)
        return Told(*capsys.readouterr())

    return run


def interrupted() -> None:
    raise KeyboardInterrupt


def idle() -> None:
    """Nothing happens."""


def save(path: str, content: bytes) -> None:
    """Save a file; of two saves the later one always bears a later time."""
    Path(path).write_bytes(content)
    os.utime(path, (next(saves), next(saves)))


def write(body: str, front: str = FRONT) -> None:
    save("thu.md", f"---\n{front}---\n{body}\n".encode())


def written(body: str, front: str = FRONT) -> Step:
    return lambda: write(body, front)


def saved(workbook: str) -> Step:
    return lambda: save(workbook, DTI.read_bytes())


def text() -> str:
    return read(OUT).text.replace("\u00a0", " ")


def with_workbook(name: str) -> str:
    return f"{FRONT}so_lieu: {{dti: {name}}}\n"


def it_renders_at_once_and_again_after_a_save(session: Watch) -> None:
    told = session(idle, written("Hai."), idle, idle)
    assert told.out.count("08:30 Đã ghi thu.docx: công văn (dự thảo, còn 2 chỗ trống), gói mẫu congvan 1.0.0.\n") == 2
    assert told.turns == 2
    assert told.err == ""
    assert "Hai." in text()


def it_says_what_it_watches_and_how_to_stop(session: Watch) -> None:
    shutil.copy(DTI, "so.xlsx")
    told = session(
        idle, written("Hai.", with_workbook("so.xlsx")), idle, written("Ba.", with_workbook("so.xlsx")), idle
    )
    said = [line for line in told.out.splitlines() if line.startswith("Đang theo dõi")]
    assert [line.partition(":")[0] for line in said] == ["Đang theo dõi thu.md", "Đang theo dõi thu.md, so.xlsx"]
    assert said[0].endswith(": lưu tệp là ghi lại văn bản; Ctrl-C để dừng.")
    assert told.out.endswith("\nĐã dừng theo dõi.\n")


@pytest.mark.parametrize("data", [{}, {"dti": "khac.xlsx"}])
def it_renders_again_when_a_workbook_is_saved(session: Watch, data: dict[str, str]) -> None:
    shutil.copy(DTI, "so.xlsx")
    shutil.copy(DTI, "khac.xlsx")
    write("Có {{ dti | dem }} chỉ tiêu.", with_workbook("so.xlsx"))
    used = data.get("dti", "so.xlsx")
    told = session(idle, saved(used), idle, idle, data=data)
    assert told.turns == 2
    assert "Có 47 chỉ tiêu." in text()


def it_does_nothing_for_a_file_that_it_does_not_use(session: Watch) -> None:
    shutil.copy(DTI, "so.xlsx")
    shutil.copy(DTI, "khac.xlsx")
    write("Một.", with_workbook("so.xlsx"))
    told = session(idle, saved("so.xlsx"), idle, idle, data={"dti": "khac.xlsx"})
    assert told.turns == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (written("{{ so }}"), "so"),
        (written("{{ ", FRONT), "dòng"),
        (written("Hai.", "loai: [congvan\n"), "Không đọc được văn bản từ thu.md."),
        (written("Hai.", "loai: congvan\n"), "chỗ chưa đúng"),
        (written("Hai.", with_workbook(r'"\0"')), "Không đọc được số liệu"),
        (lambda: save("thu.md", b""), "không có nội dung nào"),
        (lambda: save("thu.md", b"\xff\xfe\xff"), "UTF-8"),
    ],
)
def it_tells_an_error_keeps_the_last_good_file_and_goes_on(session: Watch, wrong: Step, said: str) -> None:
    kept: list[str] = []
    told = session(wrong, idle, lambda: kept.append(text()), written("Ba."), idle)
    assert "Một." in kept[0]
    assert told.err.startswith("08:30 LỖI: ")
    assert said in told.err
    assert told.turns == 3
    assert "Ba." in text()


def it_goes_on_behind_what_nobody_foresaw(session: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **options: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("vbhc.cli.rendering.open_draft", broken)
    told = session(idle, written("Hai."), idle)
    assert told.err.count("08:30 LỖI: vbhc gặp một lỗi ngoài dự kiến") == 2


def it_waits_for_a_workbook_that_is_not_there_yet(session: Watch) -> None:
    write("Có {{ dti | dem }} chỉ tiêu.", with_workbook("so.xlsx"))
    told = session(idle, saved("so.xlsx"), idle)
    assert "so.xlsx: không đọc được tệp" in told.err
    assert "Có 47 chỉ tiêu." in text()


def it_still_watches_the_workbooks_while_the_front_matter_is_unreadable(session: Watch) -> None:
    shutil.copy(DTI, "so.xlsx")
    write("Một.", with_workbook("so.xlsx"))
    broken = written("Một.", "loai: [congvan\n")
    assert session(broken, idle, saved("so.xlsx"), idle).err.count("08:30 LỖI") == 2


def it_watches_what_is_given_where_the_front_matter_never_was_readable(session: Watch) -> None:
    write("Một.", "loai: [congvan\n")
    told = session(idle, saved("so.xlsx"), idle, data={"dti": "so.xlsx"})
    assert told.err.count("08:30 LỖI") == 2


def it_misses_no_save_while_it_renders(session: Watch) -> None:
    times = iter((written("Hai."), idle))

    def at() -> str:
        next(times)()
        return "08:30"

    assert session(idle, idle, at=at).turns == 2


def it_waits_until_a_save_is_complete(session: Watch) -> None:
    assert session(idle, idle, written("Ha"), written("Hai"), written("Hai."), idle, idle).turns == 2


def it_takes_a_file_that_an_editor_replaces_for_a_save(session: Watch) -> None:
    told = session(*[idle] * 5, Path("thu.md").unlink, idle, idle, written("Hai."), idle, idle)
    assert (told.turns, told.err) == (2, "")
    assert "Hai." in text()


def it_tells_of_a_file_that_stays_away_and_takes_it_when_it_is_back(session: Watch) -> None:
    told = session(Path("thu.md").unlink, *[idle] * 12, written("Hai."), idle)
    assert told.err.count("không có tệp hoặc thư mục này") == 1
    assert told.turns == 3
    assert "Hai." in text()


def it_writes_over_a_file_of_somebody_else_only_when_allowed(session: Watch) -> None:
    OUT.write_bytes(b"x")
    with pytest.raises(OutputError, match="không ghi đè"):
        session(written("Hai."), idle)
    assert OUT.read_bytes() == b"x"
    session(overwrite=True)
    assert "Một." in text()


def it_does_not_write_over_what_came_while_nothing_was_written(session: Watch) -> None:
    write("{{ so }}")
    told = session(lambda: OUT.write_bytes(b"x"), written("Hai."), idle)
    assert "đã có; không ghi đè" in told.err
    assert "Word" not in told.err
    assert OUT.read_bytes() == b"x"
    OUT.unlink()


def it_goes_on_while_word_holds_the_file(session: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(target))

    def opened() -> None:
        monkeypatch.setattr(Path, "replace", held)
        write("Hai.")

    def closed() -> None:
        monkeypatch.undo()
        monkeypatch.chdir(folder)
        write("Ba.")

    folder = Path.cwd()
    told = session(opened, idle, closed, idle)
    assert "08:30 LỖI: Không ghi được «thu.docx»: không có quyền mở hoặc ghi." in told.err
    assert "đang mở trong Word" in told.err
    assert "Ba." in text()


def it_ends_with_0_at_ctrl_c(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(time, "sleep", lambda seconds: interrupted())
    write("Một.")
    assert main(("render", "thu.md", "-o", "thu.docx", "--watch")) == 0
    told = capsys.readouterr()
    assert told.out.startswith(time.strftime("%H:"))
    assert told.out.endswith("\nĐã dừng theo dõi.\n")
    assert told.err == ""
    assert main(("render", "thu.md", "-o", "thu.docx", "--watch")) == 2


@pytest.mark.parametrize("args", [("-", "-o", "a.docx"), ("a.md", "-o", "-")])
def it_needs_files_to_watch(
    args: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(time, "sleep", lambda seconds: interrupted())
    assert main(("render", *args, "--watch")) == 2
    assert "--watch chờ tệp được lưu lại nên không dùng được với «-»" in capsys.readouterr().err
