"""Tên cơ quan at the top left."""

from __future__ import annotations

from typing import Any

import pytest
from heading_findings import CHU_QUAN, CO_QUAN, NOWHERE, codes, only, told
from support.handmade import SIZES_13_14_14, cong_van, ke_hoach, quyet_dinh

LIST = "bảng 2, hàng 1, ô 1, đoạn 2"


@pytest.mark.parametrize(
    ("changes", "code", "place", "message"),
    [
        (
            {"co_quan_chu_quan": None, "co_quan": None},
            "TT012",
            NOWHERE,
            "văn bản không có tên cơ quan ban hành",
        ),
        (
            {"co_quan_chu_quan": {"bold": True}},
            "TT013",
            CHU_QUAN,
            "tên cơ quan chủ quản «UBND TỈNH BẮC NINH» in đậm; phải là kiểu chữ đứng, không đậm",
        ),
        (
            {"co_quan_chu_quan": "Ủy ban nhân dân tỉnh"},
            "TT013",
            CHU_QUAN,
            "tên cơ quan chủ quản «Ủy ban nhân dân tỉnh» không viết in hoa",
        ),
        (
            {"co_quan": {"bold": False}},
            "TT014",
            CO_QUAN,
            "tên cơ quan ban hành «SỞ TÀI CHÍNH» không đậm; phải là kiểu chữ đứng, đậm",
        ),
        ({"co_quan": "Sở Tài chính"}, "TT014", CO_QUAN, "tên cơ quan ban hành «Sở Tài chính» không viết in hoa"),
        (
            {"co_quan": {"italic": True}},
            "TT014",
            CO_QUAN,
            "tên cơ quan ban hành «SỞ TÀI CHÍNH» in nghiêng; phải là kiểu chữ đứng, đậm",
        ),
        (
            {"co_quan": {"size": 14}},
            "TT015",
            CO_QUAN,
            "tên cơ quan ban hành «SỞ TÀI CHÍNH» có chữ cỡ 14 pt; quy định 12–13 pt",
        ),
        (
            {"co_quan_chu_quan": {"size": 11}},
            "TT015",
            CHU_QUAN,
            "tên cơ quan chủ quản «UBND TỈNH BẮC NINH» có chữ cỡ 11 pt; quy định 12–13 pt",
        ),
        (
            {"co_quan_chu_quan": "UBND HUYỆN TIÊN DU", "co_quan": "PHÒNG NỘI VỤ"},
            "TT016",
            CHU_QUAN,
            "«UBND HUYỆN TIÊN DU» nhắc cơ quan cấp huyện (ubnd huyện), không còn từ 01/7/2025",
        ),
        (
            {"noi_nhan": {1: "- UBND các huyện, thị xã, thành phố;"}},
            "TT016",
            LIST,
            "«- UBND các huyện, thị xã, thành phố;» nhắc cơ quan cấp huyện (ubnd các huyện), không còn từ 01/7/2025",
        ),
    ],
)
def it_finds_what_is_wrong_with_the_names(changes: dict[str, Any], code: str, place: str, message: str) -> None:
    assert only(cong_van(**changes)) == (code, place, message)


def it_finds_a_district_in_a_name_of_two_lines() -> None:
    ((code, place, _),) = told(quyet_dinh(co_quan="ỦY BAN NHÂN DÂN\nHUYỆN TIÊN DU"))
    assert (code, place) == ("TT016", CHU_QUAN)


@pytest.mark.parametrize(
    "changes",
    [
        SIZES_13_14_14,
        {"co_quan_chu_quan": None},
        {"co_quan_chu_quan": "BỘ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG", "co_quan": "CỤC THỦY LỢI"},
        {"noi_nhan": {1: "- Huyện đoàn cũ;"}},
        {
            "co_quan_chu_quan": "UBND HUYỆN TIÊN DU",
            "co_quan": "PHÒNG NỘI VỤ",
            "dia_danh": "Tiên Du, ngày 05 tháng 01 năm 2025",
        },
    ],
)
def it_takes_names_as_the_decree_writes_them(changes: dict[str, Any]) -> None:
    assert codes(cong_van(changes)) == []


def it_takes_a_name_in_two_lines() -> None:
    assert codes(ke_hoach()) == []
    assert codes(ke_hoach(co_quan="VĂN PHÒNG\nỦY BAN NHÂN DÂN TỈNH BẮC NINH")) == []
