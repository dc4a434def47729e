"""Sạch chữ: blanks, marks, quotes and dashes in running text. The decree is silent on them; these are hints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.check.words import few
from vbhc.recognition import Found, Recognised
from vbhc.recognition.letters import LOWER, UPPER

_HABIT = Source("M", "không quy định trong nghị định; quy tắc chế bản thông dụng", date.min)
_LETTER = f"[{LOWER}{UPPER}]"

# More blanks than three are a gap to be filled in, or set two things side by side.
_DOUBLE = re.compile(r"(?<=[^\W_]|[,;:.)%”\"])  {1,2}(?=[^\W_]|[(“\"])")
_GAP_BEFORE = re.compile(r"(?:số|ngày|tháng|năm|hồi|lúc|giờ|từ|đến)\s*:?$", re.IGNORECASE)
_GAP_BEHIND = re.compile(r"\s*(?:tháng|năm|giờ|phút|đến|/)")


@rule(
    "TT127",
    "dau-cach-thua",
    _HABIT,
    Lesson(
        ten="Giữa hai từ có một dấu cách",
        vi_sao="Hai dấu cách liền nhau làm dòng căn đều bị hở và tìm cụm từ không ra.",
        sai="các  sở, ngành",
        dung="các sở, ngành",
    ),
    moi_tep=True,
)
def dau_cach_thua(doc: Recognised) -> Iterator[Hit]:
    """Two or three blanks between words, where nothing is to be filled in."""
    found = (it for it in doc.reading.prose.find(_DOUBLE, "raw") if not _is_gap(it))
    yield from few(Hit(f"thừa dấu cách ở {_marked(it)}", "để một dấu cách", it.passage.place) for it in found)


def _is_gap(found: Found) -> bool:
    return bool(_GAP_BEFORE.search(found.before) or _GAP_BEHIND.match(found.after))


def _marked(found: Found) -> str:
    """The words before and behind, with the blank made visible."""
    left, right = found.before.split(" ")[-2:], found.after.split(" ")[:2]
    return f"«{' '.join(left)}{'␣' * len(found.words)}{' '.join(right)}»"


_BLANK_BEFORE = re.compile(rf"(?<={_LETTER}|[0-9)%”]) +(?:[,;](?=[ \n]|$)|[.:](?=[ \n]|$))", re.MULTILINE)


@rule(
    "TT128",
    "dau-cach-truoc-dau-cau",
    _HABIT,
    Lesson(
        ten="Dấu câu viết liền sau từ đứng trước",
        vi_sao="Dấu phẩy, chấm, hai chấm, chấm phẩy tách khỏi từ có thể rơi xuống đầu dòng sau.",
        sai="các sở , ngành",
        dung="các sở, ngành",
    ),
    moi_tep=True,
)
def dau_cach_truoc_dau_cau(doc: Recognised) -> Iterator[Hit]:
    """A blank before a mark; a gap to be filled in may stand before one."""
    found = (it for it in doc.reading.prose.find(_BLANK_BEFORE) if not _GAP_BEFORE.search(it.before))
    yield from few(
        Hit(f"có dấu cách trước dấu «{it.words.strip()}» ở {it.around}", "xóa dấu cách này", it.passage.place)
        for it in found
    )


_NO_BLANK_BEHIND = re.compile(rf"(?:[,;:](?={_LETTER})|\.(?=[{UPPER}][{LOWER}]))(?<={_LETTER}[{LOWER}].)")
_NET = re.compile(r"[@/\\_]|www|\w\.\w+\.\w", re.IGNORECASE)


@rule(
    "TT129",
    "thieu-dau-cach-sau-dau-cau",
    _HABIT,
    Lesson(
        ten="Sau dấu câu có một dấu cách",
        vi_sao="Thiếu dấu cách thì hai từ dính nhau, máy tính coi là một từ.",
        sai="các sở,ngành;báo cáo.Các xã",
        dung="các sở, ngành; báo cáo. Các xã",
    ),
    moi_tep=True,
)
def thieu_dau_cach_sau_dau_cau(doc: Recognised) -> Iterator[Hit]:
    """A mark between two letters; addresses of the net have some."""
    for_words = (it for it in doc.reading.prose.find(_NO_BLANK_BEHIND) if not _NET.search(_word(it)))
    yield from few(
        Hit(f"thiếu dấu cách sau dấu «{it.words}» ở {it.around}", "thêm một dấu cách", it.passage.place)
        for it in for_words
    )


def _word(found: Found) -> str:
    """All that stands together with what was found."""
    return re.split(r"\s", found.before)[-1] + found.words + re.split(r"\s", found.after)[0]


_LOOSE_BRACKET = re.compile(rf"\( +(?={_LETTER}|[0-9])|(?<=[{LOWER}{UPPER}0-9.]) +\)")


@rule(
    "TT130",
    "dau-cach-trong-ngoac",
    _HABIT,
    Lesson(
        ten="Dấu ngoặc viết liền với chữ bên trong",
        vi_sao="Có dấu cách ở trong thì dấu ngoặc có thể đứng một mình ở cuối hoặc đầu dòng.",
        sai="( sau đây gọi tắt là Sở )",
        dung="(sau đây gọi tắt là Sở)",
    ),
    moi_tep=True,
)
def dau_cach_trong_ngoac(doc: Recognised) -> Iterator[Hit]:
    """A blank inside a bracket."""
    yield from few(
        Hit(f"có dấu cách bên trong dấu ngoặc ở {it.around}", "xóa dấu cách này", it.passage.place)
        for it in doc.reading.prose.find(_LOOSE_BRACKET)
    )


_STRAIGHT, _CURLY = re.compile(r'(?<![0-9])"'), re.compile("[“”]")


@rule(
    "TT131",
    "ngoac-kep-lan-lon",
    _HABIT,
    Lesson(
        ten="Một văn bản dùng một kiểu ngoặc kép",
        vi_sao="Ngoặc thẳng và ngoặc cong lẫn nhau cho thấy chữ chép từ nhiều nguồn.",
        sai='"Đề án 06" và “Đề án 06”',
        dung="“Đề án 06” ở mọi chỗ",
    ),
    moi_tep=True,
)
def ngoac_kep_lan_lon(doc: Recognised) -> Iterator[Hit]:
    """Straight and curly quotes in one text: one finding, at the first of the fewer."""
    straight, curly = (list(doc.reading.prose.find(form)) for form in (_STRAIGHT, _CURLY))
    if straight and curly:
        first = min(straight, curly, key=len)[0]
        yield Hit(
            f'có {len(straight)} dấu ngoặc kép thẳng (") và {len(curly)} dấu cong (“ ”); chỗ ít hơn: {first.around}',
            "dùng một kiểu, nên là “ ”",
            first.passage.place,
        )


_WRONG_DASH = re.compile(
    rf"(?<=[{LOWER}{UPPER}0-9)] )(?:[\u2212\u2012\u2015\u2043\u00ad]|-{{2,3}})(?= [{LOWER}{UPPER}0-9(])"
    rf"|(?<={_LETTER})[\u2212\u2012\u2015\u2043](?={_LETTER})"
)


@rule(
    "TT132",
    "gach-ngang-la",
    _HABIT,
    Lesson(
        ten="Gạch ngang là «-» hoặc «–»",
        vi_sao="Dấu trừ toán học, hai gạch liền và các gạch khác trông gần giống nhưng là ký tự khác.",
        sai="kinh tế -- xã hội; kinh tế − xã hội",
        dung="kinh tế - xã hội",
    ),
    moi_tep=True,
)
def gach_ngang_la(doc: Recognised) -> Iterator[Hit]:
    """A dash between words that is none of the two in use."""
    yield from few(
        Hit(f"ghi dấu «{it.words}» làm gạch ngang ở {it.around}", "thay bằng «-»", it.passage.place)
        for it in doc.reading.prose.find(_WRONG_DASH)
    )


_DASHES = re.compile(rf"^[ \t]*(?P<gach>[-–—])[ \t]*(?=[{LOWER}{UPPER}])", re.MULTILINE)


@rule(
    "TT133",
    "gach-dau-dong-lan-lon",
    _HABIT,
    Lesson(
        ten="Một văn bản dùng một kiểu gạch đầu dòng",
        vi_sao="Word tự đổi một số gạch thành «–», để lại trong một danh sách hai kiểu gạch.",
        sai="- Sở Tài chính; – Sở Nội vụ",
        dung="- Sở Tài chính; - Sở Nội vụ",
    ),
    moi_tep=True,
)
def gach_dau_dong_lan_lon(doc: Recognised) -> Iterator[Hit]:
    """Lines that begin with different dashes: one finding, at the first of the rarest."""
    found: dict[str, list[Found]] = {}
    for it in doc.reading.prose.find(_DASHES):
        if it.start == 0:
            found.setdefault(it.match["gach"], []).append(it)
    if len(found) > 1:
        sign, rarest = min(found.items(), key=lambda item: len(item[1]))
        counts = ", ".join(f"«{gach}» {len(places)} dòng" for gach, places in found.items())
        yield Hit(f"gạch đầu dòng có nhiều kiểu: {counts}", f"thay «{sign}» bằng kiểu kia", rarest[0].passage.place)


RULES = (
    dau_cach_thua,
    dau_cach_truoc_dau_cau,
    thieu_dau_cach_sau_dau_cau,
    dau_cach_trong_ngoac,
    ngoac_kep_lan_lon,
    gach_ngang_la,
    gach_dau_dong_lan_lon,
)
