"""The filters of templates: changes, lists, counts and dates, and what each says of a value that it cannot take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from vbhc.errors import TextError
from vbhc.templating import MissingNameError, environment


@dataclass(frozen=True)
class Row:
    ma: str
    chu_tri: Any = None


ROWS = [
    Row("6.3", SimpleNamespace(ten=("Sở Nội vụ",))),
    Row("6.4", SimpleNamespace(ten=("Công an tỉnh", "Sở Nội vụ"))),
]


def render(source: str, **values: object) -> str:
    return environment().from_string(source).render(cac=ROWS, **values)


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("{{ 12 | tang_giam(9) }}", "tăng 3"),
        ("{{ 1000 | tang_giam(2200) }}", "giảm 1.200"),
        ("{{ 0.3 | tang_giam(0.1) }}", "tăng 0,2"),
        ("{{ 2.5 | tang_giam(1.5) }}", "tăng 1"),
        ("{{ 5 | tang_giam(5) }}", "không đổi"),
        ("{{ [1, 2, 3] | tang_giam([1]) }}", "tăng 2"),
        ("{{ [1] | tang_giam(4) }}", "giảm 3"),
        ("{{ '76,6%' | tang_giam('74,5%') }}", "tăng 2,1 điểm %"),
        ("{{ [1, 2] | ty_le(3) | tang_giam([1] | ty_le(3)) }}", "tăng 33,4 điểm %"),
        ("{{ moi | tang_giam(7) }}", "hơn 7"),
    ],
)
def it_tells_how_a_value_changed(tag: str, written: str) -> None:
    assert render(tag, moi=SimpleNamespace(so_voi="hơn {}".format)) == written


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ 3 | tang_giam('5%') }}", "không so sánh được «3» với «5%»: một bên là tỷ lệ"),
        ("{{ none | tang_giam(3) }}", "giá trị trống không so sánh"),
        ("{{ 3 | tang_giam(none) }}", "giá trị trống không so sánh"),
        ("{{ 'abc' | tang_giam(3) }}", "«abc» không so sánh"),
        ("{{ '12' | tang_giam('11') }}", "«12» không so sánh"),
        ("{{ 'trên 80%' | tang_giam('75%') }}", "«trên 80%» không so sánh"),
        ("{{ true | tang_giam(1) }}", "giá trị này không so sánh"),
        ("{{ cac[0] | tang_giam(1) }}", "giá trị này không so sánh"),
    ],
)
def it_compares_nothing_that_cannot_be_compared(tag: str, said: str) -> None:
    with pytest.raises(TextError, match=said):
        render(tag)


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("{{ cac | danh_sach('ma') }}", "6.3 và 6.4"),
        ("{{ cac | map(attribute='ma') | danh_sach }}", "6.3 và 6.4"),
        ("{{ cac | selectattr('ma', 'equalto', '6.4') | danh_sach('ma') }}", "6.4"),
        ("{{ cac | selectattr('ma', 'equalto', '6.4') | dem }}", "1"),
        ("{{ cac | danh_sach('chu_tri.ten') }}", "Sở Nội vụ và Công an tỉnh"),
        ("{{ {'Sở Nội vụ': 1, 'Công an tỉnh': 2} | danh_sach }}", "Sở Nội vụ và Công an tỉnh"),
        ("{{ ['57,31%', '60%'] | danh_sach }}", "57,31% và 60%"),
        ("{{ ['Sở A', 'Sở B, C và D', 'Sở E'] | danh_sach }}", "Sở A; Sở B, C và D; Sở E"),
        ("{{ ['x', 'x'] | danh_sach }}", "x và x"),
    ],
)
def it_lists_fields_and_counts_what_is_chosen(tag: str, written: str) -> None:
    assert render(tag) == written


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ cac | danh_sach }}", r'hãy nói rõ trường cần nêu, ví dụ danh_sach\("ma"\)'),
        ("{{ [[1]] | danh_sach }}", "hãy nói rõ trường"),
        ("{{ cac | danh_sach('chu_tri.tenn') }}", "không có trường `tenn`; có phải `ten`?"),
        ("{{ 'abc' | dem }}", "«abc» không phải danh sách nên không đếm được"),
        ("{{ goi | dem }}", r"còn thiếu cặp ngoặc \(\)"),
        ("{{ cac[0] | so }}", "giá trị này không phải là số"),
        ("{{ none | so }}", "giá trị trống không phải là số"),
        ("{{ co_so | so }}", r"không phải là số; ghi thêm \.so để lấy con số"),
        ("{{ true | ty_le(2) }}", "giá trị này không phải là số"),
        ("{{ cac[0] | ngay }}", "giá trị này không phải là ngày"),
    ],
)
def it_says_what_is_wrong_without_the_words_of_python(tag: str, said: str) -> None:
    with pytest.raises(TextError, match=said):
        render(tag, goi=len, co_so=SimpleNamespace(so=3))


@pytest.mark.parametrize("name", ["tang_giam(1)", "danh_sach", "dem", "ngay", "so", "ty_le(1)"])
def it_names_what_is_missing(name: str) -> None:
    with pytest.raises(MissingNameError) as caught:
        render(f"{{{{ thieu | {name} }}}}")
    assert caught.value.name == "thieu"


@pytest.mark.parametrize("of", [date(2026, 2, 5), "5/2/2026", "2026-02-05", "ngày 05 tháng 02 năm 2026"])
def it_writes_dates_in_words_and_in_digits(of: object) -> None:
    assert render("{{ x | ngay }}, {{ x | ngay_thang_nam }}", x=of) == "05/02/2026, ngày 05 tháng 02 năm 2026"


def it_pads_a_date_as_the_decree_does() -> None:
    assert render("{{ x | ngay }}", x=date(2026, 5, 15)) == "15/5/2026"


@pytest.mark.parametrize("tag", ["{{ '31/4/2026' | ngay }}", "{{ 'mai' | ngay_thang_nam }}"])
def it_takes_no_text_for_a_date_that_is_none(tag: str) -> None:
    with pytest.raises(TextError):
        render(tag)


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("{{ 0.125 | so(2) }}", "0,13"),
        ("{{ -2.5 | so(0) }}", "-3"),
        ("{{ 2.675 | phan_tram(2) }}", "2,68%"),
        ("{{ 1 | ty_le(8, 0) }}", "13%"),
        ("{{ 1 | ty_le(16) }}", "6,3%"),
    ],
)
def it_rounds_halves_up(tag: str, written: str) -> None:
    assert render(tag) == written


# --- loops with two names -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("loop", "written"),
    [
        ("{% for k, v in tu %}{{ k }}={{ v }};{% endfor %}", "Sở A=1;Sở B=2;"),
        ("{% for k, v in tu.items() %}{{ k }}={{ v }};{% endfor %}", "Sở A=1;Sở B=2;"),
        ("{% for k in tu %}{{ k }};{% endfor %}", "Sở A;Sở B;"),
        ("{% for k, v in tu if v > 1 %}{{ k }};{% else %}không{% endfor %}", "Sở B;"),
        ("{% for k, v in {} %}{{ k }}{% else %}không{% endfor %}", "không"),
        ("{% for a, b in [(1, 2), (3, 4)] %}{{ a }}{{ b }};{% endfor %}", "12;34;"),
        ("{% for k, (a, b) in {'x': (1, 2)} %}{{ k }}{{ a }}{{ b }}{% endfor %}", "x12"),
        ("{% for x in [tu] %}{% for k, v in x %}{{ k }};{% endfor %}{% endfor %}", "Sở A;Sở B;"),
    ],
)
def it_goes_over_the_pairs_of_a_mapping_with_two_names(loop: str, written: str) -> None:
    assert render(loop, tu={"Sở A": 1, "Sở B": 2}) == written


def it_tells_that_a_loop_lacks_brackets_or_its_data() -> None:
    nhom: Callable[[], dict[str, int]] = dict
    with pytest.raises(TextError, match="thiếu cặp ngoặc"):
        render("{% for k, v in nhom %}{% endfor %}", nhom=nhom)
    with pytest.raises(MissingNameError):
        render("{% for k, v in thieu %}{% endfor %}")
