"""Any sheet as a table, as it stands: no fields, no values, only what stands where and how its columns are set."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from vbhc.findings import Finding
from vbhc.indicators.columns import field_of
from vbhc.indicators.defects import finding
from vbhc.indicators.drawing import Drawn, DrawnRow, Grid, to_hang
from vbhc.indicators.header import header_end, legacy_font
from vbhc.indicators.plain_checks import broken_cells, filled_leaves, unclear_columns
from vbhc.indicators.plain_columns import setting, with_comma
from vbhc.indicators.plain_header import Found, find_table
from vbhc.indicators.refusals import refusal
from vbhc.indicators.sheet import Sheet
from vbhc.indicators.workbook import open_workbook
from vbhc.model import Bang, CanLe


def load_table(path: str | Path, *, sheet: str | None = None) -> Bang:
    """A sheet of a workbook (.xlsx, .xls, .ods) or a CSV file (UTF-8) as a table: what its cells show, what is merged.

    ``sheet`` names the sheet; without it the first visible one with a table is taken. Titles above the header are left
    out; every row below it is in the table, a note or a signature too. Columns of numbers are set by their decimal
    comma, with a comma for a point that can only be a decimal mark ("≥0.9000", not "1.000"); columns of codes are
    centred.

    Raises `DataError` when there is no table to read, when a cell of it has a broken formula, or when it is not clear
    what a column is called.
    """
    workbook = open_workbook(Path(path))
    reasons: list[Finding] = []
    for name in workbook.names if sheet is None else (workbook.find(sheet),):
        page = workbook.read(name)
        found = find_table(page, header_end)
        wrong = [*legacy_font(page), *(_problems(page, found) if found else ())]
        if found and not wrong:
            return _table(page, found)
        if wrong:
            raise refusal(workbook.file, *wrong)
        reasons.append(finding("khong-thay-bang", name))
    raise refusal(workbook.file, *reasons)


def _problems(sheet: Sheet, found: Found) -> Iterator[Finding]:
    leaves = filled_leaves(sheet, found.headings)
    rows = range(found.data, len(sheet.rows))
    grid = Grid.of(sheet, [leaf.columns for leaf in leaves])
    yield from unclear_columns(grid, leaves, found.top, rows)
    for leaf in leaves:
        yield from broken_cells(grid, leaf, range(found.top, found.data), rows)


def _table(sheet: Sheet, found: Found) -> Bang:
    headings = [heading.labelled() for heading in found.headings if heading.text]
    leaves = [leaf for heading in headings for leaf in heading.leaves]
    codes = frozenset(i for i, leaf in enumerate(leaves) if field_of(leaf.text) == "ma")
    rows = list(_rows(found, Grid.of(sheet, [leaf.columns for leaf in leaves], codes)))
    columns = _columns(rows, len(leaves))
    can_le = {leaf.columns: setting(columns[i], code=i in codes) for i, leaf in enumerate(leaves)}
    numbers = {i for i, leaf in enumerate(leaves) if can_le[leaf.columns] is CanLe.SO}
    return Bang.model_validate(
        {
            "cot": [heading.cot(lambda leaf: can_le[leaf.columns]) for heading in headings],
            "hang": list(to_hang([_with_commas(row, numbers) for row in rows], len(leaves))),
        }
    )


def _rows(found: Found, grid: Grid) -> Iterator[DrawnRow]:
    """The rows that say something; one cell over the whole width heads the rows below it."""
    for row in range(found.data, len(grid.sheet.rows)):
        cells = grid.draw(row)
        wide = cells[0].so_cot == len(grid.columns)
        region = grid.region(row, grid.columns[0][0])
        repeated = wide and region is not None and region.first[0] < row
        if any(cell.text for cell in cells) and not repeated:
            yield DrawnRow(cells, heads=wide)


def _columns(rows: Iterable[DrawnRow], width: int) -> list[list[Drawn]]:
    """The cells that fill one column alone, column by column."""
    columns: list[list[Drawn]] = [[] for _ in range(width)]
    for row in rows:
        for cell in row.cells:
            if cell.so_cot == 1:
                columns[cell.start].append(cell)
    return columns


def _with_commas(row: DrawnRow, numbers: Collection[int]) -> DrawnRow:
    return row._replace(
        cells=tuple(
            cell._replace(text=with_comma(cell.text)) if cell.start in numbers and not cell.number else cell
            for cell in row.cells
        )
    )
