"""The order of numbers: none left out, none twice, letters of the Vietnamese alphabet."""

from __future__ import annotations

import pytest
from support.plain import KE_HOACH, QUY_CHE, P, Plain, found, middle

END = P("Các cơ quan thực hiện Kế hoạch này./.")
FIRST = 5


def listed(*numbers: str) -> Plain:
    """The plan with lines of these numbers, from paragraph 5 on."""
    return KE_HOACH.body(*[_line(number) for number in numbers], END)


def _line(number: str) -> P:
    if number.isalpha() or number[-1] == ":":
        return P(f"Nội dung gồm {number}")
    return P(f"{number} NHIỆM VỤ", bold=True) if number[0] in "IVX" else P(f"{number} Thực hiện nhiệm vụ;")


@pytest.mark.parametrize(
    "numbers",
    [
        ("I.", "1.", "2.", "II.", "1.", "2.", "III."),
        ("I.", "1.", "2.", "II.", "3.", "4."),
        ("1.", "a)", "b)", "2.", "a)", "-", "b)"),
        ("a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)", "k)", "l)"),
        ("1.", "2.", "gồm:", "1.", "2."),
        ("1.", "2.", "khác", "1.", "2."),
        ("I.", "-", "-", "II.", "-"),
        ("1.", "-", "+", "2."),
    ],
)
def it_takes_numbers_in_order(numbers: tuple[str, ...]) -> None:
    assert found(listed(*numbers)) == []


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (("I.", "III."), "TT077 đoạn 6"),
        (("1.", "2.", "4.", "5."), "TT077 đoạn 7"),
        (("1.", "a)", "c)", "d)"), "TT077 đoạn 7"),
        (("I.", "II.", "II."), "TT078 đoạn 7"),
        (("1.", "2.", "2.", "3."), "TT078 đoạn 7"),
        (("1.", "2.", "3.", "2."), "TT078 đoạn 8"),
        (("1.", "2.", "1."), "TT078 đoạn 7"),
        (("I.", "2.", "3."), "TT079 đoạn 6"),
        (("1.", "b)", "c)"), "TT079 đoạn 6"),
        (("a)", "b)", "c)", "d)", "đ)", "e)", "f)", "g)"), "TT080 đoạn 11"),
        (("a)", "b)", "c)", "d)", "e)"), "TT080 đoạn 9"),
        (("I.", "a)", "b)"), "TT081 đoạn 6"),
        (("1.", "1.1.", "1.2."), "TT082 đoạn 6"),
    ],
)
def it_finds_the_first_that_is_wrong(numbers: tuple[str, ...], told: str) -> None:
    assert found(listed(*numbers)) == [told]


def it_counts_dieu_through_chuong_and_chuong_anew_in_a_phan() -> None:
    assert found(QUY_CHE.but("than", 11, text="Điều 1. Giờ làm việc")) == []
    assert found(QUY_CHE.but("than", 11, text="Điều 5. Giờ làm việc")) == ["TT077 đoạn 14"]
    assert found(QUY_CHE.but("than", 7, text="Chương I")) == []
    assert found(QUY_CHE.but("than", 7, text="Chương III")) == ["TT077 đoạn 10"]


def it_leaves_out_text_that_is_quoted() -> None:
    quoted = (
        P("1. Sửa đổi khoản 5 Điều 3 như sau:"),
        P("“5. Các cơ quan báo cáo hằng quý."),
        P("7. Các cơ quan báo cáo hằng năm.”;"),
        P("2. Bãi bỏ Điều 4."),
    )
    assert found(KE_HOACH.body(*quoted, END)) == []
    assert found(KE_HOACH.body(quoted[0], quoted[2], quoted[3], END)) != []


def it_judges_numbers_that_word_counts_by_the_english_alphabet() -> None:
    letters = [P(f"Nhiệm vụ thứ {n};", form="lowerLetter %1)") for n in range(1, 7)]
    assert found(KE_HOACH.body(P("1. Nhiệm vụ:"), *letters, END)) == ["TT080 đoạn 11", "TT080 đoạn 10"]


def it_stays_silent_on_levels_of_other_letters() -> None:
    assert found(KE_HOACH.body(middle("A. PHẦN CHUNG"), middle("C. PHẦN RIÊNG"), P("CV. Nguyễn Văn An."), END)) == []
