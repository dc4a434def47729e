"""How a value is written where its tag stands: as text of a run, as plain text (attributes), or as ready-made XML."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal

from jinja2 import Undefined
from markupsafe import Markup, escape
from pydantic import BaseModel

from vbhc.word.faults import BadValueError, Fault
from vbhc.word.wml import escaped, runs


class RawXml(str):
    """Ready WordprocessingML: goes into a ``{{p … }}`` or ``{{r … }}`` slot as it is, and nowhere else."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


# Printed by Python's own rules these would be wrong in a Vietnamese document: "True", "12.5", "2026-05-10", "[…]".
_NEEDS_MORE: tuple[tuple[tuple[type, ...], str, str], ...] = (
    ((bool,), "đây là giá trị đúng/sai", "dùng {% if … %} để chọn chữ cần in"),
    ((float, Decimal), "số thập phân phải nói rõ cách in", "thêm bộ lọc `| so` hoặc `| phan_tram`"),
    ((date,), "ngày phải nói rõ cách in", "thêm bộ lọc `| ngay_thang_nam`"),
    ((Mapping, Collection), "đây là danh sách hoặc nhóm trường", "lặp bằng {% for … %} hoặc chọn một trường trong đó"),
)
_SHOWS_PYTHON = (object.__str__, BaseModel.__str__)


def text_value(value: object) -> Markup:
    """``value`` inside ``w:t``: escaped; a line break or tab becomes Word's own."""
    if isinstance(value, Markup):
        return value
    return Markup(escaped(value if type(value) is str else printed(value)))


def formatted(value: object) -> RawXml:
    """``{{r x | chu }}``: the runs of a text with inline markup (``**đậm**``, ``*nghiêng*``…)."""
    return RawXml(runs(printed(value)))


def plain_value(value: object) -> Markup:
    """``value`` where no Word break can stand (attributes, field codes, properties): escaped, on one line."""
    return escape(" ".join(printed(value).split()))


def block_value(value: object) -> Markup:
    """``value`` between paragraphs or runs: ready XML only."""
    if isinstance(value, Undefined):
        str(value)  # raises, and says which name is missing
    if isinstance(value, str) and not hasattr(value, "__html__"):
        raise BadValueError(
            Fault.WRONG_SLOT,
            "chỗ này nhận nội dung đã định dạng, không nhận chữ thường",
            "viết {{ … }} thay cho {{p … }} hay {{r … }}",
        )
    if not hasattr(value, "__html__"):
        raise BadValueError(Fault.WRONG_SLOT, "chỗ này chỉ nhận nội dung đã định dạng", "dùng tên trường khác")
    return Markup(value)


def printed(value: object) -> str:
    """``value`` as text for a reader; raises `BadValueError` for what has no printed form of its own."""
    if isinstance(value, str):
        return _printed_str(value)
    if isinstance(value, Undefined):
        return str(value)  # raises, and says which name is missing
    if value is None:
        raise BadValueError(
            Fault.BLANK, "trường này không có giá trị", "điền giá trị, hoặc đặt thẻ trong {% if … %} nếu được để trống"
        )
    for types, message, hint in _NEEDS_MORE:
        if isinstance(value, types):
            raise BadValueError(Fault.UNPRINTABLE, message, hint)
    if isinstance(value, int):
        return str(value)
    if type(value).__str__ in _SHOWS_PYTHON or hasattr(value, "__html__"):
        raise BadValueError(Fault.UNPRINTABLE, "không in được cả nhóm trường", "chọn một trường trong đó")
    return str(value)


def _printed_str(value: str) -> str:
    if isinstance(value, RawXml):
        raise BadValueError(
            Fault.WRONG_SLOT, "nội dung đã định dạng không đặt giữa dòng chữ được", "viết {{p … }} trong một đoạn riêng"
        )
    return str(value)
