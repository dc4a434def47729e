"""Where the table begins and which column is which: the header found by meaning, over one or several rows."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import pairwise

from vbhc.findings import Finding
from vbhc.indicators.defects import finding
from vbhc.indicators.sheet import Sheet
from vbhc.text.spelling import fold, fold_ascii

__all__ = ["FIELDS", "Header", "find_header", "label_of_field", "looks_like_label", "why_no_header"]

FIELDS = ("ma", "ten", "don_vi_tinh", "muc_tieu", "thuc_hien", "danh_gia", "chu_tri", "phoi_hop", "ghi_chu")
"""The fields that a caller can tie to a column."""

_MAX_TITLE_ROWS = 100
_MAX_HEADER_ROWS = 4
_MAX_COLUMNS = 1000
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
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

    def is_complete(self, *, strict: bool) -> bool:
        """Whether the table can be one of indicators; ``strict`` asks for targets or results, not baselines alone."""
        measured = "muc_tieu" in self.columns or "thuc_hien" in self.columns
        return "ten" in self.columns and (measured or (bool(self.moc) and not strict))


@cache
def _table() -> Mapping[str, tuple[str, re.Pattern[str]]]:
    """For each field its label in messages and the pattern of its column labels."""
    data = tomllib.loads(files(__package__).joinpath("header.toml").read_text("utf-8"))
    return {key: (entry["nhan"], re.compile("|".join(entry["mau"]))) for key, entry in data.items()}


def label_of_field(name: str) -> str:
    """What staff call the field: "Cơ quan chủ trì" for ``chu_tri``."""
    return _table()[name][0]


def looks_like_label(text: str) -> bool:
    """Whether a text could head a column of values: "Thực trạng DTI Bắc Giang (cũ)"."""
    return _field_of(text) in ("moc", "muc_tieu", "thuc_hien")


def _field_of(label: str) -> str | None:
    """The field that a column label means; a label with a year that nothing else explains is a baseline."""
    plain = fold_ascii(label)
    known = next((name for name, (_, pattern) in _table().items() if pattern.fullmatch(plain)), None)
    return known or ("moc" if _YEAR.search(plain) else None)


def find_header(sheet: Sheet, wanted: Mapping[str, str], *, strict: bool) -> Header | None:
    """The first complete header of the sheet, ``None`` without one; ``wanted`` ties fields to column labels."""
    for header in _candidates(sheet, wanted):
        if header.is_complete(strict=strict) and wanted.keys() <= header.columns.keys():
            return header
    return None


def why_no_header(sheet: Sheet, wanted: Mapping[str, str]) -> tuple[Finding, ...]:
    """What is missing in the row that comes nearest to a header."""
    legacy = _legacy_words(sheet)
    if legacy:
        return (finding("chu-font-cu", sheet.name, text=", ".join(f'"{word}"' for word in legacy)),)
    nearest = max(_candidates(sheet, wanted), key=lambda header: len(header.columns), default=None)
    if nearest is None:
        return (finding("khong-thay-tieu-de", sheet.name, ly_do='không có dòng nào có cột "Chỉ tiêu"'),)
    place = f"{sheet.name}, dòng {nearest.top + 1}"
    labels = ", ".join(f'"{label}"' for label in dict.fromkeys(nearest.labels) if label) or "(trống)"
    absent = [name for name in wanted if name not in nearest.columns]
    if absent:
        what = [(wanted[name], f'"{label_of_field(name)}" ({name})') for name in absent]
        return tuple(finding("cot-khong-co", place, ten=ten, truong=truong, cac_cot=labels) for ten, truong in what)
    reason = f"dòng {nearest.top + 1} có các cột {labels} nhưng không có cột mục tiêu hay kết quả"
    return (finding("khong-thay-tieu-de", place, ly_do=reason),)


def _legacy_words(sheet: Sheet) -> list[str]:
    """Some words that only make sense in a legacy font (.VnTime, VNI-Times): letters that Vietnamese does not have."""
    texts = (value for row in sheet.rows[:_MAX_TITLE_ROWS] for value in row if isinstance(value, str))
    words = [word for text in texts for word in _LEGACY_WORD.findall(text)]
    return words[:3] if len(words) >= _FEW else []


def _candidates(sheet: Sheet, wanted: Mapping[str, str]) -> Iterator[Header]:
    """A header for each row near the top in which a cell is called like an indicator's name, or as ``wanted`` says."""
    asked = {fold(text) for text in wanted.values()}
    for row in range(min(_MAX_TITLE_ROWS, len(sheet.rows))):
        texts = [sheet.cell(row, column).text for column in range(min(sheet.width, _MAX_COLUMNS))]
        names = [c for c, text in enumerate(texts) if text and (_field_of(text) == "ten" or fold(text) in asked)]
        if names or any(text and any(label.startswith(fold(text)) for label in asked) for text in texts):
            yield _read_header(sheet, row, (names or [0])[0], wanted)


def _read_header(sheet: Sheet, top: int, name_column: int, wanted: Mapping[str, str]) -> Header:
    depth = _depth(sheet, top, name_column)
    labels = _labels(sheet, top, depth)
    columns, moc, several = _assign(labels, wanted)
    data = top + depth
    data += _numbers_columns(sheet, data)
    place = f"{sheet.name}, dòng {top + 1}"
    return Header(
        top, data, labels, columns, moc, tuple(finding("nhieu-cot-cung-loai", place, **what) for what in several)
    )


def _numbers_columns(sheet: Sheet, row: int) -> bool:
    texts = [text for column in range(min(sheet.width, _MAX_COLUMNS)) if (text := sheet.cell(row, column).text)]
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
    width = min(sheet.width, _MAX_COLUMNS)
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


def _assign(
    labels: Sequence[str], wanted: Mapping[str, str]
) -> tuple[dict[str, int], tuple[int, ...], list[dict[str, object]]]:
    """One column for each field, as asked for or else by meaning; the baselines; and fields with several columns."""
    asked = {name: column for name, text in wanted.items() if (column := _column_called(labels, text)) is not None}
    found = _by_meaning(labels, asked.values())
    free = [name for name in found if name in FIELDS and name not in wanted]
    chosen = {name: _choose(name, found[name], labels, found) for name in free}
    other_results = [column for column in found.get("thuc_hien", ()) if column not in chosen.values()]
    several = [_several(name, chosen[name], found[name], labels) for name in free if len(found[name]) > 1]
    return {**asked, **chosen}, tuple(sorted((*found.get("moc", ()), *other_results))), several


def _by_meaning(labels: Sequence[str], taken: Collection[int]) -> dict[str, list[int]]:
    """The columns of each field; of columns under one undivided label the first."""
    found: dict[str, list[int]] = {}
    for column, label in enumerate(labels):
        name = _field_of(label) if label and column not in taken else None
        if name and label not in (labels[other] for other in found.get(name, ())):
            found.setdefault(name, []).append(column)
    return found


def _several(name: str, used: int, choices: Sequence[int], labels: Sequence[str]) -> dict[str, object]:
    said = ", ".join(f'"{labels[column]}"' for column in choices)
    return {"loai": label_of_field(name), "so_cot": len(choices), "cac_cot": said, "dung": labels[used]}


def _choose(name: str, choices: Sequence[int], labels: Sequence[str], found: Mapping[str, Sequence[int]]) -> int:
    """The last result, the target of the year of that result, and the first column of every other field."""
    if name == "thuc_hien":
        return choices[-1]
    if name == "muc_tieu":
        years = {year for column in found.get("thuc_hien", ())[-1:] for year in _YEAR.findall(labels[column])}
        return next((column for column in choices if years & {*_YEAR.findall(labels[column])}), choices[0])
    return choices[0]


def _column_called(labels: Sequence[str], text: str) -> int | None:
    """The column with this label; or the only one that begins with it."""
    exact = [column for column, label in enumerate(labels) if label and fold(label) == fold(text)]
    near = [column for column, label in enumerate(labels) if text.strip() and fold(label).startswith(fold(text))]
    return exact[0] if exact else near[0] if len(near) == 1 else None
