"""Reading XML parts safely: no DTD, no entities, no network; and the names WordprocessingML goes by."""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"

XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@cache
def w(name: str) -> str:
    """The full name of a WordprocessingML element or attribute: ``w("p")`` is the paragraph."""
    return f"{{{W}}}{name}"


def parse_xml(data: bytes) -> Element:
    """The root of an XML part; raises ``etree.XMLSyntaxError`` when it is not well formed."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(data, parser)


def serialize(root: Element) -> bytes:
    """The part as Office writes it: UTF-8 with the standalone declaration."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def number(element: Element | None, attribute: str, default: int | None = None) -> int | None:
    """A whole number in a ``w:`` attribute; ``default`` when the element or attribute is missing or no number."""
    value = None if element is None else element.get(w(attribute))
    try:
        return default if value is None else int(float(value))
    except (ValueError, OverflowError):
        return default
