"""The footnotes of a DOCX: their marks in the body and their texts in a part of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from support.package import NAMESPACES, OFF, Package, hidden, qn

ORDINARY = "normal"


def marks(package: Package) -> list[etree._Element]:
    """The marks (``w:footnoteReference``) that a reader of the body sees, in document order."""
    tree = package.trees.get(package.main)
    found = () if tree is None else tree.iter(qn("w:footnoteReference"))
    return [mark for mark in found if not hidden(mark)]


def notes(package: Package) -> Iterator[etree._Element]:
    """What the footnotes part holds, in its order: the ordinary notes, and separators."""
    tree = package.trees.get(package.related(package.main, "footnotes") or "")
    return iter(()) if tree is None else tree.iterfind("w:footnote", NAMESPACES)


def note_id(node: etree._Element) -> str:
    """What ties a mark to its note: the ``w:id`` of either."""
    return node.get(qn("w:id"), "")


def is_ordinary(note: etree._Element) -> bool:
    """Whether ``note`` has text for a mark; the others draw the rule above the notes."""
    return note.get(qn("w:type"), ORDINARY) == ORDINARY


def typed_mark(mark: etree._Element) -> str | None:
    """What is typed as the mark of a note, behind ``mark`` in its run; ``None`` where Word numbers it."""
    return _typed(mark.itersiblings()) if mark.get(qn("w:customMarkFollows"), "0") not in OFF else None


def begins_typed(note: etree._Element) -> str:
    """What the first run of ``note`` has typed in it."""
    first = note.find("w:p/w:r", NAMESPACES)
    return "" if first is None else _typed(first)


def _typed(pieces: Iterable[etree._Element]) -> str:
    return "".join(
        chr(int(piece.get(qn("w:char"), ""), 16)) if piece.tag == qn("w:sym") else piece.text or ""
        for piece in pieces
        if piece.tag in (qn("w:sym"), qn("w:t"))
    )


def marked_notes(package: Package) -> tuple[tuple[etree._Element, etree._Element], ...]:
    """Each mark with its note, in the order of the marks. Raises ``KeyError`` for a mark of no note."""
    by_id: Mapping[str, etree._Element] = {note_id(note): note for note in notes(package) if is_ordinary(note)}
    return tuple((mark, by_id[note_id(mark)]) for mark in marks(package))
