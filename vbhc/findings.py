"""What was found wrong, where, and how to mend it: frozen values that every room returns and the CLI prints."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How grave a finding is: ``error`` forbids the result, ``warning`` wants a look, ``hint`` is advice."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


NHAN_MUC_DO = {Severity.ERROR: "LỖI", Severity.WARNING: "CẢNH BÁO", Severity.HINT: "GỢI Ý"}


@dataclass(frozen=True, slots=True)
class Location:
    """Where a finding stands: a file (``None``: not from a file) and a place inside it, as staff would say it."""

    place: str = ""
    file: str | None = None

    def __str__(self) -> str:
        return ", ".join(part for part in (self.file, self.place) if part)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: what (``message``), where (``location``), what to do (``hint``); texts are Vietnamese.

    ``code`` is two letters and three digits that never change meaning; ``slug`` names the defect in words.
    """

    code: str
    slug: str
    severity: Severity
    message: str
    hint: str = ""
    location: Location = field(default_factory=Location)

    def __str__(self) -> str:
        where = f"{self.location}: " if str(self.location) else ""
        advice = f" → {self.hint}" if self.hint else ""
        return f"{NHAN_MUC_DO[self.severity]} {self.code} {where}{self.message}{advice}"

    def to_dict(self) -> dict[str, str]:
        """The finding as plain data: ``code``, ``severity``, ``location``, ``message``, ``hint``."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "location": str(self.location),
            "message": self.message,
            "hint": self.hint,
        }


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of one piece of work, in the order of the thing examined; false-y when there is none."""

    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Report:
        """A report of any iterable of findings."""
        return cls(tuple(findings))

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that forbid the result."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)

    @property
    def ok(self) -> bool:
        """Whether no finding forbids the result."""
        return not self.errors

    def __add__(self, other: Report) -> Report:
        return Report(self.findings + other.findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __str__(self) -> str:
        return "\n".join(str(finding) for finding in self.findings)

    def to_json(self) -> str:
        """The findings as a JSON array, Vietnamese letters kept."""
        return json.dumps([finding.to_dict() for finding in self.findings], ensure_ascii=False, indent=2)
