"""Indicators set in the table that they were read from, whatever the sheet looks like."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
import table_grids as grids
from indicator_files import HEADER, csv, load, rewrite, row, xlsx

from vbhc.errors import InputError
from vbhc.indicators import BangChiTieu, Nguon, load_indicators
from vbhc.model import Bang, Hang, OBang


def headings(bang: Bang) -> list[str]:
    """What stands first in each heading of a group."""
    heads = [hang.nhom is not None or hang.la_nhom for hang in bang.hang]
    return [line[0] for line, head in zip(grids.body(bang), heads, strict=True) if head]


def it_prints_numbers_in_the_column_of_codes_with_a_point(tmp_path: Path) -> None:
    bang = load(tmp_path, row(ma=1.1), row(ma=1.2), row(ma=1), row(ma="4."), formats={"A3": "0.00"}).lap_bang()
    assert [line[0] for line in grids.body(bang)] == ["1.1", "1.20", "1", "4."]


def it_prints_what_the_cells_show_and_not_what_was_read_in_them(tmp_path: Path) -> None:
    cells = {
        "don_vi": "%",
        "muc_tieu": "Trên  60%\n(cả năm)",
        "thuc_hien": 0.57309,
        "phoi_hop": "- Sở Y tế;\n- UBND xã",
    }
    [line] = grids.body(load(tmp_path, row(**cells), formats={"E2": "0.0%"}).lap_bang())
    assert line[2:] == ["%", "Trên  60%\n(cả năm)", "57,3%", "Sở Nội vụ", "- Sở Y tế;\n- UBND xã"]


def it_makes_one_cell_of_the_number_and_the_empty_cells_of_the_sub_rows(tmp_path: Path) -> None:
    bang = load(
        tmp_path,
        *(row(ma="3.7", ten="AI", muc_tieu=None, thuc_hien=None, chu_tri=None), row(ma=None, ten="Một")),
        *((None, "Trong đó:"), row(ma="-", ten="Hai"), row(ma=None, ten="Ba"), row(ma="3.8")),
    ).lap_bang()
    assert [line[:2] for line in grids.body(bang)] == [
        *(["3.7", "AI"], ["3.7", "Một"], ["3.7", "Trong đó:"], ["-", "Hai"], ["3.7", "Ba"]),
        ["3.8", "Tỷ lệ hồ sơ trực tuyến"],
    ]
    assert grids.tall_cells(bang, first=2) == {"A2:A4"}


def it_leaves_totals_and_signatures_out(tmp_path: Path) -> None:
    read = load(tmp_path, row(), (None, "Tổng cộng", None, "5", "6"), (), (None, "Người lập biểu"))
    assert [line[0] for line in grids.body(read.lap_bang())] == ["1.1"]
    (said,) = (it for it in read.findings if it.slug == "dong-khong-vao-bang")
    assert said.location.place == "Tháng 5!B3"
    assert said.message == 'các dòng 3-5 không thuộc bảng nên bị bỏ qua: "Tổng cộng | 5 | 6 | Người lập biểu"'


def it_reports_each_place_where_rows_are_left_out_and_no_row_that_says_nothing_new(tmp_path: Path) -> None:
    rows = [
        (None, "Ghi chú: A"),
        row(),
        (),
        HEADER,
        row(ma="1.2"),
        (None, "Nhóm trống"),
        row(ma="1.3"),
        ("", "Nguồn: B"),
    ]
    bang = load(tmp_path, ("I", "Nhóm một"), *rows)
    left = [it.message.partition("bỏ qua: ")[2] for it in bang.findings if it.slug == "dong-khong-vao-bang"]
    printed = {text for line in grids.body(bang.lap_bang()) for text in line}
    assert left == ['"Ghi chú: A"', '"Nguồn: B"']
    assert {"Nhóm một", "Nhóm trống", "Tỷ lệ hồ sơ trực tuyến"} <= printed
    assert not {"Ghi chú: A", "Nguồn: B"} & printed


@pytest.mark.parametrize("text", ["#REF!", "#N/A"])
def it_sets_no_table_with_a_formula_that_fails(tmp_path: Path, text: str) -> None:
    bang = load(tmp_path, row(ma="1.1"), row(ma="1.2", phoi_hop=text), row(ma="1.3", don_vi=text))
    with pytest.raises(InputError, match="2 chỗ trong trang tính phải sửa") as caught:
        bang.lap_bang()
    places = [it.location.place for it in caught.value.report]
    assert places == ["Tháng 5!C4", "Tháng 5!G3"]
    assert len(bang[:1].lap_bang().hang) == 1


def it_nests_the_headings_of_a_header_of_two_rows(tmp_path: Path) -> None:
    rows = [
        ["STT", "Chỉ tiêu", "Mục tiêu", "Kết quả thực hiện", None, "Chủ trì"],
        [None, None, None, "Quý I", "Quý II", None],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ["1", "A", "60%", "40%", "57%", "Sở Nội vụ"],
    ]
    path = xlsx(tmp_path / "a.xlsx", rows, merges=["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2"])
    bang = load_indicators(path).lap_bang()
    assert grids.labels(bang)[1] == ["(1)", "(2)", "(3)", "Quý I", "Quý II", "(6)"]
    assert [cot.tang for cot in bang.cot] == [2, 2, 2, 3, 2]


def it_keeps_cells_merged_over_columns_or_through_headings(tmp_path: Path) -> None:
    bang = load(
        tmp_path,
        *(("1", "Nhóm một", None, None, None, "Sở Y tế"), row(ma="1.1", thuc_hien=None, chu_tri=None)),
        *(("2", "Nhóm hai"), row(ma="2.1", chu_tri=None)),
        merges=["F2:F5", "D3:E3"],
    ).lap_bang()
    assert grids.tall_cells(bang, first=2) == {"F2:F5"}
    assert bang.hang[0].o[:3] == (
        "1",
        OBang(noi_dung="Nhóm một", so_cot=4),
        OBang(noi_dung="Sở Y tế", khoa="Tháng 5!F2"),
    )
    assert grids.body(bang)[1][3:5] == ["60%", "60%"]


@pytest.mark.parametrize(
    ("codes", "above"),
    [
        (["A", "I", "1", "II", "2", "B", "I", "3"], {"1": "A I", "2": "A II", "3": "B I"}),
        (["3", "3.7", "3.7.1", "3.8", "4", "4.1"], {"3.7.1": "3 3.7", "3.8": "3", "4.1": "4"}),
        (["", "1", "1.1", "2", "2.1", "", "3", "3.1"], {"1.1": "* 1", "2.1": "* 2", "3.1": "* 3"}),
    ],
)
def it_heads_a_selection_with_every_group_it_stands_in(tmp_path: Path, codes: list[str], above: dict[str, str]) -> None:
    rows = [row(ma=ma) if ma in above else (ma, f"Nhóm {ma}") if ma else ("* CHUNG",) for ma in codes]
    bang = load(tmp_path, *rows)
    shown = {
        it.ma: [name.replace(" CHUNG", "") for name in headings(bang[i : i + 1].lap_bang())]
        for i, it in enumerate(bang)
    }
    assert shown == {ma: path.split() for ma, path in above.items()}
    assert len(headings(bang.lap_bang())) == len(codes) - len(above), "each heading once"


def it_keeps_a_group_that_stands_in_one_cell(tmp_path: Path) -> None:
    bang = load(tmp_path, ("II. Xã hội",), row(ma="3"), merges=["A2:G2"]).lap_bang()
    assert bang.hang[0] == Hang(nhom="II. Xã hội")


def it_joins_columns_under_one_undivided_label(tmp_path: Path) -> None:
    header = ("STT", "Chỉ tiêu", None, "Mục tiêu", "Kết quả")
    rows = [("I", "Nhóm"), ("1", "A", None, "60%", "57%"), ("2", None, "thụt vào", "50%", "57%")]
    bang = load(tmp_path, *rows, header=header, merges=["B1:C1"])
    assert grids.body(bang.lap_bang())[1:] == [["1", "A", "60%", "57%"], ["2", "thụt vào", "50%", "57%"]]


def it_joins_what_a_merged_region_leaves_of_such_columns(tmp_path: Path) -> None:
    header = ("STT", "Chỉ tiêu", None, "Mục tiêu", "Kết quả")
    bang = load(tmp_path, ("1", None, "A", "60%", "57%"), header=header, merges=["B1:C1", "A2:B2"])
    assert grids.body(bang.lap_bang()) == [["1 A", "1 A", "60%", "57%"]]


def it_shows_nothing_of_what_a_merged_region_hides(tmp_path: Path) -> None:
    header = ("STT", "Chỉ tiêu", None, "Mục tiêu", "Kết quả")
    path = xlsx(tmp_path / "a.xlsx", [header, ("1", "A", "ẩn", "60%", "57%")], merges=["B1:C1"])
    more = b'<mergeCell ref="B1:C1"/><mergeCell ref="B2:C2"/>'
    rewrite(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b'<mergeCell ref="B1:C1"/>', more))
    assert grids.body(load_indicators(path).lap_bang()) == [["1", "A", "60%", "57%"]]


def it_lets_the_name_of_a_group_reach_over_empty_cells_but_not_over_those_merged_with_others(tmp_path: Path) -> None:
    rows = [("1", "Nhóm"), row(ma="1.1", chu_tri=None)]
    bang = load(tmp_path, *rows, merges=["C2:D2", "F2:F3"]).lap_bang()
    assert [getattr(cell, "so_cot", 1) for cell in bang.hang[0].o] == [1, 4, 1, 1]
    assert grids.tall_cells(bang, first=2) == {"F2:F3"}


def refused(bang: BangChiTieu) -> list[tuple[str, str]]:
    """Why no table can be set of these indicators."""
    with pytest.raises(InputError, match="trong trang tính phải sửa") as caught:
        bang.lap_bang()
    return [(it.code, it.location.place.rpartition("!")[2]) for it in caught.value.report]


def it_sets_no_table_without_the_column_that_was_read(tmp_path: Path) -> None:
    rows = [
        ("STT", "Chỉ tiêu", "Mục tiêu", "Kết quả thực hiện", None, "Cơ quan chủ trì"),
        (None, None, None, "Quý I"),
        ("1", "A", 90, 91, 77, "Sở Y tế"),
        ("2", "B", 90, 95, None, "Sở Y tế"),
    ]
    bang = load_indicators(xlsx(tmp_path / "a.xlsx", rows, merges=["D1:E1"]))
    assert str(bang[0].thuc_hien) == "77"
    for part in (bang, bang[1:]):
        assert refused(part) == [("SL916", "E1")], "whatever is selected: E is the column of results"
    rows[1] = (None, None, None, "Quý I", "Quý II")
    bang = load_indicators(xlsx(tmp_path / "a.xlsx", rows, merges=["D1:E1"]))
    assert grids.body(bang.lap_bang())[0][3:5] == ["91", "77"]


def it_sets_no_table_of_columns_that_no_label_tells_apart_and_names_all_of_them(tmp_path: Path) -> None:
    header = ("STT", "Chỉ tiêu", "Mục tiêu", "Kết quả", None, "Chủ trì", None, None, "Ghi chú")
    note = (None, "Người lập", None, None, None, None, "Nguyễn Văn A")
    rows = [("1", "A", 90, 91, 77, "Sở Y tế", None, "xem lại", None), note]
    assert refused(load(tmp_path, *rows, header=header, merges=["D1:E1"])) == [("SL917", "D1"), ("SL916", "H1")]


def it_leaves_empty_columns_and_notes_beside_other_rows_out(tmp_path: Path) -> None:
    note = (*[None] * 8, "Người lập")
    bang = load(tmp_path, row(), note, header=(*HEADER, None, None))
    assert len(bang.lap_bang().cot) == len(HEADER)
    assert [it.location.place for it in bang.findings if it.code == "SL041"] == ["Tháng 5!I3"]


@pytest.mark.parametrize(("cell", "ten"), [("G1", "tiêu đề cột G"), ("G3", 'cột "Cơ quan phối hợp"')])
def it_prints_no_uncalculated_formula_of_a_label_or_of_a_cell_merged_over_other_rows(
    tmp_path: Path, cell: str, ten: str
) -> None:
    load(tmp_path, row(), row(ma="1.2", thuc_hien=0.1), row(ma="1.3"), row(ma="1.4"), merges=["G3:G4"])
    book = openpyxl.load_workbook(tmp_path / "bang.xlsx")
    book["Tháng 5"][cell] = "=A1"
    book.save(tmp_path / "bang.xlsx")
    bang = load_indicators(tmp_path / "bang.xlsx").dat
    assert [it.ma for it in bang] == ["1.1", "1.3", "1.4"]
    with pytest.raises(InputError) as caught:
        bang.lap_bang()
    (said,) = caught.value.report
    assert said.location.place == f"Tháng 5!{cell}"
    assert said.message == f"{ten}: công thức trong ô bị lỗi (công thức chưa được tính)"


def it_prints_a_total_that_stands_between_an_indicator_and_its_last_sub_row(tmp_path: Path) -> None:
    rows = [row(ma="3.7", ten="AI"), row(ma=None, ten="Một"), (None, "Tổng cộng", None, "5", "6")]
    bang = load(tmp_path, *rows, row(ma=None, ten="Hai"), (None, "Tổng cộng", None, "7", "8"))
    assert [line[1] for line in grids.body(bang.lap_bang())] == ["AI", "Một", "Tổng cộng", "Hai"]
    assert [it.location.place for it in bang.findings if it.code == "SL041"] == ["Tháng 5!B6"]


def it_sets_a_csv_with_its_groups(tmp_path: Path) -> None:
    text = "STT;Chỉ tiêu;Mục tiêu;Kết quả\nCÁC CHỈ TIÊU;;;\n1;Nhóm một;;\n1.1;A;60%;57%\n"
    bang = load_indicators(csv(tmp_path / "a.csv", text)).lap_bang()
    assert bang.hang[0] == Hang(nhom="CÁC CHỈ TIÊU")
    assert bang.hang[1].o == ("1", OBang(noi_dung="Nhóm một", so_cot=3))


def it_does_not_set_a_table_of_nothing(tmp_path: Path) -> None:
    bang = load(tmp_path, row())
    with pytest.raises(InputError, match="không có dòng nào được chọn"):
        bang.khong_ro.lap_bang()
    with pytest.raises(InputError, match="không đọc từ trang tính nào"):
        BangChiTieu(bang.chi_tieu, Nguon("", "")).lap_bang()


def it_is_the_same_table_whether_its_sheet_is_kept_or_not(tmp_path: Path) -> None:
    bang = load(tmp_path, row())
    assert BangChiTieu(bang.chi_tieu, bang.nguon, bang.findings) == bang
    assert "ban_goc" not in repr(bang)


def it_says_from_which_cell_an_agency_was_read(tmp_path: Path) -> None:
    bang = load(tmp_path, row(ma="1"), row(ma="2", chu_tri=None), merges=["F2:F3"])
    assert [it.chu_tri.o for it in bang] == ["Tháng 5!F2", "Tháng 5!F2"]
    assert bang[0].phoi_hop.o == "Tháng 5!G2"
