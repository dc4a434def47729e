"""Công văn: the letter between agencies (PL III, Mẫu 1.5)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from pydantic import ConfigDict, Field, field_validator

from vbhc.model.danh_so import CapMuc
from vbhc.model.noi_nhan import KinhGui
from vbhc.model.so_ky_hieu import DON_VI
from vbhc.model.van_ban import VanBan


class CongVan(VanBan):
    """A công văn. Source: NĐ 30/2020, PL I, Phần I, II; PL III, Mẫu 1.5."""

    model_config = ConfigDict(title="Công văn")
    cap_dau: ClassVar[CapMuc] = CapMuc.KHOAN

    loai: Literal["congvan"] = Field(default="congvan", title="Loại văn bản")
    kinh_gui: KinhGui = Field(title="Kính gửi")

    @property
    def ten_goi(self) -> str:
        """The type as a sentence names it."""
        return "Công văn"

    @classmethod
    def _nhom_ky_hieu(cls, data: Mapping[str, Any], co_quan: Any) -> tuple[Any, Any]:
        """ "UBND-VX": the agency and the unit that drafts, or the lĩnh vực."""
        return co_quan, DON_VI

    @field_validator("trich_yeu")
    @classmethod
    def _said_once(cls, trich_yeu: str) -> str:
        """Behind the printed "V/v" no second "về việc"."""
        return re.sub(r"^về việc\s+(?=\S)", "", trich_yeu, flags=re.IGNORECASE)
