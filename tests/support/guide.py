"""The examples in a page of docs, each with what the page says that comes of it.

In the page every fenced block is one of these, by the first word behind its fence:

- ``ban-thao``: a whole bản thảo and the name of its file, or lines of text that go on from the `front` in force;
- ``phan-dau``: fields that, from there on, stand in that front instead of what it had;
- ``ket-qua``, ``thong-bao``: what comes of the bản thảo above, in the document and as messages;
- ``the``: tags, each with "→" and what it prints;
- ``console``: commands behind "$", "#" lines that change a file, and what is told.

A line "…" in a result stands for any number of lines. Tables are known by their headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from vbhc.word.view import Paragraph, Run, Table, View, paragraphs

SKIPPED = "…"
_TAGS = {"": "", "superscript": "sup", "subscript": "sub"}
KINDS = frozenset({"ban-thao", "phan-dau", "ket-qua", "thong-bao", "the", "console"})
_BLOCK = re.compile(r"^(?P<fence>```+)(?P<kind>[\w-]*) *(?P<rest>.*)\n(?P<text>(?:.*\n)*?)(?P=fence)$", re.MULTILINE)
_FRONT = re.compile(r"\A---\n(?P<fields>.*?)^---\n", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^(?P<name>\w+):.*\n(?:[ \t-].*\n)*", re.MULTILINE)
_ROW = re.compile(r"^\|(.*)\|$", re.MULTILINE)
_TABLE = re.compile(r"(?:^\|.*\|\n)+", re.MULTILINE)
_BAR = re.compile(r"(?<!\\)\|")
_CODE = re.compile(r"(?P<ticks>`+) ?(?P<code>.+?) ?(?P=ticks)(?!`)")
_LEADING_CODE = re.compile(rf"{_CODE.pattern}(?:<br>`[^`]+`)*")


@dataclass(frozen=True)
class Block:
    """A fenced block of a page: the line of its fence, from 1, its kind, what stands behind that, its text."""

    line: int
    kind: str
    rest: str
    text: str


@dataclass(frozen=True)
class Example:
    """A bản thảo and the blocks that tell what comes of it; ``front``: the fields that a piece of text goes on from."""

    block: Block
    front: str
    results: tuple[Block, ...] = field(default=())

    @property
    def whole(self) -> bool:
        return self.block.text.startswith("---\n")

    @property
    def text(self) -> str:
        return self.block.text if self.whole else f"---\n{self.front}---\n{self.block.text}"

    @property
    def above(self) -> int:
        """How many lines of the text the page does not show."""
        return 0 if self.whole else self.front.count("\n") + 2


def blocks_of(page: str) -> list[Block]:
    """The fenced blocks."""
    return [
        Block(page.count("\n", 0, it.start()) + 1, it["kind"], it["rest"], it["text"]) for it in _BLOCK.finditer(page)
    ]


def fronts(blocks: Sequence[Block], first: str) -> Iterator[tuple[Block, str]]:
    """Each block with the front in force: of the bản thảo ``first`` without phụ lục, as the page changes it."""
    front = next(it["fields"] for block in blocks if block.rest == first and (it := _FRONT.match(block.text)))
    front = "".join(it[0] for it in _FIELD.finditer(front) if it["name"] != "phu_luc")
    for block in blocks:
        if block.kind == "phan-dau":
            front = with_fields(front, block.text)
        yield block, front


def examples_of(blocks: Sequence[Block], first: str) -> list[Example]:
    """Each bản thảo with its results."""
    found: list[Example] = []
    for block, front in fronts(blocks, first):
        if block.kind == "ban-thao":
            found.append(Example(block, front))
        elif block.kind in ("ket-qua", "thong-bao"):
            found[-1] = replace(found[-1], results=(*found[-1].results, block))
    return found


def with_fields(front: str, fields: str) -> str:
    """``front`` with other fields in the place of those of the same names."""
    given = {it["name"] for it in _FIELD.finditer(fields)}
    return "".join(it[0] for it in _FIELD.finditer(front) if it["name"] not in given) + fields


@dataclass(frozen=True)
class Row:
    """A row of a table of a page by its headings; ``line``: where it stands, from 1."""

    line: int
    cells: dict[str, str]

    def code(self, heading: str) -> str:
        """The lines of a cell that stand between backticks, without the words behind them."""
        found = _LEADING_CODE.match(self.cells[heading])
        return "".join(f"{it['code']}\n" for it in _CODE.finditer(found[0] if found else "")).replace(r"\|", "|")

    def lines(self, heading: str) -> list[str]:
        """The lines of a cell that is no code."""
        return self.cells[heading].split("<br>")


def rows_of(page: str, *headings: str) -> list[Row]:
    """The rows of every table with just these headings."""
    without = _BLOCK.sub(lambda it: "\n" * it[0].count("\n"), page)
    found: list[Row] = []
    for table in _TABLE.finditer(without):
        head, _, *rows = [[cell.strip() for cell in _BAR.split(it)] for it in _ROW.findall(table[0])]
        if head == list(headings):
            line = without.count("\n", 0, table.start()) + 3
            found += [Row(line + at, dict(zip(head, row, strict=True))) for at, row in enumerate(rows)]
    return found


def shown(view: View) -> list[str]:
    """The text of a document line by line as the page has it: rows of a table with lines between "|", notes last."""
    lines = [line for block in view.blocks for line in _shown(block)]
    notes = [f"[{at}] {' '.join(_paragraphs(note))}" for at, note in enumerate(view.notes.values(), 1)]
    return [line for line in (*lines, *notes) if line]


def _shown(block: Paragraph | Table) -> Iterator[str]:
    if isinstance(block, Table) and block.ruled:
        for row in block.rows:
            texts = [" ".join(_paragraphs(cell.blocks)) for cell in row.cells if not cell.continues]
            yield squeezed(f"| {' | '.join(texts)} |")
    else:
        yield from _paragraphs([block])


def _paragraphs(blocks: Sequence[Paragraph | Table]) -> Iterator[str]:
    return (squeezed("".join(map(_noted, it.runs))) for it in paragraphs(blocks))


def _noted(run: Run) -> str:
    return f"[{run.note}]" if run.note is not None else run.text


def squeezed(text: str) -> str:
    """``text`` on one line; a gap for handwriting as dots."""
    return " ".join(re.sub("\N{NO-BREAK SPACE}{3,}", " …… ", text).split())


def as_markdown(paragraph: Paragraph) -> str:
    """A paragraph as a Markdown page shows it: bold, italic, small figures above and below."""
    looks = groupby(paragraph.runs, key=lambda run: (run.look.bold, run.look.italic, run.look.script))
    return squeezed("".join(_marked("".join(run.text for run in runs), *look) for look, runs in looks))


def _marked(text: str, bold: bool, italic: bool, script: str) -> str:
    words, mark, tag = text.strip(), "*" * (2 * bold + italic), _TAGS[script]
    marked = f"{mark}<{tag}>{words}</{tag}>{mark}" if tag else f"{mark}{words}{mark}"
    return text.replace(words, marked, 1) if words else text


def agrees(said: Sequence[str], told: Sequence[str]) -> bool:
    """Whether ``told`` is what ``said`` says, where "…" stands for what it leaves out."""
    pattern = "".join(r"(?:.*\n)*" if line == SKIPPED else re.escape(line) + r"\n" for line in said)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in told)) is not None
