"""Small workbooks for the tests of indicators: the usual header and whatever rows a test is about."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

from vbhc.indicators import BangChiTieu, ChiTieu, load_indicators

EXAMPLES = Path(__file__).parents[3]
MAY = EXAMPLES / "examples/don-doc-dti/dti-2026-05.xlsx"
PLAN = EXAMPLES / "tests/data/dti-2025-ke-hoach.xlsx"

HEADER = ("STT", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu", "Kết quả thực hiện", "Cơ quan chủ trì", "Cơ quan phối hợp")


def row(
    ma: Any = "1.1",
    ten: Any = "Tỷ lệ hồ sơ trực tuyến",
    don_vi: Any = "%",
    muc_tieu: Any = "60%",
    thuc_hien: Any = 0.75,
    chu_tri: Any = "Sở Nội vụ",
    phoi_hop: Any = None,
) -> tuple[Any, ...]:
    """A sound row; each test spoils one cell of it."""
    return ma, ten, don_vi, muc_tieu, thuc_hien, chu_tri, phoi_hop


def xlsx(
    path: Path,
    rows: Iterable[Sequence[Any]],
    *,
    title: str = "Tháng 5",
    merges: Sequence[str] = (),
    formats: dict[str, str] | None = None,
) -> Path:
    """A workbook with one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for values in rows:
        sheet.append(list(values))
    for region in merges:
        sheet.merge_cells(region)
    for cell, code in (formats or {}).items():
        sheet[cell].number_format = code
    book.save(path)
    return path


def xls(path: Path, rows: Sequence[Sequence[Any]], *, title: str = "Tháng 5") -> Path:
    """An Excel 97 workbook; ("0.00%", 0.5) is a cell with a format, ("error", "#REF!") a broken formula."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet(title)
    for r, values in enumerate(rows):
        for c, value in enumerate(values):
            if isinstance(value, tuple) and value[0] == "error":
                sheet.row(r).set_cell_error(c, value[1])
            elif isinstance(value, tuple):
                sheet.write(r, c, value[1], xlwt.easyxf(num_format_str=value[0]))
            elif value is not None:
                sheet.write(r, c, value)
    book.save(str(path))
    return path


def ods(path: Path, rows: Sequence[Sequence[Any]], *, title: str = "Tháng 5") -> Path:
    """An OpenDocument sheet; a tuple is (attributes of the cell, its text)."""
    document = OpenDocumentSpreadsheet()
    table = Table(name=title)
    for values in rows:
        line = TableRow()
        for value in values:
            line.addElement(_ods_cell(value))
        table.addElement(line)
    document.spreadsheet.addElement(table)
    document.save(str(path))
    return path


def _ods_cell(value: Any) -> Any:
    if value == "covered":
        return CoveredTableCell()
    if value is None:
        return TableCell()
    attributes, text = value if isinstance(value, tuple) else ({"valuetype": "string"}, value)
    if isinstance(value, int | float):
        attributes, text = {"valuetype": "float", "value": str(value)}, str(value)
    cell = TableCell(**attributes)
    cell.addElement(P(text=text))
    return cell


def csv(path: Path, text: str, *, encoding: str = "utf-8") -> Path:
    """A text file in an encoding."""
    path.write_bytes(text.encode(encoding))
    return path


def rewrite(path: Path, part: str, change: Callable[[bytes], bytes]) -> None:
    """Changes one part of a zipped file."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, change(data) if name == part else data)


def load(tmp_path: Path, *rows: Sequence[Any], header: Sequence[Any] = HEADER, **how: Any) -> BangChiTieu:
    """The table read from a workbook of these rows."""
    formats = how.pop("formats", None)
    path = xlsx(tmp_path / "bang.xlsx", [header, *rows], merges=how.pop("merges", ()), formats=formats)
    return load_indicators(path, **how)


def one(tmp_path: Path, **cells: Any) -> ChiTieu:
    """The indicator of a sound row with some cells changed."""
    return load(tmp_path, row(**cells))[0]


def found(bang: BangChiTieu, slug: str) -> list[str]:
    """Where a defect was found: the cells, without the sheet's name."""
    return [it.location.place.rpartition("!")[2] for it in bang.findings if it.slug == slug]
