"""What each row under the header is: a group, an indicator, a sub-row of one, or nothing of these."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from vbhc.indicators.chi_tieu import NO_GROUP, NhomChiTieu
from vbhc.indicators.columns import looks_like_label
from vbhc.indicators.header import Header, first_row
from vbhc.indicators.sheet import Cell, Sheet
from vbhc.text.spelling import fold_ascii


class Kind(Enum):
    """What a row is."""

    GROUP = "group"
    INDICATOR = "indicator"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Line:
    """One row that says something: its code as written in this very row, its name, and whether it holds values.

    ``heading``: its only text stands in the column of the codes.
    """

    row: int
    code: Cell
    ma: str
    ten: str
    has_values: bool
    nhom: str = ""
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An indicator's row with the rows under it that have no code of their own.

    ``headings`` are the rows of the groups it stands in, the outermost first.
    """

    line: Line
    nhom: NhomChiTieu
    parts: tuple[Line, ...] = ()
    headings: tuple[int, ...] = ()


CODE = re.compile(r"(?:[0-9]+(?:\.[0-9]+)*|[IVXLC]+|[A-ZĐ])[.)]?")
_CODE_AND_NAME = re.compile(rf"({CODE.pattern})[.)\s]\s*(\S.*)")
_HEADING_CODE = re.compile(r"[IVXLC]+|[A-ZĐ]")
_WAYS = {"1": re.compile(r"[0-9.]+"), "I": re.compile(r"[IVX]|[IVXLC]{2,}"), "A": re.compile(r"[A-ZĐ]")}
_BULLET = re.compile(r"[-–+*•]*")
_LETTER = re.compile(r"[a-zđ]")
_TOTAL = re.compile(r"(?:tong cong|tong|cong)\b.{0,3}")
_NOTE = re.compile(r"(?:ghi chu|trong do|nguon|bao gom)\b.*")
_MEASURED = ("muc_tieu", "thuc_hien", "danh_gia")


def read_lines(sheet: Sheet, header: Header) -> list[Line]:
    """The rows under the header, empty ones and repetitions of the header left out."""
    label = header.labels[header.columns["ten"]]
    rows = range(first_row(sheet, header), len(sheet.rows))
    lines = (read_line(sheet, header, row, values=_has_values(sheet, header, row)) for row in rows)
    return [line for line in lines if line and line.ten != label]


def read_line(sheet: Sheet, header: Header, row: int, *, values: bool) -> Line | None:
    """The row as a line, ``None`` when it has neither code nor name; ``values``: whether it holds any."""
    columns = header.columns
    code = sheet.cell(row, columns["ma"]) if "ma" in columns else Cell(sheet.name, (row, columns["ten"]))
    ma, ten = code_of(code), sheet.resolved(row, columns["ten"]).text
    nhom = sheet.resolved(row, columns["nhom"]).text if "nhom" in columns else ""
    if ten or CODE.fullmatch(ma):
        return Line(row, code, ma, ten, values, nhom)
    # A heading merged across the table stands in the column of the codes.
    split = _CODE_AND_NAME.fullmatch(ma)
    ma, ten = (split[1].rstrip(".)"), split[2]) if split else ("", ma)
    return Line(row, code, ma, ten, values, heading=True) if ten else None


def _has_values(sheet: Sheet, header: Header, row: int) -> bool:
    """Whether the row is more than a heading; labels that a heading repeats over the columns are no values."""
    measured = [sheet.resolved(row, header.columns[name]) for name in _MEASURED if name in header.columns]
    lead = header.columns.get("chu_tri")
    # A lead agency is often merged over many rows, headings among them.
    if lead is not None and (row + 1, lead) not in sheet.covered:
        measured.append(sheet.cell(row, lead))
    baselines = [sheet.resolved(row, column) for column in header.moc]
    return any(not cell.empty for cell in measured) or any(
        not cell.empty and not looks_like_label(cell.text) for cell in baselines
    )


def code_of(cell: Cell) -> str:
    """The code without its closing mark; bullets are no codes; a date is what Excel made of "1.2"."""
    if isinstance(cell.value, datetime.date):
        return f"{cell.value.day}.{cell.value.month}"
    text = cell.text.replace(",", ".") if cell.number is not None else cell.text
    text = text.rstrip(".)") if CODE.fullmatch(text) or len(text) == 2 else text
    return "" if _BULLET.fullmatch(text) else text


def entries(lines: Sequence[Line]) -> Iterator[Entry]:
    """The indicators with their groups and sub-rows, in order."""
    outline = _Outline()
    current: Line | None = None
    parts: list[Line] = []
    for line, kind in _kinds(lines):
        if kind is Kind.PART:
            parts.append(line)
            continue
        if current:
            yield outline.entry(current, parts)
        current, parts = None, []
        if kind is Kind.GROUP:
            outline.enter(line)
        else:
            current = line
    if current:
        yield outline.entry(current, parts)


@dataclass(slots=True)
class _Outline:
    """The groups met so far, the latest, and the chain of headings that leads to it."""

    groups: dict[str, NhomChiTieu] = field(default_factory=dict)
    latest: NhomChiTieu = NO_GROUP
    path: tuple[Line, ...] = ()

    def enter(self, line: Line) -> None:
        """Begin a group, in place of the last heading that is numbered in its way ("II" after "I", "4" after "3.7")."""
        self.latest = self.groups[line.ma] = NhomChiTieu(line.ma, line.ten)
        ways = [_numbering(heading.ma) for heading in self.path]
        way = _numbering(line.ma)
        self.path = (*self.path[: ways.index(way) if way in ways else len(ways)], line)

    def entry(self, line: Line, parts: Sequence[Line]) -> Entry:
        """The indicator in its group; a heading that its code has left ("3.7" for "3.8") is none of its own."""
        headings = tuple(it.row for it in self.path if "." not in it.ma or line.ma.startswith(it.ma + "."))
        return Entry(line, _group_of(line, self.groups, self.latest), tuple(parts), headings)


def _numbering(ma: str) -> str:
    """What two codes of one level have in common; headings without a code are of one level too."""
    for way, pattern in _WAYS.items():
        if pattern.fullmatch(ma):
            return way + "." * ma.count(".")
    return "" if not ma else "other"


def _group_of(line: Line, groups: dict[str, NhomChiTieu], latest: NhomChiTieu) -> NhomChiTieu:
    """The group in the column for it; else the latest, unless the code has left it again (group "3.7", code "3.8")."""
    if line.nhom:
        return NhomChiTieu("", line.nhom)
    if "." in latest.ma and not line.ma.startswith(latest.ma + "."):
        return groups.get(line.ma.rpartition(".")[0], NO_GROUP)
    return latest


def _kinds(lines: Sequence[Line]) -> Iterator[tuple[Line, Kind]]:
    """Each line with its kind; lines that are none (a note, a total, a signature) are left out."""
    next_codes = _next_codes(lines)
    parent: Line | None = None
    for i, line in enumerate(lines):
        following = lines[i + 1] if i + 1 < len(lines) else None
        if _is_group(line, following, next_codes[i], parent):
            parent = None
            yield line, Kind.GROUP
        elif line.ma and not _is_lettered_part(line, parent):
            parent = line
            yield line, Kind.INDICATOR
        elif line.has_values and not _TOTAL.fullmatch(fold_ascii(line.ten)):
            yield line, Kind.PART if parent else Kind.INDICATOR


def _next_codes(lines: Sequence[Line]) -> list[str]:
    """For each line the code of the next line that has one."""
    codes, latest = [""] * len(lines), ""
    for i in range(len(lines) - 1, -1, -1):
        codes[i] = latest
        latest = lines[i].ma or latest
    return codes


def _is_group(line: Line, following: Line | None, next_code: str, parent: Line | None) -> bool:
    """A row without values that heads others: "3" before "3.1", "II", or a title without a code."""
    if line.has_values or following is None:
        return False
    if line.ma:
        return bool(_HEADING_CODE.fullmatch(line.ma)) or next_code.startswith(line.ma + ".")
    in_names = not line.heading and parent is not None
    return not _NOTE.fullmatch(fold_ascii(line.ten)) and (not in_names or bool(following.ma))


def _is_lettered_part(line: Line, parent: Line | None) -> bool:
    """ "a)" under "3.7" is a part of it; in a table that letters its indicators it is one itself."""
    return bool(parent and _LETTER.fullmatch(line.ma) and not _LETTER.fullmatch(parent.ma))
