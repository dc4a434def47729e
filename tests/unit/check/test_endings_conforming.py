"""What conforms gives no finding: documents made by hand in every construction, and those that the library writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from support import plausible
from support.handmade import CONFORMING, CONSTRUCTIONS, cong_van, ke_hoach_hai_phu_luc
from support.plain import told

from vbhc import VanBan, render_bytes


@pytest.mark.parametrize("make", CONFORMING.values(), ids=CONFORMING.keys())
def it_finds_nothing_in_documents_made_by_hand(make: Callable[[], bytes]) -> None:
    assert told(make()) == []


@given(plausible.van_ban())
@settings(max_examples=40)
def it_finds_nothing_in_what_the_library_writes(van_ban: VanBan) -> None:
    assert told(render_bytes(van_ban)) == []


@pytest.mark.parametrize("construction", CONSTRUCTIONS.values(), ids=CONSTRUCTIONS.keys())
@pytest.mark.parametrize(
    ("make", "change", "code"),
    [
        (cong_van, {"noi_nhan": {-1: "- Lưu: VT, TCNS"}}, "TT104"),
        (cong_van, {"noi_nhan": {1: {"bold": True}}}, "TT101"),
        (cong_van, {"ho_ten": {"italic": True}}, "TT092"),
        (cong_van, {"chuc_vu": {0: "K/T GIÁM ĐỐC"}}, "TT089"),
        (cong_van, {"than": lambda than: than[:-1]}, "TT083"),
        (ke_hoach_hai_phu_luc, {"phu_luc": {1: {"nhan": "PHỤ LỤC II"}}}, "TT114"),
        (ke_hoach_hai_phu_luc, {"phu_luc": {0: {"chi_dan": {"italic": False}}}}, "TT117"),
    ],
)
def it_finds_one_defect_however_the_document_is_built(
    make: Callable[..., bytes], change: dict[str, Any], code: str, construction: dict[str, Any]
) -> None:
    found = {it[:5] for it in told(make(construction, **change))}
    assert found == {code}
