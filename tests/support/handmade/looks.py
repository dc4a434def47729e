"""Each element as NĐ 30/2020, PL I asks for it, with the sizes 12/13/13; the words are the caller's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from support.handmade.values import PhuLuc, Text
from support.handmade.widths import width_mm

SHARE = 0.4
"""How long the line under agency and subject is: between a third and a half of the text."""
BODY = Text("", size=14, align="both", before=6, line=1.1, first_mm=10)
QUOC_HIEU = Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True, align="center")
TIEU_NGU = Text("Độc lập - Tự do - Hạnh phúc", size=13, bold=True, align="center", rule=1.0)
KINH_GUI_MM = 38


def chu_quan(text: str) -> Text:
    return Text(text, size=12, align="center")


def co_quan(text: str) -> Text:
    return Text(text, size=12, bold=True, align="center", rule=SHARE)


def so(text: str) -> Text:
    return Text(text, size=13, align="center", before=8)


def v_v(text: str) -> Text:
    return Text(text, size=12, align="center", before=6)


def dia_danh(text: str) -> Text:
    return Text(text, size=13, italic=True, align="center", before=8)


def ten_loai(text: str) -> Text:
    return Text(text, bold=True, align="center", before=18)


def trich_yeu(text: str) -> Text:
    return Text(text, bold=True, align="center", after=10, rule=SHARE)


def kinh_gui(*names: str) -> tuple[Text, ...]:
    """One recipient stands behind the colon; several stand below, their dashes under it."""
    if len(names) == 1:
        return (Text(f"Kính gửi: {names[0]}", align="center", before=18, after=12),)
    label = Text("Kính gửi:", before=18, left_mm=KINH_GUI_MM)
    return _named(label, names, KINH_GUI_MM + width_mm(label) - width_mm(label, ":"))


def dien(label: str, *names: str) -> tuple[Text, ...]:
    """Who wires, and below it to whom."""
    return _named(Text(label, before=18, left_mm=KINH_GUI_MM), names, KINH_GUI_MM + 10)


def _named(label: Text, names: Sequence[str], dash_mm: float) -> tuple[Text, ...]:
    items = [Text(f"- {name};", left_mm=dash_mm) for name in names]
    return (label, *items[:-1], replace(items[-1], text=f"- {names[-1]}.", after=12))


def doan(text: str) -> Text:
    """A paragraph of the body."""
    return replace(BODY, text=text)


def can_cu(*texts: str) -> tuple[Text, ...]:
    """The grounds: each ends in a semicolon, the last in a full stop."""
    items = [replace(BODY, text=f"{text};", italic=True) for text in texts[:-1]]
    return (*items, replace(BODY, text=f"{texts[-1]}.", italic=True))


def giua(text: str) -> Text:
    """A bold line in the middle of the page: who issues, "QUYẾT ĐỊNH:"."""
    return Text(text, bold=True, align="center", before=12, after=6)


def dieu(lead: str, text: str) -> Text:
    return replace(BODY, lead=lead, text=text)


def muc(number: str, text: str) -> Text:
    """ "I. TITLE"."""
    return replace(BODY, number=number, text=text, level=0, bold=True, keep_next=True)


def khoan(number: str, text: str, *, titled: bool = False) -> Text:
    """ "1. …", bold where it is a title."""
    return replace(BODY, number=number, text=text, level=1, bold=titled, keep_next=titled)


def diem(number: str, text: str) -> Text:
    """ "a) …"."""
    return replace(BODY, number=number, text=text, level=2)


def gach(text: str) -> Text:
    """ "- …"."""
    return replace(BODY, number="-", text=text, level=3)


def chuc_vu(*texts: str) -> tuple[Text, ...]:
    return tuple(Text(text, bold=True, align="center") for text in texts)


def ho_ten(text: str) -> Text:
    return Text(text, bold=True, align="center")


def noi_nhan(*texts: str) -> tuple[Text, ...]:
    label = Text("Nơi nhận:", size=12, bold=True, italic=True)
    return (label, *(Text(text, size=11) for text in texts))


def stamp(text: str) -> Text:
    """What stands in a red frame."""
    return Text(text, size=13, bold=True, color="FF0000", align="center")


def luu_hanh(text: str) -> Text:
    """The stamp at the right of the top margin, framed by the borders of its paragraph."""
    return replace(stamp(text), left_mm=110, borders=("top", "left", "bottom", "right"))


def phu_luc(nhan: str, ten: str, chi_dan: str) -> PhuLuc:
    return PhuLuc(
        Text(nhan, bold=True, align="center"),
        Text(ten, bold=True, align="center"),
        Text(chi_dan, size=14, italic=True, align="center", after=10, rule=SHARE),
    )


def _sized(size: float) -> Callable[[Text | None], Text | None]:
    return lambda text: text and replace(text, size=size)


SIZES_13_14_14: Mapping[str, Callable[[Text | None], Text | None]] = MappingProxyType(
    {
        "quoc_hieu": _sized(13),
        "tieu_ngu": _sized(14),
        "co_quan_chu_quan": _sized(13),
        "co_quan": _sized(13),
        "v_v": _sized(13),
        "dia_danh": _sized(14),
    }
)
