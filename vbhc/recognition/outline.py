"""The outline of a text: what people type before a mục, or what Word writes there for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vbhc.recognition.values import Line, MucThay
from vbhc.text.marks import level_of_label, read_mark


def read_outline(lines: Sequence[Line]) -> Iterator[MucThay]:
    """The lines of ``lines`` that begin with a number or a dash, those of data tables left out."""
    for line in lines:
        if line.table is None and (muc := read_number(line)) is not None:
            yield muc


def read_number(line: Line) -> MucThay | None:
    """The number or the dash that a line begins with."""
    label = line.paragraph.label.strip()
    first = line.text == line.paragraph.text.strip() or line.paragraph.text.strip().startswith(line.text)
    if label and first:
        return MucThay(level_of_label(label), label, line.text, line, automatic=True)
    mark = read_mark(line.text)
    return None if mark is None else MucThay(mark.level, mark.number, mark.rest, line)
