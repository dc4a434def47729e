"""Where the cells of a row stand, and which of them are one with the cell above ("gộp dọc")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from vbhc.model.hang import Hang, OBang

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell in its place: ``start`` is its first column, counted from 0."""

    start: int
    span: int
    text: str
    khoa: str | None = None

    def continues(self, above: Mapping[int, Placed]) -> bool:
        """Whether it is one with the cell that stands over it; ``above``: the row before it by first column."""
        upper = above.get(self.start)
        return bool(self.khoa and upper and upper.khoa == self.khoa and upper.span == self.span)

    def collides(self, upper: Placed) -> bool:
        """Whether it would be one with ``upper`` only in part."""
        overlap = self.start < upper.start + upper.span and upper.start < self.start + self.span
        return self.khoa == upper.khoa and overlap and (self.start, self.span) != (upper.start, upper.span)


def place(row: Hang) -> Iterator[Placed]:
    """The cells of a row from left to right; a group that has no cells has none."""
    start = 0
    for cell in row.o:
        if isinstance(cell, str):
            yield Placed(start, 1, cell)
            start += 1
        else:
            yield Placed(start, cell.so_cot, cell.noi_dung, cell.khoa)
            start += cell.so_cot


def tied(rows: Iterable[Hang]) -> Iterator[tuple[Hang, ...]]:
    """The rows in groups that merged cells hold together; most are groups of one."""
    group: list[Hang] = []
    above: dict[int, Placed] = {}
    for row in rows:
        keyed = _keyed(row)
        if group and not any(cell.continues(above) for cell in keyed):
            yield tuple(group)
            group = []
        group.append(row)
        above = {cell.start: cell for cell in keyed}
    if group:
        yield tuple(group)


def merged(rows: tuple[Hang, ...]) -> tuple[Hang, ...]:
    """The rows, each merged cell with its text in its first row alone; raises `ValueError` where merges conflict."""
    done: list[Hang] = []
    problems: list[str] = []
    above: dict[int, Placed] = {}
    for number, row in enumerate(rows, 1):
        keyed = _keyed(row)
        below = {cell.start for cell in keyed if cell.continues(above)}
        problems += [f"hàng {number}: {problem}" for cell in keyed for problem in _conflicts(cell, above)]
        done.append(_without_text(row, below) if below else row)
        above = {cell.start: above[cell.start] if cell.start in below else cell for cell in keyed}
    if problems:
        raise ValueError("; ".join(problems[:_SHOWN]) + ("; …" if len(problems) > _SHOWN else ""))
    return tuple(done)


def _keyed(row: Hang) -> list[Placed]:
    """The cells of a row that may be one with others."""
    if all(type(cell) is str for cell in row.o):  # most rows by far
        return []
    return [cell for cell in place(row) if cell.khoa]


def _conflicts(cell: Placed, above: Mapping[int, Placed]) -> Iterator[str]:
    where = f"ô ở cột {cell.start + 1}, khóa «{cell.khoa}»"
    if any(cell.collides(upper) for upper in above.values()):
        yield f"{where}, gộp chồng lên ô cùng khóa của hàng trên mà không cùng số cột; hãy đặt khóa khác"
    elif cell.continues(above) and cell.text not in ("", above[cell.start].text):
        yield f"{where}, gộp hai nội dung khác nhau («{above[cell.start].text:.30}» và «{cell.text:.30}»)"


def _without_text(row: Hang, starts: set[int]) -> Hang:
    """The row with the merged cells at ``starts`` emptied."""
    cells: list[str | OBang] = []
    start = 0
    for cell in row.o:
        emptied = not isinstance(cell, str) and start in starts and cell.noi_dung
        cells.append(cell.model_copy(update={"noi_dung": ""}) if emptied and not isinstance(cell, str) else cell)
        start += 1 if isinstance(cell, str) else cell.so_cot
    return row.model_copy(update={"o": tuple(cells)})
