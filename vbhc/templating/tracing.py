"""What every printed value was made of: the names its tag uses, and all that they lead to on the way.

The parsed template is rewritten, so that each step of an expression passes through a filter that notes it. The filters
have names that no tag can write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from jinja2 import nodes, pass_context
from jinja2.runtime import Context

PRINT, _NAME, _STEP, _ASIDE = "(in)", "(ten)", "(buoc)", "(dat)"
_PLAIN = (str, int, float, Decimal)
RECORD = "(so)"
"""The name under which a render finds its `Record`."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an expression and what it gave; ``attribute``: what was asked for, "" for an item or a call.

    ``None`` for a name, with which a way begins.
    """

    attribute: str | None
    value: object


@dataclass(frozen=True, slots=True)
class Printed:
    """A value that a tag printed: as a text, and as it was.

    ``at``: the line of the compiled template; ``names``: what the names in its tag stood for; ``steps``: what they led
    to, in order.
    """

    text: str
    value: object
    at: int = 0
    names: Mapping[str, object] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()


@dataclass(slots=True)
class Record:
    """What one render has printed so far, and what the tag that is being printed has led to."""

    printed: list[Printed] = field(default_factory=list)
    names: dict[str, object] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    aside: dict[str, tuple[object, tuple[Step, ...]]] = field(default_factory=dict)

    def put(self, text: str, value: object, at: int) -> int:
        """Keep a printed value with its trace; gives its number, from 0."""
        self.printed.append(Printed(text, value, at, *self.take()))
        return len(self.printed) - 1

    def take(self) -> tuple[Mapping[str, object], tuple[Step, ...]]:
        """The trace of the tag that is done."""
        names, steps = dict(self.names), tuple(self.steps)
        self.names.clear()
        self.steps.clear()
        return names, steps


class SetAside(NamedTuple):
    """What a name stands for that ``{% set %}`` gave a text or a number: it cannot be had from the name alone."""

    value: object


def traced(tree: nodes.Template) -> nodes.Template:
    """``tree`` with every expression noted that is printed, or set aside; what it prints is unchanged."""
    for assign in tree.find_all(nodes.Assign):
        if isinstance(assign.target, nodes.Name) and isinstance(assign.node, nodes.Expr):
            assign.node = _through(_ASIDE, _noted(assign.node), assign.target.name)
    for output in tree.find_all(nodes.Output):
        output.nodes = [it if isinstance(it, nodes.TemplateData) else _printed(it) for it in output.nodes]
    return tree


def tracing_filters(printer: Callable[..., str]) -> dict[str, Callable[..., Any]]:
    """The filters that `traced` needs; ``printer`` is given context, value and line, and gives the text to print."""
    return {PRINT: pass_context(printer), _NAME: _named, _STEP: _stepped, _ASIDE: _set_aside}


@pass_context
def _named(context: Context, value: object, name: str) -> object:
    record: Record = context[RECORD]
    set_aside, steps = record.aside.get(name, (None, ()))
    if isinstance(value, _PLAIN) and set_aside is value:
        record.names[name] = SetAside(value)
        record.steps += steps
    else:
        record.names[name] = value
        record.steps.append(Step(None, value))
    return value


@pass_context
def _set_aside(context: Context, value: object, name: str) -> object:
    record: Record = context[RECORD]
    record.aside[name] = (value, record.take()[1])
    return value


@pass_context
def _stepped(context: Context, value: object, attribute: str) -> object:
    record: Record = context[RECORD]
    record.steps.append(Step(attribute, value))
    return value


def _printed(expression: nodes.Expr) -> nodes.Expr:
    return _through(PRINT, _noted(expression), expression.lineno)


def _noted(node: nodes.Expr) -> nodes.Expr:
    """The expression with each of its steps noted; the name of what is called is no step, its result is."""
    _note_below(node)
    match node:
        case nodes.Name(ctx="load"):
            return _through(_NAME, node, node.name)
        case nodes.Getattr():
            return _through(_STEP, node, node.attr)
        case nodes.Getitem() | nodes.Call():
            return _through(_STEP, node, "")
    return node


def _note_below(node: nodes.Node) -> None:
    for name, held in [*node.iter_fields()]:
        if isinstance(node, nodes.Call) and name == "node":
            _note_below(held)
        elif isinstance(held, list):
            setattr(node, name, [*_each_noted(held)])
        elif isinstance(held, nodes.Expr):
            setattr(node, name, _noted(held))


def _each_noted(held: list[Any]) -> Iterator[Any]:
    for item in held:
        if isinstance(item, nodes.Node) and not isinstance(item, nodes.Expr):
            _note_below(item)
        yield _noted(item) if isinstance(item, nodes.Expr) else item


def _through(name: str, node: nodes.Expr, argument: str | int) -> nodes.Filter:
    return nodes.Filter(node, name, [nodes.Const(argument)], [], None, None, lineno=node.lineno)
