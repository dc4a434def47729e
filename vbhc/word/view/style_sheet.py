"""The styles of a document, asked for the look of a run and the layout of a paragraph as Word works them out.

Order of precedence, weakest first: document defaults, table style, paragraph style with those it is based on, list,
character style, direct formatting (ECMA-376-1, 17.7.2).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from vbhc.word.view.lists import Lists
from vbhc.word.view.properties import TOGGLES, Properties, lines, paragraph_properties, run_properties
from vbhc.word.view.values import Layout, Look
from vbhc.word.xmltree import Element, number, w


class _Part(NamedTuple):
    """What a table style says of the first row, the last column, …"""

    run: Properties
    paragraph: Properties
    lines: Mapping[str, bool]
    """On which sides lines are drawn, "insideH" and "insideV" between cells."""


class _Style(NamedTuple):
    name: str
    run: Properties
    paragraph: Properties
    numbering: Properties
    inner: Mapping[str, _Part]
    lines: Mapping[str, bool]


_NOTHING = _Style("", {}, {}, {}, {}, {})


@dataclass(frozen=True)
class TableFormat:
    """What a table style says of the text of one of its cells; ``lines`` by part, the strongest first."""

    run: Properties = field(default_factory=dict)
    paragraph: Properties = field(default_factory=dict)
    lines: tuple[tuple[str, Mapping[str, bool]], ...] = ()


PLAIN = TableFormat()


class StyleSheet:
    """The styles part, with the lists its styles belong to and the fonts of the theme."""

    def __init__(self, root: Element | None, themes: Mapping[str, str], lists: Lists) -> None:
        self._root = root
        self._themes = themes
        self._lists = lists
        found = () if root is None else root.iterfind(w("style"))
        self._elements = {(it.get(w("type"), "paragraph"), it.get(w("styleId"), "")): it for it in found}
        self._known: dict[tuple[str, str], _Style] = {}
        self._looks: dict[tuple[object, ...], Look] = {}
        self._formats: dict[tuple[str, tuple[str, ...]], TableFormat] = {}

    def name(self, style_id: str) -> str:
        """The name that Word shows for a paragraph style; "" stands for the default one."""
        return self._style("paragraph", style_id).name

    def numbering(self, style_id: str) -> Properties:
        """The list that a paragraph style belongs to, as ``num_id`` and ``level``."""
        return self._style("paragraph", style_id).numbering

    def run(self, properties: Element | None) -> Properties:
        """What direct formatting of a run says."""
        return run_properties(properties, self._themes)

    def look(self, style_id: str, character_id: str, direct: Properties, table: TableFormat = PLAIN) -> Look:
        """How a run comes out in a paragraph of a style."""
        key = (style_id, character_id, id(table), tuple(direct.items()))  # `table` lives as long as this sheet does
        if key not in self._looks:
            of_paragraph, of_character = self._style("paragraph", style_id), self._style("character", character_id)
            kinds = (table.run, of_paragraph.run, of_character.run)
            said = {**self._default_run, **_over(kinds), **_toggled(kinds, self._default_run), **direct}
            self._looks[key] = Look(**said)
        return self._looks[key]

    def layout(self, style_id: str, of_list: Properties, direct: Properties, table: TableFormat = PLAIN) -> Layout:
        """How a paragraph stands. ``of_list``: the indents of the list that the paragraph itself names."""
        style = self._style("paragraph", style_id)
        said = _over((self._default_paragraph, table.paragraph, style.paragraph, of_list, direct))
        if "rules" in said:
            said["rules"] = {side: border for side, border in said["rules"].items() if border is not None}
        return Layout(**said)

    def table_format(self, style_id: str, parts: Iterable[str]) -> TableFormat:
        """What a table style says of a cell that belongs to ``parts`` ("firstRow", "lastCol"), the weakest first."""
        key = (style_id, tuple(parts))
        if key not in self._formats:
            style = self._style("table", style_id)
            inner = [(part, style.inner[part]) for part in key[1] if part in style.inner]
            self._formats[key] = TableFormat(
                _over((style.run, *(it.run for _, it in inner))),
                _over((style.paragraph, *(it.paragraph for _, it in inner))),
                (*((part, it.lines) for part, it in reversed(inner)), ("", style.lines)),
            )
        return self._formats[key]

    def _style(self, kind: str, style_id: str) -> _Style:
        """A style by its id; the default one of its kind where there is none, as Word has it."""
        key = (kind, style_id)
        if key not in self._known:
            element = self._elements.get(key)
            default = self._defaults.get(kind, "")
            if element is not None:
                self._known[key] = self._read(kind, element)
            elif style_id != default:
                self._known[key] = self._style(kind, default)
            else:
                self._known[key] = _NOTHING._replace(name=default)
        return self._known[key]

    def _read(self, kind: str, element: Element) -> _Style:
        style_id = element.get(w("styleId"), "")
        self._known[kind, style_id] = _NOTHING  # a style that is based on itself ends here
        above = _value(element.find(w("basedOn")))
        base = self._style(kind, above) if (kind, above) in self._elements else _NOTHING
        own = self._part(element)
        numbering = self._numbering(element, style_id, base.numbering)
        inner = {it.get(w("type"), ""): self._part(it) for it in element.iterfind(w("tblStylePr"))}
        return _Style(
            _value(element.find(w("name"))) or style_id,
            {**base.run, **own.run},
            _over((base.paragraph, self._list_indents(numbering), own.paragraph)),
            numbering or base.numbering,
            {name: _merged(base.inner.get(name), inner.get(name)) for name in {**base.inner, **inner}},
            {**base.lines, **own.lines},
        )

    def _numbering(self, element: Element, style_id: str, base: Properties) -> Properties:
        """The list and level that a style names; one that names only the level stays in the list of its base."""
        own = numbering_of(element.find(w("pPr")))
        if not own or "num_id" not in (found := {"level": 0, **base, **own}):
            return {}
        kept = self._lists.level_of(found["num_id"], style_id)  # stands over the level that the style names itself
        return found if kept is None else {**found, "level": kept}

    def _list_indents(self, numbering: Properties) -> Properties:
        return self._lists.indents(numbering["num_id"], numbering["level"]) if numbering else {}

    def _part(self, element: Element) -> _Part:
        run = run_properties(element.find(w("rPr")), self._themes)
        of_table = lines(element.find(f"{w('tblPr')}/{w('tblBorders')}"))
        of_cells = lines(element.find(f"{w('tcPr')}/{w('tcBorders')}"))
        return _Part(run, paragraph_properties(element.find(w("pPr"))), {**of_table, **of_cells})

    @cached_property
    def _defaults(self) -> Mapping[str, str]:
        of_kind: dict[str, str] = {}
        for (kind, style_id), element in self._elements.items():
            if element.get(w("default"), "0") in ("1", "true", "on"):
                of_kind.setdefault(kind, style_id)
        return of_kind

    @cached_property
    def _default_run(self) -> Properties:
        found = None if self._root is None else self._root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        return run_properties(found, self._themes)

    @cached_property
    def _default_paragraph(self) -> Properties:
        found = None if self._root is None else self._root.find(f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}")
        return paragraph_properties(found)


def numbering_of(properties: Element | None) -> Properties:
    """The list that a ``w:pPr`` names."""
    numbered = None if properties is None else properties.find(w("numPr"))
    if numbered is None:
        return {}
    found = {"num_id": _value(numbered.find(w("numId"))), "level": number(numbered.find(w("ilvl")), "val")}
    return {name: value for name, value in found.items() if value not in ("", None)}


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(w("val"), "")


def _over(levels: Iterable[Properties]) -> dict[str, Any]:
    """The levels laid over one another, the last one strongest; ``rules`` side by side."""
    merged: dict[str, Any] = {}
    for level in levels:
        rules = {**merged.get("rules", {}), **level["rules"]} if "rules" in level else merged.get("rules")
        merged |= level
        if rules is not None:
            merged["rules"] = rules
    return merged


def _merged(base: _Part | None, own: _Part | None) -> _Part:
    parts = [part for part in (base, own) if part is not None]
    drawn = {side: line for part in parts for side, line in part.lines.items()}
    return _Part(_over(part.run for part in parts), _over(part.paragraph for part in parts), drawn)


def _toggled(kinds: Iterable[Properties], defaults: Properties) -> dict[str, bool]:
    said: dict[str, list[bool]] = {}
    for kind in kinds:
        for name in TOGGLES & kind.keys():
            said.setdefault(name, []).append(kind[name])
    return {name: bool(defaults.get(name)) or sum(values) % 2 == 1 for name, values in said.items()}
