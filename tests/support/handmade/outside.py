"""Documents that NĐ 30/2020 does not judge: a legal act, a Party document, a private text."""

from __future__ import annotations

from dataclasses import replace

from support.handmade import looks as look
from support.handmade.kinds import UY_BAN
from support.handmade.looks import doan
from support.handmade.values import Letter, Text

QUYET_DINH_QUY_PHAM = replace(
    UY_BAN,
    chuc_vu=look.chuc_vu("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    so_ky_hieu=look.so("Số: 05/2025/QĐ-UBND"),
    dia_danh=look.dia_danh("Bắc Ninh, ngày 18 tháng 8 năm 2025"),
    ten_loai=look.ten_loai("QUYẾT ĐỊNH"),
    trich_yeu=look.trich_yeu("Quy định mức hỗ trợ chuyển đổi số trên địa bàn tỉnh Bắc Ninh"),
    than=(
        *look.can_cu(
            "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15",
            "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15",
            "Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ",
        ),
        replace(
            doan("Ủy ban nhân dân ban hành Quyết định quy định mức hỗ trợ chuyển đổi số trên địa bàn tỉnh Bắc Ninh."),
            italic=True,
        ),
        replace(look.dieu("Điều 1.", "Phạm vi điều chỉnh"), bold=True),
        doan("Quyết định này quy định mức hỗ trợ đối với doanh nghiệp nhỏ và vừa thực hiện chuyển đổi số."),
        replace(look.dieu("Điều 2.", "Hiệu lực thi hành"), bold=True),
        doan("Quyết định này có hiệu lực từ ngày 01 tháng 9 năm 2025./."),
    ),
    noi_nhan=look.noi_nhan("- Chính phủ;", "- Bộ Tư pháp;", "- Lưu: VT."),
)
VAN_BAN_DANG = Letter(
    quoc_hieu=Text("ĐẢNG CỘNG SẢN VIỆT NAM", size=15, bold=True, align="center", rule=1.0),
    co_quan=Text("BAN CHẤP HÀNH\nTRUNG ƯƠNG\n*", bold=True, align="center"),
    so_ky_hieu=Text("Số 127-QĐ/TW", align="center"),
    dia_danh=Text("Hà Nội, ngày 05 tháng 3 năm 2026", italic=True, align="center"),
    ten_loai=Text("QUY ĐỊNH", size=16, bold=True, align="center", before=18),
    trich_yeu=Text("về công tác văn thư của Đảng\n-----", size=15, bold=True, align="center", after=10),
    than=(
        doan("- Căn cứ Điều lệ Đảng;"),
        doan("Ban Bí thư quy định về công tác văn thư trong các cơ quan, tổ chức của Đảng như sau:"),
        look.dieu("Điều 1.", "Phạm vi"),
        doan("Quy định này áp dụng đối với các cấp ủy, tổ chức, cơ quan của Đảng."),
    ),
    chuc_vu=(Text("T/M BAN BÍ THƯ", bold=True, align="center"), Text("THƯỜNG TRỰC", align="center")),
    ho_ten=look.ho_ten("Nguyễn Văn A"),
    noi_nhan=(
        Text("Nơi nhận:", underline=True),
        Text("- Các tỉnh ủy, thành ủy,", size=12),
        Text("- Lưu Văn phòng Trung ương Đảng.", size=12),
    ),
)
LETTER_LOOK = Text("", size=11, font="Calibri", after=8)
THU_RIENG = Letter(
    than=tuple(
        replace(LETTER_LOOK, text=text)
        for text in (
            "Gửi chị Hoa,",
            "Tuần sau nhóm mình họp lúc 9 giờ sáng thứ Ba, chị xem giúp em phần số liệu trước nhé.",
            "Em gửi kèm bản nháp, chị cứ sửa thẳng vào đó.",
            "Cảm ơn chị, em Lan",
        )
    ),
    page_number=None,
    title_page=False,
)
