"""How wide a stretch of Times New Roman is, from a table of advance widths: for the lengths of drawn lines.

Widths are in 1/2048 em. A letter with tone or vowel marks is as wide as the letter below them; only ơ and ư stand for
themselves. ``bold`` and ``italic`` list what differs from the upright face.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from support.handmade.values import Text

MM_PER_PT = 25.4 / 72
EM = 2048
HORN = "\u031b"

REGULAR = {
    "'": 369, " ,. ": 512, "/:;\\ijlt": 569, "!()-I[]`fr‘’": 682, "Js": 797, "\"": 836, "?acez“”": 909,
    "#$*0123456789_bdghknopquvxyđ–": 1024, "ơ": 1083, "ư": 1110, "FPS": 1139, "+<=>×": 1155, "ELTZ": 1251,
    "BCR": 1366, "ADGHKNOQUVXYwĐƠ": 1479, "Ư": 1589, "&m": 1593, "%": 1706, "M": 1821, "W": 1933, "—…": 2048,
}  # fmt: skip
BOLD = {
    "'": 569, ":;": 682, "jt": 682, "I": 797, "z": 909, "r": 909, "s": 797, "?": 1024, "“”": 1024, "Sbdhknpquđ": 1139,
    "\"": 1137, "ơ": 1134, "ư": 1229, "FP": 1251, "+<=>×": 1167, "BELTZ": 1366, "ACDNRUVXYwĐ": 1479, "J": 1024,
    "a": 1024, "GHKOQƠ": 1593, "Ư": 1630, "m": 1706, "&": 1706, "M": 1933, "%": 2048,
}  # fmt: skip
ITALIC = {
    "'": 438, "f": 569, ":;": 682, "rsz": 797, "J": 909, "vxy": 909, "k": 909, "?": 1024, "a": 1024, "ơ": 1093,
    "ư": 1117, "LTYZ": 1139, "“”": 1139, "ABEFPRVX": 1251, "S": 1024, "CKNw": 1366, "m": 1479, "M": 1706, "W": 1706,
    "Ư": 1544, "—…": 1821,
}  # fmt: skip


def _each(*groups: Mapping[str, int]) -> dict[str, int]:
    return {character: width for group in groups for characters, width in group.items() for character in characters}


FACES = {False: {False: _each(REGULAR), True: _each(REGULAR, ITALIC)}, True: {False: _each(REGULAR, BOLD)}}
FACES[True][True] = FACES[True][False]


def width_mm(text: Text, words: str | None = None) -> float:
    """The width in mm of ``words`` set as ``text`` is (its own words by default), the widest of its lines."""
    face = FACES[text.bold][text.italic]
    lines = (text.words if words is None else words).split("\n")
    return max(sum(face[letter] for letter in _letters(line)) for line in lines) / EM * text.size * MM_PER_PT


def _letters(line: str) -> Iterable[str]:
    return map(_letter, unicodedata.normalize("NFC", line))


def _letter(character: str) -> str:
    """``character`` without the marks that take no room."""
    marks = unicodedata.normalize("NFD", character)
    return unicodedata.normalize("NFC", marks[0] + HORN) if HORN in marks else marks[0]
