"""Rows that merged cells hold together, on their pages: kept, divided, and legible in every part."""

from __future__ import annotations

from itertools import pairwise

import pytest
from support.letters import SENTENCE, plan
from support.package import NAMESPACES
from support.tables import ReadTable
from written import AFTER, Data, appendix, data_tables, keyed, rendered, table, tables_as_xml, titled

PAGE_OF_WORDS = SENTENCE * 60  # more than a page of one wide column holds


def in_body(block: Data) -> ReadTable:
    (found,) = data_tables(rendered(plan(noi_dung=[block, AFTER])))
    return found


def group(rows: int, sentences: int, merged: str = "Hạ tầng số") -> Data:
    """A table with rows above and below a group of ``rows`` that a merged cell holds together."""
    held = [[keyed(merged), f"{n}. {SENTENCE * sentences}"] for n in range(rows)]
    return table(["Nhóm", "Nội dung"], ["trước", "x"], *held, ["sau", "y"])


def it_keeps_the_rows_of_a_low_group_on_one_page():
    found = in_body(group(4, 1))
    assert found.kept == (True, False, True, True, True, False, False)
    assert all(found.whole)
    assert [row[0].merge for row in found.cells] == ["none", "none", "restart", *["continue"] * 3, "none"]


def parts(found: ReadTable) -> list[int]:
    """How many rows each merged cell of the first column covers."""
    starts = [n for n, row in enumerate(found.cells) if row[0].merge != "continue"]
    return [end - start for start, end in pairwise([*starts, len(found.cells)])]


def it_divides_a_high_group_and_says_again_what_its_merged_cell_holds():
    found = in_body(group(24, 3))
    assert found.grid[1:] == (
        ("trước", "x"),
        *[("Hạ tầng số", f"{n}. {SENTENCE * 3}".strip()) for n in range(24)],
        ("sau", "y"),
    )
    sizes = [size for size in parts(found) if size > 1]
    assert sum(sizes) == 24
    assert len(sizes) > 1
    assert max(sizes) - min(sizes) <= 2
    ends = [n for n, (row, below) in enumerate(pairwise(found.cells)) if below[0].merge != "continue" and n]
    assert [n for n, kept in enumerate(found.kept[:-1]) if not kept] == ends
    assert all(found.whole)


def it_keeps_a_group_of_nearly_a_page_and_divides_a_higher_one_where_its_page_is_full():
    low, high = (table(["a", "b"], *[[keyed("m"), "một dòng"] for _ in range(rows)]) for rows in (33, 40))
    assert parts(in_body(low)) == [1, 33]
    (_, first, rest) = parts(in_body(high))
    assert first + rest == 40
    assert 33 < first < 38  # a page has room for 36 or 37


def it_keeps_only_the_last_part_of_a_divided_group_with_the_signature():
    rows = [[keyed("m"), f"{n}. {SENTENCE * 3}"] for n in range(24)]
    (found,) = data_tables(rendered(plan(noi_dung=[table(["a", "b"], *rows)])))
    starts = [n for n, row in enumerate(found.cells) if row[0].merge == "restart"]
    assert len(starts) > 1
    assert [n + 1 for n, kept in enumerate(found.kept) if not kept] == starts[1:]


def it_leaves_a_merged_cell_that_no_page_holds_in_its_first_row():
    found = in_body(table(["a", "b"], [keyed(PAGE_OF_WORDS), "x"], [keyed(), "y"]))
    assert found.grid[1:] == ((PAGE_OF_WORDS.strip(), "x"), ("", "y"))
    assert found.whole[1:] == (False, True)


def it_divides_a_group_whose_merges_overlap_and_shows_each_in_its_place():
    rows = [[keyed(f"A{n // 20}", f"a{n // 20}"), keyed(f"B{n // 15}", f"b{n // 15}"), SENTENCE] for n in range(60)]
    rows = [[a, keyed("chung", "c", so_cot=1), b, text] for a, b, text in rows]
    found = in_body(table(["A", "C", "B", "Nội dung"], *rows))
    assert found.grid[1:] == tuple((f"A{n // 20}", "chung", f"B{n // 15}", SENTENCE) for n in range(60))
    starts = [n for n, row in enumerate(found.cells[1:]) if row[1].merge == "restart"]
    assert len(starts) > 1
    assert all(found.cells[1 + n][0].merge != "continue" for n in starts)


def it_keeps_the_last_row_with_the_signature_also_when_it_is_merged():
    rows = [[keyed("m"), "x"], [keyed("m"), "y"]]
    (found,) = data_tables(rendered(plan(noi_dung=[table(["a", "b"], *rows)])))
    assert found.kept[-2:] == (True, True)


def it_shows_a_merged_cell_that_no_page_holds_as_one_although_it_is_not():
    block = table(["a", "b"], [keyed(PAGE_OF_WORDS), "x"], [keyed(), "y"], [keyed(), "z"])
    (xml,) = tables_as_xml(rendered(plan(noi_dung=[block, AFTER])))
    rows = [row.iterfind("w:tc[1]/w:tcPr/w:tcBorders/*", NAMESPACES) for row in xml.iterfind("w:tr", NAMESPACES)]
    assert [[side.tag.rpartition("}")[2] for side in row] for row in rows] == [
        *([], ["bottom"]),
        *(["top", "bottom"], ["top"]),
    ]


@pytest.mark.parametrize("head", ["titles", "a group", "a phụ lục"])
def it_leaves_room_on_the_page_of_merged_rows_for_what_heads_them(head: str):
    rows = [[keyed("m"), "một dòng"] for _ in range(36)]  # just a page of them
    block = table(["a", "b"], *[{"nhom": "Nhóm"}] * (head == "a group"), *rows)
    plans = {
        "titles": plan(noi_dung=[AFTER, titled("Mục tiêu", titled("Bảng", block)), AFTER]),
        "a group": plan(noi_dung=[AFTER, block, AFTER]),
        "a phụ lục": plan(phu_luc=[appendix(block, tieu_de="Danh mục", huong="doc")]),
    }
    alone = plan(noi_dung=[AFTER, table(["a", "b"], *rows), AFTER])
    (found,), (whole,) = data_tables(rendered(plans[head])), data_tables(rendered(alone))
    assert max(parts(whole)) == 36
    assert max(parts(found)) < 36


def it_divides_rows_whose_merged_cells_need_more_than_a_page():
    upper, lower = (f"{name} {SENTENCE * 20}" for name in ("A", "B"))
    rows = [[keyed("chung", "c"), keyed(text, text[0]), "x"] for text in (upper, lower) for _ in range(3)]
    (found,) = data_tables(rendered(plan(noi_dung=[table(["a", "b", "c"], *rows), AFTER])))
    assert [row[0].merge for row in found.cells[1:]].count("restart") == 2


def it_counts_the_footnotes_that_stand_on_the_page_of_merged_rows():
    rows = [[keyed("m"), f"một dòng[^n{n}]"] for n in range(20)]
    noted = plan(noi_dung=[table(["a", "b"], *rows), AFTER], chu_thich={f"n{n}": SENTENCE * 2 for n in range(20)})
    (found,) = data_tables(rendered(noted))
    assert len([n for n in parts(found) if n > 1]) > 1


def it_begins_what_must_be_divided_on_the_rest_of_the_page_where_it_knows_how_much_that_is():
    above, high = [[f"{n}", "một dòng"] for n in range(10)], [[keyed("m"), "một dòng"] for _ in range(50)]
    (found,) = data_tables(rendered(plan(phu_luc=[appendix(table(["a", "b"], *above, *high), huong="doc")])))
    first, *others = [n for n in parts(found) if n > 1]
    assert first < 28
    assert first + sum(others) == 50
