"""Tên loại and trích yếu."""

from __future__ import annotations

from typing import Any

import pytest
from heading_findings import NOWHERE, SO, TEN_LOAI, TRICH_YEU, V_V, codes, only
from support.handmade import Text, bao_cao, cong_van, giay_moi, ke_hoach, quyet_dinh, to_trinh

V_V_LINE = Text("V/v chuyển đổi số năm 2026", size=12, align="center", before=6)


@pytest.mark.parametrize(
    ("changes", "code", "place", "message"),
    [
        (
            {"ten_loai": None, "trich_yeu": None},
            "TT035",
            SO,
            "ký hiệu «KH-UBND» là của kế hoạch mà không có dòng tên loại",
        ),
        ({"v_v": V_V_LINE}, "TT036", V_V, "kế hoạch có V/v dưới số, ký hiệu"),
        ({"ten_loai": "Kế hoạch"}, "TT037", TEN_LOAI, "tên loại «Kế hoạch» không viết in hoa"),
        (
            {"ten_loai": {"bold": False}},
            "TT037",
            TEN_LOAI,
            "tên loại «KẾ HOẠCH» không đậm; phải là kiểu chữ đứng, đậm",
        ),
        (
            {"ten_loai": {"italic": True}},
            "TT037",
            TEN_LOAI,
            "tên loại «KẾ HOẠCH» in nghiêng; phải là kiểu chữ đứng, đậm",
        ),
        ({"trich_yeu": None}, "TT038", TEN_LOAI, "kế hoạch không có trích yếu"),
        (
            {"trich_yeu": "CHUYỂN ĐỔI SỐ NĂM 2026"},
            "TT039",
            TRICH_YEU,
            "trích yếu «CHUYỂN ĐỔI SỐ NĂM 2026» viết in hoa",
        ),
        (
            {"trich_yeu": {"text": "Chuyển đổi số", "bold": False}},
            "TT039",
            TRICH_YEU,
            "trích yếu «Chuyển đổi số» không đậm; phải là kiểu chữ đứng, đậm",
        ),
        ({"ten_loai": {"size": 16}}, "TT040", TEN_LOAI, "tên loại «KẾ HOẠCH» có chữ cỡ 16 pt; quy định 13–14 pt"),
        (
            {"trich_yeu": {"text": "Chuyển đổi số", "size": 12}},
            "TT040",
            TRICH_YEU,
            "trích yếu «Chuyển đổi số» có chữ cỡ 12 pt; quy định 13–14 pt",
        ),
        ({"trich_yeu": "Chuyển đổi số."}, "TT041", TRICH_YEU, "cuối trích yếu có dấu «.»"),
        ({"trich_yeu": "Chuyển đổi số./."}, "TT041", TRICH_YEU, "cuối trích yếu có dấu «./.»"),
    ],
)
def it_finds_what_is_wrong_with_a_plan(changes: dict[str, Any], code: str, place: str, message: str) -> None:
    assert only(ke_hoach(**changes)) == (code, place, message)


@pytest.mark.parametrize(
    ("changes", "code", "place", "message"),
    [
        (
            {"ten_loai": Text("CÔNG VĂN", bold=True, align="center")},
            "TT036",
            TEN_LOAI,
            "công văn có dòng «CÔNG VĂN»",
        ),
        ({"v_v": None}, "TT038", SO, "công văn không có trích yếu"),
        (
            {"v_v": {"text": "V/v báo cáo", "size": 14}},
            "TT040",
            V_V,
            "trích yếu công văn «V/v báo cáo» có chữ cỡ 14 pt; quy định 12–13 pt",
        ),
        ({"v_v": "V/v báo cáo."}, "TT041", V_V, "cuối trích yếu có dấu «.»"),
    ],
)
def it_finds_what_is_wrong_with_a_letter(changes: dict[str, Any], code: str, place: str, message: str) -> None:
    assert only(cong_van(**changes)) == (code, place, message)


def it_finds_trich_yeu_in_small_type_in_all_of_its_lines() -> None:
    assert codes(bao_cao(trich_yeu={"size": 12})) == ["TT040"]


@pytest.mark.parametrize("make", [to_trinh, bao_cao, giay_moi, quyet_dinh, ke_hoach])
@pytest.mark.parametrize("changes", [{}, {"ten_loai": {"size": 13}, "trich_yeu": {"size": 13}}])
def it_takes_each_kind(make: Any, changes: dict[str, Any]) -> None:
    assert codes(make(changes)) == []


@pytest.mark.parametrize("text", ["Kinh phí đợt 1, đợt 2…", "Tuyên truyền qua báo, đài, mạng xã hội v.v.", "Họp UBND"])
def it_takes_what_is_no_end_mark(text: str) -> None:
    assert codes(giay_moi(trich_yeu=text)) == []


def it_asks_no_trich_yeu_of_a_giay_gioi_thieu() -> None:
    changes = {"ten_loai": "GIẤY GIỚI THIỆU", "trich_yeu": None, "so_ky_hieu": "Số: 15/GGT-UBND"}
    assert codes(giay_moi(changes)) == []


def it_says_nothing_of_a_type_that_shares_its_line() -> None:
    assert codes(ke_hoach(ten_loai="KẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM 2026", trich_yeu=None)) == []


def it_does_not_ask_of_a_letter_for_a_type() -> None:
    assert only(cong_van(so_ky_hieu=None))[:2] == ("TT017", NOWHERE)


def it_does_not_ask_for_a_subject_that_stands_elsewhere() -> None:
    assert codes(cong_van(v_v=None, co_quan="SỞ TÀI CHÍNH\nV/v báo cáo")) == []
