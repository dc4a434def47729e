"""``vbhc batch`` as staff use it: what is written, what is said, and the exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from batched import BY, ROWS, WORKBOOK, by_agency, by_row, files
from support.letters import letter_data

from vbhc.cli import main


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


Said = pytest.CaptureFixture[str]


def it_writes_a_letter_for_each_agency_and_says_where(tmp_path: Path, capsys: Said) -> None:
    by_agency(tmp_path)
    assert main(("batch", "thu.md", "--by", BY, "-o", "out")) == 0
    said = capsys.readouterr()
    assert said.out == "Đã có 5/5 thư trong out.\nBáo cáo từng thư: out/bao-cao.csv.\n"
    assert said.err == ""
    assert len(list((tmp_path / "out").glob("*.docx"))) == 5


def it_writes_a_letter_for_each_row_and_tells_which_are_missing(tmp_path: Path, capsys: Said) -> None:
    by_row(tmp_path, [*ROWS, ("Xã lỗi", "")])
    assert main(("batch", "thu.md", "--rows", "ds.csv", "-o", "out")) == 1
    said = capsys.readouterr()
    assert said.out.startswith("Đã có 3/4 thư trong out (1 thư lỗi chưa ghi được).\n")
    assert said.err.startswith("Thư 4 (dòng 5: Xã lỗi): LỖI MB")


def it_tells_each_finding_once_with_its_letters(tmp_path: Path, capsys: Said) -> None:
    by_row(tmp_path, [(f"Xã {number}", "A") for number in range(9)], "{{ dong.ten }}\n")
    assert main(("batch", "thu.md", "--rows", "ds.csv", "-o", "out")) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.startswith("Cả 9 thư: LỖI MB006 thu.md, dòng 12, cột 1: thẻ {{ dong.ten }}")


def it_writes_the_same_files_with_more_workers(tmp_path: Path) -> None:
    by_row(tmp_path)
    assert main(("batch", "thu.md", "--rows", "ds.csv", "-o", "mot")) == 0
    assert main(("batch", "thu.md", "--rows", "ds.csv", "-o", "hai", "--workers", "2")) == 0
    assert files(tmp_path / "mot") == files(tmp_path / "hai")


def it_goes_on_and_writes_over_only_when_asked(tmp_path: Path, capsys: Said) -> None:
    by_row(tmp_path)
    run = ("batch", "thu.md", "--rows", "ds.csv", "-o", "out")
    assert main(run) == 0
    before = files(tmp_path / "out")
    assert main(run) == 2
    assert "--resume" in capsys.readouterr().err
    assert main((*run, "--resume")) == 0
    assert files(tmp_path / "out") == before
    by_row(tmp_path, body="Khác: {{ dong.ten_xa }}.\n")
    assert main((*run, "--resume")) == 1
    assert main((*run, "--resume", "--force")) == 0


def it_can_run_again_after_nothing_could_be_written(tmp_path: Path) -> None:
    run = ("batch", "thu.md", "--rows", "ds.csv", "-o", "out")
    by_row(tmp_path, body="{{ dong.sai }}\n")
    assert main(run) == 1
    by_row(tmp_path)
    assert main(run) == 0


def it_passes_on_what_render_takes_too(tmp_path: Path) -> None:
    by_agency(tmp_path)
    given = ("--data", f"dti={WORKBOOK}", "--set", "thoi_gian=5/5/2026", "--set", "so_ky_hieu=12/UBND-CĐS")
    how = ("--pack", "congvan-p13", "--issue", "--danh-so-lai", "--together")
    assert main(("batch", "thu.md", "--by", BY, "-o", "out", *how, *given, "--name", "gửi {{ co_quan }}")) == 0
    read = json.loads((tmp_path / "out/bao-cao.json").read_text("utf-8"))
    assert {it["goi_mau"] for it in read["thu"]} == {"congvan-p13 1.0.0"}
    assert read["thu"][2]["tep"] == "gui-cong-an-tinh.docx"
    assert (tmp_path / "out/tat-ca-thu.docx").exists()


def it_reads_the_sheet_that_is_named(tmp_path: Path, capsys: Said) -> None:
    by_row(tmp_path)
    assert main(("batch", "thu.md", "--rows", "ds.csv", "--sheet", "khác", "-o", "out")) == 2
    assert "không có trang tính" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("-o", "out"), "Ghi một trong hai: --by"),
        (("-o", "out", "--by", BY, "--rows", "ds.csv"), "Ghi một trong hai: --by"),
        (("-o", "out", "--by", BY, "--sheet", "A"), "--sheet chỉ dùng cùng --rows"),
        (("--by", BY), "Thiếu tùy chọn «-o»"),
        (("-o", "out", "--by", BY, "--workers", "0"), "«0» không phải số từ 1 đến 61"),
        (("-o", "out", "--by", BY, "--workers", "hai"), "«hai» không phải số từ 1 đến 61"),
        (("-o", "out", "--by", "dti.chuadat.theo_co_quan"), "có phải `dti.chua_dat`?"),
        (("-o", "out", "--rows", "khong-co.xlsx"), "không đọc được tệp: không có tệp này"),
        (("-o", "thu.md", "--rows", "ds.csv"), "đã có tệp khác mang tên này"),
    ],
)
def it_answers_wrong_use_with_2(tmp_path: Path, capsys: Said, args: tuple[str, ...], told: str) -> None:
    by_row(tmp_path)
    by_agency(tmp_path)
    assert main(("batch", "thu.md", *args)) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def it_says_how_to_go_on_after_ctrl_c(tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*args: object) -> None:
        raise KeyboardInterrupt

    by_row(tmp_path)
    run = ("batch", "thu.md", "--rows", "ds.csv", "-o", "out")
    monkeypatch.setattr("vbhc.cli.progress.Progress.step", interrupted)
    assert main(run) == 130
    assert "chạy lại câu lệnh này với --resume." in capsys.readouterr().err
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    assert main((*run, "--resume")) == 0


def it_refuses_a_document_without_tags(tmp_path: Path, capsys: Said) -> None:
    by_row(tmp_path)
    (tmp_path / "thu.json").write_text(json.dumps(letter_data()), "utf-8")
    assert main(("batch", "thu.json", "--rows", "ds.csv", "-o", "out")) == 2
    assert "không phải bản thảo" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
