"""Viết hoa: names of agencies, places, honours and days whose capitals the decree fixes (PL II)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.check.words import begins_with_capital, few, inside, miswritten, unquoted, with_capital, wrong_in
from vbhc.recognition import Recognised
from vbhc.recognition.letters import LOWER, UPPER

_BY_DECREE = "Phụ lục II của nghị định"


def _any_of(names: Mapping[str, object] | tuple[str, ...]) -> str:
    """A pattern for the names in small letters, the longest first."""
    return "|".join(sorted((re.escape(name.lower()) for name in names), key=len, reverse=True))


_PEOPLES = {"ủy ban nhân dân": "Ủy ban nhân dân", "hội đồng nhân dân": "Hội đồng nhân dân"}
_PEOPLES_WORDS = re.compile(rf"(?<!\w)(?:{'|'.join(_PEOPLES)})(?!\w)")


@rule(
    "VH001",
    "uy-ban-nhan-dan-sai-chu-hoa",
    Source("A", "PL II, IV.1"),
    Lesson(
        ten="Ủy ban nhân dân, Hội đồng nhân dân: chỉ viết hoa chữ đầu",
        vi_sao=f"{_BY_DECREE} viết «Hội đồng nhân dân tỉnh Sơn La»: hai chữ «nhân dân» trong tên gọi này viết thường.",
        sai="Ủy ban Nhân dân tỉnh Bắc Ninh",
        dung="Ủy ban nhân dân tỉnh Bắc Ninh",
    ),
)
def uy_ban_nhan_dan_sai_chu_hoa(doc: Recognised) -> Iterator[Hit]:
    """Capitals inside the name; one without any capital may speak of such bodies in general."""

    def right(words: str) -> str | None:
        return None if words.islower() else _PEOPLES[words.lower()]

    yield from few(wrong_in(doc.reading.prose, _PEOPLES_WORDS, right))


# The name, and other forms that are let pass: a title, or a word with a general sense.
_FIXED: Mapping[str, tuple[str, ...]] = {
    "Đảng Cộng sản Việt Nam": (),
    "Ban Chấp hành Trung ương": (),
    "Văn phòng Trung ương Đảng": (),
    "Văn phòng Chủ tịch nước": ("Văn phòng Chủ tịch Nước",),
    "Văn phòng Chính phủ": (),
    "Văn phòng Quốc hội": (),
    "Thanh tra Chính phủ": (),
    "Thủ tướng Chính phủ": ("thủ tướng Chính phủ", "thủ tướng chính phủ"),
    "Mặt trận Tổ quốc": (),
    "Ngân hàng Nhà nước Việt Nam": (),
    "Liên hợp quốc": ("liên hợp quốc",),
    "Tổ chức Y tế thế giới": (),
    "Chính phủ": ("chính phủ",),
    "Quốc hội": ("quốc hội",),
}
# Those of another country, of an association: whether their capitals are fixed nobody says.
_OTHERS = re.compile(rf" (?:(?!Việt Nam)[{UPPER}][{LOWER}]+ [{UPPER}]|Hội |Đoàn |Liên |Công đoàn )")
_FIXED_WORDS = re.compile(rf"(?<!\w)(?:{_any_of(_FIXED)})(?!\w)")
_FIXED_RIGHT = {name.lower(): name for name in _FIXED}


@rule(
    "VH002",
    "ten-co-quan-sai-chu-hoa",
    Source("A", "PL II, IV"),
    Lesson(
        ten="Tên cơ quan, tổ chức ở Trung ương viết hoa đúng chữ",
        vi_sao=f"{_BY_DECREE}: viết hoa chữ cái đầu của từ chỉ loại hình, chức năng, lĩnh vực của cơ quan, tổ chức.",
        sai="Đảng cộng sản Việt Nam; Văn phòng chính phủ; Liên Hợp Quốc",
        dung="Đảng Cộng sản Việt Nam; Văn phòng Chính phủ; Liên hợp quốc",
    ),
)
def ten_co_quan_sai_chu_hoa(doc: Recognised) -> Iterator[Hit]:
    """A name that has one spelling, spelt with other capitals."""

    def right(words: str) -> str | None:
        name = _FIXED_RIGHT[words.lower()]
        return None if words in _FIXED[name] else name

    yield from few(wrong_in(doc.reading.prose, _FIXED_WORDS, right, lambda it: not _OTHERS.match(it.after)))


# Each field with the forms that are in official use.
_FIELDS: Mapping[str, tuple[str, ...]] = {
    name.lower(): (name, *others)
    for name, *others in (
        *(("Quốc phòng",), ("Công an",), ("Ngoại giao",), ("Ngoại vụ",), ("Nội vụ",), ("Tư pháp",), ("Tài chính",)),
        *(("Công Thương", "Công thương"), ("Xây dựng",), ("Y tế",), ("Du lịch",)),
        ("Nông nghiệp và Môi trường",),
        ("Nông nghiệp và Phát triển nông thôn", "Nông nghiệp và Phát triển Nông thôn"),
        ("Tài nguyên và Môi trường",),
        ("Văn hóa, Thể thao và Du lịch",),
        ("Văn hóa và Thể thao",),
        ("Khoa học và Công nghệ",),
        ("Thông tin và Truyền thông",),
        ("Giáo dục và Đào tạo",),
        ("Dân tộc và Tôn giáo",),
        ("Kế hoạch và Đầu tư",),
        ("Giao thông vận tải", "Giao thông Vận tải"),
        ("Lao động - Thương binh và Xã hội",),
    )
}
_FIELD_WORDS = re.compile(rf"(?<!\w)(?P<loai>bộ|sở) (?P<ten>{_any_of(_FIELDS)})(?!\w)")
# "cơ sở Y tế", "trụ sở", "cán bộ Tài chính", "Đảng bộ Công an": no names of agencies.
_NO_AGENCY = re.compile(
    r"(?:^|\W)(?:cơ|trụ|công|hội|các|những|cán|toàn|đồng|nội|tiến|liên|đảng|chi|lạc|cục|đường|đi|đổ|thủy|xứ|phân|tổng|tỉnh"
    r"|thành|bắc|trung|nam) $",
    re.IGNORECASE,
)
# Also a verb: "Bộ xây dựng kế hoạch".
_VERB = "xây dựng"


@rule(
    "VH003",
    "ten-bo-so-sai-chu-hoa",
    Source("A", "PL II, IV.1"),
    Lesson(
        ten="Tên bộ, sở viết hoa chữ chỉ loại hình và lĩnh vực",
        vi_sao=f"{_BY_DECREE} viết «Bộ Tài nguyên và Môi trường», «Sở Tài chính».",
        sai="Bộ tài chính; sở Y tế; Sở Khoa học và công nghệ",
        dung="Bộ Tài chính; Sở Y tế; Sở Khoa học và Công nghệ",
    ),
)
def ten_bo_so_sai_chu_hoa(doc: Recognised) -> Iterator[Hit]:
    """A ministry or department with a small letter where its name has a capital."""
    yield from few(_wrong_agencies(doc))


def _wrong_agencies(doc: Recognised) -> Iterator[Hit]:
    for found in unquoted(doc.reading.prose, _FIELD_WORDS, "small"):
        loai, field = found.words[:2], found.words[3:]
        forms = _FIELDS[found.match["ten"]]
        typed = doc.reading.prose.text[found.match.start("ten") : found.match.end("ten")]
        small = not begins_with_capital(loai)
        unclear = _NO_AGENCY.search(found.before) if small else typed == _VERB
        if found.words.isupper() or unclear or (small and not begins_with_capital(field)):
            continue
        if small or typed not in forms:
            yield miswritten(found, f"{with_capital(loai)} {typed if typed in forms else forms[0]}")


_PLACES = {"thủ đô hà nội": "Thủ đô Hà Nội", "thành phố hồ chí minh": "Thành phố Hồ Chí Minh"}
_PLACE_WORDS = re.compile(rf"(?<!\w)(?:{'|'.join(_PLACES)})(?!\w)")


@rule(
    "VH004",
    "dia-danh-dac-biet-sai-chu-hoa",
    Source("A", "PL II, III.1"),
    Lesson(
        ten="Thủ đô Hà Nội, Thành phố Hồ Chí Minh viết hoa cả danh từ chung",
        vi_sao=f"{_BY_DECREE} coi hai tên này là trường hợp viết hoa đặc biệt.",
        sai="thủ đô Hà Nội; thành phố Hồ Chí Minh",
        dung="Thủ đô Hà Nội; Thành phố Hồ Chí Minh",
    ),
)
def dia_danh_dac_biet_sai_chu_hoa(doc: Recognised) -> Iterator[Hit]:
    """The two places whose common noun has a capital too."""
    yield from few(wrong_in(doc.reading.prose, _PLACE_WORDS, lambda words: _PLACES[words.lower()]))


# "Tỉnh Đoàn", "Tỉnh Ủy" are bodies, not places.
_PROVINCE = re.compile(
    rf"Tỉnh (?!Đoàn|Ủy|Hội|Đội)(?=[{UPPER}][{LOWER}]){inside('Tỉnh ')}"
    rf"|Thành phố (?=Hà Nội|Đà Nẵng|Hải Phòng|Cần Thơ|Huế){inside('Thành phố ')}"
)


@rule(
    "VH005",
    "tinh-thanh-pho-viet-hoa",
    Source("A", "PL II, III.1"),
    Lesson(
        ten="Trước tên riêng, «tỉnh», «thành phố» viết thường",
        vi_sao=f"{_BY_DECREE}: chỉ viết hoa tên riêng của đơn vị hành chính, như «tỉnh Nam Định».",
        sai="trên địa bàn Tỉnh Bắc Ninh",
        dung="trên địa bàn tỉnh Bắc Ninh",
    ),
)
def tinh_thanh_pho_viet_hoa(doc: Recognised) -> Iterator[Hit]:
    """A province with a capital common noun inside a sentence; other units may be named after persons."""
    yield from few(miswritten(it, it.words.strip().lower()) for it in unquoted(doc.reading.prose, _PROVINCE))


_HONOURS: Mapping[str, tuple[str, ...]] = {
    name.lower(): (name,)
    for name in (
        *("Huân chương Sao vàng", "Huân chương Lao động", "Huân chương Độc lập", "Huân chương Kháng chiến"),
        *("Nghệ sĩ Nhân dân", "Nhà giáo Nhân dân", "Thầy thuốc Nhân dân", "Nghệ nhân Nhân dân"),
        *("Nghệ sĩ Ưu tú", "Nhà giáo Ưu tú", "Thầy thuốc Ưu tú", "Nghệ nhân Ưu tú", "Anh hùng Lao động"),
    )
}
_HONOUR_WORDS = re.compile(rf"(?<!\w)(?:{'|'.join(_HONOURS)})(?!\w)")


@rule(
    "VH006",
    "danh-hieu-sai-chu-hoa",
    Source("A", "PL II, V.2"),
    Lesson(
        ten="Tên huân chương, danh hiệu vinh dự viết hoa đúng chữ",
        vi_sao=f"{_BY_DECREE} viết «Huân chương Sao vàng», «Nghệ sĩ Nhân dân», «Anh hùng Lao động».",
        sai="Huân chương lao động hạng Ba; Nghệ sĩ nhân dân",
        dung="Huân chương Lao động hạng Ba; Nghệ sĩ Nhân dân",
    ),
)
def danh_hieu_sai_chu_hoa(doc: Recognised) -> Iterator[Hit]:
    """An honour that begins with a capital and goes on with a small letter where its own name begins."""

    def right(words: str) -> str | None:
        name = _HONOURS[words.lower()][0]
        own = name.split(" ")[2]
        return name if begins_with_capital(words) and own.lower() in words else None

    yield from few(wrong_in(doc.reading.prose, _HONOUR_WORDS, right))


_DAYS = {
    name.lower(): name
    for name in ("Quốc khánh", "Quốc tế Lao động", "Phụ nữ Việt Nam", "Nhà giáo Việt Nam", "Thầy thuốc Việt Nam")
}
_FEASTS = {name.lower(): name for name in ("Nguyên đán", "Đoan ngọ", "Trung thu")}
_DAY_WORDS = re.compile(rf"(?:(?:ngày |lễ |ngày lễ )(?:{'|'.join(_DAYS)})|tết (?:{'|'.join(_FEASTS)}))(?!\w)")
_DAY_NAME = re.compile(rf"(?:{'|'.join((*_DAYS, *_FEASTS))})$")


@rule(
    "VH007",
    "ngay-le-sai-chu-hoa",
    Source("A", "PL II, V.5 và V.7"),
    Lesson(
        ten="Tên ngày lễ, ngày kỷ niệm, ngày tết viết hoa đúng chữ",
        vi_sao=f"{_BY_DECREE} viết «ngày Quốc khánh 2-9», «ngày Quốc tế Lao động 1-5», «tết Nguyên đán».",
        sai="ngày quốc khánh 2-9; ngày Quốc Khánh; tết nguyên đán",
        dung="ngày Quốc khánh 2-9; tết Nguyên đán",
    ),
)
def ngay_le_sai_chu_hoa(doc: Recognised) -> Iterator[Hit]:
    """The name of a day; the word before it is left as it stands."""

    def right(words: str) -> str:
        name = _DAY_NAME.search(words.lower())
        assert name is not None
        return words[: name.start()] + {**_DAYS, **_FEASTS}[name[0]]

    yield from few(wrong_in(doc.reading.prose, _DAY_WORDS, right))


RULES = (
    uy_ban_nhan_dan_sai_chu_hoa,
    ten_co_quan_sai_chu_hoa,
    ten_bo_so_sai_chu_hoa,
    dia_danh_dac_biet_sai_chu_hoa,
    tinh_thanh_pho_viet_hoa,
    danh_hieu_sai_chu_hoa,
    ngay_le_sai_chu_hoa,
)
