"""Numbers of mục (La Mã) and điểm (chữ cái tiếng Việt), items run in one paragraph: NĐ 30/2020, PL I, Phần I, II.6.

>>> [letter(n) for n in (4, 5, 6, 7, 8)], roman(14)
(['d', 'đ', 'e', 'g', 'h'], 'XIV')
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vbhc.errors import TextError
from vbhc.text.markup import Run, parse_inline, to_markup

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


def lower_roman(n: int) -> str:
    """As :func:`roman`, in small letters: "i", "ii", "iii"."""
    return roman(n).lower()


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


def liet_ke(items: Sequence[str]) -> str:
    """The items (markup) run in one paragraph; only the last keeps its own end. Raises :class:`TextError` for no items,
    for one string, whose letters are no items, and for an item that is no string.

    Each item's markup stands by itself: a delimiter without a partner in its item finds none in another.

    >>> liet_ke(["Rà soát **dữ liệu.**", "Mua máy tính, máy in v.v.;", "Báo cáo[^1]."])
    '(i) Rà soát **dữ liệu**; (ii) Mua máy tính, máy in v.v.; (iii) Báo cáo[^1].'
    """
    if isinstance(items, str):
        raise TextError(f"«{items:.60}» là một chuỗi chữ; hãy đưa vào một danh sách các ý, ví dụ [«ý một», «ý hai»]")
    if not items:
        raise TextError("Không có ý nào để liệt kê; hãy ghi ít nhất một ý")
    read = [parse_inline(_words(item, n)) for n, item in enumerate(items, start=1)]
    runs: list[Run] = []
    for n, inner in enumerate(read[:-1], start=1):
        runs += (Run(f"({lower_roman(n)}) "), *_open_ended(inner), Run("; "))
    return to_markup([*runs, Run(f"({lower_roman(len(read))}) "), *read[-1]])


def _words(item: object, n: int) -> str:
    if isinstance(item, str):
        return item.lstrip()
    raise TextError(
        f"Ý thứ {n} («{item!s:.60}») không phải chuỗi chữ; hãy ghi mỗi ý bằng chữ, ví dụ [«ý một», «ý hai»]"
    )


# A stop that ends a sentence, not the last of "..." or of "v.v.".
_FULL_STOP = re.compile(r"\.(?<!\.\.)(?<!\.[^\W\d_]\.)\Z")


def _open_ended(runs: Sequence[Run]) -> Sequence[Run]:
    """``runs`` without the blanks and the ";", "," or "." that end them; a footnote's mark behind these stays."""
    kept = list(runs)
    for at in reversed(range(len(kept))):
        kept[at] = kept[at]._replace(text=_without_end(kept[at].text))
        if kept[at].text or kept[at].cite:
            break
    return kept


def _without_end(text: str) -> str:
    while (shorter := _FULL_STOP.sub("", text.rstrip().rstrip(";,"))) != text:
        text = shorter
    return text
