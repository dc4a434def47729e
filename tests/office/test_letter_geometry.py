"""What the pages of both examples must show, by the decree, in both size profiles; lengths in mm."""

from __future__ import annotations

from itertools import pairwise

import pytest
from drawn_letter import (
    BOTTOM,
    COLON_EM,
    DECREE,
    DEPTH_EM,
    INDENT,
    LEFT,
    LINE_EM,
    MIDDLE,
    RIGHT,
    SAME_ROW_MM,
    TOP,
    WIDTH,
    DrawnLetter,
    em_mm,
    is_bold,
    is_italic,
    page_number,
    rows,
)
from letters_to_draw import EXAMPLES
from support.pdf import MM_PER_PT, Line, Rule, plain

from vbhc.text.markup import plain as without_markup
from vbhc.text.spelling import upper

pytestmark = [pytest.mark.office, pytest.mark.parametrize("drawn", EXAMPLES, indirect=True)]

SERIF = ("LiberationSerif", "TimesNewRoman")


def stands_below(rule: Rule, words: Line) -> bool:
    """Below the letters and the dots under them, and near."""
    return DEPTH_EM * em_mm(words) < rule.top - words.bottom < 1.2 * em_mm(words)


def it_is_on_a4(drawn: DrawnLetter):
    for page in drawn.pdf.pages:
        assert sorted((page.width, page.height)) == [pytest.approx(210, abs=0.2), pytest.approx(297, abs=0.2)]


def it_is_set_in_a_serif_as_wide_as_times_new_roman_that_comes_with_the_file(drawn: DrawnLetter):
    fonts = drawn.pdf.fonts()
    assert [name for name in fonts if not name.startswith(SERIF)] == []
    assert all(fonts.values())


def it_keeps_within_the_margins(drawn: DrawnLetter):
    overhang = DECREE["khoang_cach.lan_le_trai_mm"].max
    for page in drawn.pdf.pages:
        for line in page.lines:
            hangs = page.number == 1 and line.bottom < drawn.kinh_gui.top
            assert LEFT - (overhang if hangs else 0) - 0.1 <= line.x0 < line.x1 <= RIGHT + 0.1, line.text
            assert line is page_number(page) or TOP < line.bottom - 0.66 * em_mm(line) < line.bottom <= BOTTOM, (
                line.text
            )
    sides = {
        "trai": min(line.x0 for line in drawn.body),
        "phai": WIDTH - max(line.x1 for line in drawn.body),
    }
    assert all(DECREE[f"trang.le_{side}_mm"].allows(width, tolerance=0.1) for side, width in sides.items())


def it_writes_quoc_hieu_and_tieu_ngu_each_on_one_line(drawn: DrawnLetter):
    nation, motto = drawn.nation, drawn.motto
    assert nation.sizes_pt == {drawn.size_pt("quoc_hieu")}
    assert motto.sizes_pt == {drawn.size_pt("tieu_ngu")}
    assert is_bold(nation)
    assert is_bold(motto)
    assert motto.off_centre(nation.x0, nation.x1) == pytest.approx(0, abs=0.5)
    assert motto.bottom - nation.bottom < 1.3 * em_mm(motto)


def it_writes_the_agency_in_the_lines_that_were_asked_for(drawn: DrawnLetter):
    agency = drawn.van_ban.co_quan
    above = (agency.chu_quan or "").split("\n") if agency.chu_quan else []
    asked = [*above, *agency.ten.split("\n")]
    lines = drawn.agency
    assert [line.text for line in lines] == [upper(text) for text in asked]
    assert [is_bold(line) for line in lines] == [False] * len(above) + [True] * (len(asked) - len(above))
    assert all(line.sizes_pt == {drawn.size_pt("co_quan")} for line in lines)
    assert all(line.off_centre(lines[0].x0, lines[0].x1) == pytest.approx(0, abs=0.5) for line in lines)
    assert lines[0].bottom == pytest.approx(drawn.nation.bottom, abs=SAME_ROW_MM)


def it_draws_a_rule_under_tieu_ngu_as_long_as_its_words(drawn: DrawnLetter):
    rule, motto = drawn.motto_rule, drawn.motto
    assert rule.length == pytest.approx(motto.width, abs=0.7)
    assert rule.off_centre(motto.x0, motto.x1) == pytest.approx(0, abs=0.5)
    assert stands_below(rule, motto)


def it_draws_a_rule_under_the_agency_of_a_third_to_half_its_words(drawn: DrawnLetter):
    rule, longest = drawn.agency_rule, max(drawn.agency, key=lambda line: line.width)
    assert DECREE["duong_ke.co_quan"].allows(rule.length / longest.width)
    assert rule.off_centre(longest.x0, longest.x1) == pytest.approx(0, abs=0.5)
    assert stands_below(rule, drawn.agency[-1])


def it_writes_number_and_date_on_one_row(drawn: DrawnLetter):
    number, (date,) = drawn.number, drawn.place_and_date
    assert number.bottom == pytest.approx(date.bottom, abs=SAME_ROW_MM)
    assert number.sizes_pt == {drawn.size_pt("so_ky_hieu")}
    assert date.sizes_pt == {drawn.size_pt("dia_danh")}
    assert not is_bold(date)
    assert date.off_centre(drawn.nation.x0, drawn.nation.x1) == pytest.approx(0, abs=0.5)


def it_centres_the_trich_yeu_under_the_number_in_its_column(drawn: DrawnLetter):
    lines, number = drawn.trich_yeu, drawn.number
    assert " ".join(line.text for line in lines) == f"V/v {plain(without_markup(drawn.van_ban.trich_yeu))}"
    assert all(line.sizes_pt == {drawn.size_pt("trich_yeu_v_v")} for line in lines)
    assert all(line.off_centre(number.x0, number.x1) == pytest.approx(0, abs=1) for line in lines)
    assert max(line.x1 for line in lines) < drawn.nation.x0
    gap = lines[0].bottom - number.bottom - LINE_EM * em_mm(lines[0])
    assert gap / MM_PER_PT == pytest.approx(DECREE["khoang_cach.tren_v_v_pt"].min, abs=1)


def it_sets_the_dashes_of_kinh_gui_under_the_colon(drawn: DrawnLetter):
    label = drawn.kinh_gui
    colon = label.x1 - COLON_EM * em_mm(label)
    dashes = [line for line in drawn.recipients if line.text.startswith("- ")]
    assert len(dashes) == len(drawn.van_ban.kinh_gui)
    assert [line.x0 for line in dashes] == pytest.approx([colon] * len(dashes), abs=0.7)
    assert {line.sizes_pt for line in (label, *drawn.recipients)} == {frozenset({drawn.size_pt("kinh_gui")})}
    assert [line.text[-1] for line in rows(drawn.recipients)][-1] == "."


def it_sets_the_body_in_one_size_justified_and_indented(drawn: DrawnLetter):
    assert {line.sizes_pt for line in drawn.body} == {frozenset({drawn.size_pt("noi_dung")})}
    for first, *others in drawn.paragraphs:
        *full, _ = (first, *others)
        assert first.x0 - LEFT == pytest.approx(INDENT, abs=0.3), first.text
        assert [line.x0 for line in others] == pytest.approx([LEFT] * len(others), abs=0.3)
        assert [line.x1 for line in full] == pytest.approx([RIGHT] * len(full), abs=0.5)


def it_spaces_lines_and_paragraphs_as_the_decree_allows(drawn: DrawnLetter):
    single = LINE_EM * em_mm(drawn.body[0])
    pitches = [
        (below.bottom - above.bottom) / single
        for lines in drawn.paragraphs
        for above, below in pairwise(lines)
        if above.page == below.page
    ]
    assert all(DECREE["noi_dung.cach_dong"].allows(pitch, tolerance=0.02) for pitch in pitches)
    pitch_mm = min(pitches) * single
    gaps = [
        (below[0].bottom - above[-1].bottom - pitch_mm) / MM_PER_PT
        for above, below in pairwise(drawn.paragraphs)
        if above[-1].page == below[0].page
    ]
    assert all(gap >= DECREE["noi_dung.cach_doan_pt"].min - 0.2 for gap in gaps)


def it_ends_the_body_with_the_end_mark(drawn: DrawnLetter):
    assert drawn.body[-1].text.endswith(DECREE.loi_van["dau_het"])
    assert sum(DECREE.loi_van["dau_het"] in line.text for line in drawn.body) == 1


def it_writes_noi_nhan_level_with_the_signature_and_its_list_smaller(drawn: DrawnLetter):
    label, lines = drawn.label, drawn.noi_nhan
    assert label.sizes_pt == {drawn.size_pt("nhan_noi_nhan")}
    assert is_bold(label)
    assert is_italic(label)
    assert label.bottom == pytest.approx(drawn.signature[0].bottom, abs=SAME_ROW_MM)
    assert all(line.sizes_pt == {drawn.size_pt("noi_nhan")} for line in lines)
    assert [line.text for line in lines] == [plain(without_markup(text)) for text in drawn.van_ban.noi_nhan.cac_dong]
    items = [line for line in (label, *lines) if line.text[0] != "+"]
    assert [line.x0 for line in items] == pytest.approx([LEFT] * len(items), abs=0.3)


def it_centres_the_signature_in_the_right_half_with_room_to_sign(drawn: DrawnLetter):
    signer = drawn.van_ban.nguoi_ky
    *powers, name = drawn.signature
    assert [line.text for line in powers] == [upper(str(power)) for power in signer.quyen_han]
    assert name.text == signer.ho_ten
    assert all(is_bold(line) and line.sizes_pt == {drawn.size_pt("nguoi_ky")} for line in (*powers, name))
    assert all(line.off_centre(MIDDLE, RIGHT) == pytest.approx(0, abs=0.5) for line in (*powers, name))
    assert name.top - powers[-1].bottom >= 20


def it_shares_the_page_of_the_signature_with_the_end_of_the_body(drawn: DrawnLetter):
    page = drawn.label.page
    assert sum(line.page == page for line in drawn.body) >= 2
    assert {line.page for line in (*drawn.noi_nhan, *drawn.signature)} == {page}


def it_numbers_the_pages_of_the_letter_from_the_second_in_the_top_margin(drawn: DrawnLetter):
    numbers = [page_number(page) for page in drawn.pdf.pages[: drawn.label.page]]
    assert [number and number.text for number in numbers] == [None, *map(str, range(2, len(numbers) + 1))]
    for number in numbers[1:]:
        assert number is not None
        assert number.sizes_pt == {drawn.size_pt("so_trang")}
        assert number.off_centre(LEFT, RIGHT) == pytest.approx(0, abs=0.5)
