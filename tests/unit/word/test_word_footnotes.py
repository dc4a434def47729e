"""The part for footnotes: made where a Word file has none, taken as it is where it has one, named in the settings."""

from __future__ import annotations

import pytest
from support import Package as Read
from support import validate
from support.notes import note_id
from support.package import NAMESPACES, qn, xpath
from support.reader import read
from support.sample import SEPARATORS, SETTINGS, mark, note, paragraph, sample
from support.styles import Styles

from vbhc.word.footnotes import footnote, footnote_reference, with_footnote_slot
from vbhc.word.note_styles import with_footnote_styles
from vbhc.word.package import Package
from vbhc.word.properties import CoreProperties
from vbhc.word.template import RawXml, compile_template
from vbhc.word.wml import runs

MARK_STYLE = (
    '<w:style w:type="character" w:styleId="Dau"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)
BODY = paragraph("{{p noi_dung }}")
WITH_NOTES = sample(paragraph("Mẫu", after=mark(4)) + BODY, styles=MARK_STYLE, footnotes=note(4, "Của mẫu."))
WITHOUT = (
    sample(BODY, styles=MARK_STYLE)
    .with_part(
        "word/settings.xml",
        f'<w:settings xmlns:w="{NAMESPACES["w"]}"><w:zoom w:percent="100"/><w:compat/><w:listSeparator w:val=";"/>'
        "</w:settings>".encode(),
    )
    .edited(
        "word/_rels/document.xml.rels",
        "</Relationships>",
        f'<Relationship Id="rId9" Type="{NAMESPACES["r"]}/settings" Target="settings.xml"/></Relationships>',
    )
    .edited(
        "[Content_Types].xml",
        "</Types>",
        '<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.settings+xml"/></Types>',
    )
)


def filled(source: Read, *texts: str) -> bytes:
    """``source`` with a paragraph that has a footnote for each of ``texts``, a paragraph of it a line."""
    package, first = with_footnote_slot(Package.open(source.write()), "ghi_chu")
    marks = "".join(footnote_reference(first + n, mark_style_id="Dau") for n in range(len(texts)))
    notes = [
        footnote(first + n, [runs(line) for line in text.split("\n")], style_id="Than", mark_style_id="Dau")
        for n, text in enumerate(texts)
    ]
    compiled = compile_template(package, name="mau.docx")
    body = RawXml(f"<w:p><w:r><w:t>Thân</w:t></w:r>{marks}</w:p>")
    context = {"noi_dung": body, "ghi_chu": RawXml("".join(notes))}
    return compiled.render(context, core=CoreProperties("T", "A"))


def unnamed(source: Read) -> Read:
    """``source`` with settings that say nothing of footnotes."""
    return source.with_part("word/settings.xml", source.parts["word/settings.xml"].replace(SETTINGS.encode(), b""))


def settings_of(data: bytes) -> list[str]:
    """The names of what stands in the settings, in order."""
    tree = Read.read(data).trees["word/settings.xml"]
    return [str(node.tag).rpartition("}")[2] for node in tree]


def it_makes_a_part_for_footnotes_where_there_is_none():
    data = filled(WITHOUT, "Một.", "Hai.\nBa.")
    validate(data)
    assert read(data).footnotes == ("Một.", "Hai.\nBa.")
    assert read(data).body == ("Thân",)


def it_names_the_lines_above_notes_in_the_settings_in_the_place_that_the_schema_asks_for():
    assert settings_of(filled(WITHOUT, "Một.")) == ["zoom", "footnotePr", "compat", "listSeparator"]


def it_leaves_the_settings_that_name_their_lines_as_they_are():
    assert settings_of(filled(WITH_NOTES, "Một.")) == ["footnotePr"]


def it_leaves_a_part_without_notes_where_the_document_has_none():
    data = filled(WITHOUT)
    validate(data)
    assert read(data).footnotes == ()


def it_puts_new_notes_behind_those_that_are_there_with_ids_of_their_own():
    data = filled(WITH_NOTES, "Một.", "Hai.")
    validate(data)
    assert read(data).footnotes == ("Của mẫu.", "Một.", "Hai.")
    ids = [note_id(node) for node in Read.read(data).trees["word/footnotes.xml"]]
    assert ids == ["-1", "0", "4", "5", "6"]


@pytest.mark.parametrize(
    ("source", "free"),
    [(WITHOUT, 1), (sample(footnotes=note(1, "x")), 2), (WITH_NOTES, 5), (sample(footnotes=note(9, "a")), 10)],
)
def it_finds_the_first_id_that_is_free(source: Read, free: int):
    assert with_footnote_slot(Package.open(source.write()), "ghi_chu")[1] == free


def it_begins_a_note_with_its_raised_number_and_a_space_and_escapes_nothing_twice():
    data = filled(WITHOUT, "A & B < C")
    package = Read.read(data)
    (first,) = xpath(package.trees["word/footnotes.xml"], "w:footnote[not(@w:type)]/w:p")
    assert [str(child.tag).rpartition("}")[2] for child in first] == ["pPr", "r", "r", "r"]
    number, space, _ = xpath(first, "w:r")
    assert Styles(package).run_format(first, number.find("w:rPr", NAMESPACES))["vertAlign"] == "superscript"
    assert "".join(space.itertext()) == " "
    assert read(data).footnotes == ("A & B < C",)


def it_names_in_the_settings_the_lines_that_the_template_has_by_their_own_ids():
    notes = WITH_NOTES.parts["word/footnotes.xml"].replace(b'w:id="0"', b'w:id="1"').replace(b'w:id="-1"', b'w:id="0"')
    data = filled(unnamed(WITH_NOTES).with_part("word/footnotes.xml", notes), "Một.")
    named = xpath(Read.read(data).trees["word/settings.xml"], "w:footnotePr/w:footnote")
    assert [note_id(node) for node in named] == ["0", "1"]
    validate(data)


def it_adds_the_lines_to_a_part_for_footnotes_that_has_none():
    notes = WITH_NOTES.parts["word/footnotes.xml"].replace(SEPARATORS.encode(), b"")
    data = filled(unnamed(WITH_NOTES).with_part("word/footnotes.xml", notes), "Một.")
    assert read(data).footnotes == ("Của mẫu.", "Một.")
    kinds = {node.get(qn("w:type")) for node in Read.read(data).trees["word/footnotes.xml"]}
    assert kinds == {"separator", "continuationSeparator", None}
    validate(data)


def it_gives_the_lines_and_the_first_note_ids_of_their_own_where_the_only_note_has_the_id_0():
    notes = WITH_NOTES.parts["word/footnotes.xml"].replace(SEPARATORS.encode(), b"").replace(b'w:id="4"', b'w:id="0"')
    source = unnamed(WITH_NOTES).with_part("word/footnotes.xml", notes)
    data = filled(source.edited("word/document.xml", 'w:id="4"', 'w:id="0"'), "Một.", "Hai.")
    ids = [note_id(node) for node in Read.read(data).trees["word/footnotes.xml"]]
    assert ids == ["-1", "1", "0", "2", "3"]
    assert read(data).footnotes == ("Của mẫu.", "Một.", "Hai.")
    validate(data)


FORMAT = '<w:pos w:val="pageBottom"/><w:numFmt w:val="decimal"/><w:numRestart w:val="eachPage"/>'


@pytest.mark.parametrize("named", ["", '<w:footnote w:id="-1"/>', '<w:footnote w:id="-1"/><w:footnote w:id="7"/>'])
def it_names_the_lines_in_settings_that_say_other_things_of_footnotes(named: str):
    settings = f"<w:footnotePr>{FORMAT}{named}</w:footnotePr>"
    data = filled(WITH_NOTES.edited("word/settings.xml", SETTINGS, settings), "Một.")
    (properties,) = Read.read(data).trees["word/settings.xml"]
    assert [str(node.tag).rpartition("}")[2] for node in properties] == [
        *("pos", "numFmt", "numRestart"),
        *("footnote", "footnote"),
    ]
    assert [note_id(node) for node in properties[-2:]] == ["-1", "0"]
    validate(data)


def it_makes_settings_that_name_the_lines_where_there_are_none():
    source = sample(BODY, styles=MARK_STYLE)
    assert source.related(source.main, "settings") is None
    data = filled(source, "Một.")
    assert Read.read(data).related("word/document.xml", "settings") == "word/settings.xml"
    assert settings_of(data) == ["footnotePr"]
    validate(data)


def styled(styles: str = "") -> Read:
    source = Package.open(sample(BODY, styles=styles).write())
    return Read.read(with_footnote_styles(source, 11).to_bytes())


def it_adds_the_styles_of_footnotes_where_there_are_none():
    tree = styled().trees["word/styles.xml"]
    added = {style.find("w:name", NAMESPACES).get(qn("w:val")): style for style in tree.iterfind("w:style", NAMESPACES)}
    text, mark_style = added["footnote text"], added["footnote reference"]
    assert (text.get(qn("w:styleId")), mark_style.get(qn("w:styleId"))) == ("FootnoteText", "FootnoteReference")
    assert xpath(text, "w:rPr/w:sz")[0].get(qn("w:val")) == "22"
    assert xpath(mark_style, "w:rPr/w:vertAlign")[0].get(qn("w:val")) == "superscript"
    assert [xpath(style, "w:basedOn")[0].get(qn("w:val")) for style in (text, mark_style)] == [
        "Normal",
        "DefaultParagraphFont",
    ]
    validate(styled().write(), tags=True)


def it_takes_no_id_of_another_style_for_them():
    other = '<w:style w:type="paragraph" w:customStyle="1" w:styleId="FootnoteText"><w:name w:val="Khác"/></w:style>'
    ids = [style.get(qn("w:styleId")) for style in xpath(styled(other).trees["word/styles.xml"], "w:style")]
    assert ids[-3:] == ["FootnoteText", "FootnoteText1", "FootnoteReference"]
    validate(styled(other).write(), tags=True)


def it_leaves_the_styles_of_footnotes_as_they_are_however_their_names_are_written():
    text = '<w:style w:type="paragraph" w:styleId="Chan"><w:name w:val="Footnote Text"/></w:style>'
    source = Package.open(sample(BODY, styles=text + MARK_STYLE).write())
    assert with_footnote_styles(source, 11) is source
