"""Copies of a văn bản with other fields: read and checked as a new one is, but for a footnote that lost its mark."""

from __future__ import annotations

from typing import Any

import pytest
from support.letters import doan, plan

from vbhc import ChuThich, Doan, InputError, KeHoach, Muc, TrangThai, render_bytes

KH = "Kế hoạch số 131/KH-UBND ngày 10/11/2025 của UBND tỉnh Bắc Ninh về nâng cao chỉ số DTI"
KH_FULL = "Kế hoạch số 131/KH-UBND ngày 10 tháng 11 năm 2025 của UBND tỉnh Bắc Ninh về nâng cao chỉ số DTI"
CUT = {"noi_dung": [doan("Không còn dấu.")]}


def noted() -> KeHoach:
    return plan(noi_dung=[doan("x[^a]")], chu_thich={"a": "A"})


def it_writes_citations_out_in_a_copy_that_lost_the_text_of_a_footnote():
    whole = plan(noi_dung=[doan("x[^a]"), doan("[@kh131]")], chu_thich={"a": "Theo [@kh131]."}, vien_dan={"kh131": KH})
    cut = whole.model_copy(update={"noi_dung": whole.noi_dung[1:]})
    assert cut.voi_vien_dan().noi_dung[0].noi_dung == KH_FULL


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"noi_dung": (Doan(noi_dung="x[^a]"),)}, "VB006 noi_dung[1].noi_dung"),
        ({"noi_dung": [Doan(noi_dung="Theo [@a].")]}, "VB005 noi_dung[1].noi_dung"),
        ({"vien_dan": ()}, "VB005 noi_dung[1].noi_dung"),
        ({"noi_dung": (Muc(noi_dung="x", khoi=(Muc(cap_muc="phan", tieu_de="T"),)),)}, "VB004 noi_dung[1].khoi[1]"),
        ({"noi_dung": ()}, "noi_dung (Nội dung): phải có ít nhất 1 mục"),
        ({"trich_yeu": None}, "trich_yeu"),
        ({"trang_thai": TrangThai.BAN_HANH}, "VB002 so_ky_hieu.so"),
        ({"chu_thich": (ChuThich(ma="n", noi_dung="x[^n]"),)}, "VB009"),
    ],
)
def it_refuses_a_copy_that_was_broken(changes: dict[str, Any], said: str):
    whole = plan(noi_dung=[doan("Theo [@kh][^n].")], chu_thich={"n": "N"}, vien_dan={"kh": KH})
    with pytest.raises(InputError) as caught:
        whole.model_copy(update=changes)
    assert said in str(caught.value)


def it_reads_a_copy_that_lost_the_mark_of_a_footnote_as_a_new_van_ban():
    data = {"so_ky_hieu": "5/KH-UBND", "thoi_gian": "5/5/2026", "trang_thai": "ban_hanh"}
    copy = noted().model_copy(update=CUT | data)
    assert (str(copy.so_ky_hieu), str(copy.thoi_gian)) == ("05/KH-UBND", "ngày 05 tháng 5 năm 2026")
    assert copy.trang_thai is TrangThai.BAN_HANH
    assert copy.model_copy(update={"dia_danh": "Hà Nội"}).chu_thich == noted().chu_thich
    assert render_bytes(copy) == render_bytes(plan(**CUT, **data))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"so_ky_hieu": "/BC-UBND"}, "ký hiệu «BC-UBND» không hợp với kế hoạch"),
        ({"kinh_gui": "UBND tỉnh"}, "kế hoạch không có phần Kính gửi"),
        ({"khong_co": 1}, "không có trường này"),
        ({"trang_thai": "ban_hanh"}, "VB002 so_ky_hieu.so"),
        ({"chu_thich": {"moi": "Chú thích mới."}}, "VB008 chu_thich[1]"),
    ],
)
def it_refuses_in_a_copy_that_lost_the_mark_of_a_footnote_whatever_else_is_wrong(changes: dict[str, Any], said: str):
    with pytest.raises(InputError) as caught:
        noted().model_copy(update=CUT | changes)
    assert said in str(caught.value)


def it_says_what_does_not_fit_the_type_together_with_everything_else():
    wrong = {"so_ky_hieu": "/BC-UBND", "kinh_gui": "UBND tỉnh", "noi_dung": [doan("x[^b]")], "trang_thai": "ban_hanh"}
    with pytest.raises(InputError, match="Kế hoạch: 6 chỗ chưa đúng") as caught:
        plan(**wrong, chu_thich={"a": "A"})
    assert [str(finding.location).split(" ")[0] for finding in caught.value.report] == [
        *("so_ky_hieu.ky_hieu", "kinh_gui", "noi_dung[1].noi_dung", "chu_thich[1]"),
        *("so_ky_hieu.so", "thoi_gian.ngay"),
    ]
