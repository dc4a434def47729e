"""Letters to test with: a small one that a test bends, and the two of ``examples/``."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from vbhc import CongVan, KeHoach, load_indicators

EXAMPLES = Path(__file__).parents[2] / "examples"
DON_DOC, TRIEN_KHAI, KE_HOACH = (EXAMPLES / name for name in ("don-doc-dti", "trien-khai-ke-hoach", "ke-hoach-dti"))
PUBLISHED = Path(__file__).parents[1] / "data" / "dti-2025-ke-hoach.xlsx"
PACKS = ("congvan", "congvan-p13")
SENTENCE = "Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện nhiệm vụ được giao tại Kế hoạch số 131/KH-UBND."


def letter_data(**changes: Any) -> dict[str, Any]:
    """A draft of a province to two recipients with one short paragraph, as data; ``changes`` replace whole fields."""
    return {
        "loai": "congvan",
        "co_quan": {"ten": "Ủy ban nhân dân\ntỉnh Bắc Ninh"},
        "so_ky_hieu": "/UBND-CĐS",
        "dia_danh": "Bắc Ninh",
        "thoi_gian": {"thang": 5, "nam": 2026},
        "trich_yeu": "nâng cao chỉ số DTI",
        "kinh_gui": ["Các sở", "Công an tỉnh"],
        "noi_dung": [doan("Nội dung.")],
        "nguoi_ky": {"quyen_han": ["KT. Chủ tịch", "Phó Chủ tịch"], "ho_ten": "Nguyễn Văn A"},
    } | changes


def letter(**changes: Any) -> CongVan:
    """The letter that `letter_data` describes."""
    return CongVan.model_validate(letter_data(**changes))


def plan_data(**changes: Any) -> dict[str, Any]:
    """A short kế hoạch of a province, as data; ``changes`` replace whole fields."""
    return {
        "loai": "kehoach",
        "co_quan": {"ten": "Ủy ban nhân dân\ntỉnh Bắc Ninh"},
        "so_ky_hieu": "/KH-UBND",
        "dia_danh": "Bắc Ninh",
        "thoi_gian": {"thang": 11, "nam": 2025},
        "trich_yeu": "Nâng cao Chỉ số chuyển đổi số (DTI) tỉnh Bắc Ninh năm 2025",
        "noi_dung": [doan("Nội dung.")],
        "noi_nhan": {"noi": ["Các sở"]},
        "nguoi_ky": {
            "quyen_han": ["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"],
            "ho_ten": "Nguyễn Văn A",
        },
    } | changes


def plan(**changes: Any) -> KeHoach:
    """The kế hoạch that `plan_data` describes."""
    return KeHoach.model_validate(plan_data(**changes))


def doan(text: str) -> dict[str, Any]:
    """A paragraph as data."""
    return {"loai": "doan", "noi_dung": text}


def bang(
    columns: int, rows: int, *, words: str = "Tỷ lệ hồ sơ trực tuyến toàn trình của các cơ quan"
) -> dict[str, Any]:
    """A table as data, its first column the row's number."""
    cells = [[str(number), *[words] * (columns - 1)] for number in range(1, rows + 1)]
    return {"loai": "bang", "cot": [f"Cột {n}" for n in range(1, columns + 1)], "hang": cells}


def don_doc() -> CongVan:
    """The letter of ``examples/don-doc-dti``, by its own script."""
    script = runpy.run_path(str(DON_DOC / "don_doc.py"))
    written = script["soan_thu"](load_indicators(DON_DOC / "dti-2026-05.xlsx"))
    assert isinstance(written, CongVan)
    return written


def ke_hoach() -> KeHoach:
    """The plan of ``examples/ke-hoach-dti``, by its own script."""
    script = runpy.run_path(str(KE_HOACH / "ke_hoach.py"))
    written = script["tu_bang_tinh"](str(KE_HOACH / "dti-2025-ke-hoach.xlsx"))
    assert isinstance(written, KeHoach)
    return written


def trien_khai() -> CongVan:
    """The letter of ``examples/trien-khai-ke-hoach``, from its JSON."""
    return CongVan.model_validate_json((TRIEN_KHAI / "thu.json").read_bytes())
