"""The end of the text, and by what right someone signs: quyền hạn and chức vụ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vbhc.check.ask import in_middle, of_capitals, of_look, of_size
from vbhc.check.looks import excerpt
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.layout import load_decree
from vbhc.model.nguoi_ky import CHUOI_HOP_LE
from vbhc.recognition import Line, LoaiTep, Recognised, ThanhPhan
from vbhc.recognition.patterns import CHUC_VU, QUYEN_HAN
from vbhc.text.spelling import nfc

T = ThanhPhan
_CAN_CU = "PL I, Phần I, II.7"
# Signed by several sides, or by no form of the annexes.
NHIEU_BEN = ("Biên bản", "Hợp đồng", "Bản ghi nhớ", "Bản thỏa thuận", "Thư công", "Giấy nghỉ phép")
_PREFIX = re.compile(r"(TM|TUQ|KT|TL|Q)\. +(?=\S)")
_LIKE_PREFIX = re.compile(r"(?:(TM|TUQ|KT|TL)|Q(?=\s*\.)|(T)/(M|L)|(K)/(T))\s*\.?\s*(?=\S)", re.IGNORECASE)
_DEPUTY = ("PHÓ ", "THỨ TRƯỞNG")
# Nearer to the left margin than this share of the width, nothing stands at the right.
_LEFT_PART = 0.3


def lines_of(doc: Recognised) -> tuple[Line, ...]:
    """Quyền hạn and chức vụ, a line each."""
    phan = doc.first(T.QUYEN_HAN)
    return phan.lines if phan else ()


@rule(
    "TT083",
    "thieu-dau-het",
    # All samples end so; no sentence of the annex says it.
    Source("B", "PL III, các mẫu"),
    Lesson(
        ten="Hết nội dung có dấu «./.»",
        vi_sao="Mọi mẫu của nghị định kết thúc bằng dấu này; có nó thì không ai viết thêm được vào cuối văn bản.",
        sai="… chịu trách nhiệm thi hành Kế hoạch này.",
        dung="… chịu trách nhiệm thi hành Kế hoạch này./.",
    ),
)
def thieu_dau_het(doc: Recognised) -> Iterator[Hit]:
    """The text ends with "./."; one that ends with a table is not judged."""
    ended = lines_of(doc) or doc.first(T.NHAN_NOI_NHAN)
    if not doc.noi_dung or not ended or doc.ten_loai in NHIEU_BEN:
        return
    last, mark = doc.noi_dung[-1], load_decree().loi_van["dau_het"]
    if last.table is None and last.side == "full" and not re.sub(r"\s", "", last.text).endswith(mark):
        hint = f"thay dấu cuối cùng bằng «{mark}»"
        yield Hit(f"nội dung kết thúc ở {excerpt(last.text[-40:])} không có dấu «{mark}»", hint, last.place)


@rule(
    "TT084",
    "thieu-chuc-vu-nguoi-ky",
    Source("A", _CAN_CU),
    Lesson(
        ten="Văn bản có quyền hạn, chức vụ của người ký",
        vi_sao="Không ghi chức vụ thì không biết ai ký, theo thẩm quyền nào.",
        sai="Chỉ có họ tên dưới nội dung",
        dung="GIÁM ĐỐC",
    ),
)
def thieu_chuc_vu(doc: Recognised) -> Iterator[Hit]:
    """Someone signs; what may be a chức vụ anywhere below the text keeps the rule silent."""
    if doc.loai not in (LoaiTep.CONG_VAN, LoaiTep.CO_TEN) or doc.ten_loai in NHIEU_BEN or lines_of(doc):
        return
    after = doc.noi_dung[0].order if doc.noi_dung else 0
    below = (line.folded for line in doc.lines if line.order > after and len(line.text) < 80)
    if not any(QUYEN_HAN.match(text) or CHUC_VU.match(text) for text in below):
        place = doc.noi_dung[-1].place if doc.noi_dung else None
        yield Hit("không thấy quyền hạn, chức vụ của người ký", "thêm chức vụ và họ tên người ký ở cuối", place)


@rule(
    "TT085",
    "quyen-han-khong-in-hoa",
    Source("A", _CAN_CU),
    Lesson(
        ten="Quyền hạn, chức vụ của người ký viết in hoa",
        vi_sao="Chức vụ in hoa, họ tên in thường: hai thành phần không lẫn nhau.",
        sai="KT. Giám đốc",
        dung="KT. GIÁM ĐỐC",
    ),
)
def quyen_han_khong_in_hoa(doc: Recognised) -> Iterator[Hit]:
    """In capitals."""
    yield from of_capitals(lines_of(doc), "dòng chức vụ")


@rule(
    "TT086",
    "quyen-han-sai-kieu-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Quyền hạn, chức vụ của người ký: kiểu chữ đứng, đậm",
        vi_sao="Nghị định quy định kiểu chữ của từng thành phần thể thức.",
        sai="GIÁM ĐỐC (không đậm)",
        dung="GIÁM ĐỐC (đậm)",
    ),
)
def quyen_han_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """Bold and upright."""
    yield from of_look(lines_of(doc), "dòng chức vụ", bold=True, italic=False)


@rule(
    "TT087",
    "quyen-han-sai-co-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Quyền hạn, chức vụ của người ký: cỡ chữ 13–14",
        vi_sao="Phần ký cùng cỡ chữ với nội dung.",
        sai="GIÁM ĐỐC, cỡ chữ 12",
        dung="GIÁM ĐỐC, cỡ chữ 14",
    ),
)
def quyen_han_sai_co(doc: Recognised) -> Iterator[Hit]:
    """13 to 14 points."""
    yield from of_size(lines_of(doc), "co_chu_pt.nguoi_ky", "dòng chức vụ")


@rule(
    "TT088",
    "quyen-han-sai-vi-tri",
    Source("A", "PL I, Phần I, II.7; IV, ô số 7a"),
    Lesson(
        ten="Quyền hạn, chức vụ đặt ở nửa phải trang, căn giữa trong phần đó",
        vi_sao="Nửa trái dành cho Nơi nhận; chữ ký và dấu ở bên phải.",
        sai="GIÁM ĐỐC ở giữa trang hoặc sát lề trái",
        dung="GIÁM ĐỐC ở cột phải, căn giữa cột",
    ),
)
def quyen_han_sai_vi_tri(doc: Recognised) -> Iterator[Hit]:
    """In the right half, each line in the middle of its column; boxes and tabs are not measured."""
    if doc.ten_loai in NHIEU_BEN:
        return
    for line in lines_of(doc):
        layout = line.paragraph.layout
        if not in_middle(line) and line.side == "right":
            hint = "căn giữa các dòng chức vụ và họ tên trong cột"
            yield Hit(f"{excerpt(line.shown)} không căn giữa trong cột bên phải", hint, line.place)
            return
        begins = layout.left_mm + max(layout.first_mm, 0)
        plain = line.side == "full" and not in_middle_of_right(line) and "khung" not in line.place.words
        if line.side == "left" or (plain and begins < _LEFT_PART * line.room_mm and layout.align != "right"):
            hint = "đặt phần ký ở cột phải của bảng hai cột không kẻ khung, cạnh Nơi nhận"
            yield Hit(f"{excerpt(line.shown)} không nằm ở nửa phải trang", hint, line.place)
            return


def in_middle_of_right(line: Line) -> bool:
    """Whether tabs or blanks may push a line to the right."""
    return line.paragraph.text.startswith(("\t", "   ", "\u00a0\u00a0\u00a0"))


@rule(
    "TT089",
    "ky-hieu-quyen-han-sai",
    Source("A", _CAN_CU),
    Lesson(
        ten="Ký hiệu quyền hạn ghi TM., Q., KT., TL., TUQ., sau dấu chấm có dấu cách",
        vi_sao="T/M, K/T, T/L là cách ghi của văn bản Đảng.",
        sai="K/T CHỦ TỊCH",
        dung="KT. CHỦ TỊCH",
    ),
)
def ky_hieu_quyen_han_sai(doc: Recognised) -> Iterator[Hit]:
    """A prefix is written in the way of the decree."""
    for line in lines_of(doc):
        text = nfc(line.shown).replace("\u00a0", " ")
        found = _LIKE_PREFIX.match(text)
        if found and not _PREFIX.match(text) and not (found[1] and text[len(found[1]) :][:1].isalpha()):
            sign = re.sub(r"[\s./]", "", found[0]).upper()
            right = f"{sign}. {text[found.end() :]}"
            yield Hit(f"ký hiệu quyền hạn trong «{text}» ghi chưa đúng", f"sửa thành «{right}»", line.place)


@rule(
    "TT090",
    "chuoi-quyen-han-sai",
    Source("A", "PL I, Phần I, II.7.b; Điều 13"),
    Lesson(
        ten="Các dòng quyền hạn đi đúng chuỗi, kết thúc bằng chức vụ của người ký",
        vi_sao="TM., KT., TL., TUQ. cho biết ký thay ai; dòng dưới phải là chức vụ của chính người ký. "
        "Người được ủy quyền không được ủy quyền lại.",
        sai="TUQ. GIÁM ĐỐC / KT. TRƯỞNG PHÒNG / PHÓ TRƯỞNG PHÒNG",
        dung="TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
    ),
)
def chuoi_quyen_han_sai(doc: Recognised) -> Iterator[Hit]:
    """The prefixes stand in an order that the decree knows, and below the last stands whoever signs."""
    lines = lines_of(doc)
    signs = [_prefix(line) for line in lines]
    written = " / ".join([nfc(line.shown) for line in lines])
    chain = tuple(sign for sign in signs if sign)
    legal = {tuple(str(sign) for sign in it if sign): None in it for it in CHUOI_HOP_LE}
    if not chain or doc.ten_loai in NHIEU_BEN:
        return
    if chain not in legal:
        hint = "dùng một trong các chuỗi: TM. / KT.; TL. / KT.; hoặc chỉ một ký hiệu, dưới cùng là chức vụ người ký"
        yield Hit(f"«{written}» không phải chuỗi quyền hạn hợp lệ", hint, lines[0].place)
    elif signs[-2:] == ["KT.", ""] and _office(lines[-2]) == lines[-1].folded:
        hint = "ghi chức vụ của cấp phó ký thay ở dòng dưới, hoặc bỏ «KT.» nếu cấp trưởng ký"
        yield Hit(f"dưới «{nfc(lines[-2].shown)}» lại là chính chức vụ đó", hint, lines[-1].place)
    elif legal[chain] and signs[-1]:
        hint = "thêm một dòng ghi chức vụ của người ký ở dưới"
        yield Hit(f"dưới «{nfc(lines[-1].shown)}» không có chức vụ của người ký", hint, lines[-1].place)


def _office(line: Line) -> str:
    """A line folded, without its prefix."""
    return _LIKE_PREFIX.sub("", line.folded, count=1)


def _prefix(line: Line) -> str:
    """The prefix of a line as the decree writes it, "" without one."""
    found = _LIKE_PREFIX.match(nfc(line.shown).replace("\u00a0", " "))
    sign = re.sub(r"[\s./]", "", found[0]).upper() if found else ""
    return f"{sign}." if sign and QUYEN_HAN.match(line.folded) else ""


@rule(
    "TT091",
    "cap-pho-ky-thieu-kt",
    # The deputy signs for the head (Điều 13, 1); that the line KT. stands between them is read off practice.
    Source("B", "Điều 13; PL I, Phần I, II.7.b"),
    Lesson(
        ten="Cấp phó ký thay cấp trưởng thì có dòng «KT.» trên chức vụ",
        vi_sao="Cấp phó không ký với danh nghĩa của mình mà ký thay người đứng đầu.",
        sai="TM. ỦY BAN NHÂN DÂN / PHÓ CHỦ TỊCH",
        dung="TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
    ),
)
def cap_pho_thieu_kt(doc: Recognised) -> Iterator[Hit]:
    """A deputy who signs has "KT." above."""
    lines = lines_of(doc)
    signs = [_prefix(line) for line in lines]
    if doc.ten_loai in NHIEU_BEN or not signs or "KT." in signs or "TUQ." in signs:
        return
    own = next((line for line, sign in zip(lines, signs, strict=True) if not sign), None)
    if own is not None and nfc(own.shown).upper().startswith(_DEPUTY):
        hint = "thêm dòng «KT. …» ghi chức vụ của cấp trưởng ở trên"
        yield Hit(f"{excerpt(own.shown)} ký mà không có dòng KT.", hint, own.place)


RULES = (
    thieu_dau_het,
    thieu_chuc_vu,
    quyen_han_khong_in_hoa,
    quyen_han_sai_kieu,
    quyen_han_sai_co,
    quyen_han_sai_vi_tri,
    ky_hieu_quyen_han_sai,
    chuoi_quyen_han_sai,
    cap_pho_thieu_kt,
)
