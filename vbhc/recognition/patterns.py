"""By which words a thành phần is known, all on folded text: whoever typed it, and with whichever small mistakes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Literal

from vbhc.layout import load_decree
from vbhc.recognition.folding import fold_line
from vbhc.text.spelling import nfc

QUOC_HIEU = fold_line(load_decree().loi_van["quoc_hieu"])
TIEU_NGU = fold_line(load_decree().loi_van["tieu_ngu"])
_NEARLY = 0.9
_RECIPIENT = re.compile(r"^[-–+]\s*\S.*[;.]$")
_NAME_WORDS = 6

DANG = re.compile(r"đảng cộng sản việt nam")
SO = re.compile(r"^số\b\s*:?\s*(?P<so>[\d.… _]*)\s*(?P<cach>[/-])\s*(?P<ky_hieu>\S.*)$")
# Without ký hiệu: unfinished, or wrong.
SO_TRONG = re.compile(r"^số\s*:|^số\s+\d+$")
SO_VIET = re.compile(r"^\s*[Ss][ốỐ]\s*:?\s*(?P<so>\d*)[^/\d]*/\s*(?P<ky_hieu>\S.*?)\s*$")
QPPL = re.compile(r"^số\b\s*:?\s*[\d.… _]*/\s*(19|20)\d\d\s*/")
SO_DANG = re.compile(r"^số\b\s*:?\s*[\d.… _]*-\s*\S+/(tw|tu|tư|hu|đu|tv|bcs|vptw|bbt)\b")
_NGAY_CHU = r"ngày\b(?P<ngay>.{0,12}?)tháng\b(?P<thang>.{0,12}?)năm\b(?P<nam>.{0,8})$"
NGAY = re.compile(rf"^(?P<dia_danh>(?!.*\bsố\b)[^,;:()]{{2,60}}?)\s*,?\s*{_NGAY_CHU}")
# In a heading alone: without địa danh, or in digits.
NGAY_TRONG = re.compile(rf"^(?P<dia_danh>){_NGAY_CHU}")
NGAY_SO = re.compile(
    r"^(?P<dia_danh>(?!.*\bsố\b)[^,;:()\d]{2,60}?)\s*,\s*(?:ngày\s*)?"
    r"(?P<ngay>\d{1,2})\s*[/.-]\s*(?P<thang>\d{1,2})\s*[/.-]\s*(?P<nam>\d{2,4})$"
)
V_V = re.compile(r"^v\s*/\s*v\b|^về việc\b")
V_V_NGAN = re.compile(r"^v\s*/\s*v\b")
KINH_GUI = re.compile(r"^kính (gửi|trình)\b")
KINH_GUI_MOT_MINH = re.compile(r"^kính (gửi|trình)\s*:?$")
KINH_GUI_GACH = re.compile(r"^kính (gửi|trình)\s*:?\s*-")
CHUONG = re.compile(r"^(?:chương|phần|mục)\s+(?:[ivxlc]+|\d+|thứ \w+)\s*[.:]?$|^(?:chương|phần) [ivxlc]+\s*[.:-]")
"""A line that begins a phần, a chương or a mục of the text."""
DIEN = re.compile(r"\bđiện\s*:$")
CAN_CU = re.compile(r"^(căn cứ\b|theo đề nghị\b|xét đề nghị\b|thực hiện\b.*;$|xét tờ trình\b)")
NOI_NHAN = re.compile(r"^nơi nhận\s*(?:[:.;]\s*(?:-.*)?|-.*)?$|^nơi nhận\s*:?\s*(?:-\s*)?như (?:trên|điều|kính gửi)\b")
# Two names, one above the other, that can only be an agency and whom it belongs to.
CAP_TREN = re.compile(
    r"^((ubnd|ủy ban nhân dân) (tỉnh|thành phố|tp|xã|phường|đặc khu|huyện|quận|thị xã)\b.*|(bộ|sở) [^,]+[^,\s])$"
)
CAP_DUOI = re.compile(r"^(sở|phòng|văn phòng|trung tâm|trường|chi cục|cục|viện|vụ|thanh tra|bệnh viện|trạm)\b")
QUYEN_HAN = re.compile(r"^(tm|kt|tl|tuq|q|t/m|k/t|t/l)\s*\.?\s+\S|^(tm|kt|tl|tuq|q)\.\S")
_HEADS = "chủ tịch|bộ trưởng|trưởng|giám đốc|tổng giám đốc|chánh|cục trưởng|vụ trưởng|hiệu trưởng|viện trưởng"
CHUC_VU = re.compile(rf"^(quyền |phó |thứ |chi )?({_HEADS})\b")
PHU_LUC = re.compile(r"^phụ lục\s*(?:số\s*)?(?P<so>[ivxlcdm]+|\d+|[a-h])?\s*[.:]?$")
# In one line with its title: "Phụ lục I: DANH MỤC NHIỆM VỤ".
PHU_LUC_TEN = re.compile(r"^phụ lục\s*(?:số\s*)?(?P<so>[ivxlcdm]+|\d+)\s*[.:–-]\s*\S.*[^;.\s]$")
KEM_THEO = re.compile(r"^\(?\s*(ban hành )?kèm theo\b")
STAMPS: Mapping[str, re.Pattern[str]] = {
    "DO_KHAN": re.compile(r"^(hỏa tốc( hẹn giờ)?|(thượng |tối |rất )?khẩn( cấp)?|gấp)$"),
    "DO_MAT": re.compile(r"^(tuyệt mật|tối mật|mật)$"),
    "LUU_HANH": re.compile(r"^(xem xong trả lại|lưu hành nội bộ|tài liệu thu hồi)$"),
}
NGUOI_SOAN = re.compile(r"\.\s*(?P<ky_hieu>[^\W\d_]{2,6})\s*\.?\s*\((?P<so_ban>\d+)\)\s*\.?$")
"""Who drafted it and how many copies are sent, behind Lưu: "NVA.(120)"."""
DIA_CHI = re.compile(r"điện thoại|\bemail\b|thư điện tử|website|trang thông tin|^địa chỉ\b|\bfax\b")
TRACE = re.compile(r"^[_\-–—=*.…\s]+$")
"""A line drawn with signs: "______", "-----", "***"."""


def is_quoc_hieu(folded: str) -> bool:
    """Whether it is quốc hiệu, a few letters wrong or not."""
    return _nearly(folded, QUOC_HIEU)


def is_tieu_ngu(folded: str) -> bool:
    """Whether it is tiêu ngữ, whatever stands between its parts."""
    return _nearly(re.sub(r"\s*[-.,;:*]+\s*", " - ", folded), TIEU_NGU)


def _nearly(text: str, wanted: str) -> bool:
    if text == wanted:
        return True
    close = abs(len(text) - len(wanted)) <= 4
    return close and SequenceMatcher(None, text, wanted, autojunk=False).ratio() >= _NEARLY


def read_date(folded: str) -> re.Match[str] | None:
    """Địa danh and thời gian of a heading in parts, written in words or in digits; địa danh may be missing."""
    return NGAY.match(folded) or NGAY_TRONG.match(folded) or NGAY_SO.match(folded)


def is_of_heading(text: str) -> bool:
    """Whether a text can only stand in a heading: quốc hiệu, tiêu ngữ, số, địa danh and thời gian."""
    folded = fold_line(text)
    if len(folded) > 120:
        return False
    named = is_quoc_hieu(folded) or is_tieu_ngu(folded) or DANG.fullmatch(folded) is not None
    return named or SO.match(folded) is not None or NGAY.match(folded) is not None


def side_in_heading(text: str) -> Literal["left", "right", "full"]:
    """In which column of a heading a text belongs; "full" for what may stand anywhere."""
    folded = fold_line(text)
    if is_quoc_hieu(folded) or is_tieu_ngu(folded) or NGAY.match(folded):
        return "right"
    return "left" if SO.match(folded) else "full"


def is_of_signature(text: str) -> bool:
    """Whether a text can only stand at the end: the label Nơi nhận, or quyền hạn in capitals."""
    folded = fold_line(text)
    if len(folded) > 120:
        return False
    if NOI_NHAN.match(folded):
        return True
    return text.upper() == text and (QUYEN_HAN.match(folded) is not None or CHUC_VU.match(folded) is not None)


def is_recipient_beside_name(left: str, right: str) -> bool:
    """Whether two texts in one line are a recipient and who signs: "- Lưu: VT." and, far to the right, a name."""
    return is_name(right) and _RECIPIENT.match(left.strip()) is not None


def is_name(text: str) -> bool:
    """Whether a text may be the name of a person."""
    words = nfc(text).split()
    return 2 <= len(words) <= _NAME_WORDS and all(word[:1].isupper() and word.isalpha() for word in words)
