"""Tables of plans on their pages: nothing lost, nothing cut, headings repeated, numbers aligned; lengths in mm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import accumulate, pairwise

import pytest
from drawn_letter import em_mm, is_bold
from drawn_plan import BOTTOM_MM, LEFT_MM, RIGHT_MM, TOP_MM, DrawnPlan
from drawn_table import DrawnTable, Part, tokens
from plans_to_draw import HIGH_GROUPS, TALL, TITLED_GROUPS, UNEVEN_NUMBERS
from support.pdf import Line
from support.tables import ReadTable

from vbhc import OBang
from vbhc.text.markup import plain as without_markup

pytestmark = pytest.mark.office

LONG = ("two heading rows, body", "two heading rows, doc", "two heading rows, ngang", "a table last")
MERGED = ("merged cells, doc", "merged cells, ngang")
HIGH = ("a row higher than two pages, doc", "a row higher than two pages, ngang")
WHOLE = ("example", *LONG, *MERGED, "four phụ lục", "notes in a table", "notes in a phụ lục")
# Which columns are numbers.
NUMBERS = {**dict.fromkeys(LONG, (3, 4)), "example": (1, 2, 3, 4)}
Drawn = Mapping[str, DrawnPlan]


def drawn_tables(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("plan_drawn", names, indirect=True)


def parts_of(drawn: DrawnPlan) -> Iterator[tuple[DrawnTable, Part]]:
    yield from ((table, part) for table in drawn.tables for part in table.parts)


def lowest(part: Part) -> float:
    return max(word.bottom for word in part.words)


@drawn_tables(*WHOLE, *HIGH)
def it_keeps_tables_within_the_margins_of_every_page(plan_drawn: DrawnPlan):
    for _, part in parts_of(plan_drawn):
        page = plan_drawn.pdf.pages[part.page - 1]
        assert LEFT_MM[0] - 1 <= part.x0 <= LEFT_MM[1] + 1
        assert RIGHT_MM[0] - 1 <= page.width - part.x1 <= RIGHT_MM[1] + 1
        assert TOP_MM[0] - 0.3 <= part.top < part.bottom <= page.height - BOTTOM_MM[0] + 0.3


@drawn_tables(*WHOLE, *HIGH)
def it_keeps_every_word_inside_the_rules_of_its_table(plan_drawn: DrawnPlan):
    for _, part in parts_of(plan_drawn):
        assert min(word.x0 for word in part.words) > part.x0 + 0.5
        assert max(word.x1 for word in part.words) < part.x1 - 0.5
        assert part.bottom - lowest(part) > 0.2 * em_mm(Line.of(part.words))


@drawn_tables(*WHOLE, *HIGH)
def it_repeats_every_row_of_the_heading_on_every_page_of_the_table(plan_drawn: DrawnPlan):
    for table, part in parts_of(plan_drawn):
        end = table.heading_end(part)
        assert end is not None, f"page {part.page}"
        assert is_bold(Line.of(part.within(0, end)))
        assert table.body(part), "no page shows a heading alone"


@drawn_tables(*WHOLE)
def it_shows_every_word_of_every_row_as_often_as_it_was_written_and_whole_on_one_page(plan_drawn: DrawnPlan):
    for table in plan_drawn.tables:
        pages = table.rows_by_page
        assert sum(map(len, pages)) == len(table.rows)
        assert all(pages)


@drawn_tables(*WHOLE, *HIGH)
def it_writes_every_cell_of_the_model_and_nothing_else_but_merged_cells_again(plan_drawn: DrawnPlan):
    for table in plan_drawn.tables:
        texts: dict[str, str] = {}
        for line, said, row in zip(table.bang.hang, table.said, table.rows, strict=True):
            merged = [cell for cell in line.o if isinstance(cell, OBang) and cell.khoa]
            texts |= {str(cell.khoa): without_markup(cell.noi_dung) for cell in merged if cell.noi_dung}
            again = tokens(texts.get(str(cell.khoa), "") for cell in merged if not cell.noi_dung)
            assert row in (tokens(said), tokens(said) + again)


@pytest.mark.parametrize(("name", "column"), [(name, at) for name, columns in NUMBERS.items() for at in columns])
def it_sets_the_decimal_commas_of_a_column_under_one_another(all_plans_drawn: Drawn, name: str, column: int):
    table = all_plans_drawn[name].tables[0]
    commas = table.commas(column)
    assert len(commas) == len(table.rows)
    assert max(commas) - min(commas) < 0.3


def it_breaks_no_number(all_plans_drawn: Drawn):
    (table,) = all_plans_drawn["uneven numbers"].tables
    assert [word.text for part in table.parts for word in table.column(part, 2)] == list(UNEVEN_NUMBERS)


@drawn_tables(*MERGED)
def it_shows_the_text_of_merged_cells_beside_the_first_of_their_rows(plan_drawn: DrawnPlan):
    (table,) = plan_drawn.tables
    first = {word.text: word for part in reversed(table.parts) for word in reversed(part.words)}
    groups = {str(row[0]).split(".")[0].removeprefix("s") for row in table.said}
    assert len(groups) == 10
    for group in groups:
        row, words = first[f"s{group}.0"], [first[f"{word}{group}"] for word in ("gộp", "nhiều", "hàng")]
        assert {word.page for word in words} == {row.page}
        assert words[0].bottom == pytest.approx(row.bottom, abs=0.5)


@drawn_tables(*HIGH_GROUPS, *TITLED_GROUPS)
def it_says_once_on_each_page_what_the_merged_cell_beside_its_rows_holds(plan_drawn: DrawnPlan):
    (table,) = plan_drawn.tables
    for part in table.parts:
        groups = Counter(word.text[0] for word in table.column(part, 2) if word.text[1:].isdigit())
        assert groups, f"page {part.page} has no row"
        assert {word.text for word in table.column(part, 0) if word.text.startswith("chung")} == {
            f"chung{group}" for group in groups
        }
        assert all(part.tokens[f"chung{group}"] == 1 for group in groups)


@drawn_tables(*HIGH_GROUPS)
def it_begins_a_group_below_its_name_and_a_phu_luc_below_its_title(plan_drawn: DrawnPlan):
    (table,) = plan_drawn.tables
    assert table.parts[0].page == 2
    for part in table.parts:
        last = max(table.body(part), key=lambda word: word.bottom)
        assert last.text not in {"NHÓM", *"abc"}


@drawn_tables(*MERGED)
def it_draws_no_rule_through_a_merged_cell(plan_drawn: DrawnPlan):
    (table,) = plan_drawn.tables
    for part in table.parts:
        page = plan_drawn.pdf.pages[part.page - 1]
        ends = list(accumulate(table.written.columns_mm, initial=part.x0))
        first, second = (sum(ends[at : at + 2]) / 2 for at in (0, 1))
        numbers = [word for word in table.column(part, 0) if group_of(word.text) not in divided(table.written)]
        last = (
            group_of(numbers[-1].text) if numbers else ""
        )  # LibreOffice draws a merge that ends with the page in two pieces
        for above, below in pairwise(word for word in numbers if group_of(word.text) != last):
            between = [rule for rule in page.rules if rule.horizontal and above.bottom < rule.top < below.bottom]
            assert any(rule.x0 < first < rule.x1 for rule in between)
            one_cell = group_of(above.text) == group_of(below.text)
            assert any(rule.x0 < second < rule.x1 for rule in between) == (not one_cell), (above.text, below.text)


def group_of(number: str) -> str:
    """The group that a number such as "s4.11" belongs to."""
    return number.partition(".")[0]


def divided(written: ReadTable) -> set[str]:
    """The groups that are too high for a page and say again what they hold."""
    rows = zip(written.grid, written.cells, strict=True)
    begun = Counter(group_of(texts[0]) for texts, cells in rows if len(cells) > 1 and cells[1].merge != "continue")
    return {group for group, parts in begun.items() if parts > 1}


@drawn_tables(*HIGH)
def it_draws_a_row_higher_than_a_page_over_pages_and_loses_nothing(plan_drawn: DrawnPlan):
    (table,) = plan_drawn.tables
    assert len(table.parts) > 2
    found = [word.text for part in table.parts for word in table.body(part)]
    assert tokens(found) == sum(table.rows, start=tokens([]))
    lines = [text for text in found if text.startswith("dòng")]
    assert lines == [f"dòng{n}" for n in range(120)]


@pytest.mark.parametrize("name", TALL)
def it_loses_no_line_of_a_row_about_as_high_as_a_page(all_plans_drawn: Drawn, name: str):
    drawn = all_plans_drawn[name]
    (table,) = drawn.tables
    found = [word.text for part in table.parts for word in table.body(part)]
    assert tokens(found) == sum(table.rows, start=tokens([]))
    (pages,) = drawn.phu_luc
    assert all(len(page.lines) > 1 for page in pages), "a page without words"
    assert all(lowest(part) < 297 - BOTTOM_MM[0] for part in table.parts)


def it_sets_numbers_with_notes_by_their_commas_too(all_plans_drawn: Drawn):
    (table,) = all_plans_drawn["numbers with notes"].tables
    commas = table.commas(2)
    assert len(commas) == 3
    assert max(commas) - min(commas) < 0.3


def it_makes_columns_of_the_same_words_about_as_wide(all_plans_drawn: Drawn):
    (table,) = all_plans_drawn["columns of the same words"].tables
    widths = table.written.columns_mm[1:]
    assert max(widths) < 1.2 * min(widths)


def it_breaks_no_short_word_for_the_sake_of_a_long_one(all_plans_drawn: Drawn):
    (table,) = all_plans_drawn["addresses without a space"].tables
    words = {word.text for part in table.parts for word in (*table.column(part, 1), *table.column(part, 4))}
    assert words == tokens(["Cổng dịch vụ công của tỉnh", "Ghi chú dài của hàng này"]).keys()
