"""JSON as plain data; a field that is written twice is an error, not silently the last one."""

from __future__ import annotations

import json
from typing import NoReturn

from vbhc.draft.unreadable import UnreadableDocumentError, defect, line_of, refusal, shortened, unreadable
from vbhc.findings import Finding

# How json begins its message -> what is said, what to do.
_SYNTAX = {
    "Expecting property name": (
        "cần một tên trường trong dấu nháy kép",
        "xem có thừa dấu phẩy ở mục trước, hoặc tên trường chưa có nháy kép",
    ),
    "Illegal trailing comma": ("thừa dấu phẩy sau mục cuối", "xoá dấu phẩy đó"),
    "Expecting ':'": ("thiếu dấu hai chấm sau tên trường", 'viết "ten_truong": giá trị'),
    "Expecting ','": ("thiếu dấu phẩy hoặc ngoặc đóng trước chỗ này", "xem cuối mục ngay trước đó"),
    "Expecting value": ("thiếu giá trị, hoặc chữ chưa đặt trong nháy kép", "đặt chữ trong dấu nháy kép"),
    "Unterminated string": ("chuỗi chữ này thiếu dấu nháy kép đóng", "thêm dấu nháy kép ở cuối chuỗi"),
    "Invalid control character": ("chuỗi chữ có xuống dòng hoặc ký tự điều khiển", r"viết xuống dòng là \n"),
    "Invalid \\": (r"dấu \ trong chuỗi chữ chưa đúng cách viết", r"muốn có dấu \ thì viết \\"),
    "Extra data": ("sau văn bản còn chữ thừa", "mỗi tệp chỉ chứa một văn bản"),
}
_OTHER = ("không đúng cú pháp JSON", "xem lại dấu phẩy, ngoặc và dấu nháy quanh chỗ này")


def read_json(text: str, name: str) -> object:
    """The plain data in ``text``, from the document ``name``; raises `UnreadableDocumentError`."""
    repeated: list[Finding] = []

    def to_dict(pairs: list[tuple[str, object]]) -> dict[str, object]:
        repeated.extend(_repeated(pairs, name))
        return dict(pairs)

    try:
        data: object = json.loads(text, object_pairs_hook=to_dict, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise _syntax(error, name) from None
    except ValueError:
        raise unreadable("sai-cu-phap", name, "có con số không dùng được", "viết số thường, ví dụ 2026") from None
    except RecursionError:
        raise unreadable("sai-cu-phap", name, "các ngoặc lồng nhau quá sâu", "xem lại các ngoặc mở") from None
    if repeated:
        raise refusal(name, *repeated)
    return data


def _repeated(pairs: list[tuple[str, object]], name: str) -> list[Finding]:
    values: dict[str, list[str]] = {}
    for key, value in pairs:
        values.setdefault(key, []).append(f"«{shortened(json.dumps(value, ensure_ascii=False))}»")
    return [
        defect(
            "truong-lap-lai",
            name,
            f"trường `{key}` ghi {len(given)} lần trong cùng một nhóm: {', '.join(given)}",
            "giữ lại một",
        )
        for key, given in values.items()
        if len(given) > 1
    ]


def _syntax(error: json.JSONDecodeError, name: str) -> UnreadableDocumentError:
    message, hint = next((told for start, told in _SYNTAX.items() if error.msg.startswith(start)), _OTHER)
    shown = line_of(error.doc, error.lineno)
    place = f"dòng {error.lineno}, cột {error.colno}"
    return unreadable("sai-cu-phap", name, f"{message}: «{shown}»" if shown else message, hint, place=place)


def _no_number(constant: str) -> NoReturn:
    raise ValueError(constant)
