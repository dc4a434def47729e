"""Opening a document: its parts found by their links, its sections with the headers that hold for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from vbhc.errors import PackageError
from vbhc.word.package import Package
from vbhc.word.refusals import DAMAGED, is_xml
from vbhc.word.view.lists import Lists
from vbhc.word.view.properties import TWIP_MM, is_on, measure_mm
from vbhc.word.view.story import Story
from vbhc.word.view.style_sheet import StyleSheet
from vbhc.word.view.values import Block, PageKind, PageSetup, Paragraph, Section, View
from vbhc.word.xmltree import Element, number, parse_xml, w

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_KINDS: Mapping[str, PageKind] = {"default": "default", "first": "first", "even": "even"}
_NO_SECTION = parse_xml(b"<none/>")
# Margins of a new document in Word, in twips.
_PAGE = {"w": 11906, "h": 16838}
_MARGINS = {"top": 1440, "bottom": 1440, "left": 1440, "right": 1440, "header": 720, "footer": 720, "gutter": 0}
# The fonts of a theme, and how w:rFonts calls them after "major" or "minor".
_SCRIPTS = {"latin": ("Ascii", "HAnsi"), "ea": ("EastAsia",), "cs": ("Bidi",)}

Running = Mapping[PageKind, tuple[Block, ...]]
"""Headers or footers by the pages they stand on."""


def open_view(source: bytes | str | Path) -> View:
    """A DOCX as it is read; raises `PackageError` with every reason for a refusal."""
    package = Package.open(source, for_reading=True)
    try:
        return _Opening(package).view()
    except RecursionError as error:
        deep = DAMAGED.finding("bảng hoặc khung chữ lồng nhau quá sâu", f"phần {package.main}")
        raise PackageError.from_findings("Không nhận tệp Word:", deep) from error


class _Opening:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.main
        self._targets = {link.id: link.target for link in package.relationships(self._main)}
        self._lists = Lists(self._root("numbering"))
        self._styles = StyleSheet(self._root("styles"), _themes(self._root("theme")), self._lists)
        self._stories: dict[str, tuple[Block, ...]] = {}

    def view(self) -> View:
        story = self._story(self._main, "")
        body = story.root.find(w("body"))
        sections = tuple(self._sections(_NO_SECTION if body is None else body, story))
        settings = self._root("settings")
        even = None if settings is None else settings.find(w("evenAndOddHeaders"))
        return View(sections, self._notes(story.root), is_on(even))

    def _part(self, kind: str) -> str:
        """The part that the body links to as "styles", "numbering", …; "" when there is none that can be read."""
        return next((name for name in self._package.related(self._main, kind) if is_xml(name)), "")

    def _root(self, kind: str) -> Element | None:
        name = self._part(kind)
        return parse_xml(self._package.parts[name]) if name else None

    def _story(self, part: str, words: str) -> Story:
        return Story.of(part, self._package.parts[part], words, self._styles, self._lists.anew())

    def _sections(self, body: Element, story: Story) -> Iterator[Section]:
        tops = (element for element in body if element.tag in (w("p"), w("tbl")))
        held: list[Block] = []
        headers: Running = {}
        footers: Running = {}
        last, first = body.find(w("sectPr")), True
        for element, block in zip(tops, story.blocks(body), strict=True):
            held.append(block)
            end = element.find(f"{w('pPr')}/{w('sectPr')}") if isinstance(block, Paragraph) else None
            if end is not None:
                headers, footers = self._running(end, "header", headers), self._running(end, "footer", footers)
                yield _section(end, held, headers, footers, first=first)
                held, first = [], False
        if last is not None or held or first:
            ending = _NO_SECTION if last is None else last
            headers, footers = self._running(ending, "header", headers), self._running(ending, "footer", footers)
            yield _section(ending, held, headers, footers, first=first)

    def _running(self, section: Element, what: str, before: Running) -> Running:
        """The headers or footers of a section: its own, and those of the section before for kinds it does not name."""
        found = dict(before)
        for reference in section.iterfind(w(f"{what}Reference")):
            part = self._targets.get(reference.get(_R_ID, ""), "")
            if part in self._package.parts and is_xml(part):
                kind = _KINDS.get(reference.get(w("type"), "default"), "default")
                found[kind] = self._running_blocks(part, "đầu trang" if what == "header" else "chân trang")
        return found

    def _running_blocks(self, part: str, words: str) -> tuple[Block, ...]:
        if part not in self._stories:
            story = self._story(part, words)
            self._stories[part] = story.blocks(story.root)
        return self._stories[part]

    def _notes(self, body: Element) -> Mapping[int, tuple[Block, ...]]:
        """The footnotes by id, called by the number that Word prints: as the body comes to speak of them."""
        part = self._part("footnotes")
        if not part:
            return {}
        story = self._story(part, "")
        found = {number(it, "id", 0) or 0: it for it in story.root.iterfind(w("footnote")) if _is_text(it)}
        marked = (number(mark, "id") for mark in body.iter(w("footnoteReference")))
        order = dict.fromkeys([note for note in marked if note in found] + list(found))
        return {
            note: story.called(f"chú thích {at}").blocks(found[note])
            for at, note in enumerate(order, 1)
            if note in found
        }


def _is_text(note: Element) -> bool:
    """Whether a footnote is one, and not the line above footnotes."""
    return note.get(w("type"), "normal") == "normal"


def _section(element: Element, blocks: list[Block], headers: Running, footers: Running, *, first: bool) -> Section:
    start = element.find(w("pgNumType"))
    kind = element.find(w("type"))
    return Section(
        _page(element),
        tuple(blocks),
        headers,
        footers,
        first_apart=is_on(element.find(w("titlePg"))),
        number_from=number(start, "start"),
        number_format="decimal" if start is None else start.get(w("fmt"), "decimal"),
        starts_page=first or kind is None or kind.get(w("val"), "nextPage") not in ("continuous", "nextColumn"),
    )


def _page(section: Element) -> PageSetup:
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    width, height = (_mm(size, name, default) or default * TWIP_MM for name, default in _PAGE.items())
    sides = {name: _mm(margins, name, default) for name, default in _MARGINS.items()}
    sides["left"] += sides.pop("gutter")
    return PageSetup(width, height, **{f"{name}_mm": mm for name, mm in sides.items()})


def _mm(element: Element | None, name: str, default: int) -> float:
    """A measure of the page; a negative margin is as wide, and only lets a header run into the text."""
    mm = None if element is None else measure_mm(element.get(w(name)))
    return default * TWIP_MM if mm is None else abs(mm)


def _themes(theme: Element | None) -> Mapping[str, str]:
    """The fonts that theme names stand for: "minorHAnsi" -> "Calibri"."""
    fonts: dict[str, str] = {}
    for name in ("major", "minor"):
        font = None if theme is None else theme.find(f".//{_A}{name}Font")
        for tag, kinds in _SCRIPTS.items():
            face = None if font is None else font.find(f"{_A}{tag}")
            if face is not None and (typeface := face.get("typeface")):
                fonts |= {f"{name}{kind}": typeface for kind in kinds}
    return fonts
