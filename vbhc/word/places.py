"""Where things stand in a Word part, in the words of staff, and marks that carry the place through to the template."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from lxml import etree

from vbhc.word.xmltree import Element, w

MARK = re.compile(r"<\?vbhc (?P<index>\d+)\?>")
TRANSPARENT = frozenset(map(w, ("sdt", "sdtContent", "customXml", "body", "footnote", "endnote")))
"""What is looked through: it holds paragraphs and tables, and is no place of its own to a reader."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph, table row or table cell, and where it stands."""

    element: Element
    place: str

    @property
    def text(self) -> str:
        """The text of a paragraph itself, without the text boxes anchored in it."""
        return "".join(node.text or "" for node in self.element.iter(w("t")) if _home(node) is self.element)


def _home(node: Element) -> Element | None:
    return next(node.iterancestors(w("p")), None)


def spots(root: Element, label: str) -> Iterator[Spot]:
    """Every paragraph, table row and table cell of a part in document order; ``label`` names the part."""
    yield from _blocks(root, label, count(1), count(1))


def _blocks(parent: Element, place: str, paragraphs: Iterator[int], tables: Iterator[int]) -> Iterator[Spot]:
    for child in _children(parent):
        if child.tag == w("p"):
            here = f"{place}, đoạn {next(paragraphs)}"
            yield Spot(child, here)
            yield from _boxes(child, here)
        elif child.tag == w("tbl"):
            yield from _rows(child, f"{place}, bảng {next(tables)}")


def _children(parent: Element) -> Iterator[Element]:
    """What stands in ``parent``, content controls and the like looked through."""
    for child in parent:
        if child.tag in TRANSPARENT:
            yield from _children(child)
        else:
            yield child


def _boxes(paragraph: Element, place: str) -> Iterator[Spot]:
    for box in paragraph.iter(w("txbxContent")):
        if _home(box) is paragraph:
            yield from _blocks(box, f"{place}, khung chữ", count(1), count(1))


def _rows(table: Element, place: str) -> Iterator[Spot]:
    rows = (child for child in _children(table) if child.tag == w("tr"))
    for row_number, row in enumerate(rows, 1):
        here = f"{place} hàng {row_number}"
        yield Spot(row, here)
        cells = (child for child in _children(row) if child.tag == w("tc"))
        for cell_number, cell in enumerate(cells, 1):
            yield from _cell(cell, f"{here} ô {cell_number}")


def _cell(cell: Element, place: str) -> Iterator[Spot]:
    yield Spot(cell, place)
    only_one = len(cell.findall(w("p"))) == 1 and cell.find(w("tbl")) is None
    for spot in _blocks(cell, place, count(1), count(1)):
        yield Spot(spot.element, place) if only_one and spot.element.tag == w("p") else spot


def mark(found: list[Spot]) -> None:
    """Put before each element a mark with its index: it comes through docxtpl's rewriting, and Word never sees it."""
    for index, spot in enumerate(found):
        spot.element.addprevious(etree.ProcessingInstruction("vbhc", str(index)))
