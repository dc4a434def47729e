"""Soạn công văn đôn đốc từ bảng số liệu DTI.  Cách chạy:  python don_doc.py [BANG.xlsx [THU.docx]]"""

import sys

from vbhc import Bang, BangChiTieu, CongVan, Doan, Hang, Muc, PhuLuc, VbhcError, fill, load_indicators, render

MO_DAU = ("Theo tổng hợp của Sở Khoa học và Công nghệ, đến ngày 15/5/2026 tỉnh đã đạt {}/{} chỉ tiêu của Kế hoạch số "
          "131/KH-UBND ngày 10/11/2025; còn **{}/{} chỉ tiêu chưa đạt** ({}), nêu ở Phụ lục I và Phụ lục II kèm theo.")


def doan_cua_co_quan(co_quan: str, nhom: BangChiTieu) -> Muc:
    dong = "Chỉ tiêu {}. {}: kết quả *{}*, mục tiêu *{}*{}"
    cac_y = [fill(dong, ct.ma, ct.ten, ct.thuc_hien, ct.muc_tieu, "." if ct is nhom[-1] else ";") for ct in nhom]
    return Muc(noi_dung=fill("{} có giải pháp, lộ trình hoàn thành {} chỉ tiêu:", co_quan, len(nhom)),
               khoi=[{"loai": "gach_dau_dong", "noi_dung": y} for y in cac_y])


def phu_luc_1(chua_dat: BangChiTieu) -> PhuLuc:
    ma, muc_tieu, ket_qua = ({"tieu_de": ten, "can_le": "giua"} for ten in ("Mã", "Mục tiêu", "Kết quả"))
    hang = [[ct.ma, ct.ten, ct.muc_tieu, ct.thuc_hien, "; ".join(ct.chu_tri.ten)] for ct in chua_dat]
    return PhuLuc(tieu_de="Danh mục chỉ tiêu chưa đạt", noi_dung=[Bang.tu_du_lieu(
        cot=[ma, "Chỉ tiêu", muc_tieu, ket_qua, "Cơ quan chủ trì"], hang=hang)])


def phu_luc_2(theo_co_quan: dict[str, BangChiTieu]) -> PhuLuc:
    hang = []
    for co_quan, nhom in theo_co_quan.items():
        hang.append(Hang(nhom=fill("{}", co_quan)))
        hang += [[ct.ma, ct.ten, ct.con_thieu or "Chưa hoàn thành", "; ".join(ct.phoi_hop.ten)] for ct in nhom]
    return PhuLuc(tieu_de="Phần việc của các cơ quan chủ trì", noi_dung=[Bang.tu_du_lieu(
        cot=["Mã", "Chỉ tiêu phải hoàn thành", "Còn thiếu", "Cơ quan phối hợp"], hang=hang)])


def soan_thu(bang: BangChiTieu) -> CongVan:
    chua_dat, theo_co_quan = bang.chua_dat, bang.chua_dat.xep_theo_khoang_cach().theo_co_quan()
    so_lieu = (len(bang.dat), len(bang), len(chua_dat), len(bang), ", ".join(ct.ma for ct in chua_dat))
    return CongVan(
        co_quan={"ten": "Ủy ban nhân dân\ntỉnh Bắc Ninh"}, so_ky_hieu="/UBND-CĐS", dia_danh="Bắc Ninh",
        thoi_gian="tháng 5 năm 2026", trich_yeu="đôn đốc hoàn thành các chỉ tiêu nâng cao chỉ số DTI",
        kinh_gui=[*theo_co_quan, "UBND các xã, phường"],
        noi_dung=[Doan(noi_dung=fill(MO_DAU, *so_lieu)),
                  Doan(noi_dung="Để hoàn thành Kế hoạch đúng hạn, Chủ tịch UBND tỉnh yêu cầu:"),
                  *[doan_cua_co_quan(co_quan, nhom) for co_quan, nhom in theo_co_quan.items()],
                  Muc(noi_dung="UBND các xã, phường cử đầu mối, phối hợp với cơ quan chủ trì từng chỉ tiêu."),
                  Doan(noi_dung="Kết quả gửi về Sở Khoa học và Công nghệ trước ngày 10/6/2026 để trình UBND tỉnh.")],
        noi_nhan={"noi": ["Như trên", "Chủ tịch, các PCT UBND tỉnh", "Lãnh đạo Văn phòng UBND tỉnh"], "luu": "CĐS"},
        nguoi_ky={"quyen_han": ["KT. Chủ tịch", "Phó Chủ tịch"], "ho_ten": "Nguyễn Văn A"},
        phu_luc=[phu_luc_1(chua_dat), phu_luc_2(theo_co_quan)])


if __name__ == "__main__":
    tep = sys.argv[1:] or [__file__.replace("don_doc.py", "dti-2026-05.xlsx"), "don-doc-dti.docx"]
    try:
        bang = load_indicators(tep[0])
        print(*[f"{muc}\n" for muc in bang.findings if muc.severity != "hint"], sep="", end="")
        if bang.khong_ro or not bang.chua_dat or not all(ct.chu_tri.co_quan for ct in bang.chua_dat):
            sys.exit(f"Không soạn thư: {len(bang.chua_dat)} chỉ tiêu chưa đạt; kết quả, cơ quan chủ trì phải rõ.")
        print("Đã ghi", render(soan_thu(bang), tep[1] if len(tep) > 1 else "thu.docx").path)
    except VbhcError as loi:
        sys.exit(str(loi))
