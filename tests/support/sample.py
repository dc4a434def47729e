"""A small sound DOCX to build test files from, made of strings that a test can bend."""

from __future__ import annotations

from support.package import CONTENT_TYPES, NAMESPACES, Package

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
XMLNS = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("w", "r", "wp", "mc", "w14"))
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
KINDS = NAMESPACES["r"]
MAIN_RELATIONS = "word/_rels/document.xml.rels"

SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
    "</w:sectPr>"
)
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"'
    ' w:cs="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Than"><w:name w:val="Thân"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:spacing w:before="120"/><w:ind w:firstLine="720"/><w:jc w:val="both"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Dam"><w:name w:val="Đậm"/><w:basedOn w:val="Than"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
)
PAGE_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
SETTINGS = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'


def paragraph(text: str, *, style: str = "Than", run: str = "", before: str = "", after: str = "") -> str:
    """A paragraph of one run, with ``before`` and ``after`` around it; ``run`` is the inside of its ``w:rPr``."""
    properties = f"<w:rPr>{run}</w:rPr>" if run else ""
    content = f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{before}{content}{after}</w:p>'


def mark(number: int) -> str:
    """A run with the mark of footnote ``number``."""
    return f'<w:r>{RAISED}<w:footnoteReference w:id="{number}"/></w:r>'


def note(number: int, first: str, *more: str) -> str:
    """Footnote ``number``, a paragraph for each text; its mark and a space stand before the first."""
    own_mark = f'<w:r>{RAISED}<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
    paragraphs = paragraph(first, before=own_mark) + "".join(map(paragraph, more))
    return f'<w:footnote w:id="{number}">{paragraphs}</w:footnote>'


def cell(text: str, *, properties: str = "", after: str = "") -> str:
    """A table cell of one paragraph, ``after`` its run; ``properties`` follow the width in its ``w:tcPr``."""
    content = paragraph(text, after=after)
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def table(*rows: str, columns: int = 2) -> str:
    """A table of ``columns`` grid columns; a row is the cells' XML, with its ``w:trPr`` before them if it has one."""
    grid = '<w:gridCol w:w="2000"/>' * columns
    body = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'


def sample(body: str = "", *, section: str = SECTION, styles: str = "", footnotes: str = "") -> Package:
    """A sound package with ``body`` inside ``w:body``, a header with the page number, and core properties.

    ``footnotes`` are made with `note`; with them come the separators, and the settings that name those.
    """
    texts = _texts(body + section, STYLES + styles) | (_notes(footnotes) if footnotes else {})
    parts = {CONTENT_TYPES: _content_types(set(texts)), MAIN_RELATIONS: _main_relationships(set(texts)), **texts}
    return Package.of({name: (XML + text).encode() for name, text in parts.items()})


def _texts(body: str, styles: str) -> dict[str, str]:
    return {
        "_rels/.rels": _relationships(
            ("rId1", f"{KINDS}/officeDocument", "word/document.xml"),
            ("rId2", f"{NAMESPACES['pr']}/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/document.xml": f'<w:document {XMLNS} mc:Ignorable="w14"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": f"<w:styles {XMLNS}>{styles}</w:styles>",
        "word/header1.xml": f"<w:hdr {XMLNS}><w:p>{PAGE_FIELD}</w:p></w:hdr>",
        "docProps/core.xml": _core("V/v mẫu thử", "SỞ MẪU"),
    }


def _notes(footnotes: str) -> dict[str, str]:
    return {
        "word/settings.xml": f"<w:settings {XMLNS}>{SETTINGS}</w:settings>",
        "word/footnotes.xml": f"<w:footnotes {XMLNS}>{SEPARATORS}{footnotes}</w:footnotes>",
    }


def _main_relationships(names: set[str]) -> str:
    related = (
        ("rId1", f"{KINDS}/styles", "styles.xml"),
        ("rId2", f"{KINDS}/header", "header1.xml"),
        ("rId3", f"{KINDS}/settings", "settings.xml"),
        ("rId4", f"{KINDS}/footnotes", "footnotes.xml"),
    )
    return _relationships(*(entry for entry in related if f"word/{entry[2]}" in names))


def _content_types(names: set[str]) -> str:
    kinds = {
        "word/document.xml": f"{OFFICE}.document.main+xml",
        "word/styles.xml": f"{OFFICE}.styles+xml",
        "word/header1.xml": f"{OFFICE}.header+xml",
        "word/settings.xml": f"{OFFICE}.settings+xml",
        "word/footnotes.xml": f"{OFFICE}.footnotes+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items() if name in names
    )
    return (
        f'<Types xmlns="{NAMESPACES["ct"]}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(*entries: tuple[str, str, str]) -> str:
    nodes = "".join(f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>' for id_, kind, target in entries)
    return f'<Relationships xmlns="{NAMESPACES["pr"]}">{nodes}</Relationships>'


def _core(title: str, creator: str) -> str:
    cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    dc = "http://purl.org/dc/elements/1.1/"
    return (
        f'<cp:coreProperties xmlns:cp="{cp}" xmlns:dc="{dc}">'
        f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator></cp:coreProperties>"
    )
