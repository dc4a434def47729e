"""What a check found, as SARIF 2.1.0: the form in which other tools take findings (OASIS, 2020)."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote

from vbhc._version import __version__
from vbhc.check import RULES
from vbhc.check.rule import Rule
from vbhc.cli.checking import Outcome
from vbhc.findings import Finding, Severity

Json: TypeAlias = dict[str, Any]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def to_sarif(outcomes: Sequence[Outcome], least: str) -> str:
    """One run: all rules with what they teach, a result for each finding, and why files could not be read."""
    indexes = {rule.code: at for at, rule in enumerate(RULES)}
    run = {
        "tool": {"driver": {"name": "vbhc", "version": __version__, "rules": [_rule(it) for it in RULES]}},
        "language": "vi-VN",
        "invocations": [_invocation(outcomes)],
        "results": list(_results(outcomes, least, indexes)),
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(rule: Rule) -> Json:
    lesson, source = rule.lesson, rule.source
    taught = f"{lesson.vi_sao}\nSai: {lesson.sai}\nĐúng: {lesson.dung}\nCăn cứ: {source.can_cu}"
    return {
        "id": rule.code,
        "name": rule.slug,
        "shortDescription": {"text": lesson.ten},
        "fullDescription": {"text": lesson.vi_sao},
        "help": {"text": taught},
        "defaultConfiguration": {"level": _LEVELS[source.severity]},
        "properties": {"can_cu": source.can_cu, "muc": source.muc},
    }


def _invocation(outcomes: Sequence[Outcome]) -> Json:
    notes = [
        {"level": "error", "message": {"text": _said(it.finding)}, "locations": [_location(outcome, it.finding)]}
        for outcome in outcomes
        if not outcome.readable
        for it in outcome.found
    ]
    return {"executionSuccessful": not notes, "toolExecutionNotifications": notes}


def _results(outcomes: Sequence[Outcome], least: str, indexes: Mapping[str, int]) -> Iterator[Json]:
    for outcome in outcomes:
        for it in outcome.told(least) if outcome.readable else ():
            finding = it.finding
            index = {"ruleIndex": indexes[finding.code]} if finding.code in indexes else {}
            yield {
                "ruleId": finding.code,
                **index,
                "level": _LEVELS[finding.severity],
                "message": {"text": _said(finding)},
                "locations": [_location(outcome, finding)],
            }


def _said(finding: Finding) -> str:
    return f"{finding.message} → {finding.hint}" if finding.hint else finding.message


def _location(outcome: Outcome, finding: Finding) -> Json:
    place = finding.location.place
    logical = {"logicalLocations": [{"fullyQualifiedName": place}]} if place else {}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(outcome.file)}}, **logical}


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))
