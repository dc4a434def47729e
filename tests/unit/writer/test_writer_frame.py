"""What stands around the body of a kế hoạch and its kin: trích yếu over its rule, Kính gửi, the signature block."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
import pytest
from support.letters import doan, plan
from support.tables import read_tables
from written import Reader, of_type, rendered, written

from vbhc import VanBan
from vbhc.layout import text_width_mm

TEXT_WIDTH_MM = 165


def subject_and_rule(trich_yeu: str) -> tuple[list[float], float]:
    """The widths of the lines of trích yếu, and the length of the rule under them, in mm."""
    lines = [*Reader(rendered(plan(trich_yeu=trich_yeu))).outside_tables()]
    at = next(n for n, line in enumerate(lines) if line.style == "VB Trích yếu")
    subject, rule = lines[at], lines[at + 1]
    assert (rule.style, rule.look["rule top"], rule.raw) == ("VB Kẻ", "single", "")
    sides = [int(rule.look[side]) * 25.4 / 1440 for side in ("left", "right")]
    assert sides[0] == pytest.approx(sides[1], abs=0.1)
    return [text_width_mm(line, 14, bold=True) for line in subject.raw.split("\n")], TEXT_WIDTH_MM - sum(sides)


SUBJECT = "Nâng cao Chỉ số chuyển đổi số và phát triển kinh tế số, xã hội số trên địa bàn tỉnh Bắc Ninh giai đoạn"


@pytest.mark.parametrize("words", [2, 8, 16, 24, 40, 60])
def it_balances_the_lines_of_trich_yeu_over_a_rule_of_a_third_to_a_half_of_them(words: int):
    lines, rule = subject_and_rule(" ".join((SUBJECT.split() * 3)[:words]))
    assert max(lines) <= TEXT_WIDTH_MM
    assert min(lines) >= 0.75 * max(lines)
    assert max(lines) / 3 <= rule <= max(lines) / 2


def it_keeps_the_lines_of_trich_yeu_that_were_asked_for():
    subject = next(line for line in written(plan(trich_yeu="Nâng cao **Chỉ số**\nnăm 2025")) if "Nâng" in line.raw)
    assert (subject.style, subject.text, subject.look["jc"]) == ("VB Trích yếu", "Nâng cao Chỉ số\nnăm 2025", "center")
    assert subject.is_bold


@pytest.mark.parametrize(
    ("kinh_gui", "lines"),
    [
        ("UBND tỉnh", [("VB Kính gửi một nơi", "Kính gửi: UBND tỉnh")]),
        (
            ["UBND tỉnh", "Sở Nội vụ"],
            [("VB Kính gửi", "Kính gửi:"), ("VB Nơi kính gửi", "- UBND tỉnh;"), ("VB Nơi kính gửi", "- Sở Nội vụ.")],
        ),
    ],
)
def it_addresses_a_to_trinh_below_its_subject(kinh_gui: Any, lines: list[tuple[str, str]]):
    found = [(line.style, line.text) for line in written(of_type("Tờ trình", "TTr", kinh_gui=kinh_gui))]
    assert found == [
        ("VB Tên loại", "TỜ TRÌNH"),
        ("VB Trích yếu", plan().trich_yeu),
        *lines,
        ("VB Đoạn", "Nội dung./."),
    ]


def it_addresses_nobody_in_a_ke_hoach():
    assert [line.text for line in written(plan())] == ["KẾ HOẠCH", plan().trich_yeu, "Nội dung./."]


def it_shows_what_stands_in_the_margins_of_page_1_there_alone():
    fields = {"pham_vi_luu_hanh": "Lưu hành nội bộ", "dia_chi": {"dia_chi": "Số 1, đường A"}}
    document = docx.Document(BytesIO(rendered(plan(phu_luc=[{"noi_dung": [doan("x")]}] * 2, **fields))))
    margins = [
        [
            p.text
            for margin in (section.first_page_header, section.first_page_footer)
            for p in margin.paragraphs
            if p.text
        ]
        for section in document.sections
    ]
    assert margins == [["LƯU HÀNH NỘI BỘ", "Địa chỉ: Số 1, đường A"], [], []]
    assert all(section.different_first_page_header_footer for section in document.sections)


def signers(van_ban: VanBan) -> list[str]:
    (*_, (_, signer)) = read_tables(rendered(van_ban))[-1].grid
    return [line for line in signer.split("\n") if line]


def it_signs_in_three_lines_for_the_collective_and_its_chairman():
    assert signers(plan()) == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn A"]
