"""The rows of a sheet put together: tasks with their indicators, and the findings of the whole table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from vbhc.findings import Finding
from vbhc.indicators.co_quan import DanhBa
from vbhc.indicators.defects import finding
from vbhc.indicators.header import Header
from vbhc.indicators.kinds import TASKS
from vbhc.indicators.nhiem_vu import NOTHING, NhiemVu, ONguon, TenChiTieu
from vbhc.indicators.reading import BLANK
from vbhc.indicators.rows import Line
from vbhc.indicators.sheet import Cell, Sheet
from vbhc.indicators.source import Block, Built, SourceTable
from vbhc.indicators.table import Table
from vbhc.indicators.table_checks import Codes, broken, doubtful_leads, missing_columns, rows_left_out
from vbhc.indicators.task_rows import TaskLine, names_indicators, read_task_lines, task_lines

_TEXTS = ("nhiem_vu", "ket_qua", "thoi_gian", "ghi_chu")


@dataclass(slots=True)
class _Seen:
    """The codes of indicators, what is numbered under each name cell, and the cells that something was said of."""

    codes: Codes = field(default_factory=Codes)
    names: dict[str, list[Line]] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)


def build_tasks(sheet: Sheet, header: Header, danh_ba: DanhBa) -> Built[NhiemVu]:
    """The tasks of a sheet, everything that was found in it, and how its rows stand."""
    lines = read_task_lines(sheet, header)
    table = Table.of(sheet, header, danh_ba, lines)
    seen, findings = _Seen(), [*sheet.findings, *header.findings, *missing_columns(table, TASKS)]
    tasks, blocks = [], {}
    for row in task_lines(lines):
        task = _task(table, row)
        tasks.append(task)
        blocks[task.dong] = Block((row.line.row,), row.head.row, row.headings)
        if row.line is row.head:
            findings += _of_indicator(table, row.head, seen)
        findings += _of_task(table, row, seen)
    findings += [*doubtful_leads(table, lines), *_shared_names(seen.names)]
    if not tasks:
        findings.append(finding(TASKS.no_rows, sheet.name))
    source = SourceTable(sheet, header, ("ma", "ten"), blocks)
    return Built(tuple(tasks), (*findings, *rows_left_out(source)), source)


def _task(table: Table, row: TaskLine) -> NhiemVu:
    return NhiemVu(
        chi_tieu=_indicator(table, row.head),
        dong=row.line.row + 1,
        nhom=row.nhom,
        chu_tri=table.phan_cong(row.line, "chu_tri"),
        phoi_hop=table.phan_cong(row.line, "phoi_hop"),
        **{name: _text(table.cell(row.line, name)) for name in _TEXTS},
    )


def _indicator(table: Table, head: Line) -> TenChiTieu:
    named = names_indicators(table.header)
    cell = table.cell(head, "ten") if named else head.code
    return TenChiTieu(head.ma, head.ten if named else "", cell.o if cell else "")


def _text(cell: Cell | None) -> ONguon:
    return ONguon("" if cell.error else cell.written, cell.o) if cell else NOTHING


def _of_indicator(table: Table, head: Line, seen: _Seen) -> Iterator[Finding]:
    yield from seen.codes.check(head)
    if not names_indicators(table.header):
        return
    name = table.cell(head, "ten")
    if head.ma and name and name.empty:
        yield finding("chi-so-khong-co-ten", name.o, ma=head.ma)
    elif head.ma and name:
        seen.names.setdefault(name.o, []).append(head)
    elif head.ten and "ma" in table.header.columns:
        yield finding("chi-so-khong-co-stt", head.code.o, ten=head.ten[:60])
    elif not head.ten:
        yield finding("nhiem-vu-khong-co-chi-so", head.code.o, dong=head.row + 1)


def _shared_names(names: dict[str, list[Line]]) -> Iterator[Finding]:
    for o, heads in names.items():
        if len(heads) > 1:
            codes = ", ".join(head.ma for head in heads)
            yield finding("o-gop-qua-hai-chi-so", o, cac_ma=codes, ten=heads[0].ten[:60])


def _of_task(table: Table, row: TaskLine, seen: _Seen) -> Iterator[Finding]:
    """One finding a cell, however many rows it is merged over; of a row without a task only that it has none."""
    line = row.line
    ten = f"chỉ số {row.head.ma}" if row.head.ma else f"nhiệm vụ ở dòng {line.row + 1}"
    cells = {name: cell for name in (*_TEXTS, "chu_tri", "phoi_hop") if (cell := table.cell(line, name))}
    wrong = list(broken(cells.values(), ten))
    if BLANK.fullmatch(cells["nhiem_vu"].text):
        wrong.append(finding("dong-khong-co-nhiem-vu", cells["nhiem_vu"].o, ten=ten, dong=line.row + 1))
    else:
        if "chu_tri" in cells and not table.phan_cong(line, "chu_tri").co_quan:
            wrong.append(finding("thieu-co-quan-chu-tri", cells["chu_tri"].o, ten=ten))
        if "thoi_gian" in cells and BLANK.fullmatch(cells["thoi_gian"].text):
            wrong.append(finding("thieu-thoi-gian", cells["thoi_gian"].o, ten=ten))
    for it in wrong:
        if it.location.place not in seen.told:
            seen.told.add(it.location.place)
            yield it
