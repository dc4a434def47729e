"""How mục are numbered: the levels of a văn bản, the form of each, where each begins anew (PL I, Phần I, II.6.đ)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from vbhc.errors import TextError
from vbhc.model.base import Choice
from vbhc.text.numbering import LETTERS, letter, parse_letter, parse_roman, roman


class CapMuc(Choice):
    """The level of a mục, from the widest to the narrowest."""

    PHAN = "phan"
    CHUONG = "chuong"
    MUC = "muc"
    TIEU_MUC = "tieu_muc"
    DIEU = "dieu"
    LA_MA = "la_ma"
    KHOAN = "khoan"
    DIEM = "diem"
    GACH = "gach"
    CONG = "cong"

    @property
    def duoi(self) -> CapMuc | None:
        """The level of the mục under one of this level, unless they name their own."""
        return _BELOW.get(self)

    @property
    def mau(self) -> str:
        """What its first number looks like: "Chương I", "a)"."""
        return _FORMS[self].write(1)


def _digits(text: str) -> int:
    if not re.fullmatch("[0-9]+", text):
        raise ValueError(text)
    return int(text)


def _one_letter(position: int) -> str:
    if position > len(LETTERS):
        raise TextError(f"có hơn {len(LETTERS)} điểm trong một mục, nhiều hơn số chữ cái để đánh số")
    return letter(position)


@dataclass(frozen=True, slots=True)
class _Form:
    """``before`` and ``after`` stand around the count; a form that counts nothing is the same sign each time."""

    before: str = ""
    count: Callable[[int], str] | None = None
    read: Callable[[str], int] = _digits
    after: str = ""

    def write(self, position: int) -> str:
        return self.before + (self.count(position) if self.count else "") + self.after

    def position(self, written: str) -> int | None:
        """What a number that was written by hand counts; ``None`` for one of another form ("1a.")."""
        inner = written.removeprefix(self.before).removesuffix(self.after)
        if self.count is None or self.before + inner + self.after != written:
            return None
        try:
            return self.read(inner)
        except (TextError, ValueError):
            return None


_FORMS: Mapping[CapMuc, _Form] = {
    CapMuc.PHAN: _Form("Phần ", roman, parse_roman),
    CapMuc.CHUONG: _Form("Chương ", roman, parse_roman),
    CapMuc.MUC: _Form("Mục ", str),
    CapMuc.TIEU_MUC: _Form("Tiểu mục ", str),
    CapMuc.DIEU: _Form("Điều ", str, after="."),
    CapMuc.LA_MA: _Form("", roman, parse_roman, "."),
    CapMuc.KHOAN: _Form("", str, after="."),
    CapMuc.DIEM: _Form("", _one_letter, parse_letter, ")"),
    CapMuc.GACH: _Form("-"),
    CapMuc.CONG: _Form("+"),
}
_BELOW = {
    CapMuc.PHAN: CapMuc.CHUONG,
    CapMuc.CHUONG: CapMuc.DIEU,
    CapMuc.MUC: CapMuc.DIEU,
    CapMuc.TIEU_MUC: CapMuc.DIEU,
    CapMuc.DIEU: CapMuc.KHOAN,
    CapMuc.LA_MA: CapMuc.KHOAN,
    CapMuc.KHOAN: CapMuc.DIEM,
    CapMuc.DIEM: CapMuc.GACH,
    CapMuc.GACH: CapMuc.CONG,
}
_ORDER = {level: rank for rank, level in enumerate(CapMuc)}
# Phần, chương and điều are counted through the whole văn bản; every other level begins anew under what stands above it.
_COUNTED_THROUGH = frozenset({CapMuc.PHAN, CapMuc.CHUONG, CapMuc.DIEU})
CO_TIEU_DE = frozenset({CapMuc.PHAN, CapMuc.CHUONG, CapMuc.MUC, CapMuc.TIEU_MUC})
"""Levels that say their number on a line of its own and cannot be without a tiêu đề."""


def level_under(parent: CapMuc | None, own: CapMuc | None, first: CapMuc) -> CapMuc | None:
    """The level of a mục with the level ``own`` asked for, under ``parent`` (``None``: in the body, which begins with
    ``first``); ``None`` when there is no such level there.
    """
    if own is None:
        return first if parent is None else parent.duoi
    return own if parent is None or _ORDER[own] > _ORDER[parent] else None


@dataclass(slots=True)
class Numbering:
    """Counts the mục of one body in the order in which they stand."""

    _counts: dict[CapMuc, int] = field(default_factory=dict)

    def number(self, level: CapMuc, written: str | None = None) -> str:
        """The number of the next mục of ``level``.

        A number ``written`` by hand is kept, and those after it count on from it; one of another form ("1a.") is kept
        and not counted. Raises `TextError` beyond what the form can count.
        """
        self._begin_below(level)
        position = self._counts.get(level, 0) + 1
        if written is not None:
            counted = _FORMS[level].position(written)
            self._counts[level] = position - 1 if counted is None else counted
            return written
        self._counts[level] = position
        return _FORMS[level].write(position)

    def _begin_below(self, level: CapMuc) -> None:
        for other in list(self._counts):
            if _ORDER[other] > _ORDER[level] and other not in _COUNTED_THROUGH:
                del self._counts[other]
