"""A whole công văn: from objects and JSON, back to JSON, as draft and issued, and all its problems at once."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from support.letters import letter_data as letter

from vbhc.errors import InputError
from vbhc.model import Bang, CongVan, Doan, Hang, QuyenHan, TrangThai, read_van_ban
from vbhc.text.markup import Run


def problems(data: dict[str, Any]) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_van_ban(data)
    return [str(finding) for finding in caught.value.report]


def it_gives_back_from_its_json_the_same_letter() -> None:
    cong_van = read_van_ban(letter())
    assert CongVan.model_validate_json(cong_van.model_dump_json()) == cong_van


def it_says_all_problems_at_once_with_the_fields_in_vietnamese() -> None:
    found = problems(letter(dia_danh="", so_ky_hieu="abc", kinh_gui=[], trich_yeux="x"))
    assert len(found) == 4
    assert any("dia_danh (Địa danh): không được để trống" in line for line in found)
    assert any("so_ky_hieu (Số, ký hiệu): «abc»" in line for line in found)
    assert any("kinh_gui (Kính gửi): phải có ít nhất 1 mục" in line for line in found)
    assert any("có phải `trich_yeu`?" in line for line in found)


def it_names_the_place_of_a_problem_inside_nested_blocks() -> None:
    blocks = [{"loai": "muc", "noi_dung": "x", "khoi": [{"loai": "gach_dau_dong", "noi_dung": 5}]}]
    (found,) = problems(letter(noi_dung=blocks))
    assert "Nội dung 1 → Các khối bên dưới 1 → Nội dung" in found
    assert "phải là một chuỗi chữ (đang ghi: «5»)" in found


@pytest.mark.parametrize("data", ["{", '{"a": }', "[]", "null", '"chữ"'])
def it_answers_broken_json_in_vietnamese(data: str) -> None:
    with pytest.raises(InputError, match=r"JSON|các trường có"):
        CongVan.model_validate_json(data)


def it_asks_which_type_when_loai_is_missing_or_mistyped() -> None:
    assert "có phải `congvan`?" in problems(letter(loai="congvann"))[0]
    assert "thiếu loại văn bản" in problems(letter(loai=None))[0]


def it_refuses_control_characters_by_field() -> None:
    (found,) = problems(letter(dia_danh="Bắc\x07Ninh"))
    assert "dia_danh (Địa danh): có ký tự điều khiển U+0007" in found


def it_normalises_decomposed_vietnamese() -> None:
    decomposed = unicodedata.normalize("NFD", "Bắc Ninh")
    assert read_van_ban(letter(dia_danh=decomposed)).dia_danh == "Bắc Ninh"


def it_drops_the_v_v_that_the_format_prints_itself() -> None:
    assert read_van_ban(letter(trich_yeu="V/v tăng cường thực hiện.")).trich_yeu == "tăng cường thực hiện"


def it_takes_typed_runs_for_marked_up_text() -> None:
    assert Doan(noi_dung=(Run("đậm", bold=True), Run(" 5*3"))).noi_dung == r"**đậm** 5\*3"


def it_is_frozen() -> None:
    with pytest.raises(InputError, match="hãy tạo bản mới"):
        read_van_ban(letter()).dia_danh = "Hà Nội"  # type: ignore[misc]


def it_lists_every_blank_when_a_draft_is_issued_too_early() -> None:
    draft = read_van_ban(letter(nguoi_ky={"quyen_han": ["Chủ tịch"]}))
    with pytest.raises(InputError) as caught:
        draft.ban_hanh()
    said = str(caught.value)
    assert len(caught.value.report) == 3
    assert all(part in said for part in ("so_ky_hieu.so", "thoi_gian.ngay", "nguoi_ky.ho_ten"))


def it_does_not_construct_an_issued_letter_with_a_blank() -> None:
    with pytest.raises(InputError, match=r"so_ky_hieu\.so"):
        read_van_ban(letter(trang_thai="ban_hanh"))


def it_issues_a_complete_letter() -> None:
    complete = read_van_ban(letter(so_ky_hieu="15/UBND-CĐS", thoi_gian="20/5/2026"))
    assert complete.ban_hanh().trang_thai is TrangThai.BAN_HANH


def it_refuses_muc_nested_deeper_than_the_type_numbers() -> None:
    deep = {"loai": "muc", "noi_dung": "3"}
    for level in "4321":
        deep = {"loai": "muc", "noi_dung": level, "khoi": [deep]}
    (found,) = problems(letter(noi_dung=[deep]))
    assert "mục nằm trong mục cấp «+», sâu hơn các cấp đánh số" in found
    assert "1. → a) → - → +" in found


def it_refuses_rows_that_do_not_fit_the_columns_and_names_them() -> None:
    with pytest.raises(InputError, match="hàng 2 có 3 ô"):
        Bang.tu_du_lieu(cot=["STT", "Chỉ tiêu"], hang=[["1", "a"], ["2", "b", "c"]])


def it_keeps_data_in_a_table_from_being_read_as_markup() -> None:
    bang = Bang.tu_du_lieu(cot=["STT", "Tên"], hang=[[1, "**a** ~b~"], [None, "c"], Hang(nhom="Nhóm")])
    assert bang.hang[0].o == ("1", r"\*\*a\*\* \~b\~")
    assert bang.hang[1].o == ("", "c")


def properties(schema: Any) -> list[tuple[str, dict[str, Any]]]:
    """Every property of a schema, each with what the schema says of it."""
    if isinstance(schema, list):
        return [found for item in schema for found in properties(item)]
    if not isinstance(schema, dict):
        return []
    own = list(schema["properties"].items()) if isinstance(schema.get("properties"), dict) else []
    return own + [found for value in schema.values() for found in properties(value)]


def it_gives_every_property_of_its_schema_a_vietnamese_title() -> None:
    schema = CongVan.model_json_schema()
    titled = [
        (name, field.get("title") or schema["$defs"][field["$ref"].split("/")[-1]].get("title", ""))
        for name, field in properties(schema)
    ]
    assert len(titled) > 60
    assert [pair for pair in titled if pair[1].isascii() and pair[0] != "fax"] == []


def it_shows_in_the_schema_that_a_so_ky_hieu_may_be_a_string() -> None:
    schema = json.dumps(CongVan.model_json_schema()["$defs"]["SoKyHieu"], ensure_ascii=False)
    assert '"type": "string"' in schema
    assert "12/UBND-VX" in schema


def it_takes_numbers_and_blanks_in_the_cells_of_a_table_from_json() -> None:
    table = {"loai": "bang", "cot": ["TT", "Tên", "Tỷ lệ"], "hang": [[1, "A", 3.5], [2, None, "  "]]}
    assert [row.o for row in read_van_ban(letter(noi_dung=[table])).noi_dung[0].hang] == [  # type: ignore[union-attr]
        ("1", "A", "3,5"),
        ("2", "", ""),
    ]


def it_says_what_may_stand_where_a_field_was_given_something_else() -> None:
    assert "viết như «12/UBND-VX»" in problems(letter(so_ky_hieu=5))[0]
    assert "các trường có: ten, chu_quan" in problems(letter(co_quan="Sở A"))[0]
    assert "trich_yeu (Trích yếu nội dung): không được để trống" in problems(letter(trich_yeu=""))[0]


def it_takes_the_line_ends_of_windows() -> None:
    agency = {"ten": "Ủy ban nhân dân\r\ntỉnh Bắc Ninh"}
    assert read_van_ban(letter(co_quan=agency)).co_quan.ten == "Ủy ban nhân dân\ntỉnh Bắc Ninh"


def it_accepts_its_own_examples_by_its_own_schema() -> None:
    example = json.loads(
        (Path(__file__).parents[3] / "examples" / "trien-khai-ke-hoach" / "thu.json").read_text("utf-8")
    )
    short = letter(
        kinh_gui="Bộ Nội vụ", noi_dung=[{"loai": "bang", "cot": ["A"], "hang": [["1"], [None], {"nhom": "B"}]}]
    )
    validator = jsonschema.Draft202012Validator(CongVan.model_json_schema())
    for data in (example, short, json.loads(read_van_ban(short).model_dump_json())):
        assert [error.message for error in validator.iter_errors(data)] == []


def it_says_of_each_body_which_muc_have_no_number() -> None:
    deep = {"loai": "muc", "cap_muc": "cong", "noi_dung": "1", "khoi": [{"loai": "muc", "noi_dung": "2"}]}
    many = {"loai": "muc", "noi_dung": "1", "khoi": [{"loai": "muc", "noi_dung": "ý"}] * 24}
    found = problems(
        letter(trang_thai="ban_hanh", noi_dung=[deep], phu_luc=[{"noi_dung": [deep]}, {"noi_dung": [many]}])
    )
    assert [line.split(" (")[0] for line in found] == [
        "LỖI VB004 noi_dung[1].khoi[1]",
        "LỖI VB004 phu_luc[1].noi_dung[1].khoi[1]",
        "LỖI VB004 phu_luc[2].noi_dung[1].khoi[24]",
        "LỖI VB002 so_ky_hieu.so",
        "LỖI VB002 thoi_gian.ngay",
    ]


def it_asks_for_the_dot_behind_a_signing_prefix() -> None:
    for written in ("TUQ Giám đốc", "K/T Chủ tịch"):
        with pytest.raises(InputError, match="phải có dấu chấm"):
            QuyenHan.parse(written)


@pytest.mark.parametrize(
    ("written", "kept"), [("Công ty A Co., Ltd.", "Công ty A Co., Ltd."), ("- - Công an tỉnh.;", "Công an tỉnh")]
)
def it_takes_off_a_recipient_only_what_the_list_puts_on(written: str, kept: str) -> None:
    assert read_van_ban(letter(kinh_gui=[written])).kinh_gui == (kept,)  # type: ignore[attr-defined]


def it_refuses_a_trich_yeu_of_v_v_alone() -> None:
    assert "không được để trống" in problems(letter(trich_yeu="V/v "))[0]


def it_says_v_v_once() -> None:
    assert read_van_ban(letter(trich_yeu="V/v Về việc báo cáo")).trich_yeu == "báo cáo"


@pytest.mark.parametrize("written", ["Các sở, ban, ngành; UBND các xã;", "- Các sở, ban, ngành;\n- UBND các xã.\n"])
def it_parts_recipients_written_in_one_text_at_the_semicolons(written: str) -> None:
    read = read_van_ban(letter(kinh_gui=written, noi_nhan={"noi": "Như trên; Lãnh đạo Sở"}))
    assert read.kinh_gui == ("Các sở, ban, ngành", "UBND các xã")  # type: ignore[attr-defined]
    assert [it.ten for it in read.noi_nhan.noi] == ["Như trên", "Lãnh đạo Sở"]


def it_leaves_a_recipient_of_a_list_whole() -> None:
    assert read_van_ban(letter(kinh_gui=["Sở A; Sở B"])).kinh_gui == ("Sở A; Sở B",)  # type: ignore[attr-defined]


@pytest.mark.parametrize("written", ["", ";", "Sở A;; Sở B"])
def it_refuses_a_recipient_without_a_name(written: str) -> None:
    assert "không được để trống" in problems(letter(kinh_gui=written))[0]


@pytest.mark.parametrize("signer", [{}, {"ho_ten": "Nguyễn Văn A"}, {"quyen_han": []}])
def it_takes_a_draft_that_nobody_signs_yet(signer: dict[str, Any]) -> None:
    draft = read_van_ban(letter(nguoi_ky=signer))
    assert draft.nguoi_ky.quyen_han == ()
    with pytest.raises(InputError, match=r"nguoi_ky\.quyen_han \(Người ký → Quyền hạn, chức vụ\): còn để trống"):
        draft.ban_hanh()


def it_takes_a_draft_without_a_word_of_its_signer() -> None:
    data = letter()
    del data["nguoi_ky"]
    draft = read_van_ban(data)
    assert draft == read_van_ban(letter(nguoi_ky={}))
    assert "nguoi_ky.quyen_han" in str(draft.blanks())
