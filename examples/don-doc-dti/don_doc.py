"""Soạn công văn đôn đốc từ bảng số liệu DTI.  Cách chạy:  python don_doc.py [BANG.xlsx THU.docx]"""

import sys
from pathlib import Path

from vbhc import Bang, BangChiTieu, CongVan, Cot, Doan, GachDauDong, Hang, Muc, PhuLuc, fill, load_indicators, render


def doan_cua_co_quan(co_quan: str, nhom: BangChiTieu) -> Muc:
    dong = "Chỉ tiêu {}. {}: kết quả *{}*, mục tiêu *{}*;"
    cac_dong = [fill(dong, ct.ma, ct.ten, ct.thuc_hien or "…", ct.muc_tieu or "…") for ct in nhom]
    mo_dau = fill("{} có giải pháp và lộ trình cụ thể để hoàn thành {} chỉ tiêu:", co_quan, len(nhom))
    return Muc(noi_dung=mo_dau, khoi=[GachDauDong(noi_dung=dong) for dong in cac_dong])


def phu_luc_1(chua_dat: BangChiTieu) -> PhuLuc:
    cot = [Cot(tieu_de=ten, can_le="giua") for ten in ("Mã", "Mục tiêu", "Kết quả")]
    hang = [[ct.ma, ct.ten, ct.muc_tieu, ct.thuc_hien, ct.chu_tri] for ct in chua_dat]
    bang = Bang.tu_du_lieu(cot=[cot[0], "Chỉ tiêu", *cot[1:], "Cơ quan chủ trì"], hang=hang)
    return PhuLuc(tieu_de="Danh mục chỉ tiêu chưa đạt", noi_dung=[bang])


def phu_luc_2(theo_co_quan: dict[str, BangChiTieu]) -> PhuLuc:
    hang = []
    for co_quan, nhom in theo_co_quan.items():
        hang.append(Hang(nhom=fill("{}", co_quan)))
        hang += [[ct.ma, ct.ten, ct.con_thieu or "Chưa hoàn thành", ct.phoi_hop] for ct in nhom]
    bang = Bang.tu_du_lieu(cot=["Mã", "Chỉ tiêu phải hoàn thành", "Còn thiếu", "Cơ quan phối hợp"], hang=hang)
    return PhuLuc(tieu_de="Phần việc của các cơ quan chủ trì", noi_dung=[bang])


def soan_thu(bang: BangChiTieu) -> CongVan:
    chua_dat, theo_co_quan = bang.chua_dat, bang.chua_dat.xep_theo_khoang_cach().theo_co_quan()
    mo_dau = ("Theo bảng tổng hợp của Sở Khoa học và Công nghệ, đến ngày 15/5/2026 tỉnh đã đạt {}/{} chỉ tiêu của Kế "
              "hoạch số 131/KH-UBND ngày 10/11/2025; còn **{}/{} chỉ tiêu chưa đạt** ({}). Số liệu từng chỉ tiêu ở "
              "Phụ lục I, phần việc của từng cơ quan ở Phụ lục II kèm theo.")  # fmt: skip
    ma = ", ".join(ct.ma for ct in chua_dat)
    return CongVan(
        co_quan={"ten": "Ủy ban nhân dân\ntỉnh Bắc Ninh"}, so_ky_hieu="/UBND-CĐS",
        dia_danh="Bắc Ninh", thoi_gian="tháng 5 năm 2026",
        trich_yeu="đôn đốc hoàn thành các chỉ tiêu nâng cao chỉ số DTI của tỉnh",
        kinh_gui=[*theo_co_quan, "UBND các xã, phường"],
        noi_dung=[
            Doan(noi_dung=fill(mo_dau, len(bang.dat), len(bang), len(chua_dat), len(bang), ma)),
            Doan(noi_dung="Để hoàn thành Kế hoạch đúng hạn, Chủ tịch UBND tỉnh yêu cầu:"),
            *[doan_cua_co_quan(co_quan, nhom) for co_quan, nhom in theo_co_quan.items()],
            Muc(noi_dung="UBND các xã, phường cử đầu mối, phối hợp với cơ quan chủ trì từng chỉ tiêu."),
            Doan(noi_dung="Kết quả gửi về Sở Khoa học và Công nghệ trước ngày 10/6/2026 để trình UBND tỉnh.")],
        noi_nhan={"noi": ["Như trên", "Chủ tịch, các PCT UBND tỉnh", "Lãnh đạo Văn phòng UBND tỉnh"], "luu": "CĐS"},
        nguoi_ky={"quyen_han": ["KT. Chủ tịch", "Phó Chủ tịch"], "ho_ten": "Nguyễn Văn A"},
        phu_luc=[phu_luc_1(chua_dat), phu_luc_2(theo_co_quan)])  # fmt: skip


if __name__ == "__main__":
    mac_dinh = [Path(__file__).with_name("dti-2026-05.xlsx"), "don-doc-dti.docx"]
    tep_bang, tep_thu = sys.argv[1:] or mac_dinh
    print("Đã ghi", render(soan_thu(load_indicators(tep_bang)), tep_thu).path)
