"""A table of indicators and its selections: all one type, so a sentence, a list and a table cannot disagree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, TypeVar, overload

from vbhc.findings import Report
from vbhc.indicators.chi_tieu import ChiTieu, NhomChiTieu
from vbhc.indicators.values import DanhGia

K = TypeVar("K")

CHUA_RO_CO_QUAN = "Chưa rõ cơ quan chủ trì"
"""The key of `BangChiTieu.theo_co_quan` for indicators without a lead agency: a gap that everybody sees."""


@dataclass(frozen=True, slots=True)
class Nguon:
    """Where a table was read: the file's name and the sheet's."""

    tep: str
    trang_tinh: str

    def __str__(self) -> str:
        return f"{self.tep}, trang tính {self.trang_tinh}"


@dataclass(frozen=True, slots=True)
class BangChiTieu(Sequence[ChiTieu]):
    """Indicators in the order of their sheet; ``findings`` are those of the whole sheet, in every selection."""

    chi_tieu: tuple[ChiTieu, ...]
    nguon: Nguon
    findings: Report = field(default_factory=Report)

    @overload
    def __getitem__(self, index: int) -> ChiTieu: ...
    @overload
    def __getitem__(self, index: slice) -> BangChiTieu: ...
    def __getitem__(self, index: int | slice) -> ChiTieu | BangChiTieu:
        return self._of(self.chi_tieu[index]) if isinstance(index, slice) else self.chi_tieu[index]

    def __len__(self) -> int:
        return len(self.chi_tieu)

    def __iter__(self) -> Iterator[ChiTieu]:
        return iter(self.chi_tieu)

    @property
    def dat(self) -> BangChiTieu:
        """The indicators that meet their target."""
        return self._judged(DanhGia.DAT)

    @property
    def chua_dat(self) -> BangChiTieu:
        """The indicators that do not."""
        return self._judged(DanhGia.CHUA_DAT)

    @property
    def khong_ro(self) -> BangChiTieu:
        """The indicators of which the cells do not tell."""
        return self._judged(DanhGia.KHONG_RO)

    def theo_nhom(self) -> dict[NhomChiTieu, BangChiTieu]:
        """The indicators of each group, groups in the order of the sheet."""
        return self._split(lambda chi_tieu: (chi_tieu.nhom,))

    def theo_co_quan(self) -> dict[str, BangChiTieu]:
        """The indicators of each lead agency by its full name, in the order in which agencies first appear.

        An indicator with two lead agencies stands under both, one with none under `CHUA_RO_CO_QUAN`.
        """
        return self._split(lambda chi_tieu: chi_tieu.chu_tri.ten or (CHUA_RO_CO_QUAN,))

    def xep_theo_khoang_cach(self) -> BangChiTieu:
        """Farthest from its target first; those without a distance last, in the order of the sheet."""
        return self._of(sorted(self.chi_tieu, key=lambda chi_tieu: -_distance(chi_tieu)))

    def to_json(self) -> dict[str, Any]:
        """The table as plain data for JSON: counts, indicators (values as printed), findings."""
        return {
            "tong": len(self),
            "dat": len(self.dat),
            "chua_dat": len(self.chua_dat),
            "khong_ro": len(self.khong_ro),
            "chi_tieu": [_plain(chi_tieu) for chi_tieu in self],
            "findings": [finding.to_dict() for finding in self.findings],
        }

    def _judged(self, verdict: DanhGia) -> BangChiTieu:
        return self._of(chi_tieu for chi_tieu in self if chi_tieu.danh_gia is verdict)

    def _split(self, keys: Callable[[ChiTieu], Iterable[K]]) -> dict[K, BangChiTieu]:
        parts: dict[K, list[ChiTieu]] = {}
        for chi_tieu in self:
            for key in keys(chi_tieu):
                parts.setdefault(key, []).append(chi_tieu)
        return {key: self._of(part) for key, part in parts.items()}

    def _of(self, chi_tieu: Iterable[ChiTieu]) -> BangChiTieu:
        return replace(self, chi_tieu=tuple(chi_tieu))


def _distance(chi_tieu: ChiTieu) -> Decimal:
    distance = chi_tieu.khoang_cach
    return Decimal(-1) if distance is None else distance


def _plain(chi_tieu: ChiTieu) -> dict[str, str | None]:
    return {
        "ma": chi_tieu.ma,
        "ten": chi_tieu.ten,
        "nhom": str(chi_tieu.nhom),
        "muc_tieu": str(chi_tieu.muc_tieu) if chi_tieu.muc_tieu else None,
        "thuc_hien": str(chi_tieu.thuc_hien) if chi_tieu.thuc_hien else None,
        "danh_gia": chi_tieu.danh_gia.value,
        "cong_bo": chi_tieu.cong_bo.value if chi_tieu.cong_bo else None,
        "chu_tri": "; ".join(chi_tieu.chu_tri.ten),
        "phoi_hop": "; ".join(chi_tieu.phoi_hop.ten),
        "o": chi_tieu.o,
    }
