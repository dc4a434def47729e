"""An outline of a DOCX: a line a paragraph, with the formatting a reader sees, for goldens people can review.

Lengths are mm, sizes pt. In the text ``⍽`` is a no-break space, ``⇥`` a tab, ``↵`` a line break, ``{PAGE}`` a field,
and a stretch that looks unlike the paragraph's main one stands in ``⟦…⟧`` with what it looks like. ``{^1}`` is the mark
of the first footnote, raised from its line; the notes themselves follow all sections.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

from lxml import etree

from support.notes import marked_notes
from support.package import NAMESPACES, Package, is_on, qn, val, xpath
from support.reader import piece_text, runs, sections
from support.styles import Format, Styles

ALIGNMENTS = {"both": "justify", "start": "left", "end": "right"}
SHOWN = str.maketrans({"\u00a0": "⍽", "\t": "⇥", "\n": "↵"})
TWIPS_PER_MM, EMU_PER_MM = 1440 / 25.4, 36000
A4 = ("11906", "16838")
MARGINS = ("top", "right", "bottom", "left", "header")
FLAGS = {"keepNext": "keep-next", "keepLines": "keep-lines", "pageBreakBefore": "page-break-before"}
INDENTS = {"left": "left", "right": "right", "firstLine": "first", "hanging": "hanging"}
RUN_FLAGS = {
    "b": "bold",
    "i": "italic",
    "caps": "caps",
    "smallCaps": "small-caps",
    "strike": "strike",
    "vanish": "hidden",
}
BODY_TEXT = 9  # the outline level of what is no heading
NOTE_MARK = re.compile(r"\{\^\d+\}")
RAISED = {"superscript": "baseline", "baseline": "not raised"}
LINE_RULES = {"exact": "line exactly {:g}pt", "atLeast": "line at least {:g}pt"}


def outline(source: bytes | Path) -> str:
    """The outline of a DOCX: sections, their headers and footers, paragraphs and tables in document order, footnotes.

    Raises ``KeyError`` for a footnote's mark of no note.
    """
    package = Package.read(source)
    return "\n".join(_Outline(package).lines()) + "\n"


class _Outline:
    """One walk through one package."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package)
        self._notes = [note for _, note in marked_notes(package)]
        self._marks = dict(_numbered(package))

    def lines(self) -> Iterator[str]:
        body = self._package.trees[self._package.main].find("w:body", NAMESPACES)
        assert body is not None
        for section, blocks in sections(body):
            yield f"section {', '.join(_section(section))}"
            yield from self._margins_of(section)
            yield from self._blocks(blocks, "  ")
        if self._notes:
            yield "footnotes"
        for note in self._notes:
            yield from self._blocks(list(note), "  ")

    def _margins_of(self, section: etree._Element) -> Iterator[str]:
        targets = {relation.id: relation.target for relation in self._package.relations(self._package.main)}
        for kind in ("header", "footer"):
            for reference in section.iterfind(f"w:{kind}Reference", NAMESPACES):
                yield f"  {kind} {reference.get(qn('w:type'))}"
                part = targets[reference.get(qn("r:id"), "")]
                yield from self._blocks(list(self._package.trees[part]), "    ")

    def _blocks(self, blocks: list[etree._Element], lead: str) -> Iterator[str]:
        shown: dict[str, Callable[[etree._Element, str], Iterator[str]]] = {
            qn("w:p"): self._paragraph,
            qn("w:tbl"): self._table,
            qn("w:sdt"): lambda node, lead: self._blocks(xpath(node, "w:sdtContent/*"), lead),
        }
        for block in blocks:
            if show := shown.get(str(block.tag)):
                yield from show(block, lead)

    def _paragraph(self, paragraph: etree._Element, lead: str) -> Iterator[str]:
        pieces = list(self._pieces(paragraph))
        main = _main_look(pieces) or _look(self._styles.run_format(paragraph, _mark(paragraph)))
        text = "".join(piece if look == main else f"⟦{look}: {piece}⟧" for look, piece in pieces)
        name = self._styles.name(self._styles.of_paragraph(paragraph))
        head = ", ".join([main, *_block_look(self._styles.paragraph_format(paragraph))])
        yield f"{lead}[{name}] {head} | {text}".rstrip()
        for box in xpath(paragraph, ".//w:txbxContent[not(ancestor::mc:Fallback)]"):
            yield from self._blocks(list(box), f"{lead}  box ")

    def _pieces(self, paragraph: etree._Element) -> Iterator[tuple[str, str]]:
        looks = ((self._run_look(paragraph, run), self._shown(run)) for run in runs(paragraph))
        for look, group in groupby(((look, text) for look, text in looks if text), key=lambda piece: piece[0]):
            yield look, "".join(text for _, text in group)

    def _run_look(self, paragraph: etree._Element, run: etree._Element) -> str:
        look = self._styles.run_format(paragraph, run.find("w:rPr", NAMESPACES))
        return _look(_mark_format(look) if any(piece in self._marks for piece in run) else look)

    def _shown(self, run: etree._Element) -> str:
        codes = "".join(
            f"{{{' '.join((node.text or '').split())}}}" for node in run.iterfind("w:instrText", NAMESPACES)
        )
        drawings = "".join(map(_drawing, xpath(run, ".//wp:extent[not(ancestor::mc:Fallback)]")))
        return codes + drawings + "".join(map(self._piece, run))

    def _piece(self, piece: etree._Element) -> str:
        number = self._marks.get(piece)
        return f"{{^{number}}}" if number else piece_text(piece).translate(SHOWN)

    def _table(self, table: etree._Element, lead: str) -> Iterator[str]:
        yield f"{lead}table {', '.join(_table_look(table))}"
        for number, row in enumerate(xpath(table, "w:tr"), start=1):
            yield f"{lead}row {', '.join([str(number), *_row_look(row)])}"
            for cell in xpath(row, "w:tc"):
                first, *more = self._blocks(list(cell), "")
                yield f"{lead}  {' '.join(_cell_look(cell))} {first}"
                yield from (f"{lead}       {line}" for line in more)


def _numbered(package: Package) -> Iterator[tuple[etree._Element, int]]:
    """The marks of the footnotes, in the body and before the notes, each with its number."""
    for number, (mark, note) in enumerate(marked_notes(package), start=1):
        yield from ((node, number) for node in (mark, *note.iter(qn("w:footnoteRef"))))


def _mm(twips: str) -> str:
    return f"{round(int(twips) / TWIPS_PER_MM, 1):g}"


def _section(section: etree._Element) -> Iterator[str]:
    width, height = (val(section, "w:pgSz", f"w:{side}") or "0" for side in "wh")
    yield "A4" if tuple(sorted((width, height), key=int)) == A4 else f"{_mm(width)}×{_mm(height)} mm"
    yield val(section, "w:pgSz", "w:orient") or "portrait"
    yield "margins " + " ".join(f"{name} {_mm(val(section, 'w:pgMar', f'w:{name}') or '0')}" for name in MARGINS)
    if is_on(section, "w:titlePg"):
        yield "other first page"
    if start := val(section, "w:pgNumType", "w:start"):
        yield f"pages from {start}"
    if form := val(section, "w:pgNumType", "w:fmt"):
        yield f"pages as {form}"
    yield val(section, "w:type") or "nextPage"


def _look(run: Format) -> str:
    words = [run.get("font", "?"), f"{int(run.get('sz', '20')) / 2:g}"]
    words += [word for flag, word in RUN_FLAGS.items() if run.get(flag) == "1"]
    words += [f"underline {run['u']}"] if run.get("u", "none") != "none" else []
    words += [run["vertAlign"]] if run.get("vertAlign", "baseline") != "baseline" else []
    words += [f"#{run['color']}"] if run.get("color", "auto") not in ("auto", "000000") else []
    words += [f"on {run['highlight']}"] if "highlight" in run else []
    return " ".join(words)


def _mark_format(run: Format) -> Format:
    """A footnote's mark is raised as a rule, so its look tells where it is not."""
    height = run.get("vertAlign", "baseline")
    return {**run, "vertAlign": RAISED.get(height, height)}


def _main_look(pieces: list[tuple[str, str]]) -> str | None:
    letters = Counter[str]()
    for look, text in pieces:
        letters[look] += len(NOTE_MARK.sub("", text))
    return letters.most_common(1)[0][0] if letters else None


def _block_look(block: Format) -> Iterator[str]:
    alignment = block.get("jc", "left")
    yield ALIGNMENTS.get(alignment, alignment)
    yield from (f"{word} {_mm(block[name])}" for name, word in INDENTS.items() if block.get(name, "0") != "0")
    yield from (f"{name} {int(block[name]) / 20:g}pt" for name in ("before", "after") if block.get(name, "0") != "0")
    if line := _line(block):
        yield line
    yield from (word for flag, word in FLAGS.items() if block.get(flag) == "1")
    if (level := int(block.get("outlineLvl", BODY_TEXT))) != BODY_TEXT:
        yield f"outline {level + 1}"
    yield from (f"{name} {block[name]}" for name in ("list", "tabs") if name in block)
    yield from (f"{name} {kind}" for name, kind in sorted(block.items()) if name.startswith("rule "))


def _line(block: Format) -> str:
    line = int(block.get("line", "240"))
    rule = LINE_RULES.get(block.get("lineRule", "auto"))
    if rule:
        return rule.format(line / 20)
    return "" if line == 240 else f"line {round(line / 240, 3):g}"


def _mark(paragraph: etree._Element) -> etree._Element | None:
    return paragraph.find("w:pPr/w:rPr", NAMESPACES)


def _drawing(extent: etree._Element) -> str:
    width, height = (f"{round(int(extent.get(side, '0')) / EMU_PER_MM, 1):g}" for side in ("cx", "cy"))
    return f"⟨drawing {width}×{height}⟩"


def _table_look(table: etree._Element) -> Iterator[str]:
    yield " + ".join(_mm(column.get(qn("w:w"), "0")) for column in xpath(table, "w:tblGrid/w:gridCol")) + " mm"
    if (indent := val(table, "w:tblPr/w:tblInd", "w:w")) and indent != "0":
        yield f"indent {_mm(indent)}"
    if alignment := val(table, "w:tblPr/w:jc"):
        yield alignment
    if layout := val(table, "w:tblPr/w:tblLayout", "w:type"):
        yield layout
    kinds = {node.get(qn("w:val"), "none") for node in xpath(table, "w:tblPr/w:tblBorders/*")}
    yield f"borders {' '.join(sorted(kinds)) or val(table, 'w:tblPr/w:tblStyle') or 'none'}"


def _row_look(row: etree._Element) -> Iterator[str]:
    if is_on(row, "w:trPr/w:tblHeader"):
        yield "header"
    if is_on(row, "w:trPr/w:cantSplit"):
        yield "whole"
    if height := val(row, "w:trPr/w:trHeight"):
        yield f"height {_mm(height)}"


def _cell_look(cell: etree._Element) -> Iterator[str]:
    yield "cell"
    if span := val(cell, "w:tcPr/w:gridSpan"):
        yield f"across {span}"
    merge = cell.find("w:tcPr/w:vMerge", NAMESPACES)
    if merge is not None:
        yield "merged down" if merge.get(qn("w:val")) == "restart" else "merged up"
    if alignment := val(cell, "w:tcPr/w:vAlign"):
        yield f"v-{alignment}"
