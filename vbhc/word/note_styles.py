"""Word's own styles for footnotes, for a Word file that does without them: Word adds them with the first footnote."""

from __future__ import annotations

from collections.abc import Container
from itertools import count

from lxml import etree

from vbhc.word.package import Package
from vbhc.word.refusals import DOCUMENT_PART
from vbhc.word.style_names import NOTE_MARK, NOTE_TEXT, StyleNames
from vbhc.word.xmltree import Element, W, parse_xml, serialize, w


def with_footnote_styles(package: Package, size_pt: float) -> Package:
    """The package with the styles of footnotes (text of ``size_pt``) and of their marks; one that it has stays."""
    for part in package.related(DOCUMENT_PART, "styles")[:1]:
        root = parse_xml(package.parts[part])
        names = StyleNames.of(root)
        lacking = [name for name in (NOTE_TEXT, NOTE_MARK) if name not in names.ids]
        root.extend([_style(name, root, size_pt) for name in lacking])
        package = package.with_data(part, serialize(root)) if lacking else package
    return package


def _style(name: str, styles: Element, size_pt: float) -> Element:
    half_points = round(size_pt * 2)
    kind, properties = {
        NOTE_TEXT: (
            "paragraph",
            '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
            '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="both"/></w:pPr>'
            f'<w:rPr><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>',
        ),
        NOTE_MARK: ("character", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'),
    }[name]
    style_id = _free_id(name, {style.get(w("styleId")) for style in styles})
    opening = f'<w:style xmlns:w="{W}" w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>'
    style = parse_xml(f"{opening}{properties}</w:style>".encode())
    if base := _default_id(styles, kind):
        style[0].addnext(etree.Element(w("basedOn"), {w("val"): base}))
    return style


def _free_id(name: str, taken: Container[str | None]) -> str:
    """ "footnote text" -> "FootnoteText", as Word has it, with a number where that is another style's."""
    plain = name.title().replace(" ", "")
    return next(found for n in count() if (found := f"{plain}{n or ''}") not in taken)


def _default_id(styles: Element, kind: str) -> str:
    of_kind = (style for style in styles.iterfind(w("style")) if style.get(w("type")) == kind)
    defaults = (style for style in of_kind if style.get(w("default")) in ("1", "true", "on"))
    return next((style.get(w("styleId"), "") for style in defaults), "")
