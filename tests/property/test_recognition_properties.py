"""Whatever văn bản is written, its thành phần are found again where they were put."""

from __future__ import annotations

from hypothesis import given, settings
from support import plausible

from vbhc import CongVan, VanBan, render_bytes
from vbhc.recognition import LoaiTep, Recognised, ThanhPhan, recognise
from vbhc.text.spelling import fold, upper
from vbhc.word.view import open_view

T = ThanhPhan


def said(found: Recognised, loai: ThanhPhan) -> str:
    phan = found.first(loai)
    return "" if phan is None else fold(phan.text)


@given(plausible.van_ban())
@settings(max_examples=100)
def it_finds_again_what_was_written(van_ban: VanBan):
    found = recognise(open_view(render_bytes(van_ban)))
    assert found.ngoai_pham_vi == ""
    assert found.loai is (LoaiTep.CONG_VAN if isinstance(van_ban, CongVan) else LoaiTep.CO_TEN)
    assert found.ky_hieu == van_ban.so_ky_hieu.ky_hieu
    assert found.so == ("" if van_ban.so_ky_hieu.so is None else f"{van_ban.so_ky_hieu.so:02d}")
    assert (found.ngay is None) == (van_ban.thoi_gian.ngay is None)
    assert said(found, T.CO_QUAN) == fold(upper(van_ban.co_quan.ten))
    assert said(found, T.CHU_QUAN) == fold(upper(van_ban.co_quan.chu_quan or ""))
    subject = T.TRICH_YEU_V_V if isinstance(van_ban, CongVan) else T.TRICH_YEU
    assert fold(van_ban.trich_yeu) in said(found, subject)
    assert said(found, T.HO_TEN) == fold(van_ban.nguoi_ky.ho_ten or "")
    assert said(found, T.QUYEN_HAN) == fold("\n".join(str(it) for it in van_ban.nguoi_ky.quyen_han))


@given(plausible.van_ban())
@settings(max_examples=100)
def it_parts_heading_text_signature_and_phu_luc(van_ban: VanBan):
    found = recognise(open_view(render_bytes(van_ban)))
    assert len(found.phu_luc) == len(van_ban.phu_luc)
    can_cu = found.first(T.CAN_CU)
    assert len(can_cu.lines if can_cu else ()) == len(getattr(van_ban, "can_cu", ()))
    recipients = found.first(T.NOI_NHAN)
    assert recipients is not None
    assert len(recipients.lines) == len(van_ban.noi_nhan.noi) + 1
    assert found.noi_dung[-1].text.endswith("./.")
    assert found.noi_dung[0].folded.startswith(fold(van_ban.noi_dung[0].noi_dung[:20]))
