"""The numbers before paragraphs of Word's own lists, and how far their paragraphs stand in."""

from __future__ import annotations

import pytest
from support.word_file import p, r, style, tbl, tc, tr, view, vml

from vbhc.word.view import Paragraph, paragraphs


def lvl(at: int, text: str, form: str = "decimal", more: str = "", ppr: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
        f"<w:pPr>{ppr}</w:pPr></w:lvl>"
    )


def abstract(*levels: str, id_: int = 0, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{id_}">{more}{"".join(levels)}</w:abstractNum>'


def num(id_: int, of: int = 0, overrides: str = "") -> str:
    return f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def restart(at: int, start: object) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def item(num_id: object = 1, level: object = 0, *, more: str = "") -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>'
    return p("a", ppr=more + numbering)


def read(body: str, numbering: str, styles: str = "") -> list[Paragraph]:
    return list(paragraphs(list(view(body, numbering=numbering, styles=styles).blocks)))


def labels(body: str, numbering: str, styles: str = "") -> list[str]:
    return [it.label for it in read(body, numbering, styles)]


OUTLINE = abstract(lvl(0, "%1.", "upperRoman"), lvl(1, "%2."), lvl(2, "%2.%3."), lvl(3, "%4)", "lowerLetter")) + num(1)


def it_counts_each_level_and_begins_anew_under_the_next_above() -> None:
    levels = [0, 1, 2, 2, 1, 2, 3, 3, 0, 1]
    assert labels("".join(item(1, level) for level in levels), OUTLINE) == [
        *("I.", "1.", "1.1.", "1.2.", "2.", "2.1.", "a)", "b)"),
        *("II.", "1."),
    ]


@pytest.mark.parametrize(
    ("form", "third"),
    [
        ("decimal", "3"),
        ("decimalZero", "03"),
        ("lowerLetter", "c"),
        ("upperLetter", "C"),
        ("lowerRoman", "iii"),
        ("upperRoman", "III"),
        ("none", ""),
        ("ganada", "3"),
    ],
)
def it_writes_numbers_in_the_form_of_their_level(form: str, third: str) -> None:
    assert labels(item() * 3, abstract(lvl(0, "[%1]", form)) + num(1))[2] == f"[{third}]"


@pytest.mark.parametrize(
    ("start", "form", "label"),
    [
        (27, "lowerLetter", "aa"),
        (0, "lowerLetter", "0"),
        (0, "lowerRoman", "0"),
        (10**9, "lowerLetter", "1000000000"),
        (4000, "upperRoman", "4000"),
        (-1, "decimal", "-1"),
        ("²", "decimal", "1"),
        ("9" * 5000, "decimal", "1"),
    ],
)
def it_writes_numbers_out_of_the_ordinary(start: object, form: str, label: str) -> None:
    assert labels(item(), abstract(lvl(0, "%1", form)) + num(1, overrides=restart(0, start))) == [label]


@pytest.mark.parametrize(
    ("text", "label"), [("-", "-"), ("\uf0b7", "•"), ("\uf02d", "-"), ("\uf0a7", "▪"), ("o", "o"), ("", "")]
)
def it_shows_bullets_as_letters_of_any_font(text: str, label: str) -> None:
    assert labels(item(), abstract(lvl(0, text, "bullet")) + num(1)) == [label]


def it_goes_on_counting_in_another_list_of_the_same_definition() -> None:
    assert labels(item(1) + item(2) + item(1), OUTLINE + num(2)) == ["I.", "II.", "III."]
    assert labels(item(1) + item(2) + item(1), OUTLINE + abstract(lvl(0, "%1)"), id_=7) + num(2, 7)) == [
        "I.",
        "1)",
        "II.",
    ]


def it_begins_anew_once_where_a_list_says_so_and_others_go_on_from_there() -> None:
    numbering = OUTLINE + num(2, overrides=restart(0, 5))
    body = item(1) + item(1) + item(2) + item(2) + item(1)
    assert labels(body, numbering) == ["I.", "II.", "V.", "VI.", "VII."]


def it_lets_a_list_write_a_level_otherwise() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{lvl(0, "%1)", "lowerLetter")}</w:lvlOverride>'
    assert labels(item(1) + item(2), OUTLINE + num(2, overrides=override)) == ["I.", "b)"]


def it_restarts_a_level_only_under_the_one_it_names() -> None:
    never = abstract(lvl(0, "%1"), lvl(1, "%2", more='<w:lvlRestart w:val="0"/>')) + num(1)
    assert labels(item(1, 1) + item(1, 0) + item(1, 1), never) == ["1", "1", "2"]
    first = abstract(lvl(0, "%1"), lvl(1, "%2"), lvl(2, "%3", more='<w:lvlRestart w:val="1"/>')) + num(1)
    assert labels("".join(item(1, at) for at in (0, 1, 2, 1, 2, 0, 2)), first) == ["1", "1", "1", "2", "2", "2", "1"]


def it_writes_plain_numbers_where_the_level_is_legal() -> None:
    legal = abstract(lvl(0, "%1.", "upperRoman"), lvl(1, "%1.%2", more="<w:isLgl/>")) + num(1)
    assert labels(item(1, 0) + item(1, 1), legal) == ["I.", "1.1"]


def it_takes_a_list_from_the_paragraph_s_style_with_the_level_the_list_keeps_for_it() -> None:
    numbering = abstract(
        lvl(0, "%1.", more='<w:pStyle w:val="A"/>'), lvl(1, "%1.%2.", more='<w:pStyle w:val="B"/>')
    ) + num(1)
    named = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("A", named) + style("B", named) + style("C", '<w:basedOn w:val="B"/>')
    body = "".join(p("a", ppr=f'<w:pStyle w:val="{name}"/>') for name in "ABC")
    assert labels(body, numbering, styles) == ["1.", "1.1.", "1.2."]


def it_takes_the_level_that_the_style_names_where_the_list_keeps_none_for_it() -> None:
    named = '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    kept = abstract(lvl(0, "%1.", more='<w:pStyle w:val="A"/>'), lvl(1, "%1.%2.")) + num(1)
    body = p("a", ppr='<w:pStyle w:val="A"/>') + p("a", ppr='<w:pStyle w:val="B"/>')
    assert labels(body, kept, style("A", named) + style("B", named)) == ["1.", "1.1."]


def it_keeps_a_style_that_names_only_a_level_in_the_list_of_its_base() -> None:
    styles = style("A", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    styles += style("B", '<w:basedOn w:val="A"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>')
    styles += style("C", '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>')
    numbering = abstract(lvl(0, "%1."), lvl(1, "%1.%2.", ppr='<w:ind w:left="720"/>')) + num(1)
    body = "".join(p("a", ppr=f'<w:pStyle w:val="{name}"/>') for name in "ABC")
    found = read(body, numbering, styles)
    assert [it.label for it in found] == ["1.", "1.1.", ""]
    assert [it.layout.left_mm for it in found] == [0, 12.7, 0]


def it_leaves_the_list_of_its_style_where_a_paragraph_names_none() -> None:
    styles = style("A", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    assert labels(item(0, 0, more='<w:pStyle w:val="A"/>'), OUTLINE, styles) == [""]


def it_finds_the_levels_of_a_list_style() -> None:
    numbering = (
        abstract(id_=1, more='<w:numStyleLink w:val="L"/>')
        + abstract(lvl(0, "%1)"), id_=2, more='<w:styleLink w:val="L"/>')
        + num(1, 1)
    )
    assert labels(item() * 2, numbering) == ["1)", "2)"]


@pytest.mark.parametrize(
    "body", [item("không"), item(1, 9), item(1, -1), item(1, "a"), item(1, "1e999"), item(1, 5), item("")]
)
def it_reads_on_where_a_list_or_a_level_is_not_there(body: str) -> None:
    assert labels(body, OUTLINE) in ([""], ["I."])


def it_reads_on_where_the_numbering_is_broken() -> None:
    broken = '<w:num/><w:num w:numId="2"><w:lvlOverride w:ilvl="x"/></w:num><w:abstractNum><w:lvl/></w:abstractNum>'
    assert labels(item(2), broken) == [""]


def it_counts_through_tables_and_boxes_in_the_order_of_reading() -> None:
    body = item() + tbl(tr(tc(item()), tc(item()))) + p(r(vml(item()))) + item()
    assert [label for label in labels(body, OUTLINE) if label] == ["I.", "II.", "III.", "IV.", "V."]


def it_counts_headers_and_footnotes_for_themselves() -> None:
    seen = view(
        item() + '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>',
        numbering=OUTLINE,
        header1=item(),
        footnotes=f'<w:footnote w:id="2">{item()}</w:footnote>',
    )
    stories = (seen.sections[0].blocks, seen.sections[0].headers["default"], seen.notes[2])
    assert [next(paragraphs(list(it))).label for it in stories] == ["I."] * 3


INDENTED = abstract(lvl(0, "%1.", ppr='<w:ind w:left="720" w:hanging="360"/>')) + num(1)
STYLED = '<w:ind w:left="1440"/>'


def it_takes_indents_from_the_list_over_the_style_but_under_the_paragraph() -> None:
    styles = style("A", f"<w:pPr>{STYLED}</w:pPr>")
    named, own = read(
        item(more='<w:pStyle w:val="A"/>') + item(more='<w:pStyle w:val="A"/><w:ind w:left="0"/>'), INDENTED, styles
    )
    assert (named.layout.left_mm, named.layout.first_mm) == (12.7, -6.35)
    assert (own.layout.left_mm, own.layout.first_mm) == (0, -6.35)


def it_takes_indents_from_the_style_over_the_list_that_the_style_names() -> None:
    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = style("A", f"<w:pPr>{STYLED}</w:pPr>") + style("B", f"<w:pPr>{numbered}{STYLED}</w:pPr>")
    styles += style("C", f'<w:basedOn w:val="A"/><w:pPr>{numbered}</w:pPr>')
    body = "".join(p("a", ppr=f'<w:pStyle w:val="{name}"/>') for name in "BC")
    assert [it.layout.left_mm for it in read(body, INDENTED, styles)] == [25.4, 12.7]
