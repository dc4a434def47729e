"""The table of all rules, in the order in which they are listed and their findings of one place are told."""

from __future__ import annotations

from collections.abc import Mapping

from vbhc.check.rule import Rule
from vbhc.check.rules import (
    can_cu,
    ho_ten,
    kinh_gui,
    kinh_gui_dong,
    noi_nhan,
    noi_nhan_dong,
    outline_looks,
    outline_numbers,
    outline_titles,
    page,
    phu_luc,
    phu_luc_so,
    quyen_han,
    blanks,
    body_letters,
    body_lines,
    data_tables,
    leftovers,
    letters,
    page,
    page_counting,
    page_numbers,
    scope,
)

RULES: tuple[Rule, ...] = (
    *scope.RULES,
    *page.RULES,
    *kinh_gui.RULES,
    *kinh_gui_dong.RULES,
    *can_cu.RULES,
    *outline_looks.RULES,
    *outline_titles.RULES,
    *outline_numbers.RULES,
    *quyen_han.RULES,
    *ho_ten.RULES,
    *noi_nhan.RULES,
    *noi_nhan_dong.RULES,
    *phu_luc_so.RULES,
    *phu_luc.RULES,
    *letters.RULES,
    *page_counting.RULES,
    *page_numbers.RULES,
    *body_letters.RULES,
    *body_lines.RULES,
    *data_tables.RULES,
    *leftovers.RULES,
    *blanks.RULES,
)

NHOM: Mapping[str, str] = {
    "TT": "Thể thức",
    "KT": "Kỹ thuật trình bày",
    "VH": "Viết hoa",
    "VD": "Viện dẫn và câu chữ",
}
"""What the two letters of a code stand for, in the order of the documentation."""


def by_group() -> Mapping[str, tuple[Rule, ...]]:
    """The rules by the two letters of their codes, in the order of the codes; groups without a rule are left out."""
    ordered = sorted(RULES, key=lambda rule: rule.code)
    groups = {letters: tuple(rule for rule in ordered if rule.code.startswith(letters)) for letters in NHOM}
    return {letters: rules for letters, rules in groups.items() if rules}
