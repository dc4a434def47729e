"""The outline of a text: what people type before a mục, or what Word writes there for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vbhc.recognition.values import Line, MucThay
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


def read_outline(lines: Sequence[Line]) -> Iterator[MucThay]:
    """The lines of ``lines`` that begin with a number or a dash, those of data tables left out."""
    for line in lines:
        if line.table is None and (muc := read_number(line)) is not None:
            yield muc


def read_number(line: Line) -> MucThay | None:
    """The number or the dash that a line begins with."""
    label = line.paragraph.label.strip()
    first = line.text == line.paragraph.text.strip() or line.paragraph.text.strip().startswith(line.text)
    if label and first:
        level = next((level for level, form in _FORMS if form.fullmatch(f"{label} ")), None)
        level = level or ("gach" if not re.search(r"\w", label) else "khoan")
        return MucThay(level, label, line.text, line, automatic=True)
    text = nfc(line.text)
    for level, form in _FORMS:
        if found := form.match(text):
            return MucThay(level, found[0].strip(), text[found.end() :].strip(), line)
    return None
