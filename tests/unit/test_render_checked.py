"""An issued văn bản is held against the decree as it would be printed; what breaks it is not put out."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from support.letters import bang, letter, plan
from support.package import Package

from vbhc import CheckError, CongVan, Severity, load_pack, render, render_apart, render_bytes
from vbhc.cli import main

NARROW = ('w:left="1701"', 'w:left="567"')


def issued(**changes: object) -> CongVan:
    return (
        letter(**changes)
        .model_copy(
            update={"so_ky_hieu": "5/UBND-VX", "thoi_gian": "5/5/2026"},
        )
        .ban_hanh()
    )


def faulty_pack(folder: Path) -> Path:
    """The shipped pack with a left margin of 10 mm."""
    pack = Path(shutil.copytree(load_pack("congvan").folder, folder / "templates" / "hep"))
    (file,) = pack.glob("*.docx")
    edited = Package.read(file).edited("word/document.xml", *NARROW)
    file.write_bytes(edited.write())
    return pack


def it_says_in_the_receipt_what_the_check_of_an_issued_letter_found(tmp_path: Path):
    receipt = render(issued(), tmp_path / "thu.docx")
    assert receipt.report is not None
    assert receipt.report.ok


def it_does_not_check_a_draft(tmp_path: Path):
    receipt = render(letter(), tmp_path / "thu.docx", pack=faulty_pack(tmp_path))
    assert receipt.report is None


def it_puts_nothing_out_that_breaks_the_decree(tmp_path: Path):
    pack, out = faulty_pack(tmp_path), tmp_path / "ra"
    out.mkdir()
    for put in (lambda: render(issued(), out / "thu.docx", pack=pack), lambda: render_bytes(issued(), pack=pack)):
        with pytest.raises(CheckError, match="lỗi thể thức nên chưa ban hành được") as caught:
            put()
        assert {finding.code for finding in caught.value.report.errors} == {"KT002"}
    assert list(out.iterdir()) == []


def it_puts_nothing_out_that_the_decree_does_not_judge(tmp_path: Path):
    old = issued().model_copy(update={"thoi_gian": "5/5/2016"})
    with pytest.raises(CheckError) as caught:
        render(old, tmp_path / "thu.docx")
    assert [(it.code, it.message) for it in caught.value.report.errors] == [
        (
            "VB203",
            "văn bản in ra đề ngày 05/5/2016, trước khi Nghị định số 30/2020/NĐ-CP có hiệu lực (05/3/2020), "
            "nên chưa kiểm tra được thể thức",
        )
    ]
    assert list(tmp_path.iterdir()) == []


def it_checks_every_file_that_is_put_out_apart(tmp_path: Path):
    whole = issued(phu_luc=[{"tieu_de": "Danh mục", "noi_dung": [bang(3, 2)]}])
    receipts = render_apart(whole, tmp_path / "thu.docx")
    assert [receipt.report.ok for receipt in receipts if receipt.report is not None] == [True, True]
    with pytest.raises(CheckError):
        render_apart(whole, tmp_path / "khac.docx", pack=faulty_pack(tmp_path))
    assert list(tmp_path.glob("khac*")) == []


def it_exits_with_1_and_keeps_what_stood_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    pack, out = faulty_pack(tmp_path), tmp_path / "thu.docx"
    old = render(letter(), out).sha256
    source = tmp_path / "thu.json"
    source.write_text(issued().model_dump_json(), "utf-8")
    assert main(["render", str(source), "-o", str(out), "--issue", "--force", "--pack", str(pack)]) == 1
    assert "KT002" in capsys.readouterr().err
    assert hashlib.sha256(out.read_bytes()).hexdigest() == old


def it_issues_a_plan_that_checks_clean(tmp_path: Path):
    whole = plan(so_ky_hieu="131/KH-UBND", thoi_gian="10/11/2025").ban_hanh()
    report = render(whole, tmp_path / "ke-hoach.docx").report
    assert report is not None
    assert [finding for finding in report if finding.severity is not Severity.HINT] == []
