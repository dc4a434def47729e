"""Blocks as Word paragraphs and tables: each kind has its named style, each number comes from its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from vbhc.layout import TWIPS_PER_MM, load_decree, text_width_mm
from vbhc.model import Bang, CapMuc, Doan, GachDauDong, Khoi, Muc, Numbering, level_under
from vbhc.text.markup import Run, parse_inline, plain, to_markup
from vbhc.word.wml import KEEP_NEXT, Page, outline_level, paragraph
from vbhc.writer.heights import paragraph_mm
from vbhc.writer.inline import Footnotes, shown, unbroken
from vbhc.writer.outline import LOOKS, numbered, text_line, title_line
from vbhc.writer.paging import ANYWHERE, Spot
from vbhc.writer.styles import BodyStyles
from vbhc.writer.tables import Table
from vbhc.writer.widths import Measure

# Words this much wider than a line surely take two lines, the indent of the first and ragged breaks allowed for.
TWO_LINES = 1.1

_END_MARKS = ".;:, \n\t\u00a0"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph to be: its style and runs, whether it stays with the next one, its level for navigation."""

    style: str
    pieces: tuple[Run, ...]
    keep_next: bool = False
    outline: int | None = None

    def to_xml(self, notes: Footnotes) -> str:
        """The paragraph; spaces where a line must not break are made unbreakable."""
        keep = KEEP_NEXT if self.keep_next else ""
        level = "" if self.outline is None else outline_level(self.outline)
        return paragraph(self.style, notes.runs(unbroken(self.pieces)), ppr_extra=keep + level)


class _Above(NamedTuple):
    """What blocks stand in: the level of that mục (``None``: the body itself), and the outline level of mục in it."""

    level: CapMuc | None
    outline: int


@dataclass(frozen=True, slots=True)
class BlockWriter:
    """Writes the blocks of one body or phụ lục on ``page``.

    Its mục begin with the level ``first``, and in Word's navigation pane at ``outline`` (from 0).
    """

    styles: BodyStyles
    first: CapMuc
    page: Page
    measure: Measure
    notes: Footnotes
    outline: int = 0

    def write(self, blocks: Sequence[Khoi], *, spot: Spot = ANYWHERE, before_signature: bool = False) -> str:
        """The XML of ``blocks``, the first at ``spot``; ``before_signature``: the last lines stay on the page of what
        follows.
        """
        pieces = list(self._pieces(blocks, _Above(None, self.outline), Numbering()))
        pieces[:-1] = [replace(it, keep_next=True) if _introduces(it) else it for it in pieces[:-1]]
        pieces = list(self._spotted(pieces, spot))
        if before_signature:
            kept = self._lines_to_keep(pieces[-1])
            pieces[-kept:] = [replace(piece, keep_next=True) for piece in pieces[-kept:]]
        return "".join([piece.to_xml(self.notes) for piece in pieces])

    def lines(self, style: str, texts: Iterable[str]) -> str:
        """The XML of ``texts`` as paragraphs of one style, a field of `BodyStyles`."""
        style_id = getattr(self.styles, style)
        return "".join(Line(style_id, parse_inline(text)).to_xml(self.notes) for text in texts)

    def _pieces(self, blocks: Sequence[Khoi], above: _Above, numbering: Numbering) -> Iterator[Line | Table]:
        for block in blocks:
            if isinstance(block, Muc):
                yield from self._muc(block, above, numbering)
            elif isinstance(block, Doan):
                yield Line(self.styles.doan, parse_inline(block.noi_dung))
            elif isinstance(block, GachDauDong):
                yield from self._dash(block)
            else:
                yield Table(block, self.styles, self.page, self.measure(block))

    def _muc(self, muc: Muc, above: _Above, numbering: Numbering) -> Iterator[Line | Table]:
        """Number and title or number and text; neither ends a page when more stands below."""
        level = level_under(above.level, muc.cap_muc, self.first)
        assert level is not None, "a văn bản with such a mục does not construct"
        look = LOOKS[level]
        number = numbering.number(level, muc.so)
        if muc.tieu_de is not None and not muc.chay_lien:
            title = title_line(muc, number, look)
            yield Line(getattr(self.styles, look.title), title, keep_next=True, outline=above.outline)
        if muc.noi_dung is not None:
            yield Line(getattr(self.styles, look.text), text_line(muc, number, look), keep_next=bool(muc.khoi))
        yield from self._pieces(muc.khoi, _Above(level, above.outline + 1), numbering)

    def _dash(self, dash: GachDauDong) -> Iterator[Line]:
        yield Line(self.styles.gach_dau_dong, numbered("-", dash.noi_dung), keep_next=bool(dash.con))
        for item in dash.con:
            yield Line(self.styles.dau_cong, numbered("+", item.noi_dung))

    def _spotted(self, pieces: Sequence[Line | Table], spot: Spot) -> Iterator[Line | Table]:
        """The pieces from ``spot`` on, each table with the spot where it begins."""
        page_mm, room_mm = self.page.text_height / TWIPS_PER_MM, self.page.text_width / TWIPS_PER_MM
        behind = max((at for at, piece in enumerate(pieces, 1) if isinstance(piece, Table)), default=0)
        for piece in pieces[:behind]:
            if isinstance(piece, Table):
                yield replace(piece, spot=spot)
                spot = ANYWHERE
            else:
                yield piece
                own_mm = paragraph_mm(shown(piece.pieces), room_mm)
                spot = spot.below(own_mm, page_mm, heads=piece.keep_next)
        yield from pieces[behind:]

    def _lines_to_keep(self, last: Line | Table) -> int:
        """How many pieces stay with the signature: the last, and the one before it when the last is a single line."""
        words = shown(last.pieces) if isinstance(last, Line) else ""
        words_mm = text_width_mm(words, load_decree()["co_chu_pt.noi_dung"].chon)
        return 1 if words_mm >= TWO_LINES * self.page.text_width / TWIPS_PER_MM else 2


def _introduces(piece: Line | Table) -> bool:
    """Whether a paragraph introduces or heads the next one, and so must not end a page."""
    if isinstance(piece, Table):
        return False
    return shown(piece.pieces).endswith(":") or all(run.bold for run in piece.pieces if run.text)


def ends_in_table(blocks: Sequence[Khoi]) -> bool:
    """Whether the last thing in ``blocks``, however deep, is a table."""
    last = blocks[-1]
    return isinstance(last, Bang) or (isinstance(last, Muc) and bool(last.khoi) and ends_in_table(last.khoi))


def with_end_mark(blocks: Sequence[Khoi]) -> tuple[Khoi, ...]:
    """``blocks`` with "./." after the last word; below a table, on a line of its own. Source: PL III, Mẫu 1.4, 1.5."""
    *before, last = blocks
    if isinstance(last, Bang):
        mark = load_decree().loi_van["dau_het"]
        return tuple(blocks) if _last_words(before).endswith(mark) else (*blocks, Doan(noi_dung=mark))
    return (*before, _ended(last))


def _last_words(blocks: Sequence[Khoi]) -> str:
    """What the last paragraph of ``blocks`` says, without markup; "" when they end in a table."""
    if not blocks or isinstance(blocks[-1], Bang):
        return ""
    last = blocks[-1]
    if isinstance(last, Muc):
        return _last_words(last.khoi) if last.khoi else plain(last.noi_dung or last.tieu_de or "")
    return plain((last.con[-1] if isinstance(last, GachDauDong) and last.con else last).noi_dung)


def _ended(block: Doan | Muc | GachDauDong) -> Khoi:
    if isinstance(block, Muc) and block.khoi:
        return block.model_copy(update={"khoi": with_end_mark(block.khoi)})
    if isinstance(block, GachDauDong) and block.con:
        return block.model_copy(update={"con": with_end_mark(block.con)})
    field = "tieu_de" if isinstance(block, Muc) and block.noi_dung is None else "noi_dung"
    return block.model_copy(update={field: _end_marked(getattr(block, field))})


def _end_marked(markup: str) -> str:
    """The text with the end mark in place of its own, behind the marks of footnotes that stand at its end."""
    mark = load_decree().loi_van["dau_het"]
    if plain(markup).endswith(mark):
        return markup
    runs = list(parse_inline(markup))
    for at, run in reversed(list(enumerate(runs))):
        runs[at] = run._replace(text=run.text.rstrip(_END_MARKS))
        if runs[at].text:
            break
    look = next((run for run in reversed(runs) if run.text), Run(""))
    return to_markup([*runs, Run(mark, bold=look.bold, italic=look.italic)])
