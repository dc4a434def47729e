"""The text of a bản thảo as blocks: each line a paragraph, its place in the outline told by what it begins with.

The blocks come out as plain data, as a văn bản in JSON has them, so that the model has the last word on each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from vbhc.draft.small_table import Block, is_row, read_table
from vbhc.draft.sub_numbers import SubNumbers
from vbhc.model.danh_so import CO_TIEU_DE, CapMuc, Numbering
from vbhc.templating.tags import TAG_SIGN
from vbhc.text.marks import Mark, read_mark
from vbhc.text.markup import escape

_GACH, _CONG = "gach", "cong"
# "1.1." below "1." stands where a) stands; the number is kept as it was typed.
_LEVELS = {**{str(level): level for level in CapMuc}, "khoan_con": CapMuc.DIEM}
_RANKS = {str(level): rank for rank, level in enumerate(CapMuc)} | {"khoan_con": list(CapMuc).index(CapMuc.DIEM)}
_BOLD = re.compile(r"\*\*(?!\s)(?P<tieu_de>[^*]+?)(?<!\s)\*\*(?!\*)(?P<rest>.*)$")
# "**Lưu ý** …", "*nghiêng*": stress, no sign of a list.
_STRESSED = re.compile(r"\*\S")
_PHU_LUC = re.compile(r"\**\s*phụ lục(?:\s+(?:số\s+)?0*(?P<so>[IVXLC]+|[0-9]+))?\s*[.:]?\s*\**", re.IGNORECASE)
_ENDED = (".", ";", ":", ",", "!", "?")


class TypedLine(NamedTuple):
    """A line of a bản thảo and its number in the file, from 1."""

    text: str
    line: int


class ReadyBlock(NamedTuple):
    """A block that needs no reading, such as the table of a selection, and its line."""

    block: Any
    line: int


class Disorder(NamedTuple):
    """A number that does not follow the one before it: as typed, as it should be, on which line, and if it is kept."""

    typed: str
    wanted: str
    line: int
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of a text; ``disorder``: numbers typed out of order, kept as they are.

    ``lines``: on which line each block begins, by its path as messages of the model name it ("noi_dung[2].khoi[1]").
    """

    khoi: tuple[Block, ...]
    disorder: tuple[Disorder, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)


def read_body(lines: Iterable[TypedLine | ReadyBlock], *, danh_so_lai: bool = False) -> Body:
    """The blocks that ``lines`` make; blank lines only part paragraphs.

    Numbers typed out of order are kept and told; with ``danh_so_lai`` all are counted anew.
    """
    reader = _Reader(danh_so_lai=danh_so_lai)
    for line in lines:
        if isinstance(line, ReadyBlock):
            reader.put(line)
        else:
            reader.take(line)
    reader.close_table()
    return Body(tuple(reader.khoi), tuple(reader.disorder), dict(_paths(reader.khoi, "noi_dung", reader.lines)))


def _paths(blocks: Sequence[Block], path: str, lines: Mapping[int, int]) -> Iterator[tuple[str, int]]:
    for at, block in enumerate(blocks, 1):
        own = f"{path}[{at}]"
        yield own, lines[id(block)]
        for below in ("khoi", "con") if isinstance(block, dict) else ():
            yield from _paths(block.get(below, ()), f"{own}.{below}", lines)


@dataclass(slots=True)
class _Reader:
    """What has been read: ``_open`` are the mục that the next line may belong to, the widest first."""

    danh_so_lai: bool
    khoi: list[Block] = field(default_factory=list)
    disorder: list[Disorder] = field(default_factory=list)
    lines: dict[int, int] = field(default_factory=dict)
    _line: int = 0
    _rows: list[TypedLine] = field(default_factory=list)
    _open: list[tuple[int, Block]] = field(default_factory=list)
    _dash: Block | None = None
    _sign: str = ""
    _numbering: Numbering = field(default_factory=Numbering)
    _sub_numbers: SubNumbers = field(default_factory=SubNumbers)
    _typed: dict[CapMuc, tuple[str, int]] = field(default_factory=dict)

    def take(self, line: TypedLine) -> None:
        """The next line; a blank one only ends a table."""
        text = line.text.strip()
        if is_row(text):
            self._rows.append(TypedLine(text, line.line))
            return
        self.close_table()
        self._line = line.line
        if text:
            self._words(text)

    def put(self, ready: ReadyBlock) -> None:
        """A ready block, below the mục that is open."""
        self.close_table()
        self._line, self._dash = ready.line, None
        self._here().append(self._new(ready.block))

    def close_table(self) -> None:
        """What has been read of a table is all of it."""
        if self._rows:
            self._line = self._rows[0].line
            self._dash = None
            self._here().append(self._new(read_table([row.text for row in self._rows])))
            self._rows.clear()

    def _words(self, text: str) -> None:
        mark = _mark_of(text)
        if mark is None:
            self._plain(text[1:] if text.startswith("\\") and begins_more(text[1:]) else text)
        elif mark.level in (_GACH, _CONG):
            self._dashed(mark)
        else:
            self._numbered(mark)

    def _plain(self, text: str) -> None:
        """A paragraph: the tiêu đề that a mục still lacks, or text below the last mục that has one."""
        self._dash = None
        last = self._open[-1][1] if self._open else None
        if last is not None and _lacks_title(last):
            last["tieu_de"] = without_bold(text)
            return
        while self._open and "tieu_de" not in self._open[-1][1]:
            self._open.pop()
        self._here().append(self._new({"loai": "doan", "noi_dung": text}))

    def _dashed(self, mark: Mark) -> None:
        if mark.level == _CONG and self._dash is not None and mark.number != self._sign:
            self._dash.setdefault("con", []).append(self._new({"loai": "gach_dau_dong", "noi_dung": mark.rest}))
            return
        self._sign = mark.number
        self._dash = self._new({"loai": "gach_dau_dong", "noi_dung": mark.rest})
        self._here().append(self._dash)

    def _numbered(self, mark: Mark) -> None:
        self._dash = None
        rank = _RANKS[mark.level]
        while self._open and self._open[-1][0] >= rank:
            self._open.pop()
        muc = self._new({"loai": "muc", "cap_muc": str(_LEVELS[mark.level]), **self._number(mark), **_words(mark)})
        self._here().append(muc)
        self._open.append((rank, muc))

    def _number(self, mark: Mark) -> Block:
        """``so`` where the number must be kept as typed: out of order, or of no form that is counted.

        The same number from the same line is that of a loop, and counts on.
        """
        level = _LEVELS[mark.level]
        if mark.level == "khoan_con":
            return {"so": self._sub_number(mark.number)}
        wanted = self._numbering.number(level, None)
        again = self._typed.get(level) == (mark.number, self._line)
        self._typed[level] = (mark.number, self._line)
        if level is CapMuc.KHOAN:
            self._sub_numbers.begin(wanted if self.danh_so_lai or again else mark.number)
        if self.danh_so_lai or again or _same(mark.number, wanted):
            return {}
        self._numbering.number(level, mark.number)
        self.disorder.append(Disorder(mark.number, wanted, self._line))
        return {"so": mark.number}

    def _sub_number(self, typed: str) -> str:
        wanted, again = self._sub_numbers.wanted(typed, self._line)
        if again or self.danh_so_lai or _same(typed, wanted):
            return wanted
        self._sub_numbers.keep(typed)
        self.disorder.append(Disorder(typed, wanted, self._line))
        return typed

    def _new(self, block: Block) -> Block:
        self.lines[id(block)] = self._line
        return block

    def _here(self) -> list[Block]:
        """Where the next block belongs."""
        if not self._open:
            return self.khoi
        held: list[Block] = self._open[-1][1].setdefault("khoi", [])
        return held


def _mark_of(text: str) -> Mark | None:
    return None if _STRESSED.match(text) else read_mark(text)


def begins_phu_luc(text: str) -> re.Match[str] | None:
    """Whether a line is the heading of a phụ lục and nothing else; its number is the group ``so``.

    >>> bool(begins_phu_luc("PHỤ LỤC II")), bool(begins_phu_luc("Phụ lục kèm theo"))
    (True, False)
    """
    return _PHU_LUC.fullmatch(text)


def begins_more(text: str) -> bool:
    """Whether a line that begins so is more than a paragraph of these words; a backslash before it makes it one."""
    return _mark_of(text) is not None or is_row(text) or begins_phu_luc(text) is not None


def as_words(text: str) -> str:
    r"""What to type behind a number or a dash so that it stands for exactly ``text``.

    >>> print(as_words("5 * 3 {{"))
    5 \* 3 {{ "{" }}{{ "{" }}
    """
    words = escape(text)
    return re.sub(r"[{}]", lambda brace: f'{{{{ "{brace[0]}" }}}}', words) if TAG_SIGN.search(words) else words


def as_line(text: str) -> str:
    r"""The line of a bản thảo that is the paragraph ``text``, whatever it holds or begins with.

    >>> print(as_line("1. Không phải mục *"))
    \1. Không phải mục \*
    """
    line = as_words(text)
    return f"\\{line}" if begins_more(line) else line


def _lacks_title(muc: Block) -> bool:
    return muc["cap_muc"] in CO_TIEU_DE and "tieu_de" not in muc


def _same(typed: str, wanted: str) -> bool:
    """Whether a number is the one that counts next, whatever closes it: "1." and "1)", "Chương I" and "CHƯƠNG I"."""
    return _bare(typed) == _bare(wanted)


def _bare(number: str) -> Sequence[str]:
    return re.findall(r"\w+", number.casefold())


def _words(mark: Mark) -> Block:
    """Tiêu đề and nội dung of a mục: a bold text, or any behind "I.", is a tiêu đề; one that a colon ends runs in."""
    bold = _BOLD.match(mark.rest)
    if bold and not bold["rest"].strip(" .:"):
        return {"tieu_de": bold["tieu_de"]}
    if bold and (bold["tieu_de"].endswith((":", ".")) or bold["rest"].startswith(":")):
        return {"tieu_de": bold["tieu_de"], "noi_dung": bold["rest"].lstrip(" :"), "chay_lien": True}
    level = _LEVELS[mark.level]
    titled = level in CO_TIEU_DE or level is CapMuc.LA_MA or (level is CapMuc.DIEU and not mark.rest.endswith(_ENDED))
    name = "tieu_de" if titled else "noi_dung"
    return {name: mark.rest} if mark.rest else {}


def without_bold(text: str) -> str:
    """A text that is bold as a whole, as a plain one."""
    bold = _BOLD.fullmatch(text)
    return bold["tieu_de"] if bold and not bold["rest"] else text


def typed_lines(text: str, first: int = 1) -> Iterator[TypedLine]:
    """The lines of ``text``; ``first``: the number of the first of them in its file."""
    return (TypedLine(line, number) for number, line in enumerate(text.split("\n"), first))
