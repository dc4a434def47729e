"""The end of a văn bản: Nơi nhận at the left, whoever signs at the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from vbhc.recognition import patterns
from vbhc.recognition.appendices import named
from vbhc.recognition.values import Line, Phan, ThanhPhan

T = ThanhPhan
# Quyền hạn, chức vụ, what stands for the signature, and the name take no more lines.
_BLOCK = 8
_SIGNED = ("đã ký", "(đã ký)", "[đã ký]", "ký", "(ký)")


@dataclass
class Ending:
    """The thành phần found at the end; ``start`` and ``end``: which lines they stand in."""

    phan: list[Phan] = field(default_factory=list)
    start: int = 0
    end: int = 0


def read_ending(lines: Sequence[Line], start: int) -> Ending:
    """What ends the văn bản whose text begins at ``start``; without a signature it ends with the lines."""
    label = next((at for at in range(start, len(lines)) if patterns.NOI_NHAN.match(lines[at].folded)), None)
    if label is None:
        return _without_recipients(lines, start)
    first = _first_beside(lines, label)
    end = _end(lines, label)
    left, right = _columns(lines[first:end], lines[label])
    if right and end < len(lines) and _is_pushed_name(lines[end]):
        right.append(lines[end])
        end += 1
    ending = Ending(start=first, end=end)
    ending.phan += _recipients(left)
    ending.phan += _signer(right)
    if not right:
        signed = _without_recipients(lines[:first], start)
        if signed.phan:  # who signs stands above Nơi nhận
            ending.phan += signed.phan
            ending.start = signed.start
        else:
            ending = _signed_below(lines, end, ending)
    return ending


def _columns(zone: Sequence[Line], label: Line) -> tuple[list[Line], list[Line]]:
    """The lines of Nơi nhận, and those of who signs, whichever stand at the left."""
    left = [line for line in zone if line.side != "right"]
    right = [line for line in zone if line.side == "right"]
    return (right, left) if label.side == "right" else (left, right)


def _is_pushed_name(line: Line) -> bool:
    """Whether tabs or blanks push a name to the right, below the last recipient."""
    pushed = line.side == "full" and line.table is None and line.paragraph.text.startswith(("\t", "   ", "\u00a0" * 3))
    return pushed and patterns.is_name(line.text)


def _signed_below(lines: Sequence[Line], at: int, ending: Ending) -> Ending:
    """Who signs below Nơi nhận, in the middle or at the right without a table."""
    block = [line for line in lines[at : at + _BLOCK] if line.table is None]
    if block and patterns.is_of_signature(block[0].text):
        ending.phan += _signer(block)
        ending.end = at + len(block)
    return ending


def _first_beside(lines: Sequence[Line], label: int) -> int:
    """The first line of the block that the label stands in: in a table, the right column may come first."""
    first = label
    while first and lines[first - 1].side != "full" and lines[first - 1].section == lines[label].section:
        if _table(lines[first - 1]) != _table(lines[label]):
            break
        first -= 1
    return first


def _end(lines: Sequence[Line], label: int) -> int:
    """The first line behind the block: where a phụ lục begins, another section, or plain text after both columns."""
    at = label + 1
    while at < len(lines):
        line = lines[at]
        if line.section != lines[label].section or named(line):
            return at
        if (line.side == "full" and not _is_recipient(line)) or _begins_heading(lines, at, _table(lines[label])):
            return at
        at += 1
    return at


def _table(line: Line) -> str:
    """The words that name the table a line stands in, without row and cell."""
    return line.place.words.partition(",")[0]


def _begins_heading(lines: Sequence[Line], at: int, table: str) -> bool:
    """Whether another table begins here that holds quốc hiệu: of a quy chế, say, that the văn bản issues."""
    here = _table(lines[at])
    if here == table:
        return False
    held = takewhile(lambda line: _table(line) == here, lines[at:])
    return any(patterns.is_quoc_hieu(line.folded) for line in held)


def _is_recipient(line: Line) -> bool:
    text = line.text
    return text.startswith(("-", "–", "+", "•", "*")) or bool(line.paragraph.label) or line.folded.startswith("lưu")


def _recipients(left: Sequence[Line]) -> Iterator[Phan]:
    at = next((at for at, line in enumerate(left) if patterns.NOI_NHAN.match(line.folded)), None)
    if at is None:
        return
    yield Phan(T.NHAN_NOI_NHAN, (left[at],))
    listed = [line for line in left[at + 1 :] if not patterns.TRACE.match(line.text)]
    if listed:
        yield Phan(T.NOI_NHAN, tuple(listed))
    if listed and patterns.NGUOI_SOAN.search(listed[-1].text):
        yield Phan(T.NGUOI_SOAN, (listed[-1],))


def _signer(right: Sequence[Line]) -> Iterator[Phan]:
    """Quyền hạn and chức vụ in capitals, and below the room to sign the name."""
    words = [line for line in right if line.folded not in _SIGNED and not patterns.TRACE.match(line.text)]
    words = [line for line in words if not line.text.startswith(("(", "["))]
    office = _in_small_letters(words)
    upper = [line for line in words if line in office or line.shown.upper() == line.shown]
    names = [line for line in words if line not in office and line.shown.upper() != line.shown]
    if upper and len(upper) == len(words) and len(upper) > 1 and not patterns.CHUC_VU.match(upper[-1].folded):
        upper, names = upper[:-1], [upper[-1]]  # a name in capitals
    if upper:
        yield Phan(T.QUYEN_HAN, tuple(upper))
    if names:
        yield Phan(T.HO_TEN, (names[-1],))


def _in_small_letters(words: Sequence[Line]) -> list[Line]:
    """Quyền hạn and chức vụ that someone typed in small letters: the first lines, without room to sign between."""
    held: list[Line] = []
    for line in words[:3]:
        near = not held or line.place.index - held[-1].place.index <= 1
        if not near or not (patterns.QUYEN_HAN.match(line.folded) or patterns.CHUC_VU.match(line.folded)):
            break
        held.append(line)
    return held


def _without_recipients(lines: Sequence[Line], start: int) -> Ending:
    """A signature without Nơi nhận, or above it: quyền hạn in capitals, and what stands below."""
    stop = next((at for at in range(start, len(lines)) if named(lines[at])), len(lines))
    for at in range(stop - 1, start - 1, -1):
        if _signs(lines[at], near=stop - at <= _BLOCK):
            first = at
            while first > start and _signs(lines[first - 1], near=True):
                first -= 1
            block = lines[first : min(stop, first + _BLOCK)]
            return Ending(list(_signer(block)), first, first + len(block))
    return Ending([], stop, stop)


def _signs(line: Line, *, near: bool) -> bool:
    """Whether a line can only be quyền hạn; ``near`` the end of the text it may be a chức vụ alone."""
    if line.table is not None or line.shown.upper() != line.shown:
        return False
    return patterns.QUYEN_HAN.match(line.folded) is not None or (near and patterns.is_of_signature(line.shown))
