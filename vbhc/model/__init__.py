"""What a văn bản is: frozen, typed, with no fonts, no files, no XML."""

from __future__ import annotations

from vbhc.model.bang import Bang, CanLe, Cot, Hang
from vbhc.model.co_quan import CoQuan, DiaChi
from vbhc.model.congvan import CongVan
from vbhc.model.khoi import CachDanhSo, Doan, GachDauDong, Khoi, Muc
from vbhc.model.nguoi_ky import KyHieuQuyenHan, NguoiKy, QuyenHan
from vbhc.model.noi_nhan import DongNoiNhan, KinhGui, Luu, NoiNhan, TrichYeu
from vbhc.model.registry import LOAI_VAN_BAN, read_van_ban
from vbhc.model.so_ky_hieu import SoKyHieu, ThoiGian
from vbhc.model.van_ban import DoKhan, Huong, PhuLuc, TrangThai, VanBan

__all__ = [
    "LOAI_VAN_BAN",
    "Bang",
    "CachDanhSo",
    "CanLe",
    "CoQuan",
    "CongVan",
    "Cot",
    "DiaChi",
    "DoKhan",
    "Doan",
    "DongNoiNhan",
    "GachDauDong",
    "Hang",
    "Huong",
    "Khoi",
    "KinhGui",
    "KyHieuQuyenHan",
    "Luu",
    "Muc",
    "NguoiKy",
    "NoiNhan",
    "PhuLuc",
    "QuyenHan",
    "SoKyHieu",
    "ThoiGian",
    "TrangThai",
    "TrichYeu",
    "VanBan",
    "read_van_ban",
]
