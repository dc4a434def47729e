"""Tables of data: headings that come again on each page, and margins that they keep."""

from __future__ import annotations

from typing import Any

import pytest
from support.handmade import Bang, cong_van, edited, ke_hoach_hai_phu_luc, ke_hoach_mot_phu_luc
from technique import BODY, says, told, with_body


def letter_with(rows: int, *, columns: tuple[float, ...] = (20, 60, 60), **look: Any) -> bytes:
    head, row = ("TT", "Tên", "Ghi chú"), ("1", "Sở Nội vụ", "Đạt")
    return cong_van(than=with_body(Bang(columns, (head, *[row] * (rows - 1)), **look)))


def it_wants_the_heading_of_a_long_table_repeated() -> None:
    assert told(ke_hoach_hai_phu_luc(phu_luc={1: {"than": {0: {"repeat": False}}}})) == ["KT030 bảng 4"]
    assert says(letter_with(12, repeat=False)).startswith("bảng 2 có 12 hàng")


def it_lets_short_tables_and_tables_without_a_heading_be() -> None:
    assert told(letter_with(8, repeat=False)) == []
    assert told(letter_with(12, header_rows=0)) == []
    assert told(letter_with(12)) == []


def it_wants_tables_no_wider_than_the_text() -> None:
    data = ke_hoach_mot_phu_luc(phu_luc={0: {"than": {0: {"cot_mm": (20, 90, 40, 50)}}}})
    assert told(data) == ["KT031 bảng 3"]
    assert says(data) == "bảng 3 rộng 200 mm, khung chữ chỉ rộng 165 mm"


@pytest.mark.parametrize("last_mm", [45, 47])
def it_lets_the_lines_of_a_table_hang_out_as_word_draws_them(last_mm: float) -> None:
    assert told(letter_with(3, columns=(60, 60, last_mm))) == []


def it_takes_what_the_cells_say_where_the_columns_say_something_else() -> None:
    data = letter_with(3, columns=(20, 20, 30))
    assert told(edited(data, BODY, '<w:gridCol w:w="1134"/>', '<w:gridCol w:w="9999"/>')) == []
