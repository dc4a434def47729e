"""What the rules of the heading (TT001–TT049, TT144) find in a document, and where its parts stand."""

from __future__ import annotations

from vbhc.check import examine

LEFT, RIGHT = "bảng 1, hàng {row}, ô 1, đoạn {n}", "bảng 1, hàng {row}, ô 2, đoạn {n}"
CHU_QUAN = LEFT.format(row=1, n=1)
CO_QUAN = LEFT.format(row=1, n=2)
SO = LEFT.format(row=2, n=1)
V_V = LEFT.format(row=2, n=2)
QUOC_HIEU = RIGHT.format(row=1, n=1)
TIEU_NGU = RIGHT.format(row=1, n=2)
DIA_DANH = RIGHT.format(row=2, n=1)
TEN_LOAI = "đoạn 1"
TRICH_YEU = "đoạn 2"
NOWHERE = ""

Told = list[tuple[str, str, str]]


def told(data: bytes) -> Told:
    """Code, place and message of each finding of the heading."""
    found = examine(data, select=[*(f"TT0{ten}" for ten in range(5)), "TT144"]).report
    return [(it.code, it.location.place, it.message) for it in found]


def only(data: bytes) -> tuple[str, str, str]:
    """The one finding there is."""
    (found,) = told(data)
    return found


def codes(data: bytes) -> list[str]:
    return [code for code, _, _ in told(data)]
