"""What the rules on page and technique tell of a handmade document, and texts to make one of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from support.handmade import Text, edited
from support.handmade.looks import doan
from support.handmade.values import Block
from support.package import Package

from vbhc.check import check

BODY, HEADER = "word/document.xml", "word/headerNumberHeader.xml"
LONG = (
    "Các cơ quan, đơn vị rà soát kết quả thực hiện nhiệm vụ được giao, báo cáo đầy đủ, đúng thời hạn về Sở Tài chính "
    "để tổng hợp, báo cáo Ủy ban nhân dân tỉnh."
)
Than = tuple[Block, ...]


def told(data: bytes) -> list[str]:
    """Code and place of each finding."""
    found = [it for it in check(data, select=["KT"]) if it.code.startswith("KT")]
    return [f"{it.code} {it.location.place}".strip() for it in found]


def says(data: bytes) -> str:
    """What the only finding says."""
    (found,) = check(data, select=["KT"])
    return found.message


def long(**look: Any) -> Text:
    """A paragraph of nội dung that needs two lines."""
    return replace(doan(LONG), **look)


def with_body(*blocks: Block) -> Callable[[Than], Than]:
    """A change of ``than``: these blocks behind the first, which is an ordinary paragraph."""
    return lambda than: (than[0], *blocks, *than[1:])


def in_section(data: bytes, what: str) -> bytes:
    """The document with one more element in the properties of its first section."""
    return edited(data, BODY, '<w:cols w:space="720"/>', f'{what}<w:cols w:space="720"/>')


def runs_of(data: bytes, part: str = BODY) -> list[str]:
    """The runs of a part as they are written."""
    return re.findall("<w:r>.*?</w:r>", Package.read(data).parts[part].decode())


def run_edited(data: bytes, text: str, old: str, new: str) -> bytes:
    """The document with ``old`` replaced by ``new`` in the run that says ``text``."""
    run = next(it for it in runs_of(data) if f">{text}</w:t>" in it)
    assert old in run
    return edited(data, BODY, run, run.replace(old, new))
