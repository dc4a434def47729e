"""Letters with what is rare: long names, long lists, stamps, an address; lengths in mm."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest
from drawn_letter import (
    BOTTOM,
    DECREE,
    HEIGHT,
    LEFT,
    MIDDLE,
    RIGHT,
    SAME_ROW_MM,
    TOP,
    DrawnLetter,
    em_mm,
    is_bold,
)
from letters_to_draw import ADDRESS, LONG_AGENCY, LONG_TRICH_YEU
from support.letters import PACKS
from support.pdf import Line, Rule

from vbhc.text.spelling import upper

pytestmark = pytest.mark.office

STAMPS = {"HỎA TỐC": "hoa_toc_mm", "THƯỢNG KHẨN": "thuong_khan_mm", "KHẨN": "khan_mm"}
named = pytest.mark.parametrize("drawn", [f"long names, {pack}" for pack in PACKS], indirect=True)
placed = pytest.mark.parametrize("drawn", [f"long place, {pack}" for pack in PACKS], indirect=True)
stamped = pytest.mark.parametrize("drawn", STAMPS, indirect=True)


@named
def it_breaks_a_long_agency_name_into_even_lines_beside_quoc_hieu(drawn: DrawnLetter):
    chu_quan, ten = (upper(LONG_AGENCY[field]) for field in ("chu_quan", "ten"))
    texts = [line.text for line in drawn.agency]
    above = next(n for n in range(len(texts)) if " ".join(texts[:n]) == chu_quan)
    name = drawn.agency[above:]
    assert " ".join(texts[above:]) == ten
    assert max(line.x1 for line in drawn.agency) < drawn.nation.x0 - 1
    assert min(line.width for line in name) > 0.6 * max(line.width for line in name)
    assert all(line.off_centre(name[0].x0, name[0].x1) == pytest.approx(0, abs=0.5) for line in name)
    longest = max(name, key=lambda line: line.width)
    assert DECREE["duong_ke.co_quan"].allows(drawn.agency_rule.length / longest.width)
    assert drawn.agency_rule.top > name[-1].bottom


@named
def it_wraps_a_long_trich_yeu_inside_its_column(drawn: DrawnLetter):
    lines = drawn.trich_yeu
    assert " ".join(line.text for line in lines) == f"V/v {LONG_TRICH_YEU}"
    assert min(line.x0 for line in lines) >= LEFT
    assert max(line.x1 for line in lines) < drawn.nation.x0
    assert all(line.off_centre(drawn.number.x0, drawn.number.x1) == pytest.approx(0, abs=1) for line in lines)


@named
def it_keeps_number_and_date_on_one_row_under_a_long_agency_name(drawn: DrawnLetter):
    (date,) = drawn.place_and_date
    assert drawn.number.bottom == pytest.approx(date.bottom, abs=SAME_ROW_MM)


@placed
def it_breaks_a_long_place_before_the_date_and_keeps_it_level_with_the_number(drawn: DrawnLetter):
    lines = drawn.place_and_date
    assert [line.text for line in lines] in (
        ["Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026"],
        ["Thành phố Hồ Chí Minh,", "ngày 29 tháng 12 năm 2026"],
    )
    assert lines[0].bottom == pytest.approx(drawn.number.bottom, abs=SAME_ROW_MM)
    assert all(LEFT < line.x0 < line.x1 <= RIGHT for line in lines)


def it_writes_one_recipient_on_the_line_of_kinh_gui(all_drawn: Mapping[str, DrawnLetter]):
    drawn = all_drawn["one recipient"]
    assert drawn.kinh_gui.text == "Kính gửi: Bộ Nội vụ"
    assert drawn.kinh_gui.off_centre(LEFT, RIGHT) == pytest.approx(0, abs=0.5)
    assert drawn.recipients == []


def it_lists_twelve_recipients_in_the_left_half_beside_the_signature(all_drawn: Mapping[str, DrawnLetter]):
    drawn = all_drawn["twelve lines of Nơi nhận"]
    lines = drawn.noi_nhan
    assert max(line.x1 for line in lines) < MIDDLE
    assert lines[-1].text == "- Lưu: VT, CĐS (2). NVA.(300)."
    assert {line.page for line in lines} == {drawn.label.page}
    dashes = [line.x0 for line in lines if line.text.startswith("-")]
    wrapped = [line.x0 for line in lines if line.text[0] not in "-+"]
    assert dashes == pytest.approx([LEFT] * len(dashes), abs=0.3)
    assert all(x0 > LEFT + 1 for x0 in wrapped)
    assert all(0 < below.bottom - above.bottom < 6 for above, below in pairwise(lines))


def frame_of(drawn: DrawnLetter, words: Line) -> tuple[float, float, float, float]:
    """The sides of the framed box around ``words``, measured along the middle of its lines."""
    near = [rule for rule in drawn.first.rules if abs(rule.top - words.bottom) < 12]
    upright = sorted((rule for rule in near if not rule.horizontal), key=lambda rule: rule.x0)
    level = sorted((rule for rule in near if _around(rule, words)), key=lambda rule: rule.top)
    return upright[0].x0, upright[-1].x1, level[0].top, level[-1].bottom


def _around(rule: Rule, words: Line) -> bool:
    return rule.horizontal and rule.x0 < words.x0 and words.x1 < rule.x1 < words.x1 + 40


@stamped
def it_stamps_the_urgency_in_a_frame_of_the_size_that_is_laid_down(drawn: DrawnLetter):
    assert drawn.van_ban.do_khan is not None
    words = drawn.pdf.phrase(drawn.van_ban.do_khan.value)
    left, right, top, bottom = frame_of(drawn, words)
    width, height = DECREE[f"dau_do_khan.{STAMPS[words.text]}"].chon, DECREE["dau_do_khan.cao_mm"].chon
    assert (right - left, bottom - top) == pytest.approx((width, height), abs=0.6)
    assert left == pytest.approx(LEFT, abs=0.5)
    assert drawn.trich_yeu[-1].bottom < top
    assert bottom < drawn.kinh_gui.top
    assert is_bold(words)
    assert words.off_centre(left, right) == pytest.approx(0, abs=0.5)
    assert top < words.bottom - 0.66 * em_mm(words) < words.bottom < bottom


@stamped
def it_frames_who_may_read_it_at_the_right_of_the_top_margin(drawn: DrawnLetter):
    words = drawn.pdf.phrase("LƯU HÀNH NỘI BỘ")
    left, right, top, bottom = frame_of(drawn, words)
    assert words.page == 1
    assert is_bold(words)
    assert MIDDLE < left < right < RIGHT + 1
    assert 0 < top < bottom < TOP
    assert words.off_centre(left, right) == pytest.approx(0, abs=0.5)


@stamped
def it_writes_the_address_under_a_full_line_at_the_foot_of_page_1_alone(drawn: DrawnLetter):
    (line,) = drawn.pdf.lines(ADDRESS["dia_chi"])
    assert line.page == 1
    assert line.sizes_pt == {drawn.size_pt("dia_chi")}
    assert BOTTOM < line.bottom < HEIGHT - 8
    rule = max((rule for rule in drawn.first.rules if rule.horizontal and rule.top > BOTTOM - 10), key=lambda r: r.top)
    assert (rule.x0, rule.x1) == pytest.approx((LEFT, RIGHT), abs=0.5)
    assert rule.top < line.bottom - 0.66 * em_mm(line)
    assert max(body.bottom for body in drawn.body if body.page == 1) < rule.top
