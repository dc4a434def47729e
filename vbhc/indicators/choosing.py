"""A selection found again in another state of its sheet, by the steps that it tells of itself."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import replace

from vbhc.errors import InputError
from vbhc.indicators.bang import BangChiTieu

_STEPS: Mapping[str, Callable[[BangChiTieu, str], BangChiTieu]] = {
    "dat": lambda bang, _: bang.dat,
    "chua_dat": lambda bang, _: bang.chua_dat,
    "khong_ro": lambda bang, _: bang.khong_ro,
    "xep_theo_khoang_cach": lambda bang, _: bang.xep_theo_khoang_cach(),
    "theo_co_quan": lambda bang, ten: bang.theo_co_quan().get(ten, bang[:0]),
    "theo_nhom": lambda bang, nhom: {str(key): part for key, part in bang.theo_nhom().items()}.get(nhom, bang[:0]),
    "cua": lambda bang, ten: _if_there(bang, bang.cua, ten),
    "trong_nhom": lambda bang, nhom: _if_there(bang, bang.trong_nhom, nhom),
    "lat": lambda bang, ends: bang[slice(*(int(end) if end else None for end in ends.split(":")))],
    "dong": lambda bang, dong: _in_rows(bang, {int(it) for it in dong.split(":") if it}),
}


def choose_again(bang: BangChiTieu, cach_chon: Iterable[str]) -> BangChiTieu:
    """What ``cach_chon`` of a selection chooses of ``bang``; empty where an agency or a group is there no more.

    Raises `KeyError` for a step that there is not.
    """
    for step in cach_chon:
        name, _, detail = step.partition("=")
        bang = _STEPS[name](bang, detail)
    return bang


def _if_there(bang: BangChiTieu, choose: Callable[[str], BangChiTieu], name: str) -> BangChiTieu:
    try:
        return choose(name)
    except InputError:
        return bang[:0]


def _in_rows(bang: BangChiTieu, dong: Container[int]) -> BangChiTieu:
    return replace(bang, chi_tieu=tuple(it for it in bang if it.dong in dong))
