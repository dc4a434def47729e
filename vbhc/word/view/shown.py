"""A part as its reader sees it: one of each alternatives, content controls opened, tracked changes carried out."""

from __future__ import annotations

from collections.abc import Iterable

from vbhc.word.xmltree import Element, w

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/"
_UNDERSTOOD = frozenset(
    {
        *(f"{_WORD_2010}wordprocessing{name}" for name in ("Shape", "Group", "Canvas", "Drawing")),
        f"{_WORD_2010}wordml",
        "http://schemas.microsoft.com/office/word/2012/wordml",
        "http://schemas.microsoft.com/office/drawing/2010/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "http://schemas.openxmlformats.org/drawingml/2006/picture",
    }
)
_DELETED = (w("del"), w("moveFrom"))
# What stands around text without being text: content controls, insertions, custom XML.
_WRAPPERS = tuple(map(w, ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")))
_STORIES = tuple(map(w, ("txbxContent", "footnote")))


def show(root: Element) -> Element:
    """Change a part to what is seen of it; the paragraphs that stay are the same elements."""
    for alternate in list(root.iter(f"{_MC}AlternateContent")):
        _replace(alternate, _chosen(alternate))
    joined = list(_carry_out_deletions(root))
    for wrapper in list(root.iter(*_WRAPPERS)):
        _replace(wrapper, list(wrapper))
    for paragraph in joined:
        _join(paragraph)
    _drop_open_fields(root)
    return root


def _replace(element: Element, content: Iterable[Element]) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(content)


def _remove(element: Element) -> None:
    _replace(element, ())


def _chosen(alternate: Element) -> Iterable[Element]:
    """What Word shows of an ``mc:AlternateContent``: the first choice it understands, or what stands in for it."""
    for choice in alternate.iterchildren(f"{_MC}Choice"):
        needed = choice.get("Requires", "").split()
        if len(choice) and all(choice.nsmap.get(prefix) in _UNDERSTOOD for prefix in needed):
            return list(choice)
    fallback = alternate.find(f"{_MC}Fallback")
    return () if fallback is None else list(fallback)


def _carry_out_deletions(root: Element) -> Iterable[Element]:
    """Take out what is deleted; gives the paragraphs whose end is deleted, which go on in the next one."""
    for deletion in list(root.iter(*_DELETED, w("cellDel"))):
        parent = deletion.getparent()
        above = None if parent is None else parent.getparent()
        if parent is None or above is None or parent.tag not in (w("rPr"), w("trPr"), w("tcPr")):
            _remove(deletion)
        elif parent.tag == w("rPr") and above.tag == w("pPr") and (paragraph := above.getparent()) is not None:
            yield paragraph
        elif parent.tag in (w("trPr"), w("tcPr")):
            _remove(above)


def _join(paragraph: Element) -> None:
    """Put the text of a paragraph before that of the next one; one that ends a section or a cell stays."""
    after = next(paragraph.itersiblings(w("p"), w("tbl")), None)
    if after is None or after.tag != w("p") or paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        return
    at = 1 if after.find(w("pPr")) is not None else 0
    after[at:at] = [child for child in paragraph if child.tag != w("pPr")]
    _remove(paragraph)


def _drop_open_fields(root: Element) -> None:
    """Take out the beginnings of fields that never end: their instruction would swallow the rest of the text."""
    begun: dict[Element | None, list[Element]] = {}
    for mark in root.iter(w("fldChar")):
        here = begun.setdefault(next(mark.iterancestors(*_STORIES), None), [])
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            here.append(mark)
        elif kind == "end" and here:
            here.pop()
    for mark in [mark for here in begun.values() for mark in here]:
        _remove(mark)
