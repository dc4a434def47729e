"""What stands below the fields of a bản thảo: the text of the văn bản, its phụ lục, its footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from vbhc.draft.body import Body, Disorder, ReadyBlock, TypedLine, begins_more, begins_phu_luc, read_body, without_bold
from vbhc.draft.unreadable import defect, refusal
from vbhc.findings import Finding, Location, Severity
from vbhc.text.numbering import roman

Line: TypeAlias = TypedLine | ReadyBlock

_NOTE = re.compile(r"\[\^(?P<ten>[\w.-]+)\]:\s*(?P<noi_dung>.*)$")
_GOES_ON = re.compile(r"[ \t]{2,}\S|\t\S")
# The line under the title of a phụ lục, which is printed of itself.
_WITH = re.compile(r"\(\s*kèm theo\b.*\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PhuLucRead:
    """A phụ lục of the text: its tiêu đề, "" without one, its blocks, and the line that it begins on."""

    tieu_de: str
    body: Body
    line: int

    @property
    def fields(self) -> dict[str, Any]:
        """As fields of the model."""
        return {**({"tieu_de": self.tieu_de} if self.tieu_de else {}), "noi_dung": list(self.body.khoi)}


@dataclass(frozen=True, slots=True)
class Below:
    """The text as blocks, the phụ lục in their order, the footnotes by name; ``disorder``: numbers out of order."""

    body: Body
    phu_luc: tuple[PhuLucRead, ...]
    notes: Mapping[str, TypedLine]
    disorder: tuple[Disorder, ...]

    @property
    def fields(self) -> dict[str, Any]:
        """What is there, as fields of the văn bản."""
        told = {
            "noi_dung": list(self.body.khoi),
            "phu_luc": [it.fields for it in self.phu_luc],
            "chu_thich": {ten: note.text for ten, note in self.notes.items()},
        }
        return {name: held for name, held in told.items() if held}

    @property
    def lines(self) -> dict[str, int]:
        """Where each of them stands, by the path that messages of the model have."""
        lines = dict(self.body.lines)
        for at, it in enumerate(self.phu_luc, 1):
            lines |= {f"phu_luc[{at}]": it.line}
            lines |= {f"phu_luc[{at}].{path}": line for path, line in it.body.lines.items()}
        for at, (ten, note) in enumerate(self.notes.items(), 1):
            lines |= {f"chu_thich[{at}]": note.line, f"chu_thich.{ten}": note.line}
        return lines

    def out_of_order(self, name: str) -> Iterator[Finding]:
        """A warning for each number that was typed out of order in the file ``name``."""
        for it in self.disorder:
            message = f"ghi số «{it.typed}», đến lượt «{it.wanted}»"
            kept = "; giữ như đã ghi" if it.kept else "; phụ lục luôn được đánh số theo thứ tự"
            hint = "sửa số, hoặc thêm --danh-so-lai để đánh số lại" if it.kept else "sửa số"
            place = Location(f"dòng {it.line}", name)
            yield Finding("VB110", "so-khong-theo-thu-tu", Severity.WARNING, message + kept, hint, place)


def read_below(lines: Iterable[Line], name: str, *, danh_so_lai: bool = False) -> Below:
    """What the ``lines`` of the file ``name`` say; raises `UnreadableDocumentError` for footnotes written twice."""
    noted, rest = _parted(lines)
    first, *others = _at_heads(rest)
    body = read_body(first, danh_so_lai=danh_so_lai)
    phu_luc = tuple(_phu_luc(part, danh_so_lai=danh_so_lai) for part in others)
    disorder = [*body.disorder, *_wrong_heads(others), *(found for it in phu_luc for found in it.body.disorder)]
    return Below(body, phu_luc, _notes(noted, name), tuple(disorder))


def _parted(lines: Iterable[Line]) -> tuple[list[TypedLine], list[Line]]:
    """The lines of the footnotes, an indented line being more of the one above it, and all others."""
    noted: list[TypedLine] = []
    rest: list[Line] = []
    within = False
    for line in lines:
        begins = isinstance(line, TypedLine) and _NOTE.match(line.text) is not None
        within = begins or (within and isinstance(line, TypedLine) and _GOES_ON.match(line.text) is not None)
        if begins and isinstance(line, TypedLine):
            noted.append(line)
        elif within and isinstance(line, TypedLine):
            noted[-1] = TypedLine(f"{noted[-1].text} {line.text.strip()}", noted[-1].line)
        else:
            rest.append(line)
    return noted, rest


def _at_heads(lines: Iterable[Line]) -> list[list[Line]]:
    """The lines cut before each "Phụ lục" that stands alone; the first part is that above all of them."""
    parts: list[list[Line]] = [[]]
    for line in lines:
        if isinstance(line, TypedLine) and begins_phu_luc(line.text.strip()):
            parts.append([])
        parts[-1].append(line)
    return parts


def _phu_luc(lines: Sequence[Line], *, danh_so_lai: bool) -> PhuLucRead:
    head, *rest = [it for it in lines if isinstance(it, ReadyBlock) or not _WITH.fullmatch(it.text.strip())]
    title, kept = _titled(rest)
    return PhuLucRead(without_bold(title), read_body(kept, danh_so_lai=danh_so_lai), head.line)


def _titled(lines: Sequence[Line]) -> tuple[str, Sequence[Line]]:
    """The first words below the heading, "" where a table or a mục comes first, and the lines below them."""
    for at, line in enumerate(lines):
        if isinstance(line, ReadyBlock) or begins_more(line.text.strip()):
            break
        if line.text.strip():
            return line.text.strip(), lines[at + 1 :]
    return "", lines


def _wrong_heads(parts: Sequence[Sequence[Line]]) -> Iterator[Disorder]:
    for at, (head, *_) in enumerate(parts, 1):
        found = begins_phu_luc(head.text.strip()) if isinstance(head, TypedLine) else None
        typed = found["so"] if found else None
        if typed and typed.upper() not in (roman(at), str(at)):
            yield Disorder(f"Phụ lục {typed}", f"Phụ lục {roman(at)}", head.line, kept=False)


def _notes(lines: Iterable[TypedLine], name: str) -> dict[str, TypedLine]:
    """The footnotes by name."""
    notes: dict[str, TypedLine] = {}
    repeated: list[Finding] = []
    for line in lines:
        found = _NOTE.match(line.text)
        assert found is not None
        ten = found["ten"]
        if ten in notes:
            message = f"chú thích [^{ten}] đã ghi ở dòng {notes[ten].line}"
            repeated.append(defect("truong-lap-lai", name, message, "giữ lại một", place=f"dòng {line.line}"))
        notes.setdefault(ten, TypedLine(found["noi_dung"].strip(), line.line))
    if repeated:
        raise refusal(name, *repeated)
    return notes
