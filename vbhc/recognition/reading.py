"""The words of a document as one text to search in: paragraph after paragraph, and back to the place of each find."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Literal, TypeAlias

from vbhc.text.spelling import nfc, tones_placed_anew
from vbhc.word.view import Block, Paragraph, Place, View, paragraphs, tables

_SAME = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2010": "-", "\u2011": "-", "İ": "I", "\f": "\n", "\r": "\n"})
_AROUND = 24

Key: TypeAlias = tuple[str, int]
Letters: TypeAlias = Literal["text", "small", "shown", "raw"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that holds words. ``apart``: none of the prose, but a heading, a signature or a running header.

    ``raw``: its letters as they are stored; ``shown``: as they are read, composed; ``tabled``: it stands in a cell of a
    table with lines.
    """

    raw: str
    shown: str
    paragraph: Paragraph
    apart: bool = False
    tabled: bool = False

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.paragraph.place


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, in which passage, and at which character of it."""

    match: re.Match[str]
    passage: Passage
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words that were found, as they stand."""
        return self.passage.shown[self.start : self.end]

    @property
    def before(self) -> str:
        """What stands before them in the paragraph."""
        return self.passage.shown[: self.start]

    @property
    def after(self) -> str:
        """What stands behind them in the paragraph."""
        return self.passage.shown[self.end :]

    @property
    def quoted(self) -> bool:
        """Whether they stand between quotes in the paragraph: as someone else wrote them."""
        before = self.before
        return (
            before.count("“") > before.count("”") or before.count("«") > before.count("»") or before.count('"') % 2 == 1
        )

    @property
    def around(self) -> str:
        """The words and a few beside them, in quotes, for a message."""
        left, right = self.before, self.after
        if len(left) > _AROUND:
            left = "…" + left[-_AROUND:].partition(" ")[2]
        if len(right) > _AROUND:
            right = right[:_AROUND].rpartition(" ")[0] + "…"
        return f"«{' '.join(f'{left}{self.words}{right}'.split())}»"


@dataclass(frozen=True)
class Reading:
    """The passages of a document in reading order: body with its tables and boxes, footnotes, headers and footers."""

    passages: tuple[Passage, ...]

    @classmethod
    def of(cls, view: View, apart: Collection[Key]) -> Reading:
        """The reading of ``view``; ``apart``: the paragraphs (part, index) that are no prose."""
        ruled = set(_in_ruled_tables(view))
        prose = [*view.blocks, *(block for note in view.notes.values() for block in note)]
        body = (_passage(it, _key(it) in apart, _key(it) in ruled) for it in paragraphs(prose))
        running = (_passage(it, apart=True, tabled=False) for it in _running(view))
        return cls(tuple(it for it in (*body, *running) if it.shown.strip()))

    @cached_property
    def prose(self) -> Reading:
        """Only what is no heading, signature or running header."""
        return Reading(tuple(it for it in self.passages if not it.apart))

    @cached_property
    def shown(self) -> str:
        """The whole as it is read, composed (NFC)."""
        return "\n".join([it.shown for it in self.passages])

    @cached_property
    def text(self) -> str:
        """As ``shown``, letter for letter, with one kind of blank and hyphen, tones placed the new way."""
        return tones_placed_anew(self.shown.translate(_SAME))

    @cached_property
    def small(self) -> str:
        """As ``text``, letter for letter, without capitals."""
        return self.text.lower()

    def find(self, pattern: re.Pattern[str], letters: Letters = "text") -> Iterator[Found]:
        """Where ``pattern`` stands in these letters; a line break ("\\n") is also the end of a passage."""
        if letters == "raw":
            yield from self._find_raw(pattern)
            return
        starts = self._starts
        for match in pattern.finditer(getattr(self, letters)):
            at = bisect_right(starts, match.start()) - 1
            start = starts[at]
            yield Found(match, self.passages[at], match.start() - start, match.end() - start)

    def _find_raw(self, pattern: re.Pattern[str]) -> Iterator[Found]:
        """Finds in the letters as they are stored; the place within the passage is that in its composed form."""
        for passage in self.passages:
            for match in pattern.finditer(passage.raw):
                start, end = (len(nfc(passage.raw[:at])) for at in match.span())
                yield Found(match, passage, start, end)

    @cached_property
    def _starts(self) -> Sequence[int]:
        return list(accumulate((len(it.shown) + 1 for it in self.passages[:-1]), initial=0))


def _passage(paragraph: Paragraph, apart: bool, tabled: bool) -> Passage:
    seen = [run for run in paragraph.runs if not run.look.hidden]
    words = "".join([run.text.upper() if run.look.caps or run.look.small_caps else run.text for run in seen])
    return Passage("".join([run.text for run in seen]), nfc(words), paragraph, apart, tabled)


def _key(paragraph: Paragraph) -> Key:
    return paragraph.place.part, paragraph.place.index


def _in_ruled_tables(view: View) -> Iterator[Key]:
    for table in tables(list(view.blocks)):
        if table.ruled:
            yield from map(_key, paragraphs([table]))


def _running(view: View) -> Iterator[Paragraph]:
    """The paragraphs of headers and footers, each once though later sections go on with it."""
    seen: set[str] = set()
    for section in view.sections:
        for blocks in (*section.headers.values(), *section.footers.values()):
            if blocks and (part := _part(blocks)) not in seen:
                seen.add(part)
                yield from paragraphs(blocks)


def _part(blocks: Sequence[Block]) -> str:
    return blocks[0].place.part
