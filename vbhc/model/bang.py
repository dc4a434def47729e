"""A table: columns with their headings, rows of cells, and group rows across the width."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic.json_schema import JsonSchemaValue

from vbhc.model.base import Choice, Model, ShortModel, VanXuoi, clean
from vbhc.text.markup import escape
from vbhc.text.values import printed

CELL_FORMS: JsonSchemaValue = {"type": ["string", "number", "null"]}


def _cell(value: Any) -> Any:
    """An empty cell is an empty text; a number is printed as it would be in a sentence."""
    if value is None:
        return ""
    return printed(value) if isinstance(value, (int, float, Decimal, date)) and not isinstance(value, bool) else value


def _clean_cell(text: str) -> str:
    return clean(text) if text.strip() else ""


OBang = Annotated[str, AfterValidator(_clean_cell), BeforeValidator(_cell), WithJsonSchema(CELL_FORMS)]
"""The text of one cell, with inline markup; it may be empty."""


class CanLe(Choice):
    """How the text of a column is set."""

    TRAI = "trai"
    GIUA = "giua"
    PHAI = "phai"


class Cot(ShortModel):
    """One column; without a width it is set from what the column holds."""

    model_config = ConfigDict(title="Cột")

    tieu_de: VanXuoi = Field(title="Tiêu đề cột")
    can_le: CanLe = Field(default=CanLe.TRAI, title="Căn lề")
    rong_mm: float | None = Field(default=None, ge=5, le=400, allow_inf_nan=False, title="Độ rộng (mm)")

    @classmethod
    def _from_short(cls, value: Any) -> Any:
        """A string is the heading alone."""
        return {"tieu_de": value} if isinstance(value, str) else value


class Hang(ShortModel):
    """One row: a cell for each column (text may be empty), or one ``nhom`` heading across the whole width."""

    model_config = ConfigDict(title="Hàng")
    _short_form: ClassVar[JsonSchemaValue] = {"type": "array", "items": CELL_FORMS}

    o: tuple[OBang, ...] = Field(default=(), title="Các ô")
    nhom: VanXuoi | None = Field(default=None, title="Tên nhóm", description="Hàng một ô chạy hết chiều ngang bảng")

    @classmethod
    def _from_short(cls, value: Any) -> Any:
        """A list is the cells."""
        return {"o": value} if isinstance(value, (list, tuple)) else value

    @model_validator(mode="after")
    def _is_cells_or_group(self) -> Self:
        if bool(self.o) == bool(self.nhom):
            raise ValueError("một hàng có các ô, hoặc là tên nhóm, không thể cả hai")
        return self


class Bang(Model):
    """A table whose header row is repeated on every page."""

    model_config = ConfigDict(title="Bảng")

    loai: Literal["bang"] = Field(default="bang", title="Loại khối")
    cot: tuple[Cot, ...] = Field(min_length=1, title="Các cột")
    hang: tuple[Hang, ...] = Field(min_length=1, title="Các hàng")

    @classmethod
    def tu_du_lieu(cls, cot: Iterable[Cot | str], hang: Iterable[Iterable[object] | Hang]) -> Self:
        """A table of data: each value is printed as it is and never read as markup; None is an empty cell.

        Raises `InputError` when a row has too many or too few cells.
        """
        rows = [row if isinstance(row, Hang) else [_data_cell(value) for value in row] for row in hang]
        return cls.model_validate({"cot": tuple(cot), "hang": rows})

    @model_validator(mode="after")
    def _rows_fit_columns(self) -> Self:
        width = len(self.cot)
        wrong = [f"hàng {n} có {len(row.o)} ô" for n, row in enumerate(self.hang, 1) if row.o and len(row.o) != width]
        if wrong:
            shown = "; ".join(wrong[:10]) + ("; …" if len(wrong) > 10 else "")
            raise ValueError(f"bảng có {width} cột nhưng {shown}; mỗi hàng phải có đúng {width} ô")
        return self


def _data_cell(value: object) -> str:
    return "" if value is None else escape(printed(value))
