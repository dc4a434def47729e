"""A văn bản and a pack become a DOCX: the frame is the template's, the body is written in its named styles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vbhc.errors import TemplateError
from vbhc.findings import Finding, Location, Report, Severity
from vbhc.layout import load_decree
from vbhc.model import VanBan
from vbhc.packs import Pack
from vbhc.packs.loading import BLANK_FOOTER_ID, BLANK_HEADER_ID, FOOTNOTES
from vbhc.text.markup import plain
from vbhc.word.template import CompiledTemplate, CoreProperties, RawXml
from vbhc.word.wml import Page
from vbhc.writer.appendices import Appendices, write_alone, write_appendices
from vbhc.writer.blocks import BlockWriter, with_end_mark
from vbhc.writer.fitting import refuse_too_wide
from vbhc.writer.frame import frame_context
from vbhc.writer.inline import Footnotes
from vbhc.writer.styles import body_styles
from vbhc.writer.widths import Measure

__all__ = ["FilledIn", "Written", "fill_in", "write", "write_apart", "write_together"]


# What a pack made for one agency may have typed into its Word file, and what is written into the body.
_MAY_BE_TYPED = frozenset({"loai", "ten_loai", "trang_thai", "co_quan", "dia_danh", "vien_dan"})
_TAGS = {"do_khan": "dau_do_khan"}


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes of a DOCX, and which phụ lục (counted from 1) stand on landscape pages because their tables need it."""

    data: bytes
    landscape: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FilledIn:
    """A văn bản filled into ``template``: its parts with tags, what the file says of itself, ``landscape`` as above."""

    template: CompiledTemplate
    parts: Mapping[str, bytes]
    core: CoreProperties
    landscape: tuple[int, ...]

    def written(self) -> Written:
        """It as a file of its own."""
        return Written(self.template.pack(self.parts, core=self.core), self.landscape)


def write(van_ban: VanBan, pack: Pack) -> Written:
    """``van_ban`` printed with ``pack``; raises `TemplateError` when the template cannot take it, `InputError` when a
    table is too wide for its page.
    """
    return fill_in(van_ban, pack).written()


def fill_in(van_ban: VanBan, pack: Pack) -> FilledIn:
    """``van_ban`` for `write_together`, or written alone; raises as `write` does."""
    said, measure = _checked(van_ban, pack)
    return _whole(said, measure, pack)


def write_together(letters: Sequence[FilledIn]) -> bytes:
    """One file of ``letters``, one or more of one pack; of itself it says what the first one says.

    Each begins on a new page 1 with a footnote 1, and looks as in a file of its own. Raises `TemplateError` when the
    template has what counts through a whole file.
    """
    blank = {"header": BLANK_HEADER_ID, "footer": BLANK_FOOTER_ID}
    return letters[0].template.join((letter.parts for letter in letters), core=letters[0].core, blank=blank)


def write_apart(van_ban: VanBan, pack: Pack) -> tuple[Written, ...]:
    """The văn bản without its phụ lục, then each phụ lục as a file of its own; raises as `write` does.

    Source: NĐ 30/2020, PL I, Phần I, III.1.
    """
    said, measure = _checked(van_ban, pack)
    main = _whole(said.model_copy(update={"phu_luc": ()}), measure, pack)
    apart = (_alone(said, position, measure, pack) for position in range(1, len(said.phu_luc) + 1))
    return tuple(filled.written() for filled in (main, *apart))


def _checked(van_ban: VanBan, pack: Pack) -> tuple[VanBan, Measure]:
    """With its citations written out, and its tables measured; what the pack or the paper cannot take is refused."""
    _refuse_losses(van_ban, pack.template)
    said, measure = van_ban.voi_vien_dan(), Measure(load_decree()["co_chu_pt.o_bang"].chon)
    refuse_too_wide(said, Page.of_section(pack.template.final_section), measure)
    return said, measure


def _whole(said: VanBan, measure: Measure, pack: Pack) -> FilledIn:
    writer = _block_writer(said, measure, pack)
    can_cu = writer.lines("can_cu", said.cac_can_cu)
    body = writer.write(with_end_mark(said.noi_dung), before_signature=True)
    appendices = write_appendices(said, writer, pack.template.final_section)
    slots = {"can_cu": can_cu, "noi_dung": body, "phu_luc": appendices.xml}
    return _filled(said, pack, writer, appendices, template=pack.template, slots=slots)


def _alone(van_ban: VanBan, position: int, measure: Measure, pack: Pack) -> FilledIn:
    writer = _block_writer(van_ban, measure, pack)
    appendices = write_alone(van_ban, position, writer, pack.template.final_section)
    slots = {"phu_luc": appendices.xml}
    return _filled(van_ban, pack, writer, appendices, template=pack.appendix_template(), slots=slots)


def _block_writer(van_ban: VanBan, measure: Measure, pack: Pack) -> BlockWriter:
    styles = body_styles(pack.template)
    page = Page.of_section(pack.template.final_section)
    notes = Footnotes({note.ma: note.noi_dung for note in van_ban.chu_thich}, styles, pack.first_note)
    return BlockWriter(styles, van_ban.cap_dau, page, measure, notes)


def _filled(
    van_ban: VanBan,
    pack: Pack,
    writer: BlockWriter,
    appendices: Appendices,
    *,
    template: CompiledTemplate,
    slots: Mapping[str, str],
) -> FilledIn:
    """The frame around ``slots``, and the footnotes whose marks were written."""
    context = {
        **frame_context(van_ban, pack, writer.styles),
        **{name: RawXml(xml) for name, xml in slots.items()},
        FOOTNOTES: RawXml(writer.notes.to_xml()),
    }
    core = CoreProperties(title=plain(van_ban.trich_yeu), author=van_ban.co_quan.ten_day_du)
    parts = template.fill(context, final_section=RawXml(appendices.final_section))
    return FilledIn(template, parts, core, appendices.landscape)


def _refuse_losses(van_ban: VanBan, template: CompiledTemplate) -> None:
    """A template without the tag of a field that says something would print the văn bản without it."""
    tags = {tag.partition(".")[0] for tag in template.tags}
    said = [_TAGS.get(name, name) for name, value in van_ban if value and name not in _MAY_BE_TYPED]
    findings = [
        Finding(
            "MB020",
            "thieu-the",
            Severity.ERROR,
            f"mẫu không có thẻ `{tag}`, nên phần này của văn bản sẽ mất",
            "thêm thẻ vào tệp Word của mẫu, hoặc bỏ phần này khỏi văn bản",
            Location(file=template.name),
        )
        for tag in said
        if tag not in tags
    ]
    if findings:
        raise TemplateError(f"Mẫu {template.name} không in hết được văn bản.", report=Report.of(findings))
