"""What can be wrong in any table, of indicators or of tasks: columns, codes, agencies that lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from vbhc.findings import Finding
from vbhc.indicators.co_quan import doubt_about
from vbhc.indicators.columns import label_of_field
from vbhc.indicators.defects import finding
from vbhc.indicators.kinds import TableKind
from vbhc.indicators.reading import ERROR
from vbhc.indicators.rows import Line
from vbhc.indicators.sheet import Cell, Sheet
from vbhc.indicators.source import SourceTable
from vbhc.indicators.table import Table

_TEXT_SHOWN = 80


def missing_columns(table: Table, kind: TableKind) -> Iterator[Finding]:
    """A plan has baselines in place of results; otherwise every expected column is needed."""
    header = table.header
    for name in kind.expected:
        if name not in header.columns and not (name == "thuc_hien" and header.moc):
            yield finding("thieu-cot", f"{table.sheet.name}, dòng {header.top + 1}", loai=label_of_field(name))


def doubtful_leads(table: Table, lines: Iterable[Line]) -> Iterator[Finding]:
    """Lead agencies that name no single one, or only letters that nobody knows; each once, where it first stands."""
    said: set[str] = set()
    for line in lines:
        lead = table.phan_cong(line, "chu_tri")
        for ten in lead.ten:
            slug = doubt_about(ten)
            if slug and ten not in said:
                said.add(ten)
                yield finding(slug, lead.o, text=ten)


def rows_left_out(source: SourceTable) -> Iterator[Finding]:
    """Rows under the header that belong to no value and head none: one finding for those that follow one another."""
    used = {row for block in source.blocks.values() for row in (*block.rows, *block.headings)}
    header = [_filled(source.sheet, row) for row in range(source.header.top, source.header.data)]
    labels = {_texts(cells) for cells in header}
    run: list[list[Cell]] = []
    for row in range(source.header.data, len(source.sheet.rows)):
        cells = [] if row in used else _filled(source.sheet, row)
        if cells and _texts(cells) not in labels:
            run.append(cells)
        elif row in used and run:
            yield _left_out(run)
            run = []
    if run:
        yield _left_out(run)


def _filled(sheet: Sheet, row: int) -> list[Cell]:
    cells = (sheet.cell(row, column) for column in range(sheet.width))
    return [cell for cell in cells if not cell.empty]


def _texts(cells: Iterable[Cell]) -> tuple[str, ...]:
    return tuple(cell.text for cell in cells)


def _left_out(rows: Sequence[Sequence[Cell]]) -> Finding:
    first, last = (cells[0].place[0] + 1 for cells in (rows[0], rows[-1]))
    said = f"dòng {first}" if first == last else f"các dòng {first}-{last}"
    text = " | ".join(_texts(cell for cells in rows for cell in cells))
    return finding("dong-khong-vao-bang", rows[0][0].o, cac_dong=said, text=text[:_TEXT_SHOWN])


def broken(cells: Iterable[Cell], ten: str) -> Iterator[Finding]:
    """A finding for each cell whose formula gives no value."""
    for cell in cells:
        if cell.error or ERROR.fullmatch(cell.text):
            yield finding("o-cong-thuc-loi", cell.o, ten=ten, text=cell.text)


@dataclass(slots=True)
class Codes:
    """The codes met so far, each with its cell."""

    seen: dict[str, str] = field(default_factory=dict)

    def check(self, line: Line) -> Iterator[Finding]:
        """A code that Excel made a date of, or that stood in another cell before."""
        if line.code.number is None and not isinstance(line.code.value, str):
            yield finding("o-bi-doi-thanh-ngay", line.code.o, ten="STT", text=line.code.text, dung=line.ma)
        if line.ma in self.seen:
            yield finding("trung-ma", line.code.o, ma=line.ma, truoc=self.seen[line.ma])
        if line.ma:
            self.seen.setdefault(line.ma, line.code.o)
