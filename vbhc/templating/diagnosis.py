"""After a failed render: run it again, tolerantly, to tell everything that is wrong with the data in one report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping
from types import TracebackType
from typing import Any

from jinja2 import ChainableUndefined, Environment, Template

from vbhc.findings import Finding

_BLANK = ChainableUndefined()

InEnvironment = Callable[[Environment], Template]
"""Binds one compiled template to an environment."""
Explain = Callable[[Exception, int], Finding]
"""The finding for an error at a line of the template."""


def diagnose(
    bind: InEnvironment,
    env: Environment,
    variables: Mapping[str, object],
    explain: Explain,
    *,
    writers: Collection[str] = (),
) -> list[Finding]:
    """Everything that stops a template of ``env`` from being filled in, as far as a tolerant second try gets.

    ``writers``: filters whose result is printed as it stands, so that a failing one must leave a text.
    """
    findings: dict[Finding, None] = {}

    def note(error: Exception, line: int) -> None:
        findings[explain(error, line)] = None

    template = _tolerant(bind, env.overlay(), note, writers)
    try:
        "".join(template.root_render_func(template.new_context(dict(variables))))
    except Exception as error:  # whatever a tag runs into, its author gets to know where and why
        note(error, line_of_error(error.__traceback__, template))
    return list(findings)


def _tolerant(
    bind: InEnvironment, env: Environment, note: Callable[[Exception, int], None], writers: Collection[str]
) -> Template:
    """The template in an environment where a failing filter, look-up or call is noted and leaves a blank."""

    def forgiving(function: Callable[..., Any], blank: object = _BLANK) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            if any(isinstance(value, ChainableUndefined) for value in args):
                return blank  # noted already: what is made of it would only be noted again
            try:
                return function(*args, **kwargs)
            except Exception as error:
                note(error, _line_of_call(template))
                return blank

        call.__dict__.update(getattr(function, "__dict__", {}))  # what Jinja passes to it besides the value
        return call

    written = {name: forgiving(env.filters[name], blank="") for name in writers}
    env.filters = {name: forgiving(function) for name, function in env.filters.items()} | written
    if env.finalize is not None:
        env.finalize = forgiving(env.finalize, blank="")
    env.getattr, env.getitem = forgiving(env.getattr), forgiving(env.getitem)  # type: ignore[method-assign]
    env.call = forgiving(env.call)  # type: ignore[attr-defined]
    template = bind(env)
    return template


def _line_of_call(template: Template) -> int:
    """The line of ``template`` that is being run right now."""
    frame = sys._getframe()
    while frame.f_back is not None:
        if frame.f_globals.get("__jinja_template__") is template:
            return int(template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back
    return 1


def line_of_error(trace: TracebackType | None, template: Template) -> int:
    """The line of ``template`` that an error came from: the innermost of its frames."""
    line = 1
    while trace is not None:
        if trace.tb_frame.f_globals.get("__jinja_template__") is template:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line
