"""The decree as dated data with citations, and the width of words in its typeface."""

from __future__ import annotations

from vbhc.layout.decree import Decree, QuyDinh, load_decree
from vbhc.layout.metrics import (
    balanced_lines,
    longest_line_mm,
    longest_word_mm,
    text_width_mm,
    twips,
)

__all__ = [
    "Decree",
    "QuyDinh",
    "balanced_lines",
    "load_decree",
    "longest_line_mm",
    "longest_word_mm",
    "text_width_mm",
    "twips",
]
