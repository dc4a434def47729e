"""Texts in the file: formats that go on over a line, and introductions that stay with what they introduce."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from support.letters import doan, letter, plan

from vbhc import VanBan, render_bytes


def opened(van_ban: VanBan) -> Document:
    return docx.Document(BytesIO(render_bytes(van_ban)))


def bold_words(paragraph: Any) -> str:
    return "".join(run.text for run in paragraph.runs if run.bold)


def it_keeps_a_format_that_goes_on_over_the_lines_of_a_cell():
    table = {"loai": "bang", "cot": ["A", "B"], "hang": [["**một\nhai** ba", "x"]]}
    cell = opened(letter(noi_dung=[table])).tables[1].rows[1].cells[0]
    assert [paragraph.text for paragraph in cell.paragraphs] == ["một", "hai ba"]
    assert [bold_words(paragraph) for paragraph in cell.paragraphs] == ["một", "hai"]


def it_keeps_what_introduces_with_what_follows_on_any_level():
    dash = {"loai": "gach_dau_dong", "noi_dung": "Sở A, gồm:"}
    title = {
        "loai": "muc",
        "tieu_de": "Phần việc",
        "khoi": [dash, doan("Việc một."), doan("**Việc hai**"), doan("Ba.")],
    }
    blocks = [doan("Yêu cầu:"), title, *[doan("Xong.")] * 4]
    found = opened(plan(noi_dung=blocks)).paragraphs
    kept = {p.text: bool(p.paragraph_format.keep_with_next) for p in found[:-4] if p.text}
    assert kept["Yêu cầu:"]
    assert kept["- Sở A, gồm:"]
    assert kept["Việc hai"]
    assert not kept["Việc một."]


def it_says_once_what_a_merged_cell_higher_than_a_page_holds():
    words = " ".join(f"từ{n}" for n in range(900))
    rows = [[{"noi_dung": words, "khoa": "k"}, "một"], [{"khoa": "k"}, "hai"]]
    table = opened(plan(noi_dung=[{"loai": "bang", "cot": ["A", "B"], "hang": rows}, doan("Hết.")])).tables[1]
    assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == [[words, "một"], ["", "hai"]]
    assert table.rows[1]._tr.trPr is None or not table.rows[1]._tr.trPr.xpath("w:cantSplit")
