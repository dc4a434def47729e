"""From a Word part to Jinja source: docxtpl's tag syntax, every line traceable to its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from vbhc.templating.faults import Origin
from vbhc.word.places import MARK, Spot, mark
from vbhc.word.xmltree import Element, w

FINAL_SECTION = "_final_section"
"""The name under which the last section properties of the body come in."""

_TOKEN = re.compile(
    rf"(?P<raw>\{{%[-+]?\s*raw\s*[-+]?%\}}.*?\{{%[-+]?\s*endraw\s*[-+]?%\}})|(?P<comment>\{{#.*?#\}})"
    rf"|(?P<mark>{MARK.pattern})|(?P<open>\{{[{{%][-+]?)(?P<body>.*?[%}}]\}})",
    re.DOTALL,
)

_CELL_PROPERTIES = re.compile(r"<w:tcPr>(?P<inner>.*?)</w:tcPr>", re.DOTALL)
_CHILD = re.compile(r'<(?P<name>[\w:]+)(?:[^>"]|"[^"]*")*?(?:/>|>.*?</(?P=name)>)', re.DOTALL)
_CELL_ORDER = (  # ECMA-376-1, CT_TcPr
    " w:cnfStyle w:tcW w:gridSpan w:hMerge w:vMerge w:tcBorders w:shd w:noWrap w:tcMar w:textDirection w:tcFitText"
    " w:vAlign w:hideMark "
)


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


def to_source(root: Element, spots: list[Spot], label: str) -> Source:
    """The Jinja source of a part; changes ``root``, which is used up."""
    # Late: it takes as long to import as the rest of word/, and only compiling needs it.
    from docxtpl import DocxTemplate

    _drop_layout_of_xml(root)
    mark(spots)
    xml = etree.tostring(root, encoding="unicode").replace("\n", " ")
    patched = _CELL_PROPERTIES.sub(_in_schema_order, DocxTemplate(BytesIO()).patch_xml(xml))
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


def _in_schema_order(properties: re.Match[str]) -> str:
    """The cell properties sorted: docxtpl's colspan, cellbg, vm and hm put theirs where Word does not look for them."""
    children = sorted(_CHILD.finditer(properties["inner"]), key=lambda child: _CELL_ORDER.find(f" {child['name']} "))
    inner = "".join(child[0] for child in children)
    return f"<w:tcPr>{inner}</w:tcPr>" if len(inner) == len(properties["inner"]) else properties[0]


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
            here = places[int(token["index"])]
            origins.append(Origin(here))
            pieces.append("\n" + token[0])
        elif token["open"]:
            origins.append(Origin(here, " ".join(token[0].split())))
            # docxtpl turns "&lt;" back into "<" but leaves this one
            pieces.append(f"{token['open']}\n{token['body'].replace('&amp;', '&')}")
        else:
            pieces.append(token[0])
    return "".join([*pieces, patched[end:]]), tuple(origins)
