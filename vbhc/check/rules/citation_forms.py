"""Viện dẫn: how số, ký hiệu, dates and parts of a văn bản are written where they are cited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.check.words import few, miswritten
from vbhc.errors import TextError
from vbhc.recognition import Found, Recognised
from vbhc.recognition.letters import LOWER, UPPER
from vbhc.text.dates import date_in_digits, date_in_words

_DECREE_WITHOUT_YEAR = re.compile(r"[0-9]{1,4}/NĐ-CP(?!\w)")
_HAS_YEAR = re.compile(r"[\w/.-]$")


@rule(
    "VD008",
    "nghi-dinh-thieu-nam",
    Source("B", "số của nghị định của Chính phủ có năm ban hành"),
    Lesson(
        ten="Số của nghị định của Chính phủ có năm ở giữa",
        vi_sao="Nghị định là văn bản quy phạm pháp luật, số có năm ban hành; thiếu năm thì không tra được.",
        sai="Nghị định số 30/NĐ-CP",
        dung="Nghị định số 30/2020/NĐ-CP",
    ),
)
def nghi_dinh_thieu_nam(doc: Recognised) -> Iterator[Hit]:
    """A decree of the Government without the year."""
    yield from few(
        Hit(f"ghi «{it.words}» ở {it.around}, thiếu năm ban hành", "ghi như «30/2020/NĐ-CP»", it.passage.place)
        for it in doc.reading.prose.find(_DECREE_WITHOUT_YEAR)
        if not _HAS_YEAR.search(it.before)
    )


_LOOSE = re.compile(
    rf"(?<![\w/.,-])[0-9]{{1,5}} ?/ ?(?:(?:19|20)[0-9]{{2}} ?/ ?)?[{UPPER}][{UPPER}{LOWER}]{{1,3}} ?[-–—] ?"
    rf"[{UPPER}]{{2,}}[{UPPER}{LOWER}&]*"
)
_TIGHT = re.compile(r"[ –—]")


@rule(
    "VD009",
    "ky-hieu-co-dau-cach",
    Source("D", "theo PL I, Phần I, II.3"),
    Lesson(
        ten="Số, ký hiệu được viện dẫn viết liền, nối bằng gạch ngang ngắn",
        vi_sao="Giữa các nhóm chữ trong ký hiệu là dấu gạch nối, không cách chữ; viết khác thì tìm không ra.",
        sai="Kế hoạch số 131/KH - UBND; Thông tư số 12/2022/TT- BTTTT",
        dung="Kế hoạch số 131/KH-UBND; Thông tư số 12/2022/TT-BTTTT",
    ),
)
def ky_hieu_co_dau_cach(doc: Recognised) -> Iterator[Hit]:
    """Blanks or long dashes inside a ký hiệu."""
    found = (it for it in doc.reading.prose.find(_LOOSE) if _TIGHT.search(it.match[0]))
    yield from few(miswritten(it, re.sub(" ?[-–—] ?", "-", it.match[0]).replace(" ", "")) for it in found)


@rule(
    "VD010",
    "vien-dan-thieu-chu-so",
    Source("D", "theo PL I, Phần I, II.6"),
    Lesson(
        ten="Viện dẫn có chữ «số» trước số, ký hiệu",
        vi_sao="Nghị định viết «Nghị định số 30/2020/NĐ-CP»; viết một kiểu trong cả văn bản thì dễ tra.",
        sai="Quyết định 749/QĐ-TTg",
        dung="Quyết định số 749/QĐ-TTg",
    ),
)
def vien_dan_thieu_chu_so(doc: Recognised) -> Iterator[Hit]:
    """A type right before a số, without the word for it; tables may save the word."""
    yield from few(
        Hit(
            f"ghi «{it.loai} {it.written}» ở {it.found.around}, thiếu chữ «số»",
            f"sửa thành «{it.loai} số {it.written}»",
            it.found.passage.place,
        )
        for it in doc.vien_dan
        if it.loai and not it.co_chu_so and not it.found.passage.tabled
    )


@rule(
    "VD011",
    "so-vien-dan-thieu-so-khong",
    Source("D", "theo PL I, Phần I, II.3"),
    Lesson(
        ten="Số dưới 10 trong viện dẫn có số 0 ở trước",
        vi_sao="Số của văn bản nhỏ hơn 10 phải ghi thêm số 0 phía trước, nên khi viện dẫn cũng ghi như vậy.",
        sai="Kế hoạch số 5/KH-UBND",
        dung="Kế hoạch số 05/KH-UBND",
    ),
)
def so_vien_dan_thieu_so_khong(doc: Recognised) -> Iterator[Hit]:
    """A số of one digit."""
    yield from few(
        Hit(
            f"ghi «{it.written}» ở {it.found.around}; số dưới 10 có số 0 ở trước",
            f"sửa thành «0{it.written}»",
            it.found.passage.place,
        )
        for it in doc.vien_dan
        if len(it.so) == 1 and (it.loai or it.co_chu_so)
    )


_DATES = re.compile(
    r"[Nn]gày(?<!\w....) (?P<ngay>[0-9]{1,2})(?: tháng (?P<thang>[0-9]{1,2}) năm (?P<nam>[0-9]{4})"
    r"|/(?P<thang_so>[0-9]{1,2})/(?P<nam_so>[0-9]{4}))(?![0-9/])"
)


@rule(
    "VD012",
    "ngay-thang-trong-bai-sai-cach-ghi",
    Source("D", "theo PL I, Phần I, II.4"),
    Lesson(
        ten="Ngày dưới 10 và tháng 1, 2 có số 0 ở trước; tháng 3 đến 9 không có",
        vi_sao="Cách ghi thời gian ban hành của nghị định; trong bài viết nên ghi cùng một cách.",
        sai="ngày 5/03/2020; ngày 5 tháng 03 năm 2020",
        dung="ngày 05/3/2020; ngày 05 tháng 3 năm 2020",
    ),
)
def ngay_thang_trong_bai_sai_cach_ghi(doc: Recognised) -> Iterator[Hit]:
    """A date with other zeros than the decree's."""
    for_each = ((it, _as_the_decree(it)) for it in doc.reading.prose.find(_DATES))
    yield from few(miswritten(it, right) for it, right in for_each if right and right[1:] != it.match[0][1:])


def _as_the_decree(found: Found) -> str | None:
    said = found.match
    parts = (said["ngay"], said["thang"] or said["thang_so"], said["nam"] or said["nam_so"])
    day, month, year = map(int, parts)
    try:
        return date_in_words(day, month, year) if said["thang"] else f"ngày {date_in_digits(day, month, year)}"
    except TextError:
        return None  # no such date: another rule's matter


_WRONG_ORDER = re.compile(r"Điều(?<!\wĐiều) [0-9]+ [Kk]hoản [0-9]+(?: [Đđ]iểm [a-zđ]\b)?(?!,? (?:và )?Điều)")


@rule(
    "VD013",
    "vien-dan-dieu-khoan-nguoc",
    Source("D", "theo ví dụ ở PL II, V.6"),
    Lesson(
        ten="Viện dẫn từ đơn vị nhỏ đến đơn vị lớn: điểm, khoản, Điều",
        vi_sao="Phụ lục II của nghị định viết «điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I».",
        sai="Điều 103 khoản 2",
        dung="khoản 2 Điều 103",
    ),
)
def vien_dan_dieu_khoan_nguoc(doc: Recognised) -> Iterator[Hit]:
    """A khoản said behind its điều, without a comma, which would begin another one."""
    yield from few(
        Hit(
            f"ghi «{it.words}» ở {it.around}; viện dẫn từ nhỏ đến lớn",
            "ghi như «điểm a khoản 2 Điều 103»",
            it.passage.place,
        )
        for it in doc.reading.prose.find(_WRONG_ORDER)
    )


RULES = (
    nghi_dinh_thieu_nam,
    ky_hieu_co_dau_cach,
    vien_dan_thieu_chu_so,
    so_vien_dan_thieu_so_khong,
    ngay_thang_trong_bai_sai_cach_ghi,
    vien_dan_dieu_khoan_nguoc,
)
