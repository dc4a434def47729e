"""A document as it is read, whoever wrote it: every formatting resolved, through every place that holds text."""

from vbhc.word.view.opening import open_view
from vbhc.word.view.values import (
    Block,
    Border,
    Cell,
    Layout,
    Look,
    PageKind,
    PageSetup,
    Paragraph,
    Place,
    Row,
    Run,
    Section,
    Shape,
    Table,
    View,
    paragraphs,
    tables,
)

__all__ = [
    "Block",
    "Border",
    "Cell",
    "Layout",
    "Look",
    "PageKind",
    "PageSetup",
    "Paragraph",
    "Place",
    "Row",
    "Run",
    "Section",
    "Shape",
    "Table",
    "View",
    "open_view",
    "paragraphs",
    "tables",
]
