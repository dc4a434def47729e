"""Paper, the way it lies, and margins."""

from __future__ import annotations

import pytest
from checked_files import document, section
from support.handmade import ke_hoach_hai_phu_luc, ke_hoach_mot_phu_luc
from support.sample import paragraph
from technique import told as told_of

from vbhc.check import check


def told(last: str, before: str = "") -> list[str]:
    found = check(document(last=last, before=before).write(), select=["KT001", "KT002"])
    return [f"{it.code} {it.location.place}: {it.message}" for it in found]


@pytest.mark.parametrize(
    "page", [section(), section(width=11907, height=16840), section(width=16838, height=11906), section(left=1985)]
)
def it_takes_a4_as_programs_write_it_upright_or_across(page: str) -> None:
    assert told(page) == []


def it_finds_paper_that_is_not_a4() -> None:
    assert told(section(width=12240, height=15840)) == ["KT001 đoạn 1: khổ giấy là 215,9 mm × 279,4 mm, không phải A4"]


def it_finds_each_margin_out_of_its_range() -> None:
    assert told(section(top=1440, bottom=1440, left=1440, right=1440)) == [
        "KT002 đoạn 1: lề trái là 25,4 mm; quy định 30–35 mm",
        "KT002 đoạn 1: lề phải là 25,4 mm; quy định 15–20 mm",
    ]
    assert told(section(top=567, bottom=2268)) == [
        "KT002 đoạn 1: lề trên là 10 mm; quy định 20–25 mm",
        "KT002 đoạn 1: lề dưới là 40 mm; quy định 20–25 mm",
    ]


def it_forgives_half_a_millimetre() -> None:
    assert told(section(left=1674, right=1160)) == []
    assert len(told(section(left=1670, right=1165))) == 2


def it_counts_the_gutter_into_the_left_margin() -> None:
    assert told(section(left=1134).replace('gutter="0"', 'gutter="567"')) == []


def it_says_in_which_section() -> None:
    assert told(section(right=0), before=section()) == [
        "KT002 đoạn 6: lề phải của phần (section) 2 là 0 mm; quy định 15–20 mm"
    ]


def across(**margins: int) -> str:
    return section(width=16838, height=11906, **margins)


TABLE = '<w:tbl><w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="900"/><w:gridCol w:w="900"/></w:tblGrid></w:tbl>'


def it_takes_margins_that_went_along_when_a_page_was_turned() -> None:
    turned = {"top": 1701, "right": 1134, "bottom": 850, "left": 1134}
    assert told(across(**turned)) == []
    assert told(across(**(turned | {"top": 850, "bottom": 1701}))) == []
    assert told(section(**turned)) != []


def it_takes_a_page_across_like_the_one_of_the_decree() -> None:
    assert told(across(bottom=850)) == []
    assert told(section(bottom=850)) == ["KT002 đoạn 1: lề dưới là 15 mm; quy định 20–25 mm"]


def it_wants_pages_upright_where_nothing_needs_the_width() -> None:
    def lies(body: str) -> list[str]:
        return [it.location.place for it in check(document(body, last=across()).write(), select=["KT003"])]

    assert lies(paragraph("Nội dung.")) == ["đoạn 1"]
    assert lies(TABLE + paragraph("Nội dung.")) == []
    assert told_of(ke_hoach_hai_phu_luc()) == []
    assert told_of(ke_hoach_mot_phu_luc(phu_luc={0: {"landscape": True, "than": ()}})) == ["KT003 đoạn 29"]
