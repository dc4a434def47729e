"""What holds for every number, date, text and piece of markup: parse(print(x)) == x and its kin."""

from __future__ import annotations

import calendar
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from vbhc.text.dates import DateParts, date_in_digits, date_in_words, parse_date
from vbhc.text.markup import Run, escape, fill, joined, marks, parse_inline, plain, replace_citations, to_markup
from vbhc.text.numbering import letter, parse_letter, parse_roman, roman
from vbhc.text.numbers import find_quantities, format_number, format_percent, number_in_words, parse_number
from vbhc.text.numbers import parse_quantity as parse
from vbhc.text.spelling import NO_BREAK_SPACE, find_forbidden, fold, fold_ascii, keep_together, upper

finite = st.decimals(allow_nan=False, allow_infinity=False, places=None, min_value=-(10**15), max_value=10**15)
places = st.integers(0, 8)
signs = st.sampled_from([*"ab*~^\\ \n\u00a0\0đ1[]@", "[^", "[@", "[@a]", "[^b]"])
markup_text = st.lists(signs | st.characters(), max_size=10).map("".join)
looks = (st.booleans(), st.booleans(), st.booleans(), st.booleans())
names = st.from_regex(r"[\w.-]+", fullmatch=True)
no_name, no_text = st.just(""), st.just("")
texts = st.builds(Run, markup_text, *looks, note=no_name, cite=no_name)
notes = st.builds(Run, no_text, *looks, note=names, cite=no_name)
citations = st.builds(Run, no_text, *looks, note=no_name, cite=names)
runs = st.lists(texts | notes | citations, max_size=6)
words = st.sampled_from(
    ["số", "ngày", "Điều", "điểm", "KT.", "TM.", "chỉ tiêu", "11/47", "5%", "XII", "đ", "Phụ lục", "a", "(i)", "(12)"]
)
sentences = st.lists(words | st.text(max_size=5), max_size=12).map(" ".join)


@given(finite, places)
def it_reads_back_every_number_it_prints(value: Decimal, digits: int) -> None:
    printed = format_number(value, digits=digits)
    read = parse_number(printed, thousands=digits == 0)
    assert format_number(read, digits=digits) == printed
    assert abs(read - value) <= Decimal(5).scaleb(-digits - 1)


@given(st.decimals(min_value=-1000, max_value=1000, places=2))
def it_reads_back_every_percentage_it_prints(points: Decimal) -> None:
    quantity = parse(format_percent(points))
    assert (quantity.value, quantity.percent) == (points, True)


@given(st.integers(0, 10**6), st.integers(1, 10**6), sentences)
def it_finds_a_fraction_in_any_sentence(part: int, whole: int, rest: str) -> None:
    first, *_ = find_quantities(f"({part}/{whole}), {rest}")
    assert (first.quantity.value, first.quantity.denominator) == (part, whole)


@given(st.text(st.sampled_from("0123456789.,%/-− ≥ăâ từtrởlên()") | st.characters(), max_size=30))
def it_scans_any_text_left_to_right_within_its_bounds(text: str) -> None:
    ends = [0]
    for found in find_quantities(text):
        assert ends[-1] <= found.start < found.end <= len(text)
        ends.append(found.end)


@given(st.integers(-(10**18) + 1, 10**18 - 1), st.integers(-(10**18) + 1, 10**18 - 1))
def it_says_different_numbers_differently(one: int, other: int) -> None:
    assert (number_in_words(one) == number_in_words(other)) == (one == other)


@st.composite
def dates(draw: st.DrawFn) -> DateParts:
    nam, thang = draw(st.integers(1000, 9999)), draw(st.none() | st.integers(1, 12))
    ngay = draw(st.none() | st.integers(1, calendar.monthrange(nam, thang or 1)[1]))
    return DateParts(ngay, thang, nam)


@given(dates())
def it_reads_back_every_date_it_prints_blanks_included(date: DateParts) -> None:
    assert parse_date(date_in_words(*date)) == date
    assert parse_date(date_in_digits(*date)) == date


@given(st.integers(1, 3999), st.integers(1, 10**6))
def it_reads_back_every_number_of_mục_and_điểm(small: int, large: int) -> None:
    assert parse_roman(roman(small)) == small
    assert parse_letter(letter(large)) == large


@given(runs)
def it_reads_back_every_run_it_writes(pieces: list[Run]) -> None:
    assert parse_inline(to_markup(pieces)) == joined(pieces)


@given(markup_text)
def it_reads_escaped_text_as_itself(text: str) -> None:
    assert parse_inline(escape(text)) == ((Run(text),) if text else ())


@given(markup_text, markup_text)
def it_reads_escaped_texts_side_by_side_as_one(one: str, other: str) -> None:
    assert parse_inline(escape(one) + escape(other)) == parse_inline(escape(one + other))


@given(markup_text)
def it_finds_the_marks_that_it_reads(source: str) -> None:
    assert marks(source) == tuple(run for run in parse_inline(source) if run.note or run.cite)
    assert parse_inline(to_markup(parse_inline(source))) == parse_inline(source)


@given(runs, markup_text)
def it_says_any_citation_as_plain_text(pieces: list[Run], said: str) -> None:
    spoken = [run._replace(text=said + run.cite, cite="") if run.cite else run for run in pieces]
    assert parse_inline(replace_citations(to_markup(pieces), lambda ten: said + ten)) == joined(spoken)


@given(st.text("ab*~^\\ ", max_size=16))
def it_drops_nothing_but_delimiters(source: str) -> None:
    assert [c for c in plain(source) if c in "ab "] == [c for c in source if c in "ab "]
    assert parse_inline(to_markup(parse_inline(source))) == parse_inline(source)


@given(markup_text, markup_text)
def it_inserts_any_value_as_plain_text(one: str, other: str) -> None:
    filled = parse_inline(fill("**đậm {}[^1]** ~{}~{x}[@{x}]^2^", one, other, x=one))
    bold = (Run("đậm " + one, bold=True), Run("", bold=True, note="1"))
    rest = (Run(f"{one}[@{one}]"), Run("2", superscript=True))
    assert filled == joined([*bold, Run(" "), Run(other, subscript=True), *rest])


@given(sentences)
def it_changes_only_spaces_and_only_once_to_keep_words_together(text: str) -> None:
    kept = keep_together(text)
    assert len(kept) == len(text)
    assert {(a, b) for a, b in zip(text, kept, strict=True) if a != b} <= {(" ", NO_BREAK_SPACE)}
    assert keep_together(kept) == kept


@given(st.text(st.sampled_from("đĐ oàuỷQ\u0300\u0323") | st.characters()))
def it_folds_once_and_for_all(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold_ascii(fold_ascii(text)) == fold_ascii(text)
    assert fold(upper(fold(text))) == fold(upper(text))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def it_forbids_exactly_what_an_xml_reader_would_refuse(text: str) -> None:
    from xml.etree import ElementTree

    try:
        ElementTree.fromstring(f"<a>{text.replace('&', '&amp;').replace('<', '&lt;').replace(chr(13), '')}</a>")
        readable = True
    except ElementTree.ParseError:
        readable = False
    assert (find_forbidden(text.replace(chr(13), "")) is None) == readable


@given(st.lists(st.sampled_from([*"ab *~^\\\n\u00a0[]@", "[^a]", "[@b]"]), max_size=14).map("".join))
def it_reads_simple_markup_as_the_whole_grammar_does(source: str) -> None:
    behind_escape = parse_inline("\\*" + source)  # an escape anywhere rules the short way out
    assert joined((Run("*"), *parse_inline(source))) == behind_escape
