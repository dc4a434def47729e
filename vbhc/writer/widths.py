"""How wide the columns of a table are, and whether it needs a landscape page: worked out from the words it holds."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import truediv
from typing import NamedTuple

from vbhc.layout import MM_PER_PT, load_decree, longest_line_mm, longest_word_mm, text_width_mm
from vbhc.model import Bang, Cot, Hang, heading_levels, place
from vbhc.text.markup import has_markup, parse_inline
from vbhc.text.spelling import NO_BREAK_SPACE
from vbhc.writer.numbers import Words, columns_of_numbers, numbers_mm

# Below this a column of running text is a ladder of words: a table that would need it wants a landscape page.
COMFORTABLE_MM = 38.0
ROUNDS = 12
# Of room to spare, numbers want less than words.
NUMBERS_STRETCH = 0.4
# Cells so near to the highest of their row are as high as it.
TIE = 0.95
# Both margins of a cell, and what two borders and the rounding of widths take.
CELL_PADDING_MM = 2 * load_decree()["khoang_cach.le_o_bang_mm"].chon + 0.6
# So many rows tell how a long table shares its room; that no word is torn is seen to in all of them.
ROWS_MEASURED = 400
# A word of more letters is no word of Vietnamese and no number: the address of a web page, say, which may be divided.
WORD_LETTERS = 12
# A raised number of two digits is about as wide.
NOTE_LETTER = "m"
SHORT_HEADING_MM = 16.0
# A longer line wraps in most columns: its width need not be measured letter by letter, an average will do.
LONG_LINE = 24
AVERAGE_CHAR_EM = 0.46
# How much wider another line of as many letters may be, and the longer of the two lines of a heading than half of it.
WIDER_LINE, LONGER_HALF = 1.05, 1.15


@dataclass(frozen=True, slots=True)
class ColumnNeed:
    """What one column asks for, in mm: ``least`` at least, content with ``natural``; how long its ``cells`` are.

    Below ``untorn`` one of its words would be torn, at ``titled`` its heading stands on one line. ``stretch``: in
    what measure room to spare makes it wider, 0 for a width that was asked for.
    """

    untorn: float
    least: float
    natural: float
    cells: tuple[float, ...] = ()
    titled: float = 0.0
    stretch: float = 1.0

    def is_content_with(self, share_mm: float) -> bool:
        """Whether it takes no part in sharing out: short enough, or of a width that was asked for."""
        return not self.stretch or self.natural <= share_mm

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
    lines = [line for line in bang.hang if line.o]
    columns = list(zip(*map(_texts, lines), strict=True)) or [()] * len(bang.cot_la)
    strong = [at for at, line in enumerate(lines) if line.la_nhom]
    numbers = columns_of_numbers(bang)
    needs = [
        ColumnNeed(column.rong_mm, column.rong_mm, column.rong_mm, (0.0,) * len(cells), stretch=0.0)
        if column.rong_mm is not None
        else _need(column, _Texts.of(cells, strong), numbers.get(at, ()), size_pt)
        for at, (column, cells) in enumerate(zip(bang.cot_la, columns, strict=True))
    ]
    return tuple(_widened(needs, _spans(bang, lines, size_pt)))


def _texts(line: Hang) -> Sequence[str]:
    """The text of each column; where a cell spans several, none of them need hold its text."""
    if all(type(cell) is str for cell in line.o):  # most rows by far
        return line.o  # type: ignore[return-value]
    return [text for cell in place(line) for text in ([cell.text] if cell.span == 1 else [""] * cell.span)]


class _Span(NamedTuple):
    """What a heading or a cell over several columns asks of them together, in mm."""

    untorn: float
    least: float


def _spans(bang: Bang, lines: Iterable[Hang], size_pt: float) -> Mapping[tuple[int, int], _Span]:
    """What the columns from one to before another need together, the narrowest first."""
    found: dict[tuple[int, int], _Span] = {}

    def ask(start: int, end: int, span: _Span) -> None:
        known = found.get((start, end), span)
        found[start, end] = _Span(max(known.untorn, span.untorn), max(known.least, span.least))

    for level in heading_levels(bang.cot):
        for column, start, _ in level:
            if column.con:
                title = _measured(column.tieu_de)
                word = _widest_mm(title, size_pt, bold=True)[0]
                ask(start, start + len(column.la), _Span(word, _heading_mm(title, size_pt)))
    for line in lines:
        for cell in () if all(type(cell) is str for cell in line.o) else place(line):
            if cell.span > 1:
                word = _widest_mm(_measured(cell.text), size_pt, bold=line.la_nhom or "**" in cell.text)[0]
                ask(cell.start, cell.start + cell.span, _Span(word, word))
    return dict(sorted(found.items(), key=lambda it: it[0][1] - it[0][0]))


def _widened(needs: list[ColumnNeed], spans: Mapping[tuple[int, int], _Span]) -> list[ColumnNeed]:
    """The needs, those of columns that are together narrower than what stands over them made wider."""
    for (start, end), span in spans.items():
        free = [at for at in range(start, end) if needs[at].stretch]
        whole = _lacking(span.untorn, [need.untorn for need in needs[start:end]]) / max(len(free), 1)
        more = _lacking(span.least, [need.least for need in needs[start:end]]) / max(len(free), 1)
        for at in free:
            need = needs[at]
            needs[at] = replace(need, untorn=need.untorn + whole, least=need.least + more, natural=need.natural + more)
    return needs


def _lacking(heading_mm: float, widths: Sequence[float]) -> float:
    return max(heading_mm + CELL_PADDING_MM - sum(widths), 0.0)


def fits_comfortably(needs: Sequence[ColumnNeed], available_mm: float) -> bool:
    """Whether every column can have a width at which it reads well."""
    return sum(need.comfortable for need in needs) <= available_mm


def column_widths(needs: Sequence[ColumnNeed], available_mm: float) -> tuple[float, ...]:
    """Widths in mm within ``available_mm``, which they fill unless all were given: short columns get what they need."""
    widths = [need.natural for need in needs]
    waiting = list(range(len(needs))) if sum(widths) > available_mm else []
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
    if waiting:
        for index, width in _shared(needs, waiting, room):
            widths[index] = width
    return _stretched(widths, needs, available_mm)


def _stretched(widths: Sequence[float], needs: Sequence[ColumnNeed], available_mm: float) -> tuple[float, ...]:
    """Room to spare brings headings onto one line, what is left makes columns wider, each in its measure; room that
    lacks, all give up.
    """
    spare = available_mm - sum(widths)
    if spare < 0:
        return _narrowed(widths, [need.untorn for need in needs], available_mm)
    wider = list(widths)
    for at in sorted(range(len(needs)), key=lambda at: needs[at].titled - widths[at]):
        lacking = max(needs[at].titled - wider[at], 0.0)
        if lacking <= spare:
            wider[at], spare = wider[at] + lacking, spare - lacking
    parts = [width * need.stretch for width, need in zip(wider, needs, strict=True)]
    share = spare / (sum(parts) or 1.0)  # every width was given
    return tuple(width + share * part for width, part in zip(wider, parts, strict=True))


def _narrowed(widths: Sequence[float], untorn: Sequence[float], available_mm: float) -> tuple[float, ...]:
    """The widths, each brought nearer to that below which a word is torn, all by the same share."""
    share = (available_mm - sum(untorn)) / (sum(widths) - sum(untorn) or 1.0)  # every width was given
    return tuple(low + share * (own - low) for own, low in zip(widths, untorn, strict=True))


def _shared(needs: Sequence[ColumnNeed], waiting: Sequence[int], room: float) -> list[tuple[int, float]]:
    """The long columns: the least each, and what is left so that the rows together become low.

    Only the highest cell of a row makes it higher. Were it known which cells these are, each column would get room by
    the square root of what they hold; it depends on the widths, so a few rounds go towards it from equal shares, and
    the best of them counts.
    """
    least = [needs[index].least for index in waiting]
    spare = max(room - sum(least), 0.0)
    rows = list(zip(*(needs[index].cells for index in waiting), strict=True))
    shares = [1 / len(waiting)] * len(waiting)
    tried: list[tuple[float, list[float]]] = []
    for step in range(2, ROUNDS + 2):
        widths = [own + spare * share for own, share in zip(least, shares, strict=True)]
        height, bulk = _highest(rows, widths)
        tried.append((height, widths))
        total = sum(map(math.sqrt, bulk)) or 1.0
        shares = [share + (math.sqrt(own) / total - share) / step for share, own in zip(shares, bulk, strict=True)]
    return list(zip(waiting, min(tried)[1], strict=True))


def _highest(rows: Sequence[Sequence[float]], widths: Sequence[float]) -> tuple[float, list[float]]:
    """How high the rows are together, and for each column what its cells hold that are the highest of their rows."""
    bulk, total = [0.0] * len(widths), 0.0
    for cells in rows:
        heights = list(map(truediv, cells, widths))
        highest = max(heights)
        total += highest
        for at, height in enumerate(heights):
            if height >= highest * TIE:
                bulk[at] += cells[at]
    return total, bulk


class _Texts(NamedTuple):
    """The cells of a column as they will be seen, a word beside a mark as wide as with it: those in bold apart."""

    plain: str
    bold: str
    lengths: tuple[int, ...]

    @classmethod
    def of(cls, cells: Sequence[str], strong: Sequence[int]) -> _Texts:
        """The cells at ``strong`` are in bold, and those that say so themselves."""
        lengths, whole = tuple(map(len, cells[:ROWS_MEASURED])), "\n".join(cells)
        if not strong and not has_markup(whole):
            return cls(whole, "", lengths)
        bold = {*strong, *(at for at, cell in enumerate(cells) if "**" in cell)}
        upright = "\n".join([_measured(cell) for at, cell in enumerate(cells) if at not in bold])
        return cls(upright, "\n".join([_measured(cells[at]) for at in bold]), lengths)


def _need(column: Cot, cells: _Texts, numbers: Collection[Words], size_pt: float) -> ColumnNeed:
    """Measured by its words and the line of most letters: all lines would take longer than to write them."""
    line = max(cells.plain.split("\n") + cells.bold.split("\n"), key=len)
    average = AVERAGE_CHAR_EM * size_pt * MM_PER_PT
    natural = len(line) * average if len(line) > LONG_LINE else WIDER_LINE * text_width_mm(line, size_pt)
    title, in_numbers = _measured(column.tieu_de), numbers_mm(numbers, size_pt)
    words = (_widest_mm(cells.plain, size_pt, bold=False), _widest_mm(cells.bold, size_pt, bold=True))
    untorn = max(_widest_mm(title, size_pt, bold=True)[0], *(word for word, _ in words), in_numbers)
    least = max(untorn, _heading_mm(title, size_pt), *(longest for _, longest in words))
    lengths = tuple([letters * average for letters in cells.lengths])
    titled = longest_line_mm(title, size_pt, bold=True)
    untorn, least, natural, titled = (mm + CELL_PADDING_MM for mm in (untorn, least, max(least, natural), titled))
    return ColumnNeed(untorn, least, natural, lengths, titled, NUMBERS_STRETCH if numbers else 1.0)


def _measured(markup: str) -> str:
    """The text with a letter in place of each mark of a footnote."""
    return "".join([NOTE_LETTER if run.note else run.text for run in parse_inline(markup)])


def _widest_mm(text: str, size_pt: float, *, bold: bool) -> tuple[float, float]:
    """The widths of the widest word that may not be divided, and of the widest of all."""
    kept, divided, held = 0.0, 0.0, NO_BREAK_SPACE in text
    for word in set(text.replace("\n", " ").split(" ")):  # not at unbreakable spaces
        width = text_width_mm(word, size_pt, bold=bold)
        if len(word) <= WORD_LETTERS or (held and max(map(len, word.split(NO_BREAK_SPACE))) <= WORD_LETTERS):
            kept = max(kept, width)
        else:
            divided = max(divided, width)
    return kept, max(kept, divided)


def _heading_mm(title: str, size_pt: float) -> float:
    """What keeps a short heading on one line and a longer one on about two."""
    whole = text_width_mm(title, size_pt, bold=True)
    in_two = max(longest_word_mm(title, size_pt, bold=True), LONGER_HALF * whole / 2)
    return whole if whole <= SHORT_HEADING_MM else min(in_two, COMFORTABLE_MM)
