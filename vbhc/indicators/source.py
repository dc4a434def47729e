"""A table as its sheet has it, kept beside the values read from it, so that it can be drawn again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from vbhc.findings import Finding
from vbhc.indicators.header import Header
from vbhc.indicators.sheet import Sheet

R = TypeVar("R")


class Block(NamedTuple):
    """The rows of the sheet that belong to one value, the row of its indicator, and the rows of the groups above it."""

    rows: tuple[int, ...]
    head: int
    headings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SourceTable:
    """The sheet under its header; ``blocks`` by the row (``dong``, from 1) of the values.

    ``shared`` are the fields whose cell is left empty where it is that of the indicator's row.
    """

    sheet: Sheet
    header: Header
    shared: tuple[str, ...]
    blocks: Mapping[int, Block]


@dataclass(frozen=True, slots=True)
class Built(Generic[R]):
    """What a sheet gives: its values, everything that was found in it, and how its rows stand."""

    values: tuple[R, ...]
    findings: tuple[Finding, ...]
    source: SourceTable
