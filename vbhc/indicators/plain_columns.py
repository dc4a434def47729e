"""How a column of a table is set, by what stands in it: numbers by their decimal comma, codes in the middle."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vbhc.indicators.drawing import Drawn
from vbhc.indicators.reading import BLANK
from vbhc.indicators.rows import CODE
from vbhc.model import CanLe
from vbhc.text.numbers import find_quantities

_LETTER = re.compile(r"[a-zđ][.)]?")
_COMMA = str.maketrans(".,", ",.")


def setting(cells: Sequence[Drawn], *, code: bool) -> CanLe:
    """How the column of these cells is set; ``code``: its label says that it holds codes."""
    filled = [cell for cell in cells if not BLANK.fullmatch(cell.text)]
    if code:
        return CanLe.GIUA
    if filled and all(cell.number or _is_quantity(cell.text) for cell in filled):
        return CanLe.SO
    coded = filled and all(CODE.fullmatch(cell.text) or _LETTER.fullmatch(cell.text) for cell in filled)
    return CanLe.GIUA if coded else CanLe.TRAI


def _is_quantity(text: str) -> bool:
    found = find_quantities(text)
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))


def with_comma(text: str) -> str:
    """The text with a decimal comma, if it is one number with a point that can only be a decimal mark.

    >>> with_comma("≥0.9000"), with_comma("1,234.5"), with_comma("99.723%")
    ('≥0,9000', '1.234,5', '99,723%')
    >>> with_comma("1.000"), with_comma("1.234.567"), with_comma("54.58/60%"), with_comma("11/34")
    ('1.000', '1.234.567', '54.58/60%', '11/34')
    """
    if "." not in text or not _is_quantity(text):
        return text
    [found] = find_quantities(text)
    exponent = found.quantity.value.as_tuple().exponent
    decimal = found.quantity.percent if found.ambiguous else isinstance(exponent, int) and exponent < 0
    point = re.findall("[.,]", text)[-1] == "."
    return text.translate(_COMMA) if decimal and point and found.against is None else text
