"""What a document shows, as frozen values: formatting resolved, lengths in mm, sizes in points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Align: TypeAlias = Literal["left", "center", "right", "both"]
Script: TypeAlias = Literal["", "superscript", "subscript"]
PageKind: TypeAlias = Literal["default", "first", "even"]
Trace: TypeAlias = Literal["comment", "revision"]

BLACK = "000000"


@dataclass(frozen=True, slots=True)
class Look:
    """How a run comes out; ``font`` of plain letters, ``font_marked`` of those beyond ASCII; ``color`` RRGGBB.

    ``highlighted``: as with a text marker, or shaded in a colour.
    """

    font: str = "Times New Roman"
    font_marked: str = "Times New Roman"
    size_pt: float = 10.0
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    struck: bool = False
    caps: bool = False
    small_caps: bool = False
    hidden: bool = False
    script: Script = ""
    color: str = BLACK
    highlighted: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look; "\\n" is a line break, "\\t" a tab. ``note``: id of the footnote whose mark stands here.

    ``field``: the instruction of the field whose result this is ("PAGE"), else ""; a field without a result has a run
    without text.
    """

    text: str
    look: Look
    note: int | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class Border:
    """A line along a side of a paragraph; ``broken``: drawn in dots or dashes."""

    width_pt: float
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paragraph stands; ``first_mm`` is negative for a hanging first line.

    ``line``: multiple of single spacing, ``None`` where ``line_pt`` is given, exact or (``at_least``) a minimum.
    ``rules``: borders by side ("top", "bottom", "left", "right"). ``outline``: level from 0.
    ``contextual``: no space before and after beside a paragraph of the same style.
    """

    align: Align = "left"
    left_mm: float = 0.0
    right_mm: float = 0.0
    first_mm: float = 0.0
    before_pt: float = 0.0
    after_pt: float = 0.0
    line: float | None = 1.0
    line_pt: float | None = None
    at_least: bool = False
    keep_next: bool = False
    page_break_before: bool = False
    outline: int | None = None
    framed: bool = False
    contextual: bool = False
    rules: Mapping[str, Border] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: its part, its number among the part's paragraphs (from 0), and in words of staff."""

    part: str
    index: int
    words: str

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawing anchored in a paragraph: a "line", a "box" with blocks of its own, or a "picture"; 0 where unknown.

    ``broken``: a line drawn in dots or dashes.
    """

    kind: Literal["line", "box", "picture"]
    width_mm: float = 0.0
    height_mm: float = 0.0
    outlined: bool = False
    blocks: tuple[Block, ...] = ()
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``label`` is the number that Word writes before it, "" without one.

    ``traces``: what work on the document left in it: comments, tracked changes.
    """

    runs: tuple[Run, ...]
    layout: Layout
    style: str
    place: Place
    label: str = ""
    shapes: tuple[Shape, ...] = ()
    traces: frozenset[Trace] = frozenset()

    @property
    def text(self) -> str:
        """The characters, without the label."""
        return "".join([run.text for run in self.runs])


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over ``span`` grid columns from ``column``; ``continues`` the one above it in a vertical merge.

    ``borders``: the sides on which a line is drawn, by the cell itself or by the one beside it.
    """

    blocks: tuple[Block, ...]
    column: int
    span: int = 1
    continues: bool = False
    width_mm: float = 0.0
    borders: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Row:
    """A row; a ``header`` is repeated on every page, ``whole`` rows are not divided between pages."""

    cells: tuple[Cell, ...]
    header: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``grid_mm``: the widths of its columns, ``left_mm``: how far it stands in from the margin."""

    rows: tuple[Row, ...]
    grid_mm: tuple[float, ...]
    left_mm: float
    place: Place

    @property
    def ruled(self) -> bool:
        """Whether lines are drawn in it, as round data; a table that lays out a heading has none."""
        cells = [cell for row in self.rows for cell in row.cells]
        return sum(len(cell.borders) >= 2 for cell in cells) > len(cells) / 2


Block: TypeAlias = Paragraph | Table


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Paper and margins in mm, as the page is read."""

    width_mm: float = 210.0
    height_mm: float = 297.0
    top_mm: float = 25.4
    bottom_mm: float = 25.4
    left_mm: float = 25.4
    right_mm: float = 25.4
    header_mm: float = 12.7
    footer_mm: float = 12.7

    @property
    def landscape(self) -> bool:
        """Whether the page is wider than high."""
        return self.width_mm > self.height_mm

    @property
    def text_mm(self) -> float:
        """The width between the margins."""
        return self.width_mm - self.left_mm - self.right_mm


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one setup; ``headers`` and ``footers`` hold those of earlier sections that go on here.

    ``first_apart``: page 1 of the section has a header of its own; ``number_from``: where its page numbers begin anew;
    ``number_format``: their digits as Word names them ("decimal", "lowerRoman").
    """

    page: PageSetup
    blocks: tuple[Block, ...]
    headers: Mapping[PageKind, tuple[Block, ...]]
    footers: Mapping[PageKind, tuple[Block, ...]]
    first_apart: bool = False
    number_from: int | None = None
    number_format: str = "decimal"
    starts_page: bool = True


@dataclass(frozen=True, slots=True)
class View:
    """A document as it is read, of one section or more.

    ``notes``: the footnotes by id; ``even_apart``: even pages have their own headers.
    """

    sections: tuple[Section, ...]
    notes: Mapping[int, tuple[Block, ...]]
    even_apart: bool = False

    @property
    def blocks(self) -> Iterator[Block]:
        """The blocks of the body, section after section."""
        for section in self.sections:
            yield from section.blocks


def paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """Every paragraph in ``blocks``, those of tables and text boxes where they stand."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)
        else:
            yield block
            for shape in block.shapes:
                yield from paragraphs(shape.blocks)


def tables(blocks: Sequence[Block]) -> Iterator[Table]:
    """Every table in ``blocks``, those inside cells and text boxes too, the outer ones first."""
    for block in blocks:
        if isinstance(block, Table):
            yield block
            for row in block.rows:
                for cell in row.cells:
                    yield from tables(cell.blocks)
        else:
            for shape in block.shapes:
                yield from tables(shape.blocks)
