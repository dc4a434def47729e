"""Any text in any field survives into the file, and any document that can be built is a sound one."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from itertools import cycle
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import validate
from support.letters import PACKS, doan, letter
from support.package import Package, qn
from support.reader import Reading, read
from support.structure import structural_problems

from vbhc import CongVan, Huong, InputError, Run, escape, fill, read_van_ban, render_bytes
from vbhc.text.spelling import find_forbidden

# Pieces of XML, of markup, of templates and of lists, marks that join, blanks, and any other letter.
PIECES = (
    *("&", "<", ">", '"', "'", "&amp;", "<w:t>", "]]>", "{{ x }}", "{% if x %}", "{#", "%", "#"),
    *("**đậm**", "*nghiêng*", "~dưới~", "^trên^", "*", "~", "^", "\\", "\\*", "`"),
    *("- ", "+ ", "–", ";", ":", ".", "./.", "(", ")", "V/v ", "số 131", "11/47 chỉ tiêu", "KT. A"),
    *("\u0301", "\u0323", "\u200b", "\u202e", "😀", "ế", "Đ", "đ", "ß", "\u00a0", " ", "\n", "\t"),
)
LETTERS_OF_ANY_SCRIPT = st.characters(codec="utf-8").filter(lambda letter: find_forbidden(letter) is None)
TEXTS = st.lists(st.sampled_from(PIECES) | LETTERS_OF_ANY_SCRIPT, max_size=8).map("".join)
SIGNERS = [
    {"quyen_han": ["Giám đốc"]},
    {"quyen_han": ["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"], "ho_ten": "Nguyễn Văn A"},
    {"quyen_han": ["TUQ. Giám đốc", "Trưởng phòng"], "chuc_vu_khac": "Trưởng ban", "ho_ten": "Nguyễn Văn A"},
]


def compared(text: str) -> str:
    """As the model keeps it and a reader sees it: composed, a run of blanks of any kind one blank."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def page_text(reading: Reading) -> str:
    return "\n".join((*reading.body, *reading.headers, *reading.footers))


def full_letter(texts: Iterator[str]) -> CongVan:
    """A letter with the next of ``texts`` in each field; where a field has markup, put in as data."""

    def data() -> str:
        return escape(next(texts))

    cells = [[data(), data()], {"nhom": data()}]
    table = {"loai": "bang", "cot": [data(), {"tieu_de": data(), "can_le": "phai"}], "hang": cells}
    dash = {"loai": "gach_dau_dong", "noi_dung": data(), "con": [data()]}
    item = {"loai": "muc", "so": "<5*>.", "noi_dung": data()}
    return letter(
        co_quan={"ten": next(texts), "chu_quan": next(texts)},
        dia_danh=next(texts),
        trich_yeu=data(),
        kinh_gui=[data(), data()],
        noi_dung=[
            {"loai": "doan", "noi_dung": fill("Trước **{}** sau {mot}", next(texts), mot=next(texts))},
            {"loai": "doan", "noi_dung": (Run(next(texts), bold=True), Run(next(texts), subscript=True))},
            {"loai": "muc", "tieu_de": data(), "noi_dung": data(), "khoi": [item, dash, table]},
            {"loai": "doan", "noi_dung": data()},
        ],
        noi_nhan={
            "noi": [{"ten": data(), "muc_dich": next(texts), "gom": [data()]}],
            "luu": {"don_vi": [next(texts)], "nguoi_soan_thao": next(texts)},
        },
        nguoi_ky={"quyen_han": [{"chuc_vu": next(texts)}], "chuc_vu_khac": next(texts), "ho_ten": next(texts)},
        phu_luc=[{"tieu_de": data(), "noi_dung": [{"loai": "doan", "noi_dung": data()}]}],
        pham_vi_luu_hanh=next(texts),
        dia_chi={"dia_chi": next(texts), "dien_thoai": next(texts), "thu_dien_tu": next(texts)},
    )


@given(st.lists(TEXTS, min_size=1, max_size=7), st.sampled_from(PACKS))
@settings(max_examples=120)
def it_keeps_any_text_in_any_field(texts: list[str], pack: str):
    marked: list[str] = []
    written = full_letter(_marked(cycle(texts), marked))
    page = compared(page_text(read(render_bytes(written, pack=pack))))
    lost = [text for text in marked if compared(text) not in page and compared(compared(text).upper()) not in page]
    assert len(marked) > 30
    assert lost == []
    assert CongVan.model_validate_json(written.model_dump_json()) == written


def _marked(texts: Iterator[str], used: list[str]) -> Iterator[str]:
    """Each text between marks of its own, and a record of it."""
    for number, text in enumerate(texts):
        used.append(f"«{number}|{text}|{number}»")
        yield used[-1]


PHRASES = st.text("aĐế 1.*~^\\\n;", min_size=1, max_size=30).map(lambda text: f"Chữ {text}")
NAMES = PHRASES.map(lambda text: f"{text}z")
PLUSES = st.lists(PHRASES, max_size=2)
DASHES = st.builds(lambda text, con: {"loai": "gach_dau_dong", "noi_dung": text, "con": con}, PHRASES, PLUSES)


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Any]:
    columns = draw(st.integers(1, 8))
    wide = st.none() | st.floats(5, 20)  # wider ones may not fit a page
    column = st.fixed_dictionaries(
        {"tieu_de": PHRASES, "can_le": st.sampled_from(["trai", "giua", "phai"]), "rong_mm": wide}
    )
    cells = st.lists(PHRASES | st.just(""), min_size=columns, max_size=columns)
    rows = st.lists(cells | st.builds(lambda text: {"nhom": text}, PHRASES), min_size=1, max_size=4)
    return {"loai": "bang", "cot": draw(st.lists(column, min_size=columns, max_size=columns)), "hang": draw(rows)}


def blocks(depth: int) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Blocks with mục at most ``depth`` levels deep."""
    paragraph = st.builds(doan, PHRASES)
    if depth == 0:
        return st.lists(paragraph | DASHES | tables(), min_size=1, max_size=3)
    said = st.fixed_dictionaries({"noi_dung": PHRASES}, optional={"tieu_de": PHRASES, "so": st.just("3.")})
    item = st.builds(lambda words, khoi: {"loai": "muc", **words, "khoi": khoi}, said, st.just([]) | blocks(depth - 1))
    return st.lists(paragraph | DASHES | tables() | item, min_size=1, max_size=3)


APPENDIX = st.fixed_dictionaries(
    {"noi_dung": blocks(1), "huong": st.sampled_from(list(Huong))}, optional={"tieu_de": PHRASES}
)
LETTERS = st.fixed_dictionaries(
    {
        "noi_dung": blocks(2),
        "kinh_gui": st.lists(NAMES, min_size=1, max_size=3),
        "phu_luc": st.lists(APPENDIX, max_size=3),
    },
    optional={
        "co_quan": st.builds(lambda ten, chu_quan: {"ten": ten, "chu_quan": chu_quan}, PHRASES, st.none() | PHRASES),
        "so_ky_hieu": st.sampled_from(["5/SNV-VP", "1999/SKH-CN-CĐS", "/UBND-VX"]),
        "thoi_gian": st.sampled_from(["5/1/2026", "tháng 12 năm 2026", {"nam": 2026}]),
        "nguoi_ky": st.sampled_from(SIGNERS),
        "do_khan": st.sampled_from(["HỎA TỐC", "THƯỢNG KHẨN", "KHẨN"]),
        "pham_vi_luu_hanh": PHRASES,
        "dia_chi": st.builds(lambda text: {"dia_chi": text, "fax": text}, PHRASES),
        "noi_nhan": st.builds(lambda ten, gom: {"noi": [{"ten": ten, "gom": gom}]}, NAMES, st.lists(NAMES, max_size=2)),
    },
).map(lambda fields: letter(**fields))


@given(LETTERS, st.sampled_from(PACKS))
@settings(max_examples=100)
def it_writes_every_document_that_can_be_built_as_a_sound_file(van_ban: CongVan, pack: str):
    data = render_bytes(van_ban, pack=pack)
    package = Package.read(data)
    assert structural_problems(package) == []
    assert len(list(package.trees[package.main].iter(qn("w:sectPr")))) == 1 + len(van_ban.phu_luc)
    assert render_bytes(van_ban, pack=pack) == data
    assert phrases_in(page_text(read(data))) == phrases_in(van_ban.model_dump_json()) + phrases_repeated(van_ban)


def phrases_in(text: str) -> int:
    """Every phrase begins with one and the same word."""
    return text.casefold().count("chữ")


def phrases_repeated(van_ban: CongVan) -> int:
    """Each phụ lục says whose letter it belongs to."""
    return len(van_ban.phu_luc) * phrases_in(van_ban.co_quan.ten)


@given(LETTERS)
@settings(max_examples=8)
def it_writes_them_as_word_wants_them(van_ban: CongVan):
    validate(render_bytes(van_ban))


@given(LETTERS)
@settings(max_examples=80)
def it_reads_a_letter_from_its_own_json(van_ban: CongVan):
    written = van_ban.model_dump_json()
    assert CongVan.model_validate_json(written) == van_ban
    assert read_van_ban(json.loads(written)) == van_ban


def it_prints_or_refuses_a_third_level_of_dashes():
    dash = {"loai": "gach_dau_dong", "noi_dung": "một", "con": [{"noi_dung": "hai", "con": ["ba bốn"]}]}
    try:
        written = letter(noi_dung=[dash, doan("Hết.")])
    except InputError:
        return
    assert "ba bốn" in read(render_bytes(written)).text


@pytest.mark.parametrize(
    "fields",
    [
        {"kinh_gui": "Sở Nội vụ;;"},
        {"kinh_gui": "- - Sở Nội vụ"},
        {"trich_yeu": "V/v V/v báo cáo"},
        {"trich_yeu": "báo cáo.."},
    ],
)
def it_reads_from_json_what_typing_left_double(fields: dict[str, Any]):
    van_ban = letter(**fields)
    assert CongVan.model_validate_json(van_ban.model_dump_json()) == van_ban
