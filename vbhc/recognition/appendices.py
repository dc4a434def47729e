"""Phụ lục: the line that names one, its title and what it belongs to, and the text up to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from vbhc.recognition import patterns
from vbhc.recognition.values import Line, Phan, PhuLucThay, ThanhPhan

T = ThanhPhan
_HEADING_LINES = 10


def read_appendices(lines: Sequence[Line]) -> Iterator[PhuLucThay]:
    """The phụ lục in ``lines``, which begin behind the signature."""
    starts = [at for at, line in enumerate(lines) if _begins(line)]
    for at, end in pairwise([*starts, len(lines)]):
        phan = list(_heading(lines[at:end]))
        held = sum(len(it.lines) for it in phan)
        number = named(lines[at])
        so = (number["so"] or "").upper() if number else ""
        yield PhuLucThay(so, tuple(phan), tuple(lines[at + held : end]), lines[at].section)


def named(line: Line) -> re.Match[str] | None:
    """The words by which a line names a phụ lục; its title may follow in the same line, in the middle of the page."""
    titled = line.table is None and line.paragraph.layout.align == "center"
    return patterns.PHU_LUC.match(line.folded) or (patterns.PHU_LUC_TEN.match(line.folded) if titled else None)


def _begins(line: Line) -> bool:
    centred = line.paragraph.layout.align == "center" or line.side == "full"
    return line.table is None and centred and named(line) is not None


def _heading(lines: Sequence[Line]) -> Iterator[Phan]:
    yield Phan(T.PHU_LUC, (lines[0],))
    title: list[Line] = []
    for at, line in enumerate(lines[1:_HEADING_LINES], 1):
        if patterns.KEM_THEO.match(line.folded):
            if title:
                yield Phan(T.TIEU_DE_PHU_LUC, tuple(title))
            yield Phan(T.KEM_THEO, tuple(_until_closed(lines[at : at + 4])))
            return
        if line.table is not None or line.paragraph.layout.align != "center":
            break
        title.append(line)
    if title:
        yield Phan(T.TIEU_DE_PHU_LUC, tuple(title))


def _until_closed(lines: Sequence[Line]) -> Iterator[Line]:
    for line in lines:
        yield line
        if line.text.rstrip().endswith(")"):
            return
