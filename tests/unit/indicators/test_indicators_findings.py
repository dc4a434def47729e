"""What is reported, at which cell; and that one spoiled cell gives one finding."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
from indicator_files import HEADER, found, load, row

from vbhc.errors import DataError
from vbhc.findings import Severity
from vbhc.indicators import load_indicators
from vbhc.indicators.defects import DEFECTS


def it_finds_nothing_in_a_sound_table(tmp_path: Path) -> None:
    bang = load(tmp_path, row(muc_tieu="≥ 60%"), row(ma="1.2", don_vi="tin, bài/năm", muc_tieu="≥ 52", thuc_hien=60))
    assert list(bang.findings) == []


@pytest.mark.parametrize(
    ("cells", "slug", "where"),
    [
        ({"thuc_hien": "75%"}, "so-luu-dang-van-ban", "E2"),
        ({"thuc_hien": "Đạt: 55%"}, "danh-gia-khac-so-lieu", "E2"),
        ({"thuc_hien": "Chưa đạt: 65%"}, "danh-gia-khac-so-lieu", "E2"),
        ({"chu_tri": None}, "thieu-co-quan-chu-tri", "F2"),
        ({"chu_tri": " - "}, "thieu-co-quan-chu-tri", "F2"),
        ({"thuc_hien": "#REF!"}, "o-cong-thuc-loi", "E2"),
        ({"thuc_hien": "=1/0"}, "o-cong-thuc-loi", "E2"),
        ({"don_vi": "xyz", "muc_tieu": "≥ 5", "thuc_hien": 6}, "don-vi-la", "C2"),
        ({"don_vi": "hộ", "muc_tieu": "≥ 100", "thuc_hien": "20.000"}, "so-doc-duoc-hai-cach", "E2"),
        ({"thuc_hien": "Đat: 75%"}, "danh-gia-go-sai", "E2"),
        ({"thuc_hien": "Chưa dat: 55%"}, "danh-gia-go-sai", "E2"),
        ({"thuc_hien": "Đang thống kê"}, "gia-tri-khong-doc-duoc", "E2"),
        ({"thuc_hien": "5/0"}, "gia-tri-khong-doc-duoc", "E2"),
        ({"thuc_hien": True}, "gia-tri-khong-doc-duoc", "E2"),
        ({"thuc_hien": None}, "thieu-ket-qua", "E2"),
        ({"thuc_hien": "…"}, "thieu-ket-qua", "E2"),
        ({"muc_tieu": None, "thuc_hien": "Đạt"}, "thieu-muc-tieu", "D2"),
        ({"thuc_hien": "95% (14/16)"}, "phan-so-khac-ty-le", "E2"),
        ({"thuc_hien": "14/16 (95%)"}, "phan-so-khac-ty-le", "E2"),
        ({"don_vi": "hộ", "muc_tieu": "≥ 50", "thuc_hien": "Đạt: 45%"}, "don-vi-khong-khop", "E2"),
        ({"ten": "Tỷ lệ A (yêu cầu trên 70%)"}, "muc-tieu-thap-hon-yeu-cau", "D2"),
        ({"thuc_hien": datetime.date(2026, 7, 6)}, "o-bi-doi-thanh-ngay", "E2"),
        ({"thuc_hien": "Đạt/Chưa đạt"}, "danh-gia-hai-y", "E2"),
        ({"thuc_hien": "Chưa đạt"}, "khong-co-so-de-so", "E2"),
        ({"don_vi": None, "muc_tieu": "≥ 5", "thuc_hien": 6}, "thieu-don-vi-tinh", "C2"),
        ({"thuc_hien": "57/70%"}, "yeu-cau-khac-muc-tieu", "E2"),
        ({"muc_tieu": "≥ 5%", "thuc_hien": 0.3}, "ty-le-chua-ro", "E2"),
    ],
)
def it_reports_one_spoiled_cell_once(tmp_path: Path, cells: dict[str, Any], slug: str, where: str) -> None:
    bang = load(tmp_path, row(**{"muc_tieu": "từ 60% trở lên", **cells}))
    said = [(it.slug, it.location.place) for it in bang.findings]
    assert said == [(slug, f"Tháng 5!{where}")]
    assert all(it.location.file == "bang.xlsx" for it in bang.findings)


def it_reports_a_code_that_is_used_twice_and_where_it_was_first(tmp_path: Path) -> None:
    bang = load(tmp_path, row(), row(ma="1.2"), row(ma="1.1"))
    assert found(bang, "trung-ma") == ["A4"]
    assert "Tháng 5!A2" in str(bang.findings)


def it_hints_at_the_lost_zero_of_a_numeric_code(tmp_path: Path) -> None:
    bang = load(tmp_path, row(ma=1.1), row(ma=1.10))
    assert [it.ma for it in bang] == ["1.1", "1.1"]
    assert "1.10" in str(bang.findings)


def it_reads_a_code_that_excel_made_a_date_of(tmp_path: Path) -> None:
    bang = load(tmp_path, row(ma=datetime.date(2026, 3, 2)))
    assert ([it.ma for it in bang], found(bang, "o-bi-doi-thanh-ngay")) == (["2.3"], ["A2"])


def it_lists_an_unknown_unit_once_for_all_its_rows(tmp_path: Path) -> None:
    bang = load(tmp_path, row(don_vi="xyz"), row(ma="1.2", don_vi="xyz"))
    assert found(bang, "don-vi-la") == ["C2"]
    assert "2 dòng" in str(bang.findings)


def it_lists_targets_kept_as_text_in_one_hint(tmp_path: Path) -> None:
    bang = load(tmp_path, *(row(ma=f"1.{i}", muc_tieu="60%") for i in range(1, 15)))
    assert found(bang, "muc-tieu-luu-dang-van-ban") == ["D2"]
    assert "14 ô" in str(bang.findings)


def it_reports_a_missing_column_once(tmp_path: Path) -> None:
    bang = load(tmp_path, ("1", "A", "60%"), ("2", "B", "70%"), header=("STT", "Chỉ tiêu", "Mục tiêu"))
    messages = [it.message for it in bang.findings if it.slug == "thieu-cot"]
    assert messages == ['bảng không có cột "Kết quả thực hiện"', 'bảng không có cột "Cơ quan chủ trì"']


def it_drops_control_characters_and_says_where(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(";".join(HEADER[:6]) + "\n1;Tỷ\x07 lệ;%;60%;75%;Sở Nội vụ\n", "utf-8")
    bang = load_indicators(tmp_path / "a.csv")
    assert bang[0].ten == "Tỷ lệ"
    assert found(bang, "ky-tu-la") == ["B2"]
    assert "U+0007" in str(bang.findings)


def it_reports_a_table_without_rows(tmp_path: Path) -> None:
    bang = load(tmp_path)
    assert (len(bang), [it.slug for it in bang.findings]) == (0, ["khong-co-chi-tieu"])


def it_never_gives_two_defects_one_code_or_one_slug() -> None:
    assert len({defect.code for defect in DEFECTS}) == len({defect.slug for defect in DEFECTS}) == len(DEFECTS)
    assert all(re.fullmatch(r"SL\d{3}", defect.code) for defect in DEFECTS)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)+", defect.slug) for defect in DEFECTS)
    assert all(defect.hint for defect in DEFECTS), "every defect says what to do"
    assert all((defect.code >= "SL9") <= (defect.severity is Severity.ERROR) for defect in DEFECTS)


@pytest.mark.parametrize("target", ["Từ 90% đến 95%", "90-95%", "Tăng 5%"])
def it_says_that_the_target_and_not_the_result_is_not_understood(tmp_path: Path, target: str) -> None:
    bang = load(tmp_path, row(muc_tieu=target, thuc_hien="92%"))
    assert (found(bang, "muc-tieu-khong-hieu"), found(bang, "khong-co-so-de-so")) == (["D2"], [])
    assert "≥ 90%" in str(bang.findings)
    assert len(bang.khong_ro) == 1


@pytest.mark.parametrize(("text", "read"), [("75,12%", "75,12%"), ("75.86%", "75,86%")])
def it_says_what_was_read_of_a_number_kept_as_text(tmp_path: Path, text: str, read: str) -> None:
    said = str(load(tmp_path, row(thuc_hien=text)).findings)
    assert f"đã đọc là {read} → gõ lại" in said
    assert "Convert to Number" not in said


@pytest.mark.parametrize(
    ("chu_tri", "slugs"),
    [
        ("Các sở, ngành", ["co-quan-chung"]),
        ("Các đơn vị", ["co-quan-chung"]),
        ("Sở ABC", ["co-quan-viet-tat-la"]),
        ("Sở Q&X", ["co-quan-viet-tat-la"]),
        ("Sở TC", []),
        ("Sở Quy hoạch", []),
        ("UBND các xã, phường", []),
    ],
)
def it_hints_once_at_a_lead_agency_that_is_nobody_in_particular(tmp_path: Path, chu_tri: str, slugs: list[str]) -> None:
    bang = load(tmp_path, row(muc_tieu="≥ 60%", chu_tri=chu_tri), row(ma="1.2", muc_tieu="≥ 60%", chu_tri=chu_tri))
    assert [it.slug for it in bang.findings] == slugs


def it_names_the_options_of_the_command_line(tmp_path: Path) -> None:
    bang = load(tmp_path, ("1", "A", "60%"), header=("STT", "Chỉ tiêu", "Mục tiêu"))
    assert "--columns" in str(bang.findings)


def it_says_which_file_of_names_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"danh mục tên cơ quan \(--aliases\) từ khong-co.toml"):
        load(tmp_path, row(), aliases=tmp_path / "khong-co.toml")


def it_settles_a_number_by_the_decimal_marks_of_its_column(tmp_path: Path) -> None:
    cells = {"don_vi": "hộ", "muc_tieu": "≥ 100", "thuc_hien": "1.200"}
    comma = load(tmp_path, row(thuc_hien="85,5%"), row(ma="1.2", **cells))
    dot = load(tmp_path, row(thuc_hien="85.5%"), row(ma="1.2", **cells))
    assert [(str(it[1].thuc_hien), it[1].danh_gia) for it in (comma, dot)] == [("1.200", "dat"), ("1,2", "chua_dat")]
    assert found(comma, "so-doc-theo-cot") == found(dot, "so-doc-theo-cot") == ["E3"]


def it_judges_a_number_whose_two_readings_give_one_verdict(tmp_path: Path) -> None:
    bang = load(tmp_path, row(don_vi="hộ", muc_tieu="≥ 1", thuc_hien="1.200"))
    assert (bang[0].danh_gia, [it.slug for it in bang.findings]) == ("dat", ["so-hai-cach-cung-danh-gia"])


def it_states_the_two_readings_once(tmp_path: Path) -> None:
    said = str(load(tmp_path, row(don_vi="hộ", muc_tieu="≥ 100", thuc_hien="1.200")).findings)
    assert "1,2000" not in said
    assert said.count("hai cách") == 1
