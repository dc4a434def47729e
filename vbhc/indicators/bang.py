"""A table of indicators and its selections: all one type, so a sentence, a list and a table cannot disagree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from vbhc.findings import Report
from vbhc.indicators.chi_tieu import ChiTieu
from vbhc.indicators.lap_bang import lap_bang
from vbhc.indicators.selections import Nguon, Selection
from vbhc.indicators.source import SourceTable
from vbhc.indicators.values import DanhGia
from vbhc.model import Bang


@dataclass(frozen=True, slots=True)
class BangChiTieu(Selection[ChiTieu]):
    """Indicators in the order of their sheet; ``findings`` are those of the whole sheet, in every selection.

    ``ban_goc`` is the table as the sheet has it; ``None`` for indicators that were read from none.
    """

    chi_tieu: tuple[ChiTieu, ...]
    nguon: Nguon
    findings: Report = field(default_factory=Report)
    ban_goc: SourceTable | None = field(default=None, repr=False, compare=False)

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

    def xep_theo_khoang_cach(self) -> BangChiTieu:
        """Farthest from its target first; those without a distance last, in the order of the sheet."""
        return self._of(sorted(self.chi_tieu, key=lambda chi_tieu: -_distance(chi_tieu)))

    def lap_bang(self) -> Bang:
        """The table as the sheet has it, of these indicators: its columns, labels, texts, merged cells, group headings.

        Rows that are no indicator (a total, a signature) are not in it, which ``findings`` tell, unless they stand
        between an indicator and its last sub-row; nor are the group headings where the indicators are not in the order
        of the sheet. Raises `InputError` when there is no indicator, or no sheet, when a formula in one of its cells
        gives no value, and when a column that holds anything has no heading of its own.
        """
        return lap_bang(self.ban_goc, [chi_tieu.dong for chi_tieu in self])

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

    def _rows(self) -> tuple[ChiTieu, ...]:
        return self.chi_tieu

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
