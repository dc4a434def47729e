"""Workbooks opened without trust: .xlsx, .xls and .ods through python-calamine, .csv through the csv module."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import TypeAlias

import python_calamine as calamine

from vbhc.findings import Finding
from vbhc.indicators import ods, xls, xlsx
from vbhc.indicators.defects import finding
from vbhc.indicators.refusals import refusal
from vbhc.indicators.sheet import MAX_CELLS, Extras, Look, Merge, Position, Sheet, address
from vbhc.indicators.soundness import EncryptedError, UnsoundError
from vbhc.indicators.text_file import decode, read_csv
from vbhc.text.spelling import fold, nfc
from vbhc.word.archive import MAX_FILE, ArchiveError, list_zip, read_packed

LookAt: TypeAlias = Callable[[str], Look]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TEXT_SUFFIXES = {".csv", ".txt", ".tsv"}


@dataclass(frozen=True, slots=True)
class Workbook:
    """The readable sheets of a file: names in order (hidden ones last, marked apart) and how to read one."""

    file: str
    names: tuple[str, ...]
    hidden: tuple[str, ...]
    read: Callable[[str], Sheet]

    def find(self, name: str) -> str:
        """The sheet that ``name`` means, whatever its case and spacing; raises `DataError` that lists the sheets."""
        known = {fold(sheet): sheet for sheet in (*self.hidden, *self.names)}
        if name in known.values():
            return name
        if fold(name) in known:
            return known[fold(name)]
        near = get_close_matches(fold(name), known, n=1, cutoff=0.5)
        advice = f'có phải trang "{known[near[0]]}" không?' if near else "ghi đúng tên một trong các trang trên"
        sheets = ", ".join(f'"{sheet}"' for sheet in (*self.names, *self.hidden))
        raise refusal(self.file, finding("khong-co-trang-tinh", ten=name, cac_trang=sheets, goi_y=advice))

    def others(self, used: str) -> tuple[Finding, ...]:
        """A word on the visible sheets beside the one that is ``used``."""
        rest = [name for name in self.names if name != used]
        said = ", ".join(f'"{name}"' for name in rest)
        return (finding("con-trang-tinh-khac", used, dung=used, con_lai=said),) if rest else ()


def open_workbook(path: Path) -> Workbook:
    """The workbook at ``path``, nothing of it unpacked yet; raises `DataError` when it cannot be read."""
    data = _bytes_of(path)
    if data.startswith(b"PK"):
        return _from_zip(path.name, data)
    if data.startswith(_OLE):
        return _from_xls(path.name, data)
    if path.suffix.lower() in _TEXT_SUFFIXES:
        text = decode(path.name, data)
        return Workbook(path.name, (nfc(path.stem),), (), partial(read_csv, path.name, text))
    raise refusal(path.name, finding("loai-tep-khong-ho-tro", ly_do=_guess(path, data)))


def _bytes_of(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_FILE else b""
    except (OSError, ValueError) as error:
        raise refusal(path.name, finding("tep-khong-doc-duoc", ly_do=_reason(error))) from None
    if size > MAX_FILE:
        reason = f"tệp {size >> 20} MB, quá giới hạn {MAX_FILE >> 20} MB"
        raise refusal(path.name, finding("tep-khong-doc-duoc", ly_do=reason))
    if not data.strip(b"\0\xef\xbb\xbf \r\n\t;,"):
        raise refusal(path.name, finding("tep-rong"))
    return data


def _reason(error: Exception) -> str:
    reasons: dict[type[Exception], str] = {
        FileNotFoundError: "không có tệp này",
        IsADirectoryError: "đây là thư mục",
        PermissionError: "không có quyền đọc",
    }
    return reasons.get(type(error), "hệ điều hành không mở được tệp")


def _guess(path: Path, data: bytes) -> str:
    start = data[:512].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<html", b"<!doctype", b"<table", b"<meta", b"<head")):
        return "nội dung là trang web (HTML)"
    if start.startswith(b"<?xml"):
        return "nội dung là XML"
    return f'đuôi tệp là "{path.suffix}"' if path.suffix else "tệp không có đuôi"


def _from_xls(file: str, data: bytes) -> Workbook:
    """An .xls; an encrypted .xlsx or .docx comes in the same wrapping."""
    if _ENCRYPTED in data:
        raise refusal(file, finding("tep-ma-hoa"))
    with _looking(file):
        looks = xls.look(data)
    return _from_calamine(file, data, _all_checked(file, looks))


def _from_zip(file: str, data: bytes) -> Workbook:
    """An .xlsx or .ods, its limits checked before calamine unpacks anything."""
    parts = _unpack(file, data)
    if "xl/workbook.xml" in parts:
        return _from_calamine(file, data, partial(xlsx.look, parts))
    if b"spreadsheet" not in parts.get("mimetype", b""):
        raise refusal(file, finding("loai-tep-khong-ho-tro", ly_do="nội dung là một loại tệp nén khác"))
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise refusal(file, finding("tep-ma-hoa"))
    with _looking(file):
        looks = ods.look(parts.get("content.xml", b""))
    return _from_calamine(file, data, _all_checked(file, looks))


def _all_checked(file: str, looks: Mapping[str, Look]) -> LookAt:
    """For formats of which calamine takes in all sheets at once: none of them may be too large."""
    for name, (_, last) in looks.items():
        _check_reach(file, name, last)
    return lambda name: looks.get(name, Look())


def _unpack(file: str, data: bytes) -> dict[str, bytes]:
    wanted = ("xl/", "content.xml", "mimetype", "META-INF/manifest.xml")
    try:
        packed = read_packed(data, list_zip(data))
        return {part.name: part.unpack() for part in packed if part.name.startswith(wanted)}
    except ArchiveError as error:
        raise refusal(file, finding("tep-hong", ly_do=error)) from None


def _from_calamine(file: str, data: bytes, look: LookAt) -> Workbook:
    with _reading(file):
        workbook = calamine.load_workbook(io.BytesIO(data))
        sheets = [s for s in workbook.sheets_metadata if s.typ == calamine.SheetTypeEnum.WorkSheet]
    shown = [s.name for s in sheets if s.visible == calamine.SheetVisibleEnum.Visible]
    hidden = [s.name for s in sheets if s.name not in shown]
    if not sheets:
        raise refusal(file, finding("tep-rong"))
    return Workbook(file, tuple(shown), tuple(hidden), partial(_read_sheet, file, workbook, look))


def _read_sheet(file: str, workbook: calamine.CalamineWorkbook, look: LookAt, name: str) -> Sheet:
    with _looking(file):
        extras, last = look(name)
    _check_reach(file, name, last)
    with _reading(file):
        source = workbook.get_sheet_by_name(name)
        merges = tuple(Merge(*corners) for corners in source.merged_cell_ranges or ())
        rows = source.to_python(skip_empty_area=False)
    return Sheet.of(nfc(name), rows, Extras(extras.formats, extras.errors, merges or extras.merges))


def _check_reach(file: str, sheet: str, last: Position) -> None:
    """A stray cell far out makes a sheet of thousands of millions of cells, all of them held in memory."""
    count = (last[0] + 1) * (last[1] + 1)
    if count > MAX_CELLS:
        raise refusal(file, finding("bang-qua-lon", sheet, so_o=count, o=address(sheet, last)))


@contextmanager
def _looking(file: str) -> Iterator[None]:
    """What a look at a file may meet, said in Vietnamese."""
    try:
        yield
    except EncryptedError:
        raise refusal(file, finding("tep-ma-hoa")) from None
    except UnsoundError:
        raise refusal(file, _DAMAGED) from None


@contextmanager
def _reading(file: str) -> Iterator[None]:
    """Whatever calamine says of a damaged file, staff hear that it is damaged."""
    try:
        yield
    except calamine.PasswordError:
        raise refusal(file, finding("tep-ma-hoa")) from None
    except BaseException as error:
        # A Rust panic is no Exception, and its class cannot be imported; a date out of range is an OverflowError.
        known = isinstance(error, calamine.CalamineError | ValueError | ArithmeticError)
        if known or type(error).__name__ == "PanicException":
            raise refusal(file, _DAMAGED) from None
        raise


_DAMAGED = finding("tep-hong", ly_do="cấu trúc bên trong không nguyên vẹn")
