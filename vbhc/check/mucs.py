"""What rules ask of mục: what their numbers count, which stand inside quoted text, what follows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vbhc.check.looks import share
from vbhc.errors import TextError
from vbhc.recognition import Line, MucThay, Recognised
from vbhc.text.numbering import LETTERS, parse_letter, parse_roman
from vbhc.text.spelling import nfc

TREN_DONG_RIENG = ("phan", "chuong", "muc", "tieu_muc")
"""Levels whose number stands alone, in the middle, above a tiêu đề."""
FOREIGN_LETTERS = "fjwz"
# More mục than these are none: "C." and "D." are letters, "CV." an abbreviation.
_MOST_LA_MA = 39
_INNER = {
    "la_ma": re.compile(r"([IVX]+)\s*[./)\-–]"),
    "khoan": re.compile(r"(\d{1,3})\s*[.)/]"),
    "diem": re.compile(rf"([{LETTERS}{FOREIGN_LETTERS}]{{1,2}})\s*[.)]"),
    "dieu": re.compile(r"\S+\s+(\d+)\s*[.:]"),
}
_WORDED = re.compile(r"\S+(?:\s+mục)?\s+(?P<so>[IVXLC]+|\d+)\s*[.:]?", re.IGNORECASE)


@dataclass(frozen=True)
class Titled:
    """A mục whose number stands on a line of its own, and the lines in the middle below it: its tiêu đề."""

    muc: MucThay
    title: tuple[Line, ...]
    below: Line | None


def counted(muc: MucThay) -> int | None:
    """What a number counts; ``None`` for one that cannot be told, or is no number."""
    form = _INNER.get(muc.level, _WORDED if muc.level in TREN_DONG_RIENG else None)
    found = form.fullmatch(nfc(muc.number)) if form else None
    if found is None:
        return None
    written = found[1]
    try:
        return _value(muc.level, written)
    except (TextError, ValueError):
        return None


def _value(level: str, written: str) -> int | None:
    if level == "diem":
        return parse_letter(written)
    if written.isdigit():
        return int(written)
    value = parse_roman(written)
    return value if value <= _MOST_LA_MA else None


def own_mucs(doc: Recognised) -> Iterator[MucThay]:
    """The mục of the văn bản itself: not those inside text that it quotes, nor sentences that begin with "Mục 5"."""
    quoted = _quoted(doc)
    for muc in doc.muc:
        if muc.line.order not in quoted and (muc.level not in TREN_DONG_RIENG or _stands_alone(muc)):
            yield muc


def _stands_alone(muc: MucThay) -> bool:
    return not muc.rest or muc.line.paragraph.layout.align == "center" or share([muc.line], "bold") > 0.9


def _quoted(doc: Recognised) -> frozenset[int]:
    """The lines that begin inside quotation marks which are closed on a later line."""
    found: list[int] = []
    held: list[int] | None = None
    for line in doc.noi_dung:
        if held is not None:
            held.append(line.order)
        for mark in re.findall("[“”]", line.text):
            if mark == "“":
                held = held if held is not None else []
            else:
                found += held or []
                held = None
    return frozenset(found)


def line_below(doc: Recognised, line: Line) -> Line | None:
    """The line of the text below a line."""
    return next(iter(lines_from(doc, line.order + 1, line.order + 2)), None)


def lines_from(doc: Recognised, start: int, end: int) -> tuple[Line, ...]:
    """The lines of the text in the order from ``start`` to ``end``."""
    first = doc.noi_dung[0].order if doc.noi_dung else 0
    return doc.noi_dung[max(start - first, 0) : max(end - first, 0)]


def titled(doc: Recognised) -> Iterator[Titled]:
    """Each phần, chương, mục and tiểu mục with its tiêu đề."""
    numbered = {muc.line.order: muc for muc in doc.muc}
    for muc in own_mucs(doc):
        if muc.level not in TREN_DONG_RIENG:
            continue
        title: list[Line] = []
        below = line_below(doc, muc.line)
        while below and not muc.rest and _is_title(below, numbered.get(below.order)):
            title.append(below)
            below = line_below(doc, below)
        yield Titled(muc, tuple(title), below)


def _is_title(line: Line, muc: MucThay | None) -> bool:
    if line.table is not None or muc is not None:
        return False
    upper = nfc(line.shown).upper() == nfc(line.shown)
    return line.paragraph.layout.align == "center" or (upper and share([line], "bold") > 0.9)
