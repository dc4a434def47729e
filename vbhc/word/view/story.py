"""The text of one part (body, header, footnotes) as blocks: its paragraphs and tables, and those in text boxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from vbhc.word.view.fields import FieldState
from vbhc.word.view.inlines import Inlines
from vbhc.word.view.lists import Lists
from vbhc.word.view.properties import paragraph_properties
from vbhc.word.view.rows import read_table
from vbhc.word.view.shown import show
from vbhc.word.view.style_sheet import PLAIN, StyleSheet, TableFormat, numbering_of
from vbhc.word.view.traces import find_traces, kept_traces
from vbhc.word.view.values import Block, Paragraph, Place, Table, Trace
from vbhc.word.xmltree import Element, parse_xml, w


@dataclass
class Story:
    """Reads the blocks of one part. ``words``: how staff call the part, "" for the body."""

    part: str
    words: str
    styles: StyleSheet
    lists: Lists
    root: Element
    indexes: Mapping[Element, int]
    traces: Mapping[Element, frozenset[Trace]]
    _count: dict[str, int] = field(default_factory=dict)
    _fields: FieldState = field(default_factory=FieldState)

    @classmethod
    def of(cls, part: str, data: bytes, words: str, styles: StyleSheet, lists: Lists) -> Story:
        """A reader for the part with this content; ``lists`` count from where they stand."""
        root = parse_xml(data)
        # Before anything is taken out, so that a paragraph can be found again in the part as it is written.
        indexes = {paragraph: at for at, paragraph in enumerate(root.iter(w("p")))}
        traces = find_traces(root)
        show(root)
        kept = kept_traces(traces, indexes, set(root.iter(w("p")))) if traces else {}
        return cls(part, words, styles, lists, root, indexes, kept)

    def called(self, words: str) -> Story:
        """This part again, read as a text of its own: one of its footnotes."""
        return replace(self, words=words, _count={}, _fields=FieldState())

    def blocks(self, parent: Element, *, where: str = "", table: TableFormat = PLAIN) -> tuple[Block, ...]:
        """The paragraphs and tables in ``parent``; ``where`` says in which cell or box it stands."""
        return tuple(self._blocks(parent, where, table))

    def _blocks(self, parent: Element, where: str, table: TableFormat) -> Iterator[Block]:
        for element in parent:
            if element.tag == w("p"):
                yield self._paragraph(element, where, table)
            elif element.tag == w("tbl"):
                yield self._table(element, where)

    def _table(self, element: Element, where: str) -> Table:
        name = f"{where}, " * bool(where) + f"bảng {self._next(f'{where}|bảng')}"
        first = next(element.iter(w("p")), None)
        place = Place(self.part, 0 if first is None else self.indexes[first], self._place(name))
        return read_table(self, element, place, name)

    def _paragraph(self, element: Element, where: str, table: TableFormat) -> Paragraph:
        properties = element.find(w("pPr"))
        style = None if properties is None else properties.find(w("pStyle"))
        style_id = "" if style is None else style.get(w("val"), "")
        words = self._place(where, f"đoạn {self._next(f'{where}|đoạn')}")
        own = numbering_of(properties)
        numbering = {"num_id": "0", "level": 0, **self.styles.numbering(style_id), **own}
        list_level = numbering["num_id"], numbering["level"]
        layout = self.styles.layout(
            style_id, self.lists.indents(*list_level) if own else {}, paragraph_properties(properties), table
        )
        label = self.lists.label(*list_level)
        inlines = Inlines(self, style_id, table, self._fields)
        runs = tuple(inlines.runs(element))
        place = Place(self.part, self.indexes[element], words)
        traces = self.traces.get(element, frozenset())
        return Paragraph(runs, layout, self.styles.name(style_id), place, label, tuple(inlines.shapes), traces)

    def box(self, content: Element) -> tuple[Block, ...]:
        """The blocks of a text box."""
        around, self._fields = self._fields, FieldState()
        blocks = self.blocks(content, where=f"khung chữ {self._next('khung chữ')}")
        self._fields = around
        return blocks

    def _next(self, what: str) -> int:
        self._count[what] = self._count.get(what, 0) + 1
        return self._count[what]

    def _place(self, *parts: str) -> str:
        return ", ".join(part for part in (self.words, *parts) if part)
