"""The letters of Vietnamese, for patterns: composed, small and capital."""

from __future__ import annotations

_MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"

LOWER = f"a-z{_MARKED}"
UPPER = f"A-Z{_MARKED.upper()}"
"""Inside of a character class."""
