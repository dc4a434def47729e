"""One thing is broken in a file that conforms: the check finds just that. Files made by hand, and vbhc's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from support.handmade import CONSTRUCTIONS, cong_van, edited, ke_hoach, ke_hoach_hai_phu_luc, quyet_dinh, to_trinh
from support.letters import don_doc

from vbhc import check, render_bytes

Maker = Callable[..., bytes]
BY_HAND: list[tuple[str, Maker, dict[str, Any], set[str]]] = [
    ("quốc hiệu not bold", cong_van, {"quoc_hieu": {"bold": False}}, {"TT003"}),
    ("quốc hiệu of another size", cong_van, {"quoc_hieu": {"size": 14}}, {"TT008"}),
    ("no tiêu ngữ", cong_van, {"tieu_ngu": None}, {"TT004"}),
    ("a dash in tiêu ngữ", cong_van, {"tieu_ngu": "Độc lập – Tự do – Hạnh phúc"}, {"TT006"}),
    ("chủ quản in bold", cong_van, {"co_quan_chu_quan": {"bold": True}}, {"TT013"}),
    ("no rule under cơ quan", cong_van, {"co_quan": {"rule": 0}}, {"TT009"}),
    ("too long a rule under cơ quan", cong_van, {"co_quan": {"rule": 0.9}}, {"TT010"}),
    ("số without colon", cong_van, {"so_ky_hieu": "Số 125/STC-QLNS"}, {"TT018"}),
    ("số without zero", cong_van, {"so_ky_hieu": "Số: 5/STC-QLNS"}, {"TT019"}),
    ("month padded", cong_van, {"dia_danh": "Bắc Ninh, ngày 05 tháng 03 năm 2026"}, {"TT029"}),
    ("day not padded", cong_van, {"dia_danh": "Bắc Ninh, ngày 5 tháng 01 năm 2026"}, {"TT028"}),
    ("date upright", cong_van, {"dia_danh": {"italic": False}}, {"TT033"}),
    ("V/v in bold", cong_van, {"v_v": {"bold": True}}, {"TT043"}),
    ("no V/v", cong_van, {"v_v": None}, {"TT038"}),
    ("left margin", cong_van, {"margins_mm": {"left": 25}}, {"KT002"}),
    ("another font in the text", cong_van, {"than": {0: {"font": "Arial"}}}, {"KT004"}),
    ("text of 12 pt", cong_van, {"than": {0: {"size": 12}}}, {"KT020"}),
    ("text not justified", cong_van, {"than": {0: {"align": "left"}}}, {"KT022"}),
    ("no end mark", cong_van, {"than": {4: {"text": "Đề nghị các cơ quan phối hợp."}}}, {"TT083"}),
    ("Kính gửi in bold", cong_van, {"kinh_gui": {0: {"bold": True}}}, {"TT054"}),
    ("name in capitals", cong_van, {"ho_ten": "NGUYỄN VĂN A"}, {"TT093"}),
    ("chức vụ not bold", cong_van, {"chuc_vu": {0: {"bold": False}}}, {"TT086"}),
    ("KT without dot", cong_van, {"chuc_vu": {0: "KT GIÁM ĐỐC"}}, {"TT089"}),
    ("Nơi nhận not italic", cong_van, {"noi_nhan": {0: {"italic": False}}}, {"TT099"}),
    ("last recipient without full stop", cong_van, {"noi_nhan": {-1: "- Lưu: VT, QLNS (3)"}}, {"TT104"}),
    ("page number on page 1", cong_van, {"title_page": False}, {"KT016"}),
    ("ký hiệu of another type", ke_hoach, {"so_ky_hieu": "Số: 131/BC-UBND"}, {"TT022"}),
    ("tên loại not in capitals", ke_hoach, {"ten_loai": "Kế hoạch"}, {"TT037"}),
    ("no rule under trích yếu", ke_hoach, {"trich_yeu": {"rule": 0}}, {"TT009"}),
    ("căn cứ upright", quyet_dinh, {"than": {1: {"italic": False}}}, {"TT062"}),
    ("ký hiệu of tờ trình", to_trinh, {"so_ky_hieu": "Số: 18/TT-STC"}, {"TT022"}),
    ("table heading not repeated", ke_hoach_hai_phu_luc, {"phu_luc": {1: {"than": {0: {"repeat": False}}}}}, {"KT030"}),
    ("phụ lục pages go on", ke_hoach_hai_phu_luc, {"phu_luc": {1: {"start": None}}}, {"KT018"}),
    ("kèm theo upright", ke_hoach_hai_phu_luc, {"phu_luc": {0: {"chi_dan": {"italic": False}}}}, {"TT117"}),
]

BODY, STYLES = "word/document.xml", "word/styles.xml"
OWN: list[tuple[str, str, str, str, set[str]]] = [
    ("left margin", BODY, 'w:left="1701"', 'w:left="1134"', {"KT002"}),
    ("tiêu ngữ with dashes", BODY, "Độc lập - Tự do", "Độc lập – Tự do", {"TT006"}),
    ("month padded", BODY, "tháng\u00a05\u00a0năm", "tháng\u00a005\u00a0năm", {"TT029"}),
    ("V/v with a colon", BODY, ">V/v ", ">V/v: ", {"TT042"}),
    ("Kính gửi without colon", BODY, "Kính gửi:", "Kính gửi", {"TT053"}),
    ("no end mark", BODY, "./.", ".", {"TT083"}),
    ("Nơi nhận without colon", BODY, "Nơi nhận:", "Nơi nhận", {"TT098"}),
    ("last recipient without full stop", BODY, "- Lưu: VT, CĐS.", "- Lưu: VT, CĐS", {"TT104"}),
    ("KT without dot", BODY, "KT.\u00a0CHỦ TỊCH", "KT\u00a0CHỦ TỊCH", {"TT089"}),
    ("page number on page 1", BODY, "<w:titlePg/>", "", {"KT016"}),
    ("another font", STYLES, "Times New Roman", "Arial", {"KT004"}),
    ("another colour", STYLES, '<w:color w:val="000000"/>', '<w:color w:val="0000FF"/>', {"KT005"}),
]


@pytest.mark.parametrize(("maker", "changes", "codes"), [it[1:] for it in BY_HAND], ids=[it[0] for it in BY_HAND])
def it_finds_just_what_was_broken_in_a_file_made_by_hand(maker: Maker, changes: dict[str, Any], codes: set[str]):
    assert {finding.code for finding in check(maker())} == set()
    assert {finding.code for finding in check(maker(**changes))} == codes


@pytest.mark.parametrize(("part", "old", "new", "codes"), [it[1:] for it in OWN], ids=[it[0] for it in OWN])
def it_finds_just_what_was_broken_in_a_file_of_its_own(part: str, old: str, new: str, codes: set[str]):
    written = render_bytes(don_doc())
    assert {finding.code for finding in check(written)} == set()
    assert {finding.code for finding in check(edited(written, part, old, new))} == codes


@pytest.mark.parametrize(
    "construction", ["tabs", "spaces", "boxes", "styles", "theme", "split", "automatic", "underscores"]
)
def it_finds_it_however_the_file_is_built(construction: str):
    sets = CONSTRUCTIONS[construction]
    broken = cong_van(sets, dia_danh="Bắc Ninh, ngày 5 tháng 03 năm 2026")
    assert {finding.code for finding in check(broken)} == {"TT028", "TT029"}
