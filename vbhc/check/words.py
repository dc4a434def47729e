"""What rules on wording share: the way to make findings of finds, and not too many of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from vbhc.check.rule import Hit
from vbhc.recognition import Found, Reading
from vbhc.recognition.letters import LOWER, UPPER
from vbhc.recognition.reading import Letters

MOST = 5


def inside(words: str = "") -> str:
    """A pattern that holds behind ``words`` inside a sentence: a small letter, digit, comma or semicolon before them.

    It is asked after the words are found: a pattern that begins by looking back is tried at every letter.
    """
    return rf"(?<=[{LOWER}0-9,;] {words})"


def few(hits: Iterable[Hit]) -> Iterator[Hit]:
    """The first ``MOST`` of ``hits``; the last of them says how many more there are."""
    found = list(hits)
    rest = len(found) - MOST
    for at, hit in enumerate(found[:MOST], 1):
        yield replace(hit, message=f"{hit.message} (và {rest} chỗ khác)") if rest > 0 and at == MOST else hit


def miswritten(found: Found, right: str) -> Hit:
    """The finding on words that must be written as ``right``."""
    return Hit(
        f"ghi «{found.words.strip()}» ở {found.around}; phải là «{right}»", f"sửa thành «{right}»", found.passage.place
    )


def unquoted(reading: Reading, pattern: re.Pattern[str], letters: Letters = "text") -> Iterator[Found]:
    """What ``pattern`` finds in the words of the văn bản itself, not in what it quotes."""
    return (found for found in reading.find(pattern, letters) if not found.quoted)


def wrong_in(
    reading: Reading,
    pattern: re.Pattern[str],
    right: Callable[[str], str | None],
    where: Callable[[Found], object] = lambda _: True,
) -> Iterator[Hit]:
    """A finding on each find in small letters that ``right`` (of the words in ``reading.text``) says how to write.

    ``where``: whether a find counts, by what stands around it.
    """
    for found in filter(where, unquoted(reading, pattern, "small")):
        words = reading.text[found.match.start() : found.match.end()]
        wanted = None if words.isupper() else right(words)
        if wanted is not None and wanted != words:
            yield miswritten(found, wanted)


def begins_with_capital(words: str) -> bool:
    """Whether the first letter is a capital."""
    return re.match(rf"[{UPPER}]", words) is not None


def with_capital(words: str) -> str:
    """``words`` with a capital as the first letter, the others as they stand."""
    return words[:1].upper() + words[1:]
