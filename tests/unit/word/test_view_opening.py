"""Opening a document to read it: what is refused and what is taken, its parts, its sections and their pages."""

from __future__ import annotations

import inspect
import io
import struct
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Mm
from support.package import CONTENT_TYPES, Package
from support.sample import paragraph, sample
from support.word_file import external, first, p, r, style, tbl, tc, texts, tr, view, vml, word_file

from vbhc.errors import PackageError
from vbhc.word.archive import MAX_FILE
from vbhc.word.view import open_view, paragraphs

SOUND = word_file(p("Xin chào"), parts={"styles": ""})
RELATIONS = "word/_rels/document.xml.rels"


def slugs(data: bytes) -> list[str]:
    with pytest.raises(PackageError) as caught:
        open_view(data)
    assert all(found.hint for found in caught.value.report)
    return [found.slug for found in caught.value.report]


def locked(data: bytes) -> bytes:
    """The zip with its first entry said to be encrypted."""
    at = data.index(b"PK\x01\x02") + 8
    return data[:at] + struct.pack("<H", 1) + data[at + 2 :]


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in SOUND.parts.items():
            archive.writestr(name, data)
        archive.writestr("word/media/image1.png", bytes(20 << 20))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b"Xin chao", "khong-phai-docx"),
        (b"", "tep-hong"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 WordDocument", "khong-phai-docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "co-mat-khau"),
        (locked(SOUND.write()), "co-mat-khau"),
        (b"PK" + bytes(MAX_FILE), "qua-gioi-han"),
        (bomb(), "qua-gioi-han"),
        (SOUND.write()[:-30], "tep-hong"),
        (SOUND.with_part("word/styles.xml", b"<w:styles>").write(), "tep-hong"),
        (SOUND.with_part("word/document.xml", b"").write(), "tep-hong"),
        (SOUND.with_part("../a.xml", b"<a/>").write(), "ten-phan-sai"),
        (SOUND.with_part("word/vbaProject.bin", b"").write(), "co-macro"),
        (SOUND.with_part("word/styles.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>').write(), "co-dtd"),
        (SOUND.with_part("word/document.xml", b"<w:workbook xmlns:w='w'/>").write(), "khong-phai-docx"),
        (Package.of({CONTENT_TYPES: SOUND.parts[CONTENT_TYPES]}).write(), "khong-phai-docx"),
        (Package.of({"word/document.xml": SOUND.parts["word/document.xml"]}).write(), "khong-phai-docx"),
    ],
)
def it_refuses_what_cannot_be_read_or_is_dangerous(data: bytes, slug: str) -> None:
    assert slugs(data) == [slug]


def it_refuses_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="không có tệp này"):
        open_view(tmp_path / "mất.docx")


def it_refuses_a_body_that_is_no_xml_part() -> None:
    assert slugs(word_file(p("a"), main="word/document.bin").write()) == ["khong-phai-docx"]


def it_refuses_tables_too_deep_to_follow_in_plain_words() -> None:
    deep = p("a")
    for _ in range(80):
        deep = tbl(tr(tc(deep)))
    data, limit = word_file(deep).write(), sys.getrecursionlimit()
    assert texts(open_view(data)) == ["a"]
    sys.setrecursionlimit(len(inspect.stack()) + 300)
    try:
        assert slugs(data) == ["tep-hong"]
    finally:
        sys.setrecursionlimit(limit)


@pytest.mark.parametrize("kind", ["attachedTemplate", "image", "hyperlink", "oleObject", "frame"])
def it_reads_files_that_link_to_others(kind: str) -> None:
    link = external(kind, "file:///C:/Users/VT/AppData/Roaming/Microsoft/Templates/Normal.dotm")
    assert texts(open_view(word_file(p("a"), links=link).write())) == ["a"]


def it_reads_a_file_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "thư.docx"
    path.write_bytes(sample(paragraph("Xin chào")).write())
    assert texts(open_view(path)) == texts(open_view(str(path))) == ["Xin chào"]


@pytest.mark.parametrize("main", ["word/document2.xml", "word/tài liệu.xml", "content/main.xml"])
def it_finds_the_body_under_any_name(main: str) -> None:
    styles = style("N", '<w:rPr><w:sz w:val="30"/></w:rPr>', more='w:default="1"')
    seen = open_view(word_file(p("a"), parts={"styles": styles}, main=main).write())
    found = next(paragraphs(list(seen.blocks)))
    assert (found.text, found.place.part, found.runs[0].look.size_pt) == ("a", main, 15)


def it_takes_the_usual_body_where_the_package_names_none() -> None:
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    assert texts(open_view(SOUND.with_part("_rels/.rels", empty).write())) == ["Xin chào"]


def it_reads_a_file_that_has_nothing_but_a_body() -> None:
    found = first(p("a", ppr='<w:pStyle w:val="X"/><w:numPr><w:numId w:val="9"/></w:numPr>'))
    look = found.runs[0].look
    assert (found.text, found.label, look.font, look.size_pt) == ("a", "", "Times New Roman", 10)


def it_reads_on_where_parts_are_linked_to_but_missing_or_no_xml() -> None:
    without = SOUND.edited(RELATIONS, 'Target="styles.xml"', 'Target="styles.bin"')
    for package in (without, without.with_part("word/styles.bin", b"\0")):
        assert texts(open_view(package.write())) == ["Xin chào"]


@pytest.mark.parametrize("body", ["", "<w:sectPr/>"])
def it_gives_an_empty_document_one_section(body: str) -> None:
    seen = view(body)
    assert [(section.blocks, section.page.width_mm) for section in seen.sections] == [((), pytest.approx(210, abs=0.1))]


def it_gives_a_document_without_a_body_one_section() -> None:
    data = SOUND.parts["word/document.xml"].replace(b"w:body", b"w:corpus")
    assert len(open_view(SOUND.with_part("word/document.xml", data).write()).sections) == 1


def it_reads_the_strict_form() -> None:
    ends = '<w:jc w:val="start"/><w:ind w:start="1cm" w:end="10mm" w:firstLine="36pt"/>'
    section = (
        '<w:sectPr><w:headerReference r:id="header1" w:type="default"/><w:pgSz w:w="595.3pt" w:h="841.9pt"/>'
        '<w:pgMar w:top="2cm" w:bottom="20mm" w:left="1in" w:right="42.55pt"/></w:sectPr>'
    )
    bold = r("a", rpr='<w:b w:val="true"/><w:sz w:val="14pt"/>')
    package = word_file(p(bold, ppr=ends) + section, parts={"header1": p("đầu")})
    strict = {
        name: data.replace(b"schemas.openxmlformats.org/wordprocessingml/2006", b"purl.oclc.org/ooxml/wordprocessingml")
        .replace(b"schemas.openxmlformats.org/officeDocument/2006", b"purl.oclc.org/ooxml/officeDocument")
        .replace(b"<w:document ", b'<w:document w:conformance="strict" ')
        for name, data in package.parts.items()
    }
    seen = open_view(Package.of(strict).write())
    found, page = seen.sections[0].blocks[0], seen.sections[0].page
    assert (found.runs[0].look.bold, found.runs[0].look.size_pt) == (True, 14)
    assert (found.layout.left_mm, found.layout.right_mm, found.layout.first_mm) == (10, 10, 12.7)
    assert [round(mm, 2) for mm in (page.width_mm, page.top_mm, page.bottom_mm, page.left_mm)] == [210.01, 20, 20, 25.4]
    assert seen.sections[0].headers["default"][0].text == "đầu"


def section(inner: str) -> str:
    return f"<w:sectPr>{inner}</w:sectPr>"


def reference(what: str, part: str, kind: str = "default") -> str:
    return f'<w:{what}Reference w:type="{kind}" r:id="{part}"/>'


def it_reads_the_page_of_each_section() -> None:
    upright = '<w:pgSz w:w="11907" w:h="16840" w:code="9"/><w:pgMar w:top="1134" w:left="1701" w:gutter="283"/>'
    lying = '<w:pgSz w:w="16840" w:h="11907" w:orient="landscape"/>'
    pages = [it.page for it in view(p("a", ppr=section(upright)) + p("b") + section(lying)).sections]
    assert [page.landscape for page in pages] == [False, True]
    assert [round(mm, 1) for mm in (pages[0].width_mm, pages[0].top_mm, pages[0].left_mm)] == [210.0, 20.0, 35.0]
    assert round(pages[1].text_mm, 1) == 246.2


@pytest.mark.parametrize(
    "size", ['<w:pgSz w:w="rộng" w:h=""/>', '<w:pgSz w:w="0" w:h="nan"/>', '<w:pgSz w:w="1e999"/>', ""]
)
def it_takes_word_s_own_page_where_the_file_s_makes_no_sense(size: str) -> None:
    page = view(section(size + '<w:pgMar w:top="x"/>')).sections[0].page
    assert [round(mm, 1) for mm in (page.width_mm, page.height_mm, page.top_mm)] == [210.0, 297.0, 25.4]


def it_hands_headers_on_to_the_sections_behind() -> None:
    body = (
        p("a", ppr=section(reference("header", "header1") + reference("header", "header2", "first") + "<w:titlePg/>"))
        + p("b", ppr=section(reference("header", "header3") + reference("footer", "footer1", "even")))
        + p("c")
        + section(reference("header", "mất"))
    )
    seen = view(body, header1=p("1"), header2=p("2"), header3=p("3"), footer1=p("f"))
    headers = [{kind: blocks[0].text for kind, blocks in it.headers.items()} for it in seen.sections]
    assert headers == [{"default": "1", "first": "2"}, *[{"default": "3", "first": "2"}] * 2]
    assert [list(it.footers) for it in seen.sections] == [[], ["even"], ["even"]]
    assert [it.first_apart for it in seen.sections] == [True, False, False]


def it_says_where_page_numbers_and_pages_begin_anew() -> None:
    body = (
        p("a", ppr=section('<w:type w:val="continuous"/>'))
        + p("b", ppr=section('<w:pgNumType w:start="0"/><w:type w:val="continuous"/>'))
        + p("c")
        + section('<w:pgNumType w:fmt="decimal"/>')
    )
    seen = view(body)
    assert [it.number_from for it in seen.sections] == [None, 0, None]
    assert [it.starts_page for it in seen.sections] == [True, False, True]


def it_gives_a_last_section_without_text_its_page() -> None:
    seen = view(p("a", ppr=section("")) + section('<w:pgSz w:w="16840" w:h="11907"/>'))
    assert [(len(it.blocks), it.page.landscape) for it in seen.sections] == [(1, False), (0, True)]


def it_takes_a_header_for_pages_of_no_known_kind_for_that_of_all() -> None:
    seen = view(section(reference("header", "header1", "odd")), header1=p("1"))
    assert list(seen.sections[0].headers) == ["default"]


def it_finds_a_section_that_ends_inside_a_content_control() -> None:
    ending = p("a", ppr=section(""))
    assert len(view(f"<w:sdt><w:sdtContent>{ending}</w:sdtContent></w:sdt>" + p("b")).sections) == 2


@pytest.mark.parametrize(
    ("settings", "apart"),
    [("<w:evenAndOddHeaders/>", True), ('<w:evenAndOddHeaders w:val="false"/>', False), ("", False)],
)
def it_knows_whether_even_pages_have_their_own_headers(settings: str, apart: bool) -> None:
    assert view(p("a"), settings=settings).even_apart is apart


@pytest.mark.parametrize(
    "header",
    [
        p(f"UBND TỈNH{' ' * 20}CỘNG HÒA") + p(" Số: 1"),
        p(r("UBND TỈNH", "<w:tab/><w:tab/>", "CỘNG HÒA")),
        p("UBND TỈNH", ppr='<w:framePr w:w="4000" w:hSpace="180"/>') + p("CỘNG HÒA"),
        p(r(vml(p("UBND TỈNH"))), "CỘNG HÒA"),
    ],
)
def it_reads_heads_of_letters_however_they_are_laid_out(header: str) -> None:
    seen = "|".join(texts(view(header)))
    assert {"UBND TỈNH", "CỘNG HÒA"} <= {it.strip() for it in seen.replace("\t", "|").replace("  ", "|").split("|")}


def it_knows_a_frame() -> None:
    frames = style("F", "<w:pPr><w:framePr/></w:pPr>")
    assert first(p("a", ppr="<w:framePr/>")).layout.framed
    assert first(p("a", ppr='<w:pStyle w:val="F"/>'), styles=frames).layout.framed
    assert not first(p("a")).layout.framed


def it_reads_what_python_docx_writes() -> None:
    document = Document()
    document.sections[0].left_margin = Mm(30)
    document.sections[0].header.paragraphs[0].text = "đầu"
    document.add_paragraph("Mục", style="List Number")
    document.add_paragraph("Mục", style="List Number")
    run = document.add_paragraph().add_run("đậm")
    run.bold = True
    table = document.add_table(2, 2, style="Table Grid")
    table.cell(1, 1).text = "ô"
    document.save(saved := io.BytesIO())
    seen = open_view(saved.getvalue())
    blocks = seen.sections[0].blocks
    assert [it.label for it in blocks[:3]] == ["1.", "2.", ""]
    assert (blocks[2].runs[0].look.bold, blocks[2].runs[0].look.font) == (True, "Cambria")
    assert blocks[3].rows[1].cells[1].borders == {"top", "bottom", "left", "right"}
    assert blocks[3].ruled
    assert seen.sections[0].page.left_mm == pytest.approx(30, abs=0.02)
    assert seen.sections[0].headers["default"][0].text == "đầu"
