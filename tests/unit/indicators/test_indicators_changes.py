"""How values changed, how results stand to their targets, and rows and columns by the names that people write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from indicator_files import HEADER, MAY, load, one, row

from vbhc.errors import InputError, TextError
from vbhc.indicators import CHUA_RO_CO_QUAN, BangChiTieu, ChiTieu, GiaTri, load_indicators


def value(tmp_path: Path, text: Any, don_vi: str = "", ten: str = "Kết nối số") -> GiaTri:
    found = one(tmp_path, ten=ten, don_vi=don_vi, muc_tieu="Đạt", thuc_hien=text).thuc_hien
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("don_vi", "now", "before", "said"),
    [
        ("%", "57,31%", "54,62%", "tăng 2,69 điểm %"),
        ("%", "54,62%", "57,31%", "giảm 2,69 điểm %"),
        ("%", "60%", "60,0%", "không đổi"),
        ("tin, bài/năm", 40, 52, "giảm 12 tin, bài/năm"),
        ("hồ sơ", "3.400,5", "1000", "tăng 2.400,5 hồ sơ"),
        ("nền tảng", "6/7", "5/7", "tăng 1 nền tảng"),
        ("Đạt/Chưa đạt", "6/7", "5/7", "tăng 1"),
        ("nền tảng", "6/8", "4/8", "tăng 2 nền tảng"),
        ("nền tảng", "6/8", "5/10", "tăng 25 điểm %"),
        ("nền tảng", "6/7", "5/8", "tăng 23,21 điểm %"),
        ("%", "14/16", "13/16", "tăng 6,25 điểm %"),
        ("", "87,5%", "13/16", "tăng 6,25 điểm %"),
        ("hạng", "9", "12", "tăng 3 bậc"),
        ("hạng", "12/34", "9/34", "giảm 3 bậc"),
        ("hạng", "9", "9/34", "không đổi"),
        ("", "Mức C", "Mức B", "chuyển từ Mức B sang Mức C"),
        ("", "Mức B", "mức b", "không đổi"),
    ],
)
def it_tells_how_a_value_changed(tmp_path: Path, don_vi: str, now: Any, before: Any, said: str) -> None:
    assert value(tmp_path, now, don_vi).so_voi(value(tmp_path, before, don_vi)) == said


def it_tells_a_change_of_the_numbers_that_are_printed(tmp_path: Path) -> None:
    now, before = (value(tmp_path, it, "%", "Tỷ lệ") for it in (0.57314999, 0.54625001))
    assert (str(now), str(before)) == ("57,31%", "54,63%")
    assert now.so_voi(before) == "tăng 2,68 điểm %"
    assert value(tmp_path, 0.5731, "%").so_voi(value(tmp_path, 0.5730999999999, "%")) == "không đổi"


@pytest.mark.parametrize(
    ("now", "before", "why"),
    [
        (("57,31%", "%"), (12, "hồ sơ"), "khác loại hoặc khác đơn vị tính"),
        ((40, "hồ sơ"), (12, "văn bản"), "khác loại hoặc khác đơn vị tính"),
        (("6/7", "nền tảng"), ("5/7", "hệ thống"), "khác loại hoặc khác đơn vị tính"),
        (("6/7", "nền tảng"), (5, "nền tảng"), "khác loại hoặc khác đơn vị tính"),
        (("9", "hạng"), ("9", "điểm"), "khác loại hoặc khác đơn vị tính"),
        (("11/34", "hạng"), ("15/63", "hạng"), "số đơn vị được xếp hạng khác nhau"),
        (("Trên 80%", "%"), ("Trên 80%", "%"), "chỉ nêu một khoảng"),
        (("85%", "%"), ("Trên 80%", "%"), "chỉ nêu một khoảng"),
        (("Đạt", ""), ("Chưa đạt", ""), "chỉ so được hai con số"),
        (("Đang làm", ""), (12, ""), "chỉ so được hai con số"),
        (("Mức B", ""), ("Cấp độ 3", ""), "hai mức của một thang"),
    ],
)
def it_compares_nothing_that_cannot_be_compared(
    tmp_path: Path, now: tuple[Any, str], before: tuple[Any, str], why: str
) -> None:
    with pytest.raises(TextError, match=why) as caught:
        value(tmp_path, *now).so_voi(value(tmp_path, *before))
    assert "(ô Tháng 5!E2)" in caught.value.message


@pytest.mark.parametrize("before", [None, 12, "54%"])
def it_compares_a_value_with_values_alone(tmp_path: Path, before: object) -> None:
    with pytest.raises(TextError, match="chỉ so sánh được với giá trị của một ô khác"):
        value(tmp_path, "57%").so_voi(before)


def it_takes_the_unit_from_the_side_that_has_one(tmp_path: Path) -> None:
    assert value(tmp_path, 12, "hồ sơ").so_voi(value(tmp_path, 10)) == "tăng 2 hồ sơ"


# --- the target -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("don_vi", "target", "result", "said"),
    [
        ("%", "60%", "57,31%", "thấp hơn 2,69 điểm % so với mục tiêu"),
        ("%", "60%", "75%", "cao hơn 15 điểm % so với mục tiêu"),
        ("%", "60%", "60%", "bằng mục tiêu"),
        ("tin, bài/năm", "≥ 52", 40, "thấp hơn 12 tin, bài/năm so với mục tiêu"),
        ("nền tảng", "7/7", "6/7", "thấp hơn 1/7 so với mục tiêu"),
        ("%", "≤ 5%", "7%", "vượt 2 điểm % so với mức tối đa"),
        ("%", "≤ 5%", "4%", "thấp hơn 1 điểm % so với mức tối đa"),
        ("%", "≤ 5%", "5%", "bằng mức tối đa"),
        ("%", "Trên 99%", "99%", "bằng 99% trong khi mục tiêu là trên 99%"),
        ("%", "Dưới 5%", "5%", "bằng 5% trong khi mục tiêu là dưới 5%"),
        ("hạng", "10/34", "11/34", "thấp hơn 1 bậc so với mục tiêu"),
        ("hạng", "≤ 10", "8", "cao hơn 2 bậc so với mục tiêu"),
        ("hạng", "10", "10", "bằng mục tiêu"),
        ("%", "85%", "Trên 80%", ""),
        ("%", "80%", "Trên 80%", ""),
        ("", "Mức B", "Mức C", ""),
        ("", "Đạt", "Chưa đạt", ""),
        ("%", "60%", None, ""),
    ],
)
def it_tells_how_a_result_stands_to_its_target(
    tmp_path: Path, don_vi: str, target: str, result: Any, said: str
) -> None:
    assert one(tmp_path, don_vi=don_vi, muc_tieu=target, thuc_hien=result).so_voi_muc_tieu == said


def it_says_when_something_else_than_the_target_is_required(tmp_path: Path) -> None:
    ten = "Tỷ lệ hồ sơ nộp trực tuyến (yêu cầu trên 80%)"
    chi_tieu = one(tmp_path, ten=ten, muc_tieu="Đạt", thuc_hien="Đạt: 75%")
    assert chi_tieu.so_voi_muc_tieu == "thấp hơn 5 điểm % so với yêu cầu"


def it_tells_no_distance_where_the_sub_rows_decide(tmp_path: Path) -> None:
    part = ("", "- Khối tỉnh", "%", "80%", "70%", "Sở Nội vụ", None)
    chi_tieu = load(tmp_path, row(thuc_hien=None), part, part)[0]
    assert (str(chi_tieu.muc_tieu), str(chi_tieu.thuc_hien), chi_tieu.danh_gia.value) == ("60%", "70%", "chua_dat")
    assert (chi_tieu.so_voi_muc_tieu, chi_tieu.con_thieu) == ("", "")


def it_agrees_with_what_is_missing_and_with_the_verdict() -> None:
    for chi_tieu in load_indicators(MAY):
        said = chi_tieu.so_voi_muc_tieu
        assert said.startswith(("thấp hơn ", "vượt ")) == bool(chi_tieu.con_thieu)
        assert chi_tieu.con_thieu in said


# --- by name --------------------------------------------------------------------------------------------------------


@pytest.fixture
def bang(tmp_path: Path) -> BangChiTieu:
    return load(
        tmp_path,
        ("I", "Nhận thức số"),
        row(ma="1", thuc_hien=0.75),
        row(ma="2.10", thuc_hien=0.3, chu_tri="Sở Y tế"),
        ("II", "Thể chế số"),
        row(ma="1", thuc_hien=0.3, chu_tri="Sở Y tế; Sở Nội vụ"),
        row(ma="3", thuc_hien=0.3, chu_tri=None),
    )


def it_finds_an_indicator_by_its_code(bang: BangChiTieu) -> None:
    assert bang.tim(" 2.10 ").dong == 4
    assert bang.trong_nhom("II").tim("1").dong == 6


@pytest.mark.parametrize(
    ("ma", "said"),
    [
        ("2.1", "không có chỉ tiêu mang mã «2.1»; có phải «2.10»?"),
        ("9.9", "không có chỉ tiêu mang mã «9.9»; có «1», «2.10», «3»"),
        ("", "không có chỉ tiêu mang mã «»"),
        ("1", "nhiều chỉ tiêu mang mã «1» (dòng 3, dòng 6); chọn nhóm trước"),
        (2.1, 'phải là chữ trong dấu nháy, ví dụ "6.3"; đã nhận 2.1'),
    ],
)
def it_says_which_code_was_meant(bang: BangChiTieu, ma: Any, said: str) -> None:
    with pytest.raises(InputError) as caught:
        bang.tim(ma)
    assert said in str(caught.value)


def it_names_no_indicator_or_group_for_another(tmp_path: Path) -> None:
    bang = load(tmp_path, row(ma="6.9"))
    with pytest.raises(InputError, match=r"mang mã «9\.9»; có «6\.9»$"):
        bang.tim("9.9")
    with pytest.raises(InputError, match=r"không có nhóm «»$"):
        bang.trong_nhom("")


def it_selects_by_lead_agency_and_group(bang: BangChiTieu) -> None:
    def rows(part: BangChiTieu) -> list[int]:
        return [it.dong for it in part]

    assert rows(bang.cua("sở y  tế")) == [4, 6]
    assert rows(bang.cua("Sở Nội vụ").chua_dat) == [6]
    assert rows(bang.cua(CHUA_RO_CO_QUAN)) == [7]
    assert rows(bang.trong_nhom("I")) == rows(bang.trong_nhom("nhận thức số")) == [3, 4]
    assert all(bang.cua(ten) == nhom for ten, nhom in bang.theo_co_quan().items())


def it_says_which_agency_or_group_was_meant(bang: BangChiTieu) -> None:
    with pytest.raises(InputError, match="không có cơ quan chủ trì «Sở Y té»; có phải «Sở Y tế»"):
        bang.cua("Sở Y té")
    with pytest.raises(InputError, match="không có nhóm «Kinh tế»; có «I», «Nhận thức số», «II», «Thể chế số»"):
        bang.trong_nhom("Kinh tế")


def _with_baselines(tmp_path: Path, *labels: str) -> ChiTieu:
    header = (*HEADER[:3], *labels, *HEADER[3:])
    cells = row()
    return load(tmp_path, (*cells[:3], *("50%" for _ in labels), *cells[3:]), header=header)[0]


def it_finds_a_baseline_by_the_label_of_its_column(tmp_path: Path) -> None:
    chi_tieu = _with_baselines(tmp_path, "DTI 2023", "DTI 2024")
    assert [it.nhan for it in chi_tieu.moc] == ["DTI 2023", "DTI 2024"]
    assert chi_tieu.moc_theo("dti 2024") is chi_tieu.moc[1]
    with pytest.raises(InputError, match=r"không có cột so sánh «DTI 2025»; có phải «DTI 202[34]»\?"):
        chi_tieu.moc_theo("DTI 2025")
    with pytest.raises(InputError, match="không có cột so sánh «Quý I»; có «DTI 2023», «DTI 2024»"):
        chi_tieu.moc_theo("Quý I")


def it_refuses_a_label_that_two_columns_may_mean(tmp_path: Path) -> None:
    chi_tieu = _with_baselines(tmp_path, "DTI 2024", "Dti 2024")
    with pytest.raises(InputError, match=r"nhiều cột mang nhãn «DTI 2024» \(DTI 2024, Dti 2024\)"):
        chi_tieu.moc_theo("DTI 2024")


def it_goes_over_the_agencies_of_a_cell(tmp_path: Path) -> None:
    chi_tieu = one(tmp_path, chu_tri="Sở Y tế; Sở Nội vụ", phoi_hop=None)
    assert list(chi_tieu.chu_tri) == ["Sở Y tế", "Sở Nội vụ"]
    assert (len(chi_tieu.chu_tri), bool(chi_tieu.phoi_hop)) == (2, False)
