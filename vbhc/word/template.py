"""Word templates, compiled once, rendered many times: strict, immutable, safe in threads, byte for byte the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType, TracebackType

from vbhc.errors import TemplateError
from vbhc.findings import Finding, Location, Report
from vbhc.templating import suggest
from vbhc.word.archive import Packed, pack, write_packed
from vbhc.word.characters import encode_legal, illegal_characters
from vbhc.word.compiling import TemplatedPart, compile_parts
from vbhc.word.faults import Fault, render_finding
from vbhc.word.geometry import find_width, style_ids, styles_of, tag_widths
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
from vbhc.word.values import RawXml
from vbhc.word.xmltree import XML_DECLARATION, Element, parse_xml

__all__ = ["CompiledTemplate", "CoreProperties", "RawXml", "compile_template"]

_TEMPLATE_TYPE, _DOCUMENT_TYPE = b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"

# A loop that ran zero times may leave a cell without the paragraph that Word wants at its end.
_CELL_ENDS = tuple(
    (before + "</w:tc>", before + "<w:p/></w:tc>") for before in ("</w:tcPr>", "<w:tcPr/>", "<w:tc>", "</w:tbl>")
)


@dataclass(frozen=True, slots=True)
class CompiledTemplate:
    """A Word template ready to render; nothing in it changes, so threads may share it.

    ``tags``: the dotted names its tags ask for. ``styles``: the names of its styles as Word shows them.
    ``final_section``: the XML of the last section's properties (``w:sectPr``), with its header and footer references.
    """

    name: str
    tags: frozenset[str]
    final_section: str
    _parts: tuple[Packed | TemplatedPart, ...] = field(repr=False)
    _style_ids: Mapping[str, str] = field(repr=False)
    _widths: tuple[tuple[str, int | None], ...] = field(repr=False)
    _core_part: str = field(repr=False)

    @property
    def styles(self) -> frozenset[str]:
        """The names of the template's styles, as Word shows them."""
        return frozenset(self._style_ids)

    def style_id(self, name: str) -> str:
        """The id that ``w:pStyle`` needs for the style called ``name``; raises `TemplateError` when there is none."""
        self.require_styles((name,))
        return self._style_ids[name]

    def require_styles(self, names: Iterable[str]) -> None:
        """Raise `TemplateError` naming every style of ``names`` that the template does not have."""
        lacking = [name for name in names if name not in self._style_ids]
        if lacking:
            findings = (self._lacks_style(name) for name in lacking)
            raise TemplateError(f"mẫu {self.name} thiếu kiểu chữ (style)", report=Report.of(findings))

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
        replaces the last section's properties. Raises `TemplateError` when a tag cannot be filled in, `InputError`
        when the data holds characters that no Word file can.
        """
        variables = {**context, FINAL_SECTION: RawXml(self.final_section if final_section is None else final_section)}
        return write_packed(
            part if isinstance(part, Packed) else self._filled(part, variables)
            for part in (*self._parts, self._core(core))
        )

    def _core(self, core: CoreProperties) -> Packed:
        data = encode_legal(core_xml(core))
        if data is None:
            raise illegal_characters(self.name, {"title": core.title, "author": core.author})
        return pack(self._core_part, data)

    def _filled(self, part: TemplatedPart, variables: dict[str, object]) -> Packed:
        template = part.template
        try:
            xml = "".join(template.root_render_func(template.new_context(variables)))
        except Exception as error:  # whatever a tag runs into, its author gets to know where and why
            origin = part.source.origin(_line(error.__traceback__, part))
            found = render_finding(error, self.name, origin, variables)
            raise TemplateError(f"không điền được mẫu {self.name}", report=Report((found,))) from error
        xml = XML_DECLARATION + xml
        for end, complete in _CELL_ENDS:
            xml = xml.replace(end, complete)
        data = encode_legal(xml)
        if data is None:
            raise illegal_characters(self.name, variables)
        return pack(part.name, data)

    def _lacks_style(self, name: str) -> Finding:
        close = suggest(name, self._style_ids)
        hint = (
            f"đổi tên kiểu “{close}” thành “{name}”, hoặc thêm kiểu này" if close else "thêm kiểu này vào mẫu bằng Word"
        )
        return Fault.MISSING_STYLE.finding(f"không có kiểu chữ (style) “{name}”", Location(file=self.name), hint)


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
    styles = styles_of(package, DOCUMENT_PART)
    core_part = package.related("", CORE_KIND)[0]
    parts = (part for part in package.packed() if part.name != core_part)
    return CompiledTemplate(
        name,
        compiled.tags,
        compiled.final_section,
        tuple(compiled.parts.get(part.name, part) for part in parts),
        MappingProxyType(style_ids(styles)),
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
    data = encode_legal(custom_xml(properties))
    if data is None:
        raise illegal_characters("properties", properties)
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


def _line(trace: TracebackType | None, part: TemplatedPart) -> int:
    """The line of the part's source that the error came from: the innermost of its frames."""
    line = 1
    while trace is not None:
        if trace.tb_frame.f_globals.get("__jinja_template__") is part.template:
            line = part.template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line
