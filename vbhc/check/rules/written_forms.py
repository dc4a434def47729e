"""Sạch chữ: tone marks, numbers and dates that are written in two ways or in a foreign one, words typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.check.words import few, miswritten
from vbhc.errors import TextError
from vbhc.recognition import Found, Recognised
from vbhc.text.dates import date_in_words

_HABIT = Source("M", "không quy định trong nghị định; cách viết thông dụng trong tiếng Việt", date.min)

_OLD_TONE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|[uU][ỳýỷỹỵ])(?!\w)(?<![qQ]..)")
_NEW_TONE = re.compile(r"(?:[òóỏõọ][ae]|[ùúủũụÙÚỦŨỤ]y)(?!\w)(?<![qQ]..)")
_WORD = re.compile(r"\w*$")


@rule(
    "TT134",
    "dau-thanh-hai-kieu",
    _HABIT,
    Lesson(
        ten="Một văn bản đặt dấu thanh theo một kiểu",
        vi_sao="«hoà, uỷ» và «hòa, ủy» đều được chấp nhận, nhưng lẫn nhau thì tìm kiếm bị sót.",
        sai="Uỷ ban … Ủy ban",
        dung="Ủy ban … Ủy ban",
    ),
    moi_tep=True,
)
def dau_thanh_hai_kieu(doc: Recognised) -> Iterator[Hit]:
    """Both ways in one text: one finding, at the first of the fewer."""
    old, new = ([it for it in doc.reading.prose.find(form, "shown") if _word(it)] for form in (_OLD_TONE, _NEW_TONE))
    if old and new:
        first = min(old, new, key=len)[0]
        yield Hit(
            f"có {len(old)} chỗ đặt dấu kiểu «{_word(old[0])}» và {len(new)} chỗ kiểu «{_word(new[0])}»; "
            f"chỗ ít hơn: {first.around}",
            "đặt dấu một kiểu trong cả văn bản",
            first.passage.place,
        )


def _word(found: Found) -> str:
    """The word with the tone; "" for names, which keep the tone as they have it, but for the one that is everywhere."""
    begun = _WORD.search(found.before)
    word = (begun[0] if begun else "") + found.words
    return word if word.islower() or word.lower() in ("ủy", "uỷ") else ""


_LOOSE_PERCENT = re.compile(r"(?<=[0-9]) +%(?!\w)")


@rule(
    "TT135",
    "dau-cach-truoc-phan-tram",
    _HABIT,
    Lesson(
        ten="Dấu % viết liền sau số",
        vi_sao="Có dấu cách thì số và dấu % có thể nằm ở hai dòng.",
        sai="85 %",
        dung="85%",
    ),
    moi_tep=True,
)
def dau_cach_truoc_phan_tram(doc: Recognised) -> Iterator[Hit]:
    """A blank between a number and its percent sign."""
    yield from few(
        Hit(f"có dấu cách trước dấu % ở {it.around}", "viết liền, như «85%»", it.passage.place)
        for it in doc.reading.prose.find(_LOOSE_PERCENT)
    )


# Three digits behind the point would be thousands; the unit tells that it is a quantity and no number of a part.
_POINT = re.compile(
    r"(?<![\w.,/-])[0-9]{1,3}\.[0-9]{1,2}"
    r"(?=%| %| (?:điểm phần trăm|triệu|tỷ|tỉ|nghìn tỷ|ha|km|km2|m2|kg|tấn|mm|cm)(?!\w))"
)


@rule(
    "TT136",
    "dau-cham-thap-phan",
    _HABIT,
    Lesson(
        ten="Phần thập phân ghi sau dấu phẩy",
        vi_sao="Trong tiếng Việt, dấu phẩy ngăn phần thập phân, dấu chấm ngăn hàng nghìn.",
        sai="85.5%; 1.25 tỷ đồng",
        dung="85,5%; 1,25 tỷ đồng",
    ),
    moi_tep=True,
)
def dau_cham_thap_phan(doc: Recognised) -> Iterator[Hit]:
    """A decimal point in a quantity with its unit."""
    yield from few(miswritten(it, it.words.replace(".", ",")) for it in doc.reading.prose.find(_POINT))


_ENGLISH_THOUSANDS = re.compile(r"(?<![\w.,/-])[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?(?![\w/]|[.,][0-9])")


@rule(
    "TT137",
    "dau-phay-hang-nghin",
    _HABIT,
    Lesson(
        ten="Hàng nghìn ngăn bằng dấu chấm",
        vi_sao="Trong tiếng Việt, dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân.",
        sai="1,500,000 đồng",
        dung="1.500.000 đồng",
    ),
    moi_tep=True,
)
def dau_phay_hang_nghin(doc: Recognised) -> Iterator[Hit]:
    """Two commas or more that part thousands; a single one may begin decimals."""
    swapped = str.maketrans(",.", ".,")
    yield from few(miswritten(it, it.words.translate(swapped)) for it in doc.reading.prose.find(_ENGLISH_THOUSANDS))


_DATE = re.compile(
    r"[Nn]gày(?<!\w....) (?P<ngay>[0-9]{1,2})(?: tháng (?P<thang>[0-9]{1,2}) năm (?P<nam>[0-9]{4})"
    r"|(?P<mark>[/.-])(?P<thang_so>[0-9]{1,2})(?P=mark)(?P<nam_so>[0-9]{4}))(?![0-9])"
)


@rule(
    "TT138",
    "ngay-khong-co-that",
    Source("D", "không có trong lịch", date.min),
    Lesson(
        ten="Ngày được ghi có trong lịch",
        vi_sao="Ngày không có thật thì hạn và căn cứ ghi theo ngày đó không thực hiện được.",
        sai="trước ngày 31/4/2026",
        dung="trước ngày 30/4/2026",
    ),
    moi_tep=True,
)
def ngay_khong_co_that(doc: Recognised) -> Iterator[Hit]:
    """A date that no calendar has."""
    yield from few(
        Hit(f"«{it.words}» ở {it.around} không có trong lịch", "sửa ngày", it.passage.place)
        for it in doc.reading.prose.find(_DATE)
        if not _exists(it.match)
    )


def _exists(date: re.Match[str]) -> bool:
    day, month, year = (
        int(it) for it in (date["ngay"], date["thang"] or date["thang_so"], date["nam"] or date["nam_so"])
    )
    try:
        date_in_words(day, month, year)
    except TextError:
        return False
    return True


# Words that no Vietnamese phrase says twice; "xanh xanh", "ngày ngày" are words of their own.
_WORDS = "các của và được những trong tại theo về với để đã sẽ thì bằng hoặc nhằm trên tỉnh"
_TWICE = re.compile("|".join(rf"{word} {word}(?![\w-])(?<!\w{word} {word})" for word in _WORDS.split()))


@rule(
    "TT139",
    "tu-go-hai-lan",
    _HABIT,
    Lesson(
        ten="Không có từ gõ hai lần liền nhau",
        vi_sao="Từ gõ hai lần thường còn lại sau khi sửa câu.",
        sai="của của các sở",
        dung="của các sở",
    ),
    moi_tep=True,
)
def tu_go_hai_lan(doc: Recognised) -> Iterator[Hit]:
    """A function word twice in a row."""
    yield from few(
        Hit(f"từ «{it.match[0].split()[0]}» gõ hai lần ở {it.around}", "xóa một từ", it.passage.place)
        for it in doc.reading.prose.find(_TWICE, "small")
    )


RULES = (
    dau_thanh_hai_kieu,
    dau_cach_truoc_phan_tram,
    dau_cham_thap_phan,
    dau_phay_hang_nghin,
    ngay_khong_co_that,
    tu_go_hai_lan,
)
