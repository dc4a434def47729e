"""What can be wrong with the marks ``[^ma]`` and ``[@ma]`` in the texts of a văn bản."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from vbhc.model.chu_thich import ChuThich
from vbhc.model.mentions import Path, marked
from vbhc.model.vien_dan import VienDan
from vbhc.text.markup import marks


class Defect(NamedTuple):
    """One defect: its code and slug, what is said of it, what to do, and the way to the text or definition."""

    code: str
    slug: str
    message: str
    hint: str
    path: Path


def check_marks(body: object, chu_thich: Sequence[ChuThich], vien_dan: Sequence[VienDan]) -> Iterator[Defect]:
    """Every mark without a definition, every footnote with no place or two, every name given twice."""
    notes, cited = [note.ma for note in chu_thich], [it.ma for it in vien_dan]
    yield from _doubled("chu_thich", notes)
    yield from _doubled("vien_dan", cited)
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


def _uncited(ma: str, cited: Collection[str], path: Path) -> Iterator[Defect]:
    if ma not in cited:
        hint = _nearest(ma, cited) or f"khai báo văn bản này trong `vien_dan` với mã {ma}"
        yield Defect(
            "VB005", "vien-dan-khong-co", f"nhắc đến [@{ma}] nhưng không có văn bản viện dẫn nào có mã đó", hint, path
        )


def _misplaced_note(ma: str, notes: Collection[str], count: int, path: Path) -> Iterator[Defect]:
    if ma not in notes:
        hint = _nearest(ma, notes) or f"viết chú thích này trong `chu_thich` với mã {ma}"
        yield Defect(
            "VB006", "chu-thich-khong-co", f"có dấu chú thích [^{ma}] nhưng không có chú thích nào có mã đó", hint, path
        )
    elif count == 2:
        hint = "mỗi chú thích đứng ở một chỗ; viết thêm một chú thích khác cho chỗ này"
        yield Defect("VB007", "chu-thich-hai-cho", f"dấu chú thích [^{ma}] đặt ở hai chỗ", hint, path)


def _within_note(note: ChuThich, cited: Collection[str], path: Path) -> Iterator[Defect]:
    for mark in marks(note.noi_dung):
        if mark.cite:
            yield from _uncited(mark.cite, cited, path)
        else:
            hint = "đặt dấu đó ở nội dung văn bản"
            yield Defect(
                "VB009", "chu-thich-trong-chu-thich", f"chú thích có dấu chú thích khác [^{mark.note}]", hint, path
            )


def _unused(ma: str, path: Path) -> Defect:
    hint = f"đặt dấu [^{ma}] vào chỗ cần chú thích, hoặc bỏ chú thích này"
    return Defect(
        "VB008", "chu-thich-khong-dung", "chú thích không có dấu ở chỗ nào trong văn bản nên sẽ mất", hint, path
    )


def _doubled(field: str, names: Sequence[str]) -> Iterator[Defect]:
    for position, ma in enumerate(names):
        if ma in names[:position]:
            yield Defect("VB010", "ma-trung", f"mã «{ma}» đã dùng rồi", "đặt mã khác", (field, position, "ma"))


def _nearest(ma: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(ma, known, n=1)
    return f"có phải «{near[0]}»?" if near else ""
