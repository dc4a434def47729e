"""How high the rows of a table will be, estimated: which stay whole, and which merged rows stay on one page."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from vbhc.layout import MM_PER_PT, TWIPS_PER_MM, lines_needed, load_decree
from vbhc.model import Placed
from vbhc.text.markup import marks, plain
from vbhc.writer.paging import Reach, Tied
from vbhc.writer.widths import AVERAGE_CHAR_EM, CELL_PADDING_MM

# A line of Times New Roman, single spaced, is so much higher than its size.
LINE_FACTOR = 1.15
PARAGRAPH_AIR_PT = 4
# The line between two rows.
BORDER_PT = 0.5
# The short line above the footnotes of a page, with its air.
ABOVE_NOTES_MM = 4.0
# Headings are bold, so a line holds fewer letters.
BOLD = 1.1
# Lines break at words, so a cell holds less than its area.
RAGGED = 1.1
# A row is kept whole up to this share of a page: it is an estimate, and what does not fit is lost in LibreOffice.
WHOLE_SHARE, WHOLE_SHARE_MEASURED = 0.7, 0.9
# Merged rows are measured word by word only above this share of a page by estimate, which nearly always says too much.
MEASURED_SHARE = 0.6


@dataclass(frozen=True)
class Heights:
    """Estimates in mm for cells over ``grid`` (twips) at one size, on pages with ``page_mm`` for rows.

    ``notes``: what each footnote takes of the page on which its mark stands.
    """

    grid: Sequence[int]
    size_pt: float
    page_mm: float
    notes: Mapping[str, float] = field(default_factory=dict)

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
        return lines * self.line_mm + (paragraphs * PARAGRAPH_AIR_PT + BORDER_PT) * MM_PER_PT

    def row(self, cells: Sequence[Placed]) -> float:
        """The height of a row of which ``cells`` reach over no other."""
        return max(map(self.cell, cells), default=self.line_mm)

    def is_whole(self, cells: Sequence[Placed], *, lead_mm: float = 0.0) -> bool:
        """Whether such a row surely fits a page, ``lead_mm`` below its top."""
        if self.row(cells) <= self.page_mm * WHOLE_SHARE - lead_mm:
            return True
        return max(map(self.measured, cells), default=0.0) <= self.page_mm * WHOLE_SHARE_MEASURED - lead_mm

    def tied(self, rows: Sequence[Sequence[Placed]]) -> Tied:
        """What each of ``rows`` takes of a page that merged cells hold together, and what these cells need."""
        own = [[cell for cell in cells if not cell.khoa] for cells in rows]
        heights, of = [self.row(cells) for cells in own], self.cell
        if sum(heights) > self.page_mm * MEASURED_SHARE:
            heights, of = [max(map(self.measured, cells), default=self.line_mm) for cells in own], self.measured
        with_notes = [height + self.notes_mm(cells) for height, cells in zip(heights, rows, strict=True)]
        return Tied(with_notes, [Reach(first, last, of(cell)) for first, last, cell in _merges(rows)])

    def single(self, cells: Sequence[Placed]) -> float:
        """What a row takes of a page of which ``cells`` reach over no other."""
        return max(map(self.measured, cells)) + self.notes_mm(cells)

    def notes_mm(self, cells: Sequence[Placed]) -> float:
        """What the footnotes take whose marks stand in ``cells``."""
        return sum(self.notes.get(mark.note, 0.0) for cell in cells for mark in marks(cell.text))


def _merges(rows: Sequence[Sequence[Placed]]) -> Iterator[tuple[int, int, Placed]]:
    """The merged cells with the first and the last row that each reaches over."""
    above: dict[int, tuple[int, Placed]] = {}
    for at, cells in enumerate((*rows, ())):
        tops = {start: cell for start, (_, cell) in above.items()}
        here = {it.start: above[it.start] if it.continues(tops) else (at, it) for it in cells if it.khoa}
        yield from ((first, at - 1, it) for start, (first, it) in above.items() if here.get(start) != (first, it))
        above = here


def paragraph_mm(words: str, room_mm: float) -> float:
    """How high a paragraph of the body is, or a heading."""
    decree = load_decree()
    size = decree["co_chu_pt.noi_dung"].chon
    lines = sum(lines_needed(line, room_mm / BOLD, size) for line in words.split("\n"))
    line_pt = size * LINE_FACTOR * decree["noi_dung.cach_dong"].chon
    return (lines * line_pt + decree["noi_dung.cach_doan_pt"].chon) * MM_PER_PT


def note_mm(markup: str, room_mm: float) -> float:
    """What a footnote takes of its page."""
    size = load_decree()["co_chu_pt.chu_thich"].chon
    lines = sum(lines_needed(line, room_mm, size) for line in plain(markup).split("\n"))
    return lines * size * LINE_FACTOR * MM_PER_PT
