"""Địa danh and thời gian ban hành."""

from __future__ import annotations

from typing import Any

import pytest
from heading_findings import DIA_DANH, NOWHERE, codes, only
from support.handmade import SIZES_13_14_14, bien_ban, cong_van, ke_hoach


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("ngày 05 tháng 01 năm 2026", "TT025", "«ngày 05 tháng 01 năm 2026» không có địa danh"),
        ("Bắc Ninh ngày 05 tháng 01 năm 2026", "TT026", "sau địa danh «Bắc Ninh» không có dấu phẩy"),
        ("bắc Ninh, ngày 05 tháng 01 năm 2026", "TT027", "địa danh «bắc Ninh» có «bắc» không viết hoa chữ cái đầu"),
        (
            "xã Tân Chi, ngày 05 tháng 01 năm 2026",
            "TT027",
            "địa danh «xã Tân Chi» có «xã» không viết hoa chữ cái đầu",
        ),
        ("Bắc Ninh, ngày 5 tháng 01 năm 2026", "TT028", "ngày 5 chưa có số 0 phía trước"),
        ("Bắc Ninh, ngày 15 tháng 1 năm 2026", "TT028", "tháng 1 chưa có số 0 phía trước"),
        ("Bắc Ninh, ngày 5 tháng 2 năm 2026", "TT028", "ngày 5 và tháng 2 chưa có số 0 phía trước"),
        ("Bắc Ninh, ngày 15 tháng 06 năm 2026", "TT029", "tháng 06 thừa số 0 phía trước"),
        ("Bắc Ninh, ngày 15 tháng 6 năm 26", "TT030", "năm ghi «26», không phải bốn chữ số"),
        ("Bắc Ninh, ngày 31 tháng 4 năm 2026", "TT031", "không có ngày 31 tháng 4 năm 2026 trong lịch"),
        ("Bắc Ninh, ngày 29 tháng 02 năm 2026", "TT031", "không có ngày 29 tháng 02 năm 2026 trong lịch"),
        ("Bắc Ninh, ngày 31 tháng 4 năm 20…", "TT031", "không có ngày 31 tháng 4 trong lịch"),
        ("Bắc Ninh, ngày 00 tháng 4 năm 2026", "TT031", "không có ngày 00 tháng 4 năm 2026 trong lịch"),
        ("Bắc Ninh, ngày 12 tháng 13 năm 2026", "TT031", "không có tháng 13"),
        ("Bắc Ninh, 5/3/2026", "TT032", "«Bắc Ninh, 5/3/2026» ghi ngày bằng số"),
        ("Bắc Ninh, ngày 05/03/2026", "TT032", "«Bắc Ninh, ngày 05/03/2026» ghi ngày bằng số"),
        (
            "BẮC NINH, ngày 05 tháng 01 năm 2026",
            "TT033",
            "địa danh và thời gian «BẮC NINH, ngày 05 tháng 01 năm 2026» viết in hoa",
        ),
    ],
)
def it_finds_what_is_wrong_with_a_date(text: str, code: str, message: str) -> None:
    assert only(cong_van(dia_danh=text)) == (code, DIA_DANH, message)


@pytest.mark.parametrize(
    ("look", "code", "message"),
    [
        ({"italic": False}, "TT033", "không nghiêng; phải là kiểu chữ nghiêng, không đậm"),
        ({"bold": True}, "TT033", "in đậm; phải là kiểu chữ nghiêng, không đậm"),
        ({"size": 12}, "TT034", "có chữ cỡ 12 pt; quy định 13–14 pt"),
    ],
)
def it_finds_what_is_wrong_with_its_look(look: dict[str, Any], code: str, message: str) -> None:
    found = f"địa danh và thời gian «Bắc Ninh, ngày 05 tháng 01 năm 2026» {message}"
    assert only(cong_van(dia_danh=look)) == (code, DIA_DANH, found)


def it_finds_that_there_is_none() -> None:
    message = "văn bản không có địa danh và thời gian ban hành"
    assert only(ke_hoach(dia_danh=None)) == ("TT025", NOWHERE, message)
    assert codes(bien_ban()) == []


@pytest.mark.parametrize(
    "text",
    [
        "Bắc Ninh, ngày     tháng 5 năm 2026",
        "Bắc Ninh, ngày     tháng     năm 2026",
        "Bắc Ninh, ngày … tháng … năm 20…",
        "Bắc Ninh, ngày 15 tháng 5 năm 20",
        "Bắc Ninh, ngày 29 tháng 02 năm 20…",
        "Bắc Ninh, ngày 01 tháng 01 năm 2026",
        "Bắc Ninh, ngày 05 tháng 01",
        "Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2025",
        "TP. Hồ Chí Minh, ngày 29 tháng 12 năm 2025",
        "Ea H'leo, ngày 29 tháng 9 năm 2025",
        "Phan Rang - Tháp Chàm, ngày 10 tháng 10 năm 2025",
        "Đặc khu Vân Đồn, ngày 29 tháng 02 năm 2024",
    ],
)
def it_takes_drafts_and_dates_as_the_decree_writes_them(text: str) -> None:
    assert codes(cong_van(dia_danh=text)) == []


def it_takes_the_greater_size() -> None:
    assert codes(cong_van(SIZES_13_14_14)) == []
