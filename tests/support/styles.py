"""Formatting as Word resolves it: document defaults, then table, paragraph and character styles, then direct."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from support.package import NAMESPACES, Package, is_on, qn, val

Format = Mapping[str, str]

# Word adds these up over the kinds of style (bold in both a paragraph and a character style is not bold).
TOGGLES = ("b", "i", "caps", "smallCaps", "strike", "vanish")
RUN_VALUES = ("sz", "u", "vertAlign", "color", "highlight")
PARAGRAPH_VALUES = ("jc", "outlineLvl")
PARAGRAPH_SWITCHES = ("keepNext", "keepLines", "pageBreakBefore", "widowControl", "contextualSpacing")
SIDES = {"start": "left", "end": "right"}
RIVALS = {"firstLine": "hanging", "hanging": "firstLine"}


class Styles:
    """The styles of a package, asked for the formatting that a paragraph or a run comes out with."""

    def __init__(self, package: Package) -> None:
        part = package.related(package.main, "styles")
        root = package.trees[part] if part else etree.Element(qn("w:styles"))
        self._styles = {node.get(qn("w:styleId"), ""): node for node in root.iterfind("w:style", NAMESPACES)}
        self._defaults = root.find("w:docDefaults", NAMESPACES)

    def name(self, style_id: str) -> str:
        """The name that Word shows for a style."""
        style = self._styles.get(style_id)
        return style_id if style is None else val(style, "w:name") or style_id

    def of_paragraph(self, paragraph: etree._Element) -> str:
        """The id of the style of ``paragraph``."""
        return val(paragraph, "w:pPr/w:pStyle") or self._default("paragraph")

    def paragraph_format(self, paragraph: etree._Element) -> Format:
        """What ``paragraph`` looks like as a block: keys are Word's own (``jc``, ``before``, ``firstLine``, …)."""
        levels = [_paragraph(_find(self._defaults, "w:pPrDefault/w:pPr"))]
        levels += [_paragraph(node) for node in self._levels(self._table_of(paragraph), "w:pPr")]
        levels += [_paragraph(node) for node in self._levels(self.of_paragraph(paragraph), "w:pPr")]
        return _laid_over(*levels, _paragraph(paragraph.find("w:pPr", NAMESPACES)))

    def run_format(self, paragraph: etree._Element, properties: etree._Element | None) -> Format:
        """What a run with ``properties`` (its ``w:rPr``) looks like in ``paragraph``: ``font``, ``sz``, ``b``, …"""
        character = (val(properties, "w:rStyle") if properties is not None else None) or ""
        kinds = [
            _laid_over(*(_run(node) for node in self._levels(style, "w:rPr")))
            for style in (self._table_of(paragraph), self.of_paragraph(paragraph), character)
        ]
        defaults, direct = _run(_find(self._defaults, "w:rPrDefault/w:rPr")), _run(properties)
        return {**_laid_over(defaults, *kinds), **_added_up(kinds), **direct}

    def _default(self, kind: str) -> str:
        of_kind = (node for node in self._styles.values() if node.get(qn("w:type")) == kind)
        return next((node.get(qn("w:styleId"), "") for node in of_kind if node.get(qn("w:default")) == "1"), "")

    def _table_of(self, paragraph: etree._Element) -> str:
        table = next(paragraph.iterancestors(qn("w:tbl")), None)
        return "" if table is None else val(table, "w:tblPr/w:tblStyle") or self._default("table")

    def _levels(self, style_id: str, properties: str) -> list[etree._Element]:
        chain: list[etree._Element] = []
        style = self._styles.get(style_id)
        while style is not None and style not in chain:
            chain.insert(0, style)
            style = self._styles.get(val(style, "w:basedOn") or "")
        return [node for style in chain if (node := style.find(properties, NAMESPACES)) is not None]


def _find(node: etree._Element | None, path: str) -> etree._Element | None:
    return None if node is None else node.find(path, NAMESPACES)


def _attributes(node: etree._Element | None) -> Iterator[tuple[str, str]]:
    for name, value in () if node is None else node.attrib.items():
        local = etree.QName(name).localname
        yield SIDES.get(local, local), str(value)


def _values(node: etree._Element, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name in names:
        if (value := val(node, f"w:{name}")) is not None:
            yield name, value


def _switches(node: etree._Element, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name in names:
        if node.find(f"w:{name}", NAMESPACES) is not None:
            yield name, "1" if is_on(node, f"w:{name}") else "0"


def _paragraph(properties: etree._Element | None) -> Format:
    if properties is None:
        return {}
    found = dict(_values(properties, PARAGRAPH_VALUES)) | dict(_switches(properties, PARAGRAPH_SWITCHES))
    for name in ("spacing", "ind"):
        found |= dict(_attributes(properties.find(f"w:{name}", NAMESPACES)))
    for border in properties.iterfind("w:pBdr/*", NAMESPACES):
        found[f"rule {etree.QName(border).localname}"] = border.get(qn("w:val"), "none")
    if (number := val(properties, "w:numPr/w:numId")) is not None:
        found["list"] = f"{number}.{val(properties, 'w:numPr/w:ilvl') or '0'}"
    if (tabs := properties.find("w:tabs", NAMESPACES)) is not None:
        found["tabs"] = " ".join(f"{tab.get(qn('w:val'))} {tab.get(qn('w:pos'))}" for tab in tabs)
    return found


def _run(properties: etree._Element | None) -> Format:
    if properties is None:
        return {}
    found = dict(_values(properties, RUN_VALUES)) | dict(_switches(properties, TOGGLES))
    fonts = dict(_attributes(properties.find("w:rFonts", NAMESPACES)))
    if font := fonts.get("ascii") or fonts.get("asciiTheme"):
        found["font"] = font
    return found


def _laid_over(*levels: Format) -> Format:
    merged: dict[str, str] = {}
    for level in levels:
        for name, value in level.items():
            merged.pop(RIVALS.get(name, ""), None)
            merged[name] = value
    return merged


def _added_up(kinds: list[Format]) -> Format:
    said = {name: [kind[name] for kind in kinds if name in kind] for name in TOGGLES}
    return {name: str(values.count("1") % 2) for name, values in said.items() if values}
