"""Opening a document: its parts found by their links, its sections with the headers that hold for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from vbhc.word.package import Package
from vbhc.word.view.lists import Lists
from vbhc.word.view.properties import TWIP_MM, is_on
from vbhc.word.view.story import WRAPPERS, Story
from vbhc.word.view.style_sheet import StyleSheet
from vbhc.word.view.values import Block, PageKind, PageSetup, Paragraph, Section, View
from vbhc.word.xmltree import Element, number, parse_xml, w

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_KINDS: Mapping[str, PageKind] = {"default": "default", "first": "first", "even": "even"}
_BODY = "word/document.xml"
_NO_SECTION = parse_xml(b"<none/>")
# Margins of a new document in Word, in twips.
_PAGE = {"w": 11906, "h": 16838}
_MARGINS = {"top": 1440, "bottom": 1440, "left": 1440, "right": 1440, "header": 720, "footer": 720, "gutter": 0}


def open_view(source: bytes | str | Path) -> View:
    """A DOCX as it is read; raises `PackageError` with every reason for a refusal."""
    return _Opening(Package.open(source)).view()


class _Opening:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = StyleSheet(self._root("styles"), _themes(self._root("theme")))
        self._lists = Lists(self._root("numbering"))
        self._stories: dict[str, tuple[Block, ...]] = {}

    def view(self) -> View:
        root = parse_xml(self._package.parts[_BODY])
        story = Story.of(_BODY, root, "", self._styles, self._lists)
        body = root.find(w("body"))
        sections = () if body is None else tuple(self._sections(body, story))
        settings = self._root("settings")
        even = None if settings is None else settings.find(w("evenAndOddHeaders"))
        return View(sections, self._notes(), is_on(even))

    def _root(self, kind: str) -> Element | None:
        """The root of the part that the body links to as "styles", "numbering", …"""
        found = self._package.related(_BODY, kind)
        return parse_xml(self._package.parts[found[0]]) if found else None

    def _sections(self, body: Element, story: Story) -> Iterator[Section]:
        blocks = list(zip(_tops(body), story.blocks(body), strict=True))
        held: list[Block] = []
        headers: dict[PageKind, tuple[Block, ...]] = {}
        footers: dict[PageKind, tuple[Block, ...]] = {}
        last = body.find(w("sectPr"))
        for element, block in blocks:
            held.append(block)
            end = element.find(f"{w('pPr')}/{w('sectPr')}") if isinstance(block, Paragraph) else None
            if end is not None:
                headers, footers = self._running(end, "header", headers), self._running(end, "footer", footers)
                yield _section(end, tuple(held), headers, footers)
                held = []
        if last is not None or held:
            ending = _NO_SECTION if last is None else last
            headers, footers = self._running(ending, "header", headers), self._running(ending, "footer", footers)
            yield _section(ending, tuple(held), headers, footers)

    def _running(
        self, section: Element, what: str, before: Mapping[PageKind, tuple[Block, ...]]
    ) -> dict[PageKind, tuple[Block, ...]]:
        """The headers or footers of a section: its own, and those of the section before for kinds it does not name."""
        found = dict(before)
        targets = {link.id: link.target for link in self._package.relationships(_BODY)}
        for reference in section.iterfind(w(f"{what}Reference")):
            part = targets.get(reference.get(_R_ID, ""), "")
            if part in self._package.parts:
                kind = _KINDS.get(reference.get(w("type"), "default"), "default")
                found[kind] = self._story(part, "đầu trang" if what == "header" else "chân trang")
        return found

    def _story(self, part: str, words: str) -> tuple[Block, ...]:
        if part not in self._stories:
            root = parse_xml(self._package.parts[part])
            self._stories[part] = Story.of(part, root, words, self._styles, Lists(None)).blocks(root)
        return self._stories[part]

    def _notes(self) -> Mapping[int, tuple[Block, ...]]:
        found = self._package.related(_BODY, "footnotes")
        if not found:
            return {}
        root = parse_xml(self._package.parts[found[0]])
        notes: dict[int, tuple[Block, ...]] = {}
        for at, note in enumerate(it for it in root.iterfind(w("footnote")) if it.get(w("type"), "normal") == "normal"):
            story = Story.of(found[0], root, f"chú thích {at + 1}", self._styles, Lists(None))
            notes[number(note, "id", 0) or 0] = story.blocks(note)
        return notes


def _tops(body: Element) -> Iterator[Element]:
    """The elements of the blocks of the body, as `Story.blocks` goes over them."""
    for element in body:
        if element.tag in (w("p"), w("tbl")):
            yield element
        elif element.tag in WRAPPERS:
            yield from _tops(element)


def _section(
    element: Element,
    blocks: tuple[Block, ...],
    headers: Mapping[PageKind, tuple[Block, ...]],
    footers: Mapping[PageKind, tuple[Block, ...]],
) -> Section:
    start = element.find(w("pgNumType"))
    kind = element.find(w("type"))
    return Section(
        _page(element),
        blocks,
        headers,
        footers,
        first_apart=is_on(element.find(w("titlePg"))),
        number_from=number(start, "start"),
        starts_page=kind is None or kind.get(w("val"), "nextPage") != "continuous",
    )


def _page(section: Element) -> PageSetup:
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    width, height = ((number(size, name, default) or default) * TWIP_MM for name, default in _PAGE.items())
    sides = {name: (number(margins, name, default) or 0) * TWIP_MM for name, default in _MARGINS.items()}
    sides["left"] += sides.pop("gutter")
    return PageSetup(width, height, **{f"{name}_mm": abs(mm) for name, mm in sides.items()})


def _themes(theme: Element | None) -> Mapping[str, str]:
    """The fonts that theme names stand for: "minorHAnsi" -> "Calibri"."""
    fonts: dict[str, str] = {}
    for name in ("major", "minor"):
        latin = None if theme is None else theme.find(f".//{_A}{name}Font/{_A}latin")
        if latin is not None and latin.get("typeface"):
            fonts |= {f"{name}{kind}": latin.get("typeface", "") for kind in ("Ascii", "HAnsi")}
    return fonts
