"""A văn bản as a file or standard input gives it: bytes to text, JSON, YAML or a bản thảo to plain data."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from vbhc.draft.ban_thao import Written, is_ban_thao, read_ban_thao
from vbhc.draft.filling import fill_in, with_tags
from vbhc.draft.json_text import read_json
from vbhc.draft.marking import Marking
from vbhc.draft.own_fields import with_own_fields
from vbhc.draft.so_lieu import load_so_lieu, sources_of
from vbhc.draft.sources import Origins
from vbhc.draft.unreadable import STDIN, unreadable
from vbhc.draft.yaml_text import read_yaml
from vbhc.errors import InputError, TemplateError, reason_of
from vbhc.findings import Finding, Location, Report
from vbhc.indicators import BangChiTieu
from vbhc.model import VanBan, read_van_ban
from vbhc.text.spelling import find_reserved

BAN_THAO = ".md"
_FIELD = re.compile(r"(?:dòng \d+, )?(?:cột \d+, )?(?P<name>\w+)")
_NOTHING: Mapping[str, str] = MappingProxyType({})
_NO_NAMES: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class FilledDraft:
    """The plain data of a văn bản; ``report``: what is doubtful in its text, for a look.

    ``name``, ``lines``, ``columns``: the file, and where each field and block begins in it, as far as that is known.
    """

    data: object
    report: Report = field(default_factory=Report)
    name: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)
    columns: Mapping[str, int] = field(default_factory=dict)
    is_text: bool = False

    def van_ban(self) -> VanBan:
        """The văn bản; raises `InputError`, which names the lines of a bản thảo or a document in YAML."""
        try:
            return read_van_ban(self.data)
        except InputError as error:
            if not self.lines:
                raise
            told = (with_own_fields(it, self.data) if self.is_text else it for it in error.report)
            raise InputError(error.message, report=Report.of(map(self._with_line, told))) from None

    def _with_line(self, finding: Finding) -> Finding:
        place = finding.location.place
        begins = max((start for start in self.lines if _leads(start, place)), key=len, default=None)
        if begins is None:
            return replace(finding, location=Location(place, self.name))
        column = self.columns.get(begins, 1)
        spot = f"dòng {self.lines[begins]}" + (f", cột {column}" if column > 1 else "")
        return replace(finding, location=Location(f"{spot}, {place}", self.name))


def _leads(start: str, place: str) -> bool:
    """Whether ``place``, a path and its titles, is at or below the path ``start``."""
    return place.startswith(start) and place[len(start) :][:1] in ("", ".", "[", " ")


class UsedFile(NamedTuple):
    """A file that was read, and the SHA-256 of what was in it."""

    path: Path
    sha256: str

    @classmethod
    def of(cls, path: Path, data: bytes) -> UsedFile:
        """The file in which ``data`` was."""
        return cls(path, sha256(data).hexdigest())


@dataclass(frozen=True, slots=True)
class Draft:
    """A văn bản as somebody wrote it, and the workbooks by name that its tags are filled in from.

    ``source``, ``workbooks``: the files of both; ``None`` for standard input.
    """

    written: Written
    so_lieu: Mapping[str, BangChiTieu] = field(default_factory=dict)
    source: UsedFile | None = None
    workbooks: Mapping[str, UsedFile] = field(default_factory=dict)

    def fill(self, names: Mapping[str, object] = _NO_NAMES, *, danh_so_lai: bool = False) -> FilledDraft:
        """The data of the văn bản; ``names``: what tags may use besides the workbooks, such as the row of a letter.

        Raises `UnreadableDocumentError`, `TemplateError`.
        """
        return self._filled(names, danh_so_lai, None)

    def fill_marked(
        self, names: Mapping[str, object] = _NO_NAMES, *, danh_so_lai: bool = False
    ) -> tuple[FilledDraft, Marking]:
        """The same data with every value from a workbook marked, and the source of each by the key in its marks."""
        marking = Marking(Origins(self.so_lieu))
        return self._filled(names, danh_so_lai, marking), marking

    def _filled(self, names: Mapping[str, object], danh_so_lai: bool, marking: Marking | None) -> FilledDraft:
        written = self.written
        if not written.is_text:
            return FilledDraft(written.fields, Report(), written.name, written.field_lines, written.field_columns)
        try:
            made = fill_in(written, {**self.so_lieu, **names}, danh_so_lai=danh_so_lai, marking=marking)
        except TemplateError as error:
            raise TemplateError(error.message, report=error.report + self._front_problems()) from None
        return FilledDraft(made.data, made.report, written.name, made.lines, written.field_columns, is_text=True)

    def _front_problems(self) -> Report:
        """What is wrong with the fields above the text, as far as that can be told while tags cannot be filled in."""
        written = self.written
        known = {name: held for name, held in written.fields.items() if name not in ("so_lieu", "phu_luc")}
        data = {**known, "noi_dung": [{"loai": "doan", "noi_dung": "…"}]}
        unread = {str(path[0]) for path, _ in with_tags(known)}
        try:
            FilledDraft(
                data, Report(), written.name, written.field_lines, written.field_columns, is_text=True
            ).van_ban()
        except InputError as error:
            return Report.of(it for it in error.report if it.code == "VB001" and not _of_one(it, unread))
        return Report()


def _of_one(finding: Finding, fields: Container[str]) -> bool:
    """Whether a finding is of one of these fields."""
    found = _FIELD.match(finding.location.place)
    return found is not None and found["name"] in fields


def open_draft(source: str, given: Mapping[str, str] = _NOTHING, *, fields: Mapping[str, str] = _NOTHING) -> Draft:
    """The văn bản in the file ``source`` ("-": standard input), its workbooks loaded, or those ``given`` instead.

    ``fields``: values that stand instead of what the document says, by their paths ("nguoi_ky.ho_ten"). Raises
    `UnreadableDocumentError`, `DataError`.
    """
    data = _bytes_of(source)
    written = _written(data, source, fields)
    used = None if source == "-" else UsedFile.of(Path(source), data)
    if not written.is_text:
        return Draft(written, source=used)
    so_lieu = load_so_lieu(written.fields, _folder(source), written.name, given)
    paths = sources_of(written.fields, _folder(source), written.name, given)
    return Draft(
        written, so_lieu, used, {ten: UsedFile.of(path, path.read_bytes()) for ten, (path, _) in paths.items()}
    )


def workbooks_of(
    source: str, given: Mapping[str, str] = _NOTHING, *, fields: Mapping[str, str] = _NOTHING
) -> tuple[Path, ...]:
    """The files that `open_draft` would load, whether they can be read or not; raises `UnreadableDocumentError`."""
    written = _written(_bytes_of(source), source, fields)
    if not written.is_text:
        return ()
    return tuple(path for path, _ in sources_of(written.fields, _folder(source), written.name, given).values())


def _written(data: bytes, source: str, fields: Mapping[str, str]) -> Written:
    name = _name_of(source)
    text = _decode(data, name)
    suffix = Path(source).suffix.lower()
    if suffix in _READERS or (suffix != BAN_THAO and not is_ban_thao(text)):
        return _with_given(_fields_in(text, source, name), fields)
    return _with_given(read_ban_thao(text, name), fields)


def _folder(source: str) -> Path:
    return Path("." if source == "-" else source).parent


def _with_given(written: Written, fields: Mapping[str, str]) -> Written:
    """``written`` with other values at some paths, which stand on no line of it."""
    lines = {path: line for path, line in written.field_lines.items() if not any(_leads(it, path) for it in fields)}
    return replace(written, fields=with_fields(written.fields, fields, written.name), field_lines=lines)


def with_fields(data: Any, fields: Mapping[str, str], name: str) -> Any:
    """``data`` with other values at some paths; raises `UnreadableDocumentError` where a path leads into no group."""
    for path, value in fields.items():
        data = _set(data, path.split("."), value, path, name)
    return data


def _set(data: Any, steps: Sequence[str], value: str, path: str, name: str) -> Any:
    if find_reserved(value):
        raise unreadable("sai-cu-phap", name, f"`{path}` có ký tự không dùng được", "xóa ký tự này trong --set")
    if not steps:
        return value
    if data is not None and not isinstance(data, dict):
        message = f"không đặt được `{path}`: phía trên «{steps[0]}» không phải một nhóm trường"
        raise unreadable("sai-cu-phap", name, message, "xem lại tên trường")
    held = data or {}
    return {**held, steps[0]: _set(held.get(steps[0]), steps[1:], value, path, name)}


def _fields_in(text: str, source: str, name: str) -> Written:
    looks_like = _json if text.lstrip().startswith(("{", "[")) else _yaml
    return _READERS.get(Path(source).suffix.lower(), looks_like)(text, name)


def _json(text: str, name: str) -> Written:
    return Written(name, read_json(text, name))


def _yaml(text: str, name: str) -> Written:
    read = read_yaml(text, name)
    return Written(name, read.data, (), read.lines, read.columns)


_READERS = {".json": _json, ".yaml": _yaml, ".yml": _yaml}


def _name_of(source: str) -> str:
    return STDIN if source == "-" else Path(source).name


def _bytes_of(source: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise unreadable("khong-doc-duoc", _name_of(source), reason_of(error), "kiểm tra lại đường dẫn") from None


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
