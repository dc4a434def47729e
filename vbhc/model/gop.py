"""Where the cells of a row stand, and which of them are one with the cell above ("gộp dọc")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

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
    """The rows, each merged cell with its text (the first that its rows give) in its first row alone.

    Raises `ValueError` where merges conflict.
    """
    problems: list[str] = []
    texts: list[dict[int, str]] = [{} for _ in rows]  # of each row, by first column: what merged cells say
    above: dict[int, Placed] = {}
    first_rows: dict[int, int] = {}
    for number, row in enumerate(rows):
        keyed = _keyed(row)
        problems += [f"hàng {number + 1}: {problem}" for cell in keyed for problem in _conflicts(cell, above)]
        below = {cell.start for cell in keyed if cell.continues(above)}
        texts[number] = dict.fromkeys(below, "")
        first_rows = {cell.start: first_rows[cell.start] if cell.start in below else number for cell in keyed}
        above = {cell.start: _merge(cell, above) if cell.start in below else cell for cell in keyed}
        for start in below:
            texts[first_rows[start]][start] = above[start].text
    if problems:
        raise ValueError("; ".join(problems[:_SHOWN]) + ("; …" if len(problems) > _SHOWN else ""))
    return tuple(_with_texts(row, said) if said else row for row, said in zip(rows, texts, strict=True))


def _merge(cell: Placed, above: Mapping[int, Placed]) -> Placed:
    """The merged cell over ``cell``, with the text of ``cell`` where it has none itself."""
    upper = above[cell.start]
    return upper if upper.text else replace(upper, text=cell.text)


def _keyed(row: Hang) -> list[Placed]:
    """The cells of a row that may be one with others."""
    if all(type(cell) is str for cell in row.o):  # most rows by far
        return []
    return [cell for cell in place(row) if cell.khoa]


def _conflicts(cell: Placed, above: Mapping[int, Placed]) -> Iterator[str]:
    where = f"ô ở cột {cell.start + 1}, khóa «{cell.khoa}»"
    if any(cell.collides(upper) for upper in above.values()):
        yield f"{where}, gộp chồng lên ô cùng khóa của hàng trên mà không cùng số cột; hãy đặt khóa khác"
    elif cell.continues(above) and cell.text and above[cell.start].text not in ("", cell.text):
        yield f"{where}, gộp hai nội dung khác nhau («{above[cell.start].text:.30}» và «{cell.text:.30}»)"


def _with_texts(row: Hang, texts: Mapping[int, str]) -> Hang:
    """The row with ``texts`` in the merged cells that begin at their columns."""
    cells: list[str | OBang] = []
    start = 0
    for cell in row.o:
        if isinstance(cell, str):
            cells.append(cell)
            start += 1
        else:
            text = texts.get(start, cell.noi_dung)
            cells.append(cell if text == cell.noi_dung else cell.model_copy(update={"noi_dung": text}))
            start += cell.so_cot
    return row.model_copy(update={"o": tuple(cells)})
