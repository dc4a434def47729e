"""WordprocessingML as strings: just what a writer of paragraphs, simple tables and sections needs.

Everything returned is ready XML (join it, then wrap the whole in `RawXml`). Lengths are twips (1/20 pt). Children stand
in the order that the schema asks for (ECMA-376-1, 17).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from markupsafe import escape

from vbhc.text.markup import Run, parse_inline

_UNSAFE = re.compile(r"[&<>\"'\r\n\t]")
_NOT_BARE = re.compile(r"[\\*~^&<>\"'\r\n\t]")
KEEP_NEXT = "<w:keepNext/>"
"""For ``ppr_extra``: the paragraph stays on the page of the next one."""

Merge = Literal["restart", "continue"] | None
"""The part of a cell in a vertical merge: its first cell, a lower one, or none."""

_OPEN_TEXT = '<w:t xml:space="preserve">'


def escaped(text: str) -> str:
    """``text`` for ``w:t``: XML signs escaped, a line break or tab as Word's own element between two ``w:t``."""
    if not _UNSAFE.search(text):
        return text
    safe = str(escape(text))
    if "\n" in safe or "\t" in safe or "\r" in safe:
        safe = safe.replace("\r\n", "\n").replace("\r", "\n")
        safe = safe.replace("\n", f"</w:t><w:br/>{_OPEN_TEXT}").replace("\t", f"</w:t><w:tab/>{_OPEN_TEXT}")
    return safe


def run(piece: Run, *, rpr_extra: str = "") -> str:
    """One ``w:r``; ``rpr_extra`` is further properties, such as a character style, that come before the format.

    Word cannot raise and lower a text at once: a piece that is both is raised.
    """
    script = "superscript" if piece.superscript else "subscript" if piece.subscript else ""
    vertical = f'<w:vertAlign w:val="{script}"/>' if script else ""
    properties = f"{rpr_extra}{'<w:b/>' if piece.bold else ''}{'<w:i/>' if piece.italic else ''}{vertical}"
    return f"<w:r>{_wrapped('w:rPr', properties)}{_OPEN_TEXT}{escaped(piece.text)}</w:t></w:r>"


def runs(source: str | Iterable[Run], *, rpr_extra: str = "") -> str:
    """The runs of a text with inline markup (``**đậm**``…), or of runs already parsed."""
    if isinstance(source, str):
        if not rpr_extra and not _NOT_BARE.search(source):  # most texts, so worth a short way
            return f"<w:r>{_OPEN_TEXT}{source}</w:t></w:r>" if source else ""
        source = parse_inline(source)
    return "".join([run(piece, rpr_extra=rpr_extra) for piece in source if piece.text])


def field(instruction: str, *, shown: str = "1") -> str:
    """A field such as ``PAGE``; ``shown`` is what stands there until Word computes it."""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{escape(shown)}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{part}</w:r>" for part in parts)


def paragraph(style_id: str, inner: str, *, ppr_extra: str = "") -> str:
    """A ``w:p`` in a named style holding ``inner`` (runs); ``ppr_extra`` follows the style in ``w:pPr``."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{ppr_extra}</w:pPr>{inner}</w:p>'


def outline_level(level: int) -> str:
    """For ``ppr_extra``, behind all else: the level of the paragraph in Word's navigation pane, from 0 to 8."""
    return f'<w:outlineLvl w:val="{min(level, 8)}"/>'


def cell(
    inner: str,
    width: int,
    *,
    span: int = 1,
    merge: Merge = None,
    tcpr_extra: str = "",
) -> str:
    """A ``w:tc`` of ``width`` over ``span`` grid columns; ``inner`` is paragraphs (none: an empty one).

    ``tcpr_extra``: borders and what stands after them.
    """
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    properties += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f"<w:tc><w:tcPr>{properties}{tcpr_extra}</w:tcPr>{inner or '<w:p/>'}</w:tc>"


def row(cells: Iterable[str], *, header: bool = False, cant_split: bool = True, height: int | None = None) -> str:
    """A ``w:tr``; a ``header`` row is repeated at the top of each page, one that ``cant_split`` stays on one page.

    ``height``: just so high, whatever the cells hold.
    """
    exact = "" if height is None else f'<w:trHeight w:val="{height}" w:hRule="exact"/>'
    properties = ("<w:cantSplit/>" if cant_split else "") + exact + ("<w:tblHeader/>" if header else "")
    return f"<w:tr>{_wrapped('w:trPr', properties)}{''.join(cells)}</w:tr>"


def table(grid: Sequence[int], rows: Iterable[str], *, style_id: str = "", tblpr_extra: str = "") -> str:
    """A ``w:tbl`` with fixed column widths; ``tblpr_extra`` stands between the width and the layout (jc, borders…)."""
    style = f'<w:tblStyle w:val="{style_id}"/>' if style_id else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return (
        f'<w:tbl><w:tblPr>{style}<w:tblW w:w="{sum(grid)}" w:type="dxa"/>{tblpr_extra}<w:tblLayout w:type="fixed"/>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins in twips, ``width`` and ``height`` as the page is read: landscape is the wider one."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int = 720
    footer: int = 720
    gutter: int = 0

    @classmethod
    def of_section(cls, section_xml: str) -> Page:
        """The page that a ``w:sectPr`` describes; A4 with 1-inch margins where it says nothing."""
        size = _attributes(section_xml, "w:pgSz")
        margins = _attributes(section_xml, "w:pgMar")
        sides = {side: margins.get(side, 1440) for side in ("top", "right", "bottom", "left")}
        edges = {edge: margins.get(edge, 720) for edge in ("header", "footer")} | {"gutter": margins.get("gutter", 0)}
        return cls(size.get("w", 11906), size.get("h", 16838), **sides, **edges)

    @property
    def landscape(self) -> Page:
        """The same paper and margins with the long side across."""
        return replace(self, width=max(self.width, self.height), height=min(self.width, self.height))

    @property
    def text_width(self) -> int:
        """What the side margins leave."""
        return self.width - self.left - self.right - self.gutter

    @property
    def text_height(self) -> int:
        """What the top and bottom margins leave."""
        return self.height - self.top - self.bottom


def reference(kind: Literal["header", "footer"], rel_id: str, *, page: Literal["default", "first", "even"]) -> str:
    """The link of a section to a header or footer part."""
    return f'<w:{kind}Reference w:type="{page}" r:id="{rel_id}"/>'


def section(page: Page, *, references: str = "", restart_at: int | None = None, title_page: bool = False) -> str:
    """A ``w:sectPr`` on a new page; ``restart_at`` renumbers its pages, ``title_page`` sets its first page apart."""
    orient = ' w:orient="landscape"' if page.width > page.height else ""
    number = "" if restart_at is None else f'<w:pgNumType w:start="{restart_at}"/>'
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{page.width}" w:h="{page.height}"{orient}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}" '
        f'w:header="{page.header}" w:footer="{page.footer}" w:gutter="{page.gutter}"/>{number}<w:cols w:space="720"/>'
        f"{'<w:titlePg/>' if title_page else ''}</w:sectPr>"
    )


def section_end(style_id: str, section_xml: str) -> str:
    """The empty paragraph that ends a section inside the body."""
    return paragraph(style_id, "", ppr_extra=section_xml)


def _attributes(xml: str, element: str) -> dict[str, int]:
    found = re.search(rf"<{element}\s([^>]*)>", xml)
    return {name: int(value) for name, value in re.findall(r'w:(\w+)="(-?\d+)"', found[1])} if found else {}


def _wrapped(name: str, inner: str) -> str:
    return f"<{name}>{inner}</{name}>" if inner else ""
