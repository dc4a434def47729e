"""Lists of agencies in brackets, as they are meant: YAML parts them at each comma, also in "Các sở, ban, ngành"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import yaml

LISTS = frozenset({"kinh_gui", "noi_nhan.noi"})
"""The fields, by their paths, that list agencies."""

_TEXT = "tag:yaml.org,2002:str"
_APART, _QUOTE = ";", '"'


def as_meant(items: Sequence[yaml.Node]) -> list[yaml.Node]:
    """The items of a list in brackets: where ";" stands in it, that alone parts them, and commas belong to the words.

    Without one, what begins with a small letter goes on with the item before it. What is in quotes stays as it is.
    """
    at_semicolons = any(_is_plain(it) and _APART in it.value for it in items)
    meant: list[yaml.Node] = []
    for it in items:
        first, *rest = _pieces(it) if _is_plain(it) else (it,)
        if meant and _is_plain(meant[-1]) and _is_plain(it) and (at_semicolons or it.value[0].islower()):
            first = _joined(meant.pop(), first)
        meant += [first, *rest]
    return [_unquoted(it) for it in meant if not _is_plain(it) or it.value]


def _is_plain(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == _TEXT and not node.style


def _pieces(node: yaml.Node) -> Iterator[yaml.Node]:
    """What ";" parts in a text, each where it begins."""
    start, end = node.start_mark, node.end_mark
    written = str(start.buffer)[start.pointer : end.pointer]
    at = 0
    for piece in written.split(_APART):
        begins = at + len(piece) - len(piece.lstrip())
        line = start.line + written.count("\n", 0, begins)
        column = begins - written.rfind("\n", 0, begins) - 1 if line > start.line else start.column + begins
        mark = yaml.Mark(start.name, start.index, line, column, start.buffer, start.pointer)
        yield yaml.ScalarNode(_TEXT, " ".join(piece.split()), mark, end)
        at += len(piece) + len(_APART)


def _joined(node: yaml.Node, piece: yaml.Node) -> yaml.Node:
    words = ", ".join(it.value for it in (node, piece) if it.value)
    return yaml.ScalarNode(_TEXT, words, (node if node.value else piece).start_mark, piece.end_mark)


def _unquoted(node: yaml.Node) -> yaml.Node:
    """Behind ";" YAML takes quotes for words."""
    in_quotes = _is_plain(node) and len(node.value) > 1 and node.value[0] == node.value[-1] == _QUOTE
    return yaml.ScalarNode(_TEXT, node.value[1:-1], node.start_mark, node.end_mark) if in_quotes else node
