"""Which column is which: labels understood by their meaning, or as the caller says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from vbhc.indicators.kinds import TableKind
from vbhc.text.spelling import fold, fold_ascii

_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
# "Chỉ tiêu (*)", "Đơn vị (theo Quyết định 405)"
_NOTE = re.compile(r"(?:\s*(?:\([^()]*\)|\*))+$")
# "Nội dung | Chỉ tiêu | Kết quả": here the second is no name but the target.
_SUBJECT = re.compile(r"(?:noi dung|danh muc|ten)\b.*")


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of each field, the columns of baselines, and for fields with several columns what was chosen."""

    fields: Mapping[str, int]
    moc: tuple[int, ...] = ()
    several: tuple[Mapping[str, object], ...] = ()


@cache
def _table() -> Mapping[str, tuple[str, re.Pattern[str]]]:
    """For each field its label in messages and the pattern of its column labels."""
    data = tomllib.loads(files(__package__).joinpath("columns.toml").read_text("utf-8"))
    return {key: (entry["nhan"], re.compile("|".join(entry["mau"]))) for key, entry in data.items()}


def label_of_field(name: str) -> str:
    """What staff call the field: "Cơ quan chủ trì" for ``chu_tri``."""
    return _table()[name][0]


def looks_like_label(text: str) -> bool:
    """Whether a text could head a column of values: "Thực trạng DTI Bắc Giang (cũ)"."""
    return field_of(text) in ("moc", "muc_tieu", "thuc_hien")


def field_of(label: str) -> str | None:
    """The field that a column label means; a label with a year that nothing else explains is a baseline."""
    plain = fold_ascii(label)
    for text in (plain, _NOTE.sub("", plain)):
        for name, (_, pattern) in _table().items():
            if pattern.fullmatch(text):
                return name
    return "moc" if _YEAR.search(plain) else None


def assign(labels: Sequence[str], kind: TableKind, wanted: Mapping[str, str], filled: Callable[[int], bool]) -> Columns:
    """One column for each field, as ``wanted`` or else by meaning; ``filled`` tells whether a column holds anything."""
    asked = {name: column for name, text in wanted.items() if (column := _column_called(labels, text)) is not None}
    found = _by_meaning(labels, asked.values())
    if len(found.get("thuc_hien", ())) > 1:
        # In May the columns of the later months are there, but empty.
        found["thuc_hien"] = [it for it in found["thuc_hien"] if filled(it)] or found["thuc_hien"][:1]
    free = [name for name in found if name in kind.fields and name not in wanted]
    chosen = {name: _choose(name, found[name], labels, found) for name in free}
    fields = {**asked, **chosen}
    places = {**{name: columns[0] for name, columns in found.items()}, **fields}
    instead = {name: places[other] for name, other in kind.instead.items() if name not in fields and other in places}
    earlier = [column for column in found.get("thuc_hien", ()) if column != chosen.get("thuc_hien")]
    several = (_several(name, chosen[name], found[name], labels) for name in free if len(found[name]) > 1)
    return Columns({**fields, **instead}, tuple(sorted((*found.get("moc", ()), *earlier))), tuple(several))


def _by_meaning(labels: Sequence[str], taken: Collection[int]) -> dict[str, list[int]]:
    """The columns of each field; of columns under one undivided label the first."""
    found: dict[str, list[int]] = {}
    for column, label in enumerate(labels):
        name = field_of(label) if label and column not in taken else None
        if name and label not in (labels[other] for other in found.get(name, ())):
            found.setdefault(name, []).append(column)
    names = found.get("ten", [])
    if len(names) > 1 and "muc_tieu" not in found and _SUBJECT.fullmatch(fold_ascii(labels[names[0]])):
        found["muc_tieu"] = [names.pop()]
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
