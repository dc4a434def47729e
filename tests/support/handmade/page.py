"""Pages: sections, and the headers and footers that they name."""

from __future__ import annotations

from support.handmade.pen import Pen, twips
from support.handmade.values import Letter, PhuLuc

MARGIN_ORDER = ("top", "right", "bottom", "left", "header", "footer")


def first_page_stories(letter: Letter) -> tuple[str, ...]:
    """Which of ``header`` and ``footer`` say something on page 1 alone."""
    in_header = letter.luu_hanh or letter.chu_ky_so
    return ("header",) * bool(in_header) + ("footer",) * bool(letter.dia_chi)


def section(letter: Letter, phu_luc: PhuLuc | None = None, *, first: bool | None = None) -> str:
    """The ``w:sectPr`` of the letter itself or of ``phu_luc``; ``first``: it begins the file."""
    first = phu_luc is None if first is None else first
    width, height = letter.paper_twips
    landscape = phu_luc is not None and phu_luc.landscape
    size = f'w:w="{height}" w:h="{width}" w:orient="landscape"' if landscape else f'w:w="{width}" w:h="{height}"'
    margins = {"footer": 10} | dict(letter.margins_mm)
    sides = " ".join(f'w:{side}="{twips(margins[side])}"' for side in MARGIN_ORDER)
    start = phu_luc.start if phu_luc else None
    on_first = letter.title_page if phu_luc is None else phu_luc.title_page
    return (
        f'<w:sectPr>{_references(letter, first=first)}<w:pgSz {size}/><w:pgMar {sides} w:gutter="0"/>'
        + (f'<w:pgNumType w:start="{start}"/>' if start is not None else "")
        + '<w:cols w:space="720"/>'
        + ("<w:titlePg/>" if on_first else "")
        + '<w:docGrid w:linePitch="360"/></w:sectPr>'
    )


def _references(letter: Letter, *, first: bool) -> str:
    """The headers and footers of a section: later ones leave page 1's stamps out."""
    kind = letter.page_number_in
    number = f'<w:{kind}Reference w:type="default" r:id="rIdNumber"/>' if letter.page_number else ""
    stories = first_page_stories(letter)
    own = "First" if first else "Blank"
    return number + "".join(f'<w:{name}Reference w:type="first" r:id="rId{own}{name.title()}"/>' for name in stories)


def page_number(pen: Pen) -> str:
    """The paragraph with the number of the page."""
    look = pen.letter.page_number
    assert look is not None
    properties = pen.own(look)
    shown = f"<w:r>{properties}<w:t>2</w:t></w:r>"
    if pen.letter.page_field == "simple":
        return pen.paragraph(look, f'<w:fldSimple w:instr=" PAGE   \\* MERGEFORMAT ">{shown}</w:fldSimple>')
    begin, separate, end = (
        f'<w:r>{properties}<w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    code = f'<w:r>{properties}<w:instrText xml:space="preserve"> PAGE   \\* MERGEFORMAT </w:instrText></w:r>'
    return pen.paragraph(look, begin + code + separate + shown + end)


def first_header(pen: Pen) -> str:
    """The top of page 1: the line of the digital signature, the stamp "phạm vi lưu hành"."""
    return "".join(pen.paragraph(text) for text in (pen.letter.chu_ky_so, pen.letter.luu_hanh) if text)


def first_footer(pen: Pen) -> str:
    """The foot of page 1: the address under a line."""
    assert pen.letter.dia_chi is not None
    return pen.paragraph(pen.letter.dia_chi)
