"""Kính gửi, trích yếu and Nơi nhận: what is written to whom, with punctuation computed (ô số 5b, 9a and 9b)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import AfterValidator, ConfigDict, Field

from vbhc.model.base import ChuoiKhongDau, Model, OneOrMany, ShortModel, VanXuoi, without_marks
from vbhc.text.markup import escape

MOT_BUOC_THUT = "\u00a0\u00a0"


def _bare(text: str) -> str:
    """Without the dash and the end mark that people type and that is computed here."""
    text = re.sub(r"(\s*[;:])+\s*$", "", re.sub(r"^([-+–]\s+)+", "", text))
    return _said(text if text.count(".") > 1 else text.removesuffix(".").rstrip())  # "Co., Ltd." keeps its own


def _without_lead(text: str) -> str:
    """Without the "V/v" that the format prints itself."""
    return _said(re.sub(r"(\s*\.)+$", "", re.sub(r"^(v/v\b:?\s*)+", "", text, flags=re.IGNORECASE)))


def _said(text: str) -> str:
    if not text:
        raise ValueError("không được để trống")
    return without_marks(text)


TrichYeu = Annotated[VanXuoi, AfterValidator(_without_lead)]
"""What the văn bản is about, in one phrase without end mark; a "V/v" before it is the format's work."""

Noi = Annotated[VanXuoi, AfterValidator(_bare)]
"""One recipient, without dash and end mark: both are computed."""

KinhGui = Annotated[tuple[Noi, ...], Field(min_length=1), OneOrMany(";")]
"""One recipient or several, in order; in one string ";" parts them. Source: NĐ 30/2020, PL I, Phần I, II.9.a."""


class DongNoiNhan(ShortModel):
    """One recipient in Nơi nhận: a name, what it is sent for, and the lines under it."""

    model_config = ConfigDict(title="Một nơi nhận")

    ten: Noi = Field(title="Tên nơi nhận")
    muc_dich: ChuoiKhongDau | None = Field(default=None, title="Mục đích gửi", examples=["b/c", "để biết"])
    gom: tuple[Noi, ...] = Field(default=(), title="Các dòng bên dưới")

    @classmethod
    def _from_short(cls, value: Any) -> Any:
        """A string is the name alone."""
        return {"ten": value} if isinstance(value, str) else value

    def cac_dong(self) -> Iterator[str]:
        """The printed lines, as markup: "- Văn phòng:" then "+ CVP, PCVP;"."""
        inside = (self.muc_dich or "").strip("() ")
        purpose = f" ({escape(inside)})" if inside else ""
        yield f"- {self.ten}{purpose}{':' if self.gom else ';'}"
        yield from (f"{MOT_BUOC_THUT}+ {line};" for line in self.gom)


class Luu(ShortModel):
    """The last line, "Lưu: VT, HC (2). PL.(300)." Source: NĐ 30/2020, PL I, Phần I, II.9.b and III.4; PL III."""

    model_config = ConfigDict(title="Lưu")

    don_vi: Annotated[tuple[ChuoiKhongDau, ...], OneOrMany()] = Field(
        default=(), title="Viết tắt đơn vị soạn thảo", description="Ghi sau VT", examples=["CĐS"]
    )
    so_ban: int | None = Field(default=None, ge=1, title="Số lượng bản lưu")
    nguoi_soan_thao: ChuoiKhongDau | None = Field(default=None, title="Ký hiệu người soạn thảo")
    so_ban_phat_hanh: int | None = Field(default=None, ge=1, title="Số lượng bản phát hành")

    @classmethod
    def _from_short(cls, value: Any) -> Any:
        """A string, or a list of them, is the unit that drafted."""
        return {"don_vi": value} if isinstance(value, (str, list, tuple)) else value

    def __str__(self) -> str:
        copies = f" ({self.so_ban})" if self.so_ban else ""
        issued = f"({self.so_ban_phat_hanh})" if self.so_ban_phat_hanh else ""
        drafter = f"{self.nguoi_soan_thao.upper()}." if self.nguoi_soan_thao else ""
        tail = f" {drafter}{issued}." if issued else f" {drafter}"
        return f"Lưu: {', '.join(('VT', *self.don_vi))}{copies}.{tail.rstrip()}"


class NoiNhan(Model):
    """Everyone who receives the văn bản, and where it is kept. Source: NĐ 30/2020, PL I, Phần I, II.9.b."""

    model_config = ConfigDict(title="Nơi nhận")

    noi: Annotated[tuple[DongNoiNhan, ...], OneOrMany(";")] = Field(
        default_factory=lambda: (DongNoiNhan(ten="Như trên"),), title="Các nơi nhận"
    )
    luu: Luu = Field(default_factory=lambda: Luu(), title="Lưu")

    @property
    def cac_dong(self) -> tuple[str, ...]:
        """The printed lines, as markup, dashes and end marks in place; "Lưu" is always the last."""
        return (*(line for noi in self.noi for line in noi.cac_dong()), f"- {escape(str(self.luu))}")
