"""A receipt held against the document and the workbook as they are now."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from support.drafts import FRONT

from vbhc.draft.documents import open_draft
from vbhc.draft.unreadable import UnreadableDocumentError
from vbhc.packs import load_pack
from vbhc.receipts import Verification, read_phieu, receipt_of, verify
from vbhc.receipts.making import Printed
from vbhc.render import render

EXAMPLE = Path(__file__).parents[3] / "examples/don-doc-dti/dti-2026-05.xlsx"

HEAD = f"{FRONT}so_lieu: {{dti: dti.xlsx}}\nphu_luc: [{{tieu_de: Danh mục, bang: dti.chua_dat}}]\n---\n"
LETTER = (
    HEAD
    + """\
Còn {{ dti.chua_dat | dem }}/{{ dti | dem }} chỉ tiêu, gửi trước ngày 10/6/2026.
{% for co_quan, nhom in dti.chua_dat.theo_co_quan().items() %}
1. {{ co_quan }}: {{ nhom | dem }} chỉ tiêu.
{% for ct in nhom %}
- Chỉ tiêu {{ ct.ma }} đạt {{ ct.thuc_hien }};
{% endfor %}
{% endfor %}
"""
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A letter with its receipt, its bản thảo and its workbook."""
    shutil.copy(EXAMPLE, tmp_path / "dti.xlsx")
    (tmp_path / "thu.md").write_text(LETTER, "utf-8")
    draft = open_draft(str(tmp_path / "thu.md"))
    van_ban = draft.fill().van_ban()
    path = render(van_ban, tmp_path / "thu.docx").path
    phieu = receipt_of(Printed(load_pack("congvan"), {path: path.read_bytes()}), draft, tmp_path, {})
    (tmp_path / "thu.json").write_text(phieu.model_dump_json(), "utf-8")
    return tmp_path


def verified(folder: Path, **so_lieu: Path) -> Verification:
    return verify(folder / "thu.docx", read_phieu(folder / "thu.json"), folder, so_lieu)


def told(found: Verification) -> list[str]:
    return [f"{it.code} {it.location}: {it.message}" for it in found.report]


def edit(folder: Path, change: Callable[[str], str]) -> None:
    """Somebody changes the text of the letter."""
    path, out = folder / "thu.docx", io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data.decode()).encode() if name == "word/document.xml" else data)
    assert out.getvalue() != path.read_bytes()
    path.write_bytes(out.getvalue())


def set_cell(folder: Path, cell: str, value: object) -> None:
    """Somebody changes the workbook."""
    book = openpyxl.load_workbook(folder / "dti.xlsx")
    book["Tháng 5-2026"][cell] = value
    book.save(folder / "dti.xlsx")


def it_says_that_all_holds_when_nothing_was_changed(folder: Path) -> None:
    found = verified(folder)
    assert (found.con_dung, found.khong_ro, told(found)) == (found.tong, 0, [])
    assert found.tong == len(read_phieu(folder / "thu.json").so) > 60


def it_says_that_all_holds_after_words_were_changed_and_styles(folder: Path) -> None:
    edit(folder, lambda xml: xml.replace("chỉ tiêu, gửi trước", "chỉ tiêu; đề nghị gửi trước"))
    assert told(verified(folder)) == []


def it_names_the_number_that_somebody_changed_in_the_document(folder: Path) -> None:
    edit(folder, lambda xml: xml.replace("đạt 26,45%", "đạt 62,45%"))
    found = verified(folder)
    assert told(found) == ["XM001 văn bản: số «26,45%» đã bị sửa, đoạn nay ghi: «- Chỉ tiêu 8.2 đạt 62,45%./.»"]
    assert found.con_dung == found.tong - 1


def it_names_a_typed_number_that_was_changed(folder: Path) -> None:
    edit(folder, lambda xml: xml.replace("10/6/2026", "12/6/2026"))
    assert told(verified(folder)) == [
        "XM001 văn bản: số «10/6/2026» đã bị sửa, đoạn nay ghi: «Còn 11/47 chỉ tiêu, gửi trước ngày 12/6/2026.»"
    ]


def it_names_one_of_two_equal_cells_that_was_changed(folder: Path) -> None:
    edit(folder, lambda xml: xml.replace(">98,6%<", ">89,6%<"))
    assert [it.partition(": ")[2] for it in told(verified(folder))] == ["số «98,6%» đã bị sửa, đoạn nay ghi: «89,6%»"]


def it_finds_a_paragraph_that_was_moved(folder: Path) -> None:
    def moved(xml: str) -> str:
        (first,) = re.findall(r"<w:p>(?:(?!</w:p>).)*Còn 11/47.*?</w:p>", xml)
        (last,) = re.findall(r"<w:p>(?:(?!</w:p>).)*Chỉ tiêu 8\.3.*?</w:p>", xml)
        return xml.replace(last, "").replace(first, last + first)

    edit(folder, moved)
    assert told(verified(folder)) == []


def it_names_every_number_of_a_paragraph_that_is_gone(folder: Path) -> None:
    edit(folder, lambda xml: re.sub("- Chỉ tiêu 8.2 đạt 26,45%[^<]*", "Bỏ.", xml))
    assert [it.partition(":")[2] for it in told(verified(folder))] == [
        " không còn đoạn có số «8.2»: «- Chỉ tiêu 8.2 đạt 26,45%./.»",
        " không còn đoạn có số «26,45%»: «- Chỉ tiêu 8.2 đạt 26,45%./.»",
    ]


def it_names_the_numbers_that_the_workbook_gives_no_longer(folder: Path) -> None:
    set_cell(folder, "E58", "Chưa đạt: 27,1%")
    found = verified(folder)
    cells = "(Tháng 5-2026!E58: «Chưa đạt: 26,45%» nay là «Chưa đạt: 27,1%»)"
    assert sorted(told(found)) == [
        f"XM002 bản thảo, dòng 11: in «Chưa đạt: 26,45%», ô nguồn đã đổi {cells}",
        f"XM002 bản thảo, dòng 17, cột 28: in «26,45%», số liệu nay cho «27,1%» {cells}",
    ]
    assert found.con_dung == found.tong - 2


def it_counts_anew_when_an_indicator_meets_its_target(folder: Path) -> None:
    set_cell(folder, "E22", "7/7")
    messages = [it.partition(": ")[2] for it in told(verified(folder)) if "dòng 13" in it]
    assert messages == ["in «11», số liệu nay cho «10» (Tháng 5-2026!E22: «6/7» nay là «7/7»)"]
    assert any("dòng 15" in it and "số liệu nay cho" in it for it in told(verified(folder)))


def it_tells_an_indicator_that_is_there_no_more(folder: Path) -> None:
    set_cell(folder, "A58", "8.20")
    assert any("bảng nay không có chỉ tiêu 8.2" in it for it in told(verified(folder)))


def it_does_not_call_unchecked_what_it_could_not_read(folder: Path) -> None:
    (folder / "dti.xlsx").unlink()
    found = verified(folder)
    assert [it.code for it in found.report] == ["XM003"]
    assert (found.con_dung, found.khong_ro) == (0, found.tong)
    assert "--data dti=TỆP" in str(found.report)


def it_takes_a_workbook_from_elsewhere(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    moved = tmp_path_factory.mktemp("khac") / "bang.xlsx"
    (folder / "dti.xlsx").rename(moved)
    assert told(verified(folder, dti=moved)) == []


def it_holds_after_all_was_moved_together(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("moi") / "thu"
    shutil.move(str(folder), elsewhere)
    assert told(verified(elsewhere)) == []


def it_hints_at_a_draft_that_was_changed(folder: Path) -> None:
    with (folder / "thu.md").open("a") as text:
        text.write("Thêm.\n")
    assert told(verified(folder)) == ["XM004 thu.md: bản thảo đã sửa sau khi tạo văn bản"]


@pytest.mark.parametrize(("text", "said"), [("{}", "không phải phiếu"), ("[", "không phải phiếu")])
def it_refuses_what_is_no_receipt(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "x.json").write_text(text)
    with pytest.raises(UnreadableDocumentError, match=said):
        read_phieu(tmp_path / "x.json")


def it_refuses_a_document_or_receipt_that_is_not_there(folder: Path) -> None:
    (folder / "thu.docx").unlink()
    with pytest.raises(UnreadableDocumentError, match=r"thu\.docx"):
        verified(folder)
    with pytest.raises(UnreadableDocumentError, match=r"x\.json"):
        read_phieu(folder / "x.json")


@pytest.mark.parametrize(("was", "now", "number"), [("11/47", "12/47", "11"), ("11/47", "11/48", "47")])
def it_sees_each_side_of_a_slash(folder: Path, was: str, now: str, number: str) -> None:
    edit(folder, lambda xml: xml.replace(f"Còn {was}", f"Còn {now}"))
    assert [it.partition(" đã")[0] for it in told(verified(folder))] == [f"XM001 văn bản: số «{number}»"]


def change(folder: Path, do: Callable[[Any], object]) -> None:
    """Somebody changes the sheet."""
    book = openpyxl.load_workbook(folder / "dti.xlsx")
    do(book["Tháng 5-2026"])
    book.save(folder / "dti.xlsx")


@pytest.mark.parametrize(
    "do",
    [
        lambda sheet: setattr(sheet, "title", "Tháng 6"),
        lambda sheet: sheet.insert_rows(3),
        lambda sheet: sheet.insert_cols(8),
    ],
    ids=["the sheet has another name", "a row above", "a column at the end"],
)
def it_finds_cells_again_where_the_sheet_was_rearranged(folder: Path, do: Callable[[Any], object]) -> None:
    change(folder, do)
    assert told(verified(folder)) == []


def it_tells_a_table_that_would_have_another_row_now(folder: Path) -> None:
    set_cell(folder, "E8", 10)
    (rows,) = [it for it in told(verified(folder)) if "dòng 11" in it]
    assert "in «2.3, 3.6, " in rows
    assert "số liệu nay cho «1.3, 2.3, 3.6, " in rows


@pytest.mark.parametrize("chon", [["abc=1"], ["lat=a:b"]])
def it_does_not_trust_a_receipt_that_somebody_wrote(folder: Path, chon: list[str]) -> None:
    text = (folder / "thu.json").read_text("utf-8").replace('"chon":["chua_dat"]', f'"chon":{json.dumps(chon)}')
    (folder / "thu.json").write_text(text, "utf-8")
    assert any("phiếu không nói rõ" in it for it in told(verified(folder)))


def it_looks_at_the_cell_of_the_indicator_and_no_other(folder: Path) -> None:
    set_cell(folder, "E22", "5/7")
    set_cell(folder, "H60", "6/7")
    assert [it for it in told(verified(folder)) if it.startswith("XM002 bản thảo, dòng 11: in «6/7», ô nguồn đã đổi")]


def it_takes_one_paragraph_for_one_only(folder: Path) -> None:
    edit(folder, lambda xml: re.sub("- Chỉ tiêu 8.3 đạt 61,2%[^<]*", "Bỏ.", xml.replace("đạt 26,45%", "đạt 62,45%")))
    messages = [it.partition(": ")[2] for it in told(verified(folder))]
    assert [it for it in messages if it.startswith("không còn đoạn")] == [
        "không còn đoạn có số «8.3»: «- Chỉ tiêu 8.3 đạt 61,2%;»",
        "không còn đoạn có số «61,2%»: «- Chỉ tiêu 8.3 đạt 61,2%;»",
    ]
