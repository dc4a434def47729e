"""The rows of a table: cells of text made fast, merged cells kept together and legible over a page break."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from vbhc.model import CanLe, Cot, Hang, OBang, Placed, place, tied
from vbhc.word.wml import KEEP_NEXT, Merge, cell, paragraph, row
from vbhc.writer.heights import Heights
from vbhc.writer.inline import Footnotes, without_notes
from vbhc.writer.numbers import Decimals, Words
from vbhc.writer.paging import ANYWHERE, Spot, divide
from vbhc.writer.styles import BodyStyles

_JC = {CanLe.TRAI: "", CanLe.GIUA: '<w:jc w:val="center"/>', CanLe.PHAI: '<w:jc w:val="right"/>', CanLe.SO: ""}
_TEXT = "\0"


class _Line(NamedTuple):
    """A row as it will be written; ``open_sides``: the borders of cells, by first column, that show no line."""

    hang: Hang
    cells: Sequence[Placed]
    open_sides: Mapping[int, str]


class _Part(NamedTuple):
    """Rows that are written with merges of their own; ``together``: on one page."""

    lines: Sequence[_Line]
    together: bool


@dataclass(frozen=True)
class RowWriter:
    """Writes rows over ``grid`` twips; ``decimals``: those of the columns of numbers, by position."""

    columns: Sequence[Cot]
    grid: Sequence[int]
    styles: BodyStyles
    notes: Footnotes
    heights: Heights
    decimals: Mapping[int, Decimals]
    _frames: dict[tuple[object, ...], tuple[str, str, str]] = field(default_factory=dict)

    def write(self, hang: Sequence[Hang], spot: Spot, *, keep_last: bool) -> Iterator[str]:
        """The rows in order from ``spot`` on; with ``keep_last`` the last one stays on the page of what follows."""
        groups = list(tied(hang))
        some_tied = len(groups) < len(hang)  # else nobody asks where a row stands
        for position, group in enumerate(groups, 1):
            keep = KEEP_NEXT if keep_last and position == len(groups) else ""
            if len(group) > 1:
                parts, spot = self._merged(group, spot)
                yield from (self._part(part, keep if part is parts[-1] else "") for part in parts)
            else:
                yield self._single(group[0], keep)
                spot = self._below(group[0], spot) if some_tied else ANYWHERE

    def _below(self, line: Hang, spot: Spot) -> Spot:
        heads = line.la_nhom or line.nhom is not None
        if not heads and spot.at_mm is None:  # most rows of a long table: their height is of no use
            return ANYWHERE
        return spot.below(self.heights.single(self._cells(line)), self.heights.page_mm, heads=heads)

    def _cells(self, line: Hang) -> list[Placed]:
        return [*place(line)] if line.nhom is None else [Placed(0, len(self.grid), line.nhom)]

    def _single(self, line: Hang, keep: str) -> str:
        if line.o and not keep and not line.la_nhom and all(map(_is_short_text, line.o, self._fits)):
            return self._plain(line.o)
        cells, style = self._cells(line), self._style(line)
        return row([self._cell(it, style, keep) for it in cells], cant_split=self._is_whole(cells))

    def _plain(self, texts: Sequence[str | OBang]) -> str:
        """A row of short texts, as most are: put into frames that are the same in every row."""
        write = self.notes.text
        return row(
            [before + write(str(text)) + after for text, (before, after) in zip(texts, self._plain_frames, strict=True)]
        )

    def _merged(self, group: Sequence[Hang], spot: Spot) -> tuple[Sequence[_Part], Spot]:
        """Rows held together by merged cells, on one page; a group too high for that is divided into parts, each of
        which says again what its merged cells hold.
        """
        placed = [[*place(line)] for line in group]
        texts = _texts_of_merges(placed)
        placed = [self._without_too_high(cells, said, spot.lead_mm) for cells, said in zip(placed, texts, strict=True)]
        lines = [*map(_Line, group, placed, _open_sides(placed, texts))]
        divided, below = divide(self.heights.tied(placed), spot, self.heights.page_mm)
        parts, start = [], 0
        for size, end_mm in divided:
            part = lines[start : start + size]
            if start:
                part[0] = part[0]._replace(cells=_said_again(placed[start], texts[start]))
            parts.append(_Part(part, end_mm <= self.heights.page_mm))
            start += size
        return parts, below

    def _without_too_high(self, cells: Sequence[Placed], texts: Mapping[int, Placed], lead_mm: float) -> list[Placed]:
        """The row, with no merged cell higher than a page: LibreOffice would lose what does not fit."""
        low = {start for start, it in texts.items() if self._is_whole([it], lead_mm=lead_mm)}
        return [it if it.khoa is None or it.start in low else replace(it, khoa=None) for it in cells]

    def _part(self, part: _Part, keep: str) -> str:
        above: dict[int, Placed] = {}
        rows: list[str] = []
        for line, lower in zip(part.lines, [*part.lines[1:], None], strict=True):
            below = {it.start: it for it in lower.cells if it.khoa} if lower else {}
            kept = KEEP_NEXT if lower and part.together else "" if lower else keep
            written = [
                self._cell(
                    *(it, self._style(line.hang), kept),
                    merge=_role(it, above, below),
                    sides=line.open_sides.get(it.start, ""),
                )
                for it in line.cells
            ]
            whole = part.together or (lower is not None and self._is_whole([it for it in line.cells if not it.khoa]))
            rows.append(row(written, cant_split=whole))
            above = {it.start: it for it in line.cells if it.khoa}
        return "".join(rows)

    def _cell(self, placed: Placed, style: str, keep: str, *, merge: Merge = None, sides: str = "") -> str:
        decimals = self.decimals.get(placed.start) if placed.span == 1 else None
        words = Words(placed.text, style == self.styles.nhom_bang)
        setting = decimals.properties(words) if decimals else self._jc(placed)
        before, between, after = self._frame(placed, style, keep + setting, merge=merge, sides=sides)
        if "\n" in placed.text:
            return before + between.join(self.notes.paragraphs(placed.text)) + after
        return before + self.notes.text(placed.text) + after

    def _frame(
        self, placed: Placed, style: str, properties: str, *, merge: Merge = None, sides: str = ""
    ) -> tuple[str, str, str]:
        """What stands before, between and after the paragraphs of a cell: nearly all rows have the same few."""
        key = (placed.start, placed.span, style, properties, merge, sides)
        if key not in self._frames:
            width = sum(self.grid[placed.start : placed.start + placed.span])
            inner = paragraph(style, _TEXT, ppr_extra=properties)
            before, _, after = cell(inner, width, span=placed.span, merge=merge, tcpr_extra=sides).partition(_TEXT)
            opened, _, closed = inner.partition(_TEXT)
            self._frames[key] = (before, closed + opened, after)
        return self._frames[key]

    def _jc(self, placed: Placed) -> str:
        return _JC[self.columns[placed.start].can_le] if placed.span == 1 else ""

    def _style(self, line: Hang) -> str:
        return self.styles.nhom_bang if line.la_nhom or line.nhom else self.styles.o_bang

    def _is_whole(self, cells: Sequence[Placed], *, lead_mm: float = 0.0) -> bool:
        """Whether the row can stay on one page, ``lead_mm`` below its top."""
        short = not lead_mm and all(len(it.text) <= self._fits[it.start] and "\n" not in it.text for it in cells)
        return short or self.heights.is_whole(cells, lead_mm=lead_mm)

    @cached_property
    def _fits(self) -> Sequence[int]:
        """How long a text of each column may be and surely be lower than a page; none in a column of numbers."""
        return [-1 if at in self.decimals else letters for at, letters in enumerate(self.heights.surely_fits())]

    @cached_property
    def _plain_frames(self) -> Sequence[tuple[str, str]]:
        cells = [Placed(at, 1, "") for at in range(len(self.grid))]
        frames = [self._frame(it, self.styles.o_bang, self._jc(it)) for it in cells]
        return [(before, after) for before, _, after in frames]


def _is_short_text(cell: str | OBang, letters: int) -> bool:
    """Whether a cell is one paragraph of at most so many letters."""
    return type(cell) is str and len(cell) <= letters and "\n" not in cell


def _texts_of_merges(placed: Sequence[Sequence[Placed]]) -> list[dict[int, Placed]]:
    """For each row the merged cells that stand in it, each with the text of its first row."""
    rows: list[dict[int, Placed]] = []
    above: dict[int, Placed] = {}
    for cells in placed:
        above = {it.start: above[it.start] if it.continues(above) else it for it in cells if it.khoa}
        rows.append(above)
    return rows


def _open_sides(placed: Sequence[Sequence[Placed]], texts: Sequence[Mapping[int, Placed]]) -> Iterator[dict[int, str]]:
    """For each row the cells that are too high to be merged: without lines between them they look like one."""
    for cells, above, own, below in zip(placed, ({}, *texts[:-1]), texts, (*texts[1:], {}), strict=True):
        parted = [it.start for it in cells if it.khoa is None and it.start in own]
        yield {start: _borders(own[start] is above.get(start), own[start] is below.get(start)) for start in parted}


def _borders(top_open: bool, bottom_open: bool) -> str:
    """The property of a cell that takes away the line above it, or below."""
    sides = ('<w:top w:val="nil"/>' if top_open else "") + ('<w:bottom w:val="nil"/>' if bottom_open else "")
    return f"<w:tcBorders>{sides}</w:tcBorders>" if sides else ""


def _said_again(cells: Sequence[Placed], texts: Mapping[int, Placed]) -> Sequence[Placed]:
    """The first row of a part with the texts of the merged cells that reach into it from above."""
    return [
        it if it.khoa is None or texts[it.start] is it else replace(it, text=without_notes(texts[it.start].text))
        for it in cells
    ]


def _role(it: Placed, above: Mapping[int, Placed], below: Mapping[int, Placed]) -> Merge:
    """Its part in a vertical merge."""
    if it.khoa is None:
        return None
    if it.continues(above):
        return "continue"
    lower = below.get(it.start)
    return "restart" if lower is not None and lower.continues({it.start: it}) else None
