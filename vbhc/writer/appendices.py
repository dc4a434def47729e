"""Phụ lục as sections of the same file, or each as a file: on pages of its own, portrait or landscape, from page 1."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vbhc.layout import TWIPS_PER_MM, balanced_lines, load_decree, text_width_mm, twips
from vbhc.model import Huong, Khoi, PhuLuc, TrangThai, VanBan, tables
from vbhc.packs.loading import BLANK_FOOTER_ID, BLANK_HEADER_ID
from vbhc.text.markup import Run, escape, parse_inline, plain
from vbhc.text.numbering import roman
from vbhc.text.spelling import keep_together, upper
from vbhc.word.wml import Page, paragraph, reference, runs, section, section_end
from vbhc.writer.blocks import BlockWriter, ends_in_table, with_end_mark
from vbhc.writer.heights import paragraph_mm
from vbhc.writer.inline import capitals, lines_like, shown
from vbhc.writer.paging import Spot
from vbhc.writer.rules import rule
from vbhc.writer.widths import fits_comfortably

# Its first page shows neither a number nor what page 1 of the letter shows; the number on the others is inherited.
_MARGINS = reference("header", BLANK_HEADER_ID, page="first") + reference("footer", BLANK_FOOTER_ID, page="first")
# Lines of a long title stand clear of the margins.
TITLE_SHARE = 0.85
_OTHER_PAGES = re.compile(r'<w:(?:header|footer)Reference\b(?=[^>]*w:type="(?:default|even)")[^>]*/>')


@dataclass(frozen=True, slots=True)
class Appendices:
    """Phụ lục as they follow a letter: their XML, the section that ends the file, and which were turned by need."""

    xml: str
    final_section: str
    landscape: tuple[int, ...]


def write_appendices(van_ban: VanBan, writer: BlockWriter, main_section: str) -> Appendices:
    """The phụ lục of ``van_ban`` behind a letter whose section is ``main_section``."""
    sections, pieces, turned = [main_section], [], []
    for position, phu_luc in enumerate(van_ban.phu_luc, 1):
        own = on_its_page(phu_luc, writer)
        if is_turned(phu_luc, own):
            turned.append(position)
        pieces.append(section_end(writer.styles.ket, sections[-1]) + _appendix(van_ban, position, own))
        sections.append(_section(own.page))
    return Appendices("".join(pieces) + paragraph(writer.styles.ket, ""), sections[-1], tuple(turned))


def write_alone(van_ban: VanBan, position: int, writer: BlockWriter, main_section: str) -> Appendices:
    """The phụ lục at ``position`` (from 1) as a file of its own, where its số and thời gian are not filled in.

    ``writer`` and ``main_section`` are those of the letter. Source: NĐ 30/2020, PL I, Phần I, III.1.d; PL III, Mẫu 2.2.
    """
    phu_luc = van_ban.phu_luc[position - 1]
    own = on_its_page(phu_luc, writer)
    xml = _appendix(_blank(van_ban), position, own) + paragraph(writer.styles.ket, "")
    pages = "".join(_OTHER_PAGES.findall(main_section))
    return Appendices(xml, _section(own.page, pages), (position,) if is_turned(phu_luc, own) else ())


def _blank(van_ban: VanBan) -> VanBan:
    """With gaps for số and thời gian: whoever signs the file stamps them on it."""
    number = van_ban.so_ky_hieu.model_copy(update={"so": None})
    date = van_ban.thoi_gian.model_copy(update={"ngay": None, "thang": None})
    blanks = {"so_ky_hieu": number, "thoi_gian": date, "trang_thai": TrangThai.DU_THAO}
    return van_ban.model_copy(update=blanks)


def on_its_page(phu_luc: PhuLuc, writer: BlockWriter) -> BlockWriter:
    """The writer on the page that ``phu_luc`` asks for, or that its tables need."""
    if phu_luc.huong is Huong.TU_DONG:
        available = writer.page.text_width / TWIPS_PER_MM
        across = not all(fits_comfortably(writer.measure(bang), available) for _, bang in tables(phu_luc.noi_dung))
    else:
        across = phu_luc.huong is Huong.NGANG
    return replace(writer, page=writer.page.landscape if across else writer.page, outline=1)


def is_turned(phu_luc: PhuLuc, own: BlockWriter) -> bool:
    """Whether its tables turned the paper."""
    return phu_luc.huong is Huong.TU_DONG and own.page.width > own.page.height


def _section(page: Page, references: str = "") -> str:
    return section(page, references=references + _MARGINS, restart_at=1, title_page=True)


def _appendix(van_ban: VanBan, position: int, writer: BlockWriter) -> str:
    xml, height_mm = _heading(van_ban, position, writer)
    return xml + writer.write(_ended(van_ban.phu_luc[position - 1].noi_dung), spot=Spot(height_mm, height_mm))


def _ended(blocks: tuple[Khoi, ...]) -> tuple[Khoi, ...]:
    """The blocks with the end mark of the sample forms; a phụ lục that ends in a table ends with the table."""
    return blocks if ends_in_table(blocks) else with_end_mark(blocks)


def _heading(van_ban: VanBan, position: int, writer: BlockWriter) -> tuple[str, float]:
    """ "Phụ lục I", its title, what it belongs to, and a short rule; and how high they are together, in mm.

    Source: PL I, Phần I, III.1; PL III, Mẫu 2.1.
    """
    styles, page, room_mm = writer.styles, writer.page, writer.page.text_width / TWIPS_PER_MM
    title = _title(van_ban.phu_luc[position - 1], room_mm)
    number = f" {roman(position)}" if len(van_ban.phu_luc) > 1 else ""
    belongs = "\n".join(_belongs_to(van_ban, room_mm))
    length = twips(min(_width_mm(belongs), room_mm) * load_decree()["duong_ke.phu_luc"].chon)
    xml = (
        paragraph(styles.phu_luc, runs(f"Phụ lục{number}"))
        + (paragraph(styles.tieu_de_phu_luc, writer.notes.runs(title)) if title else "")
        + paragraph(styles.kem_theo, runs(escape(keep_together(belongs))))
        + rule(styles.ke, room=page.text_width, length=length, after=True)
    )
    words = ("Phụ lục", *([shown(title)] if title else []), belongs)
    return xml, sum(paragraph_mm(text, room_mm) for text in words)


def _title(phu_luc: PhuLuc, room_mm: float) -> tuple[Run, ...]:
    """The title in capitals, a long one in even lines."""
    title = phu_luc.tieu_de or ""
    size = load_decree()["co_chu_pt.tieu_de_phu_luc"].chon
    broken = balanced_lines(upper(plain(title)), TITLE_SHARE * room_mm, size, bold=True)
    return capitals(parse_inline(lines_like(title, broken)))


def _belongs_to(van_ban: VanBan, room_mm: float) -> Sequence[str]:
    """What the phụ lục belongs to, broken before "của" when a line is too short for it."""
    number = f"(Kèm theo {van_ban.ten_goi} số {van_ban.so_ky_hieu} {van_ban.thoi_gian}"
    of = f"của {van_ban.co_quan.ten_day_du})"
    whole = f"{number} {of}"
    return [whole] if _width_mm(whole) <= room_mm else [number, of]


def _width_mm(words: str) -> float:
    """The width of the longest line."""
    size = load_decree()["co_chu_pt.kem_theo"].chon
    return max(text_width_mm(line, size, italic=True) for line in words.split("\n"))
