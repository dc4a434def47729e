"""An Office file as parts, read and written with the standard library and lxml alone."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from lxml import etree

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "pr": "http://schemas.openxmlformats.org/package/2006/relationships",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
CONTENT_TYPES = "[Content_Types].xml"
OFF = frozenset({"0", "false", "off"})
FIXED_DATE = (1980, 1, 1, 0, 0, 0)


def qn(name: str) -> str:
    """``"w:p"`` as lxml spells it."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


HIDDEN = frozenset(map(qn, ("mc:Fallback", "w:del", "w:moveFrom")))


def xpath(node: etree._Element, path: str) -> list[etree._Element]:
    """The elements that ``path`` finds below ``node``, with the prefixes of ``NAMESPACES``."""
    found = node.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [element for element in found if isinstance(element, etree._Element)]


def val(node: etree._Element, path: str, attribute: str = "w:val") -> str | None:
    """The attribute of the first element that ``path`` finds, ``None`` where either is absent."""
    found = node.find(path, NAMESPACES)
    return None if found is None else found.get(qn(attribute))


def is_on(node: etree._Element, path: str) -> bool:
    """Whether the on/off property that ``path`` names is there and not switched off."""
    found = node.find(path, NAMESPACES)
    return found is not None and found.get(qn("w:val"), "1") not in OFF


def hidden(node: etree._Element) -> bool:
    """Whether ``node`` is deleted, or stands in for something that Word can show."""
    return any(ancestor.tag in HIDDEN for ancestor in node.iterancestors())


def parse(data: bytes) -> etree._Element:
    """XML as a tree; entities stay unresolved. Raises ``etree.XMLSyntaxError``."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


@dataclass(frozen=True)
class Relation:
    """One relationship of a part: ``target`` is a part name, or an address where ``external``."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True)
class Package:
    """The parts of an Office file; ``names`` keeps the zip's order, and a name that comes twice."""

    parts: Mapping[str, bytes]
    names: tuple[str, ...]

    @classmethod
    def read(cls, source: bytes | Path) -> Package:
        """The package in ``source``. Raises ``zipfile.BadZipFile``."""
        data = source.read_bytes() if isinstance(source, Path) else source
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = tuple(archive.namelist())
            return cls(MappingProxyType({name: archive.read(name) for name in names}), names)

    @classmethod
    def of(cls, parts: Mapping[str, bytes]) -> Package:
        """A package of ``parts``, in their order."""
        return cls(MappingProxyType(dict(parts)), tuple(parts))

    def write(self) -> bytes:
        """The package as a file."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in self.names:
                archive.writestr(zipfile.ZipInfo(name, FIXED_DATE), self.parts[name], zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def with_part(self, name: str, data: bytes) -> Package:
        """The package with part ``name`` set to ``data``."""
        names = self.names if name in self.parts else (*self.names, name)
        return replace(self, parts=MappingProxyType({**self.parts, name: data}), names=names)

    def edited(self, name: str, old: str, new: str) -> Package:
        """The package with ``old`` replaced by ``new`` in part ``name``, where ``old`` must stand."""
        text = self.parts[name].decode()
        assert old in text, f"{name} has no {old!r}"
        return self.with_part(name, text.replace(old, new).encode())

    @cached_property
    def trees(self) -> Mapping[str, etree._Element]:
        """Every XML part that parses, by name."""
        return MappingProxyType(dict(self._parsed()))

    def _parsed(self) -> Iterator[tuple[str, etree._Element]]:
        for name in self.parts:
            if name.endswith((".xml", ".rels")):
                try:
                    yield name, parse(self.parts[name])
                except etree.XMLSyntaxError:
                    continue

    def relations(self, part: str) -> tuple[Relation, ...]:
        """The relationships of ``part``; ``""`` stands for the package itself."""
        folder, name = posixpath.split(part)
        tree = self.trees.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        return (
            ()
            if tree is None
            else tuple(_relation(folder, node) for node in tree.iterfind("pr:Relationship", NAMESPACES))
        )

    def related(self, part: str, kind: str) -> str | None:
        """The part that ``part`` points to with a relationship whose type ends in ``kind``."""
        return next((r.target for r in self.relations(part) if r.kind.endswith(f"/{kind}")), None)

    @property
    def main(self) -> str:
        """The name of the main document part."""
        return self.related("", "officeDocument") or "word/document.xml"

    @cached_property
    def stories(self) -> Mapping[str, etree._Element]:
        """The parts that hold text a reader sees: body, headers, footers, notes."""
        tags = {qn(f"w:{tag}") for tag in ("document", "hdr", "ftr", "footnotes", "endnotes")}
        return MappingProxyType({name: tree for name, tree in self.trees.items() if tree.tag in tags})


def _relation(folder: str, node: etree._Element) -> Relation:
    external = node.get("TargetMode") == "External"
    target = node.get("Target", "")
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(node.get("Id", ""), node.get("Type", ""), target, external)
