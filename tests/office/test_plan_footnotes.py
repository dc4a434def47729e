"""Footnotes stand at the foot of the page of their mark, under a short line; lengths in mm."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from drawn_letter import em_mm
from drawn_plan import BOTTOM_MM, LEFT_MM, DrawnPlan, is_mark, notes, separator, text_lines
from drawn_table import parts, tokens
from plans_to_draw import EXAMPLE_SWEPT, NOTES
from support.pdf import Line, Page

from vbhc.text.markup import plain as without_markup

pytestmark = pytest.mark.office

# The words behind which a mark stands, and the first words of its note.
OF_THE_EXAMPLE = {"số (DTI)": "DTI (Digital", "toàn trình": "Dịch vụ công trực tuyến toàn trình là"}
# Each plan with marks: behind which words they stand, by their notes.
MARKED = {
    "two notes": {"nhất": NOTES["a"], "nhì": NOTES["b"]},
    "notes in a table": {"ônhất": NOTES["a"], "ônhì": NOTES["b"]},
    "notes in a phụ lục": {"ônhất": NOTES["a"], "ônhì": NOTES["b"]},
}
everywhere = pytest.mark.parametrize("plan_drawn", ["example", *MARKED], indirect=True)


def marks(page: Page) -> list[Line]:
    """The raised numbers in text and tables."""
    rule = separator(page)
    return [line for line in page.lines if is_mark(line) and (rule is None or line.bottom < rule.top)]


def noted_pages(drawn: DrawnPlan) -> list[Page]:
    return [page for page in drawn.pdf.pages if marks(page)]


def words_before(mark: Line, page: Page) -> str:
    """The word right before a mark."""
    words = [word for line in page.lines for word in line.words if not is_mark(line)]
    near = [word for word in words if abs(word.x1 - mark.x0) < 0.6 and 0 < word.bottom - mark.bottom < 4]
    assert len(near) == 1, [word.text for word in near]
    return near[0].text


def note_texts(page: Page) -> list[str]:
    """The text of each note that begins on a page; a note begins with its number."""
    found: list[str] = []
    for line in notes(page):
        if is_mark(line):
            found.append("")
        elif found:
            found[-1] = f"{found[-1]} {line.text}".strip()
    return found


@everywhere
def it_puts_a_note_at_the_foot_of_the_page_of_its_mark(plan_drawn: DrawnPlan):
    assert noted_pages(plan_drawn)
    for page in noted_pages(plan_drawn):
        assert len(note_texts(page)) == len(marks(page))
        assert [line.text for line in notes(page) if is_mark(line)] == [line.text for line in marks(page)]
        last = max(notes(page), key=lambda line: line.bottom)
        assert page.height - BOTTOM_MM[1] - 5 < last.bottom <= page.height - BOTTOM_MM[0]


@everywhere
def it_numbers_notes_through_all_pages(plan_drawn: DrawnPlan):
    found = [mark.text for page in noted_pages(plan_drawn) for mark in marks(page)]
    assert found == ["1", "2"]


@everywhere
def it_draws_a_short_line_between_the_text_and_the_notes(plan_drawn: DrawnPlan):
    for page in noted_pages(plan_drawn):
        line = separator(page)
        assert line is not None
        assert LEFT_MM[0] - 0.1 <= line.x0 <= LEFT_MM[1]
        assert 30 < line.length < page.width / 3
        boxes = [part.bottom for part in parts(page)]
        assert max([*boxes, *(text.bottom for text in text_lines(page))]) < line.top
        assert line.top < min(note.bottom - 0.66 * em_mm(note) for note in notes(page))


@everywhere
def it_raises_the_numbers_in_text_and_notes(plan_drawn: DrawnPlan):
    for page in noted_pages(plan_drawn):
        for mark in marks(page):
            assert words_before(mark, page)
        numbers = [line for line in notes(page) if is_mark(line)]
        texts = [line for line in notes(page) if not is_mark(line)]
        for number in numbers:
            assert number.x0 == pytest.approx(LEFT_MM[0], abs=0.5)
            assert any(1 < text.bottom - number.bottom < 3 and 0 < text.x0 - number.x1 < 2 for text in texts)


@everywhere
def it_sets_notes_smaller_than_the_text(plan_drawn: DrawnPlan):
    for page in noted_pages(plan_drawn):
        sizes = {size for line in notes(page) if not is_mark(line) for size in line.sizes_pt}
        assert 10 <= min(sizes) <= max(sizes) <= 12


@pytest.mark.parametrize("name", MARKED)
def it_keeps_each_mark_beside_its_word_and_its_note(all_plans_drawn: Mapping[str, DrawnPlan], name: str):
    drawn = all_plans_drawn[name]
    found = {
        words_before(mark, page): text
        for page in noted_pages(drawn)
        for mark, text in zip(marks(page), note_texts(page), strict=True)
    }
    assert found == MARKED[name]


def it_puts_two_notes_of_one_page_under_one_line(all_plans_drawn: Mapping[str, DrawnPlan]):
    drawn = all_plans_drawn["two notes"]
    assert note_texts(drawn.first) == list(NOTES.values())
    assert [len(notes(page)) for page in drawn.main_pages[1:]] == [0] * (len(drawn.main_pages) - 1)


@pytest.mark.parametrize("name", ["notes in a table", "notes in a phụ lục"])
def it_puts_the_note_of_a_cell_on_the_page_of_its_row(all_plans_drawn: Mapping[str, DrawnPlan], name: str):
    drawn = all_plans_drawn[name]
    first, second = noted_pages(drawn)
    assert first.number < second.number
    for page, row in ((first, "s1"), (second, "s40")):
        (part,) = parts(page)
        assert row in [word.text for word in part.words]


@pytest.mark.parametrize("plan_drawn", ["example", *EXAMPLE_SWEPT], indirect=True)
def it_begins_each_note_of_the_example_on_the_page_of_its_mark(plan_drawn: DrawnPlan):
    for words, start in OF_THE_EXAMPLE.items():
        (page,) = (page for page in plan_drawn.main_pages if any(_follows(mark, page, words) for mark in marks(page)))
        assert any(text.startswith(start) for text in note_texts(page)), words


def _follows(mark: Line, page: Page, words: str) -> bool:
    return words_before(mark, page).rstrip(".,") == words.split()[-1]


@pytest.mark.parametrize("plan_drawn", ["example", *EXAMPLE_SWEPT], indirect=True)
def it_loses_no_word_of_a_note(plan_drawn: DrawnPlan):
    said = tokens(without_markup(note.noi_dung) for note in plan_drawn.van_ban.chu_thich)
    drawn = tokens(line.text for page in plan_drawn.pdf.pages for line in notes(page) if not is_mark(line))
    assert drawn == said
