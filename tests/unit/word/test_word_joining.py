"""Documents of one template in one file, whatever a maintainer has put into it: each as in a file of its own."""

from __future__ import annotations

import pytest
from joined_files import CORE, HEADER, LETTER, MAIN, NAMES, bodies, joined, with_blank_margins
from support import Package as Read
from support.notes import marks, note_id, typed_mark
from support.notes import notes as notes_of
from support.package import NAMESPACES, qn, val, xpath
from support.reader import paragraph_text, read
from support.sample import SECTION, XML, cell, mark, note, paragraph, sample, table

from vbhc.word.footnotes import with_footnote_slot
from vbhc.word.package import Package
from vbhc.word.template import RawXml

BREAK = f'<w:p><w:pPr><w:pStyle w:val="Than"/>{SECTION}</w:pPr></w:p>'
LANDSCAPE = SECTION.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
DRAWING = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="7" name="a"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="urn:x"/>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)
BOOKMARK = '<w:bookmarkStart w:id="3" w:name="cho"/><w:bookmarkEnd w:id="3"/>'
STAR = '<w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t>'
VML = "urn:schemas-microsoft-com:vml"
BOX = (
    f'<w:pict xmlns:v="{VML}"><v:shapetype id="_x0000_t202"/><v:shape id="Hop" type="#_x0000_t202" '
    'style="width:90pt;height:30pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>hộp</w:t></w:r></w:p></w:txbxContent>'
    "</v:textbox></v:shape></w:pict>"
)
CONTROL = '<w:sdt><w:sdtPr><w:id w:val="12345"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'


def pages(package: Read) -> list[tuple[str | None, str | None, str | None]]:
    """Of each section where its page numbers begin, how it begins, and how its paper lies."""
    found = xpath(package.trees[MAIN], ".//w:sectPr")
    return [(val(it, "w:pgNumType", "w:start"), val(it, "w:type"), val(it, "w:pgSz", "w:orient")) for it in found]


# --- sections ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("last", "text"),
    [
        (paragraph("cuối"), ["cuối"]),
        ("<w:p><w:r><w:t>cuối</w:t></w:r></w:p>", ["cuối"]),
        ("<w:p><w:pPr/><w:r><w:t>cuối</w:t></w:r></w:p>", ["cuối"]),
        ('<w:p w:rsidR="00AA11BB"/>', [""]),
        ("<w:p/>", [""]),
        # What cannot hold the end of a section is followed by a line that takes no room.
        (table(cell("a") + cell("b")), ["a", "b", ""]),
        (CONTROL.format(paragraph("cuối")), ["cuối", ""]),
        (f"<w:p><w:r>{BOX}</w:r></w:p>", ["hộp", "", ""]),
    ],
)
def it_ends_a_letter_in_its_last_paragraph_or_in_one_more(last: str, text: list[str]):
    package = joined(sample(LETTER + last))
    assert [sorted(body[1:]) for body in bodies(package)[:-1]] == [sorted(text)] * 2
    assert pages(package) == [("1", None, None)] * 3


def it_keeps_the_sections_of_a_letter_and_numbers_its_pages_from_its_first():
    package = joined(sample(LETTER + BREAK + paragraph("ngang"), section=LANDSCAPE))
    assert pages(package) == [("1", None, None), (None, None, "landscape")] * 3
    assert bodies(package)[3] == ["ngang"]


@pytest.mark.parametrize(
    ("given", "begun"),
    [
        ('<w:type w:val="continuous"/>', ("1", "nextPage", None)),
        ('<w:type w:val="oddPage"/>', ("1", "oddPage", None)),
        ('<w:pgNumType w:fmt="lowerRoman"/>', ("1", None, None)),
        ('<w:pgNumType w:fmt="lowerRoman" w:start="5"/>', ("5", None, None)),
    ],
)
def it_begins_a_letter_on_a_new_page_1_unless_it_has_a_first_number_of_its_own(given: str, begun: tuple[str, ...]):
    before, after = ("<w:pgSz", f"{given}<w:pgSz") if "type" in given else ("</w:sectPr>", f"{given}</w:sectPr>")
    package = joined(sample(LETTER, section=SECTION.replace(before, after, 1)))
    assert pages(package) == [begun] * 3


def it_keeps_a_section_that_ends_right_before_the_last_one():
    package = joined(sample(LETTER + BREAK))
    assert pages(package) == [("1", None, None), (None, None, None)] * 3
    assert bodies(package) == [["Gửi A", ""], [""], ["Gửi B", ""], [""], ["Gửi C", ""], []]


def it_takes_a_template_without_a_last_section():
    assert pages(joined(sample(LETTER, section=""))) == [("1", None, None)] * 3


# --- headers and footers ----------------------------------------------------------------------------------------------


def headers(package: Read) -> list[dict[str, list[str]]]:
    """The headers that each section names, by page, with their text."""
    targets = {link.id: link.target for link in package.relations(MAIN)}
    found = xpath(package.trees[MAIN], ".//w:sectPr")
    return [
        {
            it.get(qn("w:type"), ""): [paragraph_text(p) for p in package.trees[targets[it.get(qn("r:id"), "")]]]
            for it in xpath(section, "w:headerReference")
        }
        for section in found
    ]


def it_gives_every_letter_its_own_header():
    template = sample(LETTER).edited(HEADER, "</w:hdr>", paragraph("Gửi {{ noi }}") + "</w:hdr>")
    package = joined(template, *({"noi": name} for name in "ABA"))
    assert [header["default"][1] for header in headers(package)] == ["Gửi A", "Gửi B", "Gửi A"]
    assert [name for name in package.parts if name.startswith("word/vbhc_joint")] == ["word/vbhc_joint_2_header1.xml"]


def it_keeps_the_links_of_a_header_that_is_written_again():
    rels = (
        f'{XML}<Relationships xmlns="{NAMESPACES["pr"]}"><Relationship Id="rId1" Type="{NAMESPACES["r"]}/hyperlink" '
        'Target="https://example.vn" TargetMode="External"/></Relationships>'
    )
    link = '<w:hyperlink r:id="rId1"><w:r><w:t>{{ noi }}</w:t></w:r></w:hyperlink>'
    template = sample(LETTER).edited(HEADER, "</w:hdr>", f"<w:p>{link}</w:p></w:hdr>")
    package = joined(template.with_part("word/_rels/header1.xml.rels", rels.encode()))
    assert [header["default"][1] for header in headers(package)] == ["A", "B", "C"]


def it_gives_no_letter_a_header_of_the_letter_before_it():
    first = SECTION.replace('w:type="default"', 'w:type="first"')
    package = joined(sample(LETTER + BREAK.replace(SECTION, first) + paragraph("sau")))
    both = [["default", "first"], ["default"]]
    assert [sorted(header) for header in headers(package)] == [["first"], ["default"], *both, *both]
    assert headers(package)[2]["default"] == [""]


# --- footnotes --------------------------------------------------------------------------------------------------------


def noted(*marked: int, notes: int = 2) -> Package:
    """A template that has notes of its own, and a slot for others, with a mark in each paragraph."""
    texts = "".join(note(number, f"Lời {number} {{{{ noi }}}}") for number in range(1, notes + 1))
    package = sample(LETTER + "".join(paragraph("ý", after=mark(number)) for number in marked), footnotes=texts)
    return with_footnote_slot(with_blank_margins(package), "chu_thich")[0]


def numbered(package: Read) -> list[tuple[str | None, str]]:
    """The marks in the order of reading, each with the text of its note."""
    texts = {note_id(it): "".join(map(paragraph_text, it)) for it in notes_of(package)}
    return [(typed_mark(it), texts[note_id(it)]) for it in marks(package)]


def it_numbers_the_notes_of_every_letter_from_1_in_the_order_of_their_marks():
    package = joined(noted(2, 1), *({"noi": name, "chu_thich": RawXml("")} for name in "AB"))
    assert numbered(package) == [("1", " Lời 2 A"), ("2", " Lời 1 A"), ("1", " Lời 2 B"), ("2", " Lời 1 B")]
    assert sorted(int(note_id(it)) for it in notes_of(package)) == [-1, 0, 1, 2, 3, 4]


def it_leaves_a_mark_that_is_typed_already_and_counts_the_others():
    own = noted(1, 2)
    star = own.parts[MAIN].replace(b'<w:footnoteReference w:id="1"/>', STAR.encode())
    first_note, _, second_note = own.parts["word/footnotes.xml"].partition(b"<w:footnoteRef/>")
    own = own.with_data(MAIN, star).with_data("word/footnotes.xml", first_note + b"<w:t>*</w:t>" + second_note)
    package = joined(own, *({"noi": name, "chu_thich": RawXml("")} for name in "AB"))
    assert numbered(package) == [("*", "* Lời 1 A"), ("1", " Lời 2 A"), ("*", "* Lời 1 B"), ("1", " Lời 2 B")]


def it_numbers_a_mark_that_says_it_is_not_typed():
    own = noted(1, notes=1)
    said = own.parts[MAIN].replace(b"<w:footnoteReference", b'<w:footnoteReference w:customMarkFollows="0"')
    package = joined(own.with_data(MAIN, said), {"noi": "A", "chu_thich": RawXml("")})
    assert numbered(package) == [("1", " Lời 1 A")]


# --- what a file may have once only -----------------------------------------------------------------------------------


def it_has_no_id_twice():
    body = f'<w:p w14:paraId="00AA11BB" w14:textId="77777777">{BOOKMARK}{DRAWING}</w:p>' + CONTROL.format(LETTER)
    header = f"<w:p>{DRAWING}</w:p>{LETTER}</w:hdr>"
    package = joined(sample(body).edited(HEADER, "</w:hdr>", header))
    drawings = [it.get("id") for tree in package.stories.values() for it in tree.iter(qn("wp:docPr"))]
    assert len(drawings) == len(set(drawings)) == 6
    assert xpath(package.trees[MAIN], ".//w:bookmarkStart | .//w:sdtPr/w:id | .//w:p[@w14:paraId]") == []
    assert [body[:2] for body in bodies(package)] == [["", f"Gửi {name}"] for name in NAMES]


def it_gives_the_text_boxes_of_every_letter_names_of_their_own():
    package = joined(sample(f"{LETTER}<w:p><w:r>{BOX}</w:r></w:p>"))
    types, boxes = ([*package.trees[MAIN].iter(f"{{{VML}}}{tag}")] for tag in ("shapetype", "shape"))
    assert len({it.get("id") for it in (*types, *boxes)}) == 6
    assert [it.get("type") for it in boxes] == [f"#{it.get('id')}" for it in types]


def it_numbers_drawings_behind_those_that_all_letters_share():
    header = f"<w:p>{DRAWING.replace('7', '2')}</w:p></w:hdr>"
    package = joined(sample(f"{LETTER}<w:p>{DRAWING}</w:p>").edited(HEADER, "</w:hdr>", header))
    drawings = [it.get("id") for tree in package.stories.values() for it in tree.iter(qn("wp:docPr"))]
    assert len(set(drawings)) == len(drawings) == 4


def it_keeps_what_all_letters_share_as_it_is():
    package, alone = joined(sample(LETTER)), with_blank_margins(sample(LETTER))
    assert [name for name, data in alone.parts.items() if package.parts[name] != data] == [MAIN, "docProps/core.xml"]
    assert read(package.write()).properties["title"] == CORE.title


def it_joins_many_letters_in_the_order_given():
    names = [f"Sở {number}" for number in range(40)]
    package = joined(sample(LETTER), *({"noi": name} for name in names))
    assert bodies(package) == [[f"Gửi {name}"] for name in names]
