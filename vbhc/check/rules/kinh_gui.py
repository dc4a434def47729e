"""Kính gửi: in which văn bản it stands, its words and its look."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vbhc.check.ask import of_look, of_size
from vbhc.check.looks import excerpt
from vbhc.check.rule import Hit, Lesson, Source, rule
from vbhc.recognition import LoaiTep, Recognised, ThanhPhan
from vbhc.recognition.patterns import KINH_GUI, KINH_GUI_MOT_MINH
from vbhc.text.spelling import nfc

T = ThanhPhan
_CAN_CU = "PL I, Phần I, II.9.a"
# They say themselves to whom, or have no form of their own in the decree.
_ADDRESSED = ("Tờ trình", "Báo cáo")
_UNSURE = ("Giấy", "Phiếu", "Thư", "Bản", "Hợp đồng", "Công điện")


@rule(
    "TT050",
    "thieu-kinh-gui",
    Source("A", _CAN_CU),
    Lesson(
        ten="Công văn có Kính gửi",
        vi_sao="Công văn không có tên loại; người nhận chỉ biết văn bản gửi cho mình nhờ dòng Kính gửi.",
        sai="Công văn vào ngay nội dung sau phần đầu",
        dung="Kính gửi: Bộ Nội vụ",
    ),
)
def thieu_kinh_gui(doc: Recognised) -> Iterator[Hit]:
    """A công văn says to whom it is sent."""
    if doc.loai is not LoaiTep.CONG_VAN or doc.first(T.KINH_GUI):
        return
    if not any(KINH_GUI.match(line.folded) for line in doc.lines):
        yield Hit("công văn không có dòng Kính gửi", "thêm «Kính gửi: …» giữa phần đầu và nội dung")


@rule(
    "TT051",
    "kinh-gui-sai-loai-van-ban",
    Source("A", _CAN_CU),
    Lesson(
        ten="Kính gửi chỉ có trong công văn, tờ trình và báo cáo",
        vi_sao="Các loại khác gửi cho những nơi ghi ở Nơi nhận; thêm Kính gửi thì có hai danh sách không khớp nhau.",
        sai="KẾ HOẠCH … Kính gửi: Các sở, ngành",
        dung="Ghi các nơi này ở Nơi nhận",
    ),
)
def kinh_gui_sai_loai(doc: Recognised) -> Iterator[Hit]:
    """Only công văn, and tờ trình and báo cáo to those above, are addressed."""
    phan = doc.first(T.KINH_GUI)
    if phan and doc.ten_loai and doc.ten_loai not in _ADDRESSED and not doc.ten_loai.startswith(_UNSURE):
        kind = doc.ten_loai.lower()
        yield Hit(
            f"{kind} có dòng Kính gửi; chỉ công văn, tờ trình, báo cáo mới có",
            "bỏ dòng này, ghi các nơi nhận ở phần Nơi nhận",
            phan.place,
        )


@rule(
    "TT052",
    "kinh-gui-sai-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Ghi đúng hai chữ «Kính gửi»",
        vi_sao="Nghị định quy định sẵn từ này, viết in thường; «Kính trình» là cách ghi của văn bản Đảng.",
        sai="KÍNH GỬI: Bộ Nội vụ",
        dung="Kính gửi: Bộ Nội vụ",
    ),
)
def kinh_gui_sai_chu(doc: Recognised) -> Iterator[Hit]:
    """The words are "Kính gửi", in small letters."""
    phan = doc.first(T.KINH_GUI)
    written = " ".join(nfc(phan.lines[0].shown).rstrip(":").split()[:2]).rstrip(":") if phan else ""
    if phan and written != "Kính gửi":
        yield Hit(f"ghi «{written}»; phải là «Kính gửi»", "sửa thành «Kính gửi»", phan.place)


@rule(
    "TT053",
    "kinh-gui-thieu-hai-cham",
    Source("A", _CAN_CU),
    Lesson(
        ten="Sau «Kính gửi» có dấu hai chấm",
        vi_sao="Dấu hai chấm tách nhãn với tên nơi nhận và là mốc để gióng các gạch đầu dòng.",
        sai="Kính gửi Bộ Nội vụ",
        dung="Kính gửi: Bộ Nội vụ",
    ),
)
def kinh_gui_thieu_hai_cham(doc: Recognised) -> Iterator[Hit]:
    """A colon follows the words."""
    phan = doc.first(T.KINH_GUI)
    if phan and not re.match(r"kính (gửi|trình)\s*:", phan.lines[0].folded):
        line = phan.lines[0]
        yield Hit(f"{excerpt(line.shown)} thiếu dấu hai chấm sau «Kính gửi»", "thêm dấu hai chấm", line.place)


@rule(
    "TT143",
    "kinh-gui-de-trong",
    Source("A", _CAN_CU),
    Lesson(
        ten="Sau «Kính gửi:» ghi tên cơ quan, tổ chức, cá nhân nhận văn bản",
        vi_sao="Để trống thì văn thư không biết gửi cho ai.",
        sai="Kính gửi:",
        dung="Kính gửi: Bộ Nội vụ",
    ),
)
def kinh_gui_de_trong(doc: Recognised) -> Iterator[Hit]:
    """Someone is named; what stands unrecognised right below may be meant."""
    phan = doc.first(T.KINH_GUI)
    if phan is None or len(phan.lines) > 1 or not KINH_GUI_MOT_MINH.match(phan.lines[0].folded):
        return
    line = phan.lines[0]
    below = next((it for it in doc.lines if it.order > line.order), None)
    if below is None or below.text.endswith((".", ":")):
        yield Hit(f"sau {excerpt(line.shown)} không có nơi nhận nào", "ghi tên nơi nhận", line.place)


@rule(
    "TT054",
    "kinh-gui-sai-kieu-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Kính gửi và các nơi nhận viết kiểu chữ đứng, không đậm",
        vi_sao="Chỉ thành phần được quy định mới in đậm; in đậm Kính gửi là thói quen sai phổ biến.",
        sai="Kính gửi: Bộ Nội vụ (đậm)",
        dung="Kính gửi: Bộ Nội vụ",
    ),
)
def kinh_gui_sai_kieu(doc: Recognised) -> Iterator[Hit]:
    """Neither bold nor italic."""
    phan = doc.first(T.KINH_GUI)
    if phan:
        yield from of_look(phan.lines, "dòng Kính gửi", bold=False, italic=False)


@rule(
    "TT055",
    "kinh-gui-sai-co-chu",
    Source("A", _CAN_CU),
    Lesson(
        ten="Kính gửi cỡ chữ 13–14",
        vi_sao="Kính gửi cùng cỡ chữ với nội dung.",
        sai="Kính gửi cỡ chữ 12",
        dung="Kính gửi cỡ chữ 14",
    ),
)
def kinh_gui_sai_co(doc: Recognised) -> Iterator[Hit]:
    """13 to 14 points."""
    phan = doc.first(T.KINH_GUI)
    if phan:
        yield from of_size(phan.lines, "co_chu_pt.kinh_gui", "dòng Kính gửi")


RULES = (
    thieu_kinh_gui,
    kinh_gui_sai_loai,
    kinh_gui_sai_chu,
    kinh_gui_thieu_hai_cham,
    kinh_gui_de_trong,
    kinh_gui_sai_kieu,
    kinh_gui_sai_co,
)
