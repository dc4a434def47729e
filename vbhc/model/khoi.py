"""The blocks that a body or a phụ lục is made of (ô số 6): paragraphs, numbered items, dashes and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from vbhc.model.bang import Bang
from vbhc.model.base import Chuoi, Model, ShortModel, VanXuoi
from vbhc.text.numbering import LETTERS, letter, roman


class CachDanhSo(StrEnum):
    """How the items of one level are numbered. Source: NĐ 30/2020, PL I, Phần I, II.6.đ."""

    LA_MA = "I."
    A_RAP = "1."
    CHU_CAI = "a)"

    def number(self, position: int) -> str:
        """The printed number of the ``position``-th item, counted from 1."""
        writers: dict[str, Callable[[int], str]] = {"I.": roman, "1.": str, "a)": letter}
        return writers[self](position) + self[1:]


class Doan(Model):
    """One paragraph."""

    model_config = ConfigDict(title="Đoạn")

    loai: Literal["doan"] = Field(default="doan", title="Loại khối")
    noi_dung: VanXuoi = Field(title="Nội dung")


class GachDauDong(ShortModel):
    """An item behind a dash; the items under it stand behind a plus sign."""

    model_config = ConfigDict(title="Gạch đầu dòng")

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


class Muc(Model):
    """A numbered item, with or without a tiêu đề, and what stands under it.

    The number comes from the place of the item in the scheme of the type of văn bản; ``so`` keeps a number as it was
    written elsewhere. Source: NĐ 30/2020, PL I, Phần I, II.6.
    """

    model_config = ConfigDict(title="Mục")

    loai: Literal["muc"] = Field(default="muc", title="Loại khối")
    so: Chuoi | None = Field(default=None, title="Số ghi sẵn", description="Chỉ dùng khi phải giữ số như văn bản gốc")
    tieu_de: VanXuoi | None = Field(default=None, title="Tiêu đề")
    noi_dung: VanXuoi | None = Field(default=None, title="Nội dung")
    khoi: tuple[Khoi, ...] = Field(default=(), title="Các khối bên dưới")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.tieu_de is None and self.noi_dung is None:
            raise ValueError("mục phải có tiêu đề hoặc nội dung")
        return self


Khoi = Annotated[Doan | Muc | GachDauDong | Bang, Field(discriminator="loai")]
"""One block, told apart by ``loai``."""


def unnumbered(blocks: Iterable[Khoi], scheme: Sequence[CachDanhSo]) -> Iterator[str]:
    """Why mục of ``blocks`` cannot be numbered: nested too deep, or more of them than there are letters."""
    items = [block for block in blocks if isinstance(block, Muc)]
    if items and not scheme:
        yield "có mục lồng sâu hơn các cấp đánh số"
        return
    if len(items) > len(LETTERS) and scheme[0] is CachDanhSo.CHU_CAI:
        yield f"có {len(items)} điểm trong một mục, nhiều hơn {len(LETTERS)} chữ cái để đánh số"
    for item in items:
        yield from unnumbered(item.khoi, scheme[1:])


GachDauDong.model_rebuild()
Muc.model_rebuild()
