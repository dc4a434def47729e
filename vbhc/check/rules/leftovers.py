"""What work on a document leaves in it: tags of templates, comments, tracked changes, markers, hidden text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from vbhc.check.body import worded_runs
from vbhc.check.looks import excerpt
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.check.rules.letters import everywhere
from vbhc.check.telling import and_others, gathered
from vbhc.recognition.values import Recognised
from vbhc.word.view import Paragraph

_CLAUSE = "Điều 12: kiểm tra văn bản trước khi ký ban hành"
# Tags of templates. Guillemets are quotation marks too, so only a name that no Vietnamese word looks like is one.
_TAG = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{[#/^][\w.]+\}|\$\{\w[\w.]*\}|<<\w+>>|«(?=[A-Za-z0-9_]*[_0-9A-Z])[A-Za-z_]\w+»",
    re.DOTALL,
)
# A whole template sent out by mistake has dozens of tags; so many are enough to see it.
_TOLD = 5
_MERGED = re.compile(r"MERGEFIELD\b", re.IGNORECASE)


@rule(
    "KT032",
    "con-the-mau",
    Source(muc="M", can_cu=_CLAUSE, tu=date.min),
    Lesson(
        ten="Không còn thẻ của mẫu trong văn bản",
        vi_sao="Thẻ còn lại là chỗ chưa được điền; văn bản ban hành như vậy là thiếu nội dung.",
        sai="Kính gửi: {{ kinh_gui }}",
        dung="Kính gửi: Sở Tài chính",
    ),
    moi_tep=True,
)
def the_mau(doc: Recognised) -> Iterator[Hit]:
    """No tag of a template, no mail-merge field that was not merged."""
    found = gathered((tag, it) for it in everywhere(doc.view) for tag in _tags(it))
    for at, (tag, held) in enumerate(islice(found.items(), _TOLD), start=1):
        more = f"; còn {len(found) - _TOLD} thẻ khác" if at == _TOLD < len(found) else ""
        yield Hit(
            f"còn thẻ mẫu chưa điền {tag}{and_others(held)}{more}",
            "điền nội dung vào chỗ đó, hoặc xóa thẻ",
            held[0].place,
        )


def _tags(paragraph: Paragraph) -> Iterator[str]:
    found = [tag[0] for tag in _TAG.finditer(paragraph.text)]
    yield from found
    for run in paragraph.runs:
        if _MERGED.match(run.field) and not _TAG.search(run.text):
            yield excerpt(run.text) if run.text.strip() else run.field


@rule(
    "KT033",
    "con-nhan-xet",
    Source(muc="M", can_cu=_CLAUSE, tu=date.min),
    Lesson(
        ten="Không còn nhận xét (comment) trong văn bản",
        vi_sao="Nhận xét nội bộ đi theo tệp đến nơi nhận, và có thể bị in ra lề.",
        sai="Tệp phát hành còn nhận xét của người góp ý",
        dung="Review > Delete > Delete All Comments trước khi phát hành",
    ),
    moi_tep=True,
)
def nhan_xet(doc: Recognised) -> Iterator[Hit]:
    """No comment is left."""
    held = [it for it in everywhere(doc.view) if "comment" in it.traces]
    if held:
        yield Hit(
            f"{_at(held[0])} còn nhận xét{and_others(held)}",
            "xử lý xong thì vào Review > Delete > Delete All Comments",
            held[0].place,
        )


def _at(paragraph: Paragraph) -> str:
    return excerpt(paragraph.text) if paragraph.text.strip() else "đoạn trống"


@rule(
    "KT034",
    "con-theo-doi-thay-doi",
    Source(muc="M", can_cu=_CLAUSE, tu=date.min),
    Lesson(
        ten="Không còn chỗ sửa đang theo dõi (Track Changes)",
        vi_sao="Nơi nhận xem được câu chữ trước khi sửa, và bản in có thể hiện cả chữ đã xóa.",
        sai="Tệp phát hành còn chữ gạch ngang, chữ màu của Track Changes",
        dung="Review > Accept All Changes trước khi phát hành",
    ),
    moi_tep=True,
)
def theo_doi_thay_doi(doc: Recognised) -> Iterator[Hit]:
    """No insertion or deletion waits to be accepted."""
    held = [it for it in everywhere(doc.view) if "revision" in it.traces]
    if held:
        yield Hit(
            f"{_at(held[0])} còn chỗ sửa đang theo dõi{and_others(held)}",
            "vào Review, chấp nhận hoặc bỏ từng chỗ sửa (Accept, Reject)",
            held[0].place,
        )


@rule(
    "KT035",
    "con-to-nen-chu",
    Source(muc="D", can_cu="PL I, Phần I, I.4: chữ màu đen", tu=date.min),
    Lesson(
        ten="Chữ không tô nền",
        vi_sao="Chỗ tô nền thường là chỗ còn phải kiểm tra lại của bản thảo.",
        sai="Số liệu tô nền vàng",
        dung="Không tô nền (No Color)",
    ),
    moi_tep=True,
)
def to_nen(doc: Recognised) -> Iterator[Hit]:
    """No words are marked with a text marker or shaded."""
    found = (("", it) for it in everywhere(doc.view) if any(run.look.highlighted for run in worded_runs(it)))
    for held in gathered(found).values():
        words = "".join(run.text for run in held[0].runs if run.look.highlighted)
        yield Hit(
            f"{excerpt(words)} tô nền màu{and_others(held)}",
            "kiểm tra lại chỗ đó, rồi vào Text Highlight Color, chọn No Color",
            held[0].place,
        )


@rule(
    "KT039",
    "con-chu-an",
    Source(muc="M", can_cu=_CLAUSE, tu=date.min),
    Lesson(
        ten="Không có chữ ẩn trong văn bản",
        vi_sao="Chữ ẩn không in ra nhưng nơi nhận mở tệp vẫn xem được.",
        sai="Ghi chú của người soạn thảo để ở dạng chữ ẩn (Hidden)",
        dung="Xóa chữ ẩn trước khi phát hành",
    ),
    moi_tep=True,
)
def chu_an(doc: Recognised) -> Iterator[Hit]:
    """No words are hidden."""
    hidden = ((run.text, it) for it in everywhere(doc.view) for run in it.runs if run.look.hidden and run.text.strip())
    held = [(text, it) for text, it in hidden if re.search(r"\w", text)]
    if held:
        text, first = held[0]
        yield Hit(
            f"có chữ ẩn {excerpt(text)}{and_others([it for _, it in held])}",
            "bấm Ctrl+Shift+8 để thấy chữ ẩn, rồi xóa, hoặc bỏ dấu Hidden trong Font",
            first.place,
        )


RULES = (the_mau, nhan_xet, theo_doi_thay_doi, to_nen, chu_an)
