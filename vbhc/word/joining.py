"""Letters made with one template as one file: each in sections of its own, read as it is read in a file of its own."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, count
from typing import TypeAlias

from vbhc.word.joint_notes import JointNotes
from vbhc.word.package import Package, Part, Relationship
from vbhc.word.refusals import DOCUMENT_PART, is_xml
from vbhc.word.relationships import rels_part
from vbhc.word.sections import Margin, begun, completed, ended, margins, relinked

Filled: TypeAlias = Mapping[str, bytes]
"""The parts of a template that hold tags, filled in for one document."""

_DRAWING = re.compile(r'(<wp:docPr\b[^>]*?\bid=")(\d+)"')
# What may stand in a file once only, and nobody sees: targets of links, ids, ties to the properties of the file.
_ONCE = re.compile(
    r'<w:bookmark(?:Start|End)\b[^>]*/>|<w:dataBinding\b[^>]*/>|<w:id w:val="[^"]*"/>| w14:(?:paraId|textId)="[^"]*"'
    r'| o:spid="[^"]*"'
)
# Drawings of the older kind (VML) go by names, which others of the same text use.
_SHAPE = re.compile(r"<(?:v:\w+|o:OLEObject)\b[^>]*>")
_SHAPE_NAME = re.compile(r'( (?:id="|type="#|ShapeID="))([^"]*)"')
_BODY, _BODY_END = "<w:body>", "</w:body>"


def join(package: Package, letters: Iterable[Filled], *, blank: Mapping[str, str]) -> Package:
    """One package of ``letters``, one or more, filled in from a template whose other parts ``package`` holds.

    Every letter begins on a new page 1, and its footnotes with number 1. ``blank``: the relationship ids of an empty
    header and an empty footer, by kind.
    """
    iterator = iter(letters)
    first = next(iterator)
    for name, data in first.items():
        package = package.with_data(name, data)
    joint = _Joint.like(package, first, blank)
    for letter in chain([first], iterator):
        joint.add(letter)
    return joint.whole()


@dataclass(slots=True)
class _Margins:
    """The headers and footers of all letters: what reads alike is one part, and each part has an id to link to."""

    package: Package
    links: tuple[Relationship, ...]
    ids: dict[tuple[str, bytes], str]
    added: list[Part] = field(default_factory=list)

    @classmethod
    def like(cls, package: Package, first: Filled) -> _Margins:
        """Those of the first letter, where ``package`` has them."""
        kinds = ("header", "footer")
        links = [it for it in package.relationships(DOCUMENT_PART) if it.kind in kinds and it.target in first]
        return cls(package, tuple(links), {(link.target, first[link.target]): link.id for link in links})

    def take(self, letter: Filled, drawings: Iterator[int]) -> dict[str, str]:
        """The ids to link to in place of those that the template has."""
        return {link.id: self._id(link, letter[link.target], drawings) for link in self.links}

    def _id(self, link: Relationship, data: bytes, drawings: Iterator[int]) -> str:
        key = link.target, data
        if key not in self.ids:
            number = len(self.ids) + 1
            folder, name = posixpath.split(link.target)
            own = Relationship(DOCUMENT_PART, link.type, f"rIdVbhcJoint{number}")
            part = posixpath.join(folder, f"vbhc_joint_{number}_{name}")
            text = _distinct(data.decode(), drawings).encode()
            self.added.append(Part(part, text, self.package.content_type(link.target), own))
            if links := self.package.parts.get(rels_part(link.target)):
                self.added.append(Part(rels_part(part), links))
            self.ids[key] = own.id
        return self.ids[key]


@dataclass(slots=True)
class _Joint:
    """The letters so far; the last of them waits, for its last section may be that of the file."""

    package: Package
    blank: Mapping[str, str]
    margins: _Margins
    notes: JointNotes
    notes_part: str | None
    drawings: Iterator[int]
    _inherited: set[Margin] = field(default_factory=set)
    _done: list[bytes] = field(default_factory=list)
    _last: str = ""

    @classmethod
    def like(cls, package: Package, first: Filled, blank: Mapping[str, str]) -> _Joint:
        """No letter yet, in a file like ``package``, which is that of the first."""
        notes_part = next(iter(package.related(DOCUMENT_PART, "footnotes")), None)
        notes = JointNotes.like(package.parts[notes_part].decode() if notes_part else "")
        drawings = count(_highest_drawing(package) + 1)
        return cls(package, blank, _Margins.like(package, first), notes, notes_part, drawings)

    def add(self, letter: Filled) -> None:
        """Put ``letter`` behind the others."""
        _, body, _ = _around_body(letter[DOCUMENT_PART])
        body = completed(_distinct(body, self.drawings))
        body = relinked(body, self.margins.take(letter, self.drawings))
        if self.notes_part:
            notes = letter.get(self.notes_part) or self.package.parts[self.notes_part]  # one without tags
            body = self.notes.take(body, notes.decode())
        body = begun(body, self._inherited, self.blank)
        self._inherited |= margins(body)
        if self._last:
            self._done.append(ended(self._last).encode())
        self._last = body

    def whole(self) -> Package:
        """The file of all of them."""
        before, _, after = _around_body(self.package.parts[DOCUMENT_PART])
        document = b"".join([before.encode(), *self._done, self._last.encode(), after.encode()])
        package = self.package.with_data(DOCUMENT_PART, document).with_parts(self.margins.added)
        notes = _distinct(self.notes.part(), self.drawings).encode()
        return package.with_data(self.notes_part, notes) if self.notes_part else package


def _around_body(document: bytes) -> tuple[str, str, str]:
    """What stands before the content of the body, the content, and what stands behind it."""
    before, opening, rest = document.decode().partition(_BODY)
    body, closing, after = rest.rpartition(_BODY_END)
    return before + opening, body, closing + after


def _distinct(xml: str, drawings: Iterator[int]) -> str:
    """``xml`` without what may stand in a file once only, its drawings numbered by ``drawings``."""
    xml = _DRAWING.sub(lambda found: f'{found[1]}{next(drawings)}"', _ONCE.sub("", xml))
    if "<v:" not in xml:
        return xml
    named = rf'\1\2_{next(drawings)}"'
    return _SHAPE.sub(lambda shape: _SHAPE_NAME.sub(named, shape[0]), xml)


def _highest_drawing(package: Package) -> int:
    texts = (data.decode() for name, data in package.parts.items() if is_xml(name))
    return max((int(found[2]) for text in texts for found in _DRAWING.finditer(text)), default=0)
