"""What rules ask of a heading as a whole: which lines it has, and whether it may be short of some."""

from __future__ import annotations

from collections.abc import Iterator

from vbhc.recognition.patterns import KEM_THEO
from vbhc.recognition.values import Line, Recognised, ThanhPhan

T = ThanhPhan
_NEAR = 6


def heading_lines(doc: Recognised) -> Iterator[Line]:
    """The lines above tên loại, Kính gửi or the text, whether or not anyone knows what they are."""
    below = [phan.lines[0].order for phan in doc.all(T.TEN_LOAI, T.KINH_GUI, T.CAN_CU)]
    below += [line.order for line in doc.noi_dung[:1]]
    end = min(below, default=0)
    return (line for line in doc.lines if line.order < end)


def is_attached(doc: Recognised) -> bool:
    """Whether a document says below tên loại that it comes with another, as a quy chế does with its quyết định.

    Such a one has no số and no date of its own. Source: NĐ 30/2020, PL III, Mẫu 1.3.
    """
    title = doc.first(T.TEN_LOAI)
    if title is None:
        return False
    start = title.lines[0].order
    return any(KEM_THEO.match(line.folded) for line in doc.lines if start < line.order <= start + _NEAR)
