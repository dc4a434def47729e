"""Where a paragraph stands: in words that staff can follow, and by its number in the part."""

from __future__ import annotations

from lxml import etree
from support.package import NAMESPACES
from support.word_file import alternates, drawing, p, r, tbl, tc, texts, tr, view, vml, word_file, wsp

from vbhc.word.view import open_view, paragraphs, tables

NOTE = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="{}">{}</w:footnote>'
BODY = (
    p("một")
    + tbl(tr(tc("đầu")))
    + tbl(tr(tc("a"), tc("b")), tr(tc("c"), tc("d", tbl(tr(tc("sâu"))), "e")))
    + p(r(alternates(vml(p("cũ") + p("cũ")), ("wps", drawing(wsp(p("khung") + p("chữ")))))))
    + f"<w:moveFrom>{p('đi')}</w:moveFrom>"
    + p("hai")
)


def words(body: str, **parts: str) -> dict[str, str]:
    return {it.text: it.place.words for it in paragraphs(list(view(body, **parts).blocks))}


def it_counts_paragraphs_tables_rows_cells_and_boxes_for_staff() -> None:
    found = words(BODY)
    assert found["một"] == "đoạn 1"
    assert found["đầu"] == "bảng 1, hàng 1, ô 1, đoạn 1"
    assert found["b"] == "bảng 2, hàng 1, ô 2, đoạn 1"
    assert found["sâu"] == "bảng 2, hàng 2, ô 2, bảng 1, hàng 1, ô 1, đoạn 1"
    assert found["e"] == "bảng 2, hàng 2, ô 2, đoạn 2"
    assert found["chữ"] == "khung chữ 1, đoạn 2"
    assert found["hai"] == "đoạn 3"


def it_says_in_which_header_footer_or_footnote_a_paragraph_stands() -> None:
    mark = '<w:footnoteReference w:id="{}"/>'
    notes = NOTE.format(8, p("tám")) + f'<w:footnote w:id="3">{p("ba")}{tbl(tr(tc("ô")))}</w:footnote>'
    section = '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'
    seen = view(
        p(r("a", mark.format(3), mark.format(8))) + section,
        header1=tbl(tr(tc("tiêu đề"))) + p("đầu"),
        footer1=p("chân") + p(r(vml(p("khung")))),
        footnotes=notes,
    )
    header, footer = (list(it["default"]) for it in (seen.sections[0].headers, seen.sections[0].footers))
    assert [str(it.place) for it in paragraphs(header)] == [
        "đầu trang, bảng 1, hàng 1, ô 1, đoạn 1",
        "đầu trang, đoạn 1",
    ]
    assert [it.place.words for it in tables(header)] == ["đầu trang, bảng 1"]
    assert [it.place.words for it in paragraphs(footer)][2] == "chân trang, khung chữ 1, đoạn 1"
    assert [it.place.words for it in paragraphs(seen.notes[3])] == [
        "chú thích 1, đoạn 1",
        "chú thích 1, bảng 1, hàng 1, ô 1, đoạn 1",
    ]
    assert [it.place.words for it in paragraphs(seen.notes[8])] == ["chú thích 2, đoạn 1"]


def it_numbers_paragraphs_as_they_stand_in_the_part() -> None:
    package = word_file(BODY)
    written = etree.fromstring(package.parts["word/document.xml"]).findall(".//w:p", NAMESPACES)
    read = list(paragraphs(list(open_view(package.write()).blocks)))
    assert len(read) < len(written)
    for paragraph in read:
        assert paragraph.place.part == "word/document.xml"
        own = written[paragraph.place.index]
        assert "".join(it.text or "" for it in own.findall("w:r/w:t", NAMESPACES)) == paragraph.text


def it_places_a_table_by_its_first_paragraph() -> None:
    seen = view(p("a") + tbl(tr(tc("b"))) + tbl())
    assert [(it.place.index, it.place.words) for it in tables(list(seen.blocks))] == [(1, "bảng 1"), (0, "bảng 2")]


def it_reads_paragraphs_of_boxes_where_their_box_is_anchored() -> None:
    assert texts(view(BODY))[-4:] == ["", "khung", "chữ", "hai"]
