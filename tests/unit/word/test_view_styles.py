"""The look of runs and the layout of paragraphs as Word works them out from all that is said of them."""

from __future__ import annotations

from typing import Any

import pytest
from support.word_file import first, p, r, style, tbl, tc, tr

from vbhc.word.view import Border, Layout, Look

DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault>"
    "<w:pPrDefault><w:pPr>{}</w:pPr></w:pPrDefault></w:docDefaults>"
)
THEME = (
    "<a:themeElements><a:fontScheme>"
    '<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface="Arial"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements>'
)


def look(rpr: str = "", *, ppr: str = "", **parts: str) -> Look:
    return first(p(r("a", rpr=rpr), ppr=ppr), **parts).runs[0].look


def layout(ppr: str = "", **parts: str) -> Layout:
    return first(p("a", ppr=ppr), **parts).layout


def size(half_points: object) -> str:
    return f'<w:rPr><w:sz w:val="{half_points}"/></w:rPr>'


def it_asks_defaults_then_styles_then_the_run_itself() -> None:
    levels = [
        ("", DEFAULTS.format('<w:sz w:val="20"/>', ""), 10),
        ("", style("N", size(22), more='w:default="1"'), 11),
        ('<w:pStyle w:val="B"/>', style("A", size(24)) + style("B", '<w:basedOn w:val="A"/>'), 12),
        ('<w:pStyle w:val="B"/>', style("B", size(26)), 13),
    ]
    styles = DEFAULTS.format('<w:sz w:val="20"/>', "") + style("N", size(22), more='w:default="1"')
    for ppr, own, points in levels:
        assert look(ppr=ppr, styles=own).size_pt == points
    styles += style("B", size(26)) + style("C", size(28), kind="character")
    assert look('<w:rStyle w:val="C"/>', ppr='<w:pStyle w:val="B"/>', styles=styles).size_pt == 14
    assert look('<w:rStyle w:val="C"/><w:sz w:val="30"/>', ppr='<w:pStyle w:val="B"/>', styles=styles).size_pt == 15


def it_takes_the_default_style_for_one_that_is_not_there_or_of_another_kind() -> None:
    styles = style("N", size(22), more='w:default="1"') + style("C", size(28), kind="character")
    for name in ("không-có", "C"):
        assert look(ppr=f'<w:pStyle w:val="{name}"/>', styles=styles).size_pt == 11
        assert first(p("a", ppr=f'<w:pStyle w:val="{name}"/>'), styles=styles).style == "N"
    assert look('<w:rStyle w:val="N"/>', styles=styles).size_pt == 11


@pytest.mark.parametrize("base", ["A", "B", "không-có"])
def it_ends_where_styles_are_based_on_one_another(base: str) -> None:
    styles = style("A", f'<w:basedOn w:val="B"/>{size(26)}') + style("B", f'<w:basedOn w:val="{base}"/>')
    assert look(ppr='<w:pStyle w:val="B"/>', styles=styles).size_pt in (10, 13)
    assert look(ppr='<w:pStyle w:val="A"/>', styles=styles).size_pt == 13


def bold(kind: str, *, on: bool = True) -> str:
    return style(kind[0], f'<w:rPr><w:b w:val="{int(on)}"/></w:rPr>', kind=kind)


@pytest.mark.parametrize(
    ("paragraph", "character", "default", "direct", "comes_out"),
    [
        (True, False, "", "", True),
        (True, True, "", "", False),
        (False, True, "", "", True),
        (False, False, "", "", False),
        (True, True, "<w:b/>", "", True),
        (False, False, "<w:b/>", "", True),
        (True, True, "", "<w:b/>", True),
        (True, False, "", '<w:b w:val="off"/>', False),
    ],
)
def it_adds_up_switches_over_kinds_of_style(
    paragraph: bool, character: bool, default: str, direct: str, comes_out: bool
) -> None:
    styles = DEFAULTS.format(default, "") + bold("paragraph", on=paragraph) + bold("character", on=character)
    found = look(f'<w:rStyle w:val="c"/>{direct}', ppr='<w:pStyle w:val="p"/>', styles=styles)
    assert found.bold is comes_out


def it_lets_a_style_switch_off_what_the_one_below_it_switches_on() -> None:
    styles = bold("paragraph") + style("Q", '<w:basedOn w:val="p"/><w:rPr><w:b w:val="false"/></w:rPr>')
    assert look(ppr='<w:pStyle w:val="Q"/>', styles=styles).bold is False


def it_adds_up_a_table_style_too() -> None:
    table = tbl(tr(tc(p(r("a"), ppr='<w:pStyle w:val="p"/>'))), tblpr='<w:tblStyle w:val="t"/>')
    assert first(table, styles=bold("table")).runs[0].look.bold
    assert not first(table, styles=bold("table") + bold("paragraph")).runs[0].look.bold


@pytest.mark.parametrize(
    ("rpr", "said"),
    [
        ("<w:i/>", {"italic": True}),
        ("<w:caps/><w:smallCaps/>", {"caps": True, "small_caps": True}),
        ("<w:strike/>", {"struck": True}),
        ("<w:dstrike/>", {"struck": True}),
        ("<w:vanish/>", {"hidden": True}),
        ('<w:u w:val="single"/>', {"underlined": True}),
        ('<w:u w:val="none"/>', {}),
        ('<w:vertAlign w:val="superscript"/>', {"script": "superscript"}),
        ('<w:vertAlign w:val="baseline"/>', {}),
        ('<w:color w:val="ff0000"/>', {"color": "FF0000"}),
        ('<w:color w:val="auto"/>', {}),
        ('<w:color w:val="đỏ"/>', {}),
        ('<w:sz w:val="27"/>', {"size_pt": 13.5}),
        ('<w:sz w:val="14pt"/>', {"size_pt": 14}),
        ('<w:sz w:val="to"/>', {}),
        ('<w:sz w:val="-28"/>', {}),
        ('<w:sz w:val="inf"/>', {}),
        ("<w:sz/><w:b/>", {"bold": True}),
        ('<w:rFonts w:ascii="Arial"/>', {"font": "Arial"}),
        ('<w:rFonts w:hAnsi="Arial"/>', {"font_marked": "Arial"}),
        ('<w:rFonts w:ascii="" w:cs="Arial"/>', {}),
    ],
)
def it_reads_what_a_run_says(rpr: str, said: dict[str, Any]) -> None:
    assert look(rpr) == Look(**said)


def it_takes_fonts_from_the_theme() -> None:
    fonts = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="majorBidi" w:ascii="X" w:hAnsi="X"/>'
    assert (look(fonts, theme=THEME).font, look(fonts, theme=THEME).font_marked) == ("Calibri", "Arial")
    assert (look(fonts).font, look(fonts).font_marked) == ("X", "X")
    assert look('<w:rFonts w:asciiTheme="majorEastAsia" w:ascii="X"/>', theme=THEME).font == "X"


def it_lets_a_font_stand_over_one_of_the_theme_below_it() -> None:
    styles = DEFAULTS.format('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>', "")
    found = look('<w:rFonts w:ascii="Times New Roman"/>', styles=styles, theme=THEME)
    assert (found.font, found.font_marked) == ("Times New Roman", "Calibri")


@pytest.mark.parametrize(
    ("ppr", "said"),
    [
        ('<w:jc w:val="both"/>', {"align": "both"}),
        ('<w:jc w:val="end"/>', {"align": "right"}),
        ('<w:jc w:val="distribute"/>', {"align": "both"}),
        ('<w:jc w:val="giữa"/>', {}),
        ('<w:ind w:left="1440" w:firstLine="720"/>', {"left_mm": 25.4, "first_mm": 12.7}),
        ('<w:ind w:start="1cm" w:end="0.5in"/>', {"left_mm": 10, "right_mm": 12.7}),
        ('<w:ind w:hanging="720" w:firstLine="99"/>', {"first_mm": -12.7}),
        ('<w:ind w:left="xa" w:right=""/>', {}),
        ('<w:spacing w:before="120" w:after="6pt"/>', {"before_pt": 6, "after_pt": 6}),
        ('<w:spacing w:before="120" w:beforeAutospacing="1"/>', {"before_pt": 14}),
        ('<w:spacing w:line="360"/>', {"line": 1.5}),
        ('<w:spacing w:line="360" w:lineRule="exact"/>', {"line": None, "line_pt": 18}),
        ('<w:spacing w:line="18pt" w:lineRule="atLeast"/>', {"line": None, "line_pt": 18, "at_least": True}),
        ('<w:spacing w:line="nan"/>', {}),
        ("<w:keepNext/><w:pageBreakBefore/>", {"keep_next": True, "page_break_before": True}),
        ('<w:contextualSpacing/><w:keepNext w:val="0"/>', {"contextual": True}),
        ('<w:outlineLvl w:val="0"/>', {"outline": 0}),
        ('<w:outlineLvl w:val="9"/>', {}),
        ('<w:outlineLvl w:val="²"/>', {}),
        (
            '<w:pBdr><w:top w:val="single" w:sz="8"/><w:bottom w:val="single"/><w:left w:val="nil"/></w:pBdr>',
            {"rules": {"top": Border(1), "bottom": Border(0.5)}},
        ),
    ],
)
def it_reads_what_a_paragraph_says(ppr: str, said: dict[str, Any]) -> None:
    assert layout(ppr) == Layout(**said)


def it_lays_the_layout_of_a_paragraph_over_its_styles_and_the_defaults() -> None:
    styles = DEFAULTS.format("", '<w:spacing w:after="200" w:line="276" w:lineRule="auto"/>')
    styles += style("A", '<w:pPr><w:spacing w:before="60" w:line="240"/><w:jc w:val="both"/></w:pPr>')
    styles += style("B", '<w:basedOn w:val="A"/><w:pPr><w:ind w:firstLine="720"/></w:pPr>')
    found = layout('<w:pStyle w:val="B"/><w:jc w:val="right"/>', styles=styles)
    assert found == Layout(align="right", first_mm=12.7, before_pt=3, after_pt=10, line=1)


def it_lets_an_exact_line_stand_over_a_multiple_and_the_other_way_round() -> None:
    styles = style("A", '<w:pPr><w:spacing w:line="340" w:lineRule="exact"/></w:pPr>')
    found = layout('<w:pStyle w:val="A"/><w:spacing w:line="240" w:lineRule="auto"/>', styles=styles)
    assert (found.line, found.line_pt) == (1, None)


def it_joins_borders_of_styles_side_by_side_and_takes_them_away_again() -> None:
    line = '<w:{} w:val="single" w:sz="4"/>'
    styles = style("A", f"<w:pPr><w:pBdr>{line.format('top')}{line.format('bottom')}</w:pBdr></w:pPr>")
    own = f'<w:pBdr><w:top w:val="none"/>{line.format("left")}</w:pBdr>'
    assert layout('<w:pStyle w:val="A"/>' + own, styles=styles).rules == {"bottom": Border(0.5), "left": Border(0.5)}


def it_calls_a_paragraph_by_the_name_of_its_style() -> None:
    styles = style("N", "", more='w:default="on"') + style("TD", '<w:name w:val="Tiêu đề"/>')
    styles = styles.replace('<w:name w:val="TD"/>', "")
    assert first(p("a"), styles=styles).style == "N"
    assert first(p("a", ppr='<w:pStyle w:val="TD"/>'), styles=styles).style == "Tiêu đề"
    assert first(p("a")).style == ""
