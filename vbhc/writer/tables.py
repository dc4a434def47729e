"""A table as Word XML: built in one pass, header row repeated, no row split over two pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vbhc.layout import TWIPS_PER_MM, twips
from vbhc.model import Bang, CanLe, Hang
from vbhc.word.wml import KEEP_NEXT, cell, paragraph, row, runs, table
from vbhc.writer.styles import BodyStyles
from vbhc.writer.widths import ColumnNeed, column_widths

_JC = {CanLe.TRAI: "", CanLe.GIUA: '<w:jc w:val="center"/>', CanLe.PHAI: '<w:jc w:val="right"/>'}
_AIR = '<w:spacing w:before="120"/>'
_TEXT = "\0"
_MIDDLE = '<w:vAlign w:val="center"/>'


@dataclass(frozen=True, slots=True)
class Table:
    """A table over ``width`` twips, shared out by what its columns need; its last row may stay with what follows."""

    bang: Bang
    styles: BodyStyles
    width: int
    needs: Sequence[ColumnNeed]
    keep_next: bool = False

    def to_xml(self) -> str:
        """The table, its heading repeated on every page, no row over two pages."""
        grid = _grid(self.needs, self.width)
        frames = self._frames(grid, "")
        rows = [self._heading(grid), *(self._row(line, frames, grid) for line in self.bang.hang)]
        if self.keep_next:
            rows[-1] = self._row(self.bang.hang[-1], self._frames(grid, KEEP_NEXT), grid)
        # Air between the text and the table, and what keeps two tables from becoming one.
        above = paragraph(self.styles.ket, "", ppr_extra=KEEP_NEXT + _AIR)
        return above + table(grid, rows, style_id=self.styles.bang)

    def _heading(self, grid: Sequence[int]) -> str:
        columns = zip(self.bang.cot, grid, strict=True)
        cells = [cell(paragraph(self.styles.dau_bang, runs(c.tieu_de)), at, tcpr_extra=_MIDDLE) for c, at in columns]
        return row(cells, header=True)

    def _row(self, line: Hang, frames: Sequence[tuple[str, str]], grid: Sequence[int]) -> str:
        if line.nhom is not None:
            return row([cell(paragraph(self.styles.nhom_bang, runs(line.nhom)), sum(grid), span=len(grid))])
        return row([before + runs(text) + after for text, (before, after) in zip(line.o, frames, strict=True)])

    def _frames(self, grid: Sequence[int], keep: str) -> list[tuple[str, str]]:
        """What stands before and after the text in each cell of a column: made once, it is the same in every row."""
        empty = (
            cell(paragraph(self.styles.o_bang, _TEXT, ppr_extra=keep + _JC[column.can_le]), at)
            for column, at in zip(self.bang.cot, grid, strict=True)
        )
        return [(before, after) for before, _, after in (xml.partition(_TEXT) for xml in empty)]


def _grid(needs: Sequence[ColumnNeed], width: int) -> tuple[int, ...]:
    """Column widths in twips that never add up to more than ``width``."""
    widths = [twips(mm) for mm in column_widths(needs, width / TWIPS_PER_MM)]
    over = sum(widths) - width
    return (*widths[:-1], widths[-1] - over) if abs(over) <= len(widths) else tuple(widths)
