"""A table: columns with their headings, rows of cells, and group rows across the width."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from vbhc.model.base import Choice, Model, VanXuoi
from vbhc.text.markup import escape


class CanLe(Choice):
    """How the text of a column is set."""

    TRAI = "trai"
    GIUA = "giua"
    PHAI = "phai"


class Cot(Model):
    """One column; without a width it is set from what the column holds."""

    model_config = ConfigDict(title="Cột")

    tieu_de: VanXuoi = Field(title="Tiêu đề cột")
    can_le: CanLe = Field(default=CanLe.TRAI, title="Căn lề")
    rong_mm: float | None = Field(default=None, gt=0, title="Độ rộng (mm)")

    @model_validator(mode="before")
    @classmethod
    def _accept_heading(cls, value: Any) -> Any:
        return {"tieu_de": value} if isinstance(value, str) else value


class Hang(Model):
    """One row: a cell for each column (text may be empty), or one ``nhom`` heading across the whole width."""

    model_config = ConfigDict(title="Hàng")

    o: tuple[VanXuoi | Literal[""], ...] = Field(default=(), title="Các ô")
    nhom: VanXuoi | None = Field(default=None, title="Tên nhóm", description="Hàng một ô chạy hết chiều ngang bảng")

    @model_validator(mode="before")
    @classmethod
    def _accept_cells(cls, value: Any) -> Any:
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
        rows = [row if isinstance(row, Hang) else [_printed(value) for value in row] for row in hang]
        return cls.model_validate({"cot": tuple(cot), "hang": rows})

    @model_validator(mode="after")
    def _rows_fit_columns(self) -> Self:
        width = len(self.cot)
        wrong = [f"hàng {n} có {len(row.o)} ô" for n, row in enumerate(self.hang, 1) if row.o and len(row.o) != width]
        if wrong:
            shown = "; ".join(wrong[:10]) + ("; …" if len(wrong) > 10 else "")
            raise ValueError(f"bảng có {width} cột nhưng {shown}; mỗi hàng phải có đúng {width} ô")
        return self


def _printed(value: object) -> str:
    return "" if value is None else escape(str(value))
