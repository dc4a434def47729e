"""Phụ lục as sections of the same file: each on pages of its own, portrait or landscape, numbered from 1."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vbhc.layout import TWIPS_PER_MM, load_decree, text_width_mm, twips
from vbhc.model import Bang, Huong, Khoi, Muc, PhuLuc, VanBan
from vbhc.packs.loading import BLANK_FOOTER_ID, BLANK_HEADER_ID
from vbhc.text.markup import escape
from vbhc.text.numbering import roman
from vbhc.text.spelling import keep_together, upper
from vbhc.word.wml import Page, paragraph, reference, runs, section, section_end
from vbhc.writer.blocks import BlockWriter, ends_in_table, with_end_mark
from vbhc.writer.rules import rule
from vbhc.writer.styles import BodyStyles
from vbhc.writer.widths import Measure, fits_comfortably

# Its first page shows neither a number nor what page 1 of the letter shows; the number on the others is inherited.
_MARGINS = reference("header", BLANK_HEADER_ID, page="first") + reference("footer", BLANK_FOOTER_ID, page="first")


@dataclass(frozen=True, slots=True)
class Appendices:
    """All phụ lục: the XML that follows the letter, the section that ends the file, and which were turned by need."""

    xml: str
    final_section: str
    landscape: tuple[int, ...]


def write_appendices(van_ban: VanBan, styles: BodyStyles, main_section: str, measure: Measure) -> Appendices:
    """The phụ lục of ``van_ban`` behind a letter whose section is ``main_section``."""
    page = Page.of_section(main_section)
    sections, pieces, turned = [main_section], [], []
    for position, phu_luc in enumerate(van_ban.phu_luc, 1):
        across = _is_landscape(phu_luc, page, measure)
        if across and phu_luc.huong is Huong.TU_DONG:
            turned.append(position)
        own = page.landscape if across else page
        writer = BlockWriter(styles, van_ban.danh_so, own.text_width, measure)
        heading = _heading(van_ban, position, styles, own)
        pieces.append(section_end(styles.ket, sections[-1]) + heading + writer.write(_ended(phu_luc)))
        sections.append(section(own, references=_MARGINS, restart_at=1, title_page=True))
    return Appendices("".join(pieces) + paragraph(styles.ket, ""), sections[-1], tuple(turned))


def _is_landscape(phu_luc: PhuLuc, page: Page, measure: Measure) -> bool:
    if phu_luc.huong is not Huong.TU_DONG:
        return phu_luc.huong is Huong.NGANG
    available = page.text_width / TWIPS_PER_MM
    return not all(fits_comfortably(measure(bang), available) for bang in _tables(phu_luc.noi_dung))


def _tables(blocks: tuple[Khoi, ...]) -> Iterator[Bang]:
    for block in blocks:
        if isinstance(block, Bang):
            yield block
        elif isinstance(block, Muc):
            yield from _tables(block.khoi)


def _ended(phu_luc: PhuLuc) -> tuple[Khoi, ...]:
    """Its blocks with the end mark of the sample forms; a phụ lục that ends in a table ends with the table."""
    blocks = phu_luc.noi_dung
    return blocks if ends_in_table(blocks) else with_end_mark(blocks)


def _heading(van_ban: VanBan, position: int, styles: BodyStyles, page: Page) -> str:
    """ "Phụ lục I", its title, what it belongs to, and a short rule. Source: PL I, Phần I, III.1; PL III, Mẫu 2.1."""
    phu_luc = van_ban.phu_luc[position - 1]
    number = f" {roman(position)}" if len(van_ban.phu_luc) > 1 else ""
    title = paragraph(styles.tieu_de_phu_luc, runs(upper(phu_luc.tieu_de))) if phu_luc.tieu_de else ""
    belongs, width_mm = _belongs_to(van_ban, page.text_width / TWIPS_PER_MM)
    return (
        paragraph(styles.phu_luc, runs(f"Phụ lục{number}"))
        + title
        + paragraph(styles.kem_theo, runs(escape(belongs)))
        + rule(
            styles.ke, room=page.text_width, length=twips(width_mm * load_decree()["duong_ke.phu_luc"].chon), after=True
        )
    )


def _belongs_to(van_ban: VanBan, room_mm: float) -> tuple[str, float]:
    """What the phụ lục belongs to, broken before "của" when a line is too short for it; and how wide that is."""
    number = f"(Kèm theo {van_ban.ten_goi} số {van_ban.so_ky_hieu} {van_ban.thoi_gian}"
    lines = [f"{number} của {van_ban.co_quan.ten_day_du})"]
    if _width_mm(lines[0]) > room_mm:
        lines = [number, f"của {van_ban.co_quan.ten_day_du})"]
    return keep_together("\n".join(lines)), min(max(map(_width_mm, lines)), room_mm)


def _width_mm(words: str) -> float:
    return text_width_mm(words, load_decree()["co_chu_pt.kem_theo"].chon, italic=True)
