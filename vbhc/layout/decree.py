"""The decree's numbers with their clauses, loaded from ``nd30.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class QuyDinh:
    """One number of the decree: the range it allows, what the shipped formats use, its clause, how sure it is (A–M)."""

    min: float
    max: float
    chon: float
    can_cu: str
    muc: str
    mau: bool = False
    gia_tri: tuple[float, ...] = ()

    def allows(self, value: float, *, tolerance: float = 0.0) -> bool:
        """Whether ``value`` lies in the range, or is one of the only values, give or take ``tolerance``."""
        if self.gia_tri:
            return any(abs(value - allowed) <= tolerance for allowed in self.gia_tri)
        return self.min - tolerance <= value <= self.max + tolerance


@dataclass(frozen=True, slots=True)
class Decree:
    """A decree on the form of văn bản: fixed wording, rules by dotted name ("trang.le_trai_mm"), size profiles."""

    ten: str
    hieu_luc_tu: date
    loi_van: Mapping[str, str]
    rules: Mapping[str, QuyDinh]
    profiles: Mapping[str, Mapping[str, float]]

    def __getitem__(self, name: str) -> QuyDinh:
        return self.rules[name]

    def size_pt(self, element: str, profile: str) -> float:
        """The size in points of an element ("quoc_hieu") in a profile ("P12", "P13")."""
        return self.profiles[profile].get(element, self.rules[f"co_chu_pt.{element}"].chon)


@cache
def load_decree() -> Decree:
    """Nghị định 30/2020/NĐ-CP."""
    data = tomllib.loads(files(__package__).joinpath("nd30.toml").read_text("utf-8"))
    ten, hieu_luc_tu, loi_van, profiles = (data.pop(key) for key in ("ten", "hieu_luc_tu", "loi_van", "ho_so_co_chu"))
    rules = {f"{room}.{name}": QuyDinh(**rule) for room, table in data.items() for name, rule in table.items()}
    return Decree(
        ten, hieu_luc_tu, MappingProxyType(loi_van), MappingProxyType(rules), MappingProxyType(_sizes(profiles))
    )


def _sizes(profiles: Mapping[str, Mapping[str, Any]]) -> dict[str, Mapping[str, float]]:
    return {
        name: MappingProxyType({key: value for key, value in sizes.items() if key != "can_cu"})
        for name, sizes in profiles.items()
    }
