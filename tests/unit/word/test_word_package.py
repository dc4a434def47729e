"""Opening a DOCX: what is refused, with which words, and that what is kept comes out as it went in."""

from __future__ import annotations

import io
import random
import warnings
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from support import problems
from support.package import CONTENT_TYPES
from support.sample import paragraph, sample

from vbhc.errors import PackageError
from vbhc.word.archive import MAX_FILE
from vbhc.word.package import Package, Relationship, write_zip

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SOUND = sample(paragraph("Xin chào"))


def refusal(data: bytes) -> PackageError:
    with pytest.raises(PackageError) as caught:
        Package.open(data)
    assert all(found.hint for found in caught.value.report)
    return caught.value


def slugs(data: bytes) -> set[str]:
    return {found.slug for found in refusal(data).report}


def zipped(entries: Iterable[tuple[str, bytes]], *, level: int = 6) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a name that comes twice
        for name, data in entries:
            archive.writestr(name, data)
    return out.getvalue()


def with_entry(name: str, data: bytes = b"<a/>") -> bytes:
    return zipped([*SOUND.parts.items(), (name, data)])


def with_link(kind: str, target: str) -> bytes:
    link = f'<Relationship Id="rId77" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    return SOUND.edited("word/_rels/document.xml.rels", "</Relationships>", link).write()


def it_opens_a_sound_file_from_bytes_a_path_or_a_string(tmp_path: Path) -> None:
    path = tmp_path / "thu.docx"
    path.write_bytes(SOUND.write())
    for source in (SOUND.write(), path, str(path)):
        assert dict(Package.open(source).parts) == dict(SOUND.parts)


def it_says_that_a_file_is_not_there_and_what_it_is_called(tmp_path: Path) -> None:
    with pytest.raises(PackageError) as caught:
        Package.open(tmp_path / "mất.docx")
    assert "mất.docx" in str(caught.value)
    assert "không có tệp này" in str(caught.value)


def it_says_that_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="thư mục"):
        Package.open(tmp_path)


@pytest.mark.parametrize(
    "data", [b"Xin chao", b"%PDF-1.7", b"{\\rtf1", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 WordDocument"]
)
def it_refuses_what_is_no_docx(data: bytes) -> None:
    assert slugs(data) == {"khong-phai-docx"}


def it_tells_an_encrypted_file_from_an_old_one() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert slugs(data) == {"co-mat-khau"}


def it_refuses_a_zip_with_encrypted_parts() -> None:
    data = bytearray(SOUND.write())
    position = data.index(b"PK\x01\x02")
    data[position + 8] |= 1
    assert slugs(bytes(data)) == {"co-mat-khau"}


def it_refuses_a_zip_that_is_cut_off() -> None:
    assert slugs(SOUND.write()[:-40]) == {"tep-hong"}


def it_refuses_a_part_whose_content_was_damaged() -> None:
    data = SOUND.write()
    body = zipfile.ZipFile(io.BytesIO(data)).getinfo("word/document.xml")
    start = body.header_offset + 30 + len("word/document.xml")
    assert slugs(data[: start + 40] + b"\0\0\0\0" + data[start + 44 :]) == {"tep-hong"}


def it_refuses_a_bomb_by_its_declared_size_without_unpacking_it() -> None:
    bomb = with_entry("word/media/bom.bin", b"\0" * (300 * 2**20))
    assert len(bomb) < 2**20
    assert slugs(bomb) == {"qua-gioi-han"}


def it_refuses_a_small_file_that_unpacks_to_hundreds_of_times_its_size() -> None:
    assert slugs(with_entry("word/media/bom.bin", b"\0" * (40 * 2**20))) == {"qua-gioi-han"}


def it_refuses_what_unpacks_to_more_than_any_letter_needs_however_large_the_file_is() -> None:
    data = bytearray(with_entry("word/media/lon.bin", random.Random(1).randbytes(2 * 2**20)))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (300 * 2**20).to_bytes(4, "little")
    assert slugs(bytes(data)) == {"qua-gioi-han"}


def it_does_not_read_a_file_larger_than_any_letter(tmp_path: Path) -> None:
    path = tmp_path / "lon.bin"
    with path.open("wb") as file:
        file.truncate(MAX_FILE + 1)
    with pytest.raises(PackageError, match="TW004"):
        Package.open(path)
    assert slugs(b"PK" + bytes(MAX_FILE)) == {"qua-gioi-han"}


def it_stops_unpacking_when_a_declared_size_lies() -> None:
    data = bytearray(with_entry("word/media/bom.bin", b"\0" * (40 * 2**20)))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (1000).to_bytes(4, "little")
    assert slugs(bytes(data)) == {"tep-hong"}


def it_refuses_thousands_of_entries() -> None:
    entries = [*SOUND.parts.items(), *((f"word/media/{number}.bin", b"") for number in range(5000))]
    assert slugs(zipped(entries)) == {"qua-gioi-han"}


@pytest.mark.parametrize(
    "name", ["../ngoai.xml", "/goc.xml", "word\\document2.xml", "C:/x.xml", "word/../../x.xml", "word//x.xml"]
)
def it_refuses_names_that_lead_out_of_the_package(name: str) -> None:
    assert slugs(with_entry(name)) == {"ten-phan-sai"}


@pytest.mark.parametrize("name", ["word/document.xml", "Word/Document.XML"])
def it_refuses_a_name_that_comes_twice_in_any_case(name: str) -> None:
    assert "ten-phan-sai" in slugs(with_entry(name))


@pytest.mark.parametrize("missing", [CONTENT_TYPES, "word/document.xml"])
def it_refuses_a_zip_that_is_no_word_document(missing: str) -> None:
    error = refusal(zipped((name, data) for name, data in SOUND.parts.items() if name != missing))
    assert missing in str(error)


def it_refuses_macros_by_part_and_by_type() -> None:
    by_type = SOUND.edited(CONTENT_TYPES, "wordprocessingml.document.main", "ms-word.document.macroEnabled.main")
    assert slugs(by_type.write()) == {"co-macro"}
    assert slugs(with_entry("word/vbaProject.bin")) == {"co-macro"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "cp037"])
def it_refuses_a_document_type_declaration_in_any_encoding(encoding: str) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    assert slugs(with_entry("customXml/item1.xml", xml.encode(encoding))) <= {"co-dtd", "tep-hong"}


def it_sees_a_declaration_in_xml_that_is_not_even_well_formed() -> None:
    assert slugs(with_entry("customXml/item1.xml", b'<!DOCTYPE a [<!ENTITY b "c">')) == {"co-dtd"}


def it_refuses_xml_that_cannot_be_read_and_names_the_part() -> None:
    error = refusal(with_entry("word/hong.xml", b"<a><b></a>"))
    assert "word/hong.xml" in str(error)


@pytest.mark.parametrize("kind", ["attachedTemplate", "oleObject", "image", "frame", "subDocument"])
def it_refuses_links_that_word_would_follow_by_itself(kind: str) -> None:
    error = refusal(with_link(kind, "http://example.org/x"))
    assert kind in str(error)
    assert "word/document.xml" in str(error)


def it_allows_plain_hyperlinks() -> None:
    assert Package.open(with_link("hyperlink", "https://example.org")).relationships("word/document.xml")


def it_tells_all_reasons_at_once() -> None:
    package = SOUND.with_part("word/vbaProject.bin", b"x").with_part("word/hong.xml", b"<a>")
    assert slugs(package.write()) == {"co-macro", "tep-hong"}


def it_writes_the_same_bytes_every_time_with_the_content_types_first() -> None:
    parts = dict(reversed(SOUND.parts.items()))
    data = write_zip(parts)
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert write_zip(parts) == data
    assert archive.namelist()[0] == CONTENT_TYPES
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert archive.testzip() is None


def it_keeps_untouched_parts_as_they_were_compressed() -> None:
    stored = zipped(SOUND.parts.items(), level=1)
    part = Package.open(stored)
    changed = part.with_part("word/them.xml", b"<a/>", content_type="application/xml")
    before = {packed.name: packed.body for packed in part.packed()}
    after = {packed.name: packed.body for packed in changed.packed()}
    assert after["word/document.xml"] is before["word/document.xml"]
    assert zipfile.ZipFile(io.BytesIO(changed.to_bytes())).read("word/them.xml") == b"<a/>"


def it_adds_a_part_with_its_type_and_link_and_leaves_the_first_package_alone() -> None:
    package = Package.open(SOUND.write())
    link = Relationship(owner="word/document.xml", type=f"{OFFICE}/footer", id="rIdChan")
    xml = b'<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p/></w:ftr>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
    changed = package.with_part("word/chan.xml", xml, content_type=kind, rel=link)
    assert changed.related("word/document.xml", "footer") == ("word/chan.xml",)
    assert changed.content_type("word/chan.xml") == kind
    assert "word/chan.xml" not in package.parts
    assert not package.related("word/document.xml", "footer")
    assert problems(changed.to_bytes()) == []


def it_does_not_give_one_link_id_to_two_parts() -> None:
    package = Package.open(SOUND.write())
    link = Relationship(owner="word/document.xml", type=f"{OFFICE}/footer", id="rId1")
    with pytest.raises(ValueError, match="rId1"):
        package.with_part("word/chan.xml", b"<a/>", content_type="application/xml", rel=link)


def it_writes_names_with_diacritics_so_that_other_readers_find_them() -> None:
    data = write_zip({**SOUND.parts, "word/media/ảnh.png": b"x"})
    assert "word/media/ảnh.png" in zipfile.ZipFile(io.BytesIO(data)).namelist()
