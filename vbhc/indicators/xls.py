"""What python-calamine does not tell about an .xls sheet: percentage formats, formula errors, how far it reaches.

It reads the records of BIFF (MS-XLS 2.4) that matter here and passes over the others.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from vbhc.indicators.compound import read_stream
from vbhc.indicators.formats import BUILT_IN, percent_format
from vbhc.indicators.sheet import Extras, PercentFormat, Position

_BOF, _EOF = 0x0809, 0x000A
_BOUNDSHEET, _SST, _FORMAT, _XF, _FILEPASS, _DIMENSIONS = 0x0085, 0x00FC, 0x041E, 0x00E0, 0x002F, 0x0200
_FORMULA, _BOOLERR, _MULRK = 0x0006, 0x0205, 0x00BD
_ONE_CELL = {0x0203, 0x027E, 0x00FD, 0x0204, 0x00D6, _FORMULA, _BOOLERR}  # NUMBER, RK, LABELSST, LABEL, RSTRING
_VERSIONS = {0x0500, 0x0600}
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
_LEAST_STRING = 3


class EncryptedError(ValueError):
    """The workbook has a password."""


class _Record(NamedTuple):
    kind: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Xls:
    """The stream of a workbook, where its sheets begin, and which of its styles show percentages."""

    stream: bytes = field(repr=False)
    sheets: dict[str, int]
    percent_styles: dict[int, PercentFormat]

    @classmethod
    def open(cls, data: bytes) -> Xls:
        """The workbook in an .xls; raises ``ValueError`` when it is not sound, `EncryptedError` with a password."""
        stream = read_stream(data, "Workbook", "Book")
        sheets: dict[str, int] = {}
        formats: dict[int, PercentFormat | None] = {**BUILT_IN}
        styles: list[int] = []
        for kind, record in _records(stream, 0):
            if kind == _FILEPASS:
                raise EncryptedError
            if kind == _BOUNDSHEET:
                sheets[_string(record, 6, wide_count=False)] = _unpack("<L", record)[0]
            elif kind == _FORMAT:
                formats[_unpack("<H", record)[0]] = percent_format(_string(record, 2, wide_count=True))
            elif kind == _XF:
                styles.append(_unpack("<2H", record)[1])
        for offset in sheets.values():
            for _ in _records(stream, offset):
                pass  # each record is checked on the way: the reader takes in all sheets at once
        shown = {number: formats.get(style) for number, style in enumerate(styles)}
        return cls(stream, sheets, {number: style for number, style in shown.items() if style})

    def look(self, sheet: str) -> tuple[Extras, Position]:
        """The extras of a sheet and its far corner (the last row and column with a value)."""
        percents: dict[Position, PercentFormat] = {}
        errors: dict[Position, str] = {}
        last = (-1, -1)
        for place, style, error in _cells(self.stream, self.sheets.get(sheet, len(self.stream))):
            last = (max(last[0], place[0]), max(last[1], place[1]))
            if style in self.percent_styles:
                percents[place] = self.percent_styles[style]
            if error:
                errors[place] = error
        return Extras(percents, errors), last


def _records(stream: bytes, offset: int) -> Iterator[_Record]:
    """The records of one part of the stream, from its BOF to its EOF; charts inside it are passed over."""
    depth = 0
    while offset + 4 <= len(stream):
        kind, length = struct.unpack_from("<2H", stream, offset)
        record = _Record(kind, stream[offset + 4 : offset + 4 + length])
        depth += (kind == _BOF) - (kind == _EOF)
        if depth == 0:
            return
        _check(record, len(stream))
        if depth == 1:
            yield record
        offset += 4 + length
    raise ValueError("part of the workbook has no end")


def _check(record: _Record, length: int) -> None:
    """Refuse what would make the reader ask for more memory than there is: it takes these numbers at their word."""
    if record.kind == _BOF and _unpack("<H", record.data)[0] not in _VERSIONS:
        raise ValueError("unknown version")
    if record.kind == _SST and _unpack("<2L", record.data)[1] * _LEAST_STRING > length:
        raise ValueError("more strings than the file can hold")
    if record.kind == _DIMENSIONS and len(record.data) >= 14:
        top, bottom, left, right = _unpack("<2L2H", record.data)
        if not (top <= bottom <= 0x10000 and left <= right <= 0x100):
            raise ValueError("impossible dimensions")


def _cells(stream: bytes, offset: int) -> Iterator[tuple[Position, int, str]]:
    """Position, style and error of each cell with a value."""
    for record in _records(stream, offset):
        if record.kind in _ONE_CELL:
            row, column, style = _unpack("<3H", record.data)
            yield (row, column), style, _error(record)
        elif record.kind == _MULRK:
            row, first = _unpack("<2H", record.data)
            for i, (style, _) in enumerate(
                struct.iter_unpack("<HL", record.data[4 : 4 + (len(record.data) - 6) // 6 * 6])
            ):
                yield (row, first + i), style, ""


def _error(record: _Record) -> str:
    if record.kind == _BOOLERR:
        value, is_error = _unpack("<2B", record.data[6:])
        return _ERRORS.get(value, "#?") if is_error else ""
    if record.kind == _FORMULA:
        kind, _, value, marker = _unpack("<3B3xH", record.data[6:])
        return _ERRORS.get(value, "#?") if marker == 0xFFFF and kind == 2 else ""
    return ""


def _string(data: bytes, offset: int, *, wide_count: bool) -> str:
    """A BIFF8 string: its length in one or two bytes, then whether it is UTF-16 or the low bytes of it."""
    count, flags = _unpack("<HB" if wide_count else "<2B", data[offset:])
    start = offset + (3 if wide_count else 2)
    wide = flags & 1
    return data[start : start + (count << wide)].decode("utf-16-le" if wide else "latin-1", "replace")


def _unpack(form: str, data: bytes) -> tuple[int, ...]:
    try:
        return struct.unpack_from(form, data)
    except struct.error as error:
        raise ValueError("record is cut short") from error
