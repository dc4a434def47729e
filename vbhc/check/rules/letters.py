"""Letters wherever they show: their typeface, their colour, and lines drawn under them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vbhc.check.body import body, worded_runs
from vbhc.check.looks import excerpt
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.check.telling import and_others, gathered
from vbhc.layout import load_decree
from vbhc.recognition.folding import fold_line
from vbhc.recognition.patterns import STAMPS
from vbhc.recognition.values import Recognised
from vbhc.word.view import Look, Paragraph, Run, View, paragraphs

# Greys as dark as these cannot be told from black on paper; they come with text from web pages.
_NEARLY_BLACK = 0x30
_ADDRESS = re.compile(r"https?:|www\.|@|\w\.(vn|com|org|net)\b")


def everywhere(view: View) -> Iterator[Paragraph]:
    """Every paragraph that can be seen: of the text, of headers and footers, of footnotes; each once."""
    yield from paragraphs(tuple(view.blocks))
    seen: set[str] = set()
    for section in view.sections:
        for stories in (section.headers, section.footers):
            for blocks in stories.values():
                found = list(paragraphs(blocks))
                if found and found[0].place.part not in seen:
                    seen.add(found[0].place.part)
                    yield from found
    for note in view.notes.values():
        yield from paragraphs(note)


@rule(
    "KT004",
    "phong-chu-khac-times-new-roman",
    Source(muc="A", can_cu="PL I, Phần I, I.4"),
    Lesson(
        ten="Phông chữ Times New Roman trong toàn văn bản",
        vi_sao="Nghị định quy định một phông chữ; phông khác, kể cả phông trông gần giống, làm chữ và dòng xê dịch "
        "khi mở ở máy khác.",
        sai="Nội dung bằng Arial, số trong bảng bằng Calibri",
        dung="Times New Roman ở mọi chỗ có chữ: nội dung, bảng, số trang, chú thích cuối trang",
    ),
)
def phong_chu(doc: Recognised) -> Iterator[Hit]:
    """Each letter and digit is set in the decree's typeface; another one is told once."""
    wanted = load_decree().loi_van["phong_chu"]
    found = (
        (font, paragraph)
        for paragraph in everywhere(doc.view)
        for run in worded_runs(paragraph)
        for font in _fonts(run)
        if font.casefold() != wanted.casefold()
    )
    for font, held in gathered(found).items():
        yield Hit(
            f"{excerpt(held[0].text)} dùng phông {font}{and_others(held)}; quy định {wanted}",
            f"bôi đen chỗ đó, chọn phông {wanted}; bấm Ctrl+A để đổi cho cả văn bản",
            held[0].place,
        )


def _fonts(run: Run) -> Iterator[str]:
    """The typefaces that its letters are set in: Word chooses one for plain letters and one for those with marks."""
    if re.search(r"[0-9A-Za-z]", run.text):
        yield run.look.font.strip()
    if re.search(r"[^\W\x00-\x7f]", run.text):
        yield run.look.font_marked.strip()


@rule(
    "KT005",
    "mau-chu-khac-den",
    Source(muc="A", can_cu="PL I, Phần I, I.4"),
    Lesson(
        ten="Chữ màu đen, trừ dấu chỉ độ khẩn, độ mật và chỉ dẫn phạm vi lưu hành",
        vi_sao="Chữ màu mờ đi khi sao chụp, và chữ đỏ thường là chỗ còn phải sửa của bản thảo.",
        sai="Đường liên kết màu xanh, số liệu tô đỏ",
        dung="Toàn bộ chữ màu đen (Automatic hoặc Black)",
    ),
)
def mau_chu(doc: Recognised) -> Iterator[Hit]:
    """Each letter is black; stamps may be red."""
    found = (
        (run.look.color, paragraph)
        for paragraph in everywhere(doc.view)
        for run in worded_runs(paragraph)
        if not _is_black(run.look) and not _is_stamp(paragraph)
    )
    for color, held in gathered(found).items():
        yield Hit(
            f"{excerpt(_colored(held[0], color))} có màu {color}{and_others(held)}; quy định màu đen",
            "bôi đen chỗ đó, vào Font Color, chọn Automatic",
            held[0].place,
        )


def _is_black(look: Look) -> bool:
    parts = [int(look.color[at : at + 2], 16) for at in (0, 2, 4)]
    return all(part <= _NEARLY_BLACK for part in parts)


def _is_stamp(paragraph: Paragraph) -> bool:
    folded = fold_line(paragraph.text)
    return any(form.match(folded) for form in STAMPS.values())


def _colored(paragraph: Paragraph, color: str) -> str:
    return "".join(run.text for run in paragraph.runs if run.look.color == color)


@rule(
    "KT006",
    "noi-dung-gach-chan",
    Source(muc="D", can_cu="PL I, Phần I, II.6: nội dung in thường, kiểu đứng"),
    Lesson(
        ten="Nội dung không gạch chân chữ",
        vi_sao="Nghị định phân biệt các mục bằng chữ đậm, chữ nghiêng và chữ in hoa, không dùng gạch chân; "
        "gạch chân còn che dấu nặng của chữ.",
        sai="1. Mục đích (gạch chân)",
        dung="1. Mục đích (in đậm)",
    ),
)
def gach_chan(doc: Recognised) -> Iterator[Hit]:
    """No words of the text are underlined, web and mail addresses left out."""
    found = (
        ("", doan.paragraph)
        for doan in body(doc)
        for run in worded_runs(doan.paragraph)
        if run.look.underlined and not _ADDRESS.search(run.text) and not run.field
    )
    for held in gathered(found).values():
        words = "".join(run.text for run in held[0].runs if run.look.underlined)
        yield Hit(
            f"{excerpt(words)} gạch chân{and_others(held)}; nội dung văn bản không gạch chân",
            "bỏ gạch chân (Ctrl+U); cần nhấn mạnh thì in đậm",
            held[0].place,
        )


RULES = (phong_chu, mau_chu, gach_chan)
