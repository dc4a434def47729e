"""Căn cứ ban hành: each on a line of its own, italic, with its end mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vbhc.check.ask import of_look, of_size, pushed
from vbhc.check.looks import excerpt
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.layout import load_decree
from vbhc.layout.words import allowed, measure
from vbhc.recognition import Line, Recognised, ThanhPhan
from vbhc.recognition.types import QUYET
from vbhc.text.spelling import nfc

_CAN_CU = "PL I, Phần I, II.6.a"
_INDENT_MM = 0.3
_SECOND = re.compile(r"[;.]\s+căn cứ\b")


def _lines(doc: Recognised) -> tuple[Line, ...]:
    """The căn cứ below tên loại; what a công văn begins with may be no more than its first words."""
    phan = doc.first(ThanhPhan.CAN_CU)
    return phan.lines if phan and doc.ten_loai else ()


@rule(
    "TT062",
    "can-cu-khong-nghieng",
    Source("A", _CAN_CU),
    Lesson(
        ten="Căn cứ ban hành viết chữ in thường, kiểu chữ nghiêng",
        vi_sao="Kiểu chữ nghiêng tách phần căn cứ với phần quy định bên dưới.",
        sai="Căn cứ Luật Lưu trữ … (kiểu chữ đứng)",
        dung="Căn cứ Luật Lưu trữ … (nghiêng)",
    ),
)
def can_cu_khong_nghieng(doc: Recognised) -> Iterator[Hit]:
    """Italic, not bold."""
    yield from of_look(_lines(doc), "căn cứ", bold=False, italic=True)


@rule(
    "TT063",
    "can-cu-sai-co-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Căn cứ ban hành cỡ chữ 13–14",
        vi_sao="Căn cứ là một phần của nội dung, cùng cỡ chữ với nội dung.",
        sai="Căn cứ cỡ chữ 12",
        dung="Căn cứ cỡ chữ 14",
    ),
)
def can_cu_sai_co(doc: Recognised) -> Iterator[Hit]:
    """The size of the text."""
    yield from of_size(_lines(doc), "co_chu_pt.noi_dung", "căn cứ")


@rule(
    "TT064",
    "can-cu-sai-dau-cuoi-dong",
    Source("A", _CAN_CU),
    Lesson(
        ten="Cuối mỗi căn cứ có dấu chấm phẩy, cuối căn cứ cuối cùng có dấu chấm",
        vi_sao="Dấu chấm cho biết đã hết căn cứ; dấu phẩy ở căn cứ cuối là cách ghi của văn bản khác hệ thống.",
        sai="Theo đề nghị của Chánh Văn phòng,",
        dung="Theo đề nghị của Chánh Văn phòng.",
    ),
)
def can_cu_sai_dau_cuoi(doc: Recognised) -> Iterator[Hit]:
    """Each ends with ";", the last with "."; where the list may go on unrecognised, the last is not judged."""
    lines = _lines(doc)
    goes_on = bool(doc.noi_dung) and doc.noi_dung[0].text.endswith(";")
    for at, line in enumerate(lines):
        last = at == len(lines) - 1
        wanted, name = (".", "dấu chấm (.)") if last else (";", "dấu chấm phẩy (;)")
        if not line.text.endswith(wanted) and not (last and goes_on):
            yield Hit(f"{excerpt(line.shown)} phải kết thúc bằng {name}", f"đặt {name} ở cuối dòng", line.place)


@rule(
    "TT065",
    "can-cu-chung-dong",
    Source("A", _CAN_CU),
    Lesson(
        ten="Sau mỗi căn cứ phải xuống dòng",
        vi_sao="Mỗi căn cứ một dòng thì kiểm tra được từng văn bản còn hiệu lực hay không.",
        sai="Căn cứ Luật A; căn cứ Nghị định B;",
        dung="Căn cứ Luật A;\nCăn cứ Nghị định B;",
    ),
)
def can_cu_chung_dong(doc: Recognised) -> Iterator[Hit]:
    """One on each line."""
    for line in _lines(doc):
        if _SECOND.search(line.folded):
            hint = "xuống dòng trước mỗi «Căn cứ»"
            yield Hit(f"{excerpt(line.shown)}: một dòng có từ hai căn cứ", hint, line.place)


@rule(
    "TT066",
    "can-cu-sai-thut-dong",
    Source("A", _CAN_CU),
    Lesson(
        ten="Căn cứ lùi dòng đầu như nội dung: 1 cm hoặc 1,27 cm",
        vi_sao="Các căn cứ và các đoạn nội dung thẳng một hàng.",
        sai="Căn cứ viết sát lề trái",
        dung="Căn cứ lùi dòng đầu 1,27 cm",
    ),
)
def can_cu_sai_thut_dong(doc: Recognised) -> Iterator[Hit]:
    """The first line stands in as in the text; what tabs or blanks push about is not measured."""
    wanted = load_decree()["noi_dung.thut_dong_dau_mm"]
    for line in _lines(doc):
        layout = line.paragraph.layout
        begins = layout.left_mm + layout.first_mm
        inside = not nfc(line.paragraph.text).startswith(nfc(line.text))
        if pushed(line) or inside or layout.align not in ("left", "both"):
            continue
        if not wanted.allows(begins, tolerance=_INDENT_MM):
            found = f"{excerpt(line.shown)} lùi dòng đầu {measure(begins)}; quy định {allowed(wanted)}"
            yield Hit(found, f"đặt lùi dòng đầu (First line) {measure(wanted.chon)}", line.place)
            return


@rule(
    "TT067",
    "quyet-dinh-thieu-can-cu",
    # All samples have them; the annex speaks of căn cứ without saying in which văn bản.
    Source("B", "PL III, Mẫu 1.1, 1.2, 1.3"),
    Lesson(
        ten="Quyết định, nghị quyết có căn cứ ban hành",
        vi_sao="Căn cứ cho biết ai có thẩm quyền quyết định và theo văn bản nào.",
        sai="QUYẾT ĐỊNH … Điều 1. …",
        dung="Căn cứ Luật Tổ chức chính quyền địa phương …;",
    ),
)
def quyet_dinh_thieu_can_cu(doc: Recognised) -> Iterator[Hit]:
    """A quyết định or nghị quyết says on what it rests."""
    named = any(line.folded.startswith(("căn cứ", "- căn cứ")) for line in doc.noi_dung)
    if doc.ten_loai in QUYET and not _lines(doc) and not named:
        kind = doc.ten_loai.lower()
        yield Hit(f"{kind} không có căn cứ ban hành", "thêm các căn cứ dưới trích yếu, mỗi căn cứ một dòng")


RULES = (
    can_cu_khong_nghieng,
    can_cu_sai_co,
    can_cu_sai_dau_cuoi,
    can_cu_chung_dong,
    can_cu_sai_thut_dong,
    quyet_dinh_thieu_can_cu,
)
