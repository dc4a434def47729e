"""Conforming letters with other words in them, and what the rules on wording say of these."""

from __future__ import annotations

from collections.abc import Callable

from support.handmade import cong_van
from support.handmade.looks import doan

from vbhc.check.rule import Hit, Rule
from vbhc.check.rules import (
    capital_names,
    capital_sentences,
    capital_words,
    characters,
    citation_forms,
    citation_mentions,
    citations,
    punctuation,
    written_forms,
)
from vbhc.recognition import Recognised, recognise
from vbhc.word.view import open_view

MODULES = (
    *(capital_names, capital_words, capital_sentences, citations, citation_mentions, citation_forms),
    *(characters, punctuation, written_forms),
)
RULES: tuple[Rule, ...] = tuple(rule for module in MODULES for rule in module.RULES)


def letter(*paragraphs: str) -> bytes:
    """A công văn whose text is ``paragraphs``."""
    return cong_van(than=tuple(map(doan, paragraphs)))


def read(data: bytes) -> Recognised:
    """The document taken apart."""
    return recognise(open_view(data))


def hits(data: bytes) -> list[tuple[str, Hit]]:
    """What all rules on wording find in a document that the decree judges, or else those for any file."""
    doc = read(data)
    return [(rule.code, hit) for rule in RULES if rule.moi_tep or not doc.ngoai_pham_vi for hit in rule.find(doc)]


def told(*paragraphs: str, make: Callable[..., bytes] = letter) -> list[tuple[str, str]]:
    """The code of each finding on a letter of ``paragraphs``, with the paragraph in which it is."""
    data = make(*paragraphs)
    shown = {it.place: it.shown for it in read(data).reading.passages}
    return [(code, shown[hit.place] if hit.place else "") for code, hit in hits(data)]
