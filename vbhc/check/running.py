"""The rules put to a document: those that hold for it, every finding with its place, in the order of the document."""

from __future__ import annotations

import traceback
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from vbhc.check.choosing import chosen_rules
from vbhc.check.registry import FOR_ISSUED_TOO
from vbhc.check.rule import Rule
from vbhc.check.rules.scope import why_not_judged
from vbhc.findings import Finding, Location, Report, Severity
from vbhc.recognition import recognise
from vbhc.recognition.values import Recognised
from vbhc.word.view import Place, open_view

FAULT, _FAULT_SLUG = "VB201", "quy-tac-hong"
_BODY = "word/document.xml"


class RuleFaultWarning(RuntimeWarning):
    """A rule broke down: a fault of vbhc, not of the document. It is told as a finding too."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with the place it is of; ``can_cu``: the clause of its rule."""

    finding: Finding
    place: Place | None = None
    can_cu: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """A document with what was found, in the order of the document."""

    doc: Recognised
    found: tuple[Found, ...]

    @property
    def report(self) -> Report:
        """The findings alone."""
        return Report.of(it.finding for it in self.found)

    @property
    def not_judged(self) -> str:
        """Why the decree does not judge it, in Vietnamese; "" when it does."""
        return why_not_judged(self.doc)

    @property
    def kind(self) -> str:
        """What the document is, in Vietnamese: "kế hoạch", "công văn"."""
        return self.doc.ten_loai.lower() or self.doc.loai.value


def examine(source: bytes | str | Path, *, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Checked:
    """A DOCX held against the rules; ``select`` and ``ignore`` as in `chosen_rules`.

    Raises `PackageError` for what is no readable DOCX, and `UnknownRuleError`.
    """
    rules = chosen_rules(select, ignore)
    doc = recognise(open_view(source))
    file = None if isinstance(source, bytes) else str(source)
    found = [it for rule in rules if _holds(rule, doc) for it in _put(rule, doc, file)]
    return Checked(doc, tuple(sorted(found, key=_where)))


def _holds(rule: Rule, doc: Recognised) -> bool:
    return rule.source.holds_on(doc.ngay) and (rule.moi_tep or not doc.ngoai_pham_vi)


def _put(rule: Rule, doc: Recognised, file: str | None) -> Iterator[Found]:
    """What a rule finds; where it breaks down, what it found before, and a finding that says so."""
    try:
        for hit in (hit for each in (doc, *_issued(rule, doc)) for hit in rule.find(each)):
            location = Location("" if hit.place is None else hit.place.words, file)
            finding = Finding(rule.code, rule.slug, rule.source.severity, hit.message, hit.hint, location)
            yield Found(finding, hit.place, rule.source.can_cu)
    except Exception as error:
        yield _fault(rule, error, file)


def _issued(rule: Rule, doc: Recognised) -> tuple[Recognised, ...]:
    return doc.kem_theo if rule.code in FOR_ISSUED_TOO else ()


def _fault(rule: Rule, error: Exception, file: str | None) -> Found:
    last = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}: {error} ({Path(last.filename).name}:{last.lineno})"
    # Where warnings are errors, as in our tests, this raises.
    warnings.warn(f"{rule.code} {rule.slug} broke down: {what}", RuleFaultWarning, stacklevel=1)
    message = f"quy tắc {rule.code} ({rule.lesson.ten}) chưa xét được hết, do lỗi của vbhc: {what}"
    hint = "báo cho người phụ trách vbhc, kèm tệp này"
    return Found(Finding(FAULT, _FAULT_SLUG, Severity.ERROR, message, hint, Location("", file)))


def _where(found: Found) -> tuple[int, str, int]:
    """The document as a whole, the body from its beginning, then headers, footers and notes part by part."""
    if found.place is None:
        return (0, "", 0)
    if found.place.part == _BODY:
        return (1, "", found.place.index)
    return (2, found.place.part, found.place.index)
