"""The heading of a phụ lục: its line, its title, what it belongs to; and that it begins a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from vbhc.check.ask import in_middle, of_capitals, of_look, of_size
from vbhc.check.looks import excerpt
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.recognition import Line, Phan, Recognised, ThanhPhan
from vbhc.recognition.folding import fold_line
from vbhc.recognition.patterns import PHU_LUC_TEN
from vbhc.recognition.types import type_named
from vbhc.text.spelling import nfc
from vbhc.word.view import paragraphs

T = ThanhPhan
_CAN_CU = "PL I, Phần I, III.1"
_OF = re.compile(
    r"kèm theo\s+(?P<loai>[^\d/]+?)\s+số\s*:?\s*(?P<so>\d*)[\s.…_]*/\s*(?P<ky_hieu>[^\s,;)]+)"
    r"(?P<rest>.*)$"
)
_DAY = re.compile(r"(\d{1,2})\s*(?:tháng|/)\s*(\d{1,2})\s*(?:năm|/)\s*(\d{4})")


def _uncentred(lines: tuple[Line, ...], what: str) -> Iterator[Hit]:
    line = next((it for it in lines if not in_middle(it)), None)
    if line is not None:
        yield Hit(f"{what} {excerpt(line.shown)} không căn giữa", "căn giữa dòng này", line.place)


@rule(
    "TT114",
    "dong-phu-luc-sai-kieu-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="«Phụ lục» và số: một dòng riêng, giữa trang, in thường, đứng, đậm",
        vi_sao="Chỉ tên của phụ lục viết in hoa; «PHỤ LỤC I» là thói quen sai phổ biến.",
        sai="PHỤ LỤC I",
        dung="Phụ lục I (đậm)",
    ),
)
def dong_phu_luc_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """In small letters, bold, in the middle, without the title."""
    for phan in doc.all(T.PHU_LUC):
        line, text = phan.lines[0], nfc(phan.lines[0].shown)
        if PHU_LUC_TEN.match(line.folded):
            yield Hit(f"{excerpt(text)} ghi tên phụ lục trên cùng dòng", "đưa tên phụ lục xuống dòng dưới", line.place)
        if text.startswith("PHỤ LỤC"):
            yield Hit(f"ghi «{text}» in hoa", f"ghi «Phụ lục{text[7:]}»", phan.place)
        yield from of_look(phan.lines, "dòng", bold=True, italic=False)
        yield from _uncentred(phan.lines, "dòng")


@rule(
    "TT115",
    "dong-phu-luc-sai-co-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Dòng «Phụ lục» cỡ chữ 14",
        vi_sao="Nghị định quy định cỡ chữ của dòng này là 14.",
        sai="Phụ lục I, cỡ chữ 13",
        dung="Phụ lục I, cỡ chữ 14",
    ),
)
def dong_phu_luc_sai_co(doc: Recognised) -> Iterator[Hit]:
    """14 points."""
    for phan in doc.all(T.PHU_LUC):
        yield from of_size(phan.lines, "co_chu_pt.phu_luc", "dòng")


@rule(
    "TT116",
    "ten-phu-luc-sai-kieu-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Tên phụ lục: giữa trang, in hoa, cỡ chữ 13–14, đứng, đậm",
        vi_sao="Tên phụ lục là tiêu đề của trang, trình bày như tên loại văn bản.",
        sai="Danh mục nhiệm vụ",
        dung="DANH MỤC NHIỆM VỤ (đậm)",
    ),
)
def ten_phu_luc_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """In capitals, bold, 13 to 14 points; lines are taken for a title because they stand in the middle."""
    for it in doc.phu_luc:
        of_it = [phan for phan in it.phan if phan.loai is T.TIEU_DE_PHU_LUC]
        sure = any(phan.loai is T.KEM_THEO for phan in it.phan)
        for phan in of_it if sure else ():
            yield from of_capitals(phan.lines, "tên phụ lục")
            yield from of_look(phan.lines, "tên phụ lục", bold=True, italic=False)
            yield from of_size(phan.lines, "co_chu_pt.tieu_de_phu_luc", "tên phụ lục")
            yield from _uncentred(phan.lines, "tên phụ lục")


@rule(
    "TT117",
    "kem-theo-thieu-hoac-sai-kieu-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Dưới tên phụ lục có dòng «(Kèm theo …)»: giữa trang, in thường, cỡ chữ 13–14, nghiêng",
        vi_sao="Dòng này gắn phụ lục với văn bản của nó khi hai phần rời nhau.",
        sai="(Kèm theo Kế hoạch số …) kiểu chữ đứng",
        dung="(Kèm theo Kế hoạch số 16/KH-UBND ngày 10 tháng 11 năm 2025 của …) (nghiêng)",
    ),
)
def kem_theo_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """There is one; it is italic, 13 to 14 points, in the middle."""
    for it in doc.phu_luc:
        named = next((phan for phan in it.phan if phan.loai is T.KEM_THEO), None)
        if named is None:
            if not any("kèm theo" in line.folded for line in it.lines[:10]):
                name = f"Phụ lục {it.number}".strip()
                hint = "thêm dòng «(Kèm theo … số … ngày … tháng … năm … của …)» dưới tên phụ lục"
                yield Hit(f"{name} không có dòng «(Kèm theo …)»", hint, it.phan[0].place)
            continue
        yield from of_look(named.lines, "dòng chỉ dẫn", bold=False, italic=True)
        yield from of_size(named.lines, "co_chu_pt.kem_theo", "dòng chỉ dẫn")
        yield from _uncentred(named.lines, "dòng chỉ dẫn")


@rule(
    "TT118",
    "kem-theo-khong-khop",
    Source("A", _CAN_CU),
    Lesson(
        ten="Dòng «(Kèm theo …)» khớp với tên loại, số, ký hiệu, ngày và cơ quan của văn bản",
        vi_sao="Dòng này thường chép từ văn bản cũ; không khớp thì phụ lục thành của một văn bản khác.",
        sai="Văn bản số 16/KH-UBND, phụ lục ghi «Kèm theo Kế hoạch số 15/KH-UBND»",
        dung="Hai nơi cùng ghi số 16/KH-UBND",
    ),
)
def kem_theo_khong_khop(doc: Recognised) -> Iterator[Hit]:
    """What the phụ lục says of its văn bản is what the heading says; blanks agree with all."""
    for phan in doc.all(T.KEM_THEO):
        found = _OF.search(fold_line(" ".join(line.text for line in phan.lines)))
        for what, here, there in _differences(doc, found) if found and doc.ky_hieu else ():
            hint = f"sửa cho khớp với phần đầu văn bản: «{there}»"
            yield Hit(f"dòng «Kèm theo» ghi {what} «{here}», phần đầu văn bản ghi «{there}»", hint, phan.place)


def _differences(doc: Recognised, found: re.Match[str]) -> Iterator[tuple[str, str, str]]:
    own_type = doc.ten_loai or "Công văn"
    said_type = "Công văn" if found["loai"] == "công văn" else type_named(found["loai"])
    if said_type and said_type != own_type:
        yield "tên loại", said_type, own_type
    if found["so"] and doc.so and int(found["so"]) != int(doc.so):
        yield "số", found["so"], doc.so
    if re.search(r"\w", found["ky_hieu"]) and found["ky_hieu"] != fold_line(doc.ky_hieu):
        yield "ký hiệu", found["ky_hieu"].upper(), doc.ky_hieu
    day = _DAY.search(found["rest"])
    if day and doc.ngay and _date(day) not in (None, doc.ngay):
        yield "ngày", "/".join(day.groups()), f"{doc.ngay:%d/%m/%Y}"
    said = found["rest"].rpartition("của ")[2].strip(" .)")
    own = _name(doc.first(T.CO_QUAN))
    if re.search(r"\w", said) and own and not _alike(said, own):
        yield "cơ quan", said, own


def _date(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def _name(phan: Phan | None) -> str:
    return fold_line(" ".join(line.text for line in phan.lines)) if phan else ""


def _alike(said: str, own: str) -> bool:
    """Whether two names may mean one agency: they share half of their words, abbreviations written out."""
    one, other = (set(re.sub("ubnd", "ủy ban nhân dân", name).split()) for name in (said, own))
    return len(one & other) * 2 >= min(len(one), len(other))


@rule(
    "TT119",
    "phu-luc-khong-sang-trang",
    Source("D", "PL I, Phần I, III.1: mỗi phụ lục đánh số trang riêng"),
    Lesson(
        ten="Mỗi phụ lục bắt đầu ở trang mới",
        vi_sao="Số trang của từng phụ lục được đánh riêng, nên phụ lục phải bắt đầu ở đầu trang.",
        sai="Phụ lục II ngay dưới Phụ lục I",
        dung="Ngắt trang hoặc ngắt phần (section) trước Phụ lục II",
    ),
)
def phu_luc_khong_sang_trang(doc: Recognised) -> Iterator[Hit]:
    """A page break, or a section that begins a page, stands before each."""
    for it in doc.phu_luc:
        line = it.phan[0].lines[0]
        if line.order and not _begins_page(doc, doc.lines[line.order - 1], line):
            hint = "đặt ngắt trang (Ctrl+Enter) trước dòng này"
            yield Hit(f"«{nfc(line.shown)}» không bắt đầu ở trang mới", hint, line.place)


def _begins_page(doc: Recognised, before: Line, line: Line) -> bool:
    if line.section != before.section:
        return doc.view.sections[line.section].starts_page
    near = range(before.place.index, line.place.index + 1)
    blocks = doc.view.sections[line.section].blocks
    between = [it for it in paragraphs(blocks) if it.place.index in near]
    return any("\f" in it.text or (it.layout.page_break_before and it is not before.paragraph) for it in between)


RULES = (
    dong_phu_luc_sai_kieu,
    dong_phu_luc_sai_co,
    ten_phu_luc_sai_kieu,
    kem_theo_sai_kieu,
    kem_theo_khong_khop,
    phu_luc_khong_sang_trang,
)
