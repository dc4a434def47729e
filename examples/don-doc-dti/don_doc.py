"""Soạn công văn đôn đốc từ bảng số liệu DTI.  Cách chạy:  python don_doc.py [BANG.xlsx] [THU.docx]"""

import sys
from pathlib import Path

from vbhc import Bang, BangChiTieu, CongVan, Cot, Doan, GachDauDong, Hang, Muc, PhuLuc, fill, load_indicators, render

O_DAY = Path(__file__).parent


def soan_thu(bang: BangChiTieu) -> CongVan:
    chua_dat = bang.chua_dat.xep_theo_khoang_cach()
    theo_co_quan = chua_dat.theo_co_quan()
    danh_sach = ", ".join(ct.ma for ct in bang.chua_dat)
    return CongVan(
        co_quan={"ten": "Ủy ban nhân dân\ntỉnh Bắc Ninh"},
        so_ky_hieu="/UBND-CĐS",
        dia_danh="Bắc Ninh",
        thoi_gian="tháng 5 năm 2026",
        trich_yeu="đôn đốc hoàn thành các chỉ tiêu nâng cao chỉ số DTI của tỉnh",
        kinh_gui=[*theo_co_quan, "UBND các xã, phường"],
        noi_dung=[
            Doan(noi_dung=fill(
                "Theo bảng tổng hợp của Sở Khoa học và Công nghệ, đến ngày 15/5/2026 tỉnh đã đạt {}/{} chỉ tiêu của "
                "Kế hoạch số 131/KH-UBND ngày 10/11/2025; còn **{}/{} chỉ tiêu chưa đạt** ({}). Số liệu từng chỉ tiêu "
                "ở Phụ lục I, phần việc của từng cơ quan ở Phụ lục II kèm theo.",
                len(bang.dat), len(bang), len(chua_dat), len(bang), danh_sach)),
            Doan(noi_dung="Để hoàn thành Kế hoạch đúng hạn, Chủ tịch UBND tỉnh yêu cầu:"),
            *[Muc(noi_dung=fill("{} có giải pháp và lộ trình cụ thể để hoàn thành {} chỉ tiêu:", co_quan, len(nhom)),
                  khoi=[GachDauDong(noi_dung=fill(
                      "Chỉ tiêu {}. {}: kết quả *{}*, mục tiêu *{}*;",
                      ct.ma, ct.ten, ct.thuc_hien.hien_thi, ct.muc_tieu.hien_thi)) for ct in nhom])
              for co_quan, nhom in theo_co_quan.items()],
            Muc(noi_dung="UBND các xã, phường phối hợp với cơ quan chủ trì; cử đầu mối, cung cấp số liệu khi được đề nghị."),
            Doan(noi_dung="Các cơ quan báo cáo kết quả về Sở Khoa học và Công nghệ trước ngày 10/6/2026 để tổng hợp, "
                          "trình Chủ tịch UBND tỉnh."),
        ],
        noi_nhan={"noi": ["Như trên", "Chủ tịch, các PCT UBND tỉnh", {"ten": "Văn phòng UBND tỉnh",
                  "gom": ["LĐVP, TH, KGVX", "Trung tâm Phục vụ hành chính công"]}], "luu": "CĐS"},
        nguoi_ky={"quyen_han": ["KT. Chủ tịch", "Phó Chủ tịch"], "ho_ten": "Nguyễn Văn A"},
        phu_luc=[
            PhuLuc(tieu_de="Danh mục chỉ tiêu chưa đạt", noi_dung=[Bang.tu_du_lieu(
                cot=[Cot(tieu_de="Mã", can_le="giua"), "Chỉ tiêu", Cot(tieu_de="Mục tiêu", can_le="giua"),
                     Cot(tieu_de="Kết quả", can_le="giua"), "Cơ quan chủ trì"],
                hang=[[ct.ma, ct.ten, ct.muc_tieu.hien_thi, ct.thuc_hien.hien_thi, ct.chu_tri] for ct in bang.chua_dat])]),
            PhuLuc(tieu_de="Phần việc của các cơ quan chủ trì", noi_dung=[Bang.tu_du_lieu(
                cot=[Cot(tieu_de="Mã", can_le="giua"), "Chỉ tiêu phải hoàn thành", "Còn thiếu", "Cơ quan phối hợp"],
                hang=[hang for co_quan, nhom in theo_co_quan.items() for hang in [Hang(nhom=co_quan), *[
                    [ct.ma, ct.ten, ct.con_thieu or "Chưa hoàn thành", ct.phoi_hop] for ct in nhom]]])]),
        ],
    )  # fmt: skip


if __name__ == "__main__":
    tep_bang, tep_thu = (sys.argv[1:] + [str(O_DAY / "dti-2026-05.xlsx"), "don-doc-dti.docx"][len(sys.argv) - 1:])[:2]
    print("Đã ghi", render(soan_thu(load_indicators(tep_bang)), tep_thu).path)
