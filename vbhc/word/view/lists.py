"""The numbers that Word writes before paragraphs of its own lists ("1.", "a)", "I.1."), worked out as it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vbhc.text.numbering import lower_roman, roman
from vbhc.word.view.properties import Properties, indents
from vbhc.word.xmltree import Element, w

_ENGLISH = "abcdefghijklmnopqrstuvwxyz"
_LEVELS = 9


@dataclass(frozen=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    indents: Properties | None = None


class Lists:
    """The numbering part; `label` is to be asked in document order, for it counts."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, list[int | None]] = {}
        if root is not None:
            self._read(root)

    def indents(self, num_id: str, level: int) -> Properties:
        """The indents that a level of a list gives its paragraphs."""
        return self._level(num_id, level).indents or {}

    def label(self, num_id: str, level: int) -> str:
        """The number of the next paragraph on a level of a list; "" for a bullet that shows no letter or digit."""
        if num_id not in self._levels or not 0 <= level < _LEVELS:
            return ""
        counts = self._counts.setdefault(self._abstract[num_id], [None] * _LEVELS)
        own = self._level(num_id, level)
        counts[level] = own.start if counts[level] is None else counts[level] + 1  # type: ignore[operator]
        for deeper in range(level + 1, _LEVELS):
            restart = self._level(num_id, deeper).restart
            if restart is None or level < restart:
                counts[deeper] = None
        if own.form == "bullet":
            return own.text
        return self._filled(num_id, own.text, counts)

    def _filled(self, num_id: str, text: str, counts: list[int | None]) -> str:
        for at in range(_LEVELS):
            if f"%{at + 1}" in text:
                level = self._level(num_id, at)
                text = text.replace(f"%{at + 1}", _counted(counts[at] or level.start, level.form))
        return text

    def _level(self, num_id: str, level: int) -> _Level:
        return self._levels.get(num_id, {}).get(level, _Level())

    def _read(self, root: Element) -> None:
        abstract = {it.get(w("abstractNumId"), ""): _levels(it) for it in root.iterfind(w("abstractNum"))}
        for num in root.iterfind(w("num")):
            num_id, link = num.get(w("numId"), ""), num.find(w("abstractNumId"))
            base = "" if link is None else link.get(w("val"), "")
            levels = dict(abstract.get(base, {}))
            overridden = False
            for override in num.iterfind(w("lvlOverride")):
                overridden = True
                at = int(override.get(w("ilvl"), "0") or 0)
                levels |= {at: _overridden(override, levels.get(at, _Level()))}
            self._levels[num_id] = levels
            # Lists that begin anew count for themselves; the others share the count of what they are made from.
            self._abstract[num_id] = f"num {num_id}" if overridden else base


def _levels(abstract: Element) -> Mapping[int, _Level]:
    return {int(level.get(w("ilvl"), "0") or 0): _read_level(level) for level in abstract.iterfind(w("lvl"))}


def _read_level(element: Element) -> _Level:
    restart = _value(element, "lvlRestart")
    properties = element.find(w("pPr"))
    return _Level(
        form=_value(element, "numFmt") or "decimal",
        text=_value(element, "lvlText"),
        start=_number(_value(element, "start"), 1),
        restart=int(restart) if restart.isdigit() else None,
        indents=indents(None if properties is None else properties.find(w("ind"))),
    )


def _overridden(override: Element, level: _Level) -> _Level:
    own = override.find(w("lvl"))
    level = level if own is None else _read_level(own)
    start = override.find(w("startOverride"))
    if start is None:
        return level
    return _Level(level.form, level.text, _number(start.get(w("val"), ""), level.start), level.restart, level.indents)


def _value(element: Element, name: str) -> str:
    found = element.find(w(name))
    return "" if found is None else found.get(w("val"), "")


def _number(text: str, default: int) -> int:
    return int(text) if text.isdigit() else default


def _counted(n: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = _ENGLISH[(n - 1) % 26] * ((n - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < n < 4000:
        return lower_roman(n) if form == "lowerRoman" else roman(n)
    return f"{n:02d}" if form == "decimalZero" else "" if form == "none" else str(n)
