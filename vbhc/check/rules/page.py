"""Paper, the way it lies, and margins, section by section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vbhc.check.pages import named_sections
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.layout import load_decree
from vbhc.layout.words import allowed, measure
from vbhc.recognition.values import Recognised
from vbhc.word.view import PageSetup, Section, paragraphs, tables

# Word counts in twentieths of a point, and people type centimetres: a page is never just as wide as meant.
_TOLERANCE_MM = 0.5
# From this many columns on, a table needs no lines to be one of data.
_DATA_COLUMNS = 3
_MARGINS = {
    "top_mm": ("trên", "trang.le_tren_mm"),
    "bottom_mm": ("dưới", "trang.le_duoi_mm"),
    "left_mm": ("trái", "trang.le_trai_mm"),
    "right_mm": ("phải", "trang.le_phai_mm"),
}
# An upright page that Word turns takes its margins along; the decree's own file has less below its page across.
_ACROSS: tuple[Mapping[str, str], ...] = (
    {"bottom_mm": "trang.le_duoi_ngang_mm"},
    {
        "left_mm": "trang.le_duoi_mm",
        "right_mm": "trang.le_tren_mm",
        "top_mm": "trang.le_trai_mm",
        "bottom_mm": "trang.le_phai_mm",
    },
    {
        "left_mm": "trang.le_tren_mm",
        "right_mm": "trang.le_duoi_mm",
        "top_mm": "trang.le_phai_mm",
        "bottom_mm": "trang.le_trai_mm",
    },
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
    for place, where, section in named_sections(doc):
        page = section.page
        short, long = sorted((page.width_mm, page.height_mm))
        fits = (
            decree["trang.rong_mm"].allows(short, tolerance=_TOLERANCE_MM),
            decree["trang.cao_mm"].allows(long, tolerance=_TOLERANCE_MM),
        )
        if not all(fits):
            size = f"{measure(round(page.width_mm, 1))} × {measure(round(page.height_mm, 1))}"
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
    for place, where, section in named_sections(doc):
        page = section.page
        if page.landscape and any(_fits(page, otherwise) for otherwise in _ACROSS):
            continue
        for attribute, (side, name) in _MARGINS.items():
            margin = getattr(page, attribute)
            if not load_decree()[name].allows(margin, tolerance=_TOLERANCE_MM):
                span = allowed(load_decree()[name])
                yield Hit(
                    f"lề {side}{where} là {measure(round(margin, 1))}; quy định {span}",
                    f"vào Layout > Margins > Custom Margins, đặt lề {side} trong khoảng {span}",
                    place,
                )


def _fits(page: PageSetup, otherwise: Mapping[str, str]) -> bool:
    """Whether the margins lie in their ranges, some of them in that of another name."""
    names = {attribute: name for attribute, (_, name) in _MARGINS.items()} | dict(otherwise)
    return all(
        load_decree()[name].allows(getattr(page, attribute), tolerance=_TOLERANCE_MM)
        for attribute, name in names.items()
    )


@rule(
    "KT003",
    "giay-ngang-khong-can-thiet",
    Source(muc="A", can_cu="PL I, Phần I, I.2"),
    Lesson(
        ten="Văn bản trình bày theo chiều dài của khổ A4; chỉ trang có bảng, biểu mới để ngang",
        vi_sao="Văn bản để dọc đóng tập và đọc được như nhau; khổ ngang chỉ dành cho bảng, biểu không vừa chiều dọc.",
        sai="Orientation: Landscape cho cả văn bản chỉ có chữ",
        dung="Orientation: Portrait; riêng phần (section) có bảng rộng để Landscape",
    ),
)
def giay_ngang(doc: Recognised) -> Iterator[Hit]:
    """A landscape section has something that needs the width: a table, a chart, a picture."""
    for place, where, section in named_sections(doc):
        if section.page.landscape and place is not None and not _needs_width(section):
            yield Hit(
                f"trang giấy{where} để ngang nhưng không có bảng, biểu",
                "vào Layout > Orientation, chọn Portrait",
                place,
            )


def _needs_width(section: Section) -> bool:
    data = (table.ruled or len(table.grid_mm) >= _DATA_COLUMNS for table in tables(section.blocks))
    drawn = (shape.kind != "line" for paragraph in paragraphs(section.blocks) for shape in paragraph.shapes)
    return any(data) or any(drawn)


RULES = (kho_giay, le_trang, giay_ngang)
