"""Where the thành phần of the heading stand: in which column, one above the other, in the middle."""

from __future__ import annotations

from collections.abc import Iterator

from vbhc.check.ask import pushed
from vbhc.check.looks import excerpt, words_mm
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.recognition import Line, Phan, Recognised, ThanhPhan
from vbhc.word.view import paragraphs

T = ThanhPhan
_NAMES = {T.QUOC_HIEU: "Quốc hiệu", T.TIEU_NGU: "Tiêu ngữ"}
_SIDES = {
    T.QUOC_HIEU: "right",
    T.TIEU_NGU: "right",
    T.DIA_DANH: "right",
    T.SO_KY_HIEU: "left",
    T.TRICH_YEU_V_V: "left",
}
_SIDE_WORDS = {"left": "trái", "right": "phải"}
_ABOVE = ((T.QUOC_HIEU, T.TIEU_NGU), (T.TIEU_NGU, T.DIA_DANH), (T.CHU_QUAN, T.CO_QUAN))
_CENTRED = {
    **dict.fromkeys((T.QUOC_HIEU, T.TIEU_NGU, T.CHU_QUAN, T.CO_QUAN, T.SO_KY_HIEU, T.DIA_DANH, T.TRICH_YEU_V_V), "cột"),
    **dict.fromkeys((T.TEN_LOAI, T.TRICH_YEU), "trang"),
}
# How far the middle of words may lie from the middle of their column: cells have margins, and eyes are no rulers.
_OFF_MM = 5.0
# What stands further in than this is no longer in the middle of the page.
_SET_IN_MM = 20.0


@rule(
    "TT048",
    "phan-dau-sai-vi-tri",
    Source("A", "PL I, Phần I, IV"),
    Lesson(
        ten="Quốc hiệu, Tiêu ngữ, địa danh ở bên phải; cơ quan chủ quản, cơ quan ban hành, số, V/v ở bên trái; lần "
        "lượt từ trên xuống",
        vi_sao="Sơ đồ của Nghị định chia phần đầu làm hai cột; người nhận tìm số bên trái, ngày bên phải.",
        sai="Quốc hiệu ở giữa trang, bên dưới là tên cơ quan; SỞ TÀI CHÍNH ở trên UBND TỈNH BẮC NINH",
        dung="Bên trái: UBND TỈNH BẮC NINH, SỞ TÀI CHÍNH; bên phải: Quốc hiệu, Tiêu ngữ",
    ),
)
def sai_vi_tri(doc: Recognised) -> Iterator[Hit]:
    """Each stands in its column, above the next; where nobody can tell the column, nothing is said."""
    for phan in doc.all(*_SIDES):
        line, wanted = phan.lines[0], _SIDE_WORDS[_SIDES[phan.loai]]
        if phan.loai is T.QUOC_HIEU and _across_the_page(doc, line):
            yield _moved(phan, "ở giữa trang", f"ở bên {wanted}")
        elif line.side not in ("full", _SIDES[phan.loai]):
            yield _moved(phan, f"ở bên {_SIDE_WORDS[line.side]}", f"ở bên {wanted}")
    boxed = _in_boxes(doc)
    for upper, lower in _ABOVE:
        above, below = doc.first(upper), doc.first(lower)
        if above is None or below is None or boxed & {above.place.index, below.place.index}:
            continue
        if above.lines[0].side == below.lines[0].side and above.lines[0].order > below.lines[0].order:
            yield _moved(above, f"ở dưới {_name(below)}", "ở trên")


def _moved(phan: Phan, found: str, wanted: str) -> Hit:
    return Hit(f"{_name(phan)} {found}; phải {wanted}", f"chuyển cho {wanted}", phan.place)


def _name(phan: Phan) -> str:
    return _NAMES.get(phan.loai, phan.loai.value)


def _across_the_page(doc: Recognised, line: Line) -> bool:
    """Whether a line is centred on the whole page: no column, box, frame or indent sets it aside."""
    layout = line.paragraph.layout
    alone = any(block is line.paragraph for block in doc.view.blocks) and not layout.framed and not pushed(line)
    return alone and line.side == "full" and layout.align == "center" and layout.left_mm < _SET_IN_MM


def _in_boxes(doc: Recognised) -> set[int]:
    """The paragraphs in text boxes: these stand wherever someone drew the box."""
    shapes = [shape for section in doc.view.sections for it in paragraphs(section.blocks) for shape in it.shapes]
    return {it.place.index for shape in shapes for it in paragraphs(shape.blocks)}


@rule(
    "TT049",
    "phan-dau-khong-can-giua",
    Source("A", "PL I, Phần I, II.1–II.5"),
    Lesson(
        ten="Các thành phần của phần đầu căn giữa trong cột của mình; tên loại và trích yếu căn giữa trang",
        vi_sao="Mỗi khối căn giữa thì hai cột cân nhau, đường kẻ nằm đúng giữa dòng chữ.",
        sai="Số: 15/QĐ-BNV (căn trái)",
        dung="Số: 15/QĐ-BNV (căn giữa, dưới tên cơ quan)",
    ),
)
def khong_can_giua(doc: Recognised) -> Iterator[Hit]:
    """The middle of the words is about the middle of their column or of the page."""
    for phan in doc.all(*_CENTRED):
        of_page = _CENTRED[phan.loai] == "trang"
        line = next((line for line in phan.lines if (line.side == "full") is of_page and _is_aside(line)), None)
        if line is not None:
            found = f"{_name(phan)} {excerpt(line.shown)} không căn giữa {_CENTRED[phan.loai]}"
            yield Hit(found, "căn giữa đoạn này (Ctrl+E), không thụt lề", line.place)


def _is_aside(line: Line) -> bool:
    """Whether a line stands off the middle; of one that tabs or blanks push about, or that Word breaks, who knows."""
    layout, width, room = line.paragraph.layout, words_mm([line]), line.room_mm
    if pushed(line) or layout.framed or not 0 < width < room:
        return False
    left, right = layout.left_mm + layout.first_mm, room - layout.right_mm
    middles = {"center": (left + right) / 2, "right": right - width / 2}
    return abs(middles.get(layout.align, left + width / 2) - room / 2) > _OFF_MM


RULES = (sai_vi_tri, khong_can_giua)
