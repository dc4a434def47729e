"""Viết hoa: what PL II of NĐ 30/2020 says of capitals, in its clear cases."""

from __future__ import annotations

import pytest
from support.handmade import Text, cong_van, quyet_dinh_quy_pham
from support.handmade.looks import doan
from worded import RULES, hits, letter, told

# The rule, what breaks it, and the same words as they should be.
CASES = (
    ("VH001", "Báo cáo Ủy ban Nhân dân tỉnh xem xét.", "Báo cáo Ủy ban nhân dân tỉnh xem xét."),
    ("VH001", "Báo cáo Ủy Ban Nhân Dân tỉnh xem xét.", "Báo cáo Ủy ban nhân dân tỉnh xem xét."),
    ("VH001", "Trình Hội đồng Nhân dân xã.", "Trình Hội đồng nhân dân xã."),
    ("VH002", "Chủ trương của Đảng cộng sản Việt Nam.", "Chủ trương của Đảng Cộng sản Việt Nam."),
    ("VH002", "Theo ý kiến của Văn phòng chính phủ.", "Theo ý kiến của Văn phòng Chính phủ."),
    ("VH002", "Theo chỉ đạo của Thủ tướng Chính Phủ.", "Theo chỉ đạo của Thủ tướng Chính phủ."),
    ("VH002", "Chương trình của Liên Hợp Quốc.", "Chương trình của Liên hợp quốc."),
    ("VH002", "Ban chấp hành Trung ương ban hành.", "Ban Chấp hành Trung ương ban hành."),
    ("VH003", "Gửi Bộ tài chính tổng hợp.", "Gửi Bộ Tài chính tổng hợp."),
    ("VH003", "Giao sở Y tế chủ trì.", "Giao Sở Y tế chủ trì."),
    ("VH003", "Giao Sở Khoa học và công nghệ chủ trì.", "Giao Sở Khoa học và Công nghệ chủ trì."),
    ("VH003", "Giao Sở Văn hóa, thể thao và du lịch.", "Giao Sở Văn hóa, Thể thao và Du lịch."),
    ("VH004", "Họp tại thủ đô Hà Nội.", "Họp tại Thủ đô Hà Nội."),
    ("VH004", "Họp tại thành phố Hồ Chí Minh.", "Họp tại Thành phố Hồ Chí Minh."),
    ("VH005", "Trên địa bàn Tỉnh Bắc Ninh.", "Trên địa bàn tỉnh Bắc Ninh."),
    ("VH005", "Trên địa bàn Thành phố Đà Nẵng.", "Trên địa bàn thành phố Đà Nẵng."),
    ("VH006", "Tặng Huân chương lao động hạng Ba.", "Tặng Huân chương Lao động hạng Ba."),
    ("VH006", "Danh hiệu Nghệ sĩ nhân dân.", "Danh hiệu Nghệ sĩ Nhân dân."),
    ("VH007", "Dịp ngày quốc khánh 2-9.", "Dịp ngày Quốc khánh 2-9."),
    ("VH007", "Dịp lễ Quốc Khánh năm nay.", "Dịp lễ Quốc khánh năm nay."),
    ("VH007", "Nghỉ tết nguyên đán năm 2026.", "Nghỉ tết Nguyên đán năm 2026."),
    ("VH008", "Các tầng lớp nhân dân hưởng ứng.", "Các tầng lớp Nhân dân hưởng ứng."),
    ("VH008", "Tin tưởng vào Đảng và nhà nước.", "Tin tưởng vào Đảng và Nhà nước."),
    ("VH009", "Họp sáng thứ hai, ngày 15 tháng 6 năm 2026.", "Họp sáng thứ Hai, ngày 15 tháng 6 năm 2026."),
    ("VH009", "Làm việc từ thứ hai đến thứ sáu.", "Làm việc từ thứ Hai đến thứ Sáu."),
    ("VH009", "Xong trong tháng tư năm 2026.", "Xong trong tháng Tư năm 2026."),
    ("VH010", "Kỷ niệm Cách mạng tháng tám.", "Kỷ niệm Cách mạng tháng Tám."),
    ("VH010", "Kỷ niệm Cách mạng Tháng Tám.", "Kỷ niệm Cách mạng tháng Tám."),
    ("VH011", "Thi hành Luật đất đai.", "Thi hành Luật Đất đai."),
    ("VH011", "Thi hành luật Giao dịch điện tử.", "Thi hành Luật Giao dịch điện tử."),
    ("VH011", "Thi hành Bộ luật hình sự.", "Thi hành Bộ luật Hình sự."),
    (
        "VH012",
        "Thực hiện kế hoạch số 131/KH-UBND ngày 10/11/2025 của Ủy ban nhân dân tỉnh.",
        "Thực hiện Kế hoạch số 131/KH-UBND ngày 10/11/2025 của Ủy ban nhân dân tỉnh.",
    ),
    ("VH013", "Theo khoản 2 điều 103 của Bộ luật này.", "Theo khoản 2 Điều 103 của Bộ luật này."),
    ("VH013", "Quy định tại chương XII của Bộ luật này.", "Quy định tại Chương XII của Bộ luật này."),
    ("VH013", "Theo khoản 2, điều 103 của Bộ luật này.", "Theo khoản 2, Điều 103 của Bộ luật này."),
    ("VH013", "Thực hiện chương II của Luật Lưu trữ.", "Thực hiện Chương II của Luật Lưu trữ."),
    ("VH014", "Quy định tại Khoản 2 Điều 103.", "Quy định tại khoản 2 Điều 103."),
    ("VH014", "Quy định tại Điểm a khoản 2 Điều 103.", "Quy định tại điểm a khoản 2 Điều 103."),
    ("VH015", "Sở đã báo cáo. các xã rà soát.", "Sở đã báo cáo. Các xã rà soát."),
    ("VH015", "Xong chưa? đề nghị báo cáo.", "Xong chưa? Đề nghị báo cáo."),
)


def it_finds_each_of_two_wrong_capitals() -> None:
    wrong = "Quy định tại  Khoản 2 điều 103 của Bộ luật này."
    assert told(wrong, "Trân trọng./.") == [("VH013", wrong), ("VH014", wrong), ("TT127", wrong)]


@pytest.mark.parametrize(("code", "wrong", "right"), CASES)
def it_finds_a_wrong_capital_at_its_place_and_lets_the_right_one_pass(code: str, wrong: str, right: str) -> None:
    before, after = "Sở Tài chính đề nghị các cơ quan thực hiện:", "Trân trọng./."
    assert told(before, wrong, after) == [(code, wrong)]
    assert told(before, right, after) == []


def it_has_a_case_for_each_of_its_rules() -> None:
    assert {rule.code for rule in RULES if rule.code.startswith("VH")} == {code for code, *_ in CASES} | {"VH016"}


def it_finds_a_line_that_begins_small_behind_one_that_has_ended() -> None:
    assert told("Sở đã rà soát.", "các xã báo cáo kết quả.") == [("VH016", "các xã báo cáo kết quả.")]
    assert told("Sở đã rà soát.", "Các xã báo cáo kết quả.") == []


def it_takes_a_line_torn_off_by_mistake_for_no_beginning() -> None:
    assert told("Sở đã rà soát và giao", "các xã báo cáo kết quả.") == []
    assert told("Sở đã rà soát:", "a) các xã báo cáo.", "- các xã nộp.") == []


@pytest.mark.parametrize(
    "unclear",
    [
        "Nâng cao năng lực cho cán bộ y tế, cán bộ tài chính và các cơ sở y tế, trụ sở Y tế cũ.",
        "Bộ xây dựng kế hoạch, Sở xây dựng phương án.",
        "Phát triển chính phủ điện tử; chính phủ các nước; quốc hội các nước.",
        "Mức thưởng là 500 nhân dân tệ; quản lý nhà nước; cơ quan nhà nước; ngân sách nhà nước.",
        "Công an nhân dân, Quân đội nhân dân, Tòa án nhân dân, ủy ban nhân dân các cấp.",
        "Lần thứ hai, việc thứ ba trong 6 tháng năm 2026; ba tháng năm 2026.",
        "Kiến thức pháp luật đất đai; dự thảo luật Đất đai; theo luật này.",
        "Các nghị định số 30/2020/NĐ-CP và số 78/2025/NĐ-CP được áp dụng.",
        "Gồm 10 điều 5 chương; những phần việc; mục 3 của danh mục; danh mục 2 chương trình.",
        "Khoản 2 Điều 5 quy định rõ. Điểm a khoản 1 Điều 6 cũng vậy.",
        "Gửi tại TP. hồ sơ, v.v. và các việc khác... để tổng hợp; xem trang example.gov. vn để biết.",
        "Trụ sở tại Quận 1, Phường Điện Biên Phủ, Tỉnh Đoàn Bắc Ninh.",
        "Huân chương của Nhà nước; phong trào anh hùng lao động; nghệ sĩ nhân dân.",
        "Trong dịp Tết, ngày lễ, ngày làm việc thứ hai sau khi nhận hồ sơ.",
        "Tại phiên họp thứ hai ngày 15/9/2025; kỳ họp thứ năm (ngày 10/12/2025); mời thầu lần thứ ba, ngày 20/9/2025.",
        "So sánh số liệu 6 tháng hai năm 2024, 2025.",
        "Các đội xếp hạng từ thứ hai đến thứ tư được tặng Giấy khen.",
        "Đảng bộ Công an tỉnh, Chi bộ Y tế, Câu lạc bộ Du lịch cộng đồng đã hoàn thành.",
        "Cử tri ghi: “Đề nghị Ủy ban Nhân dân quan tâm đời sống nhân dân” và đã được trả lời.",
        "Tỷ lệ nhiễm Aedes sp. chiếm 20%.",
        "Theo Quyết định phê duyệt dự án số 1515/QĐ-UBND ngày 05/3/2026 của Ủy ban nhân dân tỉnh.",
        "Chọn phương án số 2-A.",
        "Người học chuyên ngành Luật doanh nghiệp; xứ sở Du lịch.",
        "Hội đàm với Thủ tướng chính phủ Nhật Bản; Ban chấp hành Trung ương Hội Nông dân Việt Nam.",
        "Thực hiện Thông báo kết luận số 45/TB-VPCP ngày 12/3/2025 của Văn phòng Chính phủ về chuyển đổi số.",
    ],
)
def it_says_nothing_of_what_may_be_right(unclear: str) -> None:
    assert [code for code, _ in told(unclear, "Trân trọng./.") if code.startswith("VH")] == []


def it_finds_names_whichever_way_the_tone_is_placed() -> None:
    assert ("VH001", "Báo cáo Uỷ ban Nhân dân tỉnh.") in told("Báo cáo Uỷ ban Nhân dân tỉnh.")
    assert ("VH003", "Giao Sở Văn hoá, thể thao và du lịch.") in told("Giao Sở Văn hoá, thể thao và du lịch.")


def it_reads_capitals_as_they_are_shown() -> None:
    assert told("BÁO CÁO ỦY BAN NHÂN DÂN TỈNH, BỘ TÀI CHÍNH, THÀNH PHỐ HỒ CHÍ MINH") == []


def it_leaves_the_heading_and_the_signature_alone() -> None:
    data = cong_van(co_quan="Uỷ ban Nhân dân", dia_danh="thủ đô Hà Nội, ngày 05 tháng 01 năm 2026")
    assert [code for code, _ in hits(data)] == []


def it_says_what_was_found_and_what_it_must_be() -> None:
    [(_, hit)] = hits(letter("Đề nghị các cơ quan báo cáo Bộ tài chính trước ngày 20 tháng 01 năm 2026."))
    assert hit.message == (
        "ghi «Bộ tài chính» ở «…các cơ quan báo cáo Bộ tài chính trước ngày 20 tháng 01…»; phải là «Bộ Tài chính»"
    )
    assert hit.hint == "sửa thành «Bộ Tài chính»"


def it_tells_five_places_of_a_rule_and_counts_the_others() -> None:
    found = hits(letter(*[f"Gửi Bộ tài chính lần {n}." for n in range(1, 9)]))
    assert len(found) == 5
    assert found[-1][1].message.endswith("(và 3 chỗ khác)")
    assert "chỗ khác" not in found[-2][1].message


def it_does_not_judge_the_capitals_of_other_documents() -> None:
    wrong: tuple[Text, ...] = (doan("Giao Bộ tài chính thi hành."),)
    assert [code for code, _ in hits(quyet_dinh_quy_pham(than=wrong))] == []
