"""A letter as drawn, taken apart into the places that the decree names. Lengths are mm from the page's top left.

LibreOffice writes fonts without a descent, so the ``bottom`` of a word is its baseline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from support.pdf import MM_PER_PT, Line, Page, Pdf, Rule

from vbhc import CongVan, load_pack
from vbhc.layout import load_decree

DECREE = load_decree()
WIDTH, HEIGHT = DECREE["trang.rong_mm"].chon, DECREE["trang.cao_mm"].chon
LEFT, RIGHT = DECREE["trang.le_trai_mm"].chon, WIDTH - DECREE["trang.le_phai_mm"].chon
TOP, BOTTOM = DECREE["trang.le_tren_mm"].chon, HEIGHT - DECREE["trang.le_duoi_mm"].chon
MIDDLE = (LEFT + RIGHT) / 2
INDENT = DECREE["noi_dung.thut_dong_dau_mm"].chon
# Times New Roman in ems: how deep letters and dots reach below the baseline, a colon's width, the height of a line.
DEPTH_EM, COLON_EM, LINE_EM = 0.25, 0.278, 1.149
SAME_ROW_MM = 0.5


def em_mm(line: Line) -> float:
    """The size of the largest letters of ``line``, in mm."""
    return max(line.sizes_pt) * MM_PER_PT


def is_bold(line: Line) -> bool:
    return all("Bold" in font for font in line.fonts)


def is_italic(line: Line) -> bool:
    return all("Italic" in font for font in line.fonts)


def together(lines: Iterable[Line]) -> Line:
    """Pieces that stand on one row as one line."""
    return Line.of([word for line in lines for word in line.words])


def rows(lines: Iterable[Line]) -> list[Line]:
    """Lines with the wide gaps inside them closed: what shares a baseline is one line."""
    return [together(row) for _, row in groupby(lines, key=lambda line: (line.page, round(line.bottom)))]


def page_number(page: Page) -> Line | None:
    """The number in the top margin of ``page``, if there is one."""
    return next((line for line in page.lines if line.text.isdecimal() and line.bottom < TOP), None)


@dataclass(frozen=True)
class DrawnLetter:
    """What was to be written, by which pack, and the pages that came of it."""

    van_ban: CongVan
    pack: str
    pdf: Pdf

    def size_pt(self, element: str) -> float:
        """What the decree gives ``element`` in the size profile of the pack."""
        return DECREE.size_pt(element, load_pack(self.pack).manifest.co_chu)

    @property
    def first(self) -> Page:
        return self.pdf.pages[0]

    @cached_property
    def nation(self) -> Line:
        return self.pdf.phrase(DECREE.loi_van["quoc_hieu"])

    @cached_property
    def motto(self) -> Line:
        return self.pdf.phrase(DECREE.loi_van["tieu_ngu"])

    @cached_property
    def kinh_gui(self) -> Line:
        return self.pdf.line("Kính gửi:")

    @cached_property
    def head(self) -> list[Line]:
        """Everything above Kính gửi."""
        return [line for line in self.first.lines if TOP < line.bottom < self.kinh_gui.bottom - 1]

    @cached_property
    def left_of_head(self) -> list[Line]:
        """The rows of the left column; a name that comes near quốc hiệu is one line with it, so words are looked at."""
        words = [[word for word in line.words if word.x1 <= self.nation.x0] for line in self.head]
        return rows(Line.of(left) for left in words if left)

    @cached_property
    def agency(self) -> list[Line]:
        """The lines of chủ quản and tên cơ quan."""
        return [line for line in self.left_of_head if line.bottom < self.agency_rule.top]

    @cached_property
    def agency_rule(self) -> Rule:
        return min((rule for rule in self._head_rules() if rule.x1 <= self.nation.x0), key=lambda rule: rule.top)

    @cached_property
    def motto_rule(self) -> Rule:
        return next(rule for rule in self._head_rules() if rule.x0 >= self.nation.x0)

    def _head_rules(self) -> Iterator[Rule]:
        return (rule for rule in self.first.rules if rule.horizontal and TOP < rule.top < self.kinh_gui.top)

    @cached_property
    def number(self) -> Line:
        """The row "Số: …/…", the gap of a draft inside it."""
        return next(line for line in self.left_of_head if line.text.startswith("Số:"))

    @cached_property
    def trich_yeu(self) -> list[Line]:
        """The lines "V/v …"."""
        below = (line for line in self.left_of_head if line.bottom > self.number.bottom + SAME_ROW_MM)
        return [line for line in below if not is_bold(line)]

    @cached_property
    def place_and_date(self) -> list[Line]:
        """The lines of địa danh and date, the gaps of a draft inside them."""
        return rows(line for line in self.head if line.x0 > self.nation.x0 and is_italic(line))

    @cached_property
    def recipients(self) -> list[Line]:
        """The lines below "Kính gửi:"."""
        below = (line for line in self.first.lines if line.bottom > self.kinh_gui.bottom + 1)
        return [line for line in below if line.bottom < self.body[0].bottom - 1]

    @cached_property
    def body(self) -> list[Line]:
        """Every line of the text of the letter itself, over all its pages."""
        found = [line for page in self.pdf.pages[: self.label.page] for line in _text_of(page)]
        indented = (n for n, line in enumerate(found) if abs(line.x0 - LEFT - INDENT) < 1)
        start = next(n for n in indented if found[n].bottom > self.kinh_gui.bottom)
        last = self.label
        return [line for line in found[start:] if line.page < last.page or line.bottom < last.bottom - 1]

    @cached_property
    def paragraphs(self) -> list[list[Line]]:
        """The body by paragraphs: each begins with an indented line."""
        found: list[list[Line]] = []
        for line in self.body:
            if line.x0 > LEFT + 5 or not found:
                found.append([])
            found[-1].append(line)
        return found

    @cached_property
    def label(self) -> Line:
        return self.pdf.phrase("Nơi nhận:")

    @cached_property
    def last_page(self) -> Page:
        """The page with the signature."""
        return self.pdf.pages[self.label.page - 1]

    @cached_property
    def noi_nhan(self) -> list[Line]:
        """The lines under "Nơi nhận:"."""
        below = (line for line in self.last_page.lines if self.label.bottom + 1 < line.bottom < BOTTOM)
        return [line for line in below if line.x0 < MIDDLE]

    @cached_property
    def signature(self) -> list[Line]:
        """The lines of quyền hạn, chức vụ and the name."""
        level = (line for line in self.last_page.lines if self.label.bottom - 1 < line.bottom < BOTTOM)
        return [line for line in level if line.x0 > MIDDLE]


def _text_of(page: Page) -> Iterator[Line]:
    """The lines of the text area: no page number, no address at the foot."""
    return (line for line in page.lines if TOP < line.bottom < BOTTOM)
