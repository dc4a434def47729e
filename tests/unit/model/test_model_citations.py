"""Citations as people write them in one string: what is read of them, and what tells of more than one văn bản."""

from __future__ import annotations

from contextlib import suppress
from time import process_time

import pytest

from vbhc import InputError, VienDan

RESOLUTION = "Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị"
MENDING = "Luật sửa đổi, bổ sung một số điều của Luật Đất đai"


def cited(written: str) -> VienDan:
    return VienDan.model_validate(("a", written))


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị", RESOLUTION),
        ("Nghị quyết số 57-NQ/TW,ngày 22/12/2024, của Bộ Chính trị;", RESOLUTION),
        ("Nghị quyết số 57-NQ/TW của Bộ Chính trị, ngày 22 tháng 12 năm 2024", RESOLUTION),
        ("Nghị quyết số 57-NQ/TW, ngày 22/12/2024, của Bộ Chính trị, về đột phá", f"{RESOLUTION} về đột phá"),
        ("Nghị quyết số 57-NQ/TW,", "Nghị quyết số 57-NQ/TW"),
    ],
)
def it_takes_no_comma_for_a_part_of_a_so(written: str, full: str):
    assert (cited(written).day_du(), cited(written).rut_gon) == (full, "Nghị quyết số 57-NQ/TW")


@pytest.mark.parametrize(
    "written",
    [
        "Kế hoạch số 5/KH-UBND của UBND tỉnh thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị",
        "Thông tư số 5/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch quy định chi tiết Luật Di sản",
        "Báo cáo số 5/BC-BQL của Ban Quản lý dự án số 1 về tiến độ",
    ],
)
def it_leaves_to_a_trich_yeu_and_to_an_agency_what_is_theirs(written: str):
    assert cited(written).day_du() == written


@pytest.mark.parametrize(
    ("written", "among_can_cu", "so_ky_hieu"),
    [
        ("Luật Dữ liệu, số 60/2024/QH15, ngày 30/11/2024", "Luật Dữ liệu ngày 30 tháng 11 năm 2024", "60/2024/QH15"),
        (
            "Luật Dữ liệu 60/2024/QH15 ngày 30/11/2024 của Quốc hội khoá XV, kỳ họp thứ 8",
            "Luật Dữ liệu ngày 30 tháng 11 năm 2024",
            "60/2024/QH15",
        ),
        ("Luật Chuyển đổi số 148/2025/QH15", "Luật Chuyển đổi số", "148/2025/QH15"),
        (
            "Luật Chuyển đổi số số 148/2025/QH15 ngày 11/12/2025",
            "Luật Chuyển đổi số ngày 11 tháng 12 năm 2025",
            "148/2025/QH15",
        ),
        ("Luật Công nghiệp công nghệ số 71/2025/QH15", "Luật Công nghiệp công nghệ số", "71/2025/QH15"),
        ("Luật Chuyển giao công nghệ số 07/2017/QH14", "Luật Chuyển giao công nghệ", "07/2017/QH14"),
        (
            "Pháp lệnh Ưu đãi người có công số 02/2020/UBTVQH14 ngày 09/12/2020 của Ủy ban Thường vụ Quốc hội",
            "Pháp lệnh Ưu đãi người có công ngày 09 tháng 12 năm 2020",
            "02/2020/UBTVQH14",
        ),
        ("Luật Công chứng, Luật sư", "Luật Công chứng, Luật sư", None),
        (f"{MENDING} ngày 29/6/2024 của Quốc hội", f"{MENDING} ngày 29 tháng 6 năm 2024", None),
        (f"{MENDING}, Luật Nhà ở số 27/2023/QH15".replace("sửa", "Sửa"), None, None),
        (
            f"{MENDING} số 31/2024/QH15 và Luật Nhà ở ngày 29/6/2024",
            f"{MENDING} số 31/2024/QH15 và Luật Nhà ở ngày 29 tháng 6 năm 2024",
            None,
        ),
        (
            f"{MENDING} số 31/2024/QH15".replace("Luật", "Luật số 43/2024/QH15 ngày 29/6/2024", 1),
            f"{MENDING} số 31/2024/QH15 ngày 29 tháng 6 năm 2024",
            "43/2024/QH15",
        ),
    ],
)
def it_reads_the_name_of_a_law_apart_from_its_so_and_date(
    written: str, among_can_cu: str | None, so_ky_hieu: str | None
):
    law = cited(written)
    assert (law.day_du(trong_can_cu=True), law.so_ky_hieu) == (among_can_cu or written, so_ky_hieu)


@pytest.mark.parametrize(
    "written",
    [
        "Luật Ngân sách nhà nước số 83/2015/QH13, được sửa đổi bởi Luật số 59/2020/QH14",
        "Luật Ngân sách nhà nước ngày 25/6/2025 và Luật Đầu tư công ngày 29/11/2024",
        "Luật Ngân sách nhà nước ngày 25/6/2025 của Quốc hội và Luật Đầu tư công",
        "Luật Ngân sách nhà nước số 83/2015/QH13 của Quốc hội, được sửa đổi năm 2020",
        "Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương",
        "Luật số 60/2024/QH15 của Quốc hội Dữ liệu, được sửa đổi bởi Luật số 1/2025/QH15",
        f"{MENDING} ngày 29/6/2024 và Luật Nhà ở ngày 30/6/2024",
        "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020, được sửa đổi bởi Nghị định số 1/2025/NĐ-CP",
        "Quyết định số 5/QĐ-UBND ngày 1/2/2025 và Quyết định số 6/QĐ-UBND ngày 2/2/2025",
        "Quyết định số 5/QĐ-UBND ngày 1/2/2025 của UBND tỉnh và Quyết định số 6/QĐ-UBND",
        "Quyết định số 5/QĐ-UBND của UBND tỉnh, Luật Đầu tư công",
    ],
)
def it_refuses_several_van_ban_under_one_name(written: str):
    with pytest.raises(InputError, match=r"hãy đặt cho mỗi văn bản một mã riêng, hoặc .*`trich_yeu`"):
        cited(written)


def it_asks_whose_so_and_date_end_the_name_of_a_law_that_mends_others():
    with pytest.raises(InputError, match=r"không rõ số và ngày ở cuối là của luật này.*ngay sau tên loại"):
        cited(f"{MENDING} số 31/2024/QH15 ngày 29/6/2024")


@pytest.mark.parametrize("law", ["Luật", "luật", "Pháp lệnh"])
def it_takes_any_name_of_a_law_that_is_given_as_a_field(law: str):
    name = "Đầu tư số 1/2020/QH14 và Luật Đất đai ngày 1/1/2020"
    assert VienDan(ma="a", loai=law, trich_yeu=name).day_du() == f"{law} {name}"


@pytest.mark.parametrize("tail", ["số 1/2 của ", "số 1/2 của a ngày 1/1/2020 ", "của Quốc hội khóa 1, ", "a, "])
@pytest.mark.parametrize("loai", ["Luật", "Luật sửa đổi", "Quyết định"])
def it_reads_or_refuses_what_is_very_long_without_delay(loai: str, tail: str):
    begun = process_time()
    with suppress(InputError):
        cited(f"{loai} A số 1/2/3 {tail * 400}x y")
    assert process_time() - begun < 2
