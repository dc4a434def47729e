"""The tables of a DOCX as they read: merged cells resolved, and what Word repeats and keeps together.

Grid columns are counted from 0, widths are mm. Formatting comes through the styles; a table style's conditional
formatting (``w:tblStylePr``) is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Literal

from lxml import etree

from support.package import NAMESPACES, Package, hidden, is_on, qn, val, xpath
from support.reader import paragraph_text, paragraphs, run_text, runs, sections
from support.styles import Styles

Merge = Literal["none", "restart", "continue"]
Merges = dict[int, tuple[int, str]]

TWIPS_PER_MM = 1440 / 25.4
NO_BREAK_SPACES = str.maketrans("\u00a0\u202f", "  ")


@dataclass(frozen=True)
class ReadCell:
    """One ``w:tc``."""

    column: int
    """The first grid column that it covers."""
    span: int
    """How many grid columns it covers."""
    merge: Merge
    """Its part in a vertical merge: ``restart`` is the cell whose text shows, ``continue`` one below it."""
    style: str
    """The id of its first paragraph's style."""
    bold: bool
    """Whether it has words and all of them come out bold."""


@dataclass(frozen=True)
class ReadTable:
    """One table; ``grid``, ``cells``, ``whole`` and ``kept`` have an entry for each row."""

    grid: tuple[tuple[str, ...], ...]
    """The text at each grid column: every place that a merged cell covers shows that cell's text."""
    header_rows: int
    """How many leading rows Word repeats on each page."""
    columns_mm: tuple[float, ...]
    cells: tuple[tuple[ReadCell, ...], ...]
    whole: tuple[bool, ...]
    """Whether the row may not be split over two pages."""
    kept: tuple[bool, ...]
    """Whether every paragraph of the row is kept with the next."""
    landscape: bool
    """Whether the page it stands on is wider than high."""


def read_tables(source: bytes | Path) -> tuple[ReadTable, ...]:
    """The tables of the body in document order, layout frames too; a table inside a cell is part of the cell's text."""
    package = Package.read(source)
    styles = Styles(package)
    body = package.trees[package.main].find("w:body", NAMESPACES)
    assert body is not None
    return tuple(
        _table(table, styles, landscape=_landscape(section))
        for section, blocks in sections(body)
        for block in blocks
        for table in block.iter(qn("w:tbl"))
        if not hidden(table) and next(table.iterancestors(qn("w:tbl")), None) is None
    )


def span(cell: etree._Element) -> int:
    """How many grid columns ``cell`` covers."""
    return int(val(cell, "w:tcPr/w:gridSpan") or 1)


def merge(cell: etree._Element) -> Merge:
    """The part of ``cell`` in a vertical merge."""
    found = cell.find("w:tcPr/w:vMerge", NAMESPACES)
    if found is None:
        return "none"
    return "restart" if found.get(qn("w:val")) == "restart" else "continue"


def placed(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The cells of ``row``, each with the first grid column that it covers."""
    column = int(val(row, "w:trPr/w:gridBefore") or 0)
    for cell in xpath(row, "w:tc"):
        yield column, cell
        column += span(cell)


def _table(table: etree._Element, styles: Styles, *, landscape: bool) -> ReadTable:
    rows = xpath(table, "w:tr")
    columns = xpath(table, "w:tblGrid/w:gridCol")
    return ReadTable(
        grid=tuple(_grid(rows, len(columns))),
        header_rows=sum(1 for _ in takewhile(lambda row: is_on(row, "w:trPr/w:tblHeader"), rows)),
        columns_mm=tuple(round(int(column.get(qn("w:w"), "0")) / TWIPS_PER_MM, 2) for column in columns),
        cells=tuple(tuple(_cell(column, cell, styles) for column, cell in placed(row)) for row in rows),
        whole=tuple(is_on(row, "w:trPr/w:cantSplit") for row in rows),
        kept=tuple(_kept(row, styles) for row in rows),
        landscape=landscape,
    )


def _grid(rows: list[etree._Element], columns: int) -> Iterator[tuple[str, ...]]:
    above: Merges = {}
    for row in rows:
        line, merged = [""] * columns, Merges()
        for column, cell in placed(row):
            width, text = _origin(column, cell, above)
            line[column : column + width] = [text] * width
            if merge(cell) != "none":
                merged[column] = width, text
        yield tuple(line)
        above = merged


def _origin(column: int, cell: etree._Element, above: Merges) -> tuple[int, str]:
    """The span of ``cell`` with the text that shows in it: of the cell above, where that one's merge goes on here."""
    width, text = above.get(column, (0, ""))
    goes_on = merge(cell) == "continue" and width == span(cell)
    return (width, text) if goes_on else (span(cell), _text(cell))


def _text(cell: etree._Element) -> str:
    return "\n".join(map(paragraph_text, paragraphs(cell))).translate(NO_BREAK_SPACES)


def _cell(column: int, cell: etree._Element, styles: Styles) -> ReadCell:
    first = next(paragraphs(cell), None)
    return ReadCell(
        column=column,
        span=span(cell),
        merge=merge(cell),
        style="" if first is None else styles.of_paragraph(first),
        bold=_bold(cell, styles),
    )


def _bold(cell: etree._Element, styles: Styles) -> bool:
    words = [(paragraph, run) for paragraph in paragraphs(cell) for run in runs(paragraph) if run_text(run).strip()]
    looks = [styles.run_format(paragraph, run.find("w:rPr", NAMESPACES)) for paragraph, run in words]
    return bool(looks) and all(look.get("b") == "1" for look in looks)


def _kept(row: etree._Element, styles: Styles) -> bool:
    return all(styles.paragraph_format(paragraph).get("keepNext") == "1" for paragraph in paragraphs(row))


def _landscape(section: etree._Element) -> bool:
    width, height = (int(val(section, "w:pgSz", f"w:{side}") or 0) for side in "wh")
    return width > height
