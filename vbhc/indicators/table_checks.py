"""What can be wrong in any table, of indicators or of tasks: columns, codes, agencies that lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from vbhc.findings import Finding
from vbhc.indicators.co_quan import doubt_about
from vbhc.indicators.columns import label_of_field
from vbhc.indicators.defects import finding
from vbhc.indicators.kinds import TableKind
from vbhc.indicators.rows import Line
from vbhc.indicators.table import Table


def missing_columns(table: Table, kind: TableKind) -> Iterator[Finding]:
    """A plan has baselines in place of results; otherwise every expected column is needed."""
    header = table.header
    for name in kind.expected:
        if name not in header.columns and not (name == "thuc_hien" and header.moc):
            yield finding("thieu-cot", f"{table.sheet.name}, dòng {header.top + 1}", loai=label_of_field(name))


def doubtful_leads(table: Table, lines: Iterable[Line]) -> Iterator[Finding]:
    """Lead agencies that name no single one, or only letters that nobody knows; each once, where it first stands."""
    said: set[str] = set()
    for line in lines:
        lead = table.phan_cong(line, "chu_tri")
        for ten in lead.ten:
            slug = doubt_about(ten)
            if slug and ten not in said:
                said.add(ten)
                yield finding(slug, lead.o, text=ten)


@dataclass(slots=True)
class Codes:
    """The codes met so far, each with its cell."""

    seen: dict[str, str] = field(default_factory=dict)

    def check(self, line: Line) -> Iterator[Finding]:
        """A code that Excel made a date of, or that stood in another cell before."""
        if line.code.number is None and not isinstance(line.code.value, str):
            yield finding("o-bi-doi-thanh-ngay", line.code.o, ten="STT", text=line.code.text, dung=line.ma)
        if line.ma in self.seen:
            yield finding("trung-ma", line.code.o, ma=line.ma, truoc=self.seen[line.ma])
        if line.ma:
            self.seen.setdefault(line.ma, line.code.o)
