"""How the paragraphs of nội dung stand: between the margins, indented, apart from one another, line below line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vbhc.check.body import Doan, body, main_size_pt
from vbhc.check.looks import excerpt
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.check.telling import and_others, gathered
from vbhc.layout import load_decree
from vbhc.layout.words import allowed, measure
from vbhc.recognition.values import Recognised
from vbhc.word.view import Paragraph

_CLAUSE = "PL I, Phần I, II.6"
_SAME_MM = 0.5
_SAME_PT = 0.3
_SAME_LINE = 0.02
# An indent of the whole paragraph makes it a quotation or a part of a list, on which the decree is silent.
_AT_MARGIN_MM = 1.0


@rule(
    "KT022",
    "doan-khong-canh-deu",
    Source(muc="A", can_cu=_CLAUSE),
    Lesson(
        ten="Nội dung canh đều cả hai lề",
        vi_sao="Hai lề thẳng làm trang chữ gọn; canh trái để mép phải lởm chởm.",
        sai="Đoạn văn canh trái (Align Left)",
        dung="Đoạn văn canh đều (Justify, Ctrl+J)",
    ),
)
def canh_deu(doc: Recognised) -> Iterator[Hit]:
    """A paragraph of more than one line reaches both margins; on a single line nobody sees it."""
    ragged = (
        (doan.paragraph.layout.align, doan.paragraph)
        for doan in body(doc)
        if doan.paragraph.layout.align in ("left", "right") and doan.wraps
    )
    for align, held in gathered(ragged).items():
        side = "trái" if align == "left" else "phải"
        yield Hit(
            f"{excerpt(held[0].text)} canh {side}{and_others(held)}; quy định canh đều cả hai lề",
            "bôi đen phần nội dung, bấm Ctrl+J",
            held[0].place,
        )


@rule(
    "KT023",
    "thut-dong-dau-sai",
    Source(muc="A", can_cu=_CLAUSE),
    Lesson(
        ten="Dòng đầu đoạn lùi vào 1 cm hoặc 1,27 cm",
        vi_sao="Chỗ lùi cho thấy đoạn mới bắt đầu; nghị định chỉ cho hai độ lùi.",
        sai="Không lùi, hoặc lùi 1,5 cm",
        dung="First line: 1,27 cm",
    ),
)
def thut_dong_dau(doc: Recognised) -> Iterator[Hit]:
    """Long paragraphs that stand at the left margin begin with one of the two indents."""
    wanted = load_decree()["noi_dung.thut_dong_dau_mm"]
    found = (
        (doan.paragraph.layout.first_mm, doan.paragraph)
        for doan in _at_margin(doc)
        if not wanted.allows(doan.paragraph.layout.first_mm, tolerance=_SAME_MM)
    )
    for first, held in gathered(found).items():
        what = f"lùi dòng đầu {measure(round(first, 1))}" if first else "không lùi dòng đầu"
        yield Hit(
            f"{excerpt(held[0].text)} {what}{and_others(held)}; quy định {allowed(wanted)}",
            f"bôi đen phần nội dung, vào Paragraph, đặt First line: {measure(wanted.chon / 10, 'cm')}",
            held[0].place,
        )


def _at_margin(doc: Recognised) -> Iterator[Doan]:
    """Long paragraphs without a number of Word's, an indent of their own, or blanks in the place of one."""
    for doan in body(doc):
        layout, text = doan.paragraph.layout, doan.paragraph.text
        at_margin = abs(layout.left_mm) <= _AT_MARGIN_MM and layout.first_mm >= 0
        if doan.is_prose and at_margin and not doan.paragraph.label and not _blanks_first(text) and doan.wraps:
            yield doan


def _blanks_first(text: str) -> bool:
    return text.startswith(("\t", "  ", "\u00a0\u00a0", "\n"))


@rule(
    "KT024",
    "thut-dong-bang-dau-cach",
    Source(muc="D", can_cu=f"{_CLAUSE}: độ lùi là một số đo"),
    Lesson(
        ten="Dòng đầu đoạn lùi bằng định dạng đoạn, không bằng dấu cách hay phím Tab",
        vi_sao="Lùi bằng dấu cách thì các đoạn không thẳng nhau, và xê dịch khi đổi cỡ chữ.",
        sai="Gõ Tab hoặc nhiều dấu cách ở đầu đoạn",
        dung="Paragraph > Special: First line 1,27 cm",
    ),
)
def thut_bang_dau_cach(doc: Recognised) -> Iterator[Hit]:
    """No long paragraph begins with a tab or with blanks."""
    found = (
        ("", doan.paragraph)
        for doan in body(doc)
        if doan.is_prose and doan.paragraph.text.startswith(("\t", "  ", "\u00a0\u00a0")) and doan.wraps
    )
    for held in gathered(found).values():
        yield Hit(
            f"{excerpt(held[0].text)} lùi dòng đầu bằng phím Tab hoặc dấu cách{and_others(held)}",
            "xóa dấu cách ở đầu đoạn, vào Paragraph, đặt First line",
            held[0].place,
        )


@rule(
    "KT025",
    "cach-doan-hep",
    Source(muc="A", can_cu=_CLAUSE),
    Lesson(
        ten="Khoảng cách giữa các đoạn văn tối thiểu 6 pt",
        vi_sao="Khoảng cách cho thấy đoạn nào hết, đoạn nào bắt đầu.",
        sai="Before: 0 pt, After: 0 pt",
        dung="Before: 6 pt hoặc After: 6 pt",
    ),
)
def cach_doan(doc: Recognised) -> Iterator[Hit]:
    """Two paragraphs of the text that follow each other at the margins stand at least so far apart."""
    wanted = load_decree()["noi_dung.cach_doan_pt"]
    gaps = ((_gap_pt(above, below), below) for above, below in _neighbours(doc))
    found = ((gap, paragraph) for gap, paragraph in gaps if not wanted.allows(gap, tolerance=_SAME_PT))
    for gap, held in gathered(found).items():
        yield Hit(
            f"{excerpt(held[0].text)} cách đoạn trên {measure(gap, 'pt')}{and_others(held)}; "
            f"quy định {allowed(wanted, 'pt')}",
            f"bôi đen phần nội dung, vào Paragraph, đặt Spacing Before: {measure(wanted.min, 'pt')}",
            held[0].place,
        )


def _neighbours(doc: Recognised) -> Iterator[tuple[Paragraph, Paragraph]]:
    texts = {doan.paragraph.place.index for doan in body(doc) if doan.is_prose}
    for section in doc.view.sections:
        for above, below in pairwise(section.blocks):
            if isinstance(above, Paragraph) and isinstance(below, Paragraph) and _both(above, below, texts):
                yield above, below


def _both(above: Paragraph, below: Paragraph, texts: set[int]) -> bool:
    return above.place.index in texts and below.place.index in texts


def _gap_pt(above: Paragraph, below: Paragraph) -> float:
    """The most that can be between two paragraphs: programs add the spaces, or take the greater one."""
    same = above.style == below.style
    after = 0.0 if same and above.layout.contextual else above.layout.after_pt
    before = 0.0 if same and below.layout.contextual else below.layout.before_pt
    return round(after + before, 2)


@rule(
    "KT026",
    "cach-dong-sai",
    Source(muc="A", can_cu=_CLAUSE),
    Lesson(
        ten="Khoảng cách giữa các dòng từ cách dòng đơn đến 1,5 dòng",
        vi_sao="Dòng quá sát làm dấu chữ chạm nhau, dòng quá thưa làm văn bản dài thêm.",
        sai="Line spacing: Double",
        dung="Line spacing: Single, hoặc Multiple 1,1",
    ),
)
def cach_dong(doc: Recognised) -> Iterator[Hit]:
    """Line spacing given in lines lies between single and one and a half."""
    wanted = load_decree()["noi_dung.cach_dong"]
    found = (
        (doan.paragraph.layout.line, doan.paragraph)
        for doan in body(doc)
        if doan.is_prose and doan.wraps and doan.paragraph.layout.line is not None
    )
    wrong = ((line, paragraph) for line, paragraph in found if not wanted.allows(line, tolerance=_SAME_LINE))
    for line, held in gathered(wrong).items():
        yield Hit(
            f"{excerpt(held[0].text)} cách dòng {measure(line, 'dòng')}{and_others(held)}; "
            f"quy định {allowed(wanted, 'dòng')}",
            "bôi đen phần nội dung, vào Paragraph > Line spacing, chọn Single",
            held[0].place,
        )


@rule(
    "KT027",
    "cach-dong-theo-pt-sai",
    Source(muc="D", can_cu=f"{_CLAUSE}; một dòng đơn cao 1,15 lần cỡ chữ"),
    Lesson(
        ten="Cách dòng đặt bằng pt phải tương đương từ cách dòng đơn đến 1,5 dòng",
        vi_sao="Exactly 12 pt làm chữ cỡ 14 bị cắt dấu, Exactly 30 pt thưa hơn 1,5 dòng.",
        sai="Chữ cỡ 14, Line spacing: Exactly 12 pt",
        dung="Chữ cỡ 14, Line spacing: Exactly 18 pt",
    ),
)
def cach_dong_pt(doc: Recognised) -> Iterator[Hit]:
    """Line spacing given in points, worked out for the size of the letters, lies in the same range."""
    found = (
        ((wrong, doan.paragraph.layout.line_pt or 0.0), doan.paragraph)
        for doan in body(doc)
        if doan.is_prose and doan.wraps and (wrong := _range_missed(doan.paragraph))
    )
    for (span, line_pt), held in gathered(found).items():
        yield Hit(
            f"{excerpt(held[0].text)} cách dòng {measure(line_pt, 'pt')}{and_others(held)}; cách dòng đơn đến 1,5 dòng "
            f"là {span}",
            "bôi đen phần nội dung, vào Paragraph > Line spacing, chọn Single",
            held[0].place,
        )


def _range_missed(paragraph: Paragraph) -> str:
    """The range that spacing in points should lie in; "" when it does."""
    layout, size = paragraph.layout, main_size_pt(paragraph)
    if layout.line_pt is None or size is None:
        return ""
    single = load_decree()["noi_dung.cao_dong_don"].chon * size
    lines = load_decree()["noi_dung.cach_dong"]
    least, most = single * lines.min, single * lines.max
    low = layout.line_pt < least - _SAME_PT and not layout.at_least
    wrong = low or layout.line_pt > most + _SAME_PT
    return f"{measure(round(least, 1), '')}–{measure(round(most, 1), 'pt')}" if wrong else ""


RULES = (canh_deu, thut_dong_dau, thut_bang_dau_cach, cach_doan, cach_dong, cach_dong_pt)
