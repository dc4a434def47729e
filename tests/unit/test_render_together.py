"""Many văn bản in one file for printing: each shows what its own file shows, and none is lost or put out unchecked."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from support.letters import SENTENCE, bang, doan, don_doc, ke_hoach, letter, plan, trien_khai
from support.package import Package
from support.reader import read

from vbhc import (
    CheckError,
    InputError,
    OutputError,
    Severity,
    TemplateError,
    VanBan,
    load_pack,
    render_bytes,
    render_together,
)
from vbhc.word.view import Block, PageKind, Paragraph, Row, Section, Table, View, open_view

WIDE = {"tieu_de": "Danh mục", "noi_dung": [doan("Ba[^c]."), bang(9, 3)]}
NARROW = {"tieu_de": "Hướng dẫn", "noi_dung": [doan("Bốn.")]}
TWELVE = [f"n{number}" for number in range(1, 13)]
ADDRESS = {"dia_chi": {"dia_chi": "Số 10, đường A"}}


def noted(recipient: str, **changes: Any) -> VanBan:
    """A letter with notes in its text and in a phụ lục whose table needs landscape pages."""
    notes = {"a": f"Theo {recipient}.", "b": "Theo **Luật**\nhai dòng.", "c": "Trong phụ lục."}
    blocks = [doan("Một[^a] và hai[^b]."), doan(SENTENCE)]
    changes = {"phu_luc": [WIDE, NARROW], **changes}
    return letter(kinh_gui=recipient, noi_dung=blocks, chu_thich=notes, **changes)


def many_notes() -> VanBan:
    """More notes than there are digits."""
    text = ", ".join(f"ý {name}[^{name}]" for name in TWELVE)
    return letter(noi_dung=[doan(text)], chu_thich={name: f"Lời {name}." for name in TWELVE})


SETS: Mapping[str, Callable[[], Sequence[VanBan]]] = {
    "letters with notes and phụ lục": lambda: [noted("Sở A"), noted("Sở B"), many_notes(), noted("Sở C")],
    "letters whose margins differ": lambda: [
        letter(),
        letter(pham_vi_luu_hanh="Lưu hành nội bộ"),
        letter(**ADDRESS, phu_luc=[NARROW]),
        letter(pham_vi_luu_hanh="Lưu hành nội bộ"),
        letter(),
    ],
    "the letters of the examples": lambda: [don_doc(), trien_khai(), letter(do_khan="KHẨN"), don_doc()],
    "plans": lambda: [plan(), ke_hoach(), plan(can_cu=["Căn cứ Luật A"])],
    "one letter": lambda: [noted("Sở A")],
}


def together(folder: Path, letters: Sequence[VanBan], **how: Any) -> bytes:
    return render_together(letters, folder / "gop.docx", **how).path.read_bytes()


# --- what a reader sees -----------------------------------------------------------------------------------------------


def shown(view: View, *, typed: bool = False) -> list[Any]:
    """All that a reader sees of each section, its formatting with it; where they are not ``typed``, the numbers of
    notes are put in as Word does it.
    """
    numbers = {} if typed else {note: str(at) for at, note in enumerate(view.notes, 1)}
    return [_section(section, numbers) for section in view.sections]


def _section(section: Section, numbers: Mapping[int, str]) -> Any:
    places: Sequence[PageKind] = ("default", "first") if section.first_apart else ("default",)
    margins = [_blocks(it.get(place, ()), numbers) for it in (section.headers, section.footers) for place in places]
    return section.page, section.first_apart, section.number_format, margins, _blocks(section.blocks, numbers)


def _blocks(blocks: Sequence[Block], numbers: Mapping[int, str]) -> list[Any]:
    return [_paragraph(it, numbers) if isinstance(it, Paragraph) else _table(it, numbers) for it in blocks]


def _paragraph(paragraph: Paragraph, numbers: Mapping[int, str]) -> Any:
    return paragraph.style, paragraph.layout, paragraph.label, list(_runs(paragraph, numbers))


def _runs(paragraph: Paragraph, numbers: Mapping[int, str]) -> Iterator[Any]:
    for run in paragraph.runs:
        text = run.text if run.note is None else numbers.get(run.note, "")
        yield from ((letter, run.look, run.field) for letter in text)


def _table(table: Table, numbers: Mapping[int, str]) -> Any:
    return table.grid_mm, table.left_mm, [(row.header, row.whole, _cells(row, numbers)) for row in table.rows]


def _cells(row: Row, numbers: Mapping[int, str]) -> list[Any]:
    return [(it.column, it.span, it.continues, it.borders, _blocks(it.blocks, numbers)) for it in row.cells]


def notes(view: View, *, typed: bool = False) -> list[str]:
    """The notes in the order of their marks, each with its number."""
    texts = ["\n".join(it.text for it in blocks if isinstance(it, Paragraph)) for blocks in view.notes.values()]
    return texts if typed else [f"{number}{text}" for number, text in enumerate(texts, 1)]


@pytest.mark.parametrize("pack", ["congvan", "congvan-p13", None])
@pytest.mark.parametrize("name", SETS)
def it_shows_of_every_letter_what_its_own_file_shows(tmp_path: Path, name: str, pack: str | None):
    letters = SETS[name]()
    pack = None if letters[0].loai != "congvan" else pack
    alone = [open_view(render_bytes(van_ban, pack=pack)) for van_ban in letters]
    joint = open_view(together(tmp_path, letters, pack=pack))
    assert shown(joint, typed=True) == [section for view in alone for section in shown(view)]
    assert notes(joint, typed=True) == [note for view in alone for note in notes(view)]


@pytest.mark.parametrize("name", SETS)
def it_begins_every_letter_on_a_new_page_with_number_1(tmp_path: Path, name: str):
    letters = SETS[name]()
    joint = open_view(together(tmp_path, letters)).sections
    assert [section.number_from for section in joint] == [1] * sum(1 + len(it.phu_luc) for it in letters)
    assert all(section.starts_page for section in joint)


def it_keeps_headers_that_read_alike_as_one_part(tmp_path: Path):
    parts = Package.read(together(tmp_path, SETS["letters whose margins differ"]())).parts
    assert sorted(name for name in parts if "trang_1" in name) == [
        "word/footer_trang_1.xml",
        "word/header_trang_1.xml",
        "word/vbhc_joint_3_header_trang_1.xml",
        "word/vbhc_joint_4_footer_trang_1.xml",
    ]


def it_gives_the_same_bytes_each_time_and_of_any_iterable(tmp_path: Path):
    data = together(tmp_path, SETS["letters with notes and phụ lục"]())
    again = (van_ban for van_ban in SETS["letters with notes and phụ lục"]())
    assert render_together(again, tmp_path / "lan-2.docx").path.read_bytes() == data


def it_says_in_the_receipt_what_was_put_where(tmp_path: Path):
    receipt = render_together([noted("Sở A"), letter(), noted("Sở B")], tmp_path / "gop.docx")
    assert (receipt.path, receipt.pack) == (tmp_path / "gop.docx", "congvan")
    assert receipt.sha256 == hashlib.sha256(receipt.path.read_bytes()).hexdigest()
    assert receipt.landscape == (1, 3)
    assert receipt.report is None
    assert read(receipt.path).properties["title"] == "nâng cao chỉ số DTI"


# --- what is refused --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("letters", "message"),
    [
        ([], "Chưa có văn bản nào để gộp vào một tệp."),
        (
            [letter(), letter(), plan(), letter()],
            "Các văn bản gộp vào một tệp phải cùng một loại, ở đây có `congvan` (văn bản 1), `kehoach` (văn bản 3); "
            "hãy gộp riêng từng loại.",
        ),
    ],
)
def it_refuses_none_and_letters_of_several_types(tmp_path: Path, letters: list[VanBan], message: str):
    with pytest.raises(InputError) as caught:
        render_together(letters, tmp_path / "gop.docx")
    assert caught.value.message == message
    assert list(tmp_path.iterdir()) == []


def it_refuses_a_pack_for_another_type(tmp_path: Path):
    with pytest.raises(InputError, match="dùng cho loại `kehoach`"):
        render_together([letter(), letter()], tmp_path / "gop.docx", pack="kehoach")


def it_never_writes_over_a_file_unless_told(tmp_path: Path):
    path = tmp_path / "gop.txt"
    path.write_text("của người khác")
    with pytest.raises(OutputError, match="đã có"):
        render_together([letter()], path)
    assert path.read_text() == "của người khác"
    render_together([letter()], path, overwrite=True)
    assert read(path).text.startswith("\nỦY BAN NHÂN DÂN")


def too_wide(recipient: str) -> VanBan:
    return letter(kinh_gui=recipient, phu_luc=[{"noi_dung": [bang(60, 1)]}])


def it_tells_what_is_wrong_with_every_letter_at_once(tmp_path: Path):
    letters = [letter(), too_wide("**Sở A**"), letter(), too_wide("Sở B")]
    with pytest.raises(InputError) as caught:
        render_together(letters, tmp_path / "gop.docx")
    first, *lines = caught.value.message.split("\n")
    assert first == "2/4 văn bản chưa in ra được nên không ghi gì:"
    assert [line.partition("): ")[0] for line in lines] == ["- văn bản 2 (kính gửi Sở A", "- văn bản 4 (kính gửi Sở B"]
    places = [finding.location.place for finding in caught.value.report]
    assert [place.partition(", ")[0] for place in places] == ["văn bản 2 (kính gửi Sở A)", "văn bản 4 (kính gửi Sở B)"]
    assert list(tmp_path.iterdir()) == []


# --- what is issued ---------------------------------------------------------------------------------------------------


def issued(**changes: Any) -> VanBan:
    return letter(so_ky_hieu="5/UBND-VX", thoi_gian="5/5/2026", **changes).ban_hanh()


def it_says_what_the_check_of_the_issued_letters_found(tmp_path: Path):
    careless = [doan("Hai  dấu cách.")]
    letters = [issued(), letter(noi_dung=careless), issued(kinh_gui="Sở B", noi_dung=careless)]
    report = render_together(letters, tmp_path / "gop.docx").report
    assert report is not None
    assert [(it.code, it.location.place) for it in report] == [("TT127", "văn bản 3 (kính gửi Sở B), đoạn 4")]


def it_writes_none_when_one_breaks_the_decree(tmp_path: Path):
    old = issued(kinh_gui="Sở B").model_copy(update={"thoi_gian": "5/5/2016"})
    with pytest.raises(CheckError) as caught:
        render_together([issued(), old, issued()], tmp_path / "gop.docx")
    assert "1/3 văn bản" in caught.value.message
    assert [(it.code, it.location.place) for it in caught.value.report if it.severity is Severity.ERROR] == [
        ("VB203", "văn bản 2 (kính gửi Sở B)")
    ]
    assert list(tmp_path.iterdir()) == []


# --- packs of others --------------------------------------------------------------------------------------------------


def it_refuses_a_pack_that_counts_the_pages_of_the_file(tmp_path: Path):
    pack = Path(shutil.copytree(load_pack("congvan").folder, tmp_path / "templates" / "dem-trang"))
    (file,) = pack.glob("*.docx")
    file.write_bytes(Package.read(file).edited("word/header_so_trang.xml", " PAGE ", " NUMPAGES ").write())
    with pytest.raises(TemplateError) as caught:
        render_together([letter(), letter()], tmp_path / "gop.docx", pack=pack)
    assert [(it.code, it.message) for it in caught.value.report] == [("MB015", "có trường NUMPAGES, tính theo cả tệp")]
    assert not (tmp_path / "gop.docx").exists()
