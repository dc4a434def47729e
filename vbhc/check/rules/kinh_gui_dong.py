"""The recipients of Kính gửi: one on the line of the label; several each on a line of its own, behind a dash."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from vbhc.check.ask import pushed
from vbhc.check.looks import excerpt
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.recognition import Line, Phan, Recognised, ThanhPhan
from vbhc.text.spelling import nfc

_CAN_CU = "PL I, Phần I, II.9.a"
_LABEL = re.compile(r"\s*kính\s+(?:gửi|trình)\s*:?\s*", re.IGNORECASE)
_ALIGNED_MM = 1.0


@dataclass(frozen=True)
class _Noi:
    """A recipient as written, and where; ``beside``: on the line of the label."""

    text: str
    line: Line
    beside: bool


def _noi(doc: Recognised) -> tuple[_Noi, ...]:
    phan = doc.first(ThanhPhan.KINH_GUI)
    return tuple(_read(phan)) if phan else ()


def _read(phan: Phan) -> Iterator[_Noi]:
    first = _LABEL.sub("", nfc(phan.lines[0].shown), count=1).strip()
    if first:
        yield _Noi(first, phan.lines[0], beside=True)
    for line in phan.lines[1:]:
        yield _Noi(nfc(line.shown), line, beside=line.side == "right")


@rule(
    "TT056",
    "kinh-gui-mot-noi-xuong-dong",
    Source("A", _CAN_CU),
    Lesson(
        ten="Gửi một nơi: ghi trên cùng dòng với Kính gửi, không gạch đầu dòng",
        vi_sao="Gạch đầu dòng chỉ dùng để tách từ hai nơi nhận trở lên.",
        sai="Kính gửi:\n- Bộ Nội vụ.",
        dung="Kính gửi: Bộ Nội vụ",
    ),
)
def mot_noi_xuong_dong(doc: Recognised) -> Iterator[Hit]:
    """One recipient stands on the line of the label, without a dash."""
    noi = _noi(doc)
    if len(noi) == 1 and (not noi[0].beside or noi[0].text.startswith("-")):
        name = noi[0].text.lstrip("- ").rstrip(" .;")
        yield Hit(
            f"chỉ gửi một nơi nhưng ghi thành gạch đầu dòng {excerpt(noi[0].text)}",
            f"ghi trên một dòng: «Kính gửi: {name}»",
            noi[0].line.place,
        )


@rule(
    "TT057",
    "kinh-gui-mot-noi-thua-dau-cuoi",
    # The sample shows it; no sentence of the annex says it.
    Source("B", "PL III, Mẫu 1.5"),
    Lesson(
        ten="Gửi một nơi: cuối dòng Kính gửi không có dấu",
        vi_sao="Mẫu của nghị định không ghi dấu sau tên nơi nhận duy nhất; dấu chấm chỉ kết thúc một danh sách.",
        sai="Kính gửi: Bộ Nội vụ.",
        dung="Kính gửi: Bộ Nội vụ",
    ),
)
def mot_noi_thua_dau(doc: Recognised) -> Iterator[Hit]:
    """One recipient has no mark behind it."""
    noi = _noi(doc)
    if len(noi) == 1 and not re.search(r";\s*\S", noi[0].text) and re.search(r"[.;,:]$", noi[0].text):
        yield Hit(f"thừa dấu «{noi[0].text[-1]}» sau {excerpt(noi[0].text[:-1])}", "bỏ dấu này", noi[0].line.place)


@rule(
    "TT058",
    "kinh-gui-nhieu-noi-chung-dong",
    Source("A", _CAN_CU),
    Lesson(
        ten="Gửi từ hai nơi: mỗi nơi một dòng riêng dưới Kính gửi",
        vi_sao="Mỗi nơi nhận tìm thấy tên mình ngay; văn thư phát hành không bỏ sót nơi nào.",
        sai="Kính gửi: Bộ Nội vụ; Bộ Tài chính",
        dung="Kính gửi:\n- Bộ Nội vụ;\n- Bộ Tài chính.",
    ),
)
def nhieu_noi_chung_dong(doc: Recognised) -> Iterator[Hit]:
    """Of several recipients none stands on the line of the label, and no two on one line."""
    noi = _noi(doc)
    if not noi or noi[0].line.side != "full":
        return
    together = len(noi) == 1 and re.search(r";\s*\S", noi[0].text)
    if together or (len(noi) > 1 and noi[0].beside):
        yield Hit(
            f"{excerpt(noi[0].line.shown)}: gửi nhiều nơi nhưng ghi trên dòng Kính gửi",
            "để «Kính gửi:» trên một dòng, rồi mỗi nơi một dòng bắt đầu bằng gạch đầu dòng",
            noi[0].line.place,
        )


@rule(
    "TT059",
    "kinh-gui-thieu-gach-dau-dong",
    Source("A", _CAN_CU),
    Lesson(
        ten="Gửi từ hai nơi: mỗi dòng bắt đầu bằng gạch đầu dòng «-»",
        vi_sao="Gạch đầu dòng cho thấy chỗ bắt đầu của từng nơi nhận, kể cả khi tên dài hơn một dòng.",
        sai="Kính gửi:\nBộ Nội vụ;\nBộ Tài chính.",
        dung="Kính gửi:\n- Bộ Nội vụ;\n- Bộ Tài chính.",
    ),
)
def nhieu_noi_thieu_gach(doc: Recognised) -> Iterator[Hit]:
    """Each of several recipients stands behind a dash."""
    noi = _noi(doc)
    for it in noi if len(noi) > 1 else ():
        if not it.line.paragraph.label and not it.text.startswith(("-", "–")) and it.line.side == "full":
            sign = "thiếu gạch đầu dòng" if it.text[0].isalnum() else f"dùng dấu «{it.text[0]}»"
            name = it.text if it.text[0].isalnum() else it.text[1:].lstrip()
            yield Hit(f"{excerpt(it.text)} {sign}; phải là «-»", f"ghi {excerpt(f'- {name}')}", it.line.place)


@rule(
    "TT060",
    "kinh-gui-sai-dau-cuoi-dong",
    Source("A", _CAN_CU),
    Lesson(
        ten="Gửi từ hai nơi: cuối mỗi dòng có dấu chấm phẩy, cuối dòng cuối có dấu chấm",
        vi_sao="Dấu chấm ở dòng cuối cho biết danh sách nơi nhận đã hết.",
        sai="- Bộ Nội vụ,\n- Bộ Tài chính;",
        dung="- Bộ Nội vụ;\n- Bộ Tài chính.",
    ),
)
def nhieu_noi_sai_dau_cuoi(doc: Recognised) -> Iterator[Hit]:
    """Each of several recipients ends with ";", the last with "."."""
    noi = _noi(doc)
    for at, it in enumerate(noi if len(noi) > 1 else ()):
        wanted = "." if at == len(noi) - 1 else ";"
        if not it.text.endswith(wanted):
            name = "dấu chấm (.)" if wanted == "." else "dấu chấm phẩy (;)"
            yield Hit(f"{excerpt(it.text)} phải kết thúc bằng {name}", f"đặt {name} ở cuối dòng", it.line.place)


@rule(
    "TT061",
    "kinh-gui-gach-khong-thang-hang",
    Source("A", _CAN_CU),
    Lesson(
        ten="Gửi từ hai nơi: các gạch đầu dòng thẳng hàng với nhau, dưới dấu hai chấm",
        vi_sao="Các gạch thẳng hàng thì danh sách đọc được như một cột.",
        sai="Các dòng căn giữa, gạch so le",
        dung="Các dòng cùng một mức lùi lề trái",
    ),
)
def gach_khong_thang_hang(doc: Recognised) -> Iterator[Hit]:
    """The dashes stand below one another, right of "K"; lines set with tabs or blanks are not measured."""
    lines = [it.line for it in _noi(doc) if not it.beside]
    if len(lines) < 2 or any(pushed(line) or line.paragraph.label for line in lines):
        return
    centred = next((line for line in lines if line.paragraph.layout.align in ("center", "right")), None)
    begins = [line.paragraph.layout.left_mm + line.paragraph.layout.first_mm for line in lines]
    away = next((line for line, x in zip(lines, begins, strict=True) if abs(x - begins[0]) > _ALIGNED_MM), None)
    wrong = centred or away
    if wrong is not None:
        how = "căn giữa hoặc căn phải" if centred else "lùi lề khác dòng đầu"
        hint = "đặt các dòng căn trái, cùng một mức lùi lề, gạch nằm dưới dấu hai chấm"
        yield Hit(f"{excerpt(wrong.shown)} {how}, gạch đầu dòng không thẳng hàng", hint, wrong.place)
    elif begins[0] <= _label_begins_mm(doc) + _ALIGNED_MM:
        hint = "lùi các dòng sang phải cho gạch nằm dưới dấu hai chấm"
        yield Hit("các gạch đầu dòng thẳng với chữ «Kính gửi», không dưới dấu hai chấm", hint, lines[0].place)


def _label_begins_mm(doc: Recognised) -> float:
    """Where "Kính gửi:" begins, from the left edge of the text; far to the left where nobody can say."""
    phan = doc.first(ThanhPhan.KINH_GUI)
    label = phan.lines[0] if phan else None
    if label is None or label.side != "full" or label.paragraph.layout.align not in ("left", "both") or pushed(label):
        return -math.inf
    return label.paragraph.layout.left_mm + label.paragraph.layout.first_mm


RULES = (
    mot_noi_xuong_dong,
    mot_noi_thua_dau,
    nhieu_noi_chung_dong,
    nhieu_noi_thieu_gach,
    nhieu_noi_sai_dau_cuoi,
    gach_khong_thang_hang,
)
