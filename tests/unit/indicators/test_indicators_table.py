"""Where the table begins, which column is which, and what each row is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from indicator_files import HEADER, found, load, row, xlsx

from vbhc.errors import DataError
from vbhc.indicators import BangChiTieu, NhomChiTieu, load_indicators


def codes(bang: BangChiTieu) -> list[str]:
    return [chi_tieu.ma for chi_tieu in bang]


@pytest.mark.parametrize(
    "header",
    [
        ("TT", "Tên chỉ tiêu", "ĐVT", "Mục tiêu năm 2026", "Kết quả thực hiện đến 15/5/2026", "Đơn vị chủ trì"),
        ("Stt", "CHỈ TIÊU", "Đơn vị", "Kế hoạch năm 2026", "Thực hiện tháng 5", "Cơ quan, đơn vị chủ trì thực hiện"),
        ("STT", "Chi tieu", "Don vi tinh", "Muc tieu", "Ket qua", "Co quan chu tri"),
        ("Số TT", "Chỉ số/Chỉ số thành phần", "Đơn vị đo", "Mục tiêu\nDTI 2025", "Ước thực hiện 6 tháng", "Đầu mối"),
        ("Mã chỉ tiêu", "Nội dung", "ĐVT", "Chỉ tiêu được giao", "Lũy kế đến tháng 5", "Đơn vị thực hiện"),
        ("STT", "Tiêu chí", "Đơn vị tính", "Chỉ tiêu năm 2026", "Kết quả đạt được", "Chủ trì"),
        ("STT", "Chỉ tiêu, nhiệm vụ", "ĐVT", "Phấn đấu", "Đã thực hiện", "Đơn vị phụ trách"),
    ],
)
def it_knows_the_columns_by_their_meaning(tmp_path: Path, header: Sequence[str]) -> None:
    bang = load(tmp_path, ("1.1", "Tỷ lệ A", "%", "Trên 60%", 0.57, "Sở Nội vụ"), header=header)
    [chi_tieu] = bang
    assert (chi_tieu.ma, chi_tieu.ten, chi_tieu.don_vi_tinh) == ("1.1", "Tỷ lệ A", "%")
    assert (str(chi_tieu.muc_tieu), str(chi_tieu.thuc_hien)) == ("Trên 60%", "57%")
    assert chi_tieu.chu_tri.ten == ("Sở Nội vụ",)
    assert list(bang.findings) == []


def it_finds_the_header_under_title_rows(tmp_path: Path) -> None:
    titles = [["ỦY BAN NHÂN DÂN", None, None, "CỘNG HÒA XÃ HỘI"], ["BÁO CÁO CÁC CHỈ TIÊU NĂM 2026"], [], ["Đơn vị: %"]]
    path = xlsx(tmp_path / "a.xlsx", [*titles, HEADER, row()], merges=["A2:G2"])
    assert load_indicators(path)[0].o == "Tháng 5!E6"


def it_reads_a_header_of_two_rows_with_merged_cells(tmp_path: Path) -> None:
    rows = [
        ["STT", "Chỉ tiêu", "Mục tiêu", "Kết quả thực hiện", None, "Cơ quan thực hiện", None],
        [None, None, None, "Quý I", "Quý II", "Chủ trì", "Phối hợp"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        ["1", "A", "60%", "40%", "57%", "Sở Nội vụ", "Sở Y tế"],
    ]
    path = xlsx(tmp_path / "a.xlsx", rows, merges=["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1"])
    bang = load_indicators(path)
    [chi_tieu] = bang
    assert (str(chi_tieu.thuc_hien), chi_tieu.o) == ("57%", "Tháng 5!E4")
    assert [(moc.nhan, str(moc.gia_tri)) for moc in chi_tieu.moc] == [("Kết quả thực hiện Quý I", "40%")]
    assert (chi_tieu.chu_tri.ten, chi_tieu.phoi_hop.ten) == (("Sở Nội vụ",), ("Sở Y tế",))
    assert found(bang, "nhieu-cot-cung-loai") == ["Tháng 5, dòng 1"]


def it_reads_the_same_header_where_merged_regions_are_not_told(tmp_path: Path) -> None:
    text = "STT;Chỉ tiêu;Mục tiêu;Kết quả thực hiện;;Chủ trì\n;;;Quý I;Quý II;\n1;A;60%;40%;57%;Sở Nội vụ\n"
    (tmp_path / "a.csv").write_text(text, "utf-8")
    [chi_tieu] = load_indicators(tmp_path / "a.csv")
    assert (str(chi_tieu.thuc_hien), [moc.nhan for moc in chi_tieu.moc]) == ("57%", ["Kết quả thực hiện Quý I"])


def it_takes_the_target_of_the_year_of_the_result(tmp_path: Path) -> None:
    header = ("STT", "Chỉ tiêu", "Mục tiêu 2025", "Mục tiêu 2026", "Kết quả đến 15/5/2026", "Chủ trì")
    bang = load(tmp_path, ("1", "A", "50%", "60%", "55%", "Sở Y tế"), header=header)
    assert str(bang[0].muc_tieu) == "60%"
    assert found(bang, "nhieu-cot-cung-loai") == ["Tháng 5, dòng 1"]


def it_keeps_columns_of_other_years_as_baselines_but_not_dates_of_completion(tmp_path: Path) -> None:
    header = ("STT", "Chỉ tiêu", "Thực trạng", "DTI 2024", "Mục tiêu", "Kết quả", "Hoàn thành trước 2026", "Chủ trì")
    header = (*header[:6], "Thời gian hoàn thành năm 2026", "Chủ trì")
    bang = load(tmp_path, ("1", "A", "10%", "20%", "60%", "55%", "Quý IV", "Sở Y tế"), header=header)
    assert [(moc.nhan, str(moc.gia_tri)) for moc in bang[0].moc] == [("Thực trạng", "10%"), ("DTI 2024", "20%")]


def it_takes_the_last_month_that_has_results(tmp_path: Path) -> None:
    header = ("STT", "Chỉ tiêu", "Mục tiêu", *(f"Kết quả tháng {month}" for month in range(1, 13)))
    bang = load(tmp_path, ("1", "A", "60%", "40%", "57%"), ("2", "B", "60%", "61%"), header=header)
    assert [(str(it.thuc_hien), [moc.nhan for moc in it.moc]) for it in bang] == [
        ("57%", ["Kết quả tháng 1"]),
        ("None", ["Kết quả tháng 1"]),
    ]


def it_takes_the_column_beside_the_content_for_the_target(tmp_path: Path) -> None:
    header = ("STT", "Nội dung (*)", "Chỉ tiêu", "Kết quả")
    bang = load(tmp_path, ("1", "Tỷ lệ A", "60%", "57%"), header=header)
    assert (bang[0].ten, str(bang[0].muc_tieu)) == ("Tỷ lệ A", "60%")
    assert found(bang, "nhieu-cot-cung-loai") == []


def it_takes_groups_from_a_column_merged_over_their_rows(tmp_path: Path) -> None:
    header = ("Lĩnh vực", "STT", "Chỉ tiêu", "Mục tiêu", "Kết quả")
    rows = [("Kinh tế", "1", "A", "60%", "57%"), (None, "2", "B", "60%", "61%"), ("Xã hội", "3", "C", "60%", "61%")]
    bang = load(tmp_path, *rows, header=header, merges=["A2:A3"])
    assert {str(nhom): [it.ma for it in part] for nhom, part in bang.theo_nhom().items()} == {
        "Kinh tế": ["1", "2"],
        "Xã hội": ["3"],
    }


def it_takes_columns_from_the_caller(tmp_path: Path) -> None:
    header = ("Ký hiệu riêng", "Diễn giải", "Cần có", "Hiện có", "Ai làm")
    columns = {
        "ma": "ký hiệu riêng",
        "ten": "Diễn giải",
        "muc_tieu": "Cần có",
        "thuc_hien": "Hiện có",
        "chu_tri": "Ai làm",
    }
    [chi_tieu] = load(tmp_path, ("X1", "A", "7/7", "6/7", "Sở Y tế"), header=header, columns=columns)
    assert (chi_tieu.ma, chi_tieu.ten, chi_tieu.danh_gia, chi_tieu.con_thieu) == ("X1", "A", "chua_dat", "1/7")


def it_lists_the_columns_it_found_when_one_asked_for_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError) as raised:
        load(tmp_path, row(), columns={"thuc_hien": "Quý III", "ghi_chu": "Lý do"})
    assert [it.slug for it in raised.value.report] == ["cot-khong-co", "cot-khong-co"]
    assert '"Kết quả thực hiện"' in str(raised.value)


def it_refuses_a_field_it_does_not_know(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="khong_co_truong_nay"):
        load(tmp_path, row(), columns={"khong_co_truong_nay": "STT"})


def it_says_what_the_nearest_row_lacks_when_there_is_no_header(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r'dòng 1 có các cột "STT", "Chỉ tiêu", "Ghi chú" nhưng không có cột mục tiêu'):
        load(tmp_path, ("1", "A", ""), header=("STT", "Chỉ tiêu", "Ghi chú"))
    with pytest.raises(DataError, match='không có dòng nào có cột "Chỉ tiêu"'):
        load(tmp_path, ("1", "A", ""), header=("Họ tên", "Năm sinh", "Quê quán"))


@pytest.mark.parametrize("word", ["ChØ tiªu ®¹t môc tiªu", "Chæ tieâu ñaït muïc tieâu"])
def it_recognises_text_in_a_legacy_font(tmp_path: Path, word: str) -> None:
    with pytest.raises(DataError, match="bảng mã cũ"):
        load(tmp_path, (1, word, 3), header=("STT", word, word))


def it_tells_groups_indicators_and_parts_apart(tmp_path: Path) -> None:
    bang = load(
        tmp_path,
        ("CÁC CHỈ TIÊU CHÍNH",),
        ("I", "Kinh tế"),
        row(ma="1"),
        row(ma="2", muc_tieu=None, thuc_hien=None, chu_tri=None, don_vi=None),
        row(ma="-", ten="Phần một", thuc_hien=0.7),
        row(ma="a)", ten="Phần hai", thuc_hien=0.5),
        ("II. Xã hội",),
        row(ma="3"),
        (None, "Tổng cộng", None, "5", "6"),
        (None, "Người lập biểu"),
        merges=["A2:G2", "A8:G8"],
    )
    assert codes(bang) == ["1", "2", "3"]
    assert [str(it.nhom) for it in bang] == ["I. Kinh tế", "I. Kinh tế", "II. Xã hội"]
    assert [(con.ten, con.danh_gia.value) for con in bang[1].con] == [("Phần một", "dat"), ("Phần hai", "chua_dat")]
    assert bang[1].danh_gia == "chua_dat"
    assert bang[1].chu_tri.ten == ("Sở Nội vụ",)


def it_leaves_an_inner_group_when_the_codes_do(tmp_path: Path) -> None:
    bang = load(
        tmp_path,
        *(("3", "Hạ tầng số"), ("3.7", "Trí tuệ nhân tạo"), row(ma="3.7.1"), row(ma="3.7.2"), row(ma="3.8")),
        *(("4", "Nhân lực số"), row(ma="4.1")),
    )
    assert [(it.ma, it.nhom.ma) for it in bang] == [("3.7.1", "3.7"), ("3.7.2", "3.7"), ("3.8", "3"), ("4.1", "4")]


def it_keeps_an_indicator_whose_row_is_still_empty(tmp_path: Path) -> None:
    bang = load(tmp_path, row(ma="1"), ("2", "Chưa nhập"), row(ma="3"))
    assert codes(bang) == ["1", "2", "3"]
    assert [it.slug for it in bang.findings if it.location.place.endswith("3")] == [
        "thieu-muc-tieu",
        "thieu-ket-qua",
        "thieu-co-quan-chu-tri",
    ]


def it_counts_a_row_without_a_number_under_the_indicator_above_and_says_so(tmp_path: Path) -> None:
    bang = load(
        tmp_path, row(ma="1"), row(ma=None, ten="Thành thị"), (None, "Trong đó:"), row(ma=None, ten="Nữ"), row(ma="2")
    )
    assert codes(bang) == ["1", "2"]
    assert [con.ten for con in bang[0].con] == ["Thành thị", "Nữ"]
    assert found(bang, "dong-khong-co-stt") == ["A3", "A5"]
    assert [it.nhom for it in bang] == [NhomChiTieu(), NhomChiTieu()]


def it_reads_a_table_without_codes(tmp_path: Path) -> None:
    bang = load(tmp_path, ("A một", "60%", "57%"), ("B hai", "50%", "57%"), header=("Chỉ tiêu", "Mục tiêu", "Kết quả"))
    assert [(it.ma, it.ten, it.danh_gia.value) for it in bang] == [("", "A một", "chua_dat"), ("", "B hai", "dat")]


def it_takes_a_value_merged_over_several_rows_for_each_of_them(tmp_path: Path) -> None:
    bang = load(
        tmp_path,
        *(row(ma="1", chu_tri="Sở Y tế"), row(ma="2", thuc_hien=None, chu_tri=None), row(ma="3")),
        merges=["E2:E3", "F2:F3"],
    )
    assert [it.chu_tri.ten for it in bang] == [("Sở Y tế",), ("Sở Y tế",), ("Sở Nội vụ",)]
    assert [it.o for it in bang] == ["Tháng 5!E2", "Tháng 5!E2", "Tháng 5!E4"]


def it_reads_headings_through_a_lead_agency_merged_over_all_rows(tmp_path: Path) -> None:
    bang = load(
        tmp_path,
        *(("1", "Nhóm một", None, None, None, "Sở Y tế"), row(ma="1.1", chu_tri=None)),
        *(("2", "Nhóm hai"), row(ma="2.1", chu_tri=None)),
        merges=["F2:F5"],
    )
    assert [(it.ma, it.nhom.ten, it.chu_tri.ten) for it in bang][1] == ("2.1", "Nhóm hai", ("Sở Y tế",))


def it_passes_over_a_header_that_is_printed_again(tmp_path: Path) -> None:
    assert codes(load(tmp_path, row(ma="1"), HEADER, row(ma="2"))) == ["1", "2"]


def it_gives_numeric_codes_as_they_are_read(tmp_path: Path) -> None:
    rows: list[tuple[Any, ...]] = [row(ma=1), row(ma=2.3), row(ma="4."), row(ma="CT-05")]
    assert codes(load(tmp_path, *rows)) == ["1", "2.3", "4", "CT-05"]
