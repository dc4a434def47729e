"""The text of one part (body, header, footnotes) as blocks: through tables, boxes, revisions and content controls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from vbhc.word.view.inlines import FieldState, Inlines
from vbhc.word.view.lists import Lists
from vbhc.word.view.properties import paragraph_properties
from vbhc.word.view.rows import read_table
from vbhc.word.view.style_sheet import PLAIN, StyleSheet, TableFormat, numbering_of
from vbhc.word.view.values import Block, Paragraph, Place, Table
from vbhc.word.xmltree import Element, w

# What stands around paragraphs and tables without being one: content controls, revisions, custom XML.
WRAPPERS = frozenset(map(w, ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")))


@dataclass
class Story:
    """Reads the blocks of one part. ``words``: how staff call the part, "" for the body."""

    part: str
    words: str
    styles: StyleSheet
    lists: Lists
    indexes: dict[Element, int]
    _count: dict[str, int] = field(default_factory=dict)
    _fields: FieldState = field(default_factory=FieldState)

    @classmethod
    def of(cls, part: str, root: Element, words: str, styles: StyleSheet, lists: Lists) -> Story:
        """A reader for the part with this root."""
        indexes = {paragraph: at for at, paragraph in enumerate(root.iter(w("p")))}
        return cls(part, words, styles, lists, indexes)

    def blocks(self, parent: Element, *, where: str = "", table: TableFormat = PLAIN) -> tuple[Block, ...]:
        """The paragraphs and tables in ``parent``; ``where`` says in which cell or box it stands."""
        return tuple(self._blocks(parent, where, table))

    def _blocks(self, parent: Element, where: str, table: TableFormat) -> Iterator[Block]:
        for element in parent:
            if element.tag == w("p"):
                yield self.paragraph(element, where, table)
            elif element.tag == w("tbl"):
                yield self._table(element, where)
            elif element.tag in WRAPPERS:
                yield from self._blocks(element, where, table)

    def _table(self, element: Element, where: str) -> Table:
        return read_table(self, element, f"{where}, " * bool(where) + f"bảng {self._next(f'{where}|bảng')}")

    def paragraph(self, element: Element, where: str, table: TableFormat) -> Paragraph:
        """One paragraph with its formatting."""
        properties = element.find(w("pPr"))
        style_id = ""
        if properties is not None and (style := properties.find(w("pStyle"))) is not None:
            style_id = style.get(w("val"), "")
        place = Place(self.part, self.indexes[element], f"{self._place(where)}đoạn {self._next(f'{where}|đoạn')}")
        numbering = {**self.styles.numbering(style_id), **numbering_of(properties)}
        num_id, level = numbering.get("num_id", "0"), int(numbering.get("level", "0") or 0)
        label = self.lists.label(num_id, level) if num_id != "0" else ""
        of_list = self.lists.indents(num_id, level) if num_id != "0" else {}
        layout = self.styles.layout(style_id, of_list, paragraph_properties(properties), table)
        inlines = Inlines(self, style_id, table, self._fields)
        runs = tuple(inlines.runs(element))
        return Paragraph(runs, layout, self.styles.name(style_id), place, label, tuple(inlines.shapes))

    def box(self, content: Element) -> tuple[Block, ...]:
        """The blocks of a text box."""
        return self.blocks(content, where=f"khung chữ {self._next('khung chữ')}")

    def _next(self, what: str) -> int:
        self._count[what] = self._count.get(what, 0) + 1
        return self._count[what]

    def _place(self, where: str) -> str:
        return "".join(f"{part}, " for part in (self.words, where) if part)
