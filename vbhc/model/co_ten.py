"""Văn bản that print their type: kế hoạch, báo cáo, thông báo and the others of PL III, Mẫu 1.4."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, ConfigDict, Field

from vbhc.model.base import Choice, OneOrMany, VanXuoi
from vbhc.model.danh_so import CapMuc
from vbhc.model.mark_checks import Defect
from vbhc.model.noi_nhan import KinhGui, NoiNhan
from vbhc.model.so_ky_hieu import SoKyHieu
from vbhc.model.van_ban import VanBan
from vbhc.text.markup import parse_inline, to_markup


class TenLoai(Choice):
    """The 17 types of Mẫu 1.4. Source: NĐ 30/2020, Điều 7; PL III, Mẫu 1.4."""

    CHI_THI = "Chỉ thị"
    QUY_CHE = "Quy chế"
    QUY_DINH = "Quy định"
    THONG_CAO = "Thông cáo"
    THONG_BAO = "Thông báo"
    HUONG_DAN = "Hướng dẫn"
    CHUONG_TRINH = "Chương trình"
    KE_HOACH = "Kế hoạch"
    PHUONG_AN = "Phương án"
    DE_AN = "Đề án"
    DU_AN = "Dự án"
    BAO_CAO = "Báo cáo"
    TO_TRINH = "Tờ trình"
    GIAY_UY_QUYEN = "Giấy ủy quyền"
    PHIEU_GUI = "Phiếu gửi"
    PHIEU_CHUYEN = "Phiếu chuyển"
    PHIEU_BAO = "Phiếu báo"

    @property
    def viet_tat(self) -> str:
        """How ký hiệu abbreviate it: "KH". Source: NĐ 30/2020, PL III, bảng chữ viết tắt."""
        return _VIET_TAT[self]


_ABBREVIATIONS = (
    "CT",
    "QC",
    "QyĐ",
    "TC",
    "TB",
    "HD",
    "CTr",
    "KH",
    "PA",
    "ĐA",
    "DA",
    "BC",
    "TTr",
    "GUQ",
    "PG",
    "PC",
    "PB",
)
_VIET_TAT: Mapping[str, str] = MappingProxyType(dict(zip(TenLoai, _ABBREVIATIONS, strict=True)))
# Only these go up to an agency that is addressed. Source: NĐ 30/2020, PL I, Phần I, II.9.a.
CO_KINH_GUI = frozenset({TenLoai.TO_TRINH, TenLoai.BAO_CAO})


def _without_end(text: str) -> str:
    """Without the marks that end it, also before the mark of a footnote and inside of a format."""
    given = parse_inline(text)
    runs = list(given)
    for at in reversed(range(len(runs))):
        runs[at] = runs[at]._replace(text=re.sub(r"(?<![;.,\s])[;.,\s]+\Z", "", runs[at].text))
        if runs[at].text or runs[at].cite:
            return text if tuple(runs) == given else to_markup(runs)
    raise ValueError("không được để trống")


CanCu = Annotated[VanXuoi, AfterValidator(_without_end)]
"""One line of căn cứ ("Căn cứ Luật …"), without its end mark, which is computed."""


class VanBanCoTen(VanBan):
    """A văn bản with tên loại and trích yếu above its body. Source: NĐ 30/2020, PL I, Phần I, II.5; PL III, Mẫu 1.4."""

    model_config = ConfigDict(title="Văn bản có tên loại")
    _text_fields: ClassVar[tuple[str, ...]] = ("can_cu", "noi_dung", "phu_luc")
    cap_dau: ClassVar[CapMuc] = CapMuc.LA_MA

    loai: Literal["vanbancoten"] = Field(default="vanbancoten", title="Loại văn bản")
    ten_loai: TenLoai = Field(title="Tên loại")
    so_ky_hieu: SoKyHieu = Field(  # type: ignore[assignment]  # nothing written, which tells how to write it
        default_factory=dict, title="Số, ký hiệu", description="Bỏ trống thì lập từ tên loại và `co_quan.viet_tat`"
    )
    can_cu: Annotated[tuple[CanCu, ...], OneOrMany("\n")] = Field(default=(), title="Căn cứ ban hành")
    kinh_gui: KinhGui | None = Field(default=None, title="Kính gửi", description="Chỉ dùng cho tờ trình, báo cáo")
    noi_nhan: NoiNhan = Field(title="Nơi nhận")

    @property
    def ten_goi(self) -> str:
        """The type as a sentence names it."""
        return self.ten_loai.value

    @property
    def cac_can_cu(self) -> tuple[str, ...]:
        """The printed lines, as markup: "." ends the last, ";" the others. Source: NĐ 30/2020, PL I, Phần I, II.6.b."""
        last = len(self.can_cu)
        return tuple(f"{line}{'.' if position == last else ';'}" for position, line in enumerate(self.can_cu, 1))

    @classmethod
    def _nhom_ky_hieu(cls, data: Mapping[str, Any], co_quan: Any) -> tuple[Any, Any]:
        """ "KH-UBND": the tên loại and the agency."""
        ten_loai = data.get("ten_loai", cls.model_fields["ten_loai"].default)
        return _VIET_TAT.get(ten_loai) if isinstance(ten_loai, str) else None, co_quan

    def _defects(self) -> Iterator[Defect]:
        yield from self._misfits()
        yield from super()._defects()

    def _misfits(self) -> Iterator[Defect]:
        """What another type of văn bản may have, but not this one."""
        ten_goi, begins = self.ten_goi.lower(), f"{self.ten_loai.viet_tat}-"
        if not self.so_ky_hieu.ky_hieu.startswith(begins):
            said = f"ký hiệu «{self.so_ky_hieu.ky_hieu}» không hợp với {ten_goi}"
            hint = f"ký hiệu của {ten_goi} bắt đầu bằng {begins}, ví dụ {begins}UBND"
            yield Defect("VB001", "truong-khong-hop-le", said, hint, ("so_ky_hieu", "ky_hieu"))
        if self.kinh_gui and self.ten_loai not in CO_KINH_GUI:
            said, hint = f"{ten_goi} không có phần Kính gửi", "bỏ phần này; chỉ tờ trình và báo cáo mới có"
            yield Defect("VB001", "truong-khong-hop-le", said, hint, ("kinh_gui",))


class KeHoach(VanBanCoTen):
    """A kế hoạch. Source: NĐ 30/2020, PL III, Mẫu 1.4."""

    model_config = ConfigDict(title="Kế hoạch")

    loai: Literal["kehoach"] = Field(default="kehoach", title="Loại văn bản")  # type: ignore[assignment]
    ten_loai: Literal[TenLoai.KE_HOACH] = Field(default=TenLoai.KE_HOACH, title="Tên loại")
