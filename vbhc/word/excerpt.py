"""A template cut down to one of its slots: the same styles, headers and page, nothing else in the body."""

from __future__ import annotations

import re

from vbhc.word.package import Package
from vbhc.word.refusals import DOCUMENT_PART
from vbhc.word.xmltree import parse_xml, serialize, w


def only_slot(package: Package, tag: str) -> Package:
    """The package whose body holds nothing but the paragraph of ``{{p tag }}``; unchanged when it has no such slot."""
    root = parse_xml(package.parts[DOCUMENT_PART])
    body = root.find(w("body"))
    blocks = [] if body is None else list(body)
    slot = re.compile(rf"\{{\{{p\s+{re.escape(tag)}\b")
    kept = [block for block in blocks if slot.match("".join(str(text) for text in block.itertext()).strip())]
    if body is None or not kept:
        return package
    for block in blocks:
        if block not in kept and block.tag != w("sectPr"):
            body.remove(block)
    return _without_notes(package.with_data(DOCUMENT_PART, serialize(root)))


def _without_notes(package: Package) -> Package:
    """Without the footnotes of the text that is gone; the lines above notes stay."""
    for part in package.related(DOCUMENT_PART, "footnotes"):
        root = parse_xml(package.parts[part])
        for note in root.findall(w("footnote")):
            if note.get(w("type"), "normal") == "normal":
                root.remove(note)
        package = package.with_data(part, serialize(root))
    return package
