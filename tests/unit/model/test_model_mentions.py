"""Citations and footnotes: what is said at the first mention and afterwards, in which order, and what leads nowhere."""

from __future__ import annotations

from typing import Any

import pytest
from support.letters import doan, plan

from vbhc import ChuThich, InputError, KeHoach, VienDan

KH = "Kế hoạch số 131/KH-UBND ngày 10/11/2025 của UBND tỉnh Bắc Ninh về nâng cao chỉ số DTI"
KH_FULL = "Kế hoạch số 131/KH-UBND ngày 10 tháng 11 năm 2025 của UBND tỉnh Bắc Ninh về nâng cao chỉ số DTI"
NQ = {"loai": "Nghị quyết", "so_ky_hieu": "57-NQ/TW", "thoi_gian": "22/12/2024", "co_quan": "Bộ Chính trị"}
LUAT = {"loai": "Luật", "trich_yeu": "Tổ chức Chính phủ", "thoi_gian": "18/02/2025", "so_ky_hieu": "63/2025/QH15"}
CITED = {"kh131": KH, "nq57": NQ, "luat": LUAT}


def cited(written: str) -> VienDan:
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
        vien_dan={"a": {"loai": "Đề án", "so_ky_hieu": "1/ĐA-UBND", "trich_yeu": "về 5 * 3 * 2 [@a] [^x]"}},
    )
    assert texts(van_ban) == [r"Theo **Đề án số 1/ĐA-UBND về 5 \* 3 \* 2 \[@a] [\^x]**."]


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
    ],
)
def it_reads_a_citation_that_is_written_as_a_sentence_would_have_it(written: str, full: str, short: str):
    assert (cited(written).day_du(), cited(written).rut_gon) == (full, short)


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


@pytest.mark.parametrize("changes", [{"trich_yeu": "về [@a]"}, {"noi_nhan": {"noi": ["Sở A[^b]"]}}])
def it_takes_marks_in_the_body_alone(changes: dict[str, Any]):
    with pytest.raises(InputError, match="chỉ đặt được trong nội dung"):
        plan(**changes)


def it_takes_footnotes_as_a_group_or_as_a_list():
    group = plan(noi_dung=[doan("x[^a]")], chu_thich={"a": "Một\nHai"})
    listed = plan(noi_dung=[doan("x[^a]")], chu_thich=[ChuThich(ma="a", noi_dung="Một\nHai")])
    assert group == listed
    assert KeHoach.model_validate_json(group.model_dump_json()) == group


def it_writes_citations_out_in_a_copy_that_lost_the_text_of_a_footnote():
    whole = plan(noi_dung=[doan("x[^a]"), doan("[@kh131]")], chu_thich={"a": "Theo [@kh131]."}, vien_dan={"kh131": KH})
    cut = whole.model_copy(update={"noi_dung": whole.noi_dung[1:]})
    assert texts(cut) == [KH_FULL]
