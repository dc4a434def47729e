"""How wide the columns of a table are, and whether it needs a landscape page: worked out from the words it holds."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import truediv

from vbhc.layout import MM_PER_PT, load_decree, longest_word_mm, text_width_mm
from vbhc.model import Bang, Cot, Hang, place
from vbhc.text.markup import has_markup, plain
from vbhc.writer.numbers import Words, columns_of_numbers, numbers_mm

# Below this a column of running text is a ladder of words: a table that would need it wants a landscape page.
COMFORTABLE_MM = 38.0
ROUNDS = 4
# Cells so near to the highest of their row are as high as it.
TIE = 0.95
# Both margins of a cell, and what two borders and the rounding of widths take.
CELL_PADDING_MM = 2 * load_decree()["khoang_cach.le_o_bang_mm"].chon + 0.6
# So many rows tell how a long table shares its room; that no word is torn is seen to in all of them.
ROWS_MEASURED = 400
# A word of more letters is no word of Vietnamese and no number: the address of a web page, say, which may be divided.
WORD_LETTERS = 12
SHORT_HEADING_MM = 16.0
# A longer line wraps in most columns: its width need not be measured letter by letter, an average will do.
LONG_LINE = 24
AVERAGE_CHAR_EM = 0.46
# How much wider another line of as many letters may be, and the longer of the two lines of a heading than half of it.
WIDER_LINE, LONGER_HALF = 1.05, 1.15


@dataclass(frozen=True, slots=True)
class ColumnNeed:
    """What one column asks for, in mm: ``least`` at least, content with ``natural``; how long its ``cells`` are.

    Below ``untorn`` one of its words would be torn. ``fixed``: it has the width that was asked for.
    """

    untorn: float
    least: float
    natural: float
    cells: tuple[float, ...] = ()
    fixed: bool = False

    @property
    def area(self) -> float:
        """The bulk of the column."""
        return sum(self.cells)

    def is_content_with(self, share_mm: float) -> bool:
        """Whether it takes no part in sharing out: short enough, or of a width that was asked for."""
        return self.fixed or self.natural <= share_mm

    @property
    def comfortable(self) -> float:
        """The width at which the column reads well."""
        return max(self.least, min(self.natural, COMFORTABLE_MM))


class Measure:
    """The needs of the tables of one document at one size, each table measured once."""

    def __init__(self, size_pt: float) -> None:
        self._size_pt = size_pt
        self._known: dict[int, tuple[Bang, tuple[ColumnNeed, ...]]] = {}

    def __call__(self, bang: Bang) -> tuple[ColumnNeed, ...]:
        """The need of each column of ``bang``."""
        if id(bang) not in self._known:  # the table is kept with its needs, so its id stays its own
            self._known[id(bang)] = bang, column_needs(bang, self._size_pt)
        return self._known[id(bang)][1]


def column_needs(bang: Bang, size_pt: float) -> tuple[ColumnNeed, ...]:
    """The need of each column, from its headings and its cells (a column with a given width needs just that)."""
    rows = [_texts(row) for row in bang.hang if row.o]
    columns = list(zip(*rows, strict=True)) or [()] * len(bang.cot_la)
    numbers = columns_of_numbers(bang)
    needs = iter(
        ColumnNeed(column.rong_mm, column.rong_mm, column.rong_mm, (0.0,) * len(cells), fixed=True)
        if column.rong_mm is not None
        else _need(column, cells, numbers.get(at, ()), size_pt)
        for at, (column, cells) in enumerate(zip(bang.cot_la, columns, strict=True))
    )
    return tuple(need for column in bang.cot for need in _under(column, needs, size_pt))


def _texts(row: Hang) -> Sequence[str]:
    """The text of each column; where a cell spans several, none of them need hold its text."""
    if all(type(cell) is str for cell in row.o):  # most rows by far
        return row.o  # type: ignore[return-value]
    return [text for cell in place(row) for text in ([cell.text] if cell.span == 1 else [""] * cell.span)]


def _under(column: Cot, needs: Iterator[ColumnNeed], size_pt: float) -> tuple[ColumnNeed, ...]:
    """The needs of the columns under a heading, widened where together they are narrower than it."""
    if not column.con:
        return (next(needs),)
    inner = [need for part in column.con for need in _under(part, needs, size_pt)]
    free = [at for at, leaf in enumerate(column.la) if leaf.rong_mm is None]
    title = plain(column.tieu_de)
    more = _lacking(_heading_mm(title, size_pt), [need.least for need in inner]) / max(len(free), 1)
    whole = _lacking(_widest_mm(title, size_pt, bold=True)[0], [need.untorn for need in inner]) / max(len(free), 1)
    for at in free:
        need = inner[at]
        inner[at] = replace(need, untorn=need.untorn + whole, least=need.least + more, natural=need.natural + more)
    return tuple(inner)


def _lacking(heading_mm: float, widths: Sequence[float]) -> float:
    return max(heading_mm + CELL_PADDING_MM - sum(widths), 0.0)


def fits_comfortably(needs: Sequence[ColumnNeed], available_mm: float) -> bool:
    """Whether every column can have a width at which it reads well."""
    return sum(need.comfortable for need in needs) <= available_mm


def column_widths(needs: Sequence[ColumnNeed], available_mm: float) -> tuple[float, ...]:
    """Widths in mm within ``available_mm``, which they fill unless all were given: short columns get what they need."""
    widths = [0.0] * len(needs)
    waiting = list(range(len(needs)))
    room = available_mm
    while waiting:
        share = room / len(waiting)
        modest = [index for index in waiting if needs[index].is_content_with(min(share, COMFORTABLE_MM))]
        if not modest:
            break
        for index in modest:
            widths[index] = needs[index].natural
            room -= widths[index]
        waiting = [index for index in waiting if index not in modest]
    for index, width in _shared(needs, waiting, room):
        widths[index] = width
    return _stretched(widths, needs, available_mm)


def _stretched(widths: Sequence[float], needs: Sequence[ColumnNeed], available_mm: float) -> tuple[float, ...]:
    """Room to spare goes where most text is (by the square: hardly to numbers); room that lacks, all give up."""
    spare = available_mm - sum(widths)
    if spare < 0:
        return _narrowed(widths, [need.untorn for need in needs], available_mm)
    bulk = [0.0 if need.fixed else (need.area + need.natural) ** 2 for need in needs]
    total = sum(bulk) or 1.0  # every width was given
    return tuple(width + spare * own / total for width, own in zip(widths, bulk, strict=True))


def _narrowed(widths: Sequence[float], untorn: Sequence[float], available_mm: float) -> tuple[float, ...]:
    """The widths, each brought nearer to that below which a word is torn, all by the same share."""
    share = (available_mm - sum(untorn)) / (sum(widths) - sum(untorn) or 1.0)  # every width was given
    return tuple(low + share * (own - low) for own, low in zip(widths, untorn, strict=True))


def _shared(needs: Sequence[ColumnNeed], waiting: Sequence[int], room: float) -> list[tuple[int, float]]:
    """The long columns: the least each, and what is left so that the rows together become low.

    Only the highest cell of a row makes it higher. Were it known which cells these are, each column would get room by
    the square root of what they hold; it depends on the widths, so a few rounds go towards it from equal shares.
    """
    least = [needs[index].least for index in waiting]
    spare = max(room - sum(least), 0.0)
    rows = list(zip(*(needs[index].cells for index in waiting), strict=True))
    shares = [1 / max(len(waiting), 1)] * len(waiting)
    for _ in range(ROUNDS if spare else 0):
        bulk = _highest(rows, [own + spare * share for own, share in zip(least, shares, strict=True)])
        total = sum(map(math.sqrt, bulk)) or 1.0
        shares = [(share + math.sqrt(own) / total) / 2 for share, own in zip(shares, bulk, strict=True)]
    return [(index, own + spare * share) for index, own, share in zip(waiting, least, shares, strict=True)]


def _highest(rows: Sequence[Sequence[float]], widths: Sequence[float]) -> list[float]:
    """For each column what its cells hold that are the highest of their rows."""
    bulk = [0.0] * len(widths)
    for cells in rows:
        heights = list(map(truediv, cells, widths))
        nearly = max(heights) * TIE
        for at, height in enumerate(heights):
            if height >= nearly:
                bulk[at] += cells[at]
    return bulk


def _need(column: Cot, cells: Sequence[str], numbers: Collection[Words], size_pt: float) -> ColumnNeed:
    """Measured by its words and the line of most letters: all lines would take longer than to write them."""
    text = "\n".join(cells)
    text = "\n".join(map(plain, cells)) if has_markup(text) else text
    line = max(text.split("\n"), key=len)
    average = AVERAGE_CHAR_EM * size_pt * MM_PER_PT
    natural = len(line) * average if len(line) > LONG_LINE else WIDER_LINE * text_width_mm(line, size_pt)
    bold = any("**" in cell for cell in cells)
    title, in_numbers = plain(column.tieu_de), numbers_mm(numbers, size_pt)
    word, longest = _widest_mm(text, size_pt, bold=bold)
    untorn = max(_widest_mm(title, size_pt, bold=True)[0], word, in_numbers)
    least = max(untorn, _heading_mm(title, size_pt), longest)
    lengths = tuple([letters * average for letters in map(len, cells[:ROWS_MEASURED])])
    return ColumnNeed(untorn + CELL_PADDING_MM, least + CELL_PADDING_MM, max(least, natural) + CELL_PADDING_MM, lengths)


def _widest_mm(text: str, size_pt: float, *, bold: bool) -> tuple[float, float]:
    """The widths of the widest word that may not be divided, and of the widest of all."""
    kept = divided = 0.0
    for word in set(text.split()):
        width = text_width_mm(word, size_pt, bold=bold)
        if len(word) <= WORD_LETTERS:
            kept = max(kept, width)
        else:
            divided = max(divided, width)
    return kept, max(kept, divided)


def _heading_mm(title: str, size_pt: float) -> float:
    """What keeps a short heading on one line and a longer one on about two."""
    whole = text_width_mm(title, size_pt, bold=True)
    in_two = max(longest_word_mm(title, size_pt, bold=True), LONGER_HALF * whole / 2)
    return whole if whole <= SHORT_HEADING_MM else min(in_two, COMFORTABLE_MM)
