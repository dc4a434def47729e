"""Rows and columns by the names that people write; what is not there is told with the nearest that is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from vbhc.errors import InputError
from vbhc.text.nearest import suggest
from vbhc.text.spelling import fold

T = TypeVar("T")

_NAMED = 8
_NEARNESS = 0.75  # mã are short: "2.3" is not what was meant by "6.1"


def named(values: Iterable[T], name: str, names_of: Callable[[T], Iterable[str]], missing: str) -> list[T]:
    """The values of which one name is ``name``, whatever its capitals and spaces; at least one.

    Raises `InputError` with the message ``missing`` and the nearest name; for a ``name`` that is no text as well.
    """
    if not isinstance(name, str):
        raise InputError(f'tên hoặc mã phải là chữ trong dấu nháy, ví dụ "6.3"; đã nhận {name}')
    values = list(values)
    wanted = fold(name)
    chosen = [value for value in values if wanted and any(fold(it) == wanted for it in names_of(value))]
    if not chosen:
        known = [it for value in values for it in names_of(value) if it]
        raise InputError(f"{missing} «{name}»{_instead(wanted, known)}")
    return chosen


def the_one(values: Sequence[T], told: Callable[[T], object], several: str, hint: str) -> T:
    """The only one of ``values``; raises `InputError` with where each stands when there are several."""
    if len(values) > 1:
        raise InputError(f"{several} ({', '.join(str(told(value)) for value in values)}); {hint}")
    return values[0]


def _instead(wanted: str, known: Iterable[str]) -> str:
    names = {fold(name): name for name in known}
    close = suggest(wanted, names, nearness=_NEARNESS)
    if close is not None:
        return f"; có phải «{names[close]}»?"
    some = [f"«{name}»" for name in names.values()]
    return f"; có {', '.join(some[:_NAMED])}{', …' if len(some) > _NAMED else ''}" if some else ""
