"""What the tests of the writer share: blocks as data, and a result read back paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree
from support.letters import plan_data
from support.notes import marked_notes
from support.package import NAMESPACES, Package, qn
from support.reader import paragraphs, run_text, runs
from support.structure import structural_problems
from support.styles import Format, Styles
from support.tables import NO_BREAK_SPACES, ReadTable, read_tables

from vbhc import VanBan, read_van_ban, render_bytes

Data = dict[str, Any]

LONG = "Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện nhiệm vụ được giao. " * 5
AFTER: Data = {"loai": "doan", "noi_dung": f"Sau hết: {LONG}"}
"""A last paragraph, so long that nothing above it stays with the signature."""


def titled(tieu_de: str, *khoi: Data, **more: Any) -> Data:
    """A mục with a tiêu đề, as data."""
    return {"loai": "muc", "tieu_de": tieu_de, "khoi": list(khoi), **more}


def said(noi_dung: str, *khoi: Data, **more: Any) -> Data:
    """A mục without tiêu đề, as data."""
    return {"loai": "muc", "noi_dung": noi_dung, "khoi": list(khoi), **more}


def run_in(tieu_de: str, noi_dung: str, *khoi: Data, **more: Any) -> Data:
    """A mục whose text follows its tiêu đề on one line, as data."""
    return titled(tieu_de, *khoi, noi_dung=noi_dung, chay_lien=True, **more)


def dash(noi_dung: str, *con: str) -> Data:
    """An item behind a dash, with items behind a plus sign, as data."""
    return {"loai": "gach_dau_dong", "noi_dung": noi_dung, "con": list(con)}


def table(cot: list[Any], *hang: Any) -> Data:
    """A table as data."""
    return {"loai": "bang", "cot": cot, "hang": list(hang)}


def keyed(text: str = "", khoa: str = "k", so_cot: int = 1) -> Data:
    """A cell that is one with those of its key in neighbouring rows, as data."""
    return {"noi_dung": text, "khoa": khoa, "so_cot": so_cot}


def appendix(*blocks: Data, **more: Any) -> Data:
    """A phụ lục as data."""
    return {"noi_dung": list(blocks), **more}


def of_type(ten_loai: str, viet_tat: str, **changes: Any) -> VanBan:
    """A văn bản of a type that has tên loại: the short kế hoạch under another name."""
    data = plan_data(loai="vanbancoten", ten_loai=ten_loai, so_ky_hieu=f"/{viet_tat}-UBND", **changes)
    return read_van_ban(data)


@dataclass(frozen=True)
class Read:
    """One paragraph; ``style`` is the name that Word shows, ``bold`` and ``italic`` the words that come out so."""

    style: str
    raw: str
    bold: str
    italic: str
    look: Format
    """How it stands as a block, by Word's own names (``jc``, ``keepNext``, ``outlineLvl``, …)."""

    @property
    def text(self) -> str:
        """With ordinary spaces; ``{^1}`` is the mark of the first footnote."""
        return self.raw.translate(NO_BREAK_SPACES)

    @property
    def is_bold(self) -> bool:
        """Whether all its words come out bold."""
        return self.bold == self.raw

    @property
    def kept(self) -> bool:
        """Whether it stays on the page of what follows."""
        return self.look.get("keepNext") == "1"

    @property
    def level(self) -> int | None:
        """Its level in Word's navigation pane, from 1; ``None`` for what is no heading."""
        outline = int(self.look.get("outlineLvl", "9"))
        return None if outline == 9 else outline + 1


def rendered(van_ban: VanBan, **options: Any) -> bytes:
    """The file, its structure looked over; a test of a shape that no other has validates it as a whole."""
    data = render_bytes(van_ban, **options)
    assert structural_problems(Package.read(data)) == []
    return data


class Reader:
    """Reads the paragraphs of one file."""

    def __init__(self, data: bytes) -> None:
        self._package = Package.read(data)
        self._styles = Styles(self._package)
        self._marks = {mark: number for number, (mark, _) in enumerate(marked_notes(self._package), 1)}

    def body(self) -> Iterator[Read]:
        """Every paragraph of the body, those of tables too."""
        return map(self._read, paragraphs(self._package.trees[self._package.main]))

    def outside_tables(self) -> Iterator[Read]:
        """The paragraphs of the body that stand in no table."""
        (body,) = self._package.trees[self._package.main]
        return map(self._read, body.iterfind("w:p", NAMESPACES))

    def notes(self) -> Iterator[list[Read]]:
        """The paragraphs of each footnote, in the order of their marks."""
        return ([*map(self._read, paragraphs(note))] for _, note in marked_notes(self._package))

    def _read(self, paragraph: etree._Element) -> Read:
        pieces = [(self._shown(run), self._look(paragraph, run)) for run in runs(paragraph)]
        return Read(
            style=self._styles.name(self._styles.of_paragraph(paragraph)),
            raw="".join(text for text, _ in pieces),
            bold="".join(text for text, look in pieces if look.get("b") == "1"),
            italic="".join(text for text, look in pieces if look.get("i") == "1"),
            look=self._styles.paragraph_format(paragraph),
        )

    def _look(self, paragraph: etree._Element, run: etree._Element) -> Format:
        return self._styles.run_format(paragraph, run.find("w:rPr", NAMESPACES))

    def _shown(self, run: etree._Element) -> str:
        marks = "".join(f"{{^{self._marks[mark]}}}" for mark in run.iterfind("w:footnoteReference", NAMESPACES))
        return run_text(run) + marks


def written(van_ban: VanBan, **options: Any) -> list[Read]:
    """The paragraphs of ``van_ban`` that say something, tables left out."""
    return [line for line in Reader(rendered(van_ban, **options)).outside_tables() if line.raw]


def body_of(van_ban: VanBan, **options: Any) -> list[Read]:
    """What stands below tên loại, trích yếu and Kính gửi."""
    above = {"VB Tên loại", "VB Trích yếu", "VB Kính gửi", "VB Kính gửi một nơi", "VB Nơi kính gửi"}
    return [line for line in written(van_ban, **options) if line.style not in above]


def data_tables(data: bytes) -> list[ReadTable]:
    """The tables that have a heading: not those which lay out the frame."""
    return [found for found in read_tables(data) if found.header_rows]


def tables_as_xml(data: bytes) -> list[etree._Element]:
    """The same tables as Word has them."""
    package = Package.read(data)
    found = package.trees[package.main].iter(qn("w:tbl"))
    return [node for node in found if node.find("w:tr/w:trPr/w:tblHeader", NAMESPACES) is not None]
