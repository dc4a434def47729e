"""Word templates, compiled once, rendered many times: strict, immutable, safe in threads, byte for byte the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from vbhc.errors import TemplateError
from vbhc.findings import Finding, Location, Report
from vbhc.templating.diagnosis import diagnose
from vbhc.templating.faults import Fault, Origin, render_finding
from vbhc.word.archive import Packed, pack, write_packed
from vbhc.word.characters import encode
from vbhc.word.compiling import TemplatedPart, compile_parts
from vbhc.word.completing import completed
from vbhc.word.counting import counting_on
from vbhc.word.geometry import find_width, styles_of, tag_widths
from vbhc.word.joining import Filled, join
from vbhc.word.package import Package, Relationship
from vbhc.word.properties import (
    CORE_KIND,
    CORE_PART,
    CORE_RELATIONSHIP,
    CORE_TYPE,
    CUSTOM_KIND,
    CUSTOM_PART,
    CUSTOM_RELATIONSHIP,
    CUSTOM_TYPE,
    CoreProperties,
    core_xml,
    custom_xml,
)
from vbhc.word.refusals import CONTENT_TYPES_PART, DOCUMENT_PART
from vbhc.word.source import FINAL_SECTION
from vbhc.word.style_names import StyleNames, gaps
from vbhc.word.values import WRITERS, RawXml, word_environment
from vbhc.word.xmltree import XML_DECLARATION, Element, parse_xml

__all__ = ["CompiledTemplate", "CoreProperties", "RawXml", "compile_template"]

_TEMPLATE_TYPE, _DOCUMENT_TYPE = b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"


@dataclass(frozen=True, slots=True, eq=False)
class CompiledTemplate:
    """A Word template ready to render; nothing in it changes, so threads may share it.

    ``tags``: the dotted names its tags ask for. ``styles``: the names of its styles as Word shows them.
    ``final_section``: the XML of the last section's properties (``w:sectPr``), with its header and footer references.
    """

    name: str
    tags: frozenset[str]
    final_section: str
    _parts: tuple[Packed | TemplatedPart, ...] = field(repr=False)
    _styles: StyleNames = field(repr=False)
    _widths: tuple[tuple[str, int | None], ...] = field(repr=False)
    _core_part: str = field(repr=False)

    @property
    def styles(self) -> frozenset[str]:
        """The names of the template's styles, as Word shows them."""
        return frozenset(self._styles.ids)

    def style_id(self, name: str, *, keep: Set[str] = frozenset()) -> str:
        """The id that ``w:pStyle`` needs for the style called ``name``.

        Where there is none, a gap that stands for it: `render` refuses a document that has gaps, and names them all.
        ``keep``: names of styles that the maintainer is never told to rename.
        """
        return self._styles.id_or_gap(name, keep)

    def width_of(self, tag: str) -> int | None:
        """The width in twips (1/20 pt) where the first ``{{ tag … }}`` stands: its table cell within the margins, or
        the text column of the section; ``None`` when there is no such tag or its width cannot be told.
        """
        return find_width(self._widths, tag)

    def render(
        self, context: Mapping[str, object], *, core: CoreProperties, final_section: RawXml | None = None
    ) -> bytes:
        """The document as the bytes of a DOCX file.

        ``context``: the values of the tags by name; what goes into ``{{p … }}`` is `RawXml`. ``final_section``:
        replaces the last section's properties. Raises `TemplateError` when a tag cannot be filled in or the template
        lacks a style that the document has, `InputError` when the data holds characters that no Word file can.
        """
        return self.pack(self.fill(context, final_section=final_section), core=core)

    def fill(self, context: Mapping[str, object], *, final_section: RawXml | None = None) -> Filled:
        """The parts with tags as `render` fills them in: for `pack`, or for `join` with others."""
        section = self.final_section if final_section is None else final_section
        return self._filled({**context, FINAL_SECTION: RawXml(section)})

    def pack(self, filled: Filled, *, core: CoreProperties) -> bytes:
        """The document whose parts with tags are ``filled``, as the bytes of a DOCX file."""
        parts = [part if isinstance(part, Packed) else pack(part.name, filled[part.name]) for part in self._parts]
        return write_packed([*parts, self._core(core)])

    def join(self, letters: Iterable[Filled], *, core: CoreProperties, blank: Mapping[str, str]) -> bytes:
        """One document of ``letters``, one or more: each on pages of its own from page 1, as in a file of its own.

        ``blank``: the relationship ids of an empty header and an empty footer, by kind. Raises `TemplateError` when the
        template has what would read otherwise among other letters: lists or fields that count through the file.
        """
        static = Package.of(part for part in self._parts if isinstance(part, Packed))
        sources = [part.source.text for part in self._parts if isinstance(part, TemplatedPart)]
        if found := Report.of(counting_on(static, [*sources, self.final_section], self.name)):
            raise TemplateError(f"Mẫu «{self.name}» không gộp được nhiều văn bản vào một tệp:", report=found)
        return write_packed([*join(static, letters, blank=blank).packed(), self._core(core)])

    def _core(self, core: CoreProperties) -> Packed:
        return pack(self._core_part, encode(core_xml(core), file=self.name, values={"core": core}))

    def _filled(self, variables: dict[str, object]) -> Filled:
        templated = [part for part in self._parts if isinstance(part, TemplatedPart)]
        try:
            xml = {part.name: part.fill(variables) for part in templated}
        except Exception as error:  # whatever a tag runs into, its author gets to know where and why
            found = [finding for part in templated for finding in self._diagnosed(part, variables)]
            found = found or [render_finding(error, self.name, Origin(""), variables)]  # it came right the second time
            raise TemplateError.from_findings(f"Không điền được mẫu «{self.name}»:", *found) from error
        self._refuse_gaps(xml.values())
        return {
            name: encode(XML_DECLARATION + completed(text), file=self.name, values=variables)
            for name, text in xml.items()
        }

    def _diagnosed(self, part: TemplatedPart, variables: dict[str, object]) -> list[Finding]:
        def explain(error: Exception, line: int) -> Finding:
            return render_finding(error, self.name, part.source.origin(line), variables)

        writers = [level.value for level in WRITERS]
        return diagnose(part.in_environment, word_environment(), variables, explain, writers=writers)

    def _refuse_gaps(self, parts: Iterable[str]) -> None:
        lacking = [self._lacks_style(name, near) for name, near in gaps(parts)]
        if lacking:
            raise TemplateError(f"Mẫu «{self.name}» thiếu kiểu chữ (style):", report=Report.of(lacking))

    def _lacks_style(self, name: str, near: str) -> Finding:
        rename = f"đổi tên kiểu «{near}» thành «{name}», hoặc " if near else ""
        hint = f"{rename}thêm kiểu này vào mẫu bằng Word"
        return Fault.MISSING_STYLE.finding(f"không có kiểu chữ (style) «{name}»", Location(file=self.name), hint)


def compile_template(
    source: bytes | str | Path | Package, *, name: str, properties: Mapping[str, str] = MappingProxyType({})
) -> CompiledTemplate:
    """Compile a Word file with docxtpl tags; ``name`` is what messages call it.

    ``properties`` become the custom properties of every document made with it, in place of the file's own.
    Raises `PackageError` when the file is refused, `TemplateError` with everything that is wrong with its tags.
    """
    package = source if isinstance(source, Package) else Package.open(source)
    package = _with_properties(_as_document(package), properties)
    compiled = compile_parts(package, name)
    document = compiled[DOCUMENT_PART]
    styles = styles_of(package, DOCUMENT_PART)
    core_part = package.related("", CORE_KIND)[0]
    parts = (part for part in package.packed() if part.name != core_part)
    return CompiledTemplate(
        name,
        frozenset().union(*(part.tags for part in compiled.values())),
        document.source.final_section,
        tuple(compiled.get(part.name, part) for part in parts),
        StyleNames.of(styles),
        tuple(_widths(package, styles)),
        core_part,
    )


def _as_document(package: Package) -> Package:
    """A package saved as a Word template (.dotx) declared a document, as its copies are to be."""
    types = package.parts[CONTENT_TYPES_PART]
    return package.with_data(CONTENT_TYPES_PART, types.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE))


def _with_properties(package: Package, properties: Mapping[str, str]) -> Package:
    if not package.related("", CORE_KIND):
        link = Relationship("", CORE_RELATIONSHIP, "vbhcCore")
        package = package.with_part(CORE_PART, b"", content_type=CORE_TYPE, rel=link)
    if not properties:
        return package
    data = encode(custom_xml(properties), file="properties", values=properties)
    if existing := package.related("", CUSTOM_KIND):
        return package.with_data(existing[0], data)
    link = Relationship("", CUSTOM_RELATIONSHIP, "vbhcCustom")
    return package.with_part(CUSTOM_PART, data, content_type=CUSTOM_TYPE, rel=link)


def _widths(package: Package, styles: Element | None) -> Iterator[tuple[str, int | None]]:
    document = parse_xml(package.parts[DOCUMENT_PART])
    yield from tag_widths(document, document, styles)
    for kind in ("header", "footer"):
        for part in sorted(package.related(DOCUMENT_PART, kind)):
            yield from tag_widths(parse_xml(package.parts[part]), document, styles)
