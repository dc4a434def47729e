"""Letters and acts of one section, by kind, all as NĐ 30/2020 asks for them."""

from __future__ import annotations

from dataclasses import replace

from support.handmade import looks as look
from support.handmade.looks import doan
from support.handmade.values import Letter, Text

SO_TAI_CHINH = Letter(
    quoc_hieu=look.QUOC_HIEU,
    tieu_ngu=look.TIEU_NGU,
    co_quan_chu_quan=look.chu_quan("UBND TỈNH BẮC NINH"),
    co_quan=look.co_quan("SỞ TÀI CHÍNH"),
    chuc_vu=look.chuc_vu("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    ho_ten=look.ho_ten("Nguyễn Văn A"),
)
UY_BAN = Letter(
    quoc_hieu=look.QUOC_HIEU,
    tieu_ngu=look.TIEU_NGU,
    co_quan=look.co_quan("ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH"),
    chuc_vu=look.chuc_vu("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ho_ten=look.ho_ten("Trần Văn B"),
)

CONG_VAN = replace(
    SO_TAI_CHINH,
    so_ky_hieu=look.so("Số: 125/STC-QLNS"),
    v_v=look.v_v("V/v báo cáo tình hình sử dụng\nkinh phí chuyển đổi số năm 2025"),
    dia_danh=look.dia_danh("Bắc Ninh, ngày 05 tháng 01 năm 2026"),
    kinh_gui=look.kinh_gui("Các sở, ban, ngành thuộc tỉnh", "Công an tỉnh", "Ủy ban nhân dân các xã, phường"),
    than=(
        doan(
            "Ủy ban nhân dân tỉnh đã giao Sở Tài chính tổng hợp tình hình sử dụng kinh phí chuyển đổi số năm 2025 của"
            " các cơ quan, đơn vị, địa phương. Để có số liệu đầy đủ, Sở Tài chính đề nghị các cơ quan thực hiện một số"
            " nội dung sau:"
        ),
        look.khoan("1.", "Rà soát dự toán được giao, số đã giải ngân đến hết ngày 31 tháng 12 năm 2025."),
        look.khoan("2.", "Nêu rõ khó khăn, vướng mắc và đề xuất nhu cầu kinh phí năm 2026."),
        look.khoan("3.", "Gửi báo cáo về Sở Tài chính trước ngày 20 tháng 01 năm 2026 để tổng hợp."),
        doan("Sở Tài chính đề nghị các cơ quan, đơn vị, địa phương phối hợp thực hiện./."),
    ),
    noi_nhan=look.noi_nhan("- Như trên;", "- Giám đốc, các Phó Giám đốc Sở;", "- Lưu: VT, QLNS (3)."),
)
CONG_VAN_MOT_NOI_NHAN = replace(
    CONG_VAN,
    so_ky_hieu=look.so("Số: 07/STC-VP"),
    v_v=look.v_v("V/v góp ý dự thảo Thông tư\nvề công tác văn thư"),
    kinh_gui=look.kinh_gui("Bộ Nội vụ"),
    than=(
        doan("Sở Tài chính tỉnh Bắc Ninh nhất trí với bố cục và nội dung của dự thảo Thông tư, không có ý kiến khác."),
        doan("Sở Tài chính trân trọng báo cáo Bộ Nội vụ xem xét, tổng hợp./."),
    ),
    noi_nhan=look.noi_nhan("- Như trên;", "- Lưu: VT, VP."),
)
CONG_VAN_DU_THANH_PHAN = replace(
    CONG_VAN,
    khan=look.stamp("KHẨN"),
    luu_hanh=look.luu_hanh("XEM XONG TRẢ LẠI"),
    noi_nhan=look.noi_nhan("- Như trên;", "- Lưu: VT, QLNS (3). NVA.(120)."),
    dia_chi=Text(
        "Số 1 đường Mẫu, tỉnh Bắc Ninh; ĐT: 0222 000 000; Email: stc@example.gov.vn; Website: stc.example.gov.vn",
        size=11,
        align="center",
        borders=("top",),
    ),
)
TO_TRINH = replace(
    SO_TAI_CHINH,
    so_ky_hieu=look.so("Số: 18/TTr-STC"),
    dia_danh=look.dia_danh("Bắc Ninh, ngày 09 tháng 3 năm 2026"),
    ten_loai=look.ten_loai("TỜ TRÌNH"),
    trich_yeu=look.trich_yeu("Về việc phân bổ kinh phí chuyển đổi số năm 2026"),
    kinh_gui=look.kinh_gui("Ủy ban nhân dân tỉnh Bắc Ninh"),
    than=(
        doan("Thực hiện nhiệm vụ được giao, Sở Tài chính đã phối hợp với các cơ quan liên quan lập phương án phân bổ."),
        look.khoan("1.", "Nguyên tắc phân bổ: tập trung, không dàn trải, ưu tiên nhiệm vụ chuyển tiếp."),
        look.khoan("2.", "Tổng kinh phí đề nghị phân bổ: 12.500 triệu đồng."),
        doan("Sở Tài chính kính trình Ủy ban nhân dân tỉnh xem xét, quyết định./."),
    ),
    noi_nhan=look.noi_nhan("- Như trên;", "- Sở Khoa học và Công nghệ;", "- Lưu: VT, QLNS."),
)
BAO_CAO = replace(
    TO_TRINH,
    so_ky_hieu=look.so("Số: 240/BC-STC"),
    dia_danh=look.dia_danh("Bắc Ninh, ngày 29 tháng 6 năm 2026"),
    ten_loai=look.ten_loai("BÁO CÁO"),
    trich_yeu=look.trich_yeu("Kết quả giải ngân kinh phí chuyển đổi số\ntrên địa bàn tỉnh 6 tháng đầu năm 2026"),
    than=(
        look.muc("I.", "KẾT QUẢ THỰC HIỆN"),
        doan("Đến hết tháng 6 năm 2026, các cơ quan đã giải ngân 6.100 triệu đồng, đạt 48,8% kế hoạch."),
        look.muc("II.", "KHÓ KHĂN, VƯỚNG MẮC"),
        doan("Một số gói thầu chậm do phải điều chỉnh thiết kế."),
        look.muc("III.", "NHIỆM VỤ 6 THÁNG CUỐI NĂM"),
        look.khoan("1.", "Đôn đốc các chủ đầu tư hoàn thành thủ tục trong tháng 7 năm 2026."),
        look.khoan("2.", "Điều chỉnh vốn từ nhiệm vụ chậm sang nhiệm vụ có khả năng giải ngân."),
        doan("Sở Tài chính kính báo cáo Ủy ban nhân dân tỉnh./."),
    ),
)
THONG_BAO = replace(
    SO_TAI_CHINH,
    so_ky_hieu=look.so("Số: 33/TB-STC"),
    dia_danh=look.dia_danh("Bắc Ninh, ngày 12 tháng 02 năm 2026"),
    ten_loai=look.ten_loai("THÔNG BÁO"),
    trich_yeu=look.trich_yeu("Lịch làm việc dịp tết Nguyên đán năm 2026"),
    than=(
        doan("Sở Tài chính thông báo lịch làm việc của các phòng trong dịp tết Nguyên đán năm 2026 như sau:"),
        look.khoan("1.", "Bộ phận một cửa trực từ 8 giờ 00 phút đến 11 giờ 00 phút các ngày nghỉ."),
        look.khoan("2.", "Các phòng cử người trực theo danh sách đã đăng ký với Văn phòng Sở."),
        doan("Đề nghị các phòng nghiêm túc thực hiện./."),
    ),
    noi_nhan=look.noi_nhan("- Các phòng thuộc Sở;", "- Lưu: VT, VP."),
)
GIAY_MOI = replace(
    UY_BAN,
    so_ky_hieu=look.so("Số: 15/GM-UBND"),
    dia_danh=look.dia_danh("Bắc Ninh, ngày 20 tháng 4 năm 2026"),
    ten_loai=look.ten_loai("GIẤY MỜI"),
    trich_yeu=look.trich_yeu("Họp đánh giá kết quả chuyển đổi số quý I năm 2026"),
    than=(
        doan("Ủy ban nhân dân tỉnh trân trọng kính mời: Giám đốc các sở, ban, ngành thuộc tỉnh."),
        doan("Tới dự cuộc họp đánh giá kết quả chuyển đổi số quý I năm 2026."),
        doan("Chủ trì: Phó Chủ tịch Ủy ban nhân dân tỉnh."),
        doan("Thời gian: 14 giờ 00 phút, ngày 24 tháng 4 năm 2026."),
        doan("Địa điểm: Phòng họp số 2, trụ sở Ủy ban nhân dân tỉnh./."),
    ),
    noi_nhan=look.noi_nhan("- Như thành phần mời;", "- Lưu: VT, KGVX."),
)
CONG_DIEN = replace(
    UY_BAN,
    so_ky_hieu=look.so("Số: 02/CĐ-UBND"),
    dia_danh=look.dia_danh("Bắc Ninh, ngày 07 tháng 9 năm 2026"),
    khan=look.stamp("HỎA TỐC"),
    ten_loai=look.ten_loai("CÔNG ĐIỆN"),
    trich_yeu=look.trich_yeu("Về việc chủ động ứng phó với bão số 3"),
    kinh_gui=look.dien(
        "Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh điện:",
        "Giám đốc các sở, ban, ngành thuộc tỉnh",
        "Chủ tịch Ủy ban nhân dân các xã, phường",
    ),
    than=(
        doan("Theo Đài Khí tượng Thủy văn tỉnh, bão số 3 có thể gây mưa lớn từ chiều ngày 08 tháng 9 năm 2026."),
        look.khoan("1.", "Các xã, phường rà soát khu vực có nguy cơ ngập, sẵn sàng phương án di dời."),
        look.khoan("2.", "Sở Nông nghiệp và Môi trường trực ban 24/24 giờ."),
        doan("Yêu cầu các cơ quan, địa phương nghiêm túc thực hiện./."),
    ),
    noi_nhan=look.noi_nhan("- Như trên;", "- Lưu: VT, NN."),
)
BIEN_BAN = replace(
    SO_TAI_CHINH,
    so_ky_hieu=look.so("Số: 05/BB-STC"),
    ten_loai=look.ten_loai("BIÊN BẢN"),
    trich_yeu=look.trich_yeu("Họp thống nhất phương án phân bổ kinh phí năm 2026"),
    than=(
        doan("Thời gian bắt đầu: 8 giờ 00 phút, ngày 03 tháng 02 năm 2026."),
        doan("Địa điểm: Phòng họp Sở Tài chính."),
        doan("Thành phần tham dự: Đại diện lãnh đạo các phòng thuộc Sở."),
        doan("Chủ trì (chủ tọa): Bà Lê Thị C, Phó Giám đốc Sở."),
        doan("Thư ký (người ghi biên bản): Ông Phạm Văn D, chuyên viên Văn phòng Sở."),
        doan("Nội dung (theo diễn biến cuộc họp):"),
        doan("Các thành viên thống nhất phương án phân bổ do Phòng Quản lý ngân sách trình bày."),
        doan("Cuộc họp kết thúc vào 10 giờ 30 phút, ngày 03 tháng 02 năm 2026./."),
    ),
    thu_ky=(*look.chuc_vu("THƯ KÝ"), look.ho_ten("Phạm Văn D")),
    chuc_vu=look.chuc_vu("CHỦ TỌA"),
    ho_ten=look.ho_ten("Lê Thị C"),
    noi_nhan=look.noi_nhan("- Các phòng thuộc Sở;", "- Lưu: VT, Hồ sơ."),
)
QUYET_DINH = replace(
    UY_BAN,
    chuc_vu=look.chuc_vu("CHỦ TỊCH"),
    so_ky_hieu=look.so("Số: 310/QĐ-UBND"),
    dia_danh=look.dia_danh("Bắc Ninh, ngày 10 tháng 02 năm 2026"),
    ten_loai=look.ten_loai("QUYẾT ĐỊNH"),
    trich_yeu=look.trich_yeu("Về việc thành lập Tổ công tác nâng cao chỉ số chuyển đổi số"),
    than=(
        look.giua("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BẮC NINH"),
        *look.can_cu(
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
            "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 88/TTr-SNV ngày 03 tháng 02 năm 2026",
        ),
        look.giua("QUYẾT ĐỊNH:"),
        look.dieu("Điều 1.", "Thành lập Tổ công tác nâng cao chỉ số chuyển đổi số tỉnh Bắc Ninh năm 2026."),
        look.dieu("Điều 2.", "Tổ công tác có nhiệm vụ tham mưu, đôn đốc các cơ quan thực hiện các chỉ tiêu được giao."),
        look.dieu(
            "Điều 3.",
            "Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ và các thành viên Tổ công tác chịu trách nhiệm"
            " thi hành Quyết định này. Quyết định có hiệu lực kể từ ngày ký./.",
        ),
    ),
    noi_nhan=look.noi_nhan("- Như Điều 3;", "- Chủ tịch, các Phó Chủ tịch;", "- Lưu: VT, KGVX."),
)
