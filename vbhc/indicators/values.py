"""What a cell says, as a value: number, percentage, fraction, rank, level, verdict or text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from vbhc.text.numbers import Comparator, format_number, format_percent, round_half_up


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


# A number with more decimals was computed, not typed.
_TYPED_DIGITS = 4


def printed(value: Decimal, *, percent: bool = False) -> str:
    """The number in Vietnamese form: as it was typed, or cut to two decimals when it was computed.

    >>> printed(Decimal("0.0148")), printed(Decimal("87.5333333"), percent=True)
    ('0,0148', '87,53%')
    """
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_TYPED_DIGITS:
        value = shown(value)
    return format_percent(value) if percent else format_number(value)


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
