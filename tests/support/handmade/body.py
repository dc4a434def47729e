"""The elements of a letter from its heading to its last appendix, as the content of ``w:body``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from support.handmade.columns import Column, Columns, as_boxes, as_rows, as_table, cell, stacked
from support.handmade.drawing import Place, box
from support.handmade.page import section
from support.handmade.pen import Pen, twips
from support.handmade.values import Bang, Block, PhuLuc, Text

HEADING_MM = (65, 100)
SIGN_LEFT_SHARE = 0.45
KHAN_MM = {"KHẨN": 20, "THƯỢNG KHẨN": 40, "HỎA TỐC": 30}
Rows = Sequence[tuple[Column, Column]]
HEADINGS: dict[str, Callable[[Pen, Columns, Rows], str]] = {
    "table": as_table,
    "tabs": as_rows,
    "spaces": partial(as_rows, spaces=True),
    "boxes": as_boxes,
}


def body(pen: Pen) -> str:
    """Everything inside ``w:body``."""
    letter = pen.letter
    main = "".join((heading(pen), urgency(pen), title(pen), addressees(pen), blocks(pen, letter.than), signature(pen)))
    sections = [main, *(appendix(pen, phu_luc) for phu_luc in letter.phu_luc)]
    marks = [section(letter), *(section(letter, phu_luc) for phu_luc in letter.phu_luc)]
    if not main:
        sections, marks = sections[1:], [section(letter, letter.phu_luc[0], first=True), *marks[2:]]
    ended = (
        text + pen.paragraph(Text("", size=2), "", section=mark) for text, mark in zip(sections, marks, strict=True)
    )
    return "".join([*list(ended)[:-1], sections[-1], marks[-1]])


def there(*texts: Text | None) -> list[Text]:
    """Those of ``texts`` that are there."""
    return [text for text in texts if text is not None]


def heading(pen: Pen) -> str:
    """Agency, number and subject on the left; "quốc hiệu", motto, place and date on the right."""
    letter = pen.letter
    agency = _lines(letter.co_quan) if letter.co_quan else []
    rows = [
        (there(letter.co_quan_chu_quan, *agency), there(letter.quoc_hieu, letter.tieu_ngu)),
        (there(letter.so_ky_hieu, letter.v_v), there(letter.dia_danh)),
    ]
    if not any(left or right for left, right in rows):
        return ""
    columns = Columns(*HEADING_MM, indent=min(0, (letter.width_mm - sum(HEADING_MM)) / 2))
    return HEADINGS[letter.heading](pen, columns, rows)


def _lines(text: Text) -> list[Text]:
    """Each line of ``text`` alone, the rule under the last."""
    *first, last = text.text.split("\n")
    return [replace(text, text=line, rule=0) for line in first] + [replace(text, text=last)]


def urgency(pen: Pen) -> str:
    """The stamp of urgency in its frame; it does not push the text away."""
    text = pen.letter.khan
    if text is None:
        return ""
    content = pen.paragraph(text)
    frame = box(pen, Place(0, 3, KHAN_MM[text.text], 8), content, line="FF0000", wrap="none")
    look = Text("", size=6)
    return pen.paragraph(look, f"<w:r>{pen.own(look)}{frame}</w:r>")


def title(pen: Pen) -> str:
    """Kind and subject of the document, centred on the page."""
    return stacked(pen, there(pen.letter.ten_loai, pen.letter.trich_yeu), pen.letter.width_mm)


def addressees(pen: Pen) -> str:
    """ "Kính gửi" and those it names."""
    return "".join(map(pen.paragraph, pen.letter.kinh_gui))


def blocks(pen: Pen, than: Iterable[Block]) -> str:
    """Paragraphs and tables."""
    return "".join(_table(pen, block) if isinstance(block, Bang) else pen.paragraph(block) for block in than)


def signature(pen: Pen) -> str:
    """ "Nơi nhận" on the left, who signs on the right, their first lines level."""
    letter = pen.letter
    if not (letter.ho_ten or letter.chuc_vu or letter.noi_nhan):
        return ""
    room = [Text("")] * 4
    right = [*letter.chuc_vu, *room, *there(letter.ho_ten)]
    left: Sequence[Text] = letter.noi_nhan
    if letter.thu_ky:
        left = [*letter.thu_ky[:-1], *room, letter.thu_ky[-1]]
    columns = Columns(letter.width_mm * SIGN_LEFT_SHARE, letter.width_mm * (1 - SIGN_LEFT_SHARE))
    side_by_side = as_table if letter.signature == "table" else as_rows
    below = "".join(map(pen.paragraph, letter.noi_nhan)) if letter.thu_ky else ""
    return pen.paragraph(Text("", size=8, keep_next=True)) + side_by_side(pen, columns, [(left, right)]) + below


def appendix(pen: Pen, phu_luc: PhuLuc) -> str:
    """An appendix: label, title, what it belongs to, content."""
    width = pen.letter.width_mm
    if phu_luc.landscape:
        width += (pen.letter.paper_twips[1] - pen.letter.paper_twips[0]) / 1440 * 25.4
    return stacked(pen, there(phu_luc.nhan, phu_luc.ten, phu_luc.chi_dan), width) + blocks(pen, phu_luc.than)


def _table(pen: Pen, bang: Bang) -> str:
    grid = "".join(f'<w:gridCol w:w="{twips(mm)}"/>' for mm in bang.cot_mm)
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    rows = "".join(_table_row(pen, bang, number) for number in range(len(bang.rows)))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(map(twips, bang.cot_mm))}" w:type="dxa"/>'
        f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _table_row(pen: Pen, bang: Bang, number: int) -> str:
    in_header = number < bang.header_rows
    look = Text("", size=bang.size, bold=in_header, align="center" if in_header else "left")
    cells = "".join(
        cell(mm, pen.paragraph(replace(look, text=text)))
        for mm, text in zip(bang.cot_mm, bang.rows[number], strict=True)
    )
    repeated = "<w:tblHeader/>" if in_header and bang.repeat else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"
