"""The rows of a table: cells of text made fast, merged cells kept together and legible over a page break."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from vbhc.model import CanLe, Cot, Hang, OBang, Placed, place, tied
from vbhc.word.wml import KEEP_NEXT, Merge, cell, paragraph, row
from vbhc.writer.heights import Heights
from vbhc.writer.inline import Footnotes, without_notes
from vbhc.writer.numbers import Decimals, Words
from vbhc.writer.styles import BodyStyles

_JC = {CanLe.TRAI: "", CanLe.GIUA: '<w:jc w:val="center"/>', CanLe.PHAI: '<w:jc w:val="right"/>', CanLe.SO: ""}
_TEXT = "\0"


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

    def write(self, hang: Sequence[Hang], *, keep_last: bool) -> Iterator[str]:
        """The rows in order; with ``keep_last`` the last one stays on the page of what follows the table."""
        groups = list(tied(hang))
        for position, group in enumerate(groups, 1):
            keep = KEEP_NEXT if keep_last and position == len(groups) else ""
            if len(group) > 1:
                yield from self._merged(group, keep)
            else:
                yield self._single(group[0], keep)

    def _single(self, line: Hang, keep: str) -> str:
        if line.nhom is not None:
            name = Placed(0, len(self.grid), line.nhom)
            return row([self._cell(name, self.styles.nhom_bang, keep)], cant_split=self._is_whole([name]))
        if not keep and not line.la_nhom and all(map(_is_short_text, line.o, self._fits)):
            return self._plain(line.o)
        cells = [*place(line)]
        style = self._style(line)
        return row([self._cell(it, style, keep) for it in cells], cant_split=self._is_whole(cells))

    def _plain(self, texts: Sequence[str | OBang]) -> str:
        """A row of short texts, as most are: put into frames that are the same in every row."""
        write = self.notes.text
        return row(
            [before + write(str(text)) + after for text, (before, after) in zip(texts, self._plain_frames, strict=True)]
        )

    def _merged(self, group: Sequence[Hang], keep: str) -> Iterator[str]:
        """Rows held together by merged cells, on one page; a group too high for that is divided into parts, each of
        which says again what its merged cells hold.
        """
        placed = [[*place(line)] for line in group]
        texts = _texts_of_merges(placed)
        placed = [self._without_too_high(*it) for it in zip(placed, texts, strict=True)]
        start = 0
        for size in self.heights.divide(placed):
            end = start + size
            first = placed[start] if start == 0 else _said_again(placed[start], texts[start])
            part = [first, *placed[start + 1 : end]]
            yield from self._part(group[start:end], part, keep if end == len(group) else "")
            start = end

    def _without_too_high(self, cells: Sequence[Placed], texts: Mapping[int, Placed]) -> list[Placed]:
        """The row, with no merged cell higher than a page: LibreOffice would lose what does not fit."""
        low = {start for start, it in texts.items() if self._is_whole([it])}
        return [it if it.khoa is None or it.start in low else replace(it, khoa=None) for it in cells]

    def _part(self, lines: Sequence[Hang], placed: Sequence[Sequence[Placed]], keep: str) -> Iterator[str]:
        together = self.heights.stays_together(placed)
        above: dict[int, Placed] = {}
        for line, cells, lower in zip(lines, placed, [*placed[1:], ()], strict=True):
            below = {it.start: it for it in lower if it.khoa}
            kept = keep if not lower else KEEP_NEXT if together else ""
            style = self._style(line)
            written = [self._cell(it, style, kept, merge=_role(it, above, below)) for it in cells]
            yield row(
                written, cant_split=together or (bool(lower) and self._is_whole([it for it in cells if not it.khoa]))
            )
            above = {it.start: it for it in cells if it.khoa}

    def _cell(self, placed: Placed, style: str, keep: str, merge: Merge = None) -> str:
        decimals = self.decimals.get(placed.start) if placed.span == 1 else None
        words = Words(placed.text, style == self.styles.nhom_bang)
        setting = decimals.properties(words) if decimals else self._jc(placed)
        before, between, after = self._frame(placed, style, keep + setting, merge)
        if "\n" in placed.text:
            return before + between.join(self.notes.paragraphs(placed.text)) + after
        return before + self.notes.text(placed.text) + after

    def _frame(self, placed: Placed, style: str, properties: str, merge: Merge) -> tuple[str, str, str]:
        """What stands before, between and after the paragraphs of a cell: nearly all rows have the same few."""
        key = (placed.start, placed.span, style, properties, merge)
        if key not in self._frames:
            width = sum(self.grid[placed.start : placed.start + placed.span])
            inner = paragraph(style, _TEXT, ppr_extra=properties)
            before, _, after = cell(inner, width, span=placed.span, merge=merge).partition(_TEXT)
            opened, _, closed = inner.partition(_TEXT)
            self._frames[key] = (before, closed + opened, after)
        return self._frames[key]

    def _jc(self, placed: Placed) -> str:
        return _JC[self.columns[placed.start].can_le] if placed.span == 1 else ""

    def _style(self, line: Hang) -> str:
        return self.styles.nhom_bang if line.la_nhom else self.styles.o_bang

    def _is_whole(self, cells: Sequence[Placed]) -> bool:
        """Whether the row can stay on one page."""
        short = all(len(it.text) <= self._fits[it.start] and "\n" not in it.text for it in cells)
        return short or self.heights.is_whole(cells)

    @cached_property
    def _fits(self) -> Sequence[int]:
        """How long a text of each column may be and surely be lower than a page; none in a column of numbers."""
        return [-1 if at in self.decimals else letters for at, letters in enumerate(self.heights.surely_fits())]

    @cached_property
    def _plain_frames(self) -> Sequence[tuple[str, str]]:
        cells = [Placed(at, 1, "") for at in range(len(self.grid))]
        frames = [self._frame(it, self.styles.o_bang, self._jc(it), None) for it in cells]
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
