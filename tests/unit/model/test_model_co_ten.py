"""Kế hoạch and the other văn bản có tên loại: what constructs, and what does not fit its type."""

from __future__ import annotations

from typing import Any

import pytest
from support.letters import doan, letter, plan_data

from vbhc import InputError, KeHoach, TenLoai, VanBanCoTen, read_van_ban

LAW = {"b": "Luật Đất đai"}
ABBREVIATED = ["CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "TTr", "GUQ", "PG", "PC", "PB"]


def of_type(ten_loai: str, **changes: Any) -> dict[str, Any]:
    ky_hieu = f"/{TenLoai(ten_loai).viet_tat}-UBND"
    return plan_data(loai="vanbancoten", ten_loai=ten_loai, so_ky_hieu=ky_hieu) | changes


@pytest.mark.parametrize(("ten_loai", "viet_tat"), list(zip([ten.value for ten in TenLoai], ABBREVIATED, strict=True)))
def it_takes_the_seventeen_types_of_the_sample_form(ten_loai: str, viet_tat: str):
    van_ban = read_van_ban(of_type(ten_loai, so_ky_hieu=f"5/{viet_tat}-UBND"))
    assert (van_ban.ten_goi, str(van_ban.so_ky_hieu)) == (ten_loai, f"05/{viet_tat}-UBND")


def it_reads_a_ke_hoach_by_its_loai():
    van_ban = read_van_ban(plan_data())
    assert isinstance(van_ban, KeHoach)
    assert van_ban.ten_loai is TenLoai.KE_HOACH


def it_refuses_a_ky_hieu_of_another_type_and_shows_its_own():
    with pytest.raises(InputError, match=r"«UBND-VX» không hợp với kế hoạch.*ví dụ KH-UBND"):
        read_van_ban(plan_data(so_ky_hieu="12/UBND-VX"))


@pytest.mark.parametrize(("ten_loai", "allowed"), [("Tờ trình", True), ("Báo cáo", True), ("Thông báo", False)])
def it_addresses_only_what_goes_up_to_an_agency(ten_loai: str, allowed: bool):
    data = of_type(ten_loai, kinh_gui="UBND tỉnh Bắc Ninh")
    if allowed:
        assert isinstance(read_van_ban(data), VanBanCoTen)
    else:
        with pytest.raises(InputError, match="không có phần Kính gửi"):
            read_van_ban(data)


def it_does_not_say_nhu_tren_where_nobody_is_addressed():
    data = plan_data()
    del data["noi_nhan"]
    with pytest.raises(InputError, match="noi_nhan"):
        read_van_ban(data)


def it_takes_can_cu_without_the_marks_that_are_computed():
    van_ban = KeHoach.model_validate(plan_data(can_cu=["Căn cứ Luật A;", "Theo đề nghị của Giám đốc Sở B."]))
    assert van_ban.can_cu == ("Căn cứ Luật A", "Theo đề nghị của Giám đốc Sở B")
    assert KeHoach.model_validate(plan_data(can_cu="Căn cứ Luật A;\nCăn cứ B")).can_cu == ("Căn cứ Luật A", "Căn cứ B")


@pytest.mark.parametrize("written", ["Căn cứ A\nCăn cứ B\n", "Căn cứ A\r\nCăn cứ B\r\n \r\n"])
def it_drops_the_blank_lines_that_yaml_leaves_at_the_end(written: str):
    assert KeHoach.model_validate(plan_data(can_cu=written)).can_cu == ("Căn cứ A", "Căn cứ B")


def it_refuses_a_blank_line_between_two_can_cu():
    with pytest.raises(InputError, match="không được để trống"):
        KeHoach.model_validate(plan_data(can_cu="Căn cứ A\n\nCăn cứ B"))


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Căn cứ **Luật X;**", "Căn cứ **Luật X**"),
        ("Căn cứ *Luật X* **.;**", "Căn cứ *Luật X*"),
        ("Căn cứ Luật X;[^a]", "Căn cứ Luật X[^a]"),
        ("Căn cứ Luật X[^a].", "Căn cứ Luật X[^a]"),
        ("Căn cứ *Luật X", "Căn cứ *Luật X"),
    ],
)
def it_takes_off_the_end_mark_inside_of_a_format_and_around_a_footnote(written: str, kept: str):
    notes = {"a": "A"} if "[^a]" in written else {}
    assert KeHoach.model_validate(plan_data(can_cu=[written], chu_thich=notes)).can_cu == (kept,)


@pytest.mark.parametrize("written", ["**;**", ";[^a]", " .;"])
def it_refuses_a_can_cu_of_end_marks_alone(written: str):
    with pytest.raises(InputError, match="không được để trống"):
        KeHoach.model_validate(plan_data(can_cu=[written], chu_thich={"a": "A"}))


def it_prints_can_cu_with_the_marks_that_end_them():
    van_ban = KeHoach.model_validate(
        plan_data(can_cu="Căn cứ **Luật X**\nCăn cứ [@b][^a];\nXét đề nghị của A.", chu_thich={"a": "A"}, vien_dan=LAW)
    )
    assert van_ban.cac_can_cu == ("Căn cứ **Luật X**;", "Căn cứ [@b][^a];", "Xét đề nghị của A.")
    assert van_ban.voi_vien_dan().cac_can_cu[1] == "Căn cứ Luật Đất đai[^a];"
    assert letter().cac_can_cu == ()


def it_comes_back_from_json_as_it_was():
    van_ban = KeHoach.model_validate(plan_data(can_cu=["Căn cứ A"], noi_dung=[doan("x"), doan("y")]))
    assert read_van_ban(van_ban.model_dump(mode="json")) == van_ban
