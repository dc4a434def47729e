"""Marks around the values in a text, by which they are found again in the document that is made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vbhc.draft.sources import Origins, Source
from vbhc.indicators import BangChiTieu
from vbhc.indicators.drawing import MarkCell
from vbhc.templating.faults import Origin
from vbhc.templating.tracing import Printed

# Of the private use area of Unicode, as the placeholders of values are.
_START, _MIDDLE, _END = "\ue003", "\ue004", "\ue005"
MARK = re.compile(f"{_START}(?P<key>[^{_MIDDLE}]*){_MIDDLE}(?P<text>[^{_END}]*){_END}")
"""A marked value: the key of its source, and itself."""
_ROWS = '{{ bang | map(attribute="ma") | join(", ") }}'
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Marking:
    """Marks values, and keeps their sources by the keys in the marks; ``tables``: which rows each table has."""

    origins: Origins
    sources: dict[str, Source] = field(default_factory=dict)
    tables: list[Source] = field(default_factory=list)

    def note(self, printed: Printed, origin: Origin) -> str | None:
        """Keep the source of a value; gives its key, ``None`` for a value that comes from no workbook."""
        source = self.origins.of(printed, origin)
        return None if source is None else self._kept(source)

    def marked(self, printed: Printed, origin: Origin, text: str) -> str:
        """``text``, which the value is printed as, in its marks."""
        key = self.note(printed, origin)
        return text if key is None else _between_marks(key, text)

    def cells_of(self, bang: BangChiTieu, origin: Origin) -> MarkCell:
        """Marks the cells of a table that hold a number; ``origin``: what asks for the table."""
        name, ref = self.origins.name_of(bang), self.origins.ref(bang)
        if ref:
            rows = ", ".join(row.ma for row in bang)
            self.tables.append(Source(rows, _ROWS, origin.place, (), {"bang": ref}))
        keys: dict[str, str] = {}

        def mark(o: str, text: str) -> str:
            if name is None or not _DIGIT.search(text):
                return text
            if o not in keys:
                keys[o] = self._kept(Source(text, origin.tag, origin.place, (self.origins.cell(name, o),)))
            # A cell of several lines becomes several paragraphs, each of which is marked.
            return "\n".join(_between_marks(keys[o], line) if line else line for line in text.split("\n"))

        return mark

    def _kept(self, source: Source) -> str:
        key = str(len(self.sources) + 1)
        self.sources[key] = source
        return key


def _between_marks(key: str, text: str) -> str:
    return f"{_START}{key}{_MIDDLE}{text}{_END}"


def without_marks(text: str) -> str:
    """``text`` as it is without being marked."""
    return MARK.sub(lambda mark: mark["text"], text)
