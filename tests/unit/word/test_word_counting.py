"""What Word counts through a whole file is refused where many letters are to stand in one."""

from __future__ import annotations

import pytest
from joined_files import BLANK, CORE, HEADER, LETTER, NAMES, bodies, joined
from support import Package as Read
from support.package import CONTENT_TYPES, NAMESPACES
from support.sample import OFFICE, SECTION, XML, XMLNS, mark, note, paragraph, sample

from vbhc.errors import TemplateError
from vbhc.word.template import compile_template

RELATIONS = "word/_rels/document.xml.rels"


def field(instruction: str) -> str:
    runs = ('<w:fldChar w:fldCharType="begin"/>', f"<w:instrText>{instruction}</w:instrText>")
    ends = ('<w:fldChar w:fldCharType="separate"/>', "<w:t>1</w:t>", '<w:fldChar w:fldCharType="end"/>')
    return "<w:p>" + "".join(f"<w:r>{run}</w:r>" for run in (*runs, *ends)) + "</w:p>"


def with_list(form: str) -> Read:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1."/></w:lvl>'
    kind = f'<w:abstractNum w:abstractNumId="4">{level}</w:abstractNum>'
    lists = f'{kind}<w:num w:numId="2"><w:abstractNumId w:val="4"/></w:num>'
    named = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr></w:p>'
    part = "word/numbering.xml"
    link = f'<Relationship Id="rId9" Type="{NAMESPACES["r"]}/numbering" Target="numbering.xml"/></Relationships>'
    declared = f'<Override PartName="/{part}" ContentType="{OFFICE}.numbering+xml"/></Types>'
    package = sample(LETTER + named).with_part(part, f"{XML}<w:numbering {XMLNS}>{lists}</w:numbering>".encode())
    return package.edited(RELATIONS, "</Relationships>", link).edited(CONTENT_TYPES, "</Types>", declared)


def with_note_numbers(properties: str) -> Read:
    package = sample(LETTER + paragraph("ý", after=mark(1)), footnotes=note(1, "Lời"))
    return package.edited("word/settings.xml", "<w:footnotePr>", f"<w:footnotePr>{properties}")


SPLIT = field('NUM</w:instrText></w:r><w:r><w:instrText xml:space="preserve">PAGES \\* Arabic ')
ALL_PAGES = "có trường NUMPAGES, tính theo cả tệp"
COUNTING: dict[str, tuple[Read, str]] = {
    "all pages": (sample(LETTER + field(" NUMPAGES ")), ALL_PAGES),
    "all pages, split by Word": (sample(LETTER + SPLIT), ALL_PAGES),
    "all pages in the header": (sample(LETTER).edited(HEADER, " PAGE ", " numpages "), ALL_PAGES),
    "a sequence": (
        sample(LETTER + '<w:p><w:fldSimple w:instr=" SEQ Bang "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'),
        "có trường SEQ, tính theo cả tệp",
    ),
    "a list": (with_list("decimal"), "có danh sách đánh số tự động"),
    "lines": (
        sample(LETTER, section=SECTION.replace("</w:sectPr>", '<w:lnNumType w:countBy="1"/></w:sectPr>')),
        "có đánh số dòng",
    ),
    "notes by letters": (with_note_numbers('<w:numFmt w:val="lowerLetter"/>'), "đánh số cước chú theo cách riêng"),
    "notes from 5": (with_note_numbers('<w:numStart w:val="5"/>'), "đánh số cước chú theo cách riêng"),
}  # fmt: skip


@pytest.mark.parametrize("name", COUNTING)
def it_refuses_what_would_count_on_from_letter_to_letter(name: str):
    template, message = COUNTING[name]
    with pytest.raises(TemplateError, match=r"Mẫu «mau\.docx» không gộp được nhiều văn bản vào một tệp") as caught:
        joined(template)
    assert [(it.code, it.message, it.location.file) for it in caught.value.report] == [("MB015", message, "mau.docx")]


def it_refuses_endnotes():
    endnote = '<w:r><w:endnoteReference w:id="1"/></w:r>'
    compiled = compile_template(sample(paragraph("ý", after=endnote)).write(), name="mau.docx")
    with pytest.raises(TemplateError) as caught:
        compiled.join([compiled.fill({})], core=CORE, blank=BLANK)
    assert [it.message for it in caught.value.report] == ["có chú thích cuối (endnote), sẽ dồn cả về cuối tệp"]


HARMLESS: dict[str, Read] = {
    "page numbers and addresses": sample(LETTER + field(' HYPERLINK "https://example.vn" ') + field(" PAGE ")),
    "bullets": with_list("bullet"),
    "notes numbered as ever": with_note_numbers('<w:numFmt w:val="decimal"/><w:numRestart w:val="continuous"/>'),
}


@pytest.mark.parametrize("name", HARMLESS)
def it_takes_what_does_not_count(name: str):
    assert [body[0] for body in bodies(joined(HARMLESS[name]))] == [f"Gửi {name}" for name in NAMES]
