"""The end of the text and who signs: quyền hạn, chức vụ, họ tên, and where they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.plain import CONG_VAN, KE_HOACH, QUYET_DINH, P, Plain, found, middle

GAP, NAME = middle(""), middle("Nguyễn Văn An")
PLACE = "bảng 2, hàng 1, ô 2, đoạn"


def signed(*lines: str) -> Plain:
    """The letter with these lines above the name."""
    return replace(CONG_VAN, right=(*map(middle, lines), GAP, NAME))


@pytest.mark.parametrize(
    "lines",
    [
        ("GIÁM ĐỐC",),
        ("Q. GIÁM ĐỐC",),
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ("TM. HỘI ĐỒNG NHÂN DÂN", "TỈNH BẮC NINH", "CHỦ TỊCH"),
        ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
        ("KT.\u00a0GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG KẾ HOẠCH"),
    ],
)
def it_takes_every_chain_of_the_decree(lines: tuple[str, ...]) -> None:
    assert found(signed(*lines)) == []


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (CONG_VAN.but("than", 3, text="Yêu cầu các cơ quan khẩn trương thực hiện."), ["TT083 đoạn 7"]),
        (replace(QUYET_DINH, right=(P(""),)), ["TT084 đoạn 9"]),
        (signed("KT. Chủ tịch", "Phó Chủ tịch"), [f"TT085 {PLACE} 1"]),
        (CONG_VAN.but("right", 1, bold=False), [f"TT086 {PLACE} 2"]),
        (CONG_VAN.but("right", 2, italic=True), [f"TT086 {PLACE} 3"]),
        (CONG_VAN.but("right", 0, pt=12), [f"TT087 {PLACE} 1"]),
        (CONG_VAN.but("right", 1, align="left"), [f"TT088 {PLACE} 2"]),
        (signed("K/T CHỦ TỊCH", "PHÓ CHỦ TỊCH"), [f"TT089 {PLACE} 1"]),
        (signed("T/M ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), [f"TT089 {PLACE} 1"]),
        (signed("KT CHỦ TỊCH", "PHÓ CHỦ TỊCH"), [f"TT089 {PLACE} 1"]),
        (signed("KT.CHỦ TỊCH", "PHÓ CHỦ TỊCH"), [f"TT089 {PLACE} 1"]),
        (signed("TUQ. GIÁM ĐỐC", "KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"), [f"TT090 {PLACE} 1"]),
        (signed("KT. CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"), [f"TT090 {PLACE} 1"]),
        (signed("KT. CHỦ TỊCH"), [f"TT090 {PLACE} 1"]),
        (signed("TM. ỦY BAN NHÂN DÂN"), [f"TT090 {PLACE} 1"]),
        (signed("KT. GIÁM ĐỐC", "GIÁM ĐỐC"), [f"TT090 {PLACE} 2"]),
        (signed("PHÓ GIÁM ĐỐC"), [f"TT091 {PLACE} 1"]),
        (signed("TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"), [f"TT091 {PLACE} 2"]),
        (CONG_VAN.but("right", 4, bold=False), [f"TT092 {PLACE} 5"]),
        (CONG_VAN.but("right", 4, italic=True), [f"TT092 {PLACE} 5"]),
        (CONG_VAN.but("right", 4, text="NGUYỄN VĂN AN"), [f"TT093 {PLACE} 5"]),
        (CONG_VAN.but("right", 4, text="Nguyễn văn An"), [f"TT093 {PLACE} 5"]),
        (CONG_VAN.but("right", 4, pt=12), [f"TT094 {PLACE} 5"]),
        (CONG_VAN.but("right", 4, text="TS. Nguyễn Văn An"), [f"TT095 {PLACE} 5"]),
        (CONG_VAN.but("right", 4, text="PGS.TS. Nguyễn Văn An"), [f"TT095 {PLACE} 5"]),
    ],
)
def it_finds_what_is_wrong_at_the_end(document: Plain, told: list[str]) -> None:
    assert found(document) == told


def it_wants_the_signature_at_the_right_and_level_with_noi_nhan() -> None:
    swapped = replace(CONG_VAN, left=CONG_VAN.right, right=CONG_VAN.left)
    assert found(replace(QUYET_DINH, stacked=True)) == ["TT088 đoạn 10", "TT096 đoạn 13"]
    below = replace(QUYET_DINH, rows=((QUYET_DINH.left, (P(""),)), ((P(""),), QUYET_DINH.right)))
    assert found(below) == ["TT096 bảng 2, hàng 1, ô 1, đoạn 1"]
    outside = replace(QUYET_DINH, left=(P(""),), phu_luc=QUYET_DINH.left)
    assert found(outside) == ["TT096 đoạn 10"]
    assert found(swapped) == ["TT088 bảng 2, hàng 1, ô 1, đoạn 1"]


def it_takes_a_signature_that_tabs_push_to_the_right() -> None:
    texts = ("Nơi nhận:\tGIÁM ĐỐC", "- Như Điều 3;", "- Lưu: VT.\tNguyễn Văn An")
    pushed = replace(QUYET_DINH, right=tuple(P(text, align="left") for text in texts), left=(), stacked=True)
    assert [it for it in found(pushed) if it[:5] in ("TT088", "TT096")] == []


def it_lets_those_sign_with_a_title_whose_field_may_allow_it() -> None:
    school = replace(QUYET_DINH, co_quan=(middle("BỘ Y TẾ", bold=False, pt=13), middle("BỆNH VIỆN E", pt=13)))
    assert found(school.but("right", 2, text="PGS.TS. Nguyễn Văn An")) == []
    land = replace(school, co_quan=(*school.co_quan[:1], middle("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", pt=13)))
    assert found(replace(land.but("right", 2, text="TS. Nguyễn Văn An"), co_quan=land.co_quan[1:])) != []


def it_takes_a_rank_before_the_name() -> None:
    assert found(CONG_VAN.but("right", 4, text="Đại tá Nguyễn Văn An")) == []


def it_leaves_out_what_several_sides_sign_and_a_draft_without_name() -> None:
    assert found(replace(CONG_VAN, right=CONG_VAN.right[:3])) == []
    minutes = replace(KE_HOACH, so=replace(KE_HOACH.so, text="Số: 16/BB-UBND")).but("ten", 0, text="BIÊN BẢN")
    assert found(replace(minutes, right=(P(""),))) == []


def it_does_not_judge_a_text_that_ends_with_a_table() -> None:
    table = ((((P("STT"),), (P("Việc"),)),),)
    assert found(KE_HOACH.body(*KE_HOACH.than, P("Bảng phân công:"), *table)) in (
        [],
        ["TT083 bảng 2, hàng 1, ô 2, đoạn 1"],
    )
