"""The compound file (OLE) that holds an .xls: enough of it to take out one stream."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vbhc.indicators.soundness import UnsoundError, unpack

_ENTRY_SIZE = 128
_ROOT = 5
_STREAM = 2


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    start: int
    size: int


def read_stream(data: bytes, *names: str) -> bytes:
    """The first stream called by one of ``names``; raises `UnsoundError` when there is none, or the file is damaged."""
    shift, mini_shift = unpack("<2H", data, 30)
    if shift not in (9, 12) or mini_shift != 6:
        raise UnsoundError("compound file has odd sectors")
    table = _table(data, shift)
    first_entry, cutoff, first_mini = *unpack("<L", data, 48), *unpack("<2L", data, 56)
    entries = list(_entries(_chain(data, table, first_entry, shift)))
    stream = next((e for name in names for e in entries if e.name == name and e.kind == _STREAM), None)
    if stream is None:
        raise UnsoundError("compound file holds no such stream")
    if stream.size >= cutoff:
        return _chain(data, table, stream.start, shift)[: stream.size]
    root = next((e for e in entries if e.kind == _ROOT), stream)
    mini = _chain(data, table, root.start, shift)
    listed = _chain(data, table, first_mini, shift)
    mini_table = list(unpack(f"<{len(listed) // 4}L", listed))
    return _chain(mini, mini_table, stream.start, mini_shift, header=0)[: stream.size]


def _table(data: bytes, shift: int) -> list[int]:
    """The next sector of each sector: the sectors of this table are listed in the header, and on in further sectors."""
    listed = list(unpack("<109L", data, 76))
    more, count = unpack("<2L", data, 68)
    for _ in range(min(count, len(data) >> shift)):
        *sectors, more = unpack(f"<{(1 << shift) // 4}L", data, (more + 1) << shift)
        listed += sectors
    known = [sector for sector in listed if (sector + 1) << shift < len(data)]
    return [it for sector in known for it in unpack(f"<{(1 << shift) // 4}L", data, (sector + 1) << shift)]


def _chain(data: bytes, table: list[int], sector: int, shift: int, *, header: int = 1) -> bytes:
    """The bytes of the sectors that follow one another from ``sector`` on."""
    found = []
    while sector < len(table):
        found.append(data[(sector + header) << shift : (sector + header + 1) << shift])
        sector = table[sector]
        if len(found) > len(table):
            raise UnsoundError("compound file goes round in circles")
    return b"".join(found)


def _entries(directory: bytes) -> Iterator[_Entry]:
    for offset in range(0, len(directory) - _ENTRY_SIZE + 1, _ENTRY_SIZE):
        length, kind = unpack("<HB", directory, offset + 64)
        start, size = unpack("<2L", directory, offset + 116)
        name = directory[offset : offset + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        yield _Entry(name, kind, start, size)
