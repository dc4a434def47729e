"""`vbhc render --receipt` and `vbhc verify`: what is written, what is said, and the exit code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from vbhc.cli import main

EXAMPLE = Path(__file__).parents[2] / "examples/don-doc-dti"


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder with the example letter and its workbook."""
    for name in ("don-doc.md", "dti-2026-05.xlsx"):
        shutil.copy(EXAMPLE / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def it_writes_a_receipt_that_holds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("render", "don-doc.md", "-o", "thu.docx", "--receipt")) == 0
    assert "Đã ghi thu.json: " in capsys.readouterr().out
    assert main(("verify", "thu.docx", "--receipt", "thu.json")) == 0
    said = capsys.readouterr().out
    assert "0 không còn đúng." in said
    assert main(("verify", "thu.docx", "--receipt", "thu.json", "--json")) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["tong"] == found["con_dung"] > 90


def it_gives_1_when_a_number_no_longer_holds(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(("render", "don-doc.md", "-o", "thu.docx", "--receipt"))
    main(("render", "don-doc.md", "-o", "khac.docx", "--set", "thoi_gian=tháng 7 năm 2026"))
    capsys.readouterr()
    assert main(("verify", "khac.docx", "--receipt", "thu.json")) == 1
    said = capsys.readouterr().out
    assert "XM001" in said
    assert "chỗ nêu ở trên cần xem." in said


def it_refuses_a_workbook_that_the_receipt_does_not_name(capsys: pytest.CaptureFixture[str]) -> None:
    main(("render", "don-doc.md", "-o", "thu.docx", "--receipt"))
    assert main(("verify", "thu.docx", "--receipt", "thu.json", "--data", "dtx=a.xlsx")) == 2
    assert "phiếu có số liệu: dti" in capsys.readouterr().err


def it_keeps_a_receipt_that_is_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "thu.json").write_text("của tôi")
    assert main(("render", "don-doc.md", "-o", "thu.docx", "--receipt")) == 2
    assert not (folder / "thu.docx").exists()
    assert (folder / "thu.json").read_text() == "của tôi"


def it_never_writes_over_what_it_reads(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy("dti-2026-05.xlsx", "so.docx")
    before = (folder / "so.docx").read_bytes()
    assert main(("render", "don-doc.md", "-o", "so.docx", "--data", "dti=so.docx", "--force")) == 2
    assert "là đầu vào nên không ghi đè" in capsys.readouterr().err
    assert (folder / "so.docx").read_bytes() == before
    (folder / "so.docx").unlink()  # no Word file for the validators


def it_needs_a_file_to_lie_beside(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("render", "don-doc.md", "-o", "-", "--receipt")) == 2
    assert "--receipt ghi phiếu cạnh tệp Word" in capsys.readouterr().err


def it_says_so_when_the_receipt_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    main(("render", "don-doc.md", "-o", "thu.docx"))
    assert main(("verify", "thu.docx", "--receipt", "mat.json")) == 2
    assert "mat.json" in capsys.readouterr().err
