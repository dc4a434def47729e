"""Where on its page a row of a table begins, as far as that is known, and which merged rows go on a page together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

# Below this share of a page the rest of it is not worth a part of its own: what is divided begins on the next one.
STARTED_SHARE = 0.6


class Spot(NamedTuple):
    """Where the next row begins: below ``lead_mm`` of lines and rows that head it and stay with it.

    ``at_mm``: so far below the top of its page, all rows counted; ``None`` where nobody but Word knows.
    """

    lead_mm: float = 0.0
    at_mm: float | None = None

    def below(self, height_mm: float, page_mm: float, *, heads: bool = False) -> Spot:
        """The spot below a row, which moves to the next page when there is no room; one that ``heads`` the next stays
        with it.
        """
        lead_mm = self.lead_mm + height_mm
        at_mm = None if self.at_mm is None or lead_mm > page_mm else self.at_mm + height_mm
        moved = at_mm is not None and at_mm > page_mm
        return Spot(lead_mm if heads else 0.0, lead_mm if moved else at_mm)


ANYWHERE = Spot()


class Reach(NamedTuple):
    """A merged cell: from its ``first`` row to its ``last``, ``mm`` high."""

    first: int
    last: int
    mm: float


class Tied(NamedTuple):
    """Rows that merged cells hold together: how high each is beside them, and the merged cells."""

    heights: Sequence[float]
    reaches: Sequence[Reach]


class Part(NamedTuple):
    """So many rows of a group, and where they end: so far below the top of their page."""

    size: int
    end_mm: float


def divide(tied: Tied, spot: Spot, page_mm: float) -> tuple[Sequence[Part], Spot]:
    """The rows from ``spot`` on, together where a page holds them, or in parts as high as a page; and the spot below.

    So the row after a part never stands on the page on which the part begins: what it says again is there but once.
    """
    parts = list(_parts(tied, spot.lead_mm, page_mm))
    if len(parts) == 1:
        moved = parts[0].end_mm
        end_mm = None if spot.at_mm is None else moved - spot.lead_mm + spot.at_mm
        return parts, Spot(0.0, end_mm if end_mm is None or end_mm <= page_mm else moved)
    if spot.at_mm is not None and spot.at_mm <= page_mm * STARTED_SHARE:
        parts = list(_parts(tied, spot.at_mm, page_mm))
    return parts, Spot(0.0, parts[-1].end_mm)


def _parts(tied: Tied, lead_mm: float, page_mm: float) -> Iterator[Part]:
    """Parts as high as a page, the first ``lead_mm`` below its top; a row makes room for merged cells that end with it
    or with its part.
    """
    begun: dict[int, list[Reach]] = {}
    for reach in tied.reaches:
        begun.setdefault(reach.first, []).append(reach)
    size, filled, ended = 0, lead_mm, lead_mm
    beside: dict[Reach, float] = {}  # how high the rows of the part are next to each merged cell
    for at, own in enumerate(tied.heights):
        beside = {reach: mm + own for reach, mm in beside.items()} | dict.fromkeys(begun.get(at, ()), own)
        end = filled + own + _lacking(beside)
        if size and end > page_mm:
            yield Part(size, ended)
            size, filled, beside = 0, 0.0, dict.fromkeys(beside, own)
            end = own + _lacking(beside)
        grown = _lacking({reach: mm for reach, mm in beside.items() if reach.last == at})
        beside = {reach: mm + grown for reach, mm in beside.items() if reach.last > at}
        size, filled, ended = size + 1, filled + own + grown, end
    yield Part(size, ended)


def _lacking(beside: Mapping[Reach, float]) -> float:
    """What the last of the rows lacks for the merged cells beside it."""
    return max([0.0, *(reach.mm - mm for reach, mm in beside.items())])
