"""Phụ lục and footnotes in the text of a bản thảo."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

from vbhc.draft.below import Below, read_below
from vbhc.draft.body import ReadyBlock, TypedLine, typed_lines


def below(text: str, **options: Any) -> Below:
    return read_below(typed_lines(dedent(text)), "thu.md", **options)


LETTER = """\
Gửi kèm hai phụ lục.

Phụ lục I
DANH MỤC CHỈ TIÊU
(Kèm theo Công văn số     /UBND-CĐS ngày     tháng 5 năm 2026)

| Mã | Tên |
|----|-----|
| 1.1 | Một |

**PHỤ LỤC II**

1. Sở Nội vụ.
2. Sở Y tế.
"""


def it_takes_phu_luc_from_the_text() -> None:
    read = below(LETTER)
    assert [it["noi_dung"] for it in read.fields["noi_dung"]] == ["Gửi kèm hai phụ lục."]
    first, second = read.fields["phu_luc"]
    assert (first["tieu_de"], first["noi_dung"][0]["loai"]) == ("DANH MỤC CHỈ TIÊU", "bang")
    assert ("tieu_de" in second, [it["noi_dung"] for it in second["noi_dung"]]) == (False, ["Sở Nội vụ.", "Sở Y tế."])
    assert not read.disorder


def it_knows_the_lines_of_phu_luc() -> None:
    lines = below(LETTER).lines
    assert [lines[it] for it in ("noi_dung[1]", "phu_luc[1]", "phu_luc[1].noi_dung[1]", "phu_luc[2].noi_dung[2]")] == [
        1,
        3,
        7,
        14,
    ]


@pytest.mark.parametrize("line", ["Phụ lục kèm theo nêu rõ.", "Phụ lục I và Phụ lục II.", "Các phụ lục", "\\Phụ lục I"])
def it_leaves_sentences_about_phu_luc_in_the_text(line: str) -> None:
    read = below(f"Mở đầu.\n{line}\nKết.")
    assert [it["noi_dung"] for it in read.fields["noi_dung"]] == ["Mở đầu.", line.lstrip("\\"), "Kết."]


@pytest.mark.parametrize("head", ["Phụ lục", "PHỤ LỤC", "Phụ lục 1", "phụ lục I.", "**Phụ lục I**"])
def it_knows_the_heading_of_a_phu_luc_in_every_form(head: str) -> None:
    assert below(f"Mở đầu.\n{head}\nTên\nMột đoạn.").fields["phu_luc"][0]["tieu_de"] == "Tên"


def it_takes_a_table_of_data_for_no_title() -> None:
    lines = [TypedLine("Phụ lục", 1), ReadyBlock({"loai": "bang"}, 2), TypedLine("Ghi chú.", 3)]
    (phu_luc,) = read_below(lines, "thu.md").fields["phu_luc"]
    assert ("tieu_de" in phu_luc, len(phu_luc["noi_dung"])) == (False, 2)


def it_tells_a_phu_luc_with_a_wrong_number() -> None:
    (finding,) = below("A\nPhụ lục I\nMột\nB\nPhụ lục III\nHai\nK").out_of_order("thu.md")
    assert str(finding) == (
        "CẢNH BÁO VB110 thu.md, dòng 5: ghi số «Phụ lục III», đến lượt «Phụ lục II»; "
        "phụ lục luôn được đánh số theo thứ tự → sửa số"
    )


def it_counts_the_muc_of_each_phu_luc_from_one() -> None:
    read = below("1. A.\nPhụ lục I\nMột\n1. B.\nPhụ lục II\nHai\n1. C.\n3. D.")
    assert [(it.typed, it.wanted) for it in read.disorder] == [("3.", "2.")]


def it_names_the_rows_of_a_table_by_a_row_of_one_cell() -> None:
    (table,) = below("| A | B |\n|---|---|\n| **Sở Y tế** |\n| 1 | 2 |").fields["noi_dung"]
    assert table["hang"] == [{"nhom": "Sở Y tế"}, ["1", "2"]]
    (narrow,) = below("| A |\n|---|\n| 1 |").fields["noi_dung"]
    assert narrow["hang"] == [["1"]]


def it_takes_the_indented_lines_below_a_footnote_for_more_of_it() -> None:
    read = below("Một[^1].\n[^1]: Chú một\n    tiếp theo.\nHai.")
    assert read.fields["chu_thich"] == {"1": "Chú một tiếp theo."}
    assert [it["noi_dung"] for it in read.fields["noi_dung"]] == ["Một[^1].", "Hai."]


def it_counts_phu_luc_typed_with_zeros() -> None:
    assert not below("A\nPhụ lục số 01\nMột\nB\nPhụ lục 02\nHai\nK").disorder
