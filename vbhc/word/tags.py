"""The tags of a Word part: docxtpl's way to write them, each checked where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from jinja2 import Environment

from vbhc.findings import Finding
from vbhc.templating.faults import Fault
from vbhc.templating.tags import COMMENT, STRAIGHT_QUOTES, TAG, Tag, balanced, outside_raw, readable, stray_signs
from vbhc.word.places import Spot
from vbhc.word.xmltree import w

__all__ = ["WordTag", "check_tags", "read_tags"]

_PARTS = re.compile(r"\{(?P<kind>[{%#])(?:(?P<prefix>p|tr|tc|r)\s)?[-+]?\s*(?P<body>.*?)\s*[-+]?[}%#]\}")
# Statements that docxtpl adds.
_WITH_EXPRESSION = frozenset({"colspan", "cellbg"})
_ALONE = frozenset({"vm", "hm"})

# What docxtpl puts the tag in the place of.
_REPLACED: Mapping[str, tuple[str, str]] = {"p": (w("p"), "đoạn"), "tr": (w("tr"), "hàng"), "tc": (w("tc"), "ô")}

_THINGS: Mapping[str, str] = {
    w("sectPr"): "dấu ngắt phần (section break)",
    **dict.fromkeys((w("drawing"), w("pict"), w("object")), "hình vẽ"),
}


@dataclass(frozen=True, slots=True)
class WordTag(Tag):
    """A tag in a paragraph; ``prefix``: docxtpl's p, tr, tc or r, which is no part of ``body``."""

    spot: Spot
    prefix: str | None


def read_tags(spots: Iterable[Spot]) -> Iterator[WordTag]:
    """The tags of all paragraphs in document order, comments left out."""
    for spot in spots:
        for text in TAG.findall(_text(spot)):
            parts = _PARTS.fullmatch(text)
            if parts is not None and parts["kind"] != "#":
                yield WordTag(text, spot.place, parts["kind"], parts["body"], spot, parts["prefix"])


def check_tags(spots: Sequence[Spot], env: Environment) -> Iterator[Finding]:
    """Everything wrong with the tags of one part that can be told tag by tag."""
    tags = list(outside_raw(read_tags(spots)))
    for spot in spots:
        yield from stray_signs(_text(spot), partial(_whole, spot), "đoạn")
    for tag in tags:
        yield from _alone(tag)
        if tag.keyword not in _ALONE:
            yield from readable(tag, env, _WITH_EXPRESSION)
    yield from balanced(tags)


def _whole(spot: Spot, _at: int) -> str:
    return spot.place


def _text(spot: Spot) -> str:
    return spot.text.translate(STRAIGHT_QUOTES) if spot.element.tag == w("p") else ""


def _alone(tag: WordTag) -> Iterator[Finding]:
    """docxtpl drops whatever shares the paragraph, row or cell that a tag takes the place of."""
    if (tag.prefix or "") not in _REPLACED:
        return
    element, name = _REPLACED[tag.prefix or ""]
    own = tag.spot.element
    replaced = own if own.tag == element else next(own.iterancestors(element), None)
    if replaced is None:
        yield tag.finding(Fault.NOT_ALONE, f"phải nằm trong một {name} của bảng", "đặt thẻ vào bảng hoặc bỏ tr/tc")
        return
    text = "".join(node.text or "" for node in replaced.iter(w("t"))).translate(STRAIGHT_QUOTES)
    words = COMMENT.sub("", text.replace(tag.text, "", 1)).strip()
    things = dict.fromkeys(_THINGS[node.tag] for node in replaced.iter(*_THINGS))
    if words or things:
        lost = ", ".join([*([f"chữ «{words[:40]}»"] if words else []), *things])
        message = f"thay cả {name}, nên những gì đứng cùng {name} sẽ mất: {lost}"
        yield tag.finding(Fault.NOT_ALONE, message, f"để thẻ này một mình trong một {name}")
