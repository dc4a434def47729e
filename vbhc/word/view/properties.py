"""Run and paragraph properties as Word writes them, read into plain dictionaries that can be laid over one another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from vbhc.word.xmltree import Element, w

Properties: TypeAlias = Mapping[str, Any]
"""Fields of `Look` or `Layout` that something says; what it does not say is not in it."""

TWIP_MM = 25.4 / 1440
_OFF = frozenset({"0", "false", "off"})
_SWITCHES = {
    "bold": w("b"),
    "italic": w("i"),
    "struck": w("strike"),
    "caps": w("caps"),
    "small_caps": w("smallCaps"),
    "hidden": w("vanish"),
}
TOGGLES = frozenset(_SWITCHES)
"""What adds up over kinds of style: bold in both a paragraph and a character style is not bold (ECMA-376, 17.7.3)."""

_ALIGN = {"start": "left", "end": "right", "distribute": "both", "mediumKashida": "both", "justify": "both"}
_ALIGNS = frozenset({"left", "center", "right", "both"})
_SIDES = ("top", "bottom", "left", "right")


def is_on(element: Element | None) -> bool:
    """Whether a switch such as ``w:b`` is there and not turned off."""
    return element is not None and element.get(w("val"), "1") not in _OFF


def twips(value: str | None) -> float | None:
    """A measure in twips, or in the units that newer files write ("12pt", "1.5cm"), as mm; ``None`` for no number."""
    if value is None:
        return None
    units = {"pt": 25.4 / 72, "cm": 10.0, "mm": 1.0, "in": 25.4, "pc": 25.4 / 6, "pi": 25.4 / 6}
    unit = units.get(value[-2:])
    try:
        return round(float(value[:-2]) * unit if unit else float(value) * TWIP_MM, 4)
    except ValueError:
        return None


def run_properties(element: Element | None, themes: Mapping[str, str]) -> Properties:
    """What a ``w:rPr`` says; ``themes``: the fonts that theme names stand for."""
    if element is None:
        return {}
    found: dict[str, Any] = {}
    for name, tag in _SWITCHES.items():
        if (switch := element.find(tag)) is not None:
            found[name] = is_on(switch)
    if (fonts := element.find(w("rFonts"))) is not None:
        found |= _fonts(fonts, themes)
    found |= _size(element)
    if (line := element.find(w("u"))) is not None:
        found["underlined"] = line.get(w("val"), "single") != "none"
    if (script := element.find(w("vertAlign"))) is not None:
        value = script.get(w("val"), "")
        found["script"] = value if value in ("superscript", "subscript") else ""
    if (color := element.find(w("color"))) is not None:
        value = color.get(w("val"), "auto")
        found["color"] = "000000" if value == "auto" else value.upper()
    return found


def _size(element: Element) -> dict[str, Any]:
    size = element.find(w("sz"))
    try:
        return {} if size is None else {"size_pt": float(size.get(w("val"), "")) / 2}
    except ValueError:
        return {}


def _fonts(fonts: Element, themes: Mapping[str, str]) -> dict[str, Any]:
    found = {}
    for name, attribute in (("font", "ascii"), ("font_marked", "hAnsi")):
        font = themes.get(fonts.get(w(f"{attribute}Theme"), "")) or fonts.get(w(attribute))
        if font:
            found[name] = font
    return found


def paragraph_properties(element: Element | None) -> Properties:
    """What a ``w:pPr`` says of the paragraph; not its style, its number, or its section."""
    if element is None:
        return {}
    found: dict[str, Any] = {}
    if (align := element.find(w("jc"))) is not None:
        value = align.get(w("val"), "left")
        value = _ALIGN.get(value, value)
        found["align"] = value if value in _ALIGNS else "left"
    for name, tag in (("keep_next", "keepNext"), ("page_break_before", "pageBreakBefore")):
        if (switch := element.find(w(tag))) is not None:
            found[name] = is_on(switch)
    if (level := element.find(w("outlineLvl"))) is not None and level.get(w("val"), "").isdigit():
        outline = int(level.get(w("val"), ""))
        found["outline"] = outline if outline < 9 else None
    if element.find(w("framePr")) is not None:
        found["framed"] = True
    return found | indents(element.find(w("ind"))) | _spacing(element.find(w("spacing"))) | _rules(element)


def indents(element: Element | None) -> dict[str, Any]:
    """What a ``w:ind`` says."""
    if element is None:
        return {}
    found: dict[str, Any] = {}
    for name, attributes in (("left_mm", ("start", "left")), ("right_mm", ("end", "right"))):
        values = [mm for attribute in attributes if (mm := twips(element.get(w(attribute)))) is not None]
        found |= {name: values[0]} if values else {}
    first, hanging = twips(element.get(w("firstLine"))), twips(element.get(w("hanging")))
    if hanging is not None:
        found["first_mm"] = -hanging
    elif first is not None:
        found["first_mm"] = first
    return found


def _spacing(element: Element | None) -> dict[str, Any]:
    if element is None:
        return {}
    found: dict[str, Any] = {}
    for name, attribute in (("before_pt", "before"), ("after_pt", "after")):
        if element.get(w(f"{attribute}Autospacing"), "0") not in _OFF:
            found[name] = 14.0  # Word's own choice for text from web pages
        elif (mm := twips(element.get(w(attribute)))) is not None:
            found[name] = round(mm / 25.4 * 72, 2)
    if (line := twips(element.get(w("line")))) is not None:
        rule, points = element.get(w("lineRule"), "auto"), round(line / 25.4 * 72, 2)
        if rule == "auto":
            found |= {"line": round(points / 12, 3), "line_pt": None, "at_least": False}
        else:
            found |= {"line": None, "line_pt": points, "at_least": rule == "atLeast"}
    return found


def _rules(element: Element) -> dict[str, Any]:
    borders = element.find(w("pBdr"))
    if borders is None:
        return {}
    return {"rules": {side: width for side in _SIDES if (width := drawn_pt(borders.find(w(side)))) is not None}}


def drawn_pt(border: Element | None) -> float | None:
    """The width of a border in points; ``None`` when no line is drawn."""
    if border is None or border.get(w("val"), "none") in ("none", "nil"):
        return None
    try:
        return float(border.get(w("sz"), "4")) / 8
    except ValueError:
        return 0.5
