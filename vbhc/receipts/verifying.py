"""A receipt held against the document and the workbooks as they are now: which numbers no longer hold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from vbhc.draft.unreadable import unreadable
from vbhc.errors import reason_of
from vbhc.findings import Finding, Location, Report, Severity
from vbhc.receipts.books import Books
from vbhc.receipts.form import Phieu, Tep
from vbhc.receipts.here import Here
from vbhc.receipts.texts import texts_of


@dataclass(frozen=True, slots=True)
class Verification:
    """How many numbers have a source, how many of them hold, how many cannot be told; what is to be said of them."""

    tong: int
    con_dung: int
    khong_ro: int
    report: Report


def verify(
    docx: str | Path, phieu: Phieu, folder: Path, so_lieu: Mapping[str, str | Path] | None = None
) -> Verification:
    """What of ``phieu``, which lies in ``folder``, still holds of the file ``docx`` and of the workbooks.

    ``so_lieu``: where workbooks lie now, by their names in the bản thảo; the others are looked for where they lay.
    Raises `UnreadableDocumentError` for a document that is not there, `PackageError` for one that cannot be read.
    """
    paths = [Path(docx), *(folder / it.tep for it in phieu.van_ban[1:])]
    here = Here.of([text for path in paths for text in texts_of(_bytes_of(path))], phieu.doan)
    books = Books.opened(phieu, folder, so_lieu or {})
    findings = [*books.findings]
    held = unclear = 0
    for number in phieu.so:
        wrong = [] if number.doan is None else [*here.missing(number.in_ra, number.doan)]
        told = books.can_tell(number)
        wrong += books.changed(number) if told else ()
        held += told and not wrong
        unclear += not told and not wrong
        findings += wrong
    for table in phieu.bang:
        findings += books.changed(table) if books.can_tell(table) else ()
    for typed in phieu.ghi_tay:
        findings += here.missing(typed.in_ra, typed.doan)
    findings += _drifted(phieu.ban_thao, folder)
    return Verification(len(phieu.so), held, unclear, Report.of(dict.fromkeys(findings)))


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable("khong-doc-duoc", path.name, reason_of(error), "kiểm tra lại đường dẫn") from None


def _drifted(ban_thao: Tep | None, folder: Path) -> Iterator[Finding]:
    """A hint when the bản thảo is another one now."""
    if ban_thao is None:
        return
    try:
        same = hashlib.sha256((folder / ban_thao.tep).read_bytes()).hexdigest() == ban_thao.sha256
    except OSError:
        return  # it need not be there
    if not same:
        message, hint = "bản thảo đã sửa sau khi tạo văn bản", "tạo lại văn bản nếu cần"
        yield Finding("XM004", "ban-thao-da-sua", Severity.HINT, message, hint, Location(file=ban_thao.tep))
