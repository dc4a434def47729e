"""The heading of a văn bản: what stands above its text, in two columns and in the middle below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from vbhc.recognition import patterns
from vbhc.recognition.outline import read_number
from vbhc.recognition.types import QUYET, type_named
from vbhc.recognition.values import Line, Phan, ThanhPhan

T = ThanhPhan
_HEADING_LINES = 60
_SUBJECT_LINES = 8
_SUBJECT_CHARACTERS = 60
# So many lines without a sign of a heading may stand above the first that has one.
_LONE_LINES = 6
# Who decides may take so many lines: "CHỦ TỊCH", "ỦY BAN NHÂN DÂN TỈNH BẮC NINH".
_WHO_LINES = 3
# A recipient is shorter than this; a longer line is the text.
_RECIPIENT = 160


@dataclass
class Heading:
    """The thành phần found above the text, and the first line of the text."""

    phan: list[Phan] = field(default_factory=list)
    end: int = 0
    ten_loai: str = ""

    def has(self, loai: ThanhPhan) -> bool:
        """Whether one of this kind was found."""
        return any(phan.loai is loai for phan in self.phan)


def read_heading(lines: Sequence[Line]) -> Heading:
    """The heading that ``lines`` begin with; one without any thành phần ends at once."""
    found = Heading()
    near = lines[:_HEADING_LINES]
    columns = _columns(near)
    found.phan += _columns_read(near[:columns])
    at = _middle(near, columns, found)
    at = _stamps(near, at, found)
    at = _addressed(lines, at, found)
    found.end = _can_cu(lines, at, found)
    return found


def _columns(lines: Sequence[Line]) -> int:
    """How many lines stand in the two columns, or one under the other where someone made none."""
    end, seen, in_subject = 0, False, False
    for at, line in enumerate(lines):
        if patterns.KINH_GUI.match(line.folded):
            break
        named = _named(line)
        seen = seen or named
        in_subject = line.side == "full" and (_begins_subject(line) or (in_subject and _set_in(line)))
        if line.side != "full" or named or in_subject or patterns.TRACE.match(line.text) or _kind(line):
            end = at + 1
        elif seen or at >= _LONE_LINES:
            break
    return end if seen else 0


def _named(line: Line) -> bool:
    subject = patterns.V_V.match(line.folded) is not None and line.side == "left"
    return subject or patterns.is_of_heading(line.text)


def _begins_subject(line: Line) -> bool:
    return patterns.V_V_NGAN.match(line.folded) is not None


def _set_in(line: Line) -> bool:
    """Whether tabs or blanks push a line to its place: the next line of a subject, where nobody made two columns."""
    return line.paragraph.text.startswith(("\t", "   ", "\u00a0\u00a0\u00a0")) and len(line.text) < _SUBJECT_CHARACTERS


def _columns_read(lines: Sequence[Line]) -> Iterator[Phan]:
    rest = []
    for line in lines:
        loai = _kind(line)
        if loai is None:
            rest.append(line)
        else:
            yield Phan(loai, (line,))
    # Where the columns have changed places, the names stand at the right.
    other = "left" if any(line.side == "left" and patterns.is_quoc_hieu(line.folded) for line in lines) else "right"
    yield from _agencies([line for line in rest if line.side != other], lines)
    yield from _subject_of_letter(rest, lines)


def _kind(line: Line) -> ThanhPhan | None:
    folded = line.folded
    if patterns.is_quoc_hieu(folded):
        return T.QUOC_HIEU
    if patterns.is_tieu_ngu(folded):
        return T.TIEU_NGU
    if patterns.SO.match(folded) or patterns.SO_TRONG.match(folded):
        return T.SO_KY_HIEU
    if patterns.read_date(folded):
        return T.DIA_DANH
    return next((ThanhPhan[name] for name, form in patterns.STAMPS.items() if form.match(folded)), None)


def _agencies(rest: Sequence[Line], lines: Sequence[Line]) -> Iterator[Phan]:
    """The names above số: the lines in bold are whose văn bản it is, those above them whom it belongs to."""
    number = next((line.order for line in lines if _kind(line) is T.SO_KY_HIEU), None)
    subject = next((line.order for line in rest if patterns.V_V.match(line.folded)), None)
    end = min((order for order in (number, subject) if order is not None), default=10**9)
    names = [line for line in rest if line.order < end and not patterns.TRACE.match(line.text)]
    above, own = _parted(names)
    if above:
        yield Phan(T.CHU_QUAN, tuple(above))
    if own:
        yield Phan(T.CO_QUAN, tuple(own))


def _parted(names: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """Chủ quản and the agency itself, which begins with the first bold line.

    Where all are bold, or none is, names that can only be an agency below another say it; and a name above others that
    stands below the bold ones is still that of chủ quản.
    """
    start = next((at for at, line in enumerate(names) if _is_bold(line)), -1)
    if start <= 0 and len(names) > 1:
        told = patterns.CAP_TREN.match(names[0].folded) and patterns.CAP_DUOI.match(names[1].folded)
        start = 1 if told else start
    below = [line for line in names[start + 1 :] if patterns.CAP_TREN.match(line.folded) and not _has_bold(line)]
    if start == 0 and below:
        return below, [line for line in names if line not in below]
    return names[:start], names[start:]


def _subject_of_letter(rest: Sequence[Line], lines: Sequence[Line]) -> Iterator[Phan]:
    """The lines from "V/v" on, below số in the same column."""
    start = next((at for at, line in enumerate(rest) if patterns.V_V.match(line.folded)), None)
    if start is None:
        return
    first = rest[start]
    number = next((line.order for line in lines if _kind(line) is T.SO_KY_HIEU), -1)
    if first.order > number:
        same = [line for line in rest[start:] if line.side == first.side and not patterns.TRACE.match(line.text)]
        yield Phan(T.TRICH_YEU_V_V, tuple(same))


def _is_bold(line: Line) -> bool:
    return bool(line.worded) and all(run.look.bold for run in line.worded)


def _has_bold(line: Line) -> bool:
    return any(run.look.bold for run in line.worded)


def _middle(lines: Sequence[Line], at: int, found: Heading) -> int:
    """Tên loại and, below it, trích yếu in the middle of the page."""
    at = _stamps(lines, at, found)
    line = lines[at] if at < len(lines) else None
    if line is not None and line.folded == "công văn" and found.has(T.SO_KY_HIEU):
        found.phan.append(Phan(T.TEN_LOAI, (line,)))  # which no công văn should have
        return at + 1
    if line is None or line.side != "full" or not (ten_loai := type_named(line.folded)):
        return at
    found.ten_loai = ten_loai
    found.phan.append(Phan(T.TEN_LOAI, (line,)))
    subject: list[Line] = []
    for below in lines[at + 1 : at + 1 + _SUBJECT_LINES]:
        decides = ten_loai in QUYET and bool(subject) and _says_who(below) and not _says_who(subject[-1])
        if decides or not _goes_on(below):
            break
        subject.append(below)
    if subject:
        found.phan.append(Phan(T.TRICH_YEU, tuple(subject)))
    at += 1 + len(subject)
    return at + (at < len(lines) and patterns.TRACE.match(lines[at].text) is not None)


def _goes_on(line: Line) -> bool:
    """Whether a line below tên loại is still trích yếu: in the middle, or bold, and nothing that begins the text."""
    folded = line.folded
    if patterns.TRACE.match(line.text) or line.side != "full" or line.table is not None:
        return False
    if patterns.KINH_GUI.match(folded) or patterns.CAN_CU.match(folded) or folded.endswith(":"):
        return False
    if patterns.CHUONG.match(folded):
        return False
    if line.paragraph.layout.align == "center":
        return True
    return _is_bold(line) and read_number(line) is None


def _stamps(lines: Sequence[Line], at: int, found: Heading) -> int:
    """Stamps that stand below the two columns, and lines drawn with signs."""
    while at < len(lines):
        line = lines[at]
        loai = _kind(line)
        if loai in (T.DO_KHAN, T.DO_MAT, T.LUU_HANH) and loai is not None:
            found.phan.append(Phan(loai, (line,)))
        elif not patterns.TRACE.match(line.text):
            return at
        at += 1
    return at


def _addressed(lines: Sequence[Line], at: int, found: Heading) -> int:
    """Kính gửi, with the recipients below it; in a công điện, who wires to whom ("… điện:") in its place."""
    folded = lines[at].folded if at < len(lines) else ""
    wired = found.ten_loai == "Công điện" and patterns.DIEN.search(folded) is not None
    if not wired and not patterns.KINH_GUI.match(folded):
        return at
    held = [lines[at]]
    for line in lines[at + 1 :]:
        if not (_is_dashed(line) if wired else _is_next_recipient(line, held)):
            break
        held.append(line)
    found.phan.append(Phan(T.NOI_NHAN_DIEN if wired else T.KINH_GUI, tuple(held)))
    return at + len(held)


def _is_next_recipient(line: Line, held: Sequence[Line]) -> bool:
    """Whether a line still says to whom: behind a dash, beside the label, or one of several that end in ";"."""
    if held[0].side != "full":
        return line.side == "right"
    dashed = _is_dashed(line)
    if len(held) > 1 and _is_dashed(held[1]):
        return dashed
    named = len(line.text) < _RECIPIENT and line.text.endswith((";", "."))
    if len(held) > 1:
        return named and held[-1].text.endswith(";")
    if patterns.KINH_GUI_MOT_MINH.match(held[0].folded):
        return dashed or (named and line.text.endswith(";"))
    return dashed and patterns.KINH_GUI_GACH.match(held[0].folded) is not None


def _is_dashed(line: Line) -> bool:
    return line.text.startswith(("-", "–", "—", "+", "•")) or line.paragraph.label in ("-", "–", "•", "\uf02d")


def _can_cu(lines: Sequence[Line], at: int, found: Heading) -> int:
    """Căn cứ, a line each; above them, in a quyết định, who decides."""
    start = at
    while found.ten_loai in QUYET and start < min(at + _WHO_LINES, len(lines)) and _says_who(lines[start]):
        start += 1
    held: list[Line] = []
    while start < len(lines) and _is_can_cu(lines[start], first=not held):
        held.append(lines[start])
        start += 1
    if not held:
        return at
    found.phan.append(Phan(T.CAN_CU, tuple(held)))
    return start


def _says_who(line: Line) -> bool:
    return line.paragraph.layout.align == "center" and line.text.upper() == line.text


def _is_can_cu(line: Line, *, first: bool) -> bool:
    """A line of căn cứ, not an opening paragraph that begins with the same words and goes on to what is to be done."""
    if line.table is not None or line.side != "full" or not patterns.CAN_CU.match(line.folded):
        return False
    if line.text.rstrip().endswith((";", ",")):
        return True
    italic = bool(line.worded) and all(run.look.italic for run in line.worded)
    return italic or (not first and line.text.rstrip().endswith("."))
