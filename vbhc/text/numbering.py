"""Numbers of mục (La Mã) and điểm (chữ cái tiếng Việt): NĐ 30/2020, PL I, Phần I, II.6.

>>> [letter(n) for n in (4, 5, 6, 7, 8)], roman(14)
(['d', 'đ', 'e', 'g', 'h'], 'XIV')
"""

from __future__ import annotations

from vbhc.errors import TextError

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The Vietnamese order: đ after d; no f, j, w, z."""

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def roman(n: int) -> str:
    """``n`` in chữ số La Mã; raises :class:`TextError` outside 1–3999."""
    if not 1 <= n <= 3999:
        raise TextError(f"Không viết được số {n} bằng chữ số La Mã; chỉ viết được từ 1 đến 3999")
    out = ""
    for value, sign in _ROMAN:
        count, n = divmod(n, value)
        out += sign * count
    return out


def parse_roman(text: str) -> int:
    """What ``text`` counts, only in the form :func:`roman` prints; raises :class:`TextError` for "IIII" or "iv"."""
    n, rest = 0, text
    for value, sign in _ROMAN:
        while rest.startswith(sign):
            n, rest = n + value, rest.removeprefix(sign)
    if rest or not 1 <= n <= 3999 or roman(n) != text:
        raise TextError(f'"{text}" không phải số La Mã; hãy ghi dạng I, II, III, IV')
    return n


def letter(n: int) -> str:
    """The letter of the ``n``-th điểm; after y come aa, ab, … Raises :class:`TextError` below 1.

    >>> letter(23), letter(24), letter(25)
    ('y', 'aa', 'ab')
    """
    if n < 1:
        raise TextError(f"Không có điểm thứ {n}; thứ tự điểm bắt đầu từ 1")
    before, last = divmod(n - 1, len(LETTERS))
    return (letter(before) if before else "") + LETTERS[last]


def parse_letter(text: str) -> int:
    """The place of a điểm, the inverse of :func:`letter`; raises :class:`TextError` for f, j, w, z and capitals."""
    if not text or set(text) - set(LETTERS):
        raise TextError(
            f'"{text}" không phải chữ thứ tự của điểm; hãy dùng a, b, c, d, đ, e, g, h… (không có f, j, w, z)'
        )
    n = 0
    for character in text:
        n = n * len(LETTERS) + LETTERS.index(character) + 1
    return n
