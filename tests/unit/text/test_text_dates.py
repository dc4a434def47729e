from __future__ import annotations

import pytest

from vbhc.errors import TextError
from vbhc.text.dates import GAP, date_in_digits, date_in_words, parse_date


def it_pads_january_and_february_but_not_march() -> None:
    assert [date_in_digits(1, month, 2026) for month in (1, 2, 3)] == ["01/01/2026", "01/02/2026", "01/3/2026"]


def it_leaves_a_gap_that_no_line_break_or_justification_can_close() -> None:
    assert set(GAP) == {"\u00a0"}
    assert date_in_words(10, None, None) == f"ngày 10 tháng{GAP}năm{GAP}"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((31, 4, 2026), "tháng này chỉ có 30 ngày"),
        ((29, 2, 2026), "tháng này chỉ có 28 ngày"),
        ((30, 2, None), "tháng này chỉ có 29 ngày"),
        ((32, None, 2026), "Không có ngày 32 năm 2026"),
        ((1, 13, 2026), "tháng phải từ 1 đến 12"),
        ((1, 1, 26), "đủ bốn chữ số"),
    ],
)
def it_says_what_is_wrong_with_an_impossible_date(parts: tuple[int | None, int | None, int | None], said: str) -> None:
    for printer in (date_in_words, date_in_digits):
        with pytest.raises(TextError, match=said):
            printer(*parts)


def it_allows_the_29th_of_february_while_the_year_is_blank() -> None:
    assert date_in_words(29, 2, None) == f"ngày 29 tháng 02 năm{GAP}"


def it_advises_how_to_write_a_date_it_cannot_read() -> None:
    with pytest.raises(TextError, match="hãy ghi dạng 15/5/2026"):
        parse_date("15 tháng 5")
