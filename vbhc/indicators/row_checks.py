"""What is wrong in a row that was read: each check one function, findings with the cell they speak of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vbhc.findings import Finding
from vbhc.indicators.defects import finding
from vbhc.indicators.judging import NUMERIC, judge, same_scale
from vbhc.indicators.row_reading import Judged, Row
from vbhc.indicators.values import DanhGia, GiaTri, LoaiGiaTri
from vbhc.text.numbers import Comparator

_DEFINITE = (DanhGia.DAT, DanhGia.CHUA_DAT)


def check_row(row: Row) -> Iterator[Finding]:
    """The findings of a row that need no other row."""
    yield from _unit(row)
    if row.target:
        yield from row.target.reading.findings
        yield from _low_target(row)
    if row.actual:
        yield from _noticed(row.actual)
        yield from _incomparable(row, row.actual)
        yield from _other_requirement(row, row.actual)
    for _, baseline in row.baselines:
        yield from _noticed(baseline)
        if baseline.reading.cong_bo:
            yield from _incomparable(row, baseline)
            yield from _contradiction(row, baseline, baseline.reading.cong_bo, baseline)
    if row.actual and row.claim:
        yield from _contradiction(row, row.actual, row.claim[0], Judged(row.claim[1], row.actual.reading))


def missing_values(row: Row) -> Iterator[Finding]:
    """An empty target or result; for rows that have to have them."""
    for judged, slug in ((row.target, "thieu-muc-tieu"), (row.actual, "thieu-ket-qua")):
        if judged and judged.reading.gia_tri is None and not judged.reading.findings:
            yield finding(slug, judged.cell.o, ten=row.context.ten)


def _unit(row: Row) -> Iterator[Finding]:
    """A number needs a unit, unless it is a share or a place."""
    kinds = {it.loai for it in (row.muc_tieu, row.thuc_hien) if it}
    if row.unit_cell and row.unit_cell.empty and LoaiGiaTri.SO in kinds:
        yield finding("thieu-don-vi-tinh", row.unit_cell.o, ten=row.context.ten)


def _low_target(row: Row) -> Iterator[Finding]:
    target, required = row.muc_tieu, row.by_name
    if target and required and target.loai in NUMERIC:
        bare = replace(target, so_sanh=Comparator.EQ)
        if judge(bare, None, replace(required, so_sanh=_not_strict(required.so_sanh))) is DanhGia.CHUA_DAT:
            yield finding("muc-tieu-thap-hon-yeu-cau", target.o, ten=row.context.ten, text=target.nguyen_van)


def _not_strict(comparator: Comparator) -> Comparator:
    return {Comparator.GT: Comparator.GE, Comparator.LT: Comparator.LE}.get(comparator, comparator)


def _noticed(judged: Judged) -> Iterator[Finding]:
    """What was noticed in reading the cell."""
    yield from judged.reading.findings
    if judged.reading.bare and judged.cell.typed:
        yield finding("so-luu-dang-van-ban", judged.cell.o, text=judged.cell.text, dung=judged.reading.gia_tri)


def _incomparable(row: Row, judged: Judged) -> Iterator[Finding]:
    """Why there is no verdict on a value that has something to be judged by."""
    value, required = judged.reading.gia_tri, judged.yeu_cau
    if value is None or required is None or judged.danh_gia is not DanhGia.KHONG_RO:
        return
    what = {"ten": row.context.ten, "text": judged.cell.text, "yeu_cau": required.hien_thi}
    if value.loai in NUMERIC and required.loai is LoaiGiaTri.VAN_BAN:
        yield finding("muc-tieu-khong-hieu", required.o, **what)
    elif not judged.reading.findings:
        yield finding(_why_incomparable(value, required), judged.cell.o, **what)


def _why_incomparable(value: GiaTri, required: GiaTri) -> str:
    if value.loai in NUMERIC and required.loai in NUMERIC and same_scale(value, required) is None:
        return "don-vi-khong-khop"
    return "gia-tri-khong-doc-duoc" if value.loai is LoaiGiaTri.VAN_BAN else "khong-co-so-de-so"


def _contradiction(row: Row, judged: Judged, claim: DanhGia, said: Judged) -> Iterator[Finding]:
    if claim in _DEFINITE and judged.danh_gia in _DEFINITE and claim is not judged.danh_gia and judged.yeu_cau:
        computed, required = judged.danh_gia.nhan.lower(), judged.yeu_cau.hien_thi
        what = {"ten": row.context.ten, "text": said.cell.text, "tinh": computed, "yeu_cau": required}
        yield finding("danh-gia-khac-so-lieu", said.cell.o, **what)


def _other_requirement(row: Row, actual: Judged) -> Iterator[Finding]:
    """ "57/70%" beside a target of 60%."""
    own, target = actual.reading.yeu_cau, row.muc_tieu
    pair = same_scale(own, target) if own and target and target.loai in NUMERIC else None
    if own and target and pair and pair.value != pair.target:
        text = own.hien_thi
        yield finding("yeu-cau-khac-muc-tieu", actual.cell.o, ten=row.context.ten, text=text, yeu_cau=target.hien_thi)
