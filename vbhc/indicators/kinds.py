"""The kinds of table that are found on a sheet by their header: what each needs, and what staff call it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TableKind:
    """One kind of table.

    ``fields`` can be tied to a column by the caller; ``anchors`` are those whose label begins a header; of each group
    of ``needs`` one must be there ("moc" stands for baselines); the lack of an ``expected`` one is told. A field that
    has no column takes that of the field ``instead``. ``no_header``, ``lacking`` and ``no_rows`` are for messages.
    """

    fields: tuple[str, ...]
    anchors: tuple[str, ...]
    needs: tuple[tuple[str, ...], ...]
    expected: tuple[str, ...]
    no_header: str
    lacking: str
    no_rows: str
    instead: Mapping[str, str] = field(default_factory=dict)


INDICATORS = TableKind(
    fields=(
        *("ma", "ten", "nhom", "don_vi_tinh", "muc_tieu", "thuc_hien", "danh_gia"),
        *("chu_tri", "phoi_hop", "ghi_chu"),
    ),
    anchors=("ten",),
    needs=(("ten",), ("muc_tieu", "thuc_hien", "moc")),
    expected=("muc_tieu", "thuc_hien", "chu_tri"),
    no_header="khong-thay-tieu-de",
    lacking="cột mục tiêu hay kết quả",
    no_rows="khong-co-chi-tieu",
)

TASKS = TableKind(
    fields=("ma", "ten", "nhom", "nhiem_vu", "chu_tri", "phoi_hop", "ket_qua", "thoi_gian", "ghi_chu"),
    anchors=("nhiem_vu",),
    needs=(("nhiem_vu",), ("chu_tri", "phoi_hop", "ket_qua", "thoi_gian")),
    expected=("chu_tri", "ket_qua", "thoi_gian"),
    no_header="khong-thay-tieu-de-nhiem-vu",
    lacking="cột cơ quan chủ trì, kết quả hay thời gian",
    no_rows="khong-co-nhiem-vu",
    instead={"ten": "nhiem_vu", "ket_qua": "thuc_hien"},
)
