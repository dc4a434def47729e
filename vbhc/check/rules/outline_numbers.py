"""The order of numbers: none left out, none twice, letters of the Vietnamese alphabet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from vbhc.check.looks import excerpt, share
from vbhc.check.mucs import FOREIGN_LETTERS, counted, lines_from, own_mucs
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.model.danh_so import CapMuc
from vbhc.recognition import MucThay, Recognised
from vbhc.text.numbering import letter, roman

_CAN_CU = "PL I, Phần I, II.6.đ"
_IN_BRACKETS = "1)"
_RANKS = {level: rank for rank, level in enumerate([*map(str, CapMuc), _IN_BRACKETS])}
# These are counted through the whole văn bản, or anew in each part; the others anew below each wider level.
_THROUGH = ("phan", "chuong", "dieu")


@dataclass(frozen=True)
class _Step:
    """A number with the one before it: in its list (``None``: it is the first there), and anywhere on its level."""

    muc: MucThay
    value: int
    before: int | None
    ever: int | None
    apart: bool


def _list_of(muc: MucThay) -> str:
    """The level that a number is counted on: "1)" is none of those that are written "1."."""
    return _IN_BRACKETS if muc.level == "khoan" and muc.number.endswith(")") else muc.level


@dataclass
class _Walk:
    """Goes over the mục as they stand and keeps what was counted last on each level."""

    doc: Recognised
    _last: dict[str, int] = field(default_factory=dict)
    _ever: dict[str, int] = field(default_factory=dict)
    _line: dict[str, int] = field(default_factory=dict)
    _numbered: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        self._numbered = frozenset(it.line.order for it in self.doc.muc)

    def steps(self) -> Iterator[_Step]:
        for muc in own_mucs(self.doc):
            value = counted(muc)
            if value is None:
                continue
            level = _list_of(muc)
            yield _Step(muc, value, self._last.get(level), self._ever.get(level), self._apart(muc))
            for other in [it for it in self._last if _RANKS[it] > _RANKS[level] and it not in _THROUGH]:
                del self._last[other]
            self._last[level] = self._ever[level] = value
            self._line[level] = muc.line.order

    def _apart(self, muc: MucThay) -> bool:
        """Whether something between a number and the one before it may begin another list."""
        between = lines_from(self.doc, self._line.get(_list_of(muc), muc.line.order), muc.line.order)
        return any(
            line.order not in self._numbered or line.text.endswith(":") or share([line], "bold") > 0.9
            for line in between
        )


def _is_next(step: _Step) -> bool:
    return step.value in ((step.before or 0) + 1, (step.ever or 0) + 1)


def _written(level: str, value: int) -> str:
    if level == "diem":
        return f"{letter(value)})"
    if level == "la_ma":
        return f"{roman(value)}."
    return f"Điều {value}." if level == "dieu" else f"{value}." if level == "khoan" else str(value)


@rule(
    "TT077",
    "so-muc-bi-nhay",
    Source("D", _CAN_CU),
    Lesson(
        ten="Số thứ tự của phần, chương, mục, điều, khoản, điểm không bỏ số",
        vi_sao="Thiếu một số thì người đọc ngờ mất nội dung, viện dẫn về sau sai chỗ.",
        sai="I. … III. …",
        dung="I. … II. …",
    ),
)
def so_muc_bi_nhay(doc: Recognised) -> Iterator[Hit]:
    """A number is one more than the one before it; đ left out is told by the rule on letters."""
    for step in _Walk(doc).steps():
        if step.before is None or step.value <= step.before + 1 or _is_next(step) or _skips_only_dd(step):
            continue
        missing = _written(step.muc.level, step.before + 1)
        found = f"{excerpt(step.muc.line.shown)} đứng sau «{_written(step.muc.level, step.before)}», thiếu «{missing}»"
        yield Hit(found, "đánh lại số, hoặc bổ sung nội dung còn thiếu", step.muc.line.place)


@rule(
    "TT078",
    "so-muc-bi-lap",
    Source("D", _CAN_CU),
    Lesson(
        ten="Số thứ tự của phần, chương, mục, điều, khoản, điểm không lặp, không lùi",
        vi_sao="Hai khoản cùng số thì không viện dẫn được.",
        sai="1. … 2. … 2. …",
        dung="1. … 2. … 3. …",
    ),
)
def so_muc_bi_lap(doc: Recognised) -> Iterator[Hit]:
    """No number stands twice in a list, or goes back; a list that may begin anew is not judged."""
    for step in _Walk(doc).steps():
        level = step.muc.level
        anew = step.value == 1 and (step.apart or level in _THROUGH)
        if step.before is None or step.value > step.before or anew:
            continue
        found = f"{excerpt(step.muc.line.shown)} đứng sau «{_written(level, step.before)}»"
        hint = f"đánh lại số; số tiếp theo là «{_written(level, step.before + 1)}»"
        yield Hit(f"{found}: số bị lặp hoặc lùi", hint, step.muc.line.place)


@rule(
    "TT079",
    "so-muc-khong-bat-dau-tu-mot",
    Source("D", _CAN_CU),
    Lesson(
        ten="Trong mỗi cấp, số đầu tiên là I, 1 hoặc a",
        vi_sao="Danh sách bắt đầu từ số 2 thường do xóa một mục hoặc do đánh số tự động nối nhầm danh sách trước.",
        sai="I. MỤC ĐÍCH\n2. Yêu cầu",
        dung="I. MỤC ĐÍCH\n1. Yêu cầu",
    ),
)
def so_muc_khong_tu_mot(doc: Recognised) -> Iterator[Hit]:
    """The first of a list counts one, or goes on from the last of its level."""
    for step in _Walk(doc).steps():
        if step.before is None and not _is_next(step):
            first = _written(step.muc.level, 1)
            found = f"{excerpt(step.muc.line.shown)} đứng đầu nhưng không mang số «{first}»"
            yield Hit(found, f"đánh số từ «{first}»", step.muc.line.place)


@rule(
    "TT080",
    "chu-cai-cua-diem-sai",
    Source("A", _CAN_CU),
    Lesson(
        ten="Điểm đánh theo bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g, h, i, k, l…",
        vi_sao="Tiếng Việt không có f, j, w, z và có đ sau d; đánh số tự động của Word theo bảng chữ cái tiếng Anh.",
        sai="d) … e) … f) …",
        dung="d) … đ) … e) …",
    ),
)
def chu_cai_sai(doc: Recognised) -> Iterator[Hit]:
    """No f, j, w, z; đ between d and e."""
    for muc in own_mucs(doc):
        if muc.level == "diem" and set(muc.number) & set(FOREIGN_LETTERS) and len(muc.number.rstrip(" .)")) == 1:
            found = f"{excerpt(muc.line.shown)} dùng chữ «{muc.number[0]}», không có trong bảng chữ cái tiếng Việt"
            yield Hit(found, "đánh lại: a, b, c, d, đ, e, g, h, i, k, l, m…", muc.line.place)
    for step in _Walk(doc).steps():
        if _skips_only_dd(step):
            found = f"{excerpt(step.muc.line.shown)} đứng sau «d)», thiếu «đ)»"
            yield Hit(found, "sau d) là đ), rồi mới đến e)", step.muc.line.place)


def _skips_only_dd(step: _Step) -> bool:
    return step.muc.level == "diem" and step.before is not None and letter(step.before) == "d" == _two_back(step.value)


def _two_back(value: int) -> str:
    return letter(value - 2) if value > 2 else ""


@rule(
    "TT081",
    "bo-cuc-nhay-cap",
    Source("D", _CAN_CU),
    Lesson(
        ten="Dưới mục La Mã là khoản 1, 2, 3; dưới khoản mới đến điểm a, b, c",
        vi_sao="Bỏ một cấp thì viện dẫn «điểm a khoản … mục …» thiếu khoản.",
        sai="I. MỤC ĐÍCH\na) …",
        dung="I. MỤC ĐÍCH\n1. …",
    ),
)
def bo_cuc_nhay_cap(doc: Recognised) -> Iterator[Hit]:
    """No điểm stands below a mục by La Mã without a khoản between them."""
    open_la_ma: MucThay | None = None
    for muc in own_mucs(doc):
        if muc.level in ("khoan", "khoan_con", "dieu") or (muc.level == "diem" and open_la_ma and not counted(muc)):
            open_la_ma = None
        elif muc.level == "la_ma" and counted(muc):
            open_la_ma = muc
        elif muc.level == "diem" and open_la_ma is not None:
            found = f"{excerpt(muc.line.shown)} đứng ngay dưới mục «{open_la_ma.number}», không có khoản"
            yield Hit(found, "đánh số 1, 2, 3 cho cấp dưới mục La Mã", muc.line.place)
            open_la_ma = None


@rule(
    "TT082",
    "so-khoan-nhieu-cap",
    Source("D", _CAN_CU),
    Lesson(
        ten="Không đánh số nhiều cấp 1.1, 1.1.1",
        vi_sao="Bố cục của nghị định dừng ở phần, chương, mục, điều, khoản, điểm; cấp 1.1 không có tên để viện dẫn.",
        sai="1.1. Hạ tầng số",
        dung="a) Hạ tầng số",
    ),
)
def so_nhieu_cap(doc: Recognised) -> Iterator[Hit]:
    """The first number such as "1.1"."""
    first = next((muc for muc in own_mucs(doc) if muc.level == "khoan_con"), None)
    if first is not None:
        found = f"{excerpt(first.line.shown)} đánh số «{first.number}», cấp không có trong bố cục của nghị định"
        yield Hit(found, "dùng điểm a), b), c) dưới khoản", first.line.place)


RULES = (so_muc_bi_nhay, so_muc_bi_lap, so_muc_khong_tu_mot, chu_cai_sai, bo_cuc_nhay_cap, so_nhieu_cap)
