"""The signs and Vietnamese words that bound a number: "≥", "trên", "tối thiểu", "… trở lên"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum


class Comparator(StrEnum):
    """How a quantity bounds the value it speaks of."""

    EQ = "="
    GE = "≥"
    GT = ">"
    LE = "≤"
    LT = "<"


_SIGNS_AND_WORDS: dict[Comparator, tuple[str, ...]] = {
    Comparator.EQ: ("=",),
    Comparator.GE: ("≥", ">=", "tối thiểu", "ít nhất", "không dưới", "không ít hơn", "không thấp hơn", "không nhỏ hơn"),
    Comparator.GT: (">", "trên", "hơn", "lớn hơn", "cao hơn"),
    Comparator.LE: (
        *("≤", "<=", "tối đa", "nhiều nhất", "không quá", "không vượt quá"),
        *("không trên", "không hơn", "không lớn hơn", "không cao hơn"),
    ),
    Comparator.LT: ("<", "dưới", "nhỏ hơn", "thấp hơn", "ít hơn", "kém hơn"),
}
_BEFORE = {word: comparator for comparator, words in _SIGNS_AND_WORDS.items() for word in words}
_AFTER = {"trở lên": Comparator.GE, "trở xuống": Comparator.LE}


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, longest first, in any case and spacing, letters composed or decomposed."""
    spelled = {unicodedata.normalize(form, word) for word in words for form in ("NFC", "NFD")}
    longest_first = sorted(spelled, key=lambda word: (-len(word), word))
    return "(?i:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first) + ")"


BEFORE, AFTER = any_of(_BEFORE), any_of(_AFTER)
"""Patterns for what may stand before and after the number."""


def comparator_of(before: str | None, after: str | None) -> Comparator | None:
    """What the words found around a number say together; ``None`` when they contradict.

    >>> str(comparator_of(None, None)), str(comparator_of("Tối  thiểu", "trở lên")), comparator_of("dưới", "trở lên")
    ('=', '≥', None)
    """
    said = {table[_plain(word)] for table, word in ((_BEFORE, before), (_AFTER, after)) if word}
    if len(said) > 1:
        return None
    return said.pop() if said else Comparator.EQ


def _plain(written: str) -> str:
    return " ".join(unicodedata.normalize("NFC", written).lower().split())
