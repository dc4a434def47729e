"""How wide columns come out: no word torn, headings on one line where there is room, like columns alike."""

from __future__ import annotations

from typing import Any

import pytest
from support.letters import SENTENCE, plan
from written import AFTER, Data, data_tables, rendered, table

from vbhc import InputError
from vbhc.layout import longest_word_mm, text_width_mm

SIZE_PT = 13
MARGINS_MM = 2 * 1.2
LONG = SENTENCE * 9
# The mark of a footnote is raised, and smaller than the text.
MARK_MM = text_width_mm("1", SIZE_PT * 0.58)


def widths(block: Data, **more: Any) -> tuple[float, ...]:
    """The columns of the one table, in mm within their margins."""
    (found,) = data_tables(rendered(plan(noi_dung=[block, AFTER], **more)))
    return tuple(width - MARGINS_MM for width in found.columns_mm)


def beside_long(*rows: Any, heading: str = "a") -> Data:
    """A narrow column between two that want all the room there is."""
    return table(["Nội dung", heading, "Ghi chú"], *rows)


def it_tears_no_word_of_a_cell_over_several_columns():
    spanning: list[Any] = [LONG, {"noi_dung": "nghiêng", "so_cot": 2}, LONG]
    found = widths(table(["Nội dung", "1", "2", "Ghi chú"], [LONG, "1", "2", LONG], spanning))
    assert found[1] + found[2] + MARGINS_MM >= longest_word_mm("nghiêng", SIZE_PT)


@pytest.mark.parametrize("row", [{"o": ["Thường/trực"] * 6, "la_nhom": True}, ["một **Thường/trực**"] * 6])
def it_refuses_columns_that_words_in_bold_would_not_fit(row: Any):
    assert min(widths(table(["a"] * 6, ["Thường/trực"] * 6))) >= longest_word_mm("Thường/trực", SIZE_PT)
    with pytest.raises(InputError, match="VB011"):
        widths(table(["a"] * 6, row))


def it_measures_only_the_cells_in_bold_so():
    assert widths(beside_long([LONG, "Thưởng", LONG], [LONG, "**x**", LONG])) == pytest.approx(
        widths(beside_long([LONG, "Thưởng", LONG], [LONG, "x", LONG])), abs=0.1
    )


def it_tears_no_word_with_the_mark_of_a_footnote():
    notes = {"chu_thich": {"a": "Lời."}}
    cell = widths(beside_long([LONG, "Trưởng[^a]", LONG]), **notes)[1]
    heading = widths(beside_long([LONG, "x", LONG], heading="Trưởng[^a]"), **notes)[1]
    assert cell >= longest_word_mm("Trưởng", SIZE_PT) + MARK_MM
    assert heading >= longest_word_mm("Trưởng", SIZE_PT, bold=True) + MARK_MM


def it_tears_no_words_that_an_unbreakable_space_holds_together():
    name = "Nguyễn\u00a0Văn\u00a0Trường"
    assert widths(beside_long([LONG, name, LONG]))[1] >= text_width_mm(name, SIZE_PT)
    with pytest.raises(InputError, match="VB011"):
        widths(table(["a"] * 5, [name] * 5))


def it_gives_columns_of_the_same_words_about_the_same_width():
    words = "nội dung rất dài của một ô trong bảng này " * 6
    first, _, _, last = widths(table(["Nội dung", "1", "2", "Ghi chú"], *[[words, "1", "2", words]] * 2))
    assert 0.85 < first / last < 1.15


def it_sets_headings_on_one_line_where_all_cells_have_room():
    numbers = {"can_le": "so"}
    columns = ["Chỉ số", {"tieu_de": "Điểm số", **numbers}, {"tieu_de": "Thứ hạng", **numbers}]
    rows = [["An toàn thông tin mạng (ATTT mạng)", "0,8715", "11"], ["Hoạt động xã hội số", "0,6416", "6"]]
    name, score, rank = widths(table(columns, *rows))
    assert rank >= text_width_mm("Thứ hạng", SIZE_PT, bold=True)
    assert name > score
    assert name > rank


def it_gives_words_more_of_the_room_to_spare_than_numbers():
    name, value = widths(table(["Tên chỉ tiêu", {"tieu_de": "Số", "can_le": "so"}], ["Tỷ lệ hồ sơ", "1.234.567,89"]))
    assert name > value
