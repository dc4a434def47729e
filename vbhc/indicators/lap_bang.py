"""Values that were read from a sheet, set again in the table that they stood in ("lập bảng")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from vbhc.errors import InputError
from vbhc.findings import Finding, Report
from vbhc.indicators.drawing import Drawn, DrawnRow, Grid, MarkCell, heading_row, to_hang, unmarked
from vbhc.indicators.headings import Heading, read_headings
from vbhc.indicators.plain_checks import broken_cells, filled_leaves, unclear_columns
from vbhc.indicators.sheet import address
from vbhc.indicators.source import Block, SourceTable
from vbhc.model import Bang, CanLe


def lap_bang(source: SourceTable | None, dong: Sequence[int], mark: MarkCell = unmarked) -> Bang:
    """The table of the values whose rows (from 1) are ``dong``; ``mark`` gives the text to print of a cell.

    Raises `InputError` when there is none to set, and with everything that would be set otherwise than it was read:
    columns that hold something without a label of their own, cells whose formula gives no value.
    """
    if source is None or any(number not in source.blocks for number in dong):
        raise InputError("Không lập được bảng: các dòng này không đọc từ trang tính nào nên không rõ có những cột nào.")
    if not dong:
        raise InputError("Không lập được bảng: không có dòng nào được chọn.")
    found = read_headings(source.sheet, source.header.top, source.header.data)
    blocks = [source.blocks[number] for number in dong]
    _refuse(_problems(source, found, blocks))
    # What is left without a label is empty, or stands beside rows that are in no table.
    headings = [heading.labelled() for heading in found if heading.text]
    leaves = [leaf.columns for heading in headings for leaf in heading.leaves]
    ma = source.header.columns.get("ma")
    grid = Grid.of(source.sheet, leaves, frozenset(i for i, columns in enumerate(leaves) if ma in columns))
    rows = _rows(source, grid, blocks)
    columns = [heading.cot(lambda leaf: CanLe.GIUA if ma in leaf.columns else CanLe.TRAI) for heading in headings]
    return Bang.model_validate({"cot": columns, "hang": list(to_hang(list(rows), len(leaves), mark))})


def _refuse(problems: Iterable[Finding]) -> None:
    report = Report.of(problems)
    if report:
        raise InputError(f"Không lập được bảng: {len(report)} chỗ trong trang tính phải sửa.", report=report)


def _problems(source: SourceTable, headings: Sequence[Heading], blocks: Sequence[Block]) -> Iterator[Finding]:
    """Unclear columns in any row that was read, so that each selection has the same; broken cells of what is set."""
    leaves = filled_leaves(source.sheet, headings)
    read = sorted({row for block in source.blocks.values() for row in (*block.headings, *block.rows)})
    grid = Grid.of(source.sheet, [leaf.columns for leaf in leaves])
    yield from unclear_columns(grid, leaves, source.header.top, read)
    shared = _shared(source)
    own = {row for block in blocks for row in (*block.headings, *block.rows)}
    heads = {block.head for block in blocks}
    for leaf in leaves:
        rows = own | heads if shared.intersection(leaf.columns) else own
        yield from broken_cells(grid, leaf, range(source.header.top, source.header.data), sorted(rows))


def _shared(source: SourceTable) -> set[int]:
    """The columns of the sheet in which an empty cell is that of the indicator's row."""
    return {source.header.columns[name] for name in source.shared if name in source.header.columns}


def _rows(source: SourceTable, grid: Grid, blocks: Sequence[Block]) -> Iterator[DrawnRow]:
    names = _shared(source)
    shared = {i for i, columns in enumerate(grid.columns) if names.intersection(columns)}
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
