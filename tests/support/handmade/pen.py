"""Runs and paragraphs as WordprocessingML, their look said directly, by styles, or by a theme."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape

from support.handmade.values import Letter, Text

TWIPS_PER_MM = 1440 / 25.4
EMU_PER_MM = 36000
NORMAL = Text("")
CUTS = (4, 1, 6, 2, 3)
PROOF = (("", ""), ('<w:proofErr w:type="spellStart"/>', '<w:proofErr w:type="spellEnd"/>'))
REVISIONS = ("00A41B2C", "003D77E0", "00F1905A")


def twips(mm: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(mm * TWIPS_PER_MM)


def run_properties(look: Text, base: Text | None = None) -> str:
    """The inside of ``w:rPr``; with ``base``, only what differs from it."""

    def unlike(name: str) -> bool:
        return base is None or getattr(look, name) != getattr(base, name)

    flags = "".join(f"<w:{tag}/>" for name, tag in (("bold", "b"), ("italic", "i")) if getattr(look, name))
    fonts = "".join(f' w:{kind}="{look.font}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    return "".join(
        (
            f"<w:rFonts{fonts}/>" if unlike("font") else "",
            flags,
            f'<w:color w:val="{look.color}"/>' if unlike("color") else "",
            f'<w:sz w:val="{look.size * 2:g}"/><w:szCs w:val="{look.size * 2:g}"/>' if unlike("size") else "",
            '<w:u w:val="single"/>' if look.underline else "",
            '<w:vertAlign w:val="superscript"/>' if look.raised else "",
        )
    )


def _spacing(look: Text) -> str:
    line, kind = (look.exact * 20, "exact") if look.exact else (look.line * 240, "auto")
    return (
        f'<w:spacing w:before="{look.before * 20:.0f}" w:after="{look.after * 20:.0f}"'
        f' w:line="{line:.0f}" w:lineRule="{kind}"/>'
    )


def _indents(look: Text) -> str:
    return (
        f'<w:ind w:left="{twips(look.left_mm)}" w:right="{twips(look.right_mm)}" w:firstLine="{twips(look.first_mm)}"/>'
    )


def _tabs(look: Text) -> str:
    stops = "".join(f'<w:tab w:val="{kind}" w:pos="{twips(mm)}"/>' for kind, mm in look.tabs)
    return f"<w:tabs>{stops}</w:tabs>" if stops else ""


def _borders(look: Text) -> str:
    sides = "".join(f'<w:{side} w:val="single" w:sz="6" w:space="1" w:color="{look.color}"/>' for side in look.borders)
    return f"<w:pBdr>{sides}</w:pBdr>" if sides else ""


def paragraph_properties(look: Text, numbering: str = "") -> str:
    """The inside of ``w:pPr`` without style and section; ``numbering`` is its ``w:numPr``."""
    return "".join(
        (
            "<w:keepNext/>" if look.keep_next else "",
            numbering,
            _borders(look),
            _tabs(look),
            _spacing(look),
            _indents(look),
            f'<w:jc w:val="{look.align}"/>',
        )
    )


@dataclass
class Pen:
    """Writes one document: knows how its looks are said, and remembers the styles and ids it gave out."""

    letter: Letter
    paragraph_styles: dict[tuple[str, str], str] = field(default_factory=dict)
    character_styles: dict[str, str] = field(default_factory=dict)
    ids: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def paragraph(self, look: Text, content: str | None = None, *, after: str = "", section: str = "") -> str:
        """A paragraph of ``look`` with its own text, or with the runs ``content``; ``after`` follows the runs."""
        runs = self.words(look) if content is None else content
        return f"<w:p><w:pPr>{self._properties(look)}{section}</w:pPr>{runs}{after}</w:p>"

    def words(self, look: Text) -> str:
        """The runs of a `Text`: its bold lead, its number unless Word counts it, and the text."""
        number = "" if self._counted(look) else look.number
        rest = " ".join(filter(None, (number, look.text)))
        if not look.lead:
            return self.run(look, rest, within=look)
        return self.run(replace(look, bold=True), f"{look.lead} ", within=look) + self.run(look, rest, within=look)

    def run(self, look: Text, text: str, *, within: Text) -> str:
        """``text`` as one run, or as many; ``within`` is the look of the paragraph."""
        text = unicodedata.normalize("NFD", text) if self.letter.decomposed else text
        properties = self._run_properties(look, within)
        if not self.letter.split:
            return self.raw(properties, text)
        pieces = zip(_cut(text), itertools.cycle(REVISIONS), itertools.cycle(PROOF), strict=False)
        return "".join(
            before + self.raw(properties, piece, f' w:rsidR="{revision}"') + behind
            for piece, revision, (before, behind) in pieces
        )

    def raw(self, properties: str, text: str, attributes: str = "") -> str:
        """One ``w:r``; tabs and line breaks in ``text`` become elements."""
        pieces = "".join(map(_piece, _pieces(text)))
        inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        return f"<w:r{attributes}>{inside}{pieces}</w:r>" if pieces else ""

    def own(self, look: Text) -> str:
        """The ``w:rPr`` of a run without words in a paragraph of ``look``."""
        inside = self._run_properties(look, look)
        return f"<w:rPr>{inside}</w:rPr>" if inside else ""

    def _run_properties(self, look: Text, within: Text) -> str:
        if self.letter.formatting == "direct":
            return run_properties(look)
        if self.letter.formatting == "theme":
            return run_properties(look, NORMAL)
        if run_properties(look, NORMAL) == run_properties(within, NORMAL):
            return ""
        name = self.character_styles.setdefault(run_properties(look, NORMAL), f"Chu{len(self.character_styles) + 1}")
        return f'<w:rStyle w:val="{name}"/>'

    def _properties(self, look: Text) -> str:
        numbering = self._numbering(look)
        if self.letter.formatting != "styles":
            base = None if self.letter.formatting == "direct" else NORMAL
            mark = run_properties(look, base)
            return paragraph_properties(look, numbering) + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
        key = (paragraph_properties(look), run_properties(look, NORMAL))
        name = self.paragraph_styles.setdefault(key, f"Kieu{len(self.paragraph_styles) + 1}")
        return f'<w:pStyle w:val="{name}"/>{numbering}'

    def _counted(self, look: Text) -> bool:
        return self.letter.numbering == "automatic" and look.level is not None

    def _numbering(self, look: Text) -> str:
        if not self._counted(look):
            return ""
        return f'<w:numPr><w:ilvl w:val="{look.level}"/><w:numId w:val="1"/></w:numPr>'


def _cut(text: str) -> Iterator[str]:
    lengths, start = itertools.cycle(CUTS), 0
    while start < len(text):
        end = start + next(lengths)
        yield text[start:end]
        start = end


def _pieces(text: str) -> Iterator[str]:
    return (piece for piece in re.split(r"([\t\n])", text) if piece)


def _piece(piece: str) -> str:
    marks = {"\t": "<w:tab/>", "\n": "<w:br/>"}
    return marks.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
