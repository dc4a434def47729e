"""What python-calamine does not tell about an .ods: percentages, formula errors, merged regions, how far it reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree

from vbhc.indicators.sheet import MAX_CELLS, Extras, Look, Merge, NumberFormat, Position
from vbhc.indicators.soundness import local_name, whole_number, xml_events

_ERROR_TEXT = re.compile(r"#\S+|Err:[0-9]+")


class _Cell(NamedTuple):
    """A cell with a value, the position it begins at, and how often it repeats, down and to the right."""

    place: Position
    repeated: Position
    element: ElementTree.Element

    @property
    def last(self) -> Position:
        """The last position it fills."""
        return self.place[0] + self.repeated[0] - 1, self.place[1] + self.repeated[1] - 1

    def places(self) -> Iterator[Position]:
        """Every position it fills."""
        (row, column), (down, right) = self.place, self.repeated
        return ((row + r, column + c) for r in range(down) for c in range(right))


def look(content: bytes) -> dict[str, Look]:
    """The extras of each sheet and its far corner; a sheet is left as soon as it proves too large."""
    return {name: _look(cells) for name, cells in _sheets(content)}


def _look(cells: Iterator[_Cell]) -> Look:
    formats: dict[Position, NumberFormat] = {}
    errors: dict[Position, str] = {}
    merges: list[Merge] = []
    last = (-1, -1)
    for cell in cells:
        last = (max(last[0], cell.last[0]), max(last[1], cell.last[1]))
        if (last[0] + 1) * (last[1] + 1) > MAX_CELLS:
            break
        attributes, text = _attributes(cell.element), _text(cell.element)
        kind = attributes.get("value-type")
        if kind == "percentage":
            formats |= dict.fromkeys(cell.places(), _percent_format(text))
        elif kind == "error" or ("formula" in attributes and _ERROR_TEXT.fullmatch(text)):
            errors |= dict.fromkeys(cell.places(), text)
        down, right = _count(cell.element, "number-rows-spanned"), _count(cell.element, "number-columns-spanned")
        if down > 1 or right > 1:
            merges.append(Merge(cell.place, (cell.place[0] + down - 1, cell.place[1] + right - 1)))
    return Look(Extras(formats, errors, tuple(merges)), last)


def _sheets(content: bytes) -> Iterator[tuple[str, Iterator[_Cell]]]:
    """Each sheet by name with its cells; what a caller leaves of the cells is passed over."""
    events = xml_events(content)
    for event, element in events:
        if event == "start" and local_name(element) == "table":
            cells = _cells(events)
            yield _attributes(element).get("name", ""), cells
            for _ in cells:
                pass


def _cells(events: Iterator[tuple[str, ElementTree.Element]]) -> Iterator[_Cell]:
    """The cells with a value up to the end of the table; each row is forgotten when it has been read."""
    row = 0
    for event, element in events:
        if event != "end":
            continue
        if local_name(element) == "table":
            return
        if local_name(element) == "table-row":
            down = _count(element, "number-rows-repeated")
            yield from _in_row(element, row, down)
            row += down
            element.clear()


def _in_row(row_element: ElementTree.Element, row: int, down: int) -> Iterator[_Cell]:
    column = 0
    for element in row_element:
        right = _count(element, "number-columns-repeated")
        if "value-type" in _attributes(element) or _text(element):
            yield _Cell((row, column), (down, right), element)
        column += right


def _text(cell: ElementTree.Element) -> str:
    """What the cell shows, without the comment that may hang on it."""
    return "\n".join("".join(child.itertext()) for child in cell if local_name(child) == "p")


def _percent_format(text: str) -> NumberFormat:
    digits = re.search(r"[.,]([0-9]+)\s*%", text)
    return NumberFormat(len(digits[1]) if digits else 0, percent=True, factor=100, after="%")


def _count(element: ElementTree.Element, name: str) -> int:
    return whole_number(_attributes(element).get(name, "1"))


def _attributes(element: ElementTree.Element) -> Mapping[str, str]:
    """The attributes by local name; calcext:value-type comes after office:value-type and knows "error"."""
    return {key.rpartition("}")[2]: value for key, value in element.items()}
