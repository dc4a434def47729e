"""The names at the top left: whose văn bản it is, and whom that agency belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from vbhc.check.ask import of_capitals, of_look, of_size
from vbhc.check.looks import excerpt
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.recognition import Recognised, ThanhPhan
from vbhc.recognition.folding import fold_line

T = ThanhPhan
_CAN_CU = "PL I, Phần I, II.2"
_HAI_CAP_TU = date(2025, 7, 1)
_CAP_HUYEN = re.compile(
    r"\b(?:(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd)\s+(?:các\s+)?(?:huyện|quận|thị xã|thị trấn)\b"
    r"|(?:huyện|quận|thị) ủy\b)"
)


@rule(
    "TT012",
    "thieu-co-quan-ban-hanh",
    Source("A", _CAN_CU),
    Lesson(
        ten="Văn bản có tên cơ quan, tổ chức ban hành",
        vi_sao="Người đọc phải biết ngay văn bản của cơ quan nào.",
        sai="Phía trên bên trái chỉ có số, ký hiệu",
        dung="SỞ TÀI CHÍNH",
    ),
)
def thieu_co_quan(doc: Recognised) -> Iterator[Hit]:
    """Beside quốc hiệu stands whose văn bản it is."""
    if doc.first(T.QUOC_HIEU) and doc.first(T.SO_KY_HIEU) and doc.first(T.CO_QUAN) is None:
        yield Hit(
            "văn bản không có tên cơ quan ban hành",
            "ghi tên cơ quan, in hoa, đậm, ở phía trên bên trái, ngang với Quốc hiệu",
        )


@rule(
    "TT013",
    "chu-quan-sai-kieu-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Tên cơ quan chủ quản viết in hoa, đứng, không đậm",
        vi_sao="Chỉ tên cơ quan ban hành in đậm: nhìn kiểu chữ là biết văn bản của ai.",
        sai="UBND TỈNH BẮC NINH (đậm), bên dưới SỞ TÀI CHÍNH (đậm)",
        dung="UBND TỈNH BẮC NINH (không đậm), bên dưới SỞ TÀI CHÍNH (đậm)",
    ),
)
def chu_quan_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """The name above is in capitals, upright, and not bold."""
    for phan in doc.all(T.CHU_QUAN):
        yield from of_capitals(phan.lines, "tên cơ quan chủ quản")
        yield from of_look(phan.lines, "tên cơ quan chủ quản", bold=False, italic=False)


@rule(
    "TT014",
    "co-quan-sai-kieu-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Tên cơ quan ban hành viết in hoa, đứng, đậm",
        vi_sao="Tên cơ quan ban hành là dòng nổi nhất của khối bên trái.",
        sai="Sở Tài chính",
        dung="SỞ TÀI CHÍNH (đứng, đậm)",
    ),
)
def co_quan_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """The name is in capitals, bold and upright."""
    for phan in doc.all(T.CO_QUAN):
        yield from of_capitals(phan.lines, "tên cơ quan ban hành")
        yield from of_look(phan.lines, "tên cơ quan ban hành", bold=True, italic=False)


@rule(
    "TT015",
    "co-quan-sai-co-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Tên cơ quan chủ quản và cơ quan ban hành cỡ 12–13",
        vi_sao="Khối bên trái cân với Quốc hiệu ở bên phải, cùng cỡ 12 hoặc 13.",
        sai="SỞ TÀI CHÍNH cỡ 14",
        dung="SỞ TÀI CHÍNH cỡ 13",
    ),
)
def co_quan_sai_co(doc: Recognised) -> Iterator[Hit]:
    """The size of both names."""
    for phan in doc.all(T.CHU_QUAN, T.CO_QUAN):
        yield from of_size(phan.lines, "co_chu_pt.co_quan", phan.loai.value)


@rule(
    "TT016",
    "co-quan-cap-huyen",
    Source("C", "tổ chức chính quyền địa phương hai cấp", tu=_HAI_CAP_TU),
    Lesson(
        ten="Văn bản từ ngày 01/7/2025 không còn cơ quan cấp huyện",
        vi_sao="Từ ngày 01/7/2025 chính quyền địa phương chỉ còn cấp tỉnh và cấp xã; tên cấp huyện trong phần đầu và "
        "nơi nhận thường sót lại từ văn bản cũ.",
        sai="- UBND các huyện, thị xã, thành phố;",
        dung="- UBND các xã, phường;",
    ),
)
def co_quan_cap_huyen(doc: Recognised) -> Iterator[Hit]:
    """No district issues a văn bản or gets one any more."""
    hint = "đối chiếu với tên cơ quan hiện nay: cấp tỉnh hoặc xã, phường, đặc khu"
    for text, place in (
        *((" ".join(line.shown for line in phan.lines), phan.place) for phan in doc.all(T.CHU_QUAN, T.CO_QUAN)),
        *((line.shown, line.place) for phan in doc.all(T.KINH_GUI, T.NOI_NHAN) for line in phan.lines),
    ):
        if found := _CAP_HUYEN.search(fold_line(text)):
            yield Hit(f"{excerpt(text)} nhắc cơ quan cấp huyện ({found[0]}), không còn từ 01/7/2025", hint, place)


RULES = (thieu_co_quan, chu_quan_sai_kieu, co_quan_sai_kieu, co_quan_sai_co, co_quan_cap_huyen)
