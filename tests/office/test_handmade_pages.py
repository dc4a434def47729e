"""Handmade documents look like letters: the lines under their headings are as long as the decree asks."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.handmade import ALL, CONSTRUCTIONS
from support.pdf import Line, Office, Page, Pdf

pytestmark = pytest.mark.office

MOTTO, AGENCY = "Độc lập - Tự do - Hạnh phúc", "SỞ TÀI CHÍNH"
LETTERS = ["cong_van", *(f"cong_van/{name}" for name in CONSTRUCTIONS)]
PLANS = ["ke_hoach_hai_phu_luc", "ke_hoach_hai_phu_luc/boxes", "ke_hoach_hai_phu_luc/automatic"]


@pytest.fixture(scope="module")
def drawn(office: Office, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pdf]:
    """Every letter and some plans as PDF, by name."""
    folder = tmp_path_factory.mktemp("handmade")
    paths = {name: folder / f"{name.replace('/', '-')}.docx" for name in (*LETTERS, *PLANS)}
    for name, path in paths.items():
        Path(path).write_bytes(ALL[name]())
    return dict(zip(paths, office.pdfs(paths.values()), strict=True))


def length_below(page: Page, line: Line) -> float:
    """The length of the line below ``line``, drawn or of underscores, which must stand centred below it."""
    raised = [other for other in page.lines if set(other.text) == {"_"} and 0 < other.top - line.top < 10]
    found = page.rules_below(line, within=4) or [each for each in raised if line.x0 < each.x1 and each.x0 < line.x1]
    assert abs(found[0].off_centre(line.x0, line.x1)) < 1.5
    return found[0].width


@pytest.mark.parametrize("name", LETTERS)
def it_draws_the_lines_of_the_heading_as_long_as_asked(drawn: dict[str, Pdf], name: str):
    page, motto, agency = drawn[name].pages[0], drawn[name].phrase(MOTTO), drawn[name].phrase(AGENCY)
    slack = 0.08 if "underscores" in name else 0.01
    assert length_below(page, motto) == pytest.approx(motto.width, rel=slack)
    assert 1 / 3 <= length_below(page, agency) / agency.width <= 1 / 2


@pytest.mark.parametrize("name", LETTERS)
def it_sets_place_and_date_under_the_motto_and_the_signer_level_with_noi_nhan(drawn: dict[str, Pdf], name: str):
    pdf = drawn[name]
    motto, date = pdf.phrase(MOTTO), pdf.phrase("Bắc Ninh, ngày 05 tháng 01 năm 2026")
    assert abs(date.off_centre(motto.x0, motto.x1)) < 1.5
    assert pdf.line("Nơi nhận:").bottom == pytest.approx(pdf.line("KT. GIÁM ĐỐC").bottom, abs=1)
    assert len(pdf.pages) == 1


@pytest.mark.parametrize("name", PLANS)
def it_numbers_later_pages_alone(drawn: dict[str, Pdf], name: str):
    tops = [page.lines[0].text for page in drawn[name].pages]
    assert [top if top.isdigit() else "" for top in tops] == ["", "2", "", "", "2"]
