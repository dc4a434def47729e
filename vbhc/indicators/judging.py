"""What the numbers give: whether a result meets what it is judged by, and how much is missing."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from vbhc.indicators.values import DanhGia, GiaTri, LoaiGiaTri, plain, printed
from vbhc.text.numbers import Comparator, format_number

_FLIPPED = {Comparator.LE: Comparator.GE, Comparator.LT: Comparator.GT, Comparator.GE: Comparator.LE}
_FLIPPED |= {Comparator.GT: Comparator.LT, Comparator.EQ: Comparator.EQ}
NUMERIC = {LoaiGiaTri.SO, LoaiGiaTri.PHAN_TRAM, LoaiGiaTri.PHAN_SO, LoaiGiaTri.HANG}


class Pair(NamedTuple):
    """A result and a target on one scale; ``unit`` is how a difference on that scale is said."""

    value: Decimal
    target: Decimal
    unit: str


def judge(value: GiaTri | None, claim: DanhGia | None, required: GiaTri | None) -> DanhGia:
    """The verdict of ``value`` against ``required``.

    Numbers are compared as intervals ("trên 80%" meets "trên 80%", "trên 80%" may or may not meet 85%); a bare target
    is a least value, a bare rank a last place. Against a target without a number ("Đạt", "Mức B") a fraction or a
    level decides, else what the office says; ``KHONG_RO`` where the two cannot be compared.
    """
    if value is None or required is None:
        in_words = required is not None and required.loai in (LoaiGiaTri.DAT_CHUA_DAT, LoaiGiaTri.MUC)
        return claim if claim and in_words else DanhGia.KHONG_RO
    if required.loai in NUMERIC:
        pair = same_scale(value, required)
        return _compare(pair, value.so_sanh, _wanted(required)) if pair else DanhGia.KHONG_RO
    if required.loai is LoaiGiaTri.MUC and value.loai is LoaiGiaTri.MUC:
        return _compare_levels(value, required)
    if required.loai is LoaiGiaTri.VAN_BAN:
        return DanhGia.DAT if value.nguyen_van.casefold() == required.nguyen_van.casefold() else DanhGia.KHONG_RO
    if value.loai is LoaiGiaTri.PHAN_SO and value.so is not None and value.mau_so is not None:
        return DanhGia.DAT if value.so >= value.mau_so else DanhGia.CHUA_DAT
    return claim or DanhGia.KHONG_RO


def judge_parts(verdicts: Iterable[DanhGia]) -> DanhGia:
    """The verdict of an indicator by its sub-rows: met when all are met."""
    found = set(verdicts)
    if DanhGia.CHUA_DAT in found:
        return DanhGia.CHUA_DAT
    return DanhGia.DAT if found == {DanhGia.DAT} else DanhGia.KHONG_RO


def same_scale(value: GiaTri, target: GiaTri) -> Pair | None:
    """Both as numbers of one kind: points, parts of the same whole, or the unit itself; ``None`` if that is unsound."""
    if value.so is None or target.so is None:
        return None
    percents = [value.loai is LoaiGiaTri.PHAN_TRAM, target.loai is LoaiGiaTri.PHAN_TRAM]
    if any(percents):
        points = _points(value), _points(target)
        return None if points[0] is None or points[1] is None else Pair(points[0], points[1], "điểm %")
    ranks = [value.loai is LoaiGiaTri.HANG, target.loai is LoaiGiaTri.HANG]
    if any(ranks):
        return Pair(value.so, target.so, "bậc") if all(ranks) else None
    if value.mau_so == target.mau_so or target.mau_so is None:
        over = f"/{format_number(value.mau_so)}" if value.mau_so else value.don_vi
        return Pair(value.so, target.so, over)
    if value.mau_so is None:
        return Pair(value.so, target.so, target.don_vi)
    return Pair(value.so * 100 / value.mau_so, target.so * 100 / target.mau_so, "điểm %")


def _points(value: GiaTri) -> Decimal | None:
    if value.loai is LoaiGiaTri.PHAN_TRAM:
        return value.so
    return value.so * 100 / value.mau_so if value.so is not None and value.mau_so else None


def _wanted(required: GiaTri) -> Comparator:
    if required.so_sanh is Comparator.EQ:
        return Comparator.LE if required.loai is LoaiGiaTri.HANG else Comparator.GE
    return required.so_sanh


def _compare(pair: Pair, told: Comparator, wanted: Comparator) -> DanhGia:
    value, target = pair.value, pair.target
    if wanted in (Comparator.LE, Comparator.LT):
        value, target, told, wanted = -value, -target, _FLIPPED[told], _FLIPPED[wanted]
    strict = wanted is Comparator.GT
    if told in (Comparator.GE, Comparator.GT):
        # At least this much: enough, or nothing is known.
        enough = value > target or (value == target and (not strict or told is Comparator.GT))
        return DanhGia.DAT if enough else DanhGia.KHONG_RO
    if told in (Comparator.LE, Comparator.LT):
        short = value < target or (value == target and (strict or told is Comparator.LT))
        return DanhGia.CHUA_DAT if short else DanhGia.KHONG_RO
    return DanhGia.DAT if value > target or (value == target and not strict) else DanhGia.CHUA_DAT


def _compare_levels(value: GiaTri, required: GiaTri) -> DanhGia:
    """Letters run from the best (A), figures to the best ("cấp độ 4"); other levels are only equal or unknown."""
    if value.muc == required.muc:
        return DanhGia.DAT
    if value.muc.isdigit() and required.muc.isdigit():
        return DanhGia.DAT if int(value.muc) > int(required.muc) else DanhGia.CHUA_DAT
    if value.muc in "ABCDE" and required.muc in "ABCDE":
        return DanhGia.DAT if value.muc < required.muc else DanhGia.CHUA_DAT
    return DanhGia.KHONG_RO


def shortfall(value: GiaTri | None, required: GiaTri | None) -> Decimal | None:
    """How far the result is from what is required, as a part of it: 0 when it is met, ``None`` without two numbers."""
    pair = _numbers(value, required)
    if pair is None or required is None:
        return None
    missing = _missing(pair, required)
    return max(missing / abs(pair.target), Decimal(0)) if pair.target else None


def missing_text(value: GiaTri | None, required: GiaTri | None) -> str:
    """What is missing, as staff would say it: "2,69 điểm %", "1/7", "12 tin, bài/năm"; "" when nothing is."""
    pair = _numbers(value, required)
    if pair is None or required is None:
        return ""
    missing = _missing(pair, required)
    if missing == 0:
        return f"phải {_in_sentence(required)}"
    return _amount(missing, pair.unit) if missing > 0 else ""


def against_target(value: GiaTri | None, required: GiaTri | None, called: str) -> str:
    """How the result stands to what is required, which is ``called`` "mục tiêu" or the like; "" without two numbers.

    "thấp hơn 2,69 điểm % so với mục tiêu"; of a most that is allowed "vượt 2 điểm % so với mức tối đa".
    """
    pair = _numbers(value, required)
    if pair is None or value is None or required is None or value.so_sanh is not Comparator.EQ:
        return ""
    wanted = _wanted(required)
    most = wanted in (Comparator.LE, Comparator.LT) and required.loai is not LoaiGiaTri.HANG
    named = "mức tối đa" if most else called
    above = _missing(pair, required) if most else -_missing(pair, required)
    if not above and wanted in (Comparator.GT, Comparator.LT):
        return f"bằng {value} trong khi {called} là {_in_sentence(required)}"
    if not above:
        return f"bằng {named}"
    way = "thấp hơn" if above < 0 else "vượt" if most else "cao hơn"
    return f"{way} {_amount(abs(above), pair.unit)} so với {named}"


def _amount(number: Decimal, unit: str) -> str:
    return printed(number) + unit if unit.startswith("/") else f"{printed(number)} {unit}".strip()


def _in_sentence(value: GiaTri) -> str:
    return f"{value.hien_thi[:1].lower()}{value.hien_thi[1:]}"


def _numbers(value: GiaTri | None, required: GiaTri | None) -> Pair | None:
    return same_scale(value, required) if value and required and required.loai in NUMERIC else None


def _missing(pair: Pair, required: GiaTri) -> Decimal:
    downwards = _wanted(required) in (Comparator.LE, Comparator.LT)
    return plain(pair.value - pair.target if downwards else pair.target - pair.value)
