from __future__ import annotations

import pytest

from vbhc.errors import TextError
from vbhc.text.numbering import letter, liet_ke, lower_roman, parse_letter, parse_roman, roman


def it_counts_điểm_in_the_vietnamese_alphabet() -> None:
    assert " ".join(map(letter, range(1, 24))) == "a b c d đ e g h i k l m n o p q r s t u v x y"


@pytest.mark.parametrize("text", ["", "f", "j", "w", "z", "A", "1", "a)"])
def it_knows_no_other_letters(text: str) -> None:
    with pytest.raises(TextError):
        parse_letter(text)


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "iv", "IM", "MMMM", "1"])
def it_reads_roman_numbers_in_their_one_proper_form(text: str) -> None:
    with pytest.raises(TextError, match="không phải số La Mã"):
        parse_roman(text)


@pytest.mark.parametrize("n", [0, -1, 4000])
def it_writes_no_roman_number_that_does_not_exist(n: int) -> None:
    with pytest.raises(TextError):
        roman(n)


def it_numbers_from_one() -> None:
    with pytest.raises(TextError):
        letter(0)


def it_lists_nothing_only_by_saying_so() -> None:
    with pytest.raises(TextError, match="Không có ý nào"):
        liet_ke([])


def it_lists_as_many_items_as_have_a_number() -> None:
    assert liet_ke(["ý"] * 40).endswith(f"; ({lower_roman(40)}) ý")


def it_leaves_an_item_that_is_only_a_citation_whole() -> None:
    assert liet_ke([" [@nd30];", "khác"]) == "(i) [@nd30]; (ii) khác"


def it_ends_an_item_before_a_long_tail_of_signs_without_delay() -> None:
    assert liet_ke(["a" + " ;" * 10_000, "b"]) == "(i) a; (ii) b"


def it_takes_no_single_string_for_a_list_of_letters() -> None:
    with pytest.raises(TextError, match=r"«abc» là một chuỗi chữ; hãy đưa vào một danh sách"):
        liet_ke("abc")


@pytest.mark.parametrize("item", [2, None, ["ý"]])
def it_says_which_item_of_a_list_is_no_text(item: object) -> None:
    with pytest.raises(TextError, match=r"Ý thứ 2 \(«.*»\) không phải chuỗi chữ; hãy ghi mỗi ý bằng chữ"):
        liet_ke(["ý", item])
