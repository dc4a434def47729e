"""All letters of a batch in one more file, for printing."""

from __future__ import annotations

import json
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from batched import ROWS, by_row, files, run, said, states, text_of

from vbhc.batch import BatchOptions, render_batch
from vbhc.errors import InputError
from vbhc.render import render_together

TOGETHER = "tat-ca-thu.docx"


def it_puts_all_letters_that_could_be_written_into_one_file_too(tmp_path: Path) -> None:
    opened, letters = by_row(tmp_path, [*ROWS, ("Xã lỗi", "")])
    result = run((opened, letters), tmp_path / "out", together=True)
    assert result.gop is not None
    assert (result.gop.tep, result.gop.ten) == (TOGETHER, "Gộp 3 thư")
    van_bans = [opened.fill({**it.names, "stt": it.stt}).van_ban() for it in letters.letters[:3]]
    render_together(van_bans, tmp_path / "wanted.docx")
    assert (tmp_path / "out" / TOGETHER).read_bytes() == (tmp_path / "wanted.docx").read_bytes()
    text = text_of(tmp_path / "out" / TOGETHER)
    assert [name in text for name, _ in ROWS] == [True] * 3
    read = json.loads((tmp_path / "out/bao-cao.json").read_text("utf-8"))
    assert read["gop"]["tep"] == TOGETHER


def it_makes_the_same_file_on_other_processes_and_when_letters_stand(tmp_path: Path) -> None:
    made, how = by_row(tmp_path), BatchOptions(together=True)
    render_batch(*made, tmp_path / "alone", how)
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
        render_batch(*made, tmp_path / "spread", how, executor=executor)
    wanted = files(tmp_path / "alone")
    assert files(tmp_path / "spread") == wanted
    (tmp_path / "alone" / TOGETHER).unlink()
    render_batch(*made, tmp_path / "alone", replace(how, resume=True))
    assert files(tmp_path / "alone") == wanted


def it_writes_its_own_file_anew_when_more_letters_are_there(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(by_row(tmp_path, [*ROWS[:2], (ROWS[2][0], "")]), out, together=True)
    result = run(by_row(tmp_path), out, together=True, resume=True)
    assert result.ok
    assert ROWS[2][0] in text_of(out / TOGETHER)


def it_never_writes_over_a_file_that_is_none_of_its_own(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / TOGETHER).write_bytes(b"")
    result = run(by_row(tmp_path), out, together=True)
    assert (out / TOGETHER).read_bytes() == b""
    (out / TOGETHER).unlink()
    assert states(result) == ["ok"] * 3
    assert result.gop is not None
    assert "«tat-ca-thu.docx» đã có, nội dung khác" in str(result.gop.report)
    assert not result.ok


def it_never_writes_over_a_letter_of_that_name(tmp_path: Path) -> None:
    opened, letters = by_row(tmp_path, [("Tất cả thư", "A")])
    made = opened, replace(letters, ten_tep="{{ dong.ten_xa }}")
    result = run(made, tmp_path / "out", together=True, force=True)
    assert "Thư 1: đề nghị Tất cả thư" in text_of(tmp_path / "out" / TOGETHER)
    assert result.gop is not None
    assert "tên tệp «tat-ca-thu.docx» đã dùng cho thư 1" in str(result.gop.report)


def it_tells_why_letters_cannot_come_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **how: object) -> None:
        raise InputError("không cùng một loại")

    monkeypatch.setattr("vbhc.batch.placing.output_together", refuse)
    result = run(by_row(tmp_path), tmp_path / "out", together=True)
    assert states(result) == ["ok"] * 3
    assert not result.ok
    assert result.gop is not None
    assert "không cùng một loại" in str(result.gop.report)
    assert not (tmp_path / "out" / TOGETHER).exists()


def it_has_no_such_file_where_no_letter_was_written_or_none_was_asked_for(tmp_path: Path) -> None:
    assert run(by_row(tmp_path, [("A", "")]), tmp_path / "a", together=True).gop is None
    result = run(by_row(tmp_path), tmp_path / "b")
    assert (result.gop, said(result)) == (None, [])


def it_tells_of_the_file_of_an_earlier_run_that_is_none_of_this_one(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(by_row(tmp_path), out, together=True)
    assert [it.tep for it in run(by_row(tmp_path), out, resume=True).tep_thua] == [TOGETHER]
