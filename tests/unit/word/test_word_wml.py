"""WordprocessingML strings: valid in any combination, and read back as what was meant."""

from __future__ import annotations

import io

import docx
from docx.document import Document
from support import validate
from support.sample import paragraph as tag_paragraph
from support.sample import sample

from vbhc.text.markup import Run
from vbhc.word import wml
from vbhc.word.properties import CoreProperties
from vbhc.word.template import RawXml, compile_template

PORTRAIT = wml.Page(11906, 16838, top=1134, right=1134, bottom=1134, left=1701)
LANDSCAPE = wml.Page(16838, 11906, top=1134, right=1134, bottom=1134, left=1134)


def document(xml: str, *, final_section: str | None = None) -> Document:
    compiled = compile_template(sample(tag_paragraph("{{p noi_dung }}")).write(), name="mau.docx")
    section = None if final_section is None else RawXml(final_section)
    core = CoreProperties("T", "A")
    data = compiled.render({"noi_dung": RawXml(xml)}, core=core, final_section=section)
    validate(data)
    return docx.Document(io.BytesIO(data))


def it_writes_runs_with_their_format() -> None:
    pieces = Run("a", bold=True, italic=True), Run("b", subscript=True), Run(" c ", superscript=True), Run("<&>")
    written = document(wml.paragraph("Than", wml.runs(pieces))).paragraphs[0]
    assert written.text == "ab c <&>"
    assert [(run.bold, run.italic) for run in written.runs] == [(True, True), (None, None), (None, None), (None, None)]
    assert written.runs[1].font.subscript
    assert written.runs[2].font.superscript


def it_reads_inline_markup() -> None:
    written = document(wml.paragraph("Than", wml.runs("V/v **đôn đốc** PCVP~N.Nam~"))).paragraphs[0]
    assert [run.text for run in written.runs] == ["V/v ", "đôn đốc", " PCVP", "N.Nam"]


def it_puts_run_properties_before_the_format() -> None:
    xml = wml.runs("**a**", rpr_extra='<w:rStyle w:val="DefaultParagraphFont"/>')
    assert document(wml.paragraph("Than", xml)).paragraphs[0].runs[0].bold


def it_turns_line_breaks_and_tabs_into_those_of_word() -> None:
    assert document(wml.paragraph("Than", wml.runs(" a\nb\r\nc\td "))).paragraphs[0].text == " a\nb\nc\td "


def it_writes_a_paragraph_in_its_style_with_further_properties() -> None:
    written = document(wml.paragraph("Dam", wml.runs("a"), ppr_extra="<w:keepNext/>")).paragraphs[0]
    assert written.style is not None
    assert written.style.name == "Đậm"
    assert written.paragraph_format.keep_with_next


def it_writes_tables_with_spans_merges_and_a_repeated_header() -> None:
    def cell(text: str, width: int, **properties: object) -> str:
        return wml.cell(wml.paragraph("Than", wml.runs(text)), width, **properties)  # type: ignore[arg-type]

    rows = (
        wml.row((cell("Nhóm", 3000, span=2), cell("Kết quả", 1000)), header=True),
        wml.row((cell("1", 1000, merge="restart"), cell("a", 2000), cell("b", 1000))),
        wml.row((wml.cell("", 1000, merge="continue"), cell("c", 2000), cell("d", 1000)), cant_split=False),
    )
    table = document(wml.table((1000, 2000, 1000), rows) + wml.paragraph("Than", "")).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Nhóm", "Nhóm", "Kết quả"],
        ["1", "a", "b"],
        ["1", "c", "d"],
    ]
    properties = [row._tr.trPr for row in table.rows]
    assert [xml is not None and "tblHeader" in xml.xml for xml in properties] == [True, False, False]
    assert [xml is not None and "cantSplit" in xml.xml for xml in properties] == [True, True, False]


def it_writes_sections_of_both_orientations() -> None:
    reference = wml.reference("header", "rId2", page="default")
    first = wml.section_end("Than", wml.section(PORTRAIT, references=reference, title_page=True))
    last = wml.section(LANDSCAPE, references=reference, restart_at=1)
    written = document(wml.paragraph("Than", wml.runs("a")) + first + wml.paragraph("Than", ""), final_section=last)
    portrait, landscape = written.sections
    assert (portrait.page_width.twips, portrait.different_first_page_header_footer) == (11906, True)
    assert (landscape.page_width.twips, landscape.orientation) == (16838, docx.enum.section.WD_ORIENT.LANDSCAPE)
    assert 'w:start="1"' in written.element.xml
    assert PORTRAIT.text_width == 9071


def it_writes_fields() -> None:
    assert "PAGE" in document(wml.paragraph("Than", wml.field("PAGE", shown="2"))).element.xml
