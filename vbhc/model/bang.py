"""A table: columns under headings of one or several rows, and rows of cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from vbhc.model.base import Choice, Model, ShortModel, VanXuoi
from vbhc.model.gop import merged
from vbhc.model.hang import Hang, OBang, data_cell


class CanLe(Choice):
    """How the text of a column is set; ``SO``: numbers under one another, by their decimal comma."""

    TRAI = "trai"
    GIUA = "giua"
    PHAI = "phai"
    SO = "so"


class Cot(ShortModel):
    """One column, or several under a common heading; without a width it is set from what the column holds."""

    model_config = ConfigDict(title="Cột")

    tieu_de: VanXuoi = Field(title="Tiêu đề cột")
    can_le: CanLe = Field(default=CanLe.TRAI, title="Căn lề")
    rong_mm: float | None = Field(default=None, ge=5, le=400, allow_inf_nan=False, title="Độ rộng (mm)")
    con: tuple[Cot, ...] = Field(default=(), title="Các cột bên dưới", description="Tiêu đề này chạy ngang trên chúng")

    @classmethod
    def _from_short(cls, value: Any) -> Any:
        """A string is the heading alone."""
        return {"tieu_de": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _has_one_width(self) -> Self:
        if self.con and (self.rong_mm is not None or self.can_le is not CanLe.TRAI):
            raise ValueError(f"cột «{self.tieu_de}» có cột bên dưới; căn lề và độ rộng hãy ghi ở các cột bên dưới đó")
        return self

    @property
    def la(self) -> tuple[Cot, ...]:
        """The real columns: this one, or those below it ("lá")."""
        return tuple(leaf for column in self.con for leaf in column.la) if self.con else (self,)

    @property
    def tang(self) -> int:
        """How many rows of headings the column has ("tầng")."""
        return 1 + max((column.tang for column in self.con), default=0)


class Heading(NamedTuple):
    """The heading of a column in its place: its first column, counted from 0, and the way to it from its table."""

    column: Cot
    start: int
    path: tuple[str | int, ...]


def heading_levels(columns: Sequence[Cot]) -> Iterator[tuple[Heading, ...]]:
    """The headings row by row, as they are read: in each row those that begin in it, from left to right."""
    level = _side_by_side(columns, 0, ("cot",))
    while level:
        yield level
        level = tuple(
            under for upper in level for under in _side_by_side(upper.column.con, upper.start, (*upper.path, "con"))
        )


def _side_by_side(columns: Sequence[Cot], start: int, path: tuple[str | int, ...]) -> tuple[Heading, ...]:
    starts = accumulate((len(column.la) for column in columns), initial=start)
    return tuple(Heading(column, at, (*path, n)) for n, (column, at) in enumerate(zip(columns, starts, strict=False)))


class Bang(Model):
    """A table whose heading rows are repeated on every page.

    Cells with one ``khoa`` in neighbouring rows are one cell: it keeps its text in the first of them alone.
    """

    model_config = ConfigDict(title="Bảng")
    _text_fields: ClassVar[tuple[str, ...]] = ("hang",)  # read behind the headings, which `heading_levels` orders

    loai: Literal["bang"] = Field(default="bang", title="Loại khối")
    cot: tuple[Cot, ...] = Field(min_length=1, title="Các cột")
    hang: Annotated[tuple[Hang, ...], AfterValidator(merged)] = Field(min_length=1, title="Các hàng")

    @classmethod
    def tu_du_lieu(cls, cot: Iterable[Cot | str], hang: Iterable[Iterable[object] | Hang]) -> Self:
        """A table of data: each value is printed as it is and never read as markup; None is an empty cell.

        A cell may be an `OBang`. Raises `InputError` when a row has too many or too few cells, or a cell holds true or
        false, a list or a group.
        """
        rows = [row if isinstance(row, Hang) else [_cell(value) for value in row] for row in hang]
        return cls.model_validate({"cot": tuple(cot), "hang": rows})

    @property
    def cot_la(self) -> tuple[Cot, ...]:
        """The real columns, from left to right."""
        return tuple(leaf for column in self.cot for leaf in column.la)

    @model_validator(mode="after")
    def _rows_fit_columns(self) -> Self:
        width = len(self.cot_la)
        filled = [(n, row.so_cot) for n, row in enumerate(self.hang, 1) if row.o]
        wrong = [f"hàng {n} có {cells} ô" for n, cells in filled if cells != width]
        if wrong:
            shown = "; ".join(wrong[:10]) + ("; …" if len(wrong) > 10 else "")
            raise ValueError(
                f"bảng có {width} cột nhưng {shown}; mỗi hàng phải có đúng {width} ô (ô gộp ngang tính theo `so_cot`)"
            )
        return self


def _cell(value: object) -> object:
    return value if isinstance(value, OBang) else data_cell(value)
