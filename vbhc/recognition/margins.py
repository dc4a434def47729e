"""What stands in the margins of pages: the page number, the address at the foot of page 1, where it may circulate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vbhc.recognition import patterns
from vbhc.recognition.folding import fold_line
from vbhc.recognition.values import Line, Phan, ThanhPhan
from vbhc.word.view import Block, Paragraph, Section, View, paragraphs

T = ThanhPhan


def read_margins(view: View) -> Iterator[Phan]:
    """The thành phần in headers and footers, those of each part once, section after section."""
    seen: set[tuple[str, int]] = set()
    for at, section in enumerate(view.sections):
        for blocks, at_foot in _margins(section):
            for paragraph in paragraphs(blocks):
                key = (paragraph.place.part, paragraph.place.index)
                loai = _kind(paragraph, at_foot=at_foot)
                if loai is not None and key not in seen:
                    seen.add(key)
                    yield Phan(loai, (Line(paragraph.runs, paragraph, "full", at, -1, section.page.text_mm),))


def _margins(section: Section) -> Iterator[tuple[Sequence[Block], bool]]:
    yield from ((blocks, False) for blocks in section.headers.values())
    yield from ((blocks, True) for blocks in section.footers.values())


def _kind(paragraph: Paragraph, *, at_foot: bool) -> ThanhPhan | None:
    if any(run.field.split(" ")[0].upper() == "PAGE" for run in paragraph.runs):
        return T.SO_TRANG
    folded = fold_line(paragraph.text)
    if patterns.STAMPS["LUU_HANH"].match(folded):
        return T.LUU_HANH
    return T.DIA_CHI if at_foot and patterns.DIA_CHI.search(folded) else None
