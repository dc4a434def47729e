"""Templates: docxtpl's tag syntax, values in their place, properties of our own, and the same bytes each time."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from enum import IntEnum, StrEnum
from types import SimpleNamespace

import docx
import pytest
from docxtpl import RichText
from support import Package as Read
from support import validate
from support.reader import read
from support.sample import SECTION, cell, paragraph, sample, table

from vbhc.errors import InputError, TemplateError
from vbhc.word.package import Package, Relationship
from vbhc.word.properties import CoreProperties
from vbhc.word.template import CompiledTemplate, RawXml, compile_template

CORE = CoreProperties("Về việc đôn đốc <A> & 'B'", "UBND TỈNH & MẪU")
BLOCK = RawXml("<w:p><w:r><w:t>Khối</w:t></w:r></w:p>")


def template(*body: str, **properties: str) -> CompiledTemplate:
    return compile_template(sample("".join(body)).write(), name="mau.docx", properties=properties)


def rendered(compiled: CompiledTemplate, **values: object) -> bytes:
    data = compiled.render(values, core=CORE)
    validate(data)
    return data


def lines(*body: str, **values: object) -> list[str]:
    return list(read(rendered(template(*body), **values)).body)


# --- the tag syntax -------------------------------------------------------------------------------------------------


def it_fills_in_values_and_filters() -> None:
    body = paragraph("Số: {{ so }}, đạt {{ ty_le | phan_tram(1) }}, {{ co_quan.ten | in_hoa }}")
    assert lines(body, so=12, ty_le=Decimal("48.12"), co_quan={"ten": "Sở Mẫu"}) == ["Số: 12, đạt 48,1%, SỞ MẪU"]


def it_goes_over_the_pairs_of_a_mapping_with_two_names() -> None:
    body = [
        paragraph("{%p for ten, cac in nhom %}"),
        paragraph("{{ ten }}: {{ cac | dem }}, {{ cac | tang_giam(5) }}"),
        paragraph("{%p endfor %}"),
        table(
            cell("{%tr for ten, cac in nhom %}") + cell(""),
            cell("{{ ten }}") + cell("{{ cac[0] }}"),
            cell("{%tr endfor %}") + cell(""),
        ),
    ]
    nhom = {"Sở Y tế": [1, 2], "Sở Nội vụ": [3]}
    assert lines(*body, nhom=nhom) == ["Sở Y tế: 2, giảm 3", "Sở Nội vụ: 1, giảm 4", "Sở Y tế", "1", "Sở Nội vụ", "3"]
    assert template(*body).tags == {"nhom"}


def it_reads_a_tag_that_word_split_over_runs() -> None:
    runs = "<w:t>Gửi {</w:t>", "<w:rPr><w:b/></w:rPr><w:t>{ no</w:t>", "<w:t>i }}!</w:t>"
    assert lines("<w:p>" + "".join(f"<w:r>{run}</w:r>" for run in runs) + "</w:p>", noi="Sở") == ["Gửi Sở!"]


def it_repeats_paragraphs_rows_and_runs() -> None:
    body = [
        paragraph("{%p for x in ds %}"),
        paragraph("- {{ x }}"),
        paragraph("{%p endfor %}"),
        paragraph("{%r for x in ds %}").replace(
            "</w:p>", "<w:r><w:t>{{ x }};</w:t></w:r><w:r><w:t>{%r endfor %}</w:t></w:r></w:p>"
        ),
        table(
            cell("{%tr for x in ds %}") * 1 + cell(""),
            cell("{{ x }}") + cell("{{ loop.index }}"),
            cell("{%tr endfor %}") + cell(""),
        ),
    ]
    assert lines(*body, ds=["a", "b"]) == ["- a", "- b", "a;b;", "a", "1", "b", "2"]


def it_repeats_cells() -> None:
    row = cell("{%tc for x in ds %}") + cell("{{ x }}") + cell("{%tc endfor %}")
    assert lines(table(row), ds=["a", "b"]) == ["a", "b"]


def it_leaves_out_what_a_condition_or_comment_leaves_out() -> None:
    body = [
        paragraph("{%p if co %}"),
        paragraph("có"),
        paragraph("{%p else %}"),
        paragraph("không"),
        paragraph("{%p endif %}"),
        paragraph("{#p lời nhắn cho người sửa mẫu #}"),
        paragraph("a{# ghi chú #}b {% if co %}c{% else %}d{% endif %}"),
    ]
    assert lines(*body, co=False) == ["không", "ab d"]


def it_reads_curly_quotes_and_xml_signs_inside_a_tag() -> None:
    assert lines(paragraph("{{ “a &amp; b” if 1 &lt; 2 else ‘c’ }}")) == ["a & b"]


def it_keeps_raw_text_and_escaped_signs_as_they_are() -> None:
    data = template(paragraph("{% raw %}{{ x }}{% endraw %} {_{ y }_}")).render({}, core=CORE)
    assert read(data).body == ("{{ x }} {{ y }}",)


def it_puts_ready_xml_in_the_place_of_a_whole_paragraph() -> None:
    assert lines(paragraph("trước"), paragraph("{{p noi_dung }}"), paragraph("sau"), noi_dung=BLOCK) == [
        "trước",
        "Khối",
        "sau",
    ]


def it_writes_inline_markup_as_runs_where_a_run_tag_asks_for_it() -> None:
    body = paragraph("V/v ").replace("</w:p>", "<w:r><w:t>{{r trich_yeu | chu }}</w:t></w:r></w:p>")
    data = rendered(template(body), trich_yeu="PCVP~N.Nam~ & **đậm**")
    written = docx.Document(io.BytesIO(data)).paragraphs[0]
    assert written.text == "V/v PCVPN.Nam & đậm"
    assert [run.text for run in written.runs if run.bold] == ["đậm"]
    assert [run.text for run in written.runs if run.font.subscript] == ["N.Nam"]


def it_takes_the_rich_text_of_docxtpl() -> None:
    data = rendered(template(paragraph("{{r x }}")), x=RichText("a & b", bold=True))
    written = docx.Document(io.BytesIO(data)).paragraphs[0].runs
    assert [(run.text, run.bold) for run in written if run.text] == [("a & b", True)]


def it_prints_enumerations_and_other_texts() -> None:
    do_khan, so = StrEnum("DoKhan", {"HOA_TOC": "Hỏa tốc"}), IntEnum("So", {"BAY": 7})
    assert lines(paragraph("{{ x }} {{ y }}"), x=do_khan.HOA_TOC, y=so.BAY) == ["Hỏa tốc 7"]


def it_fills_in_the_extended_properties_of_the_file() -> None:
    types = "http://schemas.openxmlformats.org/officeDocument/2006"
    xml = f'<Properties xmlns="{types}/extended-properties"><Company>{{{{ co_quan.ten }}}}</Company></Properties>'
    package = Package.open(sample(paragraph("a")).write()).with_part(
        "docProps/app.xml",
        xml.encode(),
        content_type="application/vnd.openxmlformats-officedocument.extended-properties+xml",
        rel=Relationship("", f"{types}/relationships/extended-properties", "rId9"),
    )
    data = rendered(compile_template(package, name="mau.docx"), co_quan={"ten": "Sở A\n& B"})
    assert b"<Company>S\xe1\xbb\x9f A &amp; B</Company>" in Read.read(data).parts["docProps/app.xml"]


def it_does_not_trip_over_marks_like_its_own() -> None:
    assert lines("<?vbhc 77?>" + paragraph("{{ x }}"), x="a") == ["a"]


def it_fills_in_headers() -> None:
    package = sample(paragraph("{{ so }}")).edited("word/header1.xml", "<w:p>", "<w:p><w:r><w:t>{{ so }}/</w:t></w:r>")
    data = rendered(compile_template(package.write(), name="mau.docx"), so="12")
    assert read(data).headers[0].startswith("12/")


def it_fills_in_a_text_box() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p></w:txbxContent>"
    shape = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="a"><v:textbox>{box}</v:textbox></v:shape>'
    compiled = template(f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>")
    assert b">a &amp; b<" in Read.read(compiled.render({"x": "a & b"}, core=CORE)).parts["word/document.xml"]


def it_fills_in_attributes() -> None:
    body = paragraph("x").replace('w:val="Than"', 'w:val="{{ kieu }}"')
    assert (
        b'w:val="Dam &#34;&lt;"'
        in Read.read(template(body).render({"kieu": 'Dam\n"<'}, core=CORE)).parts["word/document.xml"]
    )


# --- values ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "a & b < c > d \"e\" 'g'",
        "😀 ế ệ́ \u0301 \u200b",
        "  hai đầu  ",
        "dòng 1\ndòng 2\n",
        "\tcột\tcột",
        "{{ x }} {% if %} {#",
        "{_{ x }_}",
        "]]> <w:p/> &amp; &#10;",
        "<?vbhc 1?>",
    ],
)
def it_writes_any_text_exactly(text: str) -> None:
    data = template(paragraph("[{{ x }}]")).render({"x": text}, core=CORE)
    validate(data, tags=True)
    assert read(data).body == (f"[{text}]",)
    assert docx.Document(io.BytesIO(data)).paragraphs[0].text == f"[{text}]"


def it_takes_the_line_ends_of_windows_for_one_break() -> None:
    assert lines(paragraph("{{ x }}"), x="a\r\nb\rc") == ["a\nb\nc"]


class SoKyHieu:
    def __str__(self) -> str:
        return "12/UBND"


def it_prints_objects_that_say_how_they_are_written() -> None:
    assert lines(paragraph("{{ x }}"), x=SoKyHieu()) == ["12/UBND"]


# --- what would not open in Word ------------------------------------------------------------------------------------


def it_leaves_a_paragraph_in_a_cell_whose_loop_ran_empty() -> None:
    loop = paragraph("{%p for x in ds %}") + paragraph("{{ x }}") + paragraph("{%p endfor %}")
    row = cell("a") + cell("b").replace(paragraph("b"), loop)
    assert lines(table(row), ds=[]) == ["a", ""]


def it_does_not_mind_xml_that_was_laid_out_for_people() -> None:
    loop = paragraph("{%p for x in ds %}") + paragraph(" {{ x }} ") + paragraph("{%p endfor %}")
    package = sample(table(cell("b").replace(paragraph("b"), loop), columns=1) + paragraph("c"))
    package = package.edited("word/document.xml", "><", ">\n  <")
    compiled = compile_template(package.write(), name="mau.docx")
    assert [read(rendered(compiled, ds=ds)).body for ds in ([], ["a"])] == [("", "c"), (" a ", "c")]


def it_leaves_out_a_table_whose_rows_all_went() -> None:
    rows = cell("{%tr for x in ds %}") + cell(""), cell("{{ x }}") + cell(""), cell("{%tr endfor %}") + cell("")
    data = rendered(template(paragraph("trước"), table(*rows), paragraph("sau")), ds=[])
    assert read(data).body == ("trước", "sau")
    assert b"<w:tbl>" not in Read.read(data).parts["word/document.xml"]


def it_leaves_a_paragraph_in_a_header_that_went_empty() -> None:
    header = "<w:p><w:r><w:t>{%p if co %}</w:t></w:r></w:p><w:p>"
    package = sample(paragraph("a")).edited("word/header1.xml", "<w:p>", header)
    package = package.edited("word/header1.xml", "</w:hdr>", "<w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p></w:hdr>")
    assert read(rendered(compile_template(package.write(), name="mau.docx"), co=False)).headers == ("",)


# --- properties and sections ----------------------------------------------------------------------------------------


def it_writes_title_author_and_language_and_nothing_of_the_maintainer() -> None:
    package = sample(paragraph("a")).edited("docProps/core.xml", "SỞ MẪU", "Nguyễn Văn A")
    data = rendered(compile_template(package.write(), name="mau.docx"))
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.title, properties.author, properties.language) == (CORE.title, CORE.author, "vi-VN")
    assert not any("Nguyễn Văn A".encode() in part for part in Read.read(data).parts.values())


def it_adds_core_properties_to_a_file_without_any() -> None:
    package = sample(paragraph("a"))
    bare = Read.of({name: data for name, data in package.parts.items() if name != "docProps/core.xml"})
    links = re.sub(rb"<Relationship [^>]*core.xml[^>]*>", b"", bare.parts["_rels/.rels"])
    data = rendered(compile_template(bare.with_part("_rels/.rels", links).write(), name="mau.docx"))
    assert read(data).properties["title"] == CORE.title


def it_writes_custom_properties_as_text() -> None:
    data = rendered(template(paragraph("a"), goi="cong & van", phien_ban="1.0"))
    assert dict(read(data).custom) == {"goi": "cong & van", "phien_ban": "1.0"}


def it_replaces_the_custom_properties_of_the_file() -> None:
    once = rendered(template(paragraph("a"), cu="1"))
    assert dict(read(rendered(compile_template(once, name="mau.docx", properties={"moi": "2"}))).custom) == {"moi": "2"}


def it_replaces_them_under_whatever_name_the_file_keeps_them() -> None:
    once = Read.read(rendered(template(paragraph("a"), cu="1")))
    name, other = "docProps/custom.xml", "docProps/rieng.xml"
    moved = Read.of({other if part == name else part: data for part, data in once.parts.items()})
    moved = moved.edited("_rels/.rels", name, other).edited("[Content_Types].xml", name, other)
    data = rendered(compile_template(moved.write(), name="mau.docx", properties={"moi": "2"}))
    assert dict(read(data).custom) == {"moi": "2"}


def it_makes_a_document_of_a_file_saved_as_a_word_template() -> None:
    package = sample(paragraph("a")).edited("[Content_Types].xml", "document.main+xml", "template.main+xml")
    assert (
        docx.Document(io.BytesIO(rendered(compile_template(package.write(), name="mau.dotx")))).paragraphs[0].text
        == "a"
    )


def it_shows_the_last_section_and_takes_another_in_its_place() -> None:
    compiled = template(paragraph("a"))
    assert compiled.final_section == SECTION
    other = RawXml(
        compiled.final_section.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
    )
    data = compiled.render({}, core=CORE, final_section=other)
    validate(data)
    assert docx.Document(io.BytesIO(data)).sections[-1].page_width.twips == 16838
    assert docx.Document(io.BytesIO(compiled.render({}, core=CORE))).sections[-1].page_width.twips == 11906


def it_takes_a_last_section_for_a_file_that_has_none() -> None:
    compiled = compile_template(sample(paragraph("a"), section="").write(), name="mau.docx")
    assert compiled.final_section == ""
    assert (
        docx.Document(io.BytesIO(compiled.render({}, core=CORE, final_section=RawXml(SECTION)))).sections[-1].page_width
    )


# --- what it says about itself --------------------------------------------------------------------------------------


def it_lists_the_names_its_tags_ask_for() -> None:
    body = (
        paragraph("{{ co_quan.ten | in_hoa }}"),
        paragraph("{%p for x in ds %}"),
        paragraph("{{ x.ten }}"),
        paragraph("{%p endfor %}"),
    )
    assert template(*body).tags == {"co_quan.ten", "ds"}


def it_finds_styles_by_the_name_that_word_shows() -> None:
    compiled = template(paragraph("a"))
    assert compiled.style_id("Thân") == "Than"
    assert {"Thân", "Đậm", "Normal"} <= compiled.styles


MADE = '<w:style w:type="paragraph" w:customStyle="1" w:styleId="{0}"><w:name w:val="{1}"/></w:style>'
BUILT_IN = '<w:style w:type="{0}" w:styleId="{1}"><w:name w:val="{2}"/></w:style>'


def with_styles(*styles: str) -> CompiledTemplate:
    return compile_template(sample(paragraph("{{p x }}"), styles="".join(styles)).write(), name="mau.docx")


def printed(*style_ids: str) -> RawXml:
    return RawXml("".join(f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr></w:p>' for style_id in style_ids))


def it_names_all_missing_styles_of_a_document_at_once_with_the_likely_ones() -> None:
    compiled = with_styles()
    ids = [compiled.style_id(name) for name in ("Thân", "Thần", "VB Ô bảng", "Thần", "Không in")]
    with pytest.raises(TemplateError, match=r"Mẫu «mau\.docx» thiếu kiểu chữ") as caught:
        compiled.render({"x": printed(*ids[:-1])}, core=CORE)
    assert [(found.code, found.message, found.hint) for found in caught.value.report] == [
        (
            "MB012",
            "không có kiểu chữ (style) «Thần»",
            "đổi tên kiểu «Thân» thành «Thần», hoặc thêm kiểu này vào mẫu bằng Word",
        ),
        ("MB012", "không có kiểu chữ (style) «VB Ô bảng»", "thêm kiểu này vào mẫu bằng Word"),
    ]


def it_takes_a_template_that_lacks_a_style_which_the_document_does_not_have() -> None:
    compiled = with_styles()
    compiled.style_id("VB Ô bảng")
    assert rendered(compiled, x=printed(compiled.style_id("Thân")))


def it_takes_no_words_of_a_document_for_a_missing_style() -> None:
    with pytest.raises(InputError):
        template(paragraph("{{ x }}")).render({"x": 'w:val="\x1aa\x1ab\x1a"'}, core=CORE)


@pytest.mark.parametrize("written", ["footnote text", "Footnote Text", "FOOTNOTE TEXT"])
def it_finds_a_footnote_style_of_word_in_capitals_or_not(written: str) -> None:
    assert with_styles(BUILT_IN.format("paragraph", "Chan", written)).style_id("footnote text") == "Chan"


def it_prefers_the_name_that_word_writes() -> None:
    both = [BUILT_IN.format("paragraph", style_id, style_id) for style_id in ("Footnote Text", "footnote text", "x")]
    for styles in (both, both[::-1]):
        assert with_styles(*styles).style_id("footnote text") == "footnote text"


def it_finds_the_styles_of_a_pack_by_their_exact_names() -> None:
    compiled = with_styles(MADE.format("A", "vb Đoạn"))
    with pytest.raises(TemplateError, match="đổi tên kiểu «vb Đoạn» thành «VB Đoạn»"):
        compiled.render({"x": printed(compiled.style_id("VB Đoạn"))}, core=CORE)


def it_never_advises_to_rename_a_style_of_word_or_one_that_is_to_be_kept() -> None:
    compiled = with_styles(MADE.format("A", "VB Mục 1"), BUILT_IN.format("paragraph", "B", "VB Mục 2"))
    for keep, advised in ((frozenset({"VB Mục 1"}), False), (frozenset(), True)):
        with pytest.raises(TemplateError) as caught:
            compiled.render({"x": printed(compiled.style_id("VB Mục a", keep=keep))}, core=CORE)
        (found,) = caught.value.report
        assert ("«VB Mục 1»" in found.hint) is advised
        assert "«VB Mục 2»" not in found.hint


# --- the same bytes, in any thread and process ----------------------------------------------------------------------

LETTER = paragraph("{{ so }}"), paragraph("{%p for x in ds %}"), paragraph("{{ x }}"), paragraph("{%p endfor %}")


def it_gives_every_thread_its_own_letter() -> None:
    compiled = template(*LETTER)

    def letter(number: int) -> bool:
        values = {"so": f"Số {number}", "ds": [f"{number}.{line}" for line in range(number % 7)]}
        return list(read(compiled.render(values, core=CORE)).body) == [values["so"], *values["ds"]]

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(letter, range(400))) == [True] * 400


SCRIPT = """
import sys, hashlib
from support.sample import paragraph, sample
from vbhc.word.template import CoreProperties, compile_template
texts = "{{ a.b }} {{ c }}", "{%p for k, v in d.items() %}", "{{ k }}{{ v }}", "{%p endfor %}"
body = "".join(map(paragraph, texts))
compiled = compile_template(sample(body).write(), name="mau.docx", properties={"x": "1", "y": "2"})
values = {"a": {"b": "1"}, "c": "2", "d": {str(n): n for n in range(20)}}
print(hashlib.sha256(compiled.render(values, core=CoreProperties("T", "A"))).hexdigest())
"""


def it_gives_the_same_bytes_in_any_process() -> None:
    sums = set()
    for seed, zone in (("0", "UTC"), ("1", "Asia/Ho_Chi_Minh"), ("4242", "America/New_York")):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        }
        run = subprocess.run(
            [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True
        )
        sums.add(run.stdout)
    assert len(sums) == 1


def it_does_not_let_one_document_change_the_next() -> None:
    compiled = template(*LETTER)
    first = compiled.render({"so": "1", "ds": ["a"]}, core=CORE)
    compiled.render({"so": "2", "ds": []}, core=CORE, final_section=RawXml(SECTION))
    with pytest.raises(TemplateError):
        compiled.render({"so": "3"}, core=CORE)
    assert compiled.render({"so": "1", "ds": ["a"]}, core=CORE) == first


# --- characters that no file can hold -------------------------------------------------------------------------------


def it_names_every_field_with_a_character_that_xml_cannot_hold() -> None:
    values = {
        "so": "1",
        "ds": ["a", "chuông\a", SimpleNamespace(ten="\ud800")],
        "nguoi_ky": {"ho_ten": "Nguyễn Văn A\x00"},
        "ghi_chu": "hai dòng\r\n",
    }
    with pytest.raises(InputError) as caught:
        template(paragraph("{{ ds[1] }}")).render(values, core=CORE)
    report = str(caught.value.report)
    assert [field in report for field in ("`ds[1]`", "`ds[2].ten`", "`nguoi_ky.ho_ten`", "U+0007", "U+D800")] == [
        True
    ] * 5
    assert "ghi_chu" not in report


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff", "\udc80"])
def it_refuses_such_a_character_wherever_it_comes_in(character: str) -> None:
    compiled = template(paragraph("{{ x }}"), paragraph("{{p y }}"))
    sound = {"x": "a", "y": BLOCK}
    bad = {"x": character}, {"y": RawXml(f"<w:p><w:r><w:t>{character}</w:t></w:r></w:p>")}
    for values in bad:
        with pytest.raises(InputError):
            compiled.render({**sound, **values}, core=CORE)
    with pytest.raises(InputError, match=r"core\.title"):
        compiled.render(sound, core=CoreProperties(f"a{character}", "b"))


def it_does_not_mind_such_a_character_in_a_field_that_is_not_used() -> None:
    assert lines(paragraph("a"), x="\x00") == ["a"]


# --- docxtpl's tags for cells ---------------------------------------------------------------------------------------


def it_merges_and_colours_cells_in_the_order_that_word_wants() -> None:
    borders = '<w:tcBorders><w:top w:val="single"/></w:tcBorders>'
    rows = (
        cell("{%tr for x in ds %}") + cell(""),
        cell("{% vm %}nhóm", properties=borders) + cell("{% cellbg mau %}{{ x }}", properties=borders),
        cell("{%tr endfor %}") + cell(""),
        cell("{% colspan rong %}chung", properties=borders),
    )
    data = rendered(template(table(*rows)), ds=["a", "b"], mau="FFFF00", rong=2)
    written = docx.Document(io.BytesIO(data)).tables[0]
    assert [[box.text for box in row.cells] for row in written.rows] == [
        ["nhóm", "a"],
        ["nhóm", "b"],
        ["chung", "chung"],
    ]
    assert 'w:fill="FFFF00"' in written._tbl.xml
