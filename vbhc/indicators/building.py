"""The rows of a sheet put together: indicators with their sub-rows, and the findings of the whole table."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from vbhc.findings import Finding
from vbhc.indicators.chi_tieu import ChiTieu, MocSoSanh
from vbhc.indicators.co_quan import DanhBa, PhanCong
from vbhc.indicators.columns import looks_like_label
from vbhc.indicators.defects import finding
from vbhc.indicators.header import Header
from vbhc.indicators.judging import judge_parts
from vbhc.indicators.kinds import INDICATORS
from vbhc.indicators.row_checks import check_row, missing_values
from vbhc.indicators.row_reading import Row, read_row, to_chi_tieu
from vbhc.indicators.rows import Entry, Line, entries, read_lines
from vbhc.indicators.sheet import Cell, Sheet
from vbhc.indicators.source import Block, Built, SourceTable
from vbhc.indicators.table import Table
from vbhc.indicators.table_checks import Codes, doubtful_leads, missing_columns, rows_left_out
from vbhc.indicators.units import is_known
from vbhc.indicators.values import DanhGia, GiaTri, LoaiGiaTri

_CELLS_NAMED = 10


@dataclass(slots=True)
class _Seen:
    """What has been met so far, for findings that need more than one row."""

    codes: Codes = field(default_factory=Codes)
    units: dict[str, list[Cell]] = field(default_factory=dict)
    bare_targets: list[Cell] = field(default_factory=list)


def build(sheet: Sheet, header: Header, danh_ba: DanhBa) -> Built[ChiTieu]:
    """The indicators of a sheet, everything that was found in it, and how its rows stand."""
    lines = read_lines(sheet, header)
    table = Table.of(sheet, header, danh_ba, lines)
    seen, findings = _Seen(), [*sheet.findings, *header.findings, *missing_columns(table, INDICATORS)]
    indicators, blocks = [], {}
    rows = [line.row for line in lines]
    for entry in entries(lines):
        chi_tieu, found = _indicator(table, entry, seen)
        indicators.append(chi_tieu)
        findings += found
        blocks[chi_tieu.dong] = _block(entry, rows)
    findings += doubtful_leads(table, lines)
    findings += [*_relabelled(sheet, header, lines), *_of_all(seen)]
    if not indicators:
        findings.append(finding(INDICATORS.no_rows, sheet.name))
    source = SourceTable(sheet, header, ("ma",), blocks)
    return Built(tuple(indicators), (*findings, *rows_left_out(source)), source)


def _block(entry: Entry, rows: Sequence[int]) -> Block:
    """The rows from that of the indicator to its last sub-row, with what stands between them ("Trong đó:")."""
    first = entry.line.row
    last = entry.parts[-1].row if entry.parts else first
    return Block(tuple(rows[bisect_left(rows, first) : bisect_right(rows, last)]), first, entry.headings)


def _indicator(table: Table, entry: Entry, seen: _Seen) -> tuple[ChiTieu, list[Finding]]:
    row = read_row(table, entry.line)
    parts = [read_row(table, line) for line in entry.parts]
    own = to_chi_tieu(table, row, entry.nhom)
    con = tuple(_part(table, part, own) for part in parts)
    chi_tieu = _with_parts(own, con) if con else own
    findings = [*seen.codes.check(entry.line), *check_row(row)]
    findings += missing_values(row) if not con else ()
    for part in parts:
        findings += [*_uncoded(table, part.line, entry.line), *check_row(part)]
        findings += missing_values(part) if not entry.line.has_values else ()
    findings += _without_lead(table, chi_tieu, (row, *parts))
    _note(seen, (row, *parts))
    return chi_tieu, findings


def _part(table: Table, part: Row, parent: ChiTieu) -> ChiTieu:
    con = to_chi_tieu(table, part, parent.nhom)
    return con if con.chu_tri.co_quan else replace(con, chu_tri=parent.chu_tri)


def _uncoded(table: Table, line: Line, parent: Line) -> Iterator[Finding]:
    """A sub-row is expected under a heading or a bullet; elsewhere its number may have been forgotten."""
    code = line.code
    merged = table.sheet.covered.get((line.row, table.header.columns.get("ma", 0)))
    if parent.has_values and code.empty and not merged:
        yield finding("dong-khong-co-stt", code.o, ten=line.ten[:60], cha=parent.ma)


def _without_lead(table: Table, chi_tieu: ChiTieu, rows: Sequence[Row]) -> Iterator[Finding]:
    """One finding for each row that nobody leads; sub-rows may leave it to their indicator, and the reverse."""
    if "chu_tri" not in table.header.columns:
        return
    without = [con.chu_tri.co_quan == () for con in chi_tieu.con] or [chi_tieu.chu_tri.co_quan == ()]
    for row, lacks in zip(rows[-len(without) :], without, strict=True):
        cell = table.cell(row.line, "chu_tri")
        if lacks and cell:
            yield finding("thieu-co-quan-chu-tri", cell.o, ten=row.context.ten)


def _note(seen: _Seen, rows: Iterable[Row]) -> None:
    for row in rows:
        if row.unit_cell and not row.unit_cell.empty:
            seen.units.setdefault(row.unit_cell.text, []).append(row.unit_cell)
        if row.target and row.target.reading.bare and row.target.cell.typed:
            seen.bare_targets.append(row.target.cell)


def _of_all(seen: _Seen) -> Iterator[Finding]:
    for unit, cells in seen.units.items():
        if not is_known(unit):
            yield finding("don-vi-la", cells[0].o, text=unit, so_dong=len(cells))
    if seen.bare_targets:
        addresses = [cell.o.rpartition("!")[2] for cell in seen.bare_targets]
        more = ["…"] if len(addresses) > _CELLS_NAMED else []
        said = ", ".join(addresses[:_CELLS_NAMED] + more)
        yield finding("muc-tieu-luu-dang-van-ban", seen.bare_targets[0].o, so_o=len(addresses), cac_o=said)


def _relabelled(sheet: Sheet, header: Header, lines: Sequence[Line]) -> Iterator[Finding]:
    """Headings that repeat the column labels in other words."""
    for line in lines:
        for column in header.moc if not line.has_values else ():
            cell = sheet.cell(line.row, column)
            if not cell.empty and looks_like_label(cell.text):
                what = {"ten": line.ten, "text": cell.text, "nhan": header.labels[column]}
                yield finding("nhan-cot-doi-giua-bang", cell.o, **what)


def _with_parts(own: ChiTieu, con: tuple[ChiTieu, ...]) -> ChiTieu:
    """An indicator completed from its sub-rows where its own row is empty."""
    by_parts = own.thuc_hien is None and own.cong_bo is None
    return replace(
        own,
        con=con,
        muc_tieu=own.muc_tieu or _joined(part.muc_tieu for part in con),
        thuc_hien=own.thuc_hien or _joined(part.thuc_hien for part in con),
        danh_gia=judge_parts(part.danh_gia for part in con) if by_parts else own.danh_gia,
        cong_bo=_claim_of([part.cong_bo for part in con]) if by_parts else own.cong_bo,
        moc=tuple(_moc(moc, [part.moc[i] for part in con]) for i, moc in enumerate(own.moc)),
        chu_tri=own.chu_tri if own.chu_tri.co_quan else _all_of(part.chu_tri for part in con),
        phoi_hop=own.phoi_hop if own.phoi_hop.co_quan else _all_of(part.phoi_hop for part in con),
    )


def _moc(own: MocSoSanh, parts: Sequence[MocSoSanh]) -> MocSoSanh:
    if own.gia_tri is not None:
        return own
    claim, verdict = _claim_of([part.cong_bo for part in parts]), judge_parts(part.danh_gia for part in parts)
    return MocSoSanh(own.nhan, _joined(part.gia_tri for part in parts), claim, verdict)


def _claim_of(claims: Sequence[DanhGia | None]) -> DanhGia | None:
    """What the sub-rows claim together; ``None`` unless each claims something."""
    said = [claim for claim in claims if claim is not None]
    return judge_parts(said) if said and len(said) == len(claims) else None


def _joined(values: Iterable[GiaTri | None]) -> GiaTri | None:
    """One value for the cells of several sub-rows: the common one, or their texts in a row; ``o`` spans the cells."""
    found = [value for value in values if value is not None]
    if not found:
        return None
    first, last = found[0].o, found[-1].o
    o = first if first == last else f"{first}:{last.rpartition('!')[2]}"
    texts = list(dict.fromkeys(value.nguyen_van for value in found))
    if len(texts) == 1:
        return replace(found[0], o=o)
    return GiaTri(LoaiGiaTri.VAN_BAN, "; ".join(texts), o)


def _all_of(assigned: Iterable[PhanCong]) -> PhanCong:
    """Everybody who is charged with a sub-row, each once."""
    found = [it for it in dict.fromkeys(assigned) if it.co_quan]
    agencies = dict.fromkeys(co_quan for it in found for co_quan in it.co_quan)
    return PhanCong("; ".join(it.nguyen_van for it in found), tuple(agencies))
