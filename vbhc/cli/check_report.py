"""What a check found, as staff read it on a screen and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from vbhc.check import Found
from vbhc.cli.checking import Outcome
from vbhc.cli.tables import aligned
from vbhc.findings import Severity

_LEVELS = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo", Severity.HINT: "Gợi ý"}


def describe(outcomes: Sequence[Outcome], least: str) -> str:
    """Each readable file with its findings from level ``least`` up; a table of all files where there are several."""
    blocks = ["\n".join(_lines(outcome, least)) for outcome in outcomes if outcome.readable]
    if len(outcomes) > 1:
        blocks.append("\n".join(aligned(list(_rows(outcomes)))))
    return "\n\n".join(blocks)


def reasons(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Why files could not be read, a line for each reason."""
    for outcome in outcomes:
        if not outcome.readable:
            yield from (str(it.finding) for it in outcome.found)


def to_json(outcomes: Sequence[Outcome], least: str) -> str:
    """A list of files, each with its findings."""
    listed = [
        {
            "file": outcome.file,
            "readable": outcome.readable,
            "loai": outcome.kind,
            "ngoai_pham_vi": outcome.ngoai_pham_vi,
            "findings": [_finding(it) for it in outcome.told(least)],
        }
        for outcome in outcomes
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2)


def _lines(outcome: Outcome, least: str) -> Iterator[str]:
    yield from (str(it.finding) for it in outcome.told(least))
    counts = ", ".join(f"{outcome.counts[level]} {name.lower()}" for level, name in _LEVELS.items())
    yield f"{outcome.file}: {outcome.kind}; {counts if outcome.found else 'không thấy chỗ nào cần sửa'}."


def _rows(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, ...]]:
    yield ("Tệp", "Loại", *_LEVELS.values())
    for outcome in outcomes:
        if outcome.readable:
            yield (outcome.file, outcome.kind, *(str(outcome.counts[level]) for level in _LEVELS))
        else:
            yield (outcome.file, "không đọc được", *("-" for _ in _LEVELS))


def _finding(found: Found) -> dict[str, str]:
    finding = found.finding
    own = {"slug": finding.slug, "place": finding.location.place, "can_cu": found.can_cu}
    return finding.to_dict() | own
