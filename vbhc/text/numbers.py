"""Numbers as offices write them, read without guessing, and printed in the Vietnamese form "1.234,5".

>>> parse_quantity("≥0.9000")
Quantity(value=Decimal('0.9000'), comparator=<Comparator.GE: '≥'>, percent=False, denominator=None)
>>> parse_number("20.000", thousands=True)
Decimal('20000')
>>> parse_number("20.000")
Traceback (most recent call last):
vbhc.text.numbers.AmbiguousNumberError: "20.000" đọc được hai cách:
20000 (dấu ngăn hàng nghìn) hoặc 20,000 (dấu thập phân); hãy viết rõ "20000" hoặc "20,0000"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import cache, partial

from vbhc.errors import TextError
from vbhc.text.comparators import AFTER, BEFORE, Comparator, any_of, comparator_of
from vbhc.text.words import number_in_words

__all__ = [
    "AmbiguousNumberError",
    "Comparator",
    "FoundQuantity",
    "Quantity",
    "find_quantities",
    "format_number",
    "format_percent",
    "number_in_words",
    "parse_number",
    "parse_quantity",
    "round_half_up",
]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One amount as written: ``value`` in percentage points when ``percent``; "14/16" is value 14, denominator 16."""

    value: Decimal
    comparator: Comparator = Comparator.EQ
    percent: bool = False
    denominator: Decimal | None = None


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A quantity at ``text[start:end]`` of a free text.

    ``against`` is what it is measured against ("54.58/60%": 54,58% against 60%). When ``ambiguous``, the values are the
    Vietnamese readings ("20.000" twenty thousand, "1,234" one and a bit) and somebody should look.
    """

    quantity: Quantity
    start: int
    end: int
    ambiguous: bool = False
    against: Quantity | None = None


class AmbiguousNumberError(TextError):
    """A number such as "20.000": ``readings`` are the value with thousands separated and the value with decimals."""

    readings: tuple[Decimal, Decimal]

    @classmethod
    def of(cls, number: str, readings: tuple[Decimal, Decimal]) -> AmbiguousNumberError:
        """The error for ``number``, naming both readings and an unmistakable way to write each."""
        whole, broken = str(readings[0]), str(readings[1]).replace(".", ",")
        error = cls(
            f'"{number}" đọc được hai cách: {whole} (dấu ngăn hàng nghìn) hoặc {broken} (dấu thập phân); '
            f'hãy viết rõ "{whole}" hoặc "{broken}0"'
        )
        error.readings = readings
        return error


_FIGURE = r"[0-9]++(?:[.,][0-9]++)*+"
# "từ 52 trở lên" is one expression; "từ" without its end ("từ 14 tuổi") says nothing about the number.
_FROM = rf"{any_of(['từ'])}\s+(?=[-−]?{_FIGURE}\s*%?\s*{AFTER})"
_QUANTITY = re.compile(
    rf"(?<![\w/])(?<![0-9][.,])(?:(?P<before>{BEFORE})\s*|{_FROM})?+"
    rf"(?P<minus>(?<!\w)[-−])?(?P<figure>{_FIGURE})(?P<percent>\s*%)?+"
    rf"(?:\s*/\s*(?P<under>{_FIGURE})(?P<under_percent>\s*%)?+)?+"
    r"(?(percent)|(?(under_percent)|(?!\w)))(?!/[0-9A-ZĐ])"  # not 5G, not 15/5/2026, not 131/KH-UBND
    rf"(?:\s+(?P<after>{AFTER}))?+"
)
_NUMBER = re.compile(rf"(?P<minus>[-−])?(?P<figure>{_FIGURE})")
_CALENDAR = r"\b(?i:ngày|tháng|quý|năm(?=\s+[0-9]{4}))\s+[0-9]++(?:[/.-][0-9]++)*+(?![.,]?[0-9]|\s*%)"
_SCAN = re.compile(rf"{_CALENDAR}|{_QUANTITY.pattern}")


def parse_number(text: str, *, thousands: bool | None = None) -> Decimal:
    """The bare number that the whole ``text`` is; ``thousands`` settles what "20.000" means.

    >>> parse_number("1.234,5"), parse_number("1,234.5"), parse_number("1.234.567")
    (Decimal('1234.5'), Decimal('1234.5'), Decimal('1234567'))
    >>> parse_number("0.900")  # no group of thousands begins with 0
    Decimal('0.900')

    Raises :class:`TextError`, or :class:`AmbiguousNumberError` when ``thousands`` is ``None`` and it matters.
    """
    match = _NUMBER.fullmatch(text.strip())
    if not match or not _readings(match["figure"]):
        raise _unreadable(text)
    value = _settled(match["figure"], thousands=thousands)
    return value.copy_negate() if match["minus"] else value


def parse_quantity(text: str, *, thousands: bool | None = None) -> Quantity:
    """The one quantity that the whole ``text`` is: "48,12%", "≥ 52", "Trên 80%", "từ 52 trở lên", "14/16".

    >>> parse_quantity("Trên 80%") == Quantity(Decimal(80), Comparator.GT, percent=True)
    True
    >>> parse_quantity("09/16") == Quantity(Decimal(9), denominator=Decimal(16))
    True
    >>> parse_quantity("54.58/60%")  # two quantities, not one: see find_quantities
    Traceback (most recent call last):
    vbhc.errors.TextError: Không đọc được "54.58/60%" như một con số; hãy ghi dạng 1.234,5 hoặc 48,12% hoặc 14/16

    Raises :class:`TextError`, or :class:`AmbiguousNumberError` when ``thousands`` is ``None`` and it matters.
    """
    match = _QUANTITY.fullmatch(text.strip())
    parts = match and _read(match, partial(_settled, thousands=thousands))
    if not parts or parts[1]:
        raise _unreadable(text)
    return parts[0]


def find_quantities(text: str) -> tuple[FoundQuantity, ...]:
    """The plain quantities in a free text, left to right; dates, ký hiệu and codes ("5G", "1.2.3") are passed over.

    "14/16" is one fraction; with a decimal or a percent sign on either side the right one is the measure of the left.

    >>> [(str(f.quantity.value), f.quantity.percent) for f in find_quantities("Chưa đạt: 87.5% (14/16)")]
    [('87.5', True), ('14', False)]
    >>> [found] = find_quantities("Chưa đạt: 54.58/60% theo yêu cầu")
    >>> found.quantity.value, found.quantity.percent, found.against.value
    (Decimal('54.58'), True, Decimal('60'))
    >>> find_quantities("Kế hoạch số 131/KH-UBND ngày 10 tháng 11 năm 2025")
    ()
    """
    return tuple(_found(text))


def _found(text: str) -> Iterator[FoundQuantity]:
    for match in _SCAN.finditer(text):
        parts = match["figure"] and _read(match, _vietnamese)
        if parts:
            ambiguous = any(len(_readings(match[name] or "0")) > 1 for name in ("figure", "under"))
            yield FoundQuantity(parts[0], match.start(), match.end(), ambiguous, parts[1])


def _read(match: re.Match[str], number: Callable[[str], Decimal]) -> tuple[Quantity, Quantity | None] | None:
    """The quantity of a match and what it is measured against; ``None`` for something that is no number after all."""
    comparator = comparator_of(match["before"], match["after"])
    if comparator is None or not all(_readings(match[name] or "0") for name in ("figure", "under")):
        return None
    value = number(match["figure"])
    value = value.copy_negate() if match["minus"] else value
    percent, under_percent = bool(match["percent"]), bool(match["under_percent"])
    if match["under"] is None:
        return Quantity(value, comparator, percent), None
    under = number(match["under"])
    if percent or under_percent or not (_whole(value) and _whole(under)):
        # The sign at the end of "54.58/60%" speaks for both numbers.
        return Quantity(value, comparator, percent or under_percent), Quantity(under, percent=under_percent)
    return Quantity(value, comparator, denominator=under), None


def _whole(value: Decimal) -> bool:
    return value.as_tuple().exponent == 0


def _readings(figure: str) -> tuple[Decimal, ...]:
    """What the digits and separators can mean: nothing, one value, or (with thousands, with decimals)."""
    groups = re.split(r"[.,]", figure)
    marks = re.sub("[0-9]", "", figure)
    whole, broken = Decimal("".join(groups)), Decimal("".join(groups[:-1]) + "." + groups[-1])
    if not marks:
        return (whole,)
    if len(marks) == 1:
        return (whole, broken) if _in_thousands(groups) else (broken,)
    if len(set(marks)) == 1:
        return (whole,) if _in_thousands(groups) else ()
    alternate = len(set(marks[:-1])) == 1 and marks[-1] != marks[0]
    return (broken,) if alternate and _in_thousands(groups[:-1]) else ()


def _in_thousands(groups: list[str]) -> bool:
    return re.fullmatch(r"[1-9][0-9]{0,2}(?: [0-9]{3})+", " ".join(groups)) is not None


def _settled(figure: str, *, thousands: bool | None) -> Decimal:
    readings = _readings(figure)
    if len(readings) == 2 and thousands is None:
        raise AmbiguousNumberError.of(figure, (readings[0], readings[1]))
    return readings[0 if thousands else -1]


def _vietnamese(figure: str) -> Decimal:
    return _readings(figure)[0 if "." in figure else -1]


def _unreadable(text: str) -> TextError:
    return TextError(f'Không đọc được "{text}" như một con số; hãy ghi dạng 1.234,5 hoặc 48,12% hoặc 14/16')


_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, rounding=ROUND_HALF_UP)


def round_half_up(value: Decimal | int | str, digits: int) -> Decimal:
    """``value`` with ``digits`` decimals, halves away from zero; binary floats are not taken, they hide the half.

    >>> round_half_up("2.345", 2), round_half_up("-0.5", 0), round_half_up("-0.4", 0)
    (Decimal('2.35'), Decimal('-1'), Decimal('0'))

    Raises :class:`TextError` for what is not a finite number.
    """
    try:
        rounded = Decimal(value).quantize(Decimal(1).scaleb(-digits), context=_EXACT)
    except InvalidOperation:
        raise _unreadable(str(value)) from None
    if not rounded.is_finite():
        raise _unreadable(str(value))
    return rounded if rounded else rounded.copy_abs()


def format_number(value: Decimal | int, *, digits: int | None = None) -> str:
    """The number in Vietnamese form; ``digits=None`` keeps every decimal that ``value`` has.

    >>> format_number(Decimal("1234.50")), format_number(20000), format_number(Decimal("0.125"), digits=2)
    ('1.234,50', '20.000', '0,13')
    """
    exponent = Decimal(value).as_tuple().exponent
    written = max(0, -exponent) if isinstance(exponent, int) else 0
    return f"{round_half_up(value, written if digits is None else digits):,f}".translate(_vietnamese_marks())


@cache
def _vietnamese_marks() -> dict[int, str]:
    """What stands for Python's "," and "." in Vietnamese; Babel comes late because importing it takes long."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    return str.maketrans({",": get_group_symbol("vi"), ".": get_decimal_symbol("vi")})


def format_percent(points: Decimal | int, *, digits: int | None = None) -> str:
    """Percentage points with their sign, no space between, as the decree's own texts write it.

    >>> format_percent(Decimal("57.314"), digits=2), format_percent(100)
    ('57,31%', '100%')
    """
    return format_number(points, digits=digits) + "%"
