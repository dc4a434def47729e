"""A table of tasks and its selections, all one type."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from vbhc.findings import Report
from vbhc.indicators.lap_bang import lap_bang
from vbhc.indicators.nhiem_vu import NhiemVu, TenChiTieu
from vbhc.indicators.selections import Nguon, Selection
from vbhc.indicators.source import SourceTable
from vbhc.model import Bang


@dataclass(frozen=True, slots=True)
class BangNhiemVu(Selection[NhiemVu]):
    """Tasks in the order of their sheet; ``findings`` are those of the whole sheet, in every selection.

    ``ban_goc`` is the table as the sheet has it; ``None`` for tasks that were read from none.
    """

    nhiem_vu: tuple[NhiemVu, ...]
    nguon: Nguon
    findings: Report = field(default_factory=Report)
    ban_goc: SourceTable | None = field(default=None, repr=False, compare=False)

    def theo_chi_tieu(self) -> dict[TenChiTieu, BangNhiemVu]:
        """The tasks of each indicator, indicators in the order of the sheet."""
        return self._split("theo_chi_tieu", lambda nhiem_vu: (nhiem_vu.chi_tieu,))

    def lap_bang(self) -> Bang:
        """The table as the sheet has it, of these tasks: its columns, labels, texts, merged cells, group headings.

        Number and name of an indicator are one cell over its tasks. Where the tasks are not in the order of the sheet
        there are no group headings. Raises `InputError` when there is no task, or no sheet, when a formula in one of
        its cells gives no value, and when a column that holds anything has no heading of its own.
        """
        return lap_bang(self.ban_goc, [nhiem_vu.dong for nhiem_vu in self])

    def to_json(self) -> dict[str, Any]:
        """The table as plain data for JSON: counts, tasks (texts as written), findings."""
        return {
            "tong": len(self),
            "chi_tieu": len(self.theo_chi_tieu()),
            "nhiem_vu": [_plain(nhiem_vu) for nhiem_vu in self],
            "findings": [finding.to_dict() for finding in self.findings],
        }

    def _rows(self) -> tuple[NhiemVu, ...]:
        return self.nhiem_vu

    def _of(self, nhiem_vu: Iterable[NhiemVu], *cach_chon: str) -> BangNhiemVu:
        return replace(self, nhiem_vu=tuple(nhiem_vu))


def _plain(nhiem_vu: NhiemVu) -> dict[str, str]:
    return {
        "ma": nhiem_vu.chi_tieu.ma,
        "ten": nhiem_vu.chi_tieu.ten,
        "nhom": str(nhiem_vu.nhom),
        "nhiem_vu": nhiem_vu.nhiem_vu.nguyen_van,
        "chu_tri": "; ".join(nhiem_vu.chu_tri.ten),
        "phoi_hop": "; ".join(nhiem_vu.phoi_hop.ten),
        "ket_qua": nhiem_vu.ket_qua.nguyen_van,
        "thoi_gian": nhiem_vu.thoi_gian.nguyen_van,
        "o": nhiem_vu.nhiem_vu.o,
    }
