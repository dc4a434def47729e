"""The name of whoever signs, and where the signature stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vbhc.check.ask import of_look, of_size
from vbhc.check.looks import excerpt, in_capitals
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.check.rules.quyen_han import NHIEU_BEN, lines_of
from vbhc.recognition import Line, Recognised, ThanhPhan
from vbhc.text.spelling import nfc

T = ThanhPhan
_CAN_CU = "PL I, Phần I, II.7"
_TITLE = re.compile(r"^((?:GS|PGS|TS|ThS|Th\.S|BS|BSCK\w*|KS|CN|LS)\b[.,]?\s*)+(?=\S)", re.IGNORECASE)
_RANK = re.compile(r"^(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý)|Chuẩn Đô đốc|Phó Đô đốc) ")
_WITH_STOP = re.compile(r"^(GS|PGS|TS|ThS|Th\.S|TSKH)\s*\.", re.IGNORECASE)
# Those whose ministers may allow titles: armed forces, education, health, science.
_ALLOWED = re.compile(r"(?<!môi )(?<!thị )\btrường\b|viện|đại học|công an|\bquân\b|bộ đội|biên phòng|y tế|giáo dục")
_ROW = re.compile(r"(.*bảng \d+), hàng (\d+), ô (\d+)")


def _name(doc: Recognised) -> tuple[Line, ...]:
    """The name; only below quyền hạn and chức vụ is it sure to be one."""
    phan = doc.first(T.HO_TEN)
    return phan.lines if phan and lines_of(doc) and re.search(r"\w", phan.text) else ()


@rule(
    "TT092",
    "ho-ten-sai-kieu-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Họ tên người ký: kiểu chữ đứng, đậm",
        vi_sao="Nghị định quy định kiểu chữ của từng thành phần thể thức.",
        sai="Nguyễn Văn An (nghiêng)",
        dung="Nguyễn Văn An (đậm)",
    ),
)
def ho_ten_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """Bold and upright."""
    yield from of_look(_name(doc), "họ tên", bold=True, italic=False)


@rule(
    "TT093",
    "ho-ten-sai-chu-hoa",
    Source("A", _CAN_CU),
    Lesson(
        ten="Họ tên người ký viết in thường, in hoa chữ cái đầu mỗi âm tiết",
        vi_sao="Chức vụ in hoa, họ tên in thường: hai thành phần không lẫn nhau.",
        sai="NGUYỄN VĂN AN",
        dung="Nguyễn Văn An",
    ),
)
def ho_ten_sai_chu_hoa(doc: Recognised) -> Iterator[Hit]:
    """Not all in capitals, and no part begins with a small letter."""
    for line in _name(doc):
        text = _RANK.sub("", nfc(line.shown))
        right = " ".join(part[:1].upper() + part[1:].lower() for part in text.split())
        if in_capitals(text) and len(text) > 3:
            yield Hit(f"họ tên «{text}» viết in hoa", f"viết «{right}»", line.place)
        elif any(part[:1].islower() for part in text.split()):
            yield Hit(f"họ tên «{text}» có âm tiết không viết hoa chữ cái đầu", f"viết «{right}»", line.place)


@rule(
    "TT094",
    "ho-ten-sai-co-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Họ tên người ký cỡ chữ 13–14",
        vi_sao="Phần ký cùng cỡ chữ với nội dung.",
        sai="Nguyễn Văn An, cỡ chữ 12",
        dung="Nguyễn Văn An, cỡ chữ 14",
    ),
)
def ho_ten_sai_co(doc: Recognised) -> Iterator[Hit]:
    """13 to 14 points."""
    yield from of_size(_name(doc), "co_chu_pt.nguoi_ky", "họ tên")


@rule(
    "TT095",
    "ho-ten-co-hoc-vi",
    # Certain fields may regulate it otherwise, so a finding is never more than a question.
    Source("B", "PL I, Phần I, II.7.c"),
    Lesson(
        ten="Trước họ tên người ký không ghi học hàm, học vị",
        vi_sao="Chỉ lực lượng vũ trang, sự nghiệp giáo dục, y tế, khoa học được ghi, theo quy định của ngành.",
        sai="TS. Nguyễn Văn An",
        dung="Nguyễn Văn An",
    ),
)
def ho_ten_co_hoc_vi(doc: Recognised) -> Iterator[Hit]:
    """No "TS." before the name, but where the field may allow it."""
    agencies = " ".join(line.folded for phan in doc.all(T.CHU_QUAN, T.CO_QUAN) for line in phan.lines)
    if _ALLOWED.search(agencies):
        return
    for line in _name(doc):
        text = nfc(line.shown)
        if _WITH_STOP.match(text):
            bare = _TITLE.sub("", re.sub(r"\.(?=\S)", ". ", text)).lstrip(". ")
            yield Hit(f"trước họ tên có học hàm, học vị: «{text}»", f"chỉ ghi họ tên «{bare}»", line.place)


@rule(
    "TT096",
    "phan-ky-lech-noi-nhan",
    Source("A", "PL I, Phần I, II.9.b; IV, ô số 7a và 9b"),
    Lesson(
        ten="Dòng đầu của Nơi nhận ngang hàng với dòng đầu của quyền hạn, chức vụ",
        vi_sao="Nơi nhận ở bên trái, phần ký ở bên phải, cùng bắt đầu ở một hàng.",
        sai="Nơi nhận ở dưới chữ ký",
        dung="Bảng hai cột: trái là Nơi nhận, phải là phần ký",
    ),
)
def phan_ky_lech_noi_nhan(doc: Recognised) -> Iterator[Hit]:
    """Both begin in one row; what stands in boxes is not measured."""
    label = doc.first(T.NHAN_NOI_NHAN)
    if label is None or not lines_of(doc) or doc.ten_loai in NHIEU_BEN:
        return
    signed = lines_of(doc)[0]
    places = (label.place.words, signed.place.words)
    if any("khung" in words for words in places) or label.place.index == signed.place.index:
        return
    if _apart(label.lines[0], signed):
        where = "dưới" if label.lines[0].order > signed.order else "trên"
        hint = "đặt Nơi nhận và phần ký trong hai ô cùng một hàng của bảng không kẻ khung"
        yield Hit(f"Nơi nhận nằm {where} {excerpt(signed.shown)}, không ngang hàng", hint, label.place)


def _apart(label: Line, signed: Line) -> bool:
    """Whether two lines cannot stand side by side: in other rows of a table, or one outside the table of the other."""
    rows = [_ROW.match(line.place.words) for line in (label, signed)]
    if rows[0] and rows[1]:
        return rows[0][1] == rows[1][1] and rows[0][2] != rows[1][2]
    outside = label if rows[1] else signed
    return rows[0] is None and outside.side == "full" and not outside.paragraph.layout.framed


RULES = (ho_ten_sai_kieu, ho_ten_sai_chu_hoa, ho_ten_sai_co, ho_ten_co_hoc_vi, phan_ky_lech_noi_nhan)
