"""From a file on disk to a table of indicators or of tasks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias, TypeVar

from vbhc.findings import Finding, Report
from vbhc.indicators.bang import BangChiTieu
from vbhc.indicators.bang_nhiem_vu import BangNhiemVu
from vbhc.indicators.building import build
from vbhc.indicators.co_quan import DanhBa, load_danh_ba
from vbhc.indicators.defects import finding
from vbhc.indicators.header import Header, find_header, why_no_header
from vbhc.indicators.kinds import INDICATORS, TASKS, TableKind
from vbhc.indicators.refusals import in_file, refusal
from vbhc.indicators.selections import Nguon
from vbhc.indicators.sheet import Sheet
from vbhc.indicators.source import Built
from vbhc.indicators.task_building import build_tasks
from vbhc.indicators.workbook import Workbook, open_workbook

R = TypeVar("R")
Build: TypeAlias = Callable[[Sheet, Header, DanhBa], Built[R]]


class _Asked(NamedTuple):
    """Which sheet and which columns the caller wants, as `load_indicators` tells."""

    sheet: str | None
    columns: Mapping[str, str]
    aliases: str | Path | None


def load_indicators(
    path: str | Path,
    *,
    sheet: str | None = None,
    columns: Mapping[str, str] | None = None,
    aliases: str | Path | None = None,
) -> BangChiTieu:
    """The indicators of a workbook (.xlsx, .xls, .ods) or a CSV file (UTF-8), each value with its cell.

    ``sheet`` names the sheet; without it the first visible one with a header of indicators is read. ``columns`` ties
    fields (``ma ten nhom don_vi_tinh muc_tieu thuc_hien danh_gia chu_tri phoi_hop ghi_chu``) to column labels where the
    labels do not tell. ``aliases`` is a TOML file of agency names, in the form of the ``co_quan.toml`` that ships with
    the library, whose entries go before those.

    What is doubtful or wrong in the cells is in ``findings`` of the result. Raises `DataError` when there is nothing
    to read: no such file or sheet, damaged, encrypted, in a legacy encoding, no header row.
    """
    built, nguon, findings = _load(Path(path), INDICATORS, build, _Asked(sheet, columns or {}, aliases))
    return BangChiTieu(built.values, nguon, findings, built.source)


def load_tasks(
    path: str | Path,
    *,
    sheet: str | None = None,
    columns: Mapping[str, str] | None = None,
    aliases: str | Path | None = None,
) -> BangNhiemVu:
    """The tasks of a plan, each text with its cell; a cell merged over several rows is the text of each of them.

    Files, ``sheet``, ``columns`` (of the fields ``ma ten nhom nhiem_vu chu_tri phoi_hop ket_qua thoi_gian ghi_chu``),
    ``aliases``, findings and refusals are as with `load_indicators`. A row under an indicator that has neither number
    nor name of its own is one more task of it. In a table without a column of indicators, the number is the task's.
    """
    built, nguon, findings = _load(Path(path), TASKS, build_tasks, _Asked(sheet, columns or {}, aliases))
    return BangNhiemVu(built.values, nguon, findings, built.source)


def _load(path: Path, kind: TableKind, build: Build[R], asked: _Asked) -> tuple[Built[R], Nguon, Report]:
    danh_ba = load_danh_ba(asked.aliases)
    workbook = open_workbook(path)
    _check_fields(workbook.file, kind, asked.columns)
    page, header, note = _pick(workbook, kind, asked)
    built = build(page, header, danh_ba)
    return built, Nguon(workbook.file, page.name), in_file(workbook.file, (*note, *built.findings))


def _check_fields(file: str, kind: TableKind, wanted: Mapping[str, str]) -> None:
    unknown = [name for name in wanted if name not in kind.fields]
    if unknown:
        fields = ", ".join(kind.fields)
        raise refusal(file, *(finding("truong-khong-co", ten=name, cac_truong=fields) for name in unknown))


def _pick(workbook: Workbook, kind: TableKind, asked: _Asked) -> tuple[Sheet, Header, tuple[Finding, ...]]:
    """The sheet to read, its header, and a word on the sheets that were passed over."""
    wanted = asked.columns
    if asked.sheet is not None:
        page = workbook.read(workbook.find(asked.sheet))
        header = find_header(page, kind, wanted, strict=False)
        if header is None:
            raise refusal(workbook.file, *why_no_header(page, kind, wanted))
        return page, header, ()
    reasons: list[Finding] = []
    for candidate in workbook.names:
        page = workbook.read(candidate)
        header = find_header(page, kind, wanted, strict=len(workbook.names) > 1)
        if header:
            return page, header, workbook.others(candidate)
        reasons += why_no_header(page, kind, wanted)
    raise refusal(workbook.file, *reasons)
