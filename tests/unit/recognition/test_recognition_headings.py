"""Headings as offices make them: set with tabs, blanks or boxes, unfinished, or with a mistake that hides nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from support.handmade import CONSTRUCTIONS, Text, cong_van, ke_hoach

from vbhc.recognition import LoaiTep, Recognised, ThanhPhan, recognise
from vbhc.word.view import open_view

T = ThanhPhan
SET_OTHERWISE = pytest.mark.parametrize("name", ["tabs", "tabs_underscores", "spaces", "boxes", "styles_tabs"])


def letter(*sets: Any, **changes: Any) -> Recognised:
    return recognise(open_view(cong_van(*sets, **changes)))


def plan(**changes: Any) -> Recognised:
    return recognise(open_view(ke_hoach(**changes)))


def texts(doc: Recognised, loai: ThanhPhan) -> list[str]:
    phan = doc.first(loai)
    return [line.shown for line in phan.lines] if phan else []


@SET_OTHERWISE
def it_reads_the_heading_of_a_letter_however_it_is_set(name: str) -> None:
    usual, doc = letter(), letter(CONSTRUCTIONS[name])
    heading = (T.QUOC_HIEU, T.TIEU_NGU, T.CHU_QUAN, T.CO_QUAN, T.SO_KY_HIEU, T.DIA_DANH, T.TRICH_YEU_V_V, T.KINH_GUI)
    assert [texts(doc, loai) for loai in heading] == [texts(usual, loai) for loai in heading]
    assert (doc.loai, doc.ky_hieu, doc.ngay) == (LoaiTep.CONG_VAN, "STC-QLNS", date(2026, 1, 5))


def it_tells_the_side_of_a_text_box_by_what_it_holds() -> None:
    doc = letter(CONSTRUCTIONS["boxes"])
    sides = {loai: phan.lines[0].side for loai in (T.QUOC_HIEU, T.SO_KY_HIEU) if (phan := doc.first(loai))}
    assert sides == {T.QUOC_HIEU: "right", T.SO_KY_HIEU: "left"}


def it_reads_so_in_decomposed_letters() -> None:
    doc = letter(CONSTRUCTIONS["decomposed"])
    assert (doc.so, doc.ky_hieu) == ("125", "STC-QLNS")


@pytest.mark.parametrize("so", ["Số: 15", "Số:        ", "Số: ……/", "Số: A12", "Số 15"])
def it_knows_so_without_ky_hieu(so: str) -> None:
    doc = letter(so_ky_hieu=so)
    assert texts(doc, T.SO_KY_HIEU) == [so.strip()]
    assert texts(doc, T.CO_QUAN) == ["SỞ TÀI CHÍNH"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Bắc Ninh, 05/01/2026", date(2026, 1, 5)),
        ("Bắc Ninh, ngày 5-1-2026", date(2026, 1, 5)),
        ("ngày 05 tháng 01 năm 2026", date(2026, 1, 5)),
        ("ngày     tháng 01 năm 2026", None),
        ("Bắc Ninh, ngày 05 tháng 01 năm 26", None),
        ("Bắc Ninh, 05/01/26", None),
    ],
)
def it_knows_a_date_in_digits_or_without_dia_danh(text: str, day: date | None) -> None:
    doc = letter(dia_danh=text)
    assert texts(doc, T.DIA_DANH) == [text]
    assert doc.ngay == day


@pytest.mark.parametrize("words", ["RẤT KHẨN", "TỐI KHẨN", "KHẨN CẤP", "GẤP", "HỎA TỐC"])
def it_knows_a_stamp_that_says_how_urgent_it_is(words: str) -> None:
    doc = letter(v_v=lambda it: None, co_quan=f"SỞ TÀI CHÍNH\n{words}")
    assert texts(doc, T.DO_KHAN) == [words]


@pytest.mark.parametrize(("above", "own"), [(True, True), (False, False), (True, False), (False, True)])
def it_parts_agency_and_chu_quan_whatever_is_bold(above: bool, own: bool) -> None:
    doc = letter(co_quan_chu_quan={"bold": above}, co_quan={"bold": own})
    assert texts(doc, T.CHU_QUAN) == ["UBND TỈNH BẮC NINH"]
    assert texts(doc, T.CO_QUAN) == ["SỞ TÀI CHÍNH"]


def it_parts_agency_and_chu_quan_whichever_stands_above() -> None:
    doc = letter(
        co_quan_chu_quan={"text": "SỞ TÀI CHÍNH", "bold": True}, co_quan={"text": "UBND TỈNH BẮC NINH", "bold": False}
    )
    assert texts(doc, T.CHU_QUAN) == ["UBND TỈNH BẮC NINH"]
    assert texts(doc, T.CO_QUAN) == ["SỞ TÀI CHÍNH"]


@pytest.mark.parametrize("names", ["ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH", "VĂN PHÒNG\nỦY BAN NHÂN DÂN TỈNH BẮC NINH"])
def it_leaves_a_name_in_two_lines_whole(names: str) -> None:
    doc = letter(co_quan_chu_quan=None, co_quan=names)
    assert texts(doc, T.CO_QUAN) == names.split("\n")
    assert texts(doc, T.CHU_QUAN) == []


def it_begins_the_agency_with_the_first_bold_line() -> None:
    doc = letter(co_quan_chu_quan="UBND TỈNH BẮC NINH", co_quan="SỞ TÀI CHÍNH\nTRUNG TÂM TƯ VẤN")
    assert texts(doc, T.CHU_QUAN) == ["UBND TỈNH BẮC NINH"]
    assert texts(doc, T.CO_QUAN) == ["SỞ TÀI CHÍNH", "TRUNG TÂM TƯ VẤN"]


def it_takes_trich_yeu_that_is_bold_but_not_in_the_middle() -> None:
    doc = plan(trich_yeu={"align": "left"})
    assert texts(doc, T.TRICH_YEU) == ["Nâng cao chỉ số chuyển đổi số (DTI) tỉnh Bắc Ninh"]


def it_takes_no_title_of_a_muc_for_trich_yeu() -> None:
    doc = plan(trich_yeu={"text": "I. MỤC ĐÍCH, YÊU CẦU", "align": "both"})
    assert texts(doc, T.TRICH_YEU) == []


def it_knows_a_letter_that_calls_itself_cong_van() -> None:
    doc = letter(ten_loai=Text("CÔNG VĂN", bold=True, align="center"))
    assert (doc.loai, doc.ten_loai, texts(doc, T.TEN_LOAI)) == (LoaiTep.CONG_VAN, "", ["CÔNG VĂN"])
    assert texts(doc, T.KINH_GUI)
