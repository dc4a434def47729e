"""What work on a document leaves in it: comments, tracked changes, text markers; and the digits of page numbers."""

from __future__ import annotations

import pytest
from support.word_file import first, p, r, tbl, tc, tr, view

from vbhc.word.view import paragraphs

DELETED = '<w:del w:id="1" w:author="A"><w:r><w:delText>x</w:delText></w:r></w:del>'


@pytest.mark.parametrize(
    ("content", "traces"),
    [
        (r("a"), set()),
        (r('<w:commentReference w:id="1"/>'), {"comment"}),
        (f'<w:ins w:id="1" w:author="A">{r("a")}</w:ins>', {"revision"}),
        (DELETED, {"revision"}),
        (f'<w:moveTo w:id="1" w:author="A">{r("a")}</w:moveTo>{r("<w:commentReference/>")}', {"comment", "revision"}),
    ],
)
def it_says_what_work_left_in_a_paragraph(content: str, traces: set[str]) -> None:
    assert first(p(content)).traces == traces


def it_tells_of_a_paragraph_that_is_gone_in_the_next_one() -> None:
    gone = f'<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>{DELETED}</w:p>'
    found = list(paragraphs(tuple(view(p("a") + gone + p("b")).blocks)))
    assert [(it.text, set(it.traces)) for it in found] == [("a", set()), ("b", {"revision"})]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (p("a") + f"<w:moveFrom>{p('x')}</w:moveFrom>" + p("b"), {"a": set(), "b": {"revision"}}),
        (p("a") + tbl(tr(tc("b")), tr(tc("x"), trpr="<w:del/>")), {"a": set(), "b": {"revision"}}),
        (tbl(tr(tc("a"), trpr="<w:ins/>"), tr(tc("b"))), {"a": {"revision"}, "b": set()}),
        (tbl(tr(tc("a"), tc("x", tcpr="<w:cellDel/>"))) + p("b"), {"a": set(), "b": {"revision"}}),
        (f"<w:ins>{p('a')}</w:ins>" + p("b"), {"a": {"revision"}, "b": set()}),
    ],
)
def it_tells_of_rows_cells_and_paragraphs_that_came_or_went_where_text_still_is(
    body: str, told: dict[str, set[str]]
) -> None:
    assert {it.text: set(it.traces) for it in paragraphs(tuple(view(body).blocks))} == told


@pytest.mark.parametrize(
    ("rpr", "highlighted"),
    [
        ("", False),
        ('<w:highlight w:val="yellow"/>', True),
        ('<w:highlight w:val="none"/>', False),
        ('<w:shd w:val="clear" w:fill="FFFF00"/>', True),
        ('<w:shd w:val="clear" w:fill="FFFFFF"/>', False),
        ('<w:shd w:val="clear" w:fill="auto"/>', False),
    ],
)
def it_sees_words_that_are_marked_in_colour(rpr: str, highlighted: bool) -> None:
    assert first(p(r("a", rpr=rpr))).runs[0].look.highlighted is highlighted


@pytest.mark.parametrize(
    ("numbers", "digits"),
    [("", "decimal"), ('<w:pgNumType w:start="1"/>', "decimal"), ('<w:pgNumType w:fmt="lowerRoman"/>', "lowerRoman")],
)
def it_reads_the_digits_of_page_numbers(numbers: str, digits: str) -> None:
    (section,) = view(f"{p('a')}<w:sectPr>{numbers}</w:sectPr>").sections
    assert section.number_format == digits
