"""Rows of a sheet drawn as rows of a table: texts, what reaches over several columns, what is one cell over rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from vbhc.indicators.rows import CODE
from vbhc.indicators.sheet import Cell, Merge, Position, Sheet, address
from vbhc.model import Hang, OBang
from vbhc.text.markup import escape

MarkCell: TypeAlias = Callable[[str, str], str]
"""Given the address of a cell ("" for none) and the text that it shows, gives the text to print."""


def unmarked(address: str, text: str) -> str:
    """The text as it is."""
    return text


class Drawn(NamedTuple):
    """A cell of the table: ``start`` is its first column, ``khoa`` the address of what it shares with other rows.

    ``o``: the address of the first cell of the sheet that it shows.
    """

    start: int
    text: str
    so_cot: int = 1
    khoa: str = ""
    number: bool = False
    o: str = ""

    def to_cell(self, mark: MarkCell, *, shared: bool) -> str | OBang:
        """The cell for a `Hang`; ``shared``: it is one with a neighbour."""
        text = mark(self.o, self.text)
        if shared or self.so_cot > 1:
            return OBang.tu_du_lieu(text, so_cot=self.so_cot, khoa=self.khoa if shared else None)
        return escape(text)


class DrawnRow(NamedTuple):
    """A row of the table; ``heads``: it heads the rows below it."""

    cells: tuple[Drawn, ...]
    heads: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """The sheet seen through the columns of a table, each of them one or more columns of the sheet.

    ``codes`` are the columns of codes, in which a number has a point; ``regions`` the merged regions by first cell.
    """

    sheet: Sheet
    columns: tuple[tuple[int, ...], ...]
    codes: frozenset[int]
    regions: Mapping[Position, Merge]

    @classmethod
    def of(cls, sheet: Sheet, columns: Sequence[tuple[int, ...]], codes: frozenset[int] = frozenset()) -> Grid:
        """The grid of these columns."""
        return cls(sheet, tuple(columns), codes, {merge.first: merge for merge in sheet.extras.merges})

    def draw(self, row: int) -> tuple[Drawn, ...]:
        """The cells of a row; one merged over several rows has its text and its key in each of them."""
        return tuple(self._cells(row))

    def _cells(self, row: int) -> Iterator[Drawn]:
        start = 0
        while start < len(self.columns):
            region = self.region(row, self.columns[start][0])
            last = max(self.columns[start][-1], region.last[1] if region else 0)
            stop = start + 1
            while stop < len(self.columns) and self.columns[stop][0] <= last:
                stop += 1
            whole = region is not None and region.last[1] >= self.columns[start][-1]
            tall = region is not None and region.first[0] < region.last[0]
            khoa = address(self.sheet.name, region.first) if region and whole and tall else ""
            text, number, o = self._text(row, range(start, stop))
            yield Drawn(start, text, stop - start, khoa, number, o)
            start = stop

    def _text(self, row: int, reach: range) -> tuple[str, bool, str]:
        """What the cell over these columns of the table shows, whether that is a number, and where it stands."""
        filled = list(self.filled(row, [column for i in reach for column in self.columns[i]]))
        number = len(filled) == 1 and filled[0].number is not None
        text = " ".join(cell.written for cell in filled)
        shown = text.replace(",", ".") if number and reach.start in self.codes else text
        return shown, number, filled[0].o if filled else ""

    def filled(self, row: int, columns: Iterable[int]) -> Iterator[Cell]:
        """The cells that show something in these columns of the sheet; what a merged region covers shows nothing."""
        covered = -1
        for column in columns:
            if column <= covered:
                continue
            region = self.region(row, column)
            covered = region.last[1] if region else column
            cell = self.sheet.resolved(row, column)
            if not cell.empty:
                yield cell

    def region(self, row: int, column: int) -> Merge | None:
        """The merged region in whose first column a cell stands."""
        return self.regions.get(self.sheet.covered.get((row, column), (row, column)))


def heading_row(cells: Sequence[Drawn]) -> DrawnRow:
    """The row as a heading of those below it: its name reaches over the empty cells to its right."""
    name = next((i for i, cell in enumerate(cells) if cell.text and not (i == 0 and CODE.fullmatch(cell.text))), 0)
    stop = name + 1
    while stop < len(cells) and not (cells[stop].text or cells[stop].khoa):
        stop += 1
    reach = sum(cell.so_cot for cell in cells[name:stop])
    return DrawnRow((*cells[:name], cells[name]._replace(so_cot=reach), *cells[stop:]), heads=True)


def to_hang(rows: Sequence[DrawnRow], width: int, mark: MarkCell = unmarked) -> Iterator[Hang | list[str | OBang]]:
    """The rows for `Bang.model_validate`; a cell keeps its key only beside a row that shares it."""
    keys = [{(cell.start, cell.khoa) for cell in row.cells if cell.khoa} for row in rows]
    for i, row in enumerate(rows):
        beside = (keys[i - 1] if i else set()) | (keys[i + 1] if i + 1 < len(keys) else set())
        cells = [cell.to_cell(mark, shared=(cell.start, cell.khoa) in beside) for cell in row.cells]
        if row.heads and row.cells[0].so_cot == width and row.cells[0].text:
            yield Hang(nhom=escape(mark(row.cells[0].o, row.cells[0].text)))
        else:
            yield Hang(o=tuple(cells), la_nhom=True) if row.heads else cells
