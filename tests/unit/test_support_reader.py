"""The second reader and the outline tell what is in a file, formatting resolved as Word resolves it."""

from __future__ import annotations

import pytest
from support.outline import outline
from support.reader import read
from support.sample import SECTION, cell, mark, note, paragraph, sample, table

LANDSCAPE = (
    '<w:p><w:pPr><w:pStyle w:val="Than"/><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
    '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr></w:pPr></w:p>'
)


def of(body: str, **parts: str) -> bytes:
    return sample(body, **parts).write()


def look_of(body: str, **parts: str) -> str:
    """The outline's line of the first body paragraph."""
    return outline(of(body, **parts)).splitlines()[3].strip()


def it_reads_paragraphs_in_order_through_tables():
    body = paragraph("một") + table(cell("hai") + cell("ba")) + paragraph("bốn")
    assert read(of(body)).body == ("một", "hai", "ba", "bốn")


def it_reads_breaks_tabs_and_every_character_as_itself():
    text = 'a &amp; b &lt; "c" \u00a0 e\u0301 😀'
    marks = "<w:p><w:r><w:t>một</w:t><w:br/><w:t>hai</w:t><w:tab/><w:noBreakHyphen/><w:t>ba</w:t></w:r></w:p>"
    assert read(of(paragraph(text) + marks)).body == ('a & b < "c" \u00a0 e\u0301 😀', "một\nhai\t\u2011ba")


def it_reads_headers_fields_and_properties():
    reading = read(of(paragraph("x")))
    assert reading.headers == ("1",)
    assert reading.footers == ()
    assert dict(reading.properties) == {"title": "V/v mẫu thử", "creator": "SỞ MẪU"}


def it_reads_a_text_box_once_and_after_its_paragraph():
    box = f"<w:txbxContent>{paragraph('KHẨN')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert read(of(f"<w:p><w:r><w:t>ngoài</w:t></w:r><w:r>{both}</w:r></w:p>")).body == ("ngoài", "KHẨN")


def it_reads_footnotes_in_the_order_of_their_marks():
    body = paragraph("một", after=mark(7)) + table(cell("hai", after=mark(3)) + cell("ba")) + paragraph("bốn")
    reading = read(of(body, footnotes=note(3, "Trong ô,\u00a0đoạn đầu", "đoạn sau") + note(7, "Ở thân")))
    assert reading.footnotes == ("Ở thân", "Trong ô,\u00a0đoạn đầu\nđoạn sau")
    assert reading.body == ("một", "hai", "ba", "bốn")


def it_reads_no_footnote_where_there_is_none():
    assert read(of(paragraph("một"))).footnotes == ()


@pytest.mark.parametrize("between", [" ", "\u00a0", "<w:tab/>", ""])
def it_reads_a_footnote_without_what_parts_it_from_its_mark(between: str):
    piece = between if between.startswith("<") else f'<w:t xml:space="preserve">{between}</w:t>'
    bent = sample(paragraph("a", after=mark(1)), footnotes=note(1, "Xem Mục I."))
    bent = bent.edited("word/footnotes.xml", '<w:t xml:space="preserve"> </w:t>', piece)
    assert read(bent.write()).footnotes == ("Xem Mục I.",)


def it_outlines_a_style_through_what_it_is_based_on():
    assert look_of(paragraph("Sở Mẫu", style="Dam")) == (
        "[Đậm] Times New Roman 14 bold, justify, first 12.7, before 6pt | Sở Mẫu"
    )


@pytest.mark.parametrize(
    ("run", "look"),
    [
        ('<w:b w:val="0"/>', "Times New Roman 14"),
        ('<w:sz w:val="26"/>', "Times New Roman 13 bold"),
        ('<w:rStyle w:val="Nhan"/>', "Times New Roman 14 italic"),
        ('<w:rFonts w:ascii="Arial"/><w:color w:val="FF0000"/>', "Arial 14 bold #FF0000"),
        ('<w:vertAlign w:val="subscript"/>', "Times New Roman 14 bold subscript"),
    ],
    ids=["off", "size", "bold twice is not bold", "font and colour", "subscript"],
)
def it_outlines_what_a_run_adds_to_its_style(run: str, look: str):
    emphasis = (
        '<w:style w:type="character" w:customStyle="1" w:styleId="Nhan"><w:name w:val="Nhấn"/>'
        "<w:rPr><w:b/><w:i/></w:rPr></w:style>"
    )
    assert f"[Đậm] {look}, justify" in look_of(paragraph("a", style="Dam", run=run), styles=emphasis)


def it_outlines_direct_paragraph_formatting_over_the_style():
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Than"/><w:keepNext/><w:spacing w:before="0" w:line="340" w:lineRule="exact"/>'
        '<w:ind w:left="567" w:hanging="284"/><w:jc w:val="center"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    )
    look = "[Thân] Times New Roman 14, center, left 10, hanging 5, line exactly 17pt, keep-next | a"
    assert look_of(body) == look


def it_outlines_a_stretch_that_looks_unlike_the_rest():
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>11/47</w:t></w:r>"
    body = f'<w:p><w:r><w:t xml:space="preserve">Còn lại </w:t></w:r>{bold}<w:r><w:t>\u00a0chỉ tiêu</w:t></w:r></w:p>'
    assert look_of(body).endswith("| Còn lại ⟦Times New Roman 14 bold: 11/47⟧⍽chỉ tiêu")


def it_outlines_footnotes_by_number_and_after_all_sections():
    body = paragraph("Ba", after=mark(7)) + paragraph("hai", style="Dam", after=mark(3))
    lines = outline(of(body, footnotes=note(3, "Ở dưới", "đoạn sau") + note(7, "Ở trên"))).splitlines()
    look = "Times New Roman 14, justify, first 12.7, before 6pt"
    assert lines[3:] == [
        f"  [Thân] {look} | Ba{{^1}}",
        f"  [Đậm] {look.replace('14', '14 bold')} | hai{{^2}}",
        "footnotes",
        f"  [Thân] {look} | {{^1}} Ở trên",
        f"  [Thân] {look} | {{^2}} Ở dưới",
        f"  [Thân] {look} | đoạn sau",
    ]


@pytest.mark.parametrize(
    ("run", "shown"),
    [
        ('<w:vertAlign w:val="superscript"/>', "{^1}"),
        ("", "⟦Times New Roman 14 not raised: {^1}⟧"),
        ('<w:sz w:val="22"/><w:vertAlign w:val="superscript"/>', "⟦Times New Roman 11: {^1}⟧"),
    ],
    ids=["raised", "on the line", "small"],
)
def it_outlines_a_mark_that_is_not_raised_or_looks_unlike_the_line(run: str, shown: str):
    bent = sample(paragraph("một", after=mark(1)), footnotes=note(1, "a"))
    bent = bent.edited("word/document.xml", '<w:vertAlign w:val="superscript"/>', run)
    assert outline(bent.write()).splitlines()[3].endswith(f"| một{shown}")


def it_outlines_a_mark_inside_a_run_where_it_stands():
    body = '<w:p><w:r><w:t>trước</w:t><w:footnoteReference w:id="1"/><w:t>sau</w:t></w:r></w:p>'
    assert "trước{^1}sau" in outline(of(body, footnotes=note(1, "a")))


@pytest.mark.parametrize(
    ("style", "direct", "shown"),
    [
        ("Muc", "", ", outline 2 |"),
        ("Muc", '<w:outlineLvl w:val="0"/>', ", outline 1 |"),
        ("Muc", '<w:outlineLvl w:val="9"/>', "before 6pt |"),
        ("Than", "", "before 6pt |"),
    ],
    ids=["of the style", "of the paragraph", "body text", "none"],
)
def it_outlines_the_level_of_a_heading(style: str, direct: str, shown: str):
    heading = (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Muc"><w:name w:val="Mục"/><w:basedOn w:val="Than"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    )
    body = f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{direct}</w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    assert f"{shown} a" in look_of(body, styles=heading)


def it_outlines_sections_with_what_stands_in_them():
    assert outline(of(paragraph("một") + LANDSCAPE + paragraph("hai"))) == (
        "section A4, landscape, margins top 20 right 20 bottom 20 left 20 header 10, other first page, pages from 1,"
        " nextPage\n"
        "  [Thân] Times New Roman 14, justify, first 12.7, before 6pt | một\n"
        "  [Thân] Times New Roman 14, justify, first 12.7, before 6pt |\n"
        "section A4, portrait, margins top 20 right 20 bottom 20 left 30 header 10, nextPage\n"
        "  header default\n"
        "    [Normal] Times New Roman 14, left | {PAGE}1\n"
        "  [Thân] Times New Roman 14, justify, first 12.7, before 6pt | hai\n"
    )
    assert SECTION in sample().parts["word/document.xml"].decode()


def it_outlines_a_table_with_its_repeated_rows_and_merged_cells():
    header = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" + cell("Tên", properties='<w:gridSpan w:val="2"/>')
    merged = cell("a", properties='<w:vMerge w:val="restart"/>').replace("</w:tc>", paragraph("á") + "</w:tc>")
    lines = outline(of(table(header, merged + cell("b")))).splitlines()
    look = "[Thân] Times New Roman 14, justify, first 12.7, before 6pt"
    assert lines[3:] == [
        "  table 35.3 + 35.3 mm, borders none",
        "  row 1, header, whole",
        f"    cell across 2 {look} | Tên",
        "  row 2",
        f"    cell merged down {look} | a",
        f"         {look} | á",
        f"    cell {look} | b",
    ]
