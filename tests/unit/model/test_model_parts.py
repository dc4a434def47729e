"""The parts of a văn bản: what constructs, what it prints, what it refuses and how it says so."""

from datetime import date

import pytest

from vbhc.errors import InputError
from vbhc.model import CoQuan, DiaChi, DongNoiNhan, Luu, NguoiKy, NoiNhan, QuyenHan, SoKyHieu, ThoiGian
from vbhc.text.dates import GAP


@pytest.mark.parametrize("written", ["05/BNV-VP", "12/UBND-VX", "1999/SKH-CN-CĐS", "131/KH-UBND", "07/KH&CĐS-VP"])
def it_prints_a_so_ky_hieu_as_it_was_written(written: str) -> None:
    assert str(SoKyHieu.parse(written)) == written


def it_pads_a_so_below_ten() -> None:
    assert str(SoKyHieu(so=5, ky_hieu="BNV-VP")) == "05/BNV-VP"


def it_shows_a_gap_where_a_draft_has_no_so() -> None:
    assert str(SoKyHieu.parse("Số:     /UBND-CĐS")) == f"{GAP}/UBND-CĐS"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("05/2025/QĐ-UBND", "quy phạm pháp luật"),
        ("UBND-CĐS", "không đọc được"),
        ("12/UBND VX", "không có dấu cách"),
        ("12/UBND", "nối bằng gạch nối"),
        ("0/UBND-VX", "từ 1 trở lên"),
    ],
)
def it_refuses_what_is_no_so_ky_hieu_and_says_why(written: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        SoKyHieu.parse(written)


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("15/5/2026", "ngày 15 tháng 5 năm 2026"),
        ("2026-02-03", "ngày 03 tháng 02 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        ({"thang": 5, "nam": 2026}, f"ngày{GAP}tháng 5 năm 2026"),
        ({"nam": 2026}, f"ngày{GAP}tháng{GAP}năm 2026"),
    ],
)
def it_prints_a_date_as_the_decree_pads_it(given: object, printed: str) -> None:
    assert str(ThoiGian.model_validate(given)).replace("\u00a0", " ") == printed.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "given", ["31/2/2026", "29/02/2025", {"ngay": 5, "nam": 2026}, {"ngay": 1, "thang": 13, "nam": 2026}]
)
def it_refuses_a_date_that_is_not_in_the_calendar(given: object) -> None:
    with pytest.raises(InputError):
        ThoiGian.model_validate(given)


@pytest.mark.parametrize(
    "lines",
    [
        ["Giám đốc"],
        ["Q. Giám đốc"],
        ["TM. Ủy ban nhân dân", "Chủ tịch"],
        ["KT. Chủ tịch", "Phó Chủ tịch"],
        ["TL. Chủ tịch", "Chánh Văn phòng"],
        ["TUQ. Giám đốc", "Trưởng phòng"],
        ["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"],
        ["TL. Chủ tịch", "KT. Chánh Văn phòng", "Phó Chánh Văn phòng"],
    ],
)
def it_takes_the_legal_chains_of_quyen_han(lines: list[str]) -> None:
    assert [str(line) for line in NguoiKy(quyen_han=lines, ho_ten="Nguyễn Văn A").quyen_han] == lines


@pytest.mark.parametrize(
    "lines",
    [
        ["KT. Chủ tịch"],
        ["TUQ. Giám đốc", "KT. Trưởng phòng", "Phó Trưởng phòng"],
        ["Chủ tịch", "Phó Chủ tịch"],
        ["KT. Chủ tịch", "TM. Ủy ban nhân dân"],
        ["TM. A", "KT. B", "TL. C"],
    ],
)
def it_refuses_chains_that_nobody_may_sign_by(lines: list[str]) -> None:
    with pytest.raises(InputError, match="không phải cách ghi quyền hạn hợp lệ"):
        NguoiKy(quyen_han=lines)


def it_refuses_a_chain_of_four_lines() -> None:
    with pytest.raises(InputError, match="nhiều nhất 3 mục"):
        NguoiKy(quyen_han=["TM. A", "KT. B", "C", "D"])


def it_reads_a_quyen_han_typed_without_blank() -> None:
    assert str(QuyenHan.parse("kt.Chủ tịch")) == "KT. Chủ tịch"


def it_computes_the_dashes_and_end_marks_of_noi_nhan() -> None:
    noi_nhan = NoiNhan(
        noi=(
            "- Như trên;",
            DongNoiNhan(ten="Chủ tịch UBND tỉnh", muc_dich="b/c"),
            {"ten": "Văn phòng UBND tỉnh:", "gom": ["CVP, PCVP~N.Nam~, TH;", "LĐTT HCC"]},
        ),
        luu=Luu(don_vi="TTPVHCC"),
    )
    assert [line.replace("\u00a0", " ") for line in noi_nhan.cac_dong] == [
        "- Như trên;",
        "- Chủ tịch UBND tỉnh (b/c);",
        "- Văn phòng UBND tỉnh:",
        "  + CVP, PCVP~N.Nam~, TH;",
        "  + LĐTT HCC;",
        "- Lưu: VT, TTPVHCC.",
    ]


@pytest.mark.parametrize(
    ("luu", "printed"),
    [
        (Luu(), "Lưu: VT."),
        (Luu(don_vi=("TCCB",)), "Lưu: VT, TCCB."),
        (Luu(don_vi=("HC",), so_ban=2), "Lưu: VT, HC (2)."),
        (Luu(don_vi=("HC",), nguoi_soan_thao="pl", so_ban_phat_hanh=300), "Lưu: VT, HC. PL.(300)."),
        (Luu(don_vi=("HC",), so_ban=2, nguoi_soan_thao="PL"), "Lưu: VT, HC (2). PL."),
        (Luu(so_ban_phat_hanh=10), "Lưu: VT. (10)."),
    ],
)
def it_prints_the_luu_line_as_the_decree_samples_it(luu: Luu, printed: str) -> None:
    assert str(luu) == printed


def it_keeps_the_line_break_of_an_agency_name() -> None:
    agency = CoQuan(ten="Ủy ban nhân dân\ntỉnh Bắc Ninh")
    assert (agency.ten, agency.ten_day_du) == ("Ủy ban nhân dân\ntỉnh Bắc Ninh", "Ủy ban nhân dân tỉnh Bắc Ninh")


@pytest.mark.parametrize("line", [{"chuc_vu": "KT. Chủ tịch"}, "KT. Chủ tịch\nPhó Chủ tịch", "Chủ tịch\nPhó Chủ tịch"])
def it_lets_no_prefix_hide_in_a_chuc_vu(line: object) -> None:
    with pytest.raises(InputError, match=r"ky_hieu|mục riêng"):
        NguoiKy(quyen_han=[line])


def it_never_tears_a_telephone_number() -> None:
    address = DiaChi(dia_chi="Số 1, đường A", dien_thoai="(0222) 000 000")
    assert str(address) == "Địa chỉ: Số 1, đường A; Điện\u00a0thoại:\u00a0(0222)\u00a0000\u00a0000"
