"""Number formats of Excel, as far as they show plain numbers and percentages."""

from __future__ import annotations

import re

from vbhc.indicators.sheet import NumberFormat

# Quoted text, an escaped character, a width, a filler, a colour or currency, a sign of its own.
_LITERAL = r'(?:"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[^#0?.,;@"\\\w*\[])'
_SECTION = re.compile(
    rf"(?P<before>{_LITERAL}*+)(?P<whole>General|[#0?]*+(?:,[#0?]++)*+)(?:\.(?P<fixed>0*+)(?P<optional>[#?]*+))?+"
    rf"(?P<after>{_LITERAL}*+)"
)
_PRINTED = re.compile(r'"(?P<text>[^"]*)"|\\(?P<sign>.)|[_*].|\[(?:\$(?P<currency>[^\]-]*))?[^\]]*\]|(?P<bare>.)')


def number_format(code: str) -> NumberFormat | None:
    r"""What a format code says; ``None`` when it shows no number, or not as plain decimals.

    ``0.0%`` scales by 100, ``0.0"%"`` and ``0.0\%`` only print the sign. Of several sections the first with a number
    counts.

    >>> number_format("0.00%") == NumberFormat(2, percent=True, factor=100, after="%")
    True
    >>> number_format('0.0"%"') == NumberFormat(1, percent=True, after="%")
    True
    >>> number_format("#,##0.0#") == NumberFormat(2, optional=1, grouped=True)
    True
    >>> number_format("0000") == NumberFormat(0, whole=4)
    True
    >>> number_format("General") == NumberFormat(), number_format("dd/mm/yyyy"), number_format("0.00E+00")
    (True, None, None)
    """
    for section in code.split(";"):
        match = _SECTION.fullmatch(section)
        if match and (match["whole"] or match["fixed"]):
            return _read(match)
    return None


def _read(match: re.Match[str]) -> NumberFormat:
    before, after = _printed(match["before"]), _printed(match["after"])
    fixed, optional = len(match["fixed"] or ""), len(match["optional"] or "")
    scaled = "%" in _bare(match["before"] + match["after"])
    return NumberFormat(
        digits=None if match["whole"] == "General" else fixed + optional,
        optional=optional,
        percent="%" in before + after,
        factor=100 if scaled else 1,
        grouped="," in match["whole"],
        before=before,
        after=after,
        whole=match["whole"].count("0") or 1,
    )


def _printed(literal: str) -> str:
    """The characters that are printed of what stands around the number."""
    return "".join(
        match["text"] or match["sign"] or match["currency"] or match["bare"] or ""
        for match in _PRINTED.finditer(literal)
    )


def _bare(literal: str) -> str:
    return "".join(match["bare"] or "" for match in _PRINTED.finditer(literal))


_CODES = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"}
_CODES |= {37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 43: "#,##0.00"}
BUILT_IN = {number: number_format(code) for number, code in _CODES.items()}
"""The formats that need no code in the file."""
