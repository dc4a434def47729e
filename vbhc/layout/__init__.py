"""The decree as dated data with citations, and the width of words in its typeface."""

from __future__ import annotations

from vbhc.layout.decree import Decree, QuyDinh, load_decree
from vbhc.layout.metrics import (
    MM_PER_PT,
    TWIPS_PER_MM,
    balanced_lines,
    lines_needed,
    longest_line_mm,
    longest_word_mm,
    text_width_mm,
    twips,
    twips_at_least,
)

__all__ = [
    "MM_PER_PT",
    "TWIPS_PER_MM",
    "Decree",
    "QuyDinh",
    "balanced_lines",
    "lines_needed",
    "load_decree",
    "longest_line_mm",
    "longest_word_mm",
    "text_width_mm",
    "twips",
    "twips_at_least",
]
