"""The fields of a small công văn as the head of a bản thảo, its closing line left out."""

FRONT = """\
---
loai: congvan
co_quan: {ten: "UBND tỉnh Bắc Ninh"}
so_ky_hieu: /UBND-CĐS
dia_danh: Bắc Ninh
thoi_gian: tháng 5 năm 2026
trich_yeu: đôn đốc
kinh_gui: [Sở Nội vụ]
nguoi_ky: {quyen_han: [Chủ tịch], ho_ten: Nguyễn Văn A}
"""
