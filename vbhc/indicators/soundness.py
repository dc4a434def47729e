"""What makes the inside of a workbook unreadable, and the ways to read it that say so."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from xml.etree import ElementTree


class UnsoundError(Exception):
    """The inside of a file is cut short or contradicts itself."""


class EncryptedError(Exception):
    """The file has a password."""


def unpack(form: str, data: bytes, offset: int = 0) -> tuple[int, ...]:
    """``struct.unpack_from`` that raises `UnsoundError` where the data end too early."""
    try:
        return struct.unpack_from(form, data, offset)
    except struct.error as error:
        raise UnsoundError from error


def whole_number(text: str) -> int:
    """The number in an attribute; raises `UnsoundError` for anything else."""
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise UnsoundError
    return int(text)


def xml_events(xml: bytes) -> Iterator[tuple[str, ElementTree.Element]]:
    """The elements of a part as they begin and end; raises `UnsoundError` when it is not well formed."""
    try:
        yield from ElementTree.iterparse(io.BytesIO(xml), events=("start", "end"))
    except (ElementTree.ParseError, ValueError, LookupError) as error:  # the last two for its encoding
        raise UnsoundError from error


def local_name(element: ElementTree.Element) -> str:
    """The name without its namespace."""
    return element.tag.rpartition("}")[2]
