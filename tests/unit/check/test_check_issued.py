"""What a quyết định issues in the same file is held against the rules on text and outline."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from support.plain import QUY_CHE, QUYET_DINH, P, Plain, middle

from vbhc import check
from vbhc.check.registry import FOR_ISSUED_TOO

NOTE = "(Kèm theo Quyết định số 17/QĐ-SNV ngày 10 tháng 11 năm 2025 của Giám đốc Sở Nội vụ)"
LETTERS = (P("1. Công chức của Sở, gồm:"), P("a) Công chức lãnh đạo;"), P("b) Công chức chuyên môn."))


def issued(*text: Any) -> Plain:
    """The decision with a regulation of ``text`` behind it."""
    title = (middle("QUY CHẾ", new_page=True), middle("Làm việc của Sở Nội vụ"), middle(NOTE, bold=False, italic=True))
    return replace(QUYET_DINH, phu_luc=(*title, *text))


def told(document: Plain) -> list[str]:
    return [it.code for it in check(document.docx(), select=sorted(FOR_ISSUED_TOO)) if it.code in FOR_ISSUED_TOO]


def it_takes_what_conforms() -> None:
    assert told(issued(*QUY_CHE.than, *LETTERS)) == []


@pytest.mark.parametrize(
    ("at", "change", "code"),
    [
        (0, {"text": "CHƯƠNG I"}, "TT072"),
        (1, {"text": "Quy định chung"}, "TT073"),
        (2, {"bold": False}, "TT071"),
        (2, {"text": "Điều 2. Phạm vi điều chỉnh"}, "TT078"),
        (3, {"pt": 12}, "KT020"),
    ],
)
def it_finds_what_is_wrong_in_it(at: int, change: dict[str, Any], code: str) -> None:
    text = list(QUY_CHE.than)
    text[at] = replace(text[at], **change)
    assert code in told(issued(*text))


def it_finds_a_letter_that_is_not_vietnamese() -> None:
    assert told(issued(*QUY_CHE.than, *LETTERS[:2], P("f) Công chức chuyên môn."))) == ["TT080"]


def it_judges_nothing_that_does_not_say_that_it_is_issued() -> None:
    form = (middle("BÁO CÁO", new_page=True), middle("Kết quả công tác"), P("1) việc thứ nhất", pt=11))
    assert told(replace(QUYET_DINH, phu_luc=form)) == []


def it_asks_once_what_is_asked_of_the_file() -> None:
    text = (*QUY_CHE.than, P("Báo cáo Ủy ban Nhân dân tỉnh xem xét."))
    report = check(issued(*text).docx())
    assert [it.code for it in report if it.code.startswith("VH")] == ["VH001"]
