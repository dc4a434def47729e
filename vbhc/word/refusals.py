"""Why an Office file is not opened: what is no DOCX, what is dangerous, and what is damaged, each with its advice."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from vbhc.errors import PackageError
from vbhc.findings import Finding, Location, Severity
from vbhc.word.archive import MAX_FILE, ArchiveError, LockedError, OversizedError, Packed, list_zip, read_packed
from vbhc.word.relationships import owner_of, read_relationships, rels_part
from vbhc.word.xmltree import parse_xml

CONTENT_TYPES_PART = "[Content_Types].xml"
DOCUMENT_PART = "word/document.xml"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MACROS = re.compile(rb"vbaProject|macroEnabled", re.IGNORECASE)
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_SAFE_EXTERNAL = frozenset({"hyperlink"})


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason to refuse a file: ``code`` and ``slug`` never change, ``hint`` says how to get an acceptable file."""

    code: str
    slug: str
    hint: str

    def finding(self, message: str, place: str = "") -> Finding:
        """The finding for one case of it."""
        return Finding(self.code, self.slug, Severity.ERROR, message, self.hint, Location(place))


UNREADABLE = Refusal("TW001", "khong-doc-duoc", "kiểm tra lại đường dẫn và quyền đọc tệp")
NOT_DOCX = Refusal("TW002", "khong-phai-docx", "mở tệp bằng Word rồi lưu lại dạng Word Document (.docx)")
ENCRYPTED = Refusal("TW003", "co-mat-khau", "mở bằng Word, bỏ mật khẩu (Info > Protect Document) rồi lưu lại")
OVERSIZED = Refusal("TW004", "qua-gioi-han", "bỏ bớt ảnh hoặc chia nhỏ tệp; tệp không rõ nguồn gốc thì không nên mở")
DAMAGED = Refusal("TW005", "tep-hong", "mở tệp bằng Word để sửa rồi lưu lại, hoặc xin lại tệp gốc")
BAD_NAMES = Refusal(
    "TW006", "ten-phan-sai", "mở tệp bằng Word rồi lưu lại; nếu tệp không rõ nguồn gốc thì không nên mở"
)
MACROS = Refusal("TW007", "co-macro", "lưu lại dạng Word Document (.docx), không phải .docm hay .dotm")
DTD = Refusal("TW008", "co-dtd", "tệp Word không bao giờ có khai báo này; mở bằng Word rồi lưu lại")
EXTERNAL = Refusal(
    "TW009", "lien-ket-ngoai", "gỡ liên kết trong Word (File > Info > Edit Links; Developer > Document Template)"
)

_REASONS: Mapping[type[ArchiveError], Refusal] = {OversizedError: OVERSIZED, LockedError: ENCRYPTED}


def read_parts(source: bytes | str | Path, *, for_reading: bool = False) -> dict[str, tuple[Packed, bytes]]:
    """Every part of a DOCX, as packed and as content; raises `PackageError` with all reasons for a refusal.

    ``for_reading``: links to other files are no reason, nor is a body under another name than Word gives it.
    """
    name = None if isinstance(source, bytes) else Path(source).name
    data = _read_file(source)
    _refuse(name, _not_a_zip(data))
    packed = _read_container(name, data)
    _refuse(name, list(_bad_listing([part.name for part in packed], for_reading=for_reading)))
    parts = {part.name: (part, _unpack(name, part)) for part in packed}
    contents = {key: content for key, (_, content) in parts.items()}
    _refuse(name, list(_bad_contents(contents, for_reading=for_reading)))
    _refuse(name, list(_no_body(contents)) if for_reading else [])
    return parts


def main_part(contents: Mapping[str, bytes]) -> str:
    """The part that the package names as its document; "word/document.xml" when it names none."""
    links = contents.get(rels_part(""))
    named = (link for link in read_relationships("", links) if link.kind == "officeDocument") if links else ()
    return next((link.target for link in named if link.target in contents), DOCUMENT_PART)


def _refuse(file: str | None, findings: Sequence[Finding]) -> None:
    if findings:
        raise _refusal(file, *findings)


def _refusal(file: str | None, *findings: Finding) -> PackageError:
    located = (replace(found, location=Location(found.location.place, file)) for found in findings)
    return PackageError.from_findings(f"Không nhận tệp {f'«{file}»' if file else 'Word'}:", *located)


def _read_file(source: bytes | str | Path) -> bytes:
    if isinstance(source, bytes):
        return source
    path = Path(source)
    try:
        if path.stat().st_size > MAX_FILE:
            _refuse(path.name, [OVERSIZED.finding(f"tệp lớn hơn {MAX_FILE >> 20} MB")])
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise _refusal(path.name, UNREADABLE.finding(_why(error))) from error


def _why(error: OSError | ValueError) -> str:
    known: dict[type[Exception], str] = {
        FileNotFoundError: "không có tệp này",
        IsADirectoryError: "đây là thư mục, không phải tệp",
    }
    return known.get(type(error), "không được phép đọc, hoặc đường dẫn sai")


def _not_a_zip(data: bytes) -> list[Finding]:
    if not data:
        return [DAMAGED.finding("tệp rỗng, không có nội dung nào")]
    if len(data) > MAX_FILE:
        return [OVERSIZED.finding(f"tệp lớn hơn {MAX_FILE >> 20} MB")]
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return [ENCRYPTED.finding("tệp có mật khẩu")]
        return [NOT_DOCX.finding("đây là tệp Word đời cũ (.doc) hoặc một tệp Office đời cũ khác")]
    if not data.startswith(b"PK"):
        return [NOT_DOCX.finding("nội dung không phải là một tệp .docx")]
    return []


def _read_container(file: str | None, data: bytes) -> list[Packed]:
    try:
        return list(read_packed(data, list_zip(data)))
    except ArchiveError as error:
        raise _refusal(file, _reason(error)) from error


def _unpack(file: str | None, part: Packed) -> bytes:
    try:
        return part.unpack()
    except ArchiveError as error:
        raise _refusal(file, _reason(error)) from error


def _reason(error: ArchiveError) -> Finding:
    return _REASONS.get(type(error), DAMAGED).finding(str(error))


def _bad_listing(names: Sequence[str], *, for_reading: bool) -> Iterator[Finding]:
    for lowered, times in Counter(name.lower() for name in names).items():
        if times > 1:
            yield BAD_NAMES.finding(f'phần "{lowered}" có {times} lần')
    for name in names:
        if _leaves_package(name):
            yield BAD_NAMES.finding(f'tên phần "{name}" trỏ ra ngoài gói')
    for needed in (CONTENT_TYPES_PART,) if for_reading else (CONTENT_TYPES_PART, DOCUMENT_PART):
        if needed not in names:
            yield NOT_DOCX.finding(f'thiếu phần "{needed}", tức không phải là văn bản Word')


def _leaves_package(name: str) -> bool:
    return "\\" in name or ":" in name or name.startswith("/") or posixpath.normpath(name) != name or ".." in name


def _bad_contents(contents: Mapping[str, bytes], *, for_reading: bool) -> Iterator[Finding]:
    if any("vbaproject" in name.lower() for name in contents) or _MACROS.search(contents[CONTENT_TYPES_PART]):
        yield MACROS.finding("tệp có macro")
    for name, data in contents.items():
        if is_xml(name):
            yield from _bad_xml(name, data, for_reading=for_reading)


def _no_body(contents: Mapping[str, bytes]) -> Iterator[Finding]:
    name = main_part(contents)
    if name not in contents:
        yield NOT_DOCX.finding(f'thiếu phần "{name}", tức không phải là văn bản Word')
    elif not is_xml(name) or etree.QName(parse_xml(contents[name])).localname != "document":
        yield NOT_DOCX.finding("phần chính của tệp không phải là văn bản Word", f"phần {name}")


def is_xml(name: str) -> bool:
    """Whether a part of this name holds XML."""
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _bad_xml(name: str, data: bytes, *, for_reading: bool) -> Iterator[Finding]:
    if _DTD.search(data):
        yield DTD.finding("có khai báo DTD hoặc thực thể XML", f"phần {name}")
        return
    try:
        root = parse_xml(data)
    except etree.XMLSyntaxError:
        yield DAMAGED.finding("nội dung XML không đọc được", f"phần {name}")
        return
    if root.getroottree().docinfo.internalDTD is not None:  # one that another encoding hid from the search above
        yield DTD.finding("có khai báo DTD hoặc thực thể XML", f"phần {name}")
    elif name.lower().endswith(".rels") and not for_reading:
        yield from _bad_links(name, data)


def _bad_links(name: str, data: bytes) -> Iterator[Finding]:
    for link in read_relationships(owner_of(name), data):
        if link.external and link.kind not in _SAFE_EXTERNAL:
            message = f'có liên kết ra ngoài loại "{link.kind}" tới "{link.target}"'
            yield EXTERNAL.finding(message, f"phần {owner_of(name)}")
