"""Phụ lục: pointed to, numbered, and headed as the decree wants."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.plain import CONG_VAN, KE_HOACH, P, Plain, found, middle

NOTE = middle(
    "(Kèm theo Kế hoạch số 16/KH-UBND ngày 10 tháng 11 năm 2025 của UBND tỉnh Bắc Ninh)", bold=False, italic=True
)
TEXT = P("Danh mục được ghi theo từng quý.")


def named(text: str, *more: P) -> tuple[P, ...]:
    return (middle(text, new_page=True), middle("DANH MỤC"), NOTE, TEXT, *more)


def plan(text: str, *phu_luc: str) -> Plain:
    """The plan with a sentence about phụ lục, and these phụ lục."""
    parts = [line for name in phu_luc for line in named(name)]
    return replace(KE_HOACH, phu_luc=tuple(parts)).but("than", 9, text=text)


ONE = plan("Việc thực hiện theo Phụ lục kèm theo.", "Phụ lục")
SEE_BOTH = "Việc thực hiện theo Phụ lục I, Phụ lục II."


@pytest.mark.parametrize(
    "document",
    [
        CONG_VAN,
        ONE,
        plan(SEE_BOTH, "Phụ lục I", "Phụ lục II"),
        plan("Việc thực hiện theo các Phụ lục I và II.", "Phụ lục I", "Phụ lục II"),
        plan("Việc thực hiện theo Phụ lục I đến Phụ lục III.", "Phụ lục I", "Phụ lục II", "Phụ lục III"),
        plan("Việc thực hiện theo các phụ lục kèm theo.", "Phụ lục I", "Phụ lục II"),
        plan("Việc thực hiện theo Phụ lục I, Phụ lục II.", "Phụ lục I"),
        plan("Theo Phụ lục III Nghị định số 30/2020/NĐ-CP và Phụ lục kèm theo.", "Phụ lục"),
    ],
)
def it_takes_phu_luc_that_are_named_and_numbered(document: Plain) -> None:
    assert [it for it in found(document) if not it.startswith("TT109")] == []


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (ONE.but("than", 9, text="Việc thực hiện phải có kết quả."), ["TT108 đoạn 21"]),
        (plan("Theo Phụ lục I.", "Phụ lục I", "Phụ lục II"), ["TT108 đoạn 25"]),
        (plan("Theo Phụ lục I, II, III.", "Phụ lục I", "Phụ lục II"), ["TT109 đoạn 14"]),
        (plan("Theo Phụ lục II."), ["TT109 đoạn 14"]),
        (plan("Theo Phụ lục I.", "Phụ lục I"), ["TT110 đoạn 21"]),
        (plan("Theo các phụ lục kèm theo.", "Phụ lục I", "Phụ lục"), ["TT111 đoạn 25"]),
        (plan("Theo Phụ lục 1 và Phụ lục 2.", "Phụ lục 1", "Phụ lục 2"), ["TT112 đoạn 21", "TT112 đoạn 25"]),
        (plan("Theo Phụ lục I và Phụ lục III.", "Phụ lục I", "Phụ lục III"), ["TT113 đoạn 25"]),
        (plan("Theo Phụ lục I và Phụ lục II.", "Phụ lục II", "Phụ lục I"), ["TT113 đoạn 25"]),
        (ONE.but("phu_luc", 0, text="PHỤ LỤC"), ["TT114 đoạn 21"]),
        (plan("Theo Phụ lục I, II.", "Phụ lục I: DANH MỤC", "Phụ lục II"), ["TT114 đoạn 21"]),
        (ONE.but("phu_luc", 0, bold=False), ["TT114 đoạn 21"]),
        (ONE.but("phu_luc", 0, italic=True), ["TT114 đoạn 21"]),
        (ONE.but("phu_luc", 0, align="left"), ["TT114 đoạn 21"]),
        (ONE.but("phu_luc", 0, pt=13), ["TT115 đoạn 21"]),
        (ONE.but("phu_luc", 1, text="Danh mục"), ["TT116 đoạn 22"]),
        (ONE.but("phu_luc", 1, bold=False), ["TT116 đoạn 22"]),
        (ONE.but("phu_luc", 1, pt=15), ["TT116 đoạn 22"]),
        (ONE.but("phu_luc", 2, italic=False), ["TT117 đoạn 23"]),
        (ONE.but("phu_luc", 2, pt=12), ["TT117 đoạn 23"]),
        (ONE.but("phu_luc", 2, align="both"), ["TT117 đoạn 23"]),
        (ONE.without("phu_luc", 2), ["TT117 đoạn 21"]),
        (ONE.but("phu_luc", 0, new_page=False), ["TT119 đoạn 21"]),
    ],
)
def it_finds_what_is_wrong_with_them(document: Plain, told: list[str]) -> None:
    assert found(document) == told


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Kế hoạch số", "Công văn số"),
        ("16/KH", "17/KH"),
        ("KH-UBND", "KH-SNV"),
        ("ngày 10", "ngày 11"),
        ("UBND tỉnh Bắc Ninh", "Sở Nội vụ"),
    ],
)
def it_holds_the_note_against_the_heading(before: str, after: str) -> None:
    assert found(ONE.but("phu_luc", 2, text=NOTE.text.replace(before, after))) == ["TT118 đoạn 23"]


@pytest.mark.parametrize(
    "note",
    [
        "(Kèm theo Kế hoạch số      /KH-UBND ngày      tháng 11 năm 2025 của UBND tỉnh Bắc Ninh)",
        "(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm … của …)",
        "(Kèm theo Văn bản số 16/KH-UBND ngày 10/11/2025 của Ủy ban nhân dân tỉnh)",
        "(Kèm theo Quy chế ban hành kèm theo Kế hoạch này)",
    ],
)
def it_takes_blanks_and_other_ways_to_say_it(note: str) -> None:
    assert found(ONE.but("phu_luc", 2, text=note)) == []


def it_asks_nothing_of_a_draft_without_number() -> None:
    draft = replace(ONE, so=replace(ONE.so, text="Số:      /KH-UBND"))
    draft = replace(draft, ngay=replace(draft.ngay, text="Bắc Ninh, ngày     tháng     năm 2025"))
    assert found(draft) == []
