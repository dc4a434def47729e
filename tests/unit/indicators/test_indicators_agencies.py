"""Which agencies a cell names, whatever way they are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from indicator_files import load, row

from vbhc.errors import DataError
from vbhc.indicators import CHUA_RO_CO_QUAN
from vbhc.indicators.co_quan import load_danh_ba

KHCN = "Sở Khoa học và Công nghệ"


def names(text: str) -> tuple[str, ...]:
    return load_danh_ba().read_all([text])[text].ten


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("Sở KH&CN", (KHCN,)),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", (KHCN,)),
        ("So KHCN", (KHCN,)),
        ("Sở KH & CN.", (KHCN,)),
        ("Sở Khoa học và Công nghệ, Sở KH&CN", (KHCN,)),
        ("Sở Văn hoá, Thể thao và Du lịch", ("Sở Văn hóa, Thể thao và Du lịch",)),
        ("Văn phòng UBND tỉnh (Trung tâm phục vụ HCC)", ("Văn phòng UBND tỉnh",)),
        ("Trung tâm PV HCC", ("Trung tâm Phục vụ hành chính công tỉnh",)),
        ("Báo và Đài PTTH Bắc Ninh", ("Báo và Phát thanh, Truyền hình Bắc Ninh",)),
        ("Báo và Đài Phát thanh, Truyền hình Bắc Ninh", ("Báo và Phát thanh, Truyền hình Bắc Ninh",)),
        ("Tỉnh đoàn thanh niên và UBND cấp xã", ("Tỉnh đoàn", "UBND các xã, phường")),
        ("Các sở, ngành; địa phương", ("Các sở, ngành, địa phương",)),
        ("Sở KH&CN và các sở, ngành, địa phương", (KHCN, "Các sở, ngành, địa phương")),
        ("- Sở Nội vụ\n- Sở Y tế;", ("Sở Nội vụ", "Sở Y tế")),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy", ("Ban Tuyên giáo và Dân vận Tỉnh ủy",)),
        ("Hội Nông dân và Sở Y tế", ("Hội Nông dân", "Sở Y tế")),
        ("Hội A (cơ sở 1, cơ sở 2), Hội B", ("Hội A", "Hội B")),
        ("Văn phòng UBND tỉnh (Trung tâm", ("Văn phòng UBND tỉnh",)),
        ("", ()),
        (" ; , ", ()),
    ],
)
def it_takes_lists_apart_and_gives_full_names(text: str, agencies: tuple[str, ...]) -> None:
    assert names(text) == agencies


def it_takes_a_long_list_apart() -> None:
    text = (
        "Sở KH&CN, Sở Công Thương, Sở Tài chính, Nội vụ, Ban QL các KCN tỉnh, Công an tỉnh, Cục thuế tỉnh, "
        "UBND các xã, phường"
    )
    assert names(text) == (
        *(KHCN, "Sở Công Thương", "Sở Tài chính", "Sở Nội vụ", "Ban Quản lý các khu công nghiệp tỉnh"),
        *("Công an tỉnh", "Cục Thuế tỉnh", "UBND các xã, phường"),
    )


def it_keeps_the_unit_in_brackets() -> None:
    text = "Văn phòng UBND tỉnh (Trung tâm phục vụ HCC), Sở Y tế"
    assigned = load_danh_ba().read_all([text])[text]
    assert assigned.nguyen_van == text
    assert assigned.co_quan == (("Văn phòng UBND tỉnh", "Trung tâm phục vụ HCC"), ("Sở Y tế", ""))


def it_joins_a_name_with_and_without_its_province(tmp_path: Path) -> None:
    bang = load(tmp_path, row(ma="1", chu_tri="Tỉnh đoàn thanh niên"), row(ma="2", chu_tri="Tỉnh đoàn Bắc Ninh"))
    assert {name: len(part) for name, part in bang.theo_co_quan().items()} == {"Tỉnh đoàn Bắc Ninh": 2}


def it_does_not_choose_between_two_provinces() -> None:
    texts = ["Tỉnh đoàn", "Tỉnh đoàn Bắc Ninh", "Tỉnh đoàn Bắc Giang"]
    assert [it.ten for it in load_danh_ba().read_all(texts).values()] == [(text,) for text in texts]


def it_joins_spellings_of_an_agency_it_does_not_know(tmp_path: Path) -> None:
    bang = load(tmp_path, row(ma="1", chu_tri="Hội Nông dân tỉnh"), row(ma="2", chu_tri="hội  nông dân TỈNH"))
    assert list(bang.theo_co_quan()) == ["Hội Nông dân tỉnh"]


def it_puts_an_indicator_under_each_of_its_lead_agencies(tmp_path: Path) -> None:
    bang = load(tmp_path, row(ma="1", chu_tri="Sở Y tế; Sở Nội vụ"), row(ma="2", chu_tri=None))
    sizes = {name: [it.ma for it in part] for name, part in bang.theo_co_quan().items()}
    assert sizes == {"Sở Y tế": ["1"], "Sở Nội vụ": ["1"], CHUA_RO_CO_QUAN: ["2"]}


def it_takes_further_names_from_a_file(tmp_path: Path) -> None:
    aliases = tmp_path / "ten.toml"
    aliases.write_text('[[co_quan]]\nten = "Sở Số hóa"\nten_khac = ["Sở KH&CN", "SSH"]\n', "utf-8-sig")
    bang = load(tmp_path, row(ma="1", chu_tri="Sở KH&CN"), row(ma="2", chu_tri="SSH"), aliases=aliases)
    assert list(bang.theo_co_quan()) == ["Sở Số hóa"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"[[co_quan]\n", "sai cú pháp TOML"),
        (b"", "không có mục [[co_quan]] nào"),
        (b'co_quan = "x"', "không có mục [[co_quan]] nào"),
        (b'[[co_quan]]\nten_khac = ["A"]\n', 'thiếu "ten"'),
        (b'[[co_quan]]\nten = "A"\nten_khac = "B"\n', '"ten_khac" phải là danh sách'),
        (b'[[co_quan]]\nten = "A"\nviet_tat = "B"\n', "khóa lạ viet_tat"),
        ('[[co_quan]]\nten = "Sở"\n'.encode("utf-16"), "không phải UTF-8"),
    ],
)
def it_says_what_is_wrong_in_a_file_of_names(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "ten.toml").write_bytes(content)
    with pytest.raises(DataError) as raised:
        load(tmp_path, row(), aliases=tmp_path / "ten.toml")
    assert reason in str(raised.value)


def it_says_that_a_file_of_names_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="không mở được tệp"):
        load(tmp_path, row(), aliases=tmp_path / "khong-co.toml")


def it_takes_apart_a_cell_of_thousands_of_commas_in_no_time() -> None:
    assert len(names(", ".join(f"Hội {i}" for i in range(5000)))) == 5000
