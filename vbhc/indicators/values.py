"""What a cell says, as a value: number, percentage, fraction, rank, level, verdict or text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from vbhc.errors import TextError
from vbhc.indicators.units import is_percent
from vbhc.text.numbers import Comparator, format_number, format_percent, round_half_up
from vbhc.text.spelling import fold
from vbhc.text.values import changed


class LoaiGiaTri(StrEnum):
    """The kinds of value."""

    SO = "so"
    PHAN_TRAM = "phan_tram"
    PHAN_SO = "phan_so"
    HANG = "hang"
    MUC = "muc"
    DAT_CHUA_DAT = "dat_chua_dat"
    VAN_BAN = "van_ban"


class DanhGia(StrEnum):
    """Whether a target is met ("đánh giá"); ``KHONG_RO`` where the cells do not tell."""

    DAT = "dat"
    CHUA_DAT = "chua_dat"
    KHONG_RO = "khong_ro"

    @property
    def nhan(self) -> str:
        """The verdict as staff write it."""
        return {"dat": "Đạt", "chua_dat": "Chưa đạt", "khong_ro": "Không rõ"}[self.value]


_SIGNS = {Comparator.GE: "≥ ", Comparator.LE: "≤ ", Comparator.GT: "Trên ", Comparator.LT: "Dưới ", Comparator.EQ: ""}


@dataclass(frozen=True, slots=True)
class GiaTri:
    """A value and where it stands: ``nguyen_van`` is the text as the cell shows it, ``o`` its address.

    ``so`` is in percentage points for ``PHAN_TRAM``, the numerator for ``PHAN_SO`` (over ``mau_so``), the place for
    ``HANG`` (among ``mau_so`` if told), ``None`` for the kinds without a number. ``muc`` is the letter or figure of a
    level ("B"). ``don_vi`` is "%" for a percentage, else the unit of measure of the row.
    """

    loai: LoaiGiaTri
    nguyen_van: str
    o: str
    so: Decimal | None = None
    don_vi: str = ""
    so_sanh: Comparator = Comparator.EQ
    mau_so: Decimal | None = None
    muc: str = ""

    @property
    def hien_thi(self) -> str:
        """The value in Vietnamese form: "57,31%", "6/7", "≥ 52", "Trên 80%", "Mức B"; texts as they were written."""
        if self.loai is LoaiGiaTri.MUC:
            return f"{self.don_vi} {self.muc}"
        if self.so is None:
            return self.nguyen_van
        number = printed(self.so, percent=self.loai is LoaiGiaTri.PHAN_TRAM)
        over = "" if self.mau_so is None else f"/{format_number(self.mau_so)}"
        return _SIGNS[self.so_sanh] + number + over

    def __str__(self) -> str:
        return self.hien_thi

    def so_voi(self, truoc: object) -> str:
        """How it changed since ``truoc``: "tăng 2,69 điểm %", "giảm 12 tin, bài/năm", "tăng 3 bậc", "không đổi".

        A smaller place in a ranking is a rise; levels have no distance: "chuyển từ Mức B sang Mức C". Told of the
        numbers as they are printed, so that a reader finds the same. Raises `TextError` for what cannot be compared.
        """
        if not isinstance(truoc, GiaTri):
            raise TextError(f"{_told(self)} chỉ so sánh được với giá trị của một ô khác, không so với ô trống")
        levels = self.loai is LoaiGiaTri.MUC and truoc.loai is LoaiGiaTri.MUC
        if levels and fold(self.don_vi) == fold(truoc.don_vi):
            return changed(Decimal(0)) if self.muc == truoc.muc else f"chuyển từ {truoc} sang {self}"
        if why := _obstacle(self, truoc):
            raise TextError(f"không so sánh được {_told(self)} với {_told(truoc)}: {why}")
        return changed(*_difference(self, truoc))


_SHARES = {LoaiGiaTri.PHAN_TRAM, LoaiGiaTri.PHAN_SO}
_POINTS = "điểm %"


def _told(value: GiaTri) -> str:
    return f"«{value}» (ô {value.o})" if value.o else f"«{value}»"


def _obstacle(now: GiaTri, before: GiaTri) -> str:
    """Why no difference of two values can be told, "" when it can."""
    if now.so is None or before.so is None:
        return "chỉ so được hai con số, hoặc hai mức của một thang"
    if {now.so_sanh, before.so_sanh} != {Comparator.EQ}:
        return "có giá trị chỉ nêu một khoảng, không phải một con số"
    kinds = {now.loai, before.loai}
    if kinds <= _SHARES and LoaiGiaTri.PHAN_TRAM in kinds:
        return ""
    ranks = kinds == {LoaiGiaTri.HANG}
    units = {fold(it.don_vi) for it in (now, before) if it.don_vi}
    if len(kinds) > 1 or (len(units) > 1 and not ranks):
        return "khác loại hoặc khác đơn vị tính"
    fields = {it.mau_so for it in (now, before) if it.mau_so is not None}
    return "số đơn vị được xếp hạng khác nhau" if ranks and len(fields) > 1 else ""


def _difference(now: GiaTri, before: GiaTri) -> tuple[Decimal, str]:
    """By how much two values differ of which a difference can be told, and in what."""
    unit = now.don_vi or before.don_vi
    if now.loai is LoaiGiaTri.HANG:
        return _number(before) - _number(now), "bậc"
    if now.loai != before.loai or now.mau_so != before.mau_so or is_percent(unit):
        return _as_printed(_points(now) - _points(before)), _POINTS
    # Of "6/7" under "Đạt/Chưa đạt" the unit counts nothing.
    return _number(now) - _number(before), "" if "đạt" in fold(unit) else unit


def _number(value: GiaTri) -> Decimal:
    return Decimal(0) if value.so is None else _as_printed(value.so)


def _points(value: GiaTri) -> Decimal:
    return _number(value) * 100 / value.mau_so if value.mau_so else _number(value)


# A number with more decimals was computed, not typed.
_TYPED_DIGITS = 4


def printed(value: Decimal, *, percent: bool = False) -> str:
    """The number in Vietnamese form: as it was typed, or cut to two decimals when it was computed.

    >>> printed(Decimal("0.0148")), printed(Decimal("87.5333333"), percent=True)
    ('0,0148', '87,53%')
    """
    value = _as_printed(value)
    return format_percent(value) if percent else format_number(value)


def _as_printed(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return shown(value) if isinstance(exponent, int) and exponent < -_TYPED_DIGITS else value


def shown(value: Decimal, *, digits: int = 2) -> Decimal:
    """A computed number cut to what is worth printing; never rounded up to a whole number that it has not reached.

    >>> shown(Decimal("57.30999")), shown(Decimal("99.9996")), shown(Decimal("87.5"))
    (Decimal('57.31'), Decimal('99.9996'), Decimal('87.5'))
    """
    while digits < 15:
        rounded = round_half_up(value, digits)
        if rounded == value or rounded != rounded.to_integral_value():
            break
        digits += 1
    return plain(rounded)


def plain(value: Decimal) -> Decimal:
    """The same number without zeros at its end and without an exponent: 12.50 is 12.5, 1E+2 is 100."""
    digits = f"{value:f}"
    return Decimal(digits.rstrip("0").rstrip(".") if "." in digits else digits)
