"""From the parts of a template file to compiled Jinja templates, with every mistake of every part in one report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import CodeType

from jinja2 import Environment, Template
from jinja2.exceptions import TemplateSyntaxError

from vbhc.errors import TemplateError
from vbhc.findings import Finding, Location, Report
from vbhc.templating import dotted_names
from vbhc.templating.faults import Fault
from vbhc.templating.tags import unknown_filters
from vbhc.word.package import Package
from vbhc.word.places import spots
from vbhc.word.placing import place_values
from vbhc.word.refusals import DOCUMENT_PART
from vbhc.word.source import FINAL_SECTION, Source, to_source
from vbhc.word.tags import check_tags
from vbhc.word.values import word_environment
from vbhc.word.xmltree import Element, W, parse_xml, w

_BESIDE_BODY: Mapping[str, str] = {
    "header": "đầu trang",
    "footer": "chân trang",
    "footnotes": "cước chú",
    "endnotes": "chú thích cuối",
}
"""The Word parts beside the body that may hold tags: relationship kind and what staff call them."""

_PROPERTIES = "extended-properties"
_TAG_SIGNS = re.compile(rb"\{(?:<[^>]*>)*[{%#]")

_TRACKED = ("mẫu còn vết sửa (Track Changes)", "Review > Accept All Changes, tắt Track Changes rồi lưu lại")
_COMMENTED = ("mẫu còn bình luận", "Review > Delete All Comments rồi lưu lại")
_LEFTOVERS: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(map(w, ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange")), _TRACKED),
    w("commentReference"): _COMMENTED,
}
"""What would go out, with its author's name, in every document made with the template."""


@dataclass(frozen=True, slots=True)
class TemplatedPart:
    """A part with tags, compiled; ``source`` tells where each of its lines comes from, ``tags`` what they ask for."""

    name: str
    code: CodeType
    template: Template
    source: Source
    tags: frozenset[str]

    def fill(self, variables: dict[str, object]) -> str:
        """The part filled in; raises whatever a tag runs into."""
        return "".join(self.template.root_render_func(self.template.new_context(variables)))

    def in_environment(self, env: Environment) -> Template:
        """The same template bound to another environment."""
        return Template.from_code(env, self.code, env.globals)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A part that may hold tags: its name, what staff call it, and whether it is WordprocessingML."""

    name: str
    label: str
    word: bool = True


def compile_parts(package: Package, file: str) -> dict[str, TemplatedPart]:
    """Every part that holds tags, and the body; raises `TemplateError` with all that is wrong in all of them."""
    parts: dict[str, TemplatedPart] = {}
    findings: list[Finding] = []
    for candidate in _candidates(package):
        data = package.parts[candidate.name]
        try:
            root = parse_xml(data)
            if candidate.word:
                _insist(_unusable(root, candidate.label))
            if candidate.name == DOCUMENT_PART or _TAG_SIGNS.search(data):
                parts[candidate.name] = _compile(root, candidate)
        except TemplateError as error:
            findings += error.report
    if findings:
        # Word keeps a text box twice (drawing and fallback): what is wrong in it is said once.
        located = [replace(found, location=Location(found.location.place, file)) for found in dict.fromkeys(findings)]
        raise TemplateError(f"Mẫu «{file}» có {len(located)} lỗi:", report=Report.of(located))
    return parts


def _insist(findings: Iterable[Finding]) -> None:
    """Stop here if anything was found: what comes next would only report it again in other words."""
    report = Report.of(findings)
    if report:
        raise TemplateError("", report=report)


def _candidates(package: Package) -> Iterator[_Candidate]:
    yield _Candidate(DOCUMENT_PART, "thân văn bản")
    for kind, label in _BESIDE_BODY.items():
        names = sorted(package.related(DOCUMENT_PART, kind))
        for index, name in enumerate(names, 1):
            yield _Candidate(name, f"{label} {index}" if len(names) > 1 else label)
    for name in package.related("", _PROPERTIES):
        yield _Candidate(name, "thuộc tính của tệp", word=False)


def _unusable(root: Element, label: str) -> Iterator[Finding]:
    if root.nsmap.get("w") != W:
        hint = "mở bằng Word rồi lưu lại dạng Word Document (.docx), không chọn Strict Open XML"
        yield Fault.NOT_A_TEMPLATE.finding("tệp viết theo chuẩn Strict Open XML hoặc lạ", Location(label), hint)
    for message, hint in dict.fromkeys(_LEFTOVERS[node.tag] for node in root.iter(*_LEFTOVERS)):
        yield Fault.NOT_A_TEMPLATE.finding(message, Location(label), hint)


def _compile(root: Element, part: _Candidate) -> TemplatedPart:
    env = word_environment()
    found = list(spots(root, part.label))
    _insist(check_tags(found, env))
    source = to_source(root, found, part.label)
    with _explained(source):
        tree = env.parse(source.text)
    _insist(unknown_filters(tree, env, source.origin))
    tags = dotted_names(tree) - {FINAL_SECTION}
    _insist(place_values(tree, source, word_part=part.word))
    tree.set_environment(env)
    with _explained(source):
        code = env.compile(tree, filename=part.name)
    return TemplatedPart(part.name, code, Template.from_code(env, code, env.globals), source, tags)


@contextmanager
def _explained(source: Source) -> Iterator[None]:
    """What Jinja cannot read although every tag can be read by itself, said in our words."""
    try:
        yield
    except TemplateSyntaxError as error:
        origin = source.origin(error.lineno)
        message = f"thẻ {origin.tag} viết sai" if origin.tag else "có thẻ viết sai"
        found = Fault.BAD_TAG.finding(message, Location(origin.place), "xem lại thẻ này và thẻ đứng trước nó")
        raise TemplateError.from_findings("", found) from error
    except (SyntaxError, RecursionError) as error:  # of the Python that Jinja makes: blocks in blocks in blocks
        place = Location(source.origins[0].place)
        found = Fault.BAD_TAG.finding("các thẻ lồng nhau quá nhiều tầng", place, "bớt tầng lặp và điều kiện")
        raise TemplateError.from_findings("", found) from error
