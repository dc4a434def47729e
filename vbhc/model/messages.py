"""pydantic's validation errors, said in Vietnamese: which field (by title and path), what was expected, what to do."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from vbhc.errors import VbhcError
from vbhc.findings import Finding, Location, Report, Severity

Step = str | int

MAX_SHOWN = 60
FORM = "«"
"""What the name of a form begins with, where a field may be written in several and nobody writes which."""
KEY = "@«"
"""What stands before the name of an item in a group by name (`ByMa`), so that it is not taken for a field."""

UNKNOWN_FIELD = "không có trường này"

# pydantic's error type -> what is said; {…} are the error's own context values.
MESSAGES = {
    "missing": "thiếu trường bắt buộc này",
    "string_type": "phải là một chuỗi chữ",
    "string_too_short": "không được để trống",
    "string_unicode": "có ký tự không hợp lệ",
    "string_pattern_mismatch": "không đúng dạng",
    "too_short": "phải có ít nhất {min_length} mục, mới có {actual_length}",
    "too_long": "chỉ được có nhiều nhất {max_length} mục, đang có {actual_length}",
    "int_type": "phải là một số nguyên",
    "int_parsing": "phải là một số nguyên",
    "int_from_float": "phải là một số nguyên",
    "float_type": "phải là một số",
    "float_parsing": "phải là một số",
    "finite_number": "phải là một số hữu hạn",
    "bool_type": "phải là true hoặc false",
    "bool_parsing": "phải là true hoặc false",
    "invalid_key": "tên trường phải là một chuỗi chữ",
    "greater_than": "phải lớn hơn {gt}",
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than_equal": "không được lớn hơn {le}",
    "enum": "phải là một trong: {expected}",
    "literal_error": "phải là {expected}",
    "tuple_type": "phải là một danh sách",
    "union_tag_not_found": "thiếu `loai` để biết đây là khối gì",
    "union_tag_invalid": "không có loại khối `{tag}`; các khối có: {expected_tags}",
}
HINTS = {
    "missing": "thêm trường này vào",
    "union_tag_not_found": 'viết thêm "loai", ví dụ "loai": "doan"',
    "json_invalid": "xem lại dấu phẩy, ngoặc và dấu nháy quanh chỗ nêu trên",
}


def report_of(cls: type[BaseModel], error: ValidationError) -> Report:
    """Every problem of ``error``, in the order of the fields of ``cls``."""
    errors = error.errors()
    # A list whose items are wrong is also counted as too short, though nobody wrote too few.
    wrong_inside = {loc[:n] for loc in (details["loc"] for details in errors) for n in range(len(loc))}
    told = (details for details in errors if details["type"] != "too_short" or details["loc"] not in wrong_inside)
    return Report.of(finding for details in told for finding in _findings(cls, details))


def _findings(cls: type[BaseModel], details: ErrorDetails) -> Iterator[Finding]:
    cause = details.get("ctx", {}).get("error")
    if isinstance(cause, VbhcError) and cause.report:
        yield from cause.report
        return
    kind = details["type"]
    loc = details["loc"]
    if kind == "extra_forbidden":
        yield _unknown_field(cls, loc)
        return
    given = "" if kind in ("missing", "json_invalid", "union_tag_invalid") else _shown(details.get("input"))
    hint = _expected_form(cls, loc) if kind in ("model_type", "model_attributes_type") else HINTS.get(kind, "")
    yield _finding(cls, loc, _message(details) + given, hint)


def _expected_form(cls: type[BaseModel], loc: tuple[Step, ...]) -> str:
    """What may be written where a group of fields was expected: an example of its string form, or its fields."""
    expected = next(iter(_trail(cls, loc)[1]), cls)
    examples = getattr(expected, "_short_form", {}).get("examples")
    return f"viết như «{examples[0]}»" if examples else f"các trường có: {', '.join(expected.model_fields)}"


def _message(details: ErrorDetails) -> str:
    context = details.get("ctx", {})
    if details["type"] == "json_invalid":
        place = re.search(r"line (\d+) column (\d+)", str(context.get("error", "")))
        return "không phải JSON đúng cú pháp" + (f", từ dòng {place[1]}, cột {place[2]}" if place else "")
    if details["type"] in ("model_type", "model_attributes_type"):
        return "không phải là giá trị của trường này"
    if details["type"] == "value_error":
        return str(context["error"])
    template = MESSAGES.get(details["type"])
    if template is None:
        return f"giá trị không hợp lệ ({details['type']})"
    return template.format(**context).replace(" or ", " hoặc ")


def _shown(value: Any) -> str:
    if value is None or isinstance(value, (dict, list, tuple, BaseModel)):
        return ""
    text = str(value).encode("utf-8", "backslashreplace").decode()
    return f" (đang ghi: «{text[:MAX_SHOWN]}{'…' if len(text) > MAX_SHOWN else ''}»)"


def _unknown_field(cls: type[BaseModel], loc: tuple[Step, ...]) -> Finding:
    _, owners = _trail(cls, loc[:-1])
    known = [name for owner in owners for name in (*owner.model_fields, *getattr(owner, "_short_fields", ()))]
    return _finding(cls, loc, UNKNOWN_FIELD, hint_of_known(str(loc[-1]), known))


def hint_of_known(name: str, known: Sequence[str]) -> str:
    """Which of the ``known`` fields somebody probably meant by ``name``, else all of them."""
    near = difflib.get_close_matches(name, known, n=1)
    return f"có phải `{near[0]}`?" if near else f"các trường có: {', '.join(known)}"


def _finding(cls: type[BaseModel], loc: tuple[Step, ...], message: str, hint: str) -> Finding:
    return Finding("VB001", "truong-khong-hop-le", Severity.ERROR, message, hint, Location(place_of(cls, loc)))


def place_of(cls: type[BaseModel], loc: tuple[Step, ...]) -> str:
    """Where ``loc`` stands, by path and by the titles staff know: ``co_quan.ten (Cơ quan ban hành → Tên)``."""
    path = ""
    titles: list[str] = []
    for step, title in _trail(cls, loc)[0]:
        if isinstance(step, int):
            path += f"[{step + 1}]"
            titles[-1:] = [f"{titles[-1]} {step + 1}"] if titles else []
        elif step.startswith(KEY):
            path += f".{step.removeprefix(KEY)}"
            titles[-1:] = [f"{titles[-1]} «{step.removeprefix(KEY)}»"] if titles else []
        else:
            path += f".{step}" if path else step
            titles += [title] if title else []
    return f"{path} ({' → '.join(titles)})" if titles else path


def _trail(cls: type[BaseModel], loc: tuple[Step, ...]) -> tuple[list[tuple[Step, str]], list[type[BaseModel]]]:
    """The steps of ``loc`` with their titles, and the models that the last one leads to.

    The tags of unions, which pydantic puts into ``loc`` and nobody wrote, are left out.
    """
    trail: list[tuple[Step, str]] = []
    models = [cls]
    for position, step in enumerate(loc):
        tagged = [model for model in models if _tag(model) == step]
        if isinstance(step, int) or step.startswith(KEY):
            trail.append((step, ""))
        elif step.startswith(FORM):
            continue
        elif tagged and position:
            models = tagged
        else:
            field = next((model.model_fields[step] for model in models if step in model.model_fields), None)
            trail.append((step, field.title or "" if field else ""))
            models = _models_in(field.annotation) if field else []
    return trail, models


def _tag(model: type[BaseModel]) -> object:
    field = model.model_fields.get("loai")
    return field.default if field else None


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in get_args(annotation) for model in _models_in(inner)]
