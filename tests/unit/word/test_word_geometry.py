"""How wide the place of a tag is: the numbers a writer centres rules by."""

from __future__ import annotations

import pytest
from support.package import Package
from support.sample import SECTION, cell, paragraph, sample, table

from vbhc.word.template import CompiledTemplate, compile_template

TEXT_WIDTH = 11906 - 1134 - 1701
CELL_MARGINS = 2 * 115


def compiled(*body: str, package: Package | None = None) -> CompiledTemplate:
    return compile_template((package or sample("".join(body))).write(), name="mau.docx")


def table_style(style_id: str, *, margin: int | None = None, based_on: str = "", default: bool = False) -> str:
    first = ' w:default="1"' if default else ""
    parent = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    margins = f'<w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/>'
    properties = "" if margin is None else f"<w:tblPr><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
    content = f'<w:name w:val="{style_id}"/>{parent}{properties}'
    return f'<w:style w:type="table"{first} w:styleId="{style_id}">{content}</w:style>'


def it_is_the_text_column_outside_a_table() -> None:
    assert compiled(paragraph("{{ so }}")).width_of("so") == TEXT_WIDTH


def it_takes_off_the_gutter_and_reads_the_section_that_the_paragraph_is_in() -> None:
    wide = SECTION.replace('w:w="11906"', 'w:w="16838"').replace('w:gutter="0"', 'w:gutter="100"')
    first = f"<w:p><w:pPr>{wide}</w:pPr></w:p>"
    template = compiled(paragraph("{{ a }}"), first, paragraph("{{ b }}"))
    assert template.width_of("a") == 16838 - 1134 - 1701 - 100
    assert template.width_of("b") == TEXT_WIDTH


def it_is_the_cell_within_its_margins() -> None:
    assert compiled(table(cell("{{ a }}") + cell("b"))).width_of("a") == 2000 - CELL_MARGINS


def it_adds_up_the_grid_where_the_cell_says_no_width() -> None:
    wide = cell("{{ a }}", properties='<w:gridSpan w:val="2"/>').replace(
        'w:w="2000" w:type="dxa"', 'w:w="0" w:type="auto"'
    )
    assert compiled(table(cell("x") + wide, columns=3)).width_of("a") == 4000 - CELL_MARGINS


def it_counts_the_columns_that_cells_before_it_span() -> None:
    first = cell("x", properties='<w:gridSpan w:val="2"/>')
    last = cell("{{ a }}").replace('<w:tcW w:w="2000" w:type="dxa"/>', "")
    body = table(first + last, columns=3).replace(
        '<w:gridCol w:w="2000"/></w:tblGrid>', '<w:gridCol w:w="777"/></w:tblGrid>'
    )
    assert compiled(body).width_of("a") == 777 - CELL_MARGINS


@pytest.mark.parametrize(
    ("own", "styles", "margin"),
    [
        ('<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="50" w:type="dxa"/></w:tblCellMar>', "", 50),
        ('<w:tblCellMar><w:start w:w="10" w:type="dxa"/><w:end w:w="20" w:type="dxa"/></w:tblCellMar>', "", 30),
        ('<w:tblStyle w:val="Luoi"/>', table_style("Luoi", margin=30), 60),
        ('<w:tblStyle w:val="Luoi"/>', table_style("Luoi", based_on="Goc") + table_style("Goc", margin=40), 80),
        ('<w:tblStyle w:val="Luoi"/>', table_style("Luoi", based_on="Luoi"), CELL_MARGINS),
    ],
)
def it_finds_margins_in_the_table_or_its_styles(own: str, styles: str, margin: int) -> None:
    body = table(cell("{{ a }}") + cell("b"))
    body = (
        body.replace("<w:tblPr>", f"<w:tblPr>{own}")
        if "tblStyle" in own
        else body.replace("</w:tblPr>", f"{own}</w:tblPr>")
    )
    assert compiled(package=sample(body, styles=styles)).width_of("a") == 2000 - margin


def it_prefers_the_margins_of_the_cell_itself() -> None:
    margins = '<w:tcMar><w:left w:w="7" w:type="dxa"/><w:right w:w="8" w:type="dxa"/></w:tcMar>'
    assert compiled(table(cell("{{ a }}", properties=margins) + cell("b"))).width_of("a") == 2000 - 15


def it_is_the_first_place_whose_expression_starts_with_the_name() -> None:
    template = compiled(paragraph("{{ so_luong }}"), table(cell("{{ so | so }}") + cell("{{ co_quan.ten | in_hoa }}")))
    assert template.width_of("so") == 2000 - CELL_MARGINS
    assert template.width_of("co_quan") == template.width_of("co_quan.ten") == 2000 - CELL_MARGINS


def it_sees_paragraph_and_run_tags_and_headers() -> None:
    package = sample(table(cell("{{p ke }}") + cell("b"))).edited(
        "word/header1.xml", "<w:p>", "<w:p><w:r><w:t>{{ dau }}</w:t></w:r>"
    )
    template = compiled(package=package)
    assert template.width_of("ke") == 2000 - CELL_MARGINS
    assert template.width_of("dau") == TEXT_WIDTH


def it_knows_nothing_of_a_tag_that_is_not_there_or_in_a_text_box() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p></w:txbxContent>"
    shape = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="a"><v:textbox>{box}</v:textbox></v:shape>'
    template = compiled(f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>")
    assert template.width_of("x") is None
    assert template.width_of("khong_co") is None


def it_knows_no_width_without_a_section() -> None:
    assert compiled(package=sample(paragraph("{{ a }}"), section="")).width_of("a") is None
