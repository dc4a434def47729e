"""A table and a sheet as grids: what shows in each place, merged cells in every place that they cover."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from vbhc.model import Bang, Cot, Hang, OBang
from vbhc.text.markup import plain

Grid = list[list[str]]


def body(bang: Bang) -> Grid:
    """The rows of a table; a heading over the whole width stands in each column."""
    rows: Grid = []
    above: dict[int, str] = {}
    for hang in bang.hang:
        cells = _cells(hang, len(bang.cot_la))
        rows.append([])
        for start, cell in cells.items():
            below = bool(cell.khoa) and above.get(start) == cell.khoa
            rows[-1] += [rows[-2][start] if below else plain(cell.noi_dung)] * cell.so_cot
        above = {start: cell.khoa for start, cell in cells.items() if cell.khoa}
    return rows


def _cells(hang: Hang, width: int) -> dict[int, OBang]:
    """The cells of a row by the column in which they begin."""
    if hang.nhom:
        return {0: OBang(noi_dung=hang.nhom, so_cot=width)}
    cells: dict[int, OBang] = {}
    start = 0
    for cell in hang.o:
        cells[start] = cell if isinstance(cell, OBang) else OBang(noi_dung=cell)
        start += cells[start].so_cot
    return cells


def labels(bang: Bang) -> Grid:
    """The heading rows of a table; a label stands in every row that it reaches down to."""
    depth = max(cot.tang for cot in bang.cot)
    columns = [path for cot in bang.cot for path in _paths(cot)]
    return [[column[min(row, len(column) - 1)] for column in columns] for row in range(depth)]


def _paths(cot: Cot) -> list[list[str]]:
    label = plain(cot.tieu_de)
    return [[label, *path] for below in cot.con for path in _paths(below)] if cot.con else [[label]]


def sheet(path: Path, name: str, *, first: int, last: int | None = None) -> Grid:
    """The rows of a sheet from ``first`` to ``last`` (from 1) as openpyxl has them."""
    page = openpyxl.load_workbook(path)[name]
    return [
        [_text(page, row, column) for column in range(1, page.max_column + 1)]
        for row in range(first, (last or page.max_row) + 1)
    ]


def _text(page: Worksheet, row: int, column: int) -> str:
    for region in page.merged_cells.ranges:
        if region.min_row <= row <= region.max_row and region.min_col <= column <= region.max_col:
            row, column = region.min_row, region.min_col
            break
    cell = page.cell(row, column)
    if isinstance(cell.value, int | float):
        return _number(cell.value, cell.number_format)
    return "" if cell.value is None else str(cell.value).strip()


def _number(value: float, code: str) -> str:
    """A number as its format shows it, with a decimal comma."""
    digits = len(code.partition(".")[2].rstrip("%")) if "." in code else 0
    shown = str(value) if code == "General" else f"{value:.{digits}%}" if "%" in code else f"{value:.{digits}f}"
    return shown.replace(".", ",")


def tall_cells(bang: Bang, *, first: int) -> set[str]:
    """The cells merged over several rows, as ranges of a sheet in which the table's body begins in ``first``."""
    found: set[str] = set()
    open_cells: dict[int, tuple[str, int]] = {}
    for row, hang in enumerate([*bang.hang, None], first):
        cells = _cells(hang, len(bang.cot_la)) if hang else {}
        keys = {start: cell.khoa for start, cell in cells.items() if cell.khoa}
        for start, (khoa, top) in [*open_cells.items()]:
            if keys.get(start) != khoa:
                letter = chr(ord("A") + start)
                found.add(f"{letter}{top}:{letter}{row - 1}")
                del open_cells[start]
        for start, khoa in keys.items():
            open_cells.setdefault(start, (khoa, row))
    return found
