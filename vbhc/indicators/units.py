"""Units of measure ("đơn vị tính"): which are known, and what they tell about the numbers of their row."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from vbhc.text.spelling import fold_ascii

_RANK = re.compile(r"\b(?:thứ hạng|xếp hạng|xếp thứ)\b", re.IGNORECASE)
_RANK_UNITS = {"hạng", "bậc", "thứ"}
_SPLIT = re.compile(r"[/,;()]| tren | moi ")
_NUMBER = re.compile(r"[0-9.,]+")


@cache
def _known() -> tuple[str, ...]:
    """The names of units in folded form."""
    data = tomllib.loads(files(__package__).joinpath("don_vi.toml").read_text("utf-8"))
    return tuple(fold_ascii(name) for name in data["don_vi"])


@lru_cache
def is_percent(unit: str) -> bool:
    """Whether the unit counts percentage points: "%", "Tỷ lệ %", "phần trăm"."""
    return "%" in unit or "phan tram" in fold_ascii(unit)


def is_rank(unit: str, *texts: str) -> bool:
    """Whether the unit, a column label or a name says that the value is a place in a ranking."""
    return unit.lower() in _RANK_UNITS or any(_RANK.search(text) for text in (unit, *texts))


@lru_cache
def is_known(unit: str) -> bool:
    """Whether every part of a unit begins with a known name: "tin, bài/năm", "lần phát sóng/năm", "DN/1.000 dân".

    >>> is_known("DN/1.000 dân"), is_known("tin, bài/năm"), is_known("xyz")
    (True, True, False)
    """
    parts = [_NUMBER.sub("", part).strip() for part in _SPLIT.split(fold_ascii(unit))]
    return all(any(f"{part} ".startswith(f"{name} ") for name in _known()) for part in parts if part)
