"""One task ("nhiệm vụ") of a plan as the workbook gives it, every text with its cell."""

from __future__ import annotations

from dataclasses import dataclass

from vbhc.indicators.chi_tieu import NO_GROUP, NhomChiTieu
from vbhc.indicators.co_quan import NOBODY, PhanCong


@dataclass(frozen=True, slots=True)
class ONguon:
    """The text of a cell as written, its lines kept, and the address of the cell ("ô nguồn"): "Phụ lục II!F36".

    For a merged cell that is the address of its first, so that rows which share one cell have equal values. An empty
    cell has its address too; both are "" where the table has no such column.
    """

    nguyen_van: str = ""
    o: str = ""

    def __str__(self) -> str:
        return self.nguyen_van


NOTHING = ONguon()
"""What a table says that has no such column."""


@dataclass(frozen=True, slots=True)
class TenChiTieu:
    """The indicator that a task serves: its number, its name on one line, and the cell of its name.

    ``ma`` is "" for one without a number, ``ten`` in a table that only numbers its tasks.
    """

    ma: str
    ten: str
    o: str = ""

    def __str__(self) -> str:
        return f"{self.ma}. {self.ten}" if self.ma and self.ten else self.ten or self.ma


@dataclass(frozen=True, slots=True, kw_only=True)
class NhiemVu:
    """One row of tasks; ``dong`` is the row in the sheet, from 1. An indicator may have several rows.

    A cell merged over several rows stands in each of them, with one address: texts with equal ``o`` are one cell.
    """

    chi_tieu: TenChiTieu
    dong: int
    nhom: NhomChiTieu = NO_GROUP
    nhiem_vu: ONguon = NOTHING
    chu_tri: PhanCong = NOBODY
    phoi_hop: PhanCong = NOBODY
    ket_qua: ONguon = NOTHING
    thoi_gian: ONguon = NOTHING
    ghi_chu: ONguon = NOTHING
