"""Reading the text of paragraphs: what is seen is read once and as it is written, what is hidden is not read."""

from __future__ import annotations

import unicodedata

import pytest
from support.word_file import alternates, char, drawing, first, instr, p, r, tbl, tc, texts, tr, view, vml, wsp

PAGE = r(char("begin")) + r(instr(" PAGE  \\* MERGEFORMAT ")) + r(char("separate")) + r("7") + r(char("end"))


def it_keeps_decomposed_letters_as_they_are() -> None:
    decomposed = unicodedata.normalize("NFD", "Chuyển đổi số")
    assert first(p(decomposed)).text == decomposed


def it_reads_a_word_that_is_split_over_runs() -> None:
    found = first(p(r("Chuy"), r("ển", rpr="<w:b/>"), '<w:proofErr w:type="spellStart"/>', r(" đổi")))
    assert [run.text for run in found.runs] == ["Chuy", "ển", " đổi"]
    assert found.text == "Chuyển đổi"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:tab/>", "\t"),
        ("<w:br/>", "\n"),
        ("<w:cr/>", "\n"),
        ('<w:br w:type="page"/>', "\f"),
        ("<w:noBreakHyphen/>", "\u2011"),
        ("<w:softHyphen/>", "\u00ad"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "\uf0fc"),
        ('<w:sym w:char="2013"/>', "–"),
        ('<w:sym w:char="XYZ"/>', ""),
        ('<w:sym w:char="D800"/>', ""),
        ('<w:sym w:char="FFFFFFFFFF"/>', ""),
        ("<w:sym/>", ""),
        ("<w:lastRenderedPageBreak/>", ""),
        ("<w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>y</w:t></w:r></w:rubyBase></w:ruby>", "y"),
    ],
)
def it_reads_characters_that_are_written_as_elements(xml: str, text: str) -> None:
    assert first(p(r("a", xml, "b"))).text == f"a{text}b"


def it_leaves_blanks_at_the_ends_of_a_text_only_where_the_file_says_so() -> None:
    assert first(p("<w:r><w:t> a  b\n </w:t></w:r>")).text == "a  b"
    assert first(p("<w:r><w:t> a</w:t><w:t>b </w:t><w:t/></w:r>")).text == "ab"
    assert first(p('<w:r><w:t xml:space="preserve"> a\n</w:t></w:r>')).text == " a "
    assert first(p('<w:hyperlink xml:space="preserve"><w:r><w:t> a</w:t></w:r></w:hyperlink>')).text == " a"


@pytest.mark.parametrize("wrapper", ["hyperlink", "smartTag", "customXml", "ins", "moveTo", "bdo", "dir"])
def it_reads_through_what_stands_around_runs(wrapper: str) -> None:
    inner = f"<w:{wrapper}>{r('b')}<w:{wrapper}>{r('c')}</w:{wrapper}></w:{wrapper}>"
    assert first(p("a", inner, "d")).text == "abcd"


def control(content: str) -> str:
    return f"<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def it_reads_content_controls_around_runs_paragraphs_cells_and_rows() -> None:
    first_row = control(tr(control(tc(control(p("a", control(r("b"))))))))
    table = tbl(first_row, control(tr(tc("c"))))
    seen = view(control(p("0")) + control(control(table)))
    assert texts(seen) == ["0", "ab", "c"]
    assert [len(seen.sections[0].blocks), *(len(row.cells) for row in seen.sections[0].blocks[1].rows)] == [2, 1, 1]


def it_reads_tracked_changes_as_they_come_out() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>cũ</w:delText><w:t>cũ</w:t></w:r></w:del>'
    moved = f"<w:moveFrom>{r('đi')}</w:moveFrom>", f"<w:moveTo>{r('đến')}</w:moveTo>"
    assert first(p("a", deleted, f"<w:ins>{r('mới')}</w:ins>", *moved)).text == "amớiđến"


def it_leaves_out_rows_cells_and_paragraphs_that_are_deleted() -> None:
    rows = (tr(tc("cũ"), trpr="<w:del/>"), tr(tc("a"), tc("cũ", tcpr="<w:cellDel/>")))
    assert texts(view(tbl(*rows) + f"<w:moveFrom>{p('đi')}</w:moveFrom>" + p("b"))) == ["a", "b"]


def it_joins_a_paragraph_whose_end_is_deleted_to_the_next() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    seen = view(p("a", ppr=gone) + p("b", ppr=gone) + p("c", ppr='<w:jc w:val="center"/>') + p("d", ppr=gone))
    assert texts(seen) == ["abc", "d"]
    joined = seen.sections[0].blocks[0]
    assert (joined.layout.align, joined.place.index) == ("center", 2)
    assert texts(view(p("a", ppr=gone) + p("b"))) == ["ab"]


def it_does_not_join_a_paragraph_that_ends_a_section_or_stands_above_a_table() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    assert len(view(p("a", ppr=gone + "<w:sectPr/>") + p("b")).sections) == 2
    assert texts(view(p("a", ppr=gone) + tbl(tr(tc("b"))) + p("c"))) == ["a", "b", "c"]


def it_leaves_out_what_was_formatted_before_a_change() -> None:
    found = first(p(r("a", rpr="<w:i/><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>")))
    assert (found.runs[0].look.italic, found.runs[0].look.bold) == (True, False)


def it_knows_the_page_number_by_the_instruction_of_its_field() -> None:
    found = first(p("Trang ", PAGE, "."))
    assert [(run.text, run.field) for run in found.runs] == [
        ("Trang ", ""),
        ("7", "PAGE  \\* MERGEFORMAT"),
        (".", ""),
    ]


def it_knows_a_field_that_stands_in_one_run() -> None:
    whole = r("a", char("begin"), instr("PAGE"), char("separate"), "3", char("end"), "b")
    assert [(run.text, run.field) for run in first(p(whole)).runs] == [("a", ""), ("3", "PAGE"), ("b", "")]


@pytest.mark.parametrize(
    "field",
    [
        r(char("begin"), instr("PAGE"), char("separate"), char("end")),
        r(char("begin"), instr("PAGE"), char("end")),
        '<w:fldSimple w:instr=" PAGE "/>',
        "<w:r><w:pgNum/></w:r>",
    ],
)
def it_knows_a_page_number_that_the_program_has_left_to_word(field: str) -> None:
    assert [(run.text, run.field) for run in first(p(field)).runs] == [("", "PAGE")]


def it_reads_a_simple_field() -> None:
    found = first(p(f'<w:fldSimple w:instr=" PAGE ">{r("1")}</w:fldSimple>'))
    assert [(run.text, run.field) for run in found.runs] == [("1", "PAGE")]


def it_hides_the_instruction_with_the_fields_inside_it() -> None:
    nested = r(char("begin")) + r(instr("IF ")) + PAGE + r("ẩn", "<w:tab/>") + r(instr('= 1 "x"'))
    found = first(p(nested, r(char("separate")), r("x"), r(char("end")), "y"))
    assert [(run.text, run.field) for run in found.runs] == [("x", 'IF = 1 "x"'), ("y", "")]


def it_reads_a_field_inside_the_result_of_another() -> None:
    found = first(p(r(char("begin"), instr("HYPERLINK"), char("separate"), "a"), PAGE, r("b", char("end"))))
    fields = [(run.text, run.field.split()[0]) for run in found.runs]
    assert fields == [("a", "HYPERLINK"), ("7", "PAGE"), ("b", "HYPERLINK")]


def it_follows_a_field_over_paragraphs() -> None:
    toc = p(r(char("begin"), instr("TOC"), char("separate"), "Mục I")) + p("Mục II", r(char("end"))) + p("thân")
    found = view(toc).sections[0].blocks
    assert [(it.text, it.runs[0].field) for it in found] == [("Mục I", "TOC"), ("Mục II", "TOC"), ("thân", "")]


def it_reads_on_after_a_field_that_never_ends() -> None:
    box = vml(p(r(char("begin"), instr("DATE"))))
    assert texts(view(p(r(char("begin"), instr("PAGE")), "a") + p(r(box), "b"))) == ["a", "b", ""]


def it_reads_on_after_marks_of_fields_that_never_began() -> None:
    assert texts(view(p(r(char("end"), char("separate"), char("nonsense"), "a")))) == ["a"]


def it_marks_footnotes_between_the_runs() -> None:
    mark = '<w:footnoteReference w:id="2"/>'
    found = first(p(r("a", mark, "b", '<w:footnoteReference w:id="²"/>')))
    assert [(run.text, run.note) for run in found.runs] == [("a", None), ("", 2), ("b", None)]


def it_reads_a_formula_as_text() -> None:
    assert first(p("a", "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>")).text == "ax=1"


def it_reads_one_of_two_alternatives() -> None:
    both = alternates(vml(p("cũ")), ("wps", drawing(wsp(p("mới")))))
    found = first(p(r("a", both)))
    assert [shape.blocks[0].text for shape in found.shapes] == ["mới"]


@pytest.mark.parametrize(
    "choices", [(), (("wps", ""),), (("la", drawing(wsp(p("lạ")))),), (("khong-co", drawing(wsp(p("lạ")))),)]
)
def it_falls_back_where_no_alternative_can_be_used(choices: tuple[tuple[str, str], ...]) -> None:
    found = first(p(r(alternates(vml(p("cũ")), *choices))))
    assert [shape.blocks[0].text for shape in found.shapes] == ["cũ"]


def it_takes_the_first_choice_that_it_understands() -> None:
    choices = (("la", p("lạ")), ("wps wpg", p("một")), ("wps", p("hai")))
    assert texts(view(alternates(p("cũ"), *choices))) == ["một"]


def it_chooses_between_alternatives_wherever_they_stand() -> None:
    emoji = r(alternates("<w:t>☺</w:t>", ("la", "<w:sym/>")))
    row = alternates("", ("wps", tr(alternates(tc("b"), ("la", tc("lạ"))))))
    assert texts(view(p("a", emoji) + tbl(row) + p(alternates(r("lạ"), ("wps", r("c")))))) == ["a☺", "b", "c"]


def it_reads_nothing_in_alternatives_without_a_fallback() -> None:
    choice = f'<mc:Choice Requires="la">{r("lạ")}</mc:Choice>'
    assert first(p("a", f"<mc:AlternateContent>{choice}</mc:AlternateContent>")).text == "a"
