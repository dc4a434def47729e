"""One row of the table read as an indicator: its values in each other's light, and its verdicts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from vbhc.indicators.chi_tieu import ChiTieu, MocSoSanh, NhomChiTieu
from vbhc.indicators.claims import read_claim
from vbhc.indicators.defects import finding
from vbhc.indicators.judging import NUMERIC, judge
from vbhc.indicators.reading import Context, Reading, read_cell, requirement_in
from vbhc.indicators.rows import Line
from vbhc.indicators.sheet import Cell, address
from vbhc.indicators.table import Table
from vbhc.indicators.units import is_percent, is_rank
from vbhc.indicators.values import DanhGia, GiaTri, LoaiGiaTri

# Targets that a result is judged by even when the indicator's name requires something else.
_DECIDING = (*NUMERIC, LoaiGiaTri.MUC, LoaiGiaTri.VAN_BAN)


Claimed: TypeAlias = tuple[DanhGia, Cell]
"""What the office says, and the cell in which it says so."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A cell, what was read in it, the verdict on it, and what it was judged by."""

    cell: Cell
    reading: Reading
    danh_gia: DanhGia = DanhGia.KHONG_RO
    yeu_cau: GiaTri | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row as read; ``target`` and ``actual`` are ``None`` when the table has no such column.

    ``by_name`` is the requirement in the indicator's name, ``claim`` the office's verdict and the cell it stands in.
    """

    line: Line
    context: Context
    unit_cell: Cell | None
    by_name: GiaTri | None
    target: Judged | None
    actual: Judged | None
    baselines: tuple[tuple[str, Judged], ...]
    claim: Claimed | None

    @property
    def muc_tieu(self) -> GiaTri | None:
        """The target, if the row has one."""
        return self.target.reading.gia_tri if self.target else None

    @property
    def thuc_hien(self) -> GiaTri | None:
        """The result, if the row has one."""
        return self.actual.reading.gia_tri if self.actual else None


def read_row(table: Table, line: Line) -> Row:
    """The values of a row with their verdicts."""
    unit = table.text(line, "don_vi_tinh")
    name = f"chỉ tiêu {line.ma}" if line.ma else f'dòng "{line.ten[:60]}"'
    plain = Context(name, unit, is_percent(unit), is_rank(unit, line.ten))
    by_name = requirement_in(line.ten, address(table.sheet.name, (line.row, table.header.columns["ten"])))
    target_cell, actual_cell = table.cell(line, "muc_tieu"), table.cell(line, "thuc_hien")
    plain_target = _under(table.label("muc_tieu"), replace(_beside(plain, by_name), decimal=table.decimal("muc_tieu")))
    target = Judged(target_cell, read_cell(target_cell, plain_target)) if target_cell else None
    muc_tieu = target.reading.gia_tri if target else None
    context = _beside(plain, muc_tieu or by_name)
    said = _claim(table.cell(line, "danh_gia"))
    actual = (
        _actual(
            actual_cell,
            _under(table.label("thuc_hien"), replace(context, decimal=table.decimal("thuc_hien"))),
            *(said, muc_tieu, by_name),
        )
        if actual_cell
        else None
    )
    baselines = tuple(_baseline(table, line, column, context, muc_tieu, by_name) for column in table.header.moc)
    if actual and said is None and actual.reading.cong_bo:
        said = actual.reading.cong_bo, actual.cell
    return Row(line, context, table.cell(line, "don_vi_tinh"), by_name, target, actual, baselines, said)


def to_chi_tieu(table: Table, row: Row, nhom: NhomChiTieu) -> ChiTieu:
    """The indicator that a row gives."""
    line = row.line
    return ChiTieu(
        ma=line.ma,
        ten=line.ten,
        dong=line.row + 1,
        nhom=nhom,
        don_vi_tinh=row.context.don_vi,
        muc_tieu=row.muc_tieu,
        thuc_hien=row.thuc_hien,
        yeu_cau=row.actual.yeu_cau if row.actual else None,
        moc=tuple(MocSoSanh(label, it.reading.gia_tri, it.reading.cong_bo, it.danh_gia) for label, it in row.baselines),
        cong_bo=row.claim[0] if row.claim else None,
        danh_gia=row.actual.danh_gia if row.actual else DanhGia.KHONG_RO,
        chu_tri=table.phan_cong(line, "chu_tri"),
        phoi_hop=table.phan_cong(line, "phoi_hop"),
        ghi_chu=table.text(line, "ghi_chu"),
    )


def _under(label: str, context: Context) -> Context:
    """The context of a value in a column: its label may say that the column holds places in a ranking."""
    return replace(context, rank=True) if is_rank("", label) else context


def _beside(context: Context, other: GiaTri | None) -> Context:
    """The context of a value that stands beside another: a percentage there makes a bare number one here."""
    if other is None or other.loai is not LoaiGiaTri.PHAN_TRAM:
        return context
    return replace(context, percent=context.percent or not context.don_vi, near=other.so)


def _actual(
    cell: Cell, context: Context, said: Claimed | None, muc_tieu: GiaTri | None, by_name: GiaTri | None
) -> Judged:
    """By the target; where it only says "Đạt" or nothing, by what the cell or the name requires."""
    reading = read_cell(cell, context)
    if [it.slug for it in reading.findings] == ["so-doc-duoc-hai-cach"]:
        # What both readings agree on is known, whichever was meant.
        comma, dot = (_actual(cell, replace(context, decimal=mark), said, muc_tieu, by_name) for mark in ",.")
        if comma.danh_gia is dot.danh_gia is not DanhGia.KHONG_RO:
            return replace(comma, reading=_agreed(comma.reading, reading, cell, context))
    claim = reading.cong_bo or (said[0] if said else None)
    decides = muc_tieu is not None and muc_tieu.loai in _DECIDING
    return _judged(cell, reading, claim, [muc_tieu] if decides else [reading.yeu_cau, by_name, muc_tieu])


def _agreed(used: Reading, doubtful: Reading, cell: Cell, context: Context) -> Reading:
    """The reading that is used, with a word on the other one."""
    why = doubtful.findings[0].message.removeprefix(f"{context.ten}: ")
    told = finding("so-hai-cach-cung-danh-gia", cell.o, ten=context.ten, text=why, dung=used.gia_tri)
    return replace(used, findings=(told,), bare=False)


def _baseline(
    table: Table, line: Line, column: int, context: Context, muc_tieu: GiaTri | None, by_name: GiaTri | None
) -> tuple[str, Judged]:
    label, cell = table.header.labels[column], table.sheet.resolved(line.row, column)
    reading = read_cell(cell, _under(label, context))
    return label, _judged(cell, reading, reading.cong_bo, [reading.yeu_cau] if reading.yeu_cau else [by_name, muc_tieu])


def _judged(cell: Cell, reading: Reading, claim: DanhGia | None, required: list[GiaTri | None]) -> Judged:
    """The first definite verdict among what the value can be judged by."""
    candidates = [it for it in required if it is not None]
    for candidate in candidates:
        verdict = judge(reading.gia_tri, claim, candidate)
        if verdict is not DanhGia.KHONG_RO:
            return Judged(cell, reading, verdict, candidate)
    return Judged(cell, reading, yeu_cau=candidates[0] if candidates else None)


def _claim(cell: Cell | None) -> Claimed | None:
    """What the office says in the column for it."""
    claim = read_claim(cell.text) if cell else None
    return (claim.verdict, cell) if cell and claim else None
