"""Phụ lục of plans: their headings, how their pages stand, their numbers; lengths in mm."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest
from drawn_letter import em_mm, is_bold, is_italic, rows
from drawn_plan import BOTTOM_MM, LEFT_MM, RIGHT_MM, TOP_MM, DrawnPlan, number_of, text_lines
from drawn_table import parts
from support.pdf import Line, Page

from vbhc.text.spelling import upper

pytestmark = pytest.mark.office

PORTRAIT, LANDSCAPE = (210, 297), (297, 210)
STANDS = {
    "example": (LANDSCAPE, LANDSCAPE),
    "four phụ lục": (LANDSCAPE, PORTRAIT, LANDSCAPE, PORTRAIT),
}
of_each = pytest.mark.parametrize("name", STANDS)
Drawn = Mapping[str, DrawnPlan]


def size(page: Page) -> tuple[int, int]:
    return round(page.width), round(page.height)


def area(page: Page) -> tuple[float, float]:
    """The left and right edge of what stands on a page: its table, or its justified lines."""
    lines = [line for line in page.lines if line is not number_of(page)]
    boxes = [*parts(page), *lines]
    return min(box.x0 for box in boxes), max(box.x1 for box in boxes)


def heading(page: Page) -> list[Line]:
    """The lines above the short rule: number, title, what it belongs to."""
    level = [rule for rule in page.rules if rule.horizontal and rule.length < page.width / 3]
    rule = min(level, key=lambda rule: rule.top)
    return rows(line for line in page.lines if line.bottom < rule.top)


@of_each
def it_turns_the_pages_that_need_the_width_and_stands_the_others_upright(all_plans_drawn: Drawn, name: str):
    drawn = all_plans_drawn[name]
    assert {size(page) for page in drawn.main_pages} == {PORTRAIT}
    assert [{size(page) for page in pages} for pages in drawn.phu_luc] == [{stands} for stands in STANDS[name]]


@of_each
def it_keeps_every_page_within_margins_that_the_decree_allows(all_plans_drawn: Drawn, name: str):
    for pages in all_plans_drawn[name].phu_luc:
        for page in pages:
            left, right = area(page)
            assert LEFT_MM[0] - 0.1 <= left <= LEFT_MM[1]
            assert RIGHT_MM[0] - 0.1 <= page.width - right <= RIGHT_MM[1]
            lines = [line for line in page.lines if line is not number_of(page)]
            top = min(line.bottom - 0.66 * em_mm(line) for line in lines)
            assert TOP_MM[0] < top < TOP_MM[1] + 3
            bottoms = [box.bottom for box in (*parts(page), *lines)]
            assert max(bottoms) <= page.height - BOTTOM_MM[0] + 0.3


@of_each
def it_counts_the_pages_of_each_phu_luc_anew_and_shows_no_1(all_plans_drawn: Drawn, name: str):
    for pages in all_plans_drawn[name].phu_luc:
        numbers = [number_of(page) for page in pages]
        assert [number and number.text for number in numbers] == [None, *map(str, range(2, len(pages) + 1))]


@of_each
def it_puts_the_number_in_the_middle_of_the_top_margin_however_the_page_stands(all_plans_drawn: Drawn, name: str):
    seen = set()
    for pages in all_plans_drawn[name].phu_luc:
        edges = min(area(page)[0] for page in pages), max(area(page)[1] for page in pages)
        for page in pages[1:]:
            number = number_of(page)
            assert number is not None
            assert number is page.lines[0]
            assert number.off_centre(*edges) == pytest.approx(0, abs=0.5)
            assert 5 < number.bottom < TOP_MM[0] - 1
            assert max(number.sizes_pt) in (13, 14)
            seen.add(size(page))
    assert seen == set(STANDS[name])


@of_each
def it_begins_each_with_number_title_and_what_it_belongs_to_in_the_middle(all_plans_drawn: Drawn, name: str):
    drawn = all_plans_drawn[name]
    for (first, *_), roman, said in zip(drawn.phu_luc, ("I", "II", "III", "IV"), drawn.van_ban.phu_luc, strict=False):
        number, *others = heading(first)
        title = [line for line in others if is_bold(line)]
        belongs = others[len(title) :]
        assert number.text == f"Phụ lục {roman}"
        assert " ".join(line.text for line in title) == upper(said.tieu_de or "")
        assert " ".join(line.text for line in belongs).startswith("(Kèm theo Kế hoạch số ")
        assert belongs[-1].text.endswith("của Ủy ban nhân dân tỉnh Bắc Ninh)")
        assert all(is_italic(line) and not is_bold(line) for line in belongs)
        assert number.sizes_pt == {14}
        assert is_bold(number)
        assert all(max(line.sizes_pt) in (13, 14) for line in others)
        middle = [line.off_centre(*area(first)) for line in (number, *others)]
        assert middle == pytest.approx([0] * len(middle), abs=0.5)
        assert all(below.bottom - above.bottom < 1.3 * em_mm(above) for above, below in pairwise((number, *others)))


@of_each
def it_draws_a_short_rule_in_the_middle_below_what_it_belongs_to(all_plans_drawn: Drawn, name: str):
    for first, *_ in all_plans_drawn[name].phu_luc:
        last = heading(first)[-1]
        rule = first.rules_below(last, within=6)[0]
        assert rule.length < last.width / 2
        assert rule.off_centre(*area(first)) == pytest.approx(0, abs=0.5)
        assert rule.top - last.bottom > 0.25 * em_mm(last), "clear of letters and brackets"
        below = [line.bottom - 0.66 * em_mm(line) for line in first.lines if line.bottom > rule.top]
        assert min(below) > rule.top + 1


def it_says_to_which_plan_it_belongs(example: DrawnPlan):
    for first, *_ in example.phu_luc:
        belongs = " ".join(line.text for line in heading(first) if is_italic(line))
        assert (
            belongs == "(Kèm theo Kế hoạch số 131/KH-UBND ngày 10 tháng 11 năm 2025 của Ủy ban nhân dân tỉnh Bắc Ninh)"
        )


def it_sets_the_text_of_an_upright_phu_luc_as_that_of_the_plan(all_plans_drawn: Drawn):
    drawn = all_plans_drawn["four phụ lục"]
    lines = [line for page in drawn.phu_luc[1] for line in text_lines(page)]
    body = [line for line in lines if not is_bold(line) and not is_italic(line)]
    assert (min(line.x0 for line in body), max(line.x1 for line in body)) == pytest.approx(drawn.area, abs=0.3)
    assert {line.sizes_pt for line in body} == {line.sizes_pt for line in drawn.body}
