"""How wide a text is in Times New Roman: for rules under headings, columns of tables, and names that must not wrap."""

from __future__ import annotations

import math
import tomllib
import unicodedata
from collections.abc import Callable
from functools import cache
from importlib.resources import files

EM_UNITS = 2048
UNKNOWN_UNITS = 1024
WIDE_UNITS = 2048
MM_PER_PT = 25.4 / 72
TWIPS_PER_MM = 1440 / 25.4

_HORN = "\u031b"
_HORNED = {"o": "ơ", "u": "ư", "O": "Ơ", "U": "Ư"}


def twips(mm: float) -> int:
    """Millimetres as whole twips (1/1440 inch), the unit of WordprocessingML."""
    return round(mm * TWIPS_PER_MM)


def twips_at_least(mm: float) -> int:
    """The fewest whole twips that are not less than ``mm``: a margin of 15 mm must not come out as 14.99."""
    return math.ceil(mm * TWIPS_PER_MM)


def text_width_mm(text: str, size_pt: float, *, bold: bool = False, italic: bool = False) -> float:
    """The width in millimetres of ``text`` on one line at ``size_pt`` points.

    >>> round(text_width_mm("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True), 1)
    95.7
    """
    units = sum(map(_widths(bold, italic).__getitem__, text))
    return units / EM_UNITS * size_pt * MM_PER_PT


def longest_word_mm(text: str, size_pt: float, *, bold: bool = False) -> float:
    """The width in millimetres of the longest part of ``text`` that a line break cannot divide."""
    return max((text_width_mm(word, size_pt, bold=bold) for word in text.split()), default=0.0)


def lines_needed(text: str, limit_mm: float, size_pt: float) -> int:
    """On how many lines ``text``, which has no line break of its own, stands in columns ``limit_mm`` wide."""
    blank = text_width_mm(" ", size_pt)
    lines, used = 1, -blank
    for word in text.split(" "):
        width = text_width_mm(word, size_pt)
        if used + blank + width > limit_mm and used > 0:
            lines, used = lines + 1, -blank
        used += blank + width
        if used > limit_mm:  # one long word, divided where the line ends
            lines, used = lines + int(used / limit_mm), used % limit_mm
    return lines


def longest_line_mm(text: str, size_pt: float, *, bold: bool = False) -> float:
    """The width in millimetres of the longest of the lines of ``text``."""
    return max(text_width_mm(line, size_pt, bold=bold) for line in text.split("\n"))


def balanced_lines(text: str, limit_mm: float, size_pt: float, *, bold: bool = False) -> str:
    """``text`` with line breaks at blanks so that every line fits ``limit_mm``, lines as even as can be.

    Breaks that the text has stay; a single word wider than the limit is left alone.
    """
    lines = (_balanced(line, limit_mm, size_pt, bold=bold) for line in text.split("\n"))
    return "\n".join(lines)


def _balanced(line: str, limit_mm: float, size_pt: float, *, bold: bool) -> str:
    """As few lines as the limit allows, then the narrowest limit (to a millimetre) that needs no more."""

    def width(text: str) -> float:
        return text_width_mm(text, size_pt, bold=bold)

    if width(line) <= limit_mm:
        return line
    fewest = _filled(line, limit_mm, width)
    narrowest = math.ceil(width(line) / len(fewest))
    tries = (_filled(line, limit, width) for limit in range(narrowest, math.ceil(limit_mm)))
    return "\n".join(next((lines for lines in tries if len(lines) == len(fewest)), fewest))


def _filled(line: str, limit_mm: float, width: Callable[[str], float]) -> list[str]:
    lines: list[str] = []
    for word in line.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer) <= limit_mm:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


class _Widths(dict[str, int]):
    """Width by character; what the table does not name is worked out once and kept."""

    def __missing__(self, char: str) -> int:
        self[char] = width = self._of_marked(char)
        return width

    def _of_marked(self, char: str) -> int:
        if unicodedata.combining(char):
            return 0
        decomposed = unicodedata.normalize("NFD", char)
        base = _HORNED.get(decomposed[0], decomposed[0]) if _HORN in decomposed else decomposed[0]
        wide = unicodedata.east_asian_width(char) in "WF"
        return self.get(base, WIDE_UNITS if wide else UNKNOWN_UNITS)


@cache
def _widths(bold: bool, italic: bool) -> _Widths:
    face = {(False, False): "thuong", (True, False): "dam", (False, True): "nghieng", (True, True): "dam_nghieng"}
    table = tomllib.loads(files(__package__).joinpath("do_rong_chu.toml").read_text("utf-8"))
    return _Widths({char: int(units) for units, chars in table[face[bold, italic]].items() for char in chars})
