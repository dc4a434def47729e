"""What people type before a mục: "Chương I", "I.", "1.", "1.1.", "a)", "-", "+".

>>> read_mark("a) Hạ tầng số")
Mark(level='diem', number='a)', rest='Hạ tầng số')
>>> read_mark("V/v báo cáo") is None
True
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vbhc.text.spelling import nfc

_FORMS = (
    ("phan", re.compile(r"(?i:phần)\s+([IVXLC]+|\d{1,2}|(?i:thứ)\s+\w+)\b[.:]?\s*")),
    ("chuong", re.compile(r"(?i:chương)\s+([IVXLC]+|\d+)\b[.:]?\s*")),
    ("muc", re.compile(r"(?:Mục|MỤC)\s+(\d+|[IVXLC]+)\b[.:]?\s*")),
    ("tieu_muc", re.compile(r"(?i:tiểu mục)\s+(\d+)\b[.:]?\s*")),
    ("dieu", re.compile(r"(?:Điều|ĐIỀU)\s+(\d+)\s*[.:]\s*")),
    ("la_ma", re.compile(r"(?!V\s*/\s*v\b)([IVXLC]+)(?:\s*[./)]\s*|\s*[-–]\s+)(?=\S|$)")),
    ("khoan_con", re.compile(r"(\d{1,2}(?:\.\d{1,2})+)\s*[.)]?\s+")),
    ("khoan", re.compile(r"(\d{1,3})\s*[.)/]\s+(?=\S|$)|(\d{1,3})[.)](?=[^\W\d_])")),
    ("diem", re.compile(r"([a-zđ]{1,2})\s*[)]\s*|([a-zđ])\.\s+(?=\S)")),
    ("gach", re.compile(r"([-–—])\s*(?=\S)")),
    ("cong", re.compile(r"([+•*])\s*(?=\S)")),
)


class Mark(NamedTuple):
    """The number or the dash that a text begins with, as typed, and the words behind it.

    ``level``: as in `vbhc.model.CapMuc`, and "khoan_con" for "1.1.".
    """

    level: str
    number: str
    rest: str


def read_mark(text: str) -> Mark | None:
    """What a text begins with; ``None`` where it begins with words."""
    composed = nfc(text)
    for level, form in _FORMS:
        if found := form.match(composed):
            return Mark(level, found[0].strip(), composed[found.end() :].strip())
    return None


def level_of_label(label: str) -> str:
    """The level of a number that stands by itself, as Word writes it: "khoan" for one of no known form."""
    level = next((level for level, form in _FORMS if form.fullmatch(f"{label} ")), None)
    return level or ("khoan" if re.search(r"\w", label) else "gach")
