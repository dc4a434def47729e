"""Where the table begins and which column is which: the header found by meaning, over one or several rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from vbhc.findings import Finding
from vbhc.indicators.columns import assign, field_of, label_of_field
from vbhc.indicators.defects import finding
from vbhc.indicators.kinds import TableKind
from vbhc.indicators.sheet import Sheet
from vbhc.text.spelling import fold

MAX_TITLE_ROWS = 100
"""How far down a header is looked for."""
MAX_COLUMNS = 1000
"""How far to the right a table is read."""
_MAX_HEADER_ROWS = 4
_LEGACY_WORD = re.compile(r"\b[^\W\d_]*[¸µ¶·¹¨»¾¼½©®ª«¬ÆÇÑÖ×ØÜÞßåæçëîïðñöøûüþÿ][^\s\d]*")
_FEW = 3
# "(1) | (2) | (3)" or "A | B | 1": the row that numbers the columns.
_COLUMN_NUMBER = re.compile(r"[\[(]?(?:[A-Z]|[0-9]{1,2})[\])]?(?:\s*=.*)?")


@dataclass(frozen=True, slots=True)
class Header:
    """The header from row ``top`` up to the first row of data; ``columns`` gives the column of each field found."""

    top: int
    data: int
    labels: tuple[str, ...]
    columns: Mapping[str, int]
    moc: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = field(default=(), compare=False)

    def is_complete(self, kind: TableKind, *, strict: bool) -> bool:
        """Whether the table can be one of this kind; ``strict``: baselines alone do not measure an indicator."""
        there = {*self.columns, *(("moc",) if self.moc and not strict else ())}
        return all(there.intersection(names) for names in kind.needs)


def find_header(sheet: Sheet, kind: TableKind, wanted: Mapping[str, str], *, strict: bool) -> Header | None:
    """The first complete header of the sheet, ``None`` without one; ``wanted`` ties fields to column labels."""
    for header in _candidates(sheet, kind, wanted):
        if header.is_complete(kind, strict=strict) and wanted.keys() <= header.columns.keys():
            return header
    return None


def why_no_header(sheet: Sheet, kind: TableKind, wanted: Mapping[str, str]) -> tuple[Finding, ...]:
    """What is missing in the row that comes nearest to a header."""
    legacy = legacy_font(sheet)
    if legacy:
        return legacy
    nearest = max(_candidates(sheet, kind, wanted), key=lambda header: len(header.columns), default=None)
    if nearest is None:
        reason = f'không có dòng nào có cột "{label_of_field(kind.anchors[0])}"'
        return (finding(kind.no_header, sheet.name, ly_do=reason),)
    place = f"{sheet.name}, dòng {nearest.top + 1}"
    labels = ", ".join(f'"{label}"' for label in dict.fromkeys(nearest.labels) if label) or "(trống)"
    absent = [name for name in wanted if name not in nearest.columns]
    if absent:
        what = [(wanted[name], f'"{label_of_field(name)}" ({name})') for name in absent]
        return tuple(finding("cot-khong-co", place, ten=ten, truong=truong, cac_cot=labels) for ten, truong in what)
    reason = f"dòng {nearest.top + 1} có các cột {labels} nhưng không có {kind.lacking}"
    return (finding(kind.no_header, place, ly_do=reason),)


def legacy_font(sheet: Sheet) -> tuple[Finding, ...]:
    """The finding of words that only make sense in a legacy font (.VnTime, VNI): letters that Vietnamese has not."""
    texts = (value for row in sheet.rows[:MAX_TITLE_ROWS] for value in row if isinstance(value, str))
    words = [word for text in texts for word in _LEGACY_WORD.findall(text)]
    said = ", ".join(f'"{word}"' for word in words[:_FEW])
    return (finding("chu-font-cu", sheet.name, text=said),) if len(words) >= _FEW else ()


def _candidates(sheet: Sheet, kind: TableKind, wanted: Mapping[str, str]) -> Iterator[Header]:
    """A header for each row near the top in which a cell is called like an anchor, or as ``wanted`` says."""
    asked = {fold(text) for text in wanted.values()}
    for row in range(min(MAX_TITLE_ROWS, len(sheet.rows))):
        texts = [sheet.cell(row, column).text for column in range(min(sheet.width, MAX_COLUMNS))]
        names = [c for c, text in enumerate(texts) if text and (field_of(text) in kind.anchors or fold(text) in asked)]
        if names or any(text and any(label.startswith(fold(text)) for label in asked) for text in texts):
            yield _read_header(sheet, row, (names or [0])[0], kind, wanted)


def _read_header(sheet: Sheet, top: int, name_column: int, kind: TableKind, wanted: Mapping[str, str]) -> Header:
    depth = _depth(sheet, top, name_column)
    labels = _labels(sheet, top, depth)
    data = top + depth
    found = assign(labels, kind, wanted, lambda column: _filled(sheet, data, column))
    place = f"{sheet.name}, dòng {top + 1}"
    findings = tuple(finding("nhieu-cot-cung-loai", place, **what) for what in found.several)
    return Header(top, data + _numbers_columns(sheet, data), labels, found.fields, found.moc, findings)


def header_end(sheet: Sheet, top: int, name_column: int) -> int:
    """The first row after a header that begins in row ``top``, and after the row that numbers its columns."""
    end = top + _depth(sheet, top, name_column)
    return end + (_numbers_columns(sheet, end) and _counts(sheet, end))


def _counts(sheet: Sheet, row: int) -> bool:
    """Whether the columns are numbered one after the other ("A | B | 1 | 2"): with few of them, only in brackets."""
    texts = [text for column in range(min(sheet.width, MAX_COLUMNS)) if (text := sheet.cell(row, column).text)]
    codes = [re.sub(r"\s*=.*|[\[\]()]", "", text) for text in texts]
    letters = [code for code in codes if code.isalpha()]
    count = [*(chr(ord("A") + i) for i in range(len(letters))), *(str(i + 1) for i in range(len(codes) - len(letters)))]
    return codes == count and (len(codes) >= _FEW or texts[0].startswith(("(", "[")))


def _numbers_columns(sheet: Sheet, row: int) -> bool:
    texts = [text for column in range(min(sheet.width, MAX_COLUMNS)) if (text := sheet.cell(row, column).text)]
    return len(texts) > 1 and all(_COLUMN_NUMBER.fullmatch(text) for text in texts)


def _depth(sheet: Sheet, top: int, name_column: int) -> int:
    """How many rows the header has: as many as the name's cell spans, or until a row fills the first columns."""
    depth = 1
    while depth < _MAX_HEADER_ROWS and top + depth < len(sheet.rows):
        row = top + depth
        first = [sheet.cell(row, column).empty for column in range(name_column + 1)]
        spanned = sheet.covered.get((row, name_column), (row, name_column))[0] <= top
        if not spanned and not (all(first) and any(str(value).strip() for value in sheet.rows[row])):
            break
        depth += 1
    return depth


def _labels(sheet: Sheet, top: int, depth: int) -> tuple[str, ...]:
    """The label of each column, joined from the top down; a cell over several columns stands over each of them."""
    width = min(sheet.width, MAX_COLUMNS)
    grid = [[sheet.cell(row, column).text for column in range(width)] for row in range(top, top + depth)]
    for first, last in sheet.extras.merges:
        if top <= first[0] < top + depth and first[1] < width:
            for column in range(first[1], min(last[1] + 1, width)):
                grid[first[0] - top][column] = grid[first[0] - top][first[1]]
    if not sheet.extras.merges:
        _spread(grid)
    return tuple(" ".join(dict.fromkeys(row[column] for row in grid if row[column])) for column in range(width))


def _spread(grid: list[list[str]]) -> None:
    """Without merged regions: a label reaches over the empty cells to its right that have labels below them."""
    for upper, lower in pairwise(grid):
        for column in range(1, len(upper)):
            if not upper[column] and lower[column] and lower[column - 1]:
                upper[column] = upper[column - 1]


def _filled(sheet: Sheet, top: int, column: int) -> bool:
    return any(not sheet.cell(row, column).empty for row in range(top, len(sheet.rows)))
