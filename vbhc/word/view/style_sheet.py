"""The styles of a document, asked for the look of a run and the layout of a paragraph as Word works them out.

Order of precedence, weakest first: document defaults, table style, paragraph style with those it is based on, list,
character style, direct formatting (ECMA-376-1, 17.7.2).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from vbhc.word.view.properties import TOGGLES, Properties, drawn_pt, paragraph_properties, run_properties
from vbhc.word.view.values import Layout, Look
from vbhc.word.xmltree import Element, w


class _Style(NamedTuple):
    name: str
    run: Properties
    paragraph: Properties
    numbering: Properties
    inner: Mapping[str, tuple[Properties, Properties]]
    """Of a table style: what it says of the first row, the last column, … for runs and for paragraphs."""
    lines: Mapping[str, bool]
    """Of a table style: on which sides lines are drawn, "insideH" and "insideV" between cells."""


_NOTHING = _Style("", {}, {}, {}, {}, {})


@dataclass(frozen=True)
class TableFormat:
    """What a table style says of the text of one of its cells."""

    run: Properties
    paragraph: Properties


PLAIN = TableFormat({}, {})


class StyleSheet:
    """The styles part, and the fonts of the theme."""

    def __init__(self, root: Element | None, themes: Mapping[str, str]) -> None:
        self._root = root
        self._themes = themes
        self._elements = {} if root is None else {it.get(w("styleId"), ""): it for it in root.iterfind(w("style"))}
        self._known: dict[str, _Style] = {}
        self._looks: dict[tuple[object, ...], Look] = {}

    def name(self, style_id: str) -> str:
        """The name that Word shows for a paragraph style; "" stands for the default one."""
        return self._style(style_id or self.default("paragraph")).name

    def default(self, kind: str) -> str:
        """The id of the default style of a kind ("paragraph", "table")."""
        return self._defaults.get(kind, "")

    def numbering(self, style_id: str) -> Properties:
        """The list that a paragraph style belongs to, as ``num_id`` and ``level``."""
        return self._style(style_id or self.default("paragraph")).numbering

    def run(self, properties: Element | None) -> Properties:
        """What direct formatting of a run says."""
        return run_properties(properties, self._themes)

    def look(self, style_id: str, character_id: str, direct: Properties, table: TableFormat = PLAIN) -> Look:
        """How a run comes out in a paragraph of a style."""
        key = (style_id, character_id, id(table), tuple(direct.items()))
        if key not in self._looks:
            kinds = (table.run, self._style(style_id or self.default("paragraph")).run, self._style(character_id).run)
            said = {**self._default_run, **_over(kinds), **_toggled(kinds, self._default_run), **direct}
            self._looks[key] = Look(**said)
        return self._looks[key]

    def layout(self, style_id: str, of_list: Properties, direct: Properties, table: TableFormat = PLAIN) -> Layout:
        """How a paragraph stands. ``of_list``: the indents of its list, which its own style may overrule."""
        style = self._style(style_id or self.default("paragraph"))
        own_list = "num_id" in style.numbering  # then the indents that stand beside the number in the style count
        before, after = (of_list, style.paragraph) if own_list else (style.paragraph, of_list)
        return Layout(**_over((self._default_paragraph, table.paragraph, before, after, direct)))

    def table_format(self, style_id: str, parts: Iterable[str]) -> TableFormat:
        """What a table style says of a cell that belongs to ``parts`` of the table ("firstRow", "lastCol")."""
        style = self._style(style_id or self.default("table"))
        inner = [style.inner[part] for part in parts if part in style.inner]
        runs, paragraphs = [run for run, _ in inner], [paragraph for _, paragraph in inner]
        return TableFormat(_over((style.run, *runs)), _over((style.paragraph, *paragraphs)))

    def table_lines(self, style_id: str) -> Mapping[str, bool]:
        """The sides on which a table style draws lines."""
        return self._style(style_id or self.default("table")).lines

    def _style(self, style_id: str) -> _Style:
        if style_id not in self._known:
            self._known[style_id] = self._read(style_id)
        return self._known[style_id]

    def _read(self, style_id: str) -> _Style:
        element = self._elements.get(style_id)
        if element is None:
            return _NOTHING._replace(name=style_id)
        self._known[style_id] = _NOTHING  # a style that is based on itself ends here
        base = self._style(_value(element.find(w("basedOn"))))
        name = _value(element.find(w("name"))) or style_id
        properties = element.find(w("pPr"))
        inner = {part.get(w("type"), ""): self._of(part) for part in element.iterfind(w("tblStylePr"))}
        run, paragraph = self._of(element)
        return _Style(
            name,
            {**base.run, **run},
            _over((base.paragraph, paragraph)),
            {**base.numbering, **numbering_of(properties)},
            {**base.inner, **inner},
            {**base.lines, **lines(element.find(f"{w('tblPr')}/{w('tblBorders')}"))},
        )

    def _of(self, element: Element) -> tuple[Properties, Properties]:
        run = run_properties(element.find(w("rPr")), self._themes)
        return run, paragraph_properties(element.find(w("pPr")))

    @cached_property
    def _defaults(self) -> Mapping[str, str]:
        of_kind: dict[str, str] = {}
        for style_id, element in self._elements.items():
            if element.get(w("default"), "0") in ("1", "true", "on"):
                of_kind.setdefault(element.get(w("type"), ""), style_id)
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
    number = None if properties is None else properties.find(w("numPr"))
    if number is None:
        return {}
    found = {"num_id": _value(number.find(w("numId"))), "level": _value(number.find(w("ilvl")))}
    return {name: value for name, value in found.items() if value}


def lines(borders: Element | None) -> dict[str, bool]:
    """On which sides a ``w:tblBorders`` or ``w:tcBorders`` draws a line, or takes it away."""
    if borders is None:
        return {}
    return {side: drawn_pt(element) is not None for side, element in _sides(borders)}


def _sides(borders: Element) -> Iterable[tuple[str, Element]]:
    names = {"start": "left", "end": "right"}
    local = ((str(element.tag).rpartition("}")[2], element) for element in borders)
    return ((names.get(name, name), element) for name, element in local)


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


def _toggled(kinds: Iterable[Properties], defaults: Properties) -> dict[str, bool]:
    said: dict[str, list[bool]] = {}
    for kind in kinds:
        for name in TOGGLES & kind.keys():
            said.setdefault(name, []).append(kind[name])
    return {name: bool(defaults.get(name)) or sum(values) % 2 == 1 for name, values in said.items()}
