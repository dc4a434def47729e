"""What other tools import, pinned: a change here is a change for all of them and belongs into CHANGELOG.md."""

from __future__ import annotations

import dataclasses
import enum
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files

import pytest
from pydantic import BaseModel

import vbhc

# Classes with their fields (* must be given) and further names; choices with their values; errors with their parents;
# functions with their signatures.
SURFACE = """
Bang(loai, cot*, hang*) .cot_la .tu_du_lieu
BangChiTieu(chi_tieu*, nguon*, findings, ban_goc, cach_chon) .chua_dat .cua .dat .khong_ro .lap_bang .theo_co_quan
    .theo_nhom .tim .to_json .trong_nhom .xep_theo_khoang_cach
BangNhiemVu(nhiem_vu*, nguon*, findings, ban_goc) .cua .lap_bang .theo_chi_tieu .theo_co_quan .theo_nhom .to_json
    .trong_nhom
BatchOptions(pack, issue, danh_so_lai, resume, force, together)
BatchResult(out*, letters*, findings, gop, tep_thua) .count .ok
CanLe = trai | giua | phai | so
CapMuc = phan | chuong | muc | tieu_muc | dieu | la_ma | khoan | diem | gach | cong
CheckError < VbhcError
ChiTieu(ma*, ten*, dong*, nhom, don_vi_tinh, muc_tieu, thuc_hien, yeu_cau, moc, cong_bo, danh_gia, chu_tri, phoi_hop,
    ghi_chu, con) .con_thieu .khoang_cach .moc_theo .o .so_voi_muc_tieu
ChuThich(ma*, noi_dung*) .parse
CoQuan(ten*, chu_quan, viet_tat) .ten_day_du
CongVan(loai, co_quan*, so_ky_hieu*, dia_danh*, thoi_gian*, trich_yeu*, noi_dung*, noi_nhan, nguoi_ky, phu_luc,
    chu_thich, vien_dan, do_khan, pham_vi_luu_hanh, dia_chi, trang_thai, kinh_gui*) .ban_hanh .blanks .cac_can_cu
    .cap_dau .ten_goi .voi_vien_dan
Cot(tieu_de*, can_le, rong_mm, con) .la .tang
DanhGia = dat | chua_dat | khong_ro
DataError < VbhcError
DiaChi(dia_chi*, dien_thoai, fax, thu_dien_tu, trang_tin)
DoKhan = HỎA TỐC | THƯỢNG KHẨN | KHẨN
Doan(loai, noi_dung*)
DongNoiNhan(ten*, muc_dich, gom) .cac_dong
Draft(written*, so_lieu, source, workbooks) .fill .fill_marked
Finding(code*, slug*, severity*, message*, hint, location) .to_dict
GachDauDong(loai, noi_dung*, con)
GiaTri(loai*, nguyen_van*, o*, so, don_vi, so_sanh, mau_so, muc) .hien_thi .so_voi
Hang(o, nhom, la_nhom) .so_cot
Huong = tu_dong | doc | ngang
InputError < VbhcError, ValueError
KeHoach(loai, co_quan*, so_ky_hieu, dia_danh*, thoi_gian*, trich_yeu*, noi_dung*, noi_nhan*, nguoi_ky, phu_luc,
    chu_thich, vien_dan, do_khan, pham_vi_luu_hanh, dia_chi, trang_thai, ten_loai, can_cu, kinh_gui) .ban_hanh .blanks
    .cac_can_cu .cap_dau .ten_goi .voi_vien_dan
Letter(stt*, ten*, names*, report)
LetterResult(stt*, ten*, tep, goi_mau, sha256, van_tay, report) .from_dict .to_dict .trang_thai
LetterState = ok | xem_lai | loi
Letters(letters*, ten_tep*, nguon*, findings)
Location(place, file)
Luu(don_vi, so_ban, nguoi_soan_thao, so_ban_phat_hanh)
Manifest(ten*, tieu_de*, loai*, phien_ban*, vbhc_toi_thieu*, can_cu*, nguoi_phu_trach*, co_chu*, tep*)
Muc(loai, cap_muc, so, tieu_de, chay_lien, noi_dung, khoi)
NguoiKy(quyen_han, chuc_vu_khac, ho_ten)
NhiemVu(chi_tieu*, dong*, nhom, nhiem_vu, chu_tri, phoi_hop, ket_qua, thoi_gian, ghi_chu)
NoiNhan(noi, luu) .cac_dong
OBang(noi_dung, so_cot, khoa) .tu_du_lieu
OutputError < VbhcError
Pack(manifest*, folder*, template*, first_note*, appendix_template*)
PackError < VbhcError
PackageError < VbhcError
PhuLuc(tieu_de, noi_dung*, huong)
QuyenHan(ky_hieu, chuc_vu*) .parse
Receipt(path*, pack*, pack_version*, sha256*, landscape*, report)
Report(findings) .errors .of .ok .to_json
Run(text*, bold, italic, subscript, superscript, note, cite)
Severity = error | warning | hint
SoKyHieu(so, ky_hieu*) .parse
TemplateError < VbhcError
TenLoai = Chỉ thị | Quy chế | Quy định | Thông cáo | Thông báo | Hướng dẫn | Chương trình | Kế hoạch | Phương án | Đề
    án | Dự án | Báo cáo | Tờ trình | Giấy ủy quyền | Phiếu gửi | Phiếu chuyển | Phiếu báo
TextError < VbhcError, ValueError
ThoiGian(ngay, thang, nam*) .parse
TrangThai = du_thao | ban_hanh
VanBan(loai*, co_quan*, so_ky_hieu*, dia_danh*, thoi_gian*, trich_yeu*, noi_dung*, noi_nhan, nguoi_ky, phu_luc,
    chu_thich, vien_dan, do_khan, pham_vi_luu_hanh, dia_chi, trang_thai) .ban_hanh .blanks .cac_can_cu .ten_goi
    .voi_vien_dan
VanBanCoTen(loai, co_quan*, so_ky_hieu, dia_danh*, thoi_gian*, trich_yeu*, noi_dung*, noi_nhan*, nguoi_ky, phu_luc,
    chu_thich, vien_dan, do_khan, pham_vi_luu_hanh, dia_chi, trang_thai, ten_loai*, can_cu, kinh_gui) .ban_hanh
    .blanks .cac_can_cu .cap_dau .ten_goi .voi_vien_dan
VbhcError < Exception
VienDan(ma*, loai*, so_ky_hieu, thoi_gian, co_quan, trich_yeu) .day_du .la_luat .parse .rut_gon
__version__
check(source: bytes | str | Path, *, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Report
escape(text: str) -> str
fill(template: str, *args: object, **kwargs: object) -> str
letters_by(draft: Draft, path: str) -> Letters
letters_of_rows(rows: DanhSach) -> Letters
liet_ke(items: Sequence[str]) -> str
list_packs() -> tuple[tuple[Manifest, Path], ...]
load_indicators(path: str | Path, *, sheet: str | None = None, columns: Mapping[str, str] | None = None, aliases: str
    | Path | None = None) -> BangChiTieu
load_pack(name_or_folder: str | Path) -> Pack
load_rows(path: str | Path, *, sheet: str | None = None) -> DanhSach
load_table(path: str | Path, *, sheet: str | None = None) -> Bang
load_tasks(path: str | Path, *, sheet: str | None = None, columns: Mapping[str, str] | None = None, aliases: str |
    Path | None = None) -> BangNhiemVu
open_draft(source: str, given: Mapping[str, str] = mappingproxy({}), *, fields: Mapping[str, str] = mappingproxy({}))
    -> Draft
read_van_ban(data: Any) -> VanBan
render(van_ban: VanBan, path: str | Path, *, pack: Pack | str | Path | None = None, overwrite: bool = False) ->
    Receipt
render_apart(van_ban: VanBan, path: str | Path, *, pack: Pack | str | Path | None = None, overwrite: bool = False) ->
    tuple[Receipt, ...]
render_batch(draft: Draft, letters: Letters, out: str | Path, options: BatchOptions = BatchOptions(pack=None,
    issue=False, danh_so_lai=False, resume=False, force=False, together=False), *, executor: Executor | None = None,
    on_done: Callable[[LetterResult], object] | None = None) -> BatchResult
render_bytes(van_ban: VanBan, *, pack: Pack | str | Path | None = None) -> bytes
render_together(van_bans: Iterable[VanBan], path: str | Path, *, pack: Pack | str | Path | None = None, overwrite:
    bool = False) -> Receipt
"""
PINNED = re.sub(r"\n +", " ", SURFACE.strip()).splitlines()


def described(name: str) -> str:
    """One line about the object that ``vbhc`` offers as ``name``."""
    offered = getattr(vbhc, name)
    if not inspect.isclass(offered):
        return name + (str(inspect.signature(offered)).replace("'", "") if callable(offered) else "")
    if issubclass(offered, enum.Enum):
        return f"{name} = {' | '.join(member.value for member in offered)}"
    if issubclass(offered, Exception):
        return f"{name} < {', '.join(parent.__name__ for parent in offered.__bases__)}"
    fields = dict(_fields(offered))
    listed = ", ".join(f"{field}{'*' if required else ''}" for field, required in fields.items())
    return " ".join([f"{name}({listed})", *(f".{more}" for more in sorted(set(_more(offered)) - fields.keys()))])


def _fields(offered: type) -> Iterator[tuple[str, bool]]:
    """The fields of a model, dataclass or named tuple, and whether each must be given."""
    if issubclass(offered, BaseModel):
        yield from ((field, info.is_required()) for field, info in offered.model_fields.items())
    else:
        given = inspect.signature(offered).parameters.values()
        yield from ((parameter.name, parameter.default is parameter.empty) for parameter in given)


def _more(offered: type) -> Iterator[str]:
    """The public names that the project's own classes add."""
    own = (parent for parent in offered.__mro__ if parent.__module__.startswith("vbhc"))
    return (name for parent in own for name in vars(parent) if not name.startswith(("_", "model_")))


def it_offers_what_is_pinned():
    assert [described(name) for name in vbhc.__all__] == PINNED


def it_lists_its_names_in_order_and_each_once():
    assert vbhc.__all__ == sorted(set(vbhc.__all__))


def it_offers_nothing_beside_them():
    public = {name for name, value in vars(vbhc).items() if not (name.startswith("_") or inspect.ismodule(value))}
    assert public - {"annotations"} == set(vbhc.__all__) - {"__version__"}


@pytest.mark.parametrize("name", [name for name in vbhc.__all__ if inspect.isclass(getattr(vbhc, name))])
def it_offers_values_that_do_not_change(name: str):
    offered = getattr(vbhc, name)
    if issubclass(offered, BaseModel):
        assert offered.model_config["frozen"]
        assert offered.model_config["extra"] == "forbid"
    elif dataclasses.is_dataclass(offered):
        assert offered.__dataclass_params__.frozen  # type: ignore[attr-defined]


def it_tells_type_checkers_that_it_is_typed():
    assert files("vbhc").joinpath("py.typed").is_file()


def it_needs_nothing_of_what_only_tests_use():
    code = "import sys, vbhc; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"openpyxl", "odf", "xlwt", "pdfplumber", "hypothesis", "pytest"}.isdisjoint(loaded)
