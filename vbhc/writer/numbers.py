"""A column of numbers set by the decimal comma: each number is indented from the right by what it lacks behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vbhc.layout import text_width_mm, twips
from vbhc.text.markup import plain

# What stands up to the decimal comma ("≥0", "1.250"), and the rest with a short unit (",9000", "/34", " tỷ đồng").
_NUMBER = re.compile(r"(\W*\d[\d.]*)(\S{0,12}(?: \S{1,8}){0,2})")
_CENTRED = '<w:jc w:val="center"/>'


class Decimals:
    """The indents of one column, ``room_mm`` wide within its margins; the whole column stands in its middle."""

    def __init__(self, texts: Iterable[str], size_pt: float, room_mm: float) -> None:
        self._size_pt = size_pt
        head, self._tail = _extents(texts, size_pt)
        self._side = max((room_mm - head - self._tail) / 2, 0.0)

    def properties(self, text: str) -> str:
        """The paragraph properties of a cell; what is no number stands in the middle."""
        found = _NUMBER.fullmatch(plain(text))
        if found is None:
            return _CENTRED
        behind = text_width_mm(found[2], self._size_pt)
        return f'<w:ind w:right="{twips(self._side + self._tail - behind)}"/><w:jc w:val="right"/>'


def numbers_mm(texts: Iterable[str], size_pt: float) -> float:
    """The width of a column of numbers under one another, in mm; 0 when none of its texts is a number."""
    return sum(_extents(texts, size_pt))


def _extents(texts: Iterable[str], size_pt: float) -> tuple[float, float]:
    """How far the numbers among ``texts`` reach before the decimal comma, and from it on."""
    parts = [found.groups() for text in set(texts) if (found := _NUMBER.fullmatch(plain(text)))]
    head, tail = (max((text_width_mm(part[at], size_pt) for part in parts), default=0.0) for at in (0, 1))
    return head, tail
