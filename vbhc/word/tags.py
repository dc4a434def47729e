"""The tags as a maintainer typed them in Word, checked one by one so that every mistake is reported at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment
from jinja2.exceptions import TemplateAssertionError, TemplateSyntaxError

from vbhc.findings import Finding, Location
from vbhc.templating import suggest
from vbhc.word.faults import Fault
from vbhc.word.places import Spot
from vbhc.word.xmltree import w

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_COMMENT = re.compile(r"\{#.*?#\}")
_PARTS = re.compile(r"\{(?P<kind>[{%#])(?:(?P<prefix>p|tr|tc|r)\s)?[-+]?\s*(?P<body>.*?)\s*[-+]?[}%#]\}")
_KEYWORD = re.compile(r"\w+")
_STRAY = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_STRAIGHT_QUOTES = str.maketrans("“”‘’", "\"\"''")

_OPENERS = frozenset({"if", "for", "macro", "call", "set", "with", "raw"})
_MIDDLES: Mapping[str, frozenset[str]] = {"elif": frozenset({"if"}), "else": frozenset({"if", "for"})}
_CLOSERS: Mapping[str, str] = {f"end{name}": name for name in _OPENERS}
_WITH_EXPRESSION = frozenset({"colspan", "cellbg"})
_STATEMENTS = _OPENERS | _MIDDLES.keys() | _CLOSERS.keys() | _WITH_EXPRESSION | {"vm", "hm"}
_FORBIDDEN = frozenset({"include", "import", "from", "extends", "block", "autoescape", "filter"})

# What docxtpl puts the tag in the place of.
_REPLACED: Mapping[str, tuple[str, str]] = {"p": (w("p"), "đoạn"), "tr": (w("tr"), "hàng"), "tc": (w("tc"), "ô")}

_THINGS: Mapping[str, str] = {
    w("sectPr"): "dấu ngắt phần (section break)",
    **dict.fromkeys((w("drawing"), w("pict"), w("object")), "hình vẽ"),
}


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: ``kind`` is "{", "%" or "#", ``body`` what stands inside without docxtpl's ``prefix`` (p, tr, tc, r)."""

    text: str
    spot: Spot
    kind: str
    prefix: str | None
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
        return fault.finding(f"thẻ {self.text} {message}", Location(self.spot.place), hint)


def read_tags(spots: Iterable[Spot]) -> Iterator[Tag]:
    """The tags of all paragraphs in document order, comments left out."""
    for spot in spots:
        for text in _TAG.findall(_text(spot)):
            parts = _PARTS.fullmatch(text)
            if parts is not None and parts["kind"] != "#":
                yield Tag(text, spot, parts["kind"], parts["prefix"], parts["body"])


def check_tags(spots: Sequence[Spot], env: Environment) -> Iterator[Finding]:
    """Everything wrong with the tags of one part that can be told tag by tag."""
    tags = list(_outside_raw(read_tags(spots)))
    yield from _stray_signs(spots)
    for tag in tags:
        yield from _alone(tag)
        yield from _readable(tag, env)
    yield from _balanced(tags)


def _text(spot: Spot) -> str:
    return spot.text.translate(_STRAIGHT_QUOTES) if spot.element.tag == w("p") else ""


def _outside_raw(tags: Iterable[Tag]) -> Iterator[Tag]:
    raw = False
    for tag in tags:
        if tag.keyword == "endraw":
            raw = False
        if not raw:
            yield tag
        if tag.keyword == "raw":
            raw = True


def _stray_signs(spots: Iterable[Spot]) -> Iterator[Finding]:
    for spot in spots:
        for sign in _STRAY.findall(_TAG.sub("", _text(spot))):
            yield Fault.BAD_TAG.finding(
                f"dấu {sign} đứng lẻ, không thành thẻ",
                Location(spot.place),
                "mỗi thẻ mở bằng {{ hoặc {% và đóng bằng }} hoặc %} trong cùng một đoạn",
            )


def _alone(tag: Tag) -> Iterator[Finding]:
    """docxtpl drops whatever shares the paragraph, row or cell that a tag takes the place of."""
    if (tag.prefix or "") not in _REPLACED:
        return
    element, name = _REPLACED[tag.prefix or ""]
    own = tag.spot.element
    replaced = own if own.tag == element else next(own.iterancestors(element), None)
    if replaced is None:
        yield tag.finding(Fault.NOT_ALONE, f"phải nằm trong một {name} của bảng", "đặt thẻ vào bảng hoặc bỏ tr/tc")
        return
    text = "".join(node.text or "" for node in replaced.iter(w("t"))).translate(_STRAIGHT_QUOTES)
    words = _COMMENT.sub("", text.replace(tag.text, "", 1)).strip()
    things = dict.fromkeys(_THINGS[node.tag] for node in replaced.iter(*_THINGS))
    if words or things:
        lost = ", ".join([*([f"chữ «{words[:40]}»"] if words else []), *things])
        message = f"thay cả {name}, nên những gì đứng cùng {name} sẽ mất: {lost}"
        yield tag.finding(Fault.NOT_ALONE, message, f"để thẻ này một mình trong một {name}")


def _readable(tag: Tag, env: Environment) -> Iterator[Finding]:
    if tag.keyword in _FORBIDDEN:
        hint = "bỏ thẻ này; nội dung cần có thì ghi thẳng vào mẫu"
        yield tag.finding(Fault.FORBIDDEN, f"dùng lệnh `{tag.keyword}` mà mẫu Word không có", hint)
    elif tag.kind == "%" and tag.keyword not in _STATEMENTS:
        close = suggest(tag.keyword, _STATEMENTS)
        hint = f"có phải `{close}`?" if close else "các lệnh hay dùng: if, elif, else, endif, for, endfor, set"
        yield tag.finding(Fault.BAD_TAG, f"dùng lệnh `{tag.keyword}` không có", hint)
    elif not _parses(_standalone(tag), env):
        yield tag.finding(Fault.BAD_TAG, "viết sai", "xem lại dấu ngoặc, dấu nháy, dấu | và tên trường")


def _parses(source: str, env: Environment) -> bool:
    try:
        env.parse(source)
    except TemplateAssertionError:
        return True  # readable, but of unknown meaning: told from the whole template
    except TemplateSyntaxError:
        return False
    return True


def _standalone(tag: Tag) -> str:
    """A whole template of just this tag, so that it can be read by itself; "" when there is nothing in it to read."""
    if tag.kind == "{":
        return f"{{{{ {tag.body} }}}}"
    if tag.keyword in _WITH_EXPRESSION:
        return f"{{{{ {tag.body.removeprefix(tag.keyword)} }}}}"
    if tag.keyword == "elif":
        return f"{{% if 1 %}}{{% {tag.body} %}}{{% endif %}}"
    if tag.keyword == "set" or (tag.opens and tag.keyword != "raw"):
        return f"{{% {tag.body} %}}" + (f"{{% end{tag.keyword} %}}" if tag.opens else "")
    return ""


def _balanced(tags: Iterable[Tag]) -> Iterator[Finding]:
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
    return f"không khớp với thẻ {blocks[-1].text} mở ở {blocks[-1].spot.place}"
