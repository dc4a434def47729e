"""From a letter and what is to be different about it to the bytes of a DOCX."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from support.handmade.parts import package
from support.handmade.values import Letter, changed
from support.package import Package

Changes = Mapping[str, Any]


class Maker(Protocol):
    """Makes one letter, changed first by each of ``sets`` and then by keyword."""

    def __call__(self, *sets: Changes, **changes: Any) -> bytes: ...


def altered(letter: Letter, *sets: Changes, **changes: Any) -> Letter:
    """``letter`` changed by each of ``sets`` and then by ``changes``, field by field as `changed` says."""
    for every in (*sets, changes):
        letter = changed(letter, every)
    return letter


def made(letter: Letter, *sets: Changes, **changes: Any) -> bytes:
    """The DOCX of ``letter``, changed as `altered` says."""
    return package(altered(letter, *sets, **changes)).write()


def maker(letter: Letter) -> Maker:
    """A function that makes ``letter``."""

    def make(*sets: Changes, **changes: Any) -> bytes:
        return made(letter, *sets, **changes)

    return make


def edited(data: bytes, part: str, old: str, new: str) -> bytes:
    """``data`` with ``old`` replaced by ``new`` in the XML of ``part``, where ``old`` must stand."""
    return Package.read(data).edited(part, old, new).write()
