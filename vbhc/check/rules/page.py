"""Paper and margins, section by section."""

from __future__ import annotations

from collections.abc import Iterator

from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.layout import load_decree
from vbhc.layout.words import allowed, measure
from vbhc.recognition.values import Recognised
from vbhc.word.view import Place, Section, paragraphs

# Word counts in twentieths of a point, and people type centimetres: a page is never just as wide as meant.
_TOLERANCE_MM = 0.5
_MARGINS = (
    ("trên", "trang.le_tren_mm", "top_mm"),
    ("dưới", "trang.le_duoi_mm", "bottom_mm"),
    ("trái", "trang.le_trai_mm", "left_mm"),
    ("phải", "trang.le_phai_mm", "right_mm"),
)


@rule(
    "KT001",
    "kho-giay-khong-phai-a4",
    Source(muc="A", can_cu="PL I, Phần I, I.1"),
    Lesson(
        ten="Văn bản trình bày trên khổ giấy A4 (210 mm × 297 mm)",
        vi_sao="Văn bản hành chính dùng chung một khổ giấy; tệp tạo từ mẫu của nước ngoài thường để khổ Letter "
        "(216 mm × 279 mm).",
        sai='Size: Letter (8,5" × 11")',
        dung="Size: A4 (210 mm × 297 mm)",
    ),
)
def kho_giay(doc: Recognised) -> Iterator[Hit]:
    """Portrait or landscape, the paper is A4."""
    decree = load_decree()
    for place, where, section in _sections(doc):
        page = section.page
        short, long = sorted((page.width_mm, page.height_mm))
        fits = (
            decree["trang.rong_mm"].allows(short, tolerance=_TOLERANCE_MM),
            decree["trang.cao_mm"].allows(long, tolerance=_TOLERANCE_MM),
        )
        if not all(fits):
            size = f"{measure(page.width_mm)} × {measure(page.height_mm)}"
            yield Hit(f"khổ giấy{where} là {size}, không phải A4", "vào Layout > Size, chọn A4", place)


@rule(
    "KT002",
    "le-trang-sai",
    Source(muc="A", can_cu="PL I, Phần I, I.3"),
    Lesson(
        ten="Lề trên 20–25 mm, lề dưới 20–25 mm, lề trái 30–35 mm, lề phải 15–20 mm",
        vi_sao="Lề trái đủ rộng để đóng tập hồ sơ; lề trên đủ chỗ cho số trang; các lề còn lại giữ cho trang cân đối.",
        sai="Trên 25,4 mm, dưới 25,4 mm, trái 25,4 mm, phải 25,4 mm (lề mặc định của Word)",
        dung="Trên 20 mm, dưới 20 mm, trái 30 mm, phải 15 mm",
    ),
)
def le_trang(doc: Recognised) -> Iterator[Hit]:
    """Each margin of each section lies in its range."""
    decree = load_decree()
    for place, where, section in _sections(doc):
        for side, name, attribute in _MARGINS:
            margin = getattr(section.page, attribute)
            if not decree[name].allows(margin, tolerance=_TOLERANCE_MM):
                span = allowed(decree[name])
                yield Hit(
                    f"lề {side}{where} là {measure(margin)}; quy định {span}",
                    f"vào Layout > Margins > Custom Margins, đặt lề {side} trong khoảng {span}",
                    place,
                )


def _sections(doc: Recognised) -> Iterator[tuple[Place | None, str, Section]]:
    """Each section with where it begins, and how staff call it when there are several."""
    sections = doc.view.sections
    for at, section in enumerate(sections, start=1):
        first = next(paragraphs(section.blocks), None)
        where = f" của phần (section) {at}" if len(sections) > 1 else ""
        yield (None if first is None else first.place), where, section


RULES = (kho_giay, le_trang)
