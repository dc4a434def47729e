"""Quyết định, nghị quyết: who decides, above căn cứ; and the words of deciding, above Điều 1."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vbhc.check.ask import in_middle, of_capitals, of_look
from vbhc.check.looks import excerpt
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.recognition import Line, Recognised, ThanhPhan
from vbhc.recognition.patterns import TRACE
from vbhc.recognition.types import QUYET
from vbhc.text.spelling import nfc

T = ThanhPhan
# The samples show both lines; no sentence of the annex asks for them.
_SOURCE = Source("B", "PL III, Mẫu 1.1, 1.2, 1.3")
_WORDS = {"Quyết định": "QUYẾT ĐỊNH:", "Nghị quyết": "QUYẾT NGHỊ:"}
_DECIDES = re.compile(r"(quyết định|quyết nghị)\s*[:.]?")


@rule(
    "TT140",
    "thieu-tham-quyen-ban-hanh",
    _SOURCE,
    Lesson(
        ten="Quyết định, nghị quyết ghi thẩm quyền ban hành ở trên các căn cứ",
        vi_sao="Dòng này cho biết ai quyết định: chức vụ của người đứng đầu hoặc tên của tập thể.",
        sai="Các căn cứ đứng ngay dưới trích yếu",
        dung="GIÁM ĐỐC SỞ NỘI VỤ (ở giữa, đậm), rồi đến các căn cứ",
    ),
)
def thieu_tham_quyen(doc: Recognised) -> Iterator[Hit]:
    """Between trích yếu and căn cứ stands who decides; a trích yếu that ends in capitals may hold it."""
    above, can_cu = doc.first(T.TRICH_YEU) or doc.first(T.TEN_LOAI), doc.first(T.CAN_CU)
    if doc.ten_loai not in QUYET or above is None or can_cu is None or list(_who(doc)):
        return
    last = nfc(above.lines[-1].shown)
    if last.upper() != last:
        hint = "thêm chức vụ người đứng đầu hoặc tên tập thể, ở giữa trang, in hoa, đậm, trên căn cứ thứ nhất"
        yield Hit(f"{doc.ten_loai.lower()} không ghi thẩm quyền ban hành trên các căn cứ", hint, can_cu.place)


@rule(
    "TT146",
    "tham-quyen-ban-hanh-sai-kieu-chu",
    _SOURCE,
    Lesson(
        ten="Thẩm quyền ban hành: kiểu chữ đứng, đậm",
        vi_sao="Các mẫu của nghị định đều trình bày như vậy.",
        sai="GIÁM ĐỐC SỞ NỘI VỤ (không đậm)",
        dung="GIÁM ĐỐC SỞ NỘI VỤ (ở giữa, đậm)",
    ),
)
def tham_quyen_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """Who decides stands bold and upright; by its capitals, in the middle, it is known."""
    yield from of_look(list(_who(doc)), "dòng thẩm quyền ban hành", bold=True, italic=False)


def _who(doc: Recognised) -> Iterator[Line]:
    """The lines between trích yếu, or tên loại, and căn cứ."""
    above, can_cu = doc.first(T.TRICH_YEU) or doc.first(T.TEN_LOAI), doc.first(T.CAN_CU)
    if doc.ten_loai in QUYET and above is not None and can_cu is not None:
        last, first = above.lines[-1].order, can_cu.lines[0].order
        yield from (it for it in doc.lines if last < it.order < first and not TRACE.match(it.text))


@rule(
    "TT141",
    "thieu-loi-quyet-dinh",
    _SOURCE,
    Lesson(
        ten="Trước Điều 1 có dòng «QUYẾT ĐỊNH:» hoặc «QUYẾT NGHỊ:»",
        vi_sao="Dòng này tách các căn cứ với điều được quyết định.",
        sai="Theo đề nghị của Chánh Văn phòng Sở.\nĐiều 1. …",
        dung="Theo đề nghị của Chánh Văn phòng Sở.\nQUYẾT ĐỊNH:\nĐiều 1. …",
    ),
)
def thieu_loi_quyet_dinh(doc: Recognised) -> Iterator[Hit]:
    """The words of deciding stand above the first điều."""
    dieu = next((it.line for it in doc.muc if it.level == "dieu"), None)
    if doc.ten_loai in QUYET and dieu is not None and _decides(doc) is None:
        hint = f"thêm dòng «{_WORDS[doc.ten_loai]}» ở giữa trang, in hoa, đậm"
        yield Hit(f"trước {excerpt(dieu.shown)} không có dòng «{_WORDS[doc.ten_loai]}»", hint, dieu.place)


@rule(
    "TT142",
    "loi-quyet-dinh-sai-cach-viet",
    _SOURCE,
    Lesson(
        ten="Dòng «QUYẾT ĐỊNH:» ở giữa trang, in hoa, đứng, đậm, có dấu hai chấm",
        vi_sao="Các mẫu của nghị định đều trình bày như vậy.",
        sai="Quyết định",
        dung="QUYẾT ĐỊNH: (ở giữa, đậm)",
    ),
)
def loi_quyet_dinh_sai(doc: Recognised) -> Iterator[Hit]:
    """The words of deciding are in capitals, bold, in the middle, with a colon."""
    line = _decides(doc)
    if line is None:
        return
    if not line.folded.endswith(":"):
        yield Hit(f"sau {excerpt(line.shown)} thiếu dấu hai chấm", "thêm dấu hai chấm", line.place)
    if not in_middle(line):
        yield Hit(f"{excerpt(line.shown)} không ở giữa trang", "canh giữa dòng này", line.place)
    yield from of_capitals([line], "dòng")
    yield from of_look([line], "dòng", bold=True, italic=False)


def _decides(doc: Recognised) -> Line | None:
    """The line "QUYẾT ĐỊNH:", however it is written."""
    lines = (line for line in doc.noi_dung if doc.ten_loai in QUYET)
    return next((line for line in lines if _DECIDES.fullmatch(line.folded)), None)


RULES = (thieu_tham_quyen, tham_quyen_sai_kieu, thieu_loi_quyet_dinh, loi_quyet_dinh_sai)
