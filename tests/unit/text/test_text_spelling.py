from __future__ import annotations

import unicodedata

import pytest

from vbhc.text.spelling import NO_BREAK_SPACE, describe_character, find_forbidden, fold, keep_together, nfc, upper


def it_composes_letters_however_they_were_typed() -> None:
    assert nfc(unicodedata.normalize("NFD", "Nguyễn")) == "Nguyễn"
    assert upper(unicodedata.normalize("NFD", "Ủy ban")) == "ỦY BAN"


def it_matches_agency_names_across_case_spaces_and_old_tone_marks() -> None:
    assert fold("UỶ  BAN\u00a0nhân dân\ntỉnh") == fold("Ủy ban Nhân dân tỉnh")
    assert fold("Đà Nẵng") != fold("Da Nang")


@pytest.mark.parametrize(
    ("text", "code"),
    [("a\x07b", "U+0007"), ("\x00", "U+0000"), ("a\r\n", "U+000D"), ("\ud800", "U+D800"), ("\uffff", "U+FFFF")],
)
def it_names_the_first_character_that_a_file_cannot_hold(text: str, code: str) -> None:
    forbidden = find_forbidden(text)
    assert forbidden is not None
    assert describe_character(forbidden) == code


def it_lets_through_everything_else() -> None:
    assert find_forbidden('Dòng một\n\tdòng hai & <b> "x" 😀 e\u0302 \u00a0 \x7f') is None


def it_binds_the_number_of_an_item_at_the_start_of_any_line() -> None:
    assert keep_together("(i) a\n(ii) b") == f"(i){NO_BREAK_SPACE}a\n(ii){NO_BREAK_SPACE}b"


def it_binds_nothing_where_no_word_follows() -> None:
    assert keep_together("(i)  a (ii) ") == "(i)  a (ii) "
