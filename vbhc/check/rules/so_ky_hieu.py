"""Số, ký hiệu: there, written as the decree writes it, and of the type that the văn bản is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vbhc.check.ask import of_look, of_size
from vbhc.check.headings import heading_lines, is_attached
from vbhc.check.looks import excerpt
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.recognition import Line, LoaiTep, Recognised, ThanhPhan
from vbhc.recognition.types import VIET_TAT
from vbhc.text.spelling import nfc

T = ThanhPhan
_CAN_CU = "PL I, Phần I, II.3"
_VIET_TAT_CAN_CU = "PL I, Phần I, II.3; PL III, bảng chữ viết tắt"
_LABEL = re.compile(r"\s*số\b\s*:?", re.IGNORECASE)
_PARTS = re.compile(r"(?P<so>\d+)\s*(?P<cach>[^\d\s])(?P<ky_hieu>.*)$")
_GAP = re.compile(r"[.…_<>{}\[\]]")
_DASHES = re.compile("[\u2012-\u2015\u2212]")
# Abbreviations that may be those of an agency or of a field of work too.
_TRUNG = frozenset({"CT", "QC", "TC", "HD", "PA", "ĐA", "DA", "BB", "HĐ", "CĐ", "PG", "PC", "PB"})
# "CV" is in no list, and much written.
RO_LA_TEN_LOAI = frozenset({*VIET_TAT.values(), "CV"}) - _TRUNG
# These have no số of their own, or nobody says so.
_KHONG_SO = ("Thư công", "Hợp đồng", "Bản ghi nhớ", "Bản thỏa thuận")


@rule(
    "TT017",
    "thieu-so-ky-hieu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Văn bản có số, ký hiệu",
        vi_sao="Số, ký hiệu để đăng ký, tra tìm và viện dẫn văn bản; bản dự thảo để trống số nhưng vẫn có ký hiệu.",
        sai="Số: 15",
        dung="Số: 15/QĐ-BNV; dự thảo: Số:      /QĐ-BNV",
    ),
)
def thieu_so(doc: Recognised) -> Iterator[Hit]:
    """Số, ký hiệu are there, both of them once there is a số."""
    line = _line(doc)
    if line is not None:
        if re.fullmatch(r"số\s*:?\s*\d+\s*/?", line.folded):
            yield Hit(f"{excerpt(line.text)} có số mà không có ký hiệu", "ghi thêm ký hiệu sau dấu /", line.place)
        return
    exempt = doc.loai is LoaiTep.PHU_LUC or doc.ten_loai in _KHONG_SO or is_attached(doc)
    if not exempt and not any(_LABEL.match(it.folded) for it in heading_lines(doc)):
        yield Hit(
            "văn bản không có số, ký hiệu",
            "ghi «Số: …/…» dưới tên cơ quan ban hành; dự thảo thì để trống chỗ của số",
        )


@rule(
    "TT018",
    "chu-so-sai-cach-viet",
    Source("A", _CAN_CU),
    Lesson(
        ten="Chữ «Số» viết in thường, sau đó có dấu hai chấm",
        vi_sao="«Số» không có hai chấm là cách ghi của văn bản Đảng.",
        sai="Số 15/QĐ-BNV; SỐ: 15/QĐ-BNV",
        dung="Số: 15/QĐ-BNV",
    ),
)
def chu_so(doc: Recognised) -> Iterator[Hit]:
    """The word is "Số", with a colon."""
    line = _line(doc)
    label = _LABEL.match(nfc(line.shown)) if line else None
    if line is not None and label is not None and not re.fullmatch(r"Số\s*:", label[0].strip()):
        yield Hit(f"ghi «{label[0].strip()}» trước số của văn bản; phải là «Số:»", "sửa thành «Số:»", line.place)


@rule(
    "TT019",
    "so-thieu-so-khong",
    Source("A", _CAN_CU),
    Lesson(
        ten="Số nhỏ hơn 10 ghi thêm số 0 phía trước",
        vi_sao="Hai chữ số thì không ai thêm được một chữ số vào trước.",
        sai="Số: 5/QĐ-BNV",
        dung="Số: 05/QĐ-BNV",
    ),
)
def so_thieu_khong(doc: Recognised) -> Iterator[Hit]:
    """A số below 10 has two digits."""
    line = _line(doc)
    if line is not None and re.fullmatch("[1-9]", doc.so):
        yield Hit(f"số {doc.so} nhỏ hơn 10 chưa có số 0 phía trước", f"sửa thành 0{doc.so}", line.place)


@rule(
    "TT020",
    "ky-hieu-sai-dau",
    Source("A", _CAN_CU),
    Lesson(
        ten="Giữa số và ký hiệu là dấu gạch chéo, giữa các nhóm chữ của ký hiệu là gạch nối, không cách chữ",
        vi_sao="Một cách ghi thì mới tìm thấy văn bản; «15-QĐ/TW» là cách ghi của văn bản Đảng.",
        sai="Số: 15-QĐ/BNV; Số: 15/QĐ - BNV; Số: 15/QĐ/BNV",
        dung="Số: 15/QĐ-BNV",
    ),
)
def ky_hieu_sai_dau(doc: Recognised) -> Iterator[Hit]:
    """The slash, the hyphens, and no blanks."""
    line, parts = _line(doc), _parts(doc)
    if line is None or parts is None or _GAP.search(parts["ky_hieu"]):
        return
    faults = list(_faults(parts["cach"], parts["ky_hieu"].rstrip()))
    if faults:
        hint = "giữa số và ký hiệu ghi /, giữa các nhóm chữ ghi gạch nối, không cách chữ: 15/QĐ-BNV"
        yield Hit(f"{excerpt(line.text)} {', '.join(faults)}", hint, line.place)


def _faults(between: str, notation: str) -> Iterator[str]:
    if between != "/":
        yield f"có «{between}» giữa số và ký hiệu"
    if "/" in notation:
        yield "có dấu / giữa các nhóm chữ của ký hiệu"
    if _DASHES.search(notation):
        yield "có gạch ngang dài giữa các nhóm chữ"
    if re.search(r"\s", notation):
        yield "có cách chữ trong ký hiệu"


@rule(
    "TT021",
    "ky-hieu-chu-thuong",
    Source("A", _CAN_CU),
    Lesson(
        ten="Ký hiệu viết in hoa",
        vi_sao="Ký hiệu là chữ viết tắt; chỉ vài chữ như QyĐ, CTr, TTr có chữ thường để khỏi trùng chữ khác.",
        sai="Số: 15/qđ-bnv",
        dung="Số: 15/QĐ-BNV",
    ),
)
def ky_hieu_chu_thuong(doc: Recognised) -> Iterator[Hit]:
    """No group of two letters or more is in small letters throughout."""
    line = _line(doc)
    shown = nfc(line.shown) if line else ""
    groups = re.findall(r"[^\W\d_]{2,}", _LABEL.sub("", shown, count=1))
    small = [group for group in groups if group.islower()]
    if line is not None and small and not _GAP.search(shown):
        yield Hit(f"ký hiệu có {', '.join(f'«{it}»' for it in small)} viết thường", "viết in hoa", line.place)


@rule(
    "TT022",
    "ky-hieu-sai-ten-loai",
    Source("A", _VIET_TAT_CAN_CU),
    Lesson(
        ten="Ký hiệu bắt đầu bằng chữ viết tắt tên loại đúng bảng của Phụ lục III; công văn thì không có tên loại",
        vi_sao="Ký hiệu cho biết loại văn bản; chữ viết tắt tự đặt dễ trùng loại khác (TT là Thông tư, không phải tờ "
        "trình).",
        sai="Tờ trình số 18/TT-STC; công văn số 125/CV-STC",
        dung="Tờ trình số 18/TTr-STC; công văn số 125/STC-QLNS",
    ),
)
def ky_hieu_sai_loai(doc: Recognised) -> Iterator[Hit]:
    """Ký hiệu say the type that stands in tên loại, and none in a công văn."""
    line, parts = _line(doc), _parts(doc)
    notation = nfc(doc.ky_hieu)
    unsure = not notation or _GAP.search(notation) or (parts is not None and parts["cach"] != "/")
    if line is None or unsure:
        return
    first = re.split(r"[-\u2010-\u2015\s/]", notation, maxsplit=1)[0]
    wanted = VIET_TAT.get(doc.ten_loai)
    if wanted and first != wanted:
        found = f"{doc.ten_loai.lower()} có ký hiệu «{notation}»; phải bắt đầu bằng «{wanted}-»"
        yield Hit(found, f"thay «{first}» bằng «{wanted}», hoặc đặt «{wanted}-» lên đầu ký hiệu", line.place)
    elif doc.loai is LoaiTep.CONG_VAN and first in RO_LA_TEN_LOAI:
        yield Hit(
            f"công văn có ký hiệu «{notation}»; ký hiệu của công văn không có tên loại",
            f"bỏ «{first}»: chữ viết tắt tên cơ quan, gạch nối, chữ viết tắt đơn vị soạn thảo hoặc lĩnh vực",
            line.place,
        )


@rule(
    "TT144",
    "ky-hieu-thieu-nhom-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Ký hiệu có từ hai nhóm chữ: tên loại và cơ quan; ở công văn là cơ quan và đơn vị soạn thảo hoặc lĩnh vực",
        vi_sao="Thiếu một nhóm thì không biết văn bản thuộc loại nào, do đơn vị nào soạn thảo.",
        sai="Công văn số 125/SKHCN; kế hoạch số 16/KH",
        dung="Công văn số 125/SKHCN-CĐS; kế hoạch số 16/KH-UBND",
    ),
)
def ky_hieu_thieu_nhom(doc: Recognised) -> Iterator[Hit]:
    """Ký hiệu are two groups of letters or more."""
    line, parts, notation = _line(doc), _parts(doc), nfc(doc.ky_hieu)
    otherwise = parts is not None and parts["cach"] != "/"
    known = doc.loai is LoaiTep.CONG_VAN or (doc.ten_loai in VIET_TAT and doc.ten_loai not in _KHONG_SO)
    if line is not None and known and not otherwise and re.fullmatch(r"[^\W\d_]+", notation):
        letter = doc.loai is LoaiTep.CONG_VAN
        missing = "đơn vị soạn thảo hoặc lĩnh vực" if letter else "cơ quan ban hành"
        found = f"ký hiệu «{notation}» chỉ có một nhóm chữ"
        yield Hit(found, f"thêm gạch nối và chữ viết tắt của {missing}", line.place)


@rule(
    "TT023",
    "so-ky-hieu-sai-kieu-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Số, ký hiệu viết đứng, không đậm",
        vi_sao="Chỉ tên cơ quan ban hành ở trên in đậm.",
        sai="Số: 15/QĐ-BNV (đậm)",
        dung="Số: 15/QĐ-BNV (đứng, không đậm)",
    ),
)
def so_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """Upright and not bold."""
    for phan in doc.all(T.SO_KY_HIEU):
        yield from of_look(phan.lines, "số, ký hiệu", bold=False, italic=False)


@rule(
    "TT024",
    "so-ky-hieu-sai-co-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Số, ký hiệu cỡ 13",
        vi_sao="Đây là thành phần của phần đầu chỉ có một cỡ chữ, dù Quốc hiệu cỡ 12 hay 13.",
        sai="Số: 15/QĐ-BNV cỡ 14",
        dung="Số: 15/QĐ-BNV cỡ 13",
    ),
)
def so_sai_co(doc: Recognised) -> Iterator[Hit]:
    """The one size."""
    for phan in doc.all(T.SO_KY_HIEU):
        yield from of_size(phan.lines, "co_chu_pt.so_ky_hieu", "số, ký hiệu")


def _line(doc: Recognised) -> Line | None:
    phan = doc.first(T.SO_KY_HIEU)
    return phan.lines[0] if phan else None


def _parts(doc: Recognised) -> re.Match[str] | None:
    """Số, what stands behind it, and ký hiệu; ``None`` for a draft."""
    line = _line(doc)
    return _PARTS.match(_LABEL.sub("", nfc(line.text), count=1).strip()) if line else None


RULES = (
    thieu_so,
    chu_so,
    so_thieu_khong,
    ky_hieu_sai_dau,
    ky_hieu_chu_thuong,
    ky_hieu_sai_loai,
    ky_hieu_thieu_nhom,
    so_sai_kieu,
    so_sai_co,
)
