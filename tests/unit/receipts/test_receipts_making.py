"""A receipt: for each number of a document what it came from, and all that it was made of."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections import Counter, defaultdict
from pathlib import Path

import openpyxl
import pytest
from support.drafts import FRONT as FIELDS

from vbhc.draft.documents import open_draft
from vbhc.draft.marking import without_marks
from vbhc.packs import load_pack
from vbhc.receipts import Phieu, receipt_of
from vbhc.receipts.form import So
from vbhc.receipts.making import Printed
from vbhc.receipts.texts import texts_of
from vbhc.render import render, render_apart

EXAMPLE = Path(__file__).parents[3] / "examples/don-doc-dti/dti-2026-05.xlsx"

CITED = 'vien_dan: {kh: "Kế hoạch số 131/KH-UBND ngày 10/11/2025 của UBND tỉnh về chuyển đổi số"}\n'
FRONT = (
    FIELDS.replace("trich_yeu: đôn đốc", 'trich_yeu: "đôn đốc {{ dti.chua_dat | dem }} chỉ tiêu"')
    + f"so_lieu: {{dti: dti.xlsx}}\n{CITED}"
)
TABLE = "phu_luc: [{tieu_de: Danh mục, bang: dti.chua_dat}]\n"
BODY = """\
---
Theo {{ vien_dan.kh }}, còn {{ dti.chua_dat | dem }}/{{ dti | dem }} chỉ tiêu.
{% for ct in dti.chua_dat[:2] %}
1. Chỉ tiêu {{ ct.ma }} đạt {{ ct.thuc_hien }}.
{% endfor %}
Gửi trước ngày 10/6/2026[^1].

[^1]: Còn thiếu {{ dti.chua_dat[1].con_thieu }}.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(EXAMPLE, tmp_path / "dti.xlsx")
    return tmp_path


def made(folder: Path, text: str, *, apart: bool = False) -> Phieu:
    (folder / "thu.md").write_text(text, "utf-8")
    draft = open_draft(str(folder / "thu.md"))
    van_ban = draft.fill().van_ban()
    put = render_apart if apart else render
    receipts = put(van_ban, folder / "thu.docx")
    files = {it.path: it.path.read_bytes() for it in (receipts if isinstance(receipts, tuple) else (receipts,))}
    return receipt_of(Printed(load_pack("congvan"), files), draft, folder, {})


def sources(phieu: Phieu, tag: str) -> list[So]:
    return [it for it in phieu.so if it.the == tag]


def it_tells_the_cell_of_every_printed_value_with_its_raw_text_and_paragraph(folder: Path) -> None:
    phieu = made(folder, FRONT + BODY)
    (_, second) = sources(phieu, "{{ ct.thuc_hien }}")
    assert (second.in_ra, second.cho) == ("6/7", "dòng 15, cột 29")
    assert [(it.so_lieu, it.o, it.nguyen_van) for it in second.o] == [("dti", "Tháng 5-2026!E22", "6/7")]
    assert second.doan is not None
    assert phieu.doan[second.doan] == "2. Chỉ tiêu 3.6 đạt 6/7."
    (ma, _) = sources(phieu, "{{ ct.ma }}")
    assert [it.o for it in ma.o] == ["Tháng 5-2026!A14"]


def it_tells_the_cells_that_decide_a_count(folder: Path) -> None:
    (count, _) = sources(made(folder, FRONT + BODY), "{{ dti.chua_dat | dem }}")
    assert (count.in_ra, len(count.o)) == ("11", 11)
    assert {it.o[: len("Tháng 5-2026!E")] for it in count.o} == {"Tháng 5-2026!E"}


def it_tells_both_cells_of_what_was_worked_out(folder: Path) -> None:
    (missing,) = sources(made(folder, FRONT + BODY), "{{ dti.chua_dat[1].con_thieu }}")
    assert (missing.in_ra, [it.o for it in missing.o]) == ("1/7", ["Tháng 5-2026!E22", "Tháng 5-2026!D22"])


def it_finds_values_of_the_frame_and_of_footnotes_in_their_paragraphs(folder: Path) -> None:
    phieu = made(folder, FRONT + BODY)
    said = {it.the: phieu.doan[it.doan] for it in phieu.so if it.doan is not None}
    assert said["{{ dti.chua_dat[1].con_thieu }}"] == "Còn thiếu 1/7."
    assert "V/v đôn đốc 11 chỉ tiêu" in [phieu.doan[it.doan] for it in phieu.so if it.doan is not None]


def it_tells_the_cell_of_every_number_of_a_table(folder: Path) -> None:
    phieu = made(folder, FRONT + TABLE + BODY)
    cells = sources(phieu, "bang: dti.chua_dat")
    assert all(it.doan is not None and it.in_ra in phieu.doan[it.doan] and len(it.o) == 1 for it in cells)
    assert "Chưa đạt: 26,45%" in [it.in_ra for it in cells]
    assert all(re.search(r"\d", it.in_ra) for it in cells)
    assert [it.o[0].o for it in cells if it.in_ra == "6/7"] == ["Tháng 5-2026!E22"]


def it_tells_typed_numbers_with_their_lines(folder: Path) -> None:
    typed = {it.in_ra: it.dong for it in made(folder, FRONT + BODY).ghi_tay}
    assert typed["10/6/2026"] == (17,)
    assert typed["131"] == ()
    assert "11" not in typed or typed["11"] == ()


def it_leaves_no_number_of_the_document_out(folder: Path) -> None:
    phieu = made(folder, FRONT + TABLE + BODY)
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for it in (*phieu.so, *phieu.ghi_tay):
        assert it.doan is not None
        told[phieu.doan[it.doan]].update(re.findall(r"\d+", it.in_ra))
    texts = Counter(it for it in texts_of((folder / "thu.docx").read_bytes()) if re.search(r"\d", it))
    assert {it: Counter(re.findall(r"\d+", it)) for it, times in texts.items() if times == 1} == {
        it: counted for it, counted in told.items() if texts[it] == 1
    }
    assert sum(counted.total() for counted in told.values()) > 60


def it_names_all_files_with_their_hashes_and_the_pack(folder: Path) -> None:
    phieu = made(folder, FRONT + BODY)
    assert phieu.ban_thao is not None
    files = {it.tep: it.sha256 for it in (*phieu.van_ban, phieu.ban_thao, *phieu.so_lieu.values())}
    for name in ("thu.docx", "thu.md", "dti.xlsx"):
        assert files[name] == hashlib.sha256((folder / name).read_bytes()).hexdigest()
    assert phieu.so_lieu["dti"].trang_tinh == "Tháng 5-2026"
    assert (phieu.goi_mau.ten, len(phieu.goi_mau.sha256)) == ("congvan", 64)


def it_covers_phu_luc_in_files_of_their_own(folder: Path) -> None:
    phieu = made(folder, FRONT + TABLE + BODY, apart=True)
    assert [it.tep for it in phieu.van_ban] == ["thu.docx", "thu-phu-luc.docx"]
    assert all(it.doan is not None for it in sources(phieu, "bang: dti.chua_dat"))


def it_is_made_of_json_too(folder: Path) -> None:
    van_ban = open_draft_of(folder)
    (folder / "thu.json").write_text(van_ban, "utf-8")
    draft = open_draft(str(folder / "thu.json"))
    letter = draft.fill().van_ban()
    path = render(letter, folder / "khac.docx").path
    phieu = receipt_of(Printed(load_pack("congvan"), {path: path.read_bytes()}), draft, folder, {})
    assert (phieu.so, bool(phieu.ghi_tay)) == ((), True)


def open_draft_of(folder: Path) -> str:
    (folder / "thu.md").write_text(FRONT + BODY, "utf-8")
    return open_draft(str(folder / "thu.md")).fill().van_ban().model_dump_json()


def it_gives_the_same_document_with_and_without_marks(folder: Path) -> None:
    (folder / "thu.md").write_text(FRONT + TABLE + BODY, "utf-8")
    draft = open_draft(str(folder / "thu.md"))
    marked, marking = draft.fill_marked()
    assert len(marking.sources) >= 50
    assert without_marks(marked.van_ban().model_dump_json()) == draft.fill().van_ban().model_dump_json()


def it_knows_the_cells_of_what_was_set_aside(folder: Path) -> None:
    phieu = made(folder, FRONT + '---\n{% set n = dti.tim("6.4").thuc_hien.so %}\nĐạt {{ n | so(1) }}.\n')
    (printed,) = sources(phieu, "{{ n | so(1) }}")
    assert (printed.in_ra, [it.o for it in printed.o], printed.ten) == ("57,3", ["Tháng 5-2026!E44"], None)


@pytest.mark.parametrize("tag", ["{{ 5 | bang_chu }}", '{{ "15/5/2026" | ngay_thang_nam }}', '{{ "{" }}'])
def it_takes_tags_without_a_name(folder: Path, tag: str) -> None:
    assert sources(made(folder, f"{FRONT}---\nĐoạn {tag}.\n"), tag) == []


def it_finds_values_of_the_frame_by_whole_numbers(folder: Path) -> None:
    front = FRONT.replace(
        "kinh_gui: [Sở Nội vụ]", "kinh_gui: [\"Sở Nội vụ ({{ dti.cua('Sở Nội vụ').chua_dat | dem }})\"]"
    )
    phieu = made(folder, front + "---\nMột.\n")
    (one,) = [it for it in phieu.so if it.in_ra == "1"]
    assert one.doan is not None
    assert phieu.doan[one.doan] == "Kính gửi: Sở Nội vụ (1)"


def it_marks_each_line_of_a_cell(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "dti.xlsx")
    book["Tháng 5-2026"]["E58"] = "Chưa đạt: 26,45%\n(quý II: 24%)"
    book.save(folder / "dti.xlsx")
    phieu = made(folder, FRONT + TABLE + BODY)
    lines = [it for it in sources(phieu, "bang: dti.chua_dat") if it.o[0].o == "Tháng 5-2026!E58"]
    assert [phieu.doan[it.doan] for it in lines if it.doan is not None] == ["Chưa đạt: 26,45%", "(quý II: 24%)"]


def it_knows_what_the_names_in_a_call_stand_for(folder: Path) -> None:
    phieu = made(folder, FRONT + '---\nĐạt {{ dti.tim("6.4").thuc_hien }} so với {{ dti.tim("6.4").muc_tieu }}.\n')
    (result,) = sources(phieu, '{{ dti.tim("6.4").thuc_hien }}')
    assert (result.ten, [it.o for it in result.o]) == ({"dti": {"bang": "dti", "chon": []}}, ["Tháng 5-2026!E44"])


def it_tells_of_a_baseline_its_own_cell_only(folder: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["STT", "Chỉ tiêu", "Mục tiêu", "Năm 2025", "Kết quả thực hiện", "Cơ quan chủ trì"])
    sheet.append(["1.1", "Tỷ lệ hồ sơ", "60%", "54%", "57%", "Sở Nội vụ"])
    book.save(folder / "dti.xlsx")
    phieu = made(folder, FRONT + '---\nNăm trước {{ dti.tim("1.1").moc[0].gia_tri }}.\n')
    (baseline,) = sources(phieu, '{{ dti.tim("1.1").moc[0].gia_tri }}')
    assert (baseline.in_ra, [it.o for it in baseline.o]) == ("54%", ["Sheet!D2"])
