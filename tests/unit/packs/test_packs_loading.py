"""Packs: found by name or folder, refused with everything that is wrong with their manifest or Word file."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.letters import PACKS, letter
from support.package import Package
from support.reader import read

from vbhc import PackageError, PackError, TemplateError, list_packs, load_pack, render_bytes

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


def it_names_every_style_that_the_template_lacks(own_pack: Path, edit: Callable[[str, str, str], None]):
    for style in ("VB Đoạn", "VB Ô bảng"):
        edit("word/styles.xml", f'w:val="{style}"', f'w:val="{style} cũ"')
    with pytest.raises(TemplateError) as caught:
        render_bytes(letter(), pack=own_pack)
    said = [(finding.location.file, finding.message, finding.hint) for finding in caught.value.report]
    assert [message for _, message, _ in said] == [
        "không có kiểu chữ (style) «VB Đoạn»",
        "không có kiểu chữ (style) «VB Ô bảng»",
    ]
    assert all(file == TEMPLATE for file, _, _ in said)
    assert "đổi tên kiểu «VB Đoạn cũ» thành «VB Đoạn»" in said[0][2]


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
