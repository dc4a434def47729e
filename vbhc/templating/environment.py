"""The strict sandbox in which every template runs."""

from __future__ import annotations

from functools import partial
from typing import Any, cast

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import TemplateRuntimeError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from vbhc.templating.filters import FILTERS, pairs

# Let data become markup (safe, urlize…), show Python instead of text (pprint, tojson), reach around the attribute
# check (attr), or give another text each time (random).
_UNWANTED_FILTERS = ("attr", "forceescape", "pprint", "random", "safe", "tojson", "urlize", "xmlattr")
_UNWANTED_GLOBALS = ("lipsum",)
_PAIRS = "for:pairs"  # the colon keeps it out of what people may write


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


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox, in which ``{% for co_quan, nhom in … %}`` goes over the pairs of a mapping."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            if isinstance(loop.target, nodes.Tuple) and len(loop.target.items) == 2:
                line = loop.iter.lineno
                loop.iter = nodes.Filter(loop.iter, _PAIRS, [], [], None, None, lineno=line, environment=self)
        return tree


def environment() -> ImmutableSandboxedEnvironment:
    """A fresh strict environment: no loader (so no include), autoescape on, what would leak or vary taken out."""
    env = _Environment(undefined=_Missing, autoescape=True, keep_trailing_newline=True, cache_size=0)
    for name in _UNWANTED_FILTERS:
        del env.filters[name]
    for name in _UNWANTED_GLOBALS:
        del env.globals[name]
    env.filters.update(FILTERS, **{_PAIRS: pairs})
    return env
