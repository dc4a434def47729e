"""Viết hoa: words with a capital for what they stand for: the people, the State, days, laws, parts of a law."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.check.words import begins_with_capital, few, inside, miswritten, unquoted, with_capital, wrong_in
from vbhc.recognition import Recognised
from vbhc.recognition.citing import OUTER_TYPE, TYPES
from vbhc.recognition.letters import LOWER, UPPER

_BY_DECREE = "Phụ lục II của nghị định"

# Only where the words can be nothing but a name of all the people, or of the State itself.
_BEFORE_PEOPLE = (
    *("tầng lớp", "đời sống", "phục vụ", "đông đảo", "toàn thể", "lấy ý kiến", "của", "do", "vì"),
    *("đồng bào và", "Đảng và", "Nhà nước và", "cán bộ và", "chiến sĩ và", "đảng viên và"),
)
_BEFORE_STATE = ("Đảng và", "Đảng,", "pháp luật của", "chính sách của", "chủ trương của", "quan tâm của")
_PEOPLE = re.compile(rf"nhân dân(?:{'|'.join(f'(?<={it} nhân dân)' for it in _BEFORE_PEOPLE)})(?!\w| tệ\b| [{UPPER}])")
_STATE = re.compile(
    rf"nhà nước(?:(?:{'|'.join(f'(?<={it} nhà nước)' for it in _BEFORE_STATE)})(?!\w| ngoài\b)|(?= ta\b))"
)


@rule(
    "VH008",
    "nhan-dan-nha-nuoc-viet-thuong",
    Source("A", "PL II, V.1"),
    Lesson(
        ten="Nhân dân, Nhà nước viết hoa chữ đầu",
        vi_sao=f"{_BY_DECREE} coi «Nhân dân», «Nhà nước» là danh từ thuộc trường hợp viết hoa đặc biệt.",
        sai="các tầng lớp nhân dân; Đảng và nhà nước",
        dung="các tầng lớp Nhân dân; Đảng và Nhà nước",
    ),
)
def nhan_dan_nha_nuoc_viet_thuong(doc: Recognised) -> Iterator[Hit]:
    """The two words where they name the people or the State, and are no part of another name or quality."""
    found = (it for form in (_PEOPLE, _STATE) for it in unquoted(doc.reading.prose, form))
    yield from few(miswritten(it, with_capital(it.words)) for it in found)


_NUMBERS = "hai|ba|tư|năm|sáu|bảy"
_DAY_OF_WEEK = re.compile(
    rf"thứ (?:{_NUMBERS})(?=,? \(?ngày [0-9])|từ thứ (?:{_NUMBERS}) đến thứ (?:{_NUMBERS})(?!\w)"
    rf"|thứ (?:{_NUMBERS})(?= hằng tuần| hàng tuần|,)"
)
# The hour, or what is done on days, in front of one. Behind other words it may be an ordinal: "kỳ họp thứ năm (ngày …".
_WHEN = re.compile(r"(?:sáng|trưa|chiều|tối|vào|giờ|phút|[0-9],|việc|trực|nghỉ|ngày|tiếp dân) \(?$", re.IGNORECASE)
_MONTH = re.compile(r"tháng (?:giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười một|mười hai|mười|chạp)(?= năm [0-9]{4})")
_COUNTED = re.compile(r"(?:[0-9]|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|vài|mấy|các|những|đến) $")


@rule(
    "VH009",
    "thu-thang-viet-thuong",
    Source("A", "PL II, V.7"),
    Lesson(
        ten="Thứ, tháng ghi bằng chữ thì viết hoa",
        vi_sao=f"{_BY_DECREE} viết «thứ Hai», «tháng Năm» khi không dùng chữ số.",
        sai="sáng thứ hai, ngày 05/01/2026",
        dung="sáng thứ Hai, ngày 05/01/2026",
    ),
)
def thu_thang_viet_thuong(doc: Recognised) -> Iterator[Hit]:
    """A day of the week or a month in words, where it can be neither an ordinal nor a count."""

    def days(words: str) -> str:
        return re.sub(rf"(?<=thứ )({_NUMBERS})", lambda found: with_capital(found[0]), words, flags=re.IGNORECASE)

    def months(words: str) -> str:
        return words[:6] + with_capital(words[6:])

    prose = doc.reading.prose
    yield from few(wrong_in(prose, _DAY_OF_WEEK, days, lambda it: _WHEN.search(it.before)))
    yield from few(wrong_in(prose, _MONTH, months, lambda it: not _COUNTED.search(it.before.lower())))


_REVOLUTION = re.compile(r"(?<!\w)cách mạng tháng (?:tám|mười)(?!\w)")


@rule(
    "VH010",
    "cach-mang-thang-tam-sai-chu-hoa",
    Source("A", "PL II, V.8"),
    Lesson(
        ten="Cách mạng tháng Tám viết hoa đúng chữ",
        vi_sao=f"{_BY_DECREE}: con số chỉ mốc thời gian của sự kiện ghi bằng chữ và viết hoa chữ đó.",
        sai="Cách mạng tháng tám; Cách mạng Tháng Tám",
        dung="Cách mạng tháng Tám",
    ),
)
def cach_mang_thang_tam_sai_chu_hoa(doc: Recognised) -> Iterator[Hit]:
    """The event with other capitals."""

    def right(words: str) -> str:
        return f"Cách mạng tháng {with_capital(words.lower().rpartition(' ')[2])}"

    yield from few(wrong_in(doc.reading.prose, _REVOLUTION, right))


_LAWS = (
    *("giao dịch điện tử", "công nghệ thông tin", "an ninh mạng", "an toàn thông tin mạng", "viễn thông", "căn cước"),
    *("tổ chức chính phủ", "tổ chức quốc hội", "tổ chức chính quyền địa phương", "cán bộ, công chức", "viên chức"),
    *("ngân sách nhà nước", "đầu tư công", "đất đai", "đấu thầu", "lưu trữ", "tiếp cận thông tin", "khiếu nại"),
    *("tố cáo", "tiếp công dân", "thi đua, khen thưởng", "bảo vệ bí mật nhà nước", "phòng, chống tham nhũng"),
    *("ban hành văn bản quy phạm pháp luật", "bảo hiểm xã hội", "bảo vệ môi trường", "xử lý vi phạm hành chính"),
    *("doanh nghiệp", "quy hoạch", "kế toán", "nhà ở", "cư trú", "hộ tịch", "giáo dục", "thống kê"),
)
_CODES = ("hình sự", "dân sự", "lao động", "tố tụng hình sự", "tố tụng dân sự", "hàng hải việt nam")
_LAW_WORDS = re.compile(
    rf"(?<!\w)(?:bộ luật (?:{'|'.join(sorted(_CODES, key=len, reverse=True))})"
    rf"|(?<!pháp )(?<!ngành )(?<!dự án )(?<!dự thảo )(?<!bộ )luật"
    rf" (?:{'|'.join(sorted(_LAWS, key=len, reverse=True))}))(?!\w)"
)
_LAW_TYPE = re.compile(r"(?:bộ )?luật ", re.IGNORECASE)


@rule(
    "VH011",
    "ten-luat-sai-chu-hoa",
    Source("A", "PL II, V.6"),
    Lesson(
        ten="Tên luật viết hoa tên loại và chữ đầu của tên gọi",
        vi_sao=f"{_BY_DECREE} viết «Bộ luật Hình sự», «Luật Tổ chức Quốc hội».",
        sai="Luật đất đai; bộ luật Dân sự",
        dung="Luật Đất đai; Bộ luật Dân sự",
    ),
)
def ten_luat_sai_chu_hoa(doc: Recognised) -> Iterator[Hit]:
    """A known law of which one of the two is capital and the other is not; both small may speak of the field."""

    def right(words: str) -> str | None:
        found = _LAW_TYPE.match(words)
        assert found is not None
        name = words[found.end() :]
        if not (begins_with_capital(words) or begins_with_capital(name)):
            return None
        return with_capital(found[0].lower()) + with_capital(name)

    yield from few(wrong_in(doc.reading.prose, _LAW_WORDS, right))


# "văn bản số …" names no type, and a hợp đồng is often no văn bản of the decree.
_KINDS = "|".join(name.lower() for name in TYPES if name not in ("Văn bản", "Hợp đồng"))
_CITED_KIND = re.compile(rf"{inside()}(?:{_KINDS})(?= số [0-9]{{1,5}}[/-](?:[0-9]{{4}}/)?[{UPPER}]{{2}})")
# "các nghị định số …", "dự thảo nghị định", "02 kế hoạch số …": not one văn bản by its name.
_NOT_ONE = re.compile(r"(?:các|những|hai|ba|bốn|số|[0-9]|dự thảo|bằng|mẫu|theo các|thông báo) $")


@rule(
    "VH012",
    "ten-loai-van-ban-viet-thuong",
    Source("A", "PL II, V.6"),
    Lesson(
        ten="Tên loại của một văn bản cụ thể viết hoa chữ đầu",
        vi_sao=f"{_BY_DECREE}: viết hoa chữ cái đầu của tên loại văn bản khi nói đến một văn bản cụ thể.",
        sai="theo nghị định số 30/2020/NĐ-CP",
        dung="theo Nghị định số 30/2020/NĐ-CP",
    ),
)
def ten_loai_van_ban_viet_thuong(doc: Recognised) -> Iterator[Hit]:
    """The name of a type in small letters before the số of one văn bản."""
    found = (
        it
        for it in unquoted(doc.reading.prose, _CITED_KIND)
        if not (_NOT_ONE.search(it.before.lower()) or OUTER_TYPE.search(it.before))
    )
    yield from few(miswritten(it, with_capital(it.words)) for it in found)


# Behind these a part of a văn bản is cited: "khoản 2", "điểm a", "quy định tại", "Căn cứ"; or in front of its name.
_CITING = re.compile(r"(?:khoản +[0-9]{1,2},?|điểm +[a-zđ],?|tại|theo|căn cứ|của) +$", re.IGNORECASE)
_CITED = re.compile(rf"[0-9IVXL]+ +(?:của +)?(?:{'|'.join(TYPES)})(?!\w)")
_SMALL_PART = re.compile(
    r"(?<!\w)(?:điều +(?=[0-9])|(?:chương|phần) +(?=[IVXL]+\b)|tiểu mục +(?=[0-9]+ Mục)|mục +(?=[0-9]+ [Cc]hương))"
)


@rule(
    "VH013",
    "phan-chuong-muc-dieu-viet-thuong",
    Source("A", "PL II, V.6"),
    Lesson(
        ten="Viện dẫn phần, chương, mục, tiểu mục, điều thì viết hoa chữ đầu",
        vi_sao=f"{_BY_DECREE} viết «điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I».",
        sai="khoản 2 điều 103 chương XII",
        dung="khoản 2 Điều 103 Chương XII",
    ),
)
def phan_chuong_muc_dieu_viet_thuong(doc: Recognised) -> Iterator[Hit]:
    """A part of a văn bản in small letters where it can only be cited."""
    found = unquoted(doc.reading.prose, _SMALL_PART)
    cited = (it for it in found if _CITING.search(it.before) or _CITED.match(it.after))
    yield from few(miswritten(it, with_capital(it.words.rstrip())) for it in cited)


_CAPITAL_PART = re.compile(
    rf"(?<=[{LOWER},;( ] )(?:Khoản +(?=[0-9]+(?:,? +(?:và +)?[0-9]+)*,? +[Đđ]iều +[0-9])"
    r"|Điểm +(?=[a-zđ],? +[Kk]hoản +[0-9]))"
)


@rule(
    "VH014",
    "khoan-diem-viet-hoa",
    Source("A", "PL II, V.6"),
    Lesson(
        ten="Viện dẫn khoản, điểm thì viết thường",
        vi_sao=f"{_BY_DECREE} chỉ viết hoa phần, chương, mục, tiểu mục, điều; khoản, điểm viết thường.",
        sai="theo Điểm a Khoản 2 Điều 103",
        dung="theo điểm a khoản 2 Điều 103",
    ),
)
def khoan_diem_viet_hoa(doc: Recognised) -> Iterator[Hit]:
    """Khoản or điểm with a capital inside a sentence."""
    yield from few(miswritten(it, it.words.rstrip().lower()) for it in unquoted(doc.reading.prose, _CAPITAL_PART))


RULES = (
    nhan_dan_nha_nuoc_viet_thuong,
    thu_thang_viet_thuong,
    cach_mang_thang_tam_sai_chu_hoa,
    ten_luat_sai_chu_hoa,
    ten_loai_van_ban_viet_thuong,
    phan_chuong_muc_dieu_viet_thuong,
    khoan_diem_viet_hoa,
)
