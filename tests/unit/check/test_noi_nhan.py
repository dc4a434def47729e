"""Nơi nhận: its label and its list."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.plain import CONG_VAN, KE_HOACH, LABEL, QUYET_DINH, Plain, found, item

PLACE = "bảng 2, hàng 1, ô 1, đoạn"


def listed(*texts: str) -> Plain:
    """The letter with these lines of Nơi nhận."""
    return replace(CONG_VAN, left=(LABEL, *map(item, texts)))


@pytest.mark.parametrize(
    "document",
    [
        CONG_VAN,
        KE_HOACH,
        QUYET_DINH,
        listed("- Như trên;", "- Lưu: VT, TCCB.", "PL.(300)"),
        listed("- Như trên;", "- Lưu: VT, HC (2). PL.(300)"),
        listed("- Như trên;", "- Các sở, ban, ngành", "thuộc tỉnh;", "- Lưu: VT."),
        listed("- Như trên;", "- Văn phòng:", "+ CVP, PCVP;", "+ Phòng TH;", "- Lưu: VT, TH."),
        listed("- Như trên;", "- UBND tỉnh (để b/c);", "- Lưu: VT, VX."),
    ],
)
def it_takes_the_lists_of_the_samples(document: Plain) -> None:
    assert found(document) == []


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (replace(CONG_VAN, left=()), ["TT097 đoạn 7"]),
        (CONG_VAN.but("left", 0, text="NƠI NHẬN:"), [f"TT098 {PLACE} 1"]),
        (CONG_VAN.but("left", 0, text="Nơi nhận"), [f"TT098 {PLACE} 1"]),
        (CONG_VAN.but("left", 0, italic=False), [f"TT099 {PLACE} 1"]),
        (CONG_VAN.but("left", 0, bold=False), [f"TT099 {PLACE} 1"]),
        (CONG_VAN.but("left", 0, pt=11), [f"TT100 {PLACE} 1"]),
        (CONG_VAN.but("left", 1, italic=True), [f"TT101 {PLACE} 2"]),
        (CONG_VAN.but("left", 3, bold=True), [f"TT101 {PLACE} 4"]),
        (CONG_VAN.but("left", 2, pt=12), [f"TT102 {PLACE} 3"]),
        (listed("Như trên;", "- Lưu: VT."), [f"TT103 {PLACE} 2"]),
        (listed("- Như trên;", "* Sở Nội vụ;", "- Lưu: VT."), [f"TT103 {PLACE} 3"]),
        (listed("- Như trên,", "- Lưu: VT."), [f"TT104 {PLACE} 2"]),
        (listed("- Như trên;", "- Lưu: VT, VX"), [f"TT104 {PLACE} 3"]),
        (listed("- Như trên;", "- Sở Nội vụ."), [f"TT105 {PLACE} 3"]),
        (listed("- Như trên;", "- Lưu: VT;", "- Sở Nội vụ."), [f"TT105 {PLACE} 3"]),
        (listed("- Như trên;", "- Lưu Văn phòng."), [f"TT105 {PLACE} 3"]),
        (listed("- Sở Nội vụ;", "- Lưu: VT."), [f"TT106 {PLACE} 2"]),
        (KE_HOACH.but("left", 1, text="- Như trên;"), [f"TT107 {PLACE} 2"]),
    ],
)
def it_finds_what_is_wrong_with_them(document: Plain, told: list[str]) -> None:
    assert found(document) == told


def it_takes_blanks_of_a_draft() -> None:
    assert found(listed("- Như trên;", "- ……………;", "- Lưu: VT, …")) == [f"TT104 {PLACE} 4"]
    assert found(listed("- Như trên;", "- ……………;", "- Lưu: VT, ….")) == []
