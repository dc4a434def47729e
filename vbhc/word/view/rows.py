"""Tables: rows and cells with the lines drawn around them, merged cells, and what their style says of texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbhc.word.view.borders import Edges, joined, side_drawn
from vbhc.word.view.properties import by_tag, is_on, lines, twips
from vbhc.word.view.style_sheet import TableFormat
from vbhc.word.view.values import Cell, Place, Row, Table
from vbhc.word.xmltree import Element, number, w

if TYPE_CHECKING:
    from vbhc.word.view.story import Story

# The bits of an old-style w:tblLook; the last two say that bands are not told apart.
_LOOKS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
_CORNERS = {"nwCell": ("top", "left"), "neCell": ("top", "right"), "swCell": ("bottom", "left")}
_CORNERS |= {"seCell": ("bottom", "right")}
_EDGE_LOOKS = {"top": "firstRow", "bottom": "lastRow", "left": "firstColumn", "right": "lastColumn"}
_EDGE_PARTS = {"top": "firstRow", "bottom": "lastRow", "left": "firstCol", "right": "lastCol"}


def read_table(story: Story, element: Element, place: Place, name: str) -> Table:
    """The table with all that stands in it; ``name``: how staff find it within its part."""
    properties = element.find(w("tblPr"))
    rows = element.findall(w("tr"))
    grid = tuple(twips(it.get(w("w"))) or 0.0 for it in element.iterfind(f"{w('tblGrid')}/{w('gridCol')}"))
    own = lines(None if properties is None else properties.find(w("tblBorders")))
    reader = _TableReader(story, name, _style_id(properties), _look(properties), own, grid, len(rows))
    read: list[Row] = []
    for at, row in enumerate(rows):
        read.append(reader.row(row, at, heads=all(it.header for it in read)))
    return Table(tuple(joined(read)), grid, _width(None if properties is None else properties.find(w("tblInd"))), place)


@dataclass(frozen=True)
class _TableReader:
    """Reads the rows of one table: ``look``: which of its parts its style sets apart; ``drawn``: where it has lines."""

    story: Story
    name: str
    style_id: str
    look: frozenset[str]
    drawn: Mapping[str, bool]
    grid: Sequence[float]
    rows: int

    def row(self, row: Element, at: int, *, heads: bool) -> Row:
        """One row; ``heads``: a header may go on in it, for every row above is part of one."""
        properties = row.find(w("trPr"))
        before = None if properties is None else properties.find(w("gridBefore"))
        column = max(number(before, "val", 0) or 0, 0)
        drawn = {**self.drawn, **lines(row.find(f"{w('tblPrEx')}/{w('tblBorders')}"))}
        elements, cells = row.findall(w("tc")), []
        for position, element in enumerate(elements):
            edges = {"top": at == 0, "bottom": at == self.rows - 1, "left": position == 0}
            edges["right"] = position == len(elements) - 1
            parts = tuple(self._parts(edges, at, position))
            table = self.story.styles.table_format(self.style_id, parts)
            where = f"{self.name}, hàng {at + 1}, ô {position + 1}"
            borders = _Borders(edges, drawn, table)
            cells.append(self._cell(element, where, column, borders))
            column += cells[-1].span
        header, whole = (
            is_on(None if properties is None else properties.find(w(name))) for name in ("tblHeader", "cantSplit")
        )
        return Row(tuple(cells), header and heads, whole)

    def _cell(self, element: Element, where: str, column: int, borders: _Borders) -> Cell:
        properties = element.find(w("tcPr"))
        said = {} if properties is None else by_tag(properties)
        merge = said.get(w("vMerge"))
        spanned = max(number(said.get(w("gridSpan")), "val", 1) or 1, 1)
        return Cell(
            self.story.blocks(element, where=where, table=borders.table),
            column,
            spanned,
            continues=merge is not None and merge.get(w("val"), "continue") == "continue",
            width_mm=_width(said.get(w("tcW"))) or sum(self.grid[column : column + spanned]),
            borders=borders.of(lines(said.get(w("tcBorders")))),
        )

    def _parts(self, edges: Edges, at: int, position: int) -> Iterator[str]:
        """The parts of the table that a cell belongs to for the style, the weakest first (ECMA-376-1, 17.7.6)."""
        yield "wholeTable"
        here = [side for side, look in _EDGE_LOOKS.items() if look in self.look and edges[side]]
        if "noVBand" not in self.look and not {"left", "right"}.intersection(here):
            yield "band2Vert" if (position - ("firstColumn" in self.look)) % 2 else "band1Vert"
        if "noHBand" not in self.look and not {"top", "bottom"}.intersection(here):
            yield "band2Horz" if (at - ("firstRow" in self.look)) % 2 else "band1Horz"
        yield from (_EDGE_PARTS[side] for side in here)
        yield from (corner for corner, sides in _CORNERS.items() if set(sides) <= set(here))


@dataclass(frozen=True)
class _Borders:
    """What is said of the lines of a cell: by the table itself, and by its style."""

    edges: Edges
    direct: Mapping[str, bool]
    table: TableFormat

    def of(self, own: Mapping[str, bool]) -> frozenset[str]:
        """The sides on which a line is drawn: as the cell says, else the table, else its style."""
        said = [("cell", own), ("", self.direct), *self.table.lines]
        return frozenset(side for side in _EDGE_LOOKS if side_drawn(side, self.edges, said))


def _style_id(properties: Element | None) -> str:
    style = None if properties is None else properties.find(w("tblStyle"))
    return "" if style is None else style.get(w("val"), "")


def _width(element: Element | None) -> float:
    """A width of the table or a cell in mm; 0 where it is none or in percent."""
    if element is None or element.get(w("type"), "dxa") != "dxa":
        return 0.0
    return twips(element.get(w("w"))) or 0.0


def _look(properties: Element | None) -> frozenset[str]:
    """Which parts of the table its style sets apart."""
    look = None if properties is None else properties.find(w("tblLook"))
    if look is None:
        return frozenset({"noHBand", "noVBand"})
    try:
        bits = int(look.get(w("val"), "0"), 16)
    except ValueError:
        bits = 0
    said = {name: look.get(w(name), "1" if bits & bit else "0") for name, bit in _LOOKS.items()}
    return frozenset(name for name, value in said.items() if value in ("1", "true", "on"))
