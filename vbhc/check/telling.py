"""What many places have in common is told once: where the first stands, and how many more there are."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from vbhc.word.view import Paragraph

Key = TypeVar("Key", bound=Hashable)


def gathered(found: Iterable[tuple[Key, Paragraph]]) -> Mapping[Key, Sequence[Paragraph]]:
    """The paragraphs by what was found in them, each paragraph once."""
    groups: dict[Key, list[Paragraph]] = {}
    for key, paragraph in found:
        group = groups.setdefault(key, [])
        if not group or group[-1] is not paragraph:
            group.append(paragraph)
    return groups


def and_others(paragraphs: Sequence[Paragraph]) -> str:
    """What is said behind the first of several paragraphs.

    >>> and_others([])
    ''
    """
    return f" (và {len(paragraphs) - 1} đoạn khác)" if len(paragraphs) > 1 else ""
