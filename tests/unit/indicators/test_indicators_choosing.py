"""A selection found again in another state of its sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from vbhc.indicators import BangChiTieu, load_indicators
from vbhc.indicators.choosing import choose_again

DTI = load_indicators(Path(__file__).parents[3] / "examples/don-doc-dti/dti-2026-05.xlsx")
CHOICES: dict[str, Callable[[BangChiTieu], BangChiTieu]] = {
    "dat": lambda bang: bang.dat,
    "chua_dat": lambda bang: bang.chua_dat,
    "khong_ro": lambda bang: bang.khong_ro,
    "farthest": lambda bang: bang.chua_dat.xep_theo_khoang_cach()[:3],
    "every other": lambda bang: bang[1::2],
    "by agency": lambda bang: bang.chua_dat.theo_co_quan()["Công an tỉnh"],
    "of an agency": lambda bang: bang.cua("sở  nội vụ").chua_dat,
    "by group": lambda bang: next(iter(bang.theo_nhom().values())),
    "in a group": lambda bang: bang.trong_nhom("6").dat,
}


@pytest.mark.parametrize("choice", CHOICES)
def it_finds_every_choice_again(choice: str) -> None:
    chosen = CHOICES[choice](DTI)
    assert choose_again(DTI, chosen.cach_chon).chi_tieu == chosen.chi_tieu


@pytest.mark.parametrize("choice", ["by agency", "of an agency", "by group", "in a group"])
def it_finds_nothing_where_an_agency_or_a_group_is_there_no_more(choice: str) -> None:
    assert len(choose_again(DTI[:0], CHOICES[choice](DTI).cach_chon)) == 0


def it_judges_anew() -> None:
    first = DTI.chua_dat[0]
    mended = replace(
        DTI, chi_tieu=tuple(replace(it, danh_gia=DTI.dat[0].danh_gia) if it is first else it for it in DTI)
    )
    assert len(choose_again(mended, DTI.chua_dat.cach_chon)) == len(DTI.chua_dat) - 1
