"""The page is measured as LibreOffice draws it: words, sizes, rules and fonts, in mm."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from support.pdf import Line, Office, Pdf, Rule, Word, run_whole
from support.sample import paragraph, sample

RULED = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
CHILD = "subprocess.run([sys.executable, '-c', 'import time; time.sleep(30)'])"
SUBSCRIPT = '<w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>N.Nam</w:t></w:r>'


def words(*places: tuple[str, float, float], size: float = 14) -> Line:
    return Line.of([Word(1, x0, x1, 50, 55, text, "LiberationSerif", size) for text, x0, x1 in places])


def it_finds_a_phrase_by_the_words_it_stands_in():
    line = words(("Kính", 30, 39), ("gửi:", 40, 49), ("Bộ", 50, 56))
    found = line.phrase("gửi")
    assert found is not None
    assert (found.x0, found.x1, found.text) == (40, 49, "gửi:")
    assert line.phrase("Sở") is None


def it_joins_a_word_whose_letters_change_their_look():
    assert words(("PCVP", 30, 40), ("N.Nam;", 40.1, 50)).text == "PCVPN.Nam;"


def it_measures_how_far_off_the_middle_a_line_stands():
    assert words(("a", 100, 121)).off_centre(30, 190) == pytest.approx(0.5)


@pytest.fixture(scope="session")
def drawn(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Pdf:
    """One page with a centred ruled line, a body paragraph and a subscript."""
    heading = f'<w:p><w:pPr>{RULED}<w:jc w:val="center"/></w:pPr><w:r><w:t>SỞ MẪU</w:t></w:r></w:p>'
    small = f"<w:p><w:r><w:t>PCVP</w:t></w:r>{SUBSCRIPT}</w:p>"
    path = tmp_path_factory.mktemp("drawn") / "thu.docx"
    path.write_bytes(sample(heading + paragraph("Kính gửi các đơn vị") + small).write())
    return office.pdf(path)


@pytest.mark.office
def it_measures_lines_from_the_page_edge(drawn: Pdf):
    page, body = drawn.pages[0], drawn.line("Kính gửi các")
    assert (page.width, page.height) == (pytest.approx(210, abs=0.1), pytest.approx(297, abs=0.1))
    assert body.x0 == pytest.approx(30 + 12.7, abs=0.3)
    assert body.sizes_pt == {14}
    assert drawn.line("SỞ MẪU").off_centre(30, 190) == pytest.approx(0, abs=0.3)
    assert drawn.text.endswith("PCVPN.Nam")


@pytest.mark.office
def it_measures_the_rule_under_a_line(drawn: Pdf):
    rules = drawn.pages[0].rules_below(drawn.line("SỞ MẪU"), within=3)
    assert [round(rule.length) for rule in rules] == [160]
    assert all(isinstance(rule, Rule) and rule.horizontal for rule in rules)


@pytest.mark.office
def it_names_the_fonts_and_draws_the_page(drawn: Pdf):
    assert all(embedded for embedded in drawn.fonts().values())
    assert any("Serif" in font or "Times" in font for font in drawn.fonts())
    assert drawn.png(1, dpi=40).read_bytes().startswith(b"\x89PNG")


@pytest.mark.office
def it_draws_a_file_once(office: Office, drawn: Pdf, tmp_path: Path):
    again = tmp_path / "khac.docx"
    again.write_bytes(drawn.path.with_suffix(".docx").read_bytes())
    assert office.pdf(again) is drawn


def it_ends_a_program_that_hangs_with_all_it_started():
    started = time.monotonic()
    with pytest.raises(TimeoutError, match="did not end within"):
        run_whole([sys.executable, "-c", f"import subprocess, sys; {CHILD}"], seconds=1)
    assert time.monotonic() - started < 10
