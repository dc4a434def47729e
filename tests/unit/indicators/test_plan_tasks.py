"""Sheets of tasks as offices send them: which column is which, what each row is, what is reported."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import table_grids as grids
from indicator_files import HEADER, ods, row, xls, xlsx

from vbhc.errors import DataError, InputError
from vbhc.indicators import BangNhiemVu, Nguon, NhiemVu, TenChiTieu, load_tasks

PLAN = (
    "STT",
    "Chỉ số",
    "Nhiệm vụ, giải pháp",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Kết quả",
    "Thời gian hoàn thành",
)


def task(
    ma: Any = "1.1",
    ten: Any = "Tỷ lệ A",
    nhiem_vu: Any = "Làm việc A",
    chu_tri: Any = "Sở Nội vụ",
    phoi_hop: Any = None,
    ket_qua: Any = "60%",
    thoi_gian: Any = "Năm 2026",
) -> tuple[Any, ...]:
    """A sound row; each test spoils one cell of it."""
    return ma, ten, nhiem_vu, chu_tri, phoi_hop, ket_qua, thoi_gian


MORE = task(ma=None, ten=None, nhiem_vu="Làm việc B", chu_tri="Sở Y tế")
"""A row that goes on with the indicator above it."""


def load(tmp_path: Path, *rows: Sequence[Any], header: Sequence[Any] = PLAN, **how: Any) -> BangNhiemVu:
    path = xlsx(tmp_path / "kh.xlsx", [header, *rows], merges=how.pop("merges", ()), title="KH")
    return load_tasks(path, **how)


def found(bang: BangNhiemVu) -> list[tuple[str, str]]:
    return [(it.slug, it.location.place.rpartition("!")[2]) for it in bang.findings]


def whose(bang: BangNhiemVu) -> list[tuple[str, str]]:
    return [(it.chi_tieu.ma, str(it.nhiem_vu)) for it in bang]


# Columns.


@pytest.mark.parametrize(
    "header",
    [
        PLAN,
        ("TT", "Chỉ tiêu", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Sản phẩm", "Thời hạn"),
        ("STT", "CHỈ SỐ/CHỈ SỐ THÀNH PHẦN", "Giải pháp", "Chủ trì", "Phối hợp", "Kết quả/sản phẩm", "Tiến độ"),
        (
            *("STT", "Tiêu chí", "Nội dung nhiệm vụ", "Cơ quan chủ trì thực hiện nhiệm vụ", "Cơ quan phối hợp"),
            *("Sản phẩm đầu ra", "Thời gian thực hiện nhiệm vụ"),
        ),
        ("STT", "Chỉ tiêu", "Các nhiệm vụ", "Đầu mối", "Phối hợp", "Kết quả dự kiến", "Hạn hoàn thành"),
    ],
)
def it_knows_the_columns_by_their_meaning(tmp_path: Path, header: Sequence[str]) -> None:
    bang = load(tmp_path, task(phoi_hop="Sở Y tế"), header=header)
    [only] = bang
    assert (only.chi_tieu, str(only.nhiem_vu)) == (TenChiTieu("1.1", "Tỷ lệ A", "KH!B2"), "Làm việc A")
    assert (only.chu_tri.ten, only.phoi_hop.ten) == (("Sở Nội vụ",), ("Sở Y tế",))
    assert (str(only.ket_qua), only.ket_qua.o, str(only.thoi_gian)) == ("60%", "KH!F2", "Năm 2026")
    assert found(bang) == []


def it_takes_columns_and_names_of_agencies_from_the_caller(tmp_path: Path) -> None:
    aliases = tmp_path / "ten.toml"
    aliases.write_text('[[co_quan]]\nten = "Sở Số hóa"\nten_khac = ["SSH"]\n', "utf-8")
    header = ("STT", "Chỉ số", "Phải làm", "Ai làm", "Cùng ai", "Ra gì", "Bao giờ")
    columns = {"nhiem_vu": "Phải làm", "chu_tri": "Ai làm", "ket_qua": "Ra gì", "thoi_gian": "Bao giờ"}
    [only] = load(tmp_path, task(chu_tri="SSH"), header=header, columns=columns, aliases=aliases)
    assert (str(only.nhiem_vu), only.chu_tri.ten, str(only.thoi_gian)) == ("Làm việc A", ("Sở Số hóa",), "Năm 2026")


def it_does_not_take_groups_or_results_of_tasks_for_tasks(tmp_path: Path) -> None:
    header = ("Nhóm nhiệm vụ", "STT", "Kết quả thực hiện nhiệm vụ", "Nhiệm vụ", "Chủ trì", "Thời hạn")
    bang = load(tmp_path, ("Chung", "1", "Báo cáo", "Việc một", "Sở Y tế", "Quý I"), header=header)
    assert [(it.nhom.ten, str(it.nhiem_vu), str(it.ket_qua)) for it in bang] == [("Chung", "Việc một", "Báo cáo")]
    assert found(bang) == []


def it_refuses_a_field_that_tasks_do_not_have(tmp_path: Path) -> None:
    with pytest.raises(DataError, match='"thuc_hien"') as raised:
        load(tmp_path, task(), columns={"thuc_hien": "Kết quả"})
    assert "nhiem_vu, chu_tri" in str(raised.value)


def it_reads_tasks_that_are_numbered_themselves(tmp_path: Path) -> None:
    header = ("STT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Sản phẩm")
    bang = load(
        tmp_path,
        ("I", "Nhiệm vụ chung"),
        ("1", "Việc một", "Sở Y tế", "Quý I", "Báo cáo"),
        (None, "Việc một nữa", "Sở Nội vụ", "Quý II", "Báo cáo"),
        ("II", "Nhiệm vụ riêng"),
        ("2", "Việc hai", "Sở Y tế", "Quý III", "Báo cáo"),
        header=header,
    )
    assert whose(bang) == [("1", "Việc một"), ("1", "Việc một nữa"), ("2", "Việc hai")]
    assert [str(it.nhom) for it in bang] == ["I. Nhiệm vụ chung"] * 2 + ["II. Nhiệm vụ riêng"]
    assert {it.chi_tieu.ten for it in bang} == {""}
    assert found(bang) == []
    assert grids.body(bang.lap_bang())[1:3] == [
        ["1", "Việc một", "Sở Y tế", "Quý I", "Báo cáo"],
        ["1", "Việc một nữa", "Sở Nội vụ", "Quý II", "Báo cáo"],
    ]


def it_reads_tasks_without_numbers(tmp_path: Path) -> None:
    rows = [("Việc một", "Sở Y tế", "Quý I"), ("Việc hai", None, None), ("Việc ba", "Sở Y tế", "Quý II")]
    bang = load(tmp_path, *rows, header=("Nhiệm vụ", "Chủ trì", "Thời gian"), merges=["B2:B3", "C2:C3"])
    assert [(str(it.nhiem_vu), str(it.thoi_gian)) for it in bang] == [
        *(("Việc một", "Quý I"), ("Việc hai", "Quý I"), ("Việc ba", "Quý II")),
    ]
    assert {it.chu_tri.ten for it in bang} == {("Sở Y tế",)}
    assert grids.tall_cells(bang.lap_bang(), first=2) == {"B2:B3", "C2:C3"}


def it_reads_old_workbooks_open_documents_and_csv(tmp_path: Path) -> None:
    rows = [PLAN, task(), MORE]
    merged = [PLAN, task(ma=({"valuetype": "string", "numberrowsspanned": 2}, "1.1")), ("covered", *MORE[1:])]
    (tmp_path / "KH.csv").write_text("\n".join(";".join(cell or "" for cell in it) for it in rows), "utf-8")
    paths = [
        xls(tmp_path / "a.xls", rows, title="KH"),
        ods(tmp_path / "a.ods", merged, title="KH"),
        tmp_path / "KH.csv",
    ]
    for path in paths:
        bang = load_tasks(path)
        assert whose(bang) == [("1.1", "Làm việc A"), ("1.1", "Làm việc B")]
        assert grids.tall_cells(bang.lap_bang(), first=2) == {"A2:A3", "B2:B3"}, "one indicator, merged there or not"


# Rows.


def it_goes_on_with_the_indicator_above_where_number_and_name_are_empty(tmp_path: Path) -> None:
    bang = load(tmp_path, task(), MORE, task(ma="1.2", nhiem_vu="Việc C"))
    assert whose(bang) == [("1.1", "Làm việc A"), ("1.1", "Làm việc B"), ("1.2", "Việc C")]
    assert [it.chi_tieu.o for it in bang] == ["KH!B2", "KH!B2", "KH!B4"]
    assert found(bang) == []


def it_begins_an_indicator_with_its_number_even_without_a_name(tmp_path: Path) -> None:
    bang = load(tmp_path, task(), task(ma="1.2", ten=None, nhiem_vu="Việc B"), MORE)
    assert [it.chi_tieu.ma for it in bang] == ["1.1", "1.2", "1.2"]
    assert found(bang) == [("chi-so-khong-co-ten", "B3")]


def it_does_not_go_on_with_an_indicator_of_another_group(tmp_path: Path) -> None:
    bang = load(tmp_path, task(), ("2", "Nhóm hai"), MORE, task(ma="2.1"))
    assert [it.chi_tieu.ma for it in bang] == ["1.1", "", "2.1"]
    assert found(bang) == [("nhiem-vu-khong-co-chi-so", "A4")]


def it_passes_over_a_header_that_is_printed_again(tmp_path: Path) -> None:
    assert whose(load(tmp_path, task(), PLAN, MORE)) == [("1.1", "Làm việc A"), ("1.1", "Làm việc B")]


def it_keeps_an_empty_row_at_the_end_of_merged_cells(tmp_path: Path) -> None:
    rows = [("1", "Nhóm một"), task(), [None] * 7, ("2", "Nhóm hai"), task(ma="2.1", nhiem_vu="Việc C")]
    bang = load(tmp_path, *rows, merges=["A3:A4", "B3:B4"])
    assert whose(bang) == [("1.1", "Làm việc A"), ("1.1", ""), ("2.1", "Việc C")]
    assert [it.nhom.ma for it in bang] == ["1", "1", "2"]
    assert found(bang) == [("dong-khong-co-nhiem-vu", "C4")]


def it_keeps_names_of_parts_beside_a_number_that_is_merged_over_them(tmp_path: Path) -> None:
    bang = load(tmp_path, task(), task(ma=None, ten="Phần hai", nhiem_vu="Việc B"), merges=["A2:A3"])
    assert whose(bang) == [("1.1", "Làm việc A"), ("1.1", "Việc B")]
    assert [line[1] for line in grids.body(bang.lap_bang())] == ["Tỷ lệ A", "Phần hai"]
    assert found(bang) == []


def it_reads_headings_through_a_time_merged_over_the_whole_table(tmp_path: Path) -> None:
    rows = [("1", "Nhóm một", None, None, None, None, "Năm 2026"), task(thoi_gian=None), ("2", "Nhóm hai")]
    bang = load(tmp_path, *rows, task(ma="2.1", thoi_gian=None), merges=["G2:G5"])
    assert [(it.nhom.ten, str(it.thoi_gian)) for it in bang] == [("Nhóm một", "Năm 2026"), ("Nhóm hai", "Năm 2026")]
    assert grids.tall_cells(bang.lap_bang(), first=2) == {"G2:G5"}


def it_takes_a_result_merged_over_two_indicators_for_both(tmp_path: Path) -> None:
    rows = [task(), task(ma="1.2", ten="Tỷ lệ B", nhiem_vu="Việc B", ket_qua=None)]
    bang = load(tmp_path, *rows, merges=["F2:F3"])
    assert bang[0].ket_qua == bang[1].ket_qua
    assert bang[1].ket_qua.o == "KH!F2"


def it_keeps_columns_that_it_does_not_understand_in_the_table(tmp_path: Path) -> None:
    bang = load(tmp_path, (*task(), "NSNN", "Chuyển tiếp"), header=(*PLAN, "Kinh phí", "Ghi chú"))
    assert str(bang[0].ghi_chu) == "Chuyển tiếp"
    assert grids.labels(bang.lap_bang()) == [[*PLAN, "Kinh phí", "Ghi chú"]]
    assert grids.body(bang.lap_bang())[0][7:] == ["NSNN", "Chuyển tiếp"]


def it_has_no_column_in_the_table_that_the_sheet_has_not(tmp_path: Path) -> None:
    bang = load(tmp_path, task()[:4], header=PLAN[:4])
    assert [cot.tieu_de for cot in bang.lap_bang().cot] == list(PLAN[:4])
    assert (bang[0].ket_qua.nguyen_van, bang[0].ket_qua.o) == ("", "")


# What is reported.


@pytest.mark.parametrize(
    ("cells", "slug", "where"),
    [
        ({"chu_tri": None}, "thieu-co-quan-chu-tri", "D2"),
        ({"chu_tri": " - "}, "thieu-co-quan-chu-tri", "D2"),
        ({"nhiem_vu": None}, "dong-khong-co-nhiem-vu", "C2"),
        ({"nhiem_vu": "…", "chu_tri": None}, "dong-khong-co-nhiem-vu", "C2"),
        ({"ma": None}, "chi-so-khong-co-stt", "A2"),
        ({"ma": None, "ten": None}, "nhiem-vu-khong-co-chi-so", "A2"),
        ({"ten": None}, "chi-so-khong-co-ten", "B2"),
        ({"thoi_gian": None}, "thieu-thoi-gian", "G2"),
        ({"chu_tri": "Sở ABC"}, "co-quan-viet-tat-la", "D2"),
        ({"chu_tri": "Các sở, ngành"}, "co-quan-chung", "D2"),
        ({"ket_qua": "=1/0"}, "o-cong-thuc-loi", "F2"),
    ],
)
def it_reports_one_spoiled_cell_once(tmp_path: Path, cells: dict[str, Any], slug: str, where: str) -> None:
    bang = load(tmp_path, task(**cells))
    assert found(bang) == [(slug, where)]
    assert {it.location.file for it in bang.findings} == {"kh.xlsx"}


def it_reports_everything_at_once(tmp_path: Path) -> None:
    rows = [task(chu_tri=None), task(nhiem_vu="Việc B"), task(ma=None, ten="Tỷ lệ C", thoi_gian=None)]
    bang = load(tmp_path, *rows, ("9.9", "Tỷ lệ D"))
    assert found(bang) == [
        *(
            ("thieu-co-quan-chu-tri", "D2"),
            ("trung-ma", "A3"),
            ("chi-so-khong-co-stt", "A4"),
            ("thieu-thoi-gian", "G4"),
        ),
        ("dong-khong-co-nhiem-vu", "C5"),
    ]


def it_tells_two_indicators_with_one_number_apart(tmp_path: Path) -> None:
    bang = load(tmp_path, task(), task(ten="Tỷ lệ B"))
    assert [(ten.ma, ten.ten) for ten in bang.theo_chi_tieu()] == [("1.1", "Tỷ lệ A"), ("1.1", "Tỷ lệ B")]
    assert "KH!A2" in str(bang.findings)


def it_reports_a_name_merged_over_several_indicators_once(tmp_path: Path) -> None:
    rows = [task(), task(ma="1.2", ten=None), task(ma="1.3"), task(ma="1.4"), task(ma="1.5", ten=None)]
    bang = load(tmp_path, *rows, task(ma="1.6", ten=None), merges=["B2:B3", "B5:B7"])
    assert found(bang) == [("o-gop-qua-hai-chi-so", "B2"), ("o-gop-qua-hai-chi-so", "B5")]
    assert "1.4, 1.5, 1.6" in str(bang.findings)
    assert [it.chi_tieu.ma for it in bang] == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6"]
    assert {it.chi_tieu.ten for it in bang} == {"Tỷ lệ A"}


def it_says_of_a_merged_cell_once_that_it_is_empty(tmp_path: Path) -> None:
    rows = [task(chu_tri=None), task(ma="1.2", chu_tri=None)]
    assert found(load(tmp_path, *rows, merges=["D2:D3"])) == [("thieu-co-quan-chu-tri", "D2")]


def it_reports_missing_columns_and_a_table_without_rows(tmp_path: Path) -> None:
    bang = load(tmp_path, header=("STT", "Chỉ số", "Nhiệm vụ", "Phối hợp"))
    assert [it.message for it in bang.findings if it.slug == "thieu-cot"] == [
        'bảng không có cột "Cơ quan chủ trì"',
        'bảng không có cột "Kết quả, sản phẩm"',
        'bảng không có cột "Thời gian hoàn thành"',
    ]
    assert (len(bang), [it.slug for it in bang.findings][-1]) == (0, "khong-co-nhiem-vu")


# What cannot be read, or set.


def it_says_what_a_header_of_tasks_needs(tmp_path: Path) -> None:
    with pytest.raises(DataError, match='không có dòng nào có cột "Nhiệm vụ"') as raised:
        load_tasks(xlsx(tmp_path / "a.xlsx", [HEADER, row()]))
    assert [it.slug for it in raised.value.report] == ["khong-thay-tieu-de-nhiem-vu"]
    with pytest.raises(DataError, match="không có cột cơ quan chủ trì"):
        load(tmp_path, ("1", "A", "B"), header=("STT", "Chỉ số", "Nhiệm vụ"))


def it_refuses_what_is_no_workbook_as_for_indicators(tmp_path: Path) -> None:
    (tmp_path / "rac.xlsx").write_bytes(b"khong phai bang tinh " * 50)
    for path, slug in ((tmp_path / "rac.xlsx", "loai-tep-khong-ho-tro"), (tmp_path / "a.xlsx", "tep-khong-doc-duoc")):
        with pytest.raises(DataError) as raised:
            load_tasks(path)
        assert [it.slug for it in raised.value.report] == [slug]


def it_does_not_set_a_table_of_nothing(tmp_path: Path) -> None:
    bang = load(tmp_path, task())
    with pytest.raises(InputError, match="không có dòng nào được chọn"):
        bang[:0].lap_bang()
    with pytest.raises(InputError, match="không đọc từ trang tính nào"):
        BangNhiemVu((NhiemVu(chi_tieu=TenChiTieu("1", "A"), dong=1),), Nguon("", "")).lap_bang()


def it_prints_no_formula_without_a_value_of_an_indicator_whose_row_is_not_selected(tmp_path: Path) -> None:
    bang = load(tmp_path, task(ten="#REF!", ket_qua="#REF!"), MORE)
    with pytest.raises(InputError) as raised:
        bang[1:].lap_bang()
    assert [it.location.place for it in raised.value.report] == ["KH!B2"], "of that row only what is printed"


def it_never_reads_a_cell_as_markup(tmp_path: Path) -> None:
    text = r"**Việc** *A* ~5~ ^2^ \ "
    bang = load(tmp_path, task(ten=text, nhiem_vu=text), header=("STT", "Chỉ số", "Nhiệm vụ", "Chủ trì *", *PLAN[4:]))
    [line] = grids.body(bang.lap_bang())
    assert (line[1], line[2]) == (text.strip(), text.strip())
    assert grids.labels(bang.lap_bang())[0][3] == "Chủ trì *"


def it_reads_and_sets_5_000_rows(tmp_path: Path) -> None:
    rows = [task(ma=f"1.{i // 5}") if i % 5 == 0 else MORE for i in range(5000)]
    bang = load(tmp_path, *rows)
    assert (len(bang), len(bang.theo_chi_tieu()), len(bang.lap_bang().hang)) == (5000, 1000, 5000)


def it_draws_each_row_of_the_sheet_a_fixed_number_of_times(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from vbhc.indicators.drawing import Grid

    drawn: list[int] = []
    draw = Grid.draw
    monkeypatch.setattr(Grid, "draw", lambda self, number: drawn.append(number) or draw(self, number))
    load(tmp_path, ("1", "Nhóm"), *(task(ma=f"1.{i}") for i in range(300))).lap_bang()
    assert len(drawn) <= 2 * 301


def it_reads_a_hidden_sheet_only_when_it_is_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Trang trống"])
    hidden = book.create_sheet("Ẩn")
    hidden.append(PLAN)
    hidden.append(task())
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(DataError, match="không tìm thấy dòng tiêu đề"):
        load_tasks(tmp_path / "a.xlsx")
    assert len(load_tasks(tmp_path / "a.xlsx", sheet="Ẩn")) == 1
