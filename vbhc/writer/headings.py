"""The heading of a table: as many rows as its columns have levels, each repeated at the top of every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vbhc.model import Cot, Placed
from vbhc.word.wml import Merge, cell, paragraph, row
from vbhc.writer.heights import Heights
from vbhc.writer.inline import Footnotes
from vbhc.writer.styles import BodyStyles

_MIDDLE = '<w:vAlign w:val="center"/>'
# Headings are bold, so a line holds fewer letters.
BOLD = 1.1


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in one row of the heading: its first column, and whether it began in this row and goes on below it."""

    column: Cot
    start: int
    first: bool = True
    goes_on: bool = False


def levels(columns: Sequence[Cot]) -> Iterator[list[Heading]]:
    """The rows of the heading: one above others spans them, one without others reaches down to the last row."""
    depth = max(column.tang for column in columns)
    below = _side_by_side(columns, 0)
    for level in range(depth):
        here = [Heading(it.column, it.start, it.first, not it.column.con and level < depth - 1) for it in below]
        yield here
        below = [
            under
            for it in here
            for under in (
                _side_by_side(it.column.con, it.start) if it.column.con else [Heading(it.column, it.start, first=False)]
            )
        ]


def heading_rows(columns: Sequence[Cot], grid: Sequence[int], styles: BodyStyles, notes: Footnotes) -> list[str]:
    """The rows as XML, in the order in which they are read."""

    def written(it: Heading) -> str:
        span = len(it.column.la)
        merge: Merge = "continue" if not it.first else "restart" if it.goes_on else None
        inner = paragraph(styles.dau_bang, notes.text(it.column.tieu_de) if it.first else "")
        return cell(inner, sum(grid[it.start : it.start + span]), span=span, merge=merge, tcpr_extra=_MIDDLE)

    return [row([written(it) for it in level], header=True) for level in levels(columns)]


def headings_mm(columns: Sequence[Cot], heights: Heights) -> float:
    """How high the rows are together: a heading that reaches down shares its height out."""
    rows = list(levels(columns))
    return sum(max(_row_mm(it, len(rows) - at, heights) for it in level) for at, level in enumerate(rows))


def _row_mm(it: Heading, rows_left: int, heights: Heights) -> float:
    if not it.first:
        return heights.line_mm
    whole = heights.cell(Placed(it.start, len(it.column.la), it.column.tieu_de)) * BOLD
    return whole if it.column.con else whole / rows_left


def _side_by_side(columns: Sequence[Cot], start: int) -> list[Heading]:
    placed = []
    for column in columns:
        placed.append(Heading(column, start))
        start += len(column.la)
    return placed
