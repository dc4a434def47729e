"""Word files as other programs write them, put together from XML; and what `open_view` reads in them."""

from __future__ import annotations

from collections.abc import Mapping

from support.package import CONTENT_TYPES, NAMESPACES, Package
from vbhc.word.view import Paragraph, Table, View, open_view, paragraphs, tables

WORD_2010 = "http://schemas.microsoft.com/office/word/2010"
SPACES = {
    **{prefix: NAMESPACES[prefix] for prefix in ("w", "r", "wp", "mc", "a")},
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "wpg": f"{WORD_2010}/wordprocessingGroup",
    "wps": f"{WORD_2010}/wordprocessingShape",
    "la": "urn:nobody-knows-this",
}
XMLNS = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in SPACES.items())
ROOTS = {"header": "w:hdr", "footer": "w:ftr", "theme": "a:theme"}
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def word_file(
    body: str, *, parts: Mapping[str, str] | None = None, main: str = "word/document.xml", links: str = ""
) -> Package:
    """A package with ``body`` inside ``w:body``.

    ``parts``: what stands in the parts the body links to, by their names ("styles", "header2"); the id of a link is the
    name of its part. ``links``: more of them, as XML.
    """
    folder, _, name = main.rpartition("/")
    kinds = {part: part.rstrip("0123456789") for part in parts or {}}
    texts = {
        f"{folder}/{part}.xml": _root(ROOTS.get(kinds[part], f"w:{kinds[part]}"), text)
        for part, text in (parts or {}).items()
    }
    linked = "".join(_link(part, kind, f"{part}.xml") for part, kind in kinds.items())
    types = (
        f'<Types xmlns="{NAMESPACES["ct"]}"><Default Extension="rels" ContentType="application/x"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{MAIN}"/></Types>'
    )
    all_parts = {
        CONTENT_TYPES: types,
        "_rels/.rels": _links(_link("rId1", "officeDocument", main)),
        main: _root("w:document", f"<w:body>{body}</w:body>"),
        f"{folder}/_rels/{name}.rels": _links(linked + links),
        **texts,
    }
    return Package.of({name: text.encode() for name, text in all_parts.items()})


def _root(name: str, text: str) -> str:
    return f"<{name} {XMLNS}>{text}</{name}>"


def _links(links: str) -> str:
    return f'<Relationships xmlns="{NAMESPACES["pr"]}">{links}</Relationships>'


def _link(id_: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{id_}" Type="{NAMESPACES["r"]}/{kind}" Target="{target}"/>'


def external(kind: str, target: str) -> str:
    """A link out of the file."""
    return _link(f"ext-{kind}", kind, target).replace("/>", ' TargetMode="External"/>')


def view(body: str, **parts: str) -> View:
    """What is read in a file with this body and these parts."""
    return open_view(word_file(body, parts=parts).write())


def first(body: str, **parts: str) -> Paragraph:
    """The first paragraph of such a file."""
    return next(paragraphs(list(view(body, **parts).blocks)))


def first_table(body: str, **parts: str) -> Table:
    """The first table of such a file."""
    return next(tables(list(view(body, **parts).blocks)))


def texts(seen: View) -> list[str]:
    """The texts of all paragraphs of the body."""
    return [paragraph.text for paragraph in paragraphs(list(seen.blocks))]


def p(*content: str, ppr: str = "") -> str:
    """A paragraph; what is no XML becomes a run."""
    properties = f"<w:pPr>{ppr}</w:pPr>" if ppr else ""
    return f"<w:p>{properties}{''.join(it if it.startswith('<') else r(it) for it in content)}</w:p>"


def r(*content: str, rpr: str = "") -> str:
    """A run; what is no XML becomes its text."""
    properties = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    inner = (it if it.startswith("<") else f'<w:t xml:space="preserve">{it}</w:t>' for it in content)
    return f"<w:r>{properties}{''.join(inner)}</w:r>"


def char(kind: str) -> str:
    """The mark of a field: "begin", "separate", "end"."""
    return f'<w:fldChar w:fldCharType="{kind}"/>'


def instr(text: str) -> str:
    """The instruction of a field."""
    return f'<w:instrText xml:space="preserve">{text}</w:instrText>'


def alternates(fallback: str, *choices: tuple[str, str]) -> str:
    """An ``mc:AlternateContent`` of choices, each with what it requires."""
    chosen = "".join(f'<mc:Choice Requires="{needs}">{text}</mc:Choice>' for needs, text in choices)
    return f"<mc:AlternateContent>{chosen}<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"


def drawing(*shapes: str, width_mm: float = 50, height_mm: float = 20) -> str:
    """A ``w:drawing`` of shapes."""
    extent = f'<wp:extent cx="{int(width_mm * 36000)}" cy="{int(height_mm * 36000)}"/>'
    graphic = f"<a:graphic><a:graphicData>{''.join(shapes)}</a:graphicData></a:graphic>"
    return f"<w:drawing><wp:anchor>{extent}{graphic}</wp:anchor></w:drawing>"


def wsp(content: str = "", *, properties: str = "<a:ln/>") -> str:
    """A shape, with a text box when it has ``content``."""
    box = f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>" if content else ""
    return f"<wps:wsp><wps:spPr>{properties}</wps:spPr>{box}</wps:wsp>"


def vml(content: str, *, style: str = "width:100pt;height:50pt") -> str:
    """The older kind of text box."""
    box = f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
    return f'<w:pict><v:shape style="{style}">{box}</v:shape></w:pict>'


def tbl(*rows: str, tblpr: str = "", grid: tuple[int, ...] = ()) -> str:
    """A table of rows made with `tr`."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblPr>{tblpr}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def tr(*cells: str, trpr: str = "") -> str:
    """A row of cells made with `tc`."""
    return f"<w:tr><w:trPr>{trpr}</w:trPr>{''.join(cells)}</w:tr>"


def tc(*content: str, tcpr: str = "") -> str:
    """A cell; what is no XML becomes a paragraph."""
    inner = "".join(it if it.startswith("<") else p(it) for it in content)
    return f"<w:tc><w:tcPr>{tcpr}</w:tcPr>{inner}</w:tc>"


def style(id_: str, inner: str, *, kind: str = "paragraph", more: str = "") -> str:
    """A style, called as its id says; ``more`` stands among its attributes."""
    return f'<w:style w:type="{kind}" w:styleId="{id_}" {more}><w:name w:val="{id_}"/>{inner}</w:style>'
