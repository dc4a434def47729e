"""Where the table begins and which column is which: the header found by meaning, over one or several rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from vbhc.findings import Finding
from vbhc.indicators.columns import assign, field_of, label_of_field
from vbhc.indicators.defects import finding
from vbhc.indicators.kinds import TableKind
from vbhc.indicators.label_cells import MAX_COLUMNS, label_cells
from vbhc.indicators.sheet import Sheet
from vbhc.text.spelling import fold

MAX_TITLE_ROWS = 100
"""How far down a header is looked for."""
_MAX_HEADER_ROWS = 4
_NAMES = ("ten", "nhiem_vu")
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
    depth = _depth(sheet, top, (name_column,))
    labels = _labels(sheet, top, depth)
    data = below_numbers(sheet, top + depth)
    found = assign(labels, kind, wanted, lambda column: _filled(sheet, data, column))
    place = f"{sheet.name}, dòng {top + 1}"
    findings = tuple(finding("nhieu-cot-cung-loai", place, **what) for what in found.several)
    return Header(top, data, labels, found.fields, found.moc, findings)


def header_end(sheet: Sheet, top: int) -> int:
    """The first row after a header that begins in row ``top``, and after the row that numbers its columns."""
    texts = [sheet.cell(top, column).text for column in range(min(sheet.width, MAX_COLUMNS))]
    labelled = [column for column, text in enumerate(texts) if text]
    # Where the table has names, they tell what is data, as they do where indicators and tasks are read.
    names = [column for column in labelled if field_of(texts[column]) in _NAMES]
    last = (names or labelled[:1])[-1]
    return below_numbers(sheet, top + _depth(sheet, top, [column for column in labelled if column <= last]))


def first_row(sheet: Sheet, header: Header) -> int:
    """The first row under the header that can hold values.

    One that numbers the columns with gaps ("1 | 2 | 4") is none; `rows_left_out` tells of it, for it might be.
    """
    codes = _column_codes(_texts(sheet, header.data))
    letters = _letters(codes)
    numbers = [int(code) for code in codes[len(letters) :] if code.isdigit()]
    in_order = codes[: len(letters)] == letters and numbers == sorted(set(numbers))
    return header.data + (len(codes) > 1 and in_order and len(letters) + len(numbers) == len(codes))


def below_numbers(sheet: Sheet, row: int) -> int:
    """The row itself, or the next when it numbers the columns: all in brackets, or one after the other ("A | 1 | 2").

    Without brackets a few small numbers are no sign.
    """
    texts = _texts(sheet, row)
    codes = _column_codes(texts)
    letters = _letters(codes)
    count = [*letters, *(str(i + 1) for i in range(len(codes) - len(letters)))]
    in_brackets = [text.startswith(("(", "[")) for text in texts]
    counts = codes == count and (len(codes) >= _FEW or any(in_brackets[:1]))
    return row + (len(codes) > 1 and (all(in_brackets) or counts))


def _column_codes(texts: Sequence[str]) -> list[str]:
    """The letters and numbers in a row that could number the columns, nothing for any other row."""
    if not all(_COLUMN_NUMBER.fullmatch(text) for text in texts):
        return []
    return [re.sub(r"\s*=.*|[\[\]()]", "", text) for text in texts]


def _letters(codes: Sequence[str]) -> list[str]:
    """As many letters from A on as there are among the codes."""
    return [chr(ord("A") + i) for i in range(sum(code.isalpha() for code in codes))]


def _texts(sheet: Sheet, row: int) -> list[str]:
    return [text for column in range(min(sheet.width, MAX_COLUMNS)) if (text := sheet.cell(row, column).text)]


def _depth(sheet: Sheet, top: int, names: Sequence[int]) -> int:
    """How many rows the header has: as many as the cell of one of ``names`` spans, or until there is something below.

    That is in a column up to the last of ``names``; a row with nothing there still labels the columns to the right.
    """
    depth = 1
    while depth < _MAX_HEADER_ROWS and top + depth < len(sheet.rows):
        row = top + depth
        first = [sheet.cell(row, column).empty for column in range(names[-1] + 1)]
        spanned = any(sheet.covered.get((row, column), (row, column))[0] <= top for column in names)
        if not spanned and not (all(first) and any(str(value).strip() for value in sheet.rows[row])):
            break
        depth += 1
    return depth


def _labels(sheet: Sheet, top: int, depth: int) -> tuple[str, ...]:
    """The label of each column, joined from the top down; a cell over several columns stands over each of them."""
    rows = [[sheet.cell(*place).text for place in row] for row in label_cells(sheet, top, top + depth)]
    return tuple(" ".join(dict.fromkeys(text for text in texts if text)) for texts in zip(*rows, strict=True))


def _filled(sheet: Sheet, top: int, column: int) -> bool:
    return any(not sheet.cell(row, column).empty for row in range(top, len(sheet.rows)))
