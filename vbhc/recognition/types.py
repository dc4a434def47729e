"""The types of văn bản by their names and the abbreviations in ký hiệu. Source: NĐ 30/2020, Điều 7; PL III."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from vbhc.model.co_ten import TenLoai
from vbhc.recognition.folding import fold_line

# Those that have a form of their own, beside the 17 of Mẫu 1.4.
_OTHERS = {
    "Nghị quyết": "NQ",
    "Quyết định": "QĐ",
    "Biên bản": "BB",
    "Hợp đồng": "HĐ",
    "Công điện": "CĐ",
    "Bản ghi nhớ": "BGN",
    "Bản thỏa thuận": "BTT",
    "Giấy mời": "GM",
    "Giấy giới thiệu": "GGT",
    "Giấy nghỉ phép": "GNP",
}
VIET_TAT: Mapping[str, str] = MappingProxyType({it.value: it.viet_tat for it in TenLoai} | _OTHERS)
"""The name of each type that has an abbreviation, with it: "Kế hoạch" -> "KH"; công văn and thư công have none."""

_BY_NAME = {fold_line(name): name for name in VIET_TAT}
_BY_NAME |= {"thư công": "Thư công"}
# Below these stands a line that says whose văn bản it is, or nothing.
QUYET = frozenset({"Quyết định", "Nghị quyết"})


def type_named(folded: str) -> str:
    """The type whose name a line is, whatever its case; "" for any other line.

    >>> type_named("kế hoạch"), type_named("kế hoạch năm")
    ('Kế hoạch', '')
    """
    return _BY_NAME.get(folded, "")
