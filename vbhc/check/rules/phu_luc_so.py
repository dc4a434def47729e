"""Phụ lục: pointed to from the text, numbered when there are several, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.errors import TextError
from vbhc.recognition import LoaiTep, PhuLucThay, Recognised
from vbhc.text.numbering import parse_roman, roman
from vbhc.word.view import Place

_CAN_CU = "PL I, Phần I, III.1"
_NUMBER = r"(?:[ivx]+|\d{1,2})\b"
_CITED = re.compile(
    rf"phụ lục\s+(?:số\s+)?(?P<first>{_NUMBER})(?P<more>(?:\s*(?:,|và|đến|-)\s*(?:phụ lục\s+)?(?:số\s+)?{_NUMBER})*)"
)
_ANY = re.compile(rf"phụ lục(?!\s+(?:số\s+)?{_NUMBER})")
_OTHERS = re.compile(
    r"\b(nghị định|thông tư|luật|nghị quyết|quyết định|công văn|kế hoạch) (số|ngày|\d)|\d+/[\w-]*[a-zđ]"
)
_MOST = 39


def _value(written: str) -> int | None:
    """What a number counts, by La Mã or by digits; ``None`` for a letter."""
    if written.isdigit():
        return int(written)
    try:
        value = parse_roman(written.upper())
    except TextError:
        return None
    return value if value <= _MOST else None


def _place(phu_luc: PhuLucThay) -> Place:
    return phu_luc.phan[0].place


def _cited(text: str) -> Iterator[int]:
    """The numbers of phụ lục that a line names, those of a range too."""
    for found in _CITED.finditer(text):
        numbers = [value for value in [_value(found["first"])] if value is not None]
        for sign, written in re.findall(rf"(,|và|đến|-)\s*(?:phụ lục\s+)?(?:số\s+)?({_NUMBER})", found["more"]):
            value = _value(written)
            if value is None or written.isdigit() != found["first"].isdigit():
                continue
            numbers += range(numbers[-1] + 1, value) if numbers and sign in ("đến", "-") else []
            numbers.append(value)
        yield from numbers


@rule(
    "TT108",
    "phu-luc-khong-duoc-nhac",
    Source("A", _CAN_CU),
    Lesson(
        ten="Văn bản có phụ lục thì trong nội dung phải có chỉ dẫn về phụ lục đó",
        vi_sao="Không có chỉ dẫn thì người đọc không biết phụ lục dùng cho việc gì.",
        sai="Có Phụ lục II nhưng nội dung chỉ nhắc Phụ lục I",
        dung="… (chi tiết tại Phụ lục II kèm theo).",
    ),
)
def phu_luc_khong_duoc_nhac(doc: Recognised) -> Iterator[Hit]:
    """The text names each; one that speaks of phụ lục without number may mean any."""
    if doc.loai is LoaiTep.PHU_LUC or not doc.noi_dung:
        return
    texts = [line.folded for line in doc.noi_dung]
    cited = {value for text in texts for value in _cited(text)}
    if any(_ANY.search(text) for text in texts):
        return
    for it in doc.phu_luc:
        value = _value(it.number) if it.number else None
        if (value is None and not cited) or (value is not None and value not in cited):
            name = f"Phụ lục {it.number}".strip()
            yield Hit(f"nội dung không nhắc đến {name}", f"thêm chỉ dẫn «(chi tiết tại {name} kèm theo)»", _place(it))


@rule(
    "TT109",
    "phu-luc-duoc-nhac-nhung-khong-co",
    # It may be another file, so this is no more than a question.
    Source("D", _CAN_CU),
    Lesson(
        ten="Phụ lục được nhắc trong nội dung thì có kèm theo",
        vi_sao="Nhắc một phụ lục không có thì người nhận phải hỏi lại, hoặc văn bản gửi thiếu.",
        sai="Nội dung nhắc Phụ lục III, văn bản chỉ có Phụ lục I, II",
        dung="Văn bản có đủ Phụ lục I, II, III",
    ),
)
def phu_luc_nhac_khong_co(doc: Recognised) -> Iterator[Hit]:
    """A phụ lục of its own that the text names is in the file."""
    there = {_value(it.number) for it in doc.phu_luc}
    told: set[int] = set()
    if None in there or doc.loai is LoaiTep.PHU_LUC:
        return
    for line in doc.noi_dung:
        for value in () if _OTHERS.search(line.folded) else _cited(line.folded):
            if value not in there and value not in told:
                told.add(value)
                name = f"Phụ lục {roman(value)}" if value else "Phụ lục 0"
                hint = "bổ sung phụ lục, hoặc sửa số; nếu phụ lục ở tệp riêng thì bỏ qua"
                yield Hit(f"nội dung nhắc {name} nhưng tệp không có phụ lục này", hint, line.place)


@rule(
    "TT110",
    "mot-phu-luc-ma-danh-so",
    Source("A", _CAN_CU),
    Lesson(
        ten="Chỉ có một phụ lục thì không đánh số",
        vi_sao="Số chỉ dùng để phân biệt từ hai phụ lục trở lên.",
        sai="Phụ lục I (văn bản chỉ có một phụ lục)",
        dung="Phụ lục",
    ),
)
def mot_phu_luc_danh_so(doc: Recognised) -> Iterator[Hit]:
    """One alone has no number; where the text names others they may be files of their own."""
    if len(doc.phu_luc) != 1 or not doc.phu_luc[0].number or doc.loai is LoaiTep.PHU_LUC:
        return
    only = doc.phu_luc[0]
    if {value for line in doc.noi_dung for value in _cited(line.folded)} <= {_value(only.number)}:
        yield Hit(f"chỉ có một phụ lục nhưng ghi «Phụ lục {only.number}»", "chỉ ghi «Phụ lục»", _place(only))


@rule(
    "TT111",
    "nhieu-phu-luc-thieu-so",
    Source("A", _CAN_CU),
    Lesson(
        ten="Có từ hai phụ lục trở lên thì phải đánh số",
        vi_sao="Không có số thì nội dung không chỉ được đến phụ lục nào.",
        sai="Phụ lục … Phụ lục …",
        dung="Phụ lục I … Phụ lục II …",
    ),
)
def nhieu_phu_luc_thieu_so(doc: Recognised) -> Iterator[Hit]:
    """Each of several has a number."""
    for at, it in enumerate(doc.phu_luc if len(doc.phu_luc) > 1 else (), start=1):
        if not it.number:
            many = f"văn bản có {len(doc.phu_luc)} phụ lục"
            yield Hit(f"{many} nhưng phụ lục này không có số", f"ghi «Phụ lục {roman(at)}»", _place(it))


@rule(
    "TT112",
    "so-phu-luc-khong-la-ma",
    Source("A", _CAN_CU),
    Lesson(
        ten="Số của phụ lục là số La Mã",
        vi_sao="Nghị định quy định số thứ tự phụ lục bằng chữ số La Mã.",
        sai="Phụ lục 1",
        dung="Phụ lục I",
    ),
)
def so_khong_la_ma(doc: Recognised) -> Iterator[Hit]:
    """Numbers by La Mã."""
    for at, it in enumerate(doc.phu_luc, start=1):
        if it.number and (it.number.isdigit() or _value(it.number) is None):
            right = roman(int(it.number)) if it.number.isdigit() and 0 < int(it.number) <= _MOST else roman(at)
            yield Hit(f"ghi «Phụ lục {it.number}»; số phải là số La Mã", f"ghi «Phụ lục {right}»", _place(it))


@rule(
    "TT113",
    "phu-luc-sai-thu-tu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Các phụ lục đánh số liên tiếp I, II, III…",
        vi_sao="Thiếu hoặc lặp một số thì người nhận ngờ văn bản gửi thiếu.",
        sai="Phụ lục I … Phụ lục III",
        dung="Phụ lục I … Phụ lục II",
    ),
)
def phu_luc_sai_thu_tu(doc: Recognised) -> Iterator[Hit]:
    """Each number is one more than the one before it."""
    numbered: Sequence[tuple[PhuLucThay, int | None]] = [(it, _value(it.number)) for it in doc.phu_luc if it.number]
    for (before, first), (it, second) in pairwise(numbered):
        if first is not None and second is not None and second != first + 1:
            found = f"Phụ lục {it.number} đứng sau Phụ lục {before.number}"
            yield Hit(found, f"đánh lại: số tiếp theo là {roman(first + 1)}", _place(it))


RULES = (
    phu_luc_khong_duoc_nhac,
    phu_luc_nhac_khong_co,
    mot_phu_luc_danh_so,
    nhieu_phu_luc_thieu_so,
    so_khong_la_ma,
    phu_luc_sai_thu_tu,
)
