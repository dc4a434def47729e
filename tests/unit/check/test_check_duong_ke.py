"""The lines under tiêu ngữ, the agency and trích yếu."""

from __future__ import annotations

import re
from typing import Any

import pytest
from heading_findings import CO_QUAN, TIEU_NGU, TRICH_YEU, codes, only
from support.handmade import cong_van, edited, ke_hoach
from support.package import Package

BODY = "word/document.xml"
DRAWN = pytest.mark.parametrize("rules", ["drawing", "vml", "border", "underscores"])
NAMES = {"tieu_ngu": "Tiêu ngữ", "co_quan": "tên cơ quan ban hành", "trich_yeu": "trích yếu"}
PLACES = {"tieu_ngu": TIEU_NGU, "co_quan": CO_QUAN, "trich_yeu": TRICH_YEU}
EACH = pytest.mark.parametrize("element", list(NAMES))


@EACH
@DRAWN
def it_finds_a_line_that_is_missing(element: str, rules: str) -> None:
    code, place, message = only(ke_hoach(rules=rules, **{element: {"rule": 0}}))
    assert (code, place) == ("TT009", PLACES[element])
    assert message == f"dưới {NAMES[element]} không có đường kẻ"


@pytest.mark.parametrize(
    ("element", "share", "words"),
    [
        ("tieu_ngu", 0.4, "bằng độ dài dòng chữ"),
        ("tieu_ngu", 1.3, "bằng độ dài dòng chữ"),
        ("co_quan", 1, "bằng 1/3 đến 1/2 độ dài dòng chữ"),
        ("co_quan", 0.15, "bằng 1/3 đến 1/2 độ dài dòng chữ"),
        ("trich_yeu", 0.8, "bằng 1/3 đến 1/2 độ dài dòng chữ"),
    ],
)
@DRAWN
def it_finds_a_line_of_another_length(element: str, share: float, words: str, rules: str) -> None:
    code, place, message = only(ke_hoach(rules=rules, **{element: {"rule": share}}))
    assert (code, place) == ("TT010", PLACES[element])
    assert message.startswith(f"đường kẻ dưới {NAMES[element]} dài ")
    assert message.endswith(f"; đường kẻ phải {words}")


def it_says_both_lengths() -> None:
    _, _, message = only(cong_van(co_quan={"rule": 1}))
    assert "dài 30 mm, dòng chữ dài 30 mm;" in message


@EACH
@DRAWN
@pytest.mark.parametrize("share", [1 / 3, 0.5])
def it_takes_any_length_between(element: str, share: float, rules: str) -> None:
    assert codes(ke_hoach(rules=rules, **{element: {"rule": 1 if element == "tieu_ngu" else share}})) == []


@EACH
def it_finds_underlined_words_in_place_of_a_line(element: str) -> None:
    code, place, message = only(ke_hoach(**{element: {"rule": 0, "underline": True}}))
    assert (code, place) == ("TT011", PLACES[element])
    assert message == f"{NAMES[element]} bị gạch chân thay cho đường kẻ"


@pytest.mark.parametrize("sign", ["-", "*", "…"])
def it_finds_a_row_of_dashes_in_place_of_a_line(sign: str) -> None:
    letter = cong_van(rules="underscores")
    (line, *_) = re.findall("_{4,}", _text(letter))
    code, place, message = only(edited(letter, BODY, f">{line}<", f">{sign * len(line)}<"))
    assert (code, place) == ("TT011", CO_QUAN)
    assert message == f"đường kẻ dưới tên cơ quan ban hành gõ bằng dấu «{sign * 5}…»"


def _text(letter: bytes) -> str:
    return Package.read(letter).parts[BODY].decode()


@pytest.mark.parametrize("changes", [{"heading": "tabs"}, {"heading": "spaces", "rules": "vml"}])
def it_says_nothing_of_lengths_where_two_columns_share_a_paragraph(changes: dict[str, Any]) -> None:
    assert codes(cong_van(changes, co_quan={"rule": 1})) == []


def it_says_nothing_where_a_line_is_drawn_from_elsewhere() -> None:
    """Two lines drawn from the paragraph of tiêu ngữ: the second may well be that under the agency."""
    letter = cong_van(rules="vml", co_quan={"rule": 0})
    assert codes(letter) == ["TT009"]
    pict = _text(letter).partition("<w:pict>")[2].partition("</w:pict>")[0]
    line = f"<w:pict>{pict}</w:pict>"
    assert codes(edited(letter, BODY, line, line + line)) == []


def it_takes_a_line_typed_into_the_paragraph_of_the_words() -> None:
    letter = cong_van({"formatting": "styles", "rules": "underscores"}, co_quan={"rule": 0})
    typed = "SỞ TÀI CHÍNH</w:t><w:br/><w:t>______"
    assert codes(edited(letter, BODY, "SỞ TÀI CHÍNH</w:t>", f"{typed}</w:t>")) == []


def it_allows_a_border_the_margins_of_its_cell_and_a_drawing_none() -> None:
    assert codes(cong_van(rules="border", co_quan={"rule": 0.5})) == []
    assert codes(cong_van(rules="drawing", co_quan={"rule": 0.6})) == ["TT010"]


def it_allows_the_line_of_tieu_ngu_what_a_drawing_hand_misses_by() -> None:
    assert codes(cong_van(rules="drawing", tieu_ngu={"rule": 1.08})) == []
    assert codes(cong_van(rules="drawing", tieu_ngu={"rule": 1.15})) == ["TT010"]
    assert codes(cong_van(rules="drawing", tieu_ngu={"rule": 0.85})) == ["TT010"]


def it_measures_by_any_line_of_a_name_and_by_none_that_word_breaks() -> None:
    lines = "TRUNG TÂM CHUYỂN ĐỔI SỐ\nTỈNH BẮC NINH"
    assert codes(cong_van(co_quan={"text": lines, "rule": 0.4})) == []
    assert codes(cong_van(co_quan={"text": lines, "rule": 2.5})) == ["TT010"]
    assert codes(cong_van(co_quan={"text": lines.replace("\n", " "), "rule": 1})) == []


def it_says_nothing_where_a_cell_of_the_heading_has_a_line() -> None:
    letter = cong_van(tieu_ngu={"rule": 0})
    lined = '<w:tcBorders><w:bottom w:val="single" w:sz="4"/></w:tcBorders></w:tcPr>'
    assert codes(letter) == ["TT009"]
    assert codes(edited(letter, BODY, "</w:tcPr>", lined)) == []
    first = _text(letter).partition("</w:tcPr>")[0]
    assert codes(edited(letter, BODY, f"{first}</w:tcPr>", first + lined)) == []


def it_does_not_measure_the_line_of_a_tieu_ngu_that_must_be_written_anew() -> None:
    assert codes(cong_van(tieu_ngu="ĐỘC LẬP - TỰ DO - HẠNH PHÚC")) == ["TT007"]


@pytest.mark.parametrize(
    ("rules", "solid", "dashed"),
    [
        ("border", '<w:top w:val="single"', '<w:top w:val="dotted"'),
        ("drawing", "</a:solidFill></a:ln>", '</a:solidFill><a:prstDash val="dash"/></a:ln>'),
        ("vml", 'strokeweight=".75pt"/>', 'strokeweight=".75pt"><v:stroke dashstyle="dash"/></v:line>'),
    ],
)
def it_finds_a_line_that_is_not_solid(rules: str, solid: str, dashed: str) -> None:
    letter = cong_van(rules=rules)
    assert set(codes(edited(letter, BODY, solid, dashed))) == {"TT011"}
