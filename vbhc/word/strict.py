"""Files in the Strict form of ISO/IEC 29500 (Word: "Strict Open XML Document"), whose names are not the usual ones."""

from __future__ import annotations

import re

_SIGN = b"purl.oclc.org/ooxml"
_NAME = re.compile(
    rb"""(?P<before>(?:xmlns(?::[\w.-]+)?|Type)\s*=\s*["'])http://purl\.oclc\.org/ooxml/(?P<room>\w+)(?P<rest>[\w/]*)"""
)
_PROPERTIES = re.compile(rb"(custom|extended)Properties$")
_CONFORMANCE = re.compile(rb"""(:conformance\s*=\s*["'])strict(?=["'])""")


def as_transitional(data: bytes) -> bytes:
    """A part of a Strict file with the names that other files have; another part as it is."""
    if _SIGN not in data:
        return data
    return _CONFORMANCE.sub(rb"\1transitional", _NAME.sub(_transitional, data))


def _transitional(strict: re.Match[bytes]) -> bytes:
    rest = _PROPERTIES.sub(rb"\1-properties", strict["rest"])
    return strict["before"] + b"http://schemas.openxmlformats.org/" + strict["room"] + b"/2006" + rest
