"""An independent witness: any DOCX held against the decree, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from vbhc.check.choosing import UnknownRuleError, chosen_rules, rules_named
from vbhc.check.marking import marked_copy
from vbhc.check.registry import RULES
from vbhc.check.running import Checked, Found, RuleFaultWarning, examine
from vbhc.findings import Report

__all__ = [
    "RULES",
    "Checked",
    "Found",
    "RuleFaultWarning",
    "UnknownRuleError",
    "check",
    "chosen_rules",
    "examine",
    "marked_copy",
    "rules_named",
]


def check(source: bytes | str | Path, *, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Report:
    """What a DOCX, ours or not, does otherwise than the decree asks; findings in the order of the document.

    ``select`` and ``ignore`` name rules by code ("KT002") or by the beginning of codes ("KT"). A document that the
    decree does not judge gets a hint that says so. Raises `PackageError` for what is no readable DOCX.
    """
    return examine(source, select=select, ignore=ignore).report
