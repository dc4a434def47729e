"""The named Word styles that bodies are written in, resolved once per template."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache

from vbhc.word.template import CompiledTemplate


@dataclass(frozen=True, slots=True)
class BodyStyles:
    """The id of each style the writer uses; the field's default is its name in Word."""

    can_cu: str = "VB Căn cứ"
    doan: str = "VB Đoạn"
    phan: str = "VB Phần"
    chuong: str = "VB Chương"
    muc: str = "VB Mục"
    tieu_muc: str = "VB Tiểu mục"
    dieu: str = "VB Điều"
    muc_la_ma: str = "VB Mục I"
    muc_a_rap: str = "VB Mục 1"
    muc_chu_cai: str = "VB Mục a"
    khoan: str = "VB Khoản"
    diem: str = "VB Điểm"
    gach_dau_dong: str = "VB Gạch đầu dòng"
    dau_cong: str = "VB Dấu cộng"
    ke: str = "VB Kẻ"
    phu_luc: str = "VB Phụ lục"
    tieu_de_phu_luc: str = "VB Tiêu đề phụ lục"
    kem_theo: str = "VB Kèm theo"
    bang: str = "VB Bảng"
    o_bang: str = "VB Ô bảng"
    dau_bang: str = "VB Đầu bảng"
    nhom_bang: str = "VB Nhóm bảng"
    do_khan: str = "VB Độ khẩn"
    ket: str = "VB Kết"
    chu_thich: str = "footnote text"
    dau_chu_thich: str = "footnote reference"


# What the frame of a shipped pack stands in: no body needs these, and none is another style under a wrong name.
_FRAME_STYLES = frozenset(
    f"VB {name}"
    for name in (
        *("Quốc hiệu", "Tiêu ngữ", "Chủ quản", "Cơ quan", "Số ký hiệu", "Địa danh", "Trích yếu công văn", "Tên loại"),
        *("Trích yếu", "Phạm vi lưu hành", "Địa chỉ", "Số trang", "Kính gửi một nơi", "Kính gửi", "Nơi kính gửi"),
        *("Nhãn nơi nhận", "Nơi nhận", "Quyền hạn", "Chỗ ký", "Họ tên", "Thẻ", "Cách", "Khung"),
    )
)


# What an earlier vbhc wrote the same lines in, before the style of today was there.
_EARLIER = {"VB Mục a": "VB Điểm"}


@lru_cache(maxsize=64)
def body_styles(template: CompiledTemplate) -> BodyStyles:
    """The ids in ``template``, with gaps for those it lacks: it refuses a document that needs one of these.

    So a pack made with an earlier vbhc prints whatever that one could.
    """
    names = [str(field.default) for field in fields(BodyStyles)]
    ours, there = _FRAME_STYLES.union(names), template.styles
    found = (name if name in there or _EARLIER.get(name) not in there else _EARLIER[name] for name in names)
    return BodyStyles(*(template.style_id(name, keep=ours) for name in found))
