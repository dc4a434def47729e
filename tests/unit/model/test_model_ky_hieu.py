"""Số, ký hiệu given by its parts: the type and the agency make the ký hiệu."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from support.letters import letter_data, plan_data

from vbhc.errors import InputError
from vbhc.model import CongVan, CoQuan, KeHoach, SoKyHieu, VanBanCoTen, read_van_ban
from vbhc.text.dates import GAP

AGENCY = {"ten": "Ủy ban nhân dân\ntỉnh Bắc Ninh", "viet_tat": "UBND"}


def problems(data: dict[str, Any]) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_van_ban(data)
    return [str(finding) for finding in caught.value.report]


def plan_of(agency: object, **changes: Any) -> dict[str, Any]:
    data = plan_data(co_quan=agency) | changes
    return data if "so_ky_hieu" in changes else {key: value for key, value in data.items() if key != "so_ky_hieu"}


@pytest.mark.parametrize("agency", [AGENCY, CoQuan.model_validate(AGENCY), AGENCY | {"viet_tat": " UBND "}])
@pytest.mark.parametrize(("said", "printed"), [({}, f"{GAP}/UBND-CĐS"), ({"so": "12"}, "12/UBND-CĐS")])
def it_makes_the_ky_hieu_of_a_cong_van_from_agency_and_unit(agency: object, said: Any, printed: str) -> None:
    letter = read_van_ban(letter_data(co_quan=agency, so_ky_hieu={"don_vi": "CĐS", **said}))
    assert str(letter.so_ky_hieu) == printed


@pytest.mark.parametrize("said", [{}, {"so_ky_hieu": {}}, {"so_ky_hieu": None}])
def it_makes_the_ky_hieu_of_a_ke_hoach_from_its_type_and_agency(said: Any) -> None:
    assert str(read_van_ban(plan_of(AGENCY, **said)).so_ky_hieu) == f"{GAP}/KH-UBND"


def it_makes_the_ky_hieu_by_the_ten_loai() -> None:
    data = plan_of(AGENCY, loai="vanbancoten", ten_loai="Tờ trình", so_ky_hieu={"so": 3})
    assert str(read_van_ban(data).so_ky_hieu) == "03/TTr-UBND"


def it_leaves_a_ky_hieu_that_is_written_as_it_is() -> None:
    letter = read_van_ban(letter_data(co_quan=AGENCY, so_ky_hieu="12/UBND-VX"))
    assert str(letter.so_ky_hieu) == "12/UBND-VX"


@pytest.mark.parametrize(
    "data",
    [
        letter_data(co_quan=AGENCY, so_ky_hieu={"so": 12, "don_vi": "CĐS"}),
        plan_of(AGENCY),
        plan_of(AGENCY, loai="vanbancoten", ten_loai="Báo cáo"),
    ],
)
def it_gives_back_from_its_json_the_same_van_ban(data: dict[str, Any]) -> None:
    van_ban = read_van_ban(data)
    assert read_van_ban(json.loads(van_ban.model_dump_json())) == van_ban
    assert read_van_ban(van_ban.model_dump()) == van_ban
    assert van_ban.model_copy(update={"dia_danh": "Huế"}).so_ky_hieu == van_ban.so_ky_hieu


def it_asks_for_the_abbreviation_of_the_agency_among_all_other_problems() -> None:
    found = problems(letter_data(so_ky_hieu={"don_vi": "CĐS"}, dia_danh=""))
    assert len(found) == 2
    assert found[0] == (
        "LỖI VB001 so_ky_hieu (Số, ký hiệu): chưa lập được ký hiệu từ `don_vi`, vì `co_quan` không có chữ viết tắt; "
        "hãy thêm viet_tat, như co_quan: {ten: …, viet_tat: UBND}, hoặc viết cả ký hiệu, như so_ky_hieu: /UBND-CĐS"
    )


@pytest.mark.parametrize("agency", [AGENCY, {"ten": "Sở A"}])
def it_refuses_a_unit_beside_a_whole_ky_hieu(agency: Any) -> None:
    (found,) = problems(letter_data(co_quan=agency, so_ky_hieu={"ky_hieu": "UBND-VX", "don_vi": "CĐS"}))
    assert "so_ky_hieu (Số, ký hiệu): ký hiệu «UBND-VX» đã đủ, không thêm đơn vị soạn thảo; hãy bỏ `don_vi`" in found


@pytest.mark.parametrize("said", [{}, {"so": 3}, {"don_vi": None}])
def it_says_how_a_ky_hieu_is_given_where_there_is_none(said: Any) -> None:
    (found,) = problems(letter_data(co_quan=AGENCY, so_ky_hieu=said))
    assert "so_ky_hieu (Số, ký hiệu): chưa có ký hiệu; hãy viết như /UBND-VX" in found
    (found,) = problems(plan_of({"ten": "Sở A"}))
    assert "so_ky_hieu (Số, ký hiệu): chưa có ký hiệu" in found


def it_refuses_a_unit_where_the_ky_hieu_has_none() -> None:
    (found,) = problems(plan_of(AGENCY, so_ky_hieu={"don_vi": "CĐS"}))
    assert "ký hiệu «KH-UBND» đã đủ, không thêm đơn vị soạn thảo; hãy bỏ `don_vi`" in found


@pytest.mark.parametrize("viet_tat", ["UB ND", "12/UBND", "UBND-"])
def it_refuses_an_abbreviation_that_no_ky_hieu_can_hold(viet_tat: str) -> None:
    found = problems(letter_data(co_quan=AGENCY | {"viet_tat": viet_tat}))
    assert [it.partition(" (")[0] for it in found] == ["LỖI VB001 co_quan.viet_tat"]
    assert "viết liền, như UBND" in found[0]


def it_suggests_the_unit_for_a_name_that_is_nearly_it() -> None:
    found = problems(letter_data(co_quan=AGENCY, so_ky_hieu={"don_vj": "CĐS"}))
    assert any("so_ky_hieu.don_vj" in line and "có phải `don_vi`?" in line for line in found)


def it_tells_of_a_ten_loai_that_is_no_text() -> None:
    found = problems(plan_of(AGENCY, loai="vanbancoten", ten_loai=["Báo cáo"]))
    assert any("ten_loai (Tên loại): phải là một trong" in line for line in found)


def it_takes_no_unit_without_an_agency() -> None:
    with pytest.raises(InputError, match="chưa lập được ký hiệu"):
        SoKyHieu.model_validate({"don_vi": "CĐS"})


@pytest.mark.parametrize(
    ("model", "data"),
    [
        (CongVan, letter_data(co_quan=AGENCY, so_ky_hieu={"so": 12, "don_vi": "CĐS"})),
        (KeHoach, plan_of(AGENCY)),
        (VanBanCoTen, plan_of(AGENCY, loai="vanbancoten", ten_loai="Báo cáo", so_ky_hieu={"so": 12})),
    ],
)
def it_accepts_by_its_schema_what_it_reads(model: Any, data: dict[str, Any]) -> None:
    validator = jsonschema.Draft202012Validator(model.model_json_schema())
    assert [error.message for error in validator.iter_errors(data)] == []
    wrong = data | {"so_ky_hieu": {"don_vj": "CĐS"}}
    assert not validator.is_valid(wrong)
