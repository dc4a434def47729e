"""What all parts of a văn bản share: frozen, closed, NFC text, and errors that speak Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationError,
    ValidatorFunctionWrapHandler,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, InitErrorDetails, core_schema

from vbhc.errors import InputError
from vbhc.model.messages import KEY, report_of
from vbhc.text.markup import Run, marks, to_markup
from vbhc.text.spelling import describe_character, find_forbidden, nfc


def clean(text: str) -> str:
    """NFC, outer blanks gone; a character that no Word file can hold is refused."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    forbidden = find_forbidden(text)
    if forbidden is not None:
        raise ValueError(f"có ký tự điều khiển {describe_character(forbidden)} mà tệp Word không chứa được; hãy xoá nó")
    cleaned = nfc(text).strip()
    if not cleaned:
        raise ValueError("không được để trống")
    return cleaned


def _one_line(text: str) -> str:
    return " ".join(text.split("\n")) if "\n" in text else text


def without_marks(text: str) -> str:
    """``text``, in which no mark of a footnote or citation may stand, because nobody would put out what it means."""
    if marks(text):
        raise ValueError("dấu chú thích [^…] và viện dẫn [@…] chỉ đặt được trong nội dung, căn cứ và phụ lục")
    return text


def _from_runs(value: object) -> object:
    """Typed runs are written back as markup, so that a text has one form."""
    is_runs = isinstance(value, (list, tuple)) and all(isinstance(item, Run) for item in value)
    return to_markup(value) if is_runs else value  # type: ignore[arg-type]


Chuoi = Annotated[str, Field(min_length=1), AfterValidator(clean), AfterValidator(_one_line)]
"""Plain text on one line."""

ChuoiNhieuDong = Annotated[str, Field(min_length=1), AfterValidator(clean)]
"""Plain text; ``\\n`` is a line break that its author asked for."""

KhongDau = AfterValidator(without_marks)
"""Marks a text outside of the body, where a footnote or citation cannot stand."""

ChuoiKhongDau = Annotated[Chuoi, KhongDau]
"""Plain text on one line, outside of the body."""

VanXuoi = Annotated[str, Field(min_length=1), AfterValidator(clean), BeforeValidator(_from_runs)]
"""Text with inline markup (``**đậm**``, ``*nghiêng*``, ``~chỉ số dưới~``, ``^chỉ số trên^``), or typed runs."""


Ma = Annotated[Chuoi, Field(pattern=r"^[\w.-]+$")]
"""A short name by which marks in a text refer to something: letters, digits, "_", "." and "-"."""


class Model(BaseModel):
    """A frozen value; unknown fields are refused; every way in raises `InputError` with all problems at once.

    ``_text_fields``: the fields with inline markup, or with parts that have some, in the order in which they are read.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)
    _text_fields: ClassVar[tuple[str, ...]] = ()

    def __init__(self, /, **data: Any) -> None:
        try:
            super().__init__(**data)
        except ValidationError as error:
            raise _input_error(type(self), error) from None

    # Tells pydantic that this is its own __init__, so that nested values are validated by its core in one pass.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]

    def __setattr__(self, name: str, value: Any) -> None:
        raise InputError(f"Không sửa được `{name}` tại chỗ; hãy tạo bản mới: model_copy(update={{'{name}': …}}).")

    def __delattr__(self, name: str) -> None:
        raise InputError(f"Không bỏ được `{name}`; hãy tạo bản mới.")

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


class ShortModel(Model):
    """A value that may also be given in a short form, which its schema shows beside the full one."""

    _short_form: ClassVar[JsonSchemaValue] = {"type": "string"}

    @classmethod
    def _from_short(cls, value: Any) -> Any:
        """The fields that a short form stands for; anything else unchanged."""
        raise NotImplementedError

    @model_validator(mode="before")
    @classmethod
    def _accept_short(cls, value: Any) -> Any:
        return cls._from_short(value)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        schema = handler.resolve_ref_schema(handler(core))
        as_object = dict(schema)
        schema.clear()
        schema.update(title=as_object.get("title", cls.__name__), anyOf=[cls._short_form, as_object])
        return schema


class WrittenModel(ShortModel):
    """A value that staff also write as one string, which has parts: ``"12/UBND-VX"`` for a `SoKyHieu`."""

    @classmethod
    def _from_text(cls, text: str) -> Mapping[str, Any]:
        """The fields that ``text`` stands for; raises `ValueError` with a Vietnamese message."""
        raise NotImplementedError

    @classmethod
    def _from_short(cls, value: Any) -> Any:
        """The fields of the string form."""
        return cls._from_text(nfc(value)) if isinstance(value, str) else value

    @classmethod
    def parse(cls, text: str) -> Self:
        """The value that ``text`` stands for; raises `InputError`."""
        return cls.model_validate(text)


class NamedModel(WrittenModel):
    """A value that texts refer to by its ``ma``; in a group by name (`ByMa`) it may be written as one string."""

    ma: Ma = Field(title="Mã")

    @classmethod
    def _from_short(cls, value: Any) -> Any:
        """The fields of a name and what stands under it; a name that also stands inside must be the same."""
        if not isinstance(value, tuple):
            return value
        ma = str(value[0]) if value else ""
        item = value[1] if len(value) == 2 else None
        if isinstance(item, str):
            return {**cls._from_text(nfc(item)), "ma": value[0]}
        if not isinstance(item, (Mapping, cls)):
            raise ValueError(f"mã «{ma}»: dưới mã phải là một chuỗi chữ hoặc một nhóm trường")
        fields = dict(item)
        if fields.get("ma", value[0]) != value[0]:
            raise ValueError(f"mã «{ma}» nhưng bên trong ghi mã «{fields['ma']}»; hãy ghi một mã")
        return {**fields, "ma": value[0]}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return handler(core)


@dataclass(frozen=True, slots=True)
class ByMa:
    """Marks a list of `NamedModel` that may be given as a group: ``{"kh131": "Kế hoạch số 131/KH-UBND …"}``."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_wrap_validator_function(self._validated, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        group = {"type": "object", "additionalProperties": {"type": ["string", "object"]}}
        return {"anyOf": [group, handler(core)]}

    @staticmethod
    def _validated(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
        if not isinstance(value, Mapping):
            return handler(value)
        try:
            return handler(list(value.items()))
        except ValidationError as error:
            raise ValidationError.from_exception_data(error.title, _by_name(error, list(value))) from None


def _by_name(error: ValidationError, names: Sequence[object]) -> list[InitErrorDetails]:
    """The problems of ``error``, each at the name that its item has in the group instead of at its position."""
    placed: list[InitErrorDetails] = []
    for found in error.errors():
        position, *rest = found["loc"] or ("",)
        first = f"{KEY}{names[position]}" if isinstance(position, int) else position
        placed.append(
            {"type": found["type"], "loc": (first, *rest), "input": found["input"], "ctx": found.get("ctx", {})}
        )
    return placed


@dataclass(frozen=True, slots=True)
class OneOrMany:
    """Marks a list that may be given as one string: its only item, or the items that ``between`` parts.

    What is blank at the end, such as the lines that YAML leaves there, is no item.
    """

    between: str | None = None

    def _as_list(self, value: Any) -> Any:
        if not isinstance(value, str) or self.between is None:
            return [value] if isinstance(value, str) else value
        return value.replace("\r\n", "\n").rstrip(f"{self.between} \n").split(self.between)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._as_list, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler(core)]}
