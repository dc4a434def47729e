"""Files checked one after another, what came of each told, and the exit code that sums it up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from vbhc.check import Found, UnknownRuleError, chosen_rules, examine, marked_copy
from vbhc.check.running import FAULT
from vbhc.cli.progress import Progress
from vbhc.cli.unexpected import said_of
from vbhc.errors import PackageError
from vbhc.findings import Finding, Location, Severity
from vbhc.saving import refuse_occupied, save


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks of ``vbhc check``; ``least``: findings below this level are not told."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    least: str = Severity.HINT
    as_json: bool = False
    sarif: bool = False
    mark: str | None = None
    force: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: its findings, or, where it is not ``readable``, the reasons; ``kind`` is "" then."""

    file: str
    found: tuple[Found, ...]
    kind: str = ""
    ngoai_pham_vi: str = ""
    readable: bool = True

    def told(self, least: str) -> tuple[Found, ...]:
        """The findings from this level up."""
        levels = list(Severity)
        return tuple(it for it in self.found if levels.index(it.finding.severity) <= levels.index(Severity(least)))

    @property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each level, told or not."""
        return Counter(it.finding.severity for it in self.found)

    @property
    def code(self) -> int:
        """The exit code for this file: 2 also where a rule of ours broke down, for then not all was looked at."""
        if not self.readable or any(it.finding.code == FAULT for it in self.found):
            return 2
        return 1 if self.counts[Severity.ERROR] else 0


def check_files(files: Sequence[str], asked: Asked) -> Iterator[Outcome]:
    """Each file checked in turn; while it goes on, a terminal shows how far it is."""
    with Progress(len(files), unit="tệp") as progress:
        for file in files:
            yield _checked(file, asked)
            progress.step(file)


def refuse_wrong_use(files: Sequence[str], asked: Asked) -> None:
    """Everything that can be said before a file is opened; raises `click.UsageError`, `OutputError`."""
    if asked.as_json and asked.sarif:
        raise click.UsageError("Chỉ dùng một trong hai: --json hoặc --sarif.")
    if asked.mark is not None and len(files) > 1:
        raise click.UsageError("--mark chỉ dùng khi kiểm tra một tệp; hãy chạy riêng từng tệp.")
    if asked.mark is not None and _same_file(asked.mark, files[0]):
        raise click.UsageError(f"--mark không ghi đè chính tệp được kiểm tra «{files[0]}»; hãy chọn tên khác.")
    if asked.mark is not None:
        refuse_occupied(Path(asked.mark), overwrite=asked.force)
    try:
        chosen_rules(asked.select, asked.ignore)
    except UnknownRuleError as error:
        raise click.UsageError(f"{error.message} Xem các quy tắc: vbhc rules.") from None


def write_marked(outcome: Outcome, asked: Asked) -> str:
    """Write the marked copy and give the words that tell of it; raises `OutputError`."""
    if asked.mark is None or not outcome.readable:
        return ""
    found = outcome.told(asked.least)
    save(marked_copy(outcome.file, found), asked.mark, overwrite=asked.force)
    return f"Đã ghi bản có chú thích {asked.mark}: {len(found)} chú thích."


def _checked(file: str, asked: Asked) -> Outcome:
    try:
        checked = examine(file, select=asked.select, ignore=asked.ignore)
    except PackageError as error:
        reasons = error.report.findings
    except Exception as error:  # of one file, and the others are still to be checked
        reasons = (Finding("VB202", "loi-ngoai-du-kien", Severity.ERROR, said_of(error).replace("\n", " ")),)
    else:
        return Outcome(file, checked.found, checked.kind, checked.doc.ngoai_pham_vi)
    located = (replace(it, location=Location(it.location.place, file)) for it in reasons)
    return Outcome(file, tuple(map(Found, located)), readable=False)


def _same_file(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False  # one of them is not there
