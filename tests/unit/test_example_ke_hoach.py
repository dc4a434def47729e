"""The plan of ``examples/ke-hoach-dti`` as its script, its JSON and a command make it, held against the workbook."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.document import Document
from openpyxl.worksheet.worksheet import Worksheet
from support.golden import Golden
from support.letters import KE_HOACH, PUBLISHED, ke_hoach, plan
from support.outline import outline
from support.reader import read
from support.tables import ReadTable, read_tables

from vbhc import KeHoach, PhuLuc, load_indicators, load_table, load_tasks, render_bytes

SCRIPT, WORKBOOK, JSON = "ke_hoach.py", "dti-2025-ke-hoach.xlsx", "ke-hoach.json"
Grid = list[list[str]]


def shown(value: object, number_format: str = "General") -> str:
    """A cell as it should be printed: numbers by their format, a point that can only be a decimal mark as a comma."""
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        digits = len(number_format.partition(".")[2])
        return f"{value:.{digits}f}".replace(".", ",")
    text = "\n".join(" ".join(line.split()) for line in str(value).strip().splitlines())
    return re.sub(r"^([≥≤]?\d)\.(\d{4})$", r"\1,\2", text)


def resolved(sheet: Worksheet, first: int) -> Grid:
    """The rows of a sheet from ``first`` on; every cell of a merge holds what its first cell holds."""
    origin = {
        cell: region.start_cell.coordinate
        for region in sheet.merged_cells.ranges
        for row in region.rows
        for cell in (f"{openpyxl.utils.get_column_letter(column)}{number}" for number, column in row)
    }
    rows = []
    for row in sheet.iter_rows(min_row=first):
        cells = [sheet[origin.get(cell.coordinate, cell.coordinate)] for cell in row]
        rows.append([shown(cell.value, cell.number_format) for cell in cells])
    return rows


def read_back(table: ReadTable, *, headings: int) -> Grid:
    return [[squeezed(text) for text in row] for row in table.grid[headings:]]


def squeezed(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.splitlines())


def with_group_names(rows: Grid, table: Grid) -> Grid:
    """The rows of the sheet with the name of a group over the empty cells beside it, as the plan prints it."""
    return [
        [found if not cell and re.fullmatch(r"\d", row[0]) and found == row[1] else cell for cell, found in pairs]
        for row, printed in zip(rows, table, strict=True)
        for pairs in [list(zip(row, printed, strict=True))]
    ]


def plan_of(workbook: Path) -> KeHoach:
    """A kế hoạch with the three tables of a workbook and nothing else."""
    tables = (load_indicators(workbook, sheet="Phụ lục I"), load_tasks(workbook, sheet="Phụ lục II"))
    return plan(
        noi_dung=[load_table(workbook, sheet="Chỉ số thành phần")],
        phu_luc=[PhuLuc(noi_dung=[table.lap_bang()]) for table in tables],
    )


@pytest.fixture(scope="module", params=[KE_HOACH / WORKBOOK, PUBLISHED], ids=["example", "published"])
def both(request: pytest.FixtureRequest) -> tuple[openpyxl.Workbook, Sequence[ReadTable]]:
    """A workbook as openpyxl reads it, and the tables of the document made from it as an independent reader does."""
    document = ke_hoach() if request.param.parent == KE_HOACH else plan_of(request.param)
    tables = [table for table in read_tables(render_bytes(document)) if table.header_rows]
    return openpyxl.load_workbook(request.param), tables


def it_prints_the_groups_of_indicators_as_the_workbook_has_them(both: tuple[openpyxl.Workbook, Sequence[ReadTable]]):
    workbook, (table, _, _) = both
    assert table.header_rows == 2
    assert read_back(table, headings=0) == resolved(workbook["Chỉ số thành phần"], 3)
    assert not table.landscape


def it_prints_every_cell_of_the_indicators(both: tuple[openpyxl.Workbook, Sequence[ReadTable]]):
    workbook, (_, table, _) = both
    printed = read_back(table, headings=0)
    assert printed == with_group_names(resolved(workbook["Phụ lục I"], 5), printed)
    assert len(printed) == 60
    assert table.landscape


def it_prints_every_cell_of_the_tasks(both: tuple[openpyxl.Workbook, Sequence[ReadTable]]):
    workbook, (_, _, table) = both
    printed = read_back(table, headings=0)
    assert printed == with_group_names(resolved(workbook["Phụ lục II"], 5), printed)
    assert len(printed) == 1 + 8 + 71
    assert table.landscape


def it_merges_what_was_one_cell_in_the_workbook(both: tuple[openpyxl.Workbook, Sequence[ReadTable]]):
    workbook, (_, _, table) = both
    tall = [region for region in workbook["Phụ lục II"].merged_cells.ranges if region.size["rows"] > 1]
    merged = {
        (row + 5, cell.column + 1)
        for row, cells in enumerate(table.cells)
        for cell in cells
        if cell.merge in ("restart", "continue")
    }
    wanted = {(row, column) for region in tall for cells in region.rows for row, column in cells}
    # Groups too high for a page say again what they hold, and a part of one row is no merge.
    assert merged <= wanted
    assert len(merged) >= 0.9 * len(wanted)


def it_says_again_only_what_no_page_holds():
    *_, table = [found for found in read_tables(render_bytes(ke_hoach())) if found.header_rows]
    rows = zip(table.grid, table.cells, strict=True)
    codes = [texts[0] for texts, cells in rows if cells[0].merge != "continue" and "." in texts[0]]
    assert {code for code in codes if codes.count(code) > 1} == {"6.3"}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan that the script writes in a folder of its own."""
    folder = tmp_path_factory.mktemp("ke-hoach")
    for name in (SCRIPT, WORKBOOK):
        shutil.copy(KE_HOACH / name, folder)
    done = subprocess.run(
        [sys.executable, SCRIPT], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    *doubts, last = done.stdout.splitlines()
    assert last == "Đã ghi ke-hoach-dti.docx"
    assert all(line.startswith("CẢNH BÁO") for line in doubts)
    assert "Phụ lục II!C25: chỉ số 3.7: dòng 25 chưa có nhiệm vụ" in "".join(doubts)
    return folder / "ke-hoach-dti.docx"


@pytest.mark.parametrize(
    ("sheet", "cell", "text", "said"),
    [
        ("Phụ lục I", "B65", "(*) Số liệu tạm tính", "Phụ lục I!B65: dòng 65 không thuộc bảng nên bị bỏ qua: "),
        ("Phụ lục I", "A65", "Ghi chú: tạm tính", "Phụ lục I!A65: dòng 65 không thuộc bảng nên bị bỏ qua: "),
        ("Phụ lục II", "B85", "(*) Kể cả cấp xã", "Phụ lục II!B85: dòng 85 không thuộc bảng nên bị bỏ qua: "),
    ],
)
def it_says_which_rows_of_the_workbook_are_not_in_the_plan(sheet: str, cell: str, text: str, said: str, tmp_path: Path):
    done = run_on(tmp_path, sheet, cell, text)
    assert done.returncode == 0, done.stderr
    assert f'{said}"{text}"' in done.stdout


def it_writes_no_plan_with_a_formula_that_was_never_calculated(tmp_path: Path):
    done = run_on(tmp_path, "Phụ lục I", "E48", "=1+1")
    assert done.returncode != 0
    assert "SL005 Phụ lục I!E48" in done.stderr
    assert not (tmp_path / "kh.docx").exists()


def run_on(folder: Path, sheet: str, cell: str, value: str) -> subprocess.CompletedProcess[str]:
    """The script on the workbook with one more cell."""
    workbook = openpyxl.load_workbook(KE_HOACH / WORKBOOK)
    workbook[sheet][cell] = value
    workbook.save(folder / "bang.xlsx")
    command = [sys.executable, KE_HOACH / SCRIPT, "bang.xlsx", "kh.docx"]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60
    )


def it_writes_the_same_plan_by_script_by_json_and_by_command(written: Path, tmp_path: Path):
    from_json = KeHoach.model_validate_json((KE_HOACH / JSON).read_bytes())
    assert render_bytes(from_json) == written.read_bytes()
    command = [Path(sys.executable).with_name("vbhc"), "render", KE_HOACH / JSON, "-o", "kh.docx"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "Phụ lục I, II: đặt trang ngang vì bảng cần bề rộng." in done.stdout
    assert (tmp_path / "kh.docx").read_bytes() == written.read_bytes()


@pytest.fixture(scope="module")
def document(written: Path) -> Document:
    return docx.Document(str(written))


def body(document: Document) -> list[tuple[str, str]]:
    return [(p.style.name, " ".join(p.text.split())) for p in document.paragraphs if p.text.strip()]


def it_has_the_outline_of_a_real_plan(document: Document):
    headings = [text for style, text in body(document) if style in ("VB Mục I", "VB Mục 1", "VB Mục a")]
    assert [text for text in headings if re.match(r"[IVX]+\. ", text)] == [
        "I. MỤC ĐÍCH, YÊU CẦU",
        "II. MỤC TIÊU",
        "III. NHIỆM VỤ VÀ GIẢI PHÁP",
        "IV. KINH PHÍ THỰC HIỆN",
        "V. TỔ CHỨC THỰC HIỆN",
    ]
    assert [text.partition(" ")[0] for text in headings] == [
        *("I.", "1.", "2.", "II.", "1.", "2.", "III.", "1.", "2.", "a)", "b)", "c)", "3.", "a)", "b)", "c)"),
        *("IV.", "V.", "1.", "2."),
    ]


def it_has_every_other_element_of_a_real_plan(document: Document, written: Path):
    texts = body(document)
    dashes = [text for _, text in texts if text.startswith("- ")]
    plus = [text for style, text in texts if style == "VB Dấu cộng"]
    numbered = [p.runs for p in document.paragraphs if re.match(r"(\w\)|\d\.) ", p.text) and len(p.runs) > 2]
    run_in = [runs for runs in numbered if runs[1].bold and any(run.bold and run.text == ":" for run in runs)]
    assert (len(dashes), len(plus), len(run_in)) == (12, 2, 5)
    assert any("(i) mở" in text and "(iii) đưa" in text for _, text in texts)
    notes = read(written).footnotes
    assert [note.partition(" ")[0] for note in notes] == ["DTI", "Dịch"]
    assert notes[1].count("\n") == 1
    signature = document.tables[-3].rows[0].cells
    assert [p.text for p in signature[1].paragraphs if p.text] == [
        *("TM.\u00a0ỦY BAN NHÂN DÂN", "KT.\u00a0CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn A"),
    ]
    recipients = [p.text.strip() for p in signature[0].paragraphs]
    assert len(recipients) == 12
    assert recipients[1] == "- TT.TU, TT.HĐND tỉnh (b/c);"
    assert recipients[-4:] == ["- Văn phòng UBND tỉnh:", "+ LĐVP;", "+ KGVX;", "- Lưu: VT."]


def it_cites_each_document_in_full_once(document: Document):
    text = "\n".join(text for _, text in body(document))
    for number, full in (
        ("07-KH/TU", "Kế hoạch số 07-KH/TU ngày 25 tháng 7 năm 2025 của Ban Thường vụ Tỉnh ủy"),
        ("57-NQ/TW", "Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá"),
        ("17/KH-UBND", "Kế hoạch số 17/KH-UBND ngày 11 tháng 8 năm 2025 của UBND tỉnh"),
    ):
        assert text.count(number) > text.count(full) == 1
        assert text.index(full) < text.index(number) + len(full)


def it_counts_groups_and_indicators_from_the_workbook(written: Path):
    assert "8 nhóm với 47 chỉ tiêu" in " ".join(read(written).footnotes[0].split())


def it_writes_the_plan_as_kept(golden: Golden, written: Path):
    golden("ke-hoach-dti", outline(written))
