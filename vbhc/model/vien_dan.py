"""A cited văn bản ("viện dẫn"): said in full where it is first mentioned, in short afterwards."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ConfigDict, Field

from vbhc.model.base import Chuoi, NamedModel
from vbhc.model.so_ky_hieu import ThoiGian
from vbhc.text.spelling import fold

# Said by name alone, without số, ký hiệu and agency. Source: NĐ 30/2020, PL I, Phần I, II.6.
_BY_NAME = frozenset(map(fold, ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh")))
_DATE = r"(?:\s+ngày\s+(?P<thoi_gian>[0-9]+/[0-9]+/[0-9]+|[0-9]+\s+tháng\s+[0-9]+\s+năm\s+[0-9]+))?"
_LAW = re.compile(rf"(?P<loai>Hiến pháp|Bộ luật|Luật|Pháp lệnh)\s+(?P<trich_yeu>.+?){_DATE}", re.IGNORECASE)
# A trích yếu begins with one of these words; what stands before them names the agency.
_SUBJECT = "về|quy định|ban hành|phê duyệt|sửa đổi|bổ sung|hướng dẫn|thực hiện|triển khai|công bố|giao"
_NUMBERED = re.compile(
    rf"(?P<loai>\S.*?)\s+số\s+(?P<so_ky_hieu>\S+){_DATE}(?:\s+của\s+(?P<co_quan>.+?))?"
    rf"(?:\s+(?P<trich_yeu>(?:{_SUBJECT})\b.+))?",
    re.IGNORECASE,
)


class VienDan(NamedModel):
    """One văn bản that the text cites by ``[@ma]``. Source: NĐ 30/2020, PL I, Phần I, II.6.

    Of a luật or pháp lệnh ``trich_yeu`` is its name ("Tổ chức Chính phủ"); the số of a Party document is written as it
    stands ("57-NQ/TW").
    """

    model_config = ConfigDict(title="Văn bản được viện dẫn")

    loai: Chuoi = Field(title="Tên loại", examples=["Kế hoạch", "Luật"])
    so_ky_hieu: Chuoi | None = Field(default=None, title="Số, ký hiệu", examples=["131/KH-UBND", "57-NQ/TW"])
    thoi_gian: ThoiGian | None = Field(default=None, title="Thời gian ban hành")
    co_quan: Chuoi | None = Field(default=None, title="Cơ quan ban hành")
    trich_yeu: Chuoi | None = Field(
        default=None, title="Trích yếu", description="Viết như đọc nối: «về …», «quy định …»"
    )

    @classmethod
    def _from_text(cls, text: str) -> Mapping[str, Any]:
        """The parts of "Kế hoạch số 131/KH-UBND ngày 10/11/2025 của UBND tỉnh về …", of "Luật Giao dịch điện tử"."""
        written = " ".join(text.split())
        match = _NUMBERED.fullmatch(written) or _LAW.fullmatch(written)
        if match is None:
            raise ValueError(
                f"«{text}» không đọc được thành văn bản viện dẫn; hãy viết như «Kế hoạch số 131/KH-UBND ngày "
                "10/11/2025 của UBND tỉnh về …» hoặc «Luật Giao dịch điện tử»"
            )
        return {name: value for name, value in match.groupdict().items() if value}

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
