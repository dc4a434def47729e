"""Lines around the cells of a table: which of those who may say so draws one, and what neighbours share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from vbhc.word.view.values import Cell, Row

_INSIDE = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}
_ROWS = frozenset({"firstRow", "lastRow", "band1Horz", "band2Horz"})
_COLUMNS = frozenset({"firstCol", "lastCol", "band1Vert", "band2Vert"})
_CELLS = frozenset({"cell", "nwCell", "neCell", "swCell", "seCell"})


Edges: TypeAlias = Mapping[str, bool]
"""Which sides of a cell lie at the edge of the table."""


def side_drawn(side: str, edges: Edges, said: Sequence[tuple[str, Mapping[str, bool]]]) -> bool:
    """Whether a line is drawn on a side of a cell; ``said``: by a part of the table, the strongest first."""
    for part, lines in said:
        name = side if edges[side] or _ends(part, side) else _INSIDE[side]
        if name in lines:
            return lines[name]
    return False


def _ends(part: str, side: str) -> bool:
    """Whether every cell of a part of the table lies at the end of the part on this side."""
    return part in _CELLS or part in (_ROWS if side in ("top", "bottom") else _COLUMNS)


def joined(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows with each line between two cells known to both, and none where a cell goes on below."""
    above: Mapping[int, Cell] = {}
    for at, row in enumerate(rows):
        here = _by_column(row)
        below = _by_column(rows[at + 1]) if at + 1 < len(rows) else {}
        cells = tuple(
            _with_borders(cell, _upright(row.cells, position) | _level(cell, above, below))
            for position, cell in enumerate(row.cells)
        )
        above = here
        yield row if cells == row.cells else replace(row, cells=cells)


def _by_column(row: Row) -> Mapping[int, Cell]:
    return {cell.column: cell for cell in row.cells}


def _with_borders(cell: Cell, borders: frozenset[str]) -> Cell:
    return cell if borders == cell.borders else replace(cell, borders=borders)


def _upright(cells: Sequence[Cell], position: int) -> frozenset[str]:
    """The lines left and right of a cell, its own and those of the cells beside it."""
    drawn = cells[position].borders & {"left", "right"}
    if position and "right" in cells[position - 1].borders:
        drawn |= {"left"}
    if position + 1 < len(cells) and "left" in cells[position + 1].borders:
        drawn |= {"right"}
    return drawn


def _level(cell: Cell, above: Mapping[int, Cell], below: Mapping[int, Cell]) -> frozenset[str]:
    """The lines above and below a cell, its own and those of the cells there that begin at the same column."""
    upper, lower = above.get(cell.column), below.get(cell.column)
    drawn = cell.borders & {"top", "bottom"}
    if upper is not None and "bottom" in upper.borders:
        drawn |= {"top"}
    if lower is not None and "top" in lower.borders:
        drawn |= {"bottom"}
    goes_up, goes_down = cell.continues, lower is not None and lower.continues
    return drawn - {side for side, goes in (("top", goes_up), ("bottom", goes_down)) if goes}
