"""How high the rows of a table will be, estimated: which stay whole, and which merged rows stay on one page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from vbhc.layout import MM_PER_PT, TWIPS_PER_MM
from vbhc.model import Placed
from vbhc.text.markup import plain
from vbhc.writer.widths import AVERAGE_CHAR_EM, CELL_PADDING_MM

# A line of Times New Roman, single spaced, is so much higher than its size.
LINE_FACTOR = 1.15
PARAGRAPH_AIR_PT = 4
# Lines break at words, so a cell holds less than its area.
RAGGED = 1.1
# A row is kept whole up to this share of a page: it is an estimate, and what does not fit is lost in LibreOffice.
WHOLE_SHARE = 0.7
# Merged rows stay on one page up to this share: what is kept together leaves a gap on the page before it.
KEPT_SHARE = 0.8
# The parts of a higher group are about this high at most: two of them still share a page.
PART_SHARE = 0.45


@dataclass(frozen=True)
class Heights:
    """Estimates in mm for cells over ``grid`` (twips) at one size, on pages with ``page_mm`` for rows."""

    grid: Sequence[int]
    size_pt: float
    page_mm: float

    @cached_property
    def line_mm(self) -> float:
        """The height of a line."""
        return self.size_pt * LINE_FACTOR * MM_PER_PT

    def letters_a_line(self, cell: Placed) -> float:
        """How many letters of average width stand side by side in a cell."""
        width = sum(self.grid[cell.start : cell.start + cell.span]) / TWIPS_PER_MM - CELL_PADDING_MM
        return max(width / (self.size_pt * MM_PER_PT * AVERAGE_CHAR_EM), 1.0)

    def surely_fits(self) -> tuple[int, ...]:
        """For each column how many letters are surely lower than a page: most cells need not be measured."""
        lines = self.page_mm / self.line_mm
        return tuple(int(lines * self.letters_a_line(Placed(at, 1, "")) / 2) for at in range(len(self.grid)))

    def cell(self, cell: Placed) -> float:
        """The height of one cell."""
        letters = self.letters_a_line(cell) / RAGGED
        paragraphs = plain(cell.text).split("\n")
        # No column tears a word, so there are no more lines than words.
        lines = sum([max(min(math.ceil(len(line) / letters), line.count(" ") + 1), 1) for line in paragraphs])
        return lines * self.line_mm + len(paragraphs) * PARAGRAPH_AIR_PT * MM_PER_PT

    def row(self, cells: Sequence[Placed]) -> float:
        """The height of a row of which ``cells`` reach over no other."""
        return max(map(self.cell, cells), default=self.line_mm)

    def is_whole(self, cells: Sequence[Placed]) -> bool:
        """Whether such a row surely fits a page."""
        return self.row(cells) <= self.page_mm * WHOLE_SHARE

    def divide(self, rows: Sequence[Sequence[Placed]]) -> list[int]:
        """How many rows go into each part of a group held together by merges: one part, or several about as high."""
        heights = [self.row([cell for cell in cells if not cell.khoa]) for cells in rows]
        total = sum(heights)
        if total <= self.page_mm * KEPT_SHARE:
            return [len(rows)]
        limit, sizes, filled = total / math.ceil(total / (self.page_mm * PART_SHARE)), [0], 0.0
        for height in heights:
            if sizes[-1] and filled + height / 2 > limit * len(sizes):
                sizes.append(0)
            sizes[-1] += 1
            filled += height
        return sizes

    def stays_together(self, rows: Sequence[Sequence[Placed]]) -> bool:
        """Whether the rows of one part, with the merged cells beside them, surely fit a page."""
        beside = sum(self.row([cell for cell in cells if not cell.khoa]) for cells in rows)
        merged = max((self.cell(cell) for cells in rows for cell in cells if cell.khoa), default=0.0)
        return beside <= self.page_mm * KEPT_SHARE and merged <= self.page_mm * WHOLE_SHARE
