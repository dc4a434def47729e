"""The two workbooks of the province, read whole."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from indicator_files import MAY, PLAN

from vbhc.indicators import BangChiTieu, DanhGia, LoaiGiaTri, NhomChiTieu, load_indicators

CHUA_DAT = ["2.3", "3.6", "4.2", "4.5", "4.6", "6.3", "6.4", "6.6", "6.8", "8.2", "8.3"]


@pytest.fixture(scope="module")
def may() -> BangChiTieu:
    return load_indicators(MAY)


@pytest.fixture(scope="module")
def plan() -> BangChiTieu:
    return load_indicators(PLAN, sheet="Phụ lục I")


def where(bang: BangChiTieu, slug: str) -> list[str]:
    return [finding.location.place for finding in bang.findings if finding.slug == slug]


def it_counts_the_monthly_report(may: BangChiTieu) -> None:
    assert (len(may), len(may.dat), len(may.chua_dat), len(may.khong_ro)) == (47, 36, 11, 0)
    assert [chi_tieu.ma for chi_tieu in may.chua_dat] == CHUA_DAT


def it_reads_the_whole_row_of_an_indicator(may: BangChiTieu) -> None:
    [chi_tieu] = [it for it in may if it.ma == "6.4"]
    assert chi_tieu.ten == "Tỷ lệ dịch vụ công trực tuyến toàn trình"
    assert chi_tieu.nhom == NhomChiTieu("6", "Hoạt động chính quyền số")
    assert (chi_tieu.don_vi_tinh, chi_tieu.dong, chi_tieu.o) == ("%", 44, "Tháng 5-2026!E44")
    assert chi_tieu.muc_tieu is not None
    assert chi_tieu.thuc_hien is not None
    assert (chi_tieu.muc_tieu.hien_thi, chi_tieu.thuc_hien.hien_thi) == ("60%", "57,31%")
    assert (chi_tieu.thuc_hien.nguyen_van, chi_tieu.thuc_hien.loai) == ("57.31/60%", LoaiGiaTri.PHAN_TRAM)
    assert chi_tieu.danh_gia is DanhGia.CHUA_DAT
    assert chi_tieu.cong_bo is None
    assert chi_tieu.con_thieu == "2,69 điểm %"
    assert chi_tieu.khoang_cach == Decimal("2.69") / 60
    assert chi_tieu.chu_tri.nguyen_van == "Văn phòng UBND tỉnh (Trung tâm phục vụ HCC)"
    assert chi_tieu.chu_tri.co_quan == (("Văn phòng UBND tỉnh", "Trung tâm phục vụ HCC"),)
    assert chi_tieu.phoi_hop.ten == ("Các sở, ngành, địa phương",)


def it_shows_each_target_that_was_missed_with_what_is_missing(may: BangChiTieu) -> None:
    assert [(it.ma, str(it.muc_tieu), str(it.thuc_hien), it.con_thieu) for it in may.chua_dat] == [
        ("2.3", "Đạt", "Chưa đạt", ""),
        ("3.6", "7/7", "6/7", "1/7"),
        ("4.2", "10%", "7,35%", "2,65 điểm %"),
        ("4.5", "5%", "1,86%", "3,14 điểm %"),
        ("4.6", "100%", "82,4%", "17,6 điểm %"),
        ("6.3", "100%", "87,5%", "12,5 điểm %"),
        ("6.4", "60%", "57,31%", "2,69 điểm %"),
        ("6.6", "25%", "21,78%", "3,22 điểm %"),
        ("6.8", "Trên 99%", "98,6%", "0,4 điểm %"),
        ("8.2", "Trên 30%", "26,45%", "3,55 điểm %"),
        ("8.3", "70%", "61,2%", "8,8 điểm %"),
    ]


def it_sorts_by_distance_farthest_first_and_unknown_distances_last(may: BangChiTieu) -> None:
    ranked = [chi_tieu.ma for chi_tieu in may.chua_dat.xep_theo_khoang_cach()]
    assert ranked == ["4.5", "4.2", "4.6", "3.6", "6.6", "8.3", "6.3", "8.2", "6.4", "6.8", "2.3"]


def it_joins_the_lead_agencies(may: BangChiTieu) -> None:
    by_agency = {name: [it.ma for it in part] for name, part in may.chua_dat.theo_co_quan().items()}
    assert by_agency == {
        "Sở Khoa học và Công nghệ": ["2.3", "3.6", "4.5", "6.3"],
        "Sở Nội vụ": ["4.2"],
        "Công an tỉnh": ["4.6", "8.3"],
        "Văn phòng UBND tỉnh": ["6.4", "6.6", "6.8"],
        "Tỉnh đoàn Bắc Ninh": ["8.2"],
    }


def it_groups_the_indicators(may: BangChiTieu) -> None:
    sizes = {str(nhom): len(part) for nhom, part in may.theo_nhom().items()}
    assert sizes == {
        "1. Nhận thức số": 5,
        "2. Thể chế số": 4,
        "3. Hạ tầng số": 7,
        "4. Nhân lực số": 6,
        "5. An toàn thông tin mạng": 8,
        "6. Hoạt động chính quyền số": 9,
        "7. Hoạt động kinh tế số": 5,
        "8. Hoạt động xã hội số": 3,
    }


def it_finds_numbers_kept_as_text_and_low_targets_and_nothing_else_in_the_report(may: BangChiTieu) -> None:
    cells = [f"Tháng 5-2026!E{row}" for row in (27, 29, 30, 48, 49, 59)]
    assert where(may, "so-luu-dang-van-ban") == cells
    assert where(may, "muc-tieu-thap-hon-yeu-cau") == ["Tháng 5-2026!D46", "Tháng 5-2026!D58"]
    assert Counter(finding.slug for finding in may.findings) == {
        "so-luu-dang-van-ban": 6,
        "muc-tieu-thap-hon-yeu-cau": 2,
        "muc-tieu-luu-dang-van-ban": 1,
    }


def it_reads_two_baselines_and_a_target_for_each_indicator_of_the_plan(plan: BangChiTieu) -> None:
    assert len(plan) == 47
    assert all(it.muc_tieu for it in plan)
    assert {tuple(moc.nhan for moc in it.moc) for it in plan} == {("DTI 2024 Bắc Giang", "DTI 2024 Bắc Ninh (cũ)")}
    assert all(moc.gia_tri for it in plan for moc in it.moc)
    assert len(plan.khong_ro) == 47, "a plan has no results yet"


def it_finds_every_claim_that_its_own_number_contradicts(plan: BangChiTieu) -> None:
    cells = ["D52", "D53", "C59", "D59"]
    assert where(plan, "danh-gia-khac-so-lieu") == [f"Phụ lục I!{cell}" for cell in cells]
    against = [
        (it.ma, moc.gia_tri and moc.gia_tri.o)
        for it in plan
        for moc in it.moc
        if {moc.cong_bo, moc.danh_gia} == {DanhGia.DAT, DanhGia.CHUA_DAT}
    ]
    assert [o for _, o in against] == [f"Phụ lục I!{cell}" for cell in cells]
    assert [ma for ma, _ in against] == ["6.7", "6.8", "7.4", "7.4"]


def it_judges_a_baseline_by_its_own_requirement_then_the_name_then_the_target(plan: BangChiTieu) -> None:
    judged = {it.ma: [moc.danh_gia.value for moc in it.moc] for it in plan}
    assert judged["6.4"] == ["chua_dat", "chua_dat"], "54.58/60% theo yêu cầu"
    assert judged["7.2"] == ["chua_dat", "khong_ro"], "0.44/0.5; 1,35%/0.5 mixes a share with a number"
    assert judged["4.2"] == ["dat", "khong_ro"], "100% against the 10% in its name; only words"
    assert judged["6.5"] == ["dat", "chua_dat"]
    assert judged["7.1"] == ["dat", "dat"], 'the target is only "Đạt": the office decides'
    assert judged["6.2"] == ["chua_dat", "chua_dat"]


def it_reports_what_else_is_doubtful_in_the_plan(plan: BangChiTieu) -> None:
    assert where(plan, "danh-gia-hai-y") == ["Phụ lục I!C23"]
    assert where(plan, "danh-gia-go-sai") == ["Phụ lục I!D24"]
    assert where(plan, "khong-co-so-de-so") == ["Phụ lục I!D31"]
    assert where(plan, "so-doc-duoc-hai-cach") == ["Phụ lục I!C34"]
    assert where(plan, "don-vi-khong-khop") == ["Phụ lục I!D57"]
    assert where(plan, "nhan-cot-doi-giua-bang") == ["Phụ lục I!C36", "Phụ lục I!D36"]
    assert where(plan, "muc-tieu-thap-hon-yeu-cau") == ["Phụ lục I!E51", "Phụ lục I!E63"]
    assert len(plan.findings) == 14


def it_keeps_the_rows_under_3_7_as_its_parts(plan: BangChiTieu) -> None:
    [chi_tieu] = [it for it in plan if it.ma == "3.7"]
    assert [con.ten for con in chi_tieu.con] == [
        "Có ứng dụng AI phục vụ CCVC",
        "Có ứng dụng AI phục vụ người dân, doanh nghiệp",
        "Có ứng dụng AI nâng cao khác",
    ]
    assert [con.moc[0].danh_gia.value for con in chi_tieu.con] == ["dat", "chua_dat", "chua_dat"]
    assert chi_tieu.moc[0].danh_gia is DanhGia.CHUA_DAT
    assert chi_tieu.moc[0].gia_tri is not None
    assert chi_tieu.moc[0].gia_tri.o == "Phụ lục I!C26:C28"
    assert str(chi_tieu.muc_tieu) == "Đạt"
    assert chi_tieu.chu_tri.ten == ("Sở Khoa học và Công nghệ",)


def it_takes_a_row_with_new_column_labels_for_the_group_it_is(plan: BangChiTieu) -> None:
    assert [str(nhom) for nhom in plan.theo_nhom()][4] == "5. An toàn thông tin mạng"
    assert "CHỈ SỐ ĐÁNH GIÁ" not in [nhom.ten for nhom in plan.theo_nhom()]


def it_reads_the_first_sheet_of_indicators_when_none_is_named(plan: BangChiTieu) -> None:
    bang = load_indicators(PLAN)
    assert bang.nguon.trang_tinh == "Phụ lục I"
    assert bang.chi_tieu == plan.chi_tieu
    assert where(bang, "con-trang-tinh-khac") == ["Phụ lục I"]


def it_reads_scores_and_places_under_a_header_of_two_rows() -> None:
    columns = {"muc_tieu": "Bắc Ninh 2025 Thứ hạng", "thuc_hien": "Bắc Ninh 2024 Thứ hạng"}
    bang = load_indicators(PLAN, sheet="Chỉ số thành phần", columns=columns)
    assert [(it.ten, str(it.muc_tieu), str(it.thuc_hien)) for it in bang.dat] == [
        ("Nhận thức số", "1", "1"),
        ("Thể chế số", "1", "1"),
        ("Hoạt động KTS", "2", "2"),
    ]
    last = bang[-1]
    assert (last.ten, str(last.muc_tieu), str(last.thuc_hien), last.con_thieu) == ("DTI", "≤ 10/34", "11/34", "1 bậc")
    assert {it.thuc_hien.loai for it in bang if it.thuc_hien} == {LoaiGiaTri.HANG}


def it_reads_a_sheet_with_nothing_but_baselines_when_it_is_asked_for() -> None:
    bang = load_indicators(PLAN, sheet="Chỉ số thành phần")
    assert len(bang) == len(bang.khong_ro) == 9
    assert [moc.nhan for moc in bang[0].moc] == [
        "Bắc Ninh 2024 Điểm số",
        "Bắc Ninh 2024 Thứ hạng",
        "Bắc Ninh 2025 Điểm số",
        "Bắc Ninh 2025 Thứ hạng",
    ]
