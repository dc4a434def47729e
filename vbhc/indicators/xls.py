"""What python-calamine does not tell about an .xls: number formats, formula errors, how far its sheets reach.

It reads the records of BIFF (MS-XLS 2.4) that matter here and passes over the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from vbhc.indicators.compound import read_stream
from vbhc.indicators.formats import BUILT_IN, number_format
from vbhc.indicators.sheet import Extras, Look, NumberFormat, Position
from vbhc.indicators.soundness import EncryptedError, UnsoundError, unpack

_BOF, _EOF = 0x0809, 0x000A
_BOUNDSHEET, _SST, _FORMAT, _XF, _FILEPASS, _DIMENSIONS = 0x0085, 0x00FC, 0x041E, 0x00E0, 0x002F, 0x0200
_FORMULA, _BOOLERR, _MULRK = 0x0006, 0x0205, 0x00BD
_ONE_CELL = {0x0203, 0x027E, 0x00FD, 0x0204, 0x00D6, _FORMULA, _BOOLERR}  # NUMBER, RK, LABELSST, LABEL, RSTRING
_VERSIONS = {0x0500, 0x0600}
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
_LEAST_STRING = 3


class _Record(NamedTuple):
    kind: int
    data: bytes


class _Cell(NamedTuple):
    place: Position
    style: int
    error: str


def look(data: bytes) -> dict[str, Look]:
    """The extras of each sheet and its far corner.

    Raises `UnsoundError` when the file is not sound, `EncryptedError` when it has a password.
    """
    stream = read_stream(data, "Workbook", "Book")
    sheets: dict[str, int] = {}
    formats: dict[int, NumberFormat | None] = {**BUILT_IN}
    styles: list[int] = []
    for kind, record in _records(stream, 0):
        if kind == _FILEPASS:
            raise EncryptedError
        if kind == _BOUNDSHEET:
            sheets[_string(record, 6, wide_count=False)] = unpack("<L", record)[0]
        elif kind == _FORMAT:
            formats[unpack("<H", record)[0]] = number_format(_string(record, 2, wide_count=True))
        elif kind == _XF:
            styles.append(unpack("<2H", record)[1])
    shown = {number: shown for number, style in enumerate(styles) if (shown := formats.get(style))}
    return {name: _look(_cells(stream, offset), shown) for name, offset in sheets.items()}


def _look(cells: Iterator[_Cell], styles: Mapping[int, NumberFormat]) -> Look:
    formats: dict[Position, NumberFormat] = {}
    errors: dict[Position, str] = {}
    last = (-1, -1)
    for place, style, error in cells:
        last = (max(last[0], place[0]), max(last[1], place[1]))
        if style in styles:
            formats[place] = styles[style]
        if error:
            errors[place] = error
    return Look(Extras(formats, errors), last)


def _records(stream: bytes, offset: int) -> Iterator[_Record]:
    """The records of one part of the stream, from its BOF to its EOF; charts inside it are passed over."""
    depth = 0
    while offset + 4 <= len(stream):
        kind, length = unpack("<2H", stream, offset)
        record = _Record(kind, stream[offset + 4 : offset + 4 + length])
        depth += (kind == _BOF) - (kind == _EOF)
        if depth == 0:
            return
        _check(record, len(stream))
        if depth == 1:
            yield record
        offset += 4 + length
    raise UnsoundError("part of the workbook has no end")


def _check(record: _Record, length: int) -> None:
    """Refuse what would make the reader ask for more memory than there is: it takes these numbers at their word."""
    if record.kind == _BOF and unpack("<H", record.data)[0] not in _VERSIONS:
        raise UnsoundError("unknown version")
    if record.kind == _SST and unpack("<2L", record.data)[1] * _LEAST_STRING > length:
        raise UnsoundError("more strings than the file can hold")
    if record.kind == _DIMENSIONS and len(record.data) >= 14:
        top, bottom, left, right = unpack("<2L2H", record.data)
        if not (top <= bottom <= 0x10000 and left <= right <= 0x100):
            raise UnsoundError("impossible dimensions")


def _cells(stream: bytes, offset: int) -> Iterator[_Cell]:
    """Position, style and error of each cell with a value."""
    for record in _records(stream, offset):
        if record.kind in _ONE_CELL:
            row, column, style = unpack("<3H", record.data)
            yield _Cell((row, column), style, _error(record))
        elif record.kind == _MULRK:
            row, first = unpack("<2H", record.data)
            for i in range((len(record.data) - 6) // 6):
                yield _Cell((row, first + i), unpack("<H", record.data, 4 + 6 * i)[0], "")


def _error(record: _Record) -> str:
    if record.kind == _BOOLERR:
        value, is_error = unpack("<2B", record.data[6:])
        return _ERRORS.get(value, "#?") if is_error else ""
    if record.kind == _FORMULA:
        kind, _, value, marker = unpack("<3B3xH", record.data[6:])
        return _ERRORS.get(value, "#?") if marker == 0xFFFF and kind == 2 else ""
    return ""


def _string(data: bytes, offset: int, *, wide_count: bool) -> str:
    """A BIFF8 string: its length in one or two bytes, then whether it is UTF-16 or the low bytes of it."""
    count, flags = unpack("<HB" if wide_count else "<2B", data[offset:])
    start = offset + (3 if wide_count else 2)
    wide = flags & 1
    return data[start : start + (count << wide)].decode("utf-16-le" if wide else "latin-1", "replace")
