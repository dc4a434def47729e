"""Workbooks of indicators ("chỉ tiêu") read as typed values with their cells, judged, and selected from."""

from vbhc.indicators.bang import CHUA_RO_CO_QUAN, BangChiTieu, Nguon
from vbhc.indicators.chi_tieu import ChiTieu, MocSoSanh, NhomChiTieu
from vbhc.indicators.co_quan import CoQuanThamGia, PhanCong
from vbhc.indicators.loading import load_indicators
from vbhc.indicators.values import DanhGia, GiaTri, LoaiGiaTri

__all__ = [
    "CHUA_RO_CO_QUAN",
    "BangChiTieu",
    "ChiTieu",
    "CoQuanThamGia",
    "DanhGia",
    "GiaTri",
    "LoaiGiaTri",
    "MocSoSanh",
    "Nguon",
    "NhomChiTieu",
    "PhanCong",
    "load_indicators",
]
