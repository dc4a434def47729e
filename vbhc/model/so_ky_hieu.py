"""Số, ký hiệu and thời gian ban hành: complete in an issued văn bản, with visible gaps in a draft (ô số 3 and 4)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic.json_schema import JsonSchemaValue

from vbhc.model.base import ChuoiKhongDau, WrittenModel
from vbhc.text.dates import GAP, date_in_words, parse_date

PATTERN = re.compile(r"^(?:số\s*:?)?\s*(?P<so>\d+)?\s*/\s*(?P<ky_hieu>\S(?:.*\S)?)$", re.IGNORECASE)


class SoKyHieu(WrittenModel):
    """Số and ký hiệu: ``SoKyHieu.parse("5/BNV-VP")`` prints "05/BNV-VP"; without a số, a gap (a draft).

    Source: NĐ 30/2020, PL I, Phần I, II.3.
    """

    model_config = ConfigDict(title="Số, ký hiệu")
    _short_form: ClassVar[JsonSchemaValue] = {"type": "string", "examples": ["12/UBND-VX"]}

    so: int | None = Field(default=None, ge=1, title="Số", description="Bỏ trống trong dự thảo")
    ky_hieu: ChuoiKhongDau = Field(title="Ký hiệu", examples=["UBND-VX", "SKH-CN-CĐS", "KH-UBND"])

    @classmethod
    def _from_text(cls, text: str) -> Mapping[str, Any]:
        """The two parts of "12/UBND-VX"; "/UBND-VX" has no số yet."""
        match = PATTERN.match(text.strip())
        if match is None:
            raise ValueError(f"«{text}» không đọc được thành số và ký hiệu; hãy viết như 12/UBND-VX hoặc /UBND-VX")
        return {"so": int(match["so"]) if match["so"] else None, "ky_hieu": match["ky_hieu"]}

    @model_validator(mode="after")
    def _ky_hieu_has_groups(self) -> Self:
        if re.match(r"^\d{4}/", self.ky_hieu):
            raise ValueError(
                "có năm ở giữa là số của văn bản quy phạm pháp luật; văn bản hành chính viết như 12/UBND-VX"
            )
        if not re.fullmatch(r"[^\s/-]+(-[^\s/-]+)+", self.ky_hieu):
            raise ValueError(f"ký hiệu «{self.ky_hieu}» phải gồm các nhóm chữ nối bằng gạch nối, không có dấu cách")
        return self

    def __str__(self) -> str:
        return f"{GAP if self.so is None else format(self.so, '02d')}/{self.ky_hieu}"


class ThoiGian(WrittenModel):
    """The date of issue; in a draft the day, or day and month, may still be blank.

    Prints "ngày 05 tháng 01 năm 2020". Source: NĐ 30/2020, PL I, Phần I, II.4.b.
    """

    model_config = ConfigDict(title="Thời gian ban hành")
    _short_form: ClassVar[JsonSchemaValue] = {"type": "string", "examples": ["15/5/2026"]}

    ngay: int | None = Field(default=None, ge=1, le=31, title="Ngày")
    thang: int | None = Field(default=None, ge=1, le=12, title="Tháng")
    nam: int = Field(ge=1945, le=9999, title="Năm")

    @classmethod
    def _from_text(cls, text: str) -> Mapping[str, Any]:
        """The parts of "15/5/2026", "2026-05-15", "tháng 5 năm 2026"."""
        parts = parse_date(text)
        return {"ngay": parts.ngay, "thang": parts.thang, "nam": parts.nam}

    @model_validator(mode="before")
    @classmethod
    def _accept_date(cls, value: Any) -> Any:
        return {"ngay": value.day, "thang": value.month, "nam": value.year} if isinstance(value, date) else value

    @model_validator(mode="after")
    def _exists(self) -> Self:
        if self.ngay is not None and self.thang is None:
            raise ValueError("có ngày thì phải có tháng")
        if self.ngay is not None and self.thang is not None:
            try:
                date(self.nam, self.thang, self.ngay)
            except ValueError:
                raise ValueError(f"không có ngày {self.ngay}/{self.thang}/{self.nam} trong lịch") from None
        return self

    def __str__(self) -> str:
        return date_in_words(self.ngay, self.thang, self.nam)
