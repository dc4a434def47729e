"""The tags as a maintainer typed them in Word, checked one by one so that every mistake is reported at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jinja2 import Environment
from jinja2.exceptions import TemplateAssertionError, TemplateSyntaxError

from vbhc.findings import Finding, Location
from vbhc.templating import suggest
from vbhc.word.faults import Fault
from vbhc.word.places import Spot
from vbhc.word.xmltree import w

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_PARTS = re.compile(r"\{(?P<kind>[{%#])(?:(?P<prefix>p|tr|tc|r)\s)?[-+]?\s*(?P<body>.*?)\s*[-+]?[}%#]\}")
_STRAY = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_QUOTES = str.maketrans("“”‘’", "\"\"''")

_OPENERS = frozenset({"if", "for", "macro", "call", "filter", "set", "with", "raw"})
_MIDDLES = {"elif": {"if"}, "else": {"if", "for"}}
_DOCXTPL_ONLY = frozenset({"colspan", "cellbg", "vm", "hm"})
_FORBIDDEN = frozenset({"include", "import", "from", "extends", "block", "autoescape"})
_STATEMENTS = _OPENERS | set(_MIDDLES) | _DOCXTPL_ONLY | {f"end{name}" for name in _OPENERS}
_ALONE = {"p": (w("p"), "đoạn"), "tr": (w("tr"), "hàng"), "tc": (w("tc"), "ô")}


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
        return self.body.partition(" ")[0] if self.kind == "%" else ""


def read_tags(spots: Iterable[Spot]) -> Iterator[Tag]:
    """The tags of all paragraphs in document order."""
    for spot in spots:
        if spot.element.tag == w("p"):
            for text in TAG.findall(spot.text.translate(_QUOTES)):
                parts = _PARTS.fullmatch(text)
                if parts is not None:
                    yield Tag(text, spot, parts["kind"], parts["prefix"], parts["body"])


class TagChecker:
    """Checks the tags of the parts of one template; what it finds carries ``file`` as its file."""

    def __init__(self, env: Environment, file: str) -> None:
        self._env = env
        self._file = file

    def check(self, spots: list[Spot]) -> Iterator[Finding]:
        """Everything wrong with the tags of one part."""
        tags = [tag for tag in _without_raw(read_tags(spots)) if tag.kind != "#"]
        yield from self._stray(spots)
        for tag in tags:
            yield from self._alone(tag)
            yield from self._readable(tag)
        yield from self._balanced(tags)

    def _at(self, spot: Spot) -> Location:
        return Location(spot.place, self._file)

    def _stray(self, spots: list[Spot]) -> Iterator[Finding]:
        for spot in spots:
            if spot.element.tag == w("p"):
                for sign in _STRAY.findall(TAG.sub("", spot.text)):
                    yield Fault.BAD_TAG.finding(
                        f"dấu {sign} đứng lẻ, không thành thẻ",
                        self._at(spot),
                        "mỗi thẻ mở bằng {{ hoặc {% và đóng bằng }} hoặc %} trong cùng một đoạn",
                    )

    def _alone(self, tag: Tag) -> Iterator[Finding]:
        container, name = _ALONE.get(tag.prefix or "", (None, ""))
        if container is None:
            return
        owner = next(node for node in (tag.spot.element, *tag.spot.element.iterancestors()) if node.tag == container)
        text = "".join(node.text or "" for node in owner.iter(w("t"))).translate(_QUOTES)
        rest = text.replace(tag.text, "", 1).strip()
        if rest:
            yield Fault.NOT_ALONE.finding(
                f"thẻ {tag.text} thay cả {name}, nên chữ đứng cùng {name} sẽ mất: “{rest[:40]}”",
                self._at(tag.spot),
                f"để thẻ này một mình trong một {name} riêng",
            )

    def _readable(self, tag: Tag) -> Iterator[Finding]:
        if tag.keyword in _FORBIDDEN:
            yield Fault.FORBIDDEN.finding(
                f"thẻ {tag.text}: mẫu không được dùng `{tag.keyword}`", self._at(tag.spot), "chép nội dung vào mẫu"
            )
        elif tag.kind == "%" and tag.keyword not in _STATEMENTS:
            yield self._unknown_statement(tag)
        else:
            yield from self._syntax(tag)

    def _unknown_statement(self, tag: Tag) -> Finding:
        close = suggest(tag.keyword, _STATEMENTS)
        hint = f"có phải `{close}`?" if close else "các lệnh dùng được: if, elif, else, endif, for, endfor, set"
        return Fault.BAD_TAG.finding(f"thẻ {tag.text}: không có lệnh `{tag.keyword}`", self._at(tag.spot), hint)

    def _syntax(self, tag: Tag) -> Iterator[Finding]:
        try:
            self._env.parse(_standalone(tag))
        except TemplateAssertionError:
            return  # an unknown filter or test: reported from the whole template, with a suggestion
        except TemplateSyntaxError:
            yield Fault.BAD_TAG.finding(
                f"thẻ {tag.text} viết sai", self._at(tag.spot), "xem lại dấu ngoặc, dấu nháy, dấu | và tên trường"
            )

    def _balanced(self, tags: list[Tag]) -> Iterator[Finding]:
        open_tags: list[Tag] = []
        for tag in tags:
            if _opens(tag):
                open_tags.append(tag)
            elif tag.keyword in _MIDDLES:
                if not open_tags or open_tags[-1].keyword not in _MIDDLES[tag.keyword]:
                    yield self._unbalanced(tag, "không nằm trong khối nào")
            elif tag.keyword.startswith("end") and tag.keyword in _STATEMENTS:
                if not open_tags or open_tags[-1].keyword != tag.keyword[3:]:
                    yield self._unbalanced(tag, _opened_before(open_tags))
                else:
                    open_tags.pop()
        for tag in open_tags:
            yield self._unbalanced(tag, "mở mà không đóng")

    def _unbalanced(self, tag: Tag, why: str) -> Finding:
        needed = f"thêm {{% end{tag.keyword} %}}" if tag.keyword in _OPENERS else "xem lại thẻ mở khối ở phía trên"
        return Fault.UNBALANCED.finding(f"thẻ {tag.text} {why}", self._at(tag.spot), needed)


def _without_raw(tags: Iterable[Tag]) -> Iterator[Tag]:
    raw = False
    for tag in tags:
        raw = raw and tag.keyword != "endraw"
        if not raw and tag.keyword != "endraw":
            yield tag
        raw = raw or tag.keyword == "raw"


def _opens(tag: Tag) -> bool:
    if tag.keyword == "set":
        return "=" not in tag.body
    return tag.keyword in _OPENERS and tag.keyword != "raw"


def _opened_before(open_tags: list[Tag]) -> str:
    if not open_tags:
        return "không có thẻ mở tương ứng"
    return f"không khớp với thẻ {open_tags[-1].text} mở ở {open_tags[-1].spot.place}"


def _standalone(tag: Tag) -> str:
    """A whole template of just this tag, so that it can be parsed by itself."""
    if tag.kind == "{":
        return f"{{{{ {tag.body} }}}}"
    if tag.keyword in ("colspan", "cellbg"):
        return f"{{{{ {tag.body.partition(' ')[2]} }}}}"
    if tag.keyword.startswith("end") or tag.keyword in ("else", "vm", "hm", "raw"):
        return ""
    if tag.keyword == "elif":
        return f"{{% if 1 %}}{{% {tag.body} %}}{{% endif %}}"
    return f"{{% {tag.body} %}}" + (f"{{% end{tag.keyword} %}}" if _opens(tag) else "")
