"""How wide the place of a tag is, in twips, read from the template: table cell or text column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vbhc.word.package import Package
from vbhc.word.places import spots
from vbhc.word.tags import read_tags
from vbhc.word.xmltree import Element, number, parse_xml, w

_CELL_MARGIN = 115
"""What Word keeps free at the left and right of a cell when neither table nor style says otherwise (0,08")."""


def tag_widths(part: Element, document: Element, styles: Element | None) -> Iterator[tuple[str, int | None]]:
    """The expression of every ``{{ }}`` tag of ``part`` with the width it has; ``document`` tells the sections."""
    for tag in read_tags(spots(part, "")):
        if tag.kind == "{":
            yield tag.body, _width(tag.spot.element, document, styles)


def find_width(widths: tuple[tuple[str, int | None], ...], name: str) -> int | None:
    """The first width whose expression starts with ``name`` (``co_quan`` finds ``co_quan.ten | in_hoa`` too)."""
    start = re.compile(rf"{re.escape(name)}(?!\w)")
    return next((width for body, width in widths if start.match(body)), None)


def _width(paragraph: Element, document: Element, styles: Element | None) -> int | None:
    for ancestor in paragraph.iterancestors():
        if ancestor.tag == w("txbxContent"):
            return None
        if ancestor.tag == w("tc"):
            return _cell_width(ancestor, styles)
    return _text_width(_section_of(paragraph, document))


def _section_of(paragraph: Element, document: Element) -> Element | None:
    """The properties of the section that ``paragraph`` is in: they stand at its end; headers take the last section."""
    sections = list(document.iter(w("sectPr")))
    top = next((node for node in (paragraph, *paragraph.iterancestors()) if _is_body_child(node)), None)
    following = [] if top is None else [top, *top.itersiblings()]
    return next((found for node in following for found in node.iter(w("sectPr"))), sections[-1] if sections else None)


def _is_body_child(node: Element) -> bool:
    parent = node.getparent()
    return parent is not None and parent.tag == w("body")


def _text_width(section: Element | None) -> int | None:
    if section is None:
        return None
    page, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    width = number(page, "w")
    if width is None:
        return None
    return width - sum(number(margins, side, 0) or 0 for side in ("left", "right", "gutter"))


def _cell_width(cell: Element, styles: Element | None) -> int | None:
    width = _declared_width(cell) or _grid_width(cell)
    table = next(cell.iterancestors(w("tbl")))
    return None if width is None else width - sum(_margin(cell, table, styles, side) for side in ("left", "right"))


def _declared_width(cell: Element) -> int | None:
    declared = cell.find(f"{w('tcPr')}/{w('tcW')}")
    if declared is None or declared.get(w("type"), "dxa") != "dxa":
        return None
    return number(declared, "w")


def _grid_width(cell: Element) -> int | None:
    row = next(cell.iterancestors(w("tr")))
    table = next(cell.iterancestors(w("tbl")))
    columns = [number(column, "w", 0) or 0 for column in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
    start = number(row.find(f"{w('trPr')}/{w('gridBefore')}"), "val", 0) or 0
    for other in row.iterfind(w("tc")):
        span = number(other.find(f"{w('tcPr')}/{w('gridSpan')}"), "val", 1) or 1
        if other is cell:
            return sum(columns[start : start + span]) or None
        start += span
    return None


def _margin(cell: Element, table: Element, styles: Element | None, side: str) -> int:
    own = cell.find(f"{w('tcPr')}/{w('tcMar')}")
    inherited = (tbl_pr.find(w("tblCellMar")) for tbl_pr in _table_properties(table, styles))
    for margins in (own, *inherited):
        for name in (side, {"left": "start", "right": "end"}[side]):
            found = None if margins is None else number(margins.find(w(name)), "w")
            if found is not None:
                return found
    return _CELL_MARGIN


def _table_properties(table: Element, styles: Element | None) -> Iterator[Element]:
    """The table's own properties, then those of its style and of the styles that one is based on."""
    own = table.find(w("tblPr"))
    if own is not None:
        yield own
    if styles is None:
        return
    by_id = {style.get(w("styleId")): style for style in styles.iterfind(w("style"))}
    named = None if own is None else own.find(w("tblStyle"))
    style = by_id.get(named.get(w("val"))) if named is not None else _default_table_style(styles)
    for _ in by_id:  # no chain is longer than the list of styles, even one that bites its tail
        if style is None:
            return
        if (properties := style.find(w("tblPr"))) is not None:
            yield properties
        based_on = style.find(w("basedOn"))
        style = None if based_on is None else by_id.get(based_on.get(w("val")))


def _default_table_style(styles: Element) -> Element | None:
    tables = (style for style in styles.iterfind(w("style")) if style.get(w("type")) == "table")
    return next((style for style in tables if style.get(w("default")) in ("1", "true", "on")), None)


def styles_of(package: Package, owner: str) -> Element | None:
    """The styles part that ``owner`` uses."""
    names = package.related(owner, "styles")
    return parse_xml(package.parts[names[0]]) if names else None
