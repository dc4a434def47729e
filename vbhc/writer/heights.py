"""How high the rows of a table will be, estimated: which stay whole, and which merged rows stay on one page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from vbhc.layout import MM_PER_PT, TWIPS_PER_MM, lines_needed
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
# Merged rows are measured word by word only above this share of a page by estimate, which nearly always says too much.
MEASURED_SHARE = 0.6


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

    def room_mm(self, cell: Placed) -> float:
        """How wide a line in a cell may be."""
        return max(sum(self.grid[cell.start : cell.start + cell.span]) / TWIPS_PER_MM - CELL_PADDING_MM, 1.0)

    def letters_a_line(self, cell: Placed) -> float:
        """How many letters of average width stand side by side in a cell."""
        return max(self.room_mm(cell) / (self.size_pt * MM_PER_PT * AVERAGE_CHAR_EM), 1.0)

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
        return self._stacked(lines, len(paragraphs))

    def measured(self, cell: Placed) -> float:
        """The height of one cell, its lines filled word by word."""
        paragraphs, room = plain(cell.text).split("\n"), self.room_mm(cell)
        return self._stacked(sum(lines_needed(line, room, self.size_pt) for line in paragraphs), len(paragraphs))

    def _stacked(self, lines: int, paragraphs: int) -> float:
        return lines * self.line_mm + paragraphs * PARAGRAPH_AIR_PT * MM_PER_PT

    def row(self, cells: Sequence[Placed]) -> float:
        """The height of a row of which ``cells`` reach over no other."""
        return max(map(self.cell, cells), default=self.line_mm)

    def is_whole(self, cells: Sequence[Placed]) -> bool:
        """Whether such a row surely fits a page."""
        return self.row(cells) <= self.page_mm * WHOLE_SHARE

    def divide(self, rows: Sequence[Sequence[Placed]]) -> list[int]:
        """How many rows go into each part of a group held together by merges: as many as fit a page, in every part.

        So the row after a part never stands on the page on which the part begins: what it says again is there but once.
        """
        sizes, filled = [0], 0.0
        for height in self._beside_merges(rows):
            if sizes[-1] and filled + height > self.page_mm:
                sizes.append(0)
                filled = 0.0
            sizes[-1] += 1
            filled += height
        return sizes

    def stays_together(self, rows: Sequence[Sequence[Placed]]) -> bool:
        """Whether the rows of one part, with the merged cells beside them, fit a page."""
        merged = max((self.cell(cell) for cells in rows for cell in cells if cell.khoa), default=0.0)
        return sum(self._beside_merges(rows)) <= self.page_mm and merged <= self.page_mm * WHOLE_SHARE

    def _beside_merges(self, rows: Sequence[Sequence[Placed]]) -> list[float]:
        """The height of each row by its cells that reach over no other."""
        own = [[cell for cell in cells if not cell.khoa] for cells in rows]
        heights = [self.row(cells) for cells in own]
        if sum(heights) <= self.page_mm * MEASURED_SHARE:
            return heights
        return [max(map(self.measured, cells), default=self.line_mm) for cells in own]
