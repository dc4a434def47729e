"""What was read from a workbook, as staff read it on a screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vbhc.cli.tables import aligned
from vbhc.indicators import BangChiTieu, ChiTieu


def describe(bang: BangChiTieu) -> str:
    """Counts, by nhóm, by cơ quan, what is chưa đạt (farthest from its target first), and every finding."""
    return "\n".join(
        (
            f"Đã đọc {bang.nguon}: {len(bang)} chỉ tiêu.",
            f"Đạt: {len(bang.dat)}; chưa đạt: {len(bang.chua_dat)}; không rõ: {len(bang.khong_ro)}.",
            *_counts("Theo nhóm", {str(nhom) or "(không có nhóm)": part for nhom, part in bang.theo_nhom().items()}),
            *_counts("Theo cơ quan chủ trì", bang.theo_co_quan()),
            *_chua_dat(bang.chua_dat.xep_theo_khoang_cach()),
            *_findings(bang),
        )
    )


def _counts(title: str, parts: Mapping[str, BangChiTieu]) -> Iterator[str]:
    rows: list[tuple[str, ...]] = [(title, "Tổng", "Đạt", "Chưa đạt", "Không rõ")]
    for label, part in parts.items():
        counts = (len(part), len(part.dat), len(part.chua_dat), len(part.khong_ro))
        rows.append((label, *map(str, counts)))
    yield ""
    yield from aligned(rows, justify=str.rjust)


def _chua_dat(missed: BangChiTieu) -> Iterator[str]:
    if missed:
        yield f"\nChưa đạt ({len(missed)} chỉ tiêu, xa mục tiêu nhất trước)"
    for chi_tieu in missed:
        yield f"  {chi_tieu.ma} {chi_tieu.ten}".rstrip()
        yield f"      {'; '.join(_measures(chi_tieu))}"


def _measures(chi_tieu: ChiTieu) -> Iterator[str]:
    yield f"mục tiêu {chi_tieu.muc_tieu or 'chưa ghi'}"
    yield f"kết quả {chi_tieu.thuc_hien or 'chưa ghi'}" + (f" (ô {chi_tieu.o})" if chi_tieu.o else "")
    if chi_tieu.con_thieu:
        yield f"còn thiếu {chi_tieu.con_thieu}"


def _findings(bang: BangChiTieu) -> Iterator[str]:
    yield f"\nCần xem lại: {len(bang.findings)} chỗ." if bang.findings else "\nKhông thấy chỗ nào cần xem lại."
    yield from map(str, bang.findings)
