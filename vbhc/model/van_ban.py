"""A văn bản hành chính: the parts that every type has, and its two states, draft and issued."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Annotated, Any, ClassVar, Self

from pydantic import ConfigDict, Field, ValidationInfo, model_validator

from vbhc.errors import InputError
from vbhc.findings import Finding, Location, Report, Severity
from vbhc.model.base import ByMa, Choice, ChuoiKhongDau, Model, VanXuoi
from vbhc.model.chu_thich import ChuThich
from vbhc.model.co_quan import CoQuan, DiaChi
from vbhc.model.danh_so import CapMuc
from vbhc.model.khoi import Khoi
from vbhc.model.mark_checks import UNUSED_NOTE, Defect, check_marks
from vbhc.model.mentions import Resolver, rewritten
from vbhc.model.messages import place_of
from vbhc.model.nguoi_ky import NguoiKy
from vbhc.model.noi_nhan import NoiNhan, TrichYeu
from vbhc.model.number_checks import check_numbers
from vbhc.model.so_ky_hieu import SoKyHieu, ThoiGian, with_ky_hieu
from vbhc.model.vien_dan import VienDan

_COPYING = object()
"""The context in which a copy with other fields is checked."""


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
    _text_fields: ClassVar[tuple[str, ...]] = ("tieu_de", "noi_dung")

    tieu_de: VanXuoi | None = Field(default=None, title="Tiêu đề phụ lục")
    noi_dung: tuple[Khoi, ...] = Field(min_length=1, title="Nội dung phụ lục")
    huong: Huong = Field(default=Huong.TU_DONG, title="Hướng giấy")


class VanBan(Model):
    """What every văn bản hành chính has. Source: NĐ 30/2020, Điều 8."""

    _text_fields: ClassVar[tuple[str, ...]] = ("noi_dung", "phu_luc")
    cap_dau: ClassVar[CapMuc]
    """The level of the mục that stand in no other."""

    loai: str
    co_quan: CoQuan = Field(title="Cơ quan ban hành")
    so_ky_hieu: SoKyHieu = Field(title="Số, ký hiệu")
    dia_danh: ChuoiKhongDau = Field(title="Địa danh", examples=["Bắc Ninh"])
    thoi_gian: ThoiGian = Field(title="Thời gian ban hành")
    trich_yeu: TrichYeu = Field(title="Trích yếu nội dung")
    noi_dung: tuple[Khoi, ...] = Field(min_length=1, title="Nội dung")
    noi_nhan: NoiNhan = Field(default_factory=lambda: NoiNhan(), title="Nơi nhận")
    nguoi_ky: NguoiKy = Field(default_factory=lambda: NguoiKy(), title="Người ký")
    phu_luc: tuple[PhuLuc, ...] = Field(default=(), title="Phụ lục")
    chu_thich: Annotated[tuple[ChuThich, ...], ByMa()] = Field(
        default=(), title="Chú thích", description="Mỗi chú thích đứng ở chỗ có dấu [^mã]"
    )
    vien_dan: Annotated[tuple[VienDan, ...], ByMa()] = Field(
        default=(), title="Văn bản được viện dẫn", description="Nhắc đến bằng [@mã]; lần đầu ghi đủ, lần sau ghi gọn"
    )
    do_khan: DoKhan | None = Field(default=None, title="Độ khẩn")
    pham_vi_luu_hanh: ChuoiKhongDau | None = Field(default=None, title="Phạm vi lưu hành", examples=["LƯU HÀNH NỘI BỘ"])
    dia_chi: DiaChi | None = Field(default=None, title="Địa chỉ cơ quan")
    trang_thai: TrangThai = Field(default=TrangThai.DU_THAO, title="Trạng thái")

    @property
    def ten_goi(self) -> str:
        """The type as a sentence names it: "Công văn"."""
        raise NotImplementedError

    @property
    def cac_can_cu(self) -> tuple[str, ...]:
        """The printed lines of the căn cứ, as markup, end marks in place; () for a type that states none."""
        return ()

    @classmethod
    def _nhom_ky_hieu(cls, data: Mapping[str, Any], co_quan: Any) -> tuple[Any, Any]:
        """The groups of its ký hiệu, the agency abbreviated as ``co_quan``; `DON_VI` for the unit that drafts."""
        raise NotImplementedError

    @model_validator(mode="before")
    @classmethod
    def _with_ky_hieu(cls, data: Any) -> Any:
        """Before the fields are read, so that each of their problems is told and no `SoKyHieu` lacks its ký hiệu."""
        if not isinstance(data, Mapping):
            return data
        agency = data.get("co_quan")
        co_quan = agency.get("viet_tat") if isinstance(agency, Mapping) else getattr(agency, "viet_tat", None)
        made = with_ky_hieu(data.get("so_ky_hieu"), cls._nhom_ky_hieu(data, co_quan))
        return data if made is None else {**data, "so_ky_hieu": made}

    @model_validator(mode="after")
    def _is_whole(self, info: ValidationInfo) -> Self:
        forgiven = UNUSED_NOTE if info.context is _COPYING else None
        problems = Report.of(problem for problem in self._problems() if problem.code != forgiven)
        if problems:
            raise InputError(f"{self.ten_goi}: {len(problems)} chỗ chưa đúng.", report=problems)
        return self

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with other fields, read and checked as a new văn bản is; raises `InputError`.

        A footnote whose mark was cut away with the text that it stood in is no problem of a copy, unless ``update``
        gives it.
        """
        if not update:
            return super().model_copy(deep=deep)
        context = None if "chu_thich" in update else _COPYING
        return type(self).model_validate({**dict(self), **update}, context=context)

    def _problems(self) -> Iterator[Finding]:
        for defect in self._defects():
            place = Location(place_of(type(self), defect.path))
            yield Finding(defect.code, defect.slug, Severity.ERROR, defect.message, defect.hint, place)
        if self.trang_thai is TrangThai.BAN_HANH:
            yield from self.blanks()

    def _defects(self) -> Iterator[Defect]:
        """What does not fit together, field by field; a type adds what does not fit it."""
        yield from check_numbers(self.noi_dung, self.cap_dau, ("noi_dung",))
        for position, phu_luc in enumerate(self.phu_luc):
            yield from check_numbers(phu_luc.noi_dung, self.cap_dau, ("phu_luc", position, "noi_dung"))
        yield from check_marks(self, self.chu_thich, self.vien_dan)

    def voi_vien_dan(self) -> Self:
        """The same văn bản with its citations written out: in full where first mentioned, in short afterwards.

        Source: NĐ 30/2020, PL I, Phần I, II.6.
        """
        if not self.vien_dan:
            return self
        resolver = Resolver(self.vien_dan, self.chu_thich)
        fields = {
            name: rewritten(getattr(self, name), partial(resolver.text, trong_can_cu=name == "can_cu"))
            for name in self._text_fields
        }
        # A note whose mark was cut away was not read with the text; it is written out here.
        said = {ma: resolver.text(text) for ma, text in resolver.notes.items()}
        notes = tuple(note.model_copy(update={"noi_dung": said[note.ma]}) for note in self.chu_thich)
        return super().model_copy(update={**fields, "chu_thich": notes, "vien_dan": ()})

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
        if not self.nguoi_ky.quyen_han:
            yield "nguoi_ky", "quyen_han"
        if self.nguoi_ky.ho_ten is None:
            yield "nguoi_ky", "ho_ten"

    def ban_hanh(self) -> Self:
        """The same văn bản, issued; raises `InputError` with every blank."""
        blanks = self.blanks()
        if blanks:
            raise InputError(f"Chưa ban hành được: còn {len(blanks)} chỗ trống.", report=blanks)
        return self.model_copy(update={"trang_thai": TrangThai.BAN_HANH})
