"""A column of numbers set by the decimal comma: each number is indented from the right by what it lacks behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from vbhc.layout import text_width_mm, twips
from vbhc.text.markup import plain

_WHOLE = re.compile(r"\D*\d[\d.]*")
_CENTRED = '<w:jc w:val="center"/>'


class Decimals:
    """The indents of one column, ``room_mm`` wide within its margins; the whole column stands in its middle."""

    def __init__(self, texts: Iterable[str], size_pt: float, room_mm: float) -> None:
        self._size_pt = size_pt
        parts = [found for text in set(texts) if (found := self._widths(plain(text)))]
        self._tail = max((tail for _, tail in parts), default=0.0)
        self._side = max((room_mm - max((head for head, _ in parts), default=0.0) - self._tail) / 2, 0.0)

    def properties(self, text: str) -> str:
        """The paragraph properties of a cell; what is no number stands in the middle."""
        found = self._widths(plain(text))
        if found is None:
            return _CENTRED
        return f'<w:ind w:right="{twips(self._side + self._tail - found[1])}"/><w:jc w:val="right"/>'

    def _widths(self, text: str) -> tuple[float, float] | None:
        """What stands before the decimal comma, and from it on, in mm; ``None`` for a text that is no number."""
        whole = _WHOLE.match(text)
        if whole is None:
            return None
        parts: Sequence[str] = (whole[0], text[whole.end() :])
        head, tail = (text_width_mm(part, self._size_pt) for part in parts)
        return head, tail
