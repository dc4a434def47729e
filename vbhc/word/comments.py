"""Comments of Word: put beside the paragraphs of a document, everything else left as it is (ECMA-376-1, 17.13.4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, count

from lxml import etree

from vbhc.word.package import Package, Relationship
from vbhc.word.wml import escaped
from vbhc.word.xmltree import Element, W, number, parse_xml, serialize, w

PART = "word/comments.xml"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, a paragraph for each of ``lines``, at a paragraph of the body by its number from 0.

    ``None``: at the first paragraph of the body.
    """

    lines: tuple[str, ...]
    paragraph: int | None = None


def with_comments(package: Package, comments: Sequence[Comment], *, author: str) -> Package:
    """The package with ``comments`` behind those that it has; they bear no date, so the bytes are always the same."""
    if not comments:
        return package
    parts = package.related(package.main, "comments")
    root = parse_xml(package.parts[parts[0]]) if parts else etree.Element(w("comments"), nsmap={"w": W})
    body = parse_xml(package.parts[package.main])
    first = _free_id((root, body))
    anchors = _Anchors(body)
    for at, comment in enumerate(comments, first):
        root.append(_comment(comment, at, author))
        _anchor(anchors.of(comment.paragraph), at)
    package = package.with_data(package.main, serialize(body))
    return package.with_data(parts[0], serialize(root)) if parts else _with_new_part(package, serialize(root))


def _free_id(roots: Iterable[Element]) -> int:
    """The lowest id behind those of all comments, and of marks in the text whose comment is gone."""
    names = [w(name) for name in ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")]
    return max([-1, *(number(node, "id", 0) or 0 for node in chain(*(root.iter(*names) for root in roots)))]) + 1


def _with_new_part(package: Package, data: bytes) -> Package:
    """With the part, its type, and the link of the document to it."""
    taken = {link.id for link in package.relationships(package.main)}
    names = chain([PART], (PART.replace(".xml", f"{n}.xml") for n in count(1)))
    ids = chain(["rIdVbhcComments"], (f"rIdVbhcComments{n}" for n in count(1)))
    link = Relationship(package.main, _KIND, next(it for it in ids if it not in taken))
    name = next(it for it in names if it not in package.parts)
    return package.with_part(name, data, content_type=_CONTENT, rel=link)


def _comment(comment: Comment, at: int, author: str) -> Element:
    mark, inner = "<w:r><w:annotationRef/></w:r>", ""
    for line in comment.lines:
        inner += f'<w:p>{mark}<w:r><w:t xml:space="preserve">{escaped(line)}</w:t></w:r></w:p>'
        mark = ""
    attributes = f'w:id="{at}" w:author="{escaped(author)}" w:initials="{escaped(author)}"'
    return parse_xml(f'<w:comment xmlns:w="{W}" {attributes}>{inner}</w:comment>'.encode())


class _Anchors:
    """The paragraphs of the body that can bear a comment: for one in a text box, that which holds the box."""

    def __init__(self, document: Element) -> None:
        self._paragraphs = list(document.iter(w("p"))) or [_first_paragraph(document)]

    def of(self, index: int | None) -> Element:
        """The paragraph for the one with this number; the first where there is none."""
        at = index if index is not None and index < len(self._paragraphs) else 0
        paragraph = self._paragraphs[at]
        around = list(paragraph.iterancestors(w("p")))
        return around[-1] if around else paragraph


def _first_paragraph(document: Element) -> Element:
    """One made for a document that has no paragraph at all."""
    body = document.find(w("body"))
    paragraph = etree.Element(w("p"))
    (document if body is None else body).insert(0, paragraph)
    return paragraph


def _anchor(paragraph: Element, at: int) -> None:
    """The range around all of the paragraph, and behind it the run that refers to the comment."""
    has_properties = len(paragraph) > 0 and paragraph[0].tag == w("pPr")
    paragraph.insert(1 if has_properties else 0, etree.Element(w("commentRangeStart"), {w("id"): str(at)}))
    etree.SubElement(paragraph, w("commentRangeEnd"), {w("id"): str(at)})
    etree.SubElement(etree.SubElement(paragraph, w("r")), w("commentReference"), {w("id"): str(at)})
