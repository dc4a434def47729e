"""Documents made by hand as raw WordprocessingML, the way offices make them: a checker's conforming cases.

Each maker gives the bytes of a DOCX and takes changes: first whole sets of them, then by keyword (see `changed`)::

    cong_van()                                              # as NĐ 30/2020 asks for it
    cong_van(quoc_hieu={"bold": False}, margins_mm={"left": 25})
    ke_hoach(CONSTRUCTIONS["tabs"], SIZES_13_14_14, noi_nhan={-1: "- Lưu: VT"}, trich_yeu=None)
    quyet_dinh(than=lambda than: than[:-1])
    edited(cong_van(), "word/document.xml", "<w:titlePg/>", "")
"""

from support.handmade.catalogue import (
    ALL,
    CONFORMING,
    CONSTRUCTIONS,
    LETTERS,
    OUT_OF_SCOPE,
    bao_cao,
    bien_ban,
    cong_dien,
    cong_van,
    cong_van_du_thanh_phan,
    cong_van_mot_noi_nhan,
    giay_moi,
    ke_hoach,
    ke_hoach_hai_phu_luc,
    ke_hoach_mot_phu_luc,
    phu_luc_dien_tu,
    quyet_dinh,
    quyet_dinh_quy_pham,
    thong_bao,
    thu_rieng,
    to_trinh,
    van_ban_dang,
)
from support.handmade.looks import SIZES_13_14_14
from support.handmade.making import altered, edited, made
from support.handmade.values import Bang, Letter, PhuLuc, Text, changed

__all__ = [
    "ALL",
    "CONFORMING",
    "CONSTRUCTIONS",
    "LETTERS",
    "OUT_OF_SCOPE",
    "SIZES_13_14_14",
    "Bang",
    "Letter",
    "PhuLuc",
    "Text",
    "altered",
    "bao_cao",
    "bien_ban",
    "changed",
    "cong_dien",
    "cong_van",
    "cong_van_du_thanh_phan",
    "cong_van_mot_noi_nhan",
    "edited",
    "giay_moi",
    "ke_hoach",
    "ke_hoach_hai_phu_luc",
    "ke_hoach_mot_phu_luc",
    "made",
    "phu_luc_dien_tu",
    "quyet_dinh",
    "quyet_dinh_quy_pham",
    "thong_bao",
    "thu_rieng",
    "to_trinh",
    "van_ban_dang",
]
