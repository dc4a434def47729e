"""The sections of a body as strings: how those of one letter begin and end among others (ECMA-376-1, 17.6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from vbhc.word.wml import reference

_SECTION = re.compile(r"<w:sectPr\b(?:[^>]*/>|.*?</w:sectPr>)", re.DOTALL)
_BARE = re.compile(r"<w:sectPr\b([^>]*)/>")
_OPENING = re.compile(r"<w:sectPr\b[^>]*>")
_MARGIN = re.compile(
    r'<w:(header|footer)Reference\b(?=[^>]*\bw:type="(default|first|even)")(?=[^>]*\br:id="([^"]*)")[^>]*/>'
)
_LINK = re.compile(r'\br:id="[^"]*"')
_ON_THE_SAME_PAGE = re.compile(r'(<w:type\b[^>]*w:val=")(?:continuous|nextColumn)"')
_PAGE_NUMBERS = re.compile(r"<w:pgNumType\b(?![^>]*w:start=)")
# What may follow the page numbers (CT_SectPr).
_BEHIND_PAGE_NUMBERS = re.compile(
    r"(?=<w:(?:cols|formProt|vAlign|noEndnote|titlePg|textDirection|bidi|rtlGutter|docGrid|printerSettings)\b"
    r"|</w:sectPr>)"
)
_LAST_PARAGRAPH = re.compile(
    r"<w:p(?P<attributes>(?: [^>]*?)?)"
    r"(?:/>|>(?:<w:pPr(?:/>|>(?P<properties>.*?)</w:pPr>))?(?P<inner>.*)</w:p>)",
    re.DOTALL,
)
# As low as a line can be.
_NO_LINE = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'


class Margin(NamedTuple):
    """A place in the margins that a section may fill."""

    kind: Literal["header", "footer"]
    page: Literal["default", "first", "even"]


def completed(body: str) -> str:
    """``body`` with the properties of its last section, which Word takes as read where there are none."""
    start = body.rfind("<w:sectPr")
    return body if start >= 0 and _SECTION.fullmatch(body, start) else f"{body}<w:sectPr/>"


def margins(xml: str) -> set[Margin]:
    """The places that the sections in ``xml`` fill."""
    return {Margin(found[1], found[2]) for found in _MARGIN.finditer(xml)}  # type: ignore[arg-type]


def relinked(xml: str, links: Mapping[str, str]) -> str:
    """The sections in ``xml`` linked to other headers and footers: ``links`` gives the new id for an old one."""
    if all(old == new for old, new in links.items()):
        return xml
    return _MARGIN.sub(lambda found: _LINK.sub(f'r:id="{links.get(found[3], found[3])}"', found[0]), xml)


def begun(xml: str, inherited: Iterable[Margin], blank: Mapping[str, str]) -> str:
    """``xml``, whose first section begins on a new page, with page number 1 and nothing of what stands before it.

    Of the places that are ``inherited``, those that it does not fill are linked to ``blank``, an id by kind.
    """
    return _SECTION.sub(lambda found: _first(found[0], inherited, blank), xml, count=1)


def _first(section: str, inherited: Iterable[Margin], blank: Mapping[str, str]) -> str:
    section = _BARE.sub(r"<w:sectPr\1></w:sectPr>", section) if _BARE.match(section) else section
    lacking = sorted(set(inherited) - margins(section))
    empty = "".join(reference(place.kind, blank[place.kind], page=place.page) for place in lacking)
    section = _OPENING.sub(lambda found: found[0] + empty, section, count=1)
    section = _ON_THE_SAME_PAGE.sub(r'\1nextPage"', section)
    if "<w:pgNumType" in section:
        return _PAGE_NUMBERS.sub('<w:pgNumType w:start="1"', section)
    return _BEHIND_PAGE_NUMBERS.sub('<w:pgNumType w:start="1"/>', section, count=1)


def ended(body: str) -> str:
    """``body`` with its last section in its last paragraph, or in one more where that cannot hold it."""
    at = body.rindex("<w:sectPr")
    content, section = body[:at], body[at:]
    start = max(content.rfind(opening) for opening in ("<w:p>", "<w:p ", "<w:p/>"))
    last = _LAST_PARAGRAPH.fullmatch(content, start) if start >= 0 else None
    if last is None or "</w:p>" in (last["inner"] or "") or "<w:sectPr" in (last["properties"] or ""):
        return f"{content}<w:p><w:pPr>{_NO_LINE}{section}</w:pPr></w:p>"
    properties = f"<w:pPr>{last['properties'] or ''}{section}</w:pPr>"
    return f"{content[:start]}<w:p{last['attributes']}>{properties}{last['inner'] or ''}</w:p>"
