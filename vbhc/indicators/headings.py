"""The labels over the columns of a table, as a tree: one may stand over several that have labels of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from vbhc.indicators.header import MAX_COLUMNS
from vbhc.indicators.sheet import Position, Sheet
from vbhc.model import CanLe, Cot
from vbhc.text.markup import escape


class Heading(NamedTuple):
    """A label, the columns of the sheet under it, and the labels below; "" stands over a column without a label.

    Columns under one label that nothing divides are one column of the table.
    """

    text: str
    columns: tuple[int, ...]
    below: tuple[Heading, ...] = ()

    @property
    def leaves(self) -> tuple[Heading, ...]:
        """The columns of the table: this label, or the lowest ones below it."""
        return tuple(leaf for heading in self.below for leaf in heading.leaves) if self.below else (self,)

    def labelled(self) -> Heading:
        """The heading without the columns that have no label."""
        below = tuple(heading.labelled() for heading in self.below if heading.text)
        return self._replace(below=below)

    def cot(self, can_le: Callable[[Heading], CanLe]) -> Cot:
        """The heading as a column of a `Bang`; ``can_le`` tells how the text of a real column is set."""
        if self.below:
            return Cot(tieu_de=escape(self.text), con=tuple(heading.cot(can_le) for heading in self.below))
        return Cot(tieu_de=escape(self.text), can_le=can_le(self))


def read_headings(sheet: Sheet, top: int, bottom: int) -> tuple[Heading, ...]:
    """The headings in the rows from ``top`` up to ``bottom`` (without it), from left to right."""
    grid = [_owners(sheet, row) for row in range(top, bottom)]
    if not sheet.extras.merges:
        _spread(sheet, grid)
    return tuple(_level(sheet, grid, 0, range(min(sheet.width, MAX_COLUMNS))))


def _owners(sheet: Sheet, row: int) -> list[Position]:
    """For each column the cell that shows in this row: its own, or the first of a merged region."""
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


def _level(sheet: Sheet, grid: Sequence[Sequence[Position]], depth: int, columns: Sequence[int]) -> Iterator[Heading]:
    """The headings over ``columns`` from row ``depth`` of the header down; a row without a label is passed over."""
    if depth == len(grid):
        return
    for owner, group in groupby(columns, key=lambda column: grid[depth][column]):
        under = tuple(group)
        begins = depth == 0 or grid[depth - 1][under[0]] != owner
        text = sheet.cell(*owner).written if begins else ""
        below = tuple(_level(sheet, grid, depth + 1, under))
        labelled = any(heading.text for heading in below)
        if text or not labelled:
            yield Heading(text, under, below if labelled else ())
        else:
            yield from below
