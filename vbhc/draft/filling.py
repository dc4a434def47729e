"""A bản thảo filled in from data: its front matter and its text with values in the place of tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from vbhc.draft.ban_thao import Written
from vbhc.draft.below import Below, read_below
from vbhc.draft.body import ReadyBlock, TypedLine
from vbhc.draft.marking import Marking
from vbhc.draft.so_lieu import NoTableError, table_of, with_tables
from vbhc.draft.unreadable import defect, refusal
from vbhc.errors import TemplateError
from vbhc.findings import Finding, Location, Report
from vbhc.indicators import BangChiTieu, ChiTieu
from vbhc.templating.faults import Fault, Origin
from vbhc.templating.filters import has_text
from vbhc.templating.tags import TAG_SIGN
from vbhc.templating.texts import VALUE, Filled, FilledLine, SourceLine, compile_text
from vbhc.templating.tracing import Printed
from vbhc.text.markup import escape

_COUNT = re.compile(rf"{VALUE.pattern}(?=[.)] )")
# The fields in which a text is markup; in the others it is read as it stands.
_MARKUP_FIELDS = ("trich_yeu", "kinh_gui", "can_cu", "noi_nhan.noi", "phu_luc", "chu_thich", "noi_dung")

_HOW_TO_TELL_A_LIST = (
    'đếm bằng | dem, nêu từng mã bằng | danh_sach("ma"), hoặc đặt thẻ này một mình trên một dòng để có bảng'
)

Way: TypeAlias = tuple[str | int, ...]
"""To a field: names, and positions from 1."""


class _Mention(str):
    """The mark that stands for a cited văn bản: markup of the bản thảo itself, no data."""


@dataclass(frozen=True, slots=True)
class BanThao:
    """What a bản thảo says, as plain data for the model; ``report``: numbers out of order, which are kept.

    ``lines``: where each field and block begins, by its path ("noi_dung[2].khoi[1]").
    """

    data: dict[str, Any]
    report: Report
    lines: Mapping[str, int] = field(default_factory=dict)


def fill_in(
    written: Written, names: Mapping[str, object], *, danh_so_lai: bool = False, marking: Marking | None = None
) -> BanThao:
    """The bản thảo with its tags filled in from ``names``, as the data of a văn bản; ``marking`` marks what is printed.

    Raises `UnreadableDocumentError` for what is said twice, `TemplateError` with every tag that is wrong.
    """
    name = written.name
    fields = with_tables(written, names, marking)
    in_front = dict(with_tags(fields))
    sources = [SourceLine(text, written.line_of(path), whole=True) for path, text in in_front.items()]
    sources += [SourceLine(line.text, line.line) for line in written.lines]
    filled = compile_text(tuple(sources), name).fill({**names, **_mentions(fields)})
    print_out = _Printing(filled, marking)
    told = {path: print_out.field(path, position) for position, path in enumerate(in_front)}
    below = read_below(_typed(filled, len(in_front), name, marking), name, danh_so_lai=danh_so_lai)
    _refuse_twice(fields, below, name)
    data = {**_put_back(fields, (), told), **{field: print_out.blocks(held) for field, held in below.fields.items()}}
    return BanThao(data, Report.of(below.out_of_order(name)), {**written.field_lines, **below.lines})


@dataclass(frozen=True, slots=True)
class _Printing:
    """Puts the values of a filled text in their places."""

    filled: Filled
    marking: Marking | None

    def field(self, path: Way, position: int) -> str:
        """The text of a field; nothing in a value is markup where a text is."""
        lines = [line.text for line in self.filled.lines if line.position == position]
        escaped = ".".join(str(step) for step in path if isinstance(step, str)).startswith(_MARKUP_FIELDS)
        return self.filled.put_in("\n".join(lines), self._markup_of if escaped else self._text_of)

    def blocks(self, held: Any) -> Any:
        """Blocks with each value in its place, as a text in which nothing is markup."""
        if isinstance(held, dict):
            return {key: self.blocks(value) for key, value in held.items()}
        if isinstance(held, list):
            return [self.blocks(item) for item in held]
        return self.filled.put_in(held, self._marked) if isinstance(held, str) else held

    def _text_of(self, number: int, value: Printed) -> str:
        if self.marking:
            self.marking.note(value, self.filled.origins[number])
        return _on_one_line(value)

    def _markup_of(self, number: int, value: Printed) -> str:
        text = self._text_of(number, value)
        return text if isinstance(value.value, _Mention) else escape(text)

    def _marked(self, number: int, value: Printed) -> str:
        if self.marking is None or isinstance(value.value, _Mention):
            return self._markup_of(number, value)
        return self.marking.marked(value, self.filled.origins[number], escape(_on_one_line(value)))


def _on_one_line(value: Printed) -> str:
    return " ".join(value.text.splitlines())


def with_tags(held: Any, path: Way = ()) -> Iterator[tuple[Way, str]]:
    """The texts of the front matter that have tags, each with the way to it."""
    if isinstance(held, str) and TAG_SIGN.search(held):
        yield path, held
    for step, item in _items(held):
        yield from with_tags(item, (*path, step))


def _put_back(held: Any, path: Way, told: Mapping[Way, str]) -> Any:
    if path in told:
        return told[path]
    if isinstance(held, dict | list):
        items = [(step, _put_back(item, (*path, step), told)) for step, item in _items(held)]
        return dict(items) if isinstance(held, dict) else [item for _, item in items]
    return held


def _items(held: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(held, dict):
        yield from held.items()
    elif isinstance(held, list):
        yield from enumerate(held, 1)


def _mentions(fields: Mapping[str, Any]) -> dict[str, object]:
    """``{{ vien_dan.kh131 }}`` is another way to write ``[@kh131]``."""
    cited = fields.get("vien_dan")
    return {"vien_dan": {ma: _Mention(f"[@{ma}]") for ma in cited}} if isinstance(cited, dict) else {}


def _typed(filled: Filled, first: int, name: str, marking: Marking | None) -> Iterator[TypedLine | ReadyBlock]:
    """The lines from the source ``first`` on, a selection that is alone on its line as its table.

    Raises `TemplateError` with every list or selection that stands among words.
    """
    wrong: list[Finding] = []
    for line in filled.lines:
        numbers = [int(number) for number in VALUE.findall(line.text)]
        alone = filled.values[numbers[0]].value if VALUE.fullmatch(line.text.strip()) else None
        if isinstance(alone, BangChiTieu) and line.position >= first:
            try:
                yield ReadyBlock(table_of(alone, filled.origins[numbers[0]], marking), line.line)
            except NoTableError as error:
                wrong.append(_without_table(filled.origins[numbers[0]], error, name))
            continue
        wrong += [_unreadable(filled, it, name) for it in numbers if not has_text(filled.values[it].value)]
        if line.position >= first and not _only_tags(line):
            yield TypedLine(_with_count(line.text, filled), line.line)
    if wrong:
        raise TemplateError.from_findings(f"Không điền được «{name}»:", *dict.fromkeys(wrong))


def _only_tags(line: FilledLine) -> bool:
    """Whether a line has nothing but the ``{% … %}`` of a loop or a condition: it is no line of the text, not even a
    blank one, so that the rows of a table may stand in a loop."""
    return not line.text.strip() and bool(line.source.text.strip())


def _unreadable(filled: Filled, number: int, name: str) -> Finding:
    origin, value = filled.origins[number], filled.values[number].value
    what, hint = "một danh sách", _HOW_TO_TELL_A_LIST
    if isinstance(value, ChiTieu):
        what, hint = "một chỉ tiêu", "nêu trường cần in, ví dụ .ten hay .thuc_hien"
    message = f"thẻ {origin.tag} in ra cả {what}"
    return Fault.UNPRINTABLE.finding(message, Location(origin.place, name), hint)


def _without_table(origin: Origin, error: NoTableError, name: str) -> Finding:
    return Fault.UNPRINTABLE.finding(f"thẻ {origin.tag}: {error}", Location(origin.place, name), error.hint)


def _with_count(text: str, filled: Filled) -> str:
    """A line that a whole number and a dot begin, as in ``{{ loop.index }}. …``: no other value numbers a mục."""
    found = _COUNT.match(text)
    value = filled.values[int(found[1])].value if found else None
    return _COUNT.sub(str(value), text, count=1) if isinstance(value, int) else text


def _refuse_twice(fields: Mapping[str, Any], below: Below, name: str) -> None:
    """Refuse what stands both in the front matter and below it."""
    both = [field for field in below.fields if field in fields]
    if both:
        hint = "chỉ ghi ở một nơi"
        message = "trường `{}` có cả ở phần đầu và ở dưới"
        raise refusal(name, *(defect("truong-lap-lai", name, message.format(field), hint) for field in both))
