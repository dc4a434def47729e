"""What stands elsewhere than in a sample is still known: Kính gửi in a table, chức vụ in small letters, chương."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from support.handmade import cong_dien, thong_bao
from support.plain import CONG_VAN, LABEL, QUY_CHE, QUYET_DINH, P, Plain, item, middle, read

from vbhc.recognition import ThanhPhan, recognise
from vbhc.word.view import open_view

T = ThanhPhan


def texts(plain: Plain, loai: ThanhPhan) -> list[str]:
    phan = read(plain).first(loai)
    return [line.shown for line in phan.lines] if phan else []


def it_stops_trich_yeu_where_the_text_or_who_decides_begins() -> None:
    assert texts(QUY_CHE, T.TRICH_YEU) == ["Làm việc của Sở Nội vụ"]
    assert texts(QUYET_DINH, T.TRICH_YEU) == ["Về việc ban hành Quy chế làm việc"]
    assert len(texts(QUYET_DINH, T.CAN_CU)) == 2


def it_finds_kinh_gui_in_a_table() -> None:
    label = P("Kính gửi:", align="right", first=0)
    there = (P("- Sở Nội vụ;", first=0), P("- Sở Tài chính.", first=0))
    letter = replace(CONG_VAN, kinh_gui=()).body((((label,), there),), *CONG_VAN.than)
    assert texts(letter, T.KINH_GUI) == ["Kính gửi:", "- Sở Nội vụ;", "- Sở Tài chính."]
    assert texts(letter, T.TRICH_YEU_V_V) == ["V/v báo cáo kết quả năm 2025"]


@pytest.mark.parametrize(
    ("lines", "held"),
    [
        (("Kính gửi: - Sở Nội vụ;", "- Sở Tài chính."), 2),
        (("Kính gửi:", "Sở Nội vụ;", "Sở Tài chính."), 3),
        (("Kính gửi: Sở Nội vụ;", "Sở báo cáo như sau."), 1),
        (("Kính gửi:", "- Sở Nội vụ;", "- Sở Tài chính;", "Sở báo cáo như sau."), 3),
    ],
)
def it_goes_on_with_kinh_gui_while_lines_name_someone(lines: tuple[str, ...], held: int) -> None:
    letter = replace(CONG_VAN, kinh_gui=tuple(P(text, align="left") for text in lines))
    assert len(texts(letter, T.KINH_GUI)) == held


def it_knows_chuc_vu_in_small_letters() -> None:
    letter = replace(CONG_VAN, right=(middle("KT. Giám đốc"), middle("Phó Giám đốc"), middle(""), middle("Vũ Văn Ân")))
    assert texts(letter, T.QUYEN_HAN) == ["KT. Giám đốc", "Phó Giám đốc"]
    assert texts(letter, T.HO_TEN) == ["Vũ Văn Ân"]


def it_takes_no_sentence_for_noi_nhan() -> None:
    letter = CONG_VAN.body(P("Nơi nhận hồ sơ là Trung tâm hành chính công."), P("Hồ sơ gồm một bản chính./."))
    assert len(read(letter).noi_dung) == 2
    assert texts(letter, T.NHAN_NOI_NHAN) == ["Nơi nhận:"]
    assert texts(replace(CONG_VAN, left=(replace(LABEL, text="NƠI NHẬN"), item("- Như trên;"))), T.NHAN_NOI_NHAN)


def it_takes_no_sentence_for_a_phan() -> None:
    doc = read(CONG_VAN.body(P("Phần mềm được dùng chung."), middle("Phần thứ nhất"), middle("Phần II")))
    assert [(it.level, it.number) for it in doc.muc] == [("phan", "Phần thứ nhất"), ("phan", "Phần II")]


def it_parts_a_recipient_from_who_signs_beside_it() -> None:
    ending = ("Nơi nhận:\tKT. GIÁM ĐỐC", "- Như trên;\tPHÓ GIÁM ĐỐC", "- Lưu: VT.\tVũ Văn Ân")
    stacked = replace(CONG_VAN, left=(), right=tuple(P(text, align="left", first=0) for text in ending), stacked=True)
    assert texts(stacked, T.QUYEN_HAN) == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]
    assert texts(stacked, T.HO_TEN) == ["Vũ Văn Ân"]
    assert texts(stacked, T.NOI_NHAN) == ["- Như trên;", "- Lưu: VT."]
    below = stacked.but("right", 2, text="- Lưu: VT.")
    assert texts(replace(below, right=(*below.right, P("\t\tVũ Văn Ân"))), T.HO_TEN) == ["Vũ Văn Ân"]


def it_finds_a_chuc_vu_alone_above_noi_nhan_or_without_it() -> None:
    stacked = replace(QUYET_DINH, stacked=True)
    assert texts(stacked, T.QUYEN_HAN) == ["GIÁM ĐỐC"]
    assert texts(replace(stacked, left=()), T.QUYEN_HAN) == ["GIÁM ĐỐC"]
    assert read(stacked).noi_dung[-1].text.endswith("./.")


def it_finds_kinh_gui_in_a_row_of_the_table_of_the_heading() -> None:
    row = ((P("Kính gửi:", align="right"),), (P("- Sở Nội vụ;", align="left"), P("- Sở Tài chính.", align="left")))
    letter = replace(CONG_VAN, kinh_gui=(), in_heading=(row,))
    assert texts(letter, T.KINH_GUI) == ["Kính gửi:", "- Sở Nội vụ;", "- Sở Tài chính."]
    assert texts(letter, T.QUOC_HIEU) == texts(CONG_VAN, T.QUOC_HIEU) != []


def it_ends_noi_nhan_before_the_heading_of_what_is_issued() -> None:
    nation = (middle("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), middle("Độc lập - Tự do - Hạnh phúc"))
    issued = (((QUYET_DINH.co_quan, nation),), middle("QUY CHẾ"), P("Điều 1. Phạm vi điều chỉnh", bold=True))
    both = replace(QUYET_DINH, phu_luc=issued)
    for place in (T.NOI_NHAN, T.QUYEN_HAN, T.HO_TEN):
        assert texts(both, place) == texts(QUYET_DINH, place)


def it_reads_numbers_whose_letters_are_decomposed() -> None:
    doc = read(QUY_CHE.body(P(unicodedata.normalize("NFD", "Điều 1. Phạm vi"), bold=True), P("V/v báo cáo.")))
    assert [(it.level, it.number) for it in doc.muc] == [("dieu", "Điều 1.")]


def it_knows_who_signs_at_the_left_of_noi_nhan() -> None:
    swapped = replace(QUYET_DINH, left=QUYET_DINH.right, right=QUYET_DINH.left)
    assert texts(swapped, T.QUYEN_HAN) == ["GIÁM ĐỐC"]
    assert texts(swapped, T.NOI_NHAN) == ["- Như Điều 3;", "- Lưu: VT, VP."]


def it_finds_to_whom_a_cong_dien_is_wired() -> None:
    doc = recognise(open_view(cong_dien()))
    wired = doc.first(T.NOI_NHAN_DIEN)
    assert wired is not None
    assert [line.text for line in wired.lines] == [
        "Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh điện:",
        "- Giám đốc các sở, ban, ngành thuộc tỉnh;",
        "- Chủ tịch Ủy ban nhân dân các xã, phường.",
    ]
    assert doc.noi_dung[0].text.startswith("Theo Đài")


def it_takes_a_line_that_ends_the_same_way_for_text_elsewhere() -> None:
    assert recognise(open_view(thong_bao(than={0: "Đơn vị bị cắt điện:"}))).first(T.NOI_NHAN_DIEN) is None
