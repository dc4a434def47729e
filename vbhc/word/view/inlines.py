"""What stands in a paragraph: runs with their look, marks of footnotes, results of fields, drawings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vbhc.word.view.shapes import read_drawing, read_pict
from vbhc.word.view.style_sheet import TableFormat
from vbhc.word.view.values import Run, Shape
from vbhc.word.xmltree import Element, w

if TYPE_CHECKING:
    from vbhc.word.view.story import Story

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXTS = {w("tab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad", w("ptab"): "\t"}
_GONE = frozenset(map(w, ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "fldData")))


@dataclass
class FieldState:
    """The fields that are open where reading stands; one may reach over several paragraphs."""

    _open: list[list[str]] = field(default_factory=list)
    """Of each field: its instruction so far, and "shown" once its result has begun."""

    def mark(self, kind: str) -> None:
        """A ``w:fldChar``: "begin", "separate" or "end"."""
        if kind == "begin":
            self._open.append(["", ""])
        elif kind == "separate" and self._open:
            self._open[-1][1] = "shown"
        elif kind == "end" and self._open:
            self._open.pop()

    def say(self, instruction: str) -> None:
        """A piece of the instruction of the innermost field."""
        if self._open:
            self._open[-1][0] += instruction

    @property
    def hides(self) -> bool:
        """Whether text here is no result but part of an instruction."""
        return any(not shown for _, shown in self._open)

    @property
    def instruction(self) -> str:
        """The instruction of the field whose result stands here; "" outside fields."""
        return self._open[-1][0].strip() if self._open else ""


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
                yield from self._run(element, instruction)
            elif element.tag == w("fldSimple"):
                yield from self.runs(element, element.get(w("instr"), "").strip())
            elif element.tag == f"{_MC}AlternateContent":
                yield from self.runs(_chosen(element), instruction)
            elif element.tag not in _GONE and len(element):
                yield from self.runs(element, instruction)

    def _run(self, element: Element, instruction: str) -> Iterator[Run]:
        properties = element.find(w("rPr"))
        style = None if properties is None else properties.find(w("rStyle"))
        character = "" if style is None else style.get(w("val"), "")
        look = self.story.styles.look(self.style_id, character, self.story.styles.run(properties), self.table)
        for text, note in self._pieces(element):
            yield Run(text, look, note, instruction or self.fields.instruction)

    def _pieces(self, element: Element) -> Iterator[tuple[str, int | None]]:
        """The text of a run in one piece, but for marks of footnotes, which stand alone."""
        text = ""
        for child in element:
            if child.tag == w("footnoteReference"):
                if text:
                    yield text, None
                text = ""
                yield "", _whole(child.get(w("id"), ""))
            else:
                text += self._text(child)
        if text:
            yield text, None

    def _text(self, child: Element) -> str:
        if child.tag == w("t"):
            return "" if self.fields.hides else child.text or ""
        if child.tag == w("br"):
            return "\f" if child.get(w("type")) == "page" else "\n"
        if child.tag == w("fldChar"):
            self.fields.mark(child.get(w("fldCharType"), ""))
        elif child.tag == w("instrText"):
            self.fields.say(child.text or "")
        elif child.tag == w("sym"):
            code = child.get(w("char"), "")
            return chr(int(code, 16)) if code and all(c in "0123456789abcdefABCDEF" for c in code[:6]) else ""
        elif child.tag in _TEXTS:
            return _TEXTS[str(child.tag)]
        else:
            self._draw(child)
        return ""

    def _draw(self, child: Element) -> None:
        if child.tag == f"{_MC}AlternateContent":
            for inner in _chosen(child):
                self._draw(inner)
        elif child.tag == w("drawing"):
            self.shapes += read_drawing(child, self.story.box)
        elif child.tag in (w("pict"), w("object")):
            self.shapes += read_pict(child, self.story.box)


def _chosen(alternate: Element) -> Element:
    """What Word shows of an ``mc:AlternateContent``: the first choice, or what stands in for it."""
    choice = alternate.find(f"{_MC}Choice")
    fallback = alternate.find(f"{_MC}Fallback")
    return choice if choice is not None and len(choice) else fallback if fallback is not None else alternate


def _whole(text: str) -> int | None:
    return int(text) if text.lstrip("-").isdigit() else None
