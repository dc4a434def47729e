"""A table as Word XML: built in one pass, its heading repeated on every page, no row split that fits a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vbhc.layout import MM_PER_PT, TWIPS_PER_MM, load_decree, twips
from vbhc.model import Bang
from vbhc.word.wml import KEEP_NEXT, Page, paragraph, table
from vbhc.writer.headings import heading_rows, headings_mm
from vbhc.writer.heights import ABOVE_NOTES_MM, Heights, note_mm
from vbhc.writer.inline import Footnotes
from vbhc.writer.numbers import Decimals, columns_of_numbers
from vbhc.writer.paging import ANYWHERE, Spot
from vbhc.writer.rows import RowWriter
from vbhc.writer.styles import BodyStyles
from vbhc.writer.widths import CELL_PADDING_MM, ColumnNeed, column_widths

AIR_PT = 6
_AIR = f'<w:spacing w:before="{AIR_PT * 20}"/>'


@dataclass(frozen=True, slots=True)
class Table:
    """A table over the text of ``page``, shared out by what its columns need.

    ``spot``: where on its page it begins.
    ``keep_next``: its last row stays on the page of what follows.
    """

    bang: Bang
    styles: BodyStyles
    page: Page
    needs: Sequence[ColumnNeed]
    spot: Spot = ANYWHERE
    keep_next: bool = False

    def to_xml(self, notes: Footnotes) -> str:
        """The table, its heading repeated on every page, no row over two pages that fits one."""
        size = load_decree()["co_chu_pt.o_bang"].chon
        grid = _grid(self.needs, self.page.text_width)
        heights = self._heights(grid, size, notes)
        decimals = {
            at: Decimals(words, size, grid[at] / TWIPS_PER_MM - CELL_PADDING_MM)
            for at, words in columns_of_numbers(self.bang).items()
        }
        writer = RowWriter(self.bang.cot_la, grid, self.styles, notes, heights, decimals)
        heading = heading_rows(self.bang.cot, grid, self.styles, notes)
        spot = self.spot.below(AIR_PT * MM_PER_PT, heights.page_mm, heads=True)
        rows = writer.write(self.bang.hang, spot, keep_last=self.keep_next)
        # Air between the text and the table, and what keeps two tables from becoming one.
        above = paragraph(self.styles.ket, "", ppr_extra=KEEP_NEXT + _AIR)
        return above + table(grid, (*heading, *rows), style_id=self.styles.bang)

    def _heights(self, grid: Sequence[int], size_pt: float, notes: Footnotes) -> Heights:
        """Estimates for the rows of a page, which its repeated heading and the line above footnotes make lower."""
        room_mm = self.page.text_width / TWIPS_PER_MM
        note_heights = {name: note_mm(text, room_mm) for name, text in notes.texts.items()}
        page = Heights(grid, size_pt, self.page.text_height / TWIPS_PER_MM, note_heights)
        taken = headings_mm(self.bang.cot, page) + (ABOVE_NOTES_MM if note_heights else 0.0)
        return replace(page, page_mm=max(page.page_mm - taken, page.line_mm))


def _grid(needs: Sequence[ColumnNeed], width: int) -> tuple[int, ...]:
    """Column widths in twips that never add up to more than ``width``."""
    widths = [twips(mm) for mm in column_widths(needs, width / TWIPS_PER_MM)]
    over = sum(widths) - width
    return (*widths[:-1], widths[-1] - over) if over >= -len(widths) else tuple(widths)
