"""CSV as offices export it: UTF-8 with or without BOM, separated by semicolons, commas or tabs."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from vbhc.indicators.defects import finding
from vbhc.indicators.refusals import refusal
from vbhc.indicators.sheet import MAX_CELLS, Sheet

_SEPARATORS = ";,\t"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE_ROWS = 200


def decode(file: str, data: bytes) -> str:
    """The text of a UTF-8 file; raises `DataError` for every other encoding, which would only be guessed."""
    if data.startswith(_UTF16):
        raise refusal(file, finding("bang-ma-cu", ly_do="tệp là UTF-16"))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = f"dòng {line} có chữ theo bảng mã cũ như Windows-1258, TCVN3, VNI"
        raise refusal(file, finding("bang-ma-cu", f"dòng {line}", ly_do=reason)) from None


def read_csv(file: str, text: str, name: str) -> Sheet:
    """The rows of the text as a sheet named ``name``; every value stays text."""
    try:
        rows = list(_rows(text, _separator(text)))
    except csv.Error:
        reason = "không tách được cột; có thể có dấu nháy kép mở mà không đóng"
        raise refusal(file, finding("tep-hong", ly_do=reason)) from None
    if sum(map(len, rows)) > MAX_CELLS:
        raise refusal(file, finding("bang-qua-lon", so_o=sum(map(len, rows)), o=f"dòng {len(rows)}"))
    return Sheet.of(name, rows, typed=False)


def _separator(text: str) -> str:
    """The separator that cuts most rows of the beginning into the same number of columns (two or more)."""
    return max(_SEPARATORS, key=lambda separator: _regularity(text, separator))


def _regularity(text: str, separator: str) -> int:
    widths = Counter(len(row) for row in islice(_rows(text, separator), _SAMPLE_ROWS) if len(row) > 1)
    return max(widths.values(), default=0)


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)
