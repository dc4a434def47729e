"""Phần, chương, mục, tiểu mục with their tiêu đề; the form of numbers and of dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vbhc.check.ask import of_capitals, of_look
from vbhc.check.looks import excerpt
from vbhc.check.mucs import counted, own_mucs, titled
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.recognition import MucThay, Recognised
from vbhc.text.spelling import nfc

_CAN_CU = "PL I, Phần I, II.6.đ; V, dòng 6"
_FORMS = {"la_ma": "I.", "khoan": "1.", "diem": "a)"}
_ALLOWED_SIGNS = ("-", "+")


@rule(
    "TT072",
    "phan-chuong-muc-sai-kieu-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="«Phần», «Chương», «Mục» và số thứ tự: một dòng riêng, giữa trang, in thường, đứng, đậm",
        vi_sao="Số của phần, chương, mục đứng riêng trên tiêu đề; chỉ tiêu đề mới in hoa.",
        sai="CHƯƠNG I",
        dung="Chương I (đậm)",
    ),
)
def phan_chuong_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """The line of the number stands in the middle, bold, in small letters."""
    for it in titled(doc):
        line = it.muc.line
        word = nfc(line.shown).split()[0]
        name = it.muc.number.capitalize() if not it.muc.automatic else it.muc.number
        if word.upper() == word:
            yield Hit(f"{excerpt(line.shown)} viết in hoa", f"viết «{word.capitalize()}» in thường", line.place)
        if line.paragraph.layout.align != "center":
            yield Hit(f"{excerpt(line.shown)} không căn giữa", f"căn giữa dòng «{name}»", line.place)
        yield from of_look([line], "dòng", bold=True, italic=False)


@rule(
    "TT073",
    "tieu-de-phan-chuong-sai-kieu-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Tiêu đề của phần, chương, mục: ngay dưới số, giữa trang, in hoa, đứng, đậm",
        vi_sao="Số và tiêu đề ở hai dòng, đều giữa trang, thì mục lục và người đọc tách được hai phần.",
        sai="Chương I: Quy định chung",
        dung="Chương I (đậm)\nQUY ĐỊNH CHUNG (đậm)",
    ),
)
def tieu_de_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """The title stands on the next line, in capitals, bold, in the middle."""
    for it in titled(doc):
        if it.muc.rest:
            found = f"{excerpt(it.muc.line.shown)}: tiêu đề trên cùng dòng với số"
            yield Hit(found, "đưa tiêu đề xuống dòng dưới, in hoa", it.muc.line.place)
        yield from of_capitals(it.title, "tiêu đề")
        yield from of_look(it.title, "tiêu đề", bold=True, italic=False)
        away = next((line for line in it.title if line.paragraph.layout.align != "center"), None)
        if away is not None:
            yield Hit(f"tiêu đề {excerpt(away.shown)} không căn giữa", "căn giữa tiêu đề", away.place)


@rule(
    "TT074",
    "phan-chuong-dieu-thieu-tieu-de",
    Source("A", _CAN_CU),
    Lesson(
        ten="Phần, chương, mục, tiểu mục, điều phải có tiêu đề",
        vi_sao="Tiêu đề cho biết nội dung của phần mà không phải đọc hết.",
        sai="Chương I\nĐiều 1. …",
        dung="Chương I\nQUY ĐỊNH CHUNG",
    ),
)
def thieu_tieu_de(doc: Recognised) -> Iterator[Hit]:
    """None of them is a number alone; a điều of a quyết định has its sentence instead."""
    for it in titled(doc):
        if not it.muc.rest and not it.title and it.below is not None and it.below.table is None:
            yield Hit(f"{excerpt(it.muc.line.shown)} không có tiêu đề", "thêm tiêu đề ở dòng dưới", it.muc.line.place)
    for muc in own_mucs(doc):
        if muc.level == "dieu" and not muc.rest and not muc.automatic:
            yield Hit(f"{excerpt(muc.line.shown)} không có tiêu đề", "thêm tiêu đề sau số của điều", muc.line.place)


@rule(
    "TT075",
    "so-muc-sai-dang",
    Source("A", _CAN_CU),
    Lesson(
        ten="Số của mục có dạng I., của khoản 1., của điểm a)",
        vi_sao="Mỗi cấp có một dạng số, sau số là dấu chấm, riêng điểm là dấu đóng ngoặc đơn; viện dẫn dựa vào đó.",
        sai="I/ Mục đích … 1/ … a. …",
        dung="I. MỤC ĐÍCH … 1. … a) …",
    ),
)
def so_muc_sai_dang(doc: Recognised) -> Iterator[Hit]:
    """The first number of each level in another form; "1)" is judged where nothing is numbered "1." or "a)"."""
    mucs = [muc for muc in own_mucs(doc) if counted(muc) is not None]
    brackets = any(muc.level == "diem" or (muc.level == "khoan" and muc.number.endswith(".")) for muc in mucs)
    for level, form in _FORMS.items():
        wrong = next((muc for muc in mucs if muc.level == level and _other_form(muc, brackets=brackets)), None)
        if wrong is not None:
            inner = re.sub(r"\W+$", "", wrong.number)
            found = f"{excerpt(wrong.line.shown)} ghi số «{wrong.number}»; dạng đúng là «{inner}{form[-1]}»"
            yield Hit(found, f"ghi các số ở cấp này theo dạng «{form}»", wrong.line.place)


def _other_form(muc: MucThay, *, brackets: bool) -> bool:
    """Whether a number ends otherwise than those of its level; ``brackets``: "1)" may be of a level below."""
    end = muc.number[-1]
    if muc.level == "diem":
        return end == "."
    if muc.level == "khoan":
        return end == "/" or (end == ")" and not brackets)
    return end != "." and nfc(muc.rest)[:1].isupper()


@rule(
    "TT076",
    "dau-dau-dong-la",
    Source("M", "không quy định; thông lệ trình bày"),
    Lesson(
        ten="Dưới điểm dùng gạch đầu dòng «-», dưới nữa dùng «+»",
        vi_sao="Nghị định không quy định ký hiệu dưới cấp điểm; «-» và «+» là cách ghi chung của các cơ quan.",
        sai="• Bố trí nhân lực",
        dung="- Bố trí nhân lực",
    ),
)
def dau_dau_dong_la(doc: Recognised) -> Iterator[Hit]:
    """The first line behind a bullet, a star or a long dash."""
    wrong = (it for it in own_mucs(doc) if it.level in ("gach", "cong") and it.number not in _ALLOWED_SIGNS)
    first = next(wrong, None)
    if first is not None:
        sign = first.number if first.number.isprintable() and first.number < "\ue000" else "ký hiệu riêng của Word"
        found = f"{excerpt(first.line.shown)} bắt đầu bằng dấu «{sign}»"
        yield Hit(found, "dùng «-», cấp dưới nữa dùng «+»", first.line.place)


RULES = (phan_chuong_sai_kieu, tieu_de_sai_kieu, thieu_tieu_de, so_muc_sai_dang, dau_dau_dong_la)
