"""What stands in margins and behind Lưu: page number, address, circulation, who drafted it."""

from __future__ import annotations

import pytest
from support.handmade import CONSTRUCTIONS, cong_van, cong_van_du_thanh_phan, ke_hoach_hai_phu_luc

from vbhc.recognition import ThanhPhan, recognise
from vbhc.word.view import open_view

T = ThanhPhan


def texts(data: bytes, loai: ThanhPhan) -> list[str]:
    return [phan.text for phan in recognise(open_view(data)).all(loai)]


def it_finds_address_circulation_and_drafter() -> None:
    data = cong_van_du_thanh_phan()
    assert texts(data, T.DIA_CHI)[0].startswith("Số 1 đường Mẫu")
    assert texts(data, T.LUU_HANH) == ["XEM XONG TRẢ LẠI"]
    assert texts(data, T.NGUOI_SOAN) == ["- Lưu: VT, QLNS (3). NVA.(120)."]
    assert texts(data, T.DO_KHAN) == ["KHẨN"]


def it_takes_copies_kept_for_no_drafter() -> None:
    assert texts(cong_van(), T.NGUOI_SOAN) == []
    assert texts(cong_van(), T.DIA_CHI) == []


@pytest.mark.parametrize("sets", [{}, CONSTRUCTIONS["simple_field"], CONSTRUCTIONS["styles"]])
def it_finds_the_page_number_of_every_part_once(sets: dict[str, object]) -> None:
    found = list(recognise(open_view(ke_hoach_hai_phu_luc(sets))).all(T.SO_TRANG))
    assert found
    assert len({(phan.place.part, phan.place.index) for phan in found}) == len(found)
