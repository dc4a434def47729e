"""The decree's numbers and the widths of words."""

import pytest

from vbhc.layout import balanced_lines, lines_needed, load_decree, longest_word_mm, text_width_mm, twips, twips_at_least


def it_gives_each_rule_with_its_clause_and_a_choice_inside_its_range() -> None:
    for name, rule in load_decree().rules.items():
        assert rule.can_cu, name
        assert rule.allows(rule.chon), name
        assert rule.muc in "ABCMD", name


@pytest.mark.parametrize("profile", ["P12", "P13"])
def it_keeps_every_size_of_a_profile_inside_the_range_of_its_element(profile: str) -> None:
    decree = load_decree()
    for element in decree.profiles[profile]:
        assert decree[f"co_chu_pt.{element}"].allows(decree.size_pt(element, profile)), element


def it_pairs_the_sizes_as_the_footnote_of_the_decree_does() -> None:
    decree = load_decree()
    pairs = {p: tuple(decree.size_pt(e, p) for e in ("quoc_hieu", "tieu_ngu", "dia_danh")) for p in decree.profiles}
    assert pairs == {"P12": (12, 13, 13), "P13": (13, 14, 14)}


@pytest.mark.parametrize(("size", "width"), [(12, 88.2), (13, 95.6)])
def it_measures_quoc_hieu_as_a_printed_page_shows_it(size: int, width: float) -> None:
    assert text_width_mm("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size, bold=True) == pytest.approx(width, abs=0.15)


def it_measures_a_letter_with_marks_like_the_letter_below_them() -> None:
    assert text_width_mm("ếặĩỳ", 14) == pytest.approx(text_width_mm("eaiy", 14))
    assert text_width_mm("ứở", 14) == pytest.approx(text_width_mm("ươ", 14)) != pytest.approx(text_width_mm("uo", 14))


def it_never_rounds_a_margin_below_what_was_asked() -> None:
    assert (twips(15), twips_at_least(15)) == (850, 851)


def it_breaks_a_long_name_into_even_lines_that_fit() -> None:
    lines = balanced_lines("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", 72, 13, bold=True).split("\n")
    assert lines == ["SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"]


def it_leaves_a_name_that_fits_and_the_breaks_that_were_asked_for() -> None:
    assert balanced_lines("ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH", 72, 13, bold=True) == "ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH"


def it_leaves_a_word_that_no_line_can_hold() -> None:
    assert balanced_lines("A" * 80, 20, 13) == "A" * 80
    assert longest_word_mm("a bbb cc", 14) == pytest.approx(text_width_mm("bbb", 14))


@pytest.mark.parametrize(
    ("text", "letters", "lines"),
    [
        ("", 5, 1),
        ("aa aa", 5, 1),
        ("aa aaa", 5, 2),
        ("aa aaaa aa", 5, 3),
        ("aaaaaaaaaaaa", 5, 3),
        ("a aaaaaaa a", 5, 3),
    ],
)
def it_counts_the_lines_on_which_words_stand(text: str, letters: int, lines: int):
    assert lines_needed(text, text_width_mm("a" * letters, 13) + 0.1, 13) == lines
