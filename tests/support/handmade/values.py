"""A letter as data: each element with its look, and how the file around them is put together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, is_dataclass, replace
from types import MappingProxyType
from typing import Any

Tabs = tuple[tuple[str, float], ...]
A4_TWIPS = (11906, 16838)


@dataclass(frozen=True)
class Text:
    """A paragraph of one look. Sizes and gaps are pt, indents mm; ``\\n`` in the text is a line break."""

    text: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    underline: bool = False
    raised: bool = False
    """Superscript."""
    font: str = "Times New Roman"
    color: str = "000000"
    align: str = "left"
    """``left``, ``center``, ``right`` or ``both``."""
    before: float = 0
    after: float = 0
    line: float = 1.0
    """Line spacing as a multiple of single."""
    exact: float = 0
    """Line spacing of exactly so many pt, instead of ``line``."""
    first_mm: float = 0
    left_mm: float = 0
    right_mm: float = 0
    keep_next: bool = False
    tabs: Tabs = ()
    """Tab stops: kind and position in mm."""
    borders: tuple[str, ...] = ()
    """Sides on which a line is drawn: ``top``, ``bottom``, …"""
    number: str = ""
    """What stands before the text: ``I.``, ``1.``, ``a)``, ``-``."""
    level: int | None = None
    """The level of ``number`` in the outline; with ``Letter.numbering == "automatic"`` Word counts it."""
    lead: str = ""
    """The first words, bold where the rest is not (``Điều 1.``)."""
    rule: float = 0
    """A line is drawn under the text, this share of its width long."""

    @property
    def words(self) -> str:
        """All that the reader sees: lead, number and text."""
        return " ".join(filter(None, (self.lead, self.number, self.text)))


@dataclass(frozen=True)
class Bang:
    """A table ("bảng") with lines around its cells; the first ``header_rows`` rows repeat on each page."""

    cot_mm: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    header_rows: int = 1
    repeat: bool = True
    size: float = 13


Block = Text | Bang


@dataclass(frozen=True)
class PhuLuc:
    """An appendix ("phụ lục"): a section of its own; ``start`` is the number of its first page."""

    nhan: Text
    ten: Text | None
    chi_dan: Text | None
    than: tuple[Block, ...] = ()
    landscape: bool = False
    start: int | None = 1
    title_page: bool = True


@dataclass(frozen=True)
class Letter:
    """A document: its elements from top to bottom, its page, and the construction of the file."""

    quoc_hieu: Text | None = None
    tieu_ngu: Text | None = None
    co_quan_chu_quan: Text | None = None
    co_quan: Text | None = None
    """Each line of the text is a paragraph of its own."""
    so_ky_hieu: Text | None = None
    v_v: Text | None = None
    dia_danh: Text | None = None
    khan: Text | None = None
    """The stamp of urgency, in a frame under the heading on the left."""
    luu_hanh: Text | None = None
    """The stamp "phạm vi lưu hành", in a frame in the top margin of page 1 on the right."""
    chu_ky_so: Text | None = None
    """The line of the digital signature at the top right of page 1 (of an appendix that is a file)."""
    ten_loai: Text | None = None
    trich_yeu: Text | None = None
    kinh_gui: tuple[Text, ...] = ()
    than: tuple[Block, ...] = ()
    chuc_vu: tuple[Text, ...] = ()
    ho_ten: Text | None = None
    thu_ky: tuple[Text, ...] = ()
    """What stands left of the signature in minutes ("biên bản"): THƯ KÝ and a name."""
    noi_nhan: tuple[Text, ...] = ()
    dia_chi: Text | None = None
    """The address at the foot of page 1."""
    phu_luc: tuple[PhuLuc, ...] = ()

    paper_twips: tuple[int, int] = A4_TWIPS
    margins_mm: Mapping[str, float] = field(
        default_factory=lambda: MappingProxyType({"top": 20, "right": 15, "bottom": 20, "left": 30, "header": 10})
    )
    page_number: Text | None = Text("", align="center")
    page_number_in: str = "header"
    """``header`` or ``footer``."""
    title_page: bool = True

    heading: str = "table"
    """``table``, ``tabs``, ``spaces`` or ``boxes``."""
    rules: str = "drawing"
    """``drawing``, ``vml``, ``border`` or ``underscores``; no ``border`` where a paragraph holds two elements."""
    signature: str = "table"
    """``table`` or ``tabs``."""
    formatting: str = "direct"
    """``direct``, ``styles`` or ``theme``: where fonts and sizes are said."""
    numbering: str = "typed"
    """``typed`` or ``automatic``."""
    page_field: str = "complex"
    """``complex`` (w:fldChar) or ``simple`` (w:fldSimple)."""
    split: bool = False
    """Every text is cut into many runs, as after years of proofreading."""
    decomposed: bool = False
    """Every text is in NFD."""

    @property
    def width_mm(self) -> float:
        """The width of the text on an upright page."""
        return self.paper_twips[0] / 1440 * 25.4 - self.margins_mm["left"] - self.margins_mm["right"]


def changed(value: Any, change: Any) -> Any:
    """``value`` after ``change``, which says as little as it can.

    A function is called with ``value``; a string gives a `Text` other words; a mapping changes fields of a dataclass,
    keys of a mapping, or items of a tuple by position; anything else takes the place of ``value``. Raises
    ``AttributeError`` for a field that is not there, ``TypeError`` for a mapping that meets an absent element.
    """
    if callable(change):
        return change(value)
    if isinstance(change, str) and isinstance(value, Text):
        return replace(value, text=change)
    if not isinstance(change, Mapping):
        return change
    return _changed_inside(value, change)


def _changed_inside(value: Any, change: Mapping[Any, Any]) -> Any:
    if isinstance(value, tuple):
        items = list(value)
        for position, new in change.items():
            items[position] = changed(items[position], new)
        return tuple(item for item in items if item is not None)
    if isinstance(value, Mapping):
        return MappingProxyType({**value, **change})
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"{change!r} changes nothing in {value!r}")
    return replace(value, **{name: changed(getattr(value, name), new) for name, new in change.items()})
