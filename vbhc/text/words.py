"""Whole numbers read aloud, as the North and the law books say them: "linh", "nghìn", "tỷ"."""

from __future__ import annotations

from collections.abc import Iterator

from vbhc.errors import TextError

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_SCALES = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"))


def number_in_words(n: int) -> str:
    """The whole number read aloud.

    >>> number_in_words(11), number_in_words(21), number_in_words(105), number_in_words(1002)
    ('mười một', 'hai mươi mốt', 'một trăm linh năm', 'một nghìn không trăm linh hai')

    Raises :class:`TextError` from 10^18 on, where "tỷ tỷ" would be needed.
    """
    if abs(n) >= 10**18:
        raise TextError(f"Số {n} quá lớn để viết bằng chữ; chỉ viết được đến hàng triệu tỷ")
    return ("âm " if n < 0 else "") + (" ".join(_words(abs(n), inner=False)) or _DIGITS[0])


def _words(n: int, *, inner: bool) -> Iterator[str]:
    """The words of ``n``; ``inner``: something larger went before, so hundreds are said even when they are zero."""
    for scale, name in _SCALES:
        count, n = divmod(n, scale)
        if count:
            yield from (*_words(count, inner=inner), name)
            inner = True
    if n:
        yield from _below_thousand(n, inner=inner)


def _below_thousand(n: int, *, inner: bool) -> Iterator[str]:
    hundreds, rest = divmod(n, 100)
    tens, units = divmod(rest, 10)
    if hundreds or inner:
        yield from (_DIGITS[hundreds], "trăm")
        if units and not tens:
            yield "linh"
    if tens:
        yield from (_DIGITS[tens], "mươi") if tens > 1 else ("mười",)
    if units:
        ending = {5: "lăm"} if tens == 1 else _AFTER_TENS if tens else {}
        yield ending.get(units, _DIGITS[units])
