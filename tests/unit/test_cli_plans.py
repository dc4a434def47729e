"""The commands with a kế hoạch: one file or several, what is said of them, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from support.letters import KE_HOACH, doan, plan, plan_data
from support.reader import read

from vbhc import load_indicators, render_bytes
from vbhc.cli import main

WIDE = {"loai": "bang", "cot": [{"tieu_de": f"Cột {n}", "rong_mm": 30} for n in range(8)], "hang": [["x"] * 8]}
TWO = [{"tieu_de": "Danh mục", "noi_dung": [doan("Hẹp.")]}, {"noi_dung": [WIDE]}]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, **changes: Any) -> None:
    (folder / "kh.json").write_text(json.dumps(plan_data(**changes), ensure_ascii=False), "utf-8")


def it_writes_a_plan_and_says_which_phu_luc_were_turned(folder: Path, capsys: pytest.CaptureFixture[str]):
    write(folder, phu_luc=TWO)
    assert main(["render", "kh.json", "-o", "kh.docx"]) == 0
    out = capsys.readouterr().out
    assert "Đã ghi kh.docx: kế hoạch (dự thảo, còn 2 chỗ trống), gói mẫu kehoach 1.0.0." in out
    assert "Phụ lục II: đặt trang ngang vì bảng cần bề rộng." in out
    assert (folder / "kh.docx").read_bytes() == render_bytes(plan(phu_luc=TWO))


def it_writes_each_phu_luc_as_its_own_file(folder: Path, capsys: pytest.CaptureFixture[str]):
    write(folder, phu_luc=TWO)
    assert main(["render", "kh.json", "-o", "kh.docx", "--separate"]) == 0
    out = capsys.readouterr().out
    assert sorted(path.name for path in folder.glob("*.docx")) == [
        *("kh-phu-luc-1.docx", "kh-phu-luc-2.docx", "kh.docx"),
    ]
    assert "Đã ghi kh-phu-luc-1.docx.\nĐã ghi kh-phu-luc-2.docx.\nPhụ lục II: đặt trang ngang" in out
    assert "DANH MỤC" in read(folder / "kh-phu-luc-1.docx").text
    assert "DANH MỤC" not in read(folder / "kh.docx").text


def it_does_not_put_several_files_on_standard_output(folder: Path, capsys: pytest.CaptureFixture[str]):
    write(folder, phu_luc=TWO)
    assert main(["render", "kh.json", "-o", "-", "--separate"]) == 2
    said = capsys.readouterr()
    assert (said.out, "không dùng được với đầu ra chuẩn" in said.err) == ("", True)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"noi_dung": [WIDE]}, "VB011 noi_dung[1] (Nội dung 1): bảng 8 cột cần ít nhất 240 mm, trang chỉ có 165 mm"),
        ({"noi_dung": [doan("Theo [@kh07].")]}, "VB005 noi_dung[1].noi_dung (Nội dung 1 → Nội dung)"),
        ({"noi_dung": [doan("Đạt[^a].")]}, "VB006 noi_dung[1].noi_dung"),
        ({"so_ky_hieu": "/UBND-CĐS"}, "ví dụ KH-UBND"),
        ({"phu_luc": [{"noi_dung": [{**WIDE, "hang": [["x"] * 9]}]}]}, "hàng 1 có 9 ô"),
    ],
)
def it_says_what_is_wrong_and_writes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], changes: dict[str, Any], said: str
):
    write(folder, **changes)
    assert main(["render", "kh.json", "-o", "kh.docx"]) == 1
    assert said in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["kh.json"]


@pytest.mark.parametrize("loai", ["kehoach", "vanbancoten"])
def it_prints_a_schema_that_accepts_a_plan_with_all_it_may_hold(capsys: pytest.CaptureFixture[str], loai: str):
    assert main(["schema", loai]) == 0
    schema = json.loads(capsys.readouterr().out)
    data = json.loads((KE_HOACH / "ke-hoach.json").read_bytes()) | {"loai": loai, "ten_loai": "Kế hoạch"}
    jsonschema.validate(data, schema)
    for wrong in ({"ten_loai": "Công văn"}, {"vien_dan": {"a": 5}}, {"noi_dung": [WIDE | {"hang": [[True]]}]}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(data | wrong, schema)


def it_demonstrates_a_letter_and_a_plan(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["demo", "--out", "thu"]) == 0
    out = capsys.readouterr().out
    assert "Đã ghi  thu/ke-hoach-dti.docx: kế hoạch và 2 phụ lục (Phụ lục I, II khổ ngang)" in out
    assert sorted(path.name for path in (folder / "thu").iterdir()) == [
        *("don-doc-dti.docx", "don-doc.md", "don_doc.py", "dti-2025-ke-hoach.xlsx", "dti-2026-05.xlsx"),
        *("gui-tung-co-quan.md", "ke-hoach-dti.docx", "ke_hoach.py", "thu-tung-co-quan"),
    ]
    assert len(load_indicators(folder / "thu" / "dti-2025-ke-hoach.xlsx")) == 47
