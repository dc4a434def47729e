"""A plan as drawn, taken apart into the places that the decree names. Lengths are mm from the page's top left.

The decree's numbers are written here a second time, from NĐ 30/2020, PL I: what vbhc takes them for does not matter.
LibreOffice writes fonts without a descent, so the ``bottom`` of a word is its baseline.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from drawn_letter import SAME_ROW_MM, rows
from drawn_table import MARK_PT, DrawnTable, Part, parts
from support.pdf import Line, Page, Pdf, Rule
from support.tables import read_tables

from vbhc import Bang, VanBan
from vbhc.model import tables

# I.3 and II.6: the ranges for margins, the two widths of an indent.
LEFT_MM, RIGHT_MM, TOP_MM, BOTTOM_MM = (30, 35), (15, 20), (20, 25), (20, 25)
INDENTS_MM = (10.0, 12.7)
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"


def is_mark(line: Line) -> bool:
    return max(line.sizes_pt) < MARK_PT


def number_of(page: Page) -> Line | None:
    """The number in the top margin, if there is one."""
    return next((line for line in page.lines if line.text.isdecimal() and line.bottom < TOP_MM[0]), None)


@dataclass(frozen=True)
class DrawnPlan:
    """What was to be written, the file, and the pages that came of it."""

    van_ban: VanBan
    docx: Path
    pdf: Pdf

    @property
    def first(self) -> Page:
        return self.pdf.pages[0]

    def on_first(self, text: str) -> Line:
        """The words ``text`` on page 1."""
        found = [phrase for line in self.first.lines if (phrase := line.phrase(text))]
        assert len(found) == 1, f"{len(found)} lines of page 1 contain {text!r}"
        return found[0]

    @cached_property
    def ten_loai(self) -> Line:
        """The line with tên loại alone."""
        (line,) = (line for line in self.first.lines if line.text == "KẾ HOẠCH")
        return line

    @cached_property
    def head(self) -> list[Line]:
        """Everything above tên loại."""
        return [line for line in self.first.lines if line.bottom < self.ten_loai.bottom - 1]

    @cached_property
    def left_of_head(self) -> list[Line]:
        nation = self.on_first(NATION)
        words = [[word for word in line.words if word.x1 <= nation.x0] for line in self.head]
        return rows(Line.of(left) for left in words if left)

    @cached_property
    def trich_yeu(self) -> list[Line]:
        """The lines between tên loại and the rule."""
        below = (line for line in self.first.lines if line.bottom > self.ten_loai.bottom + SAME_ROW_MM)
        return [line for line in below if line.bottom < self.trich_yeu_rule.top]

    @cached_property
    def trich_yeu_rule(self) -> Rule:
        under = [rule for rule in self.first.rules if rule.horizontal and rule.top > self.ten_loai.bottom]
        return min(under, key=lambda rule: rule.top)

    @cached_property
    def label(self) -> Line:
        return self.pdf.phrase("Nơi nhận:")

    @cached_property
    def main_pages(self) -> tuple[Page, ...]:
        """The pages of the plan itself, without phụ lục."""
        return self.pdf.pages[: self.label.page]

    @cached_property
    def signature(self) -> list[Line]:
        """The lines right of Nơi nhận."""
        page = self.pdf.pages[self.label.page - 1]
        level = (line for line in text_lines(page) if line.bottom > self.label.bottom - 1)
        return [line for line in level if line.x0 > self.label.x1 + 20]

    @cached_property
    def body(self) -> list[Line]:
        """Every line of text under the head, over all pages; no tables, no footnotes and no marks of them."""
        found = [line for page in self.main_pages for line in text_lines(page)]
        below = (line for line in found if line.page > 1 or line.bottom > self.trich_yeu_rule.top + 1)
        return [line for line in below if line.page < self.label.page or line.bottom < self.label.bottom - 1]

    @cached_property
    def area(self) -> tuple[float, float]:
        """The left and right edge of the text, as far as its lines reach."""
        return min(line.x0 for line in self.body), max(line.x1 for line in self.body)

    @cached_property
    def paragraphs(self) -> list[list[Line]]:
        """The body by paragraphs: each begins with an indented line."""
        found: list[list[Line]] = []
        for line in self.body:
            if line.x0 > self.area[0] + 5 or not found:
                found.append([])
            found[-1].append(line)
        return found

    def paragraph(self, start: str) -> list[Line]:
        """The one paragraph whose words begin with ``start``."""
        found = [lines for lines in self.paragraphs if lines[0].text.startswith(start)]
        assert len(found) == 1, f"{len(found)} paragraphs begin with {start!r}"
        return found[0]

    @cached_property
    def phu_luc(self) -> list[list[Page]]:
        """The pages of each phụ lục."""
        found: list[list[Page]] = []
        for page in self.pdf.pages[self.label.page :]:
            if page.lines and page.lines[0].text.startswith("Phụ lục"):
                found.append([])
            found[-1].append(page)
        return found

    @cached_property
    def tables(self) -> list[DrawnTable]:
        """The tables of the body and of phụ lục; at most one in each of these."""
        written = [table for table in read_tables(self.docx) if table.header_rows]
        spreads = [(self.van_ban.noi_dung, self.main_pages)]
        spreads += [(own.noi_dung, tuple(pages)) for own, pages in zip(self.van_ban.phu_luc, self.phu_luc, strict=True)]
        said = [(_table(blocks), pages) for blocks, pages in spreads]
        drawn = [(bang, tuple(part for page in pages for part in parts(page))) for bang, pages in said if bang]
        return [DrawnTable(bang, table, on) for (bang, on), table in zip(drawn, written, strict=True)]


def _table(blocks: tuple[object, ...]) -> Bang | None:
    found = [bang for _, bang in tables(blocks)]  # type: ignore[arg-type]
    assert len(found) <= 1
    return found[0] if found else None


def separator(page: Page) -> Rule | None:
    """The short line above footnotes: it begins at the left edge of the text, outside every table."""
    boxes = parts(page)
    level = (rule for rule in page.rules if rule.horizontal and rule.length < page.width / 3)
    left = (rule for rule in level if LEFT_MM[0] - 0.3 < rule.x0 < LEFT_MM[1] + 0.3)
    return next((rule for rule in left if not any(_holds(box, rule.top) for box in boxes)), None)


def notes(page: Page) -> list[Line]:
    """The lines of footnotes, their numbers among them."""
    line = separator(page)
    return [] if line is None else [below for below in page.lines if below.bottom > line.top]


def text_lines(page: Page) -> Iterator[Line]:
    """The lines of the text area outside tables, footnotes and marks."""
    boxes, rule = parts(page), separator(page)
    end = page.height if rule is None else rule.top
    for line in page.lines:
        in_table = any(_holds(box, line.bottom) for box in boxes)
        if TOP_MM[0] < line.bottom < end and not in_table and not is_mark(line):
            yield line


def last_line(page: Page) -> Line | None:
    """The line of text that ends the page; ``None`` where a table ends it."""
    last = max(text_lines(page), key=lambda line: line.bottom, default=None)
    return None if last is None or any(box.bottom > last.bottom for box in parts(page)) else last


def _holds(box: Part, height: float) -> bool:
    return box.top - 0.5 < height < box.bottom + 0.5
