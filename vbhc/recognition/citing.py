"""The văn bản that a text cites by số, ký hiệu: as written there, with the date and the agency said beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vbhc.recognition.letters import LOWER, UPPER
from vbhc.recognition.reading import Found, Reading
from vbhc.recognition.types import VIET_TAT
from vbhc.text.spelling import fold

# Beside the 29 types of the decree those of văn bản quy phạm pháp luật and of the Party.
_OTHER_TYPES = (
    *("Công văn", "Nghị định", "Thông tư liên tịch", "Thông tư", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh"),
    *("Kết luận", "Văn bản", "Thông báo kết luận"),
)
TYPES = tuple(sorted((*VIET_TAT, *_OTHER_TYPES), key=len, reverse=True))
_TYPE = re.compile(rf"(?:^|(?<=\W))(?P<loai>{'|'.join(map(str.lower, TYPES))})(?P<so> số)? ?:? ?$")
OUTER_TYPE = re.compile(rf"(?:{'|'.join(TYPES)}) [^;.,0-9]*$")
"""Another type that the số may belong to: "Quyết định phê duyệt dự án số 1515/QĐ-UBND"."""

_GROUP = rf"[{UPPER}][{UPPER}{LOWER}0-9&]*"
_NUMBER = re.compile(
    rf"(?<![\w/.,-])(?P<so>[0-9]{{1,5}})(?:(?P<nam>/(?:19|20)[0-9]{{2}}/){_GROUP}(?:-{_GROUP})*"
    rf"|(?:-{_GROUP}/{_GROUP}|/{_GROUP}-{_GROUP})(?:[/-]{_GROUP})*)(?![\w/]|-\w| ?[-–] ?[{UPPER}]{{2}})"
)
_DATE = (
    r"ngày (?P<ngay>[0-9]{1,2})(?: tháng (?P<thang>[0-9]{1,2}) năm (?P<nam>[0-9]{4})"
    r"|(?P<mark>[/.-])(?P<thang2>[0-9]{1,2})(?P=mark)(?P<nam2>[0-9]{4}))(?![0-9])"
)
# "… của Chính phủ về", "… của Bộ trưởng Bộ Nội vụ, quy định": up to where its trích yếu or something else begins.
_MAKER = (
    r"của (?P<co_quan>[^,;.:()\n]{2,90}?)"
    r"(?= (?:về|quy định|ban hành|phê duyệt|hướng dẫn|ngày [0-9]+)\b| và [^ ]+ [^ ]+ số\b|[,;.:()]|$)"
)
_DATED = (re.compile(rf"[, ]*{_DATE}(?:,? {_MAKER})?"), re.compile(rf",? {_MAKER}[, ]*{_DATE}"))
_BY = re.compile(rf",? {_MAKER}")


@dataclass(frozen=True, slots=True)
class VienDanThay:
    """One mention of a văn bản. ``loai``: its type as written, "" when none is said right before it.

    ``ngay`` and ``co_quan`` ("" without one) are those said right behind; ``nhom``: the groups of its ký hiệu, a year
    first. ``found``: where its số, ký hiệu stands.
    """

    loai: str
    co_chu_so: bool
    so: str
    nam: str
    nhom: tuple[str, ...]
    ngay: date | None
    co_quan: str
    found: Found

    @property
    def written(self) -> str:
        """Its số, ký hiệu as it stands, with one kind of hyphen."""
        return self.found.match[0]


def read_citations(reading: Reading) -> Iterator[VienDanThay]:
    """Every số, ký hiệu in ``reading`` that is cited, in reading order."""
    for found in reading.find(_NUMBER):
        number = found.match
        line_start = number.string.rfind("\n", 0, number.start()) + 1
        before = number.string[max(line_start, number.start() - 40) : number.start()]
        said = _TYPE.search(before.lower())
        loai = before[said.start("loai") : said.end("loai")] if said else ""
        ngay, co_quan = _beside(number)
        groups = tuple(re.split("[/-]", number[0])[1:])
        yield VienDanThay(
            loai=loai,
            co_chu_so=before.rstrip(" :").lower().endswith("số"),
            so=number["so"],
            nam=(number["nam"] or "").strip("/"),
            nhom=groups,
            ngay=ngay,
            co_quan=co_quan,
            found=found,
        )


def _beside(number: re.Match[str]) -> tuple[date | None, str]:
    """The date and the agency right behind a số, ký hiệu."""
    line_end = number.string.find("\n", number.end())
    behind = number.string[number.end() : min(number.end() + 160, len(number.string) if line_end < 0 else line_end)]
    dated = next(filter(None, (form.match(behind) for form in _DATED)), None)
    found = dated or _BY.match(behind)
    if found is None:
        return None, ""
    return (_date(dated) if dated else None), fold(found["co_quan"] or "")


def _date(found: re.Match[str]) -> date | None:
    parts = (found["nam"] or found["nam2"], found["thang"] or found["thang2"], found["ngay"])
    try:
        return date(*map(int, parts))
    except ValueError:
        return None
