"""A cited văn bản ("viện dẫn"): said in full where it is first mentioned, in short afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from pydantic import ConfigDict, Field, model_validator

from vbhc.model.base import ChuoiKhongDau, NamedModel
from vbhc.model.citations import is_no_name, parts_of
from vbhc.model.so_ky_hieu import ThoiGian
from vbhc.text.spelling import fold

# Said by name alone, without số, ký hiệu and agency. Source: NĐ 30/2020, PL I, Phần I, II.6.
_HIEN_PHAP = fold("Hiến pháp")
_BY_NAME = frozenset({_HIEN_PHAP, *map(fold, ("Bộ luật", "Luật", "Pháp lệnh"))})


class VienDan(NamedModel):
    """One văn bản that the text cites by ``[@ma]``. Source: NĐ 30/2020, PL I, Phần I, II.6.

    Of a luật or pháp lệnh ``trich_yeu`` is its name ("Tổ chức Chính phủ"), and its số is kept but not said; the số of a
    Party document is written as it stands ("57-NQ/TW").
    """

    model_config = ConfigDict(title="Văn bản được viện dẫn")

    loai: ChuoiKhongDau = Field(title="Tên loại", examples=["Kế hoạch", "Luật"])
    so_ky_hieu: ChuoiKhongDau | None = Field(default=None, title="Số, ký hiệu", examples=["131/KH-UBND", "57-NQ/TW"])
    thoi_gian: ThoiGian | None = Field(default=None, title="Thời gian ban hành")
    co_quan: ChuoiKhongDau | None = Field(default=None, title="Cơ quan ban hành")
    trich_yeu: ChuoiKhongDau | None = Field(
        default=None, title="Trích yếu", description="Viết như đọc nối: «về …», «quy định …»"
    )

    @classmethod
    def _from_text(cls, text: str) -> Mapping[str, Any]:
        """The parts of "Kế hoạch số 131/KH-UBND ngày 10/11/2025 của UBND tỉnh về …", of "Luật Giao dịch điện tử"."""
        return parts_of(text)

    @model_validator(mode="after")
    def _law_has_name(self) -> Self:
        if self.la_luat and fold(self.loai) != _HIEN_PHAP and is_no_name(self.trich_yeu or ""):
            raise ValueError(
                f"{self.loai.lower()} được viện dẫn bằng tên, nhưng ở đây chưa có tên; "
                "hãy viết như «Luật Giao dịch điện tử», hoặc ghi tên đó ở `trich_yeu`"
            )
        return self

    @property
    def la_luat(self) -> bool:
        """Whether it is said by its name alone."""
        return fold(self.loai) in _BY_NAME

    def day_du(self, *, trong_can_cu: bool = False) -> str:
        """What is said at the first mention; ``trong_can_cu``: a luật among the căn cứ has its date too."""
        number = f"số {self.so_ky_hieu}" if self.so_ky_hieu else None
        of = f"của {self.co_quan}" if self.co_quan else None
        date = str(self.thoi_gian) if self.thoi_gian else None
        law = (self.loai, self.trich_yeu, date if trong_can_cu else None)
        parts = law if self.la_luat else (self.loai, number, date, of, self.trich_yeu)
        return " ".join(part for part in parts if part)

    @property
    def rut_gon(self) -> str:
        """What is said afterwards: tên loại and số, ký hiệu; of a luật its name."""
        if self.la_luat or not self.so_ky_hieu:
            return " ".join(part for part in (self.loai, self.trich_yeu) if part)
        return f"{self.loai} số {self.so_ky_hieu}"
