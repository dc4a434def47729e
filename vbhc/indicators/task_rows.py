"""What each row under a header of tasks is: a group, an indicator with its first task, or one more task of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from vbhc.indicators.chi_tieu import NhomChiTieu
from vbhc.indicators.header import Header, first_row
from vbhc.indicators.rows import Line, entries, read_line
from vbhc.indicators.sheet import Cell, Sheet

_TASK = ("nhiem_vu", "chu_tri", "phoi_hop", "ket_qua", "thoi_gian")


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One row of tasks: ``head`` is the row of its indicator, ``headings`` are the rows of the groups above it."""

    line: Line
    head: Line
    nhom: NhomChiTieu
    headings: tuple[int, ...]


def names_indicators(header: Header) -> bool:
    """Whether the table tells which indicators its tasks serve; otherwise the names are the tasks themselves."""
    return header.columns["ten"] != header.columns["nhiem_vu"]


def read_task_lines(sheet: Sheet, header: Header) -> list[Line]:
    """The rows under the header; the name is "" in a row that goes on with the indicator above it.

    Empty rows and repetitions of the header are left out, but not an empty row beside merged cells of an indicator.
    """
    label = header.labels[header.columns["ten"]]
    lines = (_line(sheet, header, row) for row in range(first_row(sheet, header), len(sheet.rows)))
    return [line for line in lines if line and line.ten != label]


def _line(sheet: Sheet, header: Header, row: int) -> Line | None:
    merged = any((row, header.columns[name]) in sheet.covered for name in ("ma", "ten") if name in header.columns)
    values = merged or _has_task(sheet, header, row)
    line = read_line(sheet, header, row, values=values)
    if line is None:
        name = header.columns["ten"]
        return Line(row, Cell(sheet.name, (row, header.columns.get("ma", name))), "", "", values) if values else None
    goes_on = line.code.empty and (merged or not names_indicators(header))
    return replace(line, ten="") if values and goes_on else line


def _has_task(sheet: Sheet, header: Header, row: int) -> bool:
    """Whether the row is more than a heading; what is merged over many rows, headings among them, does not tell."""
    own_names = names_indicators(header)
    uncoded = "ma" not in header.columns or sheet.cell(row, header.columns["ma"]).empty
    for name in _TASK if own_names else _TASK[1:]:
        column = header.columns.get(name)
        if column is None:
            continue
        alone = (row + 1, column) not in sheet.covered and not sheet.cell(row, column).empty
        tells = name == "nhiem_vu" or (uncoded and not own_names)
        if alone or (tells and not sheet.resolved(row, column).empty):
            return True
    return False


def task_lines(lines: list[Line]) -> Iterator[TaskLine]:
    """The rows of tasks with their indicators; a row without number and name goes on with the one above it."""
    head: Line | None = None
    above: tuple[int, ...] = ()
    for entry in entries(lines):
        for line in (entry.line, *entry.parts):
            begins = bool(line.ten) or (line is entry.line and bool(line.ma))
            if head is None or begins or entry.headings != above:
                head, above = line, entry.headings
            yield TaskLine(line, head, entry.nhom, entry.headings)
