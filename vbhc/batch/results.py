"""What came of the letters of a batch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from vbhc.findings import Finding, Location, Report, Severity


class LetterState(StrEnum):
    """What came of a letter: written; written, with findings to look at; not written."""

    OK = "ok"
    XEM_LAI = "xem_lai"
    LOI = "loi"


@dataclass(frozen=True, slots=True)
class LetterResult:
    """What came of one letter: its file in the folder, the SHA-256 of that, what was found.

    ``sha256`` is "" for a letter that was not written; ``van_tay`` is the fingerprint of what it was made from.
    """

    stt: int
    ten: str
    tep: str = ""
    goi_mau: str = ""
    sha256: str = ""
    van_tay: str = ""
    report: Report = field(default_factory=Report)

    @property
    def trang_thai(self) -> LetterState:
        """What came of it."""
        if not self.sha256:
            return LetterState.LOI
        return LetterState.XEM_LAI if self.report else LetterState.OK

    def to_dict(self) -> dict[str, Any]:
        """The result as plain data."""
        plain = {it.name: getattr(self, it.name) for it in fields(self) if it.name != "report"}
        return {**plain, "trang_thai": str(self.trang_thai), "findings": [it.to_dict() for it in self.report]}

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Self:
        """The result that plain data describes; raises `KeyError`, `ValueError` or `TypeError` where it is none."""
        named = {it.name: it.type for it in fields(cls) if it.name != "report"}
        kept = {name: plain[name] for name in named}
        if any(type(value).__name__ != named[name] for name, value in kept.items()):
            raise TypeError(kept)
        return cls(**kept, report=Report.of(_finding(it) for it in plain["findings"]))


def _finding(plain: Mapping[str, str]) -> Finding:
    place = Location(plain["location"])
    return Finding(plain["code"], "", Severity(plain["severity"]), plain["message"], plain["hint"], place)


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What came of a batch: the letters in their order, and what was found in none of them alone.

    ``gop``: the file of all letters, where one was asked for; ``tep_thua``: what an earlier run wrote that still stands
    in the folder and is nothing of this one.
    """

    out: Path
    letters: tuple[LetterResult, ...]
    findings: Report = field(default_factory=Report)
    gop: LetterResult | None = None
    tep_thua: tuple[LetterResult, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether all is written that was asked for."""
        whole = self.gop is None or self.gop.trang_thai is not LetterState.LOI
        return whole and not self.count(LetterState.LOI)

    def count(self, trang_thai: LetterState) -> int:
        """How many letters came out so."""
        return sum(letter.trang_thai is trang_thai for letter in self.letters)
