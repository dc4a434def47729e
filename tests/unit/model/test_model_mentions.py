"""Citations and footnotes: what is said at the first mention and afterwards, in which order, and what leads nowhere."""

from __future__ import annotations

from time import process_time
from typing import Any

import pytest
from support.letters import doan, plan

from vbhc import Bang, ChuThich, InputError, KeHoach, VienDan

KH = "Kế hoạch số 131/KH-UBND ngày 10/11/2025 của UBND tỉnh Bắc Ninh về nâng cao chỉ số DTI"
KH_FULL = "Kế hoạch số 131/KH-UBND ngày 10 tháng 11 năm 2025 của UBND tỉnh Bắc Ninh về nâng cao chỉ số DTI"
NQ = {"loai": "Nghị quyết", "so_ky_hieu": "57-NQ/TW", "thoi_gian": "22/12/2024", "co_quan": "Bộ Chính trị"}
LUAT = {"loai": "Luật", "trich_yeu": "Tổ chức Chính phủ", "thoi_gian": "18/02/2025", "so_ky_hieu": "63/2025/QH15"}
MENDING = "Luật sửa đổi, bổ sung một số điều của Luật Đất đai"
CITED = {"kh131": KH, "nq57": NQ, "luat": LUAT}


def cited(written: Any) -> VienDan:
    (found,) = plan(noi_dung=[doan("[@a]")], vien_dan={"a": written}).vien_dan
    return found


def texts(van_ban: KeHoach) -> list[str]:
    """What the body says once its citations are written out."""
    return [block.noi_dung for block in van_ban.voi_vien_dan().noi_dung if block.loai == "doan"]


def it_says_a_document_in_full_first_and_in_short_afterwards():
    written = texts(plan(noi_dung=[doan("Theo [@kh131], [@nq57]."), doan("Như [@kh131] và [@nq57].")], vien_dan=CITED))
    assert written == [
        f"Theo {KH_FULL}, Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị.",
        "Như Kế hoạch số 131/KH-UBND và Nghị quyết số 57-NQ/TW.",
    ]


def it_says_a_law_by_its_name_and_among_can_cu_with_its_date():
    van_ban = plan(can_cu=["Căn cứ [@luat]"], noi_dung=[doan("Theo điểm a khoản 2 Điều 5 [@luat].")], vien_dan=CITED)
    said = van_ban.voi_vien_dan()
    assert said.can_cu == ("Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025",)
    assert texts(van_ban) == ["Theo điểm a khoản 2 Điều 5 Luật Tổ chức Chính phủ."]


def it_finds_the_first_mention_over_can_cu_body_footnotes_and_phu_luc():
    van_ban = plan(
        can_cu=["Căn cứ [@a]"],
        noi_dung=[{"loai": "muc", "tieu_de": "Mục[^n]", "khoi": [doan("Theo [@b] và [@a].")]}],
        chu_thich={"n": "Xem [@b], [@a]."},
        phu_luc=[{"noi_dung": [{"loai": "bang", "cot": ["Cột"], "hang": [["[@c]"], ["[@c], [@b]"]]}]}],
        vien_dan={key: f"Báo cáo số 1/BC-{key.upper()} ngày 01/3/2026" for key in "abc"},
    ).voi_vien_dan()
    assert van_ban.can_cu == ("Căn cứ Báo cáo số 1/BC-A ngày 01 tháng 3 năm 2026",)
    assert van_ban.chu_thich[0].noi_dung == "Xem Báo cáo số 1/BC-B ngày 01 tháng 3 năm 2026, Báo cáo số 1/BC-A."
    assert van_ban.noi_dung[0].khoi[0].noi_dung == "Theo Báo cáo số 1/BC-B và Báo cáo số 1/BC-A."
    (bang,) = van_ban.phu_luc[0].noi_dung
    assert [row.o for row in bang.hang] == [
        ("Báo cáo số 1/BC-C ngày 01 tháng 3 năm 2026",),
        ("Báo cáo số 1/BC-C, Báo cáo số 1/BC-B",),
    ]


def it_never_reads_a_cited_name_as_markup():
    van_ban = plan(
        noi_dung=[doan("Theo **[@a]**.")],
        vien_dan={"a": {"loai": "Đề án", "so_ky_hieu": "1/ĐA-UBND", "trich_yeu": "về 5 * 3 * 2"}},
    )
    assert texts(van_ban) == [r"Theo **Đề án số 1/ĐA-UBND về 5 \* 3 \* 2**."]


def it_leaves_a_document_without_citations_as_it_is():
    van_ban = plan(noi_dung=[doan("Nội dung.")])
    assert van_ban.voi_vien_dan() is van_ban


@pytest.mark.parametrize(
    ("written", "full", "short"),
    [
        (KH, KH_FULL, "Kế hoạch số 131/KH-UBND"),
        (
            "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá",
            "Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá",
            "Nghị quyết số 57-NQ/TW",
        ),
        (
            "Quyết định số 405/QĐ-BKHCN của Bộ Khoa học và Công nghệ phê duyệt Đề án",
            "Quyết định số 405/QĐ-BKHCN của Bộ Khoa học và Công nghệ phê duyệt Đề án",
            "Quyết định số 405/QĐ-BKHCN",
        ),
        ("Luật Giao dịch điện tử", "Luật Giao dịch điện tử", "Luật Giao dịch điện tử"),
        ("Bộ luật Lao động ngày 20/11/2019", "Bộ luật Lao động", "Bộ luật Lao động"),
        (
            "Kế hoạch số 131/KH-UBND ngày 10 tháng 11 năm 2025 của UBND tỉnh Bắc Ninh về nâng cao chỉ số DTI",
            KH_FULL,
            "Kế hoạch số 131/KH-UBND",
        ),
        (
            "Thông báo số 5/TB-SGTVT của Sở Giao thông vận tải về việc họp",
            "Thông báo số 5/TB-SGTVT của Sở Giao thông vận tải về việc họp",
            "Thông báo số 5/TB-SGTVT",
        ),
        ("Luật Giao dịch điện tử số 20/2023/QH15", "Luật Giao dịch điện tử", "Luật Giao dịch điện tử"),
        ("Luật số 60/2024/QH15 của Quốc hội về dữ liệu", "Luật về dữ liệu", "Luật về dữ liệu"),
        ("Luật số 60/2024/QH15 ngày 30/11/2024 của Quốc hội Dữ liệu", "Luật Dữ liệu", "Luật Dữ liệu"),
        ("Luật Dữ liệu số 60/2024/QH15 ngày 30/11/2024 của Quốc hội khóa XV", "Luật Dữ liệu", "Luật Dữ liệu"),
        (MENDING, MENDING, MENDING),
        (f"{MENDING} số 31/2024/QH15", f"{MENDING} số 31/2024/QH15", f"{MENDING} số 31/2024/QH15"),
        (MENDING.replace("Luật sửa", "Luật số 43/2024/QH15 sửa"), MENDING, MENDING),
        ("Luật Tổ chức của Quốc hội", "Luật Tổ chức của Quốc hội", "Luật Tổ chức của Quốc hội"),
        ("Hiến pháp", "Hiến pháp", "Hiến pháp"),
        ("Hiến pháp năm 2013", "Hiến pháp năm 2013", "Hiến pháp năm 2013"),
    ],
)
def it_reads_a_citation_that_is_written_as_a_sentence_would_have_it(written: str, full: str, short: str):
    assert (cited(written).day_du(), cited(written).rut_gon) == (full, short)


def it_keeps_the_so_of_a_law_without_saying_it():
    law = cited("Luật Giao dịch điện tử số 20/2023/QH15 ngày 22 tháng 6 năm 2023")
    assert (law.la_luat, law.loai, law.trich_yeu, law.so_ky_hieu) == (True, "Luật", "Giao dịch điện tử", "20/2023/QH15")
    assert law.day_du(trong_can_cu=True) == "Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023"


@pytest.mark.parametrize(
    "written",
    [
        *("Luật", "Luật số 60/2024/QH15", "Luật số 60/2024/QH15 ngày 30/11/2024 của Quốc hội", "Luật 20/2023/QH15"),
        *("Luật số 5", "Luật ngày 22/6/2023", {"loai": "Luật", "so_ky_hieu": "60/2024/QH15"}),
    ],
)
def it_asks_for_the_name_of_a_law(written: Any):
    with pytest.raises(InputError, match="luật được viện dẫn bằng tên, nhưng ở đây chưa có tên"):
        cited(written)


def it_takes_hien_phap_without_a_name():
    assert VienDan(ma="hp", loai="Hiến pháp").day_du() == "Hiến pháp"


@pytest.mark.parametrize("written", ["Nghị quyết sửa đổi một số điều của A", "Báo cáo một số kết quả"])
def it_takes_no_word_for_a_so(written: str):
    with pytest.raises(InputError, match="không đọc được thành văn bản viện dẫn"):
        cited(written)


def it_says_how_to_write_a_citation_that_it_cannot_read():
    with pytest.raises(InputError, match=r"không đọc được thành văn bản viện dẫn.*Luật Giao dịch điện tử"):
        cited("theo công văn hôm trước")


@pytest.mark.parametrize(
    ("changes", "codes", "said"),
    [
        ({"noi_dung": [doan("Theo [@kh31].")], "vien_dan": {"kh131": KH}}, ["VB005"], "noi_dung[1].noi_dung"),
        ({"noi_dung": [doan("Theo [@kh31].")], "vien_dan": {"kh131": KH}}, ["VB005"], "có phải «kh131»?"),
        ({"noi_dung": [doan("Đạt[^a].")]}, ["VB006"], "[^a] nhưng không có chú thích nào"),
        (
            {"noi_dung": [doan("Đạt[^a].")], "phu_luc": [{"noi_dung": [doan("x[^a]")]}], "chu_thich": {"a": "A"}},
            ["VB007"],
            "phu_luc[1].noi_dung[1].noi_dung",
        ),
        ({"chu_thich": {"a": "A"}}, ["VB008"], "chu_thich[1]"),
        ({"noi_dung": [doan("x[^a]")], "chu_thich": {"a": "A[^b]"}}, ["VB009"], "[^b]"),
        ({"noi_dung": [doan("x[^a]")], "chu_thich": {"a": "theo [@c]"}}, ["VB005"], "chu_thich[1]"),
        ({"noi_dung": [doan("x[^a]")], "chu_thich": [{"ma": "a", "noi_dung": n} for n in "AB"]}, ["VB010"], "«a»"),
        ({"noi_dung": [doan("[@x] [@y] [^z]")]}, ["VB005", "VB005", "VB006"], "[@y]"),
    ],
)
def it_names_every_mark_that_leads_nowhere(changes: dict[str, Any], codes: list[str], said: str):
    with pytest.raises(InputError) as caught:
        plan(**changes)
    assert [finding.code for finding in caught.value.report] == codes
    assert said in str(caught.value)


@pytest.mark.parametrize(
    "changes",
    [
        {"trich_yeu": "về [@a]"},
        {"noi_nhan": {"noi": ["Sở A[^b]"]}},
        {"dia_danh": "Bắc Ninh[^b]"},
        {"co_quan": {"ten": "Sở A[^b]"}},
        {"co_quan": {"ten": "Sở A", "chu_quan": "UBND tỉnh [@a]"}},
        {"nguoi_ky": {"quyen_han": "Chủ tịch", "ho_ten": "Nguyễn Văn A[^b]"}},
        {"nguoi_ky": {"quyen_han": "Chủ tịch[^b]"}},
        {"nguoi_ky": {"quyen_han": "Chủ tịch", "chuc_vu_khac": "Trưởng ban[^b]"}},
        {"pham_vi_luu_hanh": "Lưu hành nội bộ [@a]"},
        *({"dia_chi": {"dia_chi": "Số 1"} | {f: "x[^b]"}} for f in ("dia_chi", "dien_thoai", "fax")),
        *({"dia_chi": {"dia_chi": "Số 1", f: "x[@b]"}} for f in ("thu_dien_tu", "trang_tin")),
        {"noi_nhan": {"noi": [{"ten": "Sở A", "muc_dich": "b/c[^b]"}]}},
        {"noi_nhan": {"noi": [{"ten": "Sở A", "gom": ["Phòng B[^b]"]}]}},
        *({"noi_nhan": {"noi": ["Sở A"], "luu": luu}} for luu in ("CĐS[^b]", {"nguoi_soan_thao": "PL[@a]"})),
        {"so_ky_hieu": "5/KH-UBND[^b]"},
        {"noi_dung": [{"loai": "muc", "so": "1[^b].", "tieu_de": "Mục"}]},
        *({"vien_dan": {"a": {"loai": "Đề án", f: "x[^b]"}}} for f in ("loai", "so_ky_hieu", "co_quan", "trich_yeu")),
        {"vien_dan": {"a": "Kế hoạch số 1/KH-UBND về thực hiện [@b]"}},
    ],
)
def it_takes_marks_in_the_body_alone(changes: dict[str, Any]):
    with pytest.raises(InputError, match="chỉ đặt được trong nội dung"):
        plan(**changes)


def it_takes_footnotes_as_a_group_or_as_a_list():
    group = plan(noi_dung=[doan("x[^a]")], chu_thich={"a": "Một\nHai"})
    listed = plan(noi_dung=[doan("x[^a]")], chu_thich=[ChuThich(ma="a", noi_dung="Một\nHai")])
    assert group == listed
    assert KeHoach.model_validate_json(group.model_dump_json()) == group


@pytest.mark.parametrize(
    ("group", "said"),
    [
        ({"a": 5}, "vien_dan.a (Văn bản được viện dẫn «a»): mã «a»: dưới mã phải là một chuỗi chữ hoặc một nhóm"),
        ({"a": ["x"]}, "vien_dan.a (Văn bản được viện dẫn «a»): mã «a»: dưới mã phải là"),
        ({"a": None}, "vien_dan.a (Văn bản được viện dẫn «a»): mã «a»: dưới mã phải là"),
        ([("a", 5)], "vien_dan[1] (Văn bản được viện dẫn 1): mã «a»: dưới mã phải là"),
        ([("a", "b", "c")], "mã «a»: dưới mã phải là"),
        ([()], "vien_dan[1]"),
        ({"a": {"ma": "b", "loai": "Luật"}}, "mã «a» nhưng bên trong ghi mã «b»"),
        ({"a": {"loai": "Báo cáo", "thoi_gian": 5}}, "vien_dan.a.thoi_gian (Văn bản được viện dẫn «a» → Thời gian"),
        ({"thoi_gian": {"loi": "A"}}, "vien_dan.thoi_gian.loi (Văn bản được viện dẫn «thoi_gian»): không có trường"),
        ({"a b": "Luật A"}, "vien_dan.a b.ma (Văn bản được viện dẫn «a b» → Mã): không đúng dạng"),
        ({5: "Luật A"}, "vien_dan.5.ma"),
        ({"a": {5: "Luật A"}}, "tên trường phải là một chuỗi chữ"),
    ],
)
def it_says_under_which_name_of_a_group_something_is_wrong(group: Any, said: str):
    with pytest.raises(InputError) as caught:
        plan(vien_dan=group)
    assert said in str(caught.value)


def it_takes_a_name_said_twice_alike_and_a_value_made_before():
    note = ChuThich(ma="a", noi_dung="A")
    for group in ({"a": {"ma": "a", "noi_dung": "A"}}, {"a": note}):
        assert plan(noi_dung=[doan("x[^a]")], chu_thich=group).chu_thich == (note,)


def it_reads_the_headings_of_a_table_row_by_row():
    bang = Bang(cot=[{"tieu_de": "A", "con": ["Theo [@x]", "[@y]"]}, "Theo [@x], [@z]"], hang=[["[@x]", "[@y]", ""]])
    names = {key: f"Báo cáo số 1/BC-{key.upper()} ngày 01/3/2026" for key in "xyz"}
    (said,) = plan(noi_dung=[bang], vien_dan=names).voi_vien_dan().noi_dung
    full = {key: f"Báo cáo số 1/BC-{key.upper()} ngày 01 tháng 3 năm 2026" for key in "xyz"}
    assert [cot.tieu_de for cot in said.cot] == ["A", f"Theo {full['x']}, {full['z']}"]
    assert [cot.tieu_de for cot in said.cot[0].con] == ["Theo Báo cáo số 1/BC-X", full["y"]]
    assert said.hang[0].o == ("Báo cáo số 1/BC-X", "Báo cáo số 1/BC-Y", "")


def it_names_the_heading_in_which_a_mark_leads_nowhere():
    bang = Bang(cot=[{"tieu_de": "A", "con": ["Theo [@x]", "B"]}, "C[^n]"], hang=[["", "", ""]])
    with pytest.raises(InputError) as caught:
        plan(noi_dung=[bang])
    assert [str(finding.location).split(" ")[0] for finding in caught.value.report] == [
        "noi_dung[1].cot[2].tieu_de",
        "noi_dung[1].cot[1].con[1].tieu_de",
    ]


@pytest.mark.parametrize(("count", "known"), [(30_000, True), (10_000, False)])
def it_checks_thousands_of_marks_without_delay(count: int, known: bool):
    names = [f"m{n}" for n in range(count)]
    body = [doan("".join(f"[^{name}][@{name}]" for name in names))]
    defined = names if known else [f"x{name}" for name in names]
    notes = [ChuThich(ma=name, noi_dung="N") for name in defined]
    cited = [VienDan(ma=name, loai="Luật", trich_yeu="A") for name in defined]
    begun = process_time()
    try:
        plan(noi_dung=body, chu_thich=notes, vien_dan=cited)
    except InputError as error:
        assert len(error.report) == 3 * count  # noqa: PT017
    assert process_time() - begun < 5
