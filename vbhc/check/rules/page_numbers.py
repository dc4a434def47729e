"""Số trang: where on the page it stands, and how it looks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vbhc.check.looks import SAME_PT, excerpt
from vbhc.check.pages import PageNumber, beginning, kinds_shown, number_on, page_numbers
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.layout import load_decree
from vbhc.layout.words import allowed, measure
from vbhc.recognition.values import Recognised

_CLAUSE = "PL I, Phần I, I.7"
_ARABIC = frozenset({"", "decimal", "decimalZero", "numberInDash", "decimalFullWidth"})
_OTHER_DIGITS = re.compile(r"\\\*\s*(roman|alphabetic|cardtext|ordtext|ordinal)", re.IGNORECASE)


@rule(
    "KT011",
    "so-trang-o-le-duoi",
    Source(muc="A", can_cu=_CLAUSE),
    Lesson(
        ten="Số trang đặt trong phần lề trên",
        vi_sao="Chân trang 1 dành cho địa chỉ cơ quan; số trang ở một chỗ cố định thì tìm được ngay.",
        sai="Số trang ở chân trang (footer)",
        dung="Số trang ở đầu trang (header)",
    ),
)
def so_trang_o_le_duoi(doc: Recognised) -> Iterator[Hit]:
    """No footer holds a page number."""
    below = next((it for it in page_numbers(doc.view) if not it.at_top), None)
    if below is not None:
        yield Hit(
            "số trang đặt ở chân trang; quy định trong phần lề trên",
            "xóa số trang ở chân trang, vào Insert > Page Number > Top of Page, chọn kiểu ở giữa",
            below.paragraph.place,
        )


@rule(
    "KT012",
    "so-trang-khong-o-giua",
    Source(muc="A", can_cu=_CLAUSE),
    Lesson(
        ten="Số trang canh giữa theo chiều ngang",
        vi_sao="Nghị định quy định một chỗ cho số trang, giống nhau ở mọi văn bản.",
        sai="Số trang ở góc phải",
        dung="Số trang ở giữa",
    ),
)
def so_trang_khong_o_giua(doc: Recognised) -> Iterator[Hit]:
    """A number in a header stands in the middle; one behind a tab, in a table or in a frame may, so it is let be."""
    for number in page_numbers(doc.view):
        paragraph = number.paragraph
        tabbed = "\t" in paragraph.text or paragraph.text.startswith("  ")
        if number.at_top and number.plain and not tabbed and paragraph.layout.align != "center":
            side = {"right": "bên phải", "left": "bên trái"}.get(paragraph.layout.align, "không canh giữa")
            yield Hit(
                f"số trang đặt {side}; quy định canh giữa" if side.startswith("bên") else "số trang không canh giữa",
                "bấm vào số trang ở đầu trang, bấm Ctrl+E",
                paragraph.place,
            )


@rule(
    "KT013",
    "so-trang-sai-co-chu",
    Source(muc="A", can_cu=_CLAUSE),
    Lesson(
        ten="Số trang cỡ chữ 13 đến 14",
        vi_sao="Số trang cùng cỡ với nội dung; Word thường để số trang cỡ 11 hoặc 12.",
        sai="Số trang cỡ 11",
        dung="Số trang cỡ 13 hoặc 14",
    ),
)
def so_trang_sai_co_chu(doc: Recognised) -> Iterator[Hit]:
    """Each page number has a size in the decree's range."""
    size = load_decree()["co_chu_pt.so_trang"]
    for number in page_numbers(doc.view):
        if not size.allows(number.run.look.size_pt, tolerance=SAME_PT):
            yield Hit(
                f"số trang cỡ {measure(number.run.look.size_pt, '')}; quy định cỡ {allowed(size, '')}",
                f"bôi đen số trang, chọn cỡ chữ {measure(size.chon, '')}",
                number.paragraph.place,
            )


@rule(
    "KT014",
    "so-trang-khong-kieu-dung",
    Source(muc="A", can_cu=_CLAUSE),
    Lesson(
        ten="Số trang kiểu chữ đứng",
        vi_sao="Nghị định quy định số trang kiểu đứng.",
        sai="Số trang in nghiêng",
        dung="Số trang kiểu đứng",
    ),
)
def so_trang_nghieng(doc: Recognised) -> Iterator[Hit]:
    """No page number is in italics."""
    for number in page_numbers(doc.view):
        if number.run.look.italic:
            yield Hit("số trang in nghiêng; quy định kiểu đứng", "bôi đen số trang, bấm Ctrl+I", number.paragraph.place)


@rule(
    "KT015",
    "so-trang-khong-phai-chu-so-a-rap",
    Source(muc="A", can_cu=_CLAUSE),
    Lesson(
        ten="Số trang bằng chữ số Ả Rập",
        vi_sao="Chữ số La Mã dành cho phần, chương, phụ lục; số trang dùng 1, 2, 3 để khỏi lẫn.",
        sai="ii, iii, iv",
        dung="2, 3, 4",
    ),
)
def so_trang_khong_a_rap(doc: Recognised) -> Iterator[Hit]:
    """Neither the section nor the field itself asks for other digits."""
    hint = "vào Insert > Page Number > Format Page Numbers, chọn kiểu 1, 2, 3"
    for at, section in enumerate(doc.view.sections, start=1):
        kinds = list(kinds_shown(doc.view, section))
        if section.number_format not in _ARABIC and any(number_on(section, kind) for kind in kinds):
            yield Hit(f"số trang của phần (section) {at} không phải chữ số Ả Rập", hint, beginning(section))
    for number in page_numbers(doc.view):
        if _OTHER_DIGITS.search(number.run.field):
            yield Hit("số trang không phải chữ số Ả Rập", hint, number.paragraph.place)


@rule(
    "KT019",
    "so-trang-kem-chu",
    Source(muc="D", can_cu=f"{_CLAUSE}: chỉ nói đến chữ số"),
    Lesson(
        ten="Số trang chỉ có chữ số, không kèm chữ",
        vi_sao="Các văn bản mẫu chỉ in con số.",
        sai="Trang 2/5",
        dung="2",
    ),
)
def so_trang_kem_chu(doc: Recognised) -> Iterator[Hit]:
    """No word stands beside a page number."""
    for number in page_numbers(doc.view):
        if beside := _beside(number):
            yield Hit(
                f"số trang viết kèm chữ {excerpt(beside)}; văn bản mẫu chỉ ghi chữ số",
                "xóa phần chữ, để lại con số",
                number.paragraph.place,
            )


def _beside(number: PageNumber) -> str:
    text = "".join(run.text for run in number.paragraph.runs if not run.field).strip()
    return text if re.search(r"[^\W\d_]", text) else ""


RULES = (
    so_trang_o_le_duoi,
    so_trang_khong_o_giua,
    so_trang_sai_co_chu,
    so_trang_nghieng,
    so_trang_khong_a_rap,
    so_trang_kem_chu,
)
