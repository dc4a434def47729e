"""Templates that are plain text: each line known by its number, each value that was printed known from the words.

Values come out as placeholders. So nothing in the data can be taken for markup, for a mục or for a tag, and whoever
puts them in knows which they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from types import CodeType
from typing import Any, NamedTuple

from jinja2 import Environment, Template, Undefined
from jinja2.exceptions import TemplateSyntaxError
from jinja2.runtime import Context

from vbhc.errors import TemplateError
from vbhc.findings import Finding, Location
from vbhc.templating.diagnosis import diagnose
from vbhc.templating.environment import environment
from vbhc.templating.faults import BadValueError, Fault, Origin, render_finding
from vbhc.templating.filters import has_text
from vbhc.templating.tags import (
    STRAIGHT_QUOTES,
    TAG,
    Tag,
    balanced,
    outside_raw,
    read_tags,
    readable,
    stray_signs,
    unknown_filters,
)
from vbhc.templating.tracing import PRINT, RECORD, Printed, Record, traced, tracing_filters
from vbhc.text.values import printed

# Of the private use area of Unicode: what people give that has them is refused, or they are taken out.
_VALUE, _LINE, _END = "\ue000", "\ue001", "\ue002"
_SIGNS = re.compile("[\ue000-\ue005]")
_LINE_MARK = re.compile(f"{_LINE}([0-9]+){_END}")
VALUE = re.compile(f"{_VALUE}([0-9]+){_END}")
"""The placeholder of a value; its group counts from 0."""
# What a list or a row looks like that a filter made a text of.
_PYTHON = re.compile(r"\b[A-Z]\w+\(\w+=|\bloai='\w+' |<bound method |<[\w.]+ object at ")
_OPENING = re.compile(r"\{[{%][-+]?")


class SourceLine(NamedTuple):
    """A text with tags and the line of the file it stands on, from 1; ``whole``: its tags close within it.

    A ``whole`` text is the value of a field, in which columns cannot be told; it may have line breaks.
    """

    text: str
    line: int
    whole: bool = False

    def place(self, at: int | None = None) -> str:
        """Where it stands, or what is in it at a position."""
        column = "" if at is None or self.whole else f", cột {at + 1}"
        return f"dòng {self.line}{column}"


@dataclass(frozen=True, slots=True)
class FilledLine:
    """A line of the filled text with placeholders in it, and the `SourceLine` it comes from, by number and itself."""

    text: str
    position: int
    source: SourceLine

    @property
    def line(self) -> int:
        """The line of the file that it comes from, from 1."""
        return self.source.line


@dataclass(frozen=True, slots=True)
class Filled:
    """A text filled in: its lines, and the values that their placeholders stand for.

    ``origins``: the line of the file and the tag of each value.
    """

    lines: tuple[FilledLine, ...]
    values: tuple[Printed, ...]
    origins: tuple[Origin, ...] = ()

    def put_in(self, text: str, write: Callable[[int, Printed], str]) -> str:
        """``text`` with what ``write`` makes of each value, by its number, in the place of its placeholder."""
        return VALUE.sub(lambda found: write(int(found[1]), self.values[int(found[1])]), text)


@dataclass(frozen=True, slots=True, eq=False)
class TextTemplate:
    """A text with tags, ready to fill in; nothing in it changes, so threads may share it."""

    name: str
    _sources: tuple[SourceLine, ...]
    _code: CodeType
    _origins: tuple[Origin, ...]

    def fill(self, variables: Mapping[str, object]) -> Filled:
        """The text filled in; raises `TemplateError` with every tag that cannot be."""
        record = Record()
        template = self._bound(_environment())
        try:
            text = "".join(template.root_render_func(template.new_context({**variables, RECORD: record})))
        except Exception as error:  # whatever a tag runs into, its author gets to know where and why
            again = {**variables, RECORD: Record()}
            found = diagnose(self._bound, _environment(), again, self._explained(variables), writers=(PRINT,))
            found = found or [self._explained(variables)(error, 1)]
            raise TemplateError.from_findings(f"Không điền được «{self.name}»:", *found) from error
        origins = tuple(self._origin(it.at) for it in record.printed)
        return Filled(tuple(_lines(text, self._sources)), tuple(record.printed), origins)

    def _bound(self, env: Environment) -> Template:
        return Template.from_code(env, self._code, env.globals)

    def _explained(self, variables: Mapping[str, object]) -> Callable[[Exception, int], Finding]:
        return lambda error, line: render_finding(error, self.name, self._origin(line), variables)

    def _origin(self, line: int) -> Origin:
        return self._origins[min(max(line, 1), len(self._origins)) - 1]


@lru_cache(maxsize=32)
def compile_text(sources: tuple[SourceLine, ...], name: str) -> TextTemplate:
    """The template that the ``sources`` from the file ``name`` make one below the other; raises `TemplateError`."""
    env = _environment()
    pieces = [*_pieces(sources)]
    live = [*outside_raw(piece.tag for piece in pieces if piece.tag)]
    found = [*_defects(sources, live, env)]
    written, origins = _opened_up(pieces, {id(tag) for tag in live})
    if not found:
        try:
            tree = env.parse(written)
            found = [*unknown_filters(tree, env, lambda line: origins[line - 1])]
        except (TemplateSyntaxError, RecursionError) as error:
            at = origins[getattr(error, "lineno", 1) - 1]
            found = [Fault.BAD_TAG.finding(f"thẻ {at.tag} viết sai", Location(at.place), "xem lại thẻ này")]
    if found:
        located = [replace(it, location=Location(it.location.place, name)) for it in found]
        raise TemplateError.from_findings(f"Có thẻ viết sai trong «{name}»:", *located)
    tree.set_environment(env)
    try:
        code = env.compile(traced(tree), filename=name)
    except (SyntaxError, RecursionError, MemoryError):  # Python's own limits
        hint = "chia nhỏ thẻ, bớt các khối {% if … %}, {% for … %} lồng nhau"
        deep = Fault.BAD_TAG.finding("các thẻ lồng nhau quá sâu", Location(file=name), hint)
        raise TemplateError.from_findings(f"Có thẻ viết sai trong «{name}»:", deep) from None
    return TextTemplate(name, sources, code, origins)


class _Piece(NamedTuple):
    """A tag, or a text that holds none, and where it stands."""

    text: str
    place: str
    tag: Tag | None = None


def _pieces(sources: Iterable[SourceLine]) -> Iterator[_Piece]:
    for position, source in enumerate(sources):
        line, done = source.place(), 0
        yield _Piece(f"{_LINE}{position}{_END}", line)
        for found in TAG.finditer(source.text):
            place = source.place(found.start())
            yield _Piece(source.text[done : found.start()], line)
            tag = found[0].translate(STRAIGHT_QUOTES)  # as an editor of texts turns them
            yield _Piece(tag, place, next(read_tags(tag, place), None))
            done = found.end()
        yield _Piece(f"{source.text[done:]}\n", line)


def _opened_up(pieces: Iterable[_Piece], live: Container[int]) -> tuple[str, tuple[Origin, ...]]:
    """The source for Jinja and the origin of each of its lines: a tag begins a line of its own, inside of itself.

    So the line that Jinja names says which tag it was, and nothing more is printed.
    """
    written: list[str] = []
    origins = [Origin("dòng 1")]
    for piece in pieces:
        opened = piece.tag is not None and id(piece.tag) in live
        text = _OPENING.sub(r"\g<0>\n", piece.text, count=1) if opened else piece.text
        origins += [Origin(piece.place, piece.text if opened else "")] * text.count("\n")
        written.append(text)
    return "".join(written), tuple(origins)


def _defects(sources: Sequence[SourceLine], tags: Sequence[Tag], env: Environment) -> Iterator[Finding]:
    """Everything wrong that can be told line by line and tag by tag."""
    for source in sources:
        if found := _SIGNS.search(source.text):
            hint, place = "xóa ký tự này (thường do chép từ phần mềm khác)", Location(source.place(found.start()))
            yield Fault.CONTROL_CHARACTER.finding("có ký tự không dùng được", place, hint)
        yield from stray_signs(source.text, source.place, "dòng")
        if source.whole:
            yield from balanced(read_tags(source.text, source.place()))
    for tag in tags:
        yield from readable(tag, env)
    wholes = {source.place() for source in sources if source.whole}
    yield from balanced(tag for tag in tags if tag.place not in wholes)


@cache
def _environment() -> Environment:
    env = environment()
    env.autoescape = False
    env.filters.update(tracing_filters(_kept))
    return env


def _kept(context: Context, value: Any, at: int) -> str:
    """The placeholder for a value that is printed; the value goes to the record of the render."""
    record: Record = context[RECORD]
    if value is None:
        raise BadValueError(Fault.BLANK, "chưa có giá trị", "điền giá trị, hoặc đặt trong {% if … %}")
    if isinstance(value, Undefined):
        str(value)  # raises, unless what is missing may be
        record.take()
        return ""
    if isinstance(value, str) and _SIGNS.search(value):
        record.take()
        return _captured(value, len(record.printed))
    text = value if type(value) is str else printed(value) if has_text(value) else ""
    if isinstance(value, bool) or _PYTHON.search(text):
        hint = "nêu trường cần in, ví dụ .ten; hỏi đúng sai thì dùng {% if … %}"
        raise BadValueError(Fault.UNPRINTABLE, "in ra thứ không phải lời văn", hint)
    return f"{_VALUE}{record.put(text, value, at)}{_END}"


def _captured(text: str, count: int) -> str:
    """A text of the template that `{% set %}` holds, with the placeholders that are in it."""
    held = _LINE_MARK.sub("", text)
    if _SIGNS.search(VALUE.sub("", held)) or any(int(number) >= count for number in VALUE.findall(held)):
        raise BadValueError(Fault.UNPRINTABLE, "có ký tự không dùng được", "xóa ký tự này trong số liệu")
    return held


def _lines(text: str, sources: Sequence[SourceLine]) -> Iterator[FilledLine]:
    position = 0
    for line in text.removesuffix("\n").split("\n"):
        marks = _LINE_MARK.findall(line)
        position = int(marks[0]) if marks else position
        yield FilledLine(_LINE_MARK.sub("", line), position, sources[position])
