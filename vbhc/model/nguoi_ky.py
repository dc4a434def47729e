"""Who signs, and by what right (ô số 7a and 7b)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic.json_schema import JsonSchemaValue

from vbhc.model.base import Choice, ChuoiKhongDau, Model, OneOrMany, WrittenModel


class KyHieuQuyenHan(Choice):
    """The right to sign, written before a collective or a chức vụ. Source: NĐ 30/2020, PL I, Phần I, II.7.b."""

    TM = "TM."
    Q = "Q."
    KT = "KT."
    TL = "TL."
    TUQ = "TUQ."


TM, Q, KT, TL, TUQ = KyHieuQuyenHan

# Which ký hiệu may stand line by line (None: a chức vụ alone). A person authorised (TUQ.) may not pass it on, and
# nobody signs for a collective or by order without saying as what. Source: NĐ 30/2020, Điều 13; PL I, Phần I, II.7.b.
CHUOI_HOP_LE = frozenset(
    {
        (None,),
        (Q,),
        (TM, None),
        (TM, Q),
        (KT, None),
        (TL, None),
        (TL, Q),
        (TUQ, None),
        (TM, KT, None),
        (TL, KT, None),
    }
)


class QuyenHan(WrittenModel):
    """One line above the signature: "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"."""

    model_config = ConfigDict(title="Quyền hạn, chức vụ")
    _short_form: ClassVar[JsonSchemaValue] = {"type": "string", "examples": ["KT. Chủ tịch"]}

    ky_hieu: KyHieuQuyenHan | None = Field(default=None, title="Ký hiệu quyền hạn")
    chuc_vu: ChuoiKhongDau = Field(title="Chức vụ hoặc tên tập thể")

    @classmethod
    def _from_text(cls, text: str) -> Mapping[str, Any]:
        """The parts of "KT. Chủ tịch"; "KT.Chủ tịch" is read alike."""
        if "\n" in text.strip():
            raise ValueError(f"«{text}»: mỗi dòng quyền hạn là một mục riêng của danh sách")
        if re.match(r"^(TM|Q|KT|TL|TUQ)\s|^(T/M|K/T|T/L)\b", text.strip()):
            raise ValueError(f"«{text}»: sau ký hiệu quyền hạn phải có dấu chấm, như «KT. Chủ tịch»")
        match = re.match(r"^(TM|Q|KT|TL|TUQ)\.\s*(.*)$", text.strip(), re.IGNORECASE)
        return {"ky_hieu": f"{match[1].upper()}.", "chuc_vu": match[2]} if match else {"chuc_vu": text}

    @model_validator(mode="after")
    def _prefix_stands_apart(self) -> Self:
        if re.match(r"(TM|Q|KT|TL|TUQ)\.", self.chuc_vu, re.IGNORECASE):
            raise ValueError(f"«{self.chuc_vu}»: ghi ký hiệu quyền hạn ở `ky_hieu`, hoặc viết cả dòng thành một chuỗi")
        return self

    def __str__(self) -> str:
        return f"{self.ky_hieu} {self.chuc_vu}" if self.ky_hieu else self.chuc_vu


class NguoiKy(Model):
    """The signature block: one to three lines of quyền hạn and chức vụ, then the name; in a draft a blank for each."""

    model_config = ConfigDict(title="Người ký")

    quyen_han: Annotated[tuple[QuyenHan, ...], OneOrMany("\n")] = Field(
        default=(),
        max_length=3,
        title="Quyền hạn, chức vụ",
        description="Bỏ trống trong dự thảo",
        examples=[["KT. Chủ tịch", "Phó Chủ tịch"]],
    )
    chuc_vu_khac: ChuoiKhongDau | None = Field(
        default=None, title="Chức vụ ghi trên họ tên", description="Chức vụ trong cơ quan, khi ký cho tổ chức tư vấn"
    )
    ho_ten: ChuoiKhongDau | None = Field(default=None, title="Họ và tên", description="Bỏ trống trong dự thảo")

    @model_validator(mode="after")
    def _chain_is_legal(self) -> Self:
        chain = tuple(line.ky_hieu for line in self.quyen_han)
        if chain and chain not in CHUOI_HOP_LE:
            written = " / ".join(str(line) for line in self.quyen_han)
            raise ValueError(
                f"«{written}» không phải cách ghi quyền hạn hợp lệ; các cách ghi: "
                + "; ".join(sorted(_as_example(legal) for legal in CHUOI_HOP_LE))
            )
        return self


def _as_example(chain: tuple[KyHieuQuyenHan | None, ...]) -> str:
    return " / ".join(f"{ky_hieu} …" if ky_hieu else "chức vụ" for ky_hieu in chain)
