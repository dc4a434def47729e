"""The verdict that an office writes into a cell: "Đạt: 100%", "Chưa đạt. 54%", "Đat: 7/7", "98,6% (chưa đạt)"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from vbhc.indicators.values import DanhGia
from vbhc.text.spelling import fold, fold_ascii

_PHRASES = {
    DanhGia.CHUA_DAT: ("chưa đạt yêu cầu", "chưa hoàn thành", "không hoàn thành", "chưa đạt", "không đạt"),
    DanhGia.DAT: ("đạt và vượt", "đã hoàn thành", "hoàn thành", "đạt yêu cầu", "đã đạt", "đạt"),
}
_VERDICTS = {phrase: verdict for verdict, phrases in _PHRASES.items() for phrase in phrases}
_WORD = re.compile(r"\w+")
_SEPARATOR = re.compile(r"\s*[:;.,]*\s*(?:[-–—]\s+)?")
_NEGATED = re.compile(r"\b(?:chưa|không)\s+(?:đạt|hoàn thành)\b")
_AT_END = re.compile(rf"[(;,:–-]\s*({'|'.join(_VERDICTS)})\s*\)?\.?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claim:
    """A verdict as written, what it should be spelled like, and the rest of the text; ``KHONG_RO`` if it says both."""

    verdict: DanhGia
    written: str
    phrase: str
    rest: str

    @property
    def mistyped(self) -> bool:
        """Whether marks are missing: "Đat" for "Đạt"; capitals do not matter."""
        return fold(self.written) != self.phrase


@lru_cache(maxsize=4096)
def read_claim(text: str) -> Claim | None:
    """The verdict that a text begins or ends with; ``None`` when it gives none.

    >>> read_claim("Đat: 7/7 nền tảng")
    Claim(verdict=<DanhGia.DAT: 'dat'>, written='Đat', phrase='đạt', rest='7/7 nền tảng')
    >>> read_claim("Đất ở") is None
    True
    """
    return _at_start(text) or _at_end(text)


def _at_start(text: str) -> Claim | None:
    words = [*_WORD.finditer(text[:60])][:3]
    for count in range(len(words), 0, -1):
        written = text[words[0].start() : words[count - 1].end()]
        phrase = _phrase_of(written)
        rest = text[words[count - 1].end() :]
        if phrase and not _only_measures(phrase, rest) and not text[: words[0].start()].strip(" -–+*•"):
            both = _VERDICTS[phrase] is DanhGia.DAT and _NEGATED.search(fold(rest))
            verdict = DanhGia.KHONG_RO if both else _VERDICTS[phrase]
            return Claim(verdict, written, phrase, rest[_end(_SEPARATOR, rest) :])
    return None


def _only_measures(phrase: str, rest: str) -> bool:
    """ "Hoàn thành 57%" tells how much is done; it is no verdict."""
    return "hoàn thành" in phrase and rest.lstrip()[:1].isdigit()


def _end(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def _at_end(text: str) -> Claim | None:
    match = _AT_END.search(text)
    if not match:
        return None
    phrase = fold(match[1])
    return Claim(_VERDICTS[phrase], match[1], phrase, text[: match.start()].strip())


def _phrase_of(written: str) -> str | None:
    """The phrase meant: marks may be missing from "đạt", or from the whole phrase; "đất" and "đặt" are other words."""
    return _BY_KEY.get(_key(written)) or _BY_ASCII.get(fold(written))


def _key(text: str) -> str:
    letters = unicodedata.normalize("NFD", fold(text))
    return letters.replace("\N{COMBINING DOT BELOW}", "").replace("đ", "d")


_BY_KEY = {_key(phrase): phrase for phrase in _VERDICTS}
_BY_ASCII = {fold_ascii(phrase): phrase for phrase in _VERDICTS}
