"""What can be wrong with a template or with the data it is given, and how each failure becomes a finding."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from jinja2.exceptions import SecurityError, TemplateRuntimeError

from vbhc.errors import VbhcError
from vbhc.findings import Finding, Location, Severity
from vbhc.templating.environment import MissingNameError
from vbhc.templating.names import public_names
from vbhc.text.nearest import suggest


class Fault(Enum):
    """The kinds of failure: code and slug, never reused."""

    BAD_TAG = ("MB001", "the-viet-sai")
    UNBALANCED = ("MB002", "the-khong-khop")
    UNKNOWN_FILTER = ("MB003", "bo-loc-khong-co")
    FORBIDDEN = ("MB004", "the-bi-cam")
    NOT_ALONE = ("MB005", "the-khong-dung-mot-minh")
    MISSING_NAME = ("MB006", "truong-khong-co")
    BLANK = ("MB007", "truong-khong-co-gia-tri")
    UNPRINTABLE = ("MB008", "gia-tri-khong-in-duoc")
    WRONG_SLOT = ("MB009", "sai-loai-the")
    FAILED = ("MB010", "khong-tinh-duoc")
    CONTROL_CHARACTER = ("MB011", "ky-tu-dieu-khien")
    MISSING_STYLE = ("MB012", "thieu-kieu-chu")
    NOT_A_TEMPLATE = ("MB013", "khong-lam-mau-duoc")
    MISPLACED = ("MB014", "the-sai-cho")
    COUNTS_ON = ("MB015", "dem-suot-ca-tep")

    def finding(self, message: str, location: Location, hint: str = "") -> Finding:
        """The finding for one case of it."""
        code, slug = self.value
        return Finding(code, slug, Severity.ERROR, message, hint, location)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a line of compiled template comes from: the place in Word and the tag as it stands there."""

    place: str
    tag: str = ""


class BadValueError(TemplateRuntimeError):
    """A value that cannot stand where its tag stands."""

    def __init__(self, fault: Fault, message: str, hint: str) -> None:
        super().__init__(message)
        self.fault = fault
        self.hint = hint


_KNOWN_ERRORS: Mapping[type[Exception], str] = {
    ZeroDivisionError: "phép chia cho 0",
    TypeError: "kiểu của giá trị không hợp với phép tính hay bộ lọc trong thẻ",
    ValueError: "giá trị không hợp với phép tính hay bộ lọc trong thẻ",
    OverflowError: "con số hoặc vòng lặp quá lớn",
    RecursionError: "thẻ gọi lồng nhau quá sâu",
}


def render_finding(error: Exception, file: str, origin: Origin, names: Mapping[str, object]) -> Finding:
    """The finding for an error raised while a tag was being filled in; ``names`` is the data of the document."""
    where = Location(origin.place, file)
    tag = f"thẻ {origin.tag}: " if origin.tag else ""
    match error:
        case MissingNameError():
            return Fault.MISSING_NAME.finding(
                tag + _missing(error, origin.tag), where, _advice(error, origin.tag, names)
            )
        case BadValueError():
            return error.fault.finding(f"{tag}{error.message}", where, error.hint)
        case SecurityError():
            return Fault.FORBIDDEN.finding(
                f"{tag}dùng tới thứ mà mẫu không được phép dùng", where, "chỉ dùng tên trường"
            )
        case VbhcError():
            return Fault.FAILED.finding(f"{tag}{error}", where, "sửa thẻ này, hoặc giá trị mà thẻ dùng")
    why = next((text for kind, text in _KNOWN_ERRORS.items() if isinstance(error, kind)), "không tính được")
    return Fault.FAILED.finding(f"{tag}{why}", where, "xem lại giá trị và cách viết trong thẻ")


def _missing(error: MissingNameError, tag: str) -> str:
    return f"không có `{_owner_path(error, tag)}{error.name}`"


def _advice(error: MissingNameError, tag: str, names: Mapping[str, object]) -> str:
    known = names if error.owner is None else public_names(error.owner)
    close = suggest(error.name, known)
    if close is not None:
        return f"có phải `{_owner_path(error, tag)}{close}`?"
    return "kiểm tra tên trường; nếu trường có thể không có thì đặt trong {% if … is defined %}"


def _owner_path(error: MissingNameError, tag: str) -> str:
    if error.owner is None:
        return ""
    owner = re.search(rf"([\w.]+\.){re.escape(error.name)}\b", tag)
    return owner.group(1) if owner else ""
