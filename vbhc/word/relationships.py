"""The links between parts of an Office file, as the .rels parts hold them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from vbhc.word.xmltree import RELATIONSHIPS, parse_xml, serialize

_RELATIONSHIP = f"{{{RELATIONSHIPS}}}Relationship"

_EMPTY = f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode()


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from a part (``owner``; "" is the package) to ``target``: a part name, or an address when ``external``."""

    owner: str
    type: str
    id: str
    target: str = ""
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of the type: "header", "styles", "hyperlink"."""
        return self.type.rpartition("/")[2]


def rels_part(owner: str) -> str:
    """The name of the part that holds the links of ``owner``."""
    folder, name = posixpath.split(owner)
    return posixpath.join(folder, "_rels", name + ".rels")


def owner_of(rels_name: str) -> str:
    """The part whose links ``rels_name`` holds: the inverse of `rels_part`."""
    folder, name = posixpath.split(rels_name)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def read_relationships(owner: str, rels: bytes) -> Iterator[Relationship]:
    """The links written in a .rels part, internal targets resolved to part names."""
    for entry in parse_xml(rels).iterfind(_RELATIONSHIP):
        external = entry.get("TargetMode", "").lower() == "external"
        target = entry.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(owner), target)).lstrip("/")
        yield Relationship(owner, entry.get("Type", ""), entry.get("Id", ""), target, external)


def add_relationships(rels: bytes | None, added: Sequence[Relationship]) -> bytes:
    """The .rels part with ``added``, links of one owner, in it; unchanged where it links to their targets already.

    Raises ``ValueError`` when the id of one is taken by another link: a fault of the calling code.
    """
    links = list(read_relationships(added[0].owner, rels)) if rels else []
    there, taken = {(link.type, link.target) for link in links}, {link.id for link in links}
    new = [rel for rel in added if (rel.type, rel.target) not in there]
    if rels and not new:
        return rels
    root = parse_xml(rels or _EMPTY)
    for rel in new:
        if rel.id in taken:
            raise ValueError(f"{rel.owner or 'the package'} has a relationship {rel.id} already")
        etree.SubElement(root, _RELATIONSHIP, {"Id": rel.id, "Type": rel.type, "Target": "/" + rel.target})
    return serialize(root)
