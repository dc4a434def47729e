"""Stamps of the heading: how urgent a văn bản is, and who may have it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vbhc.check.ask import of_capitals, of_look, of_size
from vbhc.check.looks import runs_of
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.layout import load_decree
from vbhc.layout.words import measure
from vbhc.recognition import Phan, Recognised, ThanhPhan
from vbhc.word.view import Block, Paragraph, Table, View, paragraphs

T = ThanhPhan
_CAN_CU = "PL I, Phần I, III.2"
_WIDTHS = {"hỏa tốc": "hoa_toc_mm", "thượng khẩn": "thuong_khan_mm", "khẩn": "khan_mm"}
# An old kind of the first, of which this decree says nothing.
_UNSAID = "hỏa tốc hẹn giờ"
_TOLERANCE_MM = 2.0


@rule(
    "TT145",
    "dia-chi-sai-kieu-chu",
    Source("A", "PL I, Phần I, III.5"),
    Lesson(
        ten="Địa chỉ cơ quan ở chân trang thứ nhất: in thường, đứng, cỡ chữ 11–12",
        vi_sao="Địa chỉ là thông tin phụ, nhỏ hơn nội dung để khỏi lẫn.",
        sai="Số 10 đường Lý Thái Tổ…, cỡ chữ 14",
        dung="Số 10 đường Lý Thái Tổ…, cỡ chữ 11",
    ),
)
def dia_chi_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """11 to 12 points, upright and not bold."""
    for phan in doc.all(T.DIA_CHI):
        yield from of_size(phan.lines, "co_chu_pt.dia_chi", "địa chỉ")
        yield from of_look(phan.lines, "địa chỉ", bold=False, italic=False)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a stamp: whether its lines are drawn, and how wide it is, 0 where unknown."""

    drawn: bool
    width_mm: float = 0.0


@rule(
    "TT045",
    "do-khan-sai-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Độ khẩn là HỎA TỐC, THƯỢNG KHẨN hoặc KHẨN",
        vi_sao="Mỗi mức đi với một thời hạn chuyển; ghi mức khác thì văn thư không biết xử lý theo thời hạn nào.",
        sai="RẤT KHẨN; GẤP",
        dung="THƯỢNG KHẨN",
    ),
)
def do_khan_sai_chu(doc: Recognised) -> Iterator[Hit]:
    """One of the three."""
    for phan in doc.all(T.DO_KHAN):
        if phan.lines[0].folded not in (*_WIDTHS, _UNSAID):
            yield Hit(
                f"độ khẩn ghi «{phan.text}», không phải một trong ba mức",
                "ghi HỎA TỐC, THƯỢNG KHẨN hoặc KHẨN",
                phan.place,
            )


@rule(
    "TT046",
    "dau-chi-dan-sai-kieu-chu",
    Source("A", "PL I, Phần I, III.2, III.3"),
    Lesson(
        ten="Dấu độ khẩn và chỉ dẫn phạm vi lưu hành viết in hoa, đứng, đậm, cỡ 13–14",
        vi_sao="Chữ trong dấu giống hệt nhau ở mọi cơ quan thì người nhận nhìn là nhận ra.",
        sai="Khẩn (in thường)",
        dung="KHẨN (đứng, đậm, cỡ 13)",
    ),
)
def dau_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """In capitals, bold, upright, of the right size."""
    for loai, size in ((T.DO_KHAN, "co_chu_pt.do_khan"), (T.LUU_HANH, "co_chu_pt.pham_vi_luu_hanh")):
        for phan in doc.all(loai):
            yield from of_capitals(phan.lines, loai.value)
            yield from of_look(phan.lines, loai.value, bold=True, italic=False)
            yield from of_size(phan.lines, size, loai.value)


@rule(
    "TT047",
    "dau-do-khan-sai-khung",
    Source("A", _CAN_CU),
    Lesson(
        ten="Dấu độ khẩn màu đỏ, có khung viền đơn: HỎA TỐC rộng 30 mm, THƯỢNG KHẨN 40 mm, KHẨN 20 mm",
        vi_sao="Dấu độ khẩn in sẵn trong tệp phải giống con dấu mà Nghị định quy định.",
        sai="KHẨN (chữ đen, không khung)",
        dung="KHẨN (chữ đỏ, khung đỏ 20 mm × 8 mm)",
    ),
)
def khan_sai_khung(doc: Recognised) -> Iterator[Hit]:
    """Red, in a frame, as wide as the decree says."""
    for phan in doc.all(T.DO_KHAN):
        faults = list(_faults(phan, doc.view))
        if faults:
            hint = "đặt chữ đỏ trong khung chữ nhật viền đơn màu đỏ, đúng kích thước"
            yield Hit(f"dấu {phan.text} {', '.join(faults)}", hint, phan.place)


def _faults(phan: Phan, view: View) -> Iterator[str]:
    if not all(_is_red(run.look.color) for run in runs_of(phan.lines)):
        yield "không phải màu đỏ"
    frame = _frame_of(phan.lines[0].paragraph, view)
    if not frame.drawn:
        yield "không có khung viền"
    name = _WIDTHS.get(phan.lines[0].folded)
    if frame.drawn and frame.width_mm and name is not None:
        width = load_decree()[f"dau_do_khan.{name}"]
        if not width.allows(frame.width_mm, tolerance=_TOLERANCE_MM):
            yield f"có khung rộng {measure(round(frame.width_mm, 1))}, quy định {measure(width.chon)}"


def _is_red(color: str) -> bool:
    """Whether much red and little else is in a colour."""
    if not re.fullmatch("[0-9A-Fa-f]{6}", color):
        return True  # a colour of a theme, which nobody read
    red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
    return red >= 0xA0 and max(green, blue) <= 0x60


def _frame_of(stamp: Paragraph, view: View) -> Frame:
    """The borders of the paragraph itself, of its cell, or of the box it stands in."""
    if len(stamp.layout.rules.keys() & {"top", "bottom", "left", "right"}) == 4:
        return Frame(drawn=True)
    for section in view.sections:
        found = _around(stamp, section.blocks)
        if found is not None:
            return found
    return Frame(drawn=False)


def _around(stamp: Paragraph, blocks: Sequence[Block]) -> Frame | None:
    """The frame in ``blocks`` that holds the stamp next to it; ``None`` where there is none."""
    for block in blocks:
        if isinstance(block, Table):
            cells = [cell for row in block.rows for cell in row.cells]
            holders = [(cell.blocks, Frame(len(cell.borders) == 4, cell.width_mm)) for cell in cells]
        else:
            holders = [(shape.blocks, Frame(shape.outlined, shape.width_mm)) for shape in block.shapes]
        for inner, frame in holders:
            if any(it.place == stamp.place for it in paragraphs(inner)):
                return _around(stamp, inner) or frame
    return None


RULES = (do_khan_sai_chu, dau_sai_kieu, khan_sai_khung, dia_chi_sai_kieu)
