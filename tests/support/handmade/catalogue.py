"""All the documents by name: each kind, and the same letters in every construction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from support.handmade.kinds import (
    BAO_CAO,
    BIEN_BAN,
    CONG_DIEN,
    CONG_VAN,
    CONG_VAN_DU_THANH_PHAN,
    CONG_VAN_MOT_NOI_NHAN,
    GIAY_MOI,
    QUYET_DINH,
    THONG_BAO,
    TO_TRINH,
)
from support.handmade.looks import SIZES_13_14_14
from support.handmade.making import Changes, altered, made, maker
from support.handmade.outside import QUYET_DINH_QUY_PHAM, THU_RIENG, VAN_BAN_DANG
from support.handmade.plans import KE_HOACH, KE_HOACH_HAI_PHU_LUC, KE_HOACH_MOT_PHU_LUC, PHU_LUC_DIEN_TU
from support.handmade.values import Letter

cong_van = maker(CONG_VAN)
cong_van_mot_noi_nhan = maker(CONG_VAN_MOT_NOI_NHAN)
cong_van_du_thanh_phan = maker(CONG_VAN_DU_THANH_PHAN)
to_trinh = maker(TO_TRINH)
bao_cao = maker(BAO_CAO)
thong_bao = maker(THONG_BAO)
giay_moi = maker(GIAY_MOI)
cong_dien = maker(CONG_DIEN)
bien_ban = maker(BIEN_BAN)
quyet_dinh = maker(QUYET_DINH)
ke_hoach = maker(KE_HOACH)
ke_hoach_mot_phu_luc = maker(KE_HOACH_MOT_PHU_LUC)
ke_hoach_hai_phu_luc = maker(KE_HOACH_HAI_PHU_LUC)
phu_luc_dien_tu = maker(PHU_LUC_DIEN_TU)
quyet_dinh_quy_pham = maker(QUYET_DINH_QUY_PHAM)
van_ban_dang = maker(VAN_BAN_DANG)
thu_rieng = maker(THU_RIENG)

IN_SCOPE_KINDS: Mapping[str, Letter] = MappingProxyType(
    {
        "cong_van": CONG_VAN,
        "cong_van_mot_noi_nhan": CONG_VAN_MOT_NOI_NHAN,
        "cong_van_du_thanh_phan": CONG_VAN_DU_THANH_PHAN,
        "to_trinh": TO_TRINH,
        "bao_cao": BAO_CAO,
        "thong_bao": THONG_BAO,
        "giay_moi": GIAY_MOI,
        "cong_dien": CONG_DIEN,
        "bien_ban": BIEN_BAN,
        "quyet_dinh": QUYET_DINH,
        "ke_hoach": KE_HOACH,
        "ke_hoach_mot_phu_luc": KE_HOACH_MOT_PHU_LUC,
        "ke_hoach_hai_phu_luc": KE_HOACH_HAI_PHU_LUC,
        "phu_luc_dien_tu": PHU_LUC_DIEN_TU,
    }
)
OUTSIDE_KINDS: Mapping[str, Letter] = MappingProxyType(
    {"quyet_dinh_quy_pham": QUYET_DINH_QUY_PHAM, "van_ban_dang": VAN_BAN_DANG, "thu_rieng": THU_RIENG}
)
CONSTRUCTIONS: Mapping[str, Changes] = MappingProxyType(
    {
        "vml": {"rules": "vml"},
        "borders": {"rules": "border"},
        "underscores": {"rules": "underscores"},
        "tabs": {"heading": "tabs", "signature": "tabs"},
        "tabs_underscores": {"heading": "tabs", "signature": "tabs", "rules": "underscores"},
        "spaces": {"heading": "spaces", "rules": "vml"},
        "boxes": {"heading": "boxes", "rules": "border"},
        "styles": {"formatting": "styles"},
        "styles_tabs": {"formatting": "styles", "heading": "tabs", "signature": "tabs"},
        "theme": {"formatting": "theme"},
        "split": {"split": True},
        "split_styles": {"split": True, "formatting": "styles", "page_field": "simple"},
        "decomposed": {"decomposed": True},
        "wide_a4": {"paper_twips": (11907, 16839)},
        "automatic": {"numbering": "automatic"},
        "automatic_styles": {"numbering": "automatic", "formatting": "styles"},
        "simple_field": {"page_field": "simple"},
        "margins_35_20": {"margins_mm": {"left": 35, "right": 20, "top": 25, "bottom": 25}},
        "sizes_13_14_14": SIZES_13_14_14,
    }
)
BUILT_ALIKE = ("cong_van", "ke_hoach_hai_phu_luc")
"""The kinds that `ALL` holds in every construction."""


def _in_every_construction() -> dict[str, Letter]:
    return {
        f"{kind}/{name}": altered(IN_SCOPE_KINDS[kind], changes)
        for kind in BUILT_ALIKE
        for name, changes in CONSTRUCTIONS.items()
    }


_CONFORMING = {**IN_SCOPE_KINDS, **_in_every_construction()}
LETTERS: Mapping[str, Letter] = MappingProxyType({**_CONFORMING, **OUTSIDE_KINDS})
ALL: Mapping[str, Callable[[], bytes]] = MappingProxyType(
    {name: partial(made, letter) for name, letter in LETTERS.items()}
)
CONFORMING: Mapping[str, Callable[[], bytes]] = MappingProxyType({name: ALL[name] for name in _CONFORMING})
OUT_OF_SCOPE: Mapping[str, Callable[[], bytes]] = MappingProxyType({name: ALL[name] for name in OUTSIDE_KINDS})
