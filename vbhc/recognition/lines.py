"""The lines of a document in reading order, with the side of the page on which each stands.

Headings and signatures are two columns: a table without lines, or tabs and blanks that set two things side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from vbhc.recognition.folding import fold_line
from vbhc.recognition.patterns import (
    KINH_GUI,
    is_of_heading,
    is_of_signature,
    is_recipient_beside_name,
    side_in_heading,
)
from vbhc.recognition.values import Line, Side
from vbhc.word.view import Block, Paragraph, Row, Run, Table, View, paragraphs

_BESIDE = re.compile(r"(?<=\S)(?:[ \u00a0]*\t[\s\u00a0]*|[ \u00a0]{3,})(?=\S)")
Column = tuple[Side, float]


def lines_of(view: View) -> tuple[Line, ...]:
    """Every line that shows something, tables for layout read column by column; data tables row by row."""
    numbers = count()
    found = (
        line
        for at, section in enumerate(view.sections)
        for line in _of_blocks(section.blocks, at, ("full", section.page.text_mm), None)
    )
    return tuple(replace(line, order=next(numbers)) for line in found)


def _of_blocks(blocks: Sequence[Block], section: int, column: Column, table: Table | None) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Table):
            yield from _of_table(block, section, column)
        else:
            yield from _of_paragraph(block, section, column, table)
            for shape in block.shapes:
                side = _side_of_box(shape.blocks)
                yield from _of_blocks(shape.blocks, section, (side, shape.width_mm or column[1]), None)


def _side_of_box(blocks: Sequence[Block]) -> Side:
    """On which side a text box of a heading stands, told by what it holds: nothing else says so."""
    held = {side for paragraph in paragraphs(blocks) if (side := side_in_heading(paragraph.text)) != "full"}
    return held.pop() if len(held) == 1 else "full"


def _of_table(table: Table, section: int, around: Column) -> Iterator[Line]:
    if not lays_out(table):
        for row in table.rows:
            for cell in row.cells:
                yield from _of_blocks(cell.blocks, section, (around[0], cell.width_mm), table)
        return
    for rows in _read_together(table.rows):
        for position in range(max(len(row.cells) for row in rows)):
            for row in rows:
                if position < len(row.cells):
                    column = (_side(row, position), row.cells[position].width_mm)
                    yield from _of_blocks(row.cells[position].blocks, section, column, None)


def _read_together(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The rows whose columns go on from one to the next; Kính gửi below a heading is a row by itself."""
    start = 0
    for at, row in enumerate(rows):
        first = next((it for it in paragraphs(row.cells[0].blocks) if it.text.strip()), None) if row.cells else None
        if first is not None and KINH_GUI.match(fold_line(first.text)):
            yield from (part for part in (rows[start:at], rows[at : at + 1]) if part)
            start = at + 1
    if rows[start:]:
        yield rows[start:]


def _side(row: Row, position: int) -> Side:
    if len(row.cells) == 1:
        return "full"
    return "left" if position == 0 else "right"


def lays_out(table: Table) -> bool:
    """Whether a table only sets things side by side: it has no lines, or holds a heading or a signature."""
    if not table.ruled:
        return True
    texts = [paragraph.text for row in table.rows for cell in row.cells for paragraph in paragraphs(cell.blocks)]
    return len(table.rows) <= 4 and any(is_of_heading(text) or is_of_signature(text) for text in texts)


def _of_paragraph(paragraph: Paragraph, section: int, column: Column, table: Table | None) -> Iterator[Line]:
    side, room = column
    for runs in _cut_at(paragraph.runs, re.compile("[\n\f]")):
        text = "".join([run.text for run in runs])
        if not text.strip():
            continue
        parts = list(_cut_at(runs, _BESIDE)) if side == "full" and table is None and _two_columns(text) else [runs]
        for at, part in enumerate(parts):
            own: Side = side if len(parts) == 1 else "left" if at == 0 else "right"
            yield Line(part, paragraph, own, section, 0, room, table)


def _two_columns(text: str) -> bool:
    parts = [part for part in _BESIDE.split(text) if part.strip()]
    if len(parts) != 2:
        return False
    both_upper = all(part.upper() == part and re.search(r"[^\W\d_]", part) for part in parts)
    if is_recipient_beside_name(*parts):
        return True
    return both_upper or any(is_of_heading(part) or is_of_signature(part) for part in parts)


def _cut_at(runs: Sequence[Run], pattern: re.Pattern[str]) -> Iterator[tuple[Run, ...]]:
    """The runs in the pieces between what ``pattern`` finds in their text."""
    text = "".join([run.text for run in runs])
    start = 0
    for found in pattern.finditer(text):
        yield _slice(runs, start, found.start())
        start = found.end()
    yield _slice(runs, start, len(text))


def _slice(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    pieces, at = [], 0
    for run in runs:
        stop = at + len(run.text)
        if not run.text and start <= at <= end:
            pieces.append(run)
        elif at < end and stop > start:
            pieces.append(replace(run, text=run.text[max(start - at, 0) : end - at]))
        at = stop
    return tuple(pieces)
