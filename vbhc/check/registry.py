"""The table of all rules, in the order in which they are listed and their findings of one place are told."""

from __future__ import annotations

from collections.abc import Mapping

from vbhc.check.rule import Rule
from vbhc.check.rules import (
    blanks,
    body_letters,
    body_lines,
    can_cu,
    capital_names,
    capital_sentences,
    capital_words,
    characters,
    citation_forms,
    citation_mentions,
    citations,
    co_quan,
    data_tables,
    dau_chi_dan,
    duong_ke,
    ho_ten,
    kinh_gui,
    kinh_gui_dong,
    leftovers,
    letters,
    noi_nhan,
    noi_nhan_dong,
    outline_looks,
    outline_numbers,
    outline_titles,
    page,
    page_counting,
    page_numbers,
    phu_luc,
    phu_luc_so,
    punctuation,
    quoc_hieu,
    quyen_han,
    quyet_dinh,
    scope,
    so_ky_hieu,
    thoi_gian,
    tieu_de,
    trich_yeu_v_v,
    vi_tri,
    written_forms,
)

RULES: tuple[Rule, ...] = (
    *scope.RULES,
    *page.RULES,
    *letters.RULES,
    *page_counting.RULES,
    *page_numbers.RULES,
    *quoc_hieu.RULES,
    *co_quan.RULES,
    *so_ky_hieu.RULES,
    *thoi_gian.RULES,
    *tieu_de.RULES,
    *trich_yeu_v_v.RULES,
    *duong_ke.RULES,
    *dau_chi_dan.RULES,
    *vi_tri.RULES,
    *kinh_gui.RULES,
    *kinh_gui_dong.RULES,
    *can_cu.RULES,
    *quyet_dinh.RULES,
    *body_letters.RULES,
    *body_lines.RULES,
    *outline_looks.RULES,
    *outline_titles.RULES,
    *outline_numbers.RULES,
    *data_tables.RULES,
    *quyen_han.RULES,
    *ho_ten.RULES,
    *noi_nhan.RULES,
    *noi_nhan_dong.RULES,
    *phu_luc_so.RULES,
    *phu_luc.RULES,
    *capital_sentences.RULES,
    *capital_names.RULES,
    *capital_words.RULES,
    *citations.RULES,
    *citation_mentions.RULES,
    *citation_forms.RULES,
    *characters.RULES,
    *punctuation.RULES,
    *written_forms.RULES,
    *leftovers.RULES,
    *blanks.RULES,
)

FOR_ISSUED_TOO: frozenset[str] = frozenset(
    rule.code
    for rules in (body_letters, body_lines, outline_looks, outline_titles, outline_numbers)
    for rule in rules.RULES
)
"""Rules on sizes, paragraphs and outline: they are also put to what a văn bản issues in the same file."""

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
