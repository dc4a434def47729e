"""What python-calamine does not tell about an .xlsx sheet: number formats, formula errors, how far it reaches."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias
from xml.etree import ElementTree

from vbhc.indicators.formats import BUILT_IN, number_format
from vbhc.indicators.sheet import Extras, Look, NumberFormat, Position
from vbhc.indicators.soundness import local_name, whole_number, xml_events

Parts: TypeAlias = Mapping[str, bytes]

_CELL = re.compile(rb"""<(?:\w+:)?c(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)>""")
_REFERENCE = re.compile(rb"""\sr=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_STYLE = re.compile(rb"""\ss=["']([0-9]+)["']""")
_ERROR = re.compile(rb"""\st=["']e["']""")
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]+)<")
_TEXT = re.compile(rb"<(?:\w+:)?is>")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_END = re.compile(rb"</(?:\w+:)?c>")
_UNCALCULATED = "công thức chưa được tính"


def look(parts: Parts, sheet: str) -> Look:
    """The extras of a sheet and its far corner (the last row and column with a value)."""
    styles = _number_styles(parts.get("xl/styles.xml"))
    formats: dict[Position, NumberFormat] = {}
    errors: dict[Position, str] = {}
    last = (-1, -1)
    for attributes, content in _cells(parts.get(_sheet_part(parts, sheet), b"")):
        place = _place(attributes)
        value = _VALUE.search(content)
        if place is None or not (value or _TEXT.search(content) or _FORMULA.search(content)):
            continue
        last = (max(last[0], place[0]), max(last[1], place[1]))
        style = _STYLE.search(attributes)
        if style and (shown := styles.get(int(style[1]))):
            formats[place] = shown
        if value is None and _FORMULA.search(content):
            errors[place] = _UNCALCULATED
        elif value and _ERROR.search(attributes):
            errors[place] = value[1].decode(errors="replace")
    return Look(Extras(formats, errors), last)


def _cells(xml: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The attributes and the content of each cell; the parts of a sheet are too big for a tree."""
    starts = [*_CELL.finditer(xml)]
    limits = [match.start() for match in starts] + [len(xml)]
    for match, limit in zip(starts, limits[1:], strict=True):
        end = None if match[1].endswith(b"/") else _END.search(xml, match.end(), limit)
        yield match[1], xml[match.end() : end.start()] if end else b""


def _place(attributes: bytes) -> Position | None:
    match = _REFERENCE.search(attributes)
    if not match:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + letter - ord("A") + 1
    return int(match[2]) - 1, column - 1


def _sheet_part(parts: Parts, sheet: str) -> str:
    """The part that holds ``sheet``: its name leads to a relationship, the relationship to the part."""
    for entry in _elements(parts.get("xl/workbook.xml"), "sheet"):
        if entry.get("name") == sheet:
            ids = [value for key, value in entry.items() if key.endswith("}id")]
            links = _elements(parts.get("xl/_rels/workbook.xml.rels"), "Relationship")
            targets = [link.get("Target", "") for link in links if link.get("Id") in ids]
            return posixpath.normpath(posixpath.join("/xl", *targets[:1])).lstrip("/")
    return ""


def _number_styles(styles: bytes | None) -> dict[int, NumberFormat]:
    """The cell styles (by their number in ``cellXfs``) that say how a number is shown."""
    custom = {
        whole_number(f.get("numFmtId", "0")): number_format(f.get("formatCode", ""))
        for f in _elements(styles, "numFmt")
    }
    formats = {**BUILT_IN, **custom}
    xfs = [xf for block in _elements(styles, "cellXfs") for xf in block]
    found = {number: formats.get(whole_number(xf.get("numFmtId", "0"))) for number, xf in enumerate(xfs)}
    return {number: shown for number, shown in found.items() if shown}


def _elements(xml: bytes | None, name: str) -> list[ElementTree.Element]:
    return [it for event, it in xml_events(xml) if event == "end" and local_name(it) == name] if xml else []
