"""A văn bản and a pack become a DOCX: the frame is the template's, the body is written in its named styles."""

from __future__ import annotations

from dataclasses import dataclass

from vbhc.errors import TemplateError
from vbhc.findings import Finding, Location, Report, Severity
from vbhc.layout import load_decree
from vbhc.model import VanBan
from vbhc.packs import Pack
from vbhc.text.markup import plain
from vbhc.word.template import CompiledTemplate, CoreProperties, RawXml
from vbhc.word.wml import Page
from vbhc.writer.appendices import write_appendices
from vbhc.writer.blocks import BlockWriter, with_end_mark
from vbhc.writer.frame import frame_context
from vbhc.writer.styles import body_styles
from vbhc.writer.widths import Measure

__all__ = ["Written", "write"]


# What a pack made for one agency may have typed into its Word file, and what is never printed.
_MAY_BE_TYPED = frozenset({"loai", "trang_thai", "co_quan", "dia_danh"})
_TAGS = {"do_khan": "dau_do_khan"}


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes of a DOCX, and which phụ lục (counted from 1) stand on landscape pages because their tables need it."""

    data: bytes
    landscape: tuple[int, ...]


def write(van_ban: VanBan, pack: Pack) -> Written:
    """``van_ban`` printed with ``pack``; raises `TemplateError` when the template cannot take it."""
    template = pack.template
    _refuse_losses(van_ban, template)
    styles = body_styles(template)
    main = template.final_section
    measure = Measure(load_decree()["co_chu_pt.o_bang"].chon)
    writer = BlockWriter(styles, van_ban.danh_so, Page.of_section(main).text_width, measure)
    appendices = write_appendices(van_ban, styles, main, measure)
    context = {
        **frame_context(van_ban, pack, styles),
        "noi_dung": RawXml(writer.write(with_end_mark(van_ban.noi_dung), before_signature=True)),
        "phu_luc": RawXml(appendices.xml),
    }
    core = CoreProperties(title=plain(van_ban.trich_yeu), author=van_ban.co_quan.ten_day_du)
    data = template.render(context, core=core, final_section=RawXml(appendices.final_section))
    return Written(data, appendices.landscape)


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
