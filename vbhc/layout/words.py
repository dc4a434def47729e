"""The decree's numbers in words: what findings say of them, and the table in ``docs/``."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal

from vbhc.layout.decree import QuyDinh
from vbhc.text.numbers import format_number, round_half_up

DO_CHAC: Mapping[str, str] = {
    "A": "đọc trong chính phụ lục của nghị định",
    "B": "hai nguồn thứ cấp trở lên ghi như nhau",
    "C": "một nguồn thứ cấp",
    "M": "theo hiểu biết chung, chưa tìm được nguồn để đối chiếu",
    "D": "suy ra từ quy định hoặc văn bản mẫu",
}
"""How sure a rule or a number is, by its letter."""


def measure(value: float, unit: str = "mm") -> str:
    """A length or size as staff read it, with at most two decimals.

    >>> measure(25.4), measure(210.0208, ""), measure(13.0, "pt")
    ('25,4 mm', '210,02', '13 pt')
    """
    number = round_half_up(Decimal(str(value)), 2).normalize()
    return f"{format_number(number)} {unit}".rstrip()


def allowed(rule: QuyDinh, unit: str = "mm") -> str:
    """What a rule allows: "210 mm", "30–35 mm", "10 hoặc 12,7 mm", "từ 6 pt trở lên"."""
    if rule.gia_tri:
        return " hoặc ".join([*(measure(value, "") for value in rule.gia_tri[:-1]), measure(rule.gia_tri[-1], unit)])
    if math.isinf(rule.max):
        return f"từ {measure(rule.min, unit)} trở lên"
    if rule.min == rule.max:
        return measure(rule.min, unit)
    return f"{measure(rule.min, '')}–{measure(rule.max, unit)}"
