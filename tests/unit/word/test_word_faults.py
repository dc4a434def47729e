"""What people are told when a template or its data is wrong: where, what, what to do; all at once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from docxtpl import RichText
from markupsafe import Markup
from pydantic import BaseModel
from support.package import Package
from support.reader import read
from support.sample import cell, paragraph, sample, table

from vbhc.errors import TemplateError
from vbhc.findings import Finding
from vbhc.word.properties import CoreProperties
from vbhc.word.template import RawXml, compile_template

CORE = CoreProperties("T", "A")


def compile_findings(*body: str, package: Package | None = None) -> tuple[Finding, ...]:
    with pytest.raises(TemplateError) as caught:
        compile_template((package or sample("".join(body))).write(), name="mau.docx")
    return caught.value.report.findings


def render_findings(*body: str, **values: object) -> tuple[Finding, ...]:
    compiled = compile_template(sample("".join(body)).write(), name="mau.docx")
    with pytest.raises(TemplateError) as caught:
        compiled.render(values, core=CORE)
    return caught.value.report.findings


def one(findings: tuple[Finding, ...]) -> Finding:
    assert len(findings) == 1, "\n".join(map(str, findings))
    assert findings[0].hint
    return findings[0]


# --- when a template is compiled ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "slug"),
    [
        ("{{ co_quan.ten", "the-viet-sai"),
        ("co_quan.ten }}", "the-viet-sai"),
        ("{{ a b }}", "the-viet-sai"),
        ("{{ }}", "the-viet-sai"),
        ("{{ 'a }}", "the-viet-sai"),
        ("{{ a | }}", "the-viet-sai"),
        ("{% if %}x{% endif %}", "the-viet-sai"),
        ("{% for x ds %}{% endfor %}", "the-viet-sai"),
        ("{% fro x in ds %}", "the-viet-sai"),
        ("{% if a %}x", "the-khong-khop"),
        ("x{% endif %}", "the-khong-khop"),
        ("{% else %}", "the-khong-khop"),
        ("{{ a | phan_trm }}", "bo-loc-khong-co"),
        ("{{ a | safe }}", "bo-loc-khong-co"),
        ("{% if a is defind %}{% endif %}", "bo-loc-khong-co"),
        ("{% include 'khac.docx' %}", "the-bi-cam"),
        ("{% import 'khac.docx' as k %}", "the-bi-cam"),
        ("Kính gửi: {{p noi_dung }}", "the-khong-dung-mot-minh"),
        ("{%p if a %}{%p endif %}", "the-khong-dung-mot-minh"),
        ("{%tr for a in ds %}{%tr endfor %}", "the-khong-dung-mot-minh"),
    ],
)
def it_finds_what_is_wrong_with_a_tag(tag: str, slug: str) -> None:
    assert {found.slug for found in compile_findings(paragraph(tag))} == {slug}


def it_says_file_place_tag_and_advice() -> None:
    found = one(compile_findings(paragraph("a"), table(cell("b") + cell("{{ so | phan_trm }}"))))
    assert str(found) == (
        "LỖI MB003 mau.docx, thân văn bản, bảng 1 hàng 1 ô 2: thẻ {{ so | phan_trm }} dùng bộ lọc `phan_trm` không có "
        "→ có phải `phan_tram`?"
    )


def it_names_the_opening_tag_that_a_closing_one_does_not_match() -> None:
    found = compile_findings(paragraph("{%p if a %}"), paragraph("x"), paragraph("{%p endfor %}"))
    assert "{%p if a %} mở ở thân văn bản, đoạn 1" in found[0].message
    assert "{% endif %}" in found[1].hint


def it_reports_every_mistake_of_every_part_at_once() -> None:
    package = sample(paragraph("{{ a b }}") + paragraph("{{ c") + paragraph("{% fi x %}"))
    package = package.edited("word/header1.xml", "<w:p>", "<w:p><w:r><w:t>{{ d e }}</w:t></w:r></w:p><w:p>")
    places = [found.location.place for found in compile_findings(package=package)]
    assert sorted(places) == [
        "thân văn bản, đoạn 1",
        "thân văn bản, đoạn 2",
        "thân văn bản, đoạn 3",
        "đầu trang, đoạn 1",
    ]


def it_does_not_let_a_lone_sign_swallow_the_rest_of_the_document() -> None:
    found = one(compile_findings(paragraph("{% if a"), paragraph("b"), paragraph("c {{ d }}")))
    assert found.location.place == "thân văn bản, đoạn 1"


def it_says_what_would_be_lost_beside_a_tag_that_takes_the_whole_paragraph() -> None:
    assert "«Kính gửi:»" in one(compile_findings(paragraph("Kính gửi: {{p noi_dung }}"))).message


def it_says_what_would_be_lost_beside_a_tag_that_takes_the_whole_row() -> None:
    rows = cell("{%tr for a in ds %}") + cell("STT"), cell("{{ a }}") + cell(""), cell("{%tr endfor %}") + cell("")
    found = one(compile_findings(table(*rows)))
    assert "«STT»" in found.message
    assert found.location.place == "thân văn bản, bảng 1 hàng 1 ô 1"


@pytest.mark.parametrize(
    ("thing", "name"),
    [
        ("<w:pPr><w:sectPr/></w:pPr>", "ngắt phần"),
        ("<w:r><w:pict/></w:r>", "hình vẽ"),
        ("<w:r><w:drawing/></w:r>", "hình vẽ"),
    ],
)
def it_says_that_a_picture_or_section_break_would_be_lost(thing: str, name: str) -> None:
    body = f"<w:p>{thing}<w:r><w:t>{{{{p noi_dung }}}}</w:t></w:r></w:p>"
    assert name in one(compile_findings(body)).message


def it_looks_into_content_controls() -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    row = control(f"<w:tr>{cell('a')}{control(cell('{{ b c }}'))}</w:tr>")
    body = control(paragraph("{{ a b }}")) + table(cell("x") + cell("y")).replace("</w:tbl>", f"{row}</w:tbl>")
    places = [found.location.place for found in compile_findings(body)]
    assert places == ["thân văn bản, đoạn 1", "thân văn bản, bảng 1 hàng 2 ô 2"]


def it_leaves_alone_what_raw_protects() -> None:
    compile_template(sample(paragraph("{% raw %}{{ a b }} {% nothing %}{% endraw %}")).write(), name="mau.docx")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<w:r>", '<w:ins w:id="1" w:author="Nguyễn Văn A"><w:r>'),
        ("<w:r>", '<w:del w:id="1" w:author="Nguyễn Văn A"/><w:r>'),
        ("<w:r>", '<w:commentReference w:id="0"/><w:r>'),
    ],
)
def it_refuses_a_template_with_marks_that_carry_its_makers_name(old: str, new: str) -> None:
    body = paragraph("a").replace(old, new)
    body = body.replace("</w:r>", "</w:r></w:ins>") if "<w:ins" in new else body
    found = one(compile_findings(body))
    assert found.slug == "khong-lam-mau-duoc"
    assert "Review" in found.hint


def it_refuses_the_strict_flavour_with_advice() -> None:
    package = sample(paragraph("a")).edited(
        "word/document.xml",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert "Strict" in one(compile_findings(package=package)).message


# --- when a document is rendered ------------------------------------------------------------------------------------


def it_suggests_the_field_that_was_probably_meant() -> None:
    body = paragraph("{{ noi_nhan.luuu }}")
    found = one(render_findings(body, noi_nhan=SimpleNamespace(luu="VT")))
    assert found.message == "thẻ {{ noi_nhan.luuu }}: không có `noi_nhan.luuu`"
    assert found.hint == "có phải `noi_nhan.luu`?"


def it_suggests_a_name_of_the_document_too() -> None:
    assert one(render_findings(paragraph("{{ trich_yeo }}"), trich_yeu="a")).hint == "có phải `trich_yeu`?"


@pytest.mark.parametrize(
    ("tag", "value", "slug"),
    [
        ("{{ x }}", None, "truong-khong-co-gia-tri"),
        ("{{ x }}", True, "gia-tri-khong-in-duoc"),
        ("{{ x }}", 12.5, "gia-tri-khong-in-duoc"),
        ("{{ x }}", Decimal("12.5"), "gia-tri-khong-in-duoc"),
        ("{{ x }}", date(2026, 5, 10), "gia-tri-khong-in-duoc"),
        ("{{ x }}", ["a"], "gia-tri-khong-in-duoc"),
        ("{{ x }}", {"a": 1}, "gia-tri-khong-in-duoc"),
        ("{{ x }}", object(), "gia-tri-khong-in-duoc"),
        ("{{ x }}", RawXml("<w:p/>"), "sai-loai-the"),
        ("{{ x }}", RichText("a"), "gia-tri-khong-in-duoc"),
        ("{{ x }}", iter("a"), "gia-tri-khong-in-duoc"),
        ("{{ x }}", {"a"}, "gia-tri-khong-in-duoc"),
        ("{{p x }}", "chữ", "sai-loai-the"),
        ("{{p x }}", None, "truong-khong-co-gia-tri"),
        ("{{r x }}", 12, "sai-loai-the"),
        ("{{ x | phan_tram }}", "abc", "khong-tinh-duoc"),
        ("{{ 1 // x }}", 0, "khong-tinh-duoc"),
        ("{{ x + 1 }}", "a", "khong-tinh-duoc"),
        ("{% for a in x %}{% endfor %}", 5, "khong-tinh-duoc"),
        ("{{ x.__class__ }}", "a", "the-bi-cam"),
        ("{{ '{0.__class__}'.format(x) }}", "a", "the-bi-cam"),
        ("{{ x.pop() }}", ["a"], "the-bi-cam"),
    ],
)
def it_refuses_values_that_would_look_wrong_in_the_document(tag: str, value: object, slug: str) -> None:
    found = one(render_findings(paragraph(tag), x=value))
    assert found.slug == slug
    assert found.location.place == "thân văn bản, đoạn 1"
    assert "{{" in found.message or "{%" in found.message


def it_refuses_a_model_that_has_no_printed_form() -> None:
    class CoQuan(BaseModel):
        ten: str

    assert one(render_findings(paragraph("{{ x }}"), x=CoQuan(ten="Sở"))).slug == "gia-tri-khong-in-duoc"


def it_tells_all_missing_fields_of_all_parts_in_one_report() -> None:
    package = sample(paragraph("{{ a }}") + paragraph("{{ b.c.d.e }} {{ d | in_hoa }} {{ e }}") + paragraph("{{p f }}"))
    package = package.edited("word/header1.xml", "<w:p>", "<w:p><w:r><w:t>{{ g }}</w:t></w:r></w:p><w:p>")
    with pytest.raises(TemplateError) as caught:
        compile_template(package.write(), name="mau.docx").render({"b": {}, "e": None, "f": "x"}, core=CORE)
    assert [found.location.place for found in caught.value.report] == [
        "thân văn bản, đoạn 1",
        "thân văn bản, đoạn 2",
        "thân văn bản, đoạn 2",
        "thân văn bản, đoạn 2",
        "thân văn bản, đoạn 3",
        "đầu trang, đoạn 1",
    ]


def it_says_once_what_makes_a_whole_tag_fail() -> None:
    assert one(render_findings(paragraph("{{ a.b.c | phan_tram | in_hoa }}"), a={})).slug == "truong-khong-co"


def it_names_the_row_and_cell_of_a_failing_tag_inside_a_loop() -> None:
    rows = (
        cell("{%tr for x in ds %}") + cell(""),
        cell("{{ x.a }}") + cell("{{ x.b }}"),
        cell("{%tr endfor %}") + cell(""),
    )
    found = one(render_findings(paragraph("a"), table(*rows), ds=[{"a": 1, "b": 2}, {"a": 1}]))
    assert str(found.location) == "mau.docx, thân văn bản, bảng 1 hàng 2 ô 2"
    assert "{{ x.b }}" in found.message


def it_names_the_condition_of_a_row_that_fails() -> None:
    rows = cell("{%tr if thieu %}") + cell(""), cell("a") + cell(""), cell("{%tr endif %}") + cell("")
    found = one(render_findings(table(*rows)))
    assert "thieu" in found.message
    assert found.location.place == "thân văn bản, bảng 1 hàng 1"


def it_reports_an_error_that_does_not_come_again() -> None:
    def once() -> object:
        yield "a"
        raise ZeroDivisionError

    assert one(render_findings(paragraph("{% for a in x %}{{ a }}{% endfor %}"), x=once())).slug == "khong-tinh-duoc"


def it_names_the_text_box() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p></w:txbxContent>"
    shape = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="a"><v:textbox>{box}</v:textbox></v:shape>'
    found = one(render_findings(f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>"))
    assert found.location.place == "thân văn bản, đoạn 1, khung chữ, đoạn 1"


def it_says_once_what_is_wrong_in_a_text_box_that_word_keeps_twice() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>{{ x y }}</w:t></w:r></w:p></w:txbxContent>"
    shape = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="a"><v:textbox>{box}</v:textbox></v:shape>'
    one(compile_findings(f"<w:p><w:r><w:pict>{shape}</w:pict></w:r><w:r><w:pict>{shape}</w:pict></w:r></w:p>"))


def it_names_a_paragraph_of_many_in_a_cell_and_a_table_in_a_table() -> None:
    inner = table(cell("{{ y }}") + cell(""))
    outer = cell("a").replace(paragraph("a"), paragraph("b") + paragraph("{{ x }}") + inner + paragraph(""))
    places = [found.location.place for found in render_findings(table(outer, columns=1))]
    assert places == ["thân văn bản, bảng 1 hàng 1 ô 1, đoạn 2", "thân văn bản, bảng 1 hàng 1 ô 1, bảng 1 hàng 1 ô 1"]


def it_leaks_no_word_of_the_engine() -> None:
    tags = "{{ x + 1 }}", "{{ 1 // 0 }}", "{{ x.a.b }}", "{{ range(10 ** 9) | length }}", "{{ x | batch }}"
    for found in render_findings(*map(paragraph, tags), x="a"):
        assert not any(word in str(found).lower() for word in ("jinja", "error", "object", "python", "str"))


def it_takes_markup_of_its_own_macros() -> None:
    body = paragraph("{% macro m(a) %}[{{ a }}]{% endmacro %}{{ m('&amp;') }}")
    data = compile_template(sample(body).write(), name="mau.docx").render({"m": Markup("")}, core=CORE)
    assert b"[&amp;]" in Package.read(data).parts["word/document.xml"]


# --- blocks that would break the document ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        [paragraph("{%p if x %}"), paragraph("a{% else %}"), paragraph("{%p endif %}")],
        [paragraph("{%p for a in x %}"), table(cell("b{% endfor %}") + cell("c"))],
        [table(cell("{% if x %}") + cell("{% endif %}"))],
        [table(cell("{%tr for a in x %}") + cell("")), table(cell("{%tr endfor %}") + cell(""))],
        [table(cell("{% macro m() %}") + cell("{% endmacro %}"))],
        [paragraph("{%p set a %}"), paragraph("{% endset %}")],
    ],
)
def it_finds_blocks_that_begin_and_end_on_different_levels(body: list[str]) -> None:
    found = compile_findings(*body)
    assert {finding.slug for finding in found} == {"the-khong-khop"}
    assert "cắt ngang" in found[0].message


def it_does_not_leave_a_tag_as_text_between_paragraphs() -> None:
    body = paragraph("{% raw %}"), paragraph("{%p if a %}"), paragraph("{% endraw %}")
    assert {finding.slug for finding in compile_findings(*body)} == {"the-khong-khop"}


def it_lets_a_block_run_on_over_paragraphs() -> None:
    body = paragraph("{% if co %}a"), paragraph("b"), paragraph("c{% endif %}d")
    compiled = compile_template(sample("".join(body)).write(), name="mau.docx")
    texts = [read(compiled.render({"co": co}, core=CORE)).body for co in (True, False)]
    assert texts == [("a", "b", "cd"), ("d",)]


@pytest.mark.parametrize(
    ("tag", "xml"),
    [
        ("{{p x }}", "<w:r><w:t>a</w:t></w:r>"),
        ("{{p x }}", "chữ thường"),
        ("{{r x }}", "<w:p><w:r><w:t>a</w:t></w:r></w:p>"),
        ("{{r x }}", "<w:tbl></w:tbl>"),
    ],
)
def it_refuses_ready_xml_of_another_level(tag: str, xml: str) -> None:
    assert one(render_findings(paragraph(tag), x=RawXml(xml))).slug == "sai-loai-the"


def it_refuses_paragraphs_of_a_macro_inside_a_line() -> None:
    macro = paragraph("{%p macro m() %}"), paragraph("a"), paragraph("{%p endmacro %}")
    assert one(render_findings(*macro, paragraph("b {{ m() }}"))).slug == "sai-loai-the"


def it_says_when_blocks_are_nested_too_deep_to_read() -> None:
    body = paragraph("{% for a in x %}" * 30 + "a" + "{% endfor %}" * 30)
    assert "nhiều tầng" in one(compile_findings(body)).message
