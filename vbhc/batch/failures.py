"""Why a letter of a batch was not written, as findings; a letter that fails never stops the others."""

from __future__ import annotations

import os
import traceback

from vbhc.errors import VbhcError
from vbhc.findings import Finding, Location, Report, Severity

_DEFECTS = {
    "khong-chia-duoc": ("VB301", "không chia thư theo `{path}` được: {ly_do}", "{goi_y}"),
    "khong-ro-noi-nhan": ("VB302", "{so} chỉ tiêu ({ma}) {ly_do}, không biết gửi thư này cho ai", "{goi_y}"),
    "khong-co-ten-tep": ("VB303", "mẫu tên tệp không cho tên nào", "thêm {{{{ stt }}}} vào mẫu tên tệp (--name)"),
    "trung-ten-tep": (
        "VB304",
        "tên tệp «{tep}» đã dùng cho thư {stt} ({ten})",
        "thêm {{{{ stt }}}} vào mẫu tên tệp (--name)",
    ),
    "tep-da-co": (
        "VB305",
        "«{tep}» đã có, nội dung khác; không ghi đè",
        "xem lại tệp đó; muốn ghi đè thì chạy lại với --force",
    ),
    "khong-lam-duoc-thu": ("VB306", "{ly_do}", ""),
    "noi-chay-dung": (
        "VB307",
        "nơi chạy đã dừng, hoặc không nhận làm thư này",
        "chạy lại với --resume; nếu vẫn dừng thì bớt --workers",
    ),
    "loi-ngoai-du-kien": (
        "VB308",
        "vbhc gặp một lỗi ngoài dự kiến khi làm thư này; đây là lỗi của chương trình",
        "báo cho người phụ trách vbhc, kèm kết quả khi chạy lại với biến môi trường VBHC_DEBUG=1",
    ),
}


def failure(slug: str, place: Location | None = None, /, **what: object) -> Finding:
    """The finding of one case of the defect ``slug``."""
    code, message, hint = _DEFECTS[slug]
    said, advised = message.format_map(what), hint.format_map(what)
    return Finding(code, slug, Severity.ERROR, said, advised, place or Location())


def told(error: Exception) -> Report:
    """What is said of an error that ended the work on a letter."""
    if isinstance(error, VbhcError):
        return error.report or Report.of([failure("khong-lam-duoc-thu", ly_do=error.message)])
    return unforeseen("loi-ngoai-du-kien", error)


def unforeseen(slug: str, error: Exception) -> Report:
    """What is said of an error that nobody foresaw; with ``VBHC_DEBUG=1`` its traceback comes on stderr."""
    if os.environ.get("VBHC_DEBUG") == "1":
        traceback.print_exception(error)
    return Report.of([failure(slug)])
