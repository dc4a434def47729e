"""How mục are numbered: each level in its form, begun anew where the decree begins anew, kept where it was written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from support.letters import letter, plan

from vbhc import CapMuc, InputError, Muc
from vbhc.model import Numbering, level_under


def numbers(items: Iterable[tuple[CapMuc, str | None] | CapMuc]) -> list[str]:
    """The numbers of items that come one after the other."""
    numbering = Numbering()
    pairs = (item if isinstance(item, tuple) else (item, None) for item in items)
    return [numbering.number(level, written) for level, written in pairs]


PHAN, CHUONG, MUC, TIEU_MUC, DIEU, LA_MA, KHOAN, DIEM, GACH, CONG = CapMuc


def it_writes_each_level_in_the_form_of_the_decree():
    assert [level.mau for level in CapMuc] == [
        *("Phần I", "Chương I", "Mục 1", "Tiểu mục 1", "Điều 1.", "I.", "1.", "a)", "-", "+"),
    ]


def it_begins_anew_under_each_heading():
    written = numbers([LA_MA, KHOAN, DIEM, DIEM, KHOAN, DIEM, LA_MA, KHOAN])
    assert written == ["I.", "1.", "a)", "b)", "2.", "a)", "II.", "1."]


def it_counts_chuong_and_dieu_through_the_whole_document():
    levels = [PHAN, CHUONG, DIEU, DIEU, KHOAN, CHUONG, MUC, DIEU, MUC, DIEU, PHAN, CHUONG, MUC, DIEU, KHOAN]
    assert numbers(levels) == [
        *("Phần I", "Chương I", "Điều 1.", "Điều 2.", "1.", "Chương II", "Mục 1", "Điều 3.", "Mục 2", "Điều 4."),
        *("Phần II", "Chương III", "Mục 1", "Điều 5.", "1."),
    ]


def it_counts_diem_in_the_vietnamese_alphabet():
    assert numbers([DIEM] * 9) == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)"]


def it_keeps_a_written_number_and_counts_on_from_it():
    assert numbers([(KHOAN, "3."), KHOAN, (DIEM, "đ)"), DIEM]) == ["3.", "4.", "đ)", "e)"]
    assert numbers([(CHUONG, "Chương IV"), CHUONG]) == ["Chương IV", "Chương V"]


def it_does_not_count_a_number_of_another_form():
    assert numbers([KHOAN, (KHOAN, "1a."), KHOAN, (KHOAN, "(x)"), KHOAN]) == ["1.", "1a.", "2.", "(x)", "3."]
    assert numbers([(KHOAN, "-3."), KHOAN, (KHOAN, "1_0."), KHOAN]) == ["-3.", "1.", "1_0.", "2."]


@pytest.mark.parametrize(
    ("parent", "own", "level"),
    [
        (None, None, LA_MA),
        (None, CHUONG, CHUONG),
        (CHUONG, None, DIEU),
        (CHUONG, MUC, MUC),
        (DIEU, None, KHOAN),
        (KHOAN, None, DIEM),
        (DIEM, None, GACH),
        (CONG, None, None),
        (KHOAN, DIEU, None),
        (KHOAN, KHOAN, None),
    ],
)
def it_finds_the_level_of_a_muc_from_what_it_stands_in(parent: CapMuc | None, own: CapMuc | None, level: CapMuc | None):
    assert level_under(parent, own, LA_MA) is level


def muc(**fields: Any) -> dict[str, Any]:
    return {"loai": "muc", "noi_dung": "x"} | fields


@pytest.mark.parametrize(
    ("blocks", "place", "said", "hint"),
    [
        (
            [muc(cap_muc="khoan", khoi=[muc(cap_muc="dieu", tieu_de="T")])],
            "noi_dung[1].khoi[1] (Nội dung 1 → Các khối bên dưới 1)",
            "«Điều 1.» nằm trong mục cấp «1.»",
            "các cấp: Phần I → Chương I",
        ),
        ([muc(), muc(cap_muc="chuong")], "noi_dung[2] (", "«Chương I» không có tiêu đề", "viết thêm `tieu_de`"),
        ([muc(cap_muc="diem")] * 26, "noi_dung[24] (", "hơn 23 điểm trong một mục", "chia bớt thành nhiều mục"),
        ([muc(cap_muc="diem", so="y)"), muc(cap_muc="diem")], "noi_dung[2] (", "hơn 23 điểm trong một mục", "`so`"),
        ([muc(so="MMMCMXCIX."), muc()], "noi_dung[2] (", "Không viết được số 4000", "`so` phía trước"),
    ],
)
def it_refuses_what_has_no_number_and_says_where(blocks: list[dict[str, Any]], place: str, said: str, hint: str):
    with pytest.raises(InputError) as caught:
        plan(noi_dung=blocks)
    (finding,) = caught.value.report
    assert finding.code == "VB004"
    assert str(finding.location).startswith(place)
    assert said in finding.message
    assert hint in finding.hint


def it_names_every_muc_that_has_no_number():
    wrong = muc(cap_muc="muc")
    with pytest.raises(InputError) as caught:
        plan(noi_dung=[wrong, muc(khoi=[muc(cap_muc="phan", tieu_de="T", khoi=[wrong])]), wrong])
    assert [str(finding.location).split(" ")[0] for finding in caught.value.report] == [
        "noi_dung[1]",
        "noi_dung[2].khoi[1]",
        "noi_dung[2].khoi[1].khoi[1]",
        "noi_dung[3]",
    ]


def it_takes_a_number_of_twenty_letters_and_no_more():
    assert Muc(noi_dung="x", so="1" * 19 + ".").so == "1" * 19 + "."
    with pytest.raises(InputError, match=r"so .*dài quá 20 ký tự; ở đây chỉ ghi số"):
        Muc(noi_dung="x", so="1" * 20 + ".")


def it_names_the_phu_luc_in_which_a_muc_has_no_number():
    with pytest.raises(InputError, match=r"phu_luc\[2\]\.noi_dung\[1\]"):
        plan(phu_luc=[{"noi_dung": [muc()]}, {"noi_dung": [muc(cap_muc="muc")]}])


def it_begins_a_cong_van_with_khoan_and_a_ke_hoach_with_la_ma():
    assert (letter().cap_dau, plan().cap_dau) == (KHOAN, LA_MA)


def it_runs_a_title_into_a_text_only_where_there_are_both():
    with pytest.raises(InputError, match="cần cả tiêu đề và nội dung"):
        Muc(tieu_de="Nâng cao", chay_lien=True)
