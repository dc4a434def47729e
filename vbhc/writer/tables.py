"""A table as Word XML: built in one pass, its heading repeated on every page, no row split that fits a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vbhc.layout import TWIPS_PER_MM, load_decree, twips
from vbhc.model import Bang, CanLe, Cot, OBang
from vbhc.word.wml import KEEP_NEXT, Page, paragraph, table
from vbhc.writer.headings import heading_rows
from vbhc.writer.heights import Heights
from vbhc.writer.inline import Footnotes
from vbhc.writer.numbers import Decimals
from vbhc.writer.rows import RowWriter
from vbhc.writer.styles import BodyStyles
from vbhc.writer.widths import CELL_PADDING_MM, ColumnNeed, column_widths

_AIR = '<w:spacing w:before="120"/>'


@dataclass(frozen=True, slots=True)
class Table:
    """A table over the text of ``page``, shared out by what its columns need.

    ``keep_next``: its last row stays on the page of what follows.
    """

    bang: Bang
    styles: BodyStyles
    page: Page
    needs: Sequence[ColumnNeed]
    keep_next: bool = False

    def to_xml(self, notes: Footnotes) -> str:
        """The table, its heading repeated on every page, no row over two pages that fits one."""
        size = load_decree()["co_chu_pt.o_bang"].chon
        grid = _grid(self.needs, self.page.text_width)
        columns = self.bang.cot_la
        heights = Heights(grid, size, self._rows_mm(size))
        writer = RowWriter(columns, grid, self.styles, notes, heights, _decimals(self.bang, columns, grid, size))
        heading = heading_rows(self.bang.cot, grid, self.styles, notes)
        rows = writer.write(self.bang.hang, keep_last=self.keep_next)
        # Air between the text and the table, and what keeps two tables from becoming one.
        above = paragraph(self.styles.ket, "", ppr_extra=KEEP_NEXT + _AIR)
        return above + table(grid, (*heading, *rows), style_id=self.styles.bang)

    def _rows_mm(self, size_pt: float) -> float:
        """What a page has for rows, below a heading of two lines a row."""
        levels = max(column.tang for column in self.bang.cot)
        line = Heights((self.page.text_width,), size_pt, 0).line_mm
        return self.page.text_height / TWIPS_PER_MM - 2 * levels * line


def _decimals(bang: Bang, columns: Sequence[Cot], grid: Sequence[int], size_pt: float) -> dict[int, Decimals]:
    """The columns of numbers; rows in which cells span columns have no part in them."""
    numeric = [at for at, column in enumerate(columns) if column.can_le is CanLe.SO]
    if not numeric:
        return {}
    rows = [line.o for line in bang.hang if len(line.o) == len(columns) and not line.la_nhom]
    texts = {at: [it.noi_dung if isinstance(it := cells[at], OBang) else it for cells in rows] for at in numeric}
    return {at: Decimals(texts[at], size_pt, grid[at] / TWIPS_PER_MM - CELL_PADDING_MM) for at in numeric}


def _grid(needs: Sequence[ColumnNeed], width: int) -> tuple[int, ...]:
    """Column widths in twips that never add up to more than ``width``."""
    widths = [twips(mm) for mm in column_widths(needs, width / TWIPS_PER_MM)]
    over = sum(widths) - width
    return (*widths[:-1], widths[-1] - over) if abs(over) <= len(widths) else tuple(widths)
