"""Which letters are drawn: each with its pack, by a name that says what it tries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from support.letters import PACKS, SENTENCE, bang, doan, don_doc, letter, trien_khai

from vbhc import CongVan

ToDraw = dict[str, tuple[CongVan, str]]

EXAMPLES = tuple(f"{name}, {pack}" for name in ("don-doc", "trien-khai") for pack in PACKS)
BODY = [doan(" ".join([SENTENCE] * 4)), doan(" ".join([SENTENCE] * 3))]
ADDRESS = {"dia_chi": "Số 10, đường A, phường B, tỉnh Bắc Ninh", "thu_dien_tu": "vanthu@example.vn"}
LONG_AGENCY = {
    "ten": "Trung tâm Công nghệ thông tin và Truyền thông dữ liệu số quốc gia khu vực miền Trung và Tây Nguyên",
    "chu_quan": "Cục Chuyển đổi số quốc gia",
}
LONG_TRICH_YEU = (
    "hướng dẫn, đôn đốc các cơ quan, đơn vị, địa phương trên địa bàn tỉnh khẩn trương hoàn thành các chỉ tiêu, "
    "nhiệm vụ chuyển đổi số năm 2026 được giao tại Kế hoạch số 131/KH-UBND ngày 10/11/2025 của Ủy ban nhân dân tỉnh"
)
TWELVE = [
    "Như trên",
    {"ten": "Văn phòng Chính phủ, Ủy ban Quốc gia về chuyển đổi số", "muc_dich": "để báo cáo"},
    {"ten": "Thường trực Tỉnh ủy, Thường trực HĐND tỉnh", "muc_dich": "b/c"},
    "Chủ tịch, các Phó Chủ tịch UBND tỉnh",
    {"ten": "Văn phòng UBND tỉnh", "gom": ["LĐVP, TH, KGVX, PCVP~N.Nam~", "Trung tâm Phục vụ hành chính công"]},
    *("Đài Phát thanh và Truyền hình tỉnh", "Báo Bắc Ninh", "Cổng thông tin điện tử tỉnh", "Các phòng, đơn vị"),
]
LIST = [{"loai": "muc", "noi_dung": "Sở Nội vụ:", "khoi": [{"loai": "gach_dau_dong", "noi_dung": "Việc."}] * 2}]
# Where the signature block falls near the end of page 1: lines of body before the last paragraph, by its kind.
ENDINGS: dict[str, tuple[range, list[dict[str, Any]]]] = {
    "a long last paragraph": (range(19, 34), [doan(" ".join([SENTENCE] * 2))]),
    "a short last paragraph": (range(20, 25), [doan("Trân trọng.")]),
    "a list": (
        range(18, 23),
        LIST,
    ),
}
PAGE_ENDS = tuple(f"{lines} lines, then {ending}" for ending, (many, _) in ENDINGS.items() for lines in many)


def all_letters() -> ToDraw:
    """Every letter of these tests."""
    return {**_examples(), **dict(_unusual()), **dict(_near_the_page_end())}


def _examples() -> ToDraw:
    written = {"don-doc": don_doc(), "trien-khai": trien_khai()}
    return {f"{name}, {pack}": (van_ban, pack) for name, van_ban in written.items() for pack in PACKS}


def _unusual() -> Iterator[tuple[str, tuple[CongVan, str]]]:
    long_place = {"dia_danh": "Thành phố Hồ Chí Minh", "thoi_gian": "29/12/2026"}
    long_names = {"co_quan": LONG_AGENCY, "trich_yeu": LONG_TRICH_YEU, "so_ky_hieu": "1999/TTCNTTTT-HCTH"}
    for pack in PACKS:
        yield f"long place, {pack}", (letter(noi_dung=BODY, **long_place), pack)
        yield f"long names, {pack}", (letter(noi_dung=BODY, **long_names), pack)
    twelve = {"noi": TWELVE, "luu": {"don_vi": "CĐS", "so_ban": 2, "nguoi_soan_thao": "nva", "so_ban_phat_hanh": 300}}
    yield "twelve lines of Nơi nhận", (letter(noi_dung=BODY, noi_nhan=twelve), "congvan")
    yield "one recipient", (letter(noi_dung=BODY, kinh_gui="Bộ Nội vụ"), "congvan")
    for stamp in ("HỎA TỐC", "THƯỢNG KHẨN", "KHẨN"):
        marks = {"do_khan": stamp, "pham_vi_luu_hanh": "Lưu hành nội bộ", "dia_chi": ADDRESS}
        yield stamp, (letter(noi_dung=BODY * 4, **marks), "congvan")
    wide = {"tieu_de": "Danh mục chỉ tiêu", "noi_dung": [bang(7, 30)]}
    text = {"tieu_de": "Hướng dẫn", "noi_dung": BODY * 8}
    yield "wide and long phụ lục", (letter(noi_dung=BODY * 6, phu_luc=[wide, text]), "congvan")
    tables = [doan("Dòng ngay trên bảng:"), bang(3, 2), bang(2, 2), doan("Dòng ngay dưới bảng.")]
    yield "tables between lines", (letter(phu_luc=[{"noi_dung": tables}]), "congvan")
    yield "one phụ lục", (letter(noi_dung=BODY, phu_luc=[{"noi_dung": BODY}]), "congvan")
    broken = [doan("\n".join(f"Dòng {n} ngắn." for n in numbers)) for numbers in (range(20), range(20, 21))]
    yield "a page filled to the last points", (letter(noi_dung=[*broken, *LIST]), "congvan")
    yield "a table last", (letter(noi_dung=[*filler(20), bang(3, 6, words="Ô")]), "congvan")


def _near_the_page_end() -> Iterator[tuple[str, tuple[CongVan, str]]]:
    for ending, (many, blocks) in ENDINGS.items():
        for lines in many:
            yield f"{lines} lines, then {ending}", (letter(noi_dung=[*filler(lines), *blocks]), "congvan")


def filler(lines: int) -> list[dict[str, Any]]:
    """Paragraphs of at most five lines that together take ``lines`` lines."""
    return [doan(_words(min(5, lines - done))) for done in range(0, lines, 5)]


def _words(lines: int) -> str:
    """So many words that they fill ``lines`` lines: seventeen fit one, fifteen the first."""
    return " ".join(["đệm"] * (17 * lines - 4))
