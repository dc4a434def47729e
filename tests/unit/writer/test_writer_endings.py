"""How texts end: "./." once behind the last word of the body, căn cứ with ";" and "."."""

from __future__ import annotations

import io

import docx
import pytest
from support.letters import doan, plan
from written import Data, body_of, dash, said, table, titled

from vbhc import render_bytes


@pytest.mark.parametrize(
    ("last", "ended"),
    [
        (doan("Hết."), "Hết./."),
        (doan("Hết.[^a]"), "Hết{^1}./."),
        (doan("Hết[^a]."), "Hết{^1}./."),
        (doan("**Hết.[^a]**"), "Hết{^1}./."),
        (doan("**Hết.**[^a]"), "Hết{^1}./."),
        (doan("Hết./.[^a]"), "Hết./.{^1}"),
        (said("Hết;[^a]"), "I. Hết{^1}./."),
        (titled("Hết[^a]"), "I. HẾT{^1}./."),
        (dash("a", "Hết.[^a]"), "+ Hết{^1}./."),
        (doan("[^a]"), "{^1}./."),
    ],
)
def it_ends_once_behind_the_last_word_and_the_mark_of_its_footnote(last: Data, ended: str):
    notes = {"a": "Ghi chú."} if "[^a]" in str(last) else {}
    *_, line = body_of(plan(noi_dung=[doan("Mở đầu."), last], chu_thich=notes))
    assert line.text == ended


@pytest.mark.parametrize("last", ["lượng CO~2~", "diện tích m^2^."])
def it_ends_on_the_line_whatever_was_lowered_or_raised_before(last: str):
    (line,) = (
        p
        for p in docx.Document(io.BytesIO(render_bytes(plan(noi_dung=[doan(last)])))).paragraphs
        if p.style.name == "VB Đoạn"
    )
    assert line.text.endswith("2./.")
    shifted = [run.text for run in line.runs if run.font.subscript or run.font.superscript]
    assert shifted == ["2"]


def it_ends_once_when_two_footnotes_stand_at_the_end():
    (line,) = body_of(plan(noi_dung=[doan("Hết.[^a][^b]")], chu_thich={"a": "Một.", "b": "Hai."}))
    assert line.text == "Hết{^1},{^2}./."


@pytest.mark.parametrize(
    "above", [doan("Danh mục./."), doan("**Danh mục./.**"), said("Danh mục./."), doan("Danh mục./.[^a]")]
)
def it_ends_once_when_its_author_did_so_above_a_last_table(above: Data):
    notes = {"a": "Ghi chú."} if "[^a]" in str(above) else {}
    lines = body_of(plan(noi_dung=[above, table(["Cột"], ["ô"])], chu_thich=notes))
    assert "".join(line.text for line in lines).count("./.") == 1


def it_writes_can_cu_in_italics_with_their_end_marks():
    can_cu = ["Căn cứ [@luat];", "Căn cứ **Nghị định** số 30[^a]", "Theo đề nghị của Giám đốc Sở Nội vụ;"]
    lines = body_of(
        plan(
            can_cu=can_cu,
            chu_thich={"a": "Ghi chú."},
            vien_dan={"luat": "Luật Tổ chức chính quyền địa phương ngày 16/6/2025"},
        )
    )[:3]
    assert [line.text for line in lines] == [
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Căn cứ Nghị định số 30{^1};",
        "Theo đề nghị của Giám đốc Sở Nội vụ.",
    ]
    assert {line.style for line in lines} == {"VB Căn cứ"}
    assert all(line.italic == line.raw for line in lines[::2])
    assert lines[1].bold == "Nghị định"
