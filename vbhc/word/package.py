"""A DOCX as its parts (OPC): opened only when it is safe to open, changed only by making a new one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from lxml import etree

from vbhc.word.archive import Packed, pack, write_packed
from vbhc.word.refusals import CONTENT_TYPES_PART, is_xml, main_part, read_parts
from vbhc.word.relationships import Relationship, add_relationship, read_relationships, rels_part
from vbhc.word.strict import as_transitional
from vbhc.word.xmltree import CONTENT_TYPES, parse_xml, serialize

__all__ = ["Package", "Relationship", "write_zip"]


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
        if self.parts.get(name) == data:
            return self
        packed = {key: part for key, part in self._packed.items() if key != name}
        return Package(MappingProxyType({**self.parts, name: data}), MappingProxyType(packed))

    def with_part(self, name: str, data: bytes, *, content_type: str, rel: Relationship | None = None) -> Package:
        """This package with a part added or replaced, its type declared, and linked to by ``rel``."""
        types = _declare(self.parts[CONTENT_TYPES_PART], name, content_type)
        package = self.with_data(name, data).with_data(CONTENT_TYPES_PART, types)
        if rel is None:
            return package
        links = rels_part(rel.owner)
        return package.with_data(links, add_relationship(self.parts.get(links), replace(rel, target=name)))

    def packed(self) -> Iterator[Packed]:
        """The parts ready for the zip, [Content_Types].xml first as Office wants it."""
        for name in _in_order(self.parts):
            yield self._packed.get(name) or pack(name, self.parts[name])

    def to_bytes(self) -> bytes:
        """The file; the same parts always give the same bytes."""
        return write_packed(self.packed())

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


def _declare(types: bytes, name: str, content_type: str) -> bytes:
    root = parse_xml(types)
    for entry in root.iterfind(f"{{{CONTENT_TYPES}}}Override"):
        if entry.get("PartName", "").lower() == "/" + name.lower():
            root.remove(entry)
    etree.SubElement(root, f"{{{CONTENT_TYPES}}}Override", PartName="/" + name, ContentType=content_type)
    return serialize(root)
