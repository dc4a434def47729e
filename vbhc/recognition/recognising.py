"""A document taken apart: heading, text, signature, phụ lục; of which kind it is; whether the decree judges it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile
from typing import TypeAlias

from vbhc.recognition import patterns
from vbhc.recognition.appendices import named, read_appendices
from vbhc.recognition.ending import Ending, read_ending
from vbhc.recognition.heading import Heading, read_heading
from vbhc.recognition.lines import lines_of
from vbhc.recognition.margins import read_margins
from vbhc.recognition.outline import read_outline
from vbhc.recognition.values import Line, LoaiTep, Phan, Recognised, ThanhPhan
from vbhc.text.spelling import nfc
from vbhc.word.view import Paragraph, Table, View

T = ThanhPhan
Following: TypeAlias = Mapping[int, tuple[Paragraph, ...]]
"""The paragraphs without words behind each paragraph of the body, by its place."""
_YEAR_DIGITS = 4

QPPL = "văn bản quy phạm pháp luật (số có năm ban hành), theo Nghị định 78/2025/NĐ-CP"
DANG = "văn bản của Đảng, theo hướng dẫn của Văn phòng Trung ương Đảng"
KHONG_PHAI = "không thấy quốc hiệu, tiêu ngữ, số và ký hiệu của văn bản hành chính"


def recognise(view: View) -> Recognised:
    """The thành phần thể thức of a document, wherever and however they stand in it."""
    lines = lines_of(view)
    alone = bool(lines) and named(lines[0]) is not None
    heading = Heading() if alone else read_heading(lines)
    ending = Ending([], 0, 0) if alone else read_ending(lines, heading.end)
    body = lines[heading.end : ending.start]
    behind, following = lines[ending.end :], _following(view)
    phu_luc = tuple(read_appendices(behind))
    found = (*heading.phan, *ending.phan, *(phan for it in phu_luc for phan in it.phan), *read_margins(view))
    so, ky_hieu = _number(heading)
    return Recognised(
        view=view,
        loai=_kind(heading, alone=alone),
        ten_loai=heading.ten_loai,
        ngoai_pham_vi=_out_of_scope(lines, heading, alone=alone),
        phan=_with_rules(found, following),
        noi_dung=tuple(body),
        muc=tuple(read_outline(body)),
        phu_luc=tuple(replace(it, phan=_with_rules(it.phan, following)) for it in phu_luc),
        so=so,
        ky_hieu=ky_hieu,
        ngay=_date(heading),
        lines=lines,
        kem_theo=tuple(_issued(behind, lines, view, following)),
    )


def _issued(behind: Sequence[Line], lines: Sequence[Line], view: View, following: Following) -> Iterator[Recognised]:
    """What stands behind the signature under a tên loại and says that it comes with the văn bản, up to a phụ lục."""
    held = tuple(takewhile(lambda line: named(line) is None, behind))
    heading = read_heading(held)
    title = [line for phan in heading.phan if phan.loai in (T.TEN_LOAI, T.TRICH_YEU) for line in phan.lines]
    if not heading.ten_loai or not any(patterns.KEM_THEO.match(line.folded) for line in title):
        return
    body = held[heading.end :]
    yield Recognised(
        view=view,
        loai=LoaiTep.CO_TEN,
        ten_loai=heading.ten_loai,
        ngoai_pham_vi="",
        phan=_with_rules(heading.phan, following),
        noi_dung=body,
        muc=tuple(read_outline(body)),
        phu_luc=(),
        lines=lines,
    )


def _kind(heading: Heading, *, alone: bool) -> LoaiTep:
    if alone:
        return LoaiTep.PHU_LUC
    if heading.ten_loai:
        return LoaiTep.CO_TEN
    letter = heading.has(T.TRICH_YEU_V_V) or heading.has(T.KINH_GUI)
    return LoaiTep.CONG_VAN if letter and heading.has(T.SO_KY_HIEU) else LoaiTep.KHONG_RO


def _out_of_scope(lines: Sequence[Line], heading: Heading, *, alone: bool) -> str:
    if alone:
        return ""
    top = [line.folded for line in lines[:12]]
    if any(patterns.DANG.fullmatch(text) or patterns.SO_DANG.match(text) for text in top):
        return DANG
    if any(patterns.QPPL.match(text) for text in top):
        return QPPL
    if not any(heading.has(loai) for loai in (T.QUOC_HIEU, T.TIEU_NGU, T.SO_KY_HIEU)):
        return KHONG_PHAI
    return ""


def _number(heading: Heading) -> tuple[str, str]:
    phan = next((phan for phan in heading.phan if phan.loai is T.SO_KY_HIEU), None)
    found = patterns.SO_VIET.match(nfc(phan.lines[0].text)) if phan else None
    return (found["so"], found["ky_hieu"]) if found else ("", "")


def _date(heading: Heading) -> date | None:
    phan = next((phan for phan in heading.phan if phan.loai is T.DIA_DANH), None)
    found = patterns.read_date(phan.lines[0].folded) if phan else None
    parts = [found[name].strip() for name in ("nam", "thang", "ngay")] if found else []
    if parts and len(parts[0]) != _YEAR_DIGITS:
        return None
    try:
        return date(*map(int, parts)) if parts and all(part.isdigit() for part in parts) else None
    except ValueError:
        return None


def _with_rules(phan: Sequence[Phan], following: Following) -> tuple[Phan, ...]:
    """Each thành phần with the paragraphs below it that hold no words: the line under it stands in one of them."""
    return tuple(replace(it, after=following.get(it.lines[-1].place.index, ())) for it in phan)


def _following(view: View) -> Following:
    """For each paragraph of the body the wordless ones behind it in the same cell, by its place."""
    found: dict[int, tuple[Paragraph, ...]] = {}

    def walk(blocks: Sequence[Paragraph | Table]) -> None:
        held: list[Paragraph] = []
        for block in reversed(blocks):
            if isinstance(block, Table):
                held = []
                for row in block.rows:
                    for cell in row.cells:
                        walk(cell.blocks)
            else:
                for shape in block.shapes:
                    walk(shape.blocks)
                found[block.place.index] = tuple(reversed(held))
                wordless = not block.text.strip() or patterns.TRACE.match(block.text) is not None
                held = [*held, block] if wordless else []

    for section in view.sections:
        walk(section.blocks)
    return found
