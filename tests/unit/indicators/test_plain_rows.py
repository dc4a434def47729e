"""Any sheet as a list: where it begins, what its columns are called, what its cells give, what is wrong where."""

from __future__ import annotations

import datetime
import pickle
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from indicator_files import csv, ods, xls, xlsx

from vbhc.errors import DataError
from vbhc.indicators import DanhSach, Dong, load_rows


def load(tmp_path: Path, *rows: Sequence[Any], **how: Any) -> DanhSach:
    return load_rows(xlsx(tmp_path / "ds.xlsx", rows, title="T", **how))


def cells(danh_sach: DanhSach) -> list[dict[str, Any]]:
    return [vars(row.o) for row in danh_sach.dong]


def refused(tmp_path: Path, *rows: Sequence[Any], **how: Any) -> list[str]:
    with pytest.raises(DataError) as raised:
        load(tmp_path, *rows, **how)
    return [str(it) for it in raised.value.report]


def it_names_cells_after_their_headings(tmp_path: Path) -> None:
    read = load(tmp_path, ("STT", "Tên cơ quan", "Địa chỉ (đầy đủ)"), (1, "Sở Y tế", "Số 1, Đường A"))
    assert cells(read) == [{"stt": 1, "ten_co_quan": "Sở Y tế", "dia_chi_day_du": "Số 1, Đường A"}]
    assert dict(read.cot) == {"stt": "STT", "ten_co_quan": "Tên cơ quan", "dia_chi_day_du": "Địa chỉ (đầy đủ)"}
    assert read.ten_goi == "ten_co_quan"
    assert (read.dong[0].so, str(read.nguon)) == (2, "ds.xlsx, trang tính T")


@pytest.mark.parametrize("write", [xlsx, xls, ods, csv])
def it_reads_all_kinds_of_sheets(tmp_path: Path, write: Any) -> None:
    if write is ods:
        path = ods(tmp_path / "ds.ods", [("Tên", "Nơi"), ("Xã A", "Huyện B")])
    elif write is csv:
        path = csv(tmp_path / "ds.csv", "Tên;Nơi\nXã A;Huyện B\n")
    else:
        path = write(tmp_path / "ds.xlsx", [("Tên", "Nơi"), ("Xã A", "Huyện B")])
    assert cells(load_rows(path)) == [{"ten": "Xã A", "noi": "Huyện B"}]


@pytest.mark.parametrize(
    "titles", [[], [("DANH SÁCH NĂM 2026",), ()], [("UBND TỈNH",), ("", "Biểu 01")], [("UBND", "", "Mẫu 2")]]
)
def it_leaves_titles_above_the_headings_out(tmp_path: Path, titles: list[Sequence[Any]]) -> None:
    read = load(tmp_path, *titles, ("STT", "Tên", "Nơi", "Ghi chú"), (1, "Xã A", "Huyện B", "x"))
    assert [row["ten"] for row in cells(read)] == ["Xã A"]


def it_takes_every_row_below_the_headings_for_a_letter(tmp_path: Path) -> None:
    # Rows without a number, or without anything in the first columns, head nothing.
    read = load(tmp_path, ("STT", "Tên", "Nơi"), ("", "Xã A", "B"), ("", "", "C"), (3, "Xã D", ""), (4, "Xã E", "F"))
    assert [(row.so, vars(row.o)["noi"]) for row in read.dong] == [(2, "B"), (3, "C"), (4, None), (5, "F")]


def it_reads_a_list_of_one_column(tmp_path: Path) -> None:
    assert cells(load(tmp_path, (), ("Tên xã",), ("Xã A",), (), ("Xã B",))) == [{"ten_xa": "Xã A"}, {"ten_xa": "Xã B"}]


def it_passes_over_blank_rows(tmp_path: Path) -> None:
    read = load(tmp_path, ("Tên", "Nơi"), ("Xã A", "B"), (), ("  ", ""), ("Xã C", "D"))
    assert [(row.so, vars(row.o)["ten"]) for row in read.dong] == [(2, "Xã A"), (5, "Xã C")]


def it_passes_over_the_row_that_numbers_the_columns(tmp_path: Path) -> None:
    read = load(tmp_path, ("STT", "Tên", "Nơi"), ("(1)", "(2)", "(3)"), (1, "Xã A", "B"))
    assert [row["ten"] for row in cells(read)] == ["Xã A"]


def it_tells_which_row_of_one_cell_it_left_out(tmp_path: Path) -> None:
    rows = [("STT", "Tên", "Nơi"), ("I. Các xã", "", ""), (1, "Xã A", "B")]
    read = load(tmp_path, *rows, merges=["A2:C2"])
    assert [row["ten"] for row in cells(read)] == ["Xã A"]
    assert [(it.slug, str(it.location)) for it in read.findings] == [("dong-khong-vao-bang", "ds.xlsx, T!A2")]


def it_names_columns_below_a_merged_heading_after_both(tmp_path: Path) -> None:
    rows = [("STT", "Người ký", "", "Nơi"), ("", "Họ tên", "Chức vụ", ""), (1, "Nguyễn Văn A", "Chủ tịch", "B")]
    for merges in (["B1:C1"], ["A1:A2", "B1:C1", "D1:D2"]):
        [row] = cells(load(tmp_path, *rows, merges=merges))
        assert row == {"stt": 1, "nguoi_ky_ho_ten": "Nguyễn Văn A", "nguoi_ky_chuc_vu": "Chủ tịch", "noi": "B"}


def it_reads_headings_of_which_each_is_two_rows_high(tmp_path: Path) -> None:
    rows = [("STT", "Tên"), (), (1, "Xã A")]
    assert cells(load(tmp_path, *rows, merges=["A1:A2", "B1:B2"])) == [{"stt": 1, "ten": "Xã A"}]


def it_does_not_take_the_first_row_for_headings_below_a_merged_one(tmp_path: Path) -> None:
    said = refused(tmp_path, ("STT", "Họ và tên", "", "Nơi"), (1, "Nguyễn Văn", "A", "B"), merges=["B1:C1"])
    assert 'tiêu đề "Họ và tên" trùm 2 cột đều có nội dung (dòng 2)' in said[0]


def it_gives_a_cell_merged_over_rows_to_each_of_them(tmp_path: Path) -> None:
    read = load(tmp_path, ("Huyện", "Xã"), ("H", "A"), ("", "B"), merges=["A2:A3"])
    assert cells(read) == [{"huyen": "H", "xa": "A"}, {"huyen": "H", "xa": "B"}]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        ("Xã\nA", "General", "Xã\nA"),
        (5, "General", 5),
        (2.5, "General", Decimal("2.5")),
        (1234567, "General", 1234567),
        (1234567, "#,##0", "1.234.567"),
        (1234.5, "General", "1234,5"),
        (0.573, "0.0%", "57,3%"),
        (5, "00", "05"),
        (912345678, "0000000000", "0912345678"),
        (True, "General", "TRUE"),
        (datetime.date(2026, 3, 5), "dd/mm/yyyy", datetime.date(2026, 3, 5)),
        (datetime.datetime.fromisoformat("2026-03-05T08:30"), "dd/mm/yyyy hh:mm", "08:30, 05/3/2026"),
        (datetime.time(8, 30), "hh:mm", "08:30"),
        (None, "General", None),
    ],
)
def it_keeps_the_type_of_what_prints_as_the_cell_shows_it(tmp_path: Path, value: Any, form: str, shown: Any) -> None:
    [row] = cells(load(tmp_path, ("Tên", "Giá trị", "Nơi"), ("A", value, "B"), formats={"B2": form}))
    assert row["gia_tri"] == shown
    assert type(row["gia_tri"]) is type(shown)


def it_writes_codes_with_a_point(tmp_path: Path) -> None:
    assert cells(load(tmp_path, ("Mã", "Tên"), (1.2, "A")))[0]["ma"] == "1.2"


def it_tells_a_broken_formula_in_its_row_alone(tmp_path: Path) -> None:
    path = xls(tmp_path / "ds.xls", [("Tên", "Nơi"), ("A", ("error", "#REF!")), ("B", "C")], title="T")
    first, second = load_rows(path).dong
    assert [str(it) for it in first.findings] == [
        'LỖI SL005 ds.xls, T!B2: cột "Nơi": công thức trong ô bị lỗi (#REF!) '
        "→ mở bảng tính, sửa công thức (hoặc để Excel tính lại) rồi lưu"
    ]
    assert not second.findings


def it_refuses_headings_that_give_no_name_or_the_same_all_at_once(tmp_path: Path) -> None:
    said = refused(tmp_path, ("Tên", "TÊN", "***", "", "Nơi", "Số"), ("a", "b", "c", "d", "e", "f"))
    assert [it.split(": ")[0] for it in said] == [
        "LỖI SL916 ds.xlsx, T!D1",
        "LỖI SL919 ds.xlsx, T!B1",
        "LỖI SL920 ds.xlsx, T!C1",
    ]
    assert 'tiêu đề "TÊN" cho cùng tên ten với tiêu đề "Tên" ở cột A' in said[1]


@pytest.mark.parametrize("rows", [[("chỉ một ô",)], [("Tên", "Nơi")]])
def it_refuses_a_sheet_without_a_list(tmp_path: Path, rows: list[Sequence[Any]]) -> None:
    assert refused(tmp_path, *rows)[0].startswith("LỖI SL918 ds.xlsx, T: không tìm thấy danh sách nào → ")


def two_sheets(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    for name in ("Một", "Hai"):
        sheet = book.create_sheet(name)
        sheet.append(["Tên", "Nơi"])
        sheet.append([name, "x"])
    book.remove(book.worksheets[0])
    book.save(tmp_path / "ds.xlsx")
    return tmp_path / "ds.xlsx"


def it_reads_the_first_sheet_with_a_list_and_tells_of_the_others(tmp_path: Path) -> None:
    read = load_rows(two_sheets(tmp_path))
    assert cells(read)[0]["ten"] == "Một"
    assert [it.slug for it in read.findings] == ["con-trang-tinh-khac"]


def it_reads_the_sheet_that_is_named(tmp_path: Path) -> None:
    read = load_rows(two_sheets(tmp_path), sheet="hai")
    assert cells(read)[0]["ten"] == "Hai"
    assert not read.findings
    with pytest.raises(DataError, match="không có trang tính"):
        load_rows(two_sheets(tmp_path), sheet="Ba")


def it_gives_rows_that_do_not_change_and_can_be_sent_to_other_processes() -> None:
    dong = Dong({"ten": "A"})
    assert pickle.loads(pickle.dumps(dong)) == dong
    assert hash(pickle.loads(pickle.dumps(dong))) == hash(dong)
    assert dong != Dong({"ten": "B"})
    with pytest.raises(AttributeError):
        dong.ten = "B"
