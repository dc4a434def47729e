"""Wherever the text ends, the signature has company: at least two lines of the body stand on its page."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from drawn_letter import BOTTOM, DrawnLetter, page_number
from letters_to_draw import PAGE_ENDS

pytestmark = pytest.mark.office


@pytest.mark.parametrize("drawn", PAGE_ENDS, indirect=True)
def it_never_leaves_the_signature_alone_on_a_page(drawn: DrawnLetter):
    page = drawn.label.page
    assert sum(line.page == page for line in drawn.body) >= 2
    assert {line.page for line in (*drawn.noi_nhan, *drawn.signature)} == {page}
    assert [line.text for line in drawn.signature] == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn A"]
    assert max(line.bottom for line in drawn.last_page.lines) < BOTTOM


@pytest.mark.parametrize("drawn", PAGE_ENDS, indirect=True)
def it_ends_with_the_page_of_the_signature(drawn: DrawnLetter):
    assert len(drawn.pdf.pages) == drawn.label.page
    assert all(len(page.lines) > 1 for page in drawn.pdf.pages)


def it_moves_only_what_must_move(all_drawn: Mapping[str, DrawnLetter]):
    """The letters cross the page end, and those that do leave little of page 1 blank."""
    crossed = [drawn for name in PAGE_ENDS if (drawn := all_drawn[name]).label.page == 2]
    assert 0 < len(crossed) < len(PAGE_ENDS)
    assert all(page_number(drawn.last_page) for drawn in crossed)
    assert all(BOTTOM - drawn.first.lines[-1].bottom < 90 for drawn in crossed)


def it_takes_the_last_row_of_a_table_along(all_drawn: Mapping[str, DrawnLetter]):
    drawn = all_drawn["a table last"]
    assert drawn.label.page == 2
    assert sum(line.page == 2 for line in drawn.body) >= 2


def it_opens_no_blank_page_behind_a_signature_that_fills_the_page(all_drawn: Mapping[str, DrawnLetter]):
    drawn = all_drawn["a page filled to the last points"]
    assert (drawn.label.page, len(drawn.pdf.pages)) == (1, 1)


def it_does_not_tear_a_line_that_its_author_broke(all_drawn: Mapping[str, DrawnLetter]):
    assert "Dòng 5 ngắn." in [line.text for line in all_drawn["a page filled to the last points"].body]
