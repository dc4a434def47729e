"""The paragraphs of a document as it is now, and whether the numbers that were printed still stand in them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vbhc.findings import Finding, Location, Severity
from vbhc.receipts.texts import standing

_NEAR = 0.6
_SHOWN = 90


@dataclass(frozen=True, slots=True)
class Here:
    """What became of the paragraphs that were ``printed``: those that stand as they were, and what the others are now.

    ``now``: by the number of a paragraph that was changed, its text now, "" when there is none.
    """

    printed: Sequence[str]
    now: Mapping[int, str]

    @classmethod
    def of(cls, texts: Sequence[str], printed: Sequence[str]) -> Here:
        """The document with the paragraphs ``texts``, among which were those ``printed``, in order.

        A paragraph that was changed or moved is found among those without a partner, the most alike first.
        """
        blocks = difflib.SequenceMatcher(None, printed, texts, autojunk=False).get_matching_blocks()
        held = {block.a + step for block in blocks for step in range(block.size)}
        taken = {block.b + step for block in blocks for step in range(block.size)}
        free = [text for at, text in enumerate(texts) if at not in taken]
        changed = {at: text for at, text in enumerate(printed) if at not in held}
        now = dict.fromkeys(changed, "")
        for _, at, position in sorted(_alike(changed, free), reverse=True):
            if not now[at] and free[position]:
                now[at], free[position] = free[position], ""
        return cls(printed, now)

    def missing(self, in_ra: str, doan: int) -> Iterator[Finding]:
        """What there is to say when a number of the paragraph with this number stands there no more."""
        if doan not in self.now:
            return
        was, now = self.printed[doan], self.now[doan]
        if not now:
            yield _gone(f"không còn đoạn có số «{in_ra}»: «{_cut(was)}»", "nếu cố ý bỏ thì tạo lại văn bản và phiếu")
        elif _count(in_ra, now) < _count(in_ra, was):
            hint = "sửa lại trong văn bản, hoặc sửa số liệu rồi tạo lại văn bản"
            yield _gone(f"số «{in_ra}» đã bị sửa, đoạn nay ghi: «{_cut(now)}»", hint)


def _alike(changed: Mapping[int, str], free: Sequence[str]) -> Iterator[tuple[float, int, int]]:
    """How much each changed paragraph has in common with each that has no partner, as far as that is enough."""
    for position, text in enumerate(free):
        matcher = difflib.SequenceMatcher(None, b=text, autojunk=False)
        for at, was in changed.items():
            matcher.set_seq1(was)
            if matcher.real_quick_ratio() >= _NEAR and matcher.quick_ratio() >= _NEAR and matcher.ratio() >= _NEAR:
                yield matcher.ratio(), at, position


def _count(in_ra: str, text: str) -> int:
    return len(standing(in_ra).findall(text))


def _gone(message: str, hint: str) -> Finding:
    return Finding("XM001", "so-trong-van-ban-da-khac", Severity.ERROR, message, hint, Location("văn bản"))


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
