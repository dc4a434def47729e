"""The agency that issues a văn bản, and how it can be reached (ô số 2 and 13)."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from vbhc.model.base import ChuoiKhongDau, ChuoiNhieuDong, KhongDau, Model
from vbhc.model.so_ky_hieu import VietTat
from vbhc.text.spelling import NO_BREAK_SPACE


class CoQuan(Model):
    """The agency that issues ("cơ quan ban hành"), with the one directly above it if there is one.

    Names are written as in running text; a header prints them in capitals. Source: NĐ 30/2020, PL I, Phần I, II.2.
    """

    model_config = ConfigDict(title="Cơ quan ban hành")

    ten: Annotated[ChuoiNhieuDong, KhongDau] = Field(
        title="Tên cơ quan ban hành",
        description="Tên đầy đủ; xuống dòng ở đâu thì viết \\n ở đó",
        examples=["Ủy ban nhân dân\ntỉnh Bắc Ninh"],
    )
    chu_quan: Annotated[ChuoiNhieuDong, KhongDau] | None = Field(
        default=None, title="Tên cơ quan chủ quản trực tiếp", description="Bỏ trống nếu không có"
    )
    viet_tat: VietTat | None = Field(
        default=None, title="Chữ viết tắt", description="Để lập ký hiệu", examples=["UBND", "SKHCN"]
    )

    @property
    def ten_day_du(self) -> str:
        """The name on one line, as a sentence uses it."""
        return " ".join(self.ten.split())


class DiaChi(Model):
    """The address line at the foot of page 1 (ô số 13). Source: NĐ 30/2020, PL I, Phần I, III.5."""

    model_config = ConfigDict(title="Địa chỉ cơ quan")

    dia_chi: ChuoiKhongDau = Field(title="Địa chỉ")
    dien_thoai: ChuoiKhongDau | None = Field(default=None, title="Số điện thoại")
    fax: ChuoiKhongDau | None = Field(default=None, title="Số Fax")
    thu_dien_tu: ChuoiKhongDau | None = Field(default=None, title="Thư điện tử")
    trang_tin: ChuoiKhongDau | None = Field(default=None, title="Trang thông tin điện tử")

    def __str__(self) -> str:
        labelled = {
            "Địa chỉ": self.dia_chi,
            "Điện thoại": self.dien_thoai,
            "Fax": self.fax,
            "Thư điện tử": self.thu_dien_tu,
            "Trang thông tin điện tử": self.trang_tin,
        }
        parts = (f"{label}: {value}" for label, value in labelled.items() if value)
        # Breaks only between its parts, but for the address itself: a torn telephone number is misread.
        first, *others = parts
        return "; ".join([first, *(part.replace(" ", NO_BREAK_SPACE) for part in others)])
