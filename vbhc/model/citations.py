"""A cited văn bản as people write it in one string, taken apart; what tells of several văn bản is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_NEXT = r"(?:\s*[,;]\s*|\s+)"
_DATE = (
    r"(?P<thoi_gian>(?i:ngày)\s+"
    r"(?:[0-9]+[/.-][0-9]+[/.-][0-9]+|[0-9]+\s+(?i:tháng)\s+[0-9]+\s+(?i:năm)\s+[0-9]+))"
)
# A trích yếu begins with one of these words in small letters ("Sở Giao thông"); what stands before names the agency.
_SUBJECT = r"(?:về|quy định|ban hành|phê duyệt|sửa đổi|bổ sung|hướng dẫn|thực hiện|triển khai|công bố|giao)\b"
_NUMBER = rf"(?P<loai>\S.*?){_NEXT}(?i:số)\s+(?P<so_ky_hieu>(?=\S*[0-9/])[^\s,;]+)"
_OF = rf"{_NEXT}(?i:của)\s+(?P<co_quan>.+?)"
_ABOUT = rf"(?:{_NEXT}(?P<trich_yeu>{_SUBJECT}.+))?"
_NUMBERED = (
    re.compile(rf"{_NUMBER}{_OF}{_NEXT}{_DATE}{_ABOUT}"),
    re.compile(rf"{_NUMBER}(?:{_NEXT}{_DATE})?(?:{_OF})?{_ABOUT}"),
)

_LAW = re.compile(r"(?P<loai>(?i:Hiến pháp|Bộ luật|Luật|Pháp lệnh))(?:\s+(?P<said>.+))?")
_LAW_NUMBER = r"(?P<so_ky_hieu>[0-9]+/[^\s,;]+)"
_TERM = r"(?:,? (?:nước .*?Việt Nam|kh(?:óa|oá) \w+|kỳ họp thứ \w+))*"
_NUMBER_FIRST = re.compile(
    rf"(?:(?:(?i:số)\s+)?{_LAW_NUMBER}|(?=(?i:ngày)\s+[0-9]))(?:(?:{_NEXT})?{_DATE})?"
    rf"(?:{_NEXT}(?i:của)\s+(?P<co_quan>.*?Quốc hội{_TERM}|.+?(?=\s+{_SUBJECT}|$)))?(?:{_NEXT}(?P<trich_yeu>.+))?"
)
# The agency is not said of a law, so nothing else may hide in it.
_OF_MAKER = rf"(?:{_NEXT}(?i:của)\s+(?P<co_quan>[^,;]*?(?:Quốc hội|Nhà nước|QH){_TERM}))?"
# The name of a law that mends others ends in their số, not in its own; the date behind it is its own.
_MENDING = re.compile(rf"(?P<trich_yeu>(?i:sửa đổi|bổ sung)\b.+?)(?:{_NEXT}{_DATE}{_OF_MAKER})?")
# "Luật Chuyển đổi số 148/2025/QH15": that "số" ends a name.
_NAMED_SO = r"(?<!(?i:chuyển đổi))(?<!(?i:công nghiệp công nghệ))"
_NAME_FIRST = re.compile(
    rf"(?P<trich_yeu>.+?)(?:(?={_NEXT}(?:(?i:số|ngày)\s+)?[0-9]+[^0-9])"
    rf"(?:(?:{_NAMED_SO}{_NEXT}(?i:số)\s+|{_NEXT}){_LAW_NUMBER})?(?:{_NEXT}{_DATE})?{_OF_MAKER})?"
)

_DATED = re.compile(r"\b(?i:ngày)\s+[0-9]")
_ANOTHER = re.compile(
    rf"\b(?i:số)\s+[0-9]*[/-]|\b[0-9]+/[0-9]{{4}}/|{_DATED.pattern}"
    r"|(?:\bvà|[,;])\s+(?:Hiến pháp|Bộ luật|Luật(?! sư)|Pháp lệnh|Nghị quyết|Nghị định|Thông tư|Quyết định|Chỉ thị)\b"
)


def parts_of(text: str) -> Mapping[str, str]:
    """The fields of a `VienDan` that ``text`` says; raises `ValueError` with a Vietnamese message."""
    written = " ".join(text.split()).rstrip(" ,;")
    law = _LAW.fullmatch(written)
    if law:
        return {"loai": law["loai"], **_law_parts(text, law["said"] or "")}
    parts = _first(_NUMBERED, written)
    if not parts:
        raise ValueError(
            f"«{text}» không đọc được thành văn bản viện dẫn; hãy viết như «Kế hoạch số 131/KH-UBND ngày "
            "10/11/2025 của UBND tỉnh về …» hoặc «Luật Giao dịch điện tử»"
        )
    _refuse_several(text, parts["loai"], parts.get("co_quan", ""))
    return parts


def is_no_name(trich_yeu: str) -> bool:
    """Whether ``trich_yeu`` names no law."""
    return re.match(r"$|số\s+[0-9]", trich_yeu, re.IGNORECASE) is not None


def _law_parts(text: str, said: str) -> Mapping[str, str]:
    """What stands behind "Luật": a name, before or behind its số, date and agency."""
    parts = _first((_NUMBER_FIRST, _MENDING, _NAME_FIRST), said)
    name = parts.get("trich_yeu", "")
    if "so_ky_hieu" not in parts and "thoi_gian" in parts and re.search(r"\s[0-9]+/\S+$", name):
        raise ValueError(
            f"«{text}»: không rõ số và ngày ở cuối là của luật này hay của luật được sửa đổi; hãy ghi số, ngày của "
            "luật này ngay sau tên loại, như «Luật số 57/2024/QH15 ngày 29/11/2024 sửa đổi …», hoặc ghi tên đó ở "
            "`trich_yeu`"
        )
    if not is_no_name(name):
        _refuse_several(text, name, parts.get("co_quan", ""))
    return parts


def _refuse_several(text: str, name: str, co_quan: str) -> None:
    """Refuse what is said of another văn bản where a name or an agency was read, for in short it would be lost."""
    mends = re.match(r"(?i:sửa đổi|bổ sung)\b", name)  # such a name says what is mended
    if (_DATED if mends else _ANOTHER).search(name) or _ANOTHER.search(co_quan):
        raise ValueError(
            f"«{text}» không đọc được thành một văn bản; hãy đặt cho mỗi văn bản một mã riêng, hoặc nếu đây chỉ là một "
            "văn bản thì ghi từng trường: `loai`, `so_ky_hieu`, `thoi_gian`, `trich_yeu`"
        )


def _first(forms: Iterable[re.Pattern[str]], text: str) -> Mapping[str, str]:
    """What the first of ``forms`` that ``text`` has says; {} when it has none."""
    match = next(filter(None, (form.fullmatch(text) for form in forms)), None)
    return {name: value for name, value in match.groupdict().items() if value} if match else {}
