"""How the body of a kế hoạch is set out: its numbers, its headings, and what stays together."""

from __future__ import annotations

from typing import Any

import pytest
from support import validate
from support.letters import doan, plan
from written import AFTER, LONG, Data, Read, appendix, body_of, dash, of_type, run_in, said, table, titled, written

from vbhc import CapMuc, liet_ke, render_bytes


def laid_out(*blocks: Data, **fields: Any) -> list[Read]:
    """How ``blocks`` stand in a kế hoạch in which another paragraph follows them."""
    lines = body_of(plan(noi_dung=[*blocks, AFTER], **fields))
    return [line for line in lines if not line.raw.startswith("Sau hết")]


def shown(*blocks: Data, **fields: Any) -> list[tuple[str, str]]:
    return [(line.style, line.text) for line in laid_out(*blocks, **fields)]


def texts(*blocks: Data, **fields: Any) -> list[str]:
    return [line.text for line in laid_out(*blocks, **fields)]


def it_sets_a_ke_hoach_out_from_roman_numbers_down_to_plus_signs():
    deep = said("Cấp tỉnh", said("Sở Y tế", said("Bệnh viện.")), said("Sở Xây dựng."))
    assert shown(titled("Mục tiêu", titled("Về hạ tầng", deep, said("Cấp xã.")), said("Về dữ liệu."))) == [
        ("VB Mục I", "I. MỤC TIÊU"),
        ("VB Mục 1", "1. Về hạ tầng"),
        ("VB Điểm", "a) Cấp tỉnh"),
        ("VB Gạch đầu dòng", "- Sở Y tế"),
        ("VB Dấu cộng", "+ Bệnh viện."),
        ("VB Gạch đầu dòng", "- Sở Xây dựng."),
        ("VB Điểm", "b) Cấp xã."),
        ("VB Khoản", "2. Về dữ liệu."),
    ]


def it_prints_headings_bold_down_to_the_arabic_numbers_and_texts_upright():
    inner = (titled("Rà soát", doan("Việc.")), said("Báo cáo."))
    lines = laid_out(titled("Nhiệm vụ", titled("Hạ tầng", *inner), said("Dữ liệu.")))
    assert [(line.text, line.bold) for line in lines] == [
        ("I. NHIỆM VỤ", "I. NHIỆM VỤ"),
        ("1. Hạ tầng", "1. Hạ tầng"),
        ("a) Rà soát", ""),
        ("Việc.", ""),
        ("b) Báo cáo.", ""),
        ("2. Dữ liệu.", ""),
    ]


@pytest.mark.parametrize(
    ("title", "seen"),
    [
        ("Theo Tờ trình số 125/TTr-SKHCN", "THEO TỜ TRÌNH SỐ 125/TTr-SKHCN"),
        ("Quy định 05/2025/QyĐ-UBND; 24/24 giờ", "QUY ĐỊNH 05/2025/QyĐ-UBND; 24/24 GIỜ"),
    ],
)
def it_leaves_so_ky_hieu_as_they_are_in_titles_in_capitals(title: str, seen: str):
    assert texts(titled(title)) == [f"I. {seen}"]
    lines = written(plan(phu_luc=[appendix(doan("Chữ."), tieu_de=title)]))
    assert [line.text for line in lines if line.style == "VB Tiêu đề phụ lục"] == [seen]


def it_balances_the_lines_of_a_long_title_of_a_phu_luc():
    title = "Giải pháp và phân công nhiệm vụ nâng cao chỉ số DTI năm 2025 của các cơ quan, đơn vị"
    lines = written(plan(phu_luc=[appendix(doan("Chữ."), tieu_de=f"**{title}**[^a]")], chu_thich={"a": "Lời."}))
    (shown_title,) = [line.text for line in lines if line.style == "VB Tiêu đề phụ lục"]
    assert shown_title.replace("\n", " ") == title.upper() + "{^1}"
    first, second = map(len, shown_title.split("\n"))
    assert abs(first - second) < 12


def it_sets_out_every_level_as_word_wants_it():
    deep = dash("Việc", "một")
    for cap_muc in reversed(CapMuc):
        deep = titled("Tên", doan("Nội dung."), deep, cap_muc=cap_muc)
    validate(render_bytes(plan(can_cu=["Căn cứ Luật A"], noi_dung=[deep, run_in("Việc", "làm.")])))


@pytest.mark.parametrize(
    ("tieu_de", "text", "bold"),
    [
        ("Nâng cao", "a) Nâng cao: việc.", "Nâng cao:"),
        ("Nâng cao:", "a) Nâng cao: việc.", "Nâng cao:"),
        ("Nâng cao.", "a) Nâng cao. việc.", "Nâng cao."),
        ("Vì sao?", "a) Vì sao? việc.", "Vì sao?"),
        ("*Nâng* cao", "a) Nâng cao: việc.", "Nâng cao:"),
    ],
)
def it_prints_a_title_that_runs_in_bold_and_ends_it_once(tieu_de: str, text: str, bold: str):
    (line,) = laid_out(run_in(tieu_de, "việc.", cap_muc="diem"))
    assert (line.style, line.text, line.bold) == ("VB Điểm", text, bold)


@pytest.mark.parametrize(
    ("cap_muc", "bold"),
    [
        ("dieu", "Điều\u00a01. Nâng cao:"),
        ("la_ma", "I. Nâng cao:"),
        ("khoan", "1. Nâng cao:"),
        ("diem", "Nâng cao:"),
        ("gach", "Nâng cao:"),
    ],
)
def it_prints_the_number_before_a_title_that_runs_in_as_bold_as_before_a_title_of_its_own(cap_muc: str, bold: str):
    (line,) = laid_out(run_in("Nâng cao", "việc.", cap_muc=cap_muc))
    assert line.bold.strip() == bold


def it_ends_a_title_that_runs_in_behind_the_mark_of_its_footnote():
    (line,) = laid_out(run_in("Nâng cao[^a]", "việc.", cap_muc="diem"), chu_thich={"a": "Ghi chú."})
    assert (line.text, line.bold) == ("a) Nâng cao{^1}: việc.", "Nâng cao:")


def it_writes_further_paragraphs_of_an_item_without_a_number_and_counts_on():
    item = said("Một.", doan("Hai."), doan("Ba."), said("ý a."), doan("Bốn."), said("ý b."))
    assert shown(titled("Nhiệm vụ", item, said("Năm."))) == [
        ("VB Mục I", "I. NHIỆM VỤ"),
        ("VB Khoản", "1. Một."),
        ("VB Đoạn", "Hai."),
        ("VB Đoạn", "Ba."),
        ("VB Điểm", "a) ý a."),
        ("VB Đoạn", "Bốn."),
        ("VB Điểm", "b) ý b."),
        ("VB Khoản", "2. Năm."),
    ]


@pytest.mark.parametrize(
    ("cap_muc", "style", "number"),
    [
        ("phan", "VB Phần", "Phần I"),
        ("chuong", "VB Chương", "Chương I"),
        ("muc", "VB Mục", "Mục 1"),
        ("tieu_muc", "VB Tiểu mục", "Tiểu mục 1"),
    ],
)
def it_centres_the_number_and_below_it_the_title_of_a_chapter(cap_muc: str, style: str, number: str):
    heading, _ = laid_out(titled("Quy định chung", doan("Nội dung."), cap_muc=cap_muc))
    assert (heading.style, heading.text) == (style, f"{number}\nQUY ĐỊNH CHUNG")
    assert (heading.look["jc"], heading.look.get("firstLine", "0")) == ("center", "0")
    assert heading.is_bold


def it_writes_dieu_with_its_title_in_bold_or_with_the_number_alone_in_bold():
    inner = (said("Khoản một:", said("Điểm a.")), said("Khoản hai."))
    lines = laid_out(titled("Phạm vi", *inner, cap_muc="dieu"), said("Quy chế này có hiệu lực.", cap_muc="dieu"))
    assert [(line.style, line.text, line.bold) for line in lines] == [
        ("VB Điều", "Điều 1. Phạm vi", lines[0].raw),
        ("VB Khoản", "1. Khoản một:", ""),
        ("VB Điểm", "a) Điểm a.", ""),
        ("VB Khoản", "2. Khoản hai.", ""),
        ("VB Khoản", "Điều 2. Quy chế này có hiệu lực.", "Điều\u00a02."),
    ]


def it_counts_chapters_and_dieu_through_the_whole_and_the_rest_anew():
    def dieu() -> Data:
        return titled("Tên", said("x"), said("y"))

    parts = [titled("Phần", titled("Chương", dieu(), dieu()), titled("Chương", dieu()), cap_muc="phan")] * 2
    assert [text.replace("\n", " ") for text in texts(*parts) if not text.endswith(("x", "y"))] == [
        *("Phần I PHẦN", "Chương I CHƯƠNG", "Điều 1. Tên", "Điều 2. Tên", "Chương II CHƯƠNG", "Điều 3. Tên"),
        *("Phần II PHẦN", "Chương III CHƯƠNG", "Điều 4. Tên", "Điều 5. Tên", "Chương IV CHƯƠNG", "Điều 6. Tên"),
    ]
    assert [text for text in texts(*parts) if text.endswith(("x", "y"))] == ["1. x", "2. y"] * 6


def it_keeps_a_number_that_was_written_and_counts_on_from_it():
    items = [said("một", so="5."), said("hai"), said("ba", so="6a."), said("bốn"), said("năm", so="1.")]
    assert texts(*[item | {"cap_muc": "khoan"} for item in items]) == [
        "5. một",
        "6. hai",
        "6a. ba",
        "7. bốn",
        "1. năm",
    ]


@pytest.mark.parametrize("cap_muc", list(CapMuc))
def it_keeps_every_heading_with_what_follows(cap_muc: CapMuc):
    heading, text = laid_out(titled("Tên", doan(LONG), cap_muc=cap_muc))
    assert heading.kept
    assert "Tên".casefold() in heading.text.casefold()
    assert text.raw == LONG.strip()


CITED = {"a": "Ghi chú."}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Danh mục gồm:", True),
        ("Danh mục **gồm**:", True),
        ("Danh mục gồm:[^a]", True),
        ("**Nhóm một**", True),
        ("**Nhóm *một***", True),
        ("**Nhóm một**[^a]", True),
        ("**Nhóm** một", False),
        ("Danh mục: có ba phần.", False),
    ],
)
def it_keeps_a_paragraph_that_introduces_or_heads_what_follows(text: str, kept: bool):
    line, _ = laid_out(doan(text), doan(LONG), chu_thich=CITED if "[^a]" in text else {})
    assert line.kept is kept


@pytest.mark.parametrize("text", ["Danh mục gồm:", "**Nhóm một**"])
def it_does_not_keep_such_a_paragraph_where_nothing_follows(text: str):
    *_, last = laid_out(doan(LONG), phu_luc=[appendix(doan("Mở đầu."), doan(text), tieu_de="Danh mục")])
    assert not last.kept


def it_keeps_a_paragraph_that_introduces_a_table_with_the_table():
    lines = body_of(plan(noi_dung=[doan("Số liệu như sau:"), table(["Cột"], ["ô"]), doan(LONG)]))
    assert lines[0].kept


def it_keeps_an_item_with_the_first_of_those_below_it():
    lines = laid_out(titled("Việc", said("Sở Nội vụ", dash("Một", "một một", "một hai"), dash("Hai."))))
    assert [(line.text, line.kept) for line in lines[1:]] == [
        ("1. Sở Nội vụ", True),
        ("- Một", True),
        ("+ một một", False),
        ("+ một hai", False),
        ("- Hai.", False),
    ]


def it_lists_headings_in_the_navigation_pane_by_their_level():
    inner = titled("Hạ tầng", titled("Rà soát", doan("Việc.")), said("Không có tên."))
    body = [titled("Nhiệm vụ", inner), titled("Phạm vi", titled("Gồm", doan("x")), cap_muc="dieu")]
    lines = laid_out(*body, phu_luc=[appendix(titled("Một", doan("Nội dung.")), tieu_de="Danh mục")] * 2)
    assert [(line.text, line.level) for line in lines if line.level] == [
        ("I. NHIỆM VỤ", 1),
        ("1. Hạ tầng", 2),
        ("a) Rà soát", 3),
        ("Điều 1. Phạm vi", 1),
        ("1. Gồm", 2),
        ("Phụ lục I", 1),
        ("I. MỘT", 2),
        ("Phụ lục II", 1),
        ("I. MỘT", 2),
    ]


def it_nests_chapters_in_the_navigation_pane():
    deep = doan("x")
    for cap_muc in ("dieu", "tieu_muc", "muc", "chuong", "phan"):
        deep = titled("Tên", deep, cap_muc=cap_muc)
    assert [line.level for line in laid_out(deep)] == [1, 2, 3, 4, 5, None]


LISTED = liet_ke(["rà soát hạ tầng", "báo cáo", "**đào tạo**.", "khen thưởng."])


@pytest.mark.parametrize(
    "block",
    [
        doan(LISTED),
        said(LISTED),
        run_in("Nhiệm vụ", LISTED),
        dash(LISTED),
        dash("Việc", LISTED),
        said(LISTED, cap_muc="diem"),
    ],
)
def it_never_breaks_a_line_behind_the_number_of_an_item_run_in(block: Data):
    *_, line = laid_out(block)
    for number in ("(i)", "(ii)", "(iii)", "(iv)"):
        assert f"{number}\u00a0" in line.raw
        assert f"{number} " not in line.raw
    assert line.text.endswith("(i) rà soát hạ tầng; (ii) báo cáo; (iii) đào tạo; (iv) khen thưởng.")


def it_says_the_same_in_every_kind_of_van_ban_with_a_name():
    lines = [
        (line.style, line.text) for line in body_of(of_type("Báo cáo", "BC", noi_dung=[titled("Kết quả", doan("x"))]))
    ]
    assert lines == [("VB Mục I", "I. KẾT QUẢ"), ("VB Đoạn", "x./.")]
