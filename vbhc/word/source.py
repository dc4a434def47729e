"""From a Word part to a Jinja tree: docxtpl's tag syntax, lines traceable to their place, values in their kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from docxtpl import DocxTemplate
from jinja2 import Environment, nodes
from lxml import etree

from vbhc.templating import environment
from vbhc.word.faults import Origin
from vbhc.word.places import MARK, Spot, mark
from vbhc.word.values import block_value, formatted, plain_value, text_value
from vbhc.word.xmltree import Element, w

FINAL_SECTION = "_final_section"
"""The name under which the last section properties of the body come in."""

_TEXT, _PLAIN, _BLOCK = "word:text", "word:plain", "word:block"
_MARK_LINE = re.compile(r"\n?" + MARK.pattern)
_TOKEN = re.compile(
    rf"(?P<raw>\{{%[-+]?\s*raw\s*[-+]?%\}}.*?\{{%[-+]?\s*endraw\s*[-+]?%\}})|(?P<comment>\{{#.*?#\}})"
    rf"|(?P<mark>{MARK.pattern})|(?P<open>\{{[{{%][-+]?)(?P<body>.*?[%}}]\}})",
    re.DOTALL,
)
_ELEMENT = re.compile(r"<(/?)([\w:.-]+)[^>]*?(/?)>")
_TEXT_ELEMENTS = frozenset({"w:instrText", "w:delText", "m:t", "a:t"})


@dataclass(frozen=True, slots=True)
class Source:
    """Jinja source of a part; ``origins[n - 1]`` says where line ``n`` comes from.

    ``final_section``: the last section's properties, taken out of the body ("" in other parts).
    """

    text: str
    origins: tuple[Origin, ...]
    final_section: str = ""

    def origin(self, line: int) -> Origin:
        """Where a line comes from."""
        return self.origins[min(max(line, 1), len(self.origins)) - 1]


@cache
def word_environment() -> Environment:
    """The strict environment, with the ways a value is written into a Word part."""
    env = environment()
    env.filters.update({"chu": formatted, _TEXT: text_value, _PLAIN: plain_value, _BLOCK: block_value})
    return env


def to_source(root: Element, spots: list[Spot], label: str) -> Source:
    """The Jinja source of a part; changes ``root``, which is used up."""
    _drop_layout_of_xml(root)
    mark(spots)
    xml = etree.tostring(root, encoding="unicode").replace("\n", " ")
    patched: str = DocxTemplate(BytesIO()).patch_xml(xml)
    before, final_section, after = _around_final_section(patched, root)
    slot = f"{{{{ {FINAL_SECTION} }}}}" if after else ""
    text, origins = _line_by_line(before + slot + after, [spot.place for spot in spots], label)
    return Source(text, origins, final_section)


def _drop_layout_of_xml(root: Element) -> None:
    """Take out the white space between elements: WordprocessingML has text in leaves only."""
    for node in root.iter():
        node.tail = None
        if len(node):
            node.text = None


def _around_final_section(xml: str, root: Element) -> tuple[str, str, str]:
    end = xml.rfind("</w:body>")
    if end < 0:
        return xml, "", ""
    has_section = (body := root.find(w("body"))) is not None and len(body) and body[-1].tag == w("sectPr")
    start = xml.rindex("<w:sectPr", 0, end) if has_section else end
    return xml[:start], xml[start:end], xml[end:]


def _line_by_line(patched: str, places: list[str], label: str) -> tuple[str, tuple[Origin, ...]]:
    """Start a new line at every mark and inside every tag: then Jinja's line numbers tell place and tag."""
    pieces, origins, here, end = [], [Origin(label)], label, 0
    for token in _TOKEN.finditer(patched):
        pieces.append(patched[end : token.start()])
        end = token.end()
        if token["mark"]:
            here = places[int(token[4])]
            origins.append(Origin(here))
            pieces.append("\n" + token[0])
        elif token["open"]:
            origins.append(Origin(here, " ".join(token[0].split())))
            # docxtpl turns "&lt;" back into "<" but leaves this one
            pieces.append(f"{token['open']}\n{token['body'].replace('&amp;', '&')}")
        else:
            pieces.append(token[0])
    return "".join([*pieces, patched[end:]]), tuple(origins)


def place_values(tree: nodes.Template, *, word_part: bool) -> None:
    """Wrap every output of ``tree`` in the writer its position asks for, and take the marks out of the text."""
    position = _Position(word_part)
    for output in tree.find_all(nodes.Output):
        output.nodes = [_placed(node, position) for node in output.nodes]
    tree.set_environment(word_environment())


def _placed(node: nodes.Expr, position: _Position) -> nodes.Expr:
    if isinstance(node, nodes.TemplateData):
        node.data = _MARK_LINE.sub("", node.data)
        position.read(node.data)
        # docxtpl's way to write the signs of a tag literally
        for escaped, sign in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
            node.data = node.data.replace(escaped, sign)
        return node
    return nodes.Filter(node, position.writer, [], [], None, None, lineno=node.lineno)


class _Position:
    """Where in the XML the reader stands, after all the template text read so far."""

    def __init__(self, word_part: bool) -> None:
        self.writer = _BLOCK if word_part else _PLAIN
        self._outside = self.writer

    def read(self, data: str) -> None:
        opening, closing = data.rfind("<"), data.rfind(">")
        if opening == closing:
            return
        if opening > closing:  # inside the value of an attribute
            self.writer = _PLAIN
            return
        self.writer = self._after(list(_ELEMENT.finditer(data)))

    def _after(self, elements: list[re.Match[str]]) -> str:
        if not elements:
            return self._outside
        closing, name, empty = elements[-1].groups()
        if closing or empty:
            return self._outside
        return _TEXT if name == "w:t" else _PLAIN if name in _TEXT_ELEMENTS else self._outside
