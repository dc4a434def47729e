"""Công văn: the letter between agencies (PL III, Mẫu 1.5)."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from pydantic import ConfigDict, Field, field_validator

from vbhc.model.khoi import CachDanhSo
from vbhc.model.noi_nhan import KinhGui
from vbhc.model.van_ban import VanBan


class CongVan(VanBan):
    """A công văn. Source: NĐ 30/2020, PL I, Phần I, II; PL III, Mẫu 1.5."""

    model_config = ConfigDict(title="Công văn")
    ten_goi: ClassVar[str] = "Công văn"
    danh_so: ClassVar[tuple[CachDanhSo, ...]] = (CachDanhSo.A_RAP, CachDanhSo.CHU_CAI)

    loai: Literal["congvan"] = Field(default="congvan", title="Loại văn bản")
    kinh_gui: KinhGui = Field(title="Kính gửi")

    @field_validator("trich_yeu")
    @classmethod
    def _said_once(cls, trich_yeu: str) -> str:
        """Behind the printed "V/v" no second "về việc"."""
        return re.sub(r"^về việc\s+(?=\S)", "", trich_yeu, flags=re.IGNORECASE)
