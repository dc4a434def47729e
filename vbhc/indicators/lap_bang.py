"""Values that were read from a sheet, set again in the table that they stood in ("lập bảng")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from vbhc.errors import InputError
from vbhc.findings import Report
from vbhc.indicators.drawing import Drawn, DrawnRow, Grid, heading_row, to_hang
from vbhc.indicators.headings import Heading, read_headings
from vbhc.indicators.sheet import address
from vbhc.indicators.source import Block, SourceTable
from vbhc.indicators.table_checks import broken
from vbhc.model import Bang, CanLe


def lap_bang(source: SourceTable | None, dong: Sequence[int]) -> Bang:
    """The table of the values whose rows (from 1) are ``dong``.

    Raises `InputError` when there is none to set, and with every cell of it whose formula gives no value.
    """
    if source is None or any(number not in source.blocks for number in dong):
        raise InputError("Không lập được bảng: các dòng này không đọc từ trang tính nào nên không rõ có những cột nào.")
    if not dong:
        raise InputError("Không lập được bảng: không có dòng nào được chọn.")
    headings = _headings(source)
    leaves = [leaf.columns for heading in headings for leaf in heading.leaves]
    codes = {i for i, columns in enumerate(leaves) if source.header.columns.get("ma") in columns}
    grid = Grid.of(source.sheet, leaves, frozenset(codes))
    blocks = [source.blocks[number] for number in dong]
    _refuse_broken(source, headings, blocks)
    rows = _rows(source, grid, blocks)
    ma = source.header.columns.get("ma")
    columns = [heading.cot(lambda leaf: CanLe.GIUA if ma in leaf.columns else CanLe.TRAI) for heading in headings]
    return Bang.model_validate({"cot": columns, "hang": list(to_hang(list(rows), len(leaves)))})


def _refuse_broken(source: SourceTable, headings: Sequence[Heading], blocks: Sequence[Block]) -> None:
    """What the sheet shows of a formula that was never calculated, or fails, is nothing to print."""
    rows = sorted({row for block in blocks for row in (*block.headings, *block.rows)})
    findings = Report.of(
        found
        for leaf in (leaf for heading in headings for leaf in heading.leaves)
        for found in broken(
            (source.sheet.cell(row, column) for row in rows for column in leaf.columns), f'cột "{leaf.text}"'
        )
    )
    if findings:
        raise InputError(f"Không lập được bảng: {len(findings)} ô có công thức không cho kết quả.", report=findings)


def _headings(source: SourceTable) -> list[Heading]:
    """The headings of the labelled columns; notes beside the table have none."""
    found = read_headings(source.sheet, source.header.top, source.header.data)
    return [heading.labelled() for heading in found if heading.text]


def _rows(source: SourceTable, grid: Grid, blocks: Sequence[Block]) -> Iterator[DrawnRow]:
    names = [source.header.columns[name] for name in source.shared if name in source.header.columns]
    shared = {i for i, columns in enumerate(grid.columns) if any(name in columns for name in names)}
    for block, headings in zip(blocks, _new_headings(blocks), strict=True):
        yield from (heading_row(grid.draw(row)) for row in headings)
        head = tuple(_keyed(grid, block.head, cell) if cell.start in shared else cell for cell in grid.draw(block.head))
        own = {cell.start: cell for cell in head if cell.start in shared and cell.so_cot == 1}
        for row in block.rows:
            yield DrawnRow(head if row == block.head else tuple(_or_shared(cell, own) for cell in grid.draw(row)))


def _keyed(grid: Grid, row: int, cell: Drawn) -> Drawn:
    return cell._replace(khoa=cell.khoa or address(grid.sheet.name, (row, grid.columns[cell.start][0])))


def _or_shared(cell: Drawn, own: Mapping[int, Drawn]) -> Drawn:
    """The cell of the indicator's row in place of an empty one below it."""
    empty = not cell.text and not cell.khoa and cell.so_cot == 1
    return own.get(cell.start, cell) if empty else cell


def _new_headings(blocks: Sequence[Block]) -> list[tuple[int, ...]]:
    """The headings to print above each block; none at all where one would come twice, out of the sheet's order."""
    new: list[tuple[int, ...]] = []
    above: tuple[int, ...] = ()
    for block in blocks:
        same = 0
        while same < min(len(above), len(block.headings)) and above[same] == block.headings[same]:
            same += 1
        new.append(block.headings[same:])
        above = block.headings
    printed = [row for headings in new for row in headings]
    return new if len(set(printed)) == len(printed) else [()] * len(blocks)
