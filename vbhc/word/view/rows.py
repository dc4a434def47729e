"""Tables: rows and cells with the lines drawn around them, merged cells, and what their style says of texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vbhc.word.view.properties import TWIP_MM, is_on, twips
from vbhc.word.view.style_sheet import lines
from vbhc.word.view.values import Cell, Place, Row, Table
from vbhc.word.xmltree import Element, number, w

if TYPE_CHECKING:
    from vbhc.word.view.story import Story

_WRAPPERS = frozenset(map(w, ("sdt", "sdtContent", "ins", "customXml")))
# The bits of an old-style w:tblLook.
_LOOKS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
_PARTS = {"firstRow": "firstRow", "lastRow": "lastRow", "firstColumn": "firstCol", "lastColumn": "lastCol"}
_INSIDE = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}


def read_table(story: Story, element: Element, name: str) -> Table:
    """The table with all that stands in it; ``name``: how staff find it."""
    properties = element.find(w("tblPr"))
    rows = list(_inside(element, w("tr")))
    reader = _TableReader(story, name, _style_id(properties), _look(properties), _drawn(story, properties), len(rows))
    grid = tuple((number(it, "w", 0) or 0) * TWIP_MM for it in element.iterfind(f"{w('tblGrid')}/{w('gridCol')}"))
    indent = None if properties is None else properties.find(w("tblInd"))
    left = 0.0 if indent is None else twips(indent.get(w("w"))) or 0.0
    first = next(element.iter(w("p")), None)
    place = Place(story.part, 0 if first is None else story.indexes[first], name)
    return Table(tuple(reader.row(row, at, grid) for at, row in enumerate(rows)), grid, left, place)


@dataclass(frozen=True)
class _TableReader:
    """Reads the rows of one table: ``look``: which of its parts its style sets apart; ``drawn``: where it has lines."""

    story: Story
    name: str
    style_id: str
    look: frozenset[str]
    drawn: Mapping[str, bool]
    rows: int

    def row(self, row: Element, at: int, grid: Sequence[float]) -> Row:
        properties = row.find(w("trPr"))
        before = None if properties is None else properties.find(w("gridBefore"))
        column = number(before, "val", 0) or 0
        elements, cells = list(_inside(row, w("tc"))), []
        for position, element in enumerate(elements):
            edges = {"top": at == 0, "bottom": at == self.rows - 1, "left": position == 0}
            edges["right"] = position == len(elements) - 1
            cell = self._cell(element, f"{self.name}, hàng {at + 1}, ô {position + 1}", column, edges)
            cells.append(cell if cell.width_mm else replace(cell, width_mm=sum(grid[column : column + cell.span])))
            column += cell.span
        header, whole = (
            None if properties is None else properties.find(w(name)) for name in ("tblHeader", "cantSplit")
        )
        return Row(tuple(cells), is_on(header), is_on(whole))

    def _cell(self, element: Element, where: str, column: int, edges: Mapping[str, bool]) -> Cell:
        properties = element.find(w("tcPr"))
        merge, width, span = (
            None if properties is None else properties.find(w(name)) for name in ("vMerge", "tcW", "gridSpan")
        )
        sides = zip(_PARTS, (edges["top"], edges["bottom"], edges["left"], edges["right"]), strict=True)
        parts = [_PARTS[name] for name, here in sides if here and name in self.look]
        table = self.story.styles.table_format(self.style_id, parts)
        blocks = self.story.blocks(element, where=where, table=table)
        continues = merge is not None and merge.get(w("val"), "continue") == "continue"
        fixed = width is not None and width.get(w("type"), "dxa") == "dxa"
        width_mm = twips(width.get(w("w"))) or 0.0 if fixed and width is not None else 0.0
        return Cell(
            blocks, column, max(number(span, "val", 1) or 1, 1), continues, width_mm, self._borders(properties, edges)
        )

    def _borders(self, properties: Element | None, edges: Mapping[str, bool]) -> frozenset[str]:
        """The sides on which a line is drawn: as the cell says, else as the table says of its edge or of its inside."""
        own = lines(None if properties is None else properties.find(w("tcBorders")))
        drawn = {
            side: own.get(side, self.drawn.get(side if edge else _INSIDE[side], False)) for side, edge in edges.items()
        }
        return frozenset(side for side, line in drawn.items() if line)


def _style_id(properties: Element | None) -> str:
    style = None if properties is None else properties.find(w("tblStyle"))
    return "" if style is None else style.get(w("val"), "")


def _drawn(story: Story, properties: Element | None) -> Mapping[str, bool]:
    own = None if properties is None else properties.find(w("tblBorders"))
    return {**story.styles.table_lines(_style_id(properties)), **lines(own)}


def _inside(element: Element, tag: str) -> Iterator[Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _look(properties: Element | None) -> frozenset[str]:
    """Which parts of the table its style sets apart."""
    look = None if properties is None else properties.find(w("tblLook"))
    if look is None:
        return frozenset()
    try:
        bits = int(look.get(w("val"), "0"), 16)
    except ValueError:
        bits = 0
    said = {name: look.get(w(name), "1" if bits & bit else "0") for name, bit in _LOOKS.items()}
    return frozenset(name for name, value in said.items() if value in ("1", "true", "on"))
