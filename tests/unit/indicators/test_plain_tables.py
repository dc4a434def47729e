"""Any sheet as a table: where it begins, what its columns are called, how they are set, what is merged."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import table_grids as grids
from indicator_files import PLAN, csv, ods, rewrite, xls, xlsx

from vbhc.errors import DataError
from vbhc.indicators import load_table
from vbhc.model import Bang, CanLe, Hang, OBang

TRAI, GIUA, SO = CanLe.TRAI, CanLe.GIUA, CanLe.SO


def load(tmp_path: Path, *rows: Sequence[Any], **how: Any) -> Bang:
    return load_table(xlsx(tmp_path / "bang.xlsx", rows, title="T", **how))


def refused(tmp_path: Path, *rows: Sequence[Any], **how: Any) -> DataError:
    with pytest.raises(DataError) as raised:
        load(tmp_path, *rows, **how)
    assert {it.location.file for it in raised.value.report} == {"bang.xlsx"}
    return raised.value


def slugs(error: DataError) -> list[tuple[str, str]]:
    return [(it.slug, it.location.place) for it in error.report]


def column(tmp_path: Path, *cells: Any, label: str = "Giá trị", **how: Any) -> tuple[CanLe, list[str]]:
    """How a column of these cells is set, and what stands in it."""
    bang = load(tmp_path, ("Tên", label), *(("A", cell) for cell in cells), **how)
    return bang.cot[1].can_le, [row[1] for row in grids.body(bang)]


# Where the table begins.


@pytest.mark.parametrize(
    "titles",
    [
        [],
        [("BÁO CÁO NĂM 2026",), ()],
        [("", "BÁO CÁO", "", ""), ("", "", "Đơn vị tính: %")],
        [("ỦY BAN NHÂN DÂN", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("BÁO CÁO",), ("Biểu 01", "", "", "Đơn vị: %")],
    ],
)
def it_leaves_the_titles_above_the_header_out(tmp_path: Path, titles: list[Sequence[Any]]) -> None:
    bang = load(tmp_path, *titles, ("Tên", "Quý I", "Quý II", "Quý III"), ("Xã A", 1, 2, 3))
    assert grids.labels(bang) == [["Tên", "Quý I", "Quý II", "Quý III"]]
    assert grids.body(bang) == [["Xã A", "1", "2", "3"]]


def it_leaves_a_title_merged_over_the_whole_width_out(tmp_path: Path) -> None:
    bang = load(tmp_path, ("BÁO CÁO",), (), ("Tên", "Điểm"), ("A", 1), merges=["A1:B1"])
    assert grids.labels(bang) == [["Tên", "Điểm"]]


def it_takes_the_first_sheet_with_a_table_when_none_is_named(tmp_path: Path) -> None:
    assert load_table(PLAN) == load_table(PLAN, sheet=" chỉ số  THÀNH phần ")
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Bìa"])
    second = book.create_sheet("Bảng")
    second.append(["Tên", "Điểm"])
    second.append(["A", 1])
    book.save(tmp_path / "a.xlsx")
    assert grids.body(load_table(tmp_path / "a.xlsx")) == [["A", "1"]]


def it_says_that_there_is_no_table_of_each_sheet_that_it_looked_at(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Chỉ có", "tiêu đề"])
    book.create_sheet("Trống")
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(DataError, match="không tìm thấy bảng nào") as raised:
        load_table(tmp_path / "a.xlsx")
    assert slugs(raised.value) == [("khong-thay-bang", "Sheet"), ("khong-thay-bang", "Trống")]


def it_refuses_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="không có tệp này"):
        load_table(tmp_path / "khong-co.xlsx")
    with pytest.raises(DataError, match='có phải trang "Phụ lục I" không'):
        load_table(PLAN, sheet="Phụ lục 1")
    assert slugs(refused(tmp_path, ("ChØ tiªu ®¹t", "môc tiªu"), ("Tªn", "®¹t"))) == [("chu-font-cu", "T")]


# Headings.


def it_makes_nested_columns_of_merged_headings(tmp_path: Path) -> None:
    rows = [
        ("STT", "Chỉ số", "Năm 2024", None, "Năm 2025", None),
        (None, None, "Điểm", "Hạng", "Điểm", "Hạng"),
        (1, "Xã A", 0.5, 3, 0.6, 2),
    ]
    bang = load(tmp_path, *rows, merges=["A1:A2", "B1:B2", "C1:D1", "E1:F1"])
    assert [(cot.tieu_de, [below.tieu_de for below in cot.con]) for cot in bang.cot] == [
        *(("STT", []), ("Chỉ số", []), ("Năm 2024", ["Điểm", "Hạng"]), ("Năm 2025", ["Điểm", "Hạng"])),
    ]
    assert [cot.can_le for cot in bang.cot_la] == [GIUA, TRAI, SO, SO, SO, SO]


def it_makes_them_of_three_rows(tmp_path: Path) -> None:
    rows = [
        ("Tên", "Kết quả", None, None),
        (None, "Năm 2024", None, "Năm 2025"),
        (None, "Điểm", "Hạng", None),
        ("Xã A", 1, 2, 3),
    ]
    bang = load(tmp_path, *rows, merges=["A1:A3", "B1:D1", "B2:C2", "D2:D3"])
    assert grids.labels(bang) == grids.sheet(tmp_path / "bang.xlsx", "T", first=1, last=3)


def it_makes_them_where_merged_regions_are_not_told(tmp_path: Path) -> None:
    text = "Tên;Năm 2024;;Năm 2025;\n;Điểm;Hạng;Điểm;Hạng\nXã A;1;2;3;4\n"
    bang = load_table(csv(tmp_path / "a.csv", text))
    assert grids.labels(bang) == [
        ["Tên", "Năm 2024", "Năm 2024", "Năm 2025", "Năm 2025"],
        ["Tên", "Điểm", "Hạng", "Điểm", "Hạng"],
    ]


def it_keeps_the_lines_of_a_heading_and_the_row_that_numbers_the_columns(tmp_path: Path) -> None:
    bang = load(tmp_path, ("Tên", "Điểm\nsố"), ("(1)", "(2)"), ("A", 1))
    assert grids.labels(bang) == [["Tên", "Điểm\nsố"], ["(1)", "(2)"]]


@pytest.mark.parametrize("first", [(1, 2), ("A", 30), (2, 5, 7), (1, 2, 4)])
def it_does_not_take_a_row_of_small_numbers_for_one_that_numbers_the_columns(
    tmp_path: Path, first: Sequence[Any]
) -> None:
    bang = load(tmp_path, ("Lớp", "Sĩ số", "Vắng")[: len(first)], first, first)
    assert len(bang.hang) == 2


def it_takes_columns_under_one_undivided_heading_for_one_column(tmp_path: Path) -> None:
    rows = [("Chỉ số", None, "Điểm"), ("Nhóm", None, 1), (None, "A", 2)]
    bang = load(tmp_path, *rows, merges=["A1:B1"])
    assert grids.body(bang) == [["Nhóm", "1"], ["A", "2"]]


def it_leaves_an_empty_column_under_a_common_heading_out(tmp_path: Path) -> None:
    rows = [("Tên", "Năm 2024", None, "Ghi chú"), (None, "Điểm", None, None), ("Xã A", 1, None, "x")]
    bang = load(tmp_path, *rows, merges=["A1:A2", "B1:C1", "D1:D2"])
    assert grids.labels(bang) == [["Tên", "Năm 2024", "Ghi chú"], ["Tên", "Điểm", "Ghi chú"]]
    assert grids.body(bang) == [["Xã A", "1", "x"]]


def it_refuses_a_heading_over_columns_that_are_not_one(tmp_path: Path) -> None:
    error = refused(tmp_path, ("Chỉ số", None, "Điểm"), ("1.1", "A", 1), ("1.2", "B", 1), merges=["A1:B1"])
    assert slugs(error) == [("tieu-de-trum-nhieu-cot", "T!A1")]
    assert "dòng 2" in str(error)


def it_refuses_a_column_without_a_heading_and_leaves_an_empty_one_out(tmp_path: Path) -> None:
    assert len(load(tmp_path, ("Tên", None, "Điểm"), ("A", None, 1)).cot) == 2
    rows = [("Tên", None, "Điểm", "Hạng", None), ("A", None, 1, 1, None), ("B", "x", 2, 3, "sửa lại")]
    error = refused(tmp_path, *rows)
    assert slugs(error) == [("cot-khong-co-tieu-de", "T!B1"), ("cot-khong-co-tieu-de", "T!E1")]
    assert 'cột B có nội dung (ô B3: "x")' in str(error)


def it_refuses_a_table_with_broken_formulas_and_lists_them(tmp_path: Path) -> None:
    error = refused(tmp_path, ("Tên", "Điểm"), ("A", "#REF!"), ("B", "=1/0"))
    assert slugs(error) == [("o-cong-thuc-loi", "T!B2"), ("o-cong-thuc-loi", "T!B3")]
    assert 'cột "Điểm"' in str(error)
    with pytest.raises(DataError, match=r"SL005 a\.csv, a!B2"):
        load_table(csv(tmp_path / "a.csv", "Tên;Điểm\nXã A;#REF!\n"))


# Rows.


def it_merges_the_cells_that_the_sheet_merges(tmp_path: Path) -> None:
    rows = [
        ("STT", "Tên", "Quý I", "Quý II"),
        (1, "A", "cả hai quý", None),
        (None, "B", 5, 6),
        (2, "C", "hai dòng, hai quý", None),
        (3, "D", None, None),
    ]
    bang = load(tmp_path, *rows, merges=["A2:A3", "C2:D2", "C4:D5"])
    assert grids.body(bang) == grids.sheet(tmp_path / "bang.xlsx", "T", first=2)
    assert grids.tall_cells(bang, first=2) == {"A2:A3", "C4:C5"}
    assert bang.hang[0].o == (OBang(noi_dung="1", khoa="T!A2"), "A", OBang(noi_dung="cả hai quý", so_cot=2))


def it_makes_a_group_of_a_row_merged_over_the_whole_width(tmp_path: Path) -> None:
    rows = [("Tên", "Điểm"), ("I. Nhóm *một*", None), (None, None), ("A", 1)]
    bang = load(tmp_path, *rows, merges=["A2:B3"])
    assert bang.hang == (Hang(nhom=r"I. Nhóm \*một\*"), Hang(o=("A", "1")))


def it_leaves_empty_rows_out_but_not_empty_cells(tmp_path: Path) -> None:
    bang = load(tmp_path, ("Tên", "Điểm", "Hạng"), ("A", None, 1), (), (None, 2, None))
    assert grids.body(bang) == [["A", "", "1"], ["", "2", ""]]


def it_shows_nothing_of_what_a_merged_region_hides(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [("Tên", "Quý I", "Quý II"), ("A", "cả hai", "ẩn"), ("B", "ẩn", 3)])
    text = '<mergeCells count="2"><mergeCell ref="B2:C2"/><mergeCell ref="A2:A3"/></mergeCells></worksheet>'
    rewrite(path, "xl/worksheets/sheet1.xml", lambda xml: _with_merges(xml, text.encode()))
    assert grids.body(load_table(path)) == [["A", "cả hai", "cả hai"], ["A", "ẩn", "3"]]


def _with_merges(xml: bytes, merges: bytes) -> bytes:
    head, _, tail = xml.partition(b"</sheetData>")
    return head + b"</sheetData>" + merges if tail else xml


def it_never_reads_a_cell_as_markup(tmp_path: Path) -> None:
    text = r"**x** *y* ~1~ ^2^ \*"
    bang = load(tmp_path, (text, "Điểm"), (text, 1))
    assert (grids.labels(bang)[0][0], grids.body(bang)[0][0]) == (text, text)


def it_keeps_the_lines_and_spaces_of_a_cell(tmp_path: Path) -> None:
    assert column(tmp_path, "- một  hai\n- ba")[1] == ["- một  hai\n- ba"]


# Columns of numbers.


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        (("1.0000", "≥0.9000", "≤12"), ["1,0000", "≥0,9000", "≤12"]),
        (("11/34", "≤10/34", 5), ["11/34", "≤10/34", "5"]),
        (("57.31%", "99.723%", "60%"), ["57,31%", "99,723%", "60%"]),
        (("1.000", "1.234.567", "0.900"), ["1.000", "1.234.567", "0,900"]),
        (("1,234.5", "1.234,5", "12,5"), ["1.234,5", "1.234,5", "12,5"]),
        (("54.58/60%", 1), ["54.58/60%", "1"]),
        (("-", "…", None, -2.5), ["-", "…", "", "-2,5"]),
        (("Trên 0.5", 118000), ["Trên 0,5", "118000"]),
    ],
)
def it_sets_a_column_of_numbers_by_the_comma(tmp_path: Path, cells: Sequence[Any], shown: list[str]) -> None:
    assert column(tmp_path, *cells) == (SO, shown)


@pytest.mark.parametrize(
    ("cells", "can_le"),
    [
        (("Đạt", "0.9000"), TRAI),
        (("0.9000 điểm",), TRAI),
        (("15/5/2026",), TRAI),
        ((None, "-"), TRAI),
        (("A", "B", "C"), GIUA),
        (("a)", "b)"), GIUA),
        (("I", "1.1", "3.7.1"), GIUA),
        (("Cao", "Thấp"), TRAI),
    ],
)
def it_leaves_other_columns_as_they_are_and_centres_codes(tmp_path: Path, cells: Sequence[Any], can_le: CanLe) -> None:
    assert column(tmp_path, *cells) == (can_le, [cell or "" for cell in cells])


@pytest.mark.parametrize("label", ["STT", "TT", "Mã chỉ tiêu"])
def it_takes_numbers_in_a_column_of_codes_for_codes(tmp_path: Path, label: str) -> None:
    assert column(tmp_path, 1, 1.1, "1.2", "2.10", label=label) == (GIUA, ["1", "1.1", "1.2", "2.10"])


def it_does_not_count_what_reaches_over_several_columns_among_the_numbers(tmp_path: Path) -> None:
    rows = [("Tên", "Quý I", "Quý II"), ("Xã A", "chưa có số liệu", None), ("Xã B", 1, 2)]
    assert [cot.can_le for cot in load(tmp_path, *rows, merges=["B2:C2"]).cot] == [TRAI, SO, SO]


# What a number shows.


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("General", 0.1 + 0.2, "0,3"),
        ("General", 118000, "118000"),
        ("0", 17, "17"),
        ("0.0000", 1, "1,0000"),
        ("0.00", 2.345, "2,35"),
        ("0.00", -0.001, "0,00"),
        ("#,##0", 1234567, "1.234.567"),
        ("#,##0.00", 1234.5, "1.234,50"),
        ("0.##", 5.5, "5,5"),
        ("0.##", 5, "5"),
        ("0.0#", 5, "5,0"),
        ("0%", 0.9996, "100%"),
        ("0.00%", 0.5731, "57,31%"),
        ('0.0"%"', 57.31, "57,3%"),
        (r"0.0\ %", 0.5, "50,0 %"),
        ('"≥"0.00', 0.9, "≥0,90"),
        ('#,##0\\ "tỷ đồng"', 1200, "1.200 tỷ đồng"),
        ("#,##0\\ [$₫-42A]", 5000, "5.000 ₫"),
        ('_-* #,##0.0\\ _₫_-;\\-* #,##0.0\\ _₫_-;_-* "-"??\\ _₫_-;_-@_-', 7, "7,0"),
        ("0.00_);[Red](0.00)", -2, "-2,00"),
        ("+0.0;-0.0", 2, "+2,0"),
        ("+0.0;-0.0", -2, "-2,0"),
        ("0.00E+00", 1234.5, "1234,5"),
        ("# ?/?", 0.5, "0,5"),
        ("0,,", 5000000, "5000000"),
    ],
)
def it_shows_a_number_as_its_format_does_but_with_a_comma(tmp_path: Path, code: str, value: float, shown: str) -> None:
    assert column(tmp_path, value, formats={"B2": code})[1] == [shown]


def it_shows_dates_and_truth_values(tmp_path: Path) -> None:
    assert column(tmp_path, datetime.date(2026, 5, 3), True)[1] == ["03/05/2026", "TRUE"]


def it_shows_numbers_of_other_files(tmp_path: Path) -> None:
    rows: list[Sequence[Any]] = [("Tên", "Điểm", "Tỷ lệ"), ("A", ("0.0000", 1), ("0.00%", 0.5)), ("B", 0.25, "≥0.5")]
    bang = load_table(xls(tmp_path / "a.xls", rows))
    assert grids.body(bang) == [["A", "1,0000", "50,00%"], ["B", "0,25", "≥0,5"]]
    cells = [({"valuetype": "float", "value": 0.5}, "0.5"), ({"valuetype": "percentage", "value": 0.5}, "50.0%")]
    assert grids.body(load_table(ods(tmp_path / "a.ods", [rows[0], ("A", *cells)]))) == [["A", "0,5", "50,0%"]]
    assert grids.body(load_table(csv(tmp_path / "a.csv", "Tên;Điểm\nA;0.2500\n"))) == [["A", "0,2500"]]


def it_reads_5_000_rows(tmp_path: Path) -> None:
    assert len(load(tmp_path, ("Tên", "Điểm"), *(("A", i) for i in range(5000))).hang) == 5000
