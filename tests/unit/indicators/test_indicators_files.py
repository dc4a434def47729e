"""Every kind of file that reaches the reader: the same table in four formats, and everything that is no table."""

from __future__ import annotations

import io
import random
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from indicator_files import HEADER, MAY, PLAN, csv, found, load, ods, rewrite, row, xls, xlsx
from odf.opendocument import OpenDocumentText

from vbhc.errors import DataError, VbhcError
from vbhc.indicators import load_indicators, load_table, load_tasks

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LINES = ["STT;Chỉ tiêu;Đơn vị tính;Mục tiêu;Kết quả;Chủ trì", "1.1;Tỷ lệ A;%;Trên 60%;57,31%;Sở Nội vụ"]


def slugs(raised: pytest.ExceptionInfo[DataError]) -> list[str]:
    return [finding.slug for finding in raised.value.report]


def refused(path: Path, **how: Any) -> pytest.ExceptionInfo[DataError]:
    with pytest.raises(DataError) as raised:
        load_indicators(path, **how)
    assert raised.value.report.errors, "a refusal says what was found"
    assert all(finding.location.file for finding in raised.value.report)
    return raised


# The same table in every format.


def _cells(of: Path) -> list[list[tuple[Any, bool]]]:
    sheet = openpyxl.load_workbook(of).worksheets[0]
    return [[(cell.value, "%" in cell.number_format) for cell in line] for line in sheet.iter_rows()]


def it_reads_one_table_alike_from_xlsx_xls_and_ods(tmp_path: Path) -> None:
    cells = _cells(MAY)
    old = [[("0.00%", value) if percent else value for value, percent in line] for line in cells]
    open_document = [
        [({"valuetype": "percentage", "value": value}, f"{value:.2%}") if percent else value for value, percent in line]
        for line in cells
    ]
    title = "Tháng 5-2026"
    wanted = load_indicators(MAY).chi_tieu
    assert load_indicators(xls(tmp_path / "a.xls", old, title=title)).chi_tieu == wanted
    assert load_indicators(ods(tmp_path / "a.ods", open_document, title=title)).chi_tieu == wanted


def it_reads_a_csv_like_the_workbook_it_came_from(tmp_path: Path) -> None:
    def text(value: Any, percent: bool) -> str:
        shown = "" if value is None else f"{value:.2%}".replace(".", ",") if percent else str(value)
        return '"' + shown.replace('"', '""') + '"'

    lines = [";".join(text(*cell) for cell in line) for line in _cells(MAY)]
    bang = load_indicators(csv(tmp_path / "Tháng 5-2026.csv", "\r\n".join(lines), encoding="utf-8-sig"))
    workbook = load_indicators(MAY)
    assert [(it.ma, it.thuc_hien and it.thuc_hien.so, it.danh_gia, it.o) for it in bang] == [
        (it.ma, it.thuc_hien and it.thuc_hien.so, it.danh_gia, it.o) for it in workbook
    ]
    assert found(bang, "so-luu-dang-van-ban") == [], "in a text file every number is text"


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def it_reads_every_csv_dialect(tmp_path: Path, separator: str, encoding: str, end: str) -> None:
    lines = [line.replace(";", separator) for line in (*LINES[:1], LINES[1].replace("57,31%", '"57,31%"'))]
    [chi_tieu] = load_indicators(csv(tmp_path / "a.csv", end.join(lines), encoding=encoding))
    assert (str(chi_tieu.thuc_hien), chi_tieu.o, chi_tieu.danh_gia) == ("57,31%", "a!E2", "chua_dat")


def it_reads_csv_cells_with_line_breaks_quotes_and_other_separators(tmp_path: Path) -> None:
    text = '"STT","Chỉ\ntiêu","Mục tiêu","Kết quả","Chủ trì"\n1,"Tin, ""bài""; ảnh","60%","75%","Sở Y tế;\nSở Nội vụ"\n'
    [chi_tieu] = load_indicators(csv(tmp_path / "a.csv", text))
    assert (chi_tieu.ten, chi_tieu.chu_tri.ten) == ('Tin, "bài"; ảnh', ("Sở Y tế", "Sở Nội vụ"))


def it_sees_errors_and_formats_in_an_old_workbook(tmp_path: Path) -> None:
    rows = [HEADER, row(ma="1", thuc_hien=("error", "#REF!")), row(ma="2", muc_tieu="1%", thuc_hien=("0.0%", 0.0153))]
    bang = load_indicators(xls(tmp_path / "a.xls", rows))
    assert (found(bang, "o-cong-thuc-loi"), str(bang[1].thuc_hien)) == (["E2"], "1,53%")
    assert "#REF!" in str(bang.findings)


def it_sees_formats_of_cells_that_an_old_workbook_packs_together(tmp_path: Path) -> None:
    header = ("STT", "Chỉ tiêu", "Năm 2023", "Năm 2024", "Mục tiêu", "Kết quả")
    cells = [("0%", 1), ("0.0%", 2), ("0.00%", 3), ("General", 4)]
    [chi_tieu] = load_indicators(xls(tmp_path / "a.xls", [header, ["1", "A", *cells]]))
    values = [*(moc.gia_tri for moc in chi_tieu.moc), chi_tieu.muc_tieu, chi_tieu.thuc_hien]
    assert [value and value.nguyen_van for value in values] == ["100%", "200,0%", "300,00%", "4"]


def it_sees_errors_and_merged_cells_in_an_open_document(tmp_path: Path) -> None:
    error = ({"valuetype": "string", "stringvalue": "", "formula": "of:=1/0"}, "#DIV/0!")
    lead = ({"valuetype": "string", "numberrowsspanned": 2}, "Sở Y tế")
    rows = [HEADER, row(ma="1", thuc_hien=error, chu_tri=lead), row(ma="2", chu_tri="covered")]
    bang = load_indicators(ods(tmp_path / "a.ods", rows))
    assert found(bang, "o-cong-thuc-loi") == ["E2"]
    assert [it.chu_tri.ten for it in bang] == [("Sở Y tế",), ("Sở Y tế",)]


def it_sees_a_formula_error_kept_by_excel(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [HEADER, row()])
    cell = b'<c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    rewrite(path, "xl/worksheets/sheet1.xml", lambda xml: replace_cell(xml, b'<c r="E2"', cell))
    bang = load_indicators(path)
    assert (found(bang, "o-cong-thuc-loi"), bang[0].danh_gia) == (["E2"], "khong_ro")
    assert "#DIV/0!" in str(bang.findings)


def replace_cell(xml: bytes, start: bytes, cell: bytes) -> bytes:
    head, _, rest = xml.partition(start)
    return head + cell + rest.partition(b"</c>")[2]


def it_refuses_a_date_beyond_the_calendar(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [HEADER, row(thuc_hien=1e300)])
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["E2"].number_format = "[h]:mm"
    book.save(path)
    assert slugs(refused(path)) == ["tep-hong"]


# Which sheet.


def it_lists_the_sheets_and_the_nearest_name_when_a_sheet_is_not_there() -> None:
    raised = refused(PLAN, sheet="Phụ lục 1")
    assert slugs(raised) == ["khong-co-trang-tinh"]
    assert 'có phải trang "Phụ lục I" không?' in str(raised.value)


def it_does_not_care_how_a_sheet_name_is_typed() -> None:
    assert load_indicators(PLAN, sheet="  PHỤ  LỤC i ").nguon.trang_tinh == "Phụ lục I"


def it_reads_a_hidden_sheet_only_when_it_is_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    shown, hidden = book.active, book.create_sheet("Ẩn")
    assert shown is not None
    shown.append(["Trang trống"])
    hidden.append(HEADER)
    hidden.append(row())
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    assert slugs(refused(tmp_path / "a.xlsx")) == ["khong-thay-tieu-de"]
    assert len(load_indicators(tmp_path / "a.xlsx", sheet="Ẩn")) == 1


# What cannot be read.


@pytest.mark.parametrize("encoding", ["cp1258", "utf-16", "utf-16-be", "latin-1"])
def it_refuses_other_encodings_with_advice(tmp_path: Path, encoding: str) -> None:
    text = "STT;Chi tiêu;Muc tiêu\n1;Tăng trưởng kinh tế;5%\n" if encoding != "latin-1" else "STT;ChØ tiªu\n"
    data = ("\ufeff" if encoding == "utf-16-be" else "") + text
    (tmp_path / "a.csv").write_bytes(data.encode(encoding, "replace"))
    raised = refused(tmp_path / "a.csv")
    assert slugs(raised) == ["bang-ma-cu"]
    assert "CSV UTF-8" in str(raised.value)


def it_says_on_which_line_a_legacy_letter_stands(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"STT;Ten\n1;A\n2;B\xe2\xd5\n")
    assert "dòng 3" in str(refused(tmp_path / "a.csv").value)


@pytest.mark.parametrize(
    ("name", "data", "slug"),
    [
        ("trong.xlsx", b"", "tep-rong"),
        ("trong.csv", b"\xef\xbb\xbf", "tep-rong"),
        ("chi-dau.csv", b";;;\r\n;;;\r\n", "tep-rong"),
        ("rac.xlsx", b"khong phai bang tinh " * 50, "loai-tep-khong-ho-tro"),
        ("anh.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "loai-tep-khong-ho-tro"),
        ("web.xls", b"<html><table><tr><td>STT</td></tr></table></html>", "loai-tep-khong-ho-tro"),
        ("cut.xlsx", MAY.read_bytes()[:3000], "tep-hong"),
        ("zip.xlsx", b"PK\x03\x04" + b"x" * 100, "tep-hong"),
        ("cut.xls", OLE + b"\0" * 600, "tep-hong"),
        ("short.xls", OLE, "tep-hong"),
        ("mat-khau.xlsx", OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "tep-ma-hoa"),
        ("nhay.csv", b'STT;Ten\n1;"mo ma khong dong\n' + b"x" * 200_000, "tep-hong"),
    ],
)
def it_refuses_what_is_no_workbook(tmp_path: Path, name: str, data: bytes, slug: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert slugs(refused(tmp_path / name)) == [slug]


def it_refuses_what_is_not_there(tmp_path: Path) -> None:
    assert "không có tệp này" in str(refused(tmp_path / "khong-co.xlsx").value)
    assert "đây là thư mục" in str(refused(tmp_path).value)
    assert slugs(refused(Path("a\0b.xlsx"))) == ["tep-khong-doc-duoc"]


def it_refuses_other_office_files(tmp_path: Path) -> None:
    OpenDocumentText().save(str(tmp_path / "a.odt"))
    with zipfile.ZipFile(tmp_path / "a.pptx", "w") as archive:
        archive.writestr("ppt/presentation.xml", "<x/>")
    for name in ("a.odt", "a.pptx"):
        assert slugs(refused(tmp_path / name)) == ["loai-tep-khong-ho-tro"]


def it_refuses_an_encrypted_open_document(tmp_path: Path) -> None:
    path = ods(tmp_path / "a.ods", [HEADER, row()])
    mark = b"<manifest:encryption-data/></manifest:manifest>"
    rewrite(path, "META-INF/manifest.xml", lambda xml: xml.replace(b"</manifest:manifest>", mark))
    assert slugs(refused(path)) == ["tep-ma-hoa"]


def it_refuses_an_old_workbook_with_a_password(tmp_path: Path) -> None:
    path = xls(tmp_path / "a.xls", [HEADER, row()])
    data = path.read_bytes()
    # The interface record that opens every workbook, turned into the one that says it is encrypted.
    path.write_bytes(data.replace(b"\xe1\x00\x02\x00", b"\x2f\x00\x02\x00", 1))
    assert slugs(refused(path)) == ["tep-ma-hoa"]


@pytest.mark.parametrize("record", [b"\xfc\x00", b"\x00\x02\x0e\x00", b"\x09\x08\x10\x00"])
def it_refuses_an_old_workbook_whose_counts_ask_for_all_memory(tmp_path: Path, record: bytes) -> None:
    path = xls(tmp_path / "a.xls", [HEADER, row()])
    data = bytearray(path.read_bytes())
    start = data.rindex(record) + (8 if record[0] == 0xFC else 4)
    data[start : start + 4] = b"\xff\xff\xff\x7f"
    path.write_bytes(bytes(data))
    assert slugs(refused(path)) == ["tep-hong"]


def it_refuses_a_zip_bomb_before_it_goes_off(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 300 * 2**20)
    assert slugs(refused(tmp_path / "a.xlsx")) == ["tep-hong"]


def it_refuses_a_sheet_with_a_cell_at_the_end_of_the_world(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["A1"], book.active["XFD1048576"] = "STT", "x"
    book.save(tmp_path / "a.xlsx")
    raised = refused(tmp_path / "a.xlsx")
    assert slugs(raised) == ["bang-qua-lon"]
    assert "XFD1048576" in str(raised.value)


def it_refuses_an_open_document_that_repeats_a_cell_without_end(tmp_path: Path) -> None:
    cell = ({"valuetype": "string", "numbercolumnsrepeated": 10_000_000}, "x")
    assert slugs(refused(ods(tmp_path / "a.ods", [[cell]]))) == ["bang-qua-lon"]


# What is strange, but a table.


def it_reads_an_empty_sheet_as_one_without_a_header(tmp_path: Path) -> None:
    assert slugs(refused(xlsx(tmp_path / "a.xlsx", []))) == ["khong-thay-tieu-de"]


def it_survives_a_sheet_merged_into_one_cell(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [HEADER, row()], merges=["A1:G2"])
    assert slugs(refused(path)) == ["khong-thay-tieu-de"]


def it_survives_merged_regions_larger_than_the_sheet(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [HEADER, row(ma="1"), row(ma="2", chu_tri=None)], merges=["F2:F3"])
    wide = b'<mergeCell ref="F2:F1048576"/><mergeCell ref="H1:XFD1048576"/>'
    rewrite(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b'<mergeCell ref="F2:F3"/>', wide))
    assert [it.chu_tri.ten for it in load_indicators(path)] == [("Sở Nội vụ",), ("Sở Nội vụ",)]


def it_reads_300_columns(tmp_path: Path) -> None:
    header = (*HEADER, *(f"Năm {1900 + i % 100}, lần {i}" for i in range(293)))
    bang = load(tmp_path, (*row(), *(f"{i}%" for i in range(293))), header=header)
    assert len(bang[0].moc) == 293


def it_reads_10_000_rows(tmp_path: Path) -> None:
    bang = load(tmp_path, *(row(ma=f"1.{i}") for i in range(10_000)))
    assert len(bang.dat) == 10_000


@pytest.mark.parametrize("source", ["a.xlsx", "a.ods", "a.xls"])
def it_never_lets_a_damaged_file_through_as_a_foreign_error(tmp_path: Path, source: str) -> None:
    make = {"a.xlsx": xlsx, "a.ods": ods, "a.xls": xls}[source]
    sound = make(tmp_path / source, [HEADER, row(), row(ma="1.2", thuc_hien="57%")]).read_bytes()
    chance = random.Random(source)
    for _ in range(60):
        (tmp_path / source).write_bytes(_damaged(sound, chance))
        for read in (load_indicators, load_tasks, load_table):
            with suppress(VbhcError):
                read(tmp_path / source)


def _damaged(data: bytes, chance: random.Random) -> bytes:
    """A workbook with a few bytes changed: inside one of its parts, or (an .xls) anywhere."""
    if not data.startswith(b"PK"):
        return _scratched(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    victim = chance.choice([name for name, part in parts.items() if part and name.endswith(".xml")])
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, _scratched(part, chance) if name == victim else part)
    return target.getvalue()


def _scratched(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice([1, 3, 10])):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed[: chance.choice([len(changed), len(changed), chance.randrange(len(changed))])])
