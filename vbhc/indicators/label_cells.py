"""Which cell shows as a label over a column, row by row of a header: the one account of what labels what."""

from __future__ import annotations

from itertools import pairwise

from vbhc.indicators.sheet import Position, Sheet

MAX_COLUMNS = 1000
"""How far to the right a table is read."""


def label_cells(sheet: Sheet, top: int, bottom: int) -> list[list[Position]]:
    """For each row from ``top`` up to ``bottom`` (without it) the cell that shows over each column.

    That is the column's own cell in the row, or the first of a merged region.
    """
    grid = [_owners(sheet, row) for row in range(top, bottom)]
    if not sheet.extras.merges:
        _spread(sheet, grid)
    return grid


def _owners(sheet: Sheet, row: int) -> list[Position]:
    owners = [(row, column) for column in range(min(sheet.width, MAX_COLUMNS))]
    for first, last in sheet.extras.merges:
        if first[0] <= row <= last[0]:
            for column in range(first[1], min(last[1] + 1, len(owners))):
                owners[column] = first
    return owners


def _spread(sheet: Sheet, grid: list[list[Position]]) -> None:
    """Without merged regions: a label reaches over the empty cells to its right that have labels below them."""
    for upper, lower in pairwise(grid):
        for column in range(1, len(upper)):
            filled = [not sheet.cell(*place).empty for place in (upper[column], lower[column], lower[column - 1])]
            if filled == [False, True, True]:
                upper[column] = upper[column - 1]
