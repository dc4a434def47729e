"""The parts of the package around the body: styles, numbering, theme, settings, headers and footers."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from support.handmade.body import body
from support.handmade.page import first_footer, first_header, first_page_stories, page_number
from support.handmade.pen import NORMAL, Pen, run_properties
from support.handmade.theme import theme
from support.handmade.values import Letter
from support.package import CONTENT_TYPES, NAMESPACES, Package

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PREFIXES = {
    **{prefix: NAMESPACES[prefix] for prefix in ("a", "mc", "r", "w", "wp")},
    "v": "urn:schemas-microsoft-com:vml",
    "w10": "urn:schemas-microsoft-com:office:word",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
XMLNS = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in PREFIXES.items())
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
KINDS = {
    "document": f"{OFFICE}.document.main+xml",
    "styles": f"{OFFICE}.styles+xml",
    "numbering": f"{OFFICE}.numbering+xml",
    "settings": f"{OFFICE}.settings+xml",
    "header": f"{OFFICE}.header+xml",
    "footer": f"{OFFICE}.footer+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}
EMPTY = "<w:p/>"
MODERN = '<w:spacing w:after="160" w:line="259" w:lineRule="auto"/>'
BUILT_IN = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
)
OUTLINE_LEVELS = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-"))


def package(letter: Letter) -> Package:
    """The file of ``letter``."""
    pen = Pen(letter)
    content = body(pen)
    stories = _stories(pen)
    texts = {
        "document": f"<w:document {XMLNS}><w:body>{content}</w:body></w:document>",
        **stories,
        "styles": f"<w:styles {XMLNS}>{_styles(pen)}</w:styles>",
        "settings": f"<w:settings {XMLNS}>{_settings()}</w:settings>",
        "theme": theme("Times New Roman" if letter.formatting == "theme" else "Calibri"),
    }
    if letter.numbering == "automatic":
        texts["numbering"] = f"<w:numbering {XMLNS}>{_numbering()}</w:numbering>"
    return _package(texts, list(stories))


def _stories(pen: Pen) -> dict[str, str]:
    """Headers and footers by relationship: the number, page 1's own, and the blank ones of later sections."""
    inside: dict[str, str] = {}
    if pen.letter.page_number:
        inside[f"Number{pen.letter.page_number_in.title()}"] = page_number(pen)
    for story in first_page_stories(pen.letter):
        own = first_header(pen) if story == "header" else first_footer(pen)
        inside |= {f"First{story.title()}": own, f"Blank{story.title()}": EMPTY}
    return {name: _story(name, content) for name, content in inside.items()}


def _story(name: str, content: str) -> str:
    tag = "hdr" if name.endswith("Header") else "ftr"
    return f"<w:{tag} {XMLNS}>{content}</w:{tag}>"


def _styles(pen: Pen) -> str:
    return DEFAULTS[pen.letter.formatting] + BUILT_IN + "".join((*_paragraph_styles(pen), *_character_styles(pen)))


def _fonts(**fonts: str) -> str:
    names = "".join(f' w:{kind}="{name}"' for kind, name in fonts.items())
    return f"<w:rFonts{names}/>"


def _defaults(run: str, paragraph: str, normal: str) -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault><w:pPrDefault>{paragraph}</w:pPrDefault>"
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/>{normal}</w:style>"
    )


THEME_FONTS = _fonts(asciiTheme="minorHAnsi", eastAsiaTheme="minorHAnsi", hAnsiTheme="minorHAnsi", cstheme="minorBidi")
DEFAULTS: Mapping[str, str] = {
    # What Word gives a new file: everything that the letter is, its paragraphs say themselves.
    "direct": _defaults(f'{THEME_FONTS}<w:sz w:val="22"/><w:szCs w:val="22"/>', f"<w:pPr>{MODERN}</w:pPr>", ""),
    "theme": _defaults(f'{THEME_FONTS}<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>', "", ""),
    "styles": _defaults(
        _fonts(ascii="Calibri", hAnsi="Calibri") + '<w:sz w:val="22"/>',
        "",
        f"<w:rPr>{run_properties(NORMAL)}</w:rPr>",
    ),
}


def _paragraph_styles(pen: Pen) -> list[str]:
    return [
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="Kiểu {name[4:]}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
        for (paragraph, run), name in pen.paragraph_styles.items()
    ]


def _character_styles(pen: Pen) -> list[str]:
    return [
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{name}"><w:name w:val="Chữ {name[3:]}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{run}</w:rPr></w:style>'
        for run, name in pen.character_styles.items()
    ]


def _settings() -> str:
    uri = "http://schemas.microsoft.com/office/word"
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/></w:compat>'
    )


def _numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="0" w:firstLine="567"/></w:pPr></w:lvl>'
        for level, (kind, text) in enumerate(OUTLINE_LEVELS)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def _kind(name: str) -> str:
    return name if name in KINDS else ("header" if name.endswith("Header") else "footer")


def _package(texts: Mapping[str, str], stories: list[str]) -> Package:
    names = {name: f"{name}.xml" if name not in stories else f"{_kind(name)}{name}.xml" for name in texts}
    overrides = "".join(
        f'<Override PartName="/word/{file}" ContentType="{KINDS[_kind(name)]}"/>' for name, file in names.items()
    )
    types = (
        f'<Types xmlns="{NAMESPACES["ct"]}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    related = ((_id(name), _kind(name), file) for name, file in names.items() if name != "document")
    parts = {
        CONTENT_TYPES: types,
        "_rels/.rels": _relationships([("rId1", "officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": _relationships(list(related)),
        **{f"word/{file}": texts[name] for name, file in names.items()},
    }
    return Package.of({name: (XML + text).encode() for name, text in parts.items()})


def _id(name: str) -> str:
    return "rIdNumber" if name.startswith("Number") else f"rId{name}"


def _relationships(entries: list[tuple[str, str, str]]) -> str:
    nodes = "".join(
        f'<Relationship Id="{id_}" Type="{NAMESPACES["r"]}/{kind}" Target="{escape(target)}"/>'
        for id_, kind, target in entries
    )
    return f'<Relationships xmlns="{NAMESPACES["pr"]}">{nodes}</Relationships>'
