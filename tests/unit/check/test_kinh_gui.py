"""Kính gửi: where it stands, its words, its recipients."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.plain import CONG_VAN, KE_HOACH, P, Plain, found, item

ONE = replace(
    CONG_VAN,
    kinh_gui=(P("Kính gửi: Sở Nội vụ", align="center", first=0),),
)
REPORT = replace(
    KE_HOACH,
    so=replace(KE_HOACH.so, text="Số: 16/BC-UBND"),
    ten=(replace(KE_HOACH.ten[0], text="BÁO CÁO"), KE_HOACH.ten[1]),
    kinh_gui=ONE.kinh_gui,
    left=(KE_HOACH.left[0], item("- Như trên;"), *KE_HOACH.left[1:]),
)


def addressed(*texts: str) -> Plain:
    """The letter with other lines of Kính gửi, those below the label from one place on."""
    label, *below = (P(text, align="left", first=0, left=35) for text in texts)
    return replace(CONG_VAN, kinh_gui=(replace(label, left=20), *below))


def in_table(*right: str) -> Plain:
    there = tuple(P(text, align="left", first=0) for text in right)
    return replace(CONG_VAN, kinh_gui=()).body((((P("Kính gửi:", align="right"),), there),), *CONG_VAN.than)


@pytest.mark.parametrize(
    "letter",
    [
        CONG_VAN,
        ONE,
        REPORT,
        in_table("Sở Nội vụ"),
        in_table("- Sở Nội vụ;", "- Sở Tài chính."),
        addressed("Kính gửi:", "\t- Sở Nội vụ;", "\t- Sở Tài chính."),
        addressed("Kính gửi:", "- Văn phòng Chính phủ (để báo cáo);", "- Các bộ, ngành."),
    ],
)
def it_takes_one_recipient_on_the_line_or_several_behind_dashes(letter: Plain) -> None:
    assert found(letter) == []


@pytest.mark.parametrize(
    ("letter", "told"),
    [
        (replace(CONG_VAN, kinh_gui=()).but("left", 1, text="- Các sở;"), ["TT050 cả văn bản"]),
        (replace(KE_HOACH, kinh_gui=ONE.kinh_gui), ["TT051 đoạn 3"]),
        (addressed("KÍNH GỬI:", "- Sở Nội vụ;", "- Sở Tài chính."), ["TT052 đoạn 1"]),
        (addressed("Kính trình: Sở Nội vụ"), ["TT052 đoạn 1"]),
        (addressed("Kính gửi Sở Nội vụ"), ["TT053 đoạn 1"]),
        (
            addressed("Kính gửi:", "- Sở Nội vụ;", "- Sở Tài chính.").but("kinh_gui", left=35),
            ["TT061 đoạn 2"],
        ),
        (addressed("Kính gửi:"), ["TT143 đoạn 1"]),
        (CONG_VAN.but("kinh_gui", 0, bold=True), ["TT054 đoạn 1"]),
        (CONG_VAN.but("kinh_gui", 1, italic=True), ["TT054 đoạn 2"]),
        (ONE.but("kinh_gui", text="Sở Nội vụ", lead="Kính gửi: "), ["TT054 đoạn 1"]),
        (CONG_VAN.but("kinh_gui", 2, pt=12), ["TT055 đoạn 3"]),
        (addressed("Kính gửi:", "- Sở Nội vụ"), ["TT056 đoạn 2"]),
        (addressed("Kính gửi: - Sở Nội vụ"), ["TT056 đoạn 1"]),
        (ONE.but("kinh_gui", text="Kính gửi: Sở Nội vụ."), ["TT057 đoạn 1"]),
        (addressed("Kính gửi: Sở Nội vụ; Sở Tài chính"), ["TT058 đoạn 1"]),
        (addressed("Kính gửi: - Sở Nội vụ;", "- Sở Tài chính."), ["TT058 đoạn 1"]),
        (addressed("Kính gửi:", "Sở Nội vụ;", "Sở Tài chính."), ["TT059 đoạn 2", "TT059 đoạn 3"]),
        (addressed("Kính gửi:", "- Sở Nội vụ;", "+ Sở Tài chính."), ["TT059 đoạn 3"]),
        (addressed("Kính gửi:", "- Sở Nội vụ,", "- Sở Tài chính."), ["TT060 đoạn 2"]),
        (addressed("Kính gửi:", "- Sở Nội vụ;", "- Sở Tài chính;"), ["TT060 đoạn 3"]),
        (CONG_VAN.but("kinh_gui", 2, left=38), ["TT061 đoạn 3"]),
        (CONG_VAN.but("kinh_gui", 1, align="center"), ["TT061 đoạn 2"]),
    ],
)
def it_finds_what_is_wrong_with_it(letter: Plain, told: list[str]) -> None:
    assert found(letter) == told


def it_leaves_out_the_kinds_of_which_the_decree_says_nothing() -> None:
    letter = replace(REPORT, so=replace(REPORT.so, text="Số: 16/PG-UBND"))
    assert found(letter.but("ten", 0, text="PHIẾU GỬI")) == []
