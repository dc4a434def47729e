"""Two elements side by side, as at the top of a letter and at its end: a table, tabs, runs of spaces, text boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from support.handmade.drawing import DRAWN, SUPERSCRIPT, Place, box, rule_below, rule_beside, underscores
from support.handmade.pen import Pen, twips
from support.handmade.values import Text
from support.handmade.widths import MM_PER_PT, width_mm

CELL_MARGIN_MM = 1.9
ROOM_MM = 1
Column = Sequence[Text]


@dataclass(frozen=True)
class Columns:
    """The widths in mm of the left and the right column; ``indent`` is where the left begins, from the text's edge."""

    left: float
    right: float
    indent: float = 0

    @property
    def centres(self) -> tuple[float, float]:
        """The middles of both, from the left edge of the text."""
        return self.indent + self.left / 2, self.indent + self.left + self.right / 2


def stacked(pen: Pen, texts: Column, width_mm_: float) -> str:
    """Paragraphs one under the other, with the lines under them, in a column ``width_mm_`` wide."""
    return "".join(
        pen.paragraph(text, after=rule_beside(pen, text, width_mm_ / 2)) + rule_below(pen, text, width_mm_)
        for text in texts
    )


def as_table(pen: Pen, columns: Columns, rows: Sequence[tuple[Column, Column]]) -> str:
    """A table without borders; a cell holds the paragraphs of its column."""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in (columns.left, columns.right))
    body = "".join(
        f"<w:tr>{_cell(pen, left, columns.left)}{_cell(pen, right, columns.right)}</w:tr>" for left, right in rows
    )
    width = twips(columns.left) + twips(columns.right)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblInd w:w="{twips(columns.indent)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def _cell(pen: Pen, texts: Column, width: float) -> str:
    content = stacked(pen, texts, width - 2 * CELL_MARGIN_MM) or pen.paragraph(Text(""))
    return cell(width, content)


def cell(width: float, content: str) -> str:
    """A table cell ``width`` mm wide."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def as_rows(pen: Pen, columns: Columns, rows: Sequence[tuple[Column, Column]], *, spaces: bool = False) -> str:
    """A paragraph for each pair of lines, the two set apart by tabs or by spaces."""
    lines = (pair for left, right in rows for pair in zip_longest(_with_rules(pen, left), _with_rules(pen, right)))
    return "".join(_row(pen, columns, left, right, spaces=spaces) for left, right in lines)


def _with_rules(pen: Pen, texts: Column) -> list[Text]:
    """``texts`` line by line, each line that is made of underscores after the text it belongs to."""
    found: list[Text] = []
    for text in texts:
        *first, last = text.text.split("\n")
        lines = [replace(text, text=line, rule=0) for line in first] + [replace(text, text=last)]
        found += [lines[0], *(replace(line, before=0) for line in lines[1:])]
        if text.rule and pen.letter.rules not in DRAWN:
            assert pen.letter.rules == "underscores", "a paragraph of two elements has no border of its own"
            found.append(underscores(text))
    return found


def _row(pen: Pen, columns: Columns, left: Text | None, right: Text | None, *, spaces: bool) -> str:
    both = [(text, centre) for text, centre in zip((left, right), columns.centres, strict=True) if text]
    flush = left is not None and left.align == "left"
    stops = tuple(("center", centre) for centre in columns.centres[flush:])
    look = Text("", before=max(text.before for text, _ in both), tabs=() if spaces else stops)
    drawn = "".join(rule_beside(pen, text, centre, within=look) for text, centre in both)
    runs = _by_spaces(pen, look, both) if spaces else _by_tabs(pen, look, left, right)
    return pen.paragraph(look, runs, after=drawn)


def _by_tabs(pen: Pen, look: Text, left: Text | None, right: Text | None) -> str:
    flush = left is not None and left.align == "left"
    start = "" if flush else pen.run(look, "\t", within=look)
    first = pen.run(left, left.words, within=look) if left else ""
    second = pen.run(look, "\t", within=look) + pen.run(right, right.words, within=look) if right else ""
    return start + first + second


def _by_spaces(pen: Pen, look: Text, both: list[tuple[Text, float]]) -> str:
    runs, reached = "", 0.0
    for text, centre in both:
        width, space = width_mm(text) * (SUPERSCRIPT if text.raised else 1), width_mm(look, " ")
        count = 0 if text.align == "left" else max(round((centre - width / 2 - reached) / space), 1)
        runs += pen.run(look, " " * count, within=look) + pen.run(text, text.words, within=look)
        reached += count * space + width
    return runs


def as_boxes(pen: Pen, columns: Columns, rows: Sequence[tuple[Column, Column]]) -> str:
    """One paragraph that holds two text boxes, left and right."""
    assert pen.letter.rules not in DRAWN, "Word draws no shape inside a text box"
    sides = tuple([text for row in rows for text in row[side]] for side in (0, 1))
    height = max(map(_height_mm, sides)) + ROOM_MM
    places = (
        Place(columns.indent, 0, columns.left, height),
        Place(columns.indent + columns.left, 0, columns.right, height),
    )
    drawn = (box(pen, place, stacked(pen, texts, place.width)) for place, texts in zip(places, sides, strict=True))
    look = Text("")
    return pen.paragraph(look, "".join(f"<w:r>{pen.own(look)}{each}</w:r>" for each in drawn))


def _height_mm(texts: Column) -> float:
    lines = ((text.words.count("\n") + 1) * text.size * 1.15 + text.before + bool(text.rule) * 10 for text in texts)
    return sum(lines) * MM_PER_PT
