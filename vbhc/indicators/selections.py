"""What tables of indicators and of tasks can do alike: every part of one is a table of the same type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, Self, TypeVar, overload

from vbhc.findings import Report
from vbhc.indicators.chi_tieu import NhomChiTieu
from vbhc.indicators.co_quan import PhanCong
from vbhc.indicators.lookups import named

CHUA_RO_CO_QUAN = "Chưa rõ cơ quan chủ trì"
"""The key of ``theo_co_quan`` for rows without a lead agency: a gap that everybody sees."""


@dataclass(frozen=True, slots=True)
class Nguon:
    """Where a table was read: the file's name and the sheet's."""

    tep: str
    trang_tinh: str

    def __str__(self) -> str:
        return f"{self.tep}, trang tính {self.trang_tinh}"


class Charged(Protocol):
    """A row in a group, with the agencies that lead it."""

    @property
    def nhom(self) -> NhomChiTieu:
        """Its group."""

    @property
    def chu_tri(self) -> PhanCong:
        """Who leads it."""


R = TypeVar("R", bound=Charged)
K = TypeVar("K")


class Selection(Sequence[R]):
    """Rows in the order of their sheet; ``findings`` are those of the whole sheet, in every selection."""

    __slots__ = ()
    nguon: Nguon
    findings: Report

    def _rows(self) -> tuple[R, ...]:
        raise NotImplementedError

    def _of(self, rows: Iterable[R], *cach_chon: str) -> Self:
        """These rows; ``cach_chon``: how they were chosen, as `choose_again` reads it, if that can be told."""
        raise NotImplementedError

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | slice) -> R | Self:
        if isinstance(index, slice):
            return self._of(self._rows()[index], step_of("lat", *(index.start, index.stop, index.step)))
        return self._rows()[index]

    def __len__(self) -> int:
        return len(self._rows())

    def __iter__(self) -> Iterator[R]:
        return iter(self._rows())

    def theo_nhom(self) -> dict[NhomChiTieu, Self]:
        """The rows of each group, groups in the order of the sheet."""
        return self._split("theo_nhom", lambda row: (row.nhom,))

    def theo_co_quan(self) -> dict[str, Self]:
        """The rows of each lead agency by its full name, in the order in which agencies first appear.

        A row with two lead agencies stands under both, one with none under `CHUA_RO_CO_QUAN`.
        """
        return self._split("theo_co_quan", _leads)

    def cua(self, co_quan: str) -> Self:
        """The rows that the agency of this full name leads.

        Raises `InputError` where it leads none of these, as for a name that is mistyped: to count the rows of an
        agency that may have none left, ask the whole table first, ``dti.cua("Sở Y tế").chua_dat``.
        """
        rows = named(self, co_quan, _leads, "ở đây không có cơ quan chủ trì")
        return self._of(rows, step_of("cua", co_quan))

    def trong_nhom(self, nhom: str) -> Self:
        """The rows of the group with this mã or name; raises `InputError` where none of these is in such a group."""
        rows = named(self, nhom, lambda row: (row.nhom.ma, row.nhom.ten), "ở đây không có nhóm")
        return self._of(rows, step_of("trong_nhom", nhom))

    def _split(self, by: str, keys: Callable[[R], Iterable[K]]) -> dict[K, Self]:
        parts: dict[K, list[R]] = {}
        for row in self:
            for key in keys(row):
                parts.setdefault(key, []).append(row)
        return {key: self._of(part, step_of(by, key)) for key, part in parts.items()}


def step_of(name: str, *details: object) -> str:
    """One step of a choice, as text: "theo_co_quan=Sở Y tế", "lat=:3:"."""
    return f"{name}={':'.join('' if detail is None else str(detail) for detail in details)}"


def _leads(row: Charged) -> tuple[str, ...]:
    return row.chu_tri.ten or (CHUA_RO_CO_QUAN,)
