"""A Word file cut down to one slot: its body holds that alone, everything around it stays."""

from __future__ import annotations

import pytest
from support import Package as Read
from support import validate
from support.package import xpath
from support.reader import read
from support.sample import SECTION, cell, paragraph, sample, table

from vbhc.errors import TemplateError
from vbhc.word.excerpt import only_slot
from vbhc.word.package import Package

SLOT = paragraph("{{p phu_luc }}")
LETTER = (
    paragraph("{{ trich_yeu }}")
    + table(cell("Số: {{ so }}") + cell("b"))
    + paragraph("{{p noi_dung }}")
    + paragraph("Đuôi", after="")
    + SLOT
)


def cut(body: str, tag: str = "phu_luc", section: str = SECTION) -> Read:
    data = only_slot(Package.open(sample(body, section=section).write()), tag, name="mau.docx").to_bytes()
    validate(data, tags=True)
    return Read.read(data)


def it_leaves_nothing_in_the_body_but_the_slot():
    package = cut(LETTER)
    assert read(package.write()).body == ("{{p phu_luc }}",)
    assert xpath(package.trees[package.main], "w:body/w:tbl") == []


def it_keeps_the_page_the_header_and_the_styles():
    before, after = sample(LETTER), cut(LETTER)
    sections = [xpath(package.trees[package.main], "w:body/w:sectPr") for package in (before, after)]
    assert [len(found) for found in sections] == [1, 1]
    assert [child.tag for child in sections[0][0]] == [child.tag for child in sections[1][0]]
    for part in ("word/styles.xml", "word/header1.xml", "docProps/core.xml"):
        assert after.parts[part] == before.parts[part]


@pytest.mark.parametrize("written", ["{{p phu_luc }}", "{{p  phu_luc}}", "  {{p phu_luc | x }} "])
def it_finds_the_slot_however_it_is_typed(written: str):
    assert read(cut(paragraph("Thân") + paragraph(written)).write()).body == (written,)


def it_finds_a_slot_that_word_split_over_runs():
    split = paragraph("{{p ", after="<w:r><w:t>phu_</w:t></w:r><w:r><w:t>luc }}</w:t></w:r>")
    assert read(cut(paragraph("Thân") + split).write()).body == ("{{p phu_luc }}",)


def it_does_not_take_another_slot_whose_name_begins_alike():
    assert read(cut(paragraph("{{p phu_luc_khac }}") + SLOT).write()).body == ("{{p phu_luc }}",)


def control(inner: str) -> str:
    return f'<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'


@pytest.mark.parametrize(
    "body",
    [
        LETTER.replace(SLOT, control(SLOT)),
        control(LETTER),
        control(paragraph("Thân") + control(paragraph("{{p noi_dung }}") + SLOT) + paragraph("Đuôi")),
        paragraph("Thân") + paragraph("{%p if phu_luc %}") + SLOT + paragraph("{%p endif %}"),
        control(paragraph("{%p if phu_luc %}") + SLOT + paragraph("{%p endif %}")) + paragraph("Đuôi"),
        paragraph("{%p if a %}") + SLOT + paragraph("{%p else %}") + SLOT + paragraph("{%p endif %}"),
        table(cell("Một") + cell("{{p phu_luc }}")) + SLOT,
    ],
)
def it_keeps_the_slot_alone_once_whatever_stands_around_it(body: str):
    assert read(cut(body).write()).body == ("{{p phu_luc }}",)


def it_keeps_the_content_control_around_the_slot():
    package = cut(control(LETTER))
    assert len(xpath(package.trees[package.main], "w:body/w:sdt/w:sdtPr/w:id")) == 1


def it_keeps_a_table_that_says_nothing_else():
    package = cut(paragraph("Thân") + table(cell("{{p phu_luc }}"), columns=1))
    assert len(xpath(package.trees[package.main], "w:body/w:tbl")) == 1
    assert len(xpath(package.trees[package.main], "w:body/w:p")) == 0


def box(text: str) -> str:
    style = 'style="width:100pt;height:50pt"'
    content = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    shape = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml" {style}><v:textbox>{content}</v:textbox></v:shape>'
    return paragraph("Khung", after=f"<w:r><w:pict>{shape}</w:pict></w:r>")


HINT = "đặt {{p phu_luc }} thành một đoạn riêng ở cuối thân văn bản, ngoài mọi bảng và khung chữ"


@pytest.mark.parametrize(
    ("body", "place", "said"),
    [
        (paragraph("Thân"), "thân văn bản", "không có đoạn {{p phu_luc }}"),
        (paragraph("{{ phu_luc | length }}"), "thân văn bản", "không có đoạn {{p phu_luc }}"),
        (
            paragraph("Thân") + table(cell("{{ ten }}") + cell("{{p phu_luc }}")),
            "thân văn bản, bảng 1 hàng 1 ô 2",
            "thẻ {{p phu_luc }} đứng chung bảng hoặc khung chữ với nội dung khác",
        ),
        (
            control(table(cell("{{p phu_luc }}") + cell("{{ ten }}"))),
            "thân văn bản, bảng 1 hàng 1 ô 1",
            "thẻ {{p phu_luc }} đứng chung bảng hoặc khung chữ với nội dung khác",
        ),
        (
            box("{{p phu_luc }}"),
            "thân văn bản, đoạn 1, khung chữ, đoạn 1",
            "thẻ {{p phu_luc }} đứng chung bảng hoặc khung chữ với nội dung khác",
        ),
    ],
)
def it_says_where_the_slot_has_to_stand_when_it_cannot_be_taken_out(body: str, place: str, said: str):
    with pytest.raises(TemplateError) as caught:
        only_slot(Package.open(sample(body).write()), "phu_luc", name="mau.docx")
    (finding,) = caught.value.report
    assert (finding.location.file, finding.location.place) == ("mau.docx", place)
    assert (finding.message, finding.hint) == (said, HINT)
    assert "không tách được phần `phu_luc` ra tệp riêng" in str(caught.value)
