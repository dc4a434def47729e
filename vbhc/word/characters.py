"""Characters that no XML file can hold: found in what was rendered, and traced back to the field that brought them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import fields, is_dataclass

from vbhc.errors import InputError
from vbhc.findings import Finding, Location, Report
from vbhc.templating.faults import Fault
from vbhc.text.spelling import describe_character, find_forbidden

_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n"))


def encode(xml: str, *, file: str, values: Mapping[str, object]) -> bytes:
    """``xml``, which was made from ``values``, as UTF-8.

    Raises `InputError` naming every field of ``values`` that holds a character which XML cannot.
    """
    try:
        data = xml.encode()
    except UnicodeEncodeError:
        raise _illegal_characters(file, values) from None
    if "\ufffe" in xml or "\uffff" in xml or len(data.translate(None, _CONTROLS)) != len(data):
        raise _illegal_characters(file, values)
    return data


def _illegal_characters(file: str, values: Mapping[str, object]) -> InputError:
    found = [
        Fault.CONTROL_CHARACTER.finding(_describe(path, text), Location(file=file), "xóa ký tự này trong dữ liệu nguồn")
        for path, text in _texts("", values, frozenset())
        if _forbidden(text)
    ]
    return InputError("Dữ liệu có ký tự không ghi được vào tệp Word:", report=Report.of(found or [_unknown(file)]))


def _unknown(file: str) -> Finding:
    return Fault.CONTROL_CHARACTER.finding(
        "kết quả có ký tự điều khiển, không rõ từ trường nào", Location(file=file), "kiểm tra dữ liệu nguồn"
    )


def _forbidden(text: str) -> str | None:
    # A carriage return was written as a line break, so it is none of the characters that gave offence.
    return find_forbidden(text.replace("\r", ""))


def _describe(path: str, text: str) -> str:
    character = _forbidden(text) or ""
    before = text.partition(character)[0][-20:]
    after = f"sau «{before}»" if before else "ở đầu"
    return f"`{path}` có ký tự không in được {describe_character(character)} {after}"


def _texts(path: str, value: object, seen: frozenset[int]) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
        return
    if id(value) in seen:
        return
    for step, child in _children(value):
        yield from _texts(f"{path}{step}".lstrip("."), child, seen | {id(value)})


def _children(value: object) -> Iterable[tuple[str, object]]:
    if isinstance(value, Mapping):
        return ((f".{key}", child) for key, child in value.items())
    if isinstance(value, list | tuple):
        return ((f"[{index}]", child) for index, child in enumerate(value))
    if isinstance(value, Set | bytes):
        return ()
    if is_dataclass(value):
        return ((f".{field.name}", getattr(value, field.name)) for field in fields(value))
    return ((f".{name}", child) for name, child in getattr(value, "__dict__", {}).items())
