"""Packs: found by name or folder, refused with everything that is wrong with their manifest or Word file."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from support import validate
from support.letters import PACKS, bang, doan, letter
from support.notes import is_ordinary, notes
from support.package import NAMESPACES, Package, xpath
from support.reader import read
from support.styles import Styles

from vbhc import PackageError, PackError, TemplateError, list_packs, load_pack, render_apart, render_bytes
from vbhc.writer.styles import _FRAME_STYLES, BodyStyles

MANIFEST, TEMPLATE = "goimau.toml", "congvan.docx"


@pytest.fixture
def own_pack(tmp_path: Path) -> Path:
    """A copy of the shipped pack in a folder of its own; tags may stand in its Word file."""
    return Path(shutil.copytree(load_pack("congvan").folder, tmp_path / "templates" / "cua-toi"))


@pytest.fixture
def edit(own_pack: Path) -> Callable[[str, str, str], None]:
    """``edit(part, old, new)`` changes a part of the pack's Word file, as an hour later."""

    def edit_part(part: str, old: str, new: str) -> None:
        path = own_pack / TEMPLATE
        path.write_bytes(Package.read(path).edited(part, old, new).write())
        later = path.stat().st_mtime + 3600
        os.utime(path, (later, later))

    return edit_part


def it_lists_the_shipped_packs_by_name():
    listed = list_packs()
    assert [manifest.ten for manifest, _ in listed] == sorted([*PACKS, "kehoach", "vanbancoten"])
    assert all(load_pack(manifest.ten).folder == folder for manifest, folder in listed)


def it_suggests_the_pack_that_was_meant():
    with pytest.raises(PackError, match="Không có gói mẫu «congvan-p31»; có phải «congvan-p13»"):
        load_pack("congvan-p31")


def it_says_how_to_name_a_folder_that_is_right_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "cuaso").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PackError, match=r"nếu là thư mục «cuaso» ở đây thì ghi «\./cuaso»"):
        load_pack("cuaso")


def it_names_the_packs_there_are_when_none_is_near():
    with pytest.raises(PackError, match="các gói có: congvan, congvan-p13"):
        load_pack("zzz")


def it_says_of_a_folder_without_manifest_that_it_is_no_pack(tmp_path: Path):
    with pytest.raises(PackError, match=f"không phải gói mẫu: thiếu tệp {MANIFEST}"):
        load_pack(tmp_path)


def it_tells_everything_that_is_wrong_with_a_manifest_at_once(own_pack: Path):
    wrong = (
        'ten = "Gói mới"\nloai = "congvan"\nphien_ban = "một"\nco_chu = "P14"\ntep = "../thu.docx"\nmau_sac = "đỏ"\n'
    )
    (own_pack / MANIFEST).write_text(wrong, "utf-8")
    with pytest.raises(PackError) as caught:
        load_pack(own_pack)
    places = [str(finding.location).split(" ")[0] for finding in caught.value.report]
    assert sorted(places) == sorted(
        ["ten", "phien_ban", "co_chu", "tep", "mau_sac", "tieu_de", "vbhc_toi_thieu", "can_cu", "nguoi_phu_trach"]
    )
    assert str(own_pack / MANIFEST) in str(caught.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'ten = "a', "không đúng cú pháp TOML"),
        (b"\xff\xfeten", "Không đọc được"),
        ("ten = 1\n".encode("utf-16"), "Không đọc được"),
    ],
)
def it_says_why_a_manifest_cannot_be_read(own_pack: Path, content: bytes, said: str):
    (own_pack / MANIFEST).write_bytes(content)
    with pytest.raises(PackError, match=said):
        load_pack(own_pack)


def it_says_which_word_file_is_missing(own_pack: Path):
    (own_pack / TEMPLATE).unlink()
    with pytest.raises(PackError, match=f"ghi tệp Word là «{TEMPLATE}»"):
        load_pack(own_pack)


@pytest.mark.broken_docx
def it_refuses_a_word_file_that_is_none(own_pack: Path):
    (own_pack / TEMPLATE).write_text("đây không phải tệp Word")
    with pytest.raises(PackageError):
        load_pack(own_pack)


def it_names_every_style_that_the_template_lacks_for_this_letter(own_pack: Path, edit: Callable[[str, str, str], None]):
    for style in ("VB Đoạn", "VB Ô bảng", "VB Kẻ", "VB Điều"):
        edit("word/styles.xml", f'w:val="{style}"', f'w:val="{style} cũ"')
    with pytest.raises(TemplateError) as caught:
        render_bytes(letter(noi_dung=[doan("Đoạn."), bang(2, 1), doan("Đoạn.")]), pack=own_pack)
    said = [(finding.location.file, finding.message, finding.hint) for finding in caught.value.report]
    assert said == [
        (
            TEMPLATE,
            f"không có kiểu chữ (style) «VB {name}»",
            f"đổi tên kiểu «VB {name} cũ» thành «VB {name}», hoặc thêm kiểu này vào mẫu bằng Word",
        )
        for name in ("Kẻ", "Đoạn", "Ô bảng")
    ]


EARLIER = re.compile(
    r'<w:style [^>]*><w:name w:val="(?:VB (?:Căn cứ|Phần|Chương|Mục|Tiểu mục|Điều|Mục a)|footnote \w+)"/>.*?</w:style>'
)


@pytest.fixture
def earlier_pack(own_pack: Path) -> Path:
    """A pack made with vbhc before it knew kế hoạch and footnotes: it has none of their styles."""
    path = own_pack / TEMPLATE
    package = Package.read(path)
    styles, removed = EARLIER.subn("", package.parts["word/styles.xml"].decode())
    assert removed == 9
    path.write_bytes(package.with_part("word/styles.xml", styles.encode()).write())
    return own_pack


def it_prints_a_letter_with_a_pack_made_for_an_earlier_version(earlier_pack: Path):
    blocks = [
        {"loai": "muc", "tieu_de": "Mục", "khoi": [{"loai": "muc", "noi_dung": "Khoản."}]},
        bang(3, 2),
        {"loai": "gach_dau_dong", "noi_dung": "Ý", "con": ["Ý nhỏ"]},
    ]
    van_ban = letter(noi_dung=blocks, phu_luc=[{"noi_dung": [bang(2, 1)]}], do_khan="KHẨN")
    data = render_bytes(van_ban, pack=earlier_pack)
    validate(data)
    assert read(data).text == read(render_bytes(van_ban)).text


def it_prints_footnotes_with_a_pack_that_has_no_styles_for_them(earlier_pack: Path):
    van_ban = letter(noi_dung=[doan("Nội dung[^a].")], chu_thich={"a": "Ghi chú."})
    data = render_bytes(van_ban, pack=earlier_pack)
    validate(data)
    assert read(data).footnotes == ("Ghi chú.",)
    package = Package.read(data)
    (note,) = filter(is_ordinary, notes(package))
    assert Styles(package).run_format(note.find("w:p", NAMESPACES), None)["sz"] == "22"


def it_prints_a_diem_with_a_title_in_the_style_that_an_earlier_pack_has_for_it(earlier_pack: Path):
    deep = {"loai": "muc", "cap_muc": "diem", "tieu_de": "Điểm", "khoi": [doan("Đoạn.")]}
    data = render_bytes(letter(noi_dung=[deep]), pack=earlier_pack)
    validate(data)
    package = Package.read(data)
    lines = xpath(package.trees["word/document.xml"], "w:body/w:p")
    styles = {"".join(line.itertext()): Styles(package).of_paragraph(line) for line in lines}
    assert Styles(package).name(styles["a) Điểm"]) == "VB Điểm"


def it_says_which_style_an_earlier_pack_lacks_and_advises_to_rename_none_of_ours(earlier_pack: Path):
    with pytest.raises(TemplateError) as caught:
        render_bytes(letter(noi_dung=[{"loai": "muc", "cap_muc": "dieu", "tieu_de": "Điều"}]), pack=earlier_pack)
    (finding,) = caught.value.report
    assert finding.message == "không có kiểu chữ (style) «VB Điều»"
    assert finding.hint == "thêm kiểu này vào mẫu bằng Word"


def it_writes_notes_in_the_styles_that_libreoffice_names_in_its_own_way(
    own_pack: Path, edit: Callable[[str, str, str], None]
):
    edit("word/styles.xml", 'w:val="footnote text"', 'w:val="Footnote Text"')
    edit("word/styles.xml", 'w:val="footnote reference"', 'w:val="Footnote Reference"')
    data = render_bytes(letter(noi_dung=[doan("Nội dung[^a].")], chu_thich={"a": "Ghi chú."}), pack=own_pack)
    validate(data)
    assert Package.read(data).parts["word/styles.xml"].lower().count(b'"footnote text"') == 1


def it_knows_every_style_of_the_shipped_packs_for_one_of_ours():
    ours = _FRAME_STYLES.union(str(field.default) for field in fields(BodyStyles))
    shipped = set().union(*(load_pack(manifest.ten).template.styles for manifest, _ in list_packs()))
    assert {name for name in shipped if name.startswith("VB ")} == {name for name in ours if name.startswith("VB ")}


def it_takes_the_slot_of_the_phu_luc_out_of_a_content_control(
    own_pack: Path, edit: Callable[[str, str, str], None], tmp_path: Path
):
    control = "<w:sdt><w:sdtPr/><w:sdtContent>"
    edit("word/document.xml", "<w:body>", f"<w:body>{control}")
    edit("word/document.xml", "<w:sectPr", "</w:sdtContent></w:sdt><w:sectPr")
    van_ban = letter(phu_luc=[{"noi_dung": [doan("Phụ.")]}])
    _, apart = render_apart(van_ban, tmp_path / "thu.docx", pack=own_pack)
    assert [text for text in read(apart.path).body if text][0::2] == ["Phụ lục", "Phụ./."]


def it_says_where_the_slot_of_the_phu_luc_has_to_stand_to_be_taken_out(
    own_pack: Path, edit: Callable[[str, str, str], None], tmp_path: Path
):
    document = Package.read(own_pack / TEMPLATE).parts["word/document.xml"].decode()
    (slot,) = re.findall(r"<w:p>(?:(?!<w:p>).)*\{\{p phu_luc \}\}.*?</w:p>", document)
    cells = f"<w:tc><w:p><w:r><w:t>Phụ lục</w:t></w:r></w:p></w:tc><w:tc>{slot}</w:tc>"
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="6000"/></w:tblGrid>'
    edit("word/document.xml", slot, f"<w:tbl><w:tblPr/>{grid}<w:tr>{cells}</w:tr></w:tbl>")
    with pytest.raises(TemplateError, match="cuối thân văn bản, ngoài mọi bảng") as caught:
        render_apart(letter(phu_luc=[{"noi_dung": [doan("Phụ.")]}]), tmp_path / "thu.docx", pack=own_pack)
    assert [finding.code for finding in caught.value.report] == ["MB014"]
    assert not (tmp_path / "thu.docx").exists()


def it_says_where_a_tag_of_the_template_asks_for_a_field_that_is_not_there(
    own_pack: Path, edit: Callable[[str, str, str], None]
):
    edit("word/document.xml", "{{ dia_danh }}", "{{ dia_danhh }}")
    with pytest.raises(TemplateError) as caught:
        render_bytes(letter(), pack=own_pack)
    (finding,) = caught.value.report
    assert finding.location.file == TEMPLATE
    assert "dia_danhh" in finding.message
    assert "dia_danh" in finding.hint


def it_uses_the_words_and_styles_that_a_maintainer_changed(own_pack: Path, edit: Callable[[str, str, str], None]):
    before = read(render_bytes(letter(), pack=own_pack))
    edit("word/document.xml", ">Kính gửi:<", ">Trân trọng kính gửi:<")
    after = read(render_bytes(letter(), pack=own_pack))
    assert "Kính gửi:" in before.body
    assert "Trân trọng kính gửi:" in after.body


def it_writes_its_name_and_version_into_every_letter(own_pack: Path):
    manifest = own_pack / MANIFEST
    manifest.write_text(manifest.read_text("utf-8").replace('phien_ban = "1.0.0"', 'phien_ban = "2.7"'), "utf-8")
    custom = read(render_bytes(letter(), pack=own_pack)).custom
    assert (custom["vbhc_goi_mau"], custom["vbhc_phien_ban_goi"]) == ("congvan", "2.7")


def it_refuses_a_pack_that_needs_a_later_version_of_vbhc(own_pack: Path):
    manifest = own_pack / MANIFEST
    manifest.write_text(
        manifest.read_text("utf-8").replace('vbhc_toi_thieu = "0.1.0"', 'vbhc_toi_thieu = "99.0"'), "utf-8"
    )
    with pytest.raises(PackError, match=r"99\.0"):
        load_pack(own_pack)
