"""The labels over the columns of a table, as a tree: one may stand over several that have labels of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from vbhc.indicators.label_cells import MAX_COLUMNS, label_cells
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
    grid = label_cells(sheet, top, bottom)
    return tuple(_level(sheet, grid, 0, range(min(sheet.width, MAX_COLUMNS))))


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
