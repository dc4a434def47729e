"""Names that are nearly right: which of the known ones was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def suggest(name: str, candidates: Iterable[str], *, nearness: float = 0.6) -> str | None:
    """The candidate that ``name`` was probably meant to be, if any; ``nearness`` from 0 (anything) to 1 (the same).

    >>> suggest("luuu", ["luu", "dong"])
    'luu'
    """
    close = get_close_matches(name, sorted(set(candidates)), n=1, cutoff=nearness)
    return close[0] if close else None
