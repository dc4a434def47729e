"""A văn bản as a file or standard input gives it: bytes to text, JSON or YAML to plain data."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from vbhc.cli.json_text import read_json
from vbhc.cli.unreadable import STDIN, unreadable
from vbhc.cli.yaml_text import read_yaml
from vbhc.errors import reason_of

_READERS = {".json": read_json, ".yaml": read_yaml, ".yml": read_yaml}


def read_document(source: str) -> object:
    """The plain data in the JSON or YAML file ``source`` ("-": standard input); raises `UnreadableDocumentError`.

    The format is told by the name of the file, else by its first letter: JSON begins with a bracket.
    """
    name = STDIN if source == "-" else Path(source).name
    text = _decode(_bytes_of(source, name), name)
    looks_like = read_json if text.lstrip().startswith(("{", "[")) else read_yaml
    return _READERS.get(Path(source).suffix.lower(), looks_like)(text, name)


def _bytes_of(source: str, name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise unreadable("khong-doc-duoc", name, reason_of(error), "kiểm tra lại đường dẫn") from None


def _decode(data: bytes, name: str) -> str:
    """UTF-8, or what PowerShell writes with ``>``: UTF-16."""
    try:
        text = data.decode(json.detect_encoding(data))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "không phải tệp chữ theo bảng mã Unicode (UTF-8)"
        raise unreadable("bang-ma-la", name, message, "mở ra rồi lưu lại dạng UTF-8", place=f"dòng {line}") from None
    if not text.strip():
        raise unreadable("khong-co-noi-dung", name, "không có nội dung nào", "kiểm tra lại tệp; có thể chưa lưu xong")
    return text
