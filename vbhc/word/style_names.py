"""The styles of a template by the names that Word shows, and gaps that stand for the styles it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from types import MappingProxyType

from vbhc.templating import suggest
from vbhc.word.xmltree import Element, w

NOTE_TEXT, NOTE_MARK = "footnote text", "footnote reference"
"""Word's own styles for footnotes. It takes "Footnote Text", which LibreOffice writes, for the same."""

_SIGN = "\x1a"  # no XML holds such a character ("substitute"), and no text the quotation mark before it
_GAP = re.compile(rf'w:val="{_SIGN}([^{_SIGN}]*){_SIGN}([^{_SIGN}]*){_SIGN}"')


@dataclass(frozen=True, slots=True)
class StyleNames:
    """``ids``: the id that documents refer to, by name; ``made``: the names that are not Word's own."""

    ids: Mapping[str, str]
    made: frozenset[str]

    @classmethod
    def of(cls, styles: Element | None) -> StyleNames:
        """Those of a styles part."""
        named = [] if styles is None else [(_name(style), style) for style in styles.iterfind(w("style"))]
        ids = {name: style.get(w("styleId"), "") for name, style in named if name}
        built_in = {name.lower(): ids[name] for name in ids if name.lower() in (NOTE_TEXT, NOTE_MARK)}
        made = (name for name, style in named if style.get(w("customStyle")) in ("1", "true", "on"))
        return cls(MappingProxyType(built_in | ids), frozenset(made))

    def id_or_gap(self, name: str, keep: Set[str]) -> str:
        """The id of the style ``name``, or a gap; what it advises never renames one of ``keep`` or of Word's own."""
        if (found := self.ids.get(name)) is not None:
            return found
        return _SIGN.join(("", name, suggest(name, self.made - keep) or "", ""))


def gaps(parts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The gaps in the XML of ``parts``, each once: the name that is missing, and one that may be meant by it, or ""."""
    found = (gap.groups() for xml in parts if _SIGN in xml for gap in _GAP.finditer(xml))
    yield from dict.fromkeys((name, near) for name, near in found)


def _name(style: Element) -> str:
    name = style.find(w("name"))
    return "" if name is None else name.get(w("val"), "")
