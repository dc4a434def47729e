"""Letters of one template as one file: to A, B and C, made with the sample of these tests."""

from __future__ import annotations

from support import Package as Read
from support import validate
from support.package import NAMESPACES, qn
from support.reader import paragraph_text, sections
from support.sample import OFFICE, XML, XMLNS, paragraph

from vbhc.word.package import Package, Relationship
from vbhc.word.properties import CoreProperties
from vbhc.word.template import compile_template

MAIN, HEADER = "word/document.xml", "word/header1.xml"
CORE = CoreProperties("V/v mẫu", "SỞ MẪU")
BLANK = {"header": "rIdBlankHeader", "footer": "rIdBlankFooter"}
LETTER = paragraph("Gửi {{ noi }}")
NAMES = ("A", "B", "C")


def with_blank_margins(package: Read) -> Package:
    made = Package.open(package.write())
    for tag, kind in (("hdr", "header"), ("ftr", "footer")):
        link = Relationship(MAIN, f"{NAMESPACES['r']}/{kind}", BLANK[kind])
        data = f"{XML}<w:{tag} {XMLNS}><w:p/></w:{tag}>".encode()
        made = made.with_part(f"word/blank_{kind}.xml", data, content_type=f"{OFFICE}.{kind}+xml", rel=link)
    return made


def joined(template: Read | Package, *letters: dict[str, object]) -> Read:
    """The letters in one file; three to A, B and C where none is given."""
    package = with_blank_margins(template) if isinstance(template, Read) else template
    compiled = compile_template(package, name="mau.docx")
    filled = [compiled.fill(values) for values in letters or [{"noi": name} for name in NAMES]]
    data = compiled.join(filled, core=CORE, blank=BLANK)
    validate(data)
    return Read.read(data)


def bodies(package: Read) -> list[list[str]]:
    """The paragraphs of each section."""
    body = package.trees[MAIN].find("w:body", NAMESPACES)
    return [[paragraph_text(it) for block in blocks for it in block.iter(qn("w:p"))] for _, blocks in sections(body)]
