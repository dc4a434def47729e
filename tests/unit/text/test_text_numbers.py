from __future__ import annotations

import pickle
import subprocess
import sys
import unicodedata
from decimal import Decimal, localcontext

import pytest

from vbhc.errors import TextError
from vbhc.text.numbers import (
    AmbiguousNumberError,
    Comparator,
    Quantity,
    find_quantities,
    format_number,
    number_in_words,
    parse_number,
    parse_quantity,
    round_half_up,
)


def it_refuses_to_guess_whether_a_separator_means_thousands() -> None:
    with pytest.raises(AmbiguousNumberError) as caught:
        parse_number("20.000")
    assert caught.value.readings == (Decimal(20000), Decimal("20.000"))
    assert '"20000"' in str(caught.value)
    assert '"20,0000"' in str(caught.value)


@pytest.mark.parametrize("advised", ["20000", "20,0000"])
def it_advises_spellings_that_it_can_read(advised: str) -> None:
    assert parse_number(advised) in (20000, 20)


def it_lets_the_caller_settle_the_ambiguity() -> None:
    assert parse_number("1.234", thousands=True) == 1234
    assert parse_number("1.234", thousands=False) == Decimal("1.234")
    assert parse_quantity("1.234/2.000", thousands=True) == Quantity(Decimal(1234), denominator=Decimal(2000))


def it_ignores_the_settlement_where_only_one_reading_is_possible() -> None:
    assert parse_number("54.58", thousands=True) == Decimal("54.58")
    assert parse_number("1.234.567", thousands=False) == 1234567


def it_keeps_the_readings_when_the_error_travels_between_processes() -> None:
    with pytest.raises(AmbiguousNumberError) as caught:
        parse_number("1,234")
    assert pickle.loads(pickle.dumps(caught.value)).readings == caught.value.readings


@pytest.mark.parametrize("text", ["48,12%", "≥ 5", "14/16", "= 5", "trên 5", "5 trở lên", "", "năm"])
def it_reads_only_bare_numbers_with_parse_number(text: str) -> None:
    with pytest.raises(TextError, match="Không đọc được"):
        parse_number(text)


def it_reads_words_whichever_way_their_marks_are_typed() -> None:
    decomposed = unicodedata.normalize("NFD", "Tối thiểu 30%")
    assert parse_quantity(decomposed) == Quantity(Decimal(30), Comparator.GE, percent=True)


def it_reads_no_break_spaces_as_spaces() -> None:
    assert parse_quantity("\u00a0≥\u00a052\u202f%") == Quantity(Decimal(52), Comparator.GE, percent=True)


def it_tells_where_a_quantity_stands_words_included() -> None:
    text = "Đạt: Trên 80% (từ 52 trở lên)"
    assert [text[found.start : found.end] for found in find_quantities(text)] == ["Trên 80%", "từ 52 trở lên"]


def it_reads_a_doubtful_number_in_a_sentence_the_vietnamese_way_and_says_so() -> None:
    dotted, comma = find_quantities("20.000 thành viên, 1,234 điểm")
    assert (dotted.quantity.value, dotted.ambiguous) == (Decimal(20000), True)
    assert (comma.quantity.value, comma.ambiguous) == (Decimal("1.234"), True)


def it_rounds_halves_away_from_zero() -> None:
    assert [str(round_half_up(value, 1)) for value in ("0.25", "0.35", "-0.25")] == ["0.3", "0.4", "-0.3"]
    assert str(round_half_up("-0.04", 1)) == "0.0"


@pytest.mark.parametrize("value", ["NaN", "Infinity", "ba"])
def it_rounds_only_finite_numbers(value: str) -> None:
    with pytest.raises(TextError):
        round_half_up(value, 2)


def it_loses_no_digit_whatever_precision_the_caller_computes_with() -> None:
    with localcontext() as context:
        context.prec = 3
        assert format_number(10**30 + 1) == "1.000.000.000.000.000.000.000.000.000.001"
        assert str(parse_number("-123456,789")) == "-123456.789"


def it_says_no_number_beyond_what_has_a_name() -> None:
    assert number_in_words(10**18 - 1).startswith("chín trăm chín mươi chín triệu")
    with pytest.raises(TextError, match="quá lớn"):
        number_in_words(10**18)


def it_imports_without_the_slow_babel() -> None:
    rooms = "numbers, markup, spelling, dates, numbering"
    code = f"import sys; from vbhc.text import {rooms}; sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
