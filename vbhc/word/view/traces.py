"""What work on a document leaves in it: comments, and changes that nobody has accepted or rejected."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from vbhc.word.view.values import Trace
from vbhc.word.xmltree import Element, w

_TRACES: Mapping[str, Trace] = {
    **dict.fromkeys(map(w, ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")), "revision"),
    w("commentReference"): "comment",
}
_OF_ROWS_AND_CELLS = frozenset({w("trPr"), w("tcPr")})


def find_traces(root: Element) -> dict[Element, set[Trace]]:
    """The paragraphs of a part that hold traces; to be asked before tracked changes are carried out."""
    found: dict[Element, set[Trace]] = {}
    for mark in root.iter(*_TRACES):
        paragraph = _paragraph_of(mark)
        if paragraph is not None:
            found.setdefault(paragraph, set()).add(_TRACES[str(mark.tag)])
    return found


def _paragraph_of(mark: Element) -> Element | None:
    """The paragraph a mark stands in; for one around paragraphs, or of a row or cell, the first of them."""
    around = next(mark.iterancestors(w("p"), w("trPr"), w("tcPr")), None)
    if around is None:
        return next(mark.iter(w("p")), None)
    if around.tag not in _OF_ROWS_AND_CELLS:
        return around
    row_or_cell = around.getparent()
    return None if row_or_cell is None else next(row_or_cell.iter(w("p")), None)


def kept_traces(
    found: Mapping[Element, set[Trace]], order: Iterable[Element], kept: Collection[Element]
) -> Mapping[Element, frozenset[Trace]]:
    """The traces by paragraphs that are ``kept``; those of one that went are told of the next in ``order``, or last."""
    told: dict[Element, frozenset[Trace]] = {}
    carried: frozenset[Trace] = frozenset()
    last: Element | None = None
    for paragraph in order:
        carried |= found.get(paragraph, frozenset())
        if paragraph in kept:
            last = paragraph
            if carried:
                told[paragraph], carried = carried, frozenset()
    if carried and last is not None:
        told[last] = told.get(last, frozenset()) | carried
    return told
