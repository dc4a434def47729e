"""What Word counts through a whole file: in a file of many letters it would read otherwise than in that of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vbhc.findings import Finding, Location
from vbhc.templating.faults import Fault
from vbhc.word.package import Package
from vbhc.word.refusals import DOCUMENT_PART, is_xml
from vbhc.word.xmltree import Element, parse_xml, w

# The page number begins anew in every letter, and an address is what it is.
_HARMLESS = frozenset({"", "PAGE", "HYPERLINK"})
_FIELD = re.compile(r'w:fldCharType="begin"(.*?)(?=w:fldCharType=)', re.DOTALL)
_INSTRUCTION = re.compile(r"<w:instrText\b[^>]*>([^<]*)<")
_SIMPLE_FIELD = re.compile(r'<w:fldSimple\b[^>]*\bw:instr="([^"]*)"')
_LIST = re.compile(r'<w:numId w:val="(\d+)"')
_UNCOUNTED = frozenset({"bullet", "none"})

_OTHERS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"<w:endnoteReference\b"),
        "có chú thích cuối (endnote), sẽ dồn cả về cuối tệp",
        "đổi thành cước chú: References > Footnotes > Convert",
    ),
    (re.compile(r"<w:lnNumType\b"), "có đánh số dòng", "tắt đi: Layout > Line Numbers > None"),
    (
        re.compile(
            r"<w:footnotePr>(?:(?!</w:footnotePr>).)*?"
            r'<w:num(?:Fmt|Start|Restart)\b(?![^>]*w:val="(?:decimal|1|continuous)")',
            re.DOTALL,
        ),
        "đánh số cước chú theo cách riêng",
        "References > Footnotes: chọn 1, 2, 3…, bắt đầu từ 1, Numbering: Continuous",
    ),
)


def counting_on(package: Package, sources: Iterable[str], file: str) -> Iterator[Finding]:
    """A finding for each such thing in a template: ``sources`` are its texts with tags, ``package`` holds the others.

    ``file`` is what messages call it.
    """
    static = [data.decode() for name, data in package.parts.items() if is_xml(name) and name.startswith("word/")]
    xml = "".join([*static, *sources])
    where = Location(file=file)
    for name in sorted({_name(instruction) for instruction in _instructions(xml)} - _HARMLESS):
        yield Fault.COUNTS_ON.finding(f"có trường {name}, tính theo cả tệp", where, "bỏ trường này, hoặc gõ thẳng chữ")
    if _counted_lists(package).intersection(_LIST.findall(xml)):
        yield Fault.COUNTS_ON.finding("có danh sách đánh số tự động", where, "gõ thẳng số, hoặc dùng dấu gạch đầu dòng")
    for pattern, message, hint in _OTHERS:
        if pattern.search(xml):
            yield Fault.COUNTS_ON.finding(message, where, hint)


def _instructions(xml: str) -> Iterator[str]:
    yield from _SIMPLE_FIELD.findall(xml)
    for field in _FIELD.findall(xml):
        yield "".join(_INSTRUCTION.findall(field))


def _name(instruction: str) -> str:
    return "".join(instruction.split()[:1]).upper()


def _counted_lists(package: Package) -> set[str]:
    """The ids of the lists that count, as paragraphs and styles name them."""
    parts = package.related(DOCUMENT_PART, "numbering")
    root = parse_xml(package.parts[parts[0]]) if parts else None
    if root is None:
        return set()
    counted = {_id(it, "abstractNumId") for it in root.iterfind(w("abstractNum")) if _counts(it.iterfind(w("lvl")))}
    lists = ((_id(it, "numId"), it.find(w("abstractNumId"))) for it in root.iterfind(w("num")))
    return {name for name, kind in lists if kind is not None and _id(kind, "val") in counted}


def _counts(levels: Iterable[Element]) -> bool:
    """Whether a list of these levels counts; one without levels has those of a style, which may."""
    forms = [form.get(w("val")) for level in levels if (form := level.find(w("numFmt"))) is not None]
    return not forms or not _UNCOUNTED.issuperset(forms)


def _id(element: Element, attribute: str) -> str:
    return element.get(w(attribute), "")
