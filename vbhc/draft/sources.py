"""What a printed value comes from: the cells behind it, and what it takes to work it out again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from vbhc.indicators import BangChiTieu, ChiTieu
from vbhc.indicators.sheet import Cell, Position
from vbhc.indicators.source import SourceTable
from vbhc.templating.faults import Origin
from vbhc.templating.tracing import Printed, Step

_PARTS = ("con", "moc")  # of an indicator, with cells of their own
Ref: TypeAlias = dict[str, Any]
"""What a name in a tag stood for, as plain data: a selection, an indicator, or a value by itself."""


class CellRef(NamedTuple):
    """A cell: the name of its workbook in the bản thảo, its address, and the text in it.

    ``ma``, ``hang``, ``cot``: the indicator that it belongs to, which of its rows, from 0, and the label of its column,
    by which it is found where rows or columns were put in; "" for a cell of no indicator.
    """

    so_lieu: str
    o: str
    nguyen_van: str
    ma: str = ""
    hang: int = 0
    cot: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where one value of a document comes from: the tag and its place in the bản thảo, the cells behind it.

    ``ten``: what the names in the tag stood for; ``None`` where the tag cannot be worked out again by itself.
    """

    in_ra: str
    the: str
    cho: str
    o: tuple[CellRef, ...]
    ten: Mapping[str, Ref] | None = None


@dataclass(frozen=True, slots=True)
class Origins:
    """Tells of values which workbook they come from; by identity, for equal rows may stand in two workbooks."""

    so_lieu: Mapping[str, BangChiTieu]
    _rows: dict[int, str] = field(default_factory=dict)
    _values: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, bang in self.so_lieu.items():
            for row in _with_parts(bang):
                self._rows[id(row)] = name
                held = (row.thuc_hien, row.muc_tieu, row.yeu_cau, *(moc.gia_tri for moc in row.moc))
                self._values.update((id(value), name) for value in held if value is not None)

    def of(self, printed: Printed, origin: Origin) -> Source | None:
        """The source of a printed value; ``None`` for what comes from no workbook."""
        cells = tuple(dict.fromkeys(self._cells(printed.steps)))
        refs = {name: self.ref(value) for name, value in printed.names.items()}
        if not cells and not any(ref and "bang" in ref for ref in refs.values()):
            return None
        known = {name: ref for name, ref in refs.items() if ref is not None}
        return Source(printed.text, origin.tag, origin.place, cells, known if len(known) == len(refs) else None)

    def name_of(self, bang: BangChiTieu) -> str | None:
        """The name of the workbook that a selection is of."""
        return next((name for name, whole in self.so_lieu.items() if whole.ban_goc is bang.ban_goc), None)

    def cell(self, so_lieu: str, o: str) -> CellRef:
        """The cell at an address."""
        source = self.so_lieu[so_lieu].ban_goc
        found = source.sheet.at(o) if source else None
        if source is None or found is None:
            return CellRef(so_lieu, o, "")
        return CellRef(so_lieu, o, found.text, *(spot_of(self.so_lieu[so_lieu], source, found.place) or ()))

    def _cells(self, steps: tuple[Step, ...]) -> Iterator[CellRef]:
        for at, step in enumerate(steps):
            following = steps[at + 1] if at + 1 < len(steps) else None
            match step.value:
                case BangChiTieu() as bang if not _leads_on(following):
                    yield from self._results(bang)
                case ChiTieu() as row if not (following and following.attribute in _PARTS):
                    yield from self._of_row(row, following.attribute if following else None)
                case value if id(value) in self._values:
                    yield self.cell(self._values[id(value)], str(getattr(value, "o", "")))

    def _results(self, bang: BangChiTieu) -> Iterator[CellRef]:
        """The results of all rows of a selection: they decide which rows it has."""
        for row in bang:
            if row.thuc_hien is not None and id(row) in self._rows:
                yield self.cell(self._rows[id(row)], row.thuc_hien.o)

    def _of_row(self, row: ChiTieu, attribute: str | None) -> Iterator[CellRef]:
        """The cell of a field, or the two that are compared for what is worked out of them."""
        name = self._rows.get(id(row))
        source = self.so_lieu[name].ban_goc if name else None
        if name is None or source is None:
            return
        column = source.header.columns.get(attribute or "")
        if column is not None:
            yield self.cell(name, source.sheet.resolved(row.dong - 1, column).o)
            return
        for value in (row.thuc_hien, row.yeu_cau):
            if value is not None:
                yield self.cell(name, value.o)

    def ref(self, value: object) -> Ref | None:
        """What a name stood for, as plain data; ``None`` for what cannot be had again."""
        match value:
            case BangChiTieu() as bang:
                name = self.name_of(bang)
                return {"bang": name, "chon": list(bang.cach_chon)} if name else None
            case ChiTieu() as row if id(row) in self._rows:
                name = self._rows[id(row)]
                alone = sum(it.ma == row.ma for it in _with_parts(self.so_lieu[name])) == 1
                return {"bang": name, **({"chi_tieu": row.ma} if row.ma and alone else {"dong": row.dong})}
            case Decimal():
                return {"so": str(value)}
            case None | str() | int() | float():
                return {"gia_tri": value}
        return None


def spot_of(bang: BangChiTieu, source: SourceTable, place: Position) -> tuple[str, int, str] | None:
    """The mã of the indicator whose cell stands here, which of its rows it is, and the label of its column."""
    label = source.header.labels[place[1]] if place[1] < len(source.header.labels) else ""
    dong = next((dong for dong, block in source.blocks.items() if place[0] in block.rows), None)
    owners = [row for row in bang if row.dong == dong]
    if not owners or dong is None or source.header.labels.count(label) != 1:
        return None
    ma = owners[0].ma
    alone = bool(ma) and sum(row.ma == ma for row in bang) == 1
    return (ma, source.blocks[dong].rows.index(place[0]), label) if alone else None


def cell_at(bang: BangChiTieu, ma: str, hang: int, cot: str) -> Cell | None:
    """The cell that `spot_of` told of, in another state of its sheet; ``None`` when it is there no more."""
    source = bang.ban_goc
    owners = [row for row in bang if row.ma == ma]
    if source is None or len(owners) != 1 or source.header.labels.count(cot) != 1:
        return None
    rows = source.blocks[owners[0].dong].rows
    return source.sheet.resolved(rows[hang], source.header.labels.index(cot)) if hang < len(rows) else None


def _with_parts(rows: Any) -> Iterator[ChiTieu]:
    for row in rows:
        yield row
        yield from _with_parts(row.con)


def _leads_on(step: Step | None) -> bool:
    """Whether a selection is only the way to what was asked of it."""
    if step is None or step.attribute is None:
        return False
    return bool(step.attribute) or isinstance(step.value, BangChiTieu | ChiTieu)
