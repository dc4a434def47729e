"""The tasks of the province's plan, read whole; openpyxl is the witness for every text."""

from __future__ import annotations

import json
from collections import Counter

import pytest
import table_grids as grids
from indicator_files import PLAN

from vbhc.indicators import BangNhiemVu, NhomChiTieu, TenChiTieu, load_indicators, load_tasks


@pytest.fixture(scope="module")
def tasks() -> BangNhiemVu:
    return load_tasks(PLAN, sheet="Phụ lục II")


def of(tasks: BangNhiemVu, ma: str) -> BangNhiemVu:
    [part] = [part for ten, part in tasks.theo_chi_tieu().items() if ten.ma == ma]
    return part


def it_reads_71_rows_of_47_indicators(tasks: BangNhiemVu) -> None:
    assert (len(tasks), len(tasks.theo_chi_tieu()), len(tasks.theo_nhom())) == (71, 47, 8)
    indicators = load_indicators(PLAN, sheet="Phụ lục I")
    assert [ten.ma for ten in tasks.theo_chi_tieu()] == [chi_tieu.ma for chi_tieu in indicators]
    assert [str(nhom) for nhom in tasks.theo_nhom()] == [str(nhom) for nhom in indicators.theo_nhom()]


def it_reads_every_text_of_every_row(tasks: BangNhiemVu) -> None:
    rows = [row for row in grids.sheet(PLAN, "Phụ lục II", first=6) if "." in row[0]]
    assert [
        [
            *(task.chi_tieu.ma, task.chi_tieu.ten, str(task.nhiem_vu), str(task.chu_tri), str(task.phoi_hop)),
            *(str(task.ket_qua), str(task.thoi_gian)),
        ]
        for task in tasks
    ] == rows


def it_gives_each_text_its_cell_and_rows_that_share_one_the_same(tasks: BangNhiemVu) -> None:
    shared = [task for task in tasks if task.nhiem_vu.o == "Phụ lục II!C18"]
    assert [task.chi_tieu.ma for task in shared] == ["3.1", "3.2", "3.3", "3.4"]
    assert {task.nhiem_vu for task in shared} == {shared[0].nhiem_vu}
    assert {(task.chu_tri.o, task.phoi_hop.o, task.thoi_gian.o) for task in shared} == {
        ("Phụ lục II!D18", "Phụ lục II!E18", "Phụ lục II!G18")
    }
    assert [task.ket_qua.o for task in shared] == [f"Phụ lục II!F{row}" for row in (18, 19, 20, 21)]
    assert [task.dong for task in shared] == [18, 19, 20, 21]


def it_gives_one_result_to_4_1_and_4_2(tasks: BangNhiemVu) -> None:
    [first], [second] = of(tasks, "4.1"), of(tasks, "4.2")
    assert first.ket_qua == second.ket_qua
    assert first.thoi_gian == second.thoi_gian
    assert (first.ket_qua.o, first.thoi_gian.o) == ("Phụ lục II!F31", "Phụ lục II!G31")
    assert first.nhiem_vu != second.nhiem_vu


def it_gives_five_tasks_to_7_3_with_one_result_and_one_time(tasks: BangNhiemVu) -> None:
    part = of(tasks, "7.3")
    assert len(part) == 5
    assert {task.chi_tieu for task in part} == {
        TenChiTieu("7.3", "Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử", "Phụ lục II!B66")
    }
    assert {task.ket_qua.o for task in part} == {"Phụ lục II!F66"}
    assert {str(task.thoi_gian) for task in part} == {"2025"}
    assert [task.chu_tri.ten for task in part] == [
        *(("Sở Công Thương",), ("Sở Nội vụ",), ("Sở Tài chính",), ("Sở Khoa học và Công nghệ",)),
        ("UBND các xã, phường",),
    ]
    assert part[3].phoi_hop.ten == ()


def it_keeps_the_row_without_a_task_and_says_so(tasks: BangNhiemVu) -> None:
    part = of(tasks, "3.7")
    assert [task.dong for task in part] == [24, 25, 26, 27, 28, 29]
    assert (part[1].nhiem_vu.nguyen_van, part[1].nhiem_vu.o) == ("", "Phụ lục II!C25")
    [told] = [it for it in tasks.findings if it.slug == "dong-khong-co-nhiem-vu"]
    assert (told.location.place, told.location.file) == ("Phụ lục II!C25", PLAN.name)
    assert "chỉ số 3.7" in told.message


def it_finds_what_else_is_doubtful_and_nothing_more(tasks: BangNhiemVu) -> None:
    found = [(it.slug, it.location.place.rpartition("!")[2]) for it in tasks.findings]
    assert found == [("dong-khong-co-nhiem-vu", "C25"), ("thieu-thoi-gian", "G35"), ("co-quan-chung", "D76")]


def it_joins_the_agencies_that_lead(tasks: BangNhiemVu) -> None:
    sizes = Counter({name: len(part) for name, part in tasks.theo_co_quan().items()})
    assert sizes["Báo và Phát thanh, Truyền hình Bắc Ninh"] == 4
    assert sizes["Sở Y tế"] == 1
    assert sum(sizes.values()) == len(tasks), "each row has one lead agency; that of row 25 is not known"


def it_takes_the_first_sheet_of_tasks_when_none_is_named(tasks: BangNhiemVu) -> None:
    found = load_tasks(PLAN)
    assert found.nguon.trang_tinh == "Phụ lục II"
    assert found.nhiem_vu == tasks.nhiem_vu
    assert "con-trang-tinh-khac" in [it.slug for it in found.findings]


def it_becomes_json(tasks: BangNhiemVu) -> None:
    data = json.loads(json.dumps(tasks.to_json(), ensure_ascii=False))
    assert (data["tong"], data["chi_tieu"], len(data["nhiem_vu"]), len(data["findings"])) == (71, 47, 71, 3)
    assert data["nhiem_vu"][55] == {
        "ma": "7.3",
        "ten": "Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử",
        "nhom": "7. Hoạt động kinh tế số",
        "nhiem_vu": str(tasks[55].nhiem_vu),
        "chu_tri": "Sở Tài chính",
        "phoi_hop": "Sở Khoa học và Công nghệ",
        "ket_qua": "Trên 80%",
        "thoi_gian": "2025",
        "o": "Phụ lục II!C68",
    }


def it_is_a_sequence_whose_parts_are_tables_with_source_and_findings(tasks: BangNhiemVu) -> None:
    part = tasks[:3].theo_nhom()[NhomChiTieu("1", "Nhận thức số")]
    assert isinstance(part, BangNhiemVu)
    assert [task.chi_tieu.ma for task in part] == ["1.1", "1.2", "1.3"]
    assert (part.nguon, part.findings) == (tasks.nguon, tasks.findings)
    assert hash(tasks[0]) == hash(part[0])
