"""Sections as staff speak of them, where page numbers stand, and whether a text surely needs a second page."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vbhc.check.body import main_size_pt
from vbhc.layout import MM_PER_PT, load_decree, text_width_mm
from vbhc.recognition.values import Recognised
from vbhc.word.view import Block, PageKind, Paragraph, Place, Row, Run, Section, Table, View, paragraphs

# Heights are measured to be too small rather than too great; a page is left only when this much more is there.
_SURELY = 1.05
# No empty line of an office document is lower.
_EMPTY_PT = 10.0
_PAGE = re.compile(r"PAGE\b", re.IGNORECASE)
# Fields that may work out a page number in a way that is not read here.
_COMPUTED = re.compile(r"(IF\b|=)", re.IGNORECASE)


class PageNumber(NamedTuple):
    """A page number where it stands; ``plain``: in a paragraph of the page itself, not in a table, box or frame."""

    run: Run
    paragraph: Paragraph
    at_top: bool
    plain: bool


def named_sections(doc: Recognised) -> Iterator[tuple[Place | None, str, Section]]:
    """Each section with where it begins, and how staff call it when there are several."""
    sections = doc.view.sections
    for at, section in enumerate(sections, start=1):
        where = f" của phần (section) {at}" if len(sections) > 1 else ""
        yield beginning(section), where, section


def beginning(section: Section) -> Place | None:
    """Where a section begins; ``None`` for one without a paragraph."""
    first = next(paragraphs(section.blocks), None)
    return None if first is None else first.place


def kinds_shown(view: View, section: Section) -> Iterator[PageKind]:
    """The kinds of pages for which a section has headers that can be seen."""
    yield "default"
    if view.even_apart:
        yield "even"
    if section.first_apart:
        yield "first"


def page_numbers(view: View) -> Iterator[PageNumber]:
    """Every page number in a header or footer that can be seen, each once."""
    seen: set[tuple[str, int]] = set()
    for section in view.sections:
        for kind in kinds_shown(view, section):
            for stories, at_top in ((section.headers, True), (section.footers, False)):
                for number in _numbers(stories.get(kind, ()), at_top=at_top):
                    place = number.paragraph.place
                    if (place.part, place.index) not in seen:
                        seen.add((place.part, place.index))
                        yield number


def _numbers(blocks: Sequence[Block], *, at_top: bool) -> Iterator[PageNumber]:
    for paragraph in paragraphs(blocks):
        run = next((run for run in paragraph.runs if _PAGE.match(run.field)), None)
        if run is not None:
            plain = any(paragraph is block for block in blocks) and not paragraph.layout.framed
            yield PageNumber(run, paragraph, at_top, plain)


def number_on(section: Section, kind: PageKind) -> PageNumber | None:
    """The page number that pages of a kind show."""
    tops = _numbers(section.headers.get(kind, ()), at_top=True)
    return next(tops, None) or next(_numbers(section.footers.get(kind, ()), at_top=False), None)


def may_be_numbered(section: Section, kind: PageKind) -> bool:
    """Whether pages of a kind show a number, or a field that may work one out."""
    shown = (*section.headers.get(kind, ()), *section.footers.get(kind, ()))
    fields = (run.field for paragraph in paragraphs(shown) for run in paragraph.runs if run.field)
    return any(_PAGE.match(field) or _COMPUTED.match(field) for field in fields)


def fills_a_page(doc: Recognised, section: Section) -> bool:
    """Whether the text in a section, or one of the phụ lục in it, surely goes on to a second page."""
    labels = {phu_luc.phan[0].place.index for phu_luc in doc.phu_luc}
    page = section.page
    room_pt = (page.height_mm - page.top_mm - page.bottom_mm) / MM_PER_PT * _SURELY
    used = after = 0.0
    broken = False
    for block in section.blocks:
        if block.place.index in labels:
            used, after, broken = 0.0, 0.0, False
        elif isinstance(block, Paragraph) and block.layout.page_break_before:
            broken = used > 0
        shows = isinstance(block, Table) or block.text.strip() != ""
        height, after = _block_pt(block, page.text_mm, after)
        used += height
        if used > room_pt or (broken and shows):
            return True
        broken = broken or (isinstance(block, Paragraph) and "\f" in block.text)
    return False


def _block_pt(block: Block, room_mm: float, above_pt: float) -> tuple[float, float]:
    """The height of a block below one with space ``above_pt`` under it, and the space under it."""
    if isinstance(block, Table):
        return _table_pt(block), 0.0
    layout = block.layout
    before = max(layout.before_pt - above_pt, 0.0)
    return before + _lines_pt(block, room_mm) + layout.after_pt, layout.after_pt


def _lines_pt(paragraph: Paragraph, room_mm: float) -> float:
    size = main_size_pt(paragraph)
    layout = paragraph.layout
    room = max(room_mm - layout.left_mm - layout.right_mm, 1.0)
    pieces = paragraph.text.split("\n") if size else [""]
    lines = sum(max(math.ceil(text_width_mm(piece, size) / room), 1) if size else 1 for piece in pieces)
    single = (size or _EMPTY_PT) * load_decree()["noi_dung.cao_dong_don"].chon
    if layout.line is None:
        return lines * (max(layout.line_pt or 0.0, single) if layout.at_least else layout.line_pt or single)
    return lines * single * layout.line


def _table_pt(table: Table) -> float:
    below = [*table.rows[1:], None]
    return sum(_row_pt(row, after) for row, after in zip(table.rows, below, strict=True))


def _row_pt(row: Row, below: Row | None) -> float:
    """The height of a row by its cells; one that goes on below may have its text there."""
    going_on = {cell.column for cell in below.cells if cell.continues} if below else set()
    own = (cell for cell in row.cells if not cell.continues and cell.column not in going_on)
    heights = (
        sum(_lines_pt(it, cell.width_mm or math.inf) for it in cell.blocks if isinstance(it, Paragraph)) for cell in own
    )
    return max(heights, default=_EMPTY_PT)
