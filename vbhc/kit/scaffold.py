"""A complete pack made from the decree's data: the Word file that a maintainer then edits by hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from vbhc.kit import frame
from vbhc.kit.styles import FONT, W_NAMESPACE, styles_xml
from vbhc.layout import load_decree
from vbhc.word.archive import pack, write_packed

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# part -> (content type, relationship id, relationship type) seen from document.xml
DOCUMENT_PARTS: Mapping[str, tuple[str, str, str]] = {
    "styles.xml": (f"{CONTENT}.styles+xml", "rIdStyles", "styles"),
    "settings.xml": (f"{CONTENT}.settings+xml", "rIdSettings", "settings"),
    "fontTable.xml": (f"{CONTENT}.fontTable+xml", "rIdFonts", "fontTable"),
    "header_so_trang.xml": (f"{CONTENT}.header+xml", "rIdSoTrang", "header"),
    "header_trang_1.xml": (f"{CONTENT}.header+xml", "rIdDauTrang1", "header"),
    "footer_trang_1.xml": (f"{CONTENT}.footer+xml", "rIdChanTrang1", "footer"),
}


# pack -> (its Word file, size profile, whether it prints tên loại and trích yếu above the body)
SHIPPED: Mapping[str, tuple[str, str, bool]] = {
    "congvan": ("congvan.docx", "P12", False),
    "congvan-p13": ("congvan.docx", "P13", False),
    "kehoach": ("kehoach.docx", "P12", True),
    "vanbancoten": ("vanbancoten.docx", "P12", True),
}


def write_shipped(templates: str | Path) -> None:
    """Write the Word files of the shipped packs anew into the folder that holds them."""
    for pack_name, (file, profile, co_ten) in SHIPPED.items():
        Path(templates, pack_name, file).write_bytes(scaffold(profile, co_ten=co_ten))


def scaffold(profile: str, *, co_ten: bool = False) -> bytes:
    """The Word file of a pack in a size profile of the decree ("P12", "P13"), with tags in place.

    ``co_ten``: with tên loại and trích yếu above the body, as a kế hoạch has them; otherwise that of a công văn.
    """
    decree = load_decree()
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships({"rIdDocument": ("officeDocument", "word/document.xml")}),
        "word/document.xml": frame.document_xml(decree, profile, co_ten=co_ten),
        "word/_rels/document.xml.rels": _relationships(
            {rel_id: (kind, part) for part, (_, rel_id, kind) in DOCUMENT_PARTS.items()}
        ),
        "word/styles.xml": styles_xml(decree, profile),
        "word/settings.xml": _SETTINGS,
        "word/fontTable.xml": _FONTS,
        "word/header_so_trang.xml": frame.page_number_header_xml(),
        "word/header_trang_1.xml": frame.first_page_header_xml(),
        "word/footer_trang_1.xml": frame.first_page_footer_xml(),
    }
    return write_packed(pack(name, (XML + text).encode()) for name, text in parts.items())


def _content_types() -> str:
    overrides = {"word/document.xml": f"{CONTENT}.document.main+xml"}
    overrides |= {f"word/{part}": kind for part, (kind, _, _) in DOCUMENT_PARTS.items()}
    written = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{written}</Types>'
    )


def _relationships(targets: Mapping[str, tuple[str, str]]) -> str:
    written = "".join(
        f'<Relationship Id="{rel_id}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for rel_id, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{written}</Relationships>'


# doNotExpandShiftReturn: a justified line that its author broke is not torn to the full width.
_SETTINGS = (
    f'<w:settings {W_NAMESPACE}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)
_FONTS = (
    f'<w:fonts {W_NAMESPACE}><w:font w:name="{FONT}"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>'
    '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)
