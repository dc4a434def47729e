r"""The inline markup of text fields: ``**đậm**``, ``*nghiêng*``, ``~chỉ số dưới~``, ``^chỉ số trên^``.

A delimiter switches its format on or off, and formats may overlap. It opens only before a non-space and closes only
after one; a subscript or superscript holds no bare space; what finds no partner is ordinary text. A backslash makes the
next ``* ~ ^ \`` or space ordinary.

>>> parse_inline("PCVP~N.Nam~") == (Run("PCVP"), Run("N.Nam", subscript=True))
True
>>> plain("khoảng ~5% đến ~10%; 3 * 4 * 5"), plain(r"***cả hai*** và \*sao\*")
('khoảng ~5% đến ~10%; 3 * 4 * 5', 'cả hai và *sao*')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from string import Formatter
from typing import NamedTuple

from vbhc.errors import TextError
from vbhc.text.values import printed


class Run(NamedTuple):
    """A stretch of text in one format; the pieces of a text in reading order."""

    text: str
    bold: bool = False
    italic: bool = False
    subscript: bool = False
    superscript: bool = False


_SPECIAL = re.compile(r"[\\*~^]")
_TOKEN = re.compile(r"\\(?P<escaped>[\s*~^\\])|(?P<delimiter>\*+|~+|\^+)|[^\\*~^]+|\\")
_SPACE = re.compile(r"\s")
_FORMATS = {"bold": "**", "italic": "*", "subscript": "~", "superscript": "^"}  # named and ordered as in Run
# Formats that neither overlap nor touch an escape, which is what people mostly write: read at once, ten times as fast.
_SIMPLE = re.compile(
    r"\*\*(?<!\*\*\*)(?!\s)([^\\*~^]+)(?<!\s)\*\*(?!\*)|\*(?<!\*\*)(?!\s)([^\\*~^]+)(?<!\s)\*(?!\*)"
    r"|~(?<!~~)([^\\*~^\s]+)~(?!~)|\^(?<!\^\^)([^\\*~^\s]+)\^(?!\^)"
)
_STRIDE = len(_FORMATS) + 1  # a stretch of ordinary text, then one group a format
_LOOKS = ((False,) * len(_FORMATS), *(tuple(name == other for other in _FORMATS) for name in _FORMATS))
_FORMAT_OF = attrgetter(*_FORMATS)
_SCRIPTS = frozenset({"subscript", "superscript"})
# What each delimiter switches; a longer row of them ("****", "~~") is decoration, not markup.
_SWITCHES = {delimiter: (name,) for name, delimiter in _FORMATS.items()} | {"***": ("bold", "italic")}
_NO_LOOK: frozenset[str] = frozenset()


class _Token(NamedTuple):
    text: str
    escaped: bool = False
    delimiter: bool = False

    def bare_space(self, at: int) -> bool:
        return not self.escaped and self.text[at].isspace()


def has_markup(source: str) -> bool:
    """Whether ``source`` holds any sign that could be markup; if not, it stands for itself."""
    return _SPECIAL.search(source) is not None


def parse_inline(source: str) -> tuple[Run, ...]:
    r"""The runs of ``source``, neighbours of one format joined; ``()`` for an empty text. Never raises.

    >>> [(run.text, run.bold, run.italic) for run in parse_inline("**đậm *cả hai***, *nghiêng")]
    [('đậm ', True, False), ('cả hai', True, True), (', *nghiêng', False, False)]
    """
    if not has_markup(source):
        return (Run(source),) if source else ()
    pieces = _SIMPLE.split(source)
    if not any(map(has_markup, pieces[::_STRIDE])):
        return _simple_runs(pieces)
    tokens = [_token(match) for match in _TOKEN.finditer(source)]
    return joined(_runs(tokens, _partners(tokens)))


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The same text in as few runs as possible: none empty, no two neighbours of one format."""
    groups = groupby((run for run in runs if run.text), key=_FORMAT_OF)
    return tuple(Run("".join(run.text for run in group), *look) for look, group in groups)


def plain(source: str) -> str:
    """The text alone, its formatting and escapes gone."""
    if not has_markup(source):
        return source
    return "".join(run.text for run in parse_inline(source))


def escape(text: str) -> str:
    r"""Markup that stands for exactly ``text``, whatever it holds.

    >>> print(escape("5 * 3 ~ 15"))
    5 \* 3 \~ 15
    """
    return _SPECIAL.sub(r"\\\g<0>", text)


def to_markup(runs: Iterable[Run]) -> str:
    r"""Markup that :func:`parse_inline` reads as ``runs`` again.

    >>> print(to_markup([Run("Kính gửi "), Run("Sở Nội vụ ", bold=True), Run("*")]))
    Kính gửi **Sở Nội vụ\ **\*
    """
    pieces = joined(runs)
    looks = [_NO_LOOK, *map(_look, pieces), _NO_LOOK]
    out: list[str] = []
    for run, before, look, after in zip(pieces, looks, looks[1:], looks[2:], strict=False):
        out += (_delimiters(before ^ look), _sealed(run.text, look, opened=look - before, closed=look - after))
    return "".join([*out, _delimiters(looks[-2])])


def fill(template: str, *args: object, **kwargs: object) -> str:
    r"""``template.format(...)`` as markup: the template's own markup counts, what is inserted stays plain text.

    A value without a format of its own stands as `vbhc.text.values.printed` writes it. Raises `TextError` when a value
    is missing or None.

    >>> print(fill("**{}** đạt {n}/{tổng}", "Sở *A*", n=36, tổng=47))
    **Sở \*A\*** đạt 36/47
    >>> fill("**{}**PCVP~{}~", "", "N. Nam")  # neither an empty value nor a space breaks the formatting
    'PCVP~N.\\ Nam~'
    """
    slots = _Slots()
    try:
        runs = parse_inline(slots.vformat(template, args, kwargs))
    except (IndexError, KeyError) as error:
        name = f" {{{error.args[0]}}}" if isinstance(error, KeyError) else ""
        raise TextError(f"câu «{template}» có chỗ chèn{name} mà không có giá trị tương ứng") from None
    return to_markup(run._replace(text=slots.filled(run.text)) for run in runs)


def _simple_runs(pieces: Sequence[str | None]) -> tuple[Run, ...]:
    """The runs of a text that `_SIMPLE` has split; no two neighbours are of one format."""
    return tuple([Run(piece, *_LOOKS[i % _STRIDE]) for i, piece in enumerate(pieces) if piece])


def _token(match: re.Match[str]) -> _Token:
    if match["escaped"]:
        return _Token(match["escaped"], escaped=True)
    return _Token(match[0], delimiter=match["delimiter"] in _SWITCHES)


def _partners(tokens: Sequence[_Token]) -> set[tuple[int, str]]:
    """The switches that count: (index of the delimiter, format), each with its partner."""
    found: set[tuple[int, str]] = set()
    waiting: dict[str, int] = {}
    last_text = -1
    for i, token in enumerate(tokens):
        if not token.delimiter:
            last_text = i
            if not token.escaped and _SPACE.search(token.text):
                waiting = {name: start for name, start in waiting.items() if name not in _SCRIPTS}
            continue
        can_close = i > 0 and not tokens[i - 1].bare_space(-1)
        can_open = i + 1 < len(tokens) and not tokens[i + 1].bare_space(0)
        for name in _SWITCHES[token.text]:
            if can_close and waiting.get(name, i) < last_text:
                found |= {(waiting.pop(name), name), (i, name)}
            elif can_open:
                waiting[name] = i
    return found


def _runs(tokens: Sequence[_Token], partners: set[tuple[int, str]]) -> Iterator[Run]:
    look, flags = _NO_LOOK, (False,) * len(_FORMATS)
    for i, token in enumerate(tokens):
        if not token.delimiter:
            yield Run(token.text, *flags)
            continue
        switched = frozenset(name for name in _SWITCHES[token.text] if (i, name) in partners)
        left_over = token.text[len(_delimiters(switched)) :]  # stars of "***" without a partner
        if left_over:
            yield Run(left_over, *(name in look - switched for name in _FORMATS))
        look ^= switched
        flags = tuple(name in look for name in _FORMATS)


def _look(run: Run) -> frozenset[str]:
    return frozenset(name for name in _FORMATS if getattr(run, name))


def _delimiters(names: frozenset[str]) -> str:
    return "".join(delimiter for name, delimiter in _FORMATS.items() if name in names)


def _sealed(text: str, look: frozenset[str], *, opened: frozenset[str], closed: frozenset[str]) -> str:
    """``text`` escaped, with those spaces that would undo the delimiters around it."""
    spaces = {r"\s": look & _SCRIPTS, r"\A\s": opened, r"\s\Z": closed}
    return re.sub(
        "|".join([_SPECIAL.pattern, *(space for space, needed in spaces.items() if needed)]), r"\\\g<0>", text
    )


@dataclass(slots=True)
class _Slots(Formatter):
    """Puts a mark where a value goes, so that the markup is read before any value is seen."""

    values: list[str] = field(default_factory=list)

    def format_field(self, value: object, format_spec: str) -> str:
        self.values.append(format(value, format_spec) if format_spec else printed(value))
        return f"\0{len(self.values) - 1}\0"

    def filled(self, text: str) -> str:
        return re.sub(r"\0([0-9]+)\0", lambda match: self.values[int(match[1])], text)
