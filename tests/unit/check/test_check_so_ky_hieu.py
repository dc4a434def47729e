"""Số, ký hiệu."""

from __future__ import annotations

from typing import Any

import pytest
from heading_findings import NOWHERE, SO, codes, only
from support.handmade import bien_ban, cong_van, ke_hoach, phu_luc_dien_tu, quyet_dinh, to_trinh


@pytest.mark.parametrize(
    ("changes", "code", "message"),
    [
        ({"so_ky_hieu": "Số: 125"}, "TT017", "«Số: 125» có số mà không có ký hiệu"),
        ({"so_ky_hieu": "Số 125/STC-QLNS"}, "TT018", "ghi «Số» trước số của văn bản; phải là «Số:»"),
        ({"so_ky_hieu": "SỐ: 125/STC-QLNS"}, "TT018", "ghi «SỐ:» trước số của văn bản; phải là «Số:»"),
        ({"so_ky_hieu": "Số: 7/STC-QLNS"}, "TT019", "số 7 nhỏ hơn 10 chưa có số 0 phía trước"),
        (
            {"so_ky_hieu": "Số: 125-STC/QLNS"},
            "TT020",
            "«Số: 125-STC/QLNS» có «-» giữa số và ký hiệu, có dấu / giữa các nhóm chữ của ký hiệu",
        ),
        ({"so_ky_hieu": "Số: 125/STC - QLNS"}, "TT020", "«Số: 125/STC - QLNS» có cách chữ trong ký hiệu"),
        ({"so_ky_hieu": "Số: 125/STC–QLNS"}, "TT020", "«Số: 125/STC–QLNS» có gạch ngang dài giữa các nhóm chữ"),
        ({"so_ky_hieu": "Số: 125/stc-QLNS"}, "TT021", "ký hiệu có «stc» viết thường"),
        (
            {"so_ky_hieu": "Số: 125/CV-STC"},
            "TT022",
            "công văn có ký hiệu «CV-STC»; ký hiệu của công văn không có tên loại",
        ),
        (
            {"so_ky_hieu": "Số: 125/STC"},
            "TT144",
            "ký hiệu «STC» chỉ có một nhóm chữ",
        ),
        (
            {"so_ky_hieu": {"bold": True}},
            "TT023",
            "số, ký hiệu «Số: 125/STC-QLNS» in đậm; phải là kiểu chữ đứng, không đậm",
        ),
        (
            {"so_ky_hieu": {"size": 14}},
            "TT024",
            "số, ký hiệu «Số: 125/STC-QLNS» có chữ cỡ 14 pt; quy định 13 pt",
        ),
    ],
)
def it_finds_what_is_wrong_with_so(changes: dict[str, Any], code: str, message: str) -> None:
    assert only(cong_van(**changes)) == (code, SO, message)


@pytest.mark.parametrize("make", [cong_van, ke_hoach])
def it_finds_that_there_is_none(make: Any) -> None:
    assert only(make(so_ky_hieu=None)) == ("TT017", NOWHERE, "văn bản không có số, ký hiệu")


@pytest.mark.parametrize("wrong", ["TT", "TTR", "Ttr", "STC"])
def it_finds_another_abbreviation_than_that_of_the_type(wrong: str) -> None:
    code, place, message = only(to_trinh(so_ky_hieu=f"Số: 18/{wrong}-STC"))
    assert (code, place) == ("TT022", SO)
    assert message == f"tờ trình có ký hiệu «{wrong}-STC»; phải bắt đầu bằng «TTr-»"


def it_finds_a_type_without_the_agency() -> None:
    assert codes(to_trinh(so_ky_hieu="Số: 18/TTr")) == ["TT144"]


def it_tells_quy_dinh_from_quyet_dinh() -> None:
    rules: dict[str, Any] = {"ten_loai": "QUY ĐỊNH", "trich_yeu": "Về công tác văn thư"}
    assert codes(to_trinh(rules, so_ky_hieu="Số: 18/QĐ-STC", kinh_gui=())) == ["TT022"]
    assert codes(to_trinh(rules, so_ky_hieu="Số: 18/QyĐ-STC", kinh_gui=())) == []


@pytest.mark.parametrize(
    "so",
    [
        "Số:        /STC-QLNS",
        "Số: ……/STC-QLNS",
        "Số: ...../…..-…..",
        "Số:          ",
        "Số: 1250/STC-QLNS",
        "Số: 10/SKH&CN-CĐS",
        "Số: 10/TC-KH",
        "Số: 10/UBND-NNTNMT",
    ],
)
def it_takes_drafts_and_numbers_of_letters(so: str) -> None:
    assert codes(cong_van(so_ky_hieu=so)) == []


@pytest.mark.parametrize("so", ["Số:      /…-STC", "Số:      /{loai}-STC", "Số: 18/TTr-STC"])
def it_takes_drafts_of_what_has_a_type(so: str) -> None:
    assert codes(to_trinh(so_ky_hieu=so)) == []


def it_asks_no_number_of_what_is_issued_with_another() -> None:
    attached = {"so_ky_hieu": None, "dia_danh": None, "ten_loai": "QUY CHẾ"}
    words = "Làm việc của Tổ công tác\n(Kèm theo Quyết định số 310/QĐ-UBND ngày 10 tháng 02 năm 2026)"
    assert codes(quyet_dinh(attached, trich_yeu=words)) == []
    assert codes(quyet_dinh(attached, trich_yeu="Làm việc của Tổ công tác")) == ["TT017", "TT025"]


def it_asks_no_number_of_an_appendix() -> None:
    assert codes(phu_luc_dien_tu()) == []
    assert codes(bien_ban()) == []
