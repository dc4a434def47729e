"""A sheet as it was read: values by position, what is merged, and each cell with its address."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import NamedTuple, TypeAlias

from vbhc.findings import Finding
from vbhc.indicators.defects import finding
from vbhc.text.numbers import format_number, format_percent
from vbhc.text.spelling import describe_character, find_forbidden, find_reserved, nfc

Moment: TypeAlias = datetime.date | datetime.time | datetime.datetime | datetime.timedelta
Value: TypeAlias = str | float | bool | Moment

Position: TypeAlias = tuple[int, int]
"""Row and column, both from 0."""

MAX_CELLS = 5_000_000
_WHOLE = re.compile("[0-9]+")
_ADDRESS = re.compile(r"(?P<column>[A-Z]{1,3})(?P<row>[1-9][0-9]*)")


class Merge(NamedTuple):
    """A merged region, both corners included; its value stands in the first."""

    first: Position
    last: Position


class NumberFormat(NamedTuple):
    """How a numeric cell is shown: with ``digits`` decimals, the last ``optional`` of them only if they are not 0.

    ``digits`` is ``None`` for as many as there are. ``factor`` is 100 for a percentage that the format scales, and 1
    for one to which it only prints the sign; ``before`` and ``after`` are printed around the number, which has at least
    ``whole`` digits before its comma.
    """

    digits: int | None = None
    optional: int = 0
    percent: bool = False
    factor: int = 1
    grouped: bool = False
    before: str = ""
    after: str = ""
    whole: int = 1

    def shown(self, number: Decimal) -> str:
        """The number as the cell shows it, in Vietnamese form."""
        text = format_number(number * self.factor, digits=self.digits)
        text = (
            text if self.grouped else _WHOLE.sub(lambda digits: digits[0].zfill(self.whole), text.replace(".", ""), 1)
        )
        for _ in range(self.optional):
            text = text.removesuffix("0")
        before = self.before.replace("+", "") if number < 0 else self.before
        return (before + text.removesuffix(",") + self.after).strip()


@dataclass(frozen=True, slots=True)
class Extras:
    """What the workbook reader does not tell about a sheet: number formats, formula errors, merged regions."""

    formats: Mapping[Position, NumberFormat] = field(default_factory=dict)
    errors: Mapping[Position, str] = field(default_factory=dict)
    merges: tuple[Merge, ...] = ()


class Look(NamedTuple):
    """What a look at a sheet showed before it was read: the extras, and the last row and column with a value."""

    extras: Extras = Extras()
    last: Position = (-1, -1)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: ``value`` is "" when it is empty, ``error`` such as "#REF!"."""

    sheet: str
    place: Position
    value: Value = ""
    format: NumberFormat | None = None
    error: str = ""
    typed: bool = True

    @property
    def o(self) -> str:
        """The address as staff say it: "Phụ lục I!C59"."""
        return address(self.sheet, self.place)

    @property
    def empty(self) -> bool:
        """Whether there is neither a value nor an error."""
        return not self.error and (self.value == "" or (isinstance(self.value, str) and not self.value.strip()))

    @property
    def percent(self) -> NumberFormat | None:
        """The format of a numeric cell that is shown as a percentage."""
        return self.format if self.format and self.format.percent else None

    @property
    def number(self) -> Decimal | None:
        """The number of a numeric cell with the 15 digits that Excel counts with; ``None`` for everything else."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | float) or not math.isfinite(self.value):
            return None
        return Decimal(f"{self.value:.15g}")

    @property
    def text(self) -> str:
        """What the cell shows, on one line; numbers in the Vietnamese form."""
        if self.error:
            return self.error
        if isinstance(self.value, str):
            return " ".join(self.value.split())
        if isinstance(self.value, datetime.date):
            return f"{self.value:%d/%m/%Y}"
        number = self.number
        return str(self.value) if number is None else self._shown(number)

    @property
    def written(self) -> str:
        """What the cell shows, its lines kept; numbers as their format has them, in the Vietnamese form."""
        if isinstance(self.value, str) and not self.error:
            return self.value.strip()
        if isinstance(self.value, bool):
            return "TRUE" if self.value else "FALSE"
        number = self.number
        return self.text if number is None or self.format is None else self.format.shown(number)

    def _shown(self, number: Decimal) -> str:
        if self.percent:
            return format_percent(number * self.percent.factor, digits=self.percent.digits)
        # Without thousands marks: "118000" is what a cell in General format shows.
        return format_number(number).replace(".", "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The values of a sheet from cell A1 on; ``typed`` is False for CSV, where every number is text."""

    name: str
    rows: Sequence[Sequence[Value]]
    extras: Extras = field(default_factory=Extras)
    typed: bool = True
    covered: Mapping[Position, Position] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(
        cls, name: str, rows: Sequence[Sequence[Value]], extras: Extras | None = None, *, typed: bool = True
    ) -> Sheet:
        """The sheet with texts composed (NFC), control characters gone, and merged cells known."""
        extras = extras or Extras()
        findings: list[Finding] = []
        clean: list[list[Value]] = []
        for r, row in enumerate(rows):
            clean.append([_composed(value) for value in row])
            for c, value in enumerate(clean[-1]):
                if isinstance(value, str) and (forbidden := _unusable(value)):
                    findings.append(finding("ky-tu-la", address(name, (r, c)), text=describe_character(forbidden)))
                    clean[-1][c] = _without_forbidden(value)
        # A formula without a value may stand to the right of every value; its column is one of the sheet too.
        reach = max((column + 1 for _, column in extras.errors), default=0)
        clean[:1] = [row + [""] * (reach - len(row)) for row in clean[:1]]
        return cls(
            _without_forbidden(name), clean, extras, typed, dict(_covered(extras.merges, len(rows))), tuple(findings)
        )

    @property
    def width(self) -> int:
        """The number of columns of the widest row."""
        return max(map(len, self.rows), default=0)

    def cell(self, row: int, column: int) -> Cell:
        """The cell as it stands, empty outside the used area."""
        values = self.rows[row] if row < len(self.rows) else ()
        place = (row, column)
        value = values[column] if column < len(values) else ""
        shown, error = self.extras.formats.get(place), self.extras.errors.get(place, "")
        return Cell(self.name, place, value, shown, error, self.typed)

    def resolved(self, row: int, column: int) -> Cell:
        """The cell, or the one that a vertical merge lets stand for it (with the address of that one)."""
        return self.cell(*self.covered.get((row, column), (row, column)))

    def at(self, o: str) -> Cell | None:
        """The cell at an address, as `Cell.o` gives it, whatever the sheet was called then; ``None`` for no address."""
        found = _ADDRESS.fullmatch(o.rpartition("!")[2])
        if found is None:
            return None
        return self.cell(int(found["row"]) - 1, column_number(found["column"]))


def address(sheet: str, place: Position) -> str:
    """The address of a cell as staff say it: "Phụ lục I!C59"."""
    return f"{sheet}!{column_letters(place[1])}{place[0] + 1}"


@cache
def column_letters(column: int) -> str:
    """The letters of a column counted from 0.

    >>> column_letters(0), column_letters(25), column_letters(26), column_letters(702)
    ('A', 'Z', 'AA', 'AAA')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of a column from 0, of its letters.

    >>> column_number("A"), column_number("Z"), column_number("AAA")
    (0, 25, 702)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _composed(value: Value) -> Value:
    return nfc(value.replace("\r\n", "\n").replace("\r", "\n")) if isinstance(value, str) and value else value


def _unusable(text: str) -> str | None:
    return find_forbidden(text) or find_reserved(text)


def _without_forbidden(text: str) -> str:
    while forbidden := _unusable(text):
        text = text.replace(forbidden, "")
    return text


def _covered(merges: Sequence[Merge], height: int) -> Iterator[tuple[Position, Position]]:
    """Each cell below the top of a merged region, in its first column, with the top. The rest holds nothing.

    Only downwards: a title merged across the table is not the value of every column.
    """
    budget = MAX_CELLS
    for (top, left), (bottom, _) in merges:
        for row in range(top + 1, min(bottom + 1, height)):
            yield (row, left), (top, left)
        budget -= max(0, min(bottom + 1, height) - top)
        if budget < 0:  # merged regions never overlap in a workbook that Excel wrote
            return
