"""What the pages of phụ lục must show: their headings, page numbers, tables and turned pages."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest
from drawn_letter import DECREE, DEPTH_EM, LEFT, RIGHT, TOP, DrawnLetter, em_mm, is_bold, is_italic, page_number
from letters_to_draw import EXAMPLES
from support.pdf import Line, Page

from vbhc import Bang
from vbhc.text.spelling import upper

pytestmark = pytest.mark.office

WITH_PHU_LUC = [name for name in EXAMPLES if name.startswith("don-doc")]
of_the_example = pytest.mark.parametrize("drawn", WITH_PHU_LUC, indirect=True)


def phu_luc(drawn: DrawnLetter) -> list[list[Page]]:
    """The pages of each phụ lục."""
    found: list[list[Page]] = []
    for page in drawn.pdf.pages[drawn.label.page :]:
        if page.lines[0].text.startswith("Phụ lục"):
            found.append([])
        found[-1].append(page)
    return found


def heading(page: Page) -> tuple[Line, Line, list[Line]]:
    """Number, title, and what it belongs to."""
    number, title, *below = page.lines
    return number, title, [line for line in below if is_italic(line)]


@of_the_example
def it_begins_each_phu_luc_on_a_page_of_its_own_with_number_and_title(drawn: DrawnLetter):
    pages = phu_luc(drawn)
    assert len(pages) == len(drawn.van_ban.phu_luc) == 2
    for (first, *_), roman, written in zip(pages, ("I", "II"), drawn.van_ban.phu_luc, strict=True):
        number, title, _ = heading(first)
        assert number.text == f"Phụ lục {roman}"
        assert title.text == upper(written.tieu_de or "")
        assert number.sizes_pt == {drawn.size_pt("phu_luc")}
        assert title.sizes_pt == {drawn.size_pt("tieu_de_phu_luc")}
        assert all(is_bold(line) for line in (number, title))
        assert all(line.off_centre(LEFT, RIGHT) == pytest.approx(0, abs=0.5) for line in (number, title))
        assert number.bottom < TOP + 2 * em_mm(number)


@of_the_example
def it_says_in_italics_what_it_belongs_to_above_a_short_rule(drawn: DrawnLetter):
    for first, *_ in phu_luc(drawn):
        _, _, lines = heading(first)
        assert " ".join(line.text for line in lines).startswith(
            "(Kèm theo Công văn số /UBND-CĐS ngày tháng 5 năm 2026 của"
        )
        assert lines[-1].text.endswith("tỉnh Bắc Ninh)")
        assert all(DECREE["co_chu_pt.kem_theo"].allows(size) for line in lines for size in line.sizes_pt)
        rule = first.rules_below(lines[-1], within=5)[0]
        assert rule.length < (RIGHT - LEFT) / 2
        assert rule.off_centre(LEFT, RIGHT) == pytest.approx(0, abs=0.5)
        assert rule.top - lines[-1].bottom > DEPTH_EM * em_mm(lines[-1])


@of_the_example
def it_numbers_the_pages_of_each_phu_luc_anew(drawn: DrawnLetter):
    for pages in phu_luc(drawn):
        numbers = [page_number(page) for page in pages]
        assert [number and number.text for number in numbers] == [None, *map(str, range(2, len(pages) + 1))]


@of_the_example
def it_repeats_the_head_of_a_table_on_every_page(drawn: DrawnLetter):
    for pages, written in zip(phu_luc(drawn), drawn.van_ban.phu_luc, strict=True):
        table = written.noi_dung[0]
        assert isinstance(table, Bang)
        for page in pages[1:]:
            for column in table.cot:
                head = next(line for line in page.lines if line.text == column.tieu_de)
                assert is_bold(head)
                assert head.bottom < TOP + 10


@of_the_example
def it_fills_the_width_with_a_table_in_letters_of_the_body(drawn: DrawnLetter):
    for pages in phu_luc(drawn):
        for page in pages:
            edges = [rule for rule in page.rules if rule.horizontal and rule.length > (RIGHT - LEFT) / 2]
            assert (min(rule.x0 for rule in edges), max(rule.x1 for rule in edges)) == pytest.approx(
                (LEFT, RIGHT), abs=0.5
            )
            text = [line for line in page.lines if line.bottom > edges[0].bottom]
            assert all(DECREE["co_chu_pt.o_bang"].allows(size) for line in text for size in line.sizes_pt)


def it_turns_the_pages_of_a_table_that_needs_the_width_and_no_others(all_drawn: Mapping[str, DrawnLetter]):
    drawn = all_drawn["wide and long phụ lục"]
    wide, long = phu_luc(drawn)
    assert len(wide) > 1
    assert len(long) > 1
    assert {(round(page.width), round(page.height)) for page in wide} == {(297, 210)}
    assert {(round(page.width), round(page.height)) for page in long} == {(210, 297)}
    for pages in (wide, long):
        assert [page_number(page) is None for page in pages] == [True] + [False] * (len(pages) - 1)
        assert all(page.text.splitlines()[0] == str(n) for n, page in enumerate(pages[1:], 2))
    margins = DECREE["trang.le_trai_mm"].chon, 297 - DECREE["trang.le_phai_mm"].chon
    for page in wide:
        edges = [rule for rule in page.rules if rule.horizontal and rule.length > 150]
        assert (edges[0].x0, edges[0].x1) == pytest.approx(margins, abs=0.5)
        assert all(line.x1 < margins[1] for line in page.lines)


def it_cuts_no_row_of_a_table_in_two(all_drawn: Mapping[str, DrawnLetter]):
    """The number of a row stands on the page of the six cells beside it."""
    wide, _ = phu_luc(all_drawn["wide and long phụ lục"])
    for page in wide:
        cells = [line for line in page.lines if line.bottom > TOP and not is_bold(line)]
        numbers = [line for line in cells if line.text.isdecimal()]
        starts = sum(line.text.count("Tỷ lệ") for line in cells)
        assert starts == 6 * len(numbers) > 0


def it_does_not_number_a_phu_luc_that_is_the_only_one(all_drawn: Mapping[str, DrawnLetter]):
    ((first,),) = phu_luc(all_drawn["one phụ lục"])
    assert first.lines[0].text == "Phụ lục"


def it_leaves_air_around_a_table(all_drawn: Mapping[str, DrawnLetter]):
    ((page,),) = phu_luc(all_drawn["tables between lines"])
    above, below = (
        next(line for line in page.lines if line.text.startswith(f"Dòng ngay {side}")) for side in ("trên", "dưới")
    )
    edges = sorted({rule.top for rule in page.rules if rule.horizontal and above.bottom < rule.top < below.bottom})
    assert edges[0] - above.bottom > DEPTH_EM * em_mm(above) + 1
    assert below.bottom - em_mm(below) - edges[-1] > 1
    assert 1 < min(lower - upper for upper, lower in pairwise(edges)) < 4, "no row is as low as the gap between tables"
