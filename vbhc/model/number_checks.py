"""Why a mục has no number in its place: too deep, out of order, without tiêu đề, or beyond what its form can count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vbhc.errors import TextError
from vbhc.model.danh_so import CO_TIEU_DE, CapMuc, Numbering, level_under
from vbhc.model.khoi import Khoi, Muc
from vbhc.model.mark_checks import Defect
from vbhc.model.mentions import Path

_LEVELS = f"các cấp: {' → '.join(level.mau for level in CapMuc)}"


def check_numbers(blocks: Iterable[Khoi], first: CapMuc, path: Path) -> Iterator[Defect]:
    """Every mục of a body at ``path`` that has no number; of mục that count too far the first in its place alone."""
    yield from _unnumbered(blocks, first, None, Numbering(), path)


def _unnumbered(
    blocks: Iterable[Khoi], first: CapMuc, parent: CapMuc | None, numbering: Numbering, path: Path
) -> Iterator[Defect]:
    counts = True
    for position, item in enumerate(blocks):
        if not isinstance(item, Muc):
            continue
        here = (*path, position)
        level = level_under(parent, item.cap_muc, first)
        if level is None:
            yield _misplaced(item, parent, here)
        else:
            if level in CO_TIEU_DE and item.tieu_de is None:
                yield _defect(
                    f"mục cấp «{level.mau}» không có tiêu đề", "viết thêm `tieu_de`, hoặc đổi `cap_muc`", here
                )
            beyond = _beyond(numbering, level, item, here)
            yield from beyond if counts else ()
            counts = counts and not beyond
        if below := level or item.cap_muc:
            yield from _unnumbered(item.khoi, first, below, numbering, (*here, "khoi"))


def _beyond(numbering: Numbering, level: CapMuc, item: Muc, path: Path) -> tuple[Defect, ...]:
    try:
        numbering.number(level, item.so)
    except TextError as error:
        hint = "chia bớt thành nhiều mục, dùng gạch đầu dòng, hoặc ghi lại số ở các `so` phía trước"
        return (_defect(error.message, hint, path),)
    return ()


def _misplaced(item: Muc, parent: CapMuc | None, path: Path) -> Defect:
    above = parent.mau if parent else ""
    if item.cap_muc is None:
        return _defect(f"mục nằm trong mục cấp «{above}», sâu hơn các cấp đánh số", _LEVELS, path)
    said = f"mục cấp «{item.cap_muc.mau}» nằm trong mục cấp «{above}», là cấp không lớn hơn nó"
    return _defect(said, _LEVELS, path)


def _defect(message: str, hint: str, path: Path) -> Defect:
    return Defect("VB004", "muc-khong-co-so", message, hint, path)
