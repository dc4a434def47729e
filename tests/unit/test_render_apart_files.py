"""The files of a văn bản and its phụ lục: all of them are put in place, or everything stands as it did."""

from __future__ import annotations

import errno
import hashlib
from pathlib import Path
from typing import Any

import pytest
from support.letters import doan, plan
from support.reader import read

from vbhc import OutputError, render_apart, render_bytes


def appendix(text: str) -> dict[str, Any]:
    return {"noi_dung": [doan(text)]}


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def contents_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def fail_at_replace(monkeypatch: pytest.MonkeyPatch, failing: set[int]) -> None:
    """A disk on which the calls of ``Path.replace`` with these numbers fail."""
    calls: list[Path] = []
    replace = Path.replace

    def fail_some(self: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) in failing:
            raise PermissionError(errno.EACCES, "Permission denied")
        replace(self, target)

    monkeypatch.setattr(Path, "replace", fail_some)


TWO = [appendix("Phụ một."), appendix("Phụ hai.")]


@pytest.mark.broken_docx
@pytest.mark.parametrize("there", ["ke-hoach.docx", "ke-hoach-phu-luc-1.docx", "ke-hoach-phu-luc-2.docx"])
def it_writes_nothing_where_one_of_the_files_is_there(tmp_path: Path, there: str):
    (tmp_path / there).write_text("của người khác")
    with pytest.raises(OutputError, match=f"{there}» đã có"):
        render_apart(plan(phu_luc=TWO), tmp_path / "ke-hoach.docx")
    assert names_in(tmp_path) == [there]
    assert (tmp_path / there).read_text() == "của người khác"


def it_writes_over_every_file_when_told(tmp_path: Path):
    before = render_apart(plan(phu_luc=TWO), tmp_path / "ke-hoach.docx")
    after = render_apart(plan(phu_luc=TWO[::-1]), tmp_path / "ke-hoach.docx", overwrite=True)
    assert [receipt.path for receipt in after] == [receipt.path for receipt in before]
    assert "Phụ hai" in read(after[1].path).text
    assert len(names_in(tmp_path)) == 3


@pytest.mark.parametrize("failing", [1, 2, 3])
def it_leaves_no_file_when_the_disk_fills_up_before_all_are_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
):
    calls = []
    link = Path.hardlink_to

    def fail_once(self: Path, target: Path) -> None:
        calls.append(self)
        if len(calls) == failing:
            raise OSError(errno.ENOSPC, "No space left on device")
        link(self, target)

    monkeypatch.setattr(Path, "hardlink_to", fail_once)
    monkeypatch.setattr(Path, "rename", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "No space left")))
    with pytest.raises(OutputError, match="Không ghi được"):
        render_apart(plan(phu_luc=TWO), tmp_path / "ke-hoach.docx")
    assert names_in(tmp_path) == []


def it_leaves_no_file_when_another_writer_is_quicker_at_one_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    link = Path.hardlink_to

    def after_another(self: Path, target: Path) -> None:
        if self.name == "ke-hoach-phu-luc-2.docx":
            self.write_bytes(render_bytes(plan()))
        link(self, target)

    monkeypatch.setattr(Path, "hardlink_to", after_another)
    with pytest.raises(OutputError, match=r"phu-luc-2\.docx"):
        render_apart(plan(phu_luc=TWO), tmp_path / "ke-hoach.docx")
    assert names_in(tmp_path) == ["ke-hoach-phu-luc-2.docx"]


@pytest.mark.parametrize(
    ("before", "left"), [(3, "ke-hoach-phu-luc-2.docx, ke-hoach-phu-luc-3.docx"), (1, r"ke-hoach-phu-luc\.docx")]
)
@pytest.mark.parametrize("overwrite", [True, False])
def it_refuses_to_leave_phu_luc_of_an_earlier_time_beside_new_ones(
    tmp_path: Path, before: int, left: str, overwrite: bool
):
    phu_luc = [appendix(f"Phụ {n}.") for n in range(before)]
    for receipt in render_apart(plan(phu_luc=phu_luc), tmp_path / "ke-hoach.docx"):
        if receipt.path.name in ("ke-hoach.docx", "ke-hoach-phu-luc-1.docx") and not overwrite:
            receipt.path.unlink()
    there = contents_of(tmp_path)
    now = [TWO[0]] if before == 3 else TWO
    message = f"còn phụ lục của lần ghi trước .*: .*{left}. Hãy xoá hoặc chuyển đi, hoặc chọn tên khác"
    with pytest.raises(OutputError, match=message):
        render_apart(plan(phu_luc=now), tmp_path / "ke-hoach.docx", overwrite=overwrite)
    assert contents_of(tmp_path) == there


def it_lets_be_whatever_else_is_named_like_the_van_ban(tmp_path: Path):
    others = ["ke-hoach-phu-luc-gop.docx", "ke-hoach-2-phu-luc-1.docx", "ke-hoach-phu-luc-1.docx.bak"]
    for name in others:
        (tmp_path / name).write_bytes(render_bytes(plan()))
    render_apart(plan(phu_luc=TWO), tmp_path / "ke-hoach.docx")
    assert set(others) < set(names_in(tmp_path))


@pytest.mark.parametrize("failing", [1, 2, 3])
@pytest.mark.parametrize("links", [True, False])
def it_puts_back_what_it_had_written_over_when_one_file_cannot_be_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int, links: bool
):
    *_, last = render_apart(plan(phu_luc=TWO), tmp_path / "ke-hoach.docx")
    last.path.unlink()
    there = contents_of(tmp_path)
    fail_at_replace(monkeypatch, {failing})
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", lambda *_: (_ for _ in ()).throw(OSError(errno.EPERM, "No links")))
    with pytest.raises(OutputError, match=r"Không ghi được .*Chưa có gì được ghi\."):
        render_apart(plan(phu_luc=TWO[::-1]), tmp_path / "ke-hoach.docx", overwrite=True)
    assert contents_of(tmp_path) == there


def it_says_where_the_old_file_lies_when_it_cannot_be_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    main, *_ = render_apart(plan(phu_luc=TWO), tmp_path / "ke-hoach.docx")
    fail_at_replace(monkeypatch, {2, 3})
    with pytest.raises(OutputError) as caught:
        render_apart(plan(phu_luc=TWO[::-1]), main.path, overwrite=True)
    (kept,) = tmp_path.glob(".*.tmp")
    assert f"bản cũ của «{main.path}» nằm ở «{kept}»" in str(caught.value)
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == main.sha256
    assert main.path.exists()


@pytest.mark.parametrize("path", [".", "/", ""])
@pytest.mark.parametrize("phu_luc", [[], TWO])
def it_says_of_a_path_without_a_file_name_that_one_is_missing(path: str, phu_luc: list[Any]):
    with pytest.raises(OutputError, match="là thư mục; hãy ghi cả tên tệp"):
        render_apart(plan(phu_luc=phu_luc), path)


def it_says_of_a_folder_that_the_file_name_is_missing(tmp_path: Path):
    (tmp_path / "ke-hoach").mkdir()
    with pytest.raises(OutputError, match="là thư mục; hãy ghi cả tên tệp"):
        render_apart(plan(phu_luc=TWO), tmp_path / "ke-hoach")
    assert names_in(tmp_path) == ["ke-hoach"]
