"""The rows of a table: cells of text, cells that reach over others, and headings of groups of rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue

from vbhc.model.base import Chuoi, Model, ShortModel, VanXuoi, clean
from vbhc.model.messages import FORM
from vbhc.text.markup import escape
from vbhc.text.values import printed

CELL_FORMS: JsonSchemaValue = {"type": ["string", "number", "null"]}


def _cell(value: Any) -> Any:
    """An empty cell is an empty text; a number is printed as it would be in a sentence."""
    if type(value) is str:  # most cells by far
        return value
    if value is None:
        return ""
    return printed(value) if isinstance(value, (int, float, Decimal, date)) and not isinstance(value, bool) else value


def _clean_cell(text: str) -> str:
    return clean(text) if text.strip() else ""


ChuOBang = Annotated[str, AfterValidator(_clean_cell), BeforeValidator(_cell), WithJsonSchema(CELL_FORMS)]
"""The text of one cell, with inline markup, a paragraph a line; it may be empty."""


class OBang(Model):
    """One cell that reaches over several columns, or is one with the cells of its key in the rows next to it."""

    model_config = ConfigDict(title="Ô bảng")
    _text_fields: ClassVar[tuple[str, ...]] = ("noi_dung",)

    noi_dung: ChuOBang = Field(default="", title="Nội dung ô")
    so_cot: int = Field(default=1, ge=1, title="Số cột mà ô chiếm")
    khoa: Chuoi | None = Field(
        default=None, title="Khóa gộp dọc", description="Các ô liền nhau trong cột có cùng khóa gộp thành một ô"
    )

    @classmethod
    def tu_du_lieu(cls, value: object, *, khoa: str | None = None, so_cot: int = 1) -> Self:
        """A cell of data: the value is printed as it is and never read as markup; None is an empty cell.

        Raises `InputError` for what no cell can hold: true and false, a list, a group.
        """
        return cls.model_validate({"noi_dung": data_cell(value), "khoa": khoa, "so_cot": so_cot})


_TEXT, _CELL = f"{FORM}chữ", f"{FORM}ô"


def _form_of(value: Any) -> str:
    return _CELL if isinstance(value, (dict, OBang)) else _TEXT


CacO = tuple[
    Annotated[Annotated[ChuOBang, Tag(_TEXT)] | Annotated[OBang, Tag(_CELL)], Discriminator(_form_of)],
    ...,
]
"""The cells of a row: each a text, or an `OBang`."""


class Hang(ShortModel):
    """One row: cells that fill all columns (text may be empty), or one ``nhom`` heading across the whole width.

    ``la_nhom``: the cells head the rows below, so they stand in bold and never end a page.
    """

    model_config = ConfigDict(title="Hàng")
    _text_fields: ClassVar[tuple[str, ...]] = ("nhom", "o")
    _short_form: ClassVar[JsonSchemaValue] = {"type": "array", "items": {"type": [*CELL_FORMS["type"], "object"]}}

    o: CacO = Field(default=(), title="Các ô")
    nhom: VanXuoi | None = Field(default=None, title="Tên nhóm", description="Hàng một ô chạy hết chiều ngang bảng")
    la_nhom: bool = Field(default=False, title="Là hàng tên nhóm", description="Các ô in đậm, đứng đầu một nhóm hàng")

    @classmethod
    def _from_short(cls, value: Any) -> Any:
        """A list is the cells."""
        return {"o": value} if isinstance(value, (list, tuple)) else value

    @model_validator(mode="after")
    def _is_cells_or_group(self) -> Self:
        if bool(self.o) == bool(self.nhom):
            raise ValueError("một hàng có các ô, hoặc là tên nhóm, không thể cả hai")
        return self

    @property
    def so_cot(self) -> int:
        """How many columns the cells fill."""
        return sum([1 if isinstance(cell, str) else cell.so_cot for cell in self.o])


def data_cell(value: object) -> object:
    """The text of a cell that holds ``value``: printed as it is, never read as markup; None is an empty cell.

    What no cell can hold (true, a list, a number that is none) stays no text, for validation to refuse in its place.
    """
    if isinstance(value, (list, tuple, set, frozenset, Mapping, Model)):
        return [value]
    if value is None or isinstance(value, bool):
        return value
    return value if isinstance(value, (float, Decimal)) and not isfinite(value) else escape(printed(value))
