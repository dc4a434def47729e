"""From the parts of a template file to compiled Jinja templates, with every mistake of every part in one report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Template, nodes
from jinja2.exceptions import TemplateSyntaxError

from vbhc.errors import TemplateError
from vbhc.findings import Finding, Location, Report
from vbhc.templating import dotted_names, suggest
from vbhc.word.faults import Fault
from vbhc.word.package import Package
from vbhc.word.places import spots
from vbhc.word.refusals import DOCUMENT_PART
from vbhc.word.source import FINAL_SECTION, Source, place_values, to_source, word_environment
from vbhc.word.tags import TagChecker
from vbhc.word.xmltree import Element, W, parse_xml, w

_WORD_PARTS: Mapping[str, str] = {
    "header": "đầu trang",
    "footer": "chân trang",
    "footnotes": "cước chú",
    "endnotes": "chú thích cuối",
}
"""The parts beside the body that may hold tags: relationship kind and what staff call them."""

_PROPERTY_PARTS: Mapping[str, str] = {"extended-properties": "thuộc tính của tệp"}
_TAG_SIGNS = re.compile(rb"\{(?:<[^>]*>)*[{%#]")

# What a template must not hand on to every document made with it.
_LEFTOVERS: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(
        (w("ins"), w("del"), w("moveFrom"), w("moveTo")),
        ("mẫu còn vết sửa (Track Changes)", "Review > Accept All Changes, tắt Track Changes rồi lưu lại"),
    ),
    w("commentReference"): ("mẫu còn bình luận", "Review > Delete All Comments rồi lưu lại"),
}


@dataclass(frozen=True, slots=True)
class TemplatedPart:
    """A part with tags, compiled; ``source`` tells where each of its lines comes from."""

    name: str
    template: Template
    source: Source


@dataclass(frozen=True, slots=True)
class Compiled:
    """The parts of one template that change from document to document, and what their tags ask for."""

    parts: Mapping[str, TemplatedPart]
    tags: frozenset[str]
    final_section: str


def compile_parts(package: Package, file: str) -> Compiled:
    """Compile every part that holds tags; raises `TemplateError` with all that is wrong in all of them."""
    parts: dict[str, TemplatedPart] = {}
    tags: set[str] = set()
    findings: list[Finding] = []
    final_section = ""
    for name, label in _templated(package):
        compiler = _PartCompiler(file, name, label)
        part = compiler.compile(parse_xml(package.parts[name]))
        findings += compiler.findings
        tags |= compiler.tags
        final_section = final_section or compiler.final_section
        if part is not None:
            parts[name] = part
    if findings:
        # Word keeps a text box twice (drawing and fallback): what is wrong in it is said once.
        raise TemplateError(f"mẫu {file} có lỗi", report=Report.of(dict.fromkeys(findings)))
    return Compiled(parts, frozenset(tags), final_section)


def _templated(package: Package) -> Iterator[tuple[str, str]]:
    """The body, and the other parts that show signs of a tag, each with what staff call it."""
    yield DOCUMENT_PART, "thân văn bản"
    for owner, kinds in ((DOCUMENT_PART, _WORD_PARTS), ("", _PROPERTY_PARTS)):
        for kind, label in kinds.items():
            names = sorted(package.related(owner, kind))
            for index, name in enumerate(names, 1):
                if _TAG_SIGNS.search(package.parts[name]):
                    yield name, f"{label} {index}" if len(names) > 1 else label


class _PartCompiler:
    """Compiles one part; afterwards `findings`, `tags` and `final_section` say what was met on the way."""

    def __init__(self, file: str, name: str, label: str) -> None:
        self._file, self._name, self._label = file, name, label
        self._env = word_environment()
        self.findings: list[Finding] = []
        self.tags: frozenset[str] = frozenset()
        self.final_section = ""

    def compile(self, root: Element) -> TemplatedPart | None:
        """The compiled part; ``None`` when something is wrong with it."""
        word_part = self._name.startswith("word/")
        self.findings += self._unusable(root) if word_part else ()
        found = list(spots(root, self._label))
        self.findings += TagChecker(self._env, self._file).check(found)
        if self.findings:
            return None
        source = self._slot_for_final_section(to_source(root, found, self._label))
        tree = self._parse(source)
        if tree is None:
            return None
        self.findings += self._unknown_filters(tree, source)
        self.tags = dotted_names(tree) - {FINAL_SECTION}
        if self.findings:
            return None
        place_values(tree, word_part=word_part)
        code = self._env.compile(tree, filename=self._name)
        return TemplatedPart(self._name, Template.from_code(self._env, code, self._env.globals), source)

    def _unusable(self, root: Element) -> Iterator[Finding]:
        if root.nsmap.get("w") != W:
            yield Fault.NOT_A_TEMPLATE.finding(
                "tệp dùng dạng Strict Open XML hoặc cách viết lạ",
                Location(self._label, self._file),
                "mở bằng Word, lưu lại dạng Word Document (.docx)",
            )
        for message, hint in dict.fromkeys(
            _LEFTOVERS[tag] for tag in _LEFTOVERS if next(root.iter(tag), None) is not None
        ):
            yield Fault.NOT_A_TEMPLATE.finding(message, Location(self._label, self._file), hint)

    def _parse(self, source: Source) -> nodes.Template | None:
        try:
            return self._env.parse(source.text)
        except TemplateSyntaxError as error:
            origin = source.origin(error.lineno)
            tag = f"thẻ {origin.tag}" if origin.tag else "có thẻ"
            self.findings.append(
                Fault.BAD_TAG.finding(
                    f"{tag} viết sai", Location(origin.place, self._file), "xem lại thẻ này và thẻ đứng trước"
                )
            )
            return None

    def _unknown_filters(self, tree: nodes.Template, source: Source) -> Iterator[Finding]:
        for kind, known, called in (
            (nodes.Filter, self._env.filters, "bộ lọc"),
            (nodes.Test, self._env.tests, "phép thử"),
        ):
            for node in tree.find_all(kind):
                if node.name not in known:
                    origin = source.origin(node.lineno)
                    close = suggest(node.name, (name for name in known if ":" not in name))
                    yield Fault.UNKNOWN_FILTER.finding(
                        f"thẻ {origin.tag}: không có {called} `{node.name}`",
                        Location(origin.place, self._file),
                        f"có phải `{close}`?" if close else "",
                    )

    def _slot_for_final_section(self, source: Source) -> Source:
        """Take the last section properties out of the body, so that a document can bring its own."""
        if self._name != DOCUMENT_PART:
            return source
        end = source.text.rindex("</w:body>")
        start = source.text.rfind("<w:sectPr", 0, end)
        if start < 0 or not source.text[start:end].endswith(("</w:sectPr>", "/>")):
            start = end
        self.final_section = source.text[start:end]
        text = f"{source.text[:start]}{{{{ {FINAL_SECTION} }}}}{source.text[end:]}"
        return Source(text, source.origins)
