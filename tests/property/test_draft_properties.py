"""What holds for every bản thảo: any words come out as they were meant, any one defect is told and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support.drafts import FRONT as FIELDS

from vbhc.draft.ban_thao import read_ban_thao
from vbhc.draft.body import as_line, as_words
from vbhc.draft.documents import FilledDraft
from vbhc.draft.filling import BanThao, fill_in
from vbhc.errors import VbhcError
from vbhc.model import VanBan
from vbhc.text.markup import plain
from vbhc.text.spelling import find_forbidden, nfc

FRONT = f"{FIELDS}---\n"
FIRST = FRONT.count("\n") + 1

starts = st.sampled_from(
    ["", "1. ", "1.1. ", "a) ", "đ) ", "- ", "+ ", "* ", "I. ", "Điều 1. ", "Chương I", "|a|", "[^1]: ", "Phụ lục"]
)
pieces = st.sampled_from(
    [*"*~^\\[]{}|<>&\"'%#@-", "**", "{{", "}}", "{%", "{#", "[^1]", "[@a]", "\\1.", "Sở Nội vụ", "11/47", "đ", "57,31%"]
)
words = st.builds("{}{}".format, starts, st.lists(pieces | st.characters(), max_size=8).map(" ".join))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Words of one line that a Word file can hold."""
    text = " ".join(nfc(draw(words)).split())
    assume(text and find_forbidden(text) is None and not any("\ue000" <= it <= "\ue005" for it in text))
    return text


def letter(text: str, **names: object) -> VanBan:
    return _filled(text, **names)[1]


def _filled(text: str, **names: object) -> tuple[BanThao, VanBan]:
    made = fill_in(read_ban_thao(FRONT + text, "thu.md"), names)
    return made, FilledDraft(made.data, made.report, "thu.md", made.lines).van_ban()


def said(block: Any) -> str:
    return plain(block.noi_dung)


@given(texts())
def it_reads_any_paragraph_as_the_words_that_were_meant(text: str) -> None:
    (block,) = letter(f"{as_line(text)}\n").noi_dung
    assert (type(block).__name__, said(block)) == ("Doan", text)


@given(texts(), texts())
def it_reads_any_words_behind_a_number_or_a_dash(muc: str, dash: str) -> None:
    (block,) = letter(f"1. {as_words(muc)}:\n- {as_words(dash)}\n").noi_dung
    assert (said(block), said(block.khoi[0])) == (f"{muc}:", dash)


@given(texts())
def it_prints_any_value_as_it_is(value: str) -> None:
    lines = "{{ x }}\nSở {{ x }}.\n1. {{ x }}\n- {{ x }}\n"
    first, second, muc = letter(lines, x=value).noi_dung
    assert [said(it) for it in (first, second, muc, *muc.khoi)] == [value, f"Sở {value}.", value, value]


@given(st.lists(texts(), min_size=1, max_size=6))
def it_loses_no_paragraph_and_no_line_number(all_texts: list[str]) -> None:
    lines = "".join(f"{as_line(text)}\n\n" for text in all_texts)
    made, van_ban = _filled(lines)
    assert [said(it) for it in van_ban.noi_dung] == all_texts
    starts = [made.lines[f"noi_dung[{at}]"] for at in range(1, len(all_texts) + 1)]
    assert starts == [FIRST + 2 * at for at in range(len(all_texts))]


GOOD = [
    "Thực hiện Kế hoạch năm 2026, đề nghị:",
    "1. Sở Nội vụ chủ trì:",
    "- Rà soát;",
    "- Báo cáo.",
    "2. Sở Y tế phối hợp.",
]
# A line that is wrong by itself -> the code that tells it.
DEFECTS = {
    "Có {{ so_dta }} chỉ tiêu.": "MB006",
    "Có {{ so_dat.x.y }} chỉ tiêu.": "MB006",
    "Có {{ so_dat | phan_tarm }}.": "MB003",
    "Có {{ so_dat + }} chỉ tiêu.": "MB001",
    "Có {{ so_dat chỉ tiêu.": "MB001",
    "Có so_dat }} chỉ tiêu.": "MB001",
    "Có {{ trong }} chỉ tiêu.": "MB007",
    "Có {{ cac_so }} chỉ tiêu.": "MB008",
    "Có {{ so_dat / 0 }} chỉ tiêu.": "MB010",
    "Có {{ ten | so }} chỉ tiêu.": "MB010",
    "{% if so_dat %}Có.": "MB002",
    "{% endfor %}": "MB002",
    "{% fro x in cac_so %}": "MB001",
    "{% include 'a' %}": "MB004",
    "Có {{ so_dat.__class__ }}.": "MB004",
    "7. Sai thứ tự.": "VB110",
    "|a|b|c|\n|-|-|-|\n|1|2|": "VB001",
    "Theo [@kh9].": "VB005",
    "Xem chú thích[^9].": "VB006",
    "[^9]: Không ai nhắc đến.": "VB008",
}
NAMES: dict[str, object] = {"so_dat": 36, "ten": "Sở Y tế", "trong": None, "cac_so": [1, 2]}


def told(text: str) -> list[tuple[str, str]]:
    """The code and the line of everything that is said of a bản thảo."""
    try:
        made, _ = _filled(text, **NAMES)
        found = made.report
    except VbhcError as error:
        found = error.report
    return [(it.code, it.location.place.partition(",")[0]) for it in found]


@given(st.integers(0, len(GOOD)))
@pytest.mark.parametrize("defect", DEFECTS)
def it_tells_one_defect_and_nothing_else(defect: str, at: int) -> None:
    assert told("\n".join(GOOD)) == []
    lines = [*GOOD[:at], defect, *GOOD[at:]]
    found = told("\n".join(lines))
    assert [code for code, _ in found][:1] == [DEFECTS[defect]]
    assert len(found) == 1 or DEFECTS[defect] == "VB110"
    assert found[0][1] == f"dòng {FIRST + at}"
