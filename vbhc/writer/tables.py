"""A table as Word XML: built in one pass, header row repeated, no row split over two pages."""

from __future__ import annotations

from vbhc.layout import twips
from vbhc.layout.metrics import TWIPS_PER_MM
from vbhc.model import Bang, CanLe, Hang
from vbhc.word.wml import cell, paragraph, row, runs, table
from vbhc.writer.styles import BodyStyles
from vbhc.writer.widths import column_needs, column_widths

_JC = {CanLe.TRAI: "", CanLe.GIUA: '<w:jc w:val="center"/>', CanLe.PHAI: '<w:jc w:val="right"/>'}
_MIDDLE = '<w:vAlign w:val="center"/>'


def write_table(bang: Bang, styles: BodyStyles, *, width: int, size_pt: float) -> str:
    """The table over ``width`` twips, its text measured at ``size_pt`` points."""
    grid = _grid(bang, width, size_pt)
    heading = row(
        (
            cell(paragraph(styles.dau_bang, runs(column.tieu_de)), at, tcpr_extra=_MIDDLE)
            for column, at in zip(bang.cot, grid, strict=True)
        ),
        header=True,
    )
    rows = (_row(line, bang, grid, styles) for line in bang.hang)
    return table(grid, (heading, *rows), style_id=styles.bang)


def _row(line: Hang, bang: Bang, grid: tuple[int, ...], styles: BodyStyles) -> str:
    if line.nhom is not None:
        return row([cell(paragraph(styles.nhom_bang, runs(line.nhom)), sum(grid), span=len(grid))])
    cells = zip(line.o, bang.cot, grid, strict=True)
    return row(
        cell(paragraph(styles.o_bang, runs(text) if text else "", ppr_extra=_JC[column.can_le]), at)
        for text, column, at in cells
    )


def _grid(bang: Bang, width: int, size_pt: float) -> tuple[int, ...]:
    """Column widths in twips that add up to ``width`` exactly."""
    *most, _last = (twips(mm) for mm in column_widths(column_needs(bang, size_pt), width / TWIPS_PER_MM))
    return (*most, width - sum(most))
