"""The reader of tables shows each place of the grid what a person sees there, whatever the merges."""

from __future__ import annotations

import pytest
from support.sample import SECTION, cell, mark, note, paragraph, sample, table
from support.tables import ReadCell, ReadTable, read_tables

RESTART, CONTINUE, WIDE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
REPEATED, WHOLE = "<w:trPr><w:tblHeader/></w:trPr>", "<w:trPr><w:cantSplit/></w:trPr>"
KEPT = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Giu"><w:name w:val="Giữ"/><w:basedOn w:val="Than"/>'
    "<w:pPr><w:keepNext/></w:pPr></w:style>"
)
LANDSCAPE = SECTION.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')


def only(body: str, **parts: str) -> ReadTable:
    (found,) = read_tables(sample(body, **parts).write())
    return found


def cell_of(*paragraphs: str) -> str:
    return cell("").replace(paragraph(""), "".join(paragraphs))


def it_shows_a_merged_cell_at_every_place_it_covers():
    rows = (
        cell("TT", properties=RESTART) + cell("Chỉ tiêu", properties=WIDE) + cell("Ghi chú", properties=RESTART),
        cell("", properties=CONTINUE) + cell("2025") + cell("2026") + cell("", properties=CONTINUE),
        cell("1") + cell("a", properties=WIDE + RESTART) + cell("b"),
        cell("2") + cell("", properties=WIDE + CONTINUE) + cell("c"),
    )
    assert only(table(*rows, columns=4)).grid == (
        ("TT", "Chỉ tiêu", "Chỉ tiêu", "Ghi chú"),
        ("TT", "2025", "2026", "Ghi chú"),
        ("1", "a", "a", "b"),
        ("2", "a", "a", "c"),
    )


def it_shows_where_one_merge_ends_and_the_next_begins():
    rows = (cell(text, properties=merge) for text, merge in (("a", RESTART), ("", CONTINUE), ("b", RESTART), ("c", "")))
    assert only(table(*rows, columns=1)).grid == (("a",), ("a",), ("b",), ("c",))


def it_shows_only_what_a_cell_itself_says_where_a_merge_hangs_on_nothing():
    rows = cell("a", properties=RESTART) + cell("b"), cell("c", properties=WIDE + CONTINUE)
    assert only(table(*rows)).grid == (("a", "b"), ("c", "c"))
    rows = (cell(text, properties=merge) for text, merge in (("a", RESTART), ("b", ""), ("c", CONTINUE)))
    assert only(table(*rows, columns=1)).grid == (("a",), ("b",), ("c",))


def it_leaves_empty_what_no_cell_covers():
    row = '<w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>' + cell("a")
    found = only(table(row, columns=3))
    assert found.grid == (("", "a", ""),)
    assert found.cells[0][0].column == 1


def it_joins_paragraphs_and_breaks_and_leaves_marks_out():
    broken = "<w:p><w:r><w:t>một</w:t><w:br/><w:t>hai\u00a0ba</w:t></w:r></w:p>"
    found = only(table(cell_of(broken, paragraph("bốn", after=mark(1))), columns=1), footnotes=note(1, "năm"))
    assert found.grid == (("một\nhai ba\nbốn",),)


def it_counts_leading_repeated_rows_alone():
    off = '<w:trPr><w:tblHeader w:val="0"/></w:trPr>'
    assert only(table(REPEATED + cell("a"), REPEATED + cell("b"), cell("c"), columns=1)).header_rows == 2
    assert only(table(off + cell("a"), REPEATED + cell("b"), columns=1)).header_rows == 0


def it_measures_grid_columns_in_mm():
    assert only(table(cell("a") + cell("b"))).columns_mm == (35.28, 35.28)


def it_tells_the_cells_as_they_stand_in_the_file():
    bold = cell_of(paragraph("a", style="Dam"), paragraph("b", run="<w:b/>")).replace("</w:tcPr>", f"{WIDE}</w:tcPr>")
    rows = bold + cell("c", properties=RESTART), cell("d") + cell("e") + cell("", properties=CONTINUE)
    assert only(table(*rows, columns=3)).cells == (
        (ReadCell(0, 2, "none", "Dam", True), ReadCell(2, 1, "restart", "Than", False)),
        (
            ReadCell(0, 1, "none", "Than", False),
            ReadCell(1, 1, "none", "Than", False),
            ReadCell(2, 1, "continue", "Than", False),
        ),
    )


@pytest.mark.parametrize(
    ("content", "bold"),
    [
        (paragraph("a", style="Dam"), True),
        (paragraph("a", style="Dam", run='<w:b w:val="0"/>'), False),
        (paragraph("a", style="Dam") + paragraph("b"), False),
        (paragraph("a", style="Dam", after="<w:r><w:rPr><w:b w:val='0'/></w:rPr><w:br/></w:r>"), True),
        (paragraph("", style="Dam"), False),
    ],
    ids=["by style", "switched off", "one paragraph of two", "but a break", "no words"],
)
def it_calls_a_cell_bold_whose_words_all_are(content: str, bold: bool):
    assert only(table(cell_of(content), columns=1)).cells[0][0].bold is bold


def it_tells_rows_that_may_not_split():
    assert only(table(WHOLE + cell("a"), cell("b"), columns=1)).whole == (True, False)


def it_tells_rows_kept_with_the_next_by_style_or_directly():
    style, direct = paragraph("a", style="Giu"), paragraph("b").replace("</w:pPr>", "<w:keepNext/></w:pPr>")
    not_kept = style.replace("</w:pPr>", '<w:keepNext w:val="0"/></w:pPr>')
    rows = (cell_of(style) + cell_of(direct), cell_of(style, paragraph("c")) + cell_of(style), cell_of(not_kept) * 2)
    assert only(table(*rows), styles=KEPT).kept == (True, False, False)


def it_tells_the_page_that_each_table_stands_on():
    turned = f"<w:p><w:pPr>{LANDSCAPE}</w:pPr></w:p>"
    body = paragraph("I") + f"<w:p><w:pPr>{SECTION}</w:pPr></w:p>"
    tables = (table(cell(name), columns=1) for name in ("a", "b", "c"))
    body = f"{next(tables)}{body}{next(tables)}{turned}{next(tables)}"
    found = read_tables(sample(body).write())
    assert [(one.grid[0][0], one.landscape) for one in found] == [("a", False), ("b", True), ("c", False)]


def it_reads_tables_in_controls_and_counts_a_nested_one_as_text_of_its_cell():
    inner = cell_of(table(cell("trong"), columns=1), paragraph("sau"))
    body = f"<w:sdt><w:sdtContent>{table(inner, columns=1)}</w:sdtContent></w:sdt>" + table(cell("hai"), columns=1)
    assert [found.grid for found in read_tables(sample(body).write())] == [(("trong\nsau",),), (("hai",),)]


def it_reads_no_table_where_there_is_none():
    assert read_tables(sample(paragraph("a")).write()) == ()
