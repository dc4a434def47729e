"""Dates as NĐ 30/2020 writes them (PL I, Phần I, II.4): days below 10 get a zero, and so do the months 1 and 2 alone.

>>> date_in_words(5, 1, 2020)
'ngày 05 tháng 01 năm 2020'
>>> date_in_words(29, 6, 2019), date_in_digits(5, 3, 2026)
('ngày 29 tháng 6 năm 2019', '05/3/2026')
"""

from __future__ import annotations

import calendar
import re
from typing import NamedTuple

from vbhc.errors import TextError
from vbhc.text.spelling import nfc

GAP = "\u00a0" * 5
"""What a blank left for handwriting is made of, spaces around it included; XML and justification leave it alone."""


class DateParts(NamedTuple):
    """A date of which the day, or the month, may still be blank (``None``), in the order it is spoken."""

    ngay: int | None
    thang: int | None
    nam: int


def date_in_words(ngay: int | None, thang: int | None, nam: int | None) -> str:
    """The date in words; what is ``None`` stays a visible gap.

    >>> date_in_words(None, 5, 2026) == f"ngày{GAP}tháng 5 năm 2026"
    True

    Raises :class:`TextError` for a date that does not exist.
    """
    _check(ngay, thang, nam)
    day, month = (f" {part} " if part else GAP for part in _padded(ngay, thang))
    return f"ngày{day}tháng{month}năm" + (GAP if nam is None else f" {nam}")


def date_in_digits(ngay: int | None, thang: int | None, nam: int | None) -> str:
    """The date in digits, as "15/5/2026" or "05/01/2026"; what is ``None`` stays a visible gap.

    Raises :class:`TextError` for a date that does not exist.
    """
    _check(ngay, thang, nam)
    day, month = _padded(ngay, thang)
    return f"{day or GAP}/{month or GAP}/{GAP if nam is None else nam}"


_NGAY, _THANG, _NAM = r"(?P<ngay>[0-9]{1,2})", r"(?P<thang>[0-9]{1,2})", r"(?P<nam>[0-9]{4})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:ngày\s+)?{_NGAY}\s*(?P<mark>[/.-])\s*{_THANG}\s*(?P=mark)\s*{_NAM}",
        rf"(?:ngày\s+)?{_NGAY}?\s*/\s*{_THANG}?\s*/\s*{_NAM}",
        rf"{_NAM}-{_THANG}-{_NGAY}",
        rf"ngày\s+(?:{_NGAY}\s+)?tháng\s+(?:{_THANG}\s+)?năm\s+{_NAM}",
        rf"tháng\s+{_THANG}(?:\s+năm\s+|\s*[/-]\s*){_NAM}",
    )
)


def parse_date(text: str) -> DateParts:
    """The date that the whole ``text`` is, in words, in digits or as ISO 8601.

    >>> parse_date("tháng 5/2026"), parse_date("2026-05-15")
    (DateParts(ngay=None, thang=5, nam=2026), DateParts(ngay=15, thang=5, nam=2026))
    >>> parse_date("31/4/2026")
    Traceback (most recent call last):
    vbhc.errors.TextError: Không có ngày 31 tháng 4 năm 2026: tháng này chỉ có 30 ngày

    Raises :class:`TextError` for anything else and for a date that does not exist.
    """
    match = next(filter(None, (form.fullmatch(nfc(text).strip()) for form in _FORMS)), None)
    if match is None:
        raise TextError(f'Không đọc được "{text}" như một ngày; hãy ghi dạng 15/5/2026 hoặc "ngày 15 tháng 5 năm 2026"')
    found = {name: int(digits) for name, digits in match.groupdict().items() if digits and name in DateParts._fields}
    date = DateParts(found.get("ngay"), found.get("thang"), found["nam"])
    _check(*date)
    return date


def _padded(ngay: int | None, thang: int | None) -> tuple[str, str]:
    day = "" if ngay is None else f"{ngay:02}"
    month = "" if thang is None else f"{thang:02}" if thang <= 2 else str(thang)
    return day, month


def _check(ngay: int | None, thang: int | None, nam: int | None) -> None:
    if nam is not None and not 1000 <= nam <= 9999:
        raise TextError(f"Năm {nam} không hợp lệ; hãy ghi đủ bốn chữ số")
    if thang is not None and not 1 <= thang <= 12:
        raise TextError(f"Không có tháng {thang}; tháng phải từ 1 đến 12")
    last = calendar.monthrange(nam or 2000, thang or 1)[1]  # a blank year may still turn out a leap year
    if ngay is not None and not 1 <= ngay <= last:
        spoken = " ".join([f"ngày {ngay}", *([f"tháng {thang}"] if thang else []), *([f"năm {nam}"] if nam else [])])
        raise TextError(f"Không có {spoken}: tháng này chỉ có {last} ngày" if thang else f"Không có {spoken}")
