"""What cells are read as, and what the numbers then give."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from indicator_files import HEADER, found, load, one, row

from vbhc.indicators import DanhGia, LoaiGiaTri

SO, PHAN_TRAM, PHAN_SO, HANG = LoaiGiaTri.SO, LoaiGiaTri.PHAN_TRAM, LoaiGiaTri.PHAN_SO, LoaiGiaTri.HANG
MUC, DAT_CHUA_DAT, VAN_BAN = LoaiGiaTri.MUC, LoaiGiaTri.DAT_CHUA_DAT, LoaiGiaTri.VAN_BAN


@pytest.mark.parametrize(
    ("text", "loai", "shown", "claim"),
    [
        ("48,12%", PHAN_TRAM, "48,12%", None),
        ("1.86%", PHAN_TRAM, "1,86%", None),
        ("99.723%", PHAN_TRAM, "99,723%", None),
        ("Chưa đạt: 7,35%", PHAN_TRAM, "7,35%", "chua_dat"),
        ("Chưa Đạt: 97.37%", PHAN_TRAM, "97,37%", "chua_dat"),
        ("Đạt. 48,12%", PHAN_TRAM, "48,12%", "dat"),
        ("Đạt 90,74%", PHAN_TRAM, "90,74%", "dat"),
        ("Chưa đạt. 54%", PHAN_TRAM, "54%", "chua_dat"),
        ("98,6% (chưa đạt)", PHAN_TRAM, "98,6%", "chua_dat"),
        ("100% (13/13)", PHAN_TRAM, "100%", None),
        ("87.5% (14/16)", PHAN_TRAM, "87,5%", None),
        ("57.31/60%", PHAN_TRAM, "57,31%", None),
        ("Chưa đạt: 44,59%/60% theo yêu cầu", PHAN_TRAM, "44,59%", "chua_dat"),
        ("Đạt trên 80%", PHAN_TRAM, "Trên 80%", "dat"),
        ("100% công dân đủ điều kiện", PHAN_TRAM, "100%", None),
        ("Phấn đấu đạt 5% dân số là thành viên Tổ/100 dân", PHAN_TRAM, "5%", None),
        ("Mới đạt 57%", PHAN_TRAM, "57%", None),
        ("Hoàn thành 57%", PHAN_TRAM, "57%", None),
        ("6/7", PHAN_SO, "6/7", None),
        ("Đat: 7/7 nền tảng số đã triển khai", PHAN_SO, "7/7", "dat"),
        ("09/16", PHAN_SO, "9/16", None),
        ("Mức B", MUC, "Mức B", None),
        ("Đạt: mức b", MUC, "Mức B", "dat"),
        ("Từ mức B trở lên", MUC, "Mức B", None),
        ("Đạt", DAT_CHUA_DAT, "Đạt", "dat"),
        ("chưa đạt", DAT_CHUA_DAT, "chưa đạt", "chua_dat"),
        ("Không đạt", DAT_CHUA_DAT, "Không đạt", "chua_dat"),
        ("Đã hoàn thành", DAT_CHUA_DAT, "Đã hoàn thành", "dat"),
        ("Chưa đạt: Chưa có", DAT_CHUA_DAT, "Chưa đạt: Chưa có", "chua_dat"),
        ("Đang triển khai", VAN_BAN, "Đang triển khai", None),
        ("Tăng 10% so với năm trước", VAN_BAN, "Tăng 10% so với năm trước", None),
        ("Có ít nhất 1-5 cán bộ", VAN_BAN, "Có ít nhất 1-5 cán bộ", None),
        ("1-5 cán bộ", VAN_BAN, "1-5 cán bộ", None),
        ("Quyết định số 131/QĐ-UBND ngày 10/11/2025", VAN_BAN, "Quyết định số 131/QĐ-UBND ngày 10/11/2025", None),
        ("Đất ở", VAN_BAN, "Đất ở", None),
    ],
)
def it_reads_what_offices_write(tmp_path: Path, text: str, loai: LoaiGiaTri, shown: str, claim: str | None) -> None:
    chi_tieu = one(tmp_path, don_vi="", muc_tieu="Đạt", thuc_hien=text)
    assert chi_tieu.thuc_hien is not None
    assert (chi_tieu.thuc_hien.loai, chi_tieu.thuc_hien.hien_thi, chi_tieu.cong_bo) == (loai, shown, claim)
    assert (chi_tieu.thuc_hien.nguyen_van, chi_tieu.o) == (text, "Sheet!E2".replace("Sheet", "Tháng 5"))


@pytest.mark.parametrize(
    ("target", "result", "verdict"),
    [
        ("60%", "57.31/60%", "chua_dat"),
        ("60%", "60%", "dat"),
        ("Trên 80%", "80%", "chua_dat"),
        ("Trên 80%", "80,01%", "dat"),
        ("Trên 80%", "trên 80%", "dat"),
        ("85%", "trên 80%", "khong_ro"),
        ("85%", "dưới 80%", "chua_dat"),
        ("Dưới 5%", "4,9%", "dat"),
        ("Dưới 5%", "5%", "chua_dat"),
        ("≤ 5%", "trên 5%", "chua_dat"),
        ("≥ 52", "118", "dat"),
        ("≥ 52", "51", "chua_dat"),
        ("≥0.9000", "0.8852", "chua_dat"),
        ("7/7", "6/7", "chua_dat"),
        ("7/7", "7/7", "dat"),
        ("100%", "14/16", "chua_dat"),
        ("7/7", "100%", "dat"),
        ("14/16", "7/8", "dat"),
        ("Mức B", "Mức B", "dat"),
        ("Mức B", "Mức A", "dat"),
        ("Mức B", "Mức C", "chua_dat"),
        ("Cấp độ 3", "Cấp độ 4", "dat"),
        ("Cấp độ 3", "Cấp độ 2", "chua_dat"),
        ("Mức B", "Đạt", "dat"),
        ("Mức B", "Chưa đạt", "chua_dat"),
        ("Đạt", "Chưa đạt", "chua_dat"),
        ("Đạt: 100%", "Đạt", "khong_ro"),
        ("Đạt", "5/7", "chua_dat"),
        ("Đạt", "51,26%", "khong_ro"),
        ("Đạt", "Đạt: 51,26%", "dat"),
        ("Đạt", "Đang triển khai", "khong_ro"),
        ("Hoàn thành trong quý II", "Hoàn thành trong quý II", "dat"),
        ("Hoàn thành trong quý II", "Đang làm", "khong_ro"),
        ("Trên 0.5", "1,35%/0.5", "khong_ro"),
        ("50", "45%", "khong_ro"),
    ],
)
def it_compares_results_with_targets(tmp_path: Path, target: str, result: str, verdict: str) -> None:
    assert one(tmp_path, don_vi="", muc_tieu=target, thuc_hien=result).danh_gia == verdict


@pytest.mark.parametrize(
    ("don_vi", "target", "value", "shown"),
    [
        ("%", "100%", 1, "100%"),
        ("%", "Trên 80%", 0.9342, "93,42%"),
        ("%", "Trên 80%", 93.42, "93,42%"),
        ("%", "100%", 1.013, "101,3%"),
        ("%", "Trên 1%", 0.78, "0,78%"),
        ("%", "Trên 1%", 1.27, "1,27%"),
        ("%", "5%", 0.0186, "1,86%"),
        ("%", "100%", 0, "0%"),
        ("Tỷ lệ %", "60%", "57,31", "57,31%"),
        ("", "60%", 57.31, "57,31%"),
        ("%", "60", "57.31/60", "57,31%"),
        ("tin, bài/năm", "≥ 52", 118, "118"),
        ("%", "90%", 0.5730999999999999, "57,31%"),
        ("%", "90%", 1 / 3, "33,33%"),
    ],
)
def it_takes_a_bare_number_for_a_percentage_where_the_row_says_so(
    tmp_path: Path, don_vi: str, target: Any, value: Any, shown: str
) -> None:
    bang = load(tmp_path, row(don_vi=don_vi, muc_tieu=target, thuc_hien=value))
    assert str(bang[0].thuc_hien) == shown
    assert found(bang, "ty-le-chua-ro") == []


@pytest.mark.parametrize(("target", "value", "shown"), [("5%", 0.3, "30%"), (None, 0.5, "50%"), ("60%", 1.5, "150%")])
def it_says_when_the_scale_of_a_percentage_is_doubtful(tmp_path: Path, target: Any, value: float, shown: str) -> None:
    bang = load(tmp_path, row(muc_tieu=target, thuc_hien=value))
    assert (str(bang[0].thuc_hien), found(bang, "ty-le-chua-ro")) == (shown, ["E2"])


@pytest.mark.parametrize(
    ("code", "value", "shown", "raw"),
    [
        ("0.00%", 0.0078, "0,78%", "0,78%"),
        ("0%", 0.9996, "99,96%", "100%"),
        ("0.0%", 1, "100%", "100,0%"),
        ('0.0"%"', 57.31, "57,31%", "57,3%"),
        (r"0.00\%", 0.5, "0,5%", "0,50%"),
        ("0%", 0.99999, "99,999%", "100%"),
    ],
)
def it_believes_the_number_format_of_a_cell(tmp_path: Path, code: str, value: float, shown: str, raw: str) -> None:
    bang = load(tmp_path, row(don_vi="lượt", muc_tieu="100%", thuc_hien=value), formats={"E2": code})
    assert bang[0].thuc_hien is not None
    assert (bang[0].thuc_hien.hien_thi, bang[0].thuc_hien.nguyen_van) == (shown, raw)


def it_never_rounds_a_result_up_to_its_target(tmp_path: Path) -> None:
    chi_tieu = one(tmp_path, muc_tieu="100%", thuc_hien=0.999996)
    assert chi_tieu.danh_gia is DanhGia.CHUA_DAT
    assert (str(chi_tieu.thuc_hien), chi_tieu.con_thieu) == ("99,9996%", "0,0004 điểm %")
    assert str(one(tmp_path, muc_tieu="100%", thuc_hien=0.99999996).thuc_hien) == "99,999996%"


def it_holds_a_lower_place_in_a_ranking_to_be_better(tmp_path: Path) -> None:
    bang = load(
        tmp_path,
        row(ma="1", ten="Thứ hạng DTI của tỉnh", don_vi="", muc_tieu="10/34", thuc_hien="11/34"),
        row(ma="2", ten="Chỉ số PCI", don_vi="hạng", muc_tieu="≤ 10", thuc_hien="Thứ 9"),
        row(ma="3", ten="Xếp hạng PAPI", don_vi="", muc_tieu="20", thuc_hien=20),
    )
    assert [(str(it.thuc_hien), it.danh_gia.value, it.con_thieu) for it in bang] == [
        ("11/34", "chua_dat", "1 bậc"),
        ("9", "dat", ""),
        ("20", "dat", ""),
    ]
    assert {it.thuc_hien.loai for it in bang if it.thuc_hien} == {HANG}


@pytest.mark.parametrize(
    ("don_vi", "target", "result", "missing", "distance"),
    [
        ("%", "60%", "57,31%", "2,69 điểm %", Decimal("2.69") / 60),
        ("nền tảng", "7/7", "6/7", "1/7", Decimal(1) / 7),
        ("tin, bài/năm", "≥ 52", 40, "12 tin, bài/năm", Decimal(12) / 52),
        ("%", "≤ 5%", "7%", "2 điểm %", Decimal(2) / 5),
        ("%", "Trên 99%", "99%", "phải trên 99%", Decimal(0)),
        ("%", "60%", "75%", "", Decimal(0)),
        ("", "Mức B", "Mức C", "", None),
        ("", "Đạt", "Chưa đạt", "", None),
        ("hộ", "0", 0, "", None),
    ],
)
def it_tells_what_is_missing(
    tmp_path: Path, don_vi: str, target: str, result: Any, missing: str, distance: Decimal | None
) -> None:
    chi_tieu = one(tmp_path, don_vi=don_vi, muc_tieu=target, thuc_hien=result)
    assert (chi_tieu.con_thieu, chi_tieu.khoang_cach) == (missing, distance)


def it_falls_back_on_the_requirement_where_the_target_has_no_number(tmp_path: Path) -> None:
    ten = "Tỷ lệ hồ sơ nộp trực tuyến (yêu cầu trên 80%)"
    bang = load(
        tmp_path,
        row(ma="1", ten=ten, muc_tieu="Đạt", thuc_hien="Đạt: 75%"),
        row(ma="2", ten=ten, muc_tieu=None, thuc_hien="85%"),
        row(ma="3", muc_tieu="Đạt", thuc_hien="0.44/0.5", don_vi="DN/1.000 dân"),
    )
    assert [it.danh_gia.value for it in bang] == ["chua_dat", "dat", "chua_dat"]
    assert found(bang, "danh-gia-khac-so-lieu") == ["E2"]
    assert str(bang[0].yeu_cau) == "Trên 80%"


def it_takes_the_verdict_from_its_own_column(tmp_path: Path) -> None:
    header = (*HEADER[:5], "Đánh giá", "Cơ quan chủ trì")
    bang = load(
        tmp_path,
        ("1", "A", "%", "60%", "57%", "Đạt", "Sở Nội vụ"),
        ("2", "B", "%", "60%", "57%", "Chưa đạt", "Sở Nội vụ"),
        ("3", "C", "", "Đạt", None, "Đạt", "Sở Nội vụ"),
        header=header,
    )
    assert [it.cong_bo for it in bang] == [DanhGia.DAT, DanhGia.CHUA_DAT, DanhGia.DAT]
    assert [it.danh_gia for it in bang] == [DanhGia.CHUA_DAT, DanhGia.CHUA_DAT, DanhGia.DAT]
    assert found(bang, "danh-gia-khac-so-lieu") == ["F2"]


def it_does_not_take_a_fraction_that_became_a_date_for_a_value(tmp_path: Path) -> None:
    bang = load(tmp_path, row(don_vi="nền tảng", muc_tieu="7/7", thuc_hien=datetime.date(2026, 7, 6)))
    assert (bang[0].thuc_hien, bang[0].danh_gia) == (None, DanhGia.KHONG_RO)
    assert found(bang, "o-bi-doi-thanh-ngay") == ["E2"]
    assert '"6/7"' in str(bang.findings)
