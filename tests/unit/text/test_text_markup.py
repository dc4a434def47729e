from __future__ import annotations

from vbhc.text.markup import Run, escape, fill, joined, parse_inline, plain, to_markup


def it_gives_no_run_for_an_empty_text() -> None:
    assert parse_inline("") == ()
    assert to_markup(()) == ""


def it_joins_neighbours_of_one_format_and_drops_empty_ones() -> None:
    assert joined([Run("a"), Run(""), Run("b"), Run("c", bold=True)]) == (Run("ab"), Run("c", bold=True))


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


def it_gives_the_plain_text_of_marked_up_text() -> None:
    assert plain(r"**KT. CHỦ TỊCH**, H~2~O \* 5") == "KT. CHỦ TỊCH, H2O * 5"


def it_reads_ten_thousand_stray_delimiters_without_delay() -> None:
    assert plain("*a " * 10_000) == "*a " * 10_000
