"""Trích yếu of a công văn."""

from __future__ import annotations

from typing import Any

import pytest
from heading_findings import V_V, codes, only
from support.handmade import SIZES_13_14_14, cong_van, cong_van_mot_noi_nhan, edited
from support.package import Package

BODY = "word/document.xml"


@pytest.mark.parametrize(
    ("changes", "code", "message"),
    [
        ({"v_v": "V/v: báo cáo"}, "TT042", "trích yếu công văn bắt đầu bằng «V/v:»"),
        ({"v_v": "v/v báo cáo"}, "TT042", "trích yếu công văn bắt đầu bằng «v/v»"),
        ({"v_v": "V/V báo cáo"}, "TT042", "trích yếu công văn bắt đầu bằng «V/V»"),
        ({"v_v": "Về việc báo cáo"}, "TT042", "trích yếu công văn bắt đầu bằng «Về việc»"),
        (
            {"v_v": {"text": "V/v báo cáo", "italic": True}},
            "TT043",
            "trích yếu công văn «V/v báo cáo» in nghiêng; phải là kiểu chữ đứng, không đậm",
        ),
        (
            {"v_v": {"text": "V/v báo cáo", "bold": True}},
            "TT043",
            "trích yếu công văn «V/v báo cáo» in đậm; phải là kiểu chữ đứng, không đậm",
        ),
        ({"v_v": "V/v BÁO CÁO KINH PHÍ"}, "TT043", "trích yếu «V/v BÁO CÁO KINH PHÍ» viết in hoa"),
        ({"v_v": {"before": 0}}, "TT044", "trích yếu công văn cách số, ký hiệu 0 pt; quy định 6 pt"),
        ({"v_v": {"before": 12}}, "TT044", "trích yếu công văn cách số, ký hiệu 12 pt; quy định 6 pt"),
    ],
)
def it_finds_what_is_wrong_with_it(changes: dict[str, Any], code: str, message: str) -> None:
    assert only(cong_van(**changes)) == (code, V_V, message)


@pytest.mark.parametrize("make", [cong_van, cong_van_mot_noi_nhan])
@pytest.mark.parametrize(
    "changes",
    [
        {},
        SIZES_13_14_14,
        {"v_v": "V/v kiểm tra VBQPPL"},
        {"so_ky_hieu": {"after": 6}, "v_v": {"before": 0}},
        {"so_ky_hieu": {"after": 3}, "v_v": {"before": 3}},
    ],
)
def it_takes_it_as_the_decree_writes_it(make: Any, changes: dict[str, Any]) -> None:
    assert codes(make(changes)) == []


def it_says_nothing_of_a_gap_with_something_between() -> None:
    letter = cong_van(v_v={"text": "V/v báo cáo", "before": 0})
    assert codes(letter) == ["TT044"]
    text = Package.read(letter).parts[BODY].decode()
    start = text[: text.index("V/v báo cáo")].rindex("<w:p>")
    assert codes(edited(letter, BODY, text[:start], f"{text[:start]}<w:p/>")) == []
