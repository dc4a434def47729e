"""How the mục of each level look: in which style, in capitals or not, the number beside the title or above it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vbhc.model import CapMuc, Muc
from vbhc.text.markup import Run, escape, parse_inline
from vbhc.writer.inline import bold, capitals, shown


@dataclass(frozen=True, slots=True)
class Look:
    """``title`` and ``text`` are fields of `BodyStyles`; ``between`` stands between number and title.

    ``bold``: a number before a tiêu đề is as bold as it; ``bold_number``: it is bold before a text too.
    Source: NĐ 30/2020, PL I, Phần I, II.6.đ and V, rows 6a and 6b.
    """

    title: str
    text: str
    between: str = " "
    capitals: bool = False
    bold: bool = False
    bold_number: bool = False


_CENTRED = {
    CapMuc.PHAN: Look("phan", "doan", "\n", capitals=True),
    CapMuc.CHUONG: Look("chuong", "doan", "\n", capitals=True),
    CapMuc.MUC: Look("muc", "doan", "\n", capitals=True),
    CapMuc.TIEU_MUC: Look("tieu_muc", "doan", "\n", capitals=True),
}
LOOKS: Mapping[CapMuc, Look] = {
    **_CENTRED,
    CapMuc.DIEU: Look("dieu", "khoan", bold=True, bold_number=True),
    CapMuc.LA_MA: Look("muc_la_ma", "khoan", capitals=True, bold=True),
    CapMuc.KHOAN: Look("muc_a_rap", "khoan", bold=True),
    CapMuc.DIEM: Look("muc_chu_cai", "diem"),
    CapMuc.GACH: Look("gach_dau_dong", "gach_dau_dong"),
    CapMuc.CONG: Look("dau_cong", "dau_cong"),
}


def title_line(muc: Muc, number: str, look: Look) -> tuple[Run, ...]:
    """Number and tiêu đề."""
    title = parse_inline(muc.tieu_de or "")
    return (Run(number + look.between), *(capitals(title) if look.capitals else title))


def text_line(muc: Muc, number: str, look: Look) -> tuple[Run, ...]:
    """The text behind the number; behind number and tiêu đề where they run in."""
    text = parse_inline(muc.noi_dung or "")
    if muc.chay_lien:
        title = bold(parse_inline(muc.tieu_de or ""))
        colon = "" if shown(title).endswith((":", ".", "?", "!")) else ":"
        return (Run(f"{number} ", bold=look.bold), *title, Run(colon, bold=True), Run(" "), *text)
    if muc.tieu_de is not None:
        return text
    return (Run(number, bold=look.bold_number), Run(" "), *text)


def numbered(number: str, markup: str) -> tuple[Run, ...]:
    """A sign such as "-" and the words behind it."""
    return parse_inline(f"{escape(number)} {markup}")
