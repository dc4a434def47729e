"""One indicator ("chỉ tiêu") as the workbook gives it, every value with its cell."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from vbhc.indicators.co_quan import NOBODY, PhanCong
from vbhc.indicators.judging import against_target, judge, missing_text, shortfall
from vbhc.indicators.lookups import named, the_one
from vbhc.indicators.values import DanhGia, GiaTri


@dataclass(frozen=True, slots=True)
class NhomChiTieu:
    """A group of indicators ("nhóm"); both are "" for indicators that stand in no group."""

    ma: str = ""
    ten: str = ""

    def __str__(self) -> str:
        return f"{self.ma}. {self.ten}" if self.ma and self.ten else self.ten or self.ma


NO_GROUP = NhomChiTieu()


@dataclass(frozen=True, slots=True)
class MocSoSanh:
    """A baseline: the column's label, its value (``None`` for an empty cell), what is claimed and what is computed.

    A baseline is judged by what its own cell requires ("54.58/60%"), else by the requirement in the indicator's name,
    else by the target: it was reported under the rules of its own time.
    """

    nhan: str
    gia_tri: GiaTri | None
    cong_bo: DanhGia | None = None
    danh_gia: DanhGia = DanhGia.KHONG_RO


@dataclass(frozen=True, slots=True, kw_only=True)
class ChiTieu:
    """One indicator; ``con`` are its sub-rows, which have no number of their own and are not counted.

    ``cong_bo`` is what the office says, ``danh_gia`` what the numbers give, by ``yeu_cau``: the target, or where that
    has no number what the result's own cell or the name requires. ``dong`` is the row in the sheet, from 1.
    """

    ma: str
    ten: str
    dong: int
    nhom: NhomChiTieu = NO_GROUP
    don_vi_tinh: str = ""
    muc_tieu: GiaTri | None = None
    thuc_hien: GiaTri | None = None
    yeu_cau: GiaTri | None = None
    moc: tuple[MocSoSanh, ...] = ()
    cong_bo: DanhGia | None = None
    danh_gia: DanhGia = DanhGia.KHONG_RO
    chu_tri: PhanCong = NOBODY
    phoi_hop: PhanCong = NOBODY
    ghi_chu: str = ""
    con: tuple[ChiTieu, ...] = ()

    @property
    def o(self) -> str | None:
        """The cell of the actual value ("Tháng 5-2026!E31"); ``None`` without one."""
        return self.thuc_hien.o if self.thuc_hien else None

    @property
    def khoang_cach(self) -> Decimal | None:
        """How far the result is from the target, as a part of the target (0.0448 of 60%); 0 when it is met.

        ``None`` where the distance has no number: a level, a verdict in words, a missing value.
        """
        return shortfall(self.thuc_hien, self.yeu_cau)

    @property
    def con_thieu(self) -> str:
        """What is missing: "2,69 điểm %", "1/7", "12 tin, bài/năm"; "" when the target is met or has no number."""
        return missing_text(self.thuc_hien, self.yeu_cau) if self.danh_gia is DanhGia.CHUA_DAT else ""

    @property
    def so_voi_muc_tieu(self) -> str:
        """How the result stands to the target: "thấp hơn 2,69 điểm % so với mục tiêu", "bằng mục tiêu".

        Of a target that bounds from above "vượt 2 điểm % so với mức tối đa". "yêu cầu" instead of "mục tiêu" where the
        result is judged by something else than the target; "" where the distance has no number.
        """
        if judge(self.thuc_hien, None, self.yeu_cau) is not self.danh_gia:
            return ""  # judged by its sub-rows
        called = "mục tiêu" if self.yeu_cau == self.muc_tieu else "yêu cầu"
        return against_target(self.thuc_hien, self.yeu_cau, called)

    def moc_theo(self, nhan: str) -> MocSoSanh:
        """The baseline in the column with the label ``nhan``; raises `InputError` without it, or with several."""
        columns = named(self.moc, nhan, lambda moc: (moc.nhan,), "bảng không có cột so sánh")
        return the_one(columns, lambda moc: moc.nhan, f"nhiều cột mang nhãn «{nhan}»", "sửa nhãn cột trong bảng")
