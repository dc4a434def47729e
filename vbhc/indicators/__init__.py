"""Workbooks of indicators ("chỉ tiêu") and tasks ("nhiệm vụ"): typed values with their cells, selections, tables."""

from vbhc.indicators.bang import BangChiTieu
from vbhc.indicators.bang_nhiem_vu import BangNhiemVu
from vbhc.indicators.chi_tieu import ChiTieu, MocSoSanh, NhomChiTieu
from vbhc.indicators.co_quan import CoQuanThamGia, PhanCong
from vbhc.indicators.loading import load_indicators, load_tasks
from vbhc.indicators.nhiem_vu import NhiemVu, ONguon, TenChiTieu
from vbhc.indicators.plain_rows import DanhSach, Dong, DongDanhSach, load_rows
from vbhc.indicators.plain_table import load_table
from vbhc.indicators.selections import CHUA_RO_CO_QUAN, Nguon
from vbhc.indicators.values import DanhGia, GiaTri, LoaiGiaTri

__all__ = [
    "CHUA_RO_CO_QUAN",
    "BangChiTieu",
    "BangNhiemVu",
    "ChiTieu",
    "CoQuanThamGia",
    "DanhGia",
    "DanhSach",
    "Dong",
    "DongDanhSach",
    "GiaTri",
    "LoaiGiaTri",
    "MocSoSanh",
    "Nguon",
    "NhiemVu",
    "NhomChiTieu",
    "ONguon",
    "PhanCong",
    "TenChiTieu",
    "load_indicators",
    "load_rows",
    "load_table",
    "load_tasks",
]
