"""The witnesses must be able to say no: a sound file bent in one place is caught, by the check that is named."""

from __future__ import annotations

import pytest
from support import Package, problems, validate
from support.audit import audit_problems
from support.package import CONTENT_TYPES
from support.sample import SECTION, SEPARATORS, SETTINGS, cell, mark, note, paragraph, sample, table
from support.structure import structural_problems

MAIN, HEADER, STYLES = "word/document.xml", "word/header1.xml", "word/styles.xml"
RELATIONS, NOTES, SETTINGS_PART = "word/_rels/document.xml.rels", "word/footnotes.xml", "word/settings.xml"

BOOKMARK = '<w:bookmarkStart w:id="1" w:name="cho"/><w:bookmarkEnd w:id="1"/>'
DRAWING = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a"/></wp:inline></w:drawing></w:r>'
RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
WIDE = '<w:gridSpan w:val="2"/>'
REPEATED = "<w:trPr><w:tblHeader/></w:trPr>"
TYPED = '<w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>1</w:t>'
FIRST, SECOND = note(1, "Theo Quyết định số 1."), note(2, "Số liệu", "đến hết tháng 5.")


def good() -> Package:
    head = REPEATED + cell("a", properties=WIDE + RESTART) + cell("b"), REPEATED + cell("", properties=WIDE + CONTINUE)
    rows = cell("c", properties=RESTART) + cell("d", after=mark(2)), cell("", properties=CONTINUE) + cell("e")
    tables = table(head[0], head[1] + cell("b"), columns=3) + paragraph("giữa") + table(*rows)
    start = paragraph("Kính gửi: Sở Mẫu", after=mark(1))
    return sample(f"{start}{tables}<w:p>{BOOKMARK}</w:p>{paragraph('hết', style='Dam')}", footnotes=FIRST + SECOND)


def with_body(body: str) -> Package:
    return sample(paragraph("trước") + body + paragraph("sau"))


def without(name: str) -> Package:
    return Package.of({part: data for part, data in good().parts.items() if part != name})


BENT = {
    "a part twice in the zip": (Package(good().parts, (*good().names, MAIN)), "zip_names_are_unique"),
    "a part that is not XML": (good().edited(HEADER, "</w:p>", ""), "xml_is_well_formed"),
    "no body": (without(MAIN), "there_is_a_body"),
    "no list of content types": (without(CONTENT_TYPES), "parts_have_content_types"),
    "a part of no content type": (good().with_part("word/media/dau.png", b"PNG"), "parts_have_content_types"),
    "a content type of no part": (without(STYLES), "parts_have_content_types"),
    "a relationship to nowhere": (good().edited(RELATIONS, "styles.xml", "kieu.xml"), "relationships_lead_somewhere"),
    "two relationships of one id": (good().edited(RELATIONS, "rId1", "rId2"), "relationships_lead_somewhere"),
    "a header of an unknown id": (good().edited(MAIN, 'r:id="rId2"', 'r:id="rId9"'), "relationship_ids_resolve"),
    "an undeclared prefix to ignore": (good().edited(MAIN, '"w14"', '"w14 w15"'), "ignorable_prefixes_are_declared"),
    "no section at the end": (sample(paragraph("a"), section=""), "section_properties_end_the_body"),
    "a paragraph after the section": (sample(SECTION + paragraph("a"), section=""), "section_properties_end_the_body"),
    "two sections at the end": (sample(paragraph("a") + SECTION), "section_properties_end_the_body"),
    "an empty cell": (with_body(table("<w:tc/>", columns=1)), "cells_end_in_a_paragraph"),
    "a cell that ends in a table": (
        with_body(table(f"<w:tc>{table(cell('a'), columns=1)}</w:tc>", columns=1)),
        "cells_end_in_a_paragraph",
    ),
    "a row too short": (with_body(table(cell("a"))), "rows_fill_the_grid"),
    "a span too wide": (
        with_body(table(cell("a", properties='<w:gridSpan w:val="3"/>'))),
        "rows_fill_the_grid",
    ),
    "a merge that begins nowhere": (
        with_body(table(cell("a") + cell("b"), cell("c", properties=CONTINUE) + cell("d"))),
        "merged_cells_hang_on_one_above",
    ),
    "a merge of another width": (
        with_body(table(cell("a", properties=RESTART) + cell("b"), cell("c", properties=WIDE + CONTINUE))),
        "merged_cells_hang_on_one_above",
    ),
    "a merge with a row between": (
        with_body(table(*(cell("a", properties=merge) for merge in (RESTART, "", CONTINUE)), columns=1)),
        "merged_cells_hang_on_one_above",
    ),
    "a repeated row below another": (
        with_body(table(cell("a"), REPEATED + cell("b"), columns=1)),
        "header_rows_lead_the_table",
    ),
    "two repeated rows with one between": (
        with_body(table(REPEATED + cell("a"), cell("b"), REPEATED + cell("c"), columns=1)),
        "header_rows_lead_the_table",
    ),
    "a mark of no footnote": (
        with_body(paragraph("a", after=mark(1))),
        "footnotes_have_one_mark_each",
    ),
    "a mark of a separator": (good().edited(MAIN, mark(1), mark(0)), "footnotes_have_one_mark_each"),
    "a footnote of no mark": (good().edited(MAIN, mark(1), ""), "footnotes_have_one_mark_each"),
    "a footnote of two marks": (good().edited(MAIN, mark(1), mark(1) * 2), "footnotes_have_one_mark_each"),
    "a footnote's mark in a header": (
        good().edited(HEADER, "</w:p>", f"{mark(1)}</w:p>"),
        "footnotes_have_one_mark_each",
    ),
    "a footnotes part that nothing leads to": (
        good().edited(RELATIONS, "relationships/footnotes", "relationships/endnotes"),
        "footnotes_have_one_mark_each",
    ),
    "a footnote without its own mark": (
        good().edited(NOTES, "<w:footnoteRef/>", ""),
        "footnotes_begin_with_their_mark",
    ),
    "a footnote whose own mark comes late": (
        good().edited(NOTES, '<w:footnote w:id="2">', f'<w:footnote w:id="2">{paragraph("a")}'),
        "footnotes_begin_with_their_mark",
    ),
    "a footnote that begins with another mark than is typed": (
        good().edited(MAIN, '<w:footnoteReference w:id="1"/>', TYPED).edited(NOTES, "<w:footnoteRef/>", "<w:t>2</w:t>"),
        "footnotes_begin_with_their_mark",
    ),
    "no separators of footnotes": (good().edited(NOTES, SEPARATORS, ""), "footnote_separators_are_named"),
    "no separator where a footnote goes on": (
        good().edited(NOTES, 'w:type="continuationSeparator"', 'w:type="continuationNotice"'),
        "footnote_separators_are_named",
    ),
    "settings that name no separators": (good().edited(SETTINGS_PART, SETTINGS, ""), "footnote_separators_are_named"),
    "settings that name a footnote as separator": (
        good().edited(SETTINGS_PART, 'w:id="0"', 'w:id="1"'),
        "footnote_separators_are_named",
    ),
    "footnotes and no settings": (
        good().edited(RELATIONS, "relationships/settings", "relationships/theme"),
        "footnote_separators_are_named",
    ),
    "two footnotes of one id": (good().edited(NOTES, SECOND, SECOND.replace('"2"', '"1"')), "ids_are_unique"),
    "two drawings of one id": (with_body(f"<w:p>{DRAWING}{DRAWING}</w:p>"), "ids_are_unique"),
    "two bookmarks of one id": (with_body(f"<w:p>{BOOKMARK}{BOOKMARK.replace('cho', 'khac')}</w:p>"), "ids_are_unique"),
    "two bookmarks of one name": (
        with_body(f"<w:p>{BOOKMARK}{BOOKMARK.replace('1', '2')}</w:p>"),
        "ids_are_unique",
    ),
    "a bookmark left open": (good().edited(MAIN, '<w:bookmarkEnd w:id="1"/>', ""), "bookmarks_close"),
    "a field left open": (good().edited(HEADER, '<w:fldChar w:fldCharType="end"/>', ""), "fields_close"),
    "a field closed and not opened": (
        good().edited(HEADER, '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>'),
        "fields_close",
    ),
    "an unknown paragraph style": (with_body(paragraph("a", style="La")), "styles_exist"),
    "an unknown run style": (with_body(paragraph("a", run='<w:rStyle w:val="La"/>')), "styles_exist"),
    "a paragraph style on a run": (with_body(paragraph("a", run='<w:rStyle w:val="Than"/>')), "styles_exist"),
    "an unknown table style": (
        good().edited(MAIN, "<w:tblPr>", '<w:tblPr><w:tblStyle w:val="La"/>'),
        "styles_exist",
    ),
    "a style based on none": (
        good().edited(STYLES, '<w:basedOn w:val="Than"/>', '<w:basedOn w:val="La"/>'),
        "styles_exist",
    ),
    "two styles of one id": (good().edited(STYLES, 'w:styleId="Dam"', 'w:styleId="Than"'), "styles_exist"),
    "a list that is nowhere": (
        good().edited(MAIN, '<w:pStyle w:val="Dam"/>', '<w:numPr><w:numId w:val="7"/></w:numPr>'),
        "lists_exist",
    ),
    "a tag left in a run": (with_body(paragraph("{{ noi_nhan }}")), "no_tag_is_left"),
    "a tag left over two runs": (
        with_body("<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>% if a %}</w:t></w:r></w:p>"),
        "no_tag_is_left",
    ),
    "a tag left in the properties": (
        good().edited("docProps/core.xml", "V/v mẫu thử", "{{ trich_yeu }}"),
        "no_tag_is_left",
    ),
}


@pytest.mark.parametrize(("package", "check"), BENT.values(), ids=BENT.keys())
def it_catches(package: Package, check: str):
    assert check in {problem.split(":")[0] for problem in structural_problems(package)}


def it_has_a_bent_file_for_every_check():
    from support.structure import CHECKS

    assert {check for _, check in BENT.values()} == {check.__name__ for check in CHECKS}


def it_finds_nothing_against_a_sound_file():
    assert problems(good().write()) == []


def it_takes_a_mark_typed_alike_in_the_text_and_before_its_note():
    before_note = '<w:sym w:font="Times New Roman" w:char="0031"/>'
    typed = good().edited(MAIN, '<w:footnoteReference w:id="1"/>', TYPED)
    head, _, tail = typed.parts[NOTES].decode().partition("<w:footnoteRef/>")
    assert structural_problems(typed.with_part(NOTES, f"{head}{before_note}{tail}".encode())) == []


def it_says_no_to_what_is_no_zip():
    assert problems(b"PK no") == ["not a zip: File is not a zip file"]


@pytest.mark.parametrize(
    ("package", "found"),
    [
        (BENT["a mark of no footnote"][0], "a mark asks for footnote 1, which is not there"),
        (BENT["a footnote of no mark"][0], "footnote 1 has 0 marks"),
        (BENT["a footnote of two marks"][0], "footnote 1 has 2 marks"),
        (BENT["a footnote's mark in a header"][0], f"{HEADER}: a footnote's mark stands outside the body"),
    ],
    ids=["none", "no mark", "two marks", "header"],
)
def it_says_which_mark_and_footnote_do_not_pair(package: Package, found: str):
    assert structural_problems(package) == [f"footnotes_have_one_mark_each: {found}"]


def it_says_which_row_repeats_below_one_that_does_not():
    bent = BENT["two repeated rows with one between"][0]
    assert structural_problems(bent) == [
        "header_rows_lead_the_table: row 3 of a table repeats as a header, and the row above it does not: 'c'"
    ]


def it_counts_no_mark_that_a_reader_does_not_see():
    twice = f"<mc:Choice>{mark(1)}</mc:Choice><mc:Fallback>{mark(1)}</mc:Fallback>"
    body = f"<w:p><mc:AlternateContent>{twice}</mc:AlternateContent></w:p>"
    assert structural_problems(sample(body, footnotes=FIRST)) == []


def it_lets_a_template_keep_its_tags_and_a_letter_not():
    template = sample(paragraph("{{ trich_yeu }}")).write()
    validate(template, tags=True)
    with pytest.raises(AssertionError, match="template tag is left"):
        validate(template)


def it_hears_of_schema_errors_from_the_audit():
    out_of_order = good().edited(MAIN, '<w:pStyle w:val="Than"/>', '<w:jc w:val="both"/><w:pStyle w:val="Than"/>')
    assert structural_problems(out_of_order) == []
    assert any("pStyle" in problem for problem in audit_problems(out_of_order.write()))
    assert problems(out_of_order.write())
