"""Where the parts of a heading stand."""

from __future__ import annotations

from typing import Any

import pytest
from heading_findings import (
    CHU_QUAN,
    CO_QUAN,
    DIA_DANH,
    QUOC_HIEU,
    SO,
    TEN_LOAI,
    TIEU_NGU,
    TRICH_YEU,
    V_V,
    codes,
    only,
    told,
)
from support.handmade import CONSTRUCTIONS, Text, cong_van, edited, ke_hoach
from support.package import Package
from support.sample import paragraph, sample

BODY = "word/document.xml"


def swapped(letter: bytes, first: str, second: str) -> bytes:
    """The letter with two texts changed for one another where they stand."""
    return edited(edited(edited(letter, BODY, first, "\u2603"), BODY, second, first), BODY, "\u2603", second)


def columns_swapped(letter: bytes) -> bytes:
    """The letter with the two cells of each row of its heading changed for one another."""
    package = Package.read(letter)
    text = package.parts[BODY].decode()
    table = text[text.index("<w:tbl>") : text.index("</w:tbl>")]
    rows = table.split("<w:tr>")[1:]
    for row in rows:
        _, left, right = row.split("<w:tc>")
        end = "</w:tr>" if right.endswith("</w:tr>") else ""
        text = text.replace(row, f"<w:tc>{right.removesuffix(end)}<w:tc>{left}{end}")
    return package.with_part(BODY, text.encode()).write()


def it_finds_quoc_hieu_below_tieu_ngu() -> None:
    letter = cong_van(
        quoc_hieu={"text": "Độc lập - Tự do - Hạnh phúc", "size": 13, "rule": 1},
        tieu_ngu={"text": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "size": 12, "rule": 0},
    )
    assert only(letter) == ("TT048", TIEU_NGU, "Quốc hiệu ở dưới Tiêu ngữ; phải ở trên")


def it_finds_the_date_above_tieu_ngu() -> None:
    date = "Bắc Ninh, ngày 05 tháng 01 năm 2026"
    letter = cong_van(
        quoc_hieu=Text(date, size=13, italic=True, align="center"),
        dia_danh=Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True, align="center"),
    )
    assert told(letter) == [
        ("TT048", TIEU_NGU, "Tiêu ngữ ở dưới địa danh và thời gian; phải ở trên"),
        ("TT048", DIA_DANH, "Quốc hiệu ở dưới Tiêu ngữ; phải ở trên"),
    ]


def it_finds_chu_quan_below_the_agency() -> None:
    letter = cong_van(
        co_quan_chu_quan={"text": "SỞ TÀI CHÍNH", "bold": True, "rule": 0.4},
        co_quan={"text": "UBND TỈNH BẮC NINH", "bold": False, "rule": 0},
    )
    found = ("TT048", CO_QUAN, "tên cơ quan chủ quản ở dưới tên cơ quan ban hành; phải ở trên")
    assert only(letter) == found


def it_finds_columns_that_changed_places() -> None:
    found = told(columns_swapped(cong_van()))
    assert {code for code, _, _ in found} == {"TT048"}
    assert found[0] == ("TT048", CHU_QUAN, "Quốc hiệu ở bên trái; phải ở bên phải")
    assert [message.partition(";")[0] for _, _, message in found] == [
        "Quốc hiệu ở bên trái",
        "Tiêu ngữ ở bên trái",
        "địa danh và thời gian ở bên trái",
        "số, ký hiệu ở bên phải",
        "trích yếu công văn ở bên phải",
    ]


def one_under_the_other(properties: str, before: str = "") -> bytes:
    """A heading without columns, each paragraph of it with these properties."""
    texts = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "SỞ TÀI CHÍNH", "Số: 12/STC-VP")
    heading = "".join(f"<w:p><w:pPr>{properties}</w:pPr><w:r>{before}<w:t>{text}</w:t></w:r></w:p>" for text in texts)
    return sample(heading + paragraph("Nội dung.")).write()


CENTRED = '<w:jc w:val="center"/>'


def it_finds_quoc_hieu_in_the_middle_of_the_page() -> None:
    found = told(one_under_the_other(CENTRED))
    assert ("TT048", "đoạn 1", "Quốc hiệu ở giữa trang; phải ở bên phải") in found


@pytest.mark.parametrize(
    ("properties", "before"),
    [
        ('<w:jc w:val="right"/>', ""),
        (f'<w:ind w:left="3969"/>{CENTRED}', ""),
        (f'<w:framePr w:hAnchor="page"/>{CENTRED}', ""),
        (CENTRED, "<w:tab/>"),
    ],
)
def it_says_nothing_of_quoc_hieu_that_is_set_aside(properties: str, before: str) -> None:
    assert "TT048" not in codes(one_under_the_other(properties, before))


def it_says_nothing_of_the_middle_of_what_word_breaks() -> None:
    subject = "Nâng cao chỉ số chuyển đổi số (DTI) tỉnh Bắc Ninh và các xã, phường trên địa bàn tỉnh năm 2026"
    assert codes(ke_hoach(trich_yeu={"text": subject, "align": "both", "rule": 0.3})) == []


@pytest.mark.parametrize(
    ("element", "look", "place", "name"),
    [
        ("quoc_hieu", {"align": "left"}, QUOC_HIEU, "Quốc hiệu «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM»"),
        ("tieu_ngu", {"align": "left"}, TIEU_NGU, "Tiêu ngữ «Độc lập - Tự do - Hạnh phúc»"),
        ("co_quan_chu_quan", {"align": "left"}, CHU_QUAN, "tên cơ quan chủ quản «UBND TỈNH BẮC NINH»"),
        ("co_quan", {"align": "right"}, CO_QUAN, "tên cơ quan ban hành «SỞ TÀI CHÍNH»"),
        ("so_ky_hieu", {"align": "left"}, SO, "số, ký hiệu «Số: 125/STC-QLNS»"),
        ("dia_danh", {"align": "right"}, DIA_DANH, "địa danh và thời gian «Bắc Ninh, ngày 05 tháng 01 năm 2026»"),
        ("v_v", {"align": "left", "text": "V/v báo cáo"}, V_V, "trích yếu công văn «V/v báo cáo»"),
        ("so_ky_hieu", {"first_mm": 20}, SO, "số, ký hiệu «Số: 125/STC-QLNS»"),
    ],
)
def it_finds_what_is_not_in_the_middle_of_its_column(element: str, look: dict[str, Any], place: str, name: str) -> None:
    assert only(cong_van(**{element: look})) == ("TT049", place, f"{name} không căn giữa cột")


@pytest.mark.parametrize(
    ("element", "look", "place", "name"),
    [
        ("ten_loai", {"align": "left"}, TEN_LOAI, "tên loại «KẾ HOẠCH»"),
        ("ten_loai", {"first_mm": 12.7}, TEN_LOAI, "tên loại «KẾ HOẠCH»"),
        ("trich_yeu", {"align": "both", "text": "Chuyển đổi số"}, TRICH_YEU, "trích yếu «Chuyển đổi số»"),
    ],
)
def it_finds_what_is_not_in_the_middle_of_the_page(element: str, look: dict[str, Any], place: str, name: str) -> None:
    assert only(ke_hoach(**{element: look})) == ("TT049", place, f"{name} không căn giữa trang")


def it_takes_a_line_that_an_indent_sets_in_the_middle() -> None:
    assert codes(cong_van(so_ky_hieu={"align": "left", "first_mm": 14.5})) == []


@pytest.mark.parametrize("name", ["tabs", "spaces", "boxes", "styles_tabs"])
def it_says_nothing_of_what_tabs_blanks_and_boxes_set(name: str) -> None:
    assert codes(cong_van(CONSTRUCTIONS[name])) == []
