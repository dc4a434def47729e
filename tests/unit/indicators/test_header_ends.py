"""Where a header ends: in one place, whether its sheet is read as values or as a table as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import table_grids as grids
from indicator_files import xlsx

from vbhc.indicators import load_indicators, load_table, load_tasks

LABELS = ("STT", "Chỉ tiêu", "Mục tiêu", "Kết quả")
LAST = ("9", "Tỷ lệ Z", "60%", "57%")
TASKS = ("STT", "Chỉ số", "Nhiệm vụ", "Chủ trì")

Rows = list[Sequence[Any]]


@pytest.mark.parametrize(
    ("rows", "merges", "body"),
    [
        ([LABELS], [], []),
        ([LABELS, ("1", "A", "90", "91")], [], [["1", "A", "90", "91"]]),
        ([LABELS, ("I", "A", None, None)], [], [["I", "A", "", ""]]),
        ([LABELS, (None, "NHÓM CHUNG", None, None)], [], [["", "NHÓM CHUNG", "", ""]]),
        ([LABELS, ("(1)", "(2)", "(3)", "(4)")], [], []),
        ([LABELS, ("(1)", "(2)", "(3)", "(5)")], [], []),
        ([LABELS, ("A", "B", "1", "2")], [], []),
        ([("STT", "Chỉ tiêu", "Kết quả", None), (None, None, "Quý I", "Quý II")], ["C1:D1"], []),
        ([LABELS, (None, None, "(%)", "(%)")], ["A1:A2", "B1:B2"], []),
        ([LABELS, ("cả hai dòng", None, "(%)", "(%)")], ["B1:B2"], []),
    ],
)
def it_is_the_same_for_indicators_and_for_any_table(
    tmp_path: Path, rows: Rows, merges: Sequence[str], body: grids.Grid
) -> None:
    path = xlsx(tmp_path / "a.xlsx", [*rows, LAST], merges=merges)
    assert grids.body(load_table(path)) == [*body, list(LAST)]
    set_again = grids.body(load_indicators(path).lap_bang())
    assert [line[:2] for line in set_again] == [line[:2] for line in [*body, list(LAST)]]
    assert grids.labels(load_table(path)) == grids.labels(load_indicators(path).lap_bang())


def it_is_the_same_for_tasks(tmp_path: Path) -> None:
    rows = [(None, None, "Việc chung", "Sở Y tế"), ("1", "Tỷ lệ A", "Việc A", "Sở Y tế")]
    path = xlsx(tmp_path / "a.xlsx", [TASKS, *rows])
    assert grids.body(load_table(path)) == [[cell or "" for cell in line] for line in rows]
    assert grids.body(load_tasks(path).lap_bang()) == grids.body(load_table(path))


def it_tells_of_a_row_that_numbers_the_columns_with_gaps(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [LABELS, ("1", "2", "3", "5"), LAST])
    bang = load_indicators(path)
    assert [it.ma for it in bang] == ["9"]
    (said,) = (it.message for it in bang.findings if it.code == "SL041")
    assert said == 'dòng 2 không thuộc bảng nên bị bỏ qua: "1 | 2 | 3 | 5"'
    assert len(load_table(path).hang) == 2


def it_does_not_take_the_number_of_an_empty_column_for_a_result(tmp_path: Path) -> None:
    labels = ("STT", "Chỉ tiêu", "Mục tiêu", "Kết quả tháng 4", "Kết quả tháng 5")
    path = xlsx(tmp_path / "a.xlsx", [labels, ("(1)", "(2)", "(3)", "(4)", "(5)"), LAST])
    assert str(load_indicators(path)[0].thuc_hien) == "57%"


def it_reads_the_number_of_a_row_under_a_label_that_begins_above_the_header(tmp_path: Path) -> None:
    rows = [("STT", "Thông tin", None, "Kết quả"), (None, *LABELS[1:]), LAST]
    [chi_tieu] = load_indicators(xlsx(tmp_path / "a.xlsx", rows, merges=["A1:A2", "B1:C1"]))
    assert chi_tieu.ma == "9"
