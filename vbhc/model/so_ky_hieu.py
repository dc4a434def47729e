"""Số, ký hiệu and thời gian ban hành: complete in an issued văn bản, with visible gaps in a draft (ô số 3 and 4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator
from pydantic.json_schema import JsonSchemaValue

from vbhc.model.base import ChuoiKhongDau, WrittenModel
from vbhc.text.dates import GAP, date_in_words, parse_date

PATTERN = re.compile(r"^(?:số\s*:?)?\s*(?P<so>\d+)?\s*/\s*(?P<ky_hieu>\S(?:.*\S)?)$", re.IGNORECASE)
_GROUP = r"[^\s/-]+"
DON_VI = "don_vi"
"""The field of the unit that drafts, and the group of a ký hiệu that it gives."""


def _in_groups(text: str) -> str:
    if not re.fullmatch(rf"{_GROUP}(-{_GROUP})*", text):
        raise ValueError("chữ viết tắt phải viết liền, như UBND, SKHCN")
    return text


VietTat = Annotated[ChuoiKhongDau, AfterValidator(_in_groups)]
"""How ký hiệu abbreviate an agency: set by its head, so it is told, not made of the name."""


_BY_UNIT: JsonSchemaValue = {
    "type": "object",
    "title": "Số và đơn vị soạn thảo",
    "properties": {
        "so": {"type": ["integer", "string", "null"], "title": "Số"},
        DON_VI: {"type": ["string", "null"], "title": "Viết tắt đơn vị soạn thảo hoặc lĩnh vực"},
    },
    "additionalProperties": False,
}


class SoKyHieu(WrittenModel):
    """Số and ký hiệu: ``SoKyHieu.parse("5/BNV-VP")`` prints "05/BNV-VP"; without a số, a gap (a draft).

    In a văn bản it may be given without its ký hiệu, which the type and the agency then make, and in a công văn
    ``don_vi``, the unit that drafts. Source: NĐ 30/2020, PL I, Phần I, II.3.
    """

    model_config = ConfigDict(title="Số, ký hiệu")
    _short_form: ClassVar[JsonSchemaValue] = {
        "anyOf": [{"type": "string"}, _BY_UNIT],
        "examples": ["12/UBND-VX", {"don_vi": "VX"}],
    }
    _short_fields: ClassVar[tuple[str, ...]] = (DON_VI,)

    so: int | None = Field(default=None, ge=1, title="Số", description="Bỏ trống trong dự thảo")
    ky_hieu: ChuoiKhongDau = Field(title="Ký hiệu", examples=["UBND-VX", "SKH-CN-CĐS", "KH-UBND"])

    @classmethod
    def _from_text(cls, text: str) -> Mapping[str, Any]:
        """The two parts of "12/UBND-VX"; "/UBND-VX" has no số yet."""
        match = PATTERN.match(text.strip())
        if match is None:
            raise ValueError(f"«{text}» không đọc được thành số và ký hiệu; hãy viết như 12/UBND-VX hoặc /UBND-VX")
        return {"so": int(match["so"]) if match["so"] else None, "ky_hieu": match["ky_hieu"]}

    @classmethod
    def _from_short(cls, value: Any) -> Any:
        """The fields of the string form; what has no ký hiệu got none from its văn bản, and is told how."""
        fields = super()._from_short(value)
        if isinstance(fields, Mapping):
            _refuse_without_ky_hieu(fields)
        return fields

    @model_validator(mode="after")
    def _ky_hieu_has_groups(self) -> Self:
        if re.match(r"^\d{4}/", self.ky_hieu):
            raise ValueError(
                "có năm ở giữa là số của văn bản quy phạm pháp luật; văn bản hành chính viết như 12/UBND-VX"
            )
        if not re.fullmatch(rf"{_GROUP}(-{_GROUP})+", self.ky_hieu):
            raise ValueError(f"ký hiệu «{self.ky_hieu}» phải gồm các nhóm chữ nối bằng gạch nối, không có dấu cách")
        return self

    def __str__(self) -> str:
        return f"{GAP if self.so is None else format(self.so, '02d')}/{self.ky_hieu}"


def _refuse_without_ky_hieu(fields: Mapping[str, Any]) -> None:
    don_vi = fields.get(DON_VI)
    if "ky_hieu" in fields and don_vi is not None:
        raise ValueError(f"ký hiệu «{fields['ky_hieu']}» đã đủ, không thêm đơn vị soạn thảo; hãy bỏ `don_vi`")
    if don_vi is not None:
        raise ValueError(
            "chưa lập được ký hiệu từ `don_vi`, vì `co_quan` không có chữ viết tắt; hãy thêm viet_tat, như "
            f"co_quan: {{ten: …, viet_tat: UBND}}, hoặc viết cả ký hiệu, như so_ky_hieu: /UBND-{don_vi}"
        )
    if fields.keys() <= {"so", DON_VI}:
        raise ValueError(
            "chưa có ký hiệu; hãy viết như /UBND-VX, hoặc thêm viet_tat ở `co_quan`, và với công văn cả `don_vi` ở đây"
        )


def with_ky_hieu(so_ky_hieu: Any, groups: Iterable[Any]) -> Any:
    """``so_ky_hieu`` as somebody wrote it, made whole by the ``groups`` of its ký hiệu where all of them are known.

    A group that is `DON_VI` is taken from ``so_ky_hieu``.
    """
    said = {} if so_ky_hieu is None else so_ky_hieu
    if not isinstance(said, Mapping) or "ky_hieu" in said:
        return so_ky_hieu
    rest = dict(said)
    known = [rest.pop(DON_VI, None) if group is DON_VI else group for group in groups]
    if not all(isinstance(group, str) and group.strip() for group in known):
        return so_ky_hieu
    return {**rest, "ky_hieu": "-".join(group.strip() for group in known)}


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
