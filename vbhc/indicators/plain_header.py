"""Where a table of any kind begins on a sheet: the first row whose labels stand over most of its columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from vbhc.indicators.header import MAX_TITLE_ROWS
from vbhc.indicators.headings import Heading, read_headings
from vbhc.indicators.label_cells import MAX_COLUMNS
from vbhc.indicators.sheet import Sheet

HeaderEnd: TypeAlias = Callable[[Sheet, int], int]
"""The first row of data under a header that begins in a given row."""


class Found(NamedTuple):
    """A table on a sheet: the first row of its header, the first below it, and its headings."""

    top: int
    data: int
    headings: tuple[Heading, ...]


def find_table(sheet: Sheet, end: HeaderEnd) -> Found | None:
    """The first row in which at least two labels, and one for most of the columns below it, stand side by side."""
    last = last_rows(sheet)
    for top in range(min(MAX_TITLE_ROWS, len(sheet.rows))):
        labelled = [column for column in range(len(last)) if not sheet.cell(top, column).empty]
        if len(labelled) < 2:
            continue
        data = end(sheet, top)
        headings = read_headings(sheet, top, data)
        labels = sum(bool(leaf.text) for heading in headings for leaf in heading.leaves)
        filled = sum(row >= data for row in last)
        if labels > 1 and filled and labels * 2 > filled:
            return Found(top, data, headings)
    return None


def last_rows(sheet: Sheet) -> list[int]:
    """For each column the last row in which it holds anything, -1 for none."""
    last = [-1] * min(sheet.width, MAX_COLUMNS)
    for row in range(len(sheet.rows)):
        for column in range(len(last)):
            if not sheet.cell(row, column).empty:
                last[column] = row
    return last
