"""What can be wrong with the marks ``[^ma]`` and ``[@ma]`` in the texts of a văn bản."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from vbhc.model.base import NamedModel
from vbhc.model.chu_thich import ChuThich
from vbhc.model.mentions import Path, marked
from vbhc.model.vien_dan import VienDan
from vbhc.text.markup import marks

UNUSED_NOTE = "VB008"
MAX_NEAREST = 10


class Defect(NamedTuple):
    """One defect: its code and slug, what is said of it, what to do, and the way to the text or definition."""

    code: str
    slug: str
    message: str
    hint: str
    path: Path


def check_marks(body: object, chu_thich: Sequence[ChuThich], vien_dan: Sequence[VienDan]) -> Iterator[Defect]:
    """Every mark without a definition, every footnote with no place or two, every name given twice."""
    yield from _doubled("chu_thich", chu_thich)
    yield from _doubled("vien_dan", vien_dan)
    notes, cited = _Names(note.ma for note in chu_thich), _Names(it.ma for it in vien_dan)
    places: Counter[str] = Counter()
    for path, found in marked(body):
        for mark in found:
            places[mark.note] += 1
            if mark.cite:
                yield from _uncited(mark.cite, cited, path)
            else:
                yield from _misplaced_note(mark.note, notes, places[mark.note], path)
    for position, note in enumerate(chu_thich):
        yield from _within_note(note, cited, ("chu_thich", position))
        if not places[note.ma]:
            yield _unused(note.ma, ("chu_thich", position))


class _Names:
    """The names that marks may lead to; only so many near ones are looked for, because each takes a look at all."""

    def __init__(self, names: Iterable[str]) -> None:
        self.known = frozenset(names)
        self._left = MAX_NEAREST

    def hint(self, ma: str) -> str:
        """Which name ``ma`` may be meant to be; "" when none is near."""
        self._left -= 1
        near = difflib.get_close_matches(ma, sorted(self.known), n=1) if self._left >= 0 else ()
        return f"có phải «{near[0]}»?" if near else ""


def _uncited(ma: str, cited: _Names, path: Path) -> Iterator[Defect]:
    if ma not in cited.known:
        hint = cited.hint(ma) or f"khai báo văn bản này trong `vien_dan` với mã {ma}"
        yield Defect(
            "VB005", "vien-dan-khong-co", f"nhắc đến [@{ma}] nhưng không có văn bản viện dẫn nào có mã đó", hint, path
        )


def _misplaced_note(ma: str, notes: _Names, count: int, path: Path) -> Iterator[Defect]:
    if ma not in notes.known:
        hint = notes.hint(ma) or f"viết chú thích này trong `chu_thich` với mã {ma}"
        yield Defect(
            "VB006", "chu-thich-khong-co", f"có dấu chú thích [^{ma}] nhưng không có chú thích nào có mã đó", hint, path
        )
    elif count == 2:
        hint = "mỗi chú thích đứng ở một chỗ; viết thêm một chú thích khác cho chỗ này"
        yield Defect("VB007", "chu-thich-hai-cho", f"dấu chú thích [^{ma}] đặt ở hai chỗ", hint, path)


def _within_note(note: ChuThich, cited: _Names, path: Path) -> Iterator[Defect]:
    for mark in marks(note.noi_dung):
        if mark.cite:
            yield from _uncited(mark.cite, cited, path)
        else:
            hint = "đặt dấu đó ở nội dung văn bản"
            said = f"chú thích «{note.ma}» có dấu chú thích khác [^{mark.note}]"
            yield Defect("VB009", "chu-thich-trong-chu-thich", said, hint, path)


def _unused(ma: str, path: Path) -> Defect:
    hint = f"đặt dấu [^{ma}] vào chỗ cần chú thích, hoặc bỏ chú thích này"
    return Defect(
        UNUSED_NOTE, "chu-thich-khong-dung", "chú thích không có dấu ở chỗ nào trong văn bản nên sẽ mất", hint, path
    )


def _doubled(field: str, items: Iterable[NamedModel]) -> Iterator[Defect]:
    seen: set[str] = set()
    for position, item in enumerate(items):
        if item.ma in seen:
            yield Defect("VB010", "ma-trung", f"mã «{item.ma}» đã dùng rồi", "đặt mã khác", (field, position, "ma"))
        seen.add(item.ma)
