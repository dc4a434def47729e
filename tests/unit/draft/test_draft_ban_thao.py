"""A bản thảo: front matter and text become the data of a văn bản."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from vbhc.draft.ban_thao import is_ban_thao, read_ban_thao
from vbhc.draft.filling import BanThao, fill_in
from vbhc.draft.unreadable import UnreadableDocumentError
from vbhc.errors import TemplateError
from vbhc.model import CongVan, read_van_ban

LETTER = """\
---
loai: congvan
co_quan: {ten: "Ủy ban nhân dân\\ntỉnh Bắc Ninh"}
so_ky_hieu: /UBND-CĐS
dia_danh: Bắc Ninh
thoi_gian: tháng 5 năm 2026
trich_yeu: đôn đốc hoàn thành chỉ tiêu DTI
kinh_gui: [Sở Nội vụ, Công an tỉnh]
nguoi_ky: {quyen_han: [Chủ tịch], ho_ten: Nguyễn Văn A}
---
Thực hiện kế hoạch[^1], đề nghị:

1. Sở Nội vụ:
- Chủ trì;
- Báo cáo.
2. Công an tỉnh phối hợp.

Trân trọng./.

[^1]: Kế hoạch năm 2026.
"""


def made(text: str, name: str, so_lieu: Mapping[str, object] | None = None) -> BanThao:
    return fill_in(read_ban_thao(text, name), so_lieu or {})


def it_makes_a_letter() -> None:
    assert is_ban_thao(LETTER)
    read = made(LETTER, "thu.md")
    letter = read_van_ban(read.data)
    assert isinstance(letter, CongVan)
    assert not read.report
    assert [type(it).__name__ for it in letter.noi_dung] == ["Doan", "Muc", "Muc", "Doan"]
    assert read.data["chu_thich"] == {"1": "Kế hoạch năm 2026."}


def it_tells_numbers_out_of_order_with_their_lines() -> None:
    (finding,) = made(LETTER.replace("2. Công an", "3. Công an"), "thu.md").report
    assert str(finding) == (
        "CẢNH BÁO VB110 thu.md, dòng 16: ghi số «3.», đến lượt «2.»; giữ như đã ghi"
        " → sửa số, hoặc thêm --danh-so-lai để đánh số lại"
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("---\nloai", "loai", "dòng 1: thiếu dòng «---» mở đầu phần các trường"),
        ("---\nThực", "Thực", "dòng 1: thiếu dòng «---» kết thúc phần các trường"),
        ("dia_danh: Bắc", "dia_danh: *Bắc", "dòng 5, cột 13: chữ bắt đầu bằng dấu *"),
        ("dia_danh: Bắc Ninh", "loai: congvan", "dòng 5: trường `loai` đã ghi ở dòng 2"),
        ("[^1]: Kế", "[^1]: Một\n[^1]: Kế", "dòng 21: chú thích [^1] đã ghi ở dòng 20"),
        ("dia_danh: Bắc Ninh", "noi_dung: []", "trường `noi_dung` có cả ở phần đầu và ở dưới"),
        ("loai: congvan", "congvan", "dòng 3, cột 8: dấu hai chấm"),
    ],
)
def it_says_where_something_is_wrong(old: str, new: str, said: str) -> None:
    with pytest.raises(UnreadableDocumentError) as caught:
        made(LETTER.replace(old, new, 1), "thu.md")
    assert said in str(caught.value.report)


@pytest.mark.parametrize("text", [LETTER.replace("\n", "\r\n"), f"\ufeff{LETTER}", f"\n{LETTER}"])
def it_takes_what_other_editors_save(text: str) -> None:
    assert made(text, "thu.md").data == made(LETTER, "thu.md").data


CITED = LETTER.replace(
    "kinh_gui:", 'vien_dan: {kh131: "Kế hoạch số 131/KH-UBND ngày 10/11/2025 của UBND tỉnh về DTI"}\nkinh_gui:'
)


def it_fills_in_data_that_never_becomes_markup_or_outline() -> None:
    text = CITED.replace("Thực hiện kế hoạch", "Thực hiện {{ vien_dan.kh131 }}, {{ dong }} còn **{{ so }}** chỉ tiêu")
    letter = read_van_ban(made(text, "thu.md", {"dong": "1. *a* [@x]\nb", "so": 11}).data)
    assert [it.noi_dung for it in letter.noi_dung[:1]] == [
        r"Thực hiện [@kh131], 1. \*a\* \[@x] b còn **11** chỉ tiêu[^1], đề nghị:"
    ]


@pytest.mark.parametrize("number", ["{{ loop.index }}", "1"])
def it_numbers_the_muc_of_a_loop(number: str) -> None:
    loop = f"{{% for co_quan in cac %}}\n{number}. {{{{ co_quan }}}}:\n- Rà soát.\n{{% endfor %}}\n3. Sở Nội vụ:\n"
    read = made(LETTER.replace("1. Sở Nội vụ:\n", loop).replace("2. Công", "4. Công"), "thu.md", {"cac": ["2. A", "B"]})
    letter = read_van_ban(read.data)
    assert not read.report
    assert [(type(it).__name__, it.noi_dung) for it in letter.noi_dung[1:-1]] == [
        ("Muc", "2. A:"),
        ("Muc", "B:"),
        ("Muc", "Sở Nội vụ:"),
        ("Muc", "Công an tỉnh phối hợp."),
    ]


def it_takes_no_other_value_for_a_number() -> None:
    read = made(LETTER.replace("Trân trọng", "{{ ma }}. Trân trọng"), "thu.md", {"ma": "3"})
    assert read.data["noi_dung"][-1] == {"loai": "doan", "noi_dung": "3. Trân trọng./."}


def it_names_the_line_of_a_tag_that_cannot_be_filled_in() -> None:
    with pytest.raises(TemplateError) as caught:
        made(LETTER.replace("Chủ trì", "Chủ trì {{ dtl }}"), "thu.md", {"dti": 1})
    assert "thu.md, dòng 14, cột 11: thẻ {{ dtl }}: không có `dtl` → có phải `dti`?" in str(caught.value.report)


def it_knows_the_line_of_each_field_and_block() -> None:
    lines = made(LETTER, "thu.md").lines
    assert [lines[path] for path in ("loai", "nguoi_ky", "noi_dung[1]", "noi_dung[2].khoi[2]", "noi_dung[4]")] == [
        2,
        9,
        11,
        15,
        18,
    ]


def it_puts_values_into_fields_as_each_of_them_is_read() -> None:
    front = LETTER.replace("trich_yeu: đôn đốc hoàn thành chỉ tiêu DTI", 'trich_yeu: "{{ x }}"')
    read = made(front.replace("dia_danh: Bắc Ninh", 'dia_danh: "{{ x }}"'), "thu.md", {"x": "5 *a* 3"})
    assert (read.data["trich_yeu"], read.data["dia_danh"]) == (r"5 \*a\* 3", "5 *a* 3")
