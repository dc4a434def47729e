"""What stands in a paragraph: runs with their look, marks of footnotes, results of fields, drawings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from vbhc.word.view.fields import FieldState
from vbhc.word.view.shapes import read_drawing, read_pict
from vbhc.word.view.style_sheet import TableFormat
from vbhc.word.view.values import Look, Run, Shape
from vbhc.word.xmltree import Element, number, w

if TYPE_CHECKING:
    from vbhc.word.view.story import Story

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANKS = " \t\n\r"
_SPACES = str.maketrans("\t\n\r", "   ")
_TEXTS = {w("tab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad", w("ptab"): "\t"}
# Properties, and the reading aid above East Asian letters.
_GONE = frozenset(map(w, ("pPr", "rPr", "sdtPr", "sdtEndPr", "fldData", "rt")))
_FIRST_LETTER = 0x20
_SURROGATES = range(0xD800, 0xE000)
_LAST_LETTER = 0x10FFFF


class _Piece(NamedTuple):
    text: str
    note: int | None = None
    field: str = ""


@dataclass
class Inlines:
    """Reads the contents of one paragraph."""

    story: Story
    style_id: str
    table: TableFormat
    fields: FieldState
    shapes: list[Shape] = field(default_factory=list)

    def runs(self, parent: Element, instruction: str = "") -> Iterator[Run]:
        """The runs in ``parent``, which is the paragraph or what stands around runs in it."""
        for element in parent:
            if element.tag == w("r"):
                look = self._look(element)
                for piece in self._pieces(element):
                    yield Run(piece.text, look, piece.note, instruction or piece.field)
            elif element.tag == w("fldSimple"):
                yield from self._simple_field(element)
            elif element.tag == f"{_M}r":
                if text := "".join(it.text or "" for it in element.iterfind(f"{_M}t")):
                    yield Run(text, self._look(element), field=instruction)
            elif element.tag not in _GONE and len(element):
                yield from self.runs(element, instruction)

    def _simple_field(self, element: Element) -> Iterator[Run]:
        instruction = element.get(w("instr"), "").strip()
        results = list(self.runs(element, instruction))
        yield from results or [Run("", self._look(element), field=instruction)]

    def _look(self, element: Element) -> Look:
        properties = element.find(w("rPr"))
        style = None if properties is None else properties.find(w("rStyle"))
        character = "" if style is None else style.get(w("val"), "")
        return self.story.styles.look(self.style_id, character, self.story.styles.run(properties), self.table)

    def _pieces(self, element: Element) -> Iterator[_Piece]:
        """The text of a run, cut where a footnote is marked and where a field begins or ends."""
        text = ""
        for child in element:
            if child.tag not in _CUTS:
                text += self._text(child)
                continue
            yield from self._said(text)
            yield from _CUTS[str(child.tag)](self, child)
            text = ""
        yield from self._said(text)

    def _said(self, text: str) -> Iterator[_Piece]:
        if text and not self.fields.hides:
            yield _Piece(text, None, self.fields.show())

    def _note(self, mark: Element) -> Iterator[_Piece]:
        note = number(mark, "id")
        if note is not None and not self.fields.hides:
            yield _Piece("", note, self.fields.show())

    def _field(self, mark: Element) -> Iterator[_Piece]:
        empty = self.fields.mark(mark.get(w("fldCharType"), ""))
        if empty and not self.fields.hides:
            yield _Piece("", None, empty)

    def _page_number(self, _: Element) -> Iterator[_Piece]:
        yield _Piece("", None, "PAGE")

    def _text(self, child: Element) -> str:
        if child.tag == w("t"):
            return _trimmed(child)
        if child.tag == w("br"):
            return "\f" if child.get(w("type")) == "page" else "\n"
        if child.tag == w("instrText"):
            self.fields.say(child.text or "")
        elif child.tag == w("sym"):
            return _symbol(child.get(w("char"), ""))
        elif child.tag == w("drawing"):
            self.shapes += read_drawing(child, self.story.box)
        elif child.tag in (w("pict"), w("object")):
            self.shapes += read_pict(child, self.story.box)
        elif child.tag == w("ruby"):
            return "".join(_trimmed(it) for it in child.iterfind(f"{w('rubyBase')}/{w('r')}/{w('t')}"))
        return _TEXTS.get(str(child.tag), "")


_CUTS = {
    w("footnoteReference"): Inlines._note,
    w("fldChar"): Inlines._field,
    w("pgNum"): Inlines._page_number,
}


def _trimmed(element: Element) -> str:
    """The text of a ``w:t``; blanks at its ends count only where ``xml:space`` says so."""
    text = element.text or ""
    if text[:1] in _BLANKS or text[-1:] in _BLANKS:
        said = (it.get(_XML_SPACE) for it in (element, *element.iterancestors()))
        if next((value for value in said if value), "") != "preserve":
            text = text.strip(_BLANKS)
    return text.translate(_SPACES)


def _symbol(code: str) -> str:
    try:
        letter = int(code, 16)
    except ValueError:
        return ""
    return chr(letter) if _FIRST_LETTER <= letter <= _LAST_LETTER and letter not in _SURROGATES else ""
