"""What makes a sheet say something else as a table than it stands: columns without a label, broken formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vbhc.findings import Finding
from vbhc.indicators.defects import finding
from vbhc.indicators.headings import Heading
from vbhc.indicators.sheet import Sheet, address, column_letters
from vbhc.indicators.table_checks import broken


def problems(sheet: Sheet, headings: Sequence[Heading], top: int, data: int) -> Iterator[Finding]:
    """The findings that forbid the table under ``headings``, which stand in the rows from ``top`` up to ``data``."""
    for leaf in (leaf for heading in headings for leaf in heading.leaves):
        place = address(sheet.name, (top, leaf.columns[0]))
        yield from _undivided(sheet, leaf, place, data) if leaf.text else _unlabelled(sheet, leaf, place, data)
        yield from _broken(sheet, leaf, top)


def _unlabelled(sheet: Sheet, leaf: Heading, place: str, data: int) -> Iterator[Finding]:
    for column in leaf.columns:
        cells = (sheet.cell(row, column) for row in range(data, len(sheet.rows)))
        first = next((cell for cell in cells if not cell.empty), None)
        if first:
            what = {"cot": column_letters(column), "o": first.o.rpartition("!")[2], "text": first.text[:60]}
            yield finding("cot-khong-co-tieu-de", place, **what)


def _undivided(sheet: Sheet, leaf: Heading, place: str, data: int) -> Iterator[Finding]:
    """Columns under one label can be one column as long as no row has something in two of them."""
    for row in range(data, len(sheet.rows)) if len(leaf.columns) > 1 else ():
        if sum(not sheet.cell(row, column).empty for column in leaf.columns) > 1:
            yield finding("tieu-de-trum-nhieu-cot", place, text=leaf.text, so_cot=len(leaf.columns), dong=row + 1)
            return


def _broken(sheet: Sheet, leaf: Heading, top: int) -> Iterator[Finding]:
    cells = (sheet.cell(row, column) for row in range(top, len(sheet.rows)) for column in leaf.columns)
    return broken(cells, f'cột "{leaf.text}"')
