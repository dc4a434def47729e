"""A plan ("kế hoạch") with grounds and outline, alone and with appendices, and an appendix that is a file."""

from __future__ import annotations

from dataclasses import replace

from support.handmade import looks as look
from support.handmade.kinds import UY_BAN
from support.handmade.looks import doan
from support.handmade.values import Bang, Letter, Text

CHI_DAN = "(Kèm theo Kế hoạch số 131/KH-UBND ngày 10 tháng 11 năm 2025\ncủa Ủy ban nhân dân tỉnh Bắc Ninh)"
OPENING = doan(
    "Ủy ban nhân dân tỉnh ban hành Kế hoạch nâng cao chỉ số chuyển đổi số (DTI) tỉnh Bắc Ninh năm 2026 với các nội"
    " dung sau:"
)
OUTLINE = (
    look.muc("I.", "MỤC ĐÍCH, YÊU CẦU"),
    look.khoan("1.", "Mục đích", titled=True),
    look.diem("a)", "Nâng thứ hạng chuyển đổi số của tỉnh, lấy người dân và doanh nghiệp làm trung tâm."),
    look.diem("b)", "Phân công rõ cơ quan chủ trì, cơ quan phối hợp và thời hạn hoàn thành từng chỉ tiêu."),
    look.khoan("2.", "Yêu cầu", titled=True),
    look.diem("a)", "Các cơ quan, đơn vị triển khai đồng bộ, thiết thực, tiết kiệm:"),
    look.gach("Gắn nhiệm vụ với chức trách của người đứng đầu;"),
    look.gach("Cập nhật kết quả lên hệ thống theo dõi hằng tháng."),
    look.diem("b)", "Việc đánh giá phải dựa trên số liệu đã được kiểm chứng."),
    look.muc("II.", "NHIỆM VỤ, GIẢI PHÁP"),
    look.khoan("1.", "Hoàn thiện thể chế, chính sách phục vụ chuyển đổi số trên địa bàn tỉnh."),
    look.khoan("2.", "Phát triển hạ tầng số, bảo đảm an toàn thông tin theo cấp độ."),
    look.khoan(
        "3.", "Đẩy mạnh dịch vụ công trực tuyến toàn trình, cắt giảm giấy tờ mà cơ quan nhà nước đã có dữ liệu."
    ),
    look.khoan("4.", "Bồi dưỡng kỹ năng số cho cán bộ, công chức, viên chức và thành viên Tổ công nghệ số cộng đồng."),
    look.khoan("5.", "Phát triển kinh tế số, hỗ trợ doanh nghiệp nhỏ và vừa chuyển đổi số."),
    look.muc("III.", "TỔ CHỨC THỰC HIỆN"),
    look.khoan("1.", "Sở Khoa học và Công nghệ chủ trì, theo dõi, đôn đốc việc thực hiện Kế hoạch này."),
    look.khoan("2.", "Sở Tài chính bố trí kinh phí theo khả năng cân đối của ngân sách."),
)
CLOSING = replace(
    doan("Trong quá trình thực hiện, nếu có vướng mắc, các cơ quan báo cáo Ủy ban nhân dân tỉnh xem xét./."),
    keep_next=True,
)
KE_HOACH = replace(
    UY_BAN,
    so_ky_hieu=look.so("Số: 131/KH-UBND"),
    dia_danh=look.dia_danh("Bắc Ninh, ngày 10 tháng 11 năm 2025"),
    ten_loai=look.ten_loai("KẾ HOẠCH"),
    trich_yeu=look.trich_yeu("Nâng cao chỉ số chuyển đổi số (DTI) tỉnh Bắc Ninh"),
    than=(
        *look.can_cu(
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
            "Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ tại Tờ trình số 125/TTr-SKHCN ngày 08 tháng 11"
            " năm 2025",
        ),
        OPENING,
        *OUTLINE,
        CLOSING,
    ),
    noi_nhan=look.noi_nhan(
        "- Các sở, ban, ngành thuộc tỉnh;", "- Ủy ban nhân dân các xã, phường;", "- Lưu: VT, KGVX (2)."
    ),
)
CHI_TIEU = Bang(
    cot_mm=(12, 72, 33, 38),
    rows=(
        ("TT", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu năm 2026"),
        ("1", "Tỷ lệ hồ sơ công việc xử lý trên môi trường mạng", "%", "95"),
        ("2", "Tỷ lệ dịch vụ công trực tuyến toàn trình", "%", "80"),
        ("3", "Tỷ lệ hộ gia đình có đường internet cáp quang", "%", "90"),
    ),
)
NHIEM_VU = Bang(
    cot_mm=(14, 100, 47, 47, 34),
    rows=(
        ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Hoàn thành"),
        *(
            (
                f"{number}",
                f"Hoàn thành nội dung số {number} của nhóm nhiệm vụ phát triển chính quyền số, kinh tế số, xã hội số",
                "Sở Khoa học và Công nghệ",
                "Các sở, ban, ngành",
                "Quý II/2026",
            )
            for number in range(1, 17)
        ),
    ),
)
REFERENCE = look.khoan("3.", "Các chỉ tiêu được giao tại Phụ lục kèm theo Kế hoạch này.")
REFERENCES = look.khoan("3.", "Các chỉ tiêu, nhiệm vụ được giao tại Phụ lục I và Phụ lục II kèm theo Kế hoạch này.")
KE_HOACH_MOT_PHU_LUC = replace(
    KE_HOACH,
    than=(*KE_HOACH.than[:-1], REFERENCE, CLOSING),
    phu_luc=(replace(look.phu_luc("Phụ lục", "CHỈ TIÊU CHUYỂN ĐỔI SỐ NĂM 2026", CHI_DAN), than=(CHI_TIEU,)),),
)
KE_HOACH_HAI_PHU_LUC = replace(
    KE_HOACH,
    than=(*KE_HOACH.than[:-1], REFERENCES, CLOSING),
    phu_luc=(
        replace(look.phu_luc("Phụ lục I", "CHỈ TIÊU CHUYỂN ĐỔI SỐ NĂM 2026", CHI_DAN), than=(CHI_TIEU,)),
        replace(
            look.phu_luc("Phụ lục II", "NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM 2026", CHI_DAN), than=(NHIEM_VU,), landscape=True
        ),
    ),
)
PHU_LUC_DIEN_TU = Letter(
    chu_ky_so=Text("Số: 131/KH-UBND; 10/11/2025; 14:05:09", size=10, align="right"),
    phu_luc=(
        replace(
            look.phu_luc(
                "Phụ lục I",
                "CHỈ TIÊU CHUYỂN ĐỔI SỐ NĂM 2026",
                "(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm …\ncủa Ủy ban nhân dân tỉnh Bắc Ninh)",
            ),
            than=(
                doan("Các chỉ tiêu dưới đây là căn cứ để đánh giá mức độ hoàn thành nhiệm vụ của các cơ quan."),
                CHI_TIEU,
                doan("Cơ quan chủ trì báo cáo kết quả trước ngày 15 tháng 12 năm 2026./."),
            ),
        ),
    ),
)
