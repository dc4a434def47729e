"""Any sheet as a list: a row for each letter to be written, its cells under names that tags can use."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, NoReturn, TypeAlias

from vbhc.findings import Finding, Report
from vbhc.indicators.columns import field_of
from vbhc.indicators.defects import finding
from vbhc.indicators.drawing import Grid
from vbhc.indicators.header import below_numbers, legacy_font
from vbhc.indicators.headings import Heading, read_headings
from vbhc.indicators.plain_checks import broken_cells, filled_leaves, unclear_columns
from vbhc.indicators.plain_header import Found, find_table, last_rows
from vbhc.indicators.refusals import in_file, refusal
from vbhc.indicators.selections import Nguon
from vbhc.indicators.sheet import Cell, Sheet, address, column_letters
from vbhc.indicators.table_checks import broken
from vbhc.indicators.workbook import open_workbook
from vbhc.text.dates import date_in_digits
from vbhc.text.spelling import fold_ascii
from vbhc.text.values import printed

Shown: TypeAlias = str | int | Decimal | datetime.date | None
"""What a cell gives to a tag; ``None`` for an empty one."""

_TEXT_SHOWN = 80


class Dong:
    """The cells of a row, each an attribute named after its column ("Tên cơ quan": ``ten_co_quan``)."""

    def __init__(self, o: Mapping[str, Shown]) -> None:
        self.__dict__.update(o)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Dong) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash(tuple(vars(self).items()))

    def __repr__(self) -> str:
        return f"Dong({vars(self)!r})"


@dataclass(frozen=True, slots=True)
class DongDanhSach:
    """One row of a list: its number in the sheet from 1, its cells, and what is wrong in them."""

    so: int
    o: Dong
    findings: Report = field(default_factory=Report)


@dataclass(frozen=True, slots=True)
class DanhSach:
    """The rows of a list; ``cot`` gives the heading of each name, ``ten_goi`` the name of the first column that tells.

    ``findings`` are those that belong to no row.
    """

    cot: Mapping[str, str]
    dong: tuple[DongDanhSach, ...]
    nguon: Nguon
    findings: Report = field(default_factory=Report)

    @property
    def ten_goi(self) -> str:
        """The first column that does not number the rows."""
        return next((name for name, heading in self.cot.items() if field_of(heading) != "ma"), next(iter(self.cot)))


class _Column(NamedTuple):
    """A column of the list: the name that tags use, its whole heading, where it stands, whether it holds codes."""

    name: str
    heading: str
    leaf: Heading
    codes: bool


def load_rows(path: str | Path, *, sheet: str | None = None) -> DanhSach:
    """A sheet of a workbook (.xlsx, .xls, .ods) or a CSV file (UTF-8) as a list, blank rows left out.

    ``sheet`` names the sheet; without it the first visible one with a list is taken. The row of headings is the first
    that has one for most columns, titles above it are left out; headings below a merged one are named after both. A
    number or date keeps its type where it prints as the cell shows it, all else is the text of the cell.

    A broken formula is a finding of its row. Raises `DataError` when there is no list to read, and when headings are
    missing or give one name to two columns.
    """
    workbook = open_workbook(Path(path))
    reasons: list[Finding] = []
    for name in workbook.names if sheet is None else (workbook.find(sheet),):
        page = workbook.read(name)
        found = find_table(page, _header_end) or _single_column(page)
        if wrong := [*legacy_font(page), *(_problems(page, found) if found else ())]:
            raise refusal(workbook.file, *wrong)
        if found:
            others = workbook.others(name) if sheet is None else ()
            below = found._replace(data=below_numbers(page, found.data))
            return _list(page, below, workbook.file, (*others, *page.findings))
        reasons.append(finding("khong-thay-danh-sach", name))
    raise refusal(workbook.file, *reasons)


def _header_end(sheet: Sheet, top: int) -> int:
    """One row, and those that its merged cells reach down to or have headings of their own in.

    Blank cells are no sign here: the first row of a list may well lack its number.
    """
    merges, bottom = sheet.extras.merges, top + 1
    while True:
        begun = [merge for merge in merges if top <= merge.first[0] < bottom]
        deeper = any(merge.last[0] >= bottom for merge in begun)
        wide = {column for first, last in begun if first[1] < last[1] for column in range(first[1], last[1] + 1)}
        if bottom >= len(sheet.rows) or not (deeper or _only_below(sheet, bottom, wide)):
            return bottom
        bottom += 1


def _only_below(sheet: Sheet, row: int, wide: set[int]) -> bool:
    """Whether what stands in ``row`` stands below headings over several columns, and nowhere else."""
    filled = {column for column in range(sheet.width) if not sheet.cell(row, column).empty}
    return bool(filled) and filled <= wide


def _single_column(sheet: Sheet) -> Found | None:
    """A list of one column, of which the first cell is the heading."""
    last = last_rows(sheet)
    filled = [column for column, row in enumerate(last) if row >= 0]
    if len(filled) != 1:
        return None
    rows = [row for row in range(len(sheet.rows)) if not sheet.cell(row, filled[0]).empty]
    return Found(rows[0], rows[0] + 1, read_headings(sheet, rows[0], rows[0] + 1)) if len(rows) > 1 else None


def _problems(sheet: Sheet, found: Found) -> Iterator[Finding]:
    leaves = filled_leaves(sheet, found.headings)
    grid = Grid.of(sheet, [leaf.columns for leaf in leaves])
    yield from unclear_columns(grid, leaves, found.top, range(found.data, len(sheet.rows)))
    for leaf in leaves:
        yield from broken_cells(grid, leaf, range(found.top, found.data), ())
    first: dict[str, _Column] = {}
    for column in _columns(found):
        place = address(sheet.name, (found.top, column.leaf.columns[0]))
        if not column.name:
            yield finding("tieu-de-khong-thanh-ten", place, text=column.heading)
        elif column.name in first:
            before = first[column.name]
            what = {"truoc": before.heading, "cot": column_letters(before.leaf.columns[0]), "ten": column.name}
            yield finding("hai-cot-mot-ten", place, text=column.heading, **what)
        first.setdefault(column.name, column)


def _columns(found: Found) -> list[_Column]:
    return [column for heading in found.headings for column in _below(heading, "")]


def _below(heading: Heading, above: str) -> Iterator[_Column]:
    whole = f"{above} {heading.text}".strip()
    if heading.below:
        for lower in heading.below:
            yield from _below(lower, whole)
    elif heading.text:
        yield _Column(name_of(whole), whole, heading, field_of(heading.text) == "ma")


def name_of(heading: str) -> str:
    """The name by which tags call the column with that heading; "" when nothing in it can be one.

    >>> name_of("Tên cơ quan"), name_of("Địa chỉ (nơi nhận)"), name_of("2026")
    ('ten_co_quan', 'dia_chi_noi_nhan', 'cot_2026')
    """
    name = re.sub(r"[^a-z0-9]+", "_", fold_ascii(heading)).strip("_")
    return f"cot_{name}" if name[:1].isdigit() else name


def _list(sheet: Sheet, found: Found, file: str, findings: Sequence[Finding]) -> DanhSach:
    columns = _columns(found)
    grid = Grid.of(sheet, [column.leaf.columns for column in columns])
    rows: list[DongDanhSach] = []
    left_out: list[Finding] = []
    for row in range(found.data, len(sheet.rows)):
        cells = [next(grid.filled(row, column.leaf.columns), None) for column in columns]
        if cells[0] and _heads(grid, row):
            left_out.append(_left_out(cells[0], row))
        elif any(cells):
            rows.append(_row(row, columns, cells, file))
    headings = {column.name: column.heading for column in columns}
    return DanhSach(headings, tuple(rows), Nguon(file, sheet.name), in_file(file, [*findings, *left_out]))


def _heads(grid: Grid, row: int) -> bool:
    """Whether one cell over all columns stands there: a heading of the rows below it."""
    region = grid.region(row, grid.columns[0][0])
    return len(grid.columns) > 1 and region is not None and region.last[1] >= grid.columns[-1][-1]


def _left_out(cell: Cell, row: int) -> Finding:
    return finding("dong-khong-vao-bang", cell.o, cac_dong=f"dòng {row + 1}", text=cell.text[:_TEXT_SHOWN])


def _row(row: int, columns: Sequence[_Column], cells: Sequence[Cell | None], file: str) -> DongDanhSach:
    pairs = list(zip(columns, cells, strict=True))
    wrong = [it for column, cell in pairs if cell for it in broken([cell], f'cột "{column.heading}"')]
    shown = {column.name: _shown(cell, codes=column.codes) if cell else None for column, cell in pairs}
    return DongDanhSach(row + 1, Dong(shown), in_file(file, wrong))


def _shown(cell: Cell, *, codes: bool) -> Shown:
    """The value where it prints as the cell shows it, else the text of the cell; dates print as the decree has them."""
    value = cell.value
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date() if midnight else f"{value:%H:%M}, {date_in_digits(value.day, value.month, value.year)}"
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}"
    number = cell.number
    if number is None:
        return cell.written
    written = cell.written.replace(",", ".") if codes else cell.written
    typed = int(number) if number == int(number) else number
    return typed if printed(typed) == written else written
