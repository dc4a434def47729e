"""Number formats of Excel, as far as they show percentages."""

from __future__ import annotations

import re

from vbhc.indicators.sheet import PercentFormat

BUILT_IN = {9: PercentFormat(digits=0), 10: PercentFormat(digits=2)}
"""The formats that need no code in the file: "0%" and "0.00%"."""

# Quoted text, an escaped character, a width, a filler: all printed or skipped, none of them scales.
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.')


def percent_format(code: str) -> PercentFormat | None:
    r"""What a format code says: ``0.0%`` scales by 100, ``0.0"%"`` and ``0.0\%`` only print the sign.

    >>> percent_format("0.00%"), percent_format('0.0"%"'), percent_format("#,##0")
    (PercentFormat(factor=100, digits=2), PercentFormat(factor=1, digits=1), None)
    """
    if "%" not in code:
        return None
    bare = _LITERAL.sub("", code)
    digits = re.search(r"\.(0+)", bare)
    return PercentFormat(100 if "%" in bare else 1, len(digits[1]) if digits else 0)
