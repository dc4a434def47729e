"""How a value is written where its tag stands: as text of a run, as plain text (attributes), or as ready-made XML."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial
from types import NoneType

from jinja2 import Environment, Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from vbhc.templating import environment
from vbhc.templating.faults import BadValueError, Fault
from vbhc.templating.filters import SHOWS_PYTHON
from vbhc.word.wml import escaped, runs


class RawXml(str):
    """Ready WordprocessingML: goes into a ``{{p … }}`` or ``{{r … }}`` slot as it is, and nowhere else."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


_READY_IN_TEXT = ("nội dung đã định dạng không đặt giữa dòng chữ được", "viết {{p … }} trong một đoạn riêng")

# What has no printed form, or would get Python's: "None", "True", "12.5", "2026-05-10", "[…]".
_REFUSED: tuple[tuple[tuple[type, ...], Fault, str, str], ...] = (
    ((RawXml,), Fault.WRONG_SLOT, *_READY_IN_TEXT),
    (
        (NoneType,),
        Fault.BLANK,
        "trường này không có giá trị",
        "điền giá trị, hoặc đặt thẻ trong {% if … %} nếu được để trống",
    ),
    ((bool,), Fault.UNPRINTABLE, "đây là giá trị đúng/sai", "dùng {% if … %} để chọn chữ cần in"),
    (
        (float, Decimal),
        Fault.UNPRINTABLE,
        "số thập phân phải nói rõ cách in",
        "thêm bộ lọc `| so` hoặc `| phan_tram`",
    ),
    ((date,), Fault.UNPRINTABLE, "ngày phải nói rõ cách in", "thêm bộ lọc `| ngay_thang_nam`"),
    (
        (Mapping, Sequence, Set),
        Fault.UNPRINTABLE,
        "đây là danh sách hoặc nhóm trường",
        "lặp bằng {% for … %} hoặc chọn một trường trong đó",
    ),
)

_OF_BLOCKS = ("<w:p>", "<w:p ", "<w:tbl>", "<w:sectPr")
_OF_RUNS = ("<w:r>", "<w:r ")
_OF_TEXT = ("<w:t>", "<w:t ", "</w:t>", "<w:br", "<w:tab/>")
_OF_TABLES = ("<w:tr>", "<w:tr ", "<w:tc>", "<w:tc ")


class Level(StrEnum):
    """Where a value stands; the value of each is the name of the filter that writes there."""

    TEXT = "word:text"
    PLAIN = "word:plain"
    RUNS = "word:runs"
    BLOCKS = "word:blocks"
    ROWS = "word:rows"
    CELLS = "word:cells"


def text_value(value: object) -> str:
    """``value`` inside ``w:t``: escaped; a line break or tab becomes Word's own."""
    if type(value) is str:  # most values by far
        return escaped(value)
    if isinstance(value, Markup):  # what a macro or set block of the template wrote
        if value.startswith(_OF_RUNS + _OF_BLOCKS):
            raise BadValueError(Fault.WRONG_SLOT, *_READY_IN_TEXT)
        return value
    return escaped(printed(value))


def formatted(value: object) -> RawXml:
    """``{{r x | chu }}``: the runs of a text with inline markup (``**đậm**``, ``*nghiêng*``…)."""
    return RawXml(runs(printed(value)))


def plain_value(value: object) -> str:
    """``value`` where no Word break can stand (attributes, field codes, properties): escaped, on one line."""
    return str(escape(" ".join(printed(value).split())))


def ready_value(value: object, *, misplaced: tuple[str, ...]) -> str:
    """``value`` between blocks, runs, rows or cells: ready XML only, and not such as begins with ``misplaced``."""
    if isinstance(value, Undefined) or value is None:
        printed(value)  # raises, and says what is missing
    html = getattr(value, "__html__", None)
    if html is None:
        raise BadValueError(
            Fault.WRONG_SLOT,
            "chỗ này nhận nội dung đã định dạng, không nhận chữ thường",
            "viết {{ … }} thay cho {{p … }} hay {{r … }}, hoặc thêm bộ lọc `| chu` vào {{r … }}",
        )
    ready = str(html())
    if ready and (not ready.startswith("<") or ready.startswith(misplaced)):
        raise BadValueError(
            Fault.WRONG_SLOT,
            "nội dung đã định dạng không hợp với chỗ này",
            "cả đoạn dùng {{p … }}, một phần của đoạn dùng {{r … }}, hàng dùng {{tr … }}",
        )
    return ready


def printed(value: object) -> str:
    """``value`` as text for a reader; raises `BadValueError` for what has no printed form of its own."""
    if type(value) is int or isinstance(value, Undefined):  # a missing value raises, and says which it is
        return str(value)
    if isinstance(value, str) and not isinstance(value, RawXml):
        return str(value)
    for types, fault, message, hint in _REFUSED:
        if isinstance(value, types):
            raise BadValueError(fault, message, hint)
    python_only = type(value).__str__ in SHOWS_PYTHON and not isinstance(value, int)
    if python_only or hasattr(value, "__html__"):
        raise BadValueError(Fault.UNPRINTABLE, "không in được cả nhóm trường", "chọn một trường trong đó")
    return str(value)


WRITERS: Mapping[Level, Callable[[object], str]] = {
    Level.TEXT: text_value,
    Level.PLAIN: plain_value,
    Level.RUNS: partial(ready_value, misplaced=_OF_TEXT + _OF_BLOCKS + _OF_TABLES),
    Level.BLOCKS: partial(ready_value, misplaced=_OF_TEXT + _OF_RUNS + _OF_TABLES),
    Level.ROWS: partial(ready_value, misplaced=_OF_TEXT + _OF_RUNS + _OF_BLOCKS + _OF_TABLES[2:]),
    Level.CELLS: partial(ready_value, misplaced=_OF_TEXT + _OF_RUNS + _OF_BLOCKS + _OF_TABLES[:2]),
}
"""How a value is written at each level."""


class _WrittenOutput(CodeGenerator):
    """Every value went through the writer of its level (`vbhc.word.placing`): Jinja escapes nothing a second time."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> str:
        if isinstance(node, nodes.TemplateData):
            return super()._output_child_to_const(node, frame, finalize)
        raise nodes.Impossible

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        pass

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        pass


@cache
def word_environment() -> Environment:
    """The strict environment, with the ways a value is written into a Word part."""
    env = environment()
    env.code_generator_class = _WrittenOutput
    env.filters.update({level.value: write for level, write in WRITERS.items()}, chu=formatted)
    return env
