"""The workbooks of a bản thảo and the tables of its phụ lục."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from vbhc.draft.ban_thao import Written, read_ban_thao
from vbhc.draft.filling import fill_in
from vbhc.draft.so_lieu import load_so_lieu, with_tables
from vbhc.draft.unreadable import UnreadableDocumentError
from vbhc.errors import DataError, TemplateError
from vbhc.model import Bang

EXAMPLE = Path(__file__).parents[3] / "examples" / "don-doc-dti"
WORKBOOK = "dti-2026-05.xlsx"


def loaded(so_lieu: Any, **given: str) -> Any:
    return load_so_lieu({"so_lieu": so_lieu}, EXAMPLE, "thu.md", given)


def it_finds_a_workbook_beside_the_ban_thao() -> None:
    assert len(loaded({"dti": WORKBOOK})["dti"]) == 47
    assert len(loaded({"dti": {"tep": WORKBOOK}})["dti"].chua_dat) == 11


def it_takes_what_is_given_by_hand_instead() -> None:
    assert len(loaded({"dti": "mat.xlsx"}, dti=str(EXAMPLE / WORKBOOK))["dti"]) == 47


def it_tells_all_workbooks_that_cannot_be_read() -> None:
    with pytest.raises(DataError) as caught:
        loaded({"a": "mat.xlsx", "b": "mat-nua.xlsx"})
    assert "mat.xlsx" in str(caught.value.report)
    assert "mat-nua.xlsx" in str(caught.value.report)


@pytest.mark.parametrize(
    "so_lieu",
    [
        [WORKBOOK],
        {"dti": [WORKBOOK]},
        {"dti": {"trang": "1"}},
        {"dti": {"tep": None}},
        {"dti": {"tep": WORKBOOK, "sheet": ["a"]}},
    ],
)
def it_says_how_a_workbook_is_named(so_lieu: Any) -> None:
    with pytest.raises(UnreadableDocumentError, match="Không đọc được") as caught:
        loaded(so_lieu)
    assert "viết như so_lieu: {dti: dti-2026-05.xlsx}" in str(caught.value.report)


def it_makes_the_table_of_a_phu_luc() -> None:
    fields = {"so_lieu": {"dti": WORKBOOK}, "phu_luc": [{"tieu_de": "Danh mục", "bang": "dti.chua_dat"}, "khác"]}
    made = with_tables(Written("thu.md", fields), loaded({"dti": WORKBOOK}))
    table = made["phu_luc"][0]["noi_dung"][0]
    assert isinstance(table, Bang)
    assert "so_lieu" not in made
    assert made["phu_luc"][1] == "khác"


@pytest.mark.parametrize(
    ("bang", "said"),
    [
        ("dti.chua_dta", "không có `dti.chua_dta` → có phải `dti.chua_dat`?"),
        ('dti.cua("Sở Nội vu")', "có phải «Sở Nội vụ»?"),
        ("dti.chua_dat |", "viết sai"),
        ("dt", "không có `dt` → có phải `dti`?"),
        ("dti.findings", "đó không phải một bảng chỉ tiêu → ghi như dti.chua_dat"),
    ],
)
def it_says_which_table_is_not_there(bang: str, said: str) -> None:
    with pytest.raises(UnreadableDocumentError) as caught:
        with_tables(Written("thu.md", {"phu_luc": [{"bang": bang}]}), loaded({"dti": WORKBOOK}))
    assert said in str(caught.value.report)


def filled(text: str) -> Any:
    front = "---\nloai: congvan\n---\n"
    return fill_in(read_ban_thao(front + text, "thu.md"), loaded({"dti": WORKBOOK}))


def it_makes_a_table_of_a_selection_alone_on_its_line() -> None:
    body = filled("Danh mục:\n1. Giao chỉ tiêu:\n  {{ dti.chua_dat }}\n")
    assert isinstance(body.data["noi_dung"][1]["khoi"][0], Bang)
    assert body.lines["noi_dung[2].khoi[1]"] == 6


def it_prints_no_list_among_words() -> None:
    tags = ("dti.chua_dat", "dti.chua_dat.theo_co_quan()", "dti.chua_dat[0]", "dti.chua_dat[0].ma")
    text = "\n".join([f"Có {{{{ {tag} }}}}." for tag in tags])
    with pytest.raises(TemplateError) as caught:
        filled(text)
    assert [it.location.place for it in caught.value.report] == [f"dòng {line}, cột 4" for line in (4, 5, 6)]
    assert "| dem" in str(caught.value.report)


def it_refuses_a_workbook_that_the_ban_thao_does_not_name() -> None:
    with pytest.raises(UnreadableDocumentError) as caught:
        loaded({"dti": WORKBOOK}, dtj=WORKBOOK)
    assert "--data nêu số liệu `dtj` mà `so_lieu` không có → có phải `dti`?" in str(caught.value.report)


def it_says_that_a_tag_prints_a_whole_indicator() -> None:
    with pytest.raises(TemplateError) as caught:
        filled("Có {{ dti.tim('6.4') }}.")
    assert "in ra cả một chỉ tiêu → nêu trường cần in" in str(caught.value.report)
