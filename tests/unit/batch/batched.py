"""A small bản thảo and lists for the tests of batches."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from support.reader import read

from vbhc.batch import BatchOptions, BatchResult, Letters, letters_by, letters_of_rows, render_batch
from vbhc.draft.documents import Draft, open_draft
from vbhc.indicators import load_rows

WORKBOOK = Path(__file__).parents[3] / "examples" / "don-doc-dti" / "dti-2026-05.xlsx"
BY = "dti.chua_dat.theo_co_quan"
AGENCIES = ["Sở Khoa học và Công nghệ", "Sở Nội vụ", "Công an tỉnh", "Văn phòng UBND tỉnh", "Tỉnh đoàn Bắc Ninh"]
ROWS = [("Xã A", "Trần Thị B"), ("Xã Đông Ngàn", "Lê Văn C"), ("Phường Kinh Bắc", "Phạm D")]

FRONT = """\
---
loai: congvan
co_quan: {ten: "Ủy ban nhân dân\\ntỉnh Bắc Ninh"}
so_ky_hieu: /UBND-CĐS
dia_danh: Bắc Ninh
thoi_gian: tháng 5 năm 2026
trich_yeu: đôn đốc hoàn thành chỉ tiêu
noi_nhan: {noi: [Như trên], luu: CĐS}
nguoi_ky: {quyen_han: [Chủ tịch], ho_ten: Nguyễn Văn A}
"""
BY_AGENCY = (
    'Đến nay {{ co_quan }} còn {{ nhom | dem }}/{{ dti | dem }} chỉ tiêu chưa đạt: {{ nhom | danh_sach("ma") }}.\n'
)
BY_ROW = "Thư {{ stt }}: đề nghị {{ dong.ten_xa }} cử {{ dong.dau_moi }} làm đầu mối.\n"


def draft(folder: Path, body: str, *, front: str = "", kinh_gui: str = "Như danh sách") -> Draft:
    """The bản thảo with that text, opened."""
    path = folder / "thu.md"
    path.write_text(f"{FRONT}kinh_gui: ['{kinh_gui}']\n{front}---\n{body}", "utf-8")
    return open_draft(str(path))


def by_agency(folder: Path, body: str = BY_AGENCY, *, front: str = "", **more: str) -> tuple[Draft, Letters]:
    """A letter for each agency that leads a missed indicator of the shipped workbook."""
    opened = draft(folder, body, front=f"{front}so_lieu: {{dti: {WORKBOOK}}}\n", **more)
    return opened, letters_by(opened, BY)


def by_row(folder: Path, rows: Sequence[Sequence[str]] = ROWS, body: str = BY_ROW) -> tuple[Draft, Letters]:
    """A letter for each row of a list with the columns "Tên xã", "Đầu mối"."""
    path = folder / "ds.csv"
    path.write_text("\n".join(map(";".join, [("Tên xã", "Đầu mối"), *rows])), "utf-8")
    return draft(folder, body), letters_of_rows(load_rows(path))


def run(made: tuple[Draft, Letters], out: Path, **how: bool) -> BatchResult:
    """The batch, run here."""
    return render_batch(*made, out, BatchOptions(**how))


def files(folder: Path) -> dict[str, bytes]:
    """All files below a folder, hidden ones too."""
    return {str(it.relative_to(folder)): it.read_bytes() for it in sorted(folder.rglob("*")) if it.is_file()}


def states(result: BatchResult) -> list[str]:
    return [str(letter.trang_thai) for letter in result.letters]


def said(result: BatchResult) -> list[str]:
    """The findings of all letters."""
    return [str(finding) for letter in result.letters for finding in letter.report]


def text_of(docx: Path) -> str:
    """What a DOCX says, with plain spaces."""
    return read(docx).text.replace("\u00a0", " ")
