"""Số trang: whether there is one, where, from where it counts, and how it looks."""

from __future__ import annotations

import pytest
from support.handmade import (
    CONSTRUCTIONS,
    Text,
    cong_van,
    edited,
    ke_hoach,
    ke_hoach_hai_phu_luc,
    ke_hoach_mot_phu_luc,
    phu_luc_dien_tu,
)
from support.plain import CONG_VAN
from technique import BODY, HEADER, in_section, long, runs_of, says, told, with_body

FIRST = "bảng 1, hàng 1, ô 1, đoạn 1"
NUMBER = "đầu trang, đoạn 1"
FIELD = " PAGE   \\* MERGEFORMAT "


@pytest.mark.parametrize("construction", ["simple_field", "split_styles", "styles"])
def it_knows_a_page_number_however_it_is_written(construction: str) -> None:
    assert told(ke_hoach_hai_phu_luc(CONSTRUCTIONS[construction])) == []


def it_knows_a_page_number_that_no_program_has_worked_out_yet() -> None:
    assert told(edited(ke_hoach(), HEADER, "<w:t>2</w:t>", "")) == []


def it_misses_a_page_number_where_the_text_surely_needs_a_second_page() -> None:
    assert told(ke_hoach(page_number=None)) == ["KT010"]
    assert told(cong_van(page_number=None)) == []
    assert told(cong_van(page_number=None, than=with_body(*[long()] * 20))) == ["KT010"]


def it_misses_a_page_number_behind_a_page_break() -> None:
    broken = edited(cong_van(page_number=None), BODY, "2. Nêu rõ", '</w:t><w:br w:type="page"/><w:t>2. Nêu rõ')
    assert told(broken) == ["KT010"]


def it_says_in_which_section_numbers_are_missing() -> None:
    data = ke_hoach_hai_phu_luc()
    reference = '<w:headerReference w:type="default" r:id="rIdNumber"/>'
    later = edited(data, BODY, f"<w:sectPr>{reference}", "<w:sectPr>")
    assert told(later) == ["KT010"]
    even = edited(data, "word/settings.xml", "</w:settings>", "<w:evenAndOddHeaders/></w:settings>")
    assert told(even) == [f"KT010 {FIRST}", "KT010 đoạn 33"]


def it_lets_a_field_be_that_may_work_a_number_out() -> None:
    assert told(edited(ke_hoach(), HEADER, FIELD, ' IF 1 &gt; 1 "1" ')) == []


def it_wants_the_number_in_the_top_margin() -> None:
    assert told(ke_hoach(page_number_in="footer")) == ["KT011 chân trang, đoạn 1"]


@pytest.mark.parametrize(("align", "says_so"), [("right", "đặt bên phải"), ("left", "đặt bên trái"), ("both", "không")])
def it_wants_the_number_in_the_middle(align: str, says_so: str) -> None:
    data = ke_hoach(page_number={"align": align})
    assert told(data) == [f"KT012 {NUMBER}"]
    assert says_so in says(data)


def it_lets_a_number_be_that_a_tab_may_put_in_the_middle() -> None:
    tabbed = ke_hoach(page_number={"align": "left", "tabs": (("center", 82.5),)})
    first = '<w:r><w:rPr><w:rFonts w:ascii="Times New Roman"'
    assert told(edited(tabbed, HEADER, f"</w:pPr>{first}", f"</w:pPr><w:r><w:tab/></w:r>{first}")) == []


def it_wants_13_or_14_points() -> None:
    assert told(ke_hoach(page_number={"size": 11})) == [f"KT013 {NUMBER}"]
    assert says(ke_hoach(page_number={"size": 11})) == "số trang cỡ 11; quy định cỡ 13–14"
    assert told(ke_hoach(page_number={"size": 13})) == []


def it_wants_an_upright_number() -> None:
    assert told(ke_hoach(page_number={"italic": True})) == [f"KT014 {NUMBER}"]


def it_wants_arabic_digits() -> None:
    assert told(in_section(ke_hoach(), '<w:pgNumType w:fmt="lowerRoman"/>')) == [f"KT015 {FIRST}"]
    assert told(in_section(ke_hoach(), '<w:pgNumType w:fmt="numberInDash"/>')) == []
    assert told(edited(ke_hoach(), HEADER, FIELD, " PAGE \\* ROMAN ")) == [f"KT015 {NUMBER}"]


def it_hides_the_number_of_page_1() -> None:
    assert told(ke_hoach(title_page=False)) == [f"KT016 {NUMBER}"]
    assert told(ke_hoach(title_page=False, page_number_in="footer")) == [
        "KT016 chân trang, đoạn 1",
        "KT011 chân trang, đoạn 1",
    ]
    shown = edited(ke_hoach(), BODY, 'w:type="default"', 'w:type="first"')
    assert f"KT016 {NUMBER}" in told(shown)


def it_does_not_ask_that_of_a_phu_luc_that_is_a_file() -> None:
    assert told(phu_luc_dien_tu(phu_luc={0: {"title_page": False}})) == []


def it_counts_from_1() -> None:
    data = in_section(ke_hoach(), '<w:pgNumType w:start="0"/>')
    assert told(data) == [f"KT017 {FIRST}"]
    assert says(data) == "số trang bắt đầu từ 0; quy định đánh từ số 1"
    assert told(in_section(ke_hoach(), '<w:pgNumType w:start="1"/>')) == []
    assert told(in_section(cong_van(page_number=None), '<w:pgNumType w:start="0"/>')) == []


def it_counts_each_phu_luc_anew() -> None:
    data = ke_hoach_hai_phu_luc(phu_luc={1: {"start": None}})
    assert told(data) == ["KT018 đoạn 33"]
    assert "«Phụ lục II» đánh nối tiếp" in says(data)


def it_says_nothing_of_a_number_that_no_page_shows() -> None:
    hidden = {0: {"start": None}}
    assert told(ke_hoach_mot_phu_luc(phu_luc=hidden)) == []
    assert told(ke_hoach_mot_phu_luc(phu_luc={0: {"start": None, "title_page": False}})) == ["KT018 đoạn 29"]


def it_wants_a_section_for_each_phu_luc() -> None:
    label = Text("Phụ lục II", bold=True, align="center", before=6)
    data = ke_hoach_mot_phu_luc(phu_luc={0: {"nhan": "Phụ lục I", "than": lambda than: (*than, label, *than)}})
    assert told(data) == ["KT018 đoạn 32"]


def it_wants_no_words_beside_the_number() -> None:
    def beside(words: str) -> list[str]:
        properties = runs_of(ke_hoach(), HEADER)[0].partition("<w:fldChar")[0]
        return told(edited(ke_hoach(), HEADER, "</w:pPr>", f"</w:pPr>{properties}<w:t>{words}</w:t></w:r>"))

    assert beside("Trang") == [f"KT019 {NUMBER}"]
    assert beside("- /") == []


def it_does_not_ask_for_numbers_where_the_text_and_each_phu_luc_may_have_one_page() -> None:
    assert told(CONG_VAN.docx()) == []
