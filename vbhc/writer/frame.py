"""What the tags of the frame get: the fields of the văn bản, agency names in lines that fit, rules and stamps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vbhc.layout import TWIPS_PER_MM, balanced_lines, load_decree, longest_line_mm, twips
from vbhc.model import CoQuan, DoKhan, VanBan
from vbhc.packs import Pack
from vbhc.text.markup import plain
from vbhc.text.spelling import NO_BREAK_SPACE, keep_together, upper
from vbhc.word.template import RawXml
from vbhc.word.wml import cell, paragraph, row, runs, table
from vbhc.writer.inline import lines_like
from vbhc.writer.rules import rule
from vbhc.writer.styles import BodyStyles

# What a name leaves free in its column; the upper one more, for beside it stands quốc hiệu, as wide as its own column.
_CLEAR_MM = {"ten": 0.5, "chu_quan": 3.0}

# Lines of trích yếu stand clear of the margins.
SUBJECT_SHARE = 0.85

_STAMP_WIDTHS = {
    DoKhan.HOA_TOC: "dau_do_khan.hoa_toc_mm",
    DoKhan.THUONG_KHAN: "dau_do_khan.thuong_khan_mm",
    DoKhan.KHAN: "dau_do_khan.khan_mm",
}
_RED_FRAME = "".join(
    f'<w:{side} w:val="single" w:sz="12" w:space="0" w:color="FF0000"/>' for side in ("top", "left", "bottom", "right")
)


def frame_context(van_ban: VanBan, pack: Pack, styles: BodyStyles) -> dict[str, object]:
    """The context of every tag but the body and the phụ lục."""
    fields: Mapping[str, Any] = dict(van_ban)
    agency = _fitting(van_ban.co_quan, pack)
    return {
        **fields,
        **_ruled_subject(van_ban, pack, styles),
        "co_quan": agency,
        "thoi_gian": str(van_ban.thoi_gian).replace(" ", NO_BREAK_SPACE),
        "ke_co_quan": _rule_under(upper(agency.ten), "co_quan", pack, styles),
        "ke_tieu_ngu": _rule_under(load_decree().loi_van["tieu_ngu"], "tieu_ngu", pack, styles),
        "dau_do_khan": RawXml(_stamp(van_ban.do_khan, styles) if van_ban.do_khan else ""),
    }


def _ruled_subject(van_ban: VanBan, pack: Pack, styles: BodyStyles) -> dict[str, object]:
    """Trích yếu in even lines, with the rule under them, where the template has one. Source: PL I, Phần I, II.5."""
    if "ke_trich_yeu" not in pack.template.tags:
        return {}
    size = load_decree().size_pt("trich_yeu", pack.manifest.co_chu)
    subject = keep_together(van_ban.trich_yeu)
    broken = balanced_lines(plain(subject), SUBJECT_SHARE * _room_mm(pack, "trich_yeu"), size, bold=True)
    even = lines_like(subject, broken)
    return {"trich_yeu": even, "ke_trich_yeu": _rule_under(broken, "trich_yeu", pack, styles)}


def _fitting(agency: CoQuan, pack: Pack) -> CoQuan:
    """The agency with names broken into even lines where the column of the template is too narrow for them."""
    size = load_decree().size_pt("co_quan", pack.manifest.co_chu)
    room = _room_mm(pack, "co_quan.ten")
    names = {"ten": agency.ten, "chu_quan": agency.chu_quan}
    fitted = {
        field: lines_like(name, balanced_lines(upper(name), room - _CLEAR_MM[field], size, bold=field == "ten"))
        for field, name in names.items()
        if name is not None
    }
    return agency.model_copy(update=fitted)


def _rule_under(words: str, element: str, pack: Pack, styles: BodyStyles) -> RawXml:
    """A line whose length is the decree's share of the longest line of ``words``."""
    decree = load_decree()
    width_mm = longest_line_mm(words, decree.size_pt(element, pack.manifest.co_chu), bold=True)
    length = twips(width_mm * decree[f"duong_ke.{element}"].chon)
    return RawXml(rule(styles.ke, room=pack.template.width_of(f"ke_{element}") or length, length=length))


def _stamp(do_khan: DoKhan, styles: BodyStyles) -> str:
    """The framed red stamp at the left under the heading. Source: NĐ 30/2020, PL I, Phần I, III.2."""
    decree = load_decree()
    width = twips(decree[_STAMP_WIDTHS[do_khan]].chon)
    height = twips(decree["dau_do_khan.cao_mm"].chon)
    inner = cell(paragraph(styles.do_khan, runs(do_khan.value)), width, tcpr_extra='<w:vAlign w:val="center"/>')
    stamp = table([width], [row([inner], height=height)], tblpr_extra=f"<w:tblBorders>{_RED_FRAME}</w:tblBorders>")
    # Two tables that touch become one; and a stamp stands clear of V/v.
    return paragraph(styles.ket, "", ppr_extra='<w:spacing w:before="140"/>') + stamp + paragraph(styles.ket, "")


def _room_mm(pack: Pack, tag: str) -> float:
    room = pack.template.width_of(tag)
    return float("inf") if room is None else room / TWIPS_PER_MM
