"""Tên loại and trích yếu of a văn bản that has a type, and which văn bản have which of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vbhc.check.ask import of_capitals, of_look, of_size
from vbhc.check.looks import excerpt, in_capitals
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.check.rules.so_ky_hieu import RO_LA_TEN_LOAI
from vbhc.recognition import LoaiTep, Phan, Recognised, ThanhPhan
from vbhc.recognition.types import VIET_TAT
from vbhc.text.spelling import nfc

T = ThanhPhan
_CAN_CU = "PL I, Phần I, II.5"
_CAN_CU_CO_TEN = "PL I, Phần I, II.5.a"
_TEN_CUA = {short: name for name, short in VIET_TAT.items() if short in RO_LA_TEN_LOAI}
# Mẫu 1.8 and 1.10 have none; of the others there is no sample.
_KHONG_TRICH_YEU = ("Giấy giới thiệu", "Giấy nghỉ phép", "Thư công", "Hợp đồng", "Bản ghi nhớ", "Bản thỏa thuận")
_END = re.compile(r"(?:\./\.|(?<!\.)\.|[;:,])$")


@rule(
    "TT035",
    "thieu-ten-loai",
    Source("A", _CAN_CU),
    Lesson(
        ten="Văn bản không phải công văn thì có tên loại, đứng riêng một dòng",
        vi_sao="Mọi văn bản hành chính đều có tên loại, trừ công văn; ký hiệu đã ghi loại nào thì dưới phần đầu "
        "phải có tên loại đó.",
        sai="Số: 131/KH-UBND, bên dưới không có dòng KẾ HOẠCH",
        dung="KẾ HOẠCH",
    ),
)
def thieu_ten_loai(doc: Recognised) -> Iterator[Hit]:
    """Ký hiệu name a type, and nothing below the heading does."""
    name = _TEN_CUA.get(re.split(r"[-\u2010-\u2015\s/]", nfc(doc.ky_hieu), maxsplit=1)[0])
    if doc.loai is not LoaiTep.KHONG_RO or name is None:
        return
    if not any(nfc(line.shown).upper().startswith(name.upper()) for line in doc.lines[:30]):
        phan = doc.first(T.SO_KY_HIEU)
        yield Hit(
            f"ký hiệu «{doc.ky_hieu}» là của {name.lower()} mà không có dòng tên loại",
            f"thêm dòng «{name.upper()}», in hoa, đậm, ở giữa, dưới phần đầu",
            phan.place if phan else None,
        )


@rule(
    "TT036",
    "cong-van-mang-ten-loai",
    Source("A", _CAN_CU),
    Lesson(
        ten="Công văn không ghi tên loại; văn bản có tên loại không dùng V/v",
        vi_sao="Trích yếu đứng một chỗ: dưới tên loại, hoặc sau V/v dưới số khi không có tên loại.",
        sai="CÔNG VĂN; hoặc KẾ HOẠCH mà dưới số còn có V/v",
        dung="Công văn: V/v … dưới số; kế hoạch: KẾ HOẠCH, trích yếu ở dưới",
    ),
)
def cong_van_mang_ten(doc: Recognised) -> Iterator[Hit]:
    """No line "CÔNG VĂN", and not both tên loại and "V/v"."""
    title, subject = doc.first(T.TEN_LOAI), doc.first(T.TRICH_YEU_V_V)
    if title is not None and not doc.ten_loai:
        yield Hit(f"công văn có dòng {excerpt(title.text)}", "bỏ dòng này: công văn không ghi tên loại", title.place)
    elif title is not None and subject is not None:
        hint = f"bỏ V/v, ghi trích yếu dưới dòng {excerpt(title.text)}; nếu là công văn thì bỏ dòng tên loại"
        yield Hit(f"{doc.ten_loai.lower()} có V/v dưới số, ký hiệu", hint, subject.place)


@rule(
    "TT037",
    "ten-loai-sai-kieu-chu",
    Source("A", _CAN_CU_CO_TEN),
    Lesson(
        ten="Tên loại viết in hoa, đứng, đậm",
        vi_sao="Tên loại là dòng nổi nhất của trang đầu.",
        sai="Kế hoạch",
        dung="KẾ HOẠCH (đứng, đậm)",
    ),
)
def ten_loai_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """In capitals, bold and upright."""
    for phan in _ten_loai(doc):
        yield from of_capitals(phan.lines, "tên loại")
        yield from of_look(phan.lines, "tên loại", bold=True, italic=False)


@rule(
    "TT038",
    "thieu-trich-yeu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Văn bản có trích yếu nội dung: dưới tên loại, hoặc sau V/v của công văn",
        vi_sao="Trích yếu để phân loại, đăng ký và tìm văn bản mà không phải đọc hết.",
        sai="KẾ HOẠCH, bên dưới vào ngay căn cứ",
        dung="KẾ HOẠCH, bên dưới: Chuyển đổi số năm 2026",
    ),
)
def thieu_trich_yeu(doc: Recognised) -> Iterator[Hit]:
    """A short summary is there."""
    title = doc.first(T.TEN_LOAI)
    subject = doc.first(T.TRICH_YEU) or doc.first(T.TRICH_YEU_V_V)
    if subject is not None:
        return
    if doc.loai is LoaiTep.CONG_VAN and not any("v/v" in line.folded for line in doc.lines[:20]):
        number = doc.first(T.SO_KY_HIEU)
        place = number.place if number else None
        yield Hit("công văn không có trích yếu", "ghi «V/v …» dưới số, ký hiệu, ở giữa", place)
    elif title is not None and doc.ten_loai and doc.ten_loai not in _KHONG_TRICH_YEU:
        yield Hit(f"{doc.ten_loai.lower()} không có trích yếu", "ghi trích yếu ngay dưới tên loại", title.place)


@rule(
    "TT039",
    "trich-yeu-sai-kieu-chu",
    Source("A", _CAN_CU_CO_TEN),
    Lesson(
        ten="Trích yếu dưới tên loại viết in thường, đứng, đậm",
        vi_sao="Tên loại in hoa, trích yếu in thường: hai dòng phân biệt nhau mà vẫn là một khối.",
        sai="VỀ VIỆC CHUYỂN ĐỔI SỐ NĂM 2026",
        dung="Về việc chuyển đổi số năm 2026 (đứng, đậm)",
    ),
)
def trich_yeu_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """In small letters, bold and upright."""
    for phan in doc.all(T.TRICH_YEU):
        if in_capitals(nfc(phan.text)) and " " in phan.text:
            yield Hit(f"trích yếu {excerpt(phan.text)} viết in hoa", "viết in thường", phan.place)
        yield from of_look(phan.lines, "trích yếu", bold=True, italic=False)


@rule(
    "TT040",
    "ten-loai-trich-yeu-sai-co-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Tên loại và trích yếu cỡ 13–14; trích yếu của công văn cỡ 12–13",
        vi_sao="V/v đứng ở cột trái nên nhỏ như tên cơ quan; tên loại đứng giữa trang nên lớn như nội dung.",
        sai="KẾ HOẠCH cỡ 16; V/v cỡ 14",
        dung="KẾ HOẠCH cỡ 14; V/v cỡ 12 hoặc 13",
    ),
)
def tieu_de_sai_co(doc: Recognised) -> Iterator[Hit]:
    """The sizes of the three."""
    for phan in _ten_loai(doc):
        yield from of_size(phan.lines, "co_chu_pt.ten_loai", "tên loại")
    for phan in doc.all(T.TRICH_YEU):
        yield from of_size(phan.lines, "co_chu_pt.trich_yeu", "trích yếu")
    for phan in doc.all(T.TRICH_YEU_V_V):
        yield from of_size(phan.lines, "co_chu_pt.trich_yeu_v_v", "trích yếu công văn")


@rule(
    "TT041",
    "trich-yeu-co-dau-cuoi",
    Source("D", "PL III, các mẫu: cuối trích yếu không có dấu"),
    Lesson(
        ten="Cuối trích yếu không có dấu câu",
        vi_sao="Trích yếu là một tên gọi, không phải một câu; các mẫu của Nghị định đều không ghi dấu.",
        sai="Chuyển đổi số năm 2026.",
        dung="Chuyển đổi số năm 2026",
    ),
)
def co_dau_cuoi(doc: Recognised) -> Iterator[Hit]:
    """No mark stands at the end of a summary."""
    for phan in doc.all(T.TRICH_YEU, T.TRICH_YEU_V_V):
        text = phan.text.rstrip()
        mark = _END.search(text)
        if mark is not None and not text.endswith("v.v."):
            yield Hit(f"cuối trích yếu có dấu «{mark[0]}»", "bỏ dấu này", phan.lines[-1].place)


def _ten_loai(doc: Recognised) -> Iterator[Phan]:
    """Tên loại, where the văn bản should have one."""
    return doc.all(T.TEN_LOAI) if doc.ten_loai else iter(())


RULES = (
    thieu_ten_loai,
    cong_van_mang_ten,
    ten_loai_sai_kieu,
    thieu_trich_yeu,
    trich_yeu_sai_kieu,
    tieu_de_sai_co,
    co_dau_cuoi,
)
