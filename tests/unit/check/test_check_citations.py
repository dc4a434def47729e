"""Viện dẫn: what a text says of the văn bản that it cites."""

from __future__ import annotations

import pytest
from support.handmade import Bang, cong_van, ke_hoach, quyet_dinh, van_ban_dang
from support.handmade.looks import can_cu, doan
from worded import RULES, hits, letter, told

FULL = "Thực hiện Kế hoạch số 131/KH-UBND ngày 10 tháng 11 năm 2025 của Ủy ban nhân dân tỉnh về chuyển đổi số."
RESOLUTION = "Theo Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về khoa học, công nghệ."
DECREE = "Theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư."

# The rule, a paragraph in front, what breaks the rule, and the same words as they should be.
CASES = (
    ("VD001", RESOLUTION, "Tiếp tục thực hiện Nghị quyết số 57/NQ-TW.", "Tiếp tục thực hiện Nghị quyết số 57-NQ/TW."),
    (
        "VD002",
        RESOLUTION,
        "Nghị quyết số 57-NQ/TW ngày 21/12/2024 nêu rõ.",
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 nêu rõ.",
    ),
    ("VD002", FULL, f"{FULL[:38]} 11{FULL[41:]}", "Kế hoạch số 131/KH-UBND đã nêu."),
    (
        "VD002",
        "",
        f"{FULL[:38]} 11 tháng 11 năm 2025 và Kế hoạch số 131/KH-UBND ngày 12 tháng 11 năm 2025 đã nêu.",
        "Kế hoạch số 131/KH-UBND ngày 12 tháng 11 năm 2025 của Ủy ban nhân dân tỉnh đã nêu.",
    ),
    ("VD003", "", DECREE.replace("năm 2020", "năm 2021"), DECREE),
    (
        "VD004",
        "",
        "Theo Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư.",
        DECREE,
    ),
    ("VD004", "", "Theo Quyết định số 749/QĐ-TTg để thực hiện.", FULL),
    ("VD004", "", "Các cơ quan làm công tác văn thư theo Nghị định số 30/2020/NĐ-CP.", DECREE),
    ("VD005", FULL, f"{FULL} ", "Thực hiện Kế hoạch số 131/KH-UBND."),
    ("VD006", "", "Theo Luật Giao dịch điện tử số 20/2023/QH15.", "Theo Luật Giao dịch điện tử."),
    ("VD007", FULL, FULL.replace("Kế hoạch số 131/KH", "Quyết định số 12/KH"), "Kế hoạch số 131/KH-UBND đã nêu."),
    ("VD008", DECREE, "Nghị định số 30/NĐ-CP đã nêu.", "Nghị định số 30/2020/NĐ-CP đã nêu."),
    ("VD009", FULL, "Kế hoạch số 131/KH - UBND đã nêu.", "Kế hoạch số 131/KH-UBND đã nêu."),
    ("VD009", FULL, "Kế hoạch số 131/KH–UBND đã nêu.", "Kế hoạch số 131/KH-UBND đã nêu."),
    ("VD010", FULL, "Kế hoạch 131/KH-UBND đã nêu.", "Kế hoạch số 131/KH-UBND đã nêu."),
    ("VD011", "", FULL.replace("131/", "5/"), FULL.replace("131/", "05/")),
    ("VD012", "", "Báo cáo trước ngày 5/03/2026.", "Báo cáo trước ngày 05/3/2026."),
    ("VD012", "", "Báo cáo trước ngày 05 tháng 03 năm 2026.", "Báo cáo trước ngày 05 tháng 3 năm 2026."),
    ("VD012", "", "Báo cáo trước ngày 15/1/2026.", "Báo cáo trước ngày 15/01/2026."),
    ("VD013", "", "Theo Điều 103 khoản 2 của Bộ luật này.", "Theo khoản 2 Điều 103 của Bộ luật này."),
)


@pytest.mark.parametrize(("code", "before", "wrong", "right"), CASES)
def it_finds_a_wrong_citation_at_its_place_and_lets_the_right_one_pass(
    code: str, before: str, wrong: str, right: str
) -> None:
    first = before or "Sở Tài chính đề nghị như sau:"
    assert told(first, wrong, "Trân trọng./.") == [(code, wrong)]
    assert told(first, right, "Trân trọng./.") == []


def it_has_a_case_for_each_of_its_rules() -> None:
    assert {rule.code for rule in RULES if rule.code.startswith("VD")} == {code for code, *_ in CASES}


def it_lets_two_bodies_have_one_number() -> None:
    other = FULL.replace("10 tháng 11", "12 tháng 11").replace("nhân dân tỉnh", "nhân dân phường Kinh Bắc")
    assert told(FULL, other) == []


def it_lets_a_number_come_again_in_another_year() -> None:
    assert told(FULL, FULL.replace("10 tháng 11 năm 2025", "12 tháng 11 năm 2024")) == []


def it_lets_the_state_and_the_party_have_one_abbreviation() -> None:
    state = "Theo Thông báo số 12/TB-VP ngày 10 tháng 11 năm 2025 của Văn phòng Ủy ban nhân dân tỉnh về lịch họp."
    party = "Theo Thông báo số 12-TB/VP ngày 09 tháng 10 năm 2025 của Văn phòng Tỉnh ủy về lịch họp."
    assert told(state, party) == []


@pytest.mark.parametrize(
    "unclear",
    [
        "Đạt 11/47 chỉ tiêu, 24/7 ngày; tỷ lệ 1/2; km 5/QL-1.",
        "Theo các Quyết định số 749/QĐ-TTg, số 942/QĐ-TTg và 411/QĐ-TTg.",
        "Kèm theo Văn bản số …/UBND-VX ngày … tháng … năm …",
        "Theo Luật sửa đổi, bổ sung một số điều của Luật Giao dịch điện tử số 20/2023/QH15.",
        "Theo Điều 5, khoản 2 Điều 6 và Điều 7 khoản 1, Điều 8 của Quy chế.",
        "Ngày 10/11/2025, Ủy ban nhân dân tỉnh ban hành Kế hoạch số 131/KH-UBND về chuyển đổi số.",
        "Sở Y tế đã có Báo cáo số 45/BC-SYT ngày 06/9/2025 gửi Sở Nội vụ.",
        "Trường Trung học phổ thông Yên Phong báo cáo tại Công văn số 12/THPTYP-VP ngày 06/9/2025.",
        "Ngày 05/9/2025, Sở Nội vụ có Công văn số 1301/SNV-CCVC gửi các sở; cùng ngày, Sở gửi Thông báo số 12/TB-SNV.",
        "Tờ trình đề nghị phê duyệt kế hoạch số 15/TTr-SNV ngày 06/9/2025 của Sở Nội vụ.",
        "Theo Hợp đồng số 05/2025/HĐ-TVTK ngày 12/5/2025 giữa Sở Xây dựng và nhà thầu.",
        "Quy định số 12/QĐ-UBND kèm theo được bãi bỏ bởi văn bản của Ủy ban nhân dân tỉnh ngày 05 tháng 3 năm 2026.",
    ],
)
def it_says_nothing_of_what_may_be_right(unclear: str) -> None:
    assert told(unclear, "Trân trọng./.") == []


def it_reads_the_grounds_as_the_first_mention() -> None:
    grounds = can_cu(DECREE.rstrip(".").replace("Theo", "Căn cứ"), "Theo đề nghị của Giám đốc Sở Nội vụ")
    assert hits(quyet_dinh(than=(*grounds, doan("Thực hiện Nghị định số 30/2020/NĐ-CP.")))) == []
    short = can_cu("Căn cứ Nghị định số 30/2020/NĐ-CP", "Theo đề nghị của Giám đốc Sở Nội vụ")
    assert [code for code, _ in hits(quyet_dinh(than=short))] == ["VD004"]


def it_asks_for_no_full_mention_in_the_subject_or_in_a_table() -> None:
    table = Bang((60, 100), (("STT", "Văn bản"), ("1", "Quyết định 749/QĐ-TTg")))
    assert hits(cong_van(v_v="V/v triển khai Quyết định\nsố 749/QĐ-TTg", than=(doan("Gửi danh mục:"), table))) == []


def it_takes_a_title_in_capitals_for_no_mention() -> None:
    title = "I. THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW"
    assert told(title, RESOLUTION, "Nghị quyết số 57-NQ/TW nêu rõ.") == []


def it_takes_the_number_of_the_document_itself_for_no_citation() -> None:
    assert hits(cong_van(so_ky_hieu="Số: 12/KH-UBND", than=(doan("Kế hoạch số 12/KH-UBND này."),))) == []


def it_finds_mentions_that_disagree_wherever_they_stand() -> None:
    table = Bang((60, 100), (("STT", "Văn bản"), ("1", "Nghị quyết số 57/NQ-TW")))
    data = ke_hoach(than=(doan(RESOLUTION), table))
    [(code, hit)] = hits(data)
    assert code == "VD001"
    assert hit.place is not None
    assert hit.place.words == "bảng 2, hàng 2, ô 2, đoạn 1"


def it_compares_the_mentions_in_any_document() -> None:
    said = (doan("Nghị quyết số 57-NQ/TW nêu rõ."), doan("Nghị quyết số 57/NQ-TW nêu rõ."))
    assert [code for code, _ in hits(van_ban_dang(than=said))] == ["VD001"]


def it_reads_a_number_cut_into_many_runs() -> None:
    said = (doan(RESOLUTION), doan("Nghị quyết số 57/NQ-TW nêu rõ."))
    assert [code for code, _ in hits(cong_van(than=said, split=True))] == ["VD001"]


def it_names_both_places_of_a_disagreement() -> None:
    [(_, hit)] = hits(letter(RESOLUTION, "Nghị quyết số 57/NQ-TW nêu rõ."))
    assert hit.message.startswith("ghi «57/NQ-TW» ở «Nghị quyết số 57/NQ-TW nêu rõ.», nhưng đoạn ")
    assert hit.message.endswith(" ghi «57-NQ/TW»")
