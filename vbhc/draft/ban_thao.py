"""A bản thảo: front matter with the fields of a văn bản, and below it the text as people type it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from vbhc.draft.body import TypedLine, typed_lines
from vbhc.draft.unreadable import unreadable
from vbhc.draft.yaml_text import read_yaml
from vbhc.text.spelling import find_reserved, nfc

_FENCE = "---"
_BEGIN = re.compile(r"\ufeff?\s*---[ \t]*\r?\n")


def is_ban_thao(text: str) -> bool:
    """Whether a text begins as a bản thảo does."""
    return _BEGIN.match(text) is not None


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the file ``name``: the fields of a văn bản, of a bản thảo also the lines below them.

    ``field_lines``, ``field_columns``: where each field begins, by its path; of JSON it is not known.
    """

    name: str
    fields: Any
    lines: tuple[TypedLine, ...] = ()
    field_lines: Mapping[str, int] = field(default_factory=dict)
    field_columns: Mapping[str, int] = field(default_factory=dict)
    is_text: bool = False

    def line_of(self, path: Sequence[str | int]) -> int:
        """The line of the field that ``path`` leads to, items counted from 1, or of the nearest above it."""
        written = ""
        line = 1
        for step in path:
            written += f"[{step}]" if isinstance(step, int) else f".{step}" if written else step
            line = self.field_lines.get(written, line)
        return line


def read_ban_thao(text: str, name: str) -> Written:
    """The bản thảo ``text`` from the file ``name``, nothing filled in; raises `UnreadableDocumentError`."""
    front, lines = _parted(nfc(text.removeprefix("\ufeff")), name)
    if find_reserved(front):
        line = next(at for at, it in enumerate(front.split("\n"), 1) if find_reserved(it))
        message, hint = "có ký tự không dùng được", "xóa ký tự này (thường do chép từ phần mềm khác)"
        raise unreadable("sai-cu-phap", name, message, hint, place=f"dòng {line}")
    read = read_yaml(front, name)
    if not isinstance(read.data, dict):
        raise unreadable(
            "sai-cu-phap", name, "phần đầu không phải các trường «ten_truong: giá trị»", "xem lại phần đầu"
        )
    return Written(name, read.data, tuple(lines), read.lines, read.columns, is_text=True)


def _parted(text: str, name: str) -> tuple[str, list[TypedLine]]:
    """The front matter with every line at its number in the file, and the lines below it."""
    lines = text.replace("\r\n", "\n").split("\n")
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    end = next((at for at in range(start + 1, len(lines)) if lines[at].rstrip() == _FENCE), None)
    if lines[start].rstrip() != _FENCE or end is None:
        missing = "mở đầu" if lines[start].rstrip() != _FENCE else "kết thúc"
        message, hint = f"thiếu dòng «{_FENCE}» {missing} phần các trường", f"thêm một dòng chỉ có «{_FENCE}»"
        raise unreadable("sai-cu-phap", name, message, hint, place=f"dòng {start + 1}")
    front = "\n" * (start + 1) + "\n".join(lines[start + 1 : end])
    return front, list(typed_lines("\n".join(lines[end + 1 :]), end + 2))
