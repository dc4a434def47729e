"""Selections of a table, and the table as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from indicator_files import load, row

from vbhc.indicators import BangChiTieu


@pytest.fixture
def bang(tmp_path: Path) -> BangChiTieu:
    return load(
        tmp_path,
        ("1", "Nhóm một"),
        row(ma="1.1", thuc_hien=0.75),
        row(ma="1.2", thuc_hien="Chưa đạt: 54%", phoi_hop="Sở KH&CN"),
        row(ma="1.3", thuc_hien=None),
        ("2", "Nhóm hai"),
        row(ma="2.1", thuc_hien=0.3, chu_tri="Sở Y tế"),
    )


def it_is_a_sequence_whose_slices_are_tables(bang: BangChiTieu) -> None:
    assert len(bang) == 4
    assert bang[0].ma == "1.1"
    assert isinstance(bang[1:3], BangChiTieu)
    assert [it.ma for it in bang[1:3]] == ["1.2", "1.3"]
    assert bang[-1] in bang


def it_splits_completely(bang: BangChiTieu) -> None:
    parts = bang.dat, bang.chua_dat, bang.khong_ro
    assert [[it.ma for it in part] for part in parts] == [["1.1"], ["1.2", "2.1"], ["1.3"]]
    assert {type(part) for part in parts} == {BangChiTieu}
    assert sum(map(len, bang.theo_nhom().values())) == len(bang)


def it_keeps_source_and_findings_in_every_selection(bang: BangChiTieu) -> None:
    assert bang.chua_dat.nguon == bang.nguon
    assert str(bang.nguon) == "bang.xlsx, trang tính Tháng 5"
    assert bang.chua_dat.findings == bang.findings


def it_selects_from_selections(bang: BangChiTieu) -> None:
    assert [it.ma for it in bang.chua_dat.theo_co_quan()["Sở Y tế"].xep_theo_khoang_cach()] == ["2.1"]
    assert [it.ma for it in bang.xep_theo_khoang_cach()] == ["2.1", "1.2", "1.1", "1.3"]


def it_cannot_be_changed(bang: BangChiTieu) -> None:
    with pytest.raises(AttributeError):
        bang.chi_tieu = ()  # type: ignore[misc]
    assert hash(bang[0]) == hash(bang[0])


def it_becomes_json(bang: BangChiTieu) -> None:
    data = json.loads(json.dumps(bang.to_json(), ensure_ascii=False))
    assert list(data) == ["tong", "dat", "chua_dat", "khong_ro", "chi_tieu", "findings"]
    assert (data["tong"], data["dat"], data["chua_dat"], data["khong_ro"]) == (4, 1, 2, 1)
    assert data["chi_tieu"][1] == {
        "ma": "1.2",
        "ten": "Tỷ lệ hồ sơ trực tuyến",
        "nhom": "1. Nhóm một",
        "muc_tieu": "60%",
        "thuc_hien": "54%",
        "danh_gia": "chua_dat",
        "cong_bo": "chua_dat",
        "chu_tri": "Sở Nội vụ",
        "phoi_hop": "Sở Khoa học và Công nghệ",
        "o": "Tháng 5!E4",
    }
    assert data["chi_tieu"][2]["thuc_hien"] is data["chi_tieu"][2]["o"] is None
    assert list(data["findings"][0]) == ["code", "severity", "location", "message", "hint"]
    assert data["findings"][0]["location"] == "bang.xlsx, Tháng 5!E5"
