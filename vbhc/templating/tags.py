"""The tags as people typed them, checked one by one so that every mistake is reported at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TypeVar

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateAssertionError, TemplateSyntaxError

from vbhc.findings import Finding, Location
from vbhc.templating.faults import Fault, Origin
from vbhc.templating.filters import FILTERS
from vbhc.text.nearest import suggest

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
COMMENT = re.compile(r"\{#.*?#\}")
STRAIGHT_QUOTES = str.maketrans("“”‘’", "\"\"''")
"""For `str.translate`: the quotes of a tag as Jinja wants them."""

_PARTS = re.compile(r"\{(?P<kind>[{%#])[-+]?\s*(?P<body>.*?)\s*[-+]?[}%#]\}")
_KEYWORD = re.compile(r"\w+")
TAG_SIGN = re.compile(r"\{[{%#]|[}%#]\}")
"""What a tag begins or ends with."""

_OPENERS = frozenset({"if", "for", "macro", "call", "set", "with", "raw"})
_MIDDLES: Mapping[str, frozenset[str]] = {"elif": frozenset({"if"}), "else": frozenset({"if", "for"})}
_CLOSERS: Mapping[str, str] = {f"end{name}": name for name in _OPENERS}
STATEMENTS: Set[str] = _OPENERS | _MIDDLES.keys() | _CLOSERS.keys()
"""The words that a statement may begin with."""
_FORBIDDEN = frozenset({"include", "import", "from", "extends", "block", "autoescape", "filter"})


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: ``kind`` is "{", "%" or "#", ``body`` what stands inside, ``place`` where it stands, for its author."""

    text: str
    place: str
    kind: str
    body: str

    @property
    def keyword(self) -> str:
        """The first word of a statement: "for", "endif"; "" of anything else."""
        word = _KEYWORD.match(self.body) if self.kind == "%" else None
        return word[0] if word else ""

    @property
    def opens(self) -> bool:
        """Whether it opens a block that an ``end…`` must close."""
        return self.keyword in _OPENERS and not (self.keyword == "set" and "=" in self.body)

    def finding(self, fault: Fault, message: str, hint: str) -> Finding:
        """What is wrong with this tag."""
        return fault.finding(f"thẻ {self.text} {message}", Location(self.place), hint)


AnyTag = TypeVar("AnyTag", bound=Tag)


def read_tags(text: str, place: str) -> Iterator[Tag]:
    """The tags of a text, comments left out."""
    for found in TAG.findall(text):
        parts = _PARTS.fullmatch(found)
        if parts is not None and parts["kind"] != "#":
            yield Tag(found, place, parts["kind"], parts["body"])


def outside_raw(tags: Iterable[AnyTag]) -> Iterator[AnyTag]:
    """The tags that are not shown as they stand."""
    raw = False
    for tag in tags:
        if tag.keyword == "endraw":
            raw = False
        if not raw:
            yield tag
        if tag.keyword == "raw":
            raw = True


def stray_signs(text: str, place: Callable[[int], str], where: str) -> Iterator[Finding]:
    """Signs that make no tag; ``place``: of a position in the text; ``where``: within what a tag must close."""
    for sign in TAG_SIGN.finditer(TAG.sub(lambda tag: " " * len(tag[0]), text)):
        yield Fault.BAD_TAG.finding(
            f"dấu {sign[0]} đứng lẻ, không thành thẻ",
            Location(place(sign.start())),
            f"mỗi thẻ mở bằng {{{{ hoặc {{% và đóng bằng }}}} hoặc %}} trong cùng một {where}",
        )


def readable(tag: Tag, env: Environment, with_expression: Set[str] = frozenset()) -> Iterator[Finding]:
    """What is wrong inside one tag; ``with_expression``: further statements, each followed by an expression."""
    known = STATEMENTS | with_expression
    if tag.keyword in _FORBIDDEN:
        hint = "bỏ thẻ này; nội dung cần có thì ghi thẳng vào mẫu"
        yield tag.finding(Fault.FORBIDDEN, f"dùng lệnh `{tag.keyword}` mà mẫu không có", hint)
    elif tag.kind == "%" and tag.keyword not in known:
        close = suggest(tag.keyword, known)
        hint = f"có phải `{close}`?" if close else "các lệnh hay dùng: if, elif, else, endif, for, endfor, set"
        yield tag.finding(Fault.BAD_TAG, f"dùng lệnh `{tag.keyword}` không có", hint)
    elif not _parses(_standalone(tag, with_expression), env):
        yield tag.finding(Fault.BAD_TAG, "viết sai", "xem lại dấu ngoặc, dấu nháy, dấu | và tên trường")


def _parses(source: str, env: Environment) -> bool:
    try:
        env.parse(source)
    except TemplateAssertionError:
        return True  # readable, but of unknown meaning: told from the whole template
    except TemplateSyntaxError:
        return False
    return True


def _standalone(tag: Tag, with_expression: Set[str]) -> str:
    """A whole template of just this tag, so that it can be read by itself; "" when there is nothing in it to read."""
    if tag.kind == "{":
        return f"{{{{ {tag.body} }}}}"
    if tag.keyword in with_expression:
        return f"{{{{ {tag.body.removeprefix(tag.keyword)} }}}}"
    if tag.keyword == "elif":
        return f"{{% if 1 %}}{{% {tag.body} %}}{{% endif %}}"
    if tag.keyword == "set" or (tag.opens and tag.keyword != "raw"):
        return f"{{% {tag.body} %}}" + (f"{{% end{tag.keyword} %}}" if tag.opens else "")
    return ""


def balanced(tags: Iterable[Tag]) -> Iterator[Finding]:
    """Blocks that are opened and not closed, or the other way round."""
    blocks: list[Tag] = []
    for tag in tags:
        inner = blocks[-1].keyword if blocks else ""
        if tag.opens:
            blocks.append(tag)
        elif tag.keyword in _MIDDLES and inner not in _MIDDLES[tag.keyword]:
            yield tag.finding(Fault.UNBALANCED, _not_inside(blocks), "đặt thẻ này trong khối của nó")
        elif tag.keyword in _CLOSERS and inner != _CLOSERS[tag.keyword]:
            yield tag.finding(Fault.UNBALANCED, _not_inside(blocks), "xem lại các thẻ mở khối ở phía trên")
        elif tag.keyword in _CLOSERS:
            blocks.pop()
    for tag in blocks:
        yield tag.finding(Fault.UNBALANCED, "mở mà không đóng", f"thêm thẻ {{% end{tag.keyword} %}}")


def _not_inside(blocks: Sequence[Tag]) -> str:
    if not blocks:
        return "không có thẻ mở tương ứng"
    return f"không khớp với thẻ {blocks[-1].text} mở ở {blocks[-1].place}"


def unknown_filters(tree: nodes.Template, env: Environment, origin: Callable[[int], Origin]) -> Iterator[Finding]:
    """Filters and tests that there are not; ``origin``: where a line of the template comes from."""
    for kind, known, called in ((nodes.Filter, env.filters, "bộ lọc"), (nodes.Test, env.tests, "phép thử")):
        for node in tree.find_all(kind):
            if node.name not in known:
                at = origin(node.lineno)
                close = suggest(node.name, (name for name in known if ":" not in name))
                message = f"thẻ {at.tag} dùng {called} `{node.name}` không có"
                hint = f"có phải `{close}`?" if close else f"bỏ đi, hoặc dùng một trong: chu, {', '.join(FILTERS)}"
                yield Fault.UNKNOWN_FILTER.finding(message, Location(at.place), hint)
