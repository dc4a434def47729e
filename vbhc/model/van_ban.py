"""A văn bản hành chính: the parts that every type has, and its two states, draft and issued."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Self

from pydantic import ConfigDict, Field, model_validator

from vbhc.errors import InputError
from vbhc.findings import Finding, Location, Report, Severity
from vbhc.model.base import Choice, Chuoi, Model, VanXuoi
from vbhc.model.co_quan import CoQuan, DiaChi
from vbhc.model.khoi import CachDanhSo, Khoi, unnumbered
from vbhc.model.messages import Step, place_of
from vbhc.model.nguoi_ky import NguoiKy
from vbhc.model.noi_nhan import NoiNhan, TrichYeu
from vbhc.model.so_ky_hieu import SoKyHieu, ThoiGian


class TrangThai(Choice):
    """A draft shows gaps where a số, a date or a name is still missing; an issued văn bản has none."""

    DU_THAO = "du_thao"
    BAN_HANH = "ban_hanh"


class DoKhan(Choice):
    """How urgent (ô số 10b), as stamped. Source: NĐ 30/2020, PL I, Phần I, III.1."""

    HOA_TOC = "HỎA TỐC"
    THUONG_KHAN = "THƯỢNG KHẨN"
    KHAN = "KHẨN"


class Huong(Choice):
    """How the pages of a phụ lục stand; ``TU_DONG``: landscape when its tables need the width."""

    TU_DONG = "tu_dong"
    DOC = "doc"
    NGANG = "ngang"


class PhuLuc(Model):
    """One appendix, on pages of its own. Source: NĐ 30/2020, PL I, Phần I, III.1 and PL III, Mẫu 2.1."""

    model_config = ConfigDict(title="Phụ lục")

    tieu_de: VanXuoi | None = Field(default=None, title="Tiêu đề phụ lục")
    noi_dung: tuple[Khoi, ...] = Field(min_length=1, title="Nội dung phụ lục")
    huong: Huong = Field(default=Huong.TU_DONG, title="Hướng giấy")


class VanBan(Model):
    """What every văn bản hành chính has. Source: NĐ 30/2020, Điều 8."""

    ten_goi: ClassVar[str]
    """The type as a sentence names it: "Công văn"."""
    danh_so: ClassVar[tuple[CachDanhSo, ...]]
    """How mục are numbered, level by level."""

    loai: str
    co_quan: CoQuan = Field(title="Cơ quan ban hành")
    so_ky_hieu: SoKyHieu = Field(title="Số, ký hiệu")
    dia_danh: Chuoi = Field(title="Địa danh", examples=["Bắc Ninh"])
    thoi_gian: ThoiGian = Field(title="Thời gian ban hành")
    trich_yeu: TrichYeu = Field(title="Trích yếu nội dung")
    noi_dung: tuple[Khoi, ...] = Field(min_length=1, title="Nội dung")
    noi_nhan: NoiNhan = Field(default_factory=lambda: NoiNhan(), title="Nơi nhận")
    nguoi_ky: NguoiKy = Field(title="Người ký")
    phu_luc: tuple[PhuLuc, ...] = Field(default=(), title="Phụ lục")
    do_khan: DoKhan | None = Field(default=None, title="Độ khẩn")
    pham_vi_luu_hanh: Chuoi | None = Field(default=None, title="Phạm vi lưu hành", examples=["LƯU HÀNH NỘI BỘ"])
    dia_chi: DiaChi | None = Field(default=None, title="Địa chỉ cơ quan")
    trang_thai: TrangThai = Field(default=TrangThai.DU_THAO, title="Trạng thái")

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        problems = Report.of(self._unnumbered())
        if self.trang_thai is TrangThai.BAN_HANH:
            problems += self.blanks()
        if problems:
            raise InputError(f"{self.ten_goi}: {len(problems)} chỗ chưa đúng.", report=problems)
        return self

    def _unnumbered(self) -> Iterator[Finding]:
        """Mục that the scheme of this type has no number for."""
        bodies: list[tuple[tuple[Step, ...], tuple[Khoi, ...]]] = [(("noi_dung",), self.noi_dung)]
        bodies += [(("phu_luc", n, "noi_dung"), phu_luc.noi_dung) for n, phu_luc in enumerate(self.phu_luc)]
        for path, blocks in bodies:
            for reason in sorted(set(unnumbered(blocks, self.danh_so))):
                hint = f"{self.ten_goi.lower()} đánh số {' → '.join(self.danh_so)}"
                place = Location(place_of(type(self), path))
                yield Finding("VB004", "muc-khong-co-so", Severity.ERROR, reason, hint, place)

    def blanks(self) -> Report:
        """What is still missing before this văn bản can be issued; empty when nothing is."""
        return Report.of(
            Finding(
                "VB002",
                "con-cho-trong",
                Severity.ERROR,
                "còn để trống; chưa ban hành được",
                "điền vào, hoặc giữ là dự thảo",
                Location(place_of(type(self), path)),
            )
            for path in self._blank_paths()
        )

    def _blank_paths(self) -> Iterator[tuple[str, str]]:
        if self.so_ky_hieu.so is None:
            yield "so_ky_hieu", "so"
        if self.thoi_gian.ngay is None:
            yield "thoi_gian", "ngay"
        if self.thoi_gian.thang is None:
            yield "thoi_gian", "thang"
        if self.nguoi_ky.ho_ten is None:
            yield "nguoi_ky", "ho_ten"

    def ban_hanh(self) -> Self:
        """The same văn bản, issued; raises `InputError` with every blank."""
        blanks = self.blanks()
        if blanks:
            raise InputError(f"Chưa ban hành được: còn {len(blanks)} chỗ trống.", report=blanks)
        return self.model_copy(update={"trang_thai": TrangThai.BAN_HANH})
