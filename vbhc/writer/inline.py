"""Texts with markup as runs of Word: spaces that must not break, marks of footnotes, and the notes themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from vbhc.text.markup import Run, marks, parse_inline, to_markup
from vbhc.text.spelling import keep_together, upper
from vbhc.word.footnotes import footnote, footnote_reference
from vbhc.word.wml import runs
from vbhc.writer.styles import BodyStyles

# Two marks side by side would read as one number: "1" and "2" as "12".
_COMMA = Run(",", superscript=True)

# "125/TTr-SKHCN", "05/2025/QyĐ-UBND"; one group, so that `split` gives it.
_SO_KY_HIEU = re.compile(r"([0-9]+(?:/[0-9]{4})?/[^\s/]+-[^\s,;:)]+)")


@dataclass(slots=True)
class Footnotes:
    """The footnotes of one file by their ``ma``, numbered as their marks are written: so texts are written in order."""

    texts: Mapping[str, str]
    styles: BodyStyles
    first_id: int
    _written: list[str] = field(default_factory=list)

    def text(self, markup: str) -> str:
        """The runs of ``markup``, each mark of a footnote as Word's own."""
        return self.runs(parse_inline(markup)) if "[^" in markup else runs(markup)

    def runs(self, pieces: Sequence[Run]) -> str:
        """The same of runs already parsed."""
        if not any(piece.note for piece in pieces):
            return runs(pieces)
        apart = (runs((_COMMA,)) if one.note and other.note else "" for one, other in pairwise((Run(""), *pieces)))
        written = (self._reference(piece) if piece.note else runs((piece,)) for piece in pieces)
        return "".join(between + piece for between, piece in zip(apart, written, strict=True))

    def paragraphs(self, markup: str) -> list[str]:
        """The runs of each line of ``markup``."""
        return [self.runs(line) for line in lines(parse_inline(markup))]

    def to_xml(self) -> str:
        """The notes whose marks were written, in their order."""
        return "".join(self._written)

    def _reference(self, piece: Run) -> str:
        note_id = self.first_id + len(self._written)
        paragraphs = [runs(unbroken(line)) for line in lines(parse_inline(self.texts[piece.note]))]
        mark = self.styles.dau_chu_thich
        self._written.append(footnote(note_id, paragraphs, style_id=self.styles.chu_thich, mark_style_id=mark))
        return footnote_reference(note_id, mark_style_id=mark)


def unbroken(pieces: Sequence[Run]) -> tuple[Run, ...]:
    """The runs with unbreakable spaces, also where a format begins or ends at one."""
    if len(pieces) == 1:
        return (pieces[0]._replace(text=keep_together(pieces[0].text)),)
    whole = keep_together("".join([piece.text for piece in pieces]))
    ends = [0, *accumulate(len(piece.text) for piece in pieces)]
    return tuple(piece._replace(text=whole[a:b]) for piece, (a, b) in zip(pieces, pairwise(ends), strict=True))


def lines(pieces: Iterable[Run]) -> Iterator[tuple[Run, ...]]:
    """The runs line by line; a format that goes on over a line break goes on in the next line."""
    line: list[Run] = []
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        line.append(piece._replace(text=first))
        for text in rest:
            yield tuple(line)
            line = [piece._replace(text=text)]
    yield tuple(line)


def lines_like(text: str, broken: str) -> str:
    """``text`` with its breaks where ``broken``, the same words in capitals or without markup, has them."""
    words = iter(re.split("[ \n]", text))
    return "\n".join(" ".join(next(words) for _ in line.split(" ")) for line in broken.split("\n"))


def capitals(pieces: Iterable[Run]) -> tuple[Run, ...]:
    """The runs in capitals, but for số/ký hiệu: those of 12/TTr-UBND are "TTr"."""
    return tuple(piece._replace(text=_upper(piece.text)) for piece in pieces)


def _upper(text: str) -> str:
    return "".join(part if at % 2 else upper(part) for at, part in enumerate(_SO_KY_HIEU.split(text)))


def bold(pieces: Iterable[Run]) -> tuple[Run, ...]:
    """The runs in bold."""
    return tuple(piece._replace(bold=True) for piece in pieces)


def shown(pieces: Iterable[Run]) -> str:
    """The text of the runs alone."""
    return "".join(piece.text for piece in pieces)


def without_notes(markup: str) -> str:
    """The text without marks of footnotes: for words that are printed a second time."""
    return to_markup(piece for piece in parse_inline(markup) if not piece.note) if marks(markup) else markup
