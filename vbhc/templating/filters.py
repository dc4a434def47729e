"""The filters that Vietnamese documents need: numbers, shares, lists, changes and dates as offices write them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sized
from datetime import date
from decimal import Decimal
from typing import Any

from jinja2 import Undefined
from pydantic import BaseModel

from vbhc.errors import TextError
from vbhc.templating.names import public_names
from vbhc.text.dates import DateParts, date_in_digits, date_in_words, parse_date
from vbhc.text.nearest import suggest
from vbhc.text.numbers import Comparator, format_number, format_percent, number_in_words, parse_quantity, round_half_up
from vbhc.text.spelling import keep_together, upper
from vbhc.text.values import changed, printed

_MOST_DIGITS = 4
SHOWS_PYTHON = (object.__str__, BaseModel.__str__)
"""How values print that have no text of their own."""
_POINTS = "điểm %"


def so(value: object, le: int | None = None) -> str:
    """``{{ x | so }}``: "1.234,5"; ``so(1)`` rounds to one decimal, halves up."""
    return format_number(_decimal(value), digits=le)


def phan_tram(value: object, le: int | None = None) -> str:
    """``{{ x | phan_tram }}``: percentage points as "57,31%"; ``phan_tram(1)`` rounds to one decimal."""
    return format_percent(_decimal(value), digits=le)


def bang_chu(value: object) -> str:
    """``{{ x | bang_chu }}``: a whole number in words, "mười một"."""
    number = _decimal(value)
    if number != number.to_integral_value():
        raise TextError(f"{_named(value)} không phải là số nguyên nên không đọc bằng chữ được")
    return number_in_words(int(number))


def ty_le(part: Any, whole: Any, le: int = 1) -> str:
    """``{{ dti.dat | ty_le(dti) }}``: the share of a list in another, or of a number, as "76,6%"; halves up.

    >>> ty_le(36, 47), ty_le([1], [1, 2, 3], 0)
    ('76,6%', '33%')
    >>> ty_le(1999, 2000)
    '99,95%'
    """
    counts = [_decimal(it) if isinstance(it, Decimal | int | float) else Decimal(dem(it)) for it in (part, whole)]
    if not counts[1]:
        raise TextError("không tính được tỷ lệ trên 0")
    share = counts[0] * 100 / counts[1]
    while le < _MOST_DIGITS and share not in (0, 100) and round_half_up(share, le) in (0, 100):
        le += 1  # "100%" is said of all, "0%" of none
    return format_percent(share, digits=le)


def tang_giam(value: Any, truoc: Any) -> str:
    """``{{ ct.thuc_hien | tang_giam(ct.moc[0].gia_tri) }}``: "tăng 2,69 điểm %", "giảm 3", "không đổi".

    Of values of a workbook, numbers, lists (by how many they are) and percentages as text.

    >>> tang_giam(["6.3", "6.4"], ["6.3"]), tang_giam("76,6%", "80%"), tang_giam(3, 3)
    ('tăng 1', 'giảm 3,4 điểm %', 'không đổi')
    """
    if value is not None and hasattr(value, "so_voi"):
        return str(value.so_voi(truoc))
    (now, unit), (before, other) = _measure(value), _measure(truoc)
    if unit != other:
        raise TextError(f"không so sánh được {_named(value)} với {_named(truoc)}: một bên là tỷ lệ, một bên là con số")
    return changed(now - before, unit)


def _measure(value: Any) -> tuple[Decimal, str]:
    """A number, a percentage or the length of a list, with the unit in which its change is told."""
    if isinstance(value, str) and value.rstrip().endswith("%"):
        quantity = parse_quantity(value)
        if quantity.percent and quantity.comparator is Comparator.EQ:
            return quantity.value, _POINTS
    if isinstance(value, Sized) and not isinstance(value, str):
        return Decimal(len(value)), ""
    if isinstance(value, Decimal | int | float) and not isinstance(value, bool):
        return _decimal(value), ""
    raise TextError(f"{_named(value)} không so sánh tăng, giảm được; hãy so hai số, hai tỷ lệ hoặc hai danh sách")


def dem(values: Any) -> int:
    """``{{ dti.chua_dat | dem }}``: how many there are."""
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise TextError(f"{_named(values)} không phải danh sách nên không đếm được")
    return len(values) if isinstance(values, Sized) else sum(1 for _ in values)


def danh_sach(values: Iterable[Any], truong: str | None = None) -> str:
    """``{{ dti.chua_dat | danh_sach("ma") }}``: a field of each, or each itself: "6.3, 6.4 và 6.6".

    Of a field that holds several ("chu_tri.ten") all, each once. Semicolons part items that have commas of their own.

    >>> danh_sach(["6.3", "6.4", "6.6"]), danh_sach([2026]), danh_sach(["Sở Y tế", "Sở Văn hóa, Thể thao và Du lịch"])
    ('6.3, 6.4 và 6.6', '2026', 'Sở Y tế; Sở Văn hóa, Thể thao và Du lịch')
    """
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise TextError(f"{_named(values)} không phải danh sách")
    texts = [_item(it) for it in values] if truong is None else list(_fields(values, truong))
    if any(", " in text or ";" in text for text in texts):
        return "; ".join(texts)
    return " và ".join([", ".join(texts[:-1]), texts[-1]]) if len(texts) > 1 else "".join(texts)


def _fields(values: Iterable[Any], path: str) -> Iterable[str]:
    found = [_field(value, path) for value in values]
    if not any(map(_several, found)):
        return map(_item, found)
    return dict.fromkeys(_item(one) for it in found for one in (it if _several(it) else [it]))


def _several(value: Any) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, str | Undefined)


def _field(value: Any, path: str) -> Any:
    for name in path.split("."):
        known = public_names(value)
        if name not in known:
            close = suggest(name, known)
            raise TextError(f"không có trường `{name}`" + (f"; có phải `{close}`?" if close else ""))
        value = value[name] if isinstance(value, Mapping) else getattr(value, name)
    return value


def _item(value: Any) -> str:
    """The text of one item of a list; raises `TextError` for what has fields and no text of its own."""
    if value is not None and not has_text(value):
        raise TextError('mỗi mục của danh sách gồm nhiều trường; hãy nói rõ trường cần nêu, ví dụ danh_sach("ma")')
    return printed(value)


def ngay_thang_nam(value: Any) -> str:
    """``{{ x | ngay_thang_nam }}``: "ngày 05 tháng 3 năm 2026".

    Of a ``date``, of a date as text ("5/3/2026") or of anything with ngay, thang, nam.
    """
    return date_in_words(*_date(value))


def ngay(value: Any) -> str:
    """``{{ x | ngay }}``: "05/3/2026", of whatever `ngay_thang_nam` takes."""
    return date_in_digits(*_date(value))


def _date(value: Any) -> DateParts:
    if isinstance(value, date):
        return DateParts(value.day, value.month, value.year)
    if isinstance(value, str):
        return parse_date(value)
    try:
        return DateParts(value.ngay, value.thang, value.nam)
    except AttributeError:
        raise TextError(f"{_named(value)} không phải là ngày") from None


def in_hoa(value: object) -> str:
    """``{{ x | in_hoa }}``: in capitals."""
    return upper(str(value))


def giu_lien(value: object) -> str:
    """``{{ x | giu_lien }}``: with no-break spaces where a line must not break, as in "KT. CHỦ TỊCH"."""
    return keep_together(str(value))


def _decimal(value: object) -> Decimal:
    if isinstance(value, Decimal | int | float) and not isinstance(value, bool):
        return Decimal(str(value))  # of a float what it prints as, not its binary tail
    number = None if value is None else getattr(value, "so", None)
    raise TextError(f"{_named(value)} không phải là số" + ("" if number is None else "; ghi thêm .so để lấy con số"))


def _named(value: object) -> str:
    """What a message calls a value: its text, never that of Python."""
    if callable(value) and not isinstance(value, Undefined):
        return "tên này (còn thiếu cặp ngoặc () phía sau)"
    if value is None:
        return "giá trị trống"
    return f"«{value}»" if has_text(value) else "giá trị này"


def has_text(value: object) -> bool:
    """Whether a value has a text that can stand in a sentence; a list, a row, a whole selection have none."""
    if isinstance(value, Undefined):
        return bool(str(value))  # raises, and says what is missing
    if isinstance(value, str | int | float | Decimal | date):
        return not isinstance(value, bool)
    return not isinstance(value, list | tuple | dict | set) and type(value).__str__ not in SHOWS_PYTHON


def _unchanged(value: object) -> object:
    """``| e``: output is escaped anyway, so a template written for docxtpl keeps its meaning."""
    return value


def pairs(values: Any) -> Any:
    """What a loop with two names goes over: of a mapping its pairs, of anything else what is in it."""
    if callable(values) and not isinstance(values, Undefined):
        raise TextError("thiếu cặp ngoặc () sau tên, ví dụ dti.theo_co_quan()")
    return values.items() if isinstance(values, Mapping) else values


FILTERS: Mapping[str, Callable[..., object]] = {
    "phan_tram": phan_tram,
    "so": so,
    "bang_chu": bang_chu,
    "dem": dem,
    "danh_sach": danh_sach,
    "ty_le": ty_le,
    "tang_giam": tang_giam,
    "ngay": ngay,
    "ngay_thang_nam": ngay_thang_nam,
    "in_hoa": in_hoa,
    "giu_lien": giu_lien,
    "e": _unchanged,
    "escape": _unchanged,
}
"""The filters added to Jinja's own."""
