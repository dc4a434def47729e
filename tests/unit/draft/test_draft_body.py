"""The text of a bản thảo: what people type becomes the outline of a văn bản."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest
from pydantic import TypeAdapter

from vbhc.draft.body import Disorder, TypedLine, read_body, typed_lines
from vbhc.model import Muc
from vbhc.model.khoi import Khoi


def khoi(text: str, **options: Any) -> list[Any]:
    body = read_body(typed_lines(dedent(text)), **options)
    TypeAdapter(tuple[Khoi, ...]).validate_python(body.khoi)
    return list(body.khoi)


def shape(text: str) -> list[Any]:
    """The blocks as nested lists of the words in them."""
    return [_shape(it) for it in khoi(text)]


def _shape(block: dict[str, Any]) -> Any:
    words = " | ".join([block[name] for name in ("so", "tieu_de", "noi_dung") if name in block])
    below = [_shape(it) for it in (*block.get("khoi", ()), *block.get("con", ()))]
    return {f"{block.get('cap_muc', block['loai'])}: {words}": below} if below else words


def it_makes_a_paragraph_of_each_line() -> None:
    assert khoi("Thực hiện Kế hoạch.\n\n\nSở đề nghị:") == [
        {"loai": "doan", "noi_dung": "Thực hiện Kế hoạch."},
        {"loai": "doan", "noi_dung": "Sở đề nghị:"},
    ]


def it_nests_what_is_numbered() -> None:
    text = """\
        I. MỤC ĐÍCH
        1. Nâng cao chất lượng:
        a) Dữ liệu;
        b) Hạ tầng.
        2. Bảo đảm an toàn.
        II. NHIỆM VỤ
        Các sở thực hiện:
        - Việc thứ nhất:
        + Ý nhỏ;
        - Việc thứ hai.
        """
    assert shape(text) == [
        {
            "la_ma: MỤC ĐÍCH": [
                {"khoan: Nâng cao chất lượng:": ["Dữ liệu;", "Hạ tầng."]},
                "Bảo đảm an toàn.",
            ]
        },
        {"la_ma: NHIỆM VỤ": ["Các sở thực hiện:", {"gach_dau_dong: Việc thứ nhất:": ["Ý nhỏ;"]}, "Việc thứ hai."]},
    ]


def it_ends_a_list_with_the_paragraph_behind_it() -> None:
    assert shape("1. Rà soát;\n2. Báo cáo.\nTrân trọng./.") == ["Rà soát;", "Báo cáo.", "Trân trọng./."]


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("1. **Mục đích**", {"tieu_de": "Mục đích"}),
        ("a) **Nâng cao:** làm ngay.", {"tieu_de": "Nâng cao:", "noi_dung": "làm ngay.", "chay_lien": True}),
        ("1. **Nâng cao**: làm ngay.", {"tieu_de": "Nâng cao", "noi_dung": "làm ngay.", "chay_lien": True}),
        ("1. **47** chỉ tiêu, **11** chưa đạt.", {"noi_dung": "**47** chỉ tiêu, **11** chưa đạt."}),
        ("1. Làm **ngay**.", {"noi_dung": "Làm **ngay**."}),
        ("Điều 1. Phạm vi điều chỉnh", {"tieu_de": "Phạm vi điều chỉnh"}),
        ("Điều 1. Ban hành Quy chế.", {"noi_dung": "Ban hành Quy chế."}),
        ("Chương I\nQUY ĐỊNH CHUNG", {"tieu_de": "QUY ĐỊNH CHUNG"}),
        ("Chương I\n**QUY ĐỊNH CHUNG**", {"tieu_de": "QUY ĐỊNH CHUNG"}),
    ],
)
def it_tells_tieu_de_from_noi_dung(line: str, made: dict[str, Any]) -> None:
    [muc] = khoi(line)
    assert {name: value for name, value in muc.items() if name not in ("loai", "cap_muc")} == made


def it_keeps_numbers_out_of_order_and_tells_their_lines() -> None:
    text = "1. Một;\na) A;\nc) C;\nd) D;\n4. Bốn."
    body = read_body(typed_lines(text, first=10))
    assert body.disorder == (Disorder("c)", "b)", 12), Disorder("4.", "2.", 14))
    assert [it.get("so") for it in body.khoi[0]["khoi"]] == [None, "c)", None]
    assert body.khoi[1]["so"] == "4."


def it_counts_anew_when_asked() -> None:
    body = read_body(typed_lines("a) A;\nc) C."), danh_so_lai=True)
    assert body.disorder == ()
    assert [it.get("so") for it in body.khoi] == [None, None]


def it_takes_the_vietnamese_alphabet_and_other_closing_signs() -> None:
    assert read_body(typed_lines("1) M;\n2) H;\nd) x")).disorder == (Disorder("d)", "a)", 3),)
    letters = "\n".join(f"{letter}) ý" for letter in "abcdđeghiklm")
    assert read_body(typed_lines(letters)).disorder == ()


def it_keeps_a_number_of_several_levels() -> None:
    assert shape("1. Một:\n1.1. Một một;\n1.2. Một hai.") == [{"khoan: Một:": ["1.1. | Một một;", "1.2. | Một hai."]}]


def it_makes_what_the_model_takes() -> None:
    [muc] = khoi("I. NHIỆM VỤ\n1. Sở Nội vụ:\n- Chủ trì;\n- Phối hợp.")
    assert isinstance(TypeAdapter(Khoi).validate_python(muc), Muc)


TABLE = """\
    1. Giao chỉ tiêu:
    | Mã | Chỉ tiêu | Mục tiêu |
    |:--:|----------|---------:|
    | 6.3 | Tỷ lệ **hồ sơ** | 80% |
    | 6.4 | a \\| b | |
    2. Báo cáo.
    """


def it_reads_a_small_table() -> None:
    first, second = khoi(TABLE)
    assert first["khoi"] == [
        {
            "loai": "bang",
            "cot": [
                {"tieu_de": "Mã", "can_le": "giua"},
                {"tieu_de": "Chỉ tiêu"},
                {"tieu_de": "Mục tiêu", "can_le": "phai"},
            ],
            "hang": [["6.3", "Tỷ lệ **hồ sơ**", "80%"], ["6.4", "a | b", ""]],
        }
    ]
    assert second["noi_dung"] == "Báo cáo."


def it_knows_the_line_of_a_table_and_ends_it_with_a_blank_line() -> None:
    body = read_body(typed_lines("Một:\n| A | B |\n| 1 | 2 |\n\n| C |\n| 3 |"))
    assert [(it["loai"], it.get("hang")) for it in body.khoi] == [
        ("doan", None),
        ("bang", [["1", "2"]]),
        ("bang", [["3"]]),
    ]
    assert body.lines == {"noi_dung[1]": 1, "noi_dung[2]": 2, "noi_dung[3]": 5}


@pytest.mark.parametrize("line", ["1. Không phải mục", "- Không phải gạch", "|a|b|", "Điều 1. Không phải điều", "a) x"])
def it_takes_what_stands_behind_a_backslash_for_words(line: str) -> None:
    assert khoi(f"\\{line}") == [{"loai": "doan", "noi_dung": line}]


def it_keeps_other_backslashes() -> None:
    assert khoi("\\*không nghiêng*") == [{"loai": "doan", "noi_dung": "\\*không nghiêng*"}]


@pytest.mark.parametrize("sign", ["*", "•"])
def it_takes_bullets_of_one_kind_for_neighbours(sign: str) -> None:
    assert shape(f"Gồm:\n{sign} A;\n{sign} B;\n+ Ý nhỏ.") == ["Gồm:", "A;", {"gach_dau_dong: B;": ["Ý nhỏ."]}]


SUB = "1. A:\n1.1. x;\n1.3. y;\n2. B:\n2.1. z."


def it_tells_sub_numbers_out_of_order_and_keeps_them() -> None:
    body = read_body(typed_lines(SUB))
    assert body.disorder == (Disorder("1.3.", "1.2.", 3),)
    assert [it["so"] for it in body.khoi[0]["khoi"]] == ["1.1.", "1.3."]


def it_counts_sub_numbers_anew_when_asked() -> None:
    body = read_body(typed_lines(SUB.replace("2. B", "3. B").replace("2.1.", "3.1.")), danh_so_lai=True)
    assert [[it["so"] for it in muc["khoi"]] for muc in body.khoi] == [["1.1.", "1.2."], ["2.1."]]


def it_counts_sub_numbers_of_a_loop_on() -> None:
    lines = [TypedLine("1. A:", 1), TypedLine("1.1. x;", 2), TypedLine("1.1. y.", 2)]
    assert [it["so"] for it in read_body(lines).khoi[0]["khoi"]] == ["1.1.", "1.2."]


def it_leaves_deeper_numbers_as_typed() -> None:
    assert read_body(typed_lines("1. A:\n1.1.1. x;\n1.1.4. y.")).disorder == ()


def it_counts_sub_numbers_on_from_one_that_was_kept() -> None:
    body = read_body(typed_lines("1. A:\n1.1. x;\n1.3. y;\n1.4. z."))
    assert [it.typed for it in body.disorder] == ["1.3."]
