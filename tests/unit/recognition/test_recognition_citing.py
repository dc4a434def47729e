"""The văn bản that a text cites, and the text as one to search in."""

from __future__ import annotations

import re
from datetime import date

import pytest
from support.handmade import cong_van, ke_hoach_hai_phu_luc
from support.handmade.looks import doan

from vbhc.recognition import Recognised, VienDanThay, recognise
from vbhc.word.view import open_view


def read(*paragraphs: str, **changes: object) -> Recognised:
    return recognise(open_view(cong_van(than=tuple(map(doan, paragraphs)), **changes)))


def cited(text: str) -> list[VienDanThay]:
    return list(read(text).vien_dan)


@pytest.mark.parametrize(
    ("text", "written", "nhom"),
    [
        ("Kế hoạch số 131/KH-UBND đã nêu", "131/KH-UBND", ("KH", "UBND")),
        ("Nghị quyết số 57-NQ/TW.", "57-NQ/TW", ("NQ", "TW")),
        ("Nghị định số 30/2020/NĐ-CP;", "30/2020/NĐ-CP", ("2020", "NĐ", "CP")),
        ("Luật số 20/2023/QH15,", "20/2023/QH15", ("2023", "QH15")),
        ("Tờ trình số 125/TTr-SKH&CN", "125/TTr-SKH&CN", ("TTr", "SKH&CN")),
        ("Công văn số 12/UBND-KT-HT", "12/UBND-KT-HT", ("UBND", "KT", "HT")),
    ],
)
def it_reads_the_number_of_each_form(text: str, written: str, nhom: tuple[str, ...]) -> None:
    [it] = cited(text)
    assert (it.written, it.nhom) == (written, nhom)
    assert it.co_chu_so


@pytest.mark.parametrize("text", ["đạt 11/47 chỉ tiêu", "24/7", "ngày 05/3/2026", "Thông tư số 12/2022/TT- BTTTT"])
def it_takes_other_numbers_for_no_citation(text: str) -> None:
    assert cited(text) == []


def it_reads_date_and_agency_in_either_order() -> None:
    [one] = cited("Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư")
    [other] = cited("Nghị định số 30/2020/NĐ-CP của Chính phủ ngày 05/3/2020 về công tác văn thư")
    assert one.ngay == other.ngay == date(2020, 3, 5)
    assert one.co_quan == other.co_quan == "chính phủ"


def it_reads_the_agency_up_to_the_next_citation() -> None:
    first, second = cited("Kế hoạch số 07-KH/TU ngày 25/7/2025 của Tỉnh ủy và Kế hoạch số 17/KH-UBND của Ủy ban")
    assert (first.co_quan, second.co_quan) == ("tỉnh ủy", "ủy ban")


def it_does_not_take_the_date_of_another() -> None:
    [it] = cited("Kế hoạch số 17/KH-UBND được giao thực hiện trước ngày 05/3/2026")
    assert it.ngay is None


def it_finds_letters_whatever_blank_hyphen_or_tone_they_have() -> None:
    doc = read("Uỷ ban\u00a0nhân dân xã\u2011phường")
    [found] = doc.reading.prose.find(re.compile("Ủy ban nhân dân xã-phường"))
    assert found.words == "Uỷ ban\u00a0nhân dân xã\u2011phường"


def it_finds_decomposed_letters_at_their_place() -> None:
    doc = read("Đề nghị tập huấn.", decomposed=True)
    [found] = doc.reading.prose.find(re.compile("tập huấn"))
    assert (found.before, found.words, found.after) == ("Đề nghị ", "tập huấn", ".")


def it_reads_every_paragraph_with_words_once() -> None:
    doc = recognise(open_view(ke_hoach_hai_phu_luc()))
    places = [it.place for it in doc.reading.passages]
    assert len(places) == len(set(places))
    assert {line.place for line in doc.lines} <= set(places)
    assert doc.reading.prose.text.count("\n") == len(doc.reading.prose.passages) - 1
