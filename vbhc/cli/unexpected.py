"""What is said of a failure that nobody foresaw: that it is ours, or that the disk refused."""

from __future__ import annotations

import os
import traceback

from vbhc.draft.unreadable import STANDARD
from vbhc.errors import reason_of

_UNEXPECTED = (
    "vbhc gặp một lỗi ngoài dự kiến; đây là lỗi của chương trình. Hãy báo cho người phụ trách vbhc,\n"
    "kèm câu lệnh đã chạy và kết quả khi chạy lại với biến môi trường VBHC_DEBUG=1."
)


def said_of(error: Exception) -> str:
    """The Vietnamese words; with ``VBHC_DEBUG=1`` the traceback comes on stderr too."""
    if os.environ.get("VBHC_DEBUG") == "1":
        traceback.print_exception(error)
    if isinstance(error, OSError):
        return f"Không đọc hoặc ghi được «{error.filename or STANDARD}»: {reason_of(error)}."
    return _UNEXPECTED
