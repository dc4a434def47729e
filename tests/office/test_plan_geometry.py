"""What the pages of the example plan must show, by the decree's numbers, written here a second time; lengths in mm."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest
from drawn_letter import LINE_EM, SAME_ROW_MM, em_mm, is_bold, is_italic, rows
from drawn_plan import (
    BOTTOM_MM,
    INDENTS_MM,
    LEFT_MM,
    MOTTO,
    NATION,
    RIGHT_MM,
    TOP_MM,
    DrawnPlan,
    last_line,
    number_of,
    text_lines,
)
from drawn_table import parts
from plans_to_draw import CAN_CU, LONG_TRICH_YEU
from support.pdf import MM_PER_PT, Line

pytestmark = pytest.mark.office

LONG = "căn cứ and a long trích yếu"
MUC_I = (
    "I. MỤC ĐÍCH, YÊU CẦU",
    "II. MỤC TIÊU",
    "III. NHIỆM VỤ VÀ GIẢI PHÁP",
    "IV. KINH PHÍ THỰC HIỆN",
    "V. TỔ CHỨC THỰC HIỆN",
)
KHOAN = ("1. Mục đích", "2. Yêu cầu", "1. Mục tiêu tổng quát", "1. Hoạt động chính quyền số:", "2. Các sở, ban, ngành;")
DIEM = ("a) Biến việc", "d) Góp phần", "a) Hạ tầng số", "b) Nhân lực số", "c) ATTT mạng")
# Title, first words behind it.
RUN_IN = {"a) Mở thêm dịch vụ công toàn trình:": "Văn phòng", "d) Dùng chung dữ liệu:": "Mỗi ngành"}
both = pytest.mark.parametrize("plan_drawn", ["example", LONG], indirect=True)


def is_centred(line: Line, area: tuple[float, float]) -> bool:
    return abs(line.off_centre(*area)) < 0.5


@both
def it_stands_on_a4_within_the_margins_that_the_decree_allows(plan_drawn: DrawnPlan):
    left, right = plan_drawn.area
    assert LEFT_MM[0] - 0.1 <= left <= LEFT_MM[1] + 0.1
    assert RIGHT_MM[0] - 0.1 <= 210 - right <= RIGHT_MM[1] + 0.1
    for page in plan_drawn.main_pages:
        assert (page.width, page.height) == (pytest.approx(210, abs=0.2), pytest.approx(297, abs=0.2))
        lines = [line for line in page.lines if line is not number_of(page)]
        assert min(line.bottom - 0.66 * em_mm(line) for line in lines) > TOP_MM[0]
        assert max(line.bottom for line in lines) <= 297 - BOTTOM_MM[0]


@both
def it_writes_quoc_hieu_tieu_ngu_and_date_in_sizes_that_go_together(plan_drawn: DrawnPlan):
    nation, motto = plan_drawn.on_first(NATION), plan_drawn.on_first(MOTTO)
    date = next(line for line in plan_drawn.head if line.text.startswith("Bắc Ninh, ngày"))
    sizes = tuple(max(line.sizes_pt) for line in (nation, motto, date))
    assert sizes in ((12, 13, 13), (13, 14, 14))
    assert is_bold(nation)
    assert is_bold(motto)
    assert is_italic(date)
    assert not is_bold(date)
    assert motto.bottom - nation.bottom < 1.3 * em_mm(motto)
    assert is_centred(motto, (nation.x0, nation.x1))
    assert nation.x1 <= plan_drawn.area[1] + 0.1


def it_draws_a_rule_under_tieu_ngu_as_long_as_its_words(example: DrawnPlan):
    motto = example.on_first(MOTTO)
    rule = example.first.rules_below(motto, within=5)[0]
    assert rule.length == pytest.approx(motto.width, abs=0.7)
    assert rule.off_centre(motto.x0, motto.x1) == pytest.approx(0, abs=0.5)


def it_writes_the_agency_in_bold_over_a_rule_of_a_third_to_half_its_words(example: DrawnPlan):
    agency = example.left_of_head[:2]
    assert [line.text for line in agency] == ["ỦY BAN NHÂN DÂN", "TỈNH BẮC NINH"]
    assert all(is_bold(line) and max(line.sizes_pt) in (12, 13) for line in agency)
    assert agency[0].bottom == pytest.approx(example.on_first(NATION).bottom, abs=SAME_ROW_MM)
    longest = max(agency, key=lambda line: line.width)
    rule = example.first.rules_below(agency[1], within=5)[0]
    assert 1 / 3 <= rule.length / longest.width <= 1 / 2
    assert rule.off_centre(longest.x0, longest.x1) == pytest.approx(0, abs=0.5)
    assert abs(agency[0].off_centre(agency[1].x0, agency[1].x1)) < 0.5


def it_writes_number_and_date_on_one_row_each_in_its_column(example: DrawnPlan):
    number = example.left_of_head[2]
    (date,) = (line for line in example.head if line.text == "Bắc Ninh, ngày 10 tháng 11 năm 2025")
    assert number.text == "Số: 131/KH-UBND"
    assert number.sizes_pt == {13}
    assert not is_bold(number)
    assert number.bottom == pytest.approx(date.bottom, abs=SAME_ROW_MM)
    agency, nation = example.left_of_head[1], example.on_first(NATION)
    assert is_centred(number, (agency.x0, agency.x1))
    assert is_centred(date, (nation.x0, nation.x1))


@both
def it_centres_ten_loai_and_right_below_it_the_trich_yeu(plan_drawn: DrawnPlan):
    title, subject = plan_drawn.ten_loai, plan_drawn.trich_yeu
    assert " ".join(line.text for line in subject) == plan_drawn.van_ban.trich_yeu
    for line in (title, *subject):
        assert is_bold(line)
        assert line.sizes_pt == {14}
        assert is_centred(line, plan_drawn.area)
    pitches = [(below.bottom - above.bottom) / em_mm(title) for above, below in pairwise((title, *subject))]
    assert all(LINE_EM * 0.98 < pitch < LINE_EM * 1.05 for pitch in pitches), "single spacing, no air between them"
    assert title.bottom > max(line.bottom for line in plan_drawn.head) + 1.5 * em_mm(title)


@both
def it_draws_a_rule_under_the_trich_yeu_of_a_third_to_half_its_longest_line(plan_drawn: DrawnPlan):
    rule, longest = plan_drawn.trich_yeu_rule, max(plan_drawn.trich_yeu, key=lambda line: line.width)
    assert 1 / 3 <= rule.length / longest.width <= 1 / 2
    assert abs(rule.off_centre(*plan_drawn.area)) < 0.5
    assert 1 < rule.top - plan_drawn.trich_yeu[-1].bottom < 6
    body = plan_drawn.body[0]
    assert body.bottom - 0.66 * em_mm(body) > rule.top + 1


def it_breaks_a_long_trich_yeu_into_even_lines(all_plans_drawn: Mapping[str, DrawnPlan]):
    lines = all_plans_drawn[LONG].trich_yeu
    assert len(lines) > 1
    assert " ".join(line.text for line in lines) == LONG_TRICH_YEU
    assert min(line.width for line in lines) > 0.7 * max(line.width for line in lines)


@both
def it_has_no_v_v_and_no_kinh_gui(plan_drawn: DrawnPlan):
    assert "V/v" not in plan_drawn.first.text
    assert "Kính gửi" not in plan_drawn.pdf.text


def it_numbers_its_pages_from_the_second_in_the_middle_of_the_top_margin(example: DrawnPlan):
    numbers = [number_of(page) for page in example.main_pages]
    assert [number and number.text for number in numbers] == [None, *map(str, range(2, len(numbers) + 1))]
    assert len(numbers) > 2
    for number in numbers[1:]:
        assert number is not None
        assert max(number.sizes_pt) in (13, 14)
        assert not is_bold(number)
        assert not is_italic(number)
        assert is_centred(number, example.area)
        assert 5 < number.bottom < TOP_MM[0] - 1


def it_sets_can_cu_in_italics_each_in_a_paragraph_with_its_end_mark(all_plans_drawn: Mapping[str, DrawnPlan]):
    drawn = all_plans_drawn[LONG]
    found = drawn.paragraphs[: len(CAN_CU)]
    said = [" ".join(line.text for line in lines) for lines in found]
    assert said == [f"{CAN_CU[0]};", f"{CAN_CU[1]};", f"{CAN_CU[2]}."]
    assert all(is_italic(line) and not is_bold(line) for lines in found for line in lines)
    assert not any(is_italic(line) for lines in drawn.paragraphs[len(CAN_CU) :] for line in lines)


@both
def it_sets_the_body_justified_from_margin_to_margin_with_one_indent(plan_drawn: DrawnPlan):
    left, right = plan_drawn.area
    indents = [lines[0].x0 - left for lines in plan_drawn.paragraphs]
    assert any(all(abs(indent - width) < 0.3 for indent in indents) for width in INDENTS_MM)
    for first, *others in plan_drawn.paragraphs:
        *full, _ = (first, *others)
        assert [line.x0 for line in others] == pytest.approx([left] * len(others), abs=0.3), first.text
        assert [line.x1 for line in full] == pytest.approx([right] * len(full), abs=0.7), first.text
    sizes = {size for line in plan_drawn.body for size in line.sizes_pt}
    assert sizes in ({13}, {14})


@both
def it_spaces_lines_and_paragraphs_as_the_decree_allows(plan_drawn: DrawnPlan):
    em = em_mm(plan_drawn.body[0])
    pitches = [
        (below.bottom - above.bottom) / (LINE_EM * em)
        for lines in plan_drawn.paragraphs
        for above, below in pairwise(lines)
        if above.page == below.page
    ]
    assert min(pitches) > 0.98
    assert max(pitches) < 1.52
    for above, below in pairwise(plan_drawn.paragraphs):
        if above[-1].page == below[0].page:
            gap = below[0].bottom - above[-1].bottom - min(pitches) * LINE_EM * em
            assert gap / MM_PER_PT > 5.8, below[0].text


def it_sets_muc_i_in_bold_capitals_and_khoan_titles_in_bold(example: DrawnPlan):
    for title in MUC_I:
        (line,) = example.paragraph(title)
        assert line.text == title
        assert is_bold(line)
    for start in KHOAN:
        lines = example.paragraph(start)
        assert all(is_bold(line) for line in lines), start
        assert start[3:] != start[3:].upper()


def it_sets_diem_upright_and_of_a_run_in_title_only_the_title_bold(example: DrawnPlan):
    for start in DIEM:
        (first, *_) = example.paragraph(start)
        assert "Bold" not in first.words[0].font
        assert "Bold" not in first.words[1].font
    for title, after in RUN_IN.items():
        line = example.paragraph(title)[0]
        number, *words = line.words
        bold = [word.text for word in words if "Bold" in word.font]
        assert "Bold" not in number.font
        assert " ".join(bold) == title.removeprefix(f"{number.text} ")
        assert line.text.startswith(f"{title} {after}")


def it_ends_the_body_with_the_end_mark(example: DrawnPlan):
    assert example.body[-1].text.endswith("./.")
    assert "./." not in "\n".join(line.text for line in example.body[:-1])


@both
def it_centres_quyen_han_and_name_in_the_right_half_level_with_noi_nhan(plan_drawn: DrawnPlan):
    left, right = plan_drawn.area
    *powers, name = rows(plan_drawn.signature)
    assert [line.text for line in powers] == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert name.text == "Nguyễn Văn A"
    assert all(is_bold(line) and max(line.sizes_pt) in (13, 14) for line in (*powers, name))
    assert all(is_centred(line, ((left + right) / 2, right)) for line in (*powers, name))
    assert plan_drawn.label.bottom == pytest.approx(powers[0].bottom, abs=SAME_ROW_MM)
    assert name.bottom - powers[-1].bottom > 20, "room for signature and seal"
    assert all(below.bottom - above.bottom < 1.3 * em_mm(above) for above, below in pairwise(powers))


@both
def it_lists_noi_nhan_small_at_the_left_margin(plan_drawn: DrawnPlan):
    label, left = plan_drawn.label, plan_drawn.area[0]
    assert (is_bold(label), is_italic(label), label.sizes_pt) == (True, True, {12})
    page = plan_drawn.main_pages[-1]
    items = [line for line in text_lines(page) if line.bottom > label.bottom + 1 and line.x0 < left + 60]
    assert items
    assert all(line.sizes_pt == {11} for line in items)
    dashes = [line for line in (label, *items) if line.text[0] in "N-"]
    assert [line.x0 for line in dashes] == pytest.approx([left] * len(dashes), abs=0.3)
    assert items[-1].text.startswith("- Lưu: VT")


@both
def it_signs_on_the_page_of_the_last_words(plan_drawn: DrawnPlan):
    assert plan_drawn.body[-1].page == plan_drawn.label.page
    assert {line.page for line in plan_drawn.signature} == {plan_drawn.label.page}


def it_stretches_no_line_until_it_looks_torn(example: DrawnPlan):
    """No gap between two words of a line is wider than 5 mm: there the reader of these pages sees two lines."""
    assert [line.text for line in example.body if line.x0 > example.area[0] + 20] == []


def it_shows_nothing_but_words_where_a_page_ends(example: DrawnPlan):
    for page in example.main_pages[:-1]:
        last = last_line(page)
        assert last is not None
        assert not is_bold(last)
        assert not last.text.endswith(":")
        assert parts(page) == [] or max(part.bottom for part in parts(page)) < 297 - BOTTOM_MM[0]
