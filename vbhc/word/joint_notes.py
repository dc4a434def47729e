"""The footnotes of many letters in one file: numbered from 1 in each, as in a file of its own.

Word can begin anew at a section, but LibreOffice (7.4) cannot, and then prints 0 for every number. So the numbers are
typed out, as custom marks are (ECMA-376-1, 17.11.14).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_MARK = re.compile(r"<w:footnoteReference\b([^>]*?)/>")
_CUSTOM = re.compile(r' w:customMarkFollows="(?:1|true|on|(0|false|off))"')
_NOTE = re.compile(r"(<w:footnote\b[^>]*>)(.*?</w:footnote>)", re.DOTALL)
_ID = re.compile(r'(?<=\bw:id=")-?\d+(?=")')
_IS_LINE = re.compile(r'\bw:type="(?!normal")')
_NUMBER = re.compile(r"<w:footnoteRef\b[^>]*/>")
_END = "</w:footnotes>"


@dataclass(slots=True)
class JointNotes:
    """Footnotes gathered letter by letter; ``lines``: the part with the lines above notes and nothing else."""

    lines: str
    next_id: int
    _notes: list[str] = field(default_factory=list)

    @classmethod
    def like(cls, part: str) -> JointNotes:
        """None yet, to stand in a part like ``part``."""
        lines = _NOTE.sub(lambda note: note[0] if _IS_LINE.search(note[1]) else "", part)
        return cls(lines, max([0, *(int(_id(opening)) for opening, _ in _NOTE.findall(lines))]) + 1)

    def take(self, body: str, part: str) -> str:
        """Take the notes of a letter from ``part``; gives its ``body`` with their numbers and the ids they have now."""
        marks = _Marks(self.next_id)
        body = _MARK.sub(marks.typed, body)
        for opening, inner in _NOTE.findall(part):
            old = _id(opening)
            if old in marks.ids:
                number = marks.numbers.get(old)
                inner = inner if number is None else _NUMBER.sub(_before_note(number), inner)
                self._notes.append(_ID.sub(marks.ids[old], opening) + inner)
        self.next_id += len(marks.ids)
        return body

    def part(self) -> str:
        """The part with all notes taken."""
        return self.lines.replace(_END, "".join(self._notes) + _END)


@dataclass(slots=True)
class _Marks:
    """The marks of one letter: for the old id of each note its new one, and its number unless it has a mark already."""

    first_id: int
    ids: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)

    def typed(self, mark: re.Match[str]) -> str:
        """A mark with its new id, and with its number behind it."""
        old = _id(mark[1])
        new = self.ids.setdefault(old, str(self.first_id + len(self.ids)))
        custom, attributes = _CUSTOM.search(mark[1]), _CUSTOM.sub("", _ID.sub(new, mark[1]))
        written = f'<w:footnoteReference w:customMarkFollows="1"{attributes}/>'
        if custom and not custom[1]:
            return written
        return written + _in_text(self.numbers.setdefault(old, len(self.numbers) + 1))


def _id(attributes: str) -> str:
    found = _ID.search(attributes)
    return found[0] if found else ""


def _in_text(number: int) -> str:
    """The digits one by one: LibreOffice writes a mark of several letters twice when one ``w:t`` holds it."""
    return "".join(f"<w:t>{digit}</w:t>" for digit in str(number))


def _before_note(number: int) -> str:
    """The digits as symbols: LibreOffice writes the mark before the note itself, and any ``w:t`` besides."""
    return "".join(f'<w:sym w:font="Times New Roman" w:char="{ord(digit):04X}"/>' for digit in str(number))
