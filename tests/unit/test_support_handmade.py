"""The handmade documents are sound, all different, and hold the words they were made of, however they are built."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from support.handmade import (
    ALL,
    CONFORMING,
    CONSTRUCTIONS,
    LETTERS,
    OUT_OF_SCOPE,
    SIZES_13_14_14,
    Letter,
    Text,
    altered,
    changed,
    cong_van,
    edited,
    ke_hoach,
    ke_hoach_hai_phu_luc,
    made,
)
from support.handmade.looks import QUOC_HIEU, SHARE, TIEU_NGU
from support.handmade.widths import width_mm
from support.outline import outline
from support.package import Package
from support.reader import read
from support.structure import structural_problems
from support.validation import validate

KINDS = [name for name in LETTERS if "/" not in name]
HANDMADE = Path(__file__).parents[1] / "support" / "handmade"


def words_of(value: Any, *, counted: bool) -> Iterator[str]:
    """Every line of text in ``value``; ``counted``: Word counts the numbers, and they stand in no text."""
    if isinstance(value, Text):
        number = "" if counted and value.level is not None else value.number
        yield from " ".join(filter(None, (value.lead, number, value.text))).split("\n")
    elif isinstance(value, tuple):
        yield from (words for item in value for words in words_of(item, counted=counted))
    elif isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for each in fields(value):
            if isinstance(inside := getattr(value, each.name), Text | tuple) or is_dataclass(inside):
                yield from words_of(inside, counted=counted)


def plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def lost(letter: Letter, data: bytes) -> list[str]:
    """The words of ``letter`` that cannot be read in ``data``."""
    reading = read(data)
    text = plain(" ".join((*reading.headers, *reading.body, *reading.footers)))
    return [words for words in words_of(letter, counted=letter.numbering == "automatic") if plain(words) not in text]


def document(data: bytes) -> str:
    return Package.read(data).parts["word/document.xml"].decode()


@pytest.mark.parametrize("name", ALL)
def it_makes_a_sound_file_that_holds_its_words(name: str):
    data = ALL[name]()
    validate(data)
    assert lost(LETTERS[name], data) == []


@pytest.mark.parametrize("construction", CONSTRUCTIONS)
@pytest.mark.parametrize("kind", KINDS)
def it_builds_every_kind_in_every_construction(kind: str, construction: str):
    letter = altered(LETTERS[kind], CONSTRUCTIONS[construction])
    data = made(letter)
    assert structural_problems(Package.read(data)) == []
    assert lost(letter, data) == []


def it_makes_no_document_twice():
    assert len({make() for make in ALL.values()}) == len(ALL)


def it_makes_the_same_bytes_each_time():
    assert all(make() == make() for make in ALL.values())


def it_says_which_documents_the_decree_judges():
    assert set(CONFORMING) | set(OUT_OF_SCOPE) == set(ALL)
    assert set(OUT_OF_SCOPE) == {"quyet_dinh_quy_pham", "van_ban_dang", "thu_rieng"}


def it_stands_apart_from_what_it_tests():
    sources = [path.read_text(encoding="utf-8") for path in HANDMADE.glob("*.py")]
    assert sources
    assert not [source for source in sources if re.search(r"^\s*(from|import) vbhc", source, re.MULTILINE)]


@pytest.mark.parametrize("construction", ["styles", "theme", "split", "split_styles", "simple_field"])
def it_looks_the_same_wherever_the_look_is_said(construction: str):
    """The outline is one, but for the names of styles, of the theme's font, and of the field."""

    def looks(data: bytes) -> str:
        return re.sub(r"\[[^]]*\] |\{PAGE[^}]*\}", "", outline(data)).replace("minorHAnsi", "Times New Roman")

    assert looks(ke_hoach(CONSTRUCTIONS[construction])) == looks(ke_hoach())


@pytest.mark.parametrize(
    ("construction", "where"),
    [
        ("vml", "<v:line "),
        ("borders", "<w:pBdr><w:top "),
        ("underscores", '<w:vertAlign w:val="superscript"/></w:rPr><w:t xml:space="preserve">____'),
        ("tabs", '<w:tab w:val="center"'),
        ("boxes", '<mc:Choice Requires="wps">'),
        ("styles", "<w:pStyle "),
        ("automatic", "<w:numPr>"),
        ("wide_a4", 'w:w="11907"'),
    ],
)
def it_builds_the_letter_as_the_name_says(construction: str, where: str):
    assert where in document(cong_van(CONSTRUCTIONS[construction]))


def it_says_fonts_in_one_place_only():
    assert "<w:rFonts" in document(cong_van())
    assert "<w:rFonts" not in document(cong_van(formatting="theme"))
    assert "<w:rPr><w:rFonts" not in document(cong_van(formatting="styles"))


def it_writes_decomposed_letters_and_cut_words():
    decomposed = document(cong_van(decomposed=True))
    assert not unicodedata.is_normalized("NFC", decomposed)
    assert "Độc lập - Tự do - Hạnh phúc" in document(cong_van())
    assert "Độc lập - Tự do - Hạnh phúc" not in document(cong_van(split=True))


def it_numbers_the_pages_of_each_appendix_anew_and_turns_one():
    sections = re.findall(r"<w:sectPr>.*?</w:sectPr>", document(ke_hoach_hai_phu_luc()))
    assert ['w:start="1"' in section for section in sections] == [False, True, True]
    assert ['w:orient="landscape"' in section for section in sections] == [False, False, True]
    assert all("<w:titlePg/>" in section for section in sections)


def it_changes_one_thing_at_a_time():
    letter = LETTERS["cong_van"]
    assert altered(letter, quoc_hieu={"bold": False}).quoc_hieu == changed(QUOC_HIEU, {"bold": False})
    assert altered(letter, co_quan="SỞ Y TẾ").co_quan == changed(letter.co_quan, {"text": "SỞ Y TẾ"})
    assert altered(letter, margins_mm={"left": 25}).margins_mm == {**letter.margins_mm, "left": 25}
    assert altered(letter, noi_nhan={-1: "- Lưu: VT"}).noi_nhan[-1].text == "- Lưu: VT"
    assert altered(letter, noi_nhan={0: None}).noi_nhan == letter.noi_nhan[1:]
    assert altered(letter, than=lambda than: than[:1]).than == letter.than[:1]
    assert altered(letter, tieu_ngu=None).tieu_ngu is None


@pytest.mark.parametrize(
    "changes",
    [
        {"page_number_in": "footer"},
        {"page_number": None, "title_page": False},
        {"page_number": {"size": 12, "align": "right", "italic": True}},
        {"quoc_hieu": None, "tieu_ngu": None, "co_quan": None, "co_quan_chu_quan": None},
        {"tieu_ngu": {"rule": 0, "underline": True}, "trich_yeu": None},
        {"than": {0: {"exact": 17, "font": "Arial", "color": "1F3864", "lead": "Điều 1.", "tabs": (("left", 20),)}}},
        {"ho_ten": None, "noi_nhan": ()},
        {"phu_luc": {0: {"landscape": True, "start": None, "title_page": False}}},
        {"paper_twips": (12240, 15840), "margins_mm": {"left": 15, "header": 0}},
    ],
)
@pytest.mark.parametrize("construction", ["borders", "styles_tabs", "theme"])
def it_stays_sound_when_it_conforms_no_more(construction: str, changes: dict[str, Any]):
    letter = altered(LETTERS["ke_hoach_hai_phu_luc"], CONSTRUCTIONS[construction], changes)
    validate(made(letter))
    assert lost(letter, made(letter)) == []


def it_changes_what_stands_deep_inside():
    changes = {"phu_luc": {1: {"nhan": {"bold": False}, "than": {0: {"repeat": False}}}}}
    appendix = altered(LETTERS["ke_hoach_hai_phu_luc"], changes).phu_luc[1]
    assert not appendix.nhan.bold
    assert not appendix.than[0].repeat


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"co_quann": "X"}, AttributeError),
        ({"ten_loai": {"bold": False}}, TypeError),
        ({"than": {99: "x"}}, IndexError),
    ],
)
def it_refuses_a_change_that_changes_nothing(change: dict[str, Any], error: type[Exception]):
    with pytest.raises(error):
        cong_van(change)


def it_edits_the_xml_itself():
    assert "<w:titlePg/>" not in document(edited(cong_van(), "word/document.xml", "<w:titlePg/>", ""))
    with pytest.raises(AssertionError, match="has no"):
        edited(cong_van(), "word/document.xml", "<w:nothing/>", "")


@pytest.mark.parametrize(
    ("text", "mm"),
    [
        (QUOC_HIEU, 88.2),
        (changed(QUOC_HIEU, {"size": 13}), 95.6),
        (TIEU_NGU, 56.1),
        (changed(TIEU_NGU, {"size": 14}), 60.4),
        (Text("Kính gửi:", size=14), 19.0),
        (Text("Hà Nội, ngày 05 tháng 01 năm 2026", size=13, italic=True), 67.0),
    ],
)
def it_knows_how_wide_the_words_are(text: Text, mm: float):
    assert width_mm(text) == pytest.approx(mm, abs=0.15)


@pytest.mark.parametrize("sizes", [{}, SIZES_13_14_14])
@pytest.mark.parametrize("kind", [name for name in CONFORMING if "/" not in name])
def it_draws_lines_between_a_third_and_a_half_of_each_line_above(kind: str, sizes: dict[str, Any]):
    letter = altered(LETTERS[kind], sizes)
    for text in filter(None, (letter.co_quan, letter.trich_yeu)):
        longest, *others = sorted((width_mm(text, line) for line in text.text.split("\n")), reverse=True)
        assert all(1 / 3 <= SHARE * longest / width <= 1 / 2 for width in (longest, *others))
