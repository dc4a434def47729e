"""Where in the XML every value and every block of a template stands: what is compiled renders to well-formed XML.

The template text is read as a stream of tags with a stack of open elements. A value is written in the way its element
asks for; the branches of a block must all leave the same elements open, whatever the data will be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jinja2 import nodes

from vbhc.findings import Finding, Location
from vbhc.templating.faults import Fault
from vbhc.word.places import MARK
from vbhc.word.source import Source
from vbhc.word.values import Level

_MARK_LINE = re.compile(r"\n?" + MARK.pattern)
_ELEMENT = re.compile(r"<(?P<end>/?)(?P<name>[\w:.-]+)[^>]*?(?P<empty>/?)>")
_CELLS = frozenset({"w:tc", "w:tr", "w:tbl", "w:txbxContent"})

_LEVELS: Mapping[str, Level] = {
    "w:t": Level.TEXT,
    **dict.fromkeys(("w:instrText", "w:delText", "m:t", "a:t"), Level.PLAIN),
    **dict.fromkeys(("w:p", "w:hyperlink"), Level.RUNS),
    "w:tr": Level.CELLS,
    "w:tbl": Level.ROWS,
    **dict.fromkeys(("w:body", "w:tc", "w:txbxContent", "w:hdr", "w:ftr", "w:footnote", "w:endnote"), Level.BLOCKS),
}

# docxtpl's way to write the signs of a tag literally.
_LITERAL_SIGNS = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))

_WITHOUT_TEXT = frozenset({"w:body", "w:tbl", "w:tr", "w:tc", "w:p", "w:r", "w:hdr", "w:ftr", "w:txbxContent"})


class _State(NamedTuple):
    """After some template text: the open elements, a tag cut off by a value, the lowest depth reached."""

    open: tuple[str, ...] = ()
    partial: str = ""
    floor: int = 0


class _TornError(Exception):
    """An element is closed that is not open, or text stands where only elements can."""


def place_values(tree: nodes.Template, source: Source, *, word_part: bool) -> Iterator[Finding]:
    """Wrap every output of ``tree`` in the writer of its level and take the marks out of the text.

    Yields a finding for every block that would break the XML.
    """
    placer = _Placer(word_part)
    try:
        end = placer.read_body(tree.body, _State())
    except _TornError:
        end = _State(("?",))
    if end.open and not placer.torn:
        yield Fault.UNBALANCED.finding(
            "các thẻ ở đây làm gãy cấu trúc của văn bản", Location(source.origins[0].place), "viết lại từng thẻ"
        )
    for node in placer.torn:
        origin = source.origin(node.lineno)
        message = f"thẻ {origin.tag} mở một khối cắt ngang đoạn, hàng hoặc ô"
        hint = "thẻ mở, thẻ giữa và thẻ đóng của khối phải cùng loại (cùng {%p, cùng {%tr…) và cùng một ô"
        yield Fault.UNBALANCED.finding(message, Location(origin.place), hint)


class _Placer:
    def __init__(self, word_part: bool) -> None:
        self.torn: list[nodes.Node] = []
        self._word_part = word_part

    def read_body(self, body: list[nodes.Node], state: _State) -> _State:
        for node in body:
            if isinstance(node, nodes.Output):
                state = self._read_output(node, state)
            elif branches := _branches(node):
                state = self._read_branches(node, branches, state)
        return state

    def _read_output(self, output: nodes.Output, state: _State) -> _State:
        placed: list[nodes.Expr] = []
        for node in output.nodes:
            if isinstance(node, nodes.TemplateData):
                text = _MARK_LINE.sub("", node.data)
                state = _read_text(text, state)
                placed.append(nodes.TemplateData(_with_literal_signs(text), lineno=node.lineno))
            else:
                placed.append(nodes.Filter(node, self._level(state).value, [], [], None, None, lineno=node.lineno))
        output.nodes = placed
        return state

    def _read_branches(self, node: nodes.Node, branches: list[list[nodes.Node]], state: _State) -> _State:
        start = state._replace(floor=len(state.open))
        try:
            ends = [self.read_body(branch, start) for branch in branches]
        except _TornError:
            self.torn.append(node)
            return state
        floor = min(end.floor for end in ends)
        apart = {(end.open, bool(end.partial)) for end in ends}
        if len(apart) > 1 or _CELLS.intersection(state.open[floor:]):
            self.torn.append(node)
            return state
        return ends[0]._replace(floor=min(floor, state.floor))

    def _level(self, state: _State) -> Level:
        if state.partial or not self._word_part:
            return Level.PLAIN
        return next((_LEVELS[name] for name in reversed(state.open) if name in _LEVELS), Level.BLOCKS)


def _branches(node: nodes.Node) -> list[list[nodes.Node]]:
    """The ways through a block; an empty one where it may be passed by or is kept for later."""
    match node:
        case nodes.If():
            return [node.body, *(branch.body for branch in node.elif_), node.else_]
        case nodes.For():
            return [node.body, node.else_, []]
        case nodes.Macro() | nodes.CallBlock() | nodes.AssignBlock():
            return [node.body, []]
        case nodes.With() | nodes.ScopedEvalContextModifier():
            return [node.body]
    return []


def _read_text(text: str, state: _State) -> _State:
    text = state.partial + text
    stack, floor, end = list(state.open), state.floor, 0
    for element in _ELEMENT.finditer(text):
        if stack and stack[-1] in _WITHOUT_TEXT and text[end : element.start()].strip():
            raise _TornError
        end = element.end()
        if element["end"]:
            if not stack or stack.pop() != element["name"]:
                raise _TornError
            floor = min(floor, len(stack))
        elif not element["empty"]:
            stack.append(element["name"])
    opening = text.rfind("<")
    return _State(tuple(stack), text[opening:] if opening > text.rfind(">") else "", floor)


def _with_literal_signs(text: str) -> str:
    for written, sign in _LITERAL_SIGNS:
        text = text.replace(written, sign)
    return text
