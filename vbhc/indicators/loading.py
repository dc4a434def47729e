"""From a file on disk to a table of indicators: the one way in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from vbhc.findings import Finding
from vbhc.indicators.bang import BangChiTieu, Nguon
from vbhc.indicators.building import build
from vbhc.indicators.co_quan import load_danh_ba
from vbhc.indicators.columns import FIELDS
from vbhc.indicators.defects import finding, in_file, refusal
from vbhc.indicators.header import Header, find_header, why_no_header
from vbhc.indicators.sheet import Sheet
from vbhc.indicators.workbook import Workbook, open_workbook


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
    danh_ba = load_danh_ba(aliases)
    workbook = open_workbook(Path(path))
    wanted = dict(columns or {})
    _check_fields(workbook.file, wanted)
    page, header, note = _pick(workbook, sheet, wanted)
    chi_tieu, findings = build(page, header, danh_ba)
    return BangChiTieu(chi_tieu, Nguon(workbook.file, page.name), in_file(workbook.file, (*note, *findings)))


def _check_fields(file: str, wanted: Mapping[str, str]) -> None:
    unknown = [name for name in wanted if name not in FIELDS]
    if unknown:
        fields = ", ".join(FIELDS)
        raise refusal(file, *(finding("truong-khong-co", ten=name, cac_truong=fields) for name in unknown))


def _pick(workbook: Workbook, name: str | None, wanted: Mapping[str, str]) -> tuple[Sheet, Header, tuple[Finding, ...]]:
    """The sheet to read, its header, and a word on the sheets that were passed over."""
    if name is not None:
        page = workbook.read(workbook.find(name))
        header = find_header(page, wanted, strict=False)
        if header is None:
            raise refusal(workbook.file, *why_no_header(page, wanted))
        return page, header, ()
    reasons: list[Finding] = []
    for candidate in workbook.names:
        page = workbook.read(candidate)
        header = find_header(page, wanted, strict=len(workbook.names) > 1)
        if header:
            return page, header, _others(workbook, candidate)
        reasons += why_no_header(page, wanted)
    raise refusal(workbook.file, *reasons)


def _others(workbook: Workbook, used: str) -> tuple[Finding, ...]:
    rest = [name for name in workbook.names if name != used]
    said = ", ".join(f'"{name}"' for name in rest)
    return (finding("con-trang-tinh-khac", used, dung=used, con_lai=said),) if rest else ()
