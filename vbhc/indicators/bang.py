"""A table of indicators and its selections: all one type, so a sentence, a list and a table cannot disagree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from vbhc.findings import Report
from vbhc.indicators.chi_tieu import ChiTieu
from vbhc.indicators.drawing import MarkCell, unmarked
from vbhc.indicators.lap_bang import lap_bang
from vbhc.indicators.lookups import named, the_one
from vbhc.indicators.selections import Nguon, Selection, step_of
from vbhc.indicators.source import SourceTable
from vbhc.indicators.values import DanhGia
from vbhc.model import Bang


@dataclass(frozen=True, slots=True)
class BangChiTieu(Selection[ChiTieu]):
    """Indicators in the order of their sheet; ``findings`` are those of the whole sheet, in every selection.

    ``ban_goc`` is the table as the sheet has it; ``None`` for indicators that were read from none. ``cach_chon`` tells
    how a selection came of the whole table, so that `choose_again` finds it in another state of the sheet.
    """

    chi_tieu: tuple[ChiTieu, ...]
    nguon: Nguon
    findings: Report = field(default_factory=Report)
    ban_goc: SourceTable | None = field(default=None, repr=False, compare=False)
    cach_chon: tuple[str, ...] = field(default=(), repr=False, compare=False)

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

    def tim(self, ma: str) -> ChiTieu:
        """The indicator with this mã; raises `InputError` with the nearest where there is none, or several."""
        rows = named(self, ma, lambda chi_tieu: (chi_tieu.ma,), "ở đây không có chỉ tiêu mang mã")
        hint = 'chọn nhóm trước, ví dụ dti.trong_nhom("II").tim("1"), hoặc sửa mã trong bảng'
        return the_one(rows, lambda chi_tieu: f"dòng {chi_tieu.dong}", f"nhiều chỉ tiêu mang mã «{ma}»", hint)

    def xep_theo_khoang_cach(self) -> BangChiTieu:
        """Farthest from its target first; those without a distance last, in the order of the sheet."""
        ordered = sorted(self.chi_tieu, key=lambda chi_tieu: -_distance(chi_tieu))
        return self._of(ordered, "xep_theo_khoang_cach")

    def lap_bang(self, mark: MarkCell = unmarked) -> Bang:
        """The table as the sheet has it, of these indicators: its columns, labels, texts, merged cells, group headings.

        ``mark`` is given the address and the text of every cell and gives the text to print.

        Rows that are no indicator (a total, a signature) are not in it, which ``findings`` tell, unless they stand
        between an indicator and its last sub-row; nor are the group headings where the indicators are not in the order
        of the sheet. Raises `InputError` when there is no indicator, or no sheet, when a formula in one of its cells
        gives no value, and when a column that holds anything has no heading of its own.
        """
        return lap_bang(self.ban_goc, [chi_tieu.dong for chi_tieu in self], mark)

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
        return self._of((chi_tieu for chi_tieu in self if chi_tieu.danh_gia is verdict), verdict.value)

    def _rows(self) -> tuple[ChiTieu, ...]:
        return self.chi_tieu

    def _of(self, chi_tieu: Iterable[ChiTieu], *cach_chon: str) -> BangChiTieu:
        chosen = tuple(chi_tieu)
        steps = cach_chon or (step_of("dong", *(it.dong for it in chosen)),)
        return replace(self, chi_tieu=chosen, cach_chon=self.cach_chon + steps)


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
