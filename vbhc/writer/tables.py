"""A table as Word XML: built in one pass, header row repeated, no row split over two pages."""

from __future__ import annotations

from collections.abc import Sequence

from vbhc.layout import twips
from vbhc.layout.metrics import TWIPS_PER_MM
from vbhc.model import Bang, CanLe, Hang
from vbhc.word.wml import cell, paragraph, row, runs, table
from vbhc.writer.styles import BodyStyles
from vbhc.writer.widths import ColumnNeed, column_widths

_JC = {CanLe.TRAI: "", CanLe.GIUA: '<w:jc w:val="center"/>', CanLe.PHAI: '<w:jc w:val="right"/>'}
_TEXT = "\0"
_MIDDLE = '<w:vAlign w:val="center"/>'


def write_table(bang: Bang, styles: BodyStyles, *, width: int, needs: Sequence[ColumnNeed]) -> str:
    """The table over ``width`` twips, shared out by what its columns need."""
    grid = _grid(needs, width)
    heading = row(
        (
            cell(paragraph(styles.dau_bang, runs(column.tieu_de)), at, tcpr_extra=_MIDDLE)
            for column, at in zip(bang.cot, grid, strict=True)
        ),
        header=True,
    )
    frames = _frames(bang, grid, styles)
    rows = (_row(line, frames, grid, styles) for line in bang.hang)
    return table(grid, (heading, *rows), style_id=styles.bang)


def _row(line: Hang, frames: Sequence[tuple[str, str]], grid: tuple[int, ...], styles: BodyStyles) -> str:
    if line.nhom is not None:
        return row([cell(paragraph(styles.nhom_bang, runs(line.nhom)), sum(grid), span=len(grid))])
    return row([before + runs(text) + after for text, (before, after) in zip(line.o, frames, strict=True)])


def _frames(bang: Bang, grid: tuple[int, ...], styles: BodyStyles) -> list[tuple[str, str]]:
    """What stands before and after the text in each cell of a column: made once, for it is the same in every row."""
    empty = (
        cell(paragraph(styles.o_bang, _TEXT, ppr_extra=_JC[column.can_le]), at)
        for column, at in zip(bang.cot, grid, strict=True)
    )
    return [(before, after) for before, _, after in (xml.partition(_TEXT) for xml in empty)]


def _grid(needs: Sequence[ColumnNeed], width: int) -> tuple[int, ...]:
    """Column widths in twips that add up to ``width`` exactly."""
    *most, _last = (twips(mm) for mm in column_widths(needs, width / TWIPS_PER_MM))
    return (*most, width - sum(most))
