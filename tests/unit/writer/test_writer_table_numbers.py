"""Columns of numbers: under one another by their decimal comma, each whole on its line."""

from __future__ import annotations

import re

import pytest
from support.letters import SENTENCE, plan
from support.package import NAMESPACES, qn, val
from support.reader import paragraph_text
from support.tables import placed
from written import AFTER, Data, keyed, rendered, table, tables_as_xml

from vbhc.layout import text_width_mm

SIZE_PT = 13
MARGINS_MM = 2 * 1.2
MM = 25.4 / 1440
WORDS = SENTENCE * 3
NUMBERS = {"tieu_de": "Số", "can_le": "so"}


def read_numbers(block: Data, column: int = 1) -> tuple[float, list[tuple[str, float, str]]]:
    """The width of a column in mm, and of each cell in it the text, its right indent in mm and how it is set."""
    (xml,) = tables_as_xml(rendered(plan(noi_dung=[block, AFTER])))
    widths = [int(node.get(qn("w:w"), "0")) * MM for node in xml.iterfind("w:tblGrid/w:gridCol", NAMESPACES)]
    rows = xml.findall("w:tr", NAMESPACES)[1:]
    inner = [cell.find("w:p", NAMESPACES) for row in rows for at, cell in placed(row) if at == column]
    return widths[column], [
        (paragraph_text(p), int(val(p, "w:pPr/w:ind", "w:right") or 0) * MM, val(p, "w:pPr/w:jc") or "left")
        for p in inner
        if p is not None
    ]


def column_of(*values: str) -> Data:
    return table(["Nội dung", NUMBERS], *[[WORDS, value] for value in values])


def comma_mm(text: str, indent: float) -> float:
    """How far from the right margin of its cell the decimal comma of ``text`` stands, or would stand."""
    whole = re.match(r"\D*\d[\d.]*", text)
    assert whole is not None
    return indent + text_width_mm(text[whole.end() :], SIZE_PT)


def wrapped(block: Data, column: int = 1) -> list[str]:
    """The numbers that their cell cannot hold on one line."""
    width, found = read_numbers(block, column)
    return [
        text
        for text, indent, setting in found
        if setting == "right" and indent + text_width_mm(text, SIZE_PT) > width - MARGINS_MM + 0.1
    ]


VALUES = [
    ("85,5", "1.204,75", "-0,123", "36"),
    ("85,5%", "100%", "7,25 %"),
    ("≥ 80%", "95,5", "12 hồ sơ"),
    ("**85,5**", "9", "1.000"),
    ("1.250.000", "98,75%", "1"),
    ("1.250.000.000", "0,123456"),
]


@pytest.mark.parametrize("values", VALUES)
def it_sets_numbers_under_one_another_by_their_decimal_comma(values: tuple[str, ...]):
    _, found = read_numbers(column_of(*values))
    commas = [comma_mm(text, indent) for text, indent, _ in found]
    assert commas == pytest.approx([commas[0]] * len(values), abs=0.06)
    assert {setting for *_, setting in found} == {"right"}
    assert all(indent >= 0 for _, indent, _ in found)


def it_sets_what_is_no_number_in_the_middle_of_the_column():
    _, found = read_numbers(column_of("85,5", "Đạt", "", "-", "Chưa đánh giá", "100,25"))
    assert [setting for *_, setting in found] == ["right", "center", "center", "center", "center", "right"]
    assert [indent for text, indent, _ in found if not re.search(r"\d", text)] == [0] * 4
    assert comma_mm(*found[0][:2]) == pytest.approx(comma_mm(*found[-1][:2]), abs=0.06)


@pytest.mark.parametrize("values", VALUES)
def it_leaves_every_number_the_room_that_it_needs_on_its_line(values: tuple[str, ...]):
    assert wrapped(column_of(*values)) == []


def it_leaves_a_number_in_its_place_beside_a_sentence_that_has_one():
    sentence = "Chưa có số liệu năm 2024, đề nghị các sở, ngành bổ sung trong kỳ báo cáo sau"
    _, found = read_numbers(column_of("12,5", sentence, "7"))
    assert wrapped(column_of("12,5", "7", sentence)) == []
    assert [setting for *_, setting in found] == ["right", "center", "right"]


GROUP = table(["Nội dung", NUMBERS], {"o": ["I", "1.171,25"], "la_nhom": True}, [WORDS, "85,5"], [WORDS, "85,75"])
TOTAL = table(
    ["TT", "Nội dung", NUMBERS],
    *[["1", WORDS, "85,5"], ["2", WORDS, "85,75"]],
    [{"noi_dung": "Tổng cộng", "so_cot": 2}, "1.250.000"],
)
MERGED = table(["Nội dung", NUMBERS], [WORDS, keyed("1.250.000")], [WORDS, keyed("1.250.000")], [WORDS, "1,5"])


@pytest.mark.parametrize(("block", "column"), [(GROUP, 1), (TOTAL, 2), (MERGED, 1)])
def it_sets_the_numbers_of_groups_totals_and_merged_rows_under_the_others(block: Data, column: int):
    _, found = read_numbers(block, column)
    commas = [comma_mm(text, indent) for text, indent, _ in found if text]
    assert commas == pytest.approx([commas[0]] * len(commas), abs=0.06)


@pytest.mark.parametrize(("block", "column"), [(GROUP, 1), (TOTAL, 2), (MERGED, 1)])
def it_leaves_the_numbers_of_groups_totals_and_merged_rows_their_room(block: Data, column: int):
    assert wrapped(block, column) == []


def it_leaves_a_number_far_down_a_long_table_its_room():
    assert wrapped(column_of(*["1"] * 420, "1.250.000,75")) == []


def it_sets_a_number_with_the_mark_of_a_footnote_under_the_others_and_leaves_the_mark_room():
    mark_mm = 0.62 * text_width_mm("1", SIZE_PT)
    block = column_of("1.204,75[^a]", "85,5", "9")
    (xml,) = tables_as_xml(rendered(plan(noi_dung=[block, AFTER], chu_thich={"a": "Ước."})))
    width = int(xml.findall("w:tblGrid/w:gridCol", NAMESPACES)[1].get(qn("w:w"), "0")) * MM
    marked, *others = [int(node.get(qn("w:right"), "0")) * MM for node in xml.iterfind(".//w:ind", NAMESPACES)]
    commas = [comma_mm(text, indent) for text, indent in zip(("85,5", "9"), others, strict=True)]
    assert comma_mm("1.204,75", marked) + mark_mm == pytest.approx(commas[0], abs=0.3)
    assert marked + mark_mm + text_width_mm("1.204,75", SIZE_PT) <= width - MARGINS_MM + 0.1
