"""Wherever pages end: headings and words that introduce something have company, and so has the signature."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from drawn_letter import is_bold
from drawn_plan import DrawnPlan, last_line, number_of
from drawn_table import parts
from plans_to_draw import EXAMPLE_SWEPT, HEADS, HEADS_SWEPT, TITLED_GROUPS
from support.pdf import Line

pytestmark = pytest.mark.office

# Titles of the example that are not bold.
UPRIGHT_TITLES = (
    "a) Hạ tầng số",
    "b) Nhân lực số",
    "c) ATTT mạng",
    "a) Nhận thức số, Thể chế số",
    "b) Hoạt động kinh tế số",
    "c) Hoạt động xã hội số",
)
SWEPT = (*EXAMPLE_SWEPT, *HEADS_SWEPT)
TITLED = [name for name in SWEPT if name.startswith("example") or name.endswith("two lines")]
of_the_example = pytest.mark.parametrize("plan_drawn", EXAMPLE_SWEPT, indirect=True)


def announces(line: Line) -> bool:
    """Whether something must follow ``line`` on its page: a title, or words that end in a colon."""
    return is_bold(line) or line.text.endswith(":") or line.text in UPRIGHT_TITLES


def page_ends(drawn: DrawnPlan) -> Iterator[Line]:
    """The last line of each page but the last one, where text ends the page."""
    yield from (line for page in drawn.main_pages[:-1] if (line := last_line(page)) is not None)


@pytest.mark.parametrize("plan_drawn", [*SWEPT, *TITLED_GROUPS], indirect=True)
def it_ends_no_page_with_words_that_announce_what_follows(plan_drawn: DrawnPlan):
    assert [line.text for line in page_ends(plan_drawn) if announces(line)] == []


@pytest.mark.parametrize("plan_drawn", TITLED, indirect=True)
def it_tears_no_title_over_two_pages(plan_drawn: DrawnPlan):
    titles = [lines for lines in plan_drawn.paragraphs if all(is_bold(line) for line in lines)]
    assert titles
    assert [lines[0].text for lines in titles if lines[0].page != lines[-1].page] == []


@of_the_example
def it_signs_on_the_page_of_the_last_words(plan_drawn: DrawnPlan):
    last = plan_drawn.label.page
    assert sum(line.page == last for line in plan_drawn.body) >= 2
    assert {line.page for line in plan_drawn.signature} == {last} == {len(plan_drawn.pdf.pages)}


@of_the_example
def it_begins_a_table_with_more_than_its_heading(plan_drawn: DrawnPlan):
    (table,) = plan_drawn.tables
    assert all(table.rows_by_page)


@of_the_example
def it_leaves_no_page_without_words(plan_drawn: DrawnPlan):
    for page in plan_drawn.main_pages:
        assert [line for line in page.lines if line is not number_of(page)]


def it_moves_what_must_move_and_no_more(all_plans_drawn: Mapping[str, DrawnPlan]):
    """Each kind of heading stands on page 1 at some heights and on page 2 at others, close to the end of page 1."""
    for head in HEADS:
        plans = [all_plans_drawn[name] for name in HEADS_SWEPT if name.endswith(f"then {head}")]
        ends = [max((line.bottom for line in plan.body if line.page == 1), default=0.0) for plan in plans]
        tables = [max((part.bottom for part in parts(plan.first)), default=0.0) for plan in plans]
        fillers = [sum(line.page == 1 and line.text.startswith("đệm") for line in plan.body) for plan in plans]
        assert min(map(max, ends, tables)) > 297 - 20 - 60, head
        assert len(set(fillers)) > 3, head
