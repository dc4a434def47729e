"""What a batch leaves behind: whole letters, a report of all, nothing written over unasked, nothing hidden."""

from __future__ import annotations

import csv
import errno
import hashlib
import io
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from batched import ROWS, by_agency, by_row, draft, files, run, said, states

from vbhc.batch import BatchOptions, LetterResult, letters_of_rows, render_batch
from vbhc.draft.documents import open_draft
from vbhc.errors import OutputError, PackError
from vbhc.findings import Finding, Report, Severity
from vbhc.indicators import load_rows

POISONED = [ROWS[0], ("Xã B", ""), ("Xã C", "\ue000"), ROWS[1]]


def report(out: Path) -> Any:
    return json.loads((out / "bao-cao.json").read_text("utf-8"))


def table(out: Path) -> list[dict[str, str]]:
    text = (out / "bao-cao.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def it_leaves_letters_and_report_and_nothing_else(tmp_path: Path) -> None:
    result = run(by_row(tmp_path), tmp_path / "sâu" / "out")
    assert sorted(files(result.out)) == sorted([*(it.tep for it in result.letters), "bao-cao.json", "bao-cao.csv"])
    assert result.ok


def it_writes_the_other_letters_when_some_cannot_be_written(tmp_path: Path) -> None:
    result = run(by_row(tmp_path, POISONED), tmp_path / "out")
    assert states(result) == ["ok", "loi", "loi", "ok"]
    assert [letter.tep for letter in result.letters] == ["01-xa-a.docx", "", "", "04-xa-dong-ngan.docx"]
    assert "thu.md, dòng" in said(result)[0]
    assert "chưa có giá trị" in said(result)[0]
    assert not result.ok


def it_tells_what_is_wrong_in_a_row_without_writing_its_letter(tmp_path: Path) -> None:
    rows = tmp_path / "ds.csv"
    rows.write_text("Tên xã;Đầu mối\nXã A;#REF!\nXã B;B\n", "utf-8")
    made = draft(tmp_path, "Gửi {{ dong.ten_xa }}.\n"), letters_of_rows(load_rows(rows))
    result = run(made, tmp_path / "out")
    assert states(result) == ["loi", "ok"]
    assert said(result)[0].startswith('LỖI SL005 ds.csv, ds!B2: cột "Đầu mối": công thức trong ô bị lỗi (#REF!)')


def it_tells_what_is_doubtful_in_a_letter_that_is_written(tmp_path: Path) -> None:
    result = run(
        by_row(tmp_path, ROWS[:2], "1. Một {{ stt }}:\na) A;\n{% if stt == 1 %}c) C.{% else %}b) B.{% endif %}\n"),
        tmp_path / "out",
    )
    assert states(result) == ["xem_lai", "ok"]
    assert "đến lượt «b)»" in said(result)[0]


def it_passes_on_what_was_doubtful_before_the_letter_was_written(tmp_path: Path) -> None:
    opened, letters = by_row(tmp_path)
    doubt = Finding("SL003", "thieu-co-quan-chu-tri", Severity.WARNING, "xem lại dòng này")
    first, *others = letters.letters
    doubtful = replace(letters, letters=(replace(first, report=Report.of([doubt])), *others))
    result = run((opened, doubtful), tmp_path / "out")
    assert states(result) == ["xem_lai", "ok", "ok"]
    assert said(result) == ["CẢNH BÁO SL003 xem lại dòng này"]


def it_reports_each_letter_in_order_with_the_hash_of_its_file(tmp_path: Path) -> None:
    result = run(by_row(tmp_path, POISONED), tmp_path / "out")
    read = report(tmp_path / "out")
    assert read["tong"] == {"thu": 4, "ok": 2, "xem_lai": 0, "loi": 2}
    assert [(it["stt"], it["ten"], it["trang_thai"]) for it in read["thu"]] == [
        (1, "dòng 2: Xã A", "ok"),
        (2, "dòng 3: Xã B", "loi"),
        (3, "dòng 4: Xã C", "loi"),
        (4, "dòng 5: Xã Đông Ngàn", "ok"),
    ]
    for it in read["thu"]:
        data = (tmp_path / "out" / it["tep"]).read_bytes() if it["tep"] else b""
        assert it["sha256"] == (hashlib.sha256(data).hexdigest() if data else "")
        assert it["goi_mau"] == ("congvan 1.0.0" if data else "")
    assert read["thu"][1]["findings"][0]["hint"]
    assert (read["dau_vao"]["ban_thao"], read["dau_vao"]["thu_theo"]) == ("thu.md", "ds.csv, trang tính ds")
    assert [LetterResult.from_dict(it).trang_thai for it in read["thu"]] == [it.trang_thai for it in result.letters]


def it_has_a_fingerprint_of_its_inputs(tmp_path: Path) -> None:
    marks = []
    changes: list[dict[str, Any]] = [{}, {}, {"rows": ROWS[:2]}, {"body": "Khác {{ dong.ten_xa }}.\n"}]
    for position, how in enumerate(changes):
        run(by_row(tmp_path, **how), tmp_path / str(position))
        marks.append(report(tmp_path / str(position))["dau_vao"]["van_tay"])
    assert marks[0] == marks[1]
    assert len(set(marks)) == 3


def it_gives_excel_a_table_with_vietnamese_letters_and_no_formulas(tmp_path: Path) -> None:
    rows = [("=HYPERLINK(1)", "A"), ("+84", "B"), ("-1", "C"), ("@x", "D"), ("Xã E", "")]
    made = by_row(tmp_path, rows)
    run(made, tmp_path / "out")
    data = (tmp_path / "out/bao-cao.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    read = table(tmp_path / "out")
    assert [row["STT"] for row in read] == list("12345")
    assert [row["Trạng thái"] for row in read] == ["Xong"] * 4 + ["Lỗi, chưa có thư"]
    assert read[4]["Nội dung cần xem"].startswith("LỖI MB")
    cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";") for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def it_puts_a_quote_before_what_excel_would_take_for_a_formula(tmp_path: Path) -> None:
    opened, letters = by_row(tmp_path)
    named = tuple(replace(letter, ten=f"={letter.ten}") for letter in letters.letters)
    run((opened, replace(letters, letters=named)), tmp_path / "out")
    assert table(tmp_path / "out")[0]["Thư"] == "'=dòng 2: Xã A"


@pytest.mark.parametrize("left", ["bao-cao.json", "bao-cao.csv", ".vbhc-batch"])
def it_refuses_a_folder_with_results_of_an_earlier_run(tmp_path: Path, left: str) -> None:
    out = tmp_path / "out"
    made = by_row(tmp_path)
    if left == ".vbhc-batch":
        (out / left).mkdir(parents=True)
    else:
        run(made, out)
        before = files(out)
        for name in {"bao-cao.json", "bao-cao.csv"} - {left}:
            (out / name).unlink()
            del before[name]
    before = files(out)
    with pytest.raises(OutputError, match=r"(?s)--resume.*--force.*thư mục khác"):
        run(made, out)
    assert files(out) == before


def it_never_writes_over_a_file_that_it_does_not_know(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "02-xa-dong-ngan.docx").write_bytes(b"")
    result = run(by_row(tmp_path), out)
    (out / "02-xa-dong-ngan.docx").unlink()
    assert states(result) == ["ok", "loi", "ok"]
    assert said(result) == [
        "LỖI VB305 «02-xa-dong-ngan.docx» đã có, nội dung khác; không ghi đè "
        "→ xem lại tệp đó; muốn ghi đè thì chạy lại với --force"
    ]


def it_leaves_letters_alone_that_would_change_unless_forced(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(by_row(tmp_path), out)
    before = files(out)
    changed = by_row(tmp_path, [ROWS[0], (ROWS[1][0], "Người khác"), ROWS[2]])
    result = run(changed, out, resume=True)
    assert states(result) == ["ok", "loi", "ok"]
    assert {name: data for name, data in files(out).items() if name.endswith(".docx")} == {
        name: data for name, data in before.items() if name.endswith(".docx")
    }
    assert [it.tep for it in result.tep_thua] == ["02-xa-dong-ngan.docx"]
    assert states(run(changed, out, resume=True, force=True)) == ["ok", "ok", "ok"]
    fresh = tmp_path / "fresh"
    run(changed, fresh)
    assert files(out) == files(fresh)


def it_starts_anew_over_earlier_results_when_forced(tmp_path: Path) -> None:
    out, fresh = tmp_path / "out", tmp_path / "fresh"
    run(by_row(tmp_path), out)
    changed = by_row(tmp_path, body="Khác: {{ dong.ten_xa }}.\n")
    run(changed, out, force=True)
    run(changed, fresh)
    assert files(out) == files(fresh)


def it_makes_no_letter_again_that_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    made = by_row(tmp_path)
    run(made, out)
    before = files(out)
    monkeypatch.setattr("vbhc.batch.writing.output_of", lambda *a, **k: pytest.fail("written again"))
    assert states(run(made, out, resume=True)) == ["ok"] * 3
    assert files(out) == before


def it_makes_a_letter_anew_that_was_taken_away(tmp_path: Path) -> None:
    out = tmp_path / "out"
    made = by_row(tmp_path)
    run(made, out)
    before = files(out)
    (out / "02-xa-dong-ngan.docx").unlink()
    run(made, out, resume=True)
    assert files(out) == before


def it_does_not_take_a_letter_that_somebody_changed_for_its_own(tmp_path: Path) -> None:
    out = tmp_path / "out"
    made = by_row(tmp_path)
    run(made, out)
    other = (out / "01-xa-a.docx").read_bytes()
    (out / "02-xa-dong-ngan.docx").write_bytes(other)
    assert states(run(made, out, resume=True)) == ["ok", "loi", "ok"]
    assert (out / "02-xa-dong-ngan.docx").read_bytes() == other


def it_tells_of_letters_of_an_earlier_run_as_long_as_they_are_there(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(by_row(tmp_path), out)
    for _ in range(2):
        result = run(by_row(tmp_path, ROWS[:2]), out, resume=True)
        assert [it.tep for it in result.tep_thua] == ["03-phuong-kinh-bac.docx"]
    assert report(out)["tep_thua"][0]["tep"] == "03-phuong-kinh-bac.docx"
    (out / "03-phuong-kinh-bac.docx").unlink()
    assert run(by_row(tmp_path, ROWS[:2]), out, resume=True).tep_thua == ()


@pytest.mark.parametrize("content", ["{}", "[]", "x", '{"loai": "khác", "thu": [], "tep_thua": []}'])
def it_does_not_go_on_over_a_report_that_is_none_of_its_own(tmp_path: Path, content: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "bao-cao.json").write_text(content, "utf-8")
    with pytest.raises(OutputError, match="không phải của vbhc batch"):
        run(by_row(tmp_path), out, resume=True)
    assert (out / "bao-cao.json").read_text("utf-8") == content
    assert run(by_row(tmp_path), out, force=True).ok


def it_goes_on_where_there_is_nothing_to_go_on_from(tmp_path: Path) -> None:
    assert run(by_row(tmp_path), tmp_path / "out", resume=True).ok


def it_issues_letters_only_without_blanks(tmp_path: Path) -> None:
    result = run(by_row(tmp_path), tmp_path / "out", issue=True)
    assert states(result) == ["loi"] * 3
    assert "còn để trống; chưa ban hành được" in said(result)[0]


def it_tells_what_the_check_says_of_an_issued_letter_also_when_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "thu.md"
    _, letters = by_row(tmp_path, body="Đề nghị Uỷ ban nhân dân {{ dong.ten_xa }} cử  đầu mối ( nếu có).\n")
    text = path.read_text("utf-8").replace("/UBND-CĐS", "12/UBND-CĐS").replace("tháng 5 năm 2026", "5/5/2026")
    path.write_text(text, "utf-8")
    opened = open_draft(str(path))
    first = run((opened, letters), tmp_path / "out", issue=True)
    assert states(first) == ["xem_lai"] * 3
    again = run((opened, letters), tmp_path / "out", issue=True, resume=True)
    assert [str(it.report) for it in again.letters] == [str(it.report) for it in first.letters]


def it_refuses_a_pack_that_there_is_not_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(PackError):
        render_batch(*by_row(tmp_path), tmp_path / "out", BatchOptions(pack="congvann"))
    assert not (tmp_path / "out").exists()


def it_says_why_a_folder_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(OutputError, match="đã có tệp khác mang tên này"):
        run(by_row(tmp_path), tmp_path / "out")


def it_tells_disk_errors_of_the_letters_that_meet_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if b"word/document.xml" in data and next(turns) == 1:
            written(self, data[:100])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return written(self, data)

    turns = iter(range(9))
    monkeypatch.setattr(Path, "write_bytes", full)
    made = by_row(tmp_path)
    result = run(made, tmp_path / "out")
    assert states(result) == ["ok", "loi", "ok"]
    assert "ổ đĩa đã đầy" in said(result)[0]
    monkeypatch.undo()
    assert run(made, tmp_path / "out", resume=True).ok
    run(made, tmp_path / "fresh")
    assert files(tmp_path / "out") == files(tmp_path / "fresh")


def it_keeps_the_letters_when_the_report_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object, **how: object) -> None:
        raise OutputError("ổ đĩa đã đầy")

    monkeypatch.setattr("vbhc.batch.folder.close_folder", full)
    monkeypatch.setattr("vbhc.batch.batching.close_folder", full)
    made = by_row(tmp_path)
    with pytest.raises(OutputError):
        run(made, tmp_path / "out")
    monkeypatch.undo()
    assert run(made, tmp_path / "out", resume=True).ok
    assert ".vbhc-batch" not in {it.name for it in (tmp_path / "out").iterdir()}


def it_goes_on_without_a_journal_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opening = Path.open

    def refuse(self: Path, mode: str = "r", *args: Any, **how: Any) -> Any:
        if mode == "ab":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return opening(self, mode, *args, **how)

    monkeypatch.setattr(Path, "open", refuse)
    assert run(by_row(tmp_path), tmp_path / "out").ok


def it_tells_an_error_that_nobody_foresaw_of_its_letter_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import vbhc.batch.writing as writing

    whole = writing.output_of

    def broken(van_ban: Any, **how: Any) -> Any:
        if "Lê Văn C" in van_ban.model_dump_json():
            raise KeyError("bên trong")
        return whole(van_ban, **how)

    monkeypatch.setattr(writing, "output_of", broken)
    result = run(by_row(tmp_path), tmp_path / "out")
    assert states(result) == ["ok", "loi", "ok"]
    assert said(result)[0].startswith("LỖI VB308 vbhc gặp một lỗi ngoài dự kiến khi làm thư này")
    assert "bên trong" not in "".join(said(result))
    assert capsys.readouterr() == ("", "")
    monkeypatch.setenv("VBHC_DEBUG", "1")
    run(by_row(tmp_path), tmp_path / "out2")
    assert "KeyError" in capsys.readouterr().err


def it_calls_back_with_each_letter_as_it_is_done(tmp_path: Path) -> None:
    done: list[LetterResult] = []
    result = render_batch(*by_agency(tmp_path), tmp_path / "out", on_done=done.append)
    assert done == list(result.letters)
