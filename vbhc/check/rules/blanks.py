"""Blanks in the place of formatting: empty paragraphs, spaces that move a line to the middle, page breaks by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vbhc.check.body import body
from vbhc.check.looks import excerpt
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.check.telling import and_others
from vbhc.recognition.values import Recognised, ThanhPhan
from vbhc.word.view import Block, Paragraph

T = ThanhPhan
# Fewer blanks are an indent or a slip; a line is moved to the middle with many.
_MOVED = re.compile(r"(?:[ \u00a0]{6,}|[ \u00a0]*\t[ \u00a0]*\t)[ \u00a0\t]*(?=\S)")
_CENTRED = (T.TEN_LOAI, T.TRICH_YEU, T.PHU_LUC, T.TIEU_DE_PHU_LUC, T.KEM_THEO)


@rule(
    "KT036",
    "doan-trong-de-cach",
    Source(muc="D", can_cu="PL I, Phần I, II.6: khoảng cách đoạn là một số đo"),
    Lesson(
        ten="Khoảng cách giữa các đoạn đặt bằng định dạng, không bằng đoạn trống",
        vi_sao="Đoạn trống làm khoảng cách không đều, và rơi lên đầu trang khi nội dung thay đổi.",
        sai="Bấm Enter hai lần giữa hai đoạn",
        dung="Spacing Before: 6 pt",
    ),
)
def doan_trong(doc: Recognised) -> Iterator[Hit]:
    """No empty paragraph stands between two paragraphs of the text."""
    texts = {doan.paragraph.place.index for doan in body(doc)}
    held = [empty for section in doc.view.sections for empty in _between(section.blocks, texts)]
    if held:
        yield Hit(
            f"đoạn trống giữa hai đoạn nội dung{and_others(held)}",
            "xóa đoạn trống, đặt Spacing Before từ 6 pt cho các đoạn nội dung",
            held[0].place,
        )


def _between(blocks: Sequence[Block], texts: set[int]) -> Iterator[Paragraph]:
    """Empty paragraphs that have text, and no table, both above and below them."""
    held: list[Paragraph] = []
    after_text = False
    for block in blocks:
        if isinstance(block, Paragraph) and _is_empty(block):
            held.append(block)
            continue
        is_text = isinstance(block, Paragraph) and block.place.index in texts
        if after_text and is_text:
            yield from held
        held, after_text = [], is_text


def _is_empty(paragraph: Paragraph) -> bool:
    return not paragraph.text.strip(" \u00a0") and not paragraph.shapes and not paragraph.layout.rules


@rule(
    "KT037",
    "canh-giua-bang-dau-cach",
    Source(muc="D", can_cu="PL I, Phần I, II: canh giữa là định dạng"),
    Lesson(
        ten="Dòng ở giữa trang canh giữa bằng định dạng, không bằng dấu cách hay phím Tab",
        vi_sao="Canh bằng dấu cách thì không bao giờ đúng giữa, và xê dịch khi đổi cỡ chữ.",
        sai="Gõ 20 dấu cách rồi gõ KẾ HOẠCH",
        dung="KẾ HOẠCH, canh giữa (Ctrl+E)",
    ),
)
def canh_bang_dau_cach(doc: Recognised) -> Iterator[Hit]:
    """No short line of the text, no heading below the two columns is moved to the middle by blanks."""
    headings = [line.paragraph for phan in doc.all(*_CENTRED) for line in phan.lines]
    lines = [*headings, *(doan.paragraph for doan in body(doc) if not doan.wraps)]
    held = [it for it in lines if _MOVED.match(it.text)]
    if held:
        yield Hit(
            f"{excerpt(held[0].text)} đặt vào giữa bằng dấu cách hoặc phím Tab{and_others(held)}",
            "xóa dấu cách ở đầu dòng, bấm Ctrl+E",
            held[0].place,
        )


@rule(
    "KT038",
    "ngat-trang-truoc-chu-ky",
    Source(muc="M", can_cu="theo thông lệ: chữ ký không đứng riêng một trang"),
    Lesson(
        ten="Không ngắt trang giữa nội dung và chữ ký",
        vi_sao="Trang chỉ có chữ ký, tách khỏi nội dung, thì không biết là ký cho nội dung nào.",
        sai="Bấm Ctrl+Enter trước TM. ỦY BAN NHÂN DÂN",
        dung="Để chữ ký theo liền đoạn cuối của nội dung",
    ),
)
def ngat_trang_truoc_chu_ky(doc: Recognised) -> Iterator[Hit]:
    """No page break by hand stands between the last paragraph of the text and the signature."""
    last = max((doan.paragraph.place.index for doan in body(doc)), default=None)
    signer = doc.first(T.QUYEN_HAN)
    if last is None or signer is None or signer.place.index <= last:
        return
    between = (it for it in doc.view.blocks if isinstance(it, Paragraph) and last <= it.place.index)
    for paragraph in between:
        if paragraph.place.index > signer.place.index:
            return
        if _breaks(paragraph, is_last=paragraph.place.index == last):
            yield Hit(
                "ngắt trang bằng tay ngay trước chữ ký, chữ ký đứng riêng một trang",
                "xóa dấu ngắt trang; muốn giữ chữ ký liền với nội dung thì đặt Keep with next cho đoạn cuối",
                signer.place,
            )
            return


def _breaks(paragraph: Paragraph, *, is_last: bool) -> bool:
    """Whether a page ends before a paragraph, or in it; in the last of the text only behind its words."""
    if is_last:
        return paragraph.text.rstrip(" \t\n").endswith("\f")
    return paragraph.layout.page_break_before or "\f" in paragraph.text


RULES = (doan_trong, canh_bang_dau_cach, ngat_trang_truoc_chu_ky)
