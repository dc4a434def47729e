"""A column of numbers set by the decimal comma: each number is indented from the right by what it lacks behind it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from vbhc.layout import text_width_mm, twips
from vbhc.model import Bang, CanLe, place
from vbhc.text.markup import marks, plain

# What stands up to the decimal comma ("≥0", "1.250"), and the rest with a short unit (",9000", "/34", " tỷ đồng").
_NUMBER = re.compile(r"(\W*\d[\d.]*)(\S{0,12}(?: \S{1,8}){0,2})")
_ROUNDING_MM = 0.3
_CENTRED, _RIGHT = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
# The mark of a footnote is a raised digit of this size; a second one needs room, but moves no comma.
_NOTE_SIZE = 0.65


class Words(NamedTuple):
    """The text of a cell as it will be set."""

    text: str
    bold: bool


class Decimals:
    """The indents of one column, ``room_mm`` wide within its margins; the whole column stands in its middle."""

    def __init__(self, column: Iterable[Words], size_pt: float, room_mm: float) -> None:
        self._size_pt = size_pt
        head, self._tail = _extents(column, size_pt)
        self._side = (room_mm - head - self._tail) / 2
        self._fits = self._side > -_ROUNDING_MM

    def properties(self, words: Words) -> str:
        """The paragraph properties of a cell; what is no number stands in the middle."""
        found = _extent(words, self._size_pt)
        if found is None:
            return _CENTRED
        if not self._fits:  # a width that was asked for and is too small: what room there is, numbers have
            return _RIGHT
        return f'<w:ind w:right="{twips(max(self._side, 0.0) + self._tail - found[1])}"/>{_RIGHT}'


def columns_of_numbers(bang: Bang) -> Mapping[int, set[Words]]:
    """What stands in the columns of numbers, by their positions; a cell over several columns is in none of them."""
    found: dict[int, set[Words]] = {at: set() for at, column in enumerate(bang.cot_la) if column.can_le is CanLe.SO}
    for line in bang.hang if found else ():
        for cell in place(line):
            if cell.span == 1 and cell.start in found:
                found[cell.start].add(Words(cell.text, line.la_nhom))
    return found


def numbers_mm(column: Collection[Words], size_pt: float) -> float:
    """The width of a column of numbers under one another, in mm; 0 when none of its texts is a number."""
    more = _note_mm(size_pt) * max((len(marks(words.text)) for words in column), default=0)
    return sum(_extents(column, size_pt)) + more


def _extents(column: Iterable[Words], size_pt: float) -> tuple[float, float]:
    """How far the numbers of a column reach before the decimal comma, and from it on."""
    parts = [found for words in column if (found := _extent(words, size_pt))]
    return max((head for head, _ in parts), default=0.0), max((tail for _, tail in parts), default=0.0)


@cache
def _note_mm(size_pt: float) -> float:
    return text_width_mm("0", size_pt * _NOTE_SIZE)


def _extent(words: Words, size_pt: float) -> tuple[float, float] | None:
    """What stands before the decimal comma, and from it on, in mm; ``None`` for a text that is no number."""
    found = _NUMBER.fullmatch(plain(words.text))
    if found is None:
        return None
    notes = len(marks(words.text)) * _note_mm(size_pt)
    head, tail = (text_width_mm(part, size_pt, bold=words.bold) for part in found.groups())
    return head, tail + notes
