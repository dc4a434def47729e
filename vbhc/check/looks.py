"""What rules ask of lines: their size, weight and case, and the rule that is drawn under them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from vbhc.layout import longest_line_mm, text_width_mm
from vbhc.recognition.patterns import TRACE
from vbhc.recognition.values import Line, Phan
from vbhc.word.view import Look, Paragraph, Run

SAME_PT = 0.25
_EXCERPT = 40
# How much smaller a raised letter comes out.
RAISED = 0.65


def runs_of(lines: Iterable[Line]) -> list[Run]:
    """The runs of ``lines`` that show letters or digits."""
    return [run for line in lines for run in line.worded if re.search(r"\w", run.text)]


def sizes_pt(lines: Iterable[Line]) -> list[float]:
    """The sizes that occur, the most used first; raised and lowered runs have no say."""
    counted: dict[float, int] = {}
    for run in runs_of(lines):
        if not run.look.script:
            counted[run.look.size_pt] = counted.get(run.look.size_pt, 0) + len(run.text.strip())
    return sorted(counted, key=lambda size: -counted[size])


def share(lines: Iterable[Line], field: Literal["bold", "italic", "underlined"]) -> float:
    """How much of the letters, from 0 to 1, has a look."""
    runs = runs_of(lines)
    whole = sum(len(run.text.strip()) for run in runs)
    return sum(len(run.text.strip()) for run in runs if getattr(run.look, field)) / whole if whole else 0.0


def in_capitals(text: str) -> bool:
    """Whether a text has letters and all of them are capitals."""
    return text.upper() == text and text.lower() != text


def excerpt(text: str) -> str:
    """The beginning of a text, for a message, in quotes of Vietnamese."""
    flat = " ".join(text.split())
    return f"«{flat}»" if len(flat) <= _EXCERPT else f"«{flat[:_EXCERPT].rstrip()}…»"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line under words: a paragraph "border", a drawn "shape", typed "signs", or the words "underlined".

    ``length_mm``: ``None`` where nothing says it, or where one paragraph holds the lines of two columns. ``signs``:
    what was typed. ``broken``: drawn in dots or dashes.
    """

    kind: Literal["border", "shape", "signs", "underlined"]
    length_mm: float | None
    signs: str = ""
    broken: bool = False


def stroke_under(phan: Phan) -> Stroke | None:
    """The line under a thành phần; ``None`` without one. The length of a border is that of its paragraph."""
    last = phan.lines[-1]
    own = last.paragraph
    stroke = _drawn_under(phan, last.room_mm)
    if stroke is not None:
        return stroke if _is_alone(last) else replace(stroke, length_mm=None)
    typed = own.text.rstrip().rpartition("\n")[2].strip()
    if is_trace(typed):
        return _signs(typed, own.runs[-1].look)
    return Stroke("underlined", words_mm(phan.lines)) if share([last], "underlined") > 0.5 else None


def _drawn_under(phan: Phan, room_mm: float) -> Stroke | None:
    own = phan.lines[-1].paragraph
    if "bottom" in own.layout.rules:
        return _border(own, "bottom", room_mm)
    for paragraph in (own, *phan.after):
        drawn = next((shape for shape in paragraph.shapes if shape.kind == "line"), None)
        if drawn is not None:
            return Stroke("shape", drawn.width_mm or None, broken=drawn.broken)
    return next(filter(None, (_of_paragraph(paragraph, room_mm) for paragraph in phan.after)), None)


def _is_alone(line: Line) -> bool:
    """Whether its paragraph holds nothing of another column."""
    return line.text in [part.strip() for part in line.paragraph.text.split("\n")]


def is_trace(text: str) -> bool:
    """Whether a text is a line made of signs: "______"."""
    return len(text.strip()) > 2 and TRACE.match(text) is not None


def _of_paragraph(paragraph: Paragraph, room_mm: float) -> Stroke | None:
    side = next((side for side in ("top", "bottom") if side in paragraph.layout.rules), None)
    if side is not None:
        return _border(paragraph, side, room_mm)
    text = paragraph.text.strip()
    return _signs(text, paragraph.runs[0].look) if is_trace(text) else None


def _border(paragraph: Paragraph, side: str, room_mm: float) -> Stroke:
    layout = paragraph.layout
    return Stroke("border", room_mm - layout.left_mm - layout.right_mm, broken=layout.rules[side].broken)


def _signs(text: str, look: Look) -> Stroke:
    size = look.size_pt * (RAISED if look.script else 1)
    return Stroke("signs", text_width_mm(text, size), text)


def words_mm(lines: Sequence[Line]) -> float:
    """The width of the longest of the lines, as its runs are set."""
    return max((_line_mm(line) for line in lines), default=0.0)


def _line_mm(line: Line) -> float:
    widths = (
        longest_line_mm(_shown(run), run.look.size_pt, bold=run.look.bold) for run in line.runs if run.text.strip("\n")
    )
    return sum(widths)


def _shown(run: Run) -> str:
    return run.text.upper() if run.look.caps else run.text
