"""Tables of data: what their pages begin with, and whether they keep to the margins."""

from __future__ import annotations

from collections.abc import Iterator

from vbhc.check.body import worded_runs
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.layout.words import measure
from vbhc.recognition.lines import lays_out
from vbhc.recognition.values import Recognised
from vbhc.word.view import Row, Section, Table, paragraphs, tables

# A table of so few rows stands on one page as a rule.
_SHORT_TABLE = 8
# Word draws the lines of a table so far outside the text that the words in it stand at the margin: twice 1.9 mm.
_TOLERANCE_MM = 4.0


@rule(
    "KT030",
    "hang-tieu-de-khong-lap",
    Source(muc="M", can_cu="PL I không quy định; theo thông lệ trình bày bảng nhiều trang"),
    Lesson(
        ten="Bảng dài lặp lại hàng tiêu đề ở mỗi trang",
        vi_sao="Sang trang sau không còn tiêu đề thì không biết cột nào là gì.",
        sai="Bảng 40 hàng, chỉ trang đầu có tiêu đề cột",
        dung="Layout > Repeat Header Rows",
    ),
)
def hang_tieu_de(doc: Recognised) -> Iterator[Hit]:
    """A data table of many rows repeats its first row, where that is clearly a heading."""
    for _, table in _data_tables(doc):
        first = table.rows[0]
        if len(table.rows) > _SHORT_TABLE and not first.header and _is_heading(first):
            yield Hit(
                f"{table.place.words} có {len(table.rows)} hàng nhưng không lặp lại hàng tiêu đề ở trang sau",
                "đặt con trỏ vào hàng tiêu đề, vào Layout > Repeat Header Rows",
                table.place,
            )


def _is_heading(row: Row) -> bool:
    """Whether a row names columns: words in each of several cells, all of them bold."""
    cells = [[run for it in paragraphs(cell.blocks) for run in worded_runs(it)] for cell in row.cells]
    return len(cells) > 1 and all(cells) and all(run.look.bold for cell in cells for run in cell)


@rule(
    "KT031",
    "bang-rong-hon-khung-chu",
    Source(muc="D", can_cu="PL I, Phần I, I.3: lề trang"),
    Lesson(
        ten="Bảng nằm trong khung chữ, không lấn ra lề",
        vi_sao="Bảng lấn lề làm sai lề trang, cột ngoài cùng dễ bị mất khi in hoặc đóng tập.",
        sai="Bảng rộng 190 mm trên trang dọc có khung chữ 165 mm",
        dung="Bảng rộng bằng khung chữ (AutoFit to Window), hoặc để trang ngang",
    ),
)
def bang_rong(doc: Recognised) -> Iterator[Hit]:
    """No data table is wider than the text of its section, however its width is said."""
    for section, table in _data_tables(doc):
        width, room = _width_mm(table), section.page.text_mm
        if width > room + _TOLERANCE_MM:
            yield Hit(
                f"{table.place.words} rộng {measure(round(width))}, khung chữ chỉ rộng {measure(round(room))}",
                "vào Layout > AutoFit > AutoFit to Window, hoặc để trang có bảng nằm ngang",
                table.place,
            )


def _data_tables(doc: Recognised) -> Iterator[tuple[Section, Table]]:
    """The tables with lines that stand in the page itself, none of those that hold a heading or a signature."""
    for section in doc.view.sections:
        inner = {id(it) for table in tables(section.blocks) for row in table.rows for it in _within(row)}
        for table in tables(section.blocks):
            if table.rows and table.ruled and not lays_out(table) and id(table) not in inner:
                yield section, table


def _within(row: Row) -> Iterator[Table]:
    return (table for cell in row.cells for table in tables(cell.blocks))


def _width_mm(table: Table) -> float:
    """The lesser of what its columns and its cells say."""
    rows = max((sum(cell.width_mm for cell in row.cells) for row in table.rows), default=0.0)
    said = [width for width in (rows, sum(table.grid_mm)) if width]
    return min(said, default=0.0)


RULES = (hang_tieu_de, bang_rong)
