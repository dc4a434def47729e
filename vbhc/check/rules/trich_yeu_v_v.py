"""Trích yếu of a công văn: "V/v …" below số, ký hiệu."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vbhc.check.ask import of_look
from vbhc.check.looks import excerpt
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.layout import load_decree
from vbhc.layout.words import measure
from vbhc.recognition import Phan, Recognised, ThanhPhan
from vbhc.text.spelling import nfc

T = ThanhPhan
_CAN_CU = "PL I, Phần I, II.5.b"
_LABEL = re.compile(r"v\s*/\s*v\b\s*[:.]?|về việc\b\s*:?", re.IGNORECASE)
# Word rounds what was typed in centimetres or lines.
_TOLERANCE_PT = 1.0


@rule(
    "TT042",
    "v-v-sai-cach-viet",
    Source("A", _CAN_CU),
    Lesson(
        ten="Trích yếu công văn bắt đầu bằng «V/v», không có dấu hai chấm",
        vi_sao="«V/v» viết tắt của «Về việc», đi liền với nội dung ở sau.",
        sai="V/v: báo cáo…; v/v báo cáo…; Về việc báo cáo…",
        dung="V/v báo cáo tình hình sử dụng kinh phí",
    ),
)
def v_v_sai_cach_viet(doc: Recognised) -> Iterator[Hit]:
    """The two letters as they are printed in the decree, and nothing behind them."""
    for phan in doc.all(T.TRICH_YEU_V_V):
        label = _LABEL.match(nfc(phan.text))
        if label is not None and label[0].rstrip() != "V/v":
            yield Hit(f"trích yếu công văn bắt đầu bằng «{label[0].strip()}»", "sửa thành «V/v»", phan.place)


@rule(
    "TT043",
    "v-v-sai-kieu-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Trích yếu công văn viết in thường, đứng, không đậm",
        vi_sao="Dòng này nằm ở cột trái, dưới số, ký hiệu và cùng kiểu chữ với số, ký hiệu.",
        sai="V/v báo cáo tình hình sử dụng kinh phí (nghiêng hoặc đậm)",
        dung="V/v báo cáo tình hình sử dụng kinh phí (đứng, không đậm)",
    ),
)
def v_v_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """In small letters, neither bold nor italic."""
    for phan in doc.all(T.TRICH_YEU_V_V):
        words = nfc(phan.text)[3:]
        if words.isupper() and " " in words.strip():
            yield Hit(f"trích yếu {excerpt(phan.text)} viết in hoa", "viết in thường", phan.place)
        yield from of_look(phan.lines, "trích yếu công văn", bold=False, italic=False)


@rule(
    "TT044",
    "v-v-sai-khoang-cach",
    Source("A", _CAN_CU),
    Lesson(
        ten="Trích yếu công văn cách dòng số, ký hiệu 6 pt",
        vi_sao="Khoảng cách nhỏ tách trích yếu với số mà vẫn giữ hai dòng thành một khối.",
        sai="V/v … (Spacing Before 0 pt)",
        dung="V/v … (Spacing Before 6 pt)",
    ),
)
def v_v_sai_khoang_cach(doc: Recognised) -> Iterator[Hit]:
    """The gap to số, where one paragraph follows the other."""
    number, subject = doc.first(T.SO_KY_HIEU), doc.first(T.TRICH_YEU_V_V)
    if number is None or subject is None or not _follows(number, subject):
        return
    above = number.lines[-1].paragraph.layout.after_pt
    below = subject.lines[0].paragraph.layout.before_pt
    wanted = load_decree()["khoang_cach.tren_v_v_pt"]
    # Programs add the two or take the greater one.
    least, most = max(above, below), above + below
    if most < wanted.min - _TOLERANCE_PT or least > wanted.max + _TOLERANCE_PT:
        found = f"trích yếu công văn cách số, ký hiệu {measure(most, 'pt')}; quy định {measure(wanted.chon, 'pt')}"
        yield Hit(found, f"đặt Spacing Before {measure(wanted.chon, 'pt')} cho dòng V/v", subject.place)


def _follows(number: Phan, subject: Phan) -> bool:
    """Whether the paragraph of "V/v" comes right behind that of số, in the same column."""
    above, below = number.lines[-1], subject.lines[0]
    return above.side == below.side and below.place.index == above.place.index + 1


RULES = (v_v_sai_cach_viet, v_v_sai_kieu, v_v_sai_khoang_cach)
