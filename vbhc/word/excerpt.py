"""A template cut down to one of its slots: the same styles, headers and page, nothing else in the body."""

from __future__ import annotations

import re

from vbhc.errors import TemplateError
from vbhc.findings import Finding, Location
from vbhc.templating.faults import Fault
from vbhc.word.package import Package
from vbhc.word.places import TRANSPARENT, Spot, spots
from vbhc.word.refusals import DOCUMENT_PART
from vbhc.word.xmltree import Element, parse_xml, serialize, w

_KEPT = frozenset(map(w, ("sectPr", "sdtPr", "sdtEndPr", "customXmlPr")))
_BODY = "thân văn bản"


def only_slot(package: Package, tag: str, *, name: str) -> Package:
    """The package whose body holds nothing but the paragraph of ``{{p tag }}``, in the content controls around it.

    The first one counts, whatever conditions stand around it. Raises `TemplateError` when there is none, or none that
    can do without the table or text box that it shares with other things; ``name`` is what messages call the file.
    """
    root = parse_xml(package.parts[DOCUMENT_PART])
    opening = re.compile(rf"\{{\{{p\s+{re.escape(tag)}\b")
    slots = [spot for spot in spots(root, _BODY) if spot.element.tag == w("p") and opening.match(spot.text.strip())]
    block = next((block for block in map(_block_of, slots) if block is not None), None)
    if block is None:
        message = f"Mẫu «{name}» không tách được phần `{tag}` ra tệp riêng:"
        raise TemplateError.from_findings(message, _finding(tag, slots, name))
    _remove_all_but(block)
    return _without_notes(package.with_data(DOCUMENT_PART, serialize(root)))


def _block_of(slot: Spot) -> Element | None:
    """The slot's paragraph, or the table around it when it is all that the table says; ``None`` when there is more."""
    within = [node for node in slot.element.iterancestors() if node.getparent() is not None]
    block = next((node for node in reversed(within) if node.tag not in TRANSPARENT), slot.element)
    words = "".join(node.text or "" for node in block.iter(w("t")))
    return block if words.strip() == slot.text.strip() else None


def _remove_all_but(block: Element) -> None:
    """Take out of the body what is not ``block``."""
    for node in (block, *block.iterancestors()):
        parent = node.getparent()
        if node.tag == w("body") or parent is None:
            return
        for other in list(parent):
            if other is not node and other.tag not in _KEPT:
                parent.remove(other)


def _finding(tag: str, slots: list[Spot], name: str) -> Finding:
    slot = f"{{{{p {tag} }}}}"
    hint = f"đặt {slot} thành một đoạn riêng ở cuối thân văn bản, ngoài mọi bảng và khung chữ"
    if not slots:
        return Fault.MISPLACED.finding(f"không có đoạn {slot}", Location(_BODY, name), hint)
    message = f"thẻ {slot} đứng chung bảng hoặc khung chữ với nội dung khác"
    return Fault.MISPLACED.finding(message, Location(slots[0].place, name), hint)


def _without_notes(package: Package) -> Package:
    """Without the footnotes of the text that is gone; the lines above notes stay."""
    for part in package.related(DOCUMENT_PART, "footnotes"):
        root = parse_xml(package.parts[part])
        for note in root.findall(w("footnote")):
            if note.get(w("type"), "normal") == "normal":
                root.remove(note)
        package = package.with_data(part, serialize(root))
    return package
