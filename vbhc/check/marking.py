"""A copy of the document in which each finding is a comment of Word at its place."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from vbhc.check.running import Found
from vbhc.findings import NHAN_MUC_DO
from vbhc.word.comments import Comment, with_comments
from vbhc.word.package import Package

AUTHOR = "vbhc"


def marked_copy(source: bytes | str | Path, found: Iterable[Found]) -> bytes:
    """The DOCX with a comment for each finding; all else is kept. The same findings give the same bytes.

    Word knows no comments in headers, footers and notes: such findings, and those of the document as a whole, stand at
    the first paragraph of the body and say where. Raises `PackageError`.
    """
    package = Package.open(source, for_reading=True)
    return with_comments(package, [_comment(it, package.main) for it in found], author=AUTHOR).to_bytes()


def _comment(found: Found, body: str) -> Comment:
    finding, place = found.finding, found.place
    at_place = place is not None and place.part == body
    where = f" ({place.words})" if place is not None and not at_place else ""
    first = f"{NHAN_MUC_DO[finding.severity]} {finding.code}{where}: {finding.message}"
    advice = [f"→ {finding.hint}"] if finding.hint else []
    clause = [f"Căn cứ: {found.can_cu}"] if found.can_cu else []
    return Comment((first, *advice, *clause), place.index if place is not None and at_place else None)
