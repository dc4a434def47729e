"""Which letters a batch has, what their tags may use, how their files are called."""

from __future__ import annotations

import re
import string
from dataclasses import replace
from pathlib import Path

import batched
import pytest
from batched import AGENCIES, BY, ROWS, by_agency, by_row, run, said, states, text_of
from hypothesis import given
from hypothesis import strategies as st

from vbhc.batch import letters_by, letters_of_rows
from vbhc.batch.file_names import safe_name
from vbhc.errors import DataError, TemplateError
from vbhc.indicators import load_rows


def it_has_a_letter_for_each_lead_agency_with_its_own_indicators(tmp_path: Path) -> None:
    result = run(by_agency(tmp_path), tmp_path / "out")
    assert [letter.ten for letter in result.letters] == AGENCIES
    assert states(result) == ["ok"] * 5
    assert [letter.tep for letter in result.letters] == [
        "01-so-khoa-hoc-va-cong-nghe.docx",
        "02-so-noi-vu.docx",
        "03-cong-an-tinh.docx",
        "04-van-phong-ubnd-tinh.docx",
        "05-tinh-doan-bac-ninh.docx",
    ]
    assert "Công an tỉnh còn 2/47 chỉ tiêu chưa đạt: 4.6 và 8.3." in text_of(tmp_path / "out/03-cong-an-tinh.docx")


def it_gives_each_letter_its_own_recipient_and_phu_luc(tmp_path: Path) -> None:
    front = 'phu_luc: [{tieu_de: "Chỉ tiêu của {{ co_quan }}", bang: nhom}]\n'
    made = by_agency(tmp_path, "Như phụ lục.\n", front=front, kinh_gui="{{ co_quan }}")
    run(made, tmp_path / "out")
    lines = text_of(tmp_path / "out/03-cong-an-tinh.docx").splitlines()
    assert "Kính gửi: Công an tỉnh" in " ".join(lines)
    assert "CHỈ TIÊU CỦA CÔNG AN TỈNH" in lines
    assert [line for line in lines if re.fullmatch(r"\d\.\d", line)] == ["4.6", "8.3"]


def it_has_a_letter_for_each_group(tmp_path: Path) -> None:
    opened, _ = by_agency(tmp_path, "{{ ten_nhom }}: {{ nhom | dem }} chỉ tiêu.\n")
    letters = letters_by(opened, "dti.theo_nhom()")
    result = run((opened, letters), tmp_path / "out")
    assert states(result) == ["ok"] * len(letters.letters)
    assert result.letters[0].ten == str(opened.so_lieu["dti"][0].nhom)


def it_has_a_letter_for_each_row_with_its_cells_by_name(tmp_path: Path) -> None:
    result = run(by_row(tmp_path), tmp_path / "out")
    assert [letter.ten for letter in result.letters] == [
        "dòng 2: Xã A",
        "dòng 3: Xã Đông Ngàn",
        "dòng 4: Phường Kinh Bắc",
    ]
    assert [letter.tep for letter in result.letters] == [
        "01-xa-a.docx",
        "02-xa-dong-ngan.docx",
        "03-phuong-kinh-bac.docx",
    ]
    assert "Thư 2: đề nghị Xã Đông Ngàn cử Lê Văn C làm đầu mối." in text_of(tmp_path / "out/02-xa-dong-ngan.docx")


@pytest.mark.parametrize(
    ("path", "advice"),
    [
        ("dti.chuadat.theo_co_quan", "không có `dti.chuadat` → có phải `dti.chua_dat`?"),
        ("dtii.theo_nhom", "không có `dtii` → có phải `dti`?"),
        ("dti.chua_dat.theo_coquan", "→ có phải `dti.chua_dat.theo_co_quan`?"),
        ("dti.chua_dat", "→ ghi `dti.chua_dat.theo_co_quan` hoặc `dti.chua_dat.theo_nhom`"),
        ("dti", "→ ghi `dti.theo_co_quan` hoặc `dti.theo_nhom`"),
        ("", "→ ghi như dti.chua_dat.theo_co_quan"),
        ("theo_co_quan", "→ "),
        ("dti.khong_ro.theo_co_quan", "không có chỉ tiêu nào"),
    ],
)
def it_says_what_was_probably_meant_by_a_path_that_there_is_not(tmp_path: Path, path: str, advice: str) -> None:
    opened, _ = by_agency(tmp_path)
    with pytest.raises(DataError) as caught:
        letters_by(opened, path)
    assert advice in str(caught.value.report)


def it_writes_no_letter_to_an_unknown_agency(tmp_path: Path) -> None:
    rows = ["STT,Chỉ tiêu,Mục tiêu,Kết quả thực hiện,Cơ quan chủ trì", "1.1,A,60%,50%,Sở Y tế", "1.2,B,60%,50%,"]
    (tmp_path / "dti.csv").write_text("\n".join([*rows, "1.3,C,60%,50%,"]), "utf-8")
    opened = batched.draft(tmp_path, "Gửi {{ co_quan }}.\n", front="so_lieu: {dti: dti.csv}\n")
    result = run((opened, letters_by(opened, BY)), tmp_path / "out")
    assert states(result) == ["ok", "loi"]
    assert said(result) == [
        "LỖI VB302 2 chỉ tiêu (1.2, 1.3) chưa rõ cơ quan chủ trì, không biết gửi thư này cho ai "
        "→ ghi cơ quan chủ trì của các chỉ tiêu này ở bảng số liệu"
    ]
    assert sorted(it.name for it in (tmp_path / "out").glob("*.docx")) == ["01-so-y-te.docx"]


def it_refuses_a_list_without_rows(tmp_path: Path) -> None:
    (tmp_path / "ds.csv").write_text("STT;Tên;Nơi\n(1);(2);(3)\n", "utf-8")
    with pytest.raises(DataError, match="không có dòng nào dưới tiêu đề"):
        letters_of_rows(load_rows(tmp_path / "ds.csv"))


def it_pads_the_numbers_of_files_to_one_width(tmp_path: Path) -> None:
    result = run(by_row(tmp_path, [("X", "Y")] * 101), tmp_path / "out")
    assert [result.letters[at].tep for at in (0, 100)] == ["001-x.docx", "101-x.docx"]


def it_names_files_by_a_pattern_with_the_tags_of_the_letters(tmp_path: Path) -> None:
    opened, letters = by_row(tmp_path)
    made = replace(letters, ten_tep="{{ dong.dau_moi }} / {{ stt }}.docx")
    result = run((opened, made), tmp_path / "out")
    assert [letter.tep for letter in result.letters] == ["tran-thi-b-01.docx", "le-van-c-02.docx", "pham-d-03.docx"]


@pytest.mark.parametrize(
    ("pattern", "told"),
    [("{{ dong.ten }}", "có phải `dong.ten_xa`"), ("{{ stt", "mẫu tên tệp, dòng 1"), ("{{ stt | x }}", "bộ lọc")],
)
def it_refuses_a_pattern_that_gives_no_name_before_anything_is_written(tmp_path: Path, pattern: str, told: str) -> None:
    opened, letters = by_row(tmp_path)
    with pytest.raises(TemplateError) as caught:
        run((opened, replace(letters, ten_tep=pattern)), tmp_path / "out")
    assert told in str(caught.value)
    assert not (tmp_path / "out").exists()


def it_never_gives_two_letters_one_file(tmp_path: Path) -> None:
    opened, letters = by_row(tmp_path, [*ROWS, ("xã Á", "Khác"), ("Xã A", "Khác nữa")])
    result = run((opened, replace(letters, ten_tep="{{ dong.ten_xa }}")), tmp_path / "out")
    assert states(result) == ["ok", "ok", "ok", "loi", "loi"]
    assert said(result)[0] == (
        "LỖI VB304 tên tệp «xa-a.docx» đã dùng cho thư 1 (dòng 2: Xã A) → thêm {{ stt }} vào mẫu tên tệp (--name)"
    )
    assert "Trần Thị B" in text_of(tmp_path / "out/xa-a.docx")


def it_cannot_write_a_letter_whose_pattern_gives_nothing_or_a_list(tmp_path: Path) -> None:
    opened, letters = by_row(tmp_path, [("***", "A"), ("Xã B", "B")])
    result = run((opened, replace(letters, ten_tep="{{ dong.ten_xa }}")), tmp_path / "out")
    assert states(result) == ["loi", "ok"]
    assert "mẫu tên tệp không cho tên nào" in said(result)[0]
    opened, letters = by_agency(tmp_path)
    with pytest.raises(TemplateError, match="in ra cả một danh sách"):
        run((opened, replace(letters, ten_tep="{{ nhom }}")), tmp_path / "khac")


@given(st.text(max_size=300))
def it_makes_names_that_every_system_takes(text: str) -> None:
    name = safe_name(text)
    assert set(name) <= set(string.ascii_lowercase + string.digits + "-")
    assert not name.startswith("-")
    assert len(name) <= 104
    assert name not in {"con", "prn", "aux", "nul", "com1", "lpt9"}
    assert safe_name(name) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("01-Sở Y tế", "01-so-y-te"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\thư\\gửi", "c-thu-gui"),
        ("NUL", "nul-thu"),
        ("com7", "com7-thu"),
        ("Ðắk Lắk", "dak-lak"),
        ("dài " * 60, ("dai-" * 25)[:-1]),
        ("x" * 300, "x" * 100),
    ],
)
def it_makes_this_name_of_that(text: str, name: str) -> None:
    assert safe_name(text) == name
