"""Stamps: how urgent a văn bản is."""

from __future__ import annotations

from typing import Any

import pytest
from heading_findings import codes, only
from support.handmade import cong_dien, cong_van_du_thanh_phan, edited
from support.letters import letter as written

from vbhc import check, render_bytes

BODY = "word/document.xml"
STAMP = "khung chữ 1, đoạn 1"
RED = '<a:ln w="9525"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln>'
NONE = "<a:ln><a:noFill/></a:ln>"


@pytest.mark.parametrize(
    ("changes", "code", "message"),
    [
        ({"text": "khẩn"}, "TT046", "dấu chỉ độ khẩn «khẩn» không viết in hoa"),
        ({"bold": False}, "TT046", "dấu chỉ độ khẩn «KHẨN» không đậm; phải là kiểu chữ đứng, đậm"),
        ({"italic": True}, "TT046", "dấu chỉ độ khẩn «KHẨN» in nghiêng; phải là kiểu chữ đứng, đậm"),
        ({"size": 16}, "TT046", "dấu chỉ độ khẩn «KHẨN» có chữ cỡ 16 pt; quy định 13–14 pt"),
        ({"color": "000000"}, "TT047", "dấu KHẨN không phải màu đỏ"),
    ],
)
def it_finds_what_is_wrong_with_a_stamp(changes: dict[str, Any], code: str, message: str) -> None:
    letter = cong_van_du_thanh_phan(khan={key: value for key, value in changes.items() if key != "text"})
    if "text" in changes:
        letter = edited(letter, BODY, ">KHẨN<", f">{changes['text']}<")
    assert only(letter) == (code, STAMP, message)


@pytest.mark.parametrize(("look", "said"), [({"size": 14}, "có chữ cỡ 14 pt"), ({"italic": True}, "in nghiêng")])
def it_finds_an_address_that_looks_otherwise(look: dict[str, Any], said: str) -> None:
    (finding,) = check(cong_van_du_thanh_phan(dia_chi=look), select=["TT145"])
    assert said in finding.message


@pytest.mark.parametrize("words", ["RẤT KHẨN", "GẤP"])
def it_finds_words_that_are_none_of_the_three(words: str) -> None:
    letter = edited(cong_van_du_thanh_phan(), BODY, ">KHẨN<", f">{words}<")
    assert only(letter) == ("TT045", STAMP, f"độ khẩn ghi «{words}», không phải một trong ba mức")


def it_finds_a_stamp_without_a_frame() -> None:
    assert only(edited(cong_van_du_thanh_phan(), BODY, RED, NONE)) == ("TT047", STAMP, "dấu KHẨN không có khung viền")


def it_finds_a_frame_of_another_width() -> None:
    letter = edited(cong_van_du_thanh_phan(), BODY, 'cx="720000" cy="288000"', 'cx="1440000" cy="288000"')
    assert only(letter) == ("TT047", STAMP, "dấu KHẨN có khung rộng 40 mm, quy định 20 mm")


def it_takes_the_borders_of_a_paragraph_for_a_frame() -> None:
    framed = {"borders": ("top", "left", "bottom", "right")}
    assert codes(edited(cong_van_du_thanh_phan(khan=framed), BODY, RED, NONE)) == []


@pytest.mark.parametrize("words", ["KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"])
@pytest.mark.parametrize("size", [13, 14])
def it_takes_the_three_as_the_decree_draws_them(words: str, size: float) -> None:
    assert codes(cong_van_du_thanh_phan(khan={"text": words, "size": size})) == []


def it_takes_another_spelling_and_a_stamp_above_a_type() -> None:
    assert codes(cong_dien()) == []
    assert codes(edited(cong_dien(), BODY, ">HỎA TỐC<", ">HOẢ TỐC<")) == []
    assert codes(cong_van_du_thanh_phan(khan={"color": "C00000"})) == []


def it_finds_a_stamp_that_is_red_in_part() -> None:
    letter = cong_van_du_thanh_phan({"formatting": "styles"}, khan={"color": "FF0000"})
    black = '>KH</w:t></w:r><w:r><w:rPr><w:color w:val="000000"/></w:rPr><w:t>ẨN<'
    assert only(edited(letter, BODY, ">KHẨN<", black))[0] == "TT047"


def it_takes_the_borders_of_a_cell_for_a_frame() -> None:
    letter = render_bytes(written(do_khan="HỎA TỐC"))
    assert codes(letter) == []
    assert codes(edited(letter, BODY, '<w:left w:val="single" w:sz="12"', '<w:left w:val="nil" w:sz="12"')) == ["TT047"]
