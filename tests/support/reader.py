"""A second reader: the plain text of a DOCX, for tests that compare what was put in with what can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from lxml import etree

from support.notes import marked_notes
from support.package import NAMESPACES, Package, hidden, parse, qn

MARKS = {
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:tab"): "\t",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}
SPACES = (" ", "\u00a0", "\t")


@dataclass(frozen=True)
class Reading:
    """The text of a DOCX, a string a paragraph; ``properties`` by local name (``title``, ``creator``, …)."""

    body: tuple[str, ...]
    headers: tuple[str, ...]
    footers: tuple[str, ...]
    footnotes: tuple[str, ...]
    """The notes in the order of their marks, the paragraphs of each joined by ``\\n``."""
    properties: Mapping[str, str]
    custom: Mapping[str, str]

    @property
    def text(self) -> str:
        """The body as one string, a line a paragraph."""
        return "\n".join(self.body)


def read(source: bytes | Path) -> Reading:
    """Read a DOCX: body paragraphs in document order (tables and text boxes too), headers, footers, notes, properties.

    The mark of a footnote is no text. Raises ``KeyError`` for a mark of no note.
    """
    package = Package.read(source)
    return Reading(
        body=_texts(package.trees[package.main]),
        headers=_texts_of(package, "w:hdr"),
        footers=_texts_of(package, "w:ftr"),
        footnotes=tuple(_note_text(note) for _, note in marked_notes(package)),
        properties=_properties(package.related("", "core-properties"), package),
        custom=_custom(package),
    )


def paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs below ``root`` that a reader sees, in document order."""
    return (node for node in root.iter(qn("w:p")) if not hidden(node))


def runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The runs of ``paragraph`` itself: those of a text box inside it belong to the box's paragraphs."""
    for run in paragraph.iter(qn("w:r")):
        if next(run.iterancestors(qn("w:p"))) is paragraph and not hidden(run):
            yield run


def run_text(run: etree._Element) -> str:
    """The characters of a run, breaks as ``\\n`` and tabs as ``\\t``; field codes are not text."""
    return "".join(map(piece_text, run))


def piece_text(piece: etree._Element) -> str:
    """The characters of one element of a run."""
    return piece.text or "" if piece.tag == qn("w:t") else MARKS.get(str(piece.tag), "")


def paragraph_text(paragraph: etree._Element) -> str:
    """The characters of ``paragraph``."""
    return "".join(map(run_text, runs(paragraph)))


def sections(body: etree._Element) -> Iterator[tuple[etree._Element, list[etree._Element]]]:
    """The sections of ``body`` in order: the ``w:sectPr`` of each, with the blocks that stand in it."""
    blocks: list[etree._Element] = []
    for block in body:
        end = block if block.tag == qn("w:sectPr") else block.find("w:pPr/w:sectPr", NAMESPACES)
        if block.tag != qn("w:sectPr"):
            blocks.append(block)
        if end is not None:
            yield end, blocks
            blocks = []


def _note_text(note: etree._Element) -> str:
    """The text of a note without the one space that parts it from its mark."""
    text = "\n".join(_texts(note))
    return text[1:] if text.startswith(SPACES) else text


def _texts(root: etree._Element) -> tuple[str, ...]:
    return tuple(map(paragraph_text, paragraphs(root)))


def _texts_of(package: Package, tag: str) -> tuple[str, ...]:
    trees = (package.stories[name] for name in sorted(package.stories))
    return tuple(text for tree in trees if tree.tag == qn(tag) for text in _texts(tree))


def _properties(part: str | None, package: Package) -> Mapping[str, str]:
    nodes = parse(package.parts[part]) if part else ()
    return MappingProxyType({etree.QName(node).localname: node.text or "" for node in nodes})


def _custom(package: Package) -> Mapping[str, str]:
    part = package.related("", "custom-properties")
    nodes = parse(package.parts[part]) if part else ()
    return MappingProxyType({node.get("name", ""): "".join(map(str, node.itertext())) for node in nodes})
