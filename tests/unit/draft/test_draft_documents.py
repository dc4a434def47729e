"""JSON and YAML read as plain data: equal to what was meant, or refused with the place and what to do."""

import contextlib
import json
import shutil
import tempfile
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from vbhc.draft.documents import open_draft, workbooks_of
from vbhc.draft.json_text import read_json
from vbhc.draft.unreadable import UnreadableDocumentError
from vbhc.draft.yaml_text import read_yaml
from vbhc.errors import InputError, TemplateError


def read_plain(text: str, name: str) -> object:
    return read_yaml(text, name).data


READERS = {"json": read_json, "yaml": read_plain}


def refusal(form: str, text: str) -> str:
    with pytest.raises(UnreadableDocumentError) as caught:
        READERS[form](text, "thu")
    return str(caught.value.report)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": 1,}', "dòng 1, cột "),
        ("{'a': 1}", "dòng 1, cột 2: cần một tên trường trong dấu nháy kép: «{'a': 1}»"),
        ('{\n  "a" 1}', 'dòng 2, cột 7: thiếu dấu hai chấm sau tên trường: «"a" 1}»'),
        ('{"a": 1 "b": 2}', "thiếu dấu phẩy hoặc ngoặc đóng"),
        ('{"a": abc}', "thiếu giá trị, hoặc chữ chưa đặt trong nháy kép"),
        ('{"a": "x\ny"}', "xuống dòng"),
        ('{"a": "x', "thiếu dấu nháy kép đóng"),
        ('{"a": "C:\\d"}', r"muốn có dấu \ thì viết \\"),
        ("{} x", "sau văn bản còn chữ thừa"),
        ('{"a": NaN}', "con số không dùng được"),
        ('{"a": ' + "1" * 5000 + "}", "con số không dùng được"),
        ("[" * 100_000, "lồng nhau quá sâu"),
    ],
)
def it_says_in_vietnamese_what_is_wrong_with_json(text: str, said: str) -> None:
    assert said in refusal("json", text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("trich_yeu: V/v: abc", "dòng 1, cột 15: dấu hai chấm đứng ở chỗ không dùng được"),
        ("a: **đậm** chữ", "chữ bắt đầu bằng dấu *"),
        ("a: *nghieng* chữ", "chữ bắt đầu bằng dấu *"),
        ("a: &x 1\nb: *x", "dòng 2, cột 4: chữ bắt đầu bằng dấu *"),
        ("a: &đ b", "chữ bắt đầu bằng dấu &"),
        ("a: !!python/object/apply:os.system [x]", "chữ bắt đầu bằng dấu !"),
        ("a: !!map {b: !!set {c}}", "chữ bắt đầu bằng dấu !"),
        ("a: !x y", "chữ bắt đầu bằng dấu !"),
        ('b: 1\na: "abc\n', "dòng 2, cột 4: chuỗi chữ thiếu dấu nháy đóng"),
        ("a:\n\tb: 1", "dòng 2, cột 1: có dấu Tab ở đầu dòng"),
        ("a: [1, 2\nb: 3", "thiếu dấu phẩy hoặc ngoặc đóng"),
        ('a: "C:\\d"', r"muốn có dấu \ thì viết \\"),
        ("a: @x", "giá trị bắt đầu bằng một ký hiệu của YAML"),
        ("a: 1\n---\nb: 2", "có nhiều văn bản trong một tệp"),
        ("a: {{ x }}", "dòng 1, cột 4: giá trị bắt đầu bằng thẻ {{ … }} bị hiểu là ký hiệu của YAML: «a: {{ x }}»"),
        ("kinh_gui: [Sở A, {{ x }}]", "dòng 1, cột 18: giá trị bắt đầu bằng thẻ {{ … }}"),
        ("? [a]\n: b", "tên trường phải là chữ"),
        ("a: b\nc: d\n\ne: \x07", "dòng 4: có ký tự điều khiển"),
        ("a: >x\n  b", "không đúng cú pháp YAML"),
        ("[" * 2_000, "lồng nhau quá sâu"),
    ],
)
def it_says_in_vietnamese_what_is_wrong_with_yaml(text: str, said: str) -> None:
    assert said in refusal("yaml", text)


def it_tells_all_fields_that_json_gives_twice_with_their_values() -> None:
    said = refusal("json", '{"a": 1, "a": 2, "b": {"c": "x", "c": "y", "d": 1}}').splitlines()
    assert len(said) == 2
    assert 'trường `c` ghi 2 lần trong cùng một nhóm: «"x"», «"y"»' in said[0]
    assert "trường `a` ghi 2 lần trong cùng một nhóm: «1», «2»" in said[1]


def it_tells_all_fields_that_yaml_gives_twice_with_their_lines() -> None:
    said = refusal("yaml", "a: 1\nb:\n  c: 1\n  c: 2\na: 2\n").splitlines()
    assert len(said) == 2
    assert "dòng 4: trường `c` đã ghi ở dòng 3" in said[0]
    assert "dòng 5: trường `a` đã ghi ở dòng 1" in said[1]


@pytest.mark.parametrize("written", ["012", "2.10", "12:30", "0204123456", "2026-05-10", "no", "1_000", "1e3", "true"])
def it_keeps_in_yaml_what_was_written(written: str) -> None:
    assert read_plain(f"a: {written}", "thu") == {"a": written}


@pytest.mark.parametrize("written", ["", "~", "null"])
def it_takes_nothing_for_nothing_in_yaml(written: str) -> None:
    assert read_plain(f"a: {written}\nb: ''", "thu") == {"a": None, "b": ""}


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")))
PLAIN = st.recursive(TEXTS | st.none(), lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=10)


@given(PLAIN)
def it_reads_back_what_a_writer_of_json_wrote(data: Any) -> None:
    assert read_json(json.dumps(data), "thu") == data


@given(PLAIN)
def it_reads_back_what_a_writer_of_yaml_wrote(data: Any) -> None:
    assert read_plain(yaml.safe_dump(data, allow_unicode=True), "thu") == data


@given(st.binary(max_size=60) | st.text(alphabet="{}[]:,-'\"*&!|>%@ \n\t\\ab1", max_size=60).map(str.encode))
def it_reads_any_bytes_or_refuses_them_in_its_own_words(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("thu.json", "thu.yaml", "thu"):
            path = Path(folder, name)
            path.write_bytes(data)
            with contextlib.suppress(UnreadableDocumentError):
                open_draft(str(path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def it_reads_the_encodings_that_windows_writes(tmp_path: Path, encoding: str) -> None:
    for name in ("thu.json", "thu.yaml", "thu"):
        (tmp_path / name).write_bytes('{"a": "Số: 5"}'.encode(encoding))
        assert open_draft(str(tmp_path / name)).fill().data == {"a": "Số: 5"}


def it_refuses_a_legacy_encoding_with_the_line(tmp_path: Path) -> None:
    (tmp_path / "thu.json").write_bytes(b'{\n"a": "\xd2\xe1"}')
    with pytest.raises(UnreadableDocumentError, match=r"thu\.json, dòng 2: .*lưu lại dạng UTF-8"):
        open_draft(str(tmp_path / "thu.json"))


def it_opens_a_ban_thao_with_the_workbooks_beside_it(tmp_path: Path) -> None:
    example = Path(__file__).parents[3] / "examples" / "don-doc-dti" / "dti-2026-05.xlsx"
    shutil.copy(example, tmp_path / "a.xlsx")
    source = tmp_path / "thu.md"
    source.write_text(
        "---\nloai: congvan\nso_lieu: {dti: a.xlsx}\n---\nCòn {{ dti.chua_dat | length }} chỉ tiêu.\n", "utf-8"
    )
    wanted = {"loai": "congvan", "noi_dung": [{"loai": "doan", "noi_dung": "Còn 11 chỉ tiêu."}]}
    assert open_draft(str(source)).fill().data == wanted
    (tmp_path / "a.xlsx").unlink()
    assert open_draft(str(source), {"dti": str(example)}).fill().data == wanted


def it_names_the_workbooks_of_a_ban_thao_whether_they_are_there_or_not(tmp_path: Path) -> None:
    source = tmp_path / "thu.md"
    source.write_text("---\nso_lieu: {a: a.xlsx, b: {tep: b.xlsx}, c: c.xlsx}\n---\n", "utf-8")
    wanted = (tmp_path / "a.xlsx", tmp_path / "b.xlsx", Path("d.xlsx"))
    assert workbooks_of(str(source), {"c": "d.xlsx"}) == wanted
    (tmp_path / "thu.yaml").write_text("so_lieu: {a: a.xlsx}", "utf-8")
    assert workbooks_of(str(tmp_path / "thu.yaml")) == ()


def it_opens_json_and_yaml_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "thu.json").write_text('{"loai": "congvan"}', "utf-8")
    assert open_draft(str(tmp_path / "thu.json")).fill().data == {"loai": "congvan"}


def it_names_the_lines_of_what_the_model_refuses(tmp_path: Path) -> None:
    source = tmp_path / "thu.md"
    source.write_text("---\nloai: congvan\ntrich_yeux: a\n---\n\nMột:\n- Hai [^9].\n1. Ba:\n- Bốn [^8].\n", "utf-8")
    with pytest.raises(InputError) as caught:
        open_draft(str(source)).fill().van_ban()
    told = [str(it) for it in caught.value.report]
    assert any(it.startswith("LỖI VB001 thu.md, dòng 3, trich_yeux: không có trường này") for it in told)


def it_sets_fields_by_their_paths(tmp_path: Path) -> None:
    source = tmp_path / "thu.md"
    source.write_text("---\nloai: congvan\nnguoi_ky: {ho_ten: A}\n---\nMột.\n", "utf-8")
    data: Any = open_draft(str(source), fields={"nguoi_ky.ho_ten": "B", "dia_danh": "Huế"}).fill().data
    assert (data["nguoi_ky"], data["dia_danh"]) == ({"ho_ten": "B"}, "Huế")
    with pytest.raises(UnreadableDocumentError) as caught:
        open_draft(str(source), fields={"loai.x": "B"}).fill()
    assert "không đặt được `loai.x`" in str(caught.value.report)


def it_tells_what_is_wrong_with_fields_and_with_tags_at_once(tmp_path: Path) -> None:
    text = (
        '---\nloai: congvan\nco_quan: {ten: A}\nso_ky_hieu: "{{ so }}/A-B"\ndia_danh: Huế\n'
        "thoi_gian: tháng 13 năm 2026\ntrich_yeuu: báo cáo\nkinh_gui: [Sở Y tế]\n---\nCó {{ thieu }} việc.\n"
    )
    (tmp_path / "thu.md").write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        open_draft(str(tmp_path / "thu.md")).fill()
    told = [(it.code, it.location.place.partition(" (")[0]) for it in caught.value.report]
    assert told == [
        ("MB006", "dòng 4"),
        ("MB006", "dòng 10, cột 4"),
        ("VB001", "dòng 6, thoi_gian"),
        ("VB001", "trich_yeu"),
        ("VB001", "dòng 7, trich_yeuu"),
    ]


SMALL = "---\nloai: congvan\nco_quan: {ten: A}\n---\nMột.\n\nPhụ lục I\nDanh mục\nHai.\n"


@pytest.mark.parametrize("name", ["thu.md", "thu.txt"])
def it_reads_lines_of_windows_and_decomposed_letters(tmp_path: Path, name: str) -> None:
    written = unicodedata.normalize("NFD", SMALL).replace("\n", "\r\n").replace("---\r", "--- \r", 1)
    (tmp_path / name).write_bytes(written.encode())
    data: Any = open_draft(str(tmp_path / name)).fill().data
    assert [it["tieu_de"] for it in data["phu_luc"]] == ["Danh mục"]


def it_takes_a_yaml_file_that_begins_with_a_line_for_yaml(tmp_path: Path) -> None:
    (tmp_path / "vb.yaml").write_text("---\nloai: congvan\n", "utf-8")
    assert open_draft(str(tmp_path / "vb.yaml")).fill().data == {"loai": "congvan"}


def it_refuses_the_signs_that_mark_values(tmp_path: Path) -> None:
    (tmp_path / "thu.md").write_text(SMALL.replace("{ten: A}", "{ten: A\ue003}"), "utf-8")
    with pytest.raises(UnreadableDocumentError) as caught:
        open_draft(str(tmp_path / "thu.md"))
    assert "dòng 3: có ký tự không dùng được" in str(caught.value.report)
    (tmp_path / "thu.md").write_text(SMALL, "utf-8")
    with pytest.raises(UnreadableDocumentError, match="--set"):
        open_draft(str(tmp_path / "thu.md"), fields={"dia_danh": "Huế\ue000"})
