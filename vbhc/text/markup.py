r"""The inline markup of text fields: ``**đậm**``, ``*nghiêng*``, ``~chỉ số dưới~``, ``^chỉ số trên^`` and two marks.

A delimiter switches its format on or off, and formats may overlap. It opens only before a non-space and closes only
after one; a subscript or superscript holds no bare space; what finds no partner is ordinary text. ``[^ten]`` stands for
a footnote, ``[@ten]`` for the mention of a cited văn bản; the name is of letters, digits, ``_ . -``, and the formats
around a mark hold for it too. A backslash makes the next ``* ~ ^ [ \`` or space ordinary.

>>> parse_inline("PCVP~N.Nam~") == (Run("PCVP"), Run("N.Nam", subscript=True))
True
>>> plain("khoảng ~5% đến ~10%; 3 * 4 * 5"), plain(r"***cả hai*** và \*sao\*")
('khoảng ~5% đến ~10%; 3 * 4 * 5', 'cả hai và *sao*')
>>> parse_inline("**60%[^1]**, [@nd30]") == (
...     Run("60%", bold=True), Run("", bold=True, note="1"), Run(", "), Run("", cite="nd30"))
True
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from string import Formatter
from typing import NamedTuple

from vbhc.errors import TextError
from vbhc.text.values import printed


class Run(NamedTuple):
    """A stretch of text in one format, or a mark in it; the pieces of a text in reading order.

    ``note`` names a footnote, ``cite`` a cited văn bản; "" for none. A run has one of the three: text, note or cite.
    """

    text: str
    bold: bool = False
    italic: bool = False
    subscript: bool = False
    superscript: bool = False
    note: str = ""
    cite: str = ""


# One set of signs comes first in each pattern: the engine leaps from sign to sign.
_SPECIAL = re.compile(r"[\\*~^\[](?:(?<!\[)|(?=@))")
_UNSAFE = re.compile(r"[\\*~^\[](?:(?<!\[)|(?=@|\Z))")  # what follows a bracket at the end may make it a mark
_NAME = r"[\w.-]+"
_TOKEN = re.compile(
    r"\\(?P<escaped>[\s*~^\[\\])|(?P<delimiter>\*+|~+|\^+)|[^\\*~^\[]+"
    rf"|\[\^(?P<note>{_NAME})\]|\[@(?P<cite>{_NAME})\]|[\\\[]"
)
_SPACE = re.compile(r"\s")
_FORMATS = {"bold": "**", "italic": "*", "subscript": "~", "superscript": "^"}  # named and ordered as in Run
# Formats that neither overlap nor touch an escape or a mark, as most people's do: read at once, ten times as fast.
_SIMPLE = re.compile(
    r"\*\*(?<!\*\*\*)(?!\s)([^\\*~^]+)(?<!\s)\*\*(?!\*)|\*(?<!\*\*)(?!\s)([^\\*~^]+)(?<!\s)\*(?!\*)"
    r"|~(?<!~~)([^\\*~^\s]+)~(?!~)|\^(?<!\^\^)([^\\*~^\s]+)\^(?!\^)"
)
_STRIDE = len(_FORMATS) + 1  # a stretch of ordinary text, then one group a format
_SCRIPTS = frozenset({"subscript", "superscript"})
# What each delimiter switches; a longer row of them ("****", "~~") is decoration, not markup.
_SWITCHES = {delimiter: (name,) for name, delimiter in _FORMATS.items()} | {"***": ("bold", "italic")}
_NO_LOOK: frozenset[str] = frozenset()
_Flags = tuple[bool, bool, bool, bool]


def _flags(look: frozenset[str]) -> _Flags:
    return "bold" in look, "italic" in look, "subscript" in look, "superscript" in look


_LOOKS = (_flags(_NO_LOOK), *(_flags(frozenset({name})) for name in _FORMATS))


class _Token(NamedTuple):
    text: str
    escaped: bool = False
    delimiter: bool = False
    note: str = ""
    cite: str = ""

    def bare_space(self, at: int) -> bool:
        return not self.escaped and self.text[at].isspace()


def has_markup(source: str) -> bool:
    """Whether ``source`` holds any sign that could be markup ("@" or "[" alone is none); if not, it is its own text."""
    return _SPECIAL.search(source) is not None


def parse_inline(source: str) -> tuple[Run, ...]:
    r"""The runs of ``source``, neighbours of one format joined; ``()`` for an empty text. Never raises.

    >>> [(run.text, run.bold, run.italic) for run in parse_inline("**đậm *cả hai***, *nghiêng")]
    [('đậm ', True, False), ('cả hai', True, True), (', *nghiêng', False, False)]
    """
    if _SPECIAL.search(source) is None:
        return (Run(source),) if source else ()
    if "[" not in source or not _may_hold_marks(source):
        pieces = _SIMPLE.split(source)
        if not any(map(_SPECIAL.search, pieces[::_STRIDE])):
            return _simple_runs(pieces)
    tokens = [_token(match) for match in _TOKEN.finditer(source)]
    return joined(_runs(tokens, _partners(tokens)))


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The same text in as few runs as possible: none empty, no two texts of one format side by side; marks stay."""
    out: list[Run] = []
    for look, group in groupby((run for run in runs if run.text or run.note or run.cite), key=_beyond_text):
        if look[-2] or look[-1]:
            out += group
        else:
            out.append(Run("".join([run.text for run in group]), *look))
    return tuple(out)


def plain(source: str) -> str:
    """The text alone, its formatting, marks and escapes gone."""
    if not has_markup(source):
        return source
    return "".join(run.text for run in parse_inline(source))


def marks(source: str) -> tuple[Run, ...]:
    """The marks of ``source``, in reading order.

    >>> [mark.note or mark.cite for mark in marks("theo [@nd30], đạt 60%[^nguon][^2]")]
    ['nd30', 'nguon', '2']
    """
    return tuple(filter(_is_mark, parse_inline(source))) if _may_hold_marks(source) else ()


def replace_citations(source: str, say: Callable[[str], str]) -> str:
    r"""``source`` with ``say(ten)`` for every ``[@ten]``, as plain text in the format of the mark; footnotes stay.

    ``source`` itself when it cites nothing.

    >>> print(replace_citations("theo *[@nd30]*[^1]", {"nd30": "Nghị định số 30*"}.__getitem__))
    theo *Nghị định số 30\**[^1]
    """
    runs = parse_inline(source) if "[@" in source else ()
    if not any(run.cite for run in runs):
        return source
    return to_markup(run._replace(text=say(run.cite), cite="") if run.cite else run for run in runs)


def escape(text: str) -> str:
    r"""Markup that stands for exactly ``text``, whatever it holds and whatever follows it.

    >>> print(escape("5 * 3 ~ 15 [@x]"))
    5 \* 3 \~ 15 \[@x]
    """
    return _UNSAFE.sub(r"\\\g<0>", text)


def to_markup(runs: Iterable[Run]) -> str:
    r"""Markup that :func:`parse_inline` reads as ``runs`` again; `TextError` for a mark whose name it would not.

    >>> print(to_markup([Run("Kính gửi "), Run("Sở Nội vụ ", bold=True), Run("*")]))
    Kính gửi **Sở Nội vụ\ **\*
    """
    pieces = joined(runs)
    looks = [_NO_LOOK, *map(_look, pieces), _NO_LOOK]
    out: list[str] = []
    for run, before, look, after in zip(pieces, looks, looks[1:], looks[2:], strict=False):
        out += (_delimiters(before ^ look), _sealed(run.text, look, opened=look - before, closed=look - after))
        if _is_mark(run):
            out.append(_mark(run))
    return "".join([*out, _delimiters(looks[-2])])


def fill(template: str, *args: object, **kwargs: object) -> str:
    r"""``template.format(...)`` as markup: the template's own markup and marks count, what is inserted is plain text.

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


def _may_hold_marks(source: str) -> bool:
    return "[^" in source or "[@" in source


def _is_mark(run: Run) -> bool:
    return bool(run.note or run.cite)


def _beyond_text(run: Run) -> tuple[bool, bool, bool, bool, str, str]:
    return run[1:]


def _simple_runs(pieces: Sequence[str | None]) -> tuple[Run, ...]:
    """The runs of a text that `_SIMPLE` has split; no two neighbours are of one format."""
    return tuple([Run(piece, *_LOOKS[i % _STRIDE]) for i, piece in enumerate(pieces) if piece])


def _token(match: re.Match[str]) -> _Token:
    if match["escaped"]:
        return _Token(match["escaped"], escaped=True)
    is_delimiter = match["delimiter"] in _SWITCHES
    return _Token(match[0], delimiter=is_delimiter, note=match["note"] or "", cite=match["cite"] or "")


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
    look = _NO_LOOK
    for i, token in enumerate(tokens):
        if not token.delimiter:
            text = "" if token.note or token.cite else token.text
            yield Run(text, *_flags(look), token.note, token.cite)
            continue
        switched = frozenset(name for name in _SWITCHES[token.text] if (i, name) in partners)
        left_over = token.text[len(_delimiters(switched)) :]  # stars of "***" without a partner
        if left_over:
            yield Run(left_over, *_flags(look - switched))
        look ^= switched


def _look(run: Run) -> frozenset[str]:
    return frozenset(name for name in _FORMATS if getattr(run, name))


def _delimiters(names: frozenset[str]) -> str:
    return "".join(delimiter for name, delimiter in _FORMATS.items() if name in names)


def _mark(run: Run) -> str:
    name = run.note or run.cite
    if not re.fullmatch(_NAME, name):
        raise TextError(f'tên "{name}" của dấu chú thích hay viện dẫn chỉ được gồm chữ, số và các dấu _ . -')
    return f"[^{name}]" if run.note else f"[@{name}]"


def _sealed(text: str, look: frozenset[str], *, opened: frozenset[str], closed: frozenset[str]) -> str:
    """``text`` escaped, with those spaces that would undo the delimiters around it."""
    spaces = {r"\s": look & _SCRIPTS, r"\A\s": opened, r"\s\Z": closed}
    return re.sub("|".join([_UNSAFE.pattern, *(space for space, needed in spaces.items() if needed)]), r"\\\g<0>", text)


@dataclass(slots=True)
class _Slots(Formatter):
    """Puts a mark where a value goes, so that the markup is read before any value is seen."""

    values: list[str] = field(default_factory=list)

    def format_field(self, value: object, format_spec: str) -> str:
        self.values.append(format(value, format_spec) if format_spec else printed(value))
        return f"\0{len(self.values) - 1}\0"

    def filled(self, text: str) -> str:
        return re.sub(r"\0([0-9]+)\0", lambda match: self.values[int(match[1])], text)
