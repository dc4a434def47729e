"""A small table as people type it: lines of cells between "|", the second of dashes that may say how columns stand.

A row of one cell names the rows below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any, TypeAlias

Block: TypeAlias = dict[str, Any]

_CELL = re.compile(r"(?<!\\)\|")
_DASHES = re.compile(r"\s*(?P<left>:?)-+(?P<right>:?)\s*")
_ALIGN = {(True, True): "giua", (False, True): "phai", (True, False): "trai"}


def is_row(text: str) -> bool:
    """Whether a line is one of a table."""
    return text.startswith("|") and len(text) > 1


def read_table(rows: Sequence[str]) -> Block:
    """The table of these lines as plain data; the model says what is wrong with rows of another length."""
    head, *below = map(_cells, rows)
    dashes = [_DASHES.fullmatch(cell) for cell in below[0]] if below else []
    aligned = [_ALIGN.get((bool(it["left"]), bool(it["right"]))) for it in dashes if it]
    if len(aligned) != len(dashes) or not dashes:
        return {"loai": "bang", "cot": head, "hang": _grouped(below, len(head))}
    pairs = zip_longest(head, aligned)
    cot = [{"tieu_de": name or "", **({"can_le": align} if align else {})} for name, align in pairs]
    return {"loai": "bang", "cot": cot, "hang": _grouped(below[1:], len(cot))}


def _grouped(rows: Iterable[list[str]], width: int) -> list[Any]:
    """The rows; one of a single cell, in a table of several columns, is the name of those below it."""
    return [{"nhom": row[0].strip("*")} if len(row) == 1 and width > 1 else row for row in rows]


def _cells(row: str) -> list[str]:
    inner = row.strip().removeprefix("|").removesuffix("|")
    return [cell.strip().replace(r"\|", "|") for cell in _CELL.split(inner)]
