"""Footnotes are Word's own: numbered as they are read, with their texts in the part that Word keeps for them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from support import validate
from support.letters import doan, letter, plan
from support.notes import is_ordinary, note_id, notes
from support.package import NAMESPACES, Package, qn, val, xpath
from support.reader import read
from written import AFTER, Data, Reader, appendix, body_of, dash, data_tables, keyed, rendered, said, table, titled

from vbhc import KeHoach, fill, load_pack, render_apart

KH131 = "Kế hoạch số 131/KH-UBND ngày 10/11/2025 của UBND tỉnh Bắc Ninh"


def with_notes(*blocks: Data, **fields: Any) -> KeHoach:
    """A kế hoạch of ``blocks`` with a note "Ghi chú a." for every mark [^a] in it."""
    written = str((blocks, fields))
    names = [name for name in "abcdefgh" if f"[^{name}]" in written]
    return plan(noi_dung=[*blocks, AFTER], chu_thich={name: f"Ghi chú {name}." for name in names}, **fields)


def texts_of(van_ban: KeHoach) -> tuple[str, ...]:
    """The footnotes in the order of their marks."""
    return read(rendered(van_ban)).footnotes


def it_numbers_footnotes_as_they_are_read_through_body_tables_and_phu_luc():
    van_ban = with_notes(
        titled("Mục đích[^b]", said("Yêu cầu[^c]", dash("Việc[^d]"))),
        table(["Cột[^e]"], ["ô[^f]"]),
        can_cu=["Căn cứ Luật A[^a]"],
        phu_luc=[appendix(doan("Phụ[^h]"), tieu_de="Danh mục[^g]")],
    )
    validate(rendered(van_ban))
    assert texts_of(van_ban) == tuple(f"Ghi chú {name}." for name in "abcdefgh")
    marked = [line.text for line in Reader(rendered(van_ban)).body() if "{^" in line.raw]
    assert marked == [
        "Căn cứ Luật A{^1}.",
        "I. MỤC ĐÍCH{^2}",
        "1. Yêu cầu{^3}",
        "- Việc{^4}",
        "Cột{^5}",
        "ô{^6}",
        "DANH MỤC{^7}",
        "Phụ{^8}./.",
    ]


def it_numbers_by_the_place_of_the_mark_and_not_of_the_text():
    van_ban = plan(noi_dung=[doan("Một[^z], hai[^y].")], chu_thich={"y": "Hai.", "z": "Một."})
    assert texts_of(van_ban) == ("Một.", "Hai.")


def it_gives_every_note_an_id_of_its_own_from_one_up():
    package = Package.read(rendered(with_notes(doan("x[^a] y[^b]"), phu_luc=[appendix(doan("z[^c]"))])))
    assert [note_id(note) for note in notes(package) if is_ordinary(note)] == ["1", "2", "3"]


def it_numbers_the_notes_of_a_heading_of_two_rows_row_by_row():
    van_ban = with_notes(table([{"tieu_de": "A", "con": ["B[^b]", "C"]}, "D[^a]"], ["1", "2", "3"]))
    assert texts_of(van_ban) == ("Ghi chú a.", "Ghi chú b.")


def it_writes_a_note_of_several_paragraphs_with_its_number_once():
    data = rendered(plan(noi_dung=[doan("x[^a]")], chu_thich={"a": "Một.\nHai.\nBa."}))
    assert read(data).footnotes == ("Một.\nHai.\nBa.",)
    (lines,) = Reader(data).notes()
    assert {line.style for line in lines} == {"footnote text"}
    (note,) = filter(is_ordinary, notes(Package.read(data)))
    assert [len(xpath(p, ".//w:footnoteRef")) for p in xpath(note, "w:p")] == [1, 0, 0]


def it_formats_the_words_of_a_note_and_keeps_a_number_with_its_word():
    data = rendered(plan(noi_dung=[doan("x[^a]")], chu_thich={"a": "Theo **Luật** *này*, H~2~O & <b>, số 131"}))
    ((line,),) = Reader(data).notes()
    assert (line.raw.strip(), line.bold, line.italic) == ("Theo Luật này, H2O & <b>, số\u00a0131", "Luật", "này")


def it_keeps_a_format_that_goes_on_over_the_paragraphs_of_a_note():
    data = rendered(plan(noi_dung=[doan("x[^a]")], chu_thich={"a": fill("**{}** hết", "Một\nHai")}))
    ((first, second),) = Reader(data).notes()
    assert (first.text.strip(), second.text) == ("Một", "Hai hết")
    assert (first.bold.strip(), second.bold) == ("Một", "Hai")


def it_raises_the_mark_in_bold_words_and_leaves_them_bold():
    (line, _) = body_of(with_notes(doan("đạt **60%[^a] kế hoạch**[^b].")))
    assert (line.text, line.bold) == ("đạt 60%{^1} kế hoạch{^2}.", "60% kế hoạch")


def it_puts_two_marks_side_by_side():
    van_ban = with_notes(doan("đạt 60%[^a][^b]."))
    assert body_of(van_ban)[0].text == "đạt 60%{^1},{^2}."
    assert texts_of(van_ban) == ("Ghi chú a.", "Ghi chú b.")


def it_raises_marks_by_the_style_of_word():
    package = Package.read(rendered(with_notes(doan("x[^a]"))))
    references = xpath(package.trees[package.main], "//w:r[w:footnoteReference]/w:rPr/w:rStyle")
    (style,) = (node.get(qn("w:val")) for node in references)
    (defined,) = xpath(package.trees["word/styles.xml"], f"w:style[@w:styleId='{style}']")
    assert (val(defined, "w:name"), val(defined, "w:rPr/w:vertAlign")) == ("footnote reference", "superscript")


def it_leaves_no_note_in_a_document_that_has_none():
    package = Package.read(rendered(plan()))
    assert [note for note in notes(package) if is_ordinary(note)] == []
    assert read(rendered(plan())).footnotes == ()


def it_never_prints_the_sign_of_a_mark_as_text():
    van_ban = with_notes(
        titled("Mục **đích[^a]**", doan("*x*[^b]")),
        table(["c[^c]"], [keyed("m[^d]")], [keyed()], {"nhom": "N[^e]"}),
        phu_luc=[appendix(doan("h[^f]"), tieu_de="T[^g]")],
        vien_dan={"kh": KH131},
        can_cu=["Căn cứ [@kh][^h]"],
    )
    reading = read(rendered(van_ban))
    whole = "\n".join((*reading.body, *reading.headers, *reading.footers, *reading.footnotes))
    assert "[^" not in whole
    assert "[@" not in whole
    assert len(reading.footnotes) == 8


def it_says_a_citation_in_a_note_where_its_mark_stands():
    van_ban = plan(
        noi_dung=[doan("Trước[^a]."), doan("Theo [@kh][^b].")],
        chu_thich={"a": "Xem [@kh].", "b": "Như [@kh]."},
        vien_dan={"kh": KH131},
    )
    full = "Kế hoạch số 131/KH-UBND ngày 10 tháng 11 năm 2025 của UBND tỉnh Bắc Ninh"
    said_in = [text.replace("\u00a0", " ") for text in texts_of(van_ban)]
    assert said_in == [f"Xem {full}.", "Như Kế hoạch số 131/KH-UBND."]
    assert [line.text for line in body_of(van_ban)] == ["Trước{^1}.", "Theo Kế hoạch số 131/KH-UBND{^2}./."]


def it_does_not_repeat_the_mark_where_a_merged_cell_says_its_text_again():
    rows = [[keyed("Hạ tầng[^a]"), f"{n}. " + "Nội dung công việc của các cơ quan. " * 8] for n in range(24)]
    data = rendered(with_notes(table(["Nhóm", "Việc"], *rows)))
    (found,) = data_tables(data)
    assert [row[0] for row in found.grid[1:]] == ["Hạ tầng"] * 24
    assert sum(row[0].merge == "restart" for row in found.cells) > 1
    assert read(data).footnotes == ("Ghi chú a.",)
    assert sum("{^1}" in line.raw for line in Reader(data).body()) == 1


def it_names_the_lines_above_the_notes_in_the_settings():
    package = Package.read(rendered(plan()))
    special = {note_id(note): note.get(qn("w:type")) for note in notes(package) if not is_ordinary(note)}
    assert sorted(special.values()) == ["continuationSeparator", "separator"]
    named = xpath(package.trees["word/settings.xml"], "w:footnotePr/w:footnote")
    assert {note_id(node) for node in named} == set(special)


WORD = NAMESPACES["w"]
OWN_NOTE = (
    '<w:footnote w:id="7"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr>'
    '<w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {}</w:t></w:r>'
    "</w:p></w:footnote>"
)
OWN_MARK = '</w:t></w:r><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="7"/></w:r>'


@pytest.fixture
def pack_with_a_note(tmp_path: Path) -> Path:
    """The shipped pack of a công văn whose Word file has a footnote of its own behind "Kính gửi:"."""
    folder = Path(shutil.copytree(load_pack("congvan").folder, tmp_path / "templates" / "co-chu-thich"))
    path = folder / "congvan.docx"
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in enumerate(("separator", "continuationSeparator"))
    )
    xml = f'<w:footnotes xmlns:w="{WORD}">{lines}{OWN_NOTE.format("Của {{ dia_danh }}.")}</w:footnotes>'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    named = '<w:footnotePr><w:footnote w:id="0"/><w:footnote w:id="1"/></w:footnotePr><w:compat>'
    package = (
        Package.read(path)
        .with_part("word/footnotes.xml", xml.encode())
        .edited(
            "word/_rels/document.xml.rels",
            "</Relationships>",
            f'<Relationship Id="rIdNotes" Type="{office}" Target="footnotes.xml"/></Relationships>',
        )
        .edited(
            "[Content_Types].xml",
            "</Types>",
            f'<Override PartName="/word/footnotes.xml" ContentType="{content}"/></Types>',
        )
        .edited("word/settings.xml", "<w:compat>", named)
        .edited("word/document.xml", ">Kính gửi:</w:t></w:r>", f">Kính gửi:{OWN_MARK}")
    )
    path.write_bytes(package.write())
    later = path.stat().st_mtime + 3600
    os.utime(path, (later, later))
    return folder


def it_keeps_the_notes_of_a_template_and_adds_its_own_behind_them(pack_with_a_note: Path):
    van_ban = letter(
        noi_dung=[doan("Một[^a]"), table(["Cột"], ["Hai[^b]"])],
        phu_luc=[appendix(doan("Ba[^c]"))],
        chu_thich={"a": "A.", "b": "B.", "c": "C."},
    )
    data = rendered(van_ban, pack=pack_with_a_note)
    validate(data)
    assert read(data).footnotes == ("Của Bắc Ninh.", "A.", "B.", "C.")
    package = Package.read(data)
    assert [note_id(note) for note in notes(package)] == ["0", "1", "7", "8", "9", "10"]
    named = xpath(package.trees["word/settings.xml"], "w:footnotePr/w:footnote")
    assert [note_id(node) for node in named] == ["0", "1"]


def it_keeps_the_notes_of_a_template_where_the_document_has_none(pack_with_a_note: Path):
    assert read(rendered(letter(), pack=pack_with_a_note)).footnotes == ("Của Bắc Ninh.",)


def it_leaves_the_note_of_a_template_out_where_its_mark_is_left_out(tmp_path: Path, pack_with_a_note: Path):
    van_ban = letter(noi_dung=[doan("x")], phu_luc=[appendix(doan("Phụ[^a]"))], chu_thich={"a": "A."})
    main, alone = render_apart(van_ban, tmp_path / "thu.docx", pack=pack_with_a_note)
    assert read(main.path).footnotes == ("Của Bắc Ninh.",)
    assert read(alone.path).footnotes == ("A.",)
    assert sum(is_ordinary(note) for note in notes(Package.read(alone.path))) == 1


def it_writes_the_notes_of_a_cong_van_too():
    assert read(rendered(letter(noi_dung=[doan("x[^a]")], chu_thich={"a": "A."}))).footnotes == ("A.",)
