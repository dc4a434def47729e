"""Sạch chữ: letters of a wrong code, blanks and marks, numbers and dates of a foreign form; in any document."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from checked_files import document
from support.handmade import cong_van, edited, thu_rieng
from support.handmade.looks import doan
from support.sample import SECTION, mark, note, paragraph, sample
from worded import RULES, hits, letter, told

OLD_CODE = "Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc, t¹i tØnh B¾c Ninh"
VNI_CODE = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc"

# The rule, what breaks it, and the same words as they should be.
CASES = (
    ("TT120", unicodedata.normalize("NFD", "Đề nghị báo cáo."), "Đề nghị báo cáo."),
    ("TT122", OLD_CODE, "Cộng hòa xã hội chủ nghĩa Việt Nam."),
    ("TT122", VNI_CODE, "Cộng hòa xã hội chủ nghĩa Việt Nam."),
    ("TT123", "Nêu tại Ðề án này.", "Nêu tại Đề án này."),
    ("TT124", "Văn bản của UВND tỉnh.", "Văn bản của UBND tỉnh."),
    ("TT124", "Văn bản số １２ của tỉnh.", "Văn bản số 12 của tỉnh."),
    ("TT125", "Tỉnh Bắc\u200bNinh rà soát.", "Tỉnh Bắc Ninh rà soát."),
    ("TT126", "C\ufffdng văn của tỉnh.", "Công văn của tỉnh."),
    ("TT127", "Các  sở, ngành rà soát.", "Các sở, ngành rà soát."),
    ("TT128", "Các sở , ngành rà soát.", "Các sở, ngành rà soát."),
    ("TT128", "Các sở, ngành rà soát :", "Các sở, ngành rà soát:"),
    ("TT129", "Các sở,ngành rà soát.", "Các sở, ngành rà soát."),
    ("TT129", "Đã rà soát.Các xã báo cáo.", "Đã rà soát. Các xã báo cáo."),
    ("TT130", "Sở Tài chính ( gọi tắt là Sở).", "Sở Tài chính (gọi tắt là Sở)."),
    ("TT132", "Phát triển kinh tế -- xã hội.", "Phát triển kinh tế - xã hội."),
    ("TT132", "Phát triển kinh tế \u2212 xã hội.", "Phát triển kinh tế – xã hội."),
    ("TT135", "Đạt 85 % kế hoạch.", "Đạt 85% kế hoạch."),
    ("TT136", "Đạt 85.5% kế hoạch.", "Đạt 85,5% kế hoạch."),
    ("TT136", "Kinh phí 1.25 tỷ đồng.", "Kinh phí 1,25 tỷ đồng."),
    ("TT137", "Kinh phí 1,500,000 đồng.", "Kinh phí 1.500.000 đồng."),
    ("TT138", "Báo cáo trước ngày 31/4/2026.", "Báo cáo trước ngày 30/4/2026."),
    ("TT138", "Báo cáo trước ngày 30 tháng 02 năm 2026.", "Báo cáo trước ngày 28 tháng 02 năm 2026."),
    ("TT139", "Ý kiến của của các sở.", "Ý kiến của các sở."),
)


@pytest.mark.parametrize(("code", "wrong", "right"), CASES)
def it_finds_what_is_not_clean_at_its_place_and_lets_the_clean_words_pass(code: str, wrong: str, right: str) -> None:
    shown = unicodedata.normalize("NFC", wrong)
    assert told("Sở Tài chính đề nghị:", wrong, "Trân trọng./.") == [(code, shown)]
    assert told("Sở Tài chính đề nghị:", right, "Trân trọng./.") == []


def it_has_a_case_for_each_of_its_rules() -> None:
    apart = {"TT121", "TT131", "TT133", "TT134"}
    assert {rule.code for rule in RULES if rule.code.startswith("TT")} == {code for code, *_ in CASES} | apart


def it_holds_for_documents_that_the_decree_does_not_judge() -> None:
    assert all(rule.moi_tep for rule in RULES if rule.code.startswith("TT"))
    assert [code for code, _ in hits(thu_rieng(than=(doan("Chào các  bạn."),)))] == ["TT127"]


@pytest.mark.parametrize("font", [".VnTime", ".VnTimeH", "VNI-Times"])
def it_finds_a_font_of_an_old_code(font: str) -> None:
    data = cong_van(than=(doan("Kính gửi các cơ quan."), replace(doan("Nội dung đã rà soát."), font=font)))
    [(code, hit)] = hits(data)
    assert code == "TT121"
    assert font in hit.message
    assert "Nội dung đã rà soát." in hit.message


def it_finds_two_kinds_of_quotes_at_the_fewer() -> None:
    assert told("Đề án “Một”, “Hai”.", 'Đề án "Ba".') == [("TT131", 'Đề án "Ba".')]
    assert told("Đề án “Một”, “Hai”.", "Đề án “Ba”.") == []
    assert told('Đề án "Một".', 'Màn hình 24" và 32".') == []


def it_finds_two_kinds_of_dashes_at_the_rarest() -> None:
    assert told("Gồm có", "- Sở Tài chính", "- Sở Nội vụ", "– Sở Y tế") == [("TT133", "– Sở Y tế")]
    assert told("Gồm có", "– Sở Tài chính", "– Sở Y tế – cơ quan chủ trì") != []
    assert told("Gồm có", "- Sở Tài chính", "- Sở Y tế – cơ quan chủ trì") == []


def it_finds_two_ways_to_place_a_tone_at_the_fewer() -> None:
    assert told("Ủy ban nhân dân tỉnh hòa vốn.", "Uỷ ban nhân dân xã.") == [("TT134", "Uỷ ban nhân dân xã.")]
    assert told("Ủy ban nhân dân tỉnh hòa vốn.", "Quý I, thuyền, của Ông Nguyễn Thuý Hoà.") == []


def it_counts_decomposed_paragraphs_and_says_whether_others_are_composed() -> None:
    mixed = unicodedata.normalize("NFD", "Đề nghị báo cáo.")
    [(_, hit)] = hits(letter("Sở Tài chính", mixed, mixed))
    assert hit.message.startswith("2 đoạn có chữ tổ hợp, trong khi các đoạn khác dùng chữ dựng sẵn")
    [(_, whole)] = hits(cong_van(decomposed=True))
    assert "các đoạn khác" not in whole.message


def it_finds_wrong_letters_in_the_heading_too() -> None:
    [(code, hit)] = hits(edited(cong_van(), "word/document.xml", "Độc lập", "Ðộc lập"))
    assert code == "TT123"
    assert "U+00D0" in hit.message
    assert "U+0110" in hit.hint


def it_reads_footnotes_and_tables() -> None:
    body = paragraph("Nội dung.", after=mark(1))
    data = sample(body, section=SECTION, footnotes=note(1, "Xem các  sở, ngành.")).write()
    assert [(code, str(hit.place)) for code, hit in hits(data)] == [("TT127", "chú thích 1, đoạn 1")]


def it_reads_a_running_header_once() -> None:
    data = edited(document().write(), "word/header1.xml", "<w:t>1</w:t>", "<w:t>Ð1</w:t>")
    assert [(code, str(hit.place)) for code, hit in hits(data)] == [("TT123", "đầu trang, đoạn 1")]


@pytest.mark.parametrize(
    "clean",
    [
        "Số:   /UBND ngày   tháng   năm 2026; từ   giờ đến   giờ.",
        "Ngày\u00a0\u00a0\u00a0\u00a0\u00a0tháng\u00a0\u00a0\u00a0\u00a0\u00a0năm 2026.",
        "Truy cập https://example.gov.vn/a,b hoặc gửi thư tới van.Thu@example.gov.vn, tệp bao.cao.Docx.",
        "Đạt 85,5%; 1.250 tỷ đồng; cách mạng công nghiệp 4.0; phiên bản 2.5; mục 1.2; 12.500.000 đồng; 100,200 và 300.",
        "Nhiệt độ 5 - 10 độ; giai đoạn 2025 – 2030; từ −5 đến 10; email a--b.",
        "Ngày ngày, xanh xanh, các các-ten; Ω, kΩ, µm, α, β, Δ; tiếng Nga là Правда.",
        "Café, naïve, Müller, Åsa, Zoë, crème brûlée; 30°C; © 2026; ® và ™.",
        "Gồm có … và v.v...; “trích dẫn”; (i) một; (ii) hai: 8 giờ 00 phút; tỷ lệ 1:2; I.1.a).",
        "Trước ngày 29/02/2028 và 30/4/2026.",
    ],
)
def it_says_nothing_of_clean_words(clean: str) -> None:
    assert told(clean, "Trân trọng./.") == []
