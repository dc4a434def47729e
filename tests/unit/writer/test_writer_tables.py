"""Tables as they read in the file: headings, merged and spanning cells, groups, cells of several paragraphs."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from docx.table import _Cell
from support import validate
from support.letters import doan, plan
from support.package import NAMESPACES, qn, val
from support.tables import ReadTable
from written import AFTER, Data, appendix, data_tables, keyed, rendered, table, tables_as_xml

from vbhc import Bang, OBang, render_bytes

SCORES = {"tieu_de": "Bắc Ninh 2024", "con": ["Điểm số", "Thứ hạng"]}
YEARS = {"tieu_de": "Kế hoạch", "con": ["Quý I", {"tieu_de": "Quý II", "con": ["Tháng 4", "Tháng 5"]}]}


def only(bang: Data | Bang) -> ReadTable:
    """The table as it comes out in a kế hoạch."""
    (found,) = data_tables(rendered(plan(noi_dung=[doan("Bảng:"), bang, AFTER])))
    return found


def rows_of(bang: Data | Bang) -> list[tuple[str, ...]]:
    """The rows below the heading, each place showing what a person sees there."""
    found = only(bang)
    return list(found.grid[found.header_rows :])


def merges(found: ReadTable, column: int) -> list[str]:
    """The parts that the cells beginning at ``column`` have in vertical merges, below the heading."""
    return [cell.merge for row in found.cells[found.header_rows :] for cell in row if cell.column == column]


def it_heads_a_table_with_one_row_that_is_repeated():
    found = only(table(["TT", "**Chỉ số**"], ["1", "a"]))
    assert (found.header_rows, found.grid[0]) == (1, ("TT", "Chỉ số"))
    assert [(cell.style, cell.bold) for cell in found.cells[0]] == [("VBDauBang", True)] * 2


def it_sets_a_common_heading_over_its_columns_and_repeats_both_rows():
    found = only(table(["TT", SCORES, "Ghi chú"], ["1", "0,8852", "17", ""]))
    assert found.header_rows == 2
    assert found.grid[:2] == (
        ("TT", "Bắc Ninh 2024", "Bắc Ninh 2024", "Ghi chú"),
        ("TT", "Điểm số", "Thứ hạng", "Ghi chú"),
    )
    assert [(cell.column, cell.span, cell.merge) for cell in found.cells[0]] == [
        (0, 1, "restart"),
        (1, 2, "none"),
        (3, 1, "restart"),
    ]


def it_heads_a_table_with_three_rows_all_of_them_repeated():
    found = only(table([YEARS, SCORES, "Ghi chú"], ["a", "b", "c", "d", "e", "f"]))
    assert found.header_rows == 3
    assert found.grid == (
        (*["Kế hoạch"] * 3, *["Bắc Ninh 2024"] * 2, "Ghi chú"),
        ("Quý I", "Quý II", "Quý II", "Điểm số", "Thứ hạng", "Ghi chú"),
        ("Quý I", "Tháng 4", "Tháng 5", "Điểm số", "Thứ hạng", "Ghi chú"),
        tuple("abcdef"),
    )
    assert all(found.kept[:3])
    assert all(found.whole)


def it_writes_every_kind_of_row_as_word_wants_it():
    rows = [
        {"nhom": "I. Hạ tầng"},
        *[[str(n), "85,5", keyed("m"), {"noi_dung": "- Việc\n- **Báo cáo**", "so_cot": 2}] for n in range(40)],
        {"o": ["II", "171", keyed("rộng", "w", so_cot=3)], "la_nhom": True},
        ["1", "Đạt", keyed("", "w", so_cot=3)],
        [{"noi_dung": "cả hàng", "so_cot": 5}],
    ]
    columns = ["TT", {"tieu_de": "Số", "can_le": "so"}, YEARS]
    validate(render_bytes(plan(noi_dung=[table(columns, *rows)], phu_luc=[appendix(table(columns, *rows))])))


def it_merges_cells_of_one_key_over_as_many_rows_as_each_column_has_them():
    rows = [
        [keyed("Hạ tầng", "A"), keyed("Sở KHCN", "S1"), "1"],
        [keyed("", "A"), keyed("", "S1"), "2"],
        [keyed("Hạ tầng", "A"), keyed("Sở Y tế", "S2"), "3"],
        [keyed("Dữ liệu", "B"), keyed("Sở Y tế", "S2"), "4"],
        [keyed("", "B"), "Sở Nội vụ", "5"],
    ]
    found = only(table(["Nhóm", "Cơ quan", "TT"], *rows))
    assert found.grid[1:] == (
        ("Hạ tầng", "Sở KHCN", "1"),
        ("Hạ tầng", "Sở KHCN", "2"),
        ("Hạ tầng", "Sở Y tế", "3"),
        ("Dữ liệu", "Sở Y tế", "4"),
        ("Dữ liệu", "Sở Nội vụ", "5"),
    )
    assert merges(found, 0) == ["restart", "continue", "continue", "restart", "continue"]
    assert merges(found, 1) == ["restart", "continue", "restart", "continue", "none"]
    assert merges(found, 2) == ["none"] * 5


def it_does_not_merge_across_a_row_between_or_a_lone_key():
    found = only(table(["a", "b"], [keyed("x"), "1"], ["y", "2"], [keyed("x"), "3"], {"nhom": "N"}, [keyed("x"), "4"]))
    assert merges(found, 0) == ["none"] * 5
    assert [row[0] for row in found.grid[1:]] == ["x", "y", "x", "N", "x"]


def it_lets_a_cell_span_columns_and_be_one_with_the_wide_cell_below():
    wide = [keyed("rộng", "w", so_cot=2), keyed("", "w", so_cot=2)]
    bang = table(
        ["a", "b", "c"], [{"noi_dung": "cả hàng", "so_cot": 3}], ["1", wide[0]], ["2", wide[1]], ["3", "4", "5"]
    )
    found = only(bang)
    assert found.grid[1:] == (("cả hàng",) * 3, ("1", "rộng", "rộng"), ("2", "rộng", "rộng"), ("3", "4", "5"))
    assert [[cell.span for cell in row] for row in found.cells[1:]] == [[3], [1, 2], [1, 2], [1, 1, 1]]
    widths = [sum(found.columns_mm[cell.column : cell.column + cell.span]) for cell in found.cells[2]]
    assert sum(widths) == pytest.approx(sum(found.columns_mm))


def it_writes_a_group_across_the_whole_width_and_keeps_it_with_its_rows():
    found = only(table(["a", "b"], {"nhom": "I. *Hạ tầng*"}, ["1", "2"], {"nhom": "II. Dữ liệu"}, ["3", "4"]))
    assert found.grid[1:] == (("I. Hạ tầng",) * 2, ("1", "2"), ("II. Dữ liệu",) * 2, ("3", "4"))
    assert [(row[0].span, row[0].bold) for row in found.cells[1:]] == [(2, True), (1, False), (2, True), (1, False)]
    assert found.kept[1:] == (True, False, True, False)


def it_writes_a_group_with_cells_in_bold_and_keeps_it_with_its_rows():
    group = {"o": ["I", {"noi_dung": "Hạ tầng số", "so_cot": 2}, "85%"], "la_nhom": True}
    found = only(table(["TT", "b", "c", "d"], group, ["1", "2", "3", "4"], ["5", "6", "7", "8"]))
    assert found.grid[1] == ("I", "Hạ tầng số", "Hạ tầng số", "85%")
    assert [cell.bold for cell in found.cells[1]] == [True, True, True]
    assert [cell.bold for cell in found.cells[2]] == [False] * 4
    assert found.kept[1:] == (True, False, False)


def it_merges_cells_of_a_group_row_too():
    group = {"o": [keyed("I"), "Hạ tầng"], "la_nhom": True}
    found = only(table(["TT", "b"], group, [keyed(), "x"]))
    assert found.grid[1:] == (("I", "Hạ tầng"), ("I", "x"))
    assert [[cell.bold for cell in row] for row in found.cells[1:]] == [[True, True], [False, False]]


def cells_of(*texts: Any) -> list[_Cell]:
    """The cells of the one row of a table of ``texts``, as python-docx sees them."""
    bang = table([f"Cột {n}" for n in range(len(texts))], list(texts))
    document = docx.Document(io.BytesIO(rendered(plan(noi_dung=[bang, AFTER]))))
    return [*document.tables[1].rows[1].cells]


def it_writes_each_line_of_a_cell_as_a_paragraph_with_its_dash_and_its_format():
    several, empty = cells_of("Các việc:\n- **Rà soát** dữ liệu;\n- Báo cáo *quý*.", "")
    assert [p.text for p in several.paragraphs] == ["Các việc:", "- Rà soát dữ liệu;", "- Báo cáo quý."]
    assert [run.text for p in several.paragraphs for run in p.runs if run.bold] == ["Rà soát"]
    assert [run.text for p in several.paragraphs for run in p.runs if run.italic] == ["quý"]
    assert {p.style.name for p in several.paragraphs} == {"VB Ô bảng"}
    assert [p.text for p in empty.paragraphs] == [""]


def it_sets_the_words_of_each_column_as_it_is_told():
    columns = ["a", {"tieu_de": "b", "can_le": "giua"}, {"tieu_de": "c", "can_le": "phai"}]
    rows = [["1", "2\n3", "4"], ["1", keyed("2"), keyed("3", "n")], ["1", keyed("2"), keyed("3", "n")]]
    group = {"o": ["1", "2", "3"], "la_nhom": True}
    wide = [{"noi_dung": "1", "so_cot": 2}, "3"]
    (xml,) = tables_as_xml(rendered(plan(noi_dung=[table(columns, *rows, group, wide), AFTER])))
    settings = [
        [val(p, "w:pPr/w:jc") for p in row.iterfind("w:tc/w:p", NAMESPACES)]
        for row in xml.findall("w:tr", NAMESPACES)[1:]
    ]
    assert settings == [
        [None, "center", "center", "right"],
        *[[None, "center", "right"]] * 3,
        [None, "right"],
    ]


def it_keeps_a_format_that_goes_on_over_the_lines_of_a_cell():
    (cell,) = cells_of("**Sở Y tế\nSở Nội vụ** và *các xã*")
    assert [p.text for p in cell.paragraphs] == ["Sở Y tế", "Sở Nội vụ và các xã"]
    assert [run.text for p in cell.paragraphs for run in p.runs if run.bold] == ["Sở Y tế", "Sở Nội vụ"]


def it_prints_data_as_it_is_and_never_reads_it_as_markup():
    values = ["5 * 3 * 2", "**x**", "[^a] [@b]", "a~b~ c^2^", "<w:t> & “x”", None, 36, "x\ny"]
    bang = Bang.tu_du_lieu([f"Cột {n}" for n in range(8)], [values])
    assert rows_of(bang) == [("5 * 3 * 2", "**x**", "[^a] [@b]", "a~b~ c^2^", "<w:t> & “x”", "", "36", "x\ny")]


def it_takes_merged_and_wide_cells_of_data():
    rows = [
        [OBang.tu_du_lieu("5 * 3", khoa="k"), "1"],
        [OBang.tu_du_lieu("5 * 3", khoa="k"), "2"],
        [OBang.tu_du_lieu("rộng *", so_cot=2)],
    ]
    assert rows_of(Bang.tu_du_lieu(["a", "b"], rows)) == [("5 * 3", "1"), ("5 * 3", "2"), ("rộng *", "rộng *")]


def it_writes_a_table_in_the_body_and_in_a_phu_luc_alike():
    bang = table(["TT", SCORES], [keyed("m"), "1", "2"], [keyed(), "3", "4"], {"nhom": "N"})
    inside, behind = data_tables(rendered(plan(noi_dung=[bang, AFTER], phu_luc=[appendix(bang)])))
    assert inside == behind
    assert inside.grid[2:] == (("m", "1", "2"), ("m", "3", "4"), ("N",) * 3)


def it_keeps_two_tables_in_a_row_apart():
    bang = table(["a", "b"], ["1", "2"])
    found = tables_as_xml(rendered(plan(noi_dung=[bang, bang, AFTER], phu_luc=[appendix(bang, bang)])))
    neighbours = [(it.getprevious(), it.getnext()) for it in found]
    assert [[node is not None and node.tag for node in pair] for pair in neighbours] == [[qn("w:p")] * 2] * 4


def it_writes_a_table_below_an_item():
    item = {"loai": "muc", "tieu_de": "Số liệu", "khoi": [table(["a"], ["x"])]}
    (found,) = data_tables(rendered(plan(noi_dung=[item, AFTER])))
    assert found.grid == (("a",), ("x",))


def it_writes_a_table_of_ten_thousand_rows_whole():
    rows = [[str(n), keyed(f"Nhóm {n // 3}", f"n{n // 3}")] for n in range(10_000)]
    (xml,) = tables_as_xml(render_bytes(plan(noi_dung=[table(["TT", "Nhóm"], *rows), AFTER])))
    assert ["".join(row.itertext()) for row in xml.iterfind("w:tr", NAMESPACES)] == [
        "TTNhóm",
        *(f"{n}" if n % 3 else f"{n}Nhóm {n // 3}" for n in range(10_000)),
    ]
