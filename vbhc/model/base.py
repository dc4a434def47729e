"""What all parts of a văn bản share: frozen, closed, NFC text, and errors that speak Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    ValidationError,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from vbhc.errors import InputError
from vbhc.model.messages import report_of
from vbhc.text.markup import Run, to_markup
from vbhc.text.spelling import describe_character, find_forbidden, nfc


def _clean(text: str) -> str:
    """NFC, outer blanks gone; a character that no Word file can hold is refused."""
    forbidden = find_forbidden(text)
    if forbidden is not None:
        raise ValueError(f"có ký tự điều khiển {describe_character(forbidden)} mà tệp Word không chứa được; hãy xoá nó")
    cleaned = nfc(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if not cleaned:
        raise ValueError("không được để trống")
    return cleaned


def _one_line(text: str) -> str:
    return " ".join(text.split("\n")) if "\n" in text else text


def _from_runs(value: object) -> object:
    """Typed runs are written back as markup, so that a text has one form."""
    is_runs = isinstance(value, (list, tuple)) and all(isinstance(item, Run) for item in value)
    return to_markup(value) if is_runs else value  # type: ignore[arg-type]


Chuoi = Annotated[str, Field(min_length=1), AfterValidator(_clean), AfterValidator(_one_line)]
"""Plain text on one line."""

ChuoiNhieuDong = Annotated[str, Field(min_length=1), AfterValidator(_clean)]
"""Plain text; ``\\n`` is a line break that its author asked for."""

VanXuoi = Annotated[str, BeforeValidator(_from_runs), Field(min_length=1), AfterValidator(_clean)]
"""Text with inline markup (``**đậm**``, ``*nghiêng*``, ``~chỉ số dưới~``, ``^chỉ số trên^``), or typed runs."""


class Model(BaseModel):
    """A frozen value; unknown fields are refused; every way in raises `InputError` with all problems at once."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    def __init__(self, /, **data: Any) -> None:
        try:
            super().__init__(**data)
        except ValidationError as error:
            raise _input_error(type(self), error) from None

    # Tells pydantic that this is its own __init__, so that nested values are validated by its core in one pass.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:
        """A value from plain data; raises `InputError`."""
        try:
            return super().model_validate(obj, **options)
        except ValidationError as error:
            raise _input_error(cls, error) from None

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """A value from JSON; raises `InputError`."""
        try:
            return super().model_validate_json(json_data, **options)
        except ValidationError as error:
            raise _input_error(cls, error) from None


def _input_error(cls: type[BaseModel], error: ValidationError) -> InputError:
    report = report_of(cls, error)
    return InputError(f"{cls.model_config.get('title') or cls.__name__}: {len(report)} chỗ chưa đúng.", report=report)


class Choice(StrEnum):
    """A fixed set of answers; its schema is the answers alone, under the title of the field that asks."""

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        schema = handler.resolve_ref_schema(handler(core))
        schema.pop("title", None)
        schema.pop("description", None)
        return schema


class WrittenModel(Model):
    """A value that staff may also write as one string: ``"12/UBND-VX"`` for a `SoKyHieu`."""

    written_as: ClassVar[str] = ""
    """An example of the string form, shown in the JSON Schema."""

    @classmethod
    def from_text(cls, text: str) -> Mapping[str, Any]:
        """The fields that ``text`` stands for; raises `ValueError` with a Vietnamese message."""
        raise NotImplementedError

    @model_validator(mode="before")
    @classmethod
    def _accept_text(cls, value: Any) -> Any:
        return cls.from_text(nfc(value)) if isinstance(value, str) else value

    @classmethod
    def parse(cls, text: str) -> Self:
        """The value that ``text`` stands for; raises `InputError`."""
        return cls.model_validate(text)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        schema = handler.resolve_ref_schema(handler(core))
        title = schema.get("title", cls.__name__)
        as_object = dict(schema)
        schema.clear()
        schema.update(title=title, anyOf=[{"type": "string", "examples": [cls.written_as]}, as_object])
        return schema
