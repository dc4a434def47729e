"""The numbers that Word writes before paragraphs of its own lists ("1.", "a)", "I.1."), worked out as it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from vbhc.text.numbering import lower_roman, roman
from vbhc.word.view.properties import Properties, indents
from vbhc.word.xmltree import Element, number, w

_ENGLISH = "abcdefghijklmnopqrstuvwxyz"
_LEVELS = 9
# What a paragraph names that leaves the list of its style.
_NO_LIST = "0"
_LAST_ROMAN = 3999
# Beyond this Word writes no more letters.
_LAST_LETTER = 780
# Bullets in the fonts Symbol and Wingdings, as letters that other fonts have.
_BULLETS = {
    "\uf02b": "+",
    "\uf02d": "-",
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
}


@dataclass(frozen=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    begins_anew: bool = False
    """Whether the first paragraph of the list takes ``start``, however far another list of its kind has come."""
    legal: bool = False
    """Whether all numbers of it are written as 1, 2, 3."""
    style: str = ""
    indents: Properties = field(default_factory=dict)


@dataclass(frozen=True)
class _List:
    levels: Mapping[int, _Level]
    counter: str
    """Lists made from one definition count on from one another; this names the definition."""


class Lists:
    """The numbering part; `label` is to be asked in document order, for it counts."""

    def __init__(self, root: Element | None) -> None:
        self._lists: Mapping[str, _List] = {} if root is None else dict(_read(root))
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def anew(self) -> Lists:
        """The same lists before any number is given: a header and the body do not count together."""
        fresh = Lists(None)
        fresh._lists = self._lists
        return fresh

    def indents(self, num_id: str, level: int) -> Properties:
        """The indents that a level of a list gives its paragraphs."""
        return self._level(num_id, level).indents

    def level_of(self, num_id: str, style_id: str) -> int | None:
        """The level that a list keeps for the paragraphs of a style; ``None`` when it keeps none."""
        found = self._lists.get(num_id)
        levels = found.levels if found else {}
        return next((at for at, level in levels.items() if level.style == style_id), None)

    def label(self, num_id: str, level: int) -> str:
        """The number, or the bullet, of the next paragraph on a level of a list; "" when there is no such list."""
        if num_id not in self._lists or not 0 <= level < _LEVELS:
            return ""
        own = self._level(num_id, level)
        counts = self._counts.setdefault(self._lists[num_id].counter, [None] * _LEVELS)
        before = None if own.begins_anew and (num_id, level) not in self._begun else counts[level]
        self._begun.add((num_id, level))
        counts[level] = own.start if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            restart = self._level(num_id, deeper).restart
            if restart is None or level < restart:
                counts[deeper] = None
        if own.form == "bullet":
            return _BULLETS.get(own.text, own.text)
        return self._filled(num_id, own, counts)

    def _filled(self, num_id: str, own: _Level, counts: list[int | None]) -> str:
        text = own.text
        for at, count in enumerate(counts):
            if f"%{at + 1}" in text:
                level = self._level(num_id, at)
                form = "decimal" if own.legal else level.form
                text = text.replace(f"%{at + 1}", _counted(level.start if count is None else count, form))
        return text

    def _level(self, num_id: str, level: int) -> _Level:
        found = self._lists.get(num_id)
        return found.levels.get(level, _Level()) if found else _Level()


def _read(root: Element) -> Iterator[tuple[str, _List]]:
    """The lists by the number that paragraphs call them by."""
    definitions = {it.get(w("abstractNumId"), ""): it for it in root.iterfind(w("abstractNum"))}
    named = {_value(it, "styleLink"): key for key, it in definitions.items() if it.find(w("styleLink")) is not None}
    levels = {key: _levels(it) for key, it in definitions.items()}
    for num in root.iterfind(w("num")):
        key = _value(num, "abstractNumId")
        if key in definitions:
            key = named.get(_value(definitions[key], "numStyleLink"), key)  # a list style has its levels elsewhere
        own = dict(levels.get(key, {}))
        for override in num.iterfind(w("lvlOverride")):
            at = number(override, "ilvl", 0) or 0
            own[at] = _overridden(override, own.get(at, _Level()))
        if (num_id := num.get(w("numId"), "")) != _NO_LIST:
            yield num_id, _List(own, key)


def _levels(abstract: Element) -> Mapping[int, _Level]:
    return {number(level, "ilvl", 0) or 0: _read_level(level) for level in abstract.iterfind(w("lvl"))}


def _read_level(element: Element) -> _Level:
    properties = element.find(w("pPr"))
    return _Level(
        form=_value(element, "numFmt") or "decimal",
        text=_value(element, "lvlText"),
        start=number(element.find(w("start")), "val", 1) or 0,
        restart=number(element.find(w("lvlRestart")), "val"),
        legal=element.find(w("isLgl")) is not None,
        style=_value(element, "pStyle"),
        indents=indents(None if properties is None else properties.find(w("ind"))),
    )


def _overridden(override: Element, level: _Level) -> _Level:
    own = override.find(w("lvl"))
    level = level if own is None else _read_level(own)
    start = number(override.find(w("startOverride")), "val")
    return level if start is None else replace(level, start=start, begins_anew=True)


def _value(element: Element, name: str) -> str:
    found = element.find(w(name))
    return "" if found is None else found.get(w("val"), "")


def _counted(n: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and 0 < n <= _LAST_LETTER:
        letter = _ENGLISH[(n - 1) % 26] * ((n - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < n <= _LAST_ROMAN:
        return lower_roman(n) if form == "lowerRoman" else roman(n)
    return f"{n:02d}" if form == "decimalZero" else "" if form == "none" else str(n)
