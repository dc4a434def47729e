"""The pages of many letters in one file are the pages of their own files, one after another, to the last rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from drawn_letter import DrawnLetter, page_number
from drawn_plan import DrawnPlan
from support.letters import PACKS, SENTENCE, doan, letter
from support.pdf import Box, Office, Page, Pdf

from vbhc import VanBan, render, render_together

pytestmark = pytest.mark.office

# Positions are rounded to it when a page is read.
SAME_MM = 0.02
MANY = [f"n{number}" for number in range(1, 13)]


def noted(recipient: str, *names: str) -> VanBan:
    """A letter to ``recipient`` with notes, the last of them in its phụ lục."""
    *own, last = names
    text = ", ".join(f"ý {name}[^{name}]" for name in own)
    appendix = {"tieu_de": "Danh mục", "noi_dung": [doan(f"Phụ lục của {recipient}[^{last}].")]}
    notes = {name: f"Lời {name} gửi {recipient}." for name in names}
    return letter(kinh_gui=recipient, noi_dung=[doan(text)], chu_thich=notes, phu_luc=[appendix])


def drawn_together(office: Office, folder: Path, van_bans: Sequence[VanBan], pack: str) -> Pdf:
    return office.pdf(render_together(van_bans, folder / "gop.docx", pack=pack).path)


def differences(joint: Pdf, alone: Sequence[Pdf], *, rules: bool = True) -> list[str]:
    """Where a page of the joint file is not the one that stands there when each is drawn alone."""
    expected = [page for pdf in alone for page in pdf.pages]
    if len(expected) != len(joint.pages):
        return [f"{len(joint.pages)} pages, {len(expected)} when drawn alone"]
    pairs = zip(joint.pages, expected, strict=True)
    return [f"page {one.number}: {what}" for one, other in pairs if (what := _difference(one, other, rules=rules))]


def _difference(one: Page, other: Page, *, rules: bool) -> str:
    if one.text != other.text:
        return f"reads\n{one.text}\nand alone\n{other.text}"
    if (one.width, one.height) != (other.width, other.height):
        return "another paper"
    looks = [[(line.sizes_pt, line.fonts) for line in page.lines] for page in (one, other)]
    places = [_places(page.lines) + (_places(page.rules) if rules else []) for page in (one, other)]
    return "" if looks[0] == looks[1] and places[0] == pytest.approx(places[1], abs=SAME_MM) else "stands elsewhere"


def _places(boxes: Sequence[Box]) -> list[float]:
    return [side for box in boxes for side in (box.x0, box.x1, box.top, box.bottom)]


@pytest.mark.parametrize("pack", PACKS)
def it_draws_every_letter_as_in_its_own_file(
    office: Office, all_drawn: Mapping[str, DrawnLetter], tmp_path: Path, pack: str
):
    letters = [drawn for drawn in all_drawn.values() if drawn.pack == pack]
    joint = drawn_together(office, tmp_path, [drawn.van_ban for drawn in letters], pack)
    assert differences(joint, [drawn.pdf for drawn in letters]) == []


@pytest.mark.parametrize("half", [0, 1])
def it_draws_every_plan_as_in_its_own_file(
    office: Office, all_plans_drawn: Mapping[str, DrawnPlan], tmp_path: Path, half: int
):
    # In a file of very many pages LibreOffice keeps no row of a table with the next one; and it draws the line above
    # notes in the first section that has any, and cells merged over pages now to this row, now to that.
    plans = [drawn for name, drawn in all_plans_drawn.items() if "lines" not in name]
    noted = [drawn for drawn in plans if drawn.van_ban.chu_thich]
    chosen = [noted[half], *[drawn for drawn in plans if not drawn.van_ban.chu_thich][half::2]]
    joint = drawn_together(office, tmp_path, [drawn.van_ban for drawn in chosen], "kehoach")
    assert differences(joint, [drawn.pdf for drawn in chosen], rules=False) == []


def it_prints_the_numbers_of_notes_and_pages_that_each_letter_has(office: Office, tmp_path: Path):
    letters = [noted("Sở A", "a", "b"), noted("Sở B", "a", "b"), letter(), noted("Sở C", *MANY)]
    alone = office.pdfs([render(it, tmp_path / f"{n}.docx").path for n, it in enumerate(letters)])
    joint = drawn_together(office, tmp_path, letters, "congvan")
    assert [page.text for page in joint.pages] == [page.text for pdf in alone for page in pdf.pages]
    assert {"Lời n12 gửi Sở C.", "12"} <= {line.text for line in joint.pages[-1].lines}


def it_prints_no_number_on_first_pages_and_begins_anew_with_2(office: Office, tmp_path: Path):
    long = [doan(" ".join([SENTENCE] * 20))] * 3
    letters = [letter(noi_dung=long, phu_luc=[{"noi_dung": long}]), letter(), letter(noi_dung=long)]
    pages = drawn_together(office, tmp_path, letters, "congvan").pages
    shown = [number.text if (number := page_number(page)) else "" for page in pages]
    assert shown == ["", "2", "3", "", "2", "3", "", "", "2", "3"]
