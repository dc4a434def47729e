"""Tables as drawn: found by their rules and read word by word, so that neighbouring columns never run together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from support.pdf import MM_PER_PT, Box, Page, Rule, Word, plain
from support.tables import ReadTable

from vbhc import Bang, OBang
from vbhc.text.markup import plain as without_markup

Tokens = Counter[str]

SAME_EDGE_MM = 0.4
# The mark of a footnote is smaller than any text.
MARK_PT = 9
# Times New Roman in ems.
_WIDTHS_EM = {**dict.fromkeys("0123456789", 0.5), ",": 0.25, "/": 0.278, "%": 0.833}
# A number: what stands before its decimal comma, or would stand there, and the rest.
_NUMBER = re.compile(r"[≥≤<>-]?\d[\d.]*([,/%][\d%]*)?")


def tokens(texts: Iterable[str]) -> Tokens:
    """The words of ``texts``, each counted; LibreOffice breaks lines at "-" and "/" too, so these divide words."""
    return Counter(token for text in texts for token in re.split(r"[\s/–-]+", plain(text)) if token)


@dataclass(frozen=True)
class Part(Box):
    """What one page shows of a table; ``edges`` are the heights of the rules that run all across it."""

    words: tuple[Word, ...]
    edges: tuple[float, ...]

    def within(self, top: float, bottom: float) -> list[Word]:
        """The words with their baseline between two heights."""
        return [word for word in self.words if top < word.bottom < bottom]

    @cached_property
    def tokens(self) -> Tokens:
        return tokens(word.text for word in self.words)


def parts(page: Page) -> list[Part]:
    """The tables of ``page`` from top to bottom, or what it shows of them; tables without rules are none."""
    upright = sorted((rule for rule in page.rules if not rule.horizontal), key=lambda rule: rule.top)
    groups: list[list[Rule]] = []
    for rule in upright:
        if groups and rule.top < max(other.bottom for other in groups[-1]) + SAME_EDGE_MM:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return [_part(page, group) for group in groups]


def _part(page: Page, upright: Sequence[Rule]) -> Part:
    x0, x1 = min(rule.x0 for rule in upright), max(rule.x1 for rule in upright)
    top, bottom = min(rule.top for rule in upright), max(rule.bottom for rule in upright)
    level = [rule for rule in page.rules if rule.horizontal and top - 1 < rule.top < bottom + 1]
    across = [rule.top for rule in level if rule.x0 < x0 + SAME_EDGE_MM and rule.x1 > x1 - SAME_EDGE_MM]
    inside = [word for line in page.lines for word in line.words if top < word.bottom < bottom]
    return Part(page.number, x0, x1, top, bottom, tuple(inside), tuple(sorted(across)))


@dataclass(frozen=True)
class DrawnTable:
    """A table of the model, what the DOCX has of it, and its parts on the pages."""

    bang: Bang
    written: ReadTable
    parts: tuple[Part, ...]

    @cached_property
    def heading(self) -> Tokens:
        """What the heading rows say."""
        return sum((shown(self.written, row) for row in range(self.written.header_rows)), Counter())

    @cached_property
    def rows(self) -> list[Tokens]:
        """What each row below the heading says; a merged cell speaks in the row where it begins."""
        return [shown(self.written, row) for row in range(self.written.header_rows, len(self.written.grid))]

    @cached_property
    def said(self) -> list[list[str]]:
        """The texts of each row of the model, markup gone."""
        rows = [[line.nhom] if line.nhom else line.o for line in self.bang.hang]
        return [[without_markup(cell.noi_dung if isinstance(cell, OBang) else cell) for cell in row] for row in rows]

    def heading_end(self, part: Part) -> float | None:
        """Where the heading ends on a page: the rule above which just its words stand; ``None`` without one."""
        return next(
            (edge for edge in part.edges if tokens(word.text for word in part.within(0, edge)) == self.heading), None
        )

    def body(self, part: Part) -> list[Word]:
        """The words of a page below the heading, without marks of footnotes."""
        end = self.heading_end(part)
        assert end is not None, f"page {part.page} does not begin with the heading"
        return [word for word in part.within(end, part.bottom) if word.size_pt > MARK_PT]

    @cached_property
    def rows_by_page(self) -> list[range]:
        """Which rows each page holds, each whole; fails where a page holds anything else."""
        found, start = [], 0
        for part in self.parts:
            page, taken, end = tokens(word.text for word in self.body(part)), Counter[str](), start
            while end < len(self.rows) and taken + self.rows[end] <= page:
                taken += self.rows[end]
                end += 1
            assert taken == page, f"page {part.page}, after rows {start}…{end - 1}: {page - taken}"
            found.append(range(start, end))
            start = end
        assert start == len(self.rows), f"no page shows the rows from {start} on"
        return found

    def column(self, part: Part, index: int) -> list[Word]:
        """The words of a column below the heading, on one page."""
        ends = list(accumulate(self.written.columns_mm, initial=part.x0))
        return [word for word in self.body(part) if ends[index] < (word.x0 + word.x1) / 2 < ends[index + 1]]

    def commas(self, index: int) -> list[float]:
        """Where the decimal commas of the numbers in a column stand, or would stand, from the table's left edge."""
        words = [(part, word) for part in self.parts for word in self.column(part, index)]
        largest = max((word.size_pt for _, word in words), default=0)  # the marks of notes are smaller
        numbers = ((part, word) for part, word in words if word.size_pt == largest and _NUMBER.fullmatch(word.text))
        return [comma(word) - part.x0 for part, word in numbers]


def comma(word: Word) -> float:
    """Where the decimal comma of a number begins, or would begin."""
    found = _NUMBER.fullmatch(word.text)
    assert found is not None
    return word.x1 - sum(_WIDTHS_EM[sign] for sign in found[1] or "") * word.size_pt * MM_PER_PT


def shown(table: ReadTable, row: int) -> Tokens:
    """What a row shows itself: not what merged cells from above show."""
    return tokens(table.grid[row][cell.column] for cell in table.cells[row] if cell.merge != "continue")
