"""Văn bản as offices write them, of every type that the library knows: strategies for tests that judge the result."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from vbhc import VanBan, read_van_ban

Data = dict[str, Any]

AGENCIES = (
    ({"ten": "Ủy ban nhân dân\ntỉnh Bắc Ninh"}, "UBND"),
    ({"ten": "Sở Khoa học và Công nghệ", "chu_quan": "UBND tỉnh Bắc Ninh"}, "SKHCN"),
    ({"ten": "Trung tâm Chuyển đổi số", "chu_quan": "Sở Khoa học và Công nghệ"}, "TTCĐS"),
    ({"ten": "Bộ Nội vụ"}, "BNV"),
)
PLACES = ("Bắc Ninh", "Hà Nội", "Thành phố Hồ Chí Minh")
UNITS = ("CĐS", "VP", "TCCB", "KGVX")
SENTENCES = (
    "Các sở, ban, ngành thuộc tỉnh tập trung chỉ đạo thực hiện các nhiệm vụ được giao",
    "Sở Khoa học và Công nghệ chủ trì, phối hợp với Công an tỉnh rà soát 47 chỉ tiêu, trong đó 11 chỉ tiêu chưa đạt",
    "Ủy ban nhân dân các xã, phường báo cáo kết quả trước ngày 25 hằng tháng",
    "Đến ngày 15/5/2026 đạt 36/47 chỉ tiêu, bằng 76,6%",
    "Kinh phí thực hiện lấy từ nguồn ngân sách nhà nước năm 2026",
)
SUBJECTS = ("Tăng cường chuyển đổi số trên địa bàn tỉnh năm 2026", "Nâng cao Chỉ số chuyển đổi số (DTI) của tỉnh")
TITLES = ("Mục đích, yêu cầu", "Nhiệm vụ và giải pháp", "Tổ chức thực hiện", "Kinh phí")
SIGNERS = (
    ["Giám đốc"],
    ["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"],
    ["KT. Giám đốc", "Phó Giám đốc"],
    ["TL. Chủ tịch", "Chánh Văn phòng"],
)
RECIPIENTS = ("Chủ tịch, các PCT UBND tỉnh", "Các sở, ban, ngành thuộc tỉnh", "UBND các xã, phường")
TYPES = ("Thông báo", "Báo cáo", "Tờ trình", "Hướng dẫn", "Chương trình", "Chỉ thị", "Quy định")
ABBREVIATIONS = {
    "Thông báo": "TB",
    "Báo cáo": "BC",
    "Tờ trình": "TTr",
    "Hướng dẫn": "HD",
    "Chương trình": "CTr",
    "Chỉ thị": "CT",
    "Quy định": "QyĐ",
}


def some(values: tuple[Any, ...], least: int = 1, most: int = 3) -> st.SearchStrategy[list[Any]]:
    """A few of ``values``, each once."""
    return st.lists(st.sampled_from(values), min_size=least, max_size=most, unique_by=str)


@st.composite
def van_ban(draw: st.DrawFn) -> VanBan:
    """A draft or an issued văn bản of any type, with an outline, tables and phụ lục."""
    issued = draw(st.booleans())
    agency, short = draw(st.sampled_from(AGENCIES))
    loai, abbreviation, extra = draw(st.one_of(_cong_van(short), _ke_hoach(short), _co_ten(short)))
    month = draw(st.integers(1, 12))
    number = draw(st.integers(1, 250)) if issued else None
    data: Data = {
        "loai": loai,
        "co_quan": agency,
        "so_ky_hieu": {"so": number, "ky_hieu": abbreviation},
        "dia_danh": draw(st.sampled_from(PLACES)),
        "thoi_gian": {"ngay": draw(st.integers(1, 28)) if issued else None, "thang": month, "nam": 2026},
        "trich_yeu": draw(st.sampled_from(SUBJECTS)),
        "noi_dung": draw(_body(outlined=loai != "congvan")),
        "noi_nhan": {
            "noi": [*(["Như trên"] if "kinh_gui" in extra else []), *draw(some(RECIPIENTS))],
            "luu": {"don_vi": [draw(st.sampled_from(UNITS))]},
        },
        "nguoi_ky": {"quyen_han": draw(st.sampled_from(SIGNERS)), "ho_ten": "Nguyễn Văn A"},
        **extra,
    }
    data["phu_luc"] = draw(st.lists(_phu_luc(), max_size=2))
    if data["phu_luc"]:
        data["noi_dung"] = [*data["noi_dung"], doan(_said_of(len(data["phu_luc"])))]
    whole = read_van_ban(data)
    return whole.ban_hanh() if issued else whole


def _said_of(count: int) -> str:
    return "Chi tiết tại Phụ lục kèm theo." if count == 1 else "Chi tiết tại Phụ lục I và Phụ lục II kèm theo."


@st.composite
def _cong_van(draw: st.DrawFn, short: str) -> tuple[str, str, Data]:
    recipients = draw(some(RECIPIENTS[1:], 1, 2))
    return "congvan", f"{short}-{draw(st.sampled_from(UNITS))}", {"kinh_gui": recipients}


@st.composite
def _ke_hoach(draw: st.DrawFn, short: str) -> tuple[str, str, Data]:
    return "kehoach", f"KH-{short}", draw(_grounds())


@st.composite
def _co_ten(draw: st.DrawFn, short: str) -> tuple[str, str, Data]:
    ten_loai = draw(st.sampled_from(TYPES))
    extra: Data = {"ten_loai": ten_loai, **draw(_grounds())}
    if ten_loai in ("Báo cáo", "Tờ trình"):
        extra["kinh_gui"] = ["Ủy ban nhân dân tỉnh Bắc Ninh"]
    return "vanbancoten", f"{ABBREVIATIONS[ten_loai]}-{short}", extra


@st.composite
def _grounds(draw: st.DrawFn) -> Data:
    lines = (
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        "Căn cứ Nghị quyết số 71/NQ-CP ngày 01 tháng 4 năm 2025 của Chính phủ về chuyển đổi số",
        "Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ",
    )
    return {"can_cu": lines[: draw(st.integers(0, 3))]}


def doan(text: str) -> Data:
    """A paragraph as data."""
    return {"loai": "doan", "noi_dung": text}


@st.composite
def _body(draw: st.DrawFn, *, outlined: bool) -> list[Data]:
    opening = [doan(f"{sentence}.") for sentence in draw(some(SENTENCES, 1, 2))]
    if outlined:
        return opening + [_titled(title, draw(_items())) for title in draw(some(TITLES, 1, 3))]
    return opening + draw(_items())


def _titled(title: str, inner: list[Data]) -> Data:
    return {"loai": "muc", "tieu_de": title, "khoi": inner}


@st.composite
def _items(draw: st.DrawFn) -> list[Data]:
    items: list[Data] = []
    for sentence in draw(some(SENTENCES, 1, 3)):
        dashes = [{"loai": "gach_dau_dong", "noi_dung": f"{text}."} for text in draw(some(SENTENCES, 0, 2))]
        end = ":" if dashes else "."
        items.append({"loai": "muc", "noi_dung": f"{sentence}{end}", "khoi": dashes})
    if draw(st.booleans()):
        items.append(draw(_table()))
    return [*items, doan(f"{draw(st.sampled_from(SENTENCES))}.")]


@st.composite
def _table(draw: st.DrawFn) -> Data:
    rows = [[str(n), draw(st.sampled_from(SENTENCES)), f"{n},5"] for n in range(1, draw(st.integers(1, 12)) + 1)]
    return {"loai": "bang", "cot": ["STT", "Nội dung", {"tieu_de": "Số", "can_le": "so"}], "hang": rows}


@st.composite
def _phu_luc(draw: st.DrawFn) -> Data:
    title = draw(st.sampled_from(("Danh mục nhiệm vụ", "Phân công thực hiện")))
    blocks = [doan("Danh mục như sau:"), draw(_table())] if draw(st.booleans()) else [draw(_table())]
    return {"tieu_de": title, "noi_dung": blocks, "huong": draw(st.sampled_from(["tu_dong", "doc", "ngang"]))}
