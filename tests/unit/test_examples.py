"""The examples as a user runs them; what they write is held against the workbook, read by another program."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.document import Document
from openpyxl.cell import Cell
from support.golden import Golden
from support.letters import DON_DOC, EXAMPLES, TRIEN_KHAI, don_doc, trien_khai
from support.outline import outline

from vbhc import render_bytes
from vbhc.cli import main

README = EXAMPLES.parent / "README.md"
SCRIPT, WORKBOOK = "don_doc.py", "dti-2026-05.xlsx"
CHUA_DAT = ["2.3", "3.6", "4.2", "4.5", "4.6", "6.3", "6.4", "6.6", "6.8", "8.2", "8.3"]
MA = re.compile(r"\d+\.\d+")
# How the letter addresses the lead agencies that the workbook abbreviates.
IN_FULL = {"Sở KH&CN": "Sở Khoa học và Công nghệ", "Văn phòng UBND tỉnh (Trung tâm phục vụ HCC)": "Văn phòng UBND tỉnh"}


@dataclass(frozen=True)
class Row:
    """One indicator of the workbook, target and result as a reader of the letter expects them."""

    name: str
    target: str
    result: str
    lead: str

    @property
    def agency(self) -> str:
        return IN_FULL.get(self.lead, self.lead)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def shown(cell: Cell) -> str:
    """The value as Vietnamese write it: no claim before it, no fraction or target behind it."""
    if "%" in cell.number_format:
        return f"{round(float(cell.value) * 100, 2):g}%".replace(".", ",")
    text = re.sub(r"^Chưa đạt: | \(\d+/\d+\)$|/\d+(?=%)", "", str(cell.value))
    return text.replace(".", ",")


@pytest.fixture(scope="module")
def workbook() -> Mapping[str, Row]:
    """Every indicator by mã, read with openpyxl."""
    sheet = openpyxl.load_workbook(DON_DOC / WORKBOOK).worksheets[0]
    rows = (row for row in sheet.iter_rows(min_row=5) if MA.fullmatch(str(row[0].value)))
    return {
        str(ma.value): Row(ten.value, shown(dich), shown(kq), chu_tri.value)
        for ma, ten, _, dich, kq, chu_tri, *_ in rows
    }


def run(*command: str | Path, folder: Path) -> str:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def don_doc_docx(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The letter that the script writes in a folder of its own."""
    folder = tmp_path_factory.mktemp("don-doc")
    for name in (SCRIPT, WORKBOOK):
        shutil.copy(DON_DOC / name, folder)
    assert run(sys.executable, SCRIPT, folder=folder) == "Đã ghi don-doc-dti.docx\n"
    return docx.Document(str(folder / "don-doc-dti.docx"))


def body(document: Document) -> list[str]:
    return [squeezed(paragraph.text) for paragraph in document.paragraphs]


def cells(document: Document, table: int) -> list[list[str]]:
    return [[squeezed(cell.text) for cell in row.cells] for row in document.tables[table].rows]


def it_counts_what_the_workbook_holds(don_doc_docx: Document, workbook: Mapping[str, Row]):
    (opening,) = (text for text in body(don_doc_docx) if "chưa đạt** (" in text or "chưa đạt (" in text)
    assert len(workbook) == 47
    assert f"đã đạt {47 - 11}/47 chỉ tiêu" in opening
    assert f"11/47 chỉ tiêu chưa đạt ({', '.join(CHUA_DAT)})" in opening


def it_lists_the_eleven_with_target_result_and_lead_agency(don_doc_docx: Document, workbook: Mapping[str, Row]):
    heads, *rows = cells(don_doc_docx, -2)
    assert heads == ["Mã", "Chỉ tiêu", "Mục tiêu", "Kết quả", "Cơ quan chủ trì"]
    expected = [(ma, workbook[ma]) for ma in CHUA_DAT]
    assert rows == [[ma, squeezed(row.name), row.target, row.result, row.agency] for ma, row in expected]


def it_gives_each_lead_agency_its_paragraph_and_its_tasks(don_doc_docx: Document, workbook: Mapping[str, Row]):
    texts = body(don_doc_docx)
    agencies = dict.fromkeys(workbook[ma].agency for ma in CHUA_DAT)
    for agency in agencies:
        own = [ma for ma in CHUA_DAT if workbook[ma].agency == agency]
        (at,) = (n for n, text in enumerate(texts) if re.match(rf"\d\. {agency} .*{len(own)} chỉ tiêu", text))
        below = texts[at + 1 : at + 1 + len(own)]
        assert sorted(MA.findall(text)[0] for text in below) == own
        assert all(f"kết quả {workbook[ma].result}" in text for text in below for ma in MA.findall(text)[:1])
        assert f"- {agency};" in texts
    numbered = [text for text in texts if re.match(r"\d\. ", text)]
    assert len(numbered) == len(agencies) + 1


def it_groups_the_tasks_by_lead_agency(don_doc_docx: Document, workbook: Mapping[str, Row]):
    _, *rows = cells(don_doc_docx, -1)
    agency, found = "", {}
    for first, *others in rows:
        if MA.fullmatch(first):
            found[first] = agency
        else:
            agency = first
            assert set(others) == {agency}
    assert found == {ma: workbook[ma].agency for ma in CHUA_DAT}


def it_shows_a_script_that_a_chuyen_vien_can_read():
    assert len((DON_DOC / SCRIPT).read_text("utf-8").splitlines()) <= 60


def it_refuses_to_write_over_the_letter_of_an_earlier_run(tmp_path: Path):
    for name in (SCRIPT, WORKBOOK):
        shutil.copy(DON_DOC / name, tmp_path)
    (tmp_path / "thu.docx").write_bytes(render_bytes(trien_khai()))
    again = [sys.executable, SCRIPT, WORKBOOK, "thu.docx"]
    done = subprocess.run(again, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode != 0
    assert "đã có" in done.stderr
    assert (tmp_path / "thu.docx").read_bytes() == render_bytes(trien_khai())


def it_writes_no_letter_to_nobody(tmp_path: Path):
    book = openpyxl.load_workbook(DON_DOC / WORKBOOK)
    (cell,) = (row[5] for row in book.worksheets[0].iter_rows(min_row=5) if str(row[0].value) == "6.4")
    cell.value = None
    book.save(tmp_path / "bang.xlsx")
    again = [sys.executable, DON_DOC / SCRIPT, "bang.xlsx", "thu.docx"]
    done = subprocess.run(again, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode != 0
    assert f"{cell.coordinate}: chỉ tiêu 6.4: chưa ghi cơ quan chủ trì" in done.stdout
    assert "Không soạn thư" in done.stderr
    assert not (tmp_path / "thu.docx").exists()


def it_writes_the_letter_of_a_so_from_json_by_the_command(tmp_path: Path):
    shutil.copy(TRIEN_KHAI / "thu.json", tmp_path)
    command = Path(sys.executable).with_name("vbhc")
    run(command, "render", "thu.json", "-o", "thu.docx", folder=tmp_path)
    assert (tmp_path / "thu.docx").read_bytes() == render_bytes(trien_khai())


def it_runs_the_python_that_the_readme_shows(tmp_path: Path):
    shown = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    for code in shown:
        run(sys.executable, "-c", code, folder=tmp_path)
    assert "Đến nay còn 11/47 chỉ tiêu chưa đạt./." in body(docx.Document(str(tmp_path / "thu.docx")))
    plan = docx.Document(str(tmp_path / "ke-hoach.docx"))
    assert "1. Sở KH&CN: Chủ trì theo Nghị quyết số 57-NQ/TW./." in body(plan)
    assert [len(table.rows) for table in plan.tables] == [2, 11, 1, 60, 80]


def it_writes_the_letter_of_don_doc_as_kept(golden: Golden):
    golden("don-doc-dti", outline(render_bytes(don_doc())))


def it_writes_the_letter_of_trien_khai_in_the_larger_sizes_as_kept(golden: Golden):
    golden("trien-khai-ke-hoach-p13", outline(render_bytes(trien_khai(), pack="congvan-p13")))


def it_writes_the_same_letter_from_the_ban_thao_as_from_the_script(tmp_path: Path) -> None:
    shutil.copytree(DON_DOC, tmp_path / "ex")
    assert main(("render", str(tmp_path / "ex/don-doc.md"), "-o", str(tmp_path / "thu.docx"))) == 0
    assert (tmp_path / "thu.docx").read_bytes() == render_bytes(don_doc())
