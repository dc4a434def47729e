"""The pages of ``docs/`` that are made from data say what the data says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from vbhc.check.registry import RULES
from vbhc.kit.rule_pages import PAGES, decree_page, rules_page, write_pages
from vbhc.layout import load_decree

DOCS = Path(__file__).parents[3] / "docs"


@pytest.mark.parametrize("name", PAGES)
def it_is_not_stale(name: str) -> None:
    written = (DOCS / name).read_text("utf-8")
    assert written == PAGES[name](), f"docs/{name} is stale: run python -m vbhc.kit.rule_pages"


def it_has_every_rule_once_with_what_it_teaches() -> None:
    page = rules_page()
    assert sorted(re.findall(r"^### (\S+) `(\S+)`$", page, re.MULTILINE)) == sorted((it.code, it.slug) for it in RULES)
    assert f"{len(RULES)} quy tắc" in page
    for rule in RULES:
        part = page.split(f"### {rule.code} ")[1].split("\n### ")[0]
        assert f"**{rule.lesson.ten}.** {rule.lesson.vi_sao}" in part
        assert f"Sai:\n\n```text\n{rule.lesson.sai}\n```" in part
        assert f"Đúng:\n\n```text\n{rule.lesson.dung}\n```" in part
        assert f"Căn cứ: {rule.source.can_cu}." in part


def it_says_how_grave_a_rule_is() -> None:
    assert "Mức: lỗi (độ chắc A). Căn cứ: PL I, Phần I, I.3." in rules_page()
    assert "Mức: gợi ý (độ chắc D). Căn cứ: Điều 1, Điều 2. Xét cả văn bản ngoài phạm vi" in rules_page()
    assert "| A | đọc trong chính phụ lục của nghị định | lỗi |" in rules_page()


def it_has_every_number_of_the_decree_with_its_clause() -> None:
    rows = [line.split(" | ") for line in decree_page().splitlines() if re.match(r"\| `(?!P1)", line)]
    told = [(name.strip("| `"), clause, sure[0]) for name, _, _, clause, sure in rows]
    rules = load_decree().rules
    assert sorted(told) == sorted((name.partition(".")[2], it.can_cu, it.muc) for name, it in rules.items())


@pytest.mark.parametrize(
    "row",
    [
        "| `le_trai_mm` | 30–35 mm | 30 mm | PL I, Phần I, I.3 | A |",
        "| `thut_dong_dau_mm` | 10 hoặc 12,7 mm | 12,7 mm | PL I, Phần I, II.6 | A |",
        "| `cach_doan_pt` | từ 6 pt trở lên | 6 pt | PL I, Phần I, II.6 | A |",
        "| `cach_dong` | 1–1,5 lần dòng đơn | 1,1 lần dòng đơn | PL I, Phần I, II.6 | A |",
        "| `noi_nhan` | 11 pt | 11 pt | PL I, Phần I, II.9 | A |",
        "| `lan_le_trai_mm` | 0–3,5 mm | 3,5 mm | PL III, Mẫu 1.4 | A, từ mẫu |",
    ],
)
def it_writes_numbers_as_staff_read_them(row: str) -> None:
    assert row in decree_page().splitlines()


def it_is_written_by_one_command(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "vbhc.kit.rule_pages", str(tmp_path)], check=True)
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {
        name: page() for name, page in PAGES.items()
    }


def it_writes_into_the_folder_that_is_named(tmp_path: Path) -> None:
    write_pages(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(PAGES)
