"""The three sheets of the province's plan, as tables; openpyxl is the witness for every cell."""

from __future__ import annotations

import re

import pytest
import table_grids as grids
from indicator_files import MAY, PLAN

from vbhc.indicators import BangChiTieu, BangNhiemVu, load_indicators, load_table, load_tasks
from vbhc.model import Bang, CanLe, Hang, OBang

ONE, TWO = "Phụ lục I", "Phụ lục II"
TALL_IN_TWO = {
    *("A24:A29", "B24:B29", "A36:A40", "B36:B40", "A53:A56", "B53:B56", "A66:A70", "B66:B70", "A72:A76", "B72:B76"),
    *("A80:A84", "B80:B84", "C18:C21", "D18:D21", "E18:E21", "G18:G21", "F31:F32", "G31:G32", "F36:F40", "G36:G40"),
    *("F66:F70", "G66:G70", "F72:F76", "G72:G76", "F80:F84", "G80:G84"),
}


@pytest.fixture(scope="module")
def plan() -> BangChiTieu:
    return load_indicators(PLAN, sheet=ONE)


@pytest.fixture(scope="module")
def tasks() -> BangNhiemVu:
    return load_tasks(PLAN, sheet=TWO)


@pytest.fixture(scope="module")
def may() -> BangChiTieu:
    return load_indicators(MAY)


def groups_named_to_the_right(rows: grids.Grid) -> grids.Grid:
    """The rows of a sheet, in which the name of a group reaches over the empty cells beside it."""
    found = []
    for row in rows:
        texts = list(row)
        if re.fullmatch("[0-9]", row[0]):
            for column in range(2, len(row)):
                if row[column]:
                    break
                texts[column] = row[1]
        found.append(texts)
    return found


def names(bang: Bang) -> list[str]:
    """The headings of groups in a table, those over its whole width in brackets."""
    shown = []
    for hang in bang.hang:
        if hang.nhom:
            shown.append(f"[{hang.nhom}]")
        elif hang.la_nhom:
            shown.append(" ".join(cell.noi_dung if isinstance(cell, OBang) else cell for cell in hang.o).strip())
    return shown


def it_sets_phu_luc_1_as_it_was_published(plan: BangChiTieu) -> None:
    bang = plan.lap_bang()
    assert grids.labels(bang) == grids.sheet(PLAN, ONE, first=5, last=5)
    assert grids.body(bang) == groups_named_to_the_right(grids.sheet(PLAN, ONE, first=6))
    assert grids.tall_cells(bang, first=6) == {"A25:A28"}


def it_sets_phu_luc_2_as_it_was_published(tasks: BangNhiemVu) -> None:
    bang = tasks.lap_bang()
    assert grids.labels(bang) == grids.sheet(PLAN, TWO, first=5, last=5)
    assert grids.body(bang) == groups_named_to_the_right(grids.sheet(PLAN, TWO, first=6))
    assert grids.tall_cells(bang, first=6) == TALL_IN_TWO


def it_sets_the_sheet_of_groups_as_it_was_published_but_with_decimal_commas() -> None:
    bang = load_table(PLAN, sheet="Chỉ số thành phần")
    assert grids.labels(bang) == grids.sheet(PLAN, "Chỉ số thành phần", first=3, last=4)
    numbers = grids.sheet(PLAN, "Chỉ số thành phần", first=5)
    assert grids.body(bang) == [[name, *(text.replace(".", ",") for text in rest)] for name, *rest in numbers]
    assert grids.body(bang)[5] == ["Hoạt động CQS", "0,4840", "29", "≥0,7000", "≤15"]
    assert [cot.can_le for cot in bang.cot_la] == [CanLe.TRAI, CanLe.SO, CanLe.SO, CanLe.SO, CanLe.SO]


@pytest.mark.parametrize(("name", "tall"), [(ONE, {"A25:A28"}), (TWO, TALL_IN_TWO)])
def it_sets_the_other_sheets_as_plain_tables_too(name: str, tall: set[str]) -> None:
    bang = load_table(PLAN, sheet=name)
    assert grids.labels(bang) == grids.sheet(PLAN, name, first=5, last=5)
    assert grids.body(bang) == grids.sheet(PLAN, name, first=6)
    assert grids.tall_cells(bang, first=6) == tall
    assert [cot.can_le for cot in bang.cot] == [CanLe.GIUA, *[CanLe.TRAI] * 6]


def it_heads_the_first_group_with_the_line_over_the_whole_table(plan: BangChiTieu) -> None:
    first, second = plan.lap_bang().hang[:2]
    assert (first, second.la_nhom) == (Hang(nhom="CHỈ SỐ ĐÁNH GIÁ"), True)
    assert second.o == ("1", OBang(noi_dung="Nhận thức số", so_cot=6))


def it_keeps_the_labels_that_a_group_gives_its_columns(plan: BangChiTieu) -> None:
    [row] = [hang for hang in plan.lap_bang().hang if "An toàn thông tin mạng" in hang.o]
    labels = "Thực trạng DTI Bắc Giang (cũ)", "Thực trạng DTI Bắc Ninh (cũ)"
    assert (row.la_nhom, row.o) == (True, ("5", "An toàn thông tin mạng", *labels, "", "", ""))


def it_centres_codes_and_nothing_else(plan: BangChiTieu, tasks: BangNhiemVu) -> None:
    for bang in (plan.lap_bang(), tasks.lap_bang()):
        assert [cot.can_le for cot in bang.cot_la] == [CanLe.GIUA, *[CanLe.TRAI] * 6]


def it_keeps_the_lines_of_labels_and_cells(plan: BangChiTieu, tasks: BangNhiemVu) -> None:
    assert plan.lap_bang().cot[2].tieu_de == "DTI 2024\nBắc Giang"
    [text] = [row[2] for row in grids.body(tasks.lap_bang()) if row[0] == "8.2"]
    assert text.splitlines()[:2] == [
        "Ban hành kế hoạch triển khai cấp chữ ký số cho người dân.",
        "Thành lập Ban Chỉ đạo cấp tỉnh triển khai cấp chữ ký số cho người dân.",
    ]


def it_sets_the_monthly_report_as_it_was_published(may: BangChiTieu) -> None:
    bang = may.lap_bang()
    top = may[0].dong - 2
    texts = grids.sheet(MAY, may.nguon.trang_tinh, first=top)
    assert grids.labels(bang) == [texts[0]]
    assert grids.body(bang) == groups_named_to_the_right(texts[1:])


# Selections.


def it_heads_a_selection_with_the_groups_it_touches(may: BangChiTieu) -> None:
    bang = may.chua_dat.lap_bang()
    codes = [row[0] for row in grids.body(bang)]
    chua_dat = ["2", "2.3", "3", "3.6", "4", "4.2", "4.5", "4.6", "6", "6.3", "6.4", "6.6", "6.8", "8", "8.2", "8.3"]
    assert codes == chua_dat


def it_keeps_the_line_over_the_whole_table_in_a_selection(plan: BangChiTieu) -> None:
    [group] = [part for nhom, part in plan.theo_nhom().items() if nhom.ma == "5"]
    shown = names(group.lap_bang())
    assert shown[0] == "[CHỈ SỐ ĐÁNH GIÁ]"
    assert shown[1].startswith("5 An toàn thông tin mạng Thực trạng")
    assert len(shown) == 2


def it_leaves_group_headings_out_where_rows_are_out_of_their_order(may: BangChiTieu) -> None:
    bang = may.chua_dat.xep_theo_khoang_cach().lap_bang()
    assert [row[0] for row in grids.body(bang)][:3] == ["4.5", "4.2", "4.6"]
    assert names(bang) == []


def it_sets_one_task_of_many_with_the_number_and_what_it_shares(tasks: BangNhiemVu) -> None:
    [part] = [part for ten, part in tasks.theo_co_quan().items() if ten == "Sở Công Thương"]
    rows = grids.body(part.lap_bang())
    assert [row[0] for row in rows] == ["7", "7.3", "7.5"]
    assert (rows[2][1], rows[2][5], rows[2][6]) == ("Số lượng tên miền .vn", "50% DN có tên miền", "Năm 2025")
    assert not grids.tall_cells(part.lap_bang(), first=1), "nothing is shared with a neighbour any more"


def it_joins_neighbours_that_share_a_cell_in_a_selection(tasks: BangNhiemVu) -> None:
    assert grids.tall_cells(tasks[10:12].lap_bang(), first=1) == {"C2:C3", "D2:D3", "E2:E3", "G2:G3"}
