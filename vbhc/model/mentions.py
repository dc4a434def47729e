"""The texts of a văn bản in reading order, and what its citations (``[@ma]``) say where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeVar

from vbhc.model.bang import Bang, Cot, Heading, heading_levels
from vbhc.model.base import Model
from vbhc.model.chu_thich import ChuThich
from vbhc.model.messages import Step
from vbhc.model.vien_dan import VienDan
from vbhc.text.markup import Run, marks, replace_citations

Path = tuple[Step, ...]
T = TypeVar("T")


def marked(value: object, path: Path = ()) -> Iterator[tuple[Path, tuple[Run, ...]]]:
    """The marks of every text in ``value`` that has some, in the order in which it is read, with the way to it."""
    if isinstance(value, str):
        if found := marks(value):
            yield path, found
    elif isinstance(value, (tuple, list)):
        for position, item in enumerate(value):
            if not isinstance(item, str) or "[" in item:  # most texts are the cells of tables, and have none
                yield from marked(item, (*path, position))
    elif isinstance(value, Model):
        yield from _marked_parts(value, path)


def _marked_parts(value: Model, path: Path) -> Iterator[tuple[Path, tuple[Run, ...]]]:
    for heading in _headings(value):
        yield from marked(heading.column.tieu_de, (*path, *heading.path, "tieu_de"))
    for name in value._text_fields:
        yield from marked(getattr(value, name), (*path, name))


def rewritten(value: T, change: Callable[[str], str]) -> T:
    """``value`` with ``change`` applied to every text with markup in it, in the order in which it is read."""
    if isinstance(value, str):
        return change(value)  # type: ignore[return-value]
    if isinstance(value, (tuple, list)):
        return tuple([rewritten(item, change) for item in value])  # type: ignore[return-value]
    if isinstance(value, Model):
        titles = {heading.path: change(heading.column.tieu_de) for heading in _headings(value)}
        headings = {"cot": _retitled(value.cot, titles, ("cot",))} if isinstance(value, Bang) else {}
        fields = headings | {name: rewritten(getattr(value, name), change) for name in value._text_fields}
        changed = {name: new for name, new in fields.items() if new != getattr(value, name)}
        return value.model_copy(update=changed) if changed else value
    return value


def _headings(value: Model) -> Iterator[Heading]:
    """The headings of a table row by row; of anything else none."""
    return chain.from_iterable(heading_levels(value.cot)) if isinstance(value, Bang) else iter(())


def _retitled(columns: Iterable[Cot], titles: Mapping[Path, str], path: Path) -> tuple[Cot, ...]:
    """The columns under their new ``titles``, which are known by the way to them."""
    return tuple(
        column.model_copy(
            update={"tieu_de": titles[(*path, n)], "con": _retitled(column.con, titles, (*path, n, "con"))}
        )
        for n, column in enumerate(columns)
    )


class Resolver:
    """Writes out citations in reading order: in full the first time, in short afterwards.

    A footnote is read where its mark stands; ``notes`` holds the texts of all of them, written out once they were read.
    """

    def __init__(self, vien_dan: Iterable[VienDan], chu_thich: Iterable[ChuThich]) -> None:
        self.notes = {note.ma: note.noi_dung for note in chu_thich}
        self._known = {cited.ma: cited for cited in vien_dan}
        self._said: set[str] = set()

    def text(self, source: str, *, trong_can_cu: bool = False) -> str:
        """``source`` with what each of its citations says."""
        said: list[str] = []
        for mark in marks(source):
            if mark.cite:
                said.append(self._say(mark.cite, trong_can_cu=trong_can_cu))
            else:
                self.notes[mark.note] = self.text(self.notes[mark.note])
        words = iter(said)
        return replace_citations(source, lambda _: next(words))

    def _say(self, ma: str, *, trong_can_cu: bool) -> str:
        cited = self._known[ma]
        first = ma not in self._said
        self._said.add(ma)
        return cited.day_du(trong_can_cu=trong_can_cu) if first else cited.rut_gon
