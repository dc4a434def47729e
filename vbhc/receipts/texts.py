"""The paragraphs of a document as texts, and the numbers in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vbhc.word.view import open_view, paragraphs

NUMBER = re.compile(r"(?<![\w/.,])\d+(?:[.,/]\d+)*%?")
"""A number as letters have it: "11", "57,31%", "6.3", "10/11/2025"."""
_BEFORE, _AFTER = r"(?<![\w.,])", r"(?!\w|[.,]\d|%)"
_BLANKS = re.compile(r"\s+")


def standing(in_ra: str) -> re.Pattern[str]:
    """Finds a printed value where it stands by itself, also as one side of "11/47"; not as a part of a number.

    >>> [len(standing("1").findall(text)) for text in ("11 việc", "1/47 việc", "1,5%", "(1)")]
    [0, 1, 0, 1]
    """
    return re.compile(f"{_BEFORE}{re.escape(in_ra)}{_AFTER}")


def texts_of(data: bytes) -> list[str]:
    """The texts of the body and of the footnotes, in reading order, blanks of any kind as one space."""
    return [text for text in _texts(data) if text]


def _texts(data: bytes) -> Iterator[str]:
    view = open_view(data)
    for blocks in (tuple(view.blocks), *view.notes.values()):
        for paragraph in paragraphs(blocks):
            yield on_one_line(paragraph.text)


def on_one_line(text: str) -> str:
    """``text`` with every blank, unbreakable ones too, as one space."""
    return _BLANKS.sub(" ", text).strip()
