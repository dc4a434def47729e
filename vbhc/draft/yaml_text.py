"""YAML as plain data: every value the text that was written, or nothing.

The fields of a văn bản know which of them are numbers. YAML's own guesses would turn 012 into 10, 2.10 into 2.1 and
12:30 into 750. References and tags are refused, a field that is written twice is an error, and lists of agencies are
parted as they are meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.reader import ReaderError

from vbhc.draft.agency_lists import LISTS, as_meant
from vbhc.draft.unreadable import UnreadableDocumentError, defect, line_of, refusal, unreadable
from vbhc.findings import Finding

_NOTHING = "tag:yaml.org,2002:null"
_TAGS = {_NOTHING, "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
_REFERENCE, _TAG, _KEY, _BRACES = "reference", "tag", "key", "braces"
_OPEN_QUOTE = "scanning a quoted scalar"  # PyYAML sees it at the end of the text; the place to mend is where it opens

_QUOTE_IT = "đặt cả giá trị trong dấu nháy kép"
# A part of what PyYAML says (or of what we say, for what we refuse) -> what is said, what to do.
_SYNTAX = {
    _REFERENCE: ("chữ bắt đầu bằng dấu * bị hiểu là ký hiệu của YAML", _QUOTE_IT),
    "scanning an alias": ("chữ bắt đầu bằng dấu * bị hiểu là ký hiệu của YAML", _QUOTE_IT),
    "scanning an anchor": ("chữ bắt đầu bằng dấu & bị hiểu là ký hiệu của YAML", _QUOTE_IT),
    "scanning a tag": ("chữ bắt đầu bằng dấu ! bị hiểu là ký hiệu của YAML", _QUOTE_IT),
    _TAG: ("chữ bắt đầu bằng dấu ! bị hiểu là ký hiệu của YAML", _QUOTE_IT),
    _BRACES: ("giá trị bắt đầu bằng thẻ {{ … }} bị hiểu là ký hiệu của YAML", _QUOTE_IT),
    _KEY: ("tên trường phải là chữ", "viết ten_truong: giá trị"),
    r"'\t'": ("có dấu Tab ở đầu dòng", "thụt lề bằng dấu cách"),
    "mapping values are not allowed": ("dấu hai chấm đứng ở chỗ không dùng được, hoặc thụt lề lệch", _QUOTE_IT),
    "cannot start any token": ("giá trị bắt đầu bằng một ký hiệu của YAML", _QUOTE_IT),
    _OPEN_QUOTE: ("chuỗi chữ thiếu dấu nháy đóng", "thêm dấu nháy ở cuối chuỗi"),
    "double-quoted scalar": (r"dấu \ trong chuỗi chữ chưa đúng cách viết", r"muốn có dấu \ thì viết \\"),
    "could not find expected ':'": ("thiếu dấu hai chấm sau tên trường", "viết ten_truong: giá trị"),
    "block end": ("dòng này thụt lề không thẳng với các dòng cùng nhóm", "cho các trường cùng nhóm thẳng hàng"),
    "flow": ("thiếu dấu phẩy hoặc ngoặc đóng trước chỗ này", "xem lại các ngoặc quanh chỗ này"),
    "single document": ("có nhiều văn bản trong một tệp", "mỗi tệp chỉ chứa một văn bản"),
}
_OTHER = ("không đúng cú pháp YAML", "xem lại thụt lề, dấu hai chấm và dấu nháy quanh chỗ này")


class _Loader(yaml.BaseLoader):
    """Composes nodes that are text, or nothing."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """A reference can make a small file endless, and is more often an unquoted ``*nghiêng*``."""
        if self.check_event(yaml.AliasEvent):
            event: Any = self.get_event()  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem=_REFERENCE, problem_mark=event.start_mark)
        return super().compose_node(parent, index)


_Loader.add_implicit_resolver(_NOTHING, re.compile(r"^(?:~|null|)$"), None)


@dataclass(frozen=True, slots=True)
class YamlText:
    """What a text in YAML says, as plain data.

    ``lines``, ``columns``: where each field and item begins, from 1, by its path as messages of the model name it
    ("nguoi_ky.quyen_han[1]").
    """

    data: object
    lines: Mapping[str, int]
    columns: Mapping[str, int]


def read_yaml(text: str, name: str) -> YamlText:
    """What ``text`` says, from the document ``name``; raises `UnreadableDocumentError`."""
    reading = _Reading(name)
    try:
        data = reading.plain(_compose(text), "")
    except yaml.MarkedYAMLError as error:
        raise _syntax(error, text, name) from None
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        message, hint = "có ký tự điều khiển", "xoá ký tự này (thường do chép từ phần mềm khác)"
        raise unreadable("sai-cu-phap", name, message, hint, place=f"dòng {line}") from None
    except RecursionError:
        raise unreadable("sai-cu-phap", name, "các mục lồng nhau quá sâu", "xem lại các ngoặc mở") from None
    if reading.repeated:
        raise refusal(name, *reading.repeated)
    return YamlText(data, reading.lines, reading.columns)


def _compose(text: str) -> yaml.Node | None:
    loader = _Loader(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


@dataclass(frozen=True, slots=True)
class _Reading:
    """The places of what was read so far, and the fields that are written twice."""

    name: str
    lines: dict[str, int] = field(default_factory=dict)
    columns: dict[str, int] = field(default_factory=dict)
    repeated: list[Finding] = field(default_factory=list)

    def plain(self, node: yaml.Node | None, path: str) -> object:
        """The data of the node that stands at ``path``."""
        if node is not None and node.tag not in _TAGS:
            raise yaml.MarkedYAMLError(problem=_TAG, problem_mark=node.start_mark)
        match node:
            case yaml.MappingNode():
                return self._mapping(node, path)
            case yaml.SequenceNode():
                items = as_meant(node.value) if node.flow_style and path in LISTS else node.value
                return [self._placed(item, item, f"{path}[{at}]") for at, item in enumerate(items, 1)]
            case yaml.ScalarNode() if node.tag != _NOTHING:
                return str(node.value)
        return None

    def _mapping(self, node: yaml.MappingNode, path: str) -> dict[str, object]:
        data: dict[str, object] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                problem = _BRACES if isinstance(key, yaml.MappingNode) and node.flow_style else _KEY
                raise yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)
            inside = f"{path}.{key.value}" if path else key.value
            if key.value in data:
                message, place = f"trường `{key.value}` đã ghi ở dòng {self.lines[inside]}", key.start_mark.line + 1
                self.repeated.append(defect("truong-lap-lai", self.name, message, "giữ lại một", place=f"dòng {place}"))
            data[key.value] = self._placed(value, key, inside)
        return data

    def _placed(self, node: yaml.Node, first: yaml.Node, path: str) -> object:
        """The data of ``node``, which begins with ``first``."""
        self.lines.setdefault(path, first.start_mark.line + 1)
        self.columns.setdefault(path, first.start_mark.column + 1)
        return self.plain(node, path)


def _syntax(error: yaml.MarkedYAMLError, text: str, name: str) -> UnreadableDocumentError:
    said = f"{error.context} {error.problem}"
    message, hint = next((told for part, told in _SYNTAX.items() if part in said), _OTHER)
    mark = error.context_mark if _OPEN_QUOTE in said else error.problem_mark
    shown = line_of(text, mark.line + 1) if mark else ""
    place = f"dòng {mark.line + 1}, cột {mark.column + 1}" if mark else ""
    return unreadable("sai-cu-phap", name, f"{message}: «{shown}»" if shown else message, hint, place=place)
