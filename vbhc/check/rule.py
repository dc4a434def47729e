"""What a rule is: one question put to a document, with its clause, how sure it is, and examples of wrong and right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from vbhc.findings import Severity
from vbhc.layout import load_decree
from vbhc.recognition.values import Recognised
from vbhc.word.view import Place


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that breaks a rule: what was found and expected there, and what to do; texts are Vietnamese.

    ``place``: ``None`` for the document as a whole.
    """

    message: str
    hint: str
    place: Place | None = None


Find: TypeAlias = Callable[[Recognised], Iterator[Hit]]

_SEVERITIES: Mapping[str, Severity] = {
    "A": Severity.ERROR,
    "B": Severity.WARNING,
    "C": Severity.WARNING,
    "M": Severity.HINT,
    "D": Severity.HINT,
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from: how sure it is (``muc``, A–M), its clause, and the days between which it holds."""

    muc: str
    can_cu: str
    tu: date = load_decree().hieu_luc_tu
    den: date | None = None

    @property
    def severity(self) -> Severity:
        """How grave its findings are: only what the decree itself says (A) is an error."""
        return _SEVERITIES[self.muc]

    def holds_on(self, day: date | None) -> bool:
        """Whether it judges a document of that day; one without a date is judged as one of today."""
        return day is None or (self.tu <= day and (self.den is None or day <= self.den))


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a rule wants (``ten``), why, and an example of what is wrong and of what is right; Vietnamese."""

    ten: str
    vi_sao: str
    sai: str
    dung: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; ``slug`` names the defect. ``moi_tep``: it also holds for documents that the decree does not judge."""

    code: str
    slug: str
    source: Source
    lesson: Lesson
    find: Find
    moi_tep: bool = False


def rule(code: str, slug: str, source: Source, lesson: Lesson, *, moi_tep: bool = False) -> Callable[[Find], Rule]:
    """Make a rule of the function that finds what breaks it."""

    def made(find: Find) -> Rule:
        return Rule(code, slug, source, lesson, find, moi_tep)

    return made
