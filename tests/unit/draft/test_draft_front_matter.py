"""The front matter of a bản thảo: read as people write it, and every problem in it told with its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.letters import DON_DOC

from vbhc import check, render
from vbhc.draft.documents import FilledDraft, open_draft
from vbhc.draft.yaml_text import read_yaml
from vbhc.errors import InputError
from vbhc.findings import Severity
from vbhc.model import CongVan
from vbhc.text.dates import GAP

OF_THE_ISSUE = """\
---
loai: congvan
co_quan: {ten: "Ủy ban nhân dân\\ntỉnh Bắc Ninh", viet_tat: UBND}
so_ky_hieu: {don_vi: CĐS}
dia_danh: Bắc Ninh
thoi_gian: {thang: 5, nam: 2026}
trich_yeu: Tăng cường thực hiện các nhiệm vụ nâng cao chỉ số DTI
kinh_gui: [Các sở, ban, ngành thuộc tỉnh; Ủy ban nhân dân các xã, phường]
so_lieu: {dti: dti-2026-05.xlsx}
vien_dan: {kh131: "Kế hoạch số 131/KH-UBND ngày 10/11/2025 của UBND tỉnh về Nâng cao chỉ số chuyển đổi số"}
phu_luc:
  - {tieu_de: Danh mục chỉ tiêu chưa đạt, bang: dti.chua_dat}
---
Thực hiện {{ vien_dan.kh131 }}, đến nay còn {{ dti.chua_dat | dem }}/{{ dti | dem }} chỉ tiêu chưa đạt (Phụ lục).

1. Sở Khoa học và Công nghệ:
- Chủ trì theo dõi, đôn đốc[^1].
{% for co_quan, nhom in dti.chua_dat.theo_co_quan().items() %}
{{ loop.index + 1 }}. {{ co_quan }}: hoàn thành {{ nhom | dem }} chỉ tiêu.
{% endfor %}

[^1]: Theo phân công của UBND tỉnh.
"""


def opened(folder: Path, text: str, name: str = "thu.md") -> FilledDraft:
    source = folder / name
    source.write_text(text, "utf-8")
    return open_draft(str(source)).fill()


def refused(folder: Path, text: str, name: str = "thu.md") -> list[str]:
    with pytest.raises(InputError) as caught:
        opened(folder, text, name).van_ban()
    return [str(it) for it in caught.value.report]


def it_makes_a_letter_of_the_first_example_people_see(tmp_path: Path) -> None:
    shutil.copy(DON_DOC / "dti-2026-05.xlsx", tmp_path)
    draft = opened(tmp_path, OF_THE_ISSUE)
    assert not draft.report
    letter = draft.van_ban()
    assert isinstance(letter, CongVan)
    assert str(letter.so_ky_hieu) == f"{GAP}/UBND-CĐS"
    assert (letter.thoi_gian.thang, letter.thoi_gian.nam) == (5, 2026)
    assert letter.kinh_gui == ("Các sở, ban, ngành thuộc tỉnh", "Ủy ban nhân dân các xã, phường")
    assert "đến nay còn 11/47 chỉ tiêu chưa đạt" in str(letter.noi_dung[0])
    assert [it.location.place.partition(" ")[0] for it in letter.blanks()] == [
        "so_ky_hieu.so",
        "thoi_gian.ngay",
        "nguoi_ky.quyen_han",
        "nguoi_ky.ho_ten",
    ]
    out = render(letter, tmp_path / "thu.docx").path
    assert [it.message for it in check(out) if it.severity is Severity.ERROR] == [
        "không thấy quyền hạn, chức vụ của người ký"
    ]


HEAD = """\
loai: congvan
co_quan: {ten: "Ủy ban nhân dân\\ntỉnh Bắc Ninh", viet_tat: UBND}
so_ky_hieu: {don_vi: CĐS}
dia_danh: Bắc Ninh
thoi_gian: {thang: 5, nam: 2026}
trich_yeu: nâng cao chỉ số DTI
kinh_gui: [Các sở, ban; Công an tỉnh]
nguoi_ky:
  quyen_han:
    - KT. Chủ tịch
    - Phó Chủ tịch
  ho_ten: Nguyễn Văn A
vien_dan:
  kh131: Kế hoạch số 131/KH-UBND ngày 10/11/2025 của UBND tỉnh về DTI
"""
LETTER = f"---\n{HEAD}---\nThực hiện [@kh131].\n"
DOCUMENT = f"{HEAD}noi_dung:\n  - {{loai: doan, noi_dung: 'Thực hiện [@kh131].'}}\n"


@pytest.mark.parametrize(
    ("old", "new", "line", "place"),
    [
        ("dia_danh: Bắc", "dia_danhh: Bắc", 4, "dia_danhh"),
        ("trich_yeu: nâng", "trich yeu: nâng", 6, "trich yeu"),
        ("thang: 5", "thang: 13", 5, "thoi_gian.thang"),
        ("- Phó", "- ky_hieu: X.\n      chuc_vu: Phó", 11, "nguoi_ky.quyen_han[2].ky_hieu"),
        ("  ho_ten", "  hoten", 12, "nguoi_ky.hoten"),
        ("; Công an tỉnh]", ";\n  Công an tỉnh, [x]]", 8, "kinh_gui[3]"),
        ("ngày 10/11/2025", "ngày 32/11/2025", 14, "vien_dan.kh131.thoi_gian"),
    ],
)
@pytest.mark.parametrize(("text", "name", "above"), [(LETTER, "thu.md", 1), (DOCUMENT, "thu.yaml", 0)])
def it_names_the_line_of_a_nested_field(
    tmp_path: Path, *, text: str, name: str, above: int, old: str, new: str, line: int, place: str
) -> None:
    assert old in text
    told = refused(tmp_path, text.replace(old, new, 1), name)
    wanted = [it for it in told if it.startswith(f"LỖI VB001 {name}, dòng {line + above}, ")]
    assert any(f"{place}:" in it or f"{place} (" in it for it in wanted), told


def it_names_the_column_of_what_does_not_begin_its_line(tmp_path: Path) -> None:
    (told,) = refused(tmp_path, LETTER.replace("{thang: 5, nam: 2026}", "{thang: 5, nam: 26}"))
    assert told.startswith("LỖI VB001 thu.md, dòng 6, cột 23, thoi_gian.nam (Thời gian ban hành → Năm): phải từ 1945")


def it_names_no_line_of_another_field_that_begins_alike(tmp_path: Path) -> None:
    told = refused(tmp_path, LETTER.replace("dia_danh: Bắc Ninh\n", "dia: Bắc Ninh\n"))
    assert any(it.startswith("LỖI VB001 thu.md, dia_danh (Địa danh): thiếu trường bắt buộc này") for it in told)


def it_names_the_lines_of_a_plain_document_down_to_its_blocks(tmp_path: Path) -> None:
    deep = "noi_dung:\n  - loai: muc\n    noi_dung: Một\n    khoi:\n      - {loai: doan, noi_dung: '[^9]'}\n"
    told = refused(tmp_path, HEAD.replace("vien_dan:", "x:") + deep, "thu.yaml")
    assert any(it.startswith("LỖI VB001 thu.yaml, dòng 13, x: không có trường này") for it in told)
    told = refused(tmp_path, HEAD.split("vien_dan:")[0] + deep, "thu.yaml")
    assert [it.partition(" (")[0] for it in told] == [
        "LỖI VB006 thu.yaml, dòng 17, cột 22, noi_dung[1].khoi[1].noi_dung"
    ]


def it_names_no_line_of_a_value_that_was_given_instead(tmp_path: Path) -> None:
    source = tmp_path / "thu.md"
    source.write_text(LETTER, "utf-8")
    with pytest.raises(InputError) as caught:
        open_draft(str(source), fields={"thoi_gian": "31/2/2026", "nguoi_ky.ho_ten": " "}).fill().van_ban()
    assert [it.location.place.partition(" (")[0] for it in caught.value.report] == [
        "thoi_gian",
        "dòng 9, nguoi_ky.ho_ten",
    ]


def it_knows_where_every_part_of_a_yaml_text_stands() -> None:
    read = read_yaml("a: 1\nb:\n  - x\n  - {c: 1,\n     d: [2, 3]}\n", "thu")
    assert read.lines == {
        "a": 1,
        "b": 2,
        "b[1]": 3,
        "b[2]": 4,
        "b[2].c": 4,
        "b[2].d": 5,
        "b[2].d[1]": 5,
        "b[2].d[2]": 5,
    }
    assert (read.columns["a"], read.columns["b[2].c"], read.columns["b[2].d[2]"]) == (1, 6, 13)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("trich_yeu:", "trich_yeuu:", "trich_yeuu: không có trường này → có phải `trich_yeu`?"),
        ("ho_ten:", "hoten:", "không có trường này → có phải `ho_ten`?"),
        ("vien_dan:", "so_lieuu:", "so_lieuu: không có trường này → có phải `so_lieu`?"),
        ("vien_dan:", "viendan:", "viendan: không có trường này → có phải `vien_dan`?"),
        ("vien_dan:", "phu_luc: [{bnag: dti.chua_dat}]\nvien_dan:", "không có trường này → có phải `bang`?"),
        ("vien_dan:", "phu_luc: [{tieude: A}]\nvien_dan:", "không có trường này → có phải `tieu_de`?"),
        ("vien_dan:", "qq: 1\nvien_dan:", "dia_chi, trang_thai, kinh_gui, so_lieu"),
        ("vien_dan:", "phu_luc: [{qq: A}]\nvien_dan:", "các trường có: tieu_de, noi_dung, huong, bang"),
    ],
)
def it_suggests_a_field_that_is_nearly_right(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert any(said in it for it in refused(tmp_path, LETTER.replace(old, new, 1)))


def it_offers_the_fields_of_a_ban_thao_to_no_plain_document(tmp_path: Path) -> None:
    told = refused(tmp_path, DOCUMENT.replace("vien_dan:", "so_lieuu:"), "thu.yaml")
    assert not any("`so_lieu`" in it for it in told)
