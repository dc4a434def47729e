"""A DOCX as its parts (OPC): opened only when it is safe to open, changed only by making a new one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from lxml import etree

from vbhc.word.archive import Packed, pack, write_packed
from vbhc.word.refusals import CONTENT_TYPES_PART, is_xml, main_part, read_parts
from vbhc.word.relationships import Relationship, add_relationships, read_relationships, rels_part
from vbhc.word.strict import as_transitional
from vbhc.word.xmltree import CONTENT_TYPES, parse_xml, serialize

__all__ = ["Package", "Part", "Relationship", "write_zip"]


class Part(NamedTuple):
    """A part to be added: its type ("": as its extension says) and the link to it, whose target is this part."""

    name: str
    data: bytes
    content_type: str = ""
    rel: Relationship | None = None


@dataclass(frozen=True)
class Package:
    """The parts of an Office file by name, in the order of the zip; untouched parts keep their compressed bytes."""

    parts: Mapping[str, bytes]
    _packed: Mapping[str, Packed]

    @classmethod
    def open(cls, source: bytes | str | Path, *, for_reading: bool = False) -> Package:
        """Read a DOCX; raises `PackageError` with every reason why it is refused.

        ``for_reading``: take also what harms nobody who only reads: links to other files, a body under another name,
        the names of a Strict file (which become those of other files).
        """
        parts = read_parts(source, for_reading=for_reading)
        contents = {name: data for name, (_, data) in parts.items()}
        packed = {name: part for name, (part, _) in parts.items()}
        package = cls(MappingProxyType(contents), MappingProxyType(packed))
        return package._transitional() if for_reading else package

    @classmethod
    def of(cls, packed: Iterable[Packed]) -> Package:
        """The package of parts that are known to be sound."""
        parts = {part.name: part for part in packed}
        return cls(MappingProxyType({name: part.unpack() for name, part in parts.items()}), MappingProxyType(parts))

    @property
    def main(self) -> str:
        """The name of the part that holds the body."""
        return main_part(self.parts)

    def content_type(self, name: str) -> str:
        """The declared type of a part; "" when none is declared."""
        types = self._content_types
        return types.get("/" + name.lower()) or types.get("." + name.rpartition(".")[2].lower(), "")

    def relationships(self, owner: str = "") -> tuple[Relationship, ...]:
        """The links of a part (of the package itself when ``owner`` is "")."""
        data = self.parts.get(rels_part(owner))
        return tuple(read_relationships(owner, data)) if data else ()

    def related(self, owner: str, kind: str) -> tuple[str, ...]:
        """The parts that ``owner`` links to by a relationship whose type ends in ``kind`` ("header", "styles")."""
        links = self.relationships(owner)
        return tuple(link.target for link in links if link.kind == kind and link.target in self.parts)

    def with_data(self, name: str, data: bytes) -> Package:
        """This package with other content in a part; the same package when it is the same content."""
        return self._with_contents({name: data})

    def with_part(self, name: str, data: bytes, *, content_type: str, rel: Relationship | None = None) -> Package:
        """This package with a part added or replaced, its type declared, and linked to by ``rel``."""
        return self.with_parts([Part(name, data, content_type, rel)])

    def with_parts(self, added: Sequence[Part]) -> Package:
        """This package with parts added or replaced, as `with_part` does it with one."""
        types = _declare(self.parts[CONTENT_TYPES_PART], {it.name: it.content_type for it in added if it.content_type})
        package = self._with_contents({**{it.name: it.data for it in added}, CONTENT_TYPES_PART: types})
        links: dict[str, list[Relationship]] = {}
        for it in added:
            if it.rel:
                links.setdefault(rels_part(it.rel.owner), []).append(replace(it.rel, target=it.name))
        return package._with_contents(
            {name: add_relationships(self.parts.get(name), own) for name, own in links.items()}
        )

    def packed(self) -> Iterator[Packed]:
        """The parts ready for the zip, [Content_Types].xml first as Office wants it."""
        for name in _in_order(self.parts):
            yield self._packed.get(name) or pack(name, self.parts[name])

    def to_bytes(self) -> bytes:
        """The file; the same parts always give the same bytes."""
        return write_packed(self.packed())

    def _with_contents(self, contents: Mapping[str, bytes]) -> Package:
        changed = {name: data for name, data in contents.items() if self.parts.get(name) != data}
        if not changed:
            return self
        packed = {name: part for name, part in self._packed.items() if name not in changed}
        return Package(MappingProxyType({**self.parts, **changed}), MappingProxyType(packed))

    def _transitional(self) -> Package:
        package = self
        for name, data in self.parts.items():
            if is_xml(name):
                package = package.with_data(name, as_transitional(data))
        return package

    @cached_property
    def _content_types(self) -> Mapping[str, str]:
        """ "/part name" -> type and ".extension" -> type, all in lower case."""
        types = {}
        for entry in parse_xml(self.parts[CONTENT_TYPES_PART]):
            key = entry.get("PartName") or "." + entry.get("Extension", "")
            types[key.lower()] = entry.get("ContentType", "")
        return types


def write_zip(parts: Mapping[str, bytes]) -> bytes:
    """An Office file of ``parts`` by name; the same parts in the same order give the same bytes on any machine."""
    return write_packed(pack(name, parts[name]) for name in _in_order(parts))


def _in_order(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: name != CONTENT_TYPES_PART)


def _declare(types: bytes, declared: Mapping[str, str]) -> bytes:
    """The list of types with those of ``declared`` (part name -> type), in place of what it says of these parts."""
    root = parse_xml(types)
    names = {"/" + name.lower() for name in declared}
    for entry in root.findall(f"{{{CONTENT_TYPES}}}Override"):
        if entry.get("PartName", "").lower() in names:
            root.remove(entry)
    for name, content_type in declared.items():
        etree.SubElement(root, f"{{{CONTENT_TYPES}}}Override", PartName="/" + name, ContentType=content_type)
    return serialize(root)
