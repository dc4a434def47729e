"""What Word wants where a loop or condition left nothing: a cell ends in a paragraph, a table has a row."""

from __future__ import annotations

_CELL_ENDS = tuple(
    (before + "</w:tc>", before + "<w:p/></w:tc>") for before in ("</w:tcPr>", "<w:tcPr/>", "<w:tc>", "</w:tbl>")
)
_MARGIN_ENDS = ("</w:hdr>", "</w:ftr>")
_EMPTY_RUN = '<w:r><w:t xml:space="preserve"></w:t></w:r>'  # what a {{r …}} tag leaves on both sides
_NO_ROWS = "</w:tblGrid></w:tbl>"


def completed(xml: str) -> str:
    """A rendered part without tables that have no row, with a paragraph where Word asks for one."""
    xml = _without_empty_tables(xml).replace(_EMPTY_RUN, "")
    for end, complete in _CELL_ENDS:
        xml = xml.replace(end, complete)
    for end in _MARGIN_ENDS:
        if xml.endswith(end) and not xml.endswith(("</w:p>" + end, "<w:p/>" + end)):
            xml = f"{xml.removesuffix(end)}<w:p/>{end}"
    return xml


def _without_empty_tables(xml: str) -> str:
    while (end := xml.find(_NO_ROWS)) >= 0:
        start = max(xml.rfind("<w:tbl>", 0, end), xml.rfind("<w:tbl ", 0, end))
        xml = xml[:start] + xml[end + len(_NO_ROWS) :]
    return xml
