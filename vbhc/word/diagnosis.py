"""After a failed render: run it again, tolerantly, to tell everything that is wrong with the data in one report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any

from jinja2 import ChainableUndefined, Template

from vbhc.findings import Finding
from vbhc.word.compiling import TemplatedPart
from vbhc.word.faults import render_finding
from vbhc.word.values import WRITERS, word_environment

_BLANK = ChainableUndefined()


def diagnose(part: TemplatedPart, variables: Mapping[str, object], file: str) -> list[Finding]:
    """Everything that stops ``part`` from being filled in, as far as a tolerant second try gets."""
    findings: dict[Finding, None] = {}

    def note(error: Exception, line: int) -> None:
        findings[render_finding(error, file, part.source.origin(line), variables)] = None

    template = _tolerant(part, note)
    try:
        "".join(template.root_render_func(template.new_context(dict(variables))))
    except Exception as error:  # whatever a tag runs into, its author gets to know where and why
        note(error, _line_of_error(error.__traceback__, template))
    return list(findings)


def _tolerant(part: TemplatedPart, note: Callable[[Exception, int], None]) -> Template:
    """The template in an environment where a failing filter or look-up is noted and leaves a blank."""
    env = word_environment().overlay()

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

    env.filters = {name: forgiving(function) for name, function in env.filters.items()}
    env.filters.update({level.value: forgiving(write, blank="") for level, write in WRITERS.items()})
    env.getattr, env.getitem = forgiving(env.getattr), forgiving(env.getitem)  # type: ignore[method-assign]
    template = part.in_environment(env)
    return template


def _line_of_call(template: Template) -> int:
    """The line of ``template`` that is being run right now."""
    frame = sys._getframe()
    while frame.f_back is not None:
        if frame.f_globals.get("__jinja_template__") is template:
            return int(template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back
    return 1


def _line_of_error(trace: TracebackType | None, template: Template) -> int:
    """The line of ``template`` that an error came from: the innermost of its frames."""
    line = 1
    while trace is not None:
        if trace.tb_frame.f_globals.get("__jinja_template__") is template:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line
