"""The example of a letter to each agency, run as its README says, held against the workbook read by another program."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from support.reader import read
from support.tables import read_tables

from vbhc import check
from vbhc.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDER = EXAMPLES / "gui-tung-co-quan"
NAMES = {"Sở KH&CN": "Sở Khoa học và Công nghệ", "Văn phòng UBND tỉnh (Trung tâm phục vụ HCC)": "Văn phòng UBND tỉnh"}
CHUA_DAT = {"2.3", "3.6", "4.2", "4.5", "4.6", "6.3", "6.4", "6.6", "6.8", "8.2", "8.3"}


def commands() -> list[str]:
    """What the README has staff type."""
    [block] = re.findall(r"```\n(.*?)```", (FOLDER / "README.md").read_text("utf-8"), re.DOTALL)
    return str(block).splitlines()


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, copied and run in a folder of its own."""
    folder = tmp_path_factory.mktemp("gui") / "vi-du"
    shutil.copytree(FOLDER, folder)
    with contextlib.chdir(folder):
        assert [main(command.split()[1:]) for command in commands()] == [0]
    return folder / "thu-gui"


@pytest.fixture(scope="module")
def by_agency() -> Mapping[str, set[str]]:
    """The indicators that each agency has to bring to their targets, by mã."""
    sheet = openpyxl.load_workbook(FOLDER / "dti-2026-05.xlsx").active
    assert sheet is not None
    found: dict[str, set[str]] = {}
    for row in sheet.iter_rows(values_only=True):
        if str(row[0]) in CHUA_DAT:
            lead = " ".join(str(row[5]).split())
            found.setdefault(NAMES.get(lead, lead), set()).add(str(row[0]))
    return found


def it_shares_its_workbook_with_the_letter_to_all() -> None:
    assert (FOLDER / "dti-2026-05.xlsx").read_bytes() == (EXAMPLES / "don-doc-dti/dti-2026-05.xlsx").read_bytes()


def it_writes_what_its_readme_says(ran: Path) -> None:
    names = sorted(it.name for it in ran.iterdir())
    assert names[0] == "01-so-khoa-hoc-va-cong-nghe.docx"
    assert names[4:] == ["05-tinh-doan-bac-ninh.docx", "bao-cao.csv", "bao-cao.json"]


def it_tells_each_agency_its_own_indicators_and_no_other(ran: Path, by_agency: Mapping[str, set[str]]) -> None:
    letters = {}
    for path in ran.glob("*.docx"):
        text = read(path).text.replace("\u00a0", " ")
        [to] = re.findall(r"Kính gửi:\s*(.+)", text)
        letters[to] = set(re.findall(r"^- Chỉ tiêu (\d\.\d)\. ", text, re.MULTILINE))
        assert f"có {len(letters[to])} chỉ tiêu do {to} chủ trì" in text
        assert f"hoàn thành các chỉ tiêu nâng cao chỉ số DTI do {to} chủ trì" in text
        rows = [row[0] for row in read_tables(path)[-1].grid]
        assert {cell for cell in rows if re.fullmatch(r"\d\.\d", cell)} == letters[to]
    assert letters == by_agency


def it_asks_no_agency_to_report_to_itself(ran: Path) -> None:
    text = read(ran / "01-so-khoa-hoc-va-cong-nghe.docx").text
    assert "Báo cáo kết quả về" not in text
    assert "Tổng hợp kết quả của các cơ quan chủ trì" in text


def it_writes_letters_in_which_the_check_finds_no_error(ran: Path) -> None:
    for path in ran.glob("*.docx"):
        assert not [it for it in check(path) if it.severity != "hint"]
