"""Drawings in a run, as DrawingML or as the older VML: lines under headings, framed stamps, text boxes, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from vbhc.word.view.values import Block, Shape
from vbhc.word.xmltree import Element, w

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_V = "{urn:schemas-microsoft-com:vml}"
EMU_MM = 1 / 36000
_LINES = frozenset({"line", "straightConnector1"})
# A drawn box as low as this is meant as a line.
_LINE_MM = 1.0
_UNITS_MM = {"pt": 25.4 / 72, "in": 25.4, "cm": 10.0, "mm": 1.0, "px": 25.4 / 96, "": 25.4 / 72}

Reader = Callable[[Element], tuple[Block, ...]]
"""Reads the blocks of a text box."""


def read_drawing(drawing: Element, read: Reader) -> Iterator[Shape]:
    """The shapes of a ``w:drawing``."""
    for anchor in drawing:
        if anchor.tag not in (f"{_WP}anchor", f"{_WP}inline"):
            continue
        extent = anchor.find(f"{_WP}extent")
        width, height = (0.0, 0.0) if extent is None else (_emu(extent, "cx"), _emu(extent, "cy"))
        shapes = [shape for shape in anchor.iter(f"{_WPS}wsp") if _in_no_box(shape, anchor)]
        if not shapes:
            yield Shape("picture", width, height)
        for shape in shapes:
            alone = (width, height) if len(shapes) == 1 else _own_extent(shape)
            yield _shape(shape, *alone, read)


def _shape(shape: Element, width: float, height: float, read: Reader) -> Shape:
    properties = shape.find(f"{_WPS}spPr")
    geometry = None if properties is None else properties.find(f"{_A}prstGeom")
    preset = "" if geometry is None else geometry.get("prst", "")
    line = None if properties is None else properties.find(f"{_A}ln")
    styled = shape.find(f"{_WPS}style/{_A}lnRef")
    of_style = styled is not None and styled.get("idx") != "0"
    outlined = line.find(f"{_A}noFill") is None if line is not None else of_style
    content = shape.find(f"{_WPS}txbx/{w('txbxContent')}")
    if content is not None:
        return Shape("box", width, height, outlined, read(content))
    if preset in _LINES or height < _LINE_MM < width:
        dash = None if line is None else line.find(f"{_A}prstDash")
        return Shape("line", width, height, outlined=True, broken=dash is not None and dash.get("val") != "solid")
    return Shape("box", width, height, outlined)


def _own_extent(shape: Element) -> tuple[float, float]:
    extent = shape.find(f"{_WPS}spPr/{_A}xfrm/{_A}ext")
    return (0.0, 0.0) if extent is None else (_emu(extent, "cx"), _emu(extent, "cy"))


def _emu(extent: Element, name: str) -> float:
    try:
        return int(float(extent.get(name, "0"))) * EMU_MM
    except (ValueError, OverflowError):
        return 0.0


def read_pict(pict: Element, read: Reader) -> Iterator[Shape]:
    """The shapes of a ``w:pict`` (VML), groups looked into."""
    for shape in pict.iter(*(f"{_V}{name}" for name in ("shape", "line", "rect", "roundrect", "oval", "polyline"))):
        if not _in_no_box(shape, pict):
            continue
        style = _css(shape.get("style", ""))
        in_group = shape.getparent() is not pict  # where lengths are in units of the group's own
        width, height = (0.0 if in_group else _length(style.get(name, "")) for name in ("width", "height"))
        outlined = shape.get("stroked", "t") not in ("f", "false", "0")
        content = shape.find(f"{_V}textbox/{w('txbxContent')}")
        if content is not None:
            yield Shape("box", width, height, outlined, read(content))
        elif shape.tag == f"{_V}line":
            yield Shape("line", _line_mm(shape) or width, 0.0, outlined=True, broken=_is_broken(shape))
        elif shape.find(f"{_V}imagedata") is not None:
            yield Shape("picture", width, height)
        elif outlined and height < _LINE_MM < width:
            yield Shape("line", width, height, outlined=True, broken=_is_broken(shape))
        else:
            yield Shape("box", width, height, outlined)


def _is_broken(shape: Element) -> bool:
    stroke = shape.find(f"{_V}stroke")
    return stroke is not None and stroke.get("dashstyle", "solid") != "solid"


def _in_no_box(shape: Element, drawing: Element) -> bool:
    """Whether a shape belongs to the drawing itself; one inside a text box is read with the box."""
    for ancestor in shape.iterancestors():
        if ancestor is drawing:
            break
        if ancestor.tag == w("txbxContent"):
            return False
    return True


def _css(style: str) -> Mapping[str, str]:
    pairs = (part.partition(":") for part in style.split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _length(text: str) -> float:
    found = re.fullmatch(r"(-?[\d.]+)([a-z]*)", text)
    try:
        return float(found[1]) * _UNITS_MM.get(found[2], 0.0) if found else 0.0
    except ValueError:
        return 0.0


def _line_mm(line: Element) -> float:
    ends = [line.get(name, "").split(",") for name in ("from", "to")]
    try:
        (x1, _), (x2, _) = (tuple(map(_length, end)) for end in ends)
    except ValueError:
        return 0.0
    return abs(x2 - x1)
