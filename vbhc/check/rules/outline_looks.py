"""How mục of each level look: La Mã in capitals, titled khoản bold, điểm plain, điều bold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vbhc.check.ask import of_look
from vbhc.check.looks import excerpt, share
from vbhc.check.mucs import counted, line_below, own_mucs
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.recognition import Line, MucThay, Recognised
from vbhc.text.spelling import nfc

_CAN_CU = "PL I, Phần I, II.6.đ; V, dòng 6"
_TITLE = 120
_LITTLE, _NEARLY_ALL = 0.3, 0.9
# An item of a list of persons or sides, with what is said of each below it.
_PERSON = re.compile(r"(?:Ông|Bà|Đồng chí|Đại diện|Bên)\b|.*,")
_DEEPER = ("diem", "gach", "cong")


@rule(
    "TT068",
    "muc-la-ma-sai-kieu-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Mục đánh số La Mã: tiêu đề in hoa, đứng, đậm, trên cùng dòng với số",
        vi_sao="Kiểu chữ cho biết cấp của mục: nhìn trang là thấy bố cục.",
        sai="I. Mục đích, yêu cầu",
        dung="I. MỤC ĐÍCH, YÊU CẦU (đậm)",
    ),
)
def muc_la_ma_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """The title of "I." is in capitals and bold."""
    for muc in own_mucs(doc):
        if muc.level != "la_ma" or counted(muc) is None or not _is_heading(muc):
            continue
        text = nfc(muc.line.shown)
        words = re.sub(r"\([^)]*\)", "", text)
        letters = [letter for letter in words if letter.isalpha()]
        if sum(letter.islower() for letter in letters) > _LITTLE * len(letters):
            yield Hit(f"mục {excerpt(text)} không viết in hoa", f"viết {excerpt(text.upper())}", muc.line.place)
        yield from of_look([muc.line], "mục", bold=True, italic=False)


def _is_heading(muc: MucThay) -> bool:
    """Whether it is a title, not a sentence that happens to be numbered so."""
    return bool(muc.rest) and not (len(muc.rest) > _TITLE and muc.rest.endswith((".", ";", ":")))


@rule(
    "TT069",
    "khoan-co-tieu-de-sai-kieu-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Khoản có tiêu đề: chữ in thường, kiểu chữ đứng, đậm, trên một dòng riêng",
        vi_sao="Tiêu đề khoản in đậm thì phân biệt với khoản không có tiêu đề, cũng đánh số 1, 2, 3.",
        sai="1. Mục đích (không đậm)",
        dung="1. Mục đích (đậm)",
    ),
)
def khoan_co_tieu_de_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """A khoản that is a title alone on its line is bold, in small letters below a mục in capitals."""
    mucs = list(own_mucs(doc))
    numbered = {muc.line.order: muc for muc in mucs}
    below_la_ma = any(muc.level == "la_ma" and counted(muc) for muc in mucs)
    for muc in mucs:
        if muc.level != "khoan" or counted(muc) is None or not _is_title(doc, muc, numbered):
            continue
        yield from of_look([muc.line], "tiêu đề khoản", bold=True, italic=False)
        text = nfc(muc.line.shown)
        if below_la_ma and " " in muc.rest and text.upper() == text:
            yield Hit(f"tiêu đề khoản {excerpt(text)} viết in hoa", "viết chữ in thường, đậm", muc.line.place)


def _is_title(doc: Recognised, muc: MucThay, numbered: dict[int, MucThay]) -> bool:
    """Whether a khoản is nothing but its title: short, without end mark, with text or deeper mục below it."""
    if not 0 < len(muc.rest) <= _TITLE or re.search(r"[.;:,!?…]\W*$", muc.rest):
        return False
    if _PERSON.match(muc.rest) and share([muc.line], "bold") < _LITTLE:
        return False
    below = line_below(doc, muc.line)
    if below is None or below.table is not None:
        return False
    next_muc = numbered.get(below.order)
    if next_muc is not None:
        return next_muc.level in _DEEPER
    above = numbered.get(muc.line.order - 1)
    if above is not None and above.level == "khoan":
        return False  # the last of a list without end marks, and the text behind it
    return below.paragraph.layout.align != "center" and nfc(below.shown)[:1].isupper()


@rule(
    "TT070",
    "diem-sai-kieu-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Điểm a), b), c): chữ in thường, kiểu chữ đứng, không đậm",
        vi_sao="Ở cấp điểm nghị định không quy định chữ nghiêng hay đậm; in đậm hoặc nghiêng làm lẫn với cấp trên.",
        sai="a) Hạ tầng số (nghiêng)",
        dung="a) Hạ tầng số",
    ),
)
def diem_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """A điểm is not italic or bold as a whole; words in it may be."""
    for muc in own_mucs(doc):
        if muc.level != "diem" or counted(muc) is None:
            continue
        whole = [word for field, word in (("italic", "nghiêng"), ("bold", "đậm")) if _share(muc.line, field)]
        if whole:
            found = f"điểm {excerpt(muc.line.shown)} in {' và '.join(whole)}"
            yield Hit(f"{found}; phải là kiểu chữ đứng, không đậm", "bỏ in nghiêng, in đậm", muc.line.place)


def _share(line: Line, field: str) -> bool:
    return share([line], "italic" if field == "italic" else "bold") > _NEARLY_ALL


@rule(
    "TT071",
    "dieu-sai-kieu-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="«Điều», số thứ tự Ả Rập và dấu chấm: chữ in thường, đứng, đậm; tiêu đề đậm trên cùng dòng",
        vi_sao="Người đọc tìm điều theo số in đậm đầu dòng.",
        sai="ĐIỀU 1: Phạm vi điều chỉnh",
        dung="Điều 1. Phạm vi điều chỉnh (đậm)",
    ),
)
def dieu_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """ "Điều 1." is bold, in small letters, with a full stop; so is a title behind it."""
    numbered = {muc.line.order: muc for muc in doc.muc}
    for muc in own_mucs(doc):
        if muc.level != "dieu":
            continue
        number, line = nfc(muc.line.shown)[: len(muc.number)], muc.line
        if number.startswith("ĐIỀU"):
            yield Hit(f"ghi «{number}»; phải viết in thường «Điều»", "viết «Điều» in thường, đậm", line.place)
        if number.endswith(":"):
            yield Hit(f"ghi «{number}»; sau số của điều là dấu chấm", f"sửa thành «{number[:-1]}.»", line.place)
        if not _begins_bold(line, len(muc.number)):
            yield Hit(f"«{number}» không in đậm", f"in đậm «{number}»", line.place)
        elif _has_text(doc, muc, numbered) and share([line], "bold") < _NEARLY_ALL:
            yield Hit(f"tiêu đề của {excerpt(line.shown)} không in đậm", "in đậm cả tiêu đề của điều", line.place)


def _begins_bold(line: Line, length: int) -> bool:
    """Whether most of the first letters are bold."""
    bold = [run.look.bold for run in line.runs for letter in run.text if letter.strip()][:length]
    return sum(bold) * 2 > len(bold)


def _has_text(doc: Recognised, muc: MucThay, numbered: dict[int, MucThay]) -> bool:
    """Whether what stands behind the number is a title: without end mark, text or khoản below it."""
    below = line_below(doc, muc.line)
    if not muc.rest or re.search(r"[.;:,!?…]\W*$", muc.rest) or below is None or len(muc.rest) > _TITLE:
        return False
    return below.order not in numbered or numbered[below.order].level in ("khoan", *_DEEPER)


RULES = (muc_la_ma_sai_kieu, khoan_co_tieu_de_sai_kieu, diem_sai_kieu, dieu_sai_kieu)
