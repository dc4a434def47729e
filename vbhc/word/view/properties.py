"""Run and paragraph properties as Word writes them, read into plain dictionaries that can be laid over one another."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any, TypeAlias

from vbhc.word.view.values import BLACK, Border
from vbhc.word.xmltree import Element, number, w

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
_PARAGRAPH_SWITCHES = {
    "keep_next": w("keepNext"),
    "page_break_before": w("pageBreakBefore"),
    "contextual": w("contextualSpacing"),
}
# The outline level that says that a paragraph has none.
_BODY_TEXT = 9
TOGGLES = frozenset(_SWITCHES)
"""What adds up over kinds of style: bold in both a paragraph and a character style is not bold (ECMA-376, 17.7.3)."""

_ALIGN = {"start": "left", "end": "right", "distribute": "both", "thaiDistribute": "both", "justify": "both"}
_ALIGN |= dict.fromkeys(("lowKashida", "mediumKashida", "highKashida"), "both")
_ALIGNS = frozenset({"left", "center", "right", "both"})
_SIDES = ("top", "bottom", "left", "right")
_UNITS_MM = {"pt": 25.4 / 72, "cm": 10.0, "mm": 1.0, "in": 25.4, "pc": 25.4 / 6, "pi": 25.4 / 6}
_HALF_POINT_MM = 25.4 / 144
# What Word draws where a border names no width.
_PLAIN_BORDER_PT = 0.5
_BROKEN = re.compile("dot|dash")
_SCRIPTS = frozenset({"superscript", "subscript"})
_HEX = frozenset("0123456789abcdefABCDEF")


def is_on(element: Element | None) -> bool:
    """Whether a switch such as ``w:b`` is there and not turned off."""
    return element is not None and element.get(w("val"), "1") not in _OFF


def twips(value: str | None) -> float | None:
    """A measure in twips, or in the units that newer files write ("12pt", "1.5cm"), as mm; ``None`` for no number."""
    mm = measure_mm(value)
    return None if mm is None else round(mm, 4)


def measure_mm(value: str | None, unit_mm: float = TWIP_MM) -> float | None:
    """As `twips`, but not rounded, and for numbers of another unit."""
    if value is None:
        return None
    unit = _UNITS_MM.get(value[-2:])
    try:
        mm = float(value[:-2]) * unit if unit else float(value) * unit_mm
    except ValueError:
        return None
    return mm if math.isfinite(mm) else None


def by_tag(element: Element) -> dict[str, Element]:
    """The children of an element that holds properties: to go over them once is faster than to look for each."""
    return {str(child.tag): child for child in element}


def run_properties(element: Element | None, themes: Mapping[str, str]) -> Properties:
    """What a ``w:rPr`` says; ``themes``: the fonts that theme names stand for."""
    if element is None:
        return {}
    found: dict[str, Any] = {}
    said = by_tag(element)
    for name, tag in _SWITCHES.items():
        if (switch := said.get(tag)) is not None:
            found[name] = is_on(switch)
    if is_on(said.get(w("dstrike"))):
        found["struck"] = True
    if (fonts := said.get(w("rFonts"))) is not None:
        found |= _fonts(fonts, themes)
    found |= _size(said.get(w("sz")))
    if (line := said.get(w("u"))) is not None:
        found["underlined"] = line.get(w("val"), "single") != "none"
    if (script := said.get(w("vertAlign"))) is not None:
        value = script.get(w("val"), "")
        found["script"] = value if value in _SCRIPTS else ""
    return found | _color(said.get(w("color"))) | _highlight(said.get(w("highlight")), said.get(w("shd")))


def _highlight(marker: Element | None, shade: Element | None) -> dict[str, bool]:
    """White shading comes with text from web pages and shows nothing."""
    if marker is not None:
        return {"highlighted": marker.get(w("val"), "none") not in ("none", "white")}
    if shade is not None:
        return {"highlighted": shade.get(w("fill"), "auto").upper() not in ("AUTO", "FFFFFF")}
    return {}


def _color(element: Element | None) -> dict[str, str]:
    if element is None:
        return {}
    value = element.get(w("val"), "auto")
    if value == "auto":
        return {"color": BLACK}
    return {"color": value.upper()} if len(value) == len(BLACK) and _HEX.issuperset(value) else {}


def _size(size: Element | None) -> dict[str, Any]:
    mm = None if size is None else measure_mm(size.get(w("val")), _HALF_POINT_MM)
    return {"size_pt": round(mm / 25.4 * 72, 2)} if mm and mm > 0 else {}


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
    said = by_tag(element)
    if (align := said.get(w("jc"))) is not None:
        value = align.get(w("val"), "left")
        value = _ALIGN.get(value, value)
        found |= {"align": value} if value in _ALIGNS else {}
    for name, tag in _PARAGRAPH_SWITCHES.items():
        if (switch := said.get(tag)) is not None:
            found[name] = is_on(switch)
    if (level := number(said.get(w("outlineLvl")), "val")) is not None:
        found["outline"] = level if 0 <= level < _BODY_TEXT else None
    if w("framePr") in said:
        found["framed"] = True
    return found | indents(said.get(w("ind"))) | _spacing(said.get(w("spacing"))) | _rules(said.get(w("pBdr")))


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


def _rules(borders: Element | None) -> dict[str, Any]:
    if borders is None:
        return {}
    said = ((side, borders.find(w(side))) for side in _SIDES)
    return {"rules": {side: _border(border) for side, border in said if border is not None}}


def _border(border: Element) -> Border | None:
    """The line that a border draws; ``None`` when it draws none."""
    kind = border.get(w("val"), "none")
    if kind in ("none", "nil"):
        return None
    eighths = number(border, "sz")
    return Border(_PLAIN_BORDER_PT if eighths is None else eighths / 8, _BROKEN.match(kind) is not None)


def lines(borders: Element | None) -> dict[str, bool]:
    """On which sides a ``w:tblBorders`` or ``w:tcBorders`` draws a line, or takes it away."""
    names = {"start": "left", "end": "right"}
    sides = () if borders is None else ((str(it.tag).rpartition("}")[2], it) for it in borders)
    return {names.get(name, name): _border(border) is not None for name, border in sides}
