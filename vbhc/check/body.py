"""The paragraphs of nội dung as rules on its look see them: those that stand in the page itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vbhc.layout import text_width_mm
from vbhc.recognition.values import Recognised
from vbhc.word.view import Paragraph, Run

# So many characters never fit on a line of A4, whichever way it lies.
_SURELY_LONG = 300


@dataclass(frozen=True, slots=True)
class Doan:
    """A paragraph ("đoạn văn") of nội dung with the width of the page it may use."""

    paragraph: Paragraph
    room_mm: float

    @property
    def wraps(self) -> bool:
        """Whether it surely needs a second line."""
        layout = self.paragraph.layout
        room = self.room_mm - layout.left_mm - layout.right_mm
        size = main_size_pt(self.paragraph)
        return size is not None and text_width_mm(self.paragraph.text.strip()[:_SURELY_LONG], size) > room

    @property
    def is_prose(self) -> bool:
        """Whether it stands at the margins: no heading in the middle, no line at the right."""
        return self.paragraph.layout.align in ("left", "both") and not self.paragraph.layout.framed


def body(doc: Recognised) -> Iterator[Doan]:
    """The paragraphs of nội dung in order, without those in tables, text boxes and columns."""
    tops = {it.place.index for it in doc.view.blocks if isinstance(it, Paragraph)}
    seen: set[int] = set()
    for line in doc.noi_dung:
        index = line.place.index
        if line.side == "full" and line.table is None and index in tops and index not in seen:
            seen.add(index)
            yield Doan(line.paragraph, line.room_mm)


def worded_runs(paragraph: Paragraph) -> Iterator[Run]:
    """The runs that show letters or digits."""
    return (run for run in paragraph.runs if not run.look.hidden and re.search(r"\w", run.text))


def main_size_pt(paragraph: Paragraph) -> float | None:
    """The size of most of its letters; ``None`` where it shows none."""
    counted: dict[float, int] = {}
    for run in worded_runs(paragraph):
        if not run.look.script:
            counted[run.look.size_pt] = counted.get(run.look.size_pt, 0) + len(run.text)
    return max(counted, key=lambda size: counted[size]) if counted else None
