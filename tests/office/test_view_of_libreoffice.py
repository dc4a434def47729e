"""What is read in a document is the same when LibreOffice has opened and saved it; lists count as it counts them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from letters_to_draw import all_letters
from plans_to_draw import all_plans
from support.pdf import Office
from support.resaved import resaved

from vbhc import render
from vbhc.word.view import Layout, Look, View, open_view, paragraphs, tables

pytestmark = pytest.mark.office

Pair = tuple[View, View]


@pytest.fixture(scope="module")
def pairs(office: Office, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pair]:
    """Each document as written, and as LibreOffice saves it."""
    folder = tmp_path_factory.mktemp("written")
    letters = list(all_letters().values())[::7]
    paths = [render(van_ban, folder / f"thu-{n}.docx", pack=pack).path for n, (van_ban, pack) in enumerate(letters)]
    paths.append(render(all_plans()["example"](), folder / "ke-hoach.docx").path)
    saved = resaved(paths, office.folder)
    return {path.stem: (open_view(path), open_view(again)) for path, again in zip(paths, saved, strict=True)}


def lines(seen: View) -> Iterator[tuple[str, str, list[Look]]]:
    """Where each paragraph stands, its text, and the looks one after another, however it is split into runs."""
    for paragraph in paragraphs(list(seen.blocks)):
        looks = [run.look for run in paragraph.runs if run.text.strip()]
        yield paragraph.place.words, paragraph.text, [look for look, _ in groupby(looks)]


def layouts(seen: View) -> list[Layout]:
    """Of paragraphs with text: LibreOffice forgets how high an empty line is."""
    return [it.layout for it in paragraphs(list(seen.blocks)) if it.text.strip()]


@pytest.mark.parametrize("what", [lines, layouts])
def it_reads_the_same_texts_looks_and_layouts(pairs: dict[str, Pair], what: object) -> None:
    assert callable(what)
    assert len(pairs) > 3
    for written, saved in pairs.values():
        assert list(what(saved)) == list(what(written))


def it_reads_the_same_pages_and_tables(pairs: dict[str, Pair]) -> None:
    for written, saved in pairs.values():
        assert [it.page for it in saved.sections] == [it.page for it in written.sections]
        assert [it.number_from for it in saved.sections] == [it.number_from for it in written.sections]
        ours, theirs = (list(tables(list(seen.blocks))) for seen in (written, saved))
        assert [(len(it.rows), it.ruled) for it in theirs] == [(len(it.rows), it.ruled) for it in ours]
        assert [[row.header for row in it.rows] for it in theirs] == [[row.header for row in it.rows] for it in ours]


def it_finds_the_page_number_in_the_header(pairs: dict[str, Pair]) -> None:
    # Of a longer document: where all pages are first ones, LibreOffice saves none of the others' headers.
    for seen in pairs["ke-hoach"]:
        for section in seen.sections:
            runs = [run for it in paragraphs(section.headers["default"]) for run in it.runs]
            assert [(run.field, run.text.isdigit()) for run in runs] == [("PAGE", True)]


def it_reads_what_libreoffice_makes_of_a_file_of_another_kind(office: Office, tmp_path: Path) -> None:
    rtf = tmp_path / "cu.rtf"
    head = r"{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}\paperw11907\paperh16840\margl1701\f0\fs28 "
    rtf.write_text(head + r"C\u244?ng \b v\u259?n\par}")
    seen = open_view(resaved([rtf], tmp_path)[0])
    found = next(paragraphs(list(seen.blocks)))
    assert found.text == "Công văn"
    assert [(run.look.font, run.look.size_pt, run.look.bold) for run in found.runs] == [
        ("Arial", 14, False),
        ("Arial", 14, True),
    ]
    assert round(seen.sections[0].page.left_mm, 1) == 30
