"""Comments put into a document: at their paragraphs, behind those it has, everything else as it was."""

from __future__ import annotations

import pytest
from lxml import etree
from support import Package as Read
from support import validate
from support.package import NAMESPACES, qn, xpath
from support.sample import cell, paragraph, sample, table

from vbhc.word.comments import Comment, with_comments
from vbhc.word.package import Package

COMMENTS = "word/comments.xml"
OLD = (
    f'<w:comments xmlns:w="{NAMESPACES["w"]}"><w:comment w:id="7" w:author="Chị Hoa" w:initials="H">'
    "<w:p><w:r><w:t>Xem lại câu này.</w:t></w:r></w:p></w:comment></w:comments>"
)
RANGE = '<w:commentRangeStart w:id="7"/>', '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'


def with_old_comment() -> Read:
    package = sample(paragraph("Một", before=RANGE[0], after=RANGE[1]) + paragraph("Hai"))
    package = package.with_part(COMMENTS, OLD.encode())
    package = package.edited(
        "word/_rels/document.xml.rels",
        "</Relationships>",
        f'<Relationship Id="rId9" Type="{NAMESPACES["r"]}/comments" Target="comments.xml"/></Relationships>',
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    override = f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'
    return package.edited("[Content_Types].xml", "</Types>", override)


def box(text: str) -> str:
    """A paragraph that holds a text box, as older Word writes it."""
    content = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    shape = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:90pt;height:20pt"><v:textbox>{content}'
    return f"<w:p><w:r><w:t>Quanh khung</w:t></w:r><w:r><w:pict>{shape}</v:textbox></v:shape></w:pict></w:r></w:p>"


def commented(source: Read, *comments: Comment) -> Read:
    """The sound file that comes out."""
    data = with_comments(Package.open(source.write()), comments, author="vbhc").to_bytes()
    validate(data)
    return Read.read(data)


def anchored(package: Read) -> dict[str, list[str]]:
    """For each comment that the text refers to, its author and lines, then the text that it stands beside."""
    part = package.related("word/document.xml", "comments")
    comments = {node.get(qn("w:id")): node for node in package.trees[part or ""]}
    found = {}
    for reference in package.trees["word/document.xml"].iter(qn("w:commentReference")):
        number = str(reference.get(qn("w:id")))
        lines = ["".join(p.itertext()) for p in comments[number].iterfind("w:p", NAMESPACES)]
        found[number] = [str(comments[number].get(qn("w:author"))), *lines, text_beside(package, number)]
    return found


def text_beside(package: Read, number: str) -> str:
    """The text between the marks where a comment begins and ends."""
    text, inside = "", False
    for node in package.trees["word/document.xml"].iter(etree.Element):
        if node.get(qn("w:id")) == number and node.tag in (qn("w:commentRangeStart"), qn("w:commentRangeEnd")):
            inside = node.tag == qn("w:commentRangeStart")
        elif inside and node.tag == qn("w:t"):
            text += node.text or ""
    return text


def it_stands_beside_the_paragraph_with_its_number() -> None:
    source = sample(paragraph("Không") + table(cell("Một") + cell("Hai")) + paragraph("Ba"))
    package = commented(source, Comment(("Sai.", "→ Sửa."), 2), Comment(("Cuối.",), 3))
    assert anchored(package) == {"0": ["vbhc", "Sai.", "→ Sửa.", "Hai"], "1": ["vbhc", "Cuối.", "Ba"]}


def it_puts_several_comments_beside_one_paragraph() -> None:
    package = commented(sample(paragraph("Không") + paragraph("Một")), Comment(("a",), 1), Comment(("b",), 1))
    assert anchored(package) == {"0": ["vbhc", "a", "Một"], "1": ["vbhc", "b", "Một"]}


@pytest.mark.parametrize("index", [None, 99])
def it_stands_at_the_first_paragraph_where_it_has_no_place(index: int | None) -> None:
    assert anchored(commented(sample(paragraph("Đầu") + paragraph("Sau")), Comment(("a",), index)))["0"][-1] == "Đầu"


def it_stands_at_the_paragraph_that_holds_the_text_box_it_is_about() -> None:
    package = commented(sample(paragraph("Đầu") + box("Trong khung")), Comment(("a",), 2))
    assert "Quanh khung" in anchored(package)["0"][-1]
    assert xpath(package.trees["word/document.xml"], "//w:txbxContent//w:commentReference") == []


def it_keeps_the_comments_that_are_there() -> None:
    package = commented(with_old_comment(), Comment(("Mới.",), 0))
    assert anchored(package) == {"7": ["Chị Hoa", "Xem lại câu này.", "Một"], "8": ["vbhc", "Mới.", "Một"]}


def it_takes_no_number_of_a_comment_that_is_gone_from_its_part() -> None:
    source = with_old_comment().edited(COMMENTS, 'w:id="7"', 'w:id="2"')
    data = with_comments(Package.open(source.write()), [Comment(("Mới.",), 1)], author="vbhc").to_bytes()
    added = Read.read(data).trees[COMMENTS][-1]
    assert added.get(qn("w:id")) == "8"


def it_touches_no_other_part() -> None:
    source = sample(paragraph("Đầu"))
    package = commented(source, Comment(("a",), 0))
    touched = {name for name, data in package.parts.items() if source.parts.get(name) != data}
    assert touched == {COMMENTS, "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}


def it_touches_only_two_parts_where_there_are_comments() -> None:
    source = with_old_comment()
    package = commented(source, Comment(("a",), 0))
    assert {name for name, data in package.parts.items() if source.parts[name] != data} == {
        "word/document.xml",
        COMMENTS,
    }


def it_takes_another_name_where_a_part_that_is_no_comments_has_its_name() -> None:
    source = sample(paragraph("Đầu")).with_part(COMMENTS, b"<khac/>")
    data = with_comments(Package.open(source.write()), [Comment(("a",))], author="vbhc").to_bytes()
    package = Read.read(data)
    assert package.parts[COMMENTS] == b"<khac/>"
    assert package.related("word/document.xml", "comments") == "word/comments1.xml"


def it_links_by_an_id_that_is_free() -> None:
    source = sample(paragraph("Đầu")).edited("word/_rels/document.xml.rels", "rId1", "rIdVbhcComments")
    assert anchored(commented(source, Comment(("a",))))["0"][-1] == "Đầu"


def it_changes_nothing_without_comments() -> None:
    package = Package.open(sample(paragraph("Đầu")).write())
    assert with_comments(package, [], author="vbhc") is package


def it_keeps_signs_of_xml_in_words() -> None:
    assert anchored(commented(sample(paragraph("Đầu")), Comment(("a < b & «c»  d",))))["0"][1] == "a < b & «c»  d"


def it_makes_a_paragraph_where_the_document_has_none() -> None:
    assert anchored(commented(sample(), Comment(("Trống.",))))["0"] == ["vbhc", "Trống.", ""]


def it_gives_the_same_bytes_each_time() -> None:
    source, comment = sample(paragraph("Đầu")), Comment(("a",), 0)
    assert commented(source, comment).write() == commented(source, comment).write()
    assert b"w:date" not in commented(source, comment).parts[COMMENTS]
