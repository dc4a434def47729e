"""The marked copy: each finding as a comment that staff can read in Word."""

from __future__ import annotations

import pytest
from checked_files import document, section
from support import Package, validate
from support.package import NAMESPACES, qn
from support.sample import paragraph
from support.word_file import external, p, word_file

from vbhc.check import Found, check, examine, marked_copy
from vbhc.findings import Finding, Severity
from vbhc.word.view import Place

SOURCE = document(paragraph("Một") + paragraph("Hai"), last=section(left=567)).write()


def comments(data: bytes) -> list[list[str]]:
    """The lines of each comment, and last the text of the paragraph it stands in."""
    validate(data)
    package = Package.read(data)
    text = package.trees["word/document.xml"]
    found = []
    for comment in package.trees["word/comments.xml"]:
        at = text.find(f".//w:commentReference[@w:id='{comment.get(qn('w:id'))}']/../..", NAMESPACES)
        lines = ["".join(it.itertext()) for it in comment.iterfind("w:p", NAMESPACES)]
        found.append([*lines, "" if at is None else "".join(at.itertext())])
    return found


def found(place: Place | None, severity: Severity = Severity.HINT) -> Found:
    return Found(Finding("KT901", "thu", severity, "sai cỡ", "đặt 14"), place, "PL I, II.6")


def it_writes_level_code_message_advice_and_clause() -> None:
    at = Place("word/document.xml", 5, "đoạn 6")
    assert comments(marked_copy(SOURCE, [found(at)])) == [
        ["GỢI Ý KT901: sai cỡ", "→ đặt 14", "Căn cứ: PL I, II.6", "Hai"]
    ]


def it_says_where_what_cannot_bear_a_comment_stands() -> None:
    header = Place("word/header1.xml", 1, "đầu trang, đoạn 2")
    first = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    told = comments(marked_copy(SOURCE, [found(header), found(None, Severity.ERROR)]))
    assert [(lines[0], lines[-1]) for lines in told] == [
        ("GỢI Ý KT901 (đầu trang, đoạn 2): sai cỡ", first),
        ("LỖI KT901: sai cỡ", first),
    ]


def it_leaves_out_what_a_finding_does_not_say() -> None:
    bare = Found(Finding("VB201", "thu", Severity.ERROR, "hỏng"))
    assert comments(marked_copy(SOURCE, [bare]))[0][:-1] == ["LỖI VB201: hỏng"]


def it_marks_every_finding_of_a_check_in_order() -> None:
    checked = examine(document(last=section(left=567, right=0)).write())
    told = comments(marked_copy(document(last=section(left=567, right=0)).write(), checked.found))
    assert [lines[0].partition(": ")[2] for lines in told] == [it.message for it in checked.report]


def it_leaves_a_copy_that_is_found_as_bad_as_before() -> None:
    marked = marked_copy(SOURCE, examine(SOURCE).found)
    # The comments themselves are told of: a marked copy is not to be sent out.
    assert check(marked, ignore=["KT033"]) == check(SOURCE)
    assert marked_copy(SOURCE, examine(SOURCE).found) == marked


@pytest.mark.parametrize("name", ["word/document.xml", "word/document2.xml"])
def it_marks_files_that_link_to_others_and_whose_body_has_another_name(name: str) -> None:
    link = external("attachedTemplate", "Normal.dotm")
    source = word_file(p("Một") + p("Hai"), main=name, links=link).write()
    marked = Package.read(marked_copy(source, [found(Place(name, 1, "đoạn 2"))]))
    assert [it.get(qn("w:id")) for it in marked.trees[name][0][1].iter(qn("w:commentReference"))] == ["0"]
    assert {it.kind.rpartition("/")[2] for it in marked.relations(name)} == {"attachedTemplate", "comments"}


def it_copies_a_file_without_findings_part_by_part() -> None:
    sound = document()
    assert Package.read(marked_copy(sound.write(), [])).parts == sound.parts
