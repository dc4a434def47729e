"""Putting a document out: whole or not at all, never over another, the same bytes anywhere, each its own text."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from support.letters import PACKS, doan, don_doc, letter, trien_khai
from support.reader import read

from vbhc import CongVan, InputError, OutputError, Pack, list_packs, load_pack, render, render_bytes
from vbhc.demo import write_demo

THREADS, LETTERS_EACH = 8, 50
MARK = re.compile(r"thư-\d+-\d+", re.IGNORECASE)


def marked(mark: str) -> CongVan:
    """A letter that says ``mark`` in its frame, its body, a table and its phụ lục."""
    table = {"loai": "bang", "cot": [f"Cột {mark}"], "hang": [[f"Ô {mark}"]]}
    return letter(
        co_quan={"ten": f"Sở {mark}", "chu_quan": f"UBND {mark}"},
        dia_danh=mark,
        trich_yeu=f"việc {mark}",
        kinh_gui=[f"Nơi {mark}", "Các xã"],
        noi_dung=[doan(f"**Đậm** {mark}"), {"loai": "muc", "tieu_de": mark, "khoi": [doan(mark)]}],
        noi_nhan={"noi": [f"Phòng {mark}"], "luu": mark},
        nguoi_ky={"quyen_han": [f"Giám đốc {mark}"], "ho_ten": mark},
        phu_luc=[{"tieu_de": f"Bảng {mark}", "noi_dung": [table]}],
        pham_vi_luu_hanh=f"Chỉ {mark}",
        dia_chi={"dia_chi": mark},
    )


def marks_of(data: bytes) -> set[str]:
    """Every mark that a reader finds anywhere in the file."""
    reading = read(data)
    texts = (*reading.body, *reading.headers, *reading.footers, *reading.properties.values())
    return {mark.lower() for text in texts for mark in MARK.findall(text)}


def it_gives_each_of_many_threads_its_own_letter():
    pack = load_pack("congvan")
    names = [[f"thư-{thread}-{n}" for n in range(LETTERS_EACH)] for thread in range(THREADS)]

    def write_all(own: list[str]) -> list[bytes]:
        return [render_bytes(marked(mark), pack=pack) for mark in own]

    with ThreadPoolExecutor(THREADS) as pool:
        written = list(pool.map(write_all, names))
    wrong = [
        mark for own, files in zip(names, written, strict=True) for mark, data in zip(own, files, strict=True)
        if marks_of(data) != {mark}
    ]  # fmt: skip
    assert wrong == []
    assert written[3][7] == render_bytes(marked("thư-3-7"))


PRINT_DIGESTS = """
import hashlib
from support.letters import PACKS, don_doc, trien_khai
from vbhc import render_bytes
for van_ban in (don_doc(), trien_khai()):
    for pack in PACKS:
        print(hashlib.sha256(render_bytes(van_ban, pack=pack)).hexdigest())
"""
PLACES = (
    {"PYTHONHASHSEED": "0", "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LC_ALL": "C", "LANG": "de_DE"},
)


def it_writes_the_same_bytes_in_any_process_time_zone_and_locale(tmp_path: Path):
    tests = Path(__file__).parents[1]
    digests = [
        subprocess.run(
            [sys.executable, "-c", PRINT_DIGESTS],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": os.pathsep.join((str(tests), str(tests.parent))), **place},
            capture_output=True, text=True, check=True,
        ).stdout.split()
        for place, folder in zip(PLACES, (tests, tmp_path), strict=True)
    ]  # fmt: skip
    here = [
        hashlib.sha256(render_bytes(van_ban, pack=pack)).hexdigest()
        for van_ban in (don_doc(), trien_khai())
        for pack in PACKS
    ]
    assert digests == [here, here]


def it_says_in_the_receipt_what_was_put_where(tmp_path: Path):
    receipt = render(don_doc(), tmp_path / "thu.docx")
    assert receipt.path == tmp_path / "thu.docx"
    assert (receipt.pack, receipt.pack_version) == ("congvan", load_pack("congvan").manifest.phien_ban)
    assert receipt.sha256 == hashlib.sha256(receipt.path.read_bytes()).hexdigest()


def it_writes_to_the_file_what_it_gives_as_bytes(tmp_path: Path):
    path = render(letter(), str(tmp_path / "thu.docx"), pack="congvan-p13").path
    assert path.read_bytes() == render_bytes(letter(), pack=load_pack("congvan-p13"))


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def it_never_writes_over_a_file_unless_told(tmp_path: Path):
    path = tmp_path / "thu.txt"
    path.write_text("của người khác")
    with pytest.raises(OutputError, match="đã có"):
        render(letter(), path)
    assert path.read_text() == "của người khác"
    render(letter(), path, overwrite=True)
    assert path.read_bytes() == render_bytes(letter())
    assert names_in(tmp_path) == ["thu.txt"]


def it_writes_a_file_with_as_long_a_name_as_can_be(tmp_path: Path):
    assert render(letter(), tmp_path / f"{'v' * 250}.docx").path.is_file()


def it_lets_one_of_many_writers_of_one_file_win_whole(tmp_path: Path):
    path = tmp_path / "thu.docx"

    def try_to_write(n: int) -> bool:
        try:
            render(marked(f"thư-0-{n}"), path)
        except OutputError:
            return False
        return True

    with ThreadPoolExecutor(THREADS) as pool:
        won = [n for n, done in enumerate(pool.map(try_to_write, range(24))) if done]
    assert len(won) == 1
    assert marks_of(path.read_bytes()) == {f"thư-0-{won[0]}"}
    assert names_in(tmp_path) == ["thu.docx"]


@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize("place", ["thu-muc", "khong-co/thu.docx", "tep.txt/thu.docx", f"{'x' * 300}.docx"])
def it_leaves_nothing_where_it_cannot_write(tmp_path: Path, place: str, overwrite: bool):
    (tmp_path / "thu-muc").mkdir()
    (tmp_path / "tep.txt").touch()
    with pytest.raises(OutputError, match=place.split("/")[-1]):
        render(letter(), tmp_path / place, overwrite=overwrite)
    assert names_in(tmp_path) == ["tep.txt", "thu-muc"]
    assert names_in(tmp_path / "thu-muc") == []


@pytest.fixture(params=["write_bytes", "hardlink_to and rename", "replace"])
def broken_step(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A disk that fills up half way, at each step of putting a file in place."""

    def full(path: Path, *_: object) -> None:
        with path.open("wb") as file:
            file.write(b"PK half")
        raise OSError(errno.ENOSPC, "No space left on device")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    for step in request.param.split(" and "):
        monkeypatch.setattr(Path, step, full if step == "write_bytes" else refuse)
    return request.param


def it_leaves_nothing_half_written_when_the_disk_fills_up(tmp_path: Path, broken_step: str):
    old = tmp_path / "cũ.txt"
    old.write_text("bản cũ")
    target = old if broken_step == "replace" else tmp_path / "thu.docx"
    with pytest.raises(OutputError, match="Không ghi được"):
        render(letter(), target, overwrite=target == old)
    assert names_in(tmp_path) == ["cũ.txt"]
    assert old.read_text() == "bản cũ"


def it_writes_where_a_file_system_has_no_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    assert render(letter(), tmp_path / "thu.docx").path.read_bytes() == render_bytes(letter())
    assert names_in(tmp_path) == ["thu.docx"]


@pytest.fixture
def pack_of_another_type(tmp_path: Path) -> Path:
    shipped = load_pack("congvan").folder
    folder = Path(shutil.copytree(shipped, tmp_path / "templates" / "quyetdinh"))
    manifest = folder / "goimau.toml"
    manifest.write_text(manifest.read_text("utf-8").replace('loai = "congvan"', 'loai = "quyetdinh"'), "utf-8")
    return folder


def it_refuses_a_pack_for_another_type_and_writes_nothing(tmp_path: Path, pack_of_another_type: Path):
    with pytest.raises(InputError, match="dùng cho loại `quyetdinh`, văn bản này là `congvan`"):
        render(letter(), tmp_path / "thu.docx", pack=pack_of_another_type)
    assert not (tmp_path / "thu.docx").exists()


@pytest.mark.parametrize("form", ["name", "loaded", "folder", "folder as text"])
def it_takes_a_pack_by_name_loaded_or_as_a_folder(form: str):
    folder = next(folder for manifest, folder in list_packs() if manifest.ten == "congvan-p13")
    forms: dict[str, str | Path | Pack] = {
        "name": "congvan-p13",
        "loaded": load_pack("congvan-p13"),
        "folder": folder,
        "folder as text": str(folder),
    }
    assert render_bytes(letter(), pack=forms[form]) == render_bytes(letter(), pack="congvan-p13")
    assert render_bytes(letter(), pack=forms[form]) != render_bytes(letter())


def it_says_of_a_folder_that_a_file_name_is_missing(tmp_path: Path):
    with pytest.raises(OutputError, match="là thư mục; hãy ghi cả tên tệp"):
        render(letter(), tmp_path, overwrite=True)


def it_takes_a_bare_name_for_a_shipped_pack_wherever_it_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    expected = render_bytes(letter())
    (tmp_path / "congvan").mkdir()
    (tmp_path / "congvan" / "goimau.toml").write_text("không phải gói mẫu")
    monkeypatch.chdir(tmp_path)
    assert render_bytes(letter(), pack="congvan") == expected


@pytest.mark.broken_docx
def it_writes_nothing_of_the_demo_where_one_of_its_files_stands(tmp_path: Path):
    (tmp_path / "don-doc-dti.docx").write_bytes(b"")
    with pytest.raises(OutputError, match=r"don-doc-dti\.docx"):
        write_demo(tmp_path)
    assert names_in(tmp_path) == ["don-doc-dti.docx"]
