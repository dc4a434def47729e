"""Plain text with tags: what is printed is known from the words, every line from its number."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace

import pytest

from vbhc.errors import InputError, TemplateError
from vbhc.indicators import DanhGia
from vbhc.templating.texts import VALUE, Filled, SourceLine, compile_text


def filled(text: str, first: int = 1, **variables: object) -> Filled:
    lines = tuple(SourceLine(line, number) for number, line in enumerate(text.split("\n"), first))
    return compile_text(lines, "thu.md").fill(variables)


def words(text: str, **variables: object) -> list[str]:
    """The lines that hold words, with the values in brackets."""
    found = filled(text, **variables)
    lines = [found.put_in(line.text, lambda _, value: f"‹{value.text}›") for line in found.lines]
    return [line for line in lines if line.strip()]


def told(text: str, **variables: object) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        filled(text, **variables)
    return [f"{it.location}: {it.message} → {it.hint}" for it in caught.value.report]


def it_tells_values_from_words() -> None:
    assert words("Còn {{ so_dat }}/{{ tong }} chỉ tiêu.", so_dat=11, tong=47) == ["Còn ‹11›/‹47› chỉ tiêu."]
    assert filled("{{ a }}", a=3.5).values[0].text == "3,5"


def it_never_reads_a_value_as_a_tag_or_a_line() -> None:
    found = filled("{{ a }}", a="{{ b }}\n1. **đậm**")
    assert [VALUE.sub("", line.text) for line in found.lines] == [""]
    assert found.values[0].text == "{{ b }}\n1. **đậm**"


def it_keeps_the_numbers_of_lines_through_loops() -> None:
    found = filled("Mở:\n{% for x in cac %}\n- {{ x }}\n{% endfor %}\nKết.", first=10, cac=["a", "b"])
    assert [(line.line, VALUE.sub("?", line.text)) for line in found.lines if line.text.strip()] == [
        (10, "Mở:"),
        (12, "- ?"),
        (12, "- ?"),
        (14, "Kết."),
    ]


def it_keeps_the_numbers_of_lines_in_loops_over_pairs() -> None:
    text = "Mở\n{% for ten, cac in nhom %}\n1. {{ ten }}: {{ cac | so }}\n{% endfor %}\n{{ thieu }}"
    assert [it.partition(": ")[0] for it in told(text, nhom={"Sở Y tế": "a"})] == [
        "thu.md, dòng 3, cột 15",
        "thu.md, dòng 5, cột 1",
    ]
    assert told("a\nb\n{% for ten, cac in thieu %}\n{% endfor %}")[0].startswith("thu.md, dòng 3, cột 1: thẻ")


def it_tells_every_call_that_fails() -> None:
    def tim(ma: str) -> str:
        raise InputError(f"không có chỉ tiêu {ma}")

    hint = "→ sửa thẻ này, hoặc giá trị mà thẻ dùng"
    assert told("{{ dti.tim('9.8') }}\nb\n{{ dti.tim('9.9').thuc_hien | so }}", dti=SimpleNamespace(tim=tim)) == [
        f"thu.md, dòng 1, cột 1: thẻ {{{{ dti.tim('9.8') }}}}: không có chỉ tiêu 9.8 {hint}",
        f"thu.md, dòng 3, cột 1: thẻ {{{{ dti.tim('9.9').thuc_hien | so }}}}: không có chỉ tiêu 9.9 {hint}",
    ]


def it_prints_a_text_that_was_set_aside() -> None:
    assert words("{% set ai %}Sở {{ ten }}{% endset %}\nGiao {{ ai }}.", ten="Y tế") == ["Giao Sở ‹Y tế›."]


def it_tells_everything_that_is_wrong_with_the_tags_and_where() -> None:
    text = "Mở {{ a |phan_tam }}\nđóng }}\n{% fro x in y %}\n{{ b + }}\n{% if a %}"
    assert [it.partition(": ")[0] for it in told(text)] == [
        "thu.md, dòng 2, cột 6",
        "thu.md, dòng 3, cột 1",
        "thu.md, dòng 4, cột 1",
        "thu.md, dòng 5, cột 1",
    ]
    assert told("Mở {{ a |phan_tam }}") == [
        "thu.md, dòng 1, cột 4: thẻ {{ a |phan_tam }} dùng bộ lọc `phan_tam` không có → có phải `phan_tram`?"
    ]


def it_tells_every_name_that_is_not_there_with_the_nearest() -> None:
    dti = SimpleNamespace(chua_dat=11)
    assert told("{{ dti.chua_dta }}\n{{ dt }}\n{{ trong }}", dti=dti, trong=None) == [
        "thu.md, dòng 1, cột 1: thẻ {{ dti.chua_dta }}: không có `dti.chua_dta` → có phải `dti.chua_dat`?",
        "thu.md, dòng 2, cột 1: thẻ {{ dt }}: không có `dt` → có phải `dti`?",
        "thu.md, dòng 3, cột 1: thẻ {{ trong }}: chưa có giá trị → điền giá trị, hoặc đặt trong {% if … %}",
    ]


@pytest.mark.parametrize("text", ["{{ ''.__class__ }}", "{% include 'a' %}", "{{ a.__init__ }}"])
def it_runs_no_code(text: str) -> None:
    assert len(told(text, a=1)) == 1


def it_refuses_signs_of_its_own() -> None:
    assert "có ký tự không dùng được" in told("a\ue0000\ue002")[0]
    assert "có ký tự không dùng được" in told("{{ a }}", a="\ue00099\ue002")[0]


def it_counts_lists_and_gives_shares() -> None:
    cac = [SimpleNamespace(ma="6.3"), SimpleNamespace(ma="6.4"), SimpleNamespace(ma="6.6")]
    text = "{{ cac | dem }}/{{ tong }} ({{ cac | danh_sach('ma') }}), {{ cac | ty_le(tong) }}, {{ tong | bang_chu }}"
    assert words(text, cac=cac, tong=47) == ["‹3›/‹47› (‹6.3, 6.4 và 6.6›), ‹6,4%›, ‹bốn mươi bảy›"]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ 5 | dem }}", "«5» không phải danh sách nên không đếm được"),
        ("{{ cac | danh_sach('mã') }}", "không có trường `mã`"),
        ("{{ cac | danh_sach('maa') }}", "có phải `ma`?"),
        ("{{ cac | ty_le([]) }}", "không tính được tỷ lệ trên 0"),
    ],
)
def it_says_what_a_filter_cannot_do(tag: str, said: str) -> None:
    assert said in told(tag, cac=[SimpleNamespace(ma="6.3")])[0]


def it_takes_the_quotes_that_an_editor_turns() -> None:
    assert words("{{ cac | danh_sach(“ma”) }} “ngoặc”", cac=[SimpleNamespace(ma="6.3")]) == ["‹6.3› “ngoặc”"]


def it_prints_a_verdict_as_staff_write_it() -> None:
    assert words("{{ x }}", x=DanhGia.CHUA_DAT) == ["‹Chưa đạt›"]


@dataclass(frozen=True)
class Row:
    ma: str


@pytest.mark.parametrize("tag", ["cac | join(', ')", "cac[0] ~ ''", "cac[0] | string", "cac[0].ma > '1'"])
def it_prints_nothing_of_python(tag: str) -> None:
    assert "in ra thứ không phải lời văn" in told(f"{{{{ {tag} }}}}", cac=[Row("6.3")])[0]


def it_prints_what_was_computed_without_its_binary_tail() -> None:
    assert words("{{ 0.1 + 0.2 }} {{ 10 / 5 }}") == ["‹0,3› ‹2›"]


def it_says_that_tags_are_nested_too_deep() -> None:
    assert "lồng nhau quá sâu" in told("{% if 1 %}" * 150 + "{% endif %}" * 150)[0]
