"""Which agencies a cell names: lists taken apart, one agency under one full name however staff write it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from vbhc.findings import Finding
from vbhc.indicators.defects import finding
from vbhc.indicators.refusals import aliases_refusal
from vbhc.text.spelling import fold_ascii

__all__ = ["CoQuanThamGia", "DanhBa", "PhanCong", "doubt_about", "load_danh_ba"]


class CoQuanThamGia(NamedTuple):
    """An agency by its full name, with the unit of it that the cell names in brackets."""

    ten: str
    bo_phan: str = ""


@dataclass(frozen=True, slots=True)
class PhanCong:
    """Who is charged ("phân công"): the cell as written and the agencies it names; both empty for an empty cell.

    Going over it gives the full names. ``o`` is the address of the cell, of a merged one that of its first; it does
    not count when two are compared.
    """

    nguyen_van: str = ""
    co_quan: tuple[CoQuanThamGia, ...] = ()
    o: str = field(default="", compare=False)

    @property
    def ten(self) -> tuple[str, ...]:
        """The full names of the agencies, each once, in the order of the cell."""
        return tuple(dict.fromkeys(co_quan.ten for co_quan in self.co_quan))

    def __iter__(self) -> Iterator[str]:
        return iter(self.ten)

    def __len__(self) -> int:
        return len(self.ten)

    def __str__(self) -> str:
        return self.nguyen_van


NOBODY = PhanCong()
"""An empty cell: nobody is charged."""

Key = tuple[str, ...]

_BRACKETS = re.compile(r"\s*\(([^()]*)(?:\)|$)")
_CUT = re.compile(r"\([^()]*(?:\)|$)|(?P<cut>[;,\n]|\bvà\b)", re.IGNORECASE)
_CUT_IN_PLACE_NAME = re.compile(r"[;,\n(]|\bvà\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_BULLET = re.compile(r"[\s\-–+*•]+")
# "UBND các xã, phường" are meant to be charged together; "Các sở" are not.
_COLLECTIVE = re.compile(r"(?:các|những|mọi|tất cả)\s", re.IGNORECASE)
_SHORT_FORM = re.compile(r"Sở\s+[A-ZĐ](?:[A-ZĐa-z]?[\s,&-]*[A-ZĐ])*")
# "Sở Văn hóa, Thể thao và Du lịch" is cut into three: the longest name of the table that has to be put together again.
_MOST_PIECES = 4


class _Piece(NamedTuple):
    start: int
    end: int
    after_and: bool


class _Mention(NamedTuple):
    """One agency in a cell: its name in the table (or as written), the province after it, the unit in brackets."""

    ten: str
    dia_danh: str
    bo_phan: str
    known: bool


@dataclass(frozen=True, slots=True)
class DanhBa:
    """The table of agencies: full names by every way of writing, and those that a province may follow."""

    names: Mapping[Key, str]
    with_place: Mapping[Key, str] = field(default_factory=dict)

    def read_all(self, texts: Iterable[str]) -> dict[str, PhanCong]:
        """The agencies of each cell text; read together, because the province is often named in one cell only."""
        mentions = {text: tuple(self._mentions(text)) for text in dict.fromkeys(texts)}
        every = [mention for found in mentions.values() for mention in found]
        places: dict[str, set[str]] = {}
        spelled: dict[Key, str] = {}
        for mention in every:
            places.setdefault(mention.ten, set()).update({mention.dia_danh} - {""})
            spelled.setdefault(_key(mention.ten), mention.ten)
        return {
            text: PhanCong(text, tuple(_resolve(mention, places[mention.ten], spelled) for mention in found))
            for text, found in mentions.items()
        }

    def _mentions(self, text: str) -> Iterator[_Mention]:
        pieces = list(_pieces(text))
        i = 0
        while i < len(pieces):
            mention, i = self._next(text, pieces, i)
            if mention.ten:
                yield mention

    def _next(self, text: str, pieces: list[_Piece], i: int) -> tuple[_Mention, int]:
        """The longest run of pieces that the table knows; else one piece, with what "và" joins to it."""
        for j in range(min(i + _MOST_PIECES, len(pieces)), i, -1):
            known = self._known(text[pieces[i].start : pieces[j - 1].end])
            if known:
                return known, j
        j = i + 1
        while j < len(pieces) and pieces[j].after_and and not self._known(text[pieces[j].start : pieces[j].end]):
            j += 1
        name, unit = _split_brackets(text[pieces[i].start : pieces[j - 1].end])
        return _Mention(name, "", unit, known=False), j

    def _known(self, written: str) -> _Mention | None:
        name, unit = _split_brackets(written)
        key = _key(name)
        if key in self.names:
            return _Mention(self.names[key], "", unit, known=True)
        for length in range(len(key) - 1, 0, -1):
            ten = self.with_place.get(key[:length])
            place = _place_name(name, len(key) - length) if ten else ""
            if ten and place:
                return _Mention(ten, place, unit, known=True)
        return None


def load_danh_ba(aliases: str | Path | None = None) -> DanhBa:
    """The table that ships with the library, and over it the entries of the file ``aliases``; raises `DataError`."""
    shipped = tomllib.loads(files(__package__).joinpath("co_quan.toml").read_text("utf-8"))
    entries = shipped["co_quan"] + (_read_aliases(Path(aliases)) if aliases is not None else [])
    names, with_place = {}, {}
    for entry in entries:
        for name in (entry["ten"], *entry.get("ten_khac", ())):
            names[_key(name)] = entry["ten"]
            if entry.get("kem_dia_danh"):
                with_place[_key(name)] = entry["ten"]
    return DanhBa(names, with_place)


def doubt_about(ten: str) -> str:
    """The defect of a lead agency's name: "Các sở, ngành" is nobody in particular, "Sở XYZ" in no table; else ""."""
    if _COLLECTIVE.match(ten):
        return "co-quan-chung"
    return "co-quan-viet-tat-la" if _SHORT_FORM.fullmatch(ten) else ""


def _read_aliases(path: Path) -> list[dict[str, Any]]:
    try:
        table = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError:
        raise aliases_refusal(path.name, finding("bi-danh-sai", ly_do="không mở được tệp")) from None
    except UnicodeDecodeError:
        raise aliases_refusal(path.name, finding("bi-danh-sai", ly_do="tệp không phải UTF-8")) from None
    except tomllib.TOMLDecodeError as error:
        raise aliases_refusal(path.name, finding("bi-danh-sai", ly_do=f"sai cú pháp TOML: {error}")) from None
    entries = table.get("co_quan", [])
    findings = list(_wrong_entries(entries))
    if findings:
        raise aliases_refusal(path.name, *findings)
    return list(entries)


def _wrong_entries(entries: object) -> Iterator[Finding]:
    if not isinstance(entries, list) or not entries:
        yield finding("bi-danh-sai", ly_do="không có mục [[co_quan]] nào")
        return
    for number, entry in enumerate(entries, start=1):
        where = f"mục [[co_quan]] thứ {number}"
        if not isinstance(entry, dict) or not isinstance(entry.get("ten"), str) or not _key(entry["ten"]):
            yield finding("bi-danh-sai", where, ly_do='thiếu "ten"')
            continue
        others = entry.get("ten_khac", [])
        if not isinstance(others, list) or not all(isinstance(name, str) and _key(name) for name in others):
            yield finding("bi-danh-sai", where, ly_do='"ten_khac" phải là danh sách tên')
        unknown = entry.keys() - {"ten", "ten_khac", "kem_dia_danh"}
        if unknown:
            yield finding("bi-danh-sai", where, ly_do=f"có khóa lạ {', '.join(sorted(unknown))}")


def _pieces(text: str) -> Iterator[_Piece]:
    """The text cut at semicolons, commas, line ends and "và", none of them inside brackets."""
    start, after_and = 0, False
    for match in _CUT.finditer(text):
        if match["cut"]:
            yield _Piece(start, match.start(), after_and)
            start, after_and = match.end(), match["cut"].isalpha()
    yield _Piece(start, len(text), after_and)


def _split_brackets(written: str) -> tuple[str, str]:
    """The name without its bullet, and what stands in brackets after it, each on one line."""
    brackets = _BRACKETS.search(written)
    name = _BRACKETS.sub("", written)
    bullet = _BULLET.match(name)
    name = " ".join(name[bullet.end() if bullet else 0 :].split()).rstrip(" .,;:")
    return name, " ".join(brackets[1].split()) if brackets else ""


def _place_name(name: str, words: int) -> str:
    """The last ``words`` words of a name if they can be a place: "Tỉnh đoàn (tỉnh) Bắc Ninh" gives "Bắc Ninh"."""
    found = [match for match in _WORD.finditer(name) if _key(match[0])]
    rest = name[found[-words - 1].end() :]
    place = rest.strip().removeprefix("tỉnh ")
    return place if place[:1].isupper() and not _CUT_IN_PLACE_NAME.search(rest) else ""


def _resolve(mention: _Mention, places: set[str], spelled: Mapping[Key, str]) -> CoQuanThamGia:
    if not mention.known:
        return CoQuanThamGia(spelled[_key(mention.ten)], mention.bo_phan)
    place = mention.dia_danh or (next(iter(places)) if len(places) == 1 else "")
    return CoQuanThamGia(f"{mention.ten} {place}".strip(), mention.bo_phan)


def _key(name: str) -> Key:
    """What two ways of writing one name have in common: words without diacritics, case, punctuation and "và"."""
    return tuple(word for word in _WORD.findall(fold_ascii(name)) if word != "va")
