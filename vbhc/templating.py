"""The one gate to Jinja2: sandboxed, strict about what is missing, with the filters Vietnamese documents need.

Nothing here knows Word: `vbhc.word` says how a value is written into a part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from functools import partial
from typing import Any, cast

from jinja2 import StrictUndefined, meta, nodes
from jinja2.exceptions import TemplateRuntimeError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from vbhc.errors import TextError
from vbhc.text.dates import date_in_words
from vbhc.text.numbers import format_number, format_percent, number_in_words
from vbhc.text.spelling import keep_together, upper

__all__ = ["FILTERS", "MissingNameError", "dotted_names", "environment", "public_names", "suggest"]

# Let data become markup (safe, urlize…), show Python instead of text (pprint, tojson), reach around the attribute
# check (attr), or give another text each time (random).
_UNWANTED_FILTERS = ("attr", "forceescape", "pprint", "random", "safe", "tojson", "urlize", "xmlattr")
_UNWANTED_GLOBALS = ("lipsum",)


def so(value: object, le: int | None = None) -> str:
    """``{{ x | so }}``: "1.234,5"; ``so(1)`` rounds to one decimal, halves up."""
    return format_number(_decimal(value), digits=le)


def phan_tram(value: object, le: int | None = None) -> str:
    """``{{ x | phan_tram }}``: percentage points as "57,31%"; ``phan_tram(1)`` rounds to one decimal."""
    return format_percent(_decimal(value), digits=le)


def bang_chu(value: object) -> str:
    """``{{ x | bang_chu }}``: a whole number in words, "mười một"."""
    number = _decimal(value)
    if number != int(number):
        raise TextError(f"{value} không phải là số nguyên nên không đọc bằng chữ được")
    return number_in_words(int(number))


def ngay_thang_nam(value: Any) -> str:
    """``{{ x | ngay_thang_nam }}``: "ngày 05 tháng 3 năm 2026", of a ``date`` or anything with ngay, thang, nam."""
    if isinstance(value, date):
        return date_in_words(value.day, value.month, value.year)
    try:
        return date_in_words(value.ngay, value.thang, value.nam)
    except AttributeError:
        raise TextError(f"«{value}» không phải là ngày") from None


def in_hoa(value: object) -> str:
    """``{{ x | in_hoa }}``: in capitals."""
    return upper(str(value))


def giu_lien(value: object) -> str:
    """``{{ x | giu_lien }}``: with no-break spaces where a line must not break, as in "KT. CHỦ TỊCH"."""
    return keep_together(str(value))


def _decimal(value: object) -> Decimal:
    if isinstance(value, Decimal | int | float) and not isinstance(value, bool):
        return Decimal(str(value))  # of a float what it prints as, not its binary tail
    raise TextError(f"«{value}» không phải là số")


def _unchanged(value: object) -> object:
    """``| e``: output is escaped anyway, so a template written for docxtpl keeps its meaning."""
    return value


FILTERS: Mapping[str, Callable[..., object]] = {
    "phan_tram": phan_tram,
    "so": so,
    "bang_chu": bang_chu,
    "ngay_thang_nam": ngay_thang_nam,
    "in_hoa": in_hoa,
    "giu_lien": giu_lien,
    "e": _unchanged,
    "escape": _unchanged,
}
"""The filters added to Jinja's own."""


class MissingNameError(UndefinedError):
    """A tag uses a name that is not there: ``name``, and the object it was looked for in (``None``: the document)."""

    def __init__(self, message: str | None = None, *, name: str = "", owner: object = None) -> None:
        super().__init__(message)
        self.name = name
        self.owner = owner


class _Missing(StrictUndefined):
    """Whatever is not there: any use of it raises `MissingNameError`, except asking ``is defined`` or ``| default``."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        if exc is UndefinedError:
            owner = None if obj is missing else obj
            exc = cast("type[TemplateRuntimeError]", partial(MissingNameError, name=str(name), owner=owner))
        super().__init__(hint, obj, name, exc)


def environment() -> ImmutableSandboxedEnvironment:
    """A fresh strict environment: no loader (so no include), autoescape on, what would leak or vary taken out."""
    env = ImmutableSandboxedEnvironment(undefined=_Missing, autoescape=True, keep_trailing_newline=True, cache_size=0)
    for name in _UNWANTED_FILTERS:
        del env.filters[name]
    for name in _UNWANTED_GLOBALS:
        del env.globals[name]
    env.filters.update(FILTERS)
    return env


def suggest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate that ``name`` was probably meant to be, if any.

    >>> suggest("luuu", ["luu", "dong"])
    'luu'
    """
    close = get_close_matches(name, sorted(set(candidates)), n=1)
    return close[0] if close else None


def public_names(owner: object) -> list[str]:
    """The names a tag may write after ``owner.``: keys of a mapping, public attributes of anything else."""
    if isinstance(owner, Mapping):
        return [str(key) for key in owner]
    return [name for name in dir(owner) if not name.startswith("_")]


def dotted_names(tree: nodes.Template) -> frozenset[str]:
    """What a template asks of its data: "co_quan.ten", "noi_nhan"; loop variables and names set inside are left out."""
    free = meta.find_undeclared_variables(tree)
    return frozenset(path for path in _paths(tree) if path.partition(".")[0] in free)


def _paths(node: nodes.Node) -> Iterator[str]:
    path = _path(node)
    if path is not None:
        yield path
        return
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr):
        yield from _paths(node.node.node)  # a method is no data: of "x.items()" only x is asked for
        children = node.iter_child_nodes(exclude=("node",))
    else:
        children = node.iter_child_nodes()
    for child in children:
        yield from _paths(child)


def _path(node: nodes.Node) -> str | None:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        owner = _path(node.node)
        return None if owner is None else f"{owner}.{node.attr}"
    return None
