"""Tables: headings of several rows, cells that reach over others, and what cannot be a table."""

from __future__ import annotations

from typing import Any

import pytest

from vbhc import Bang, Cot, Hang, InputError, OBang
from vbhc.model import heading_levels

SCORES = {"tieu_de": "Bắc Ninh 2024", "con": ["Điểm số", "Thứ hạng"]}


def keyed(text: str = "", khoa: str = "k", so_cot: int = 1) -> dict[str, Any]:
    return {"noi_dung": text, "khoa": khoa, "so_cot": so_cot}


def table_of(*rows: list[Any]) -> Bang:
    return Bang(cot=["A", "B", "C"], hang=rows)


def it_counts_the_columns_below_a_common_heading():
    bang = Bang(cot=["Chỉ số", SCORES], hang=[["Hạ tầng số", "0,8852", "17"]])
    assert [column.tieu_de for column in bang.cot_la] == ["Chỉ số", "Điểm số", "Thứ hạng"]
    assert [column.tang for column in bang.cot] == [1, 2]


def it_keeps_the_text_of_a_merged_cell_in_its_first_row_alone():
    rows = [keyed("một"), "x", "1"], [keyed("một"), "y", "2"], [keyed(), "z", "3"], [keyed("hai", "n"), "", ""]
    bang = table_of(*rows)
    assert [row.o[0].noi_dung for row in bang.hang if isinstance(row.o[0], OBang)] == ["một", "", "", "hai"]


def it_merges_again_behind_a_group_row():
    bang = table_of([keyed("một"), "x", "1"], {"nhom": "Nhóm"}, [keyed("một"), "y", "2"])
    assert [row.o[0].noi_dung for row in bang.hang if row.o and isinstance(row.o[0], OBang)] == ["một", "một"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([[keyed("m", so_cot=2), "x"], [keyed(), "y", "z"]], "hàng 2: ô ở cột 1, khóa «k», gộp chồng lên"),
        ([[keyed("m"), "x", "y"], ["a", keyed(so_cot=2)]], None),
        ([["a", keyed("m", so_cot=2)], [keyed(so_cot=2), "y"]], "hàng 2: ô ở cột 1, khóa «k», gộp chồng lên"),
        ([[keyed("m"), "x", "y"], [keyed("n"), "x", "y"]], "gộp hai nội dung khác nhau («m» và «n»)"),
        ([[keyed("m", so_cot=3), "x"]], "hàng 1 có 4 ô"),
        ([["a", "b"]], "hàng 1 có 2 ô"),
        ([["a", "b", "c", "d"], ["a", "b", "c"], ["a"]], "hàng 1 có 4 ô; hàng 3 có 1 ô"),
    ],
)
def it_says_which_row_does_not_fit(rows: list[Any], said: str | None):
    if said is None:
        assert len(table_of(*rows).hang) == len(rows)
        return
    with pytest.raises(InputError) as caught:
        table_of(*rows)
    assert said in str(caught.value)


def it_says_in_which_cell_something_is_wrong():
    with pytest.raises(InputError) as caught:
        table_of(["a", {"noi_dung": "b", "khao": "k"}, True])
    assert [str(finding.location) for finding in caught.value.report] == [
        "hang[1].o[2].khao (Các hàng 1 → Các ô 2)",
        "hang[1].o[3] (Các hàng 1 → Các ô 3)",
    ]


def it_refuses_a_width_for_a_heading_that_stands_over_others():
    with pytest.raises(InputError, match="có cột bên dưới"):
        Cot(tieu_de="Bắc Ninh 2024", con=["Điểm số"], rong_mm=40)


def it_keeps_data_from_being_markup_in_a_merged_cell():
    assert OBang.tu_du_lieu("5 * 3 [@x]", khoa="F36").noi_dung == r"5 \* 3 \[@x]"


def it_comes_back_from_json_as_it_was():
    bang = Bang(
        cot=["Chỉ số", SCORES],
        hang=[[keyed("một"), "1", "2"], [keyed(), "3", "4"], Hang(nhom="N"), Hang(o=["a", "b", "c"], la_nhom=True)],
    )
    assert Bang.model_validate_json(bang.model_dump_json()) == bang


@pytest.mark.parametrize("value", ["x", [1], None])
def it_says_that_a_switch_is_true_or_false(value: object):
    with pytest.raises(InputError, match=r"la_nhom.*phải là true hoặc false"):
        Hang.model_validate({"o": ["a"], "la_nhom": value})


def it_asks_for_a_width_that_is_a_number():
    with pytest.raises(InputError, match=r"rong_mm.*phải là một số hữu hạn"):
        Cot(tieu_de="A", rong_mm=float("nan"))


def it_gives_a_merged_cell_the_first_text_that_its_rows_say():
    rows = [keyed(), "x", keyed("m", "n")], [keyed(), "y", ""], [keyed("một"), "z", ""], [keyed("một"), "t", ""]
    bang = table_of(*rows)
    assert [row.o[0].noi_dung for row in bang.hang if isinstance(row.o[0], OBang)] == ["một", "", "", ""]
    assert table_of(*bang.model_dump()["hang"]) == bang


def it_refuses_two_texts_in_a_merged_cell_though_its_first_row_is_empty():
    with pytest.raises(InputError, match=r"hàng 3: ô ở cột 1, khóa «k», gộp hai nội dung khác nhau.*«một» và «hai»"):
        table_of([keyed(), "x", ""], [keyed("một"), "y", ""], [keyed("hai"), "z", ""])


@pytest.mark.parametrize("value", [True, False, [1], (1,), {"noi_dung": "**a**"}, float("nan")])
def it_refuses_data_that_no_cell_can_hold_as_json_does(value: object):
    with pytest.raises(InputError) as as_json:
        Bang(cot=["A"], hang=[[[1] if isinstance(value, dict) else value]])
    with pytest.raises(InputError) as as_data:
        Bang.tu_du_lieu(cot=["A"], hang=[[value]])
    assert str(as_data.value) == str(as_json.value)
    with pytest.raises(InputError, match="noi_dung"):
        OBang.tu_du_lieu(value)


def it_walks_the_headings_row_by_row():
    deep = {"tieu_de": "B", "con": ["B1", {"tieu_de": "B2", "con": ["B2a", "B2b"]}]}
    rows = list(heading_levels(Bang(cot=["A", deep, "C"], hang=[["1"] * 5]).cot))
    assert [[(it.column.tieu_de, it.start) for it in row] for row in rows] == [
        [("A", 0), ("B", 1), ("C", 4)],
        [("B1", 1), ("B2", 2)],
        [("B2a", 2), ("B2b", 3)],
    ]
    assert rows[2][1].path == ("cot", 1, "con", 1, "con", 1)
