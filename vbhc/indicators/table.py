"""The table of a sheet: its cells by field, and what was found out about all of it before its rows are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from vbhc.indicators.co_quan import NOBODY, DanhBa, PhanCong
from vbhc.indicators.header import Header
from vbhc.indicators.rows import Line
from vbhc.indicators.sheet import Cell, Sheet

_AGENCIES = ("chu_tri", "phoi_hop")


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet under its header: ``assigned`` are the agencies of each text, ``marks`` the decimal marks of columns."""

    sheet: Sheet
    header: Header
    assigned: Mapping[str, PhanCong]
    marks: Mapping[str, str]

    @classmethod
    def of(cls, sheet: Sheet, header: Header, danh_ba: DanhBa, lines: Sequence[Line]) -> Table:
        """The table whose rows are ``lines``."""
        assigned = danh_ba.read_all(_agency_texts(sheet, header, lines))
        return cls(sheet, header, assigned, _decimal_marks(sheet, header, lines))

    def cell(self, line: Line, name: str) -> Cell | None:
        """The cell of a field in a row; ``None`` when the table has no such column."""
        column = self.header.columns.get(name)
        return None if column is None else self.sheet.resolved(line.row, column)

    def label(self, name: str) -> str:
        """The label of the column of a field, "" without one."""
        column = self.header.columns.get(name)
        return "" if column is None else self.header.labels[column]

    def decimal(self, name: str) -> str:
        """The decimal mark that the texts of a column show, "" when they show none or both."""
        return self.marks.get(name, "")

    def text(self, line: Line, name: str) -> str:
        """The text of a field, "" without one."""
        cell = self.cell(line, name)
        return cell.text if cell else ""

    def phan_cong(self, line: Line, name: str) -> PhanCong:
        """The agencies of a field."""
        cell = self.cell(line, name)
        return replace(self.assigned[_names(cell)], o=cell.o) if cell else NOBODY


def _agency_texts(sheet: Sheet, header: Header, lines: Iterable[Line]) -> Iterator[str]:
    for name in _AGENCIES:
        if name in header.columns:
            yield from (_names(sheet.resolved(line.row, header.columns[name])) for line in lines)


def _names(cell: Cell) -> str:
    """The text of a cell that names agencies: line breaks kept, they part names."""
    return "" if cell.error else cell.written


# "85,5" and "1.8675" can only have a decimal mark; "1.200" can have either, "1.2.3" none.
_DECIMAL = re.compile(r"(?<![\w.,/-])[0-9]+([.,])(?:[0-9]{1,2}|[0-9]{4,})(?![0-9.,])")


def _decimal_marks(sheet: Sheet, header: Header, lines: Iterable[Line]) -> dict[str, str]:
    """The decimal mark of the columns of targets and results, where their texts agree on one."""
    rows = [line.row for line in lines]
    marks = {}
    for name in {"muc_tieu", "thuc_hien"} & header.columns.keys():
        values = (sheet.resolved(row, header.columns[name]).value for row in rows)
        seen = {mark for value in values if isinstance(value, str) for mark in _DECIMAL.findall(value)}
        marks[name] = seen.pop() if len(seen) == 1 else ""
    return marks
