"""Typeface, colour and lines under words, wherever letters show."""

from __future__ import annotations

import pytest
from support.handmade import (
    CONSTRUCTIONS,
    Bang,
    cong_van,
    cong_van_du_thanh_phan,
    ke_hoach,
    ke_hoach_mot_phu_luc,
)
from technique import long, run_edited, says, told, with_body


@pytest.mark.parametrize("construction", ["styles", "theme", "split", "boxes"])
def it_takes_times_new_roman_wherever_it_is_said(construction: str) -> None:
    assert told(cong_van(CONSTRUCTIONS[construction])) == []


@pytest.mark.parametrize("font", ["Arial", "Liberation Serif", ".VnTime"])
def it_finds_another_typeface_even_one_as_wide(font: str) -> None:
    data = cong_van(than={0: {"font": font}})
    assert told(data) == ["KT004 đoạn 5"]
    assert f"dùng phông {font}; quy định Times New Roman" in says(data)


def it_tells_a_typeface_once_and_how_often_it_comes() -> None:
    data = cong_van(than={0: {"font": "Arial"}, 1: {"font": "Arial"}, 2: {"font": "Tahoma"}})
    assert told(data) == ["KT004 đoạn 5", "KT004 đoạn 7"]


def it_looks_at_headings_headers_and_tables_too() -> None:
    assert told(ke_hoach(page_number={"font": "Calibri"})) == ["KT004 đầu trang, đoạn 1"]
    assert told(cong_van(quoc_hieu={"font": "Calibri"})) == ["KT004 bảng 1, hàng 1, ô 2, đoạn 1"]
    cell = run_edited(ke_hoach_mot_phu_luc(), "95", "Times New Roman", "Calibri")
    assert told(cell) == ["KT004 bảng 3, hàng 2, ô 4, đoạn 1"]


@pytest.mark.parametrize(
    ("text", "fonts", "found"),
    [
        ("Ố", "hAnsi", ["KT004 đoạn 6"]),
        ("Ố", "ascii", []),
        ("2026", "hAnsi", []),
        ("2026", "ascii", ["KT004 đoạn 6"]),
        ("…", "hAnsi", []),
    ],
)
def it_asks_for_the_typeface_of_the_letters_that_are_there(text: str, fonts: str, found: list[str]) -> None:
    data = cong_van(than=with_body(long(text=text)))
    assert told(run_edited(data, text, f'w:{fonts}="Times New Roman"', f'w:{fonts}="Arial"')) == found


def it_finds_letters_that_are_not_black() -> None:
    data = cong_van(than={1: {"color": "FF0000"}})
    assert told(data) == ["KT005 đoạn 6"]
    assert "có màu FF0000" in says(data)


@pytest.mark.parametrize("color", ["auto", "000000", "212529"])
def it_takes_what_nobody_can_tell_from_black(color: str) -> None:
    assert told(cong_van(than={1: {"color": color}})) == []


def it_lets_stamps_be_red() -> None:
    assert told(cong_van_du_thanh_phan(khan={"color": "FF0000"}, luu_hanh={"color": "FF0000"})) == []


def it_finds_underlined_words_in_the_text() -> None:
    assert told(cong_van(than={1: {"underline": True}})) == ["KT006 đoạn 6"]
    assert told(cong_van(than={1: {"underline": True, "text": "https://bacninh.gov.vn", "number": ""}})) == []
    assert told(cong_van(than=with_body(long(text="\t\t", underline=True)))) == []


def it_looks_into_cells() -> None:
    table = Bang((40, 40), (("TT", "Tên"), ("1", "Sở Nội vụ")))
    data = cong_van(than=with_body(table))
    assert told(data) == []
    assert told(run_edited(data, "Sở Nội vụ", "000000", "0000FF")) == ["KT005 bảng 2, hàng 2, ô 2, đoạn 1"]
