"""The heading of a table: as many rows as its columns have levels, each repeated at the top of every page."""

from __future__ import annotations

from collections.abc import Sequence

from vbhc.model import Cot
from vbhc.word.wml import Merge, cell, paragraph, row
from vbhc.writer.inline import Footnotes
from vbhc.writer.styles import BodyStyles

_MIDDLE = '<w:vAlign w:val="center"/>'


def heading_rows(columns: Sequence[Cot], grid: Sequence[int], styles: BodyStyles, notes: Footnotes) -> list[str]:
    """The rows: a heading above others spans them, one without others reaches down to the last row."""
    rows: list[list[str]] = [[] for _ in range(max(column.tang for column in columns))]

    def put(columns: Sequence[Cot], level: int, start: int) -> None:
        for column in columns:
            span = len(column.la)
            width = sum(grid[start : start + span])
            inner = paragraph(styles.dau_bang, notes.text(column.tieu_de))
            below = rows[level + 1 :] if not column.con else []
            merge: Merge = "restart" if below else None
            rows[level].append(cell(inner, width, span=span, merge=merge, tcpr_extra=_MIDDLE))
            for lower in below:
                lower.append(cell(paragraph(styles.dau_bang, ""), width, merge="continue", tcpr_extra=_MIDDLE))
            put(column.con, level + 1, start)
            start += span

    put(columns, 0, 0)
    return [row(cells, header=True) for cells in rows]
