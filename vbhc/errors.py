"""The one small tree of exceptions: raised only when going on is impossible, each with its report.

Messages are Vietnamese: they reach staff as they are.
"""

from __future__ import annotations

import errno
from typing import Self

from vbhc.findings import Finding, Report


class VbhcError(Exception):
    """Root of all errors of this library; ``report`` holds every problem that was found, not the first only."""

    def __init__(self, message: str, *, report: Report | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.report = report or Report()

    @classmethod
    def from_findings(cls, message: str, *findings: Finding) -> Self:
        """An error whose report holds ``findings``."""
        return cls(message, report=Report(findings))

    def __str__(self) -> str:
        return "\n".join(part for part in (self.message, str(self.report)) if part)


class InputError(VbhcError, ValueError):
    """A document, given as objects or JSON, does not say what a văn bản needs."""


class DataError(VbhcError):
    """A workbook or CSV cannot be read at all: as indicators, as tasks, or as the table that it should hold."""


class TextError(VbhcError, ValueError):
    """A piece of text (number, date, ký hiệu) cannot be read, or can be read in two ways."""


class PackageError(VbhcError):
    """An Office file is refused: not a DOCX, encrypted, oversized, macro-bearing or damaged."""


class TemplateError(VbhcError):
    """A Word template cannot be compiled, or a document cannot be rendered with it."""


class PackError(VbhcError):
    """A template pack is missing, or its manifest is wrong."""


class CheckError(VbhcError):
    """A văn bản that was to be issued breaks the decree as it would be printed; nothing was written."""


class OutputError(VbhcError):
    """A result cannot be put where it was asked for; nothing was written."""


_REASONS: dict[type[OSError], str] = {
    FileNotFoundError: "không có tệp hoặc thư mục này",
    FileExistsError: "đã có tệp khác mang tên này",
    IsADirectoryError: "đây là thư mục, không phải tệp",
    NotADirectoryError: "một phần của đường dẫn không phải thư mục",
    PermissionError: "không có quyền mở hoặc ghi",
}
_REASONS_BY_NUMBER = {
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENAMETOOLONG: "tên tệp quá dài",
}


def reason_of(error: OSError) -> str:
    """Why the operating system refuses a file, in Vietnamese."""
    return _REASONS_BY_NUMBER.get(error.errno or 0) or _REASONS.get(type(error), "hệ điều hành không cho")
