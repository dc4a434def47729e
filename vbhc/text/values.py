"""How a value of a script or a workbook stands in a Vietnamese text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

from vbhc.errors import TextError
from vbhc.text.dates import date_in_digits
from vbhc.text.numbers import format_number


def printed(value: object) -> str:
    """``value`` as text: decimals with a comma, dates as the decree pads them, whole numbers digit by digit.

    A whole number is not grouped, because it may be a year or a code: `format_number` groups. Raises `TextError` for
    None, so that what is missing is never a word in a letter.

    >>> printed(3.5), printed(2026), printed(date(2026, 2, 9))
    ('3,5', '2026', '09/02/2026')
    """
    if value is None:
        raise TextError("giá trị cần chèn còn trống (None); hãy điền giá trị hoặc ghi chữ thay thế, ví dụ «…»")
    if isinstance(value, Enum):
        return str(getattr(value, "nhan", value.value))
    if isinstance(value, (float, Decimal)):
        return format_number(Decimal(f"{value:.15g}") if isinstance(value, float) else value)
    if isinstance(value, date):
        return date_in_digits(value.day, value.month, value.year)
    return str(value)


def changed(by: Decimal, unit: str = "") -> str:
    """A change in words: by how much, and in what.

    >>> changed(Decimal("2.690"), "điểm %"), changed(Decimal(-1200)), changed(Decimal(0))
    ('tăng 2,69 điểm %', 'giảm 1.200', 'không đổi')
    """
    if not by:
        return "không đổi"
    return f"{'tăng' if by > 0 else 'giảm'} {format_number(abs(by).normalize())} {unit}".strip()
