"""What makes a sheet say something else as a table than it stands: columns without a label, broken formulas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from vbhc.findings import Finding
from vbhc.indicators.defects import finding
from vbhc.indicators.drawing import Grid
from vbhc.indicators.headings import Heading
from vbhc.indicators.sheet import Cell, Sheet, address, column_letters
from vbhc.indicators.table_checks import broken


def filled_leaves(sheet: Sheet, headings: Iterable[Heading]) -> list[Heading]:
    """The columns of the table that have a label or hold anything: a stray cell can make a sheet very wide."""
    filled = {column for row in sheet.rows for column, value in enumerate(row) if value != ""}
    filled |= {column for _, column in sheet.extras.errors}
    leaves = [leaf for heading in headings for leaf in heading.leaves]
    return [leaf for leaf in leaves if leaf.text or filled.intersection(leaf.columns)]


def unclear_columns(grid: Grid, leaves: Iterable[Heading], top: int, rows: Sequence[int]) -> Iterator[Finding]:
    """The columns whose cells in ``rows`` no label tells apart, or names at all; the header begins in row ``top``."""
    for leaf in leaves:
        place = address(grid.sheet.name, (top, leaf.columns[0]))
        yield from _undivided(grid, leaf, place, rows) if leaf.text else _unlabelled(grid, leaf, place, rows)


def _unlabelled(grid: Grid, leaf: Heading, place: str, rows: Sequence[int]) -> Iterator[Finding]:
    for column in leaf.columns:
        first = next((cell for row in rows for cell in grid.filled(row, (column,))), None)
        if first:
            what = {"cot": column_letters(column), "o": first.o.rpartition("!")[2], "text": first.text[:60]}
            yield finding("cot-khong-co-tieu-de", place, **what)


def _undivided(grid: Grid, leaf: Heading, place: str, rows: Sequence[int]) -> Iterator[Finding]:
    """Columns under one label can be one column as long as no row has something in two of them."""
    for row in rows if len(leaf.columns) > 1 else ():
        if len(list(grid.filled(row, leaf.columns))) > 1:
            yield finding("tieu-de-trum-nhieu-cot", place, text=leaf.text, so_cot=len(leaf.columns), dong=row + 1)
            return


def broken_cells(grid: Grid, leaf: Heading, header: Iterable[int], rows: Iterable[int]) -> Iterator[Finding]:
    """The cells of a column whose formula gives no value, in the rows of the header and in ``rows``.

    One merged over several rows is found from each of them, and told once.
    """
    letters = column_letters(leaf.columns[0])
    yield from broken(_shown(grid, leaf, header), f"tiêu đề cột {letters}")
    yield from broken(_shown(grid, leaf, rows), f'cột "{leaf.text}"' if leaf.text else f"cột {letters}")


def _shown(grid: Grid, leaf: Heading, rows: Iterable[int]) -> Iterable[Cell]:
    cells = (cell for row in rows for cell in grid.filled(row, leaf.columns))
    return {cell.place: cell for cell in cells}.values()
