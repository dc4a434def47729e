"""Real footnotes: the part that holds them, made ready to take those of a document (ECMA-376-1, 17.11)."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from vbhc.word.package import Package, Relationship
from vbhc.word.refusals import DOCUMENT_PART
from vbhc.word.wml import escaped
from vbhc.word.xmltree import Element, W, number, parse_xml, serialize, w

PART, SETTINGS_PART = "word/footnotes.xml", "word/settings.xml"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# The two lines that Word draws between text and notes; the settings refer to them by their ids.
_LINES = ("separator", "continuationSeparator")
# What stands after w:footnotePr in the settings (CT_Settings).
_AFTER_IN_SETTINGS = frozenset(
    w(name)
    for name in (
        *("endnotePr", "compat", "docVars", "rsids", "uiCompat97To2003", "attachedSchema", "themeFontLang"),
        *("clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions"),
        *("readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags"),
        *("decimalSymbol", "listSeparator"),
    )
)


def with_footnote_slot(package: Package, tag: str) -> tuple[Package, int]:
    """The package with a footnotes part in which ``{{p tag }}`` stands behind the notes that it has.

    With it comes the lowest id, from 1 up, behind those of all its notes and lines: the first note's that goes in.
    """
    parts = package.related(DOCUMENT_PART, "footnotes")
    root = parse_xml(package.parts[parts[0]]) if parts else etree.Element(w("footnotes"), nsmap={"w": W})
    lines = _with_lines(root)
    free = max([0, *(number(note, "id", 0) or 0 for note in root)]) + 1
    slot = etree.SubElement(etree.SubElement(root, w("p")), w("r"))
    etree.SubElement(slot, w("t")).text = f"{{{{p {tag} }}}}"
    package = _with_part(package, parts[0] if parts else PART, root, "footnotes")
    return _with_settings(package, lines), free


def footnote(note_id: int, paragraphs: Iterable[str], *, style_id: str, mark_style_id: str) -> str:
    """A ``w:footnote``: its number, then ``paragraphs`` (runs each) in a paragraph style."""
    mark = f'<w:r><w:rPr><w:rStyle w:val="{mark_style_id}"/></w:rPr><w:footnoteRef/></w:r>'
    space = f'<w:r><w:t xml:space="preserve">{escaped(" ")}</w:t></w:r>'
    lead, inner = mark + space, ""
    for runs in paragraphs:
        inner += f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>{lead}{runs}</w:p>'
        lead = ""
    return f'<w:footnote w:id="{note_id}">{inner}</w:footnote>'


def footnote_reference(note_id: int, *, mark_style_id: str, rpr_extra: str = "") -> str:
    """The run that shows the number of a footnote in the text."""
    properties = f'<w:rStyle w:val="{mark_style_id}"/>{rpr_extra}'
    return f'<w:r><w:rPr>{properties}</w:rPr><w:footnoteReference w:id="{note_id}"/></w:r>'


def _with_lines(root: Element) -> list[str]:
    """Add the lines that ``root`` lacks; gives the ids of all notes that are no ordinary ones."""
    kinds = {note.get(w("type"), "normal") for note in root.iterfind(w("footnote"))}
    taken = {number(note, "id") for note in root.iterfind(w("footnote"))}
    free = (n for n in range(-1, len(taken) + 2) if n not in taken)
    for position, kind in enumerate(kind for kind in _LINES if kind not in kinds):
        root.insert(position, _line(kind, next(free)))
    special = (note for note in root.iterfind(w("footnote")) if note.get(w("type"), "normal") != "normal")
    return [note.get(w("id"), "") for note in special]


def _line(kind: str, line_id: int) -> Element:
    note = etree.Element(w("footnote"), {w("type"): kind, w("id"): str(line_id)})
    paragraph = etree.SubElement(note, w("p"))
    spacing = etree.SubElement(etree.SubElement(paragraph, w("pPr")), w("spacing"))
    spacing.attrib.update({w("after"): "0", w("line"): "240", w("lineRule"): "auto"})
    etree.SubElement(etree.SubElement(paragraph, w("r")), w(kind))
    return note


def _with_settings(package: Package, lines: list[str]) -> Package:
    """The settings of the package, which it gets if it has none, refer to the lines and to nothing else."""
    parts = package.related(DOCUMENT_PART, "settings")
    root = parse_xml(package.parts[parts[0]]) if parts else etree.Element(w("settings"), nsmap={"w": W})
    properties = root.find(w("footnotePr"))
    if properties is None:
        properties = etree.Element(w("footnotePr"))
        later = (at for at, node in enumerate(root) if node.tag in _AFTER_IN_SETTINGS or not _is_w(node))
        root.insert(next(later, len(root)), properties)
    named = properties.findall(w("footnote"))
    if sorted(node.get(w("id"), "") for node in named) == sorted(lines):
        return package
    for node in named:
        properties.remove(node)
    for line_id in lines:  # behind the position and the format of notes (CT_FtnDocProps)
        etree.SubElement(properties, w("footnote"), {w("id"): line_id})
    return _with_part(package, parts[0] if parts else SETTINGS_PART, root, "settings")


def _with_part(package: Package, part: str, root: Element, kind: str) -> Package:
    """With the part, its type, and the link of the document to it."""
    link = Relationship(DOCUMENT_PART, f"{_KINDS}/{kind}", f"rIdVbhc{kind.capitalize()}")
    return package.with_part(part, serialize(root), content_type=f"{_CONTENT}.{kind}+xml", rel=link)


def _is_w(node: Element) -> bool:
    return etree.QName(node).namespace == W
