"""The refusal of a document that is not JSON or YAML at all, or says one thing twice."""

from __future__ import annotations

from vbhc.errors import VbhcError
from vbhc.findings import Finding, Location, Report, Severity

STDIN, STANDARD = "đầu vào chuẩn", "đầu vào, đầu ra chuẩn"

_CODES = {"khong-doc-duoc": "VB101", "bang-ma-la": "VB102", "khong-co-noi-dung": "VB103"}
_CODES |= {"sai-cu-phap": "VB104", "truong-lap-lai": "VB105"}
_MAX_SHOWN = 60


class UnreadableDocumentError(VbhcError):
    """A file of a văn bản cannot be read as plain data; the report says where and why."""


def unreadable(slug: str, name: str, message: str, hint: str, *, place: str = "") -> UnreadableDocumentError:
    """The refusal with one finding."""
    return refusal(name, defect(slug, name, message, hint, place=place))


def refusal(name: str, *findings: Finding) -> UnreadableDocumentError:
    """The refusal of the document ``name`` with all that was found."""
    return UnreadableDocumentError(f"Không đọc được văn bản từ {name}.", report=Report(findings))


def defect(slug: str, name: str, message: str, hint: str, *, place: str = "") -> Finding:
    """One finding that makes the document ``name`` unreadable."""
    return Finding(_CODES[slug], slug, Severity.ERROR, message, hint, Location(place, name))


def line_of(text: str, number: int) -> str:
    """Line ``number`` (from 1) of ``text``, cut to what fits into a message."""
    lines = text.split("\n")
    return shortened(lines[number - 1].strip()) if number <= len(lines) else ""


def shortened(text: str) -> str:
    """``text`` cut to what fits into a message."""
    return text if len(text) <= _MAX_SHOWN else f"{text[:_MAX_SHOWN]}…"
