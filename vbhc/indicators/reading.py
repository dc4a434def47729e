"""One cell read as a value: what it says, what it claims, what it is measured against, what is wrong with it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from vbhc.errors import TextError
from vbhc.findings import Finding
from vbhc.indicators.claims import Claim, read_claim
from vbhc.indicators.defects import finding
from vbhc.indicators.percentages import Scale, fraction_agrees, points_of
from vbhc.indicators.sheet import Cell
from vbhc.indicators.values import DanhGia, GiaTri, LoaiGiaTri, plain
from vbhc.text.numbers import (
    AmbiguousNumberError,
    Comparator,
    FoundQuantity,
    Quantity,
    find_quantities,
    format_percent,
    parse_quantity,
)

__all__ = ["Context", "Reading", "read_cell", "requirement_in"]


@dataclass(frozen=True, slots=True)
class Context:
    """What a row tells about its cells: name for messages, unit, whether % or a rank is meant, the target in %.

    ``decimal`` is the decimal mark of the column, "" when it does not show one.
    """

    ten: str
    don_vi: str = ""
    percent: bool = False
    rank: bool = False
    near: Decimal | None = None
    decimal: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """``yeu_cau`` is what the cell itself measures against ("54.58/60%"); ``bare``: a number in text, nothing else."""

    gia_tri: GiaTri | None = None
    cong_bo: DanhGia | None = None
    yeu_cau: GiaTri | None = None
    findings: tuple[Finding, ...] = ()
    bare: bool = False


BLANK = re.compile(r"[-–—_.…/\s]*|x|n/a", re.IGNORECASE)
ERROR = re.compile(r"#(?:[A-Z0-9/]+[!?]|N/A)")
_LEAD = re.compile(
    r"(?:(?:hiện nay|hiện|mới|đã|toàn tỉnh|phấn đấu|ước|đạt|khoảng|là|tỷ lệ|hoàn thành)\s+|=\s*)*", re.IGNORECASE
)
_RANK_LEAD = re.compile(r"(?:(?:xếp|đứng|vị trí|thứ hạng|hạng|thứ)\s+)*", re.IGNORECASE)
_LEVEL = re.compile(
    r"(?:(?:từ|tối thiểu|ít nhất|đáp ứng|≥|>=)\s*)*(mức(?: độ)?|cấp(?: độ)?|loại)\s+([A-Z]|[0-9]|[IVX]{1,4})\b"
    r"(?:\s+trở lên)?(?=$|\s*[.,;:(])",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*[-–]\s*[0-9]")
# A percentage after these words is a change, not the value.
_CHANGE = re.compile(r"\b(?:tăng|giảm|thêm|so với)\b", re.IGNORECASE)
_REQUIRED = re.compile(r"\(\s*(?:yêu cầu|y/c)\s*:?\s*([^()]*)\)", re.IGNORECASE)


# Tables say the same few things again and again.
_find = lru_cache(maxsize=4096)(find_quantities)


def read_cell(cell: Cell, context: Context) -> Reading:
    """The value of a cell; ``gia_tri`` is ``None`` when it is empty, or unreadable as the findings then say."""
    if cell.error or ERROR.fullmatch(cell.text):
        return _broken(cell, "o-cong-thuc-loi", context, text=cell.text)
    if isinstance(cell.value, datetime.date | datetime.time | datetime.timedelta):
        return _date(cell, context)
    if isinstance(cell.value, bool):
        return _broken(cell, "gia-tri-khong-doc-duoc", context, text="TRUE" if cell.value else "FALSE")
    if BLANK.fullmatch(cell.text):
        return Reading()
    number = cell.number
    return _text(cell, context) if number is None else _number(cell, number, context)


def requirement_in(ten: str, o: str) -> GiaTri | None:
    """What the name of an indicator requires: "(yêu cầu trên 80%)"; ``None`` when it requires no number."""
    required = _REQUIRED.search(ten) if "(" in ten else None
    found = find_quantities(required[1]) if required else ()
    return _gia_tri(found[0].quantity, required[1].strip(), o) if required and found and found[0].start == 0 else None


def _broken(cell: Cell, slug: str, context: Context, **what: str) -> Reading:
    return Reading(findings=(finding(slug, cell.o, ten=context.ten, **what),))


def _date(cell: Cell, context: Context) -> Reading:
    meant = f"{cell.value.day}/{cell.value.month}" if isinstance(cell.value, datetime.date) else "6/7"
    return _broken(cell, "o-bi-doi-thanh-ngay", context, text=cell.text, dung=meant)


def _number(cell: Cell, number: Decimal, context: Context) -> Reading:
    """A numeric cell: a percentage by its format, else by the unit of its row."""
    if cell.percent:
        return Reading(_gia_tri(Quantity(plain(number * cell.percent.factor), percent=True), cell.text, cell.o))
    return _bare(cell, Quantity(plain(number)), context)


def _bare(cell: Cell, quantity: Quantity, context: Context) -> Reading:
    """A number with no sign of its own: the row's unit tells what it counts."""
    if not context.percent:
        return Reading(_gia_tri(quantity, cell.text, cell.o, context))
    points, scale = points_of(quantity.value, context.near)
    meant = format_percent(points)
    doubt = (finding("ty-le-chua-ro", cell.o, ten=context.ten, text=cell.text, dung=meant),)
    value = _gia_tri(replace(quantity, value=points, percent=True), cell.text, cell.o)
    return Reading(value, findings=doubt if scale is Scale.DOUBTFUL else ())


def _text(cell: Cell, context: Context) -> Reading:
    claim = read_claim(cell.text)
    reading = _measure(cell, claim.rest if claim else cell.text, context)
    if claim is None:
        return replace(reading, gia_tri=reading.gia_tri or GiaTri(LoaiGiaTri.VAN_BAN, cell.text, cell.o))
    return replace(
        reading,
        gia_tri=reading.gia_tri or GiaTri(LoaiGiaTri.DAT_CHUA_DAT, cell.text, cell.o),
        cong_bo=claim.verdict,
        findings=(*_claim_findings(cell, claim, context), *reading.findings),
        bare=False,
    )


def _claim_findings(cell: Cell, claim: Claim, context: Context) -> Iterator[Finding]:
    if claim.mistyped:
        yield finding("danh-gia-go-sai", cell.o, text=claim.written, dung=claim.phrase.capitalize())
    if claim.verdict is DanhGia.KHONG_RO:
        yield finding("danh-gia-hai-y", cell.o, ten=context.ten, text=cell.text)


def _measure(cell: Cell, body: str, context: Context) -> Reading:
    """What the text measures: a level, or its leading number (or only percentage); no value when it is mere prose."""
    level = _LEVEL.match(body)
    if level:
        word, muc = level[1].capitalize(), level[2].upper()
        return Reading(GiaTri(LoaiGiaTri.MUC, cell.text, cell.o, don_vi=word, muc=muc))
    lead = _RANK_LEAD if context.rank else _LEAD
    body = body[lead.match(body).end() :]  # type: ignore[union-attr]  # the pattern matches nothing too
    found = _find(body)
    main = _main(body, found)
    ambiguous = [q for q in found if q.ambiguous and not q.quantity.percent and (main is None or q is main)]
    if ambiguous:
        first = ambiguous[0]
        if context.decimal:
            return _settled(cell, body, first, context)
        why = _ambiguity(body[first.start : first.end])
        return _broken(cell, "so-doc-duoc-hai-cach", context, text=why)
    return Reading() if main is None else _quantity(cell, body, found, main, context)


def _main(body: str, found: tuple[FoundQuantity, ...]) -> FoundQuantity | None:
    if found and found[0].start == 0:
        return None if _RANGE.match(body, found[0].end) else found[0]
    percents = [q for q in found if q.quantity.percent]
    if len(percents) == 1 and not _CHANGE.search(body[: percents[0].start]):
        return percents[0]
    return None


def _settled(cell: Cell, body: str, doubtful: FoundQuantity, context: Context) -> Reading:
    """The cell read with the decimal mark of its column, which is told."""

    def rewrite(figure: re.Match[str]) -> str:
        if context.decimal not in figure[0]:
            return re.sub("[.,]", "", figure[0])
        return figure[0].replace(".", ",").rstrip("0").rstrip(",")

    number = body[doubtful.start : doubtful.end]
    body = body[: doubtful.start] + re.sub(r"[0-9]+[.,][0-9]+", rewrite, number) + body[doubtful.end :]
    found = _find(body)
    main = _main(body, found)
    reading = _quantity(cell, body, found, main, context) if main else Reading()
    told = finding("so-doc-theo-cot", cell.o, ten=context.ten, text=number, dung=reading.gia_tri or "chữ")
    return replace(reading, findings=(told, *reading.findings), bare=False)


def _ambiguity(number: str) -> str:
    try:
        parse_quantity(number)
    except AmbiguousNumberError as error:
        whole, broken = (str(plain(reading)).replace(".", ",") for reading in error.readings)
        return f'"{number}" đọc được hai cách: {whole} (dấu ngăn hàng nghìn) hoặc {broken} (dấu thập phân)'
    except TextError as error:
        return error.message
    return f'"{number}" đọc được hai cách'


def _quantity(
    cell: Cell, body: str, found: tuple[FoundQuantity, ...], main: FoundQuantity, context: Context
) -> Reading:
    quantity = main.quantity
    if quantity.percent and main.ambiguous:
        # "99.723%" is not ninety-nine thousand percent.
        quantity = find_quantities(body[main.start : main.end].replace(".", ","))[0].quantity
    if quantity.denominator == 0:
        return _broken(cell, "gia-tri-khong-doc-duoc", context, text=cell.text)
    alone = not body[main.end :].strip(" .;,") and main.start == 0
    bare = alone and quantity.comparator is Comparator.EQ and quantity.denominator is None and main.against is None
    if alone and main.against is None and quantity.denominator is None and not quantity.percent:
        return replace(_bare(cell, quantity, context), bare=bare)
    against = main.against
    if against and context.percent:
        quantity, against = replace(quantity, percent=True), replace(against, percent=True)
    return Reading(
        _gia_tri(quantity, cell.text, cell.o, context),
        yeu_cau=_gia_tri(against, body[main.start : main.end], cell.o, context) if against else None,
        findings=tuple(_fraction_findings(cell, found, context)),
        bare=bare,
    )


def _fraction_findings(cell: Cell, found: tuple[FoundQuantity, ...], context: Context) -> Iterator[Finding]:
    """ "87.5% (14/16)" and "14/16 (87.5%)" say one thing twice: once is checked against the other."""
    percents = [q.quantity for q in found[:2] if q.quantity.percent and q.against is None]
    fractions = [q.quantity for q in found[:2] if q.quantity.denominator]
    if percents and fractions and not fraction_agrees(percents[0], fractions[0]):
        numerator, denominator = fractions[0].value, fractions[0].denominator or 1
        right = format_percent(numerator * 100 / denominator, digits=2)
        of = f"{numerator}/{denominator}"
        yield finding("phan-so-khac-ty-le", cell.o, ten=context.ten, text=cell.text, phan_so=of, ty_le=right)


def _gia_tri(quantity: Quantity, text: str, o: str, context: Context | None = None) -> GiaTri:
    """The value of a quantity; without a ``context`` it has no unit but its own percent sign."""
    if quantity.percent:
        return GiaTri(LoaiGiaTri.PHAN_TRAM, text, o, quantity.value, "%", quantity.comparator)
    loai = LoaiGiaTri.SO if quantity.denominator is None else LoaiGiaTri.PHAN_SO
    if context and context.rank:
        loai = LoaiGiaTri.HANG
    unit = context.don_vi if context else ""
    return GiaTri(loai, text, o, quantity.value, unit, quantity.comparator, quantity.denominator)
