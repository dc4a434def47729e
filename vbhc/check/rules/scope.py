"""Whether the decree judges the document at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.layout import load_decree
from vbhc.recognition.values import Recognised
from vbhc.text.dates import date_in_digits

_HINT = "không phải sửa gì; chỉ đối chiếu theo quy định dành cho loại văn bản này"


@rule(
    "TT000",
    "ngoai-pham-vi",
    Source(muc="D", can_cu="Điều 1, Điều 2", tu=date.min),
    Lesson(
        ten="Văn bản thuộc phạm vi điều chỉnh của Nghị định 30/2020/NĐ-CP",
        vi_sao="Văn bản quy phạm pháp luật, văn bản của Đảng và văn bản ban hành trước ngày 05/3/2020 theo quy định "
        "khác; chấm theo Nghị định 30 thì sẽ báo những lỗi không có thật.",
        sai="Chấm Luật số 43/2024/QH15 theo thể thức văn bản hành chính",
        dung="Chấm công văn, kế hoạch, báo cáo, quyết định cá biệt… ban hành từ ngày 05/3/2020",
    ),
    moi_tep=True,
)
def ngoai_pham_vi(doc: Recognised) -> Iterator[Hit]:
    """Says what the document is instead of inventing errors."""
    why = why_not_judged(doc)
    if why:
        yield Hit(f"tệp này ({doc.ten_loai.lower() or doc.loai.value}) {why}", _HINT)


def why_not_judged(doc: Recognised) -> str:
    """Why the decree does not judge ``doc``, in Vietnamese; "" when it does."""
    decree = load_decree()
    if doc.ngoai_pham_vi:
        return f"nằm ngoài phạm vi của {decree.ten}: {doc.ngoai_pham_vi}"
    if doc.ngay is not None and doc.ngay < decree.hieu_luc_tu:
        day, since = (date_in_digits(it.day, it.month, it.year) for it in (doc.ngay, decree.hieu_luc_tu))
        return f"đề ngày {day}, trước khi {decree.ten} có hiệu lực ({since})"
    return ""


RULES = (ngoai_pham_vi,)
