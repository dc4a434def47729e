"""What a văn bản is: frozen, typed, with no fonts, no files, no XML."""

from __future__ import annotations

from vbhc.model.bang import Bang, CanLe, Cot, Heading, heading_levels
from vbhc.model.chu_thich import ChuThich
from vbhc.model.co_quan import CoQuan, DiaChi
from vbhc.model.co_ten import KeHoach, TenLoai, VanBanCoTen
from vbhc.model.congvan import CongVan
from vbhc.model.danh_so import CapMuc, Numbering, level_under
from vbhc.model.gop import Placed, place, tied
from vbhc.model.hang import Hang, OBang
from vbhc.model.khoi import Doan, GachDauDong, Khoi, Muc, tables
from vbhc.model.messages import place_of
from vbhc.model.nguoi_ky import KyHieuQuyenHan, NguoiKy, QuyenHan
from vbhc.model.noi_nhan import DongNoiNhan, KinhGui, Luu, NoiNhan, TrichYeu
from vbhc.model.registry import LOAI_VAN_BAN, read_van_ban
from vbhc.model.so_ky_hieu import SoKyHieu, ThoiGian
from vbhc.model.van_ban import DoKhan, Huong, PhuLuc, TrangThai, VanBan
from vbhc.model.vien_dan import VienDan

__all__ = [
    "LOAI_VAN_BAN",
    "Bang",
    "CanLe",
    "CapMuc",
    "ChuThich",
    "CoQuan",
    "CongVan",
    "Cot",
    "DiaChi",
    "DoKhan",
    "Doan",
    "DongNoiNhan",
    "GachDauDong",
    "Hang",
    "Heading",
    "Huong",
    "KeHoach",
    "Khoi",
    "KinhGui",
    "KyHieuQuyenHan",
    "Luu",
    "Muc",
    "NguoiKy",
    "NoiNhan",
    "Numbering",
    "OBang",
    "PhuLuc",
    "Placed",
    "QuyenHan",
    "SoKyHieu",
    "TenLoai",
    "ThoiGian",
    "TrangThai",
    "TrichYeu",
    "VanBan",
    "VanBanCoTen",
    "VienDan",
    "heading_levels",
    "level_under",
    "place",
    "place_of",
    "read_van_ban",
    "tables",
    "tied",
]
