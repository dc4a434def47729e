"""The shipped packs: made from the decree's numbers, conforming, and still what the scaffold makes."""

from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from vbhc.kit.scaffold import SHIPPED, scaffold
from vbhc.layout import load_decree
from vbhc.packs import load_pack
from vbhc.word.package import Package

ELEMENTS = {
    "VB Quốc hiệu": "quoc_hieu",
    "VB Tiêu ngữ": "tieu_ngu",
    "VB Chủ quản": "co_quan",
    "VB Cơ quan": "co_quan",
    "VB Số ký hiệu": "so_ky_hieu",
    "VB Địa danh": "dia_danh",
    "VB Trích yếu công văn": "trich_yeu_v_v",
    "VB Tên loại": "ten_loai",
    "VB Trích yếu": "trich_yeu",
    "VB Căn cứ": "noi_dung",
    "VB Chương": "noi_dung",
    "VB Điều": "noi_dung",
    "VB Mục I": "noi_dung",
    "VB Mục 1": "noi_dung",
    "VB Mục a": "noi_dung",
    "VB Điểm": "noi_dung",
    "VB Kính gửi": "kinh_gui",
    "VB Đoạn": "noi_dung",
    "VB Quyền hạn": "nguoi_ky",
    "VB Họ tên": "nguoi_ky",
    "VB Nhãn nơi nhận": "nhan_noi_nhan",
    "VB Nơi nhận": "noi_nhan",
    "VB Phụ lục": "phu_luc",
    "VB Tiêu đề phụ lục": "tieu_de_phu_luc",
    "VB Kèm theo": "kem_theo",
    "VB Số trang": "so_trang",
}
BOLD = {"VB Quốc hiệu", "VB Tiêu ngữ", "VB Cơ quan", "VB Quyền hạn", "VB Họ tên", "VB Nhãn nơi nhận", "VB Phụ lục"}
BOLD |= {"VB Tiêu đề phụ lục", "VB Tên loại", "VB Trích yếu", "VB Chương", "VB Điều", "VB Mục I", "VB Mục 1"}
ITALIC = {"VB Địa danh", "VB Nhãn nơi nhận", "VB Kèm theo", "VB Căn cứ"}


@pytest.mark.parametrize("pack", SHIPPED)
def it_ships_what_the_scaffold_makes(pack: str) -> None:
    file, profile, co_ten = SHIPPED[pack]
    loaded = load_pack(pack)
    shipped, made = (Package.open(docx) for docx in (loaded.folder / file, scaffold(profile, co_ten=co_ten)))
    assert loaded.manifest.tep == file
    assert list(shipped.parts) == list(made.parts)
    assert [name for name in made.parts if shipped.parts[name] != made.parts[name]] == []
    assert loaded.manifest.co_chu == profile


@pytest.mark.parametrize("profile", ["P12", "P13"])
def it_gives_each_element_the_size_weight_and_slant_of_the_decree(profile: str) -> None:
    styles = docx.Document(BytesIO(scaffold(profile))).styles
    for name, element in ELEMENTS.items():
        font = styles[name].font
        assert font.size.pt == load_decree().size_pt(element, profile), name
        assert (bool(font.bold), bool(font.italic)) == (name in BOLD, name in ITALIC), name


@pytest.mark.parametrize("profile", ["P12", "P13"])
def it_keeps_the_margins_inside_the_ranges_of_the_decree(profile: str) -> None:
    section = docx.Document(BytesIO(scaffold(profile))).sections[0]
    decree = load_decree()
    for rule, length in (
        ("le_trai_mm", section.left_margin),
        ("le_phai_mm", section.right_margin),
        ("le_tren_mm", section.top_margin),
        ("le_duoi_mm", section.bottom_margin),
    ):
        assert decree[f"trang.{rule}"].allows(length.mm), rule


def it_justifies_the_body_with_the_indent_gap_and_line_of_the_decree() -> None:
    body = docx.Document(BytesIO(scaffold("P12"))).styles["VB Đoạn"].paragraph_format
    decree = load_decree()
    assert body.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert decree["noi_dung.thut_dong_dau_mm"].allows(body.first_line_indent.mm, tolerance=0.02)
    assert decree["noi_dung.cach_doan_pt"].allows(body.space_before.pt)
    assert decree["noi_dung.cach_dong"].allows(body.line_spacing)


def it_names_its_tags_after_the_fields_of_the_document() -> None:
    assert {"co_quan.ten", "so_ky_hieu", "dia_danh", "thoi_gian", "trich_yeu", "kinh_gui"} <= load_pack(
        "congvan"
    ).template.tags
    tags = load_pack("kehoach").template.tags
    assert {"ten_loai", "trich_yeu", "ke_trich_yeu", "can_cu", "noi_dung", "phu_luc"} <= tags
