from __future__ import annotations

import pytest

from vbhc.errors import TextError
from vbhc.text.markup import (
    Run,
    escape,
    fill,
    has_markup,
    joined,
    marks,
    parse_inline,
    plain,
    replace_citations,
    to_markup,
)


def it_gives_no_run_for_an_empty_text() -> None:
    assert parse_inline("") == ()
    assert to_markup(()) == ""


def it_joins_neighbours_of_one_format_and_drops_empty_ones() -> None:
    assert joined([Run("a"), Run(""), Run("b"), Run("c", bold=True)]) == (Run("ab"), Run("c", bold=True))


def it_keeps_every_mark_apart_from_its_neighbours() -> None:
    pieces = (Run("a"), Run("", note="1"), Run("", note="1"), Run("", cite="x"), Run("b"))
    assert joined(pieces) == pieces


def it_never_lets_data_become_markup() -> None:
    assert parse_inline(fill("Sở **{}**", "*A* ~1~ ^2^ \\*")) == (Run("Sở "), Run("*A* ~1~ ^2^ \\*", bold=True))


def it_keeps_the_formatting_around_values_that_hold_spaces_or_nothing() -> None:
    assert parse_inline(fill("PCVP~{}~", "N. Nam")) == (Run("PCVP"), Run("N. Nam", subscript=True))
    assert parse_inline(fill("**{}**", " A ")) == (Run(" A ", bold=True),)
    assert fill("*{}*còn lại", "") == "còn lại"


def it_fills_as_str_format_does() -> None:
    assert fill("{0} và {ten:>5}, {n:.1f}, {{}}", "A", ten="B", n=1.25) == "A và     B, 1.2, {}"


def it_leaves_ordinary_text_untouched_when_filling() -> None:
    assert fill("còn {chua_dat}/{tong} chỉ tiêu", chua_dat=11, tong=47) == "còn 11/47 chỉ tiêu"


def it_escapes_only_what_it_must() -> None:
    assert escape("Sở KH&CN (b/c) 5_6 <a>") == "Sở KH&CN (b/c) 5_6 <a>"
    assert escape(r"2*3^2~\ ") == r"2\*3\^2\~\\ "


def it_escapes_a_bracket_only_where_a_mark_could_begin() -> None:
    assert escape("[Phụ lục] a@b.vn [@x] [^y] [") == r"[Phụ lục] a@b.vn \[@x] [\^y] \["


def it_sees_no_markup_in_an_address_or_a_bracket() -> None:
    assert not has_markup("gửi a@b.vn, [Phụ lục], @x]")
    assert has_markup("theo [@nd30")


def it_gives_no_text_for_marks() -> None:
    assert plain("theo [@nd30], 60%[^1]") == "theo , 60%"


def it_lists_the_marks_of_a_text_in_their_formats() -> None:
    assert marks("**[@b]** 60%[^a][^a]") == (Run("", bold=True, cite="b"), Run("", note="a"), Run("", note="a"))
    assert marks("theo [@b]") == (Run("", cite="b"),)
    assert marks(r"\[@b] [^a a@b.vn **đậm**") == marks("") == ()


def it_says_a_citation_in_its_format_and_as_plain_text() -> None:
    said = replace_citations(
        "Theo **[@nd30]**[^1], *xem [@kh]*.", {"nd30": "**NĐ** [@kh]", "kh": "KH 5[^2] "}.__getitem__
    )
    assert parse_inline(said) == (
        *(Run("Theo "), Run("**NĐ** [@kh]", bold=True), Run("", note="1"), Run(", ")),
        *(Run("xem KH 5[^2] ", italic=True), Run(".")),
    )


def it_returns_a_text_that_cites_nothing_as_it_is() -> None:
    for source in ("a@b.vn", r"đạt *60%*[^1] \[@x] ", "[@ x] **"):
        assert replace_citations(source, str.upper) is source


def it_fills_around_the_marks_of_the_template_and_lets_data_be_none() -> None:
    filled = fill("**{}[^1]** [@nd30] [{}] [@{}] [^{}] {}^2^", "[@a]", "@b]", "c", "d", "[")
    assert parse_inline(filled) == (
        *(Run("[@a]", bold=True), Run("", bold=True, note="1"), Run(" "), Run("", cite="nd30")),
        *(Run(" [@b]] [@c] [^d] ["), Run("2", superscript=True)),
    )


def it_writes_a_bracket_before_a_superscript_so_that_no_mark_begins() -> None:
    for pieces in [(Run("["), Run("x]", superscript=True)), (Run("["), Run("", note="x")), (Run("[@x]"), Run("["))]:
        assert parse_inline(to_markup(pieces)) == joined(pieces)


@pytest.mark.parametrize("mark", [Run("", note="a b"), Run("", cite="x]"), Run("", cite="30/2020")])
def it_writes_no_mark_that_it_could_not_read(mark: Run) -> None:
    with pytest.raises(TextError, match="chỉ được gồm chữ, số"):
        to_markup([mark])


def it_loses_no_text_of_a_run_that_carries_a_mark_as_well() -> None:
    assert to_markup([Run("60%", note="1")]) == "60%[^1]"


def it_gives_the_plain_text_of_marked_up_text() -> None:
    assert plain(r"**KT. CHỦ TỊCH**, H~2~O \* 5") == "KT. CHỦ TỊCH, H2O * 5"


def it_reads_ten_thousand_stray_delimiters_without_delay() -> None:
    assert plain("*a " * 10_000) == "*a " * 10_000


def it_reads_ten_thousand_unclosed_marks_without_delay() -> None:
    assert plain("[@a" * 10_000) == "[@a" * 10_000
    assert plain("[@" + "a" * 100_000) == "[@" + "a" * 100_000
