"""Căn cứ ban hành: italic, a line each, with its end mark."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.plain import CONG_VAN, KE_HOACH, QUYET_DINH, P, Plain, found


@pytest.mark.parametrize(
    "document",
    [
        KE_HOACH,
        QUYET_DINH,
        replace(KE_HOACH, can_cu=KE_HOACH.can_cu[1:]),
        KE_HOACH.but("can_cu", 0, first=10),
        KE_HOACH.but("can_cu", 0, first=0, text="\tCăn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;"),
        replace(CONG_VAN, can_cu=(P("Thực hiện Kế hoạch số 16/KH-UBND ngày 10 tháng 11 năm 2025 của tỉnh;"),)),
    ],
)
def it_takes_can_cu_as_the_samples_have_them(document: Plain) -> None:
    assert found(document) == []


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (KE_HOACH.but("can_cu", 0, italic=False), ["TT062 đoạn 3"]),
        (KE_HOACH.but("can_cu", 1, bold=True), ["TT062 đoạn 4"]),
        (KE_HOACH.but("can_cu", 1, pt=12), ["TT063 đoạn 4"]),
        (KE_HOACH.but("can_cu", 0, text="Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024."), ["TT064 đoạn 3"]),
        (KE_HOACH.but("can_cu", 1, text="Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024,"), ["TT064 đoạn 4"]),
        (KE_HOACH.but("can_cu", 0, text="Căn cứ Luật Lưu trữ; căn cứ Luật Tổ chức Chính phủ;"), ["TT065 đoạn 3"]),
        (KE_HOACH.but("can_cu", 0, first=0), ["TT066 đoạn 3"]),
        (KE_HOACH.but("can_cu", 1, left=20), ["TT066 đoạn 4"]),
        (replace(QUYET_DINH, can_cu=()), ["TT067 cả văn bản"]),
        (QUYET_DINH.without("can_cu", 0), ["TT140 đoạn 3"]),
        (QUYET_DINH.but("can_cu", 0, bold=False), ["TT146 đoạn 3"]),
        (QUYET_DINH.but("can_cu", 0, italic=True), ["TT146 đoạn 3"]),
        (QUYET_DINH.without("than", 0), ["TT141 đoạn 6"]),
        (QUYET_DINH.but("than", 0, text="QUYẾT ĐỊNH"), ["TT142 đoạn 6"]),
        (QUYET_DINH.but("than", 0, text="Quyết định:"), ["TT142 đoạn 6"]),
        (QUYET_DINH.but("than", 0, bold=False), ["TT142 đoạn 6"]),
        (QUYET_DINH.but("than", 0, align="both"), ["TT142 đoạn 6"]),
    ],
)
def it_finds_what_is_wrong_with_them(document: Plain, told: list[str]) -> None:
    assert found(document) == told


def it_does_not_judge_the_last_where_the_list_may_go_on() -> None:
    more = KE_HOACH.but("can_cu", 1, text="Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;")
    assert found(more.body(P("Trên cơ sở ý kiến của các sở, ngành;"), *KE_HOACH.than)) == []
    assert found(more) == ["TT064 đoạn 4"]
