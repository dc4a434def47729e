"""Soạn kế hoạch nâng cao chỉ số DTI từ bảng tính.  Cách chạy:  python ke_hoach.py [BANG.xlsx [KE_HOACH.docx]]"""

import sys

from vbhc import (
    Bang,
    BangChiTieu,
    BangNhiemVu,
    Doan,
    GachDauDong,
    KeHoach,
    Muc,
    PhuLuc,
    VbhcError,
    fill,
    liet_ke,
    load_indicators,
    load_table,
    load_tasks,
    render,
)

VIEN_DAN = {
    "qd405": "Quyết định số 405/QĐ-BKHCN ngày 03/4/2025 của Bộ Khoa học và Công nghệ về phê duyệt Đề án “Xác định bộ "
             "chỉ số đánh giá chuyển đổi số của các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ, các tỉnh, thành "
             "phố trực thuộc Trung ương và của quốc gia”",
    "nq57": "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, "
            "đổi mới sáng tạo và chuyển đổi số quốc gia",
    "nq71": "Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ",
    "kh07": "Kế hoạch số 07-KH/TU ngày 25/7/2025 của Ban Thường vụ Tỉnh ủy",
    "kh17": "Kế hoạch số 17/KH-UBND ngày 11/8/2025 của UBND tỉnh",
    "ttr125": "Tờ trình số 125/TTr-SKHCN ngày 08/11/2025 của Sở Khoa học và Công nghệ",
    "tt12": "Thông tư số 12/2022/TT-BTTTT ngày 12/8/2022 của Bộ Thông tin và Truyền thông quy định chi tiết và "
            "hướng dẫn về bảo đảm an toàn hệ thống thông tin theo cấp độ",
}
CHU_THICH = {
    "dti": "DTI (*Digital Transformation Index*) là bộ chỉ số do Bộ Khoa học và Công nghệ dùng để đo mức độ "
           "chuyển đổi số của bộ, ngành, địa phương; phần cấp tỉnh trong Kế hoạch này gồm {nhom} nhóm với "
           "{chi_tieu} chỉ tiêu, liệt kê tại Phụ lục I.",
    "toan-trinh": "Dịch vụ công trực tuyến toàn trình là dịch vụ mà người dân, doanh nghiệp làm mọi bước trên môi "
                  "trường mạng, từ nộp hồ sơ, nộp phí đến theo dõi xử lý; kết quả được trả qua mạng hoặc qua bưu "
                  "chính công ích.\nTỉ lệ ở điểm a tính trên số dịch vụ, tỉ lệ ở điểm b tính trên số hồ sơ. Một "
                  "dịch vụ ít người dùng vẫn là một dịch vụ khi tính tỉ lệ thứ nhất, nhưng hầu như không làm thay "
                  "đổi tỉ lệ thứ hai.",
}
MO_DAU = ("Căn cứ [@qd405]; để đưa vào cuộc sống [@nq57] và [@nq71], theo [@kh07] và [@kh17]; xét [@ttr125], UBND "
          "tỉnh ban hành Kế hoạch này để nâng Chỉ số chuyển đổi số (DTI)[^dti] của Bắc Ninh trong năm 2025, gồm "
          "các nội dung sau:")


def muc(tieu_de: str, *khoi: object) -> Muc:
    """Mục có tiêu đề trên một dòng riêng."""
    return Muc(tieu_de=tieu_de, khoi=khoi)


def y(noi_dung: str, tieu_de: str | None = None) -> Muc:
    """Mục chỉ có nội dung, hoặc có tiêu đề in đậm viết liền trước nội dung."""
    return Muc(tieu_de=tieu_de, noi_dung=noi_dung, chay_lien=tieu_de is not None)


def gach(noi_dung: str, *con: str) -> GachDauDong:
    return GachDauDong(noi_dung=noi_dung, con=con)


def doan(noi_dung: str) -> Doan:
    return Doan(noi_dung=noi_dung)


def muc_dich() -> Muc:
    return muc(
        "Mục đích, yêu cầu",
        muc("Mục đích",
            y("Biến việc cải thiện Chỉ số DTI từ việc riêng của ngành khoa học và công nghệ thành việc chung của "
              "cả bộ máy, trong đó thủ trưởng từng cơ quan trực tiếp chỉ đạo và chịu trách nhiệm về kết quả; đưa "
              "Bắc Ninh vào nhóm **10/34** tỉnh, thành phố đứng đầu bảng xếp hạng năm 2025."),
            y("Tạo bước tiến thực chất ở ba mặt: cách điều hành của cơ quan nhà nước, hạ tầng dùng chung, kỹ năng "
              "của công chức và người dân; lấy sự thuận tiện của người dân, doanh nghiệp khi giao dịch với chính "
              "quyền làm thước đo."),
            y("Giao từng chỉ tiêu của bộ chỉ số nêu tại [@qd405] cho một cơ quan cụ thể, kèm mức phải đạt trong "
              "năm 2025, để tháng nào cũng biết việc gì đã xong, việc gì còn chậm."),
            y("Góp phần hoàn thành phần việc về chuyển đổi số mà [@kh07] và [@kh17] đã đề ra để thực hiện [@nq57] "
              "và [@nq71].")),
        muc("Yêu cầu",
            doan("Nhiệm vụ, giải pháp phải xuất phát từ cách chấm điểm của Bộ Khoa học và Công nghệ, từ chỉ đạo "
                 "của Chính phủ, Tỉnh ủy, UBND tỉnh; chọn việc mà địa phương làm được ngay, có người làm, có kinh "
                 "phí và có thời hạn, không dàn trải."),
            doan("Mỗi chỉ tiêu chỉ có **một cơ quan chủ trì**. Cơ quan này lo trọn từ khâu tổ chức thực hiện đến "
                 "số liệu, tài liệu kiểm chứng và điểm số cuối cùng; cơ quan phối hợp làm đúng phần việc được đề "
                 "nghị, đúng hạn.")))


def muc_tieu(nhom_chi_so: Bang) -> Muc:
    _, diem, hang, diem_moi, _ = nhom_chi_so.hang[-1].o
    tong_quat = ("Năm 2025, Chỉ số DTI của tỉnh đạt từ **{} điểm** trở lên (năm 2024 là {} điểm, hạng {}), xếp "
                 "trong **10 tỉnh, thành phố** đứng đầu; những nhóm đang có điểm thấp, trước hết là Hoạt động "
                 "chính quyền số, phải tăng rõ cả về điểm và về hạng.")
    return muc(
        "Mục tiêu",
        muc("Mục tiêu tổng quát", doan(fill(tong_quat, diem_moi.lstrip("≥"), diem, hang))),
        muc("Mục tiêu cụ thể của các nhóm chỉ số", nhom_chi_so),
        y("Nêu tại Phụ lục I kèm theo.", "Mục tiêu của từng chỉ tiêu và cơ quan chủ trì"))


def chinh_quyen_so() -> Muc:
    ba_viec = liet_ke([
        "mở chiến dịch “Hỗ trợ 100% người dân”, bố trí người và máy tính để cùng người dân nộp hồ sơ tại chỗ",
        "mời Tổ công nghệ số cộng đồng và đoàn viên thanh niên thay nhau trực vào giờ đông khách",
        "đưa tỉ lệ hồ sơ toàn trình của từng cơ quan vào báo cáo hằng tuần, hằng tháng về giải quyết thủ tục hành "
        "chính (TTHC) và nhắc nơi làm chậm."])
    return muc(
        "Hoạt động chính quyền số: nhóm phải tăng điểm nhiều nhất trong năm 2025",
        y("Văn phòng UBND tỉnh cùng các sở, ngành xem lại quy trình nội bộ của tất cả dịch vụ công đủ điều kiện, "
          "bỏ những giấy tờ đã có trong cơ sở dữ liệu (CSDL) và nâng dịch vụ lên toàn trình[^toan-trinh]. **Làm "
          "trước các thủ tục được nộp nhiều nhất**, vì chỉ cần một thủ tục đông hồ sơ còn phải đến quầy là tỉ lệ "
          "chung của tỉnh đã giảm. Đến hết năm, **ít nhất 60%** dịch vụ công trực tuyến của tỉnh là dịch vụ toàn "
          "trình.",
          "Mở thêm dịch vụ công toàn trình"),
        y("Cùng với thông tin rộng rãi, các Bộ phận Phục vụ hành chính công ở tỉnh và xã làm ngay ba việc: "
          f"{ba_viec} Cả năm 2025, hồ sơ trực tuyến toàn trình chiếm **ít nhất 25%**.",
          "Giúp người dân nộp hồ sơ toàn trình"),
        y("Lập danh mục chức năng, tính năng kỹ thuật còn thiếu và bổ sung dứt điểm; nối thông với CSDL quốc gia "
          "về dân cư và Nền tảng tích hợp, chia sẻ dữ liệu quốc gia (NDXP), bảo đảm dữ liệu hai chiều không bị "
          "gián đoạn. Khi đánh giá cuối năm, hệ thống phải xếp **từ mức B trở lên**.",
          "Bù chức năng cho Hệ thống thông tin giải quyết TTHC"),
        y("Mỗi ngành chọn một hệ thống, một CSDL dùng thống nhất cho tỉnh mới, chấm dứt việc Bắc Giang và Bắc "
          "Ninh cũ mỗi nơi một kho. Dịch vụ dữ liệu nào có trên NDXP thì đều được khai thác chính thức, đạt "
          "**100%**; dữ liệu nguồn còn sai lệch thì ngành chủ quản phải sửa trước khi kết nối.", "Dùng chung dữ "
                                                                                                 "liệu"))


def nen_tang() -> Muc:
    return muc(
        "Bù điểm ba nhóm nền tảng: Hạ tầng số, Nhân lực số, An toàn thông tin mạng (ATTT mạng)",
        muc("Hạ tầng số",
            gach("**Nền tảng dùng chung và trí tuệ nhân tạo (AI):** Sở Khoa học và Công nghệ theo sát hướng dẫn "
                 "kỹ thuật của Bộ, đưa đủ 7/7 nền tảng vào hoạt động trong năm 2025; cùng các ngành y tế, giáo "
                 "dục, nông nghiệp đưa AI nâng cao vào sử dụng. Hai nền tảng còn thiếu phải **xong trong năm** là:",
                 "Trợ lý ảo trả lời người dân, doanh nghiệp về thủ tục và dịch vụ công của tỉnh;",
                 "Trợ lý ảo giúp công chức, viên chức tra cứu quy định, soạn văn bản và theo dõi công việc được "
                 "giao."),
            gach("**Trung tâm dữ liệu:** Đối chiếu Trung tâm dữ liệu tại Bắc Giang cũ với bộ tiêu chuẩn, lập danh "
                 "mục hạng mục chưa đạt, khắc phục từng hạng mục và báo cáo Bộ Khoa học và Công nghệ xem xét, "
                 "**công nhận đạt chuẩn** ngay trong năm 2025, lấy trọn điểm của chỉ tiêu này.")),
        muc("Nhân lực số",
            gach("**Người làm chuyên trách:** Mỗi cơ quan, đơn vị có ít nhất 01 đến 02 công chức, viên chức "
                 "chuyên trách công nghệ thông tin, chuyển đổi số và 01 người chuyên trách ATTT mạng. Sở Nội vụ "
                 "đề xuất cách đào tạo, tuyển chọn và đãi ngộ để thu hút, giữ chân người giỏi."),
            gach("**Kỹ năng số của người dân:** Hướng dẫn trực tiếp tại khu dân cư, trước hết cho người cao tuổi "
                 "và người dân nông thôn; lấy Nền tảng Bình dân học vụ số làm lớp học chung; kết nạp thêm người "
                 "vào Tổ công nghệ số cộng đồng cho đủ tỉ lệ tính trên 100 dân.")),
        muc("ATTT mạng",
            gach("**Kiểm tra, đánh giá hằng năm:** Hệ thống thông tin (HTTT) từ cấp độ 3 đều được kiểm tra, đánh "
                 "giá đủ nội dung và hình thức nêu tại [@tt12], đạt **100%**; cơ quan vận hành khắc phục hết điểm "
                 "yếu được chỉ ra, nơi nào bỏ qua thì thủ trưởng phải giải trình."),
            gach("**Ứng cứu sự cố:** **100%** HTTT có phương án ứng cứu do cấp có thẩm quyền phê duyệt; khi hệ "
                 "thống thay đổi thì phương án **được cập nhật ngay**.")))


def the_manh() -> Muc:
    return muc(
        "Giữ vững bốn nhóm đang có thứ hạng cao",
        doan("Hai nhóm về nhận thức và thể chế đã đạt điểm tối đa; năm 2024, kinh tế số của tỉnh xếp thứ 2 và xã "
             "hội số xếp thứ 6 cả nước. Việc của năm 2025 là không để mất điểm đã có, làm cho kết quả đi vào thực "
             "chất và khắc phục vài chỉ tiêu còn thấp bên trong những nhóm này."),
        muc("Nhận thức số, Thể chế số",
            gach("**Chỉ đạo thống nhất:** Cấp ủy, chính quyền từ tỉnh đến xã đưa chuyển đổi số vào chương trình "
                 "công tác hằng tháng, hằng quý; người đứng đầu nghe báo cáo và quyết định ngay những việc còn "
                 "vướng."),
            gach("**Văn bản đầy đủ, kịp thời:** Mỗi khi Trung ương có quy định mới, Sở Khoa học và Công nghệ đối "
                 "chiếu với văn bản của tỉnh, đề xuất sửa đổi hoặc thay thế để cả chính quyền số, kinh tế số và "
                 "xã hội số đều có căn cứ rõ ràng khi triển khai.")),
        muc("Hoạt động kinh tế số",
            doan("**Phát triển doanh nghiệp số**"),
            gach("Có gói hỗ trợ cụ thể cho người mở doanh nghiệp công nghệ số, dành ưu tiên cho khu vực Bắc Giang "
                 "cũ, nơi mới có 0,44 doanh nghiệp trên 1.000 dân trong khi mức phải đạt là 0,5."),
            gach("Giúp doanh nghiệp làm thủ tục lấy tên miền “.vn” và sử dụng thật, không đăng ký cho có; tỉ lệ "
                 "hiện nay là 38,64% ở Bắc Giang cũ và 25,33% ở Bắc Ninh cũ, đều thấp so với mục tiêu 50%."),
            doan("**Giữ tỉ trọng kinh tế số:** Đưa công nghệ số vào nhà máy, cửa hàng và thương mại điện tử để "
                 "phần đóng góp của kinh tế số trong GRDP luôn trên 40%, thuộc nhóm cao nhất cả nước.")),
        muc("Hoạt động xã hội số",
            doan("**Kỹ năng công nghệ thông tin và truyền thông**"),
            doan("Mở lớp ngắn ngày cho người dân về những kỹ năng mà cả hai tỉnh cũ đều chưa đạt mức tối thiểu. "
                 "Nội dung gắn với việc thường gặp: nộp hồ sơ qua mạng, mua hàng và thanh toán, nhận biết lừa "
                 "đảo, giữ kín dữ liệu của bản thân và gia đình."),
            doan("**Chữ ký số cá nhân**"),
            doan("Tỉnh đoàn chủ trì đợt vận động **cấp chữ ký số** cho người dân, đưa tỉ lệ người có chữ ký số từ "
                 "19% hiện nay lên **ít nhất 30%** trong năm 2025, để giao dịch điện tử có đủ giá trị pháp lý."),
            doan("*(Giải pháp của từng chỉ tiêu, cơ quan thực hiện và thời hạn: xem Phụ lục II kèm theo)*")))


def kinh_phi() -> Muc:
    return muc(
        "Kinh phí thực hiện",
        gach("Cơ quan, đơn vị dùng dự toán chi thường xuyên được giao hằng năm để làm phần việc của mình, theo "
             "phương án nêu tại [@ttr125]; khi cần, huy động thêm nguồn hợp pháp khác."),
        gach("Khuyến khích doanh nghiệp, tổ chức kinh tế - xã hội góp vốn, công nghệ và nhân lực vào những việc "
             "của Kế hoạch này."))


def to_chuc() -> Muc:
    return muc(
        "Tổ chức thực hiện",
        muc("Sở Khoa học và Công nghệ",
            y("Là đầu mối giúp UBND tỉnh điều hành Kế hoạch; hướng dẫn cách làm, kiểm tra tiến độ và đôn đốc các "
              "sở, ngành, UBND cấp xã."),
            y("Tiếp nhận số liệu, tài liệu kiểm chứng của cơ quan chủ trì, đối chiếu và lập bộ số liệu chung của "
              "tỉnh theo [@qd405]; báo cáo UBND tỉnh, cung cấp cho Bộ khi được yêu cầu."),
            y("**Trước ngày 25 hằng tháng**, báo cáo Chủ tịch UBND tỉnh tiến độ Kế hoạch và điểm dự kiến của từng "
              "nhóm; chịu trách nhiệm về Chỉ số DTI chung của tỉnh.")),
        muc("Các sở, ban, ngành; Công an tỉnh; UBND cấp xã; Tỉnh đoàn Bắc Ninh; Báo và Đài PTTH Bắc Ninh; các "
            "trường đại học, cao đẳng trong tỉnh",
            y("Xây dựng kế hoạch của cơ quan mình cho những chỉ tiêu ở Phụ lục I, nhiệm vụ ở Phụ lục II mà mình "
              "chủ trì hoặc phối hợp; phân công đến từng người, có mốc hoàn thành."),
            y("Khi chủ trì, cung cấp đủ số liệu, tài liệu kiểm chứng để Sở Khoa học và Công nghệ tổng hợp, phục "
              "vụ việc chấm điểm và xếp hạng; thủ trưởng cơ quan giải trình với Chủ tịch UBND tỉnh khi chỉ tiêu "
              "không đạt."),
            y("Khi phối hợp, làm phần việc mà cơ quan chủ trì đề nghị, báo cáo lại nếu được hỏi và cùng chịu "
              "trách nhiệm với cơ quan đó về điểm của chỉ tiêu."),
            y("**Trước ngày 20 hằng tháng**, cơ quan chủ trì **báo cáo bằng văn bản** với Sở Khoa học và Công "
              "nghệ kết quả trong tháng, khó khăn và kiến nghị, để Sở kịp trình Chủ tịch UBND tỉnh.")),
        doan("Gặp việc ngoài dự liệu hoặc khó khăn, các cơ quan, đơn vị báo ngay cho Sở Khoa học và Công nghệ; Sở "
             "hướng dẫn những việc thuộc thẩm quyền, còn lại trình UBND tỉnh điều chỉnh Kế hoạch cho sát thực tế."))


def soan_ke_hoach(nhom_chi_so: Bang, chi_tieu: BangChiTieu, nhiem_vu: BangNhiemVu) -> KeHoach:
    so_lieu = {"nhom": len(chi_tieu.theo_nhom()), "chi_tieu": len(chi_tieu)}
    return KeHoach(
        co_quan={"ten": "Ủy ban nhân dân\ntỉnh Bắc Ninh"}, so_ky_hieu="131/KH-UBND", dia_danh="Bắc Ninh",
        thoi_gian="10/11/2025", trich_yeu="Nâng cao Chỉ số chuyển đổi số (DTI) tỉnh Bắc Ninh năm 2025",
        noi_dung=[doan(MO_DAU), muc_dich(), muc_tieu(nhom_chi_so),
                  muc("Nhiệm vụ và giải pháp", chinh_quyen_so(), nen_tang(), the_manh()), kinh_phi(), to_chuc()],
        vien_dan=VIEN_DAN,
        chu_thich={ma: fill(noi_dung, **so_lieu) for ma, noi_dung in CHU_THICH.items()},
        noi_nhan={"noi": [
            {"ten": "TT.TU, TT.HĐND tỉnh", "muc_dich": "b/c"}, "Chủ tịch, các PCT UBND tỉnh",
            "Các sở, ban, ngành thuộc UBND tỉnh", "Công an tỉnh", "Tỉnh đoàn Bắc Ninh, Báo và Đài PTTH Bắc Ninh",
            "Các trường đại học, cao đẳng trên địa bàn tỉnh", "UBND các xã, phường",
            {"ten": "Văn phòng UBND tỉnh", "gom": ["LĐVP", "KGVX"]}]},
        nguoi_ky={"quyen_han": ["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"], "ho_ten": "Nguyễn Văn A"},
        phu_luc=[
            PhuLuc(tieu_de="Phân công cơ quan chủ trì thực hiện các chỉ tiêu DTI năm 2025",
                   noi_dung=[chi_tieu.lap_bang()]),
            PhuLuc(tieu_de="Giải pháp thực hiện và phân công nhiệm vụ nâng cao Chỉ số DTI năm 2025",
                   noi_dung=[nhiem_vu.lap_bang()])])


def doc_bang_tinh(tep: str) -> tuple[Bang, BangChiTieu, BangNhiemVu]:
    return (load_table(tep, sheet="Chỉ số thành phần"), load_indicators(tep, sheet="Phụ lục I"),
            load_tasks(tep, sheet="Phụ lục II"))


def tu_bang_tinh(tep: str) -> KeHoach:
    """Đọc ba trang tính của ``tep`` và soạn kế hoạch."""
    return soan_ke_hoach(*doc_bang_tinh(tep))


if __name__ == "__main__":
    tep = sys.argv[1:] or [__file__.replace("ke_hoach.py", "dti-2025-ke-hoach.xlsx"), "ke-hoach-dti.docx"]
    try:
        nhom_chi_so, chi_tieu, nhiem_vu = doc_bang_tinh(tep[0])
        nhac = [*chi_tieu.findings, *nhiem_vu.findings]
        print(*[f"{dong}\n" for dong in nhac if dong.severity != "hint"], sep="", end="")
        ke_hoach = soan_ke_hoach(nhom_chi_so, chi_tieu, nhiem_vu)
        print("Đã ghi", render(ke_hoach, tep[1] if len(tep) > 1 else "ke-hoach.docx").path)
    except VbhcError as loi:
        sys.exit(str(loi))
