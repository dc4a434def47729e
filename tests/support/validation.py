"""One question asked of every DOCX that a test writes: would Word open it without a word of complaint?"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Set
from pathlib import Path

from support.audit import audit_problems
from support.package import Package
from support.sdk import WAITING, shape
from support.structure import structural_problems

BROKEN_FOLDER, TEMPLATE_FOLDER = "broken", "templates"


def problems(data: bytes, *, tags: bool = False, label: str = "a DOCX in memory") -> list[str]:
    """What the in-process checks say against a DOCX; a sound one of a new shape is kept for the SDK's check."""
    try:
        package = Package.read(data)
    except zipfile.BadZipFile as error:
        return [f"not a zip: {error}"]
    found = structural_problems(package, tags=tags)
    if found or (its_shape := shape(package)) in WAITING:
        return found
    found = audit_problems(data)
    if not found:
        WAITING.add(its_shape, label, data)
    return found


def validate(data: bytes, *, tags: bool = False) -> None:
    """Fail unless ``data`` is a DOCX that Word would open; ``tags``: template tags may stand in its text."""
    found = problems(data, tags=tags)
    assert not found, "\n".join(["the DOCX is not sound:", *found])


def problems_below(folder: Path, *, tags: bool = False, skip: Set[Path] = frozenset()) -> Iterator[str]:
    """The problems of every ``*.docx`` below ``folder``, each with its path; the folders in ``skip`` are left out.

    A folder named ``broken`` is not looked into, and below one named ``templates`` tags are in place.
    """
    for path in sorted(folder.rglob("*.docx")):
        folders = path.relative_to(folder).parts[:-1]
        if BROKEN_FOLDER not in folders and path.is_file() and skip.isdisjoint(path.parents):
            found = problems(path.read_bytes(), tags=tags or TEMPLATE_FOLDER in folders, label=str(path))
            yield from (f"{path}: {problem}" for problem in found)
