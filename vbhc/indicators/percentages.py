"""Numbers that stand for percentages without saying so: 0.9342 in a column of "%", "87.5%" beside "14/16"."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from vbhc.indicators.values import plain
from vbhc.text.numbers import Quantity


class Scale(Enum):
    """Whether it is certain what a bare number in a column of percentages means."""

    CERTAIN = "certain"
    DOUBTFUL = "doubtful"


def points_of(number: Decimal, target: Decimal | None) -> tuple[Decimal, Scale]:
    """The percentage points that a bare number means beside a target (in points) of the same row.

    Up to 2 it may be a share (1 is 100%) or already points (1 is 1%): what lies nearer to the target, by ratio, is
    meant; where neither is much nearer, or there is no target, somebody should look.

    >>> points_of(Decimal("0.9342"), Decimal(80)), points_of(Decimal("0.78"), Decimal(1))
    ((Decimal('93.42'), <Scale.CERTAIN: 'certain'>), (Decimal('0.78'), <Scale.CERTAIN: 'certain'>))
    >>> points_of(Decimal("0.3"), Decimal(5))
    (Decimal('30'), <Scale.DOUBTFUL: 'doubtful'>)
    """
    if number <= 0 or number > 2:
        return number, Scale.CERTAIN
    share = plain(number * 100)
    if not target or target < 0:
        return (share if number <= 1 else number), Scale.DOUBTFUL
    as_share, as_points = _ratio(share, target), _ratio(number, target)
    near, far = sorted((as_share, as_points))
    certain = far > near * 10 and not (as_share < as_points and number > Decimal("1.2"))
    return (share if as_share < as_points else number), Scale.CERTAIN if certain else Scale.DOUBTFUL


def _ratio(a: Decimal, b: Decimal) -> Decimal:
    return max(a / b, b / a)


def fraction_agrees(percent: Quantity, fraction: Quantity) -> bool:
    """Whether "87.5%" and "14/16" are one share, to the last decimal that the percentage was written with."""
    exponent = percent.value.as_tuple().exponent
    last_place = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
    exact = fraction.value * 100 / (fraction.denominator or 1)
    return abs(percent.value - exact) < last_place
