"""What work on a document leaves in it: comments, and changes that nobody has accepted or rejected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vbhc.word.view.values import Trace
from vbhc.word.xmltree import Element, w

_TRACES: Mapping[str, Trace] = {
    **dict.fromkeys(map(w, ("ins", "del", "moveFrom", "moveTo")), "revision"),
    w("commentReference"): "comment",
}


def find_traces(root: Element) -> dict[Element, set[Trace]]:
    """The paragraphs of a part that hold traces; to be asked before tracked changes are carried out."""
    found: dict[Element, set[Trace]] = {}
    for mark in root.iter(*_TRACES):
        paragraph = next(mark.iterancestors(w("p")), None)
        if paragraph is not None:
            found.setdefault(paragraph, set()).add(_TRACES[str(mark.tag)])
    return found


def kept_traces(found: Mapping[Element, set[Trace]], order: Iterable[Element]) -> Mapping[Element, frozenset[Trace]]:
    """The traces by paragraphs that are still there; those of one that went are told of the next in ``order``."""
    kept: dict[Element, frozenset[Trace]] = {}
    carried: frozenset[Trace] = frozenset()
    for paragraph in order if found else ():
        carried |= found.get(paragraph, frozenset())
        if carried and paragraph.getparent() is not None:
            kept[paragraph], carried = carried, frozenset()
    return kept
