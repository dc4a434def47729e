"""Blocks as Word paragraphs and tables: each kind has its named style, each number comes from its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from vbhc.layout import TWIPS_PER_MM, load_decree, text_width_mm
from vbhc.model import Bang, CachDanhSo, Doan, GachDauDong, Khoi, Muc
from vbhc.text.markup import Run, escape, parse_inline, plain
from vbhc.text.spelling import keep_together, upper
from vbhc.word.wml import KEEP_NEXT, paragraph, runs
from vbhc.writer.styles import BodyStyles
from vbhc.writer.tables import Table
from vbhc.writer.widths import Measure

# Words this much wider than a line surely take two lines, the indent of the first and ragged breaks allowed for.
TWO_LINES = 1.1

_END_MARKS = re.compile(r"[.;:,\s]*(\*{0,3})$")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph to be: its style, its markup, and whether it stays with the next one."""

    style: str
    markup: str
    keep_next: bool = False

    def to_xml(self) -> str:
        """The paragraph; spaces where a line must not break are made unbreakable."""
        return paragraph(self.style, runs(_unbroken(self.markup)), ppr_extra=KEEP_NEXT if self.keep_next else "")


@dataclass(frozen=True, slots=True)
class BlockWriter:
    """Writes the blocks of one body or phụ lục: ``danh_so`` numbers its mục, tables fill ``width`` twips."""

    styles: BodyStyles
    danh_so: tuple[CachDanhSo, ...]
    width: int
    measure: Measure

    def write(self, blocks: Sequence[Khoi], *, before_signature: bool = False) -> str:
        """The XML of ``blocks``; ``before_signature``: the last lines stay on the page of what follows."""
        pieces = list(self._pieces(blocks, depth=0))
        if before_signature:
            kept = self._lines_to_keep(pieces[-1])
            pieces[-kept:] = [replace(piece, keep_next=True) for piece in pieces[-kept:]]
        return "".join([piece.to_xml() for piece in pieces])

    def _pieces(self, blocks: Sequence[Khoi], depth: int) -> Iterator[Line | Table]:
        position = 0
        for block in blocks:
            if isinstance(block, Muc):
                position += 1
                yield from self._muc(block, position, depth)
            elif isinstance(block, Doan):
                yield Line(self.styles.doan, block.noi_dung)
            elif isinstance(block, GachDauDong):
                yield from self._dash(block)
            else:
                yield Table(block, self.styles, self.width, self.measure(block))

    def _muc(self, muc: Muc, position: int, depth: int) -> Iterator[Line | Table]:
        """Number and title or number and text; words that introduce what stands below never end a page."""
        scheme = self.danh_so[depth]
        number = escape(muc.so) if muc.so else scheme.number(position)
        if muc.tieu_de is not None:
            title = upper(muc.tieu_de) if scheme is CachDanhSo.LA_MA else muc.tieu_de
            yield Line(self._title_style(scheme), f"{number} {title}", keep_next=True)
        if muc.noi_dung is not None:
            text = muc.noi_dung if muc.tieu_de is not None else f"{number} {muc.noi_dung}"
            yield Line(self._text_style(scheme), text, keep_next=bool(muc.khoi))
        yield from self._pieces(muc.khoi, depth + 1)

    def _title_style(self, scheme: CachDanhSo) -> str:
        """Điểm are upright whether they have a title or not. Source: NĐ 30/2020, PL I, Phần I, V, 6."""
        return {
            CachDanhSo.LA_MA: self.styles.muc_la_ma,
            CachDanhSo.A_RAP: self.styles.muc_a_rap,
            CachDanhSo.CHU_CAI: self.styles.diem,
        }[scheme]

    def _text_style(self, scheme: CachDanhSo) -> str:
        return self.styles.diem if scheme is CachDanhSo.CHU_CAI else self.styles.khoan

    def _dash(self, dash: GachDauDong) -> Iterator[Line]:
        yield Line(self.styles.gach_dau_dong, f"- {dash.noi_dung}", keep_next=bool(dash.con))
        for item in dash.con:
            yield Line(self.styles.dau_cong, f"+ {item.noi_dung}")

    def _lines_to_keep(self, last: Line | Table) -> int:
        """How many pieces stay with the signature: the last, and the one before it when the last is a single line."""
        words = last.markup if isinstance(last, Line) else ""
        words_mm = text_width_mm(plain(words), load_decree()["co_chu_pt.noi_dung"].chon)
        return 1 if words_mm >= TWO_LINES * self.width / TWIPS_PER_MM else 2


def _unbroken(markup: str) -> tuple[Run, ...]:
    """The runs of ``markup`` with unbreakable spaces, also where a format begins or ends at one."""
    pieces = parse_inline(markup)
    whole = keep_together("".join(piece.text for piece in pieces))
    ends = [0, *accumulate(len(piece.text) for piece in pieces)]
    return tuple(piece._replace(text=whole[a:b]) for piece, (a, b) in zip(pieces, pairwise(ends), strict=True))


def ends_in_table(blocks: Sequence[Khoi]) -> bool:
    """Whether the last thing in ``blocks``, however deep, is a table."""
    last = blocks[-1]
    return isinstance(last, Bang) or (isinstance(last, Muc) and bool(last.khoi) and ends_in_table(last.khoi))


def with_end_mark(blocks: Sequence[Khoi]) -> tuple[Khoi, ...]:
    """``blocks`` with "./." after the last word; below a table, on a line of its own. Source: PL III, Mẫu 1.4, 1.5."""
    *before, last = blocks
    if isinstance(last, Bang):
        mark = load_decree().loi_van["dau_het"]
        already = bool(before) and isinstance(before[-1], Doan) and before[-1].noi_dung.endswith(mark)
        return tuple(blocks) if already else (*blocks, Doan(noi_dung=mark))
    return (*before, _ended(last))


def _ended(block: Doan | Muc | GachDauDong) -> Khoi:
    if isinstance(block, Muc) and block.khoi:
        return block.model_copy(update={"khoi": with_end_mark(block.khoi)})
    if isinstance(block, GachDauDong) and block.con:
        return block.model_copy(update={"con": with_end_mark(block.con)})
    field = "tieu_de" if isinstance(block, Muc) and block.noi_dung is None else "noi_dung"
    return block.model_copy(update={field: _end_marked(getattr(block, field))})


def _end_marked(markup: str) -> str:
    mark = load_decree().loi_van["dau_het"]
    return markup if plain(markup).endswith(mark) else _END_MARKS.sub(rf"\1{mark}", markup, count=1)
