"""Whatever has happened to a file, it is read or it is refused in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from support.package import Package
from support.word_file import alternates, char, drawing, instr, p, r, style, tbl, tc, tr, vml, word_file, wsp

from vbhc.errors import PackageError
from vbhc.word.view import Block, View, open_view, paragraphs, tables

NUMBERED = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
SECTION = (
    '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:type w:val="continuous"/>'
    '<w:pgSz w:w="11907" w:h="16840"/><w:pgMar w:top="1134" w:left="1701"/><w:pgNumType w:start="1"/><w:titlePg/>'
    "</w:sectPr>"
)
TABLE = tbl(
    tr(tc("a", tcpr='<w:tcW w:w="99" w:type="dxa"/><w:gridSpan w:val="2"/>'), trpr='<w:gridBefore w:val="1"/>'),
    tr(tc("b", tcpr='<w:vMerge w:val="restart"/><w:tcBorders><w:top w:val="single" w:sz="4"/></w:tcBorders>')),
    tr(tc(tbl(tr(tc("sâu"))), "c", tcpr="<w:vMerge/>"), trpr="<w:tblHeader/><w:del/>"),
    tblpr='<w:tblStyle w:val="T"/><w:tblInd w:w="100"/><w:tblLook w:val="04A0"/>',
    grid=(1000, 2000),
)
BODY = (
    p("Một ", r("hai", rpr='<w:rStyle w:val="C"/><w:b/><w:sz w:val="28"/><w:color w:val="FF0000"/>'), ppr=NUMBERED)
    + p(r(char("begin"), instr("PAGE"), char("separate"), "1", char("end")), ppr='<w:pStyle w:val="P"/><w:framePr/>')
    + TABLE
    + p(r(alternates(vml(p("cũ")), ("wps", drawing(wsp(p("mới")))))), r('<w:sym w:char="F0FC"/>', "<w:tab/>"))
    + p("x", f"<w:ins>{r('y')}</w:ins><w:del>{r('z')}</w:del>", ppr=f"<w:rPr><w:del/></w:rPr>{SECTION}")
    + "<w:sdt><w:sdtContent>"
    + p(r("n", '<w:footnoteReference w:id="2"/>'))
    + "</w:sdtContent></w:sdt>"
    + SECTION
)
PARTS = {
    "styles": "<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>"
    + style("N", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>", more='w:default="1"')
    + style("P", '<w:basedOn w:val="N"/><w:pPr><w:ind w:left="720"/><w:spacing w:line="300"/></w:pPr>')
    + style("C", '<w:rPr><w:b/><w:rFonts w:asciiTheme="minorHAnsi"/></w:rPr>', kind="character")
    + style("T", '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>', kind="table"),
    "numbering": '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="1"><w:start w:val="1"/>'
    '<w:numFmt w:val="lowerLetter"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/>'
    "</w:lvlOverride></w:num>",
    "settings": "<w:evenAndOddHeaders/>",
    "header1": p("đầu"),
    "footnotes": f'<w:footnote w:id="2">{p("chú thích")}</w:footnote>',
    "theme": '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont>',
}
SOUND = word_file(BODY, parts=PARTS)
NAMES = sorted(name for name in SOUND.parts if name.endswith((".xml", ".rels")))
VALUES = st.sampled_from(["", "0", "-1", "1", "9" * 20, "1e999", "nan", "²", "12pt", "x", "²pt", "on", "end"])


def read_whole(seen: View) -> Iterator[Block]:
    """Everything in it, as those who ask would."""
    assert seen.sections
    for section in seen.sections:
        assert section.page.text_mm == section.page.text_mm
        yield from (*section.blocks, *sum((*section.headers.values(), *section.footers.values()), ()))
    for note in seen.notes.values():
        yield from note


def read_or_refused(data: bytes) -> None:
    try:
        blocks = list(read_whole(open_view(data)))
    except PackageError:
        return
    for paragraph in paragraphs(blocks):
        assert isinstance(paragraph.text + paragraph.label + str(paragraph.place), str)
        paragraph.text.encode()
        assert astuple(paragraph.layout)
    assert all(isinstance(table.ruled, bool) for table in tables(blocks))


def tampered(draw: st.DrawFn, root: etree._Element, element: etree._Element) -> None:
    """One thing done to an element, as a careless program would."""
    what = draw(st.sampled_from(["value"] * 5 + ["rename"] * 2 + ["forget", "drop", "double", "wrap", "move"]))
    tags = sorted({str(it.tag) for it in root.iter()})
    if what in ("value", "forget") and element.attrib:
        name = draw(st.sampled_from(sorted(element.attrib)))
        if what == "value":
            element.set(name, draw(VALUES))
        else:
            del element.attrib[name]
    elif what == "rename":
        element.tag = draw(st.sampled_from(tags))
    elif (parent := element.getparent()) is not None:
        moved(draw, what, element, parent)


def moved(draw: st.DrawFn, what: str, element: etree._Element, parent: etree._Element) -> None:
    everywhere = list(parent.getroottree().iter())
    target = draw(st.sampled_from(everywhere))
    if what == "drop":
        parent.remove(element)
    elif what == "double":
        parent.append(etree.fromstring(etree.tostring(element)))
    elif what == "wrap":
        etree.SubElement(parent, target.tag).append(element)
    elif element is not target and element not in list(target.iterancestors()):
        target.append(element)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    package: Package = SOUND
    for name in draw(st.lists(st.sampled_from([*NAMES, *["word/document.xml"] * 6]), min_size=1, max_size=3)):
        root = etree.fromstring(package.parts[name])
        for _ in range(draw(st.integers(1, 5))):
            tampered(draw, root, draw(st.sampled_from(list(root.iter()))))
        package = package.with_part(name, etree.tostring(root))
    return package.write()


@given(damaged())
@settings(max_examples=400, deadline=None)
def it_reads_or_refuses_files_whose_parts_were_tampered_with(data: bytes) -> None:
    read_or_refused(data)


@given(st.data())
@settings(max_examples=200, deadline=None)
def it_reads_or_refuses_files_of_which_bytes_were_lost_or_changed(data: st.DataObject) -> None:
    sound = bytearray(SOUND.write())
    for at in data.draw(st.lists(st.integers(0, len(sound) - 1), min_size=1, max_size=4)):
        sound[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.none() | st.integers(0, len(sound)))
    read_or_refused(bytes(sound[:cut]))


@given(st.sets(st.sampled_from(sorted(SOUND.parts))))
@settings(max_examples=100, deadline=None)
def it_reads_or_refuses_files_of_which_parts_are_missing(gone: set[str]) -> None:
    read_or_refused(Package.of({name: data for name, data in SOUND.parts.items() if name not in gone}).write())
