"""The heading of a table: as many rows as its columns have levels, each repeated at the top of every page."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from vbhc.model import Cot, Heading, Placed, heading_levels
from vbhc.word.wml import Merge, cell, paragraph, row
from vbhc.writer.heights import BOLD, Heights
from vbhc.writer.inline import Footnotes
from vbhc.writer.styles import BodyStyles

_MIDDLE = '<w:vAlign w:val="center"/>'


def heading_rows(columns: Sequence[Cot], grid: Sequence[int], styles: BodyStyles, notes: Footnotes) -> list[str]:
    """The rows as XML, in reading order: one above others spans them, one without others reaches to the last row."""

    def written(it: Heading, merge: Merge) -> str:
        span = len(it.column.la)
        inner = paragraph(styles.dau_bang, "" if merge == "continue" else notes.text(it.column.tieu_de))
        return cell(inner, sum(grid[it.start : it.start + span]), span=span, merge=merge, tcpr_extra=_MIDDLE)

    levels = list(heading_levels(columns))
    rows: list[str] = []
    down: list[Heading] = []
    for level in levels:
        reach: Merge = "restart" if level is not levels[-1] else None
        merges: dict[Heading, Merge] = {it: None if it.column.con else reach for it in level}
        merges |= dict.fromkeys(down, "continue")
        rows.append(row([written(it, merges[it]) for it in sorted(merges, key=attrgetter("start"))], header=True))
        down += [it for it in level if not it.column.con]
    return rows


def headings_mm(columns: Sequence[Cot], heights: Heights) -> float:
    """How high the rows are together: a heading that reaches down shares its height out."""
    levels = list(heading_levels(columns))
    return sum(max(_row_mm(it, len(levels) - at, heights) for it in level) for at, level in enumerate(levels))


def _row_mm(it: Heading, rows_left: int, heights: Heights) -> float:
    whole = heights.cell(Placed(it.start, len(it.column.la), it.column.tieu_de)) * BOLD
    return whole if it.column.con else whole / rows_left
