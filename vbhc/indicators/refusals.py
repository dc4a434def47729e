"""Findings of a whole file: why it cannot be read, or that each of them is of this file."""

from __future__ import annotations

from vbhc.errors import DataError
from vbhc.findings import Finding, Location, Report


def refusal(file: str, *findings: Finding) -> DataError:
    """The error that says why ``file`` gives no table, with everything that was found."""
    return DataError(f"Không đọc được bảng từ {file}", report=in_file(file, findings))


def aliases_refusal(file: str, *findings: Finding) -> DataError:
    """The error that says why ``file`` gives no names of agencies."""
    return DataError(f"Không đọc được danh mục tên cơ quan (--aliases) từ {file}", report=in_file(file, findings))


def in_file(file: str, findings: tuple[Finding, ...] | list[Finding]) -> Report:
    """The findings, each said to be of ``file``."""
    return Report.of(
        Finding(f.code, f.slug, f.severity, f.message, f.hint, Location(f.location.place, file)) for f in findings
    )
