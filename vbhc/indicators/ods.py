"""What python-calamine does not tell about an .ods sheet: percentages, formula errors, merged regions, its reach."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from vbhc.indicators.sheet import MAX_CELLS, Extras, Merge, PercentFormat, Position

_ERROR_TEXT = re.compile(r"#\S+|Err:[0-9]+")


def look(content: bytes, sheet: str) -> tuple[Extras, Position]:
    """The extras of a sheet and its far corner (the last row and column with a value)."""
    percents: dict[Position, PercentFormat] = {}
    errors: dict[Position, str] = {}
    merges: list[Merge] = []
    last = (-1, -1)
    for (row, column), cell, (down, right) in _cells(content, sheet):
        kind, text = _attributes(cell).get("value-type", ""), _text(cell)
        if not kind and not text:
            continue
        last = (max(last[0], row + down - 1), max(last[1], column + right - 1))
        if last[0] * last[1] > MAX_CELLS:
            break
        merges += _merge(cell, (row, column))
        for place in ((row + r, column + c) for r in range(down) for c in range(right)):
            if kind == "percentage":
                percents[place] = _percent_format(text)
            elif kind == "error" or (_attributes(cell).get("formula") and _ERROR_TEXT.fullmatch(text)):
                errors[place] = text
    return Extras(percents, errors, tuple(merges)), last


def _cells(content: bytes, sheet: str) -> Iterator[tuple[Position, ElementTree.Element, Position]]:
    """Each cell of the sheet with its position and how often it repeats, down and to the right."""
    row, inside = 0, False
    for event, element in ElementTree.iterparse(io.BytesIO(content), events=("start", "end")):
        name = element.tag.rpartition("}")[2]
        if name == "table":
            inside = event == "start" and _attributes(element).get("name") == sheet
        elif name == "table-row" and event == "end":
            repeated = _count(element, "number-rows-repeated")
            if inside:
                yield from _in_row(element, row, repeated)
                row += repeated
            element.clear()


def _in_row(
    row_element: ElementTree.Element, row: int, down: int
) -> Iterator[tuple[Position, ElementTree.Element, Position]]:
    column = 0
    for cell in row_element:
        right = _count(cell, "number-columns-repeated")
        yield (row, column), cell, (down, right)
        column += right


def _merge(cell: ElementTree.Element, first: Position) -> list[Merge]:
    down, right = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
    return [Merge(first, (first[0] + down - 1, first[1] + right - 1))] if down > 1 or right > 1 else []


def _text(cell: ElementTree.Element) -> str:
    """What the cell shows, without the comment that may hang on it."""
    return "\n".join("".join(child.itertext()) for child in cell if child.tag.endswith("}p"))


def _percent_format(text: str) -> PercentFormat:
    digits = re.search(r"[.,]([0-9]+)\s*%", text)
    return PercentFormat(digits=len(digits[1]) if digits else 0)


def _count(element: ElementTree.Element, name: str) -> int:
    return int(_attributes(element).get(name, 1))


def _attributes(element: ElementTree.Element) -> Mapping[str, str]:
    """The attributes by local name; calcext:value-type comes after office:value-type and knows "error"."""
    return {key.rpartition("}")[2]: value for key, value in element.items()}
