"""The lines under tiêu ngữ, the agency and trích yếu: drawn, and as long as the decree says."""

from __future__ import annotations

from collections.abc import Iterator

from vbhc.check.looks import Stroke, is_trace, stroke_under, words_mm
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.layout import load_decree
from vbhc.layout.words import measure
from vbhc.recognition import Phan, Recognised, ThanhPhan
from vbhc.text.spelling import nfc
from vbhc.word.view import Paragraph, paragraphs, tables

T = ThanhPhan
_CAN_CU = "PL I, Phần I, II.1, II.2, II.5"
_RULED = {
    T.TIEU_NGU: ("Tiêu ngữ", "duong_ke.tieu_ngu", "bằng độ dài dòng chữ"),
    T.CO_QUAN: ("tên cơ quan ban hành", "duong_ke.co_quan", "bằng 1/3 đến 1/2 độ dài dòng chữ"),
    T.TRICH_YEU: ("trích yếu", "duong_ke.trich_yeu", "bằng 1/3 đến 1/2 độ dài dòng chữ"),
}
# As a share of the longest line allowed: what our table of widths, a drawing hand, and signs of a fixed width miss by.
_TOLERANCE = {"shape": 0.1, "border": 0.1, "signs": 0.2}
# The border of a paragraph in a cell or in a box ends before the edge of the cell, which is all that the file says.
_CELL_MARGINS_MM = 4.0
_SOLID = set("_—―")


@rule(
    "TT009",
    "thieu-duong-ke",
    Source("A", _CAN_CU),
    Lesson(
        ten="Dưới Tiêu ngữ, tên cơ quan ban hành và trích yếu có đường kẻ ngang, nét liền",
        vi_sao="Đường kẻ đóng lại từng khối của phần đầu, tách khối này với khối bên dưới.",
        sai="Độc lập - Tự do - Hạnh phúc (bên dưới để trống)",
        dung="Độc lập - Tự do - Hạnh phúc (bên dưới có đường kẻ vẽ bằng Insert > Shapes > Line)",
    ),
)
def thieu_duong_ke(doc: Recognised) -> Iterator[Hit]:
    """Each has its line, unless there are lines that nobody can tell to whom they belong."""
    if _unclear(doc):
        return
    for phan in doc.all(*_RULED):
        name, _, length = _RULED[phan.loai]
        if stroke_under(phan) is None:
            hint = f"kẻ bên dưới một đường nét liền, ở giữa, dài {length}"
            yield Hit(f"dưới {name} không có đường kẻ", hint, phan.lines[-1].place)


@rule(
    "TT010",
    "duong-ke-sai-do-dai",
    Source("A", _CAN_CU),
    Lesson(
        ten="Đường kẻ dưới Tiêu ngữ dài bằng dòng chữ; dưới tên cơ quan và trích yếu dài bằng 1/3 đến 1/2 dòng chữ",
        vi_sao="Nghị định quy định độ dài theo dòng chữ bên trên, nên đổi tên hay đổi cỡ chữ thì phải kẻ lại.",
        sai="Kẻ hết bề ngang dưới tên cơ quan",
        dung="Tên cơ quan dài 60 mm: đường kẻ dài 20–30 mm",
    ),
)
def duong_ke_sai_do_dai(doc: Recognised) -> Iterator[Hit]:
    """A line is as long as it should be, measured by any of the lines of words above it."""
    for phan in doc.all(*_RULED):
        name, number, length = _RULED[phan.loai]
        stroke = stroke_under(phan) if _as_it_will_be(phan) else None
        widths = [words_mm([line]) for line in phan.lines]
        if stroke is None or stroke.length_mm is None or not _is_solid(stroke) or _wrapped(phan, max(widths)):
            continue
        if stroke.kind in _TOLERANCE and not any(_fits(stroke, phan, number, width) for width in widths):
            drawn, written = measure(round(stroke.length_mm)), measure(round(max(widths)))
            found = f"đường kẻ dưới {name} dài {drawn}, dòng chữ dài {written}; đường kẻ phải {length}"
            yield Hit(found, f"kẻ lại cho dài {length}", phan.lines[-1].place)


def _as_it_will_be(phan: Phan) -> bool:
    """Not so for a tiêu ngữ in other words: once these are mended, its line may be as long as they are."""
    return phan.loai is not T.TIEU_NGU or nfc(phan.text) == load_decree().loi_van["tieu_ngu"]


def _wrapped(phan: Phan, width: float) -> bool:
    """Whether Word breaks the words into lines: nobody says how long these are."""
    room = phan.lines[-1].room_mm
    return not width or (room > 0 and width > room)


def _fits(stroke: Stroke, phan: Phan, number: str, width: float) -> bool:
    bordered_cell = stroke.kind == "border" and phan.lines[-1].side != "full"
    slack = _CELL_MARGINS_MM / width if bordered_cell else 0.0
    share = (stroke.length_mm or 0.0) / width
    allowed = load_decree()[number]
    tolerance = _TOLERANCE[stroke.kind] * allowed.max
    return allowed.min - tolerance <= share and share - slack <= allowed.max + tolerance


@rule(
    "TT011",
    "gach-chan-thay-duong-ke",
    Source("A", _CAN_CU),
    Lesson(
        ten="Đường kẻ là đường vẽ nét liền, không phải chữ gạch chân hay hàng dấu gạch",
        vi_sao="Gạch chân dính vào chữ và luôn dài bằng chữ; hàng dấu «-----» thì đứt nét.",
        sai="SỞ TÀI CHÍNH (gạch chân); SỞ TÀI CHÍNH, bên dưới gõ «-------»",
        dung="SỞ TÀI CHÍNH, bên dưới là một đường vẽ",
    ),
)
def gach_chan(doc: Recognised) -> Iterator[Hit]:
    """Neither underlined words nor a row of dashes is a line, and a drawn one is not broken."""
    for phan in doc.all(*_RULED):
        name = _RULED[phan.loai][0]
        stroke = stroke_under(phan)
        hint = "bỏ đi, thay bằng một đường vẽ nét liền (Insert > Shapes > Line)"
        if stroke is not None and stroke.kind == "underlined":
            yield Hit(f"{name} bị gạch chân thay cho đường kẻ", hint, phan.lines[-1].place)
        elif stroke is not None and not _is_solid(stroke):
            yield Hit(f"đường kẻ dưới {name} gõ bằng dấu «{stroke.signs[:5]}…»", hint, phan.lines[-1].place)
        elif stroke is not None and stroke.broken:
            yield Hit(f"đường kẻ dưới {name} là nét đứt", "đổi sang nét liền", phan.lines[-1].place)


def _is_solid(stroke: Stroke) -> bool:
    return set("".join(stroke.signs.split())) <= _SOLID


def _unclear(doc: Recognised) -> bool:
    """Whether more lines are drawn in the heading than stand under something, or cells of it have lines."""
    places = {line.place.index for phan in doc.all(*_RULED) for line in phan.lines}
    if not places or not doc.view.sections:
        return True
    blocks = doc.view.sections[0].blocks
    for table in tables(blocks):
        cells = [cell for row in table.rows for cell in row.cells]
        held = {paragraph.place.index for cell in cells for paragraph in paragraphs(cell.blocks)}
        if held & places and any(cell.borders for cell in cells):
            return True
    last = max(places) + 3
    drawn = sum(_strokes_in(paragraph) for paragraph in paragraphs(blocks) if paragraph.place.index <= last)
    found = [stroke_under(phan) for phan in doc.all(*_RULED)]
    return drawn > sum(stroke is not None and stroke.kind != "underlined" for stroke in found)


def _strokes_in(paragraph: Paragraph) -> int:
    shapes = sum(shape.kind in ("line", "picture") for shape in paragraph.shapes)
    return shapes + bool({"top", "bottom"} & paragraph.layout.rules.keys()) + is_trace(paragraph.text)


RULES = (thieu_duong_ke, duong_ke_sai_do_dai, gach_chan)
