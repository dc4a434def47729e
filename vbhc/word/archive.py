"""Zip files: read within limits that are checked before anything is unpacked, written the same on every machine."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MAX_FILE = 64 * 2**20
MAX_ENTRIES = 4096
MAX_UNPACKED = 256 * 2**20
MAX_RATIO = 200
# Below this size a file that repeats itself is harmless, whatever its ratio.
RATIO_COUNTS_FROM = 16 * 2**20
_MAX_ZIP = 2**32 - 1
_WORTH_DEFLATING = 1024

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_UTF8_NAME = 0x800
_DOS_DATE_1980_01_01 = 0x21


class ArchiveError(Exception):
    """A zip that cannot be unpacked; the message is Vietnamese and says why."""


class OversizedError(ArchiveError):
    """A zip that must not be unpacked: it breaks a limit."""


class LockedError(ArchiveError):
    """A zip whose parts are encrypted."""


@dataclass(frozen=True, slots=True)
class Packed:
    """One file as it stands in a zip: ``body`` compressed by ``method``; ``size`` and ``crc`` are of the content."""

    name: str
    body: bytes
    size: int
    crc: int
    method: int = zipfile.ZIP_DEFLATED

    def unpack(self) -> bytes:
        """The content; raises `ArchiveError` as soon as it proves longer than declared, or damaged."""
        data = self._inflate() if self.method == zipfile.ZIP_DEFLATED else self.body
        if len(data) != self.size or zlib.crc32(data) != self.crc:
            raise ArchiveError(f'phần "{self.name}" bị hỏng: nội dung không khớp với cỡ hoặc mã kiểm tra đã khai')
        return data

    def _inflate(self) -> bytes:
        try:
            # One byte more than declared is enough to know that the declaration lies.
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(self.body, self.size + 1)
        except zlib.error as error:
            raise ArchiveError(f'phần "{self.name}" bị hỏng: không giải nén được') from error


def pack(name: str, data: bytes) -> Packed:
    """``data`` ready for `write_packed`: deflated, or stored where setting up the deflater costs more than it saves."""
    if len(data) < _WORTH_DEFLATING:
        return Packed(name, data, len(data), zlib.crc32(data), zipfile.ZIP_STORED)
    return Packed(name, zlib.compress(data, 6, -zlib.MAX_WBITS), len(data), zlib.crc32(data))


def list_zip(source: bytes) -> list[zipfile.ZipInfo]:
    """The entries of a zip that keeps the limits, folders left out; nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as archive:
            entries = [info for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error) as error:
        raise ArchiveError("tệp không phải là gói ZIP nguyên vẹn") from error
    unpacked = sum(info.file_size for info in entries)
    if len(entries) > MAX_ENTRIES:
        raise OversizedError(f"gói có {len(entries)} phần, quá giới hạn {MAX_ENTRIES}")
    if unpacked > MAX_UNPACKED:
        raise OversizedError(f"giải nén ra {unpacked >> 20} MB, quá giới hạn {MAX_UNPACKED >> 20} MB")
    if unpacked > max(RATIO_COUNTS_FROM, MAX_RATIO * len(source)):
        raise OversizedError(f"tệp {len(source) >> 10} KB giải nén ra {unpacked >> 20} MB, quá {MAX_RATIO} lần")
    return entries


def read_packed(source: bytes, entries: Iterable[zipfile.ZipInfo]) -> Iterator[Packed]:
    """The entries as they stand, still compressed."""
    for info in entries:
        if info.flag_bits & 0x1:
            raise LockedError(f'phần "{info.filename}" bị mã hóa')
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ArchiveError(f'phần "{info.filename}" nén theo cách mà Word không dùng')
        start = _body_start(source, info)
        body = source[start : start + info.compress_size]
        yield Packed(info.filename, body, info.file_size, info.CRC, info.compress_type)


def _body_start(source: bytes, info: zipfile.ZipInfo) -> int:
    try:
        header = _LOCAL.unpack_from(source, info.header_offset)
    except struct.error as error:
        raise ArchiveError(f'phần "{info.filename}" bị hỏng: thiếu phần đầu') from error
    if header[0] != b"PK\x03\x04":
        raise ArchiveError(f'phần "{info.filename}" bị hỏng: sai phần đầu')
    return info.header_offset + _LOCAL.size + int(header[-2]) + int(header[-1])


def write_packed(parts: Iterable[Packed]) -> bytes:
    """A zip of ``parts`` in the order given: no clock, no system marks, so the same parts give the same bytes."""
    body, directory, count, offset = [], [], 0, 0
    for part in parts:
        name = part.name.encode()
        flags = 0 if part.name.isascii() else _UTF8_NAME
        fixed = (_VERSION, flags, part.method, 0, _DOS_DATE_1980_01_01, part.crc, len(part.body), part.size, len(name))
        body += [_LOCAL.pack(b"PK\x03\x04", *fixed, 0), name, part.body]
        directory += [_CENTRAL.pack(b"PK\x01\x02", _VERSION, *fixed, 0, 0, 0, 0, 0, offset), name]
        offset += _LOCAL.size + len(name) + len(part.body)
        count += 1
        if offset > _MAX_ZIP or part.size > _MAX_ZIP:
            raise OversizedError("tệp kết quả lớn hơn 4 GB")
    size = sum(map(len, directory))
    return b"".join([*body, *directory, _END.pack(b"PK\x05\x06", 0, 0, count, count, size, offset, 0)])
