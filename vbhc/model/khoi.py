"""The blocks that a body or a phụ lục is made of (ô số 6): paragraphs, numbered items, dashes and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from vbhc.model.bang import Bang
from vbhc.model.base import ChuoiKhongDau, Model, ShortModel, VanXuoi
from vbhc.model.danh_so import CapMuc


class Doan(Model):
    """One paragraph."""

    model_config = ConfigDict(title="Đoạn")
    _text_fields: ClassVar[tuple[str, ...]] = ("noi_dung",)

    loai: Literal["doan"] = Field(default="doan", title="Loại khối")
    noi_dung: VanXuoi = Field(title="Nội dung")


class GachDauDong(ShortModel):
    """An item behind a dash; the items under it stand behind a plus sign."""

    model_config = ConfigDict(title="Gạch đầu dòng")
    _text_fields: ClassVar[tuple[str, ...]] = ("noi_dung", "con")

    loai: Literal["gach_dau_dong"] = Field(default="gach_dau_dong", title="Loại khối")
    noi_dung: VanXuoi = Field(title="Nội dung")
    con: tuple[GachDauDong, ...] = Field(default=(), title="Các ý bên dưới")

    @classmethod
    def _from_short(cls, value: Any) -> Any:
        """A string is the words alone."""
        return {"noi_dung": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _has_two_levels(self) -> Self:
        if any(item.con for item in self.con):
            raise ValueError("dưới gạch đầu dòng chỉ có một cấp dấu cộng; ý sâu hơn hãy viết thành mục hoặc đoạn riêng")
        return self


LONGEST_NUMBER = 20


def _is_number(text: str) -> str:
    if len(text) > LONGEST_NUMBER:
        raise ValueError(
            f"dài quá {LONGEST_NUMBER} ký tự; ở đây chỉ ghi số, như «1a.», chữ ghi ở `tieu_de` hay `noi_dung`"
        )
    return text


SoGhiSan = Annotated[ChuoiKhongDau, AfterValidator(_is_number)]
"""The number of a mục as its author wrote it."""


class Muc(Model):
    """An item of the outline, with or without a tiêu đề, and what stands under it.

    Its level is the next one under the item it stands in, or ``cap_muc``; its number comes from its place, or is kept
    as ``so`` says. With ``chay_lien`` the text follows the tiêu đề on its line: "a) **Nâng cao …:** …". Source:
    NĐ 30/2020, PL I, Phần I, II.6.
    """

    model_config = ConfigDict(title="Mục")
    _text_fields: ClassVar[tuple[str, ...]] = ("tieu_de", "noi_dung", "khoi")

    loai: Literal["muc"] = Field(default="muc", title="Loại khối")
    cap_muc: CapMuc | None = Field(default=None, title="Cấp", description="Bỏ trống thì là cấp ngay dưới mục chứa nó")
    so: SoGhiSan | None = Field(
        default=None, title="Số ghi sẵn", description="Chỉ dùng khi phải giữ số như văn bản gốc"
    )
    tieu_de: VanXuoi | None = Field(default=None, title="Tiêu đề")
    chay_lien: bool = Field(default=False, title="Nội dung viết liền sau tiêu đề")
    noi_dung: VanXuoi | None = Field(default=None, title="Nội dung")
    khoi: tuple[Khoi, ...] = Field(default=(), title="Các khối bên dưới")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.tieu_de is None and self.noi_dung is None:
            raise ValueError("mục phải có tiêu đề hoặc nội dung")
        if self.chay_lien and (self.tieu_de is None or self.noi_dung is None):
            raise ValueError("`chay_lien` cần cả tiêu đề và nội dung")
        return self


Khoi = Annotated[Doan | Muc | GachDauDong | Bang, Field(discriminator="loai")]
"""One block, told apart by ``loai``."""


def tables(blocks: Iterable[Khoi], path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Bang]]:
    """Every table in ``blocks``, however deep, with the way to it."""
    for position, block in enumerate(blocks):
        if isinstance(block, Bang):
            yield (*path, position), block
        elif isinstance(block, Muc):
            yield from tables(block.khoi, (*path, position, "khoi"))


GachDauDong.model_rebuild()
Muc.model_rebuild()
