"""The paragraphs of nội dung: sizes, margins, indents, gaps, line spacing; sizes of the heading that go together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from support.handmade import SIZES_13_14_14, Text, cong_van, ke_hoach, ke_hoach_mot_phu_luc, quyet_dinh
from technique import Than, long, says, told, with_body

OPENING, SECOND, HEADING = "đoạn 5", "đoạn 6", "bảng 1, hàng 1, ô 2, đoạn 1"


def every(**look: Any) -> Callable[[Than], Than]:
    """A change of ``than``: every paragraph has this look."""
    return lambda than: tuple(replace(it, **look) if isinstance(it, Text) else it for it in than)


@pytest.mark.parametrize("size", [13, 13.5, 14])
def it_takes_13_to_14_points(size: float) -> None:
    assert told(cong_van(than=every(size=size))) == []


def it_finds_a_size_that_is_not_allowed_once_with_its_number() -> None:
    assert told(cong_van(than=every(size=12))) == [f"KT020 {OPENING}"]
    assert says(cong_van(than=every(size=12))).endswith("cỡ chữ 12 (và 4 đoạn khác); quy định cỡ 13–14")
    assert told(cong_van(than={0: {"size": 12}, 2: {"size": 16}})) == ["KT020 đoạn 5", "KT020 đoạn 7"]


@pytest.mark.parametrize("note", ["Ghi chú: số liệu đến tháng 6.", "(*) Số ước tính.", "* Số ước tính."])
def it_lets_notes_be_smaller(note: str) -> None:
    assert told(cong_van(than=with_body(long(text=note, size=12)))) == []


def it_lets_tables_and_lines_in_the_middle_have_sizes_of_their_own() -> None:
    assert told(cong_van(than=with_body(long(text="Bảng 1", size=12, align="center")))) == []
    assert told(ke_hoach_mot_phu_luc(phu_luc={0: {"than": {0: {"size": 11}}}})) == []


def it_finds_long_paragraphs_of_another_size_than_most() -> None:
    data = cong_van(than=with_body(long(), long(size=13), long()))
    assert told(data) == ["KT021 đoạn 7"]
    assert "cỡ chữ 13, phần lớn nội dung cỡ 14" in says(data)
    assert told(cong_van(than=with_body(long(), long(size=12)))) == ["KT020 đoạn 7"]


@pytest.mark.parametrize(("look", "said"), [({"bold": True}, "in đậm"), ({"italic": True}, "in nghiêng")])
def it_finds_a_sentence_that_stands_out_as_a_whole(look: dict[str, Any], said: str) -> None:
    data = cong_van(than=with_body(long(**look)))
    assert told(data) == ["KT040 đoạn 6"]
    assert says(data).startswith("cả đoạn «Các cơ quan")
    assert says(data).endswith(said)


def it_finds_a_sentence_in_capitals() -> None:
    assert told(cong_van(than=with_body(long(text=long().text.upper())))) == ["KT040 đoạn 6"]


def it_lets_titles_quotations_and_notes_stand_out() -> None:
    titled = long(text=f"1. {long().text}", bold=True)
    quoted = long(text=f"“{long().text}”", italic=True)
    noted = long(text=f"Ghi chú: {long().text}", italic=True)
    assert told(cong_van(than=with_body(titled, quoted, noted, long()))) == []


def it_lets_short_lines_differ() -> None:
    assert told(cong_van(than=with_body(long(text="Mục đích", size=13)))) == []


@pytest.mark.parametrize("align", ["left", "right"])
def it_wants_both_margins_reached(align: str) -> None:
    data = cong_van(than={0: {"align": align}})
    assert told(data) == [f"KT022 {OPENING}"]
    assert says(data).endswith("quy định canh đều cả hai lề")


def it_cannot_see_the_margin_of_a_single_line() -> None:
    assert told(cong_van(than={2: {"align": "left"}})) == []
    assert told(cong_van(than=with_body(long(align="center")))) == []


@pytest.mark.parametrize("mm", [10, 12.5, 12.7])
def it_takes_both_indents_as_people_type_them(mm: float) -> None:
    assert told(cong_van(than={0: {"first_mm": mm}})) == []


@pytest.mark.parametrize(("mm", "words"), [(0, "không lùi dòng đầu"), (15, "lùi dòng đầu 15 mm")])
def it_finds_another_indent(mm: float, words: str) -> None:
    data = cong_van(than={0: {"first_mm": mm}})
    assert told(data) == [f"KT023 {OPENING}"]
    assert words in says(data)


def it_says_nothing_of_paragraphs_that_are_indented_as_a_whole() -> None:
    assert told(cong_van(than=with_body(long(left_mm=20, first_mm=0)))) == []


@pytest.mark.parametrize("blanks", ["\t", "      ", "\u00a0\u00a0\u00a0"])
def it_finds_an_indent_made_of_blanks(blanks: str) -> None:
    data = cong_van(than=with_body(long(text=blanks + long().text, first_mm=0)))
    assert told(data) == [f"KT024 {SECOND}"]


def it_wants_6_points_between_paragraphs() -> None:
    assert told(cong_van(than={2: {"before": 3, "after": 0}})) == ["KT025 đoạn 7"]
    assert says(cong_van(than=every(before=0))).endswith("0 pt (và 3 đoạn khác); quy định từ 6 pt trở lên")


def it_adds_what_is_after_one_to_what_is_before_the_next() -> None:
    assert told(cong_van(than=every(before=0, after=6))) == []
    assert told(cong_van(than=every(before=3, after=3))) == []


def it_does_not_ask_for_it_between_lines_in_the_middle() -> None:
    assert told(quyet_dinh()) == []
    middle = long(text="Chương I", align="center", before=0)
    assert told(cong_van(than=with_body(middle, replace(middle, text="QUY ĐỊNH CHUNG")))) == []


@pytest.mark.parametrize("line", [1.0, 1.15, 1.5])
def it_takes_single_spacing_to_one_and_a_half(line: float) -> None:
    assert told(cong_van(than=every(line=line))) == []


@pytest.mark.parametrize(("line", "words"), [(0.9, "0,9 dòng"), (1.6, "1,6 dòng"), (2.0, "2 dòng")])
def it_finds_other_spacing(line: float, words: str) -> None:
    data = cong_van(than=every(line=line))
    assert told(data) == [f"KT026 {OPENING}"]
    assert f"cách dòng {words}" in says(data)


@pytest.mark.parametrize(("size", "points"), [(13, 15), (13, 22), (14, 16), (14, 18), (14, 24)])
def it_takes_points_that_come_to_the_same(size: float, points: float) -> None:
    assert told(cong_van(than=every(size=size, exact=points))) == []


@pytest.mark.parametrize(("size", "points"), [(14, 12), (14, 15), (13, 23), (14, 26)])
def it_finds_points_that_do_not(size: float, points: float) -> None:
    data = cong_van(than=every(size=size, exact=points))
    assert told(data) == [f"KT027 {OPENING}"]
    assert f"cách dòng {points} pt" in says(data)


@pytest.mark.parametrize("sizes", [{}, SIZES_13_14_14])
def it_takes_the_two_examples_of_the_decree(sizes: dict[str, Any]) -> None:
    assert told(cong_van(sizes)) == []
    assert told(ke_hoach(sizes)) == []


@pytest.mark.parametrize("sizes", [(13, 13, 13), (12, 13, 14), (13, 14, 13), (12, 14, 13)])
def it_finds_sizes_that_do_not_go_together(sizes: tuple[float, float, float]) -> None:
    names = ("quoc_hieu", "tieu_ngu", "dia_danh")
    data = cong_van({name: {"size": size} for name, size in zip(names, sizes, strict=True)})
    assert told(data) == [f"KT028 {HEADING}"]
    assert says(data).startswith("quốc hiệu cỡ {}, tiêu ngữ cỡ {}, địa danh cỡ {}".format(*sizes))


def it_leaves_sizes_that_are_not_allowed_to_other_rules() -> None:
    assert told(cong_van(quoc_hieu={"size": 14})) == []


def it_hints_at_the_sizes_of_a_form_that_the_footnote_does_not_have() -> None:
    assert told(cong_van(tieu_ngu={"size": 14}, dia_danh={"size": 14})) == [f"KT029 {HEADING}"]
