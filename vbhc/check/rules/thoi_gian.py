"""Địa danh and thời gian ban hành: there, as the decree writes a date, in their look."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from vbhc.check.ask import of_look, of_size
from vbhc.check.headings import heading_lines, is_attached
from vbhc.check.looks import excerpt, in_capitals
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.recognition import Line, LoaiTep, Recognised, ThanhPhan
from vbhc.recognition.patterns import NGAY_SO, read_date
from vbhc.text.spelling import nfc

T = ThanhPhan
_CAN_CU = "PL I, Phần I, II.4"
_CAN_CU_NGAY = "PL I, Phần I, II.4.b"
# Mẫu 1.9 has no line of date; of the others nobody says that they have one.
_KHONG_NGAY = ("Biên bản", "Hợp đồng", "Bản ghi nhớ", "Bản thỏa thuận", "Thư công")
_BEFORE_DAY = re.compile(r"\s*(?P<phay>,?)\s*(?:ngày\b.*|\d{1,2}\s*[/.-].*)$", re.IGNORECASE)
# The second syllable of what a place is: "Thành phố Huế", "Đặc khu Vân Đồn".
_SMALL = frozenset({"phố", "khu", "xã", "trấn", "và"})
# The beginning of a year that is still to be filled in.
_HALF_YEARS = ("20", "19")


@rule(
    "TT025",
    "thieu-dia-danh-thoi-gian",
    Source("A", _CAN_CU),
    Lesson(
        ten="Văn bản có địa danh và thời gian ban hành",
        vi_sao="Thời gian ban hành để tính hiệu lực và viện dẫn; địa danh cho biết nơi cơ quan đóng trụ sở.",
        sai="ngày 05 tháng 01 năm 2026 (không có địa danh)",
        dung="Hà Nội, ngày 05 tháng 01 năm 2026",
    ),
)
def thieu_thoi_gian(doc: Recognised) -> Iterator[Hit]:
    """Both are there."""
    line, hint = _line(doc), "ghi «địa danh, ngày … tháng … năm …» dưới Tiêu ngữ"
    if line is not None:
        if line.folded.startswith("ngày"):
            yield Hit(f"{excerpt(line.text)} không có địa danh", hint, line.place)
        return
    exempt = doc.loai is LoaiTep.PHU_LUC or doc.ten_loai in _KHONG_NGAY or is_attached(doc)
    unread = any(re.search(r"\bngày\b.*\btháng\b|\btháng\b.*\bnăm\b", it.folded) for it in heading_lines(doc))
    if not exempt and not unread:
        yield Hit("văn bản không có địa danh và thời gian ban hành", hint)


@rule(
    "TT026",
    "dia-danh-thieu-dau-phay",
    Source("A", _CAN_CU),
    Lesson(
        ten="Sau địa danh có dấu phẩy",
        vi_sao="Dấu phẩy tách nơi ban hành với ngày ban hành.",
        sai="Hà Nội ngày 05 tháng 01 năm 2026",
        dung="Hà Nội, ngày 05 tháng 01 năm 2026",
    ),
)
def thieu_dau_phay(doc: Recognised) -> Iterator[Hit]:
    """A comma stands behind địa danh."""
    line, name = _line(doc), _dia_danh(doc)
    found = _BEFORE_DAY.search(nfc(line.text)) if line else None
    if line is not None and re.search(r"[^\W\d_]", name) and found is not None and not found["phay"]:
        yield Hit(f"sau địa danh «{name}» không có dấu phẩy", f"sửa thành «{name}, ngày …»", line.place)


@rule(
    "TT027",
    "dia-danh-khong-viet-hoa",
    Source("A", _CAN_CU),
    Lesson(
        ten="Các chữ cái đầu của địa danh viết hoa",
        vi_sao="Địa danh là tên riêng, lại đứng đầu dòng.",
        sai="hà nội, ngày 05 tháng 01 năm 2026",
        dung="Hà Nội, ngày 05 tháng 01 năm 2026",
    ),
)
def dia_danh_thuong(doc: Recognised) -> Iterator[Hit]:
    """Each word of it begins with a capital but the second one of "Thành phố", "Đặc khu"."""
    line = _line(doc)
    words = re.findall(r"[^\W\d_]+", _dia_danh(doc))
    small = [word for at, word in enumerate(words) if word[0].islower() and not (at and word in _SMALL)]
    after_mark = re.findall(r"['’]([^\W\d_]+)", _dia_danh(doc))  # Ea H'leo
    small = [word for word in small if word not in after_mark]
    if line is not None and small:
        found = f"địa danh «{_dia_danh(doc)}» có {', '.join(f'«{it}»' for it in small)} không viết hoa chữ cái đầu"
        yield Hit(found, "viết hoa chữ cái đầu", line.place)


@rule(
    "TT028",
    "ngay-thang-thieu-so-khong",
    Source("A", _CAN_CU_NGAY),
    Lesson(
        ten="Ngày nhỏ hơn 10 và tháng 1, 2 ghi thêm số 0 phía trước",
        vi_sao="Có số 0 thì không ai thêm được một chữ số vào trước.",
        sai="ngày 5 tháng 1 năm 2026",
        dung="ngày 05 tháng 01 năm 2026",
    ),
)
def thieu_so_khong(doc: Recognised) -> Iterator[Hit]:
    """Days below 10 and the months 1 and 2 have two digits."""
    line, (day, month, _) = _line(doc), _parts(doc)
    wrong = [f"ngày {day}"] if re.fullmatch("[1-9]", day) else []
    wrong += [f"tháng {month}"] if month in ("1", "2") else []
    if line is not None and wrong:
        right = ", ".join(re.sub(r"(\d)", r"0\1", it) for it in wrong)
        yield Hit(f"{' và '.join(wrong)} chưa có số 0 phía trước", f"sửa thành {right}", line.place)


@rule(
    "TT029",
    "thang-thua-so-khong",
    Source("A", _CAN_CU_NGAY),
    Lesson(
        ten="Tháng 3 đến tháng 9 không ghi thêm số 0",
        vi_sao="Chỉ tháng 1 và tháng 2 có thể bị thêm chữ số thành tháng 11, 12, nên chỉ hai tháng này ghi thêm số 0.",
        sai="ngày 29 tháng 06 năm 2026",
        dung="ngày 29 tháng 6 năm 2026",
    ),
)
def thua_so_khong(doc: Recognised) -> Iterator[Hit]:
    """The months 3 to 9 have one digit."""
    line, (_, month, _) = _line(doc), _parts(doc)
    if line is not None and re.fullmatch("0[3-9]", month):
        yield Hit(f"tháng {month} thừa số 0 phía trước", f"sửa thành tháng {month[1]}", line.place)


@rule(
    "TT030",
    "nam-khong-du-bon-chu-so",
    Source("A", _CAN_CU_NGAY),
    Lesson(
        ten="Năm ghi đủ bốn chữ số",
        vi_sao="Văn bản lưu hàng chục năm; hai chữ số thì không biết thế kỷ nào.",
        sai="ngày 05 tháng 01 năm 26",
        dung="ngày 05 tháng 01 năm 2026",
    ),
)
def nam_thieu_chu_so(doc: Recognised) -> Iterator[Hit]:
    """The year has four digits; one of which the last digits are still blank is a draft."""
    line, (_, _, year) = _line(doc), _parts(doc)
    wrong = year.isdigit() and (len(year) > 4 or (len(year) == 2 and year not in _HALF_YEARS))
    if line is not None and wrong:
        yield Hit(f"năm ghi «{year}», không phải bốn chữ số", "ghi đủ bốn chữ số của năm", line.place)


@rule(
    "TT031",
    "ngay-ban-hanh-khong-co-that",
    Source("A", _CAN_CU_NGAY),
    Lesson(
        ten="Ngày ban hành là ngày có thật",
        vi_sao="Ngày không có trong lịch là lỗi gõ; hiệu lực của văn bản không tính được.",
        sai="ngày 31 tháng 4 năm 2026",
        dung="ngày 30 tháng 4 năm 2026",
    ),
)
def ngay_khong_co(doc: Recognised) -> Iterator[Hit]:
    """The calendar has that day."""
    line, (day, month, year) = _line(doc), _parts(doc)
    if line is None or not month.isdigit():
        return
    whole = year.isdigit() and len(year) == 4 and int(year) > 0
    if not 1 <= int(month) <= 12:
        yield Hit(f"không có tháng {month}", "sửa lại tháng", line.place)
    elif day.isdigit() and not 1 <= int(day) <= monthrange(int(year) if whole else 2000, int(month))[1]:
        spoken = f"ngày {day} tháng {month}" + (f" năm {year}" if whole else "")
        yield Hit(f"không có {spoken} trong lịch", "sửa lại ngày", line.place)


@rule(
    "TT032",
    "thoi-gian-viet-bang-so",
    Source("A", _CAN_CU_NGAY),
    Lesson(
        ten="Thời gian ban hành viết «ngày … tháng … năm …», không viết tắt bằng gạch chéo",
        vi_sao="Nghị định yêu cầu viết đầy đủ ngày, tháng, năm; viết bằng chữ thì không nhầm ngày với tháng.",
        sai="Hà Nội, 05/01/2026",
        dung="Hà Nội, ngày 05 tháng 01 năm 2026",
    ),
)
def viet_bang_so(doc: Recognised) -> Iterator[Hit]:
    """The date is written in words."""
    line = _line(doc)
    if line is not None and NGAY_SO.match(line.folded):
        yield Hit(f"{excerpt(line.text)} ghi ngày bằng số", "viết đủ «ngày … tháng … năm …»", line.place)


@rule(
    "TT033",
    "dia-danh-sai-kieu-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Địa danh và thời gian viết in thường, nghiêng, không đậm",
        vi_sao="Dòng này ngay dưới Tiêu ngữ đứng, đậm; chữ nghiêng phân biệt hai dòng.",
        sai="Hà Nội, ngày 05 tháng 01 năm 2026 (đứng)",
        dung="Hà Nội, ngày 05 tháng 01 năm 2026 (nghiêng)",
    ),
)
def dia_danh_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """In small letters, italic, not bold."""
    for phan in doc.all(T.DIA_DANH):
        if in_capitals(nfc(phan.text)) or (" " in _dia_danh(doc) and in_capitals(nfc(_dia_danh(doc)))):
            yield Hit(f"địa danh và thời gian {excerpt(phan.text)} viết in hoa", "viết in thường", phan.place)
        yield from of_look(phan.lines, "địa danh và thời gian", bold=False, italic=True)


@rule(
    "TT034",
    "dia-danh-sai-co-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Địa danh và thời gian cỡ 13–14",
        vi_sao="Dòng này cùng cỡ với Tiêu ngữ ở trên.",
        sai="Cỡ 12",
        dung="Cỡ 13 (Tiêu ngữ 13) hoặc 14 (Tiêu ngữ 14)",
    ),
)
def dia_danh_sai_co(doc: Recognised) -> Iterator[Hit]:
    """The size."""
    for phan in doc.all(T.DIA_DANH):
        yield from of_size(phan.lines, "co_chu_pt.dia_danh", "địa danh và thời gian")


def _line(doc: Recognised) -> Line | None:
    phan = doc.first(T.DIA_DANH)
    return phan.lines[0] if phan else None


def _dia_danh(doc: Recognised) -> str:
    """Địa danh as written, "" without one."""
    line = _line(doc)
    return _BEFORE_DAY.sub("", nfc(line.shown)).strip() if line else ""


def _parts(doc: Recognised) -> tuple[str, str, str]:
    """Day, month and year of a date in words, in digits as written, each "" where it is blank or was not read."""
    line = _line(doc)
    found = read_date(line.folded) if line and not NGAY_SO.match(line.folded) else None
    parts = [found[name].strip() if found else "" for name in ("ngay", "thang", "nam")]
    day, month, year = (part if part.isdecimal() else "" for part in parts)
    return day, month, year


RULES = (
    thieu_thoi_gian,
    thieu_dau_phay,
    dia_danh_thuong,
    thieu_so_khong,
    thua_so_khong,
    nam_thieu_chu_so,
    ngay_khong_co,
    viet_bang_so,
    dia_danh_sai_kieu,
    dia_danh_sai_co,
)
