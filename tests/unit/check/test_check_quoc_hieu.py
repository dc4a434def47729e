"""Quốc hiệu and tiêu ngữ."""

from __future__ import annotations

from typing import Any

import pytest
from heading_findings import NOWHERE, QUOC_HIEU, TIEU_NGU, codes, only
from support.handmade import SIZES_13_14_14, cong_van, cong_van_mot_noi_nhan, edited

BODY = "word/document.xml"


@pytest.mark.parametrize(
    ("changes", "code", "place", "message"),
    [
        ({"quoc_hieu": None}, "TT001", NOWHERE, "văn bản không có Quốc hiệu"),
        (
            {"quoc_hieu": "CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM"},
            "TT002",
            QUOC_HIEU,
            "Quốc hiệu ghi «CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM», không đúng nguyên văn",
        ),
        (
            {"quoc_hieu": "Cộng hòa xã hội chủ nghĩa Việt Nam"},
            "TT003",
            QUOC_HIEU,
            "Quốc hiệu «Cộng hòa xã hội chủ nghĩa Việt Nam» không viết in hoa",
        ),
        (
            {"quoc_hieu": {"bold": False}},
            "TT003",
            QUOC_HIEU,
            "Quốc hiệu «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM» không đậm; phải là kiểu chữ đứng, đậm",
        ),
        (
            {"quoc_hieu": {"italic": True}},
            "TT003",
            QUOC_HIEU,
            "Quốc hiệu «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM» in nghiêng; phải là kiểu chữ đứng, đậm",
        ),
        ({"tieu_ngu": None}, "TT004", NOWHERE, "văn bản không có Tiêu ngữ"),
        (
            {"tieu_ngu": "Độc Lập - Tự Do - Hạnh Phúc"},
            "TT005",
            TIEU_NGU,
            "Tiêu ngữ ghi «Độc Lập - Tự Do - Hạnh Phúc», không đúng nguyên văn",
        ),
        (
            {"tieu_ngu": "Độc lập - Tự do - Hạnh phúc."},
            "TT005",
            TIEU_NGU,
            "Tiêu ngữ ghi «Độc lập - Tự do - Hạnh phúc.», không đúng nguyên văn",
        ),
        (
            {"tieu_ngu": "Độc lập – Tự do – Hạnh phúc"},
            "TT006",
            TIEU_NGU,
            "giữa các cụm từ của Tiêu ngữ là « – »; phải là gạch nối có cách chữ hai bên",
        ),
        (
            {"tieu_ngu": "Độc lập-Tự do - Hạnh phúc"},
            "TT006",
            TIEU_NGU,
            "giữa các cụm từ của Tiêu ngữ là «-»; phải là gạch nối có cách chữ hai bên",
        ),
        (
            {"tieu_ngu": {"text": "ĐỘC LẬP - TỰ DO - HẠNH PHÚC", "size": 13}},
            "TT007",
            TIEU_NGU,
            "Tiêu ngữ «ĐỘC LẬP - TỰ DO - HẠNH PHÚC» viết in hoa",
        ),
        (
            {"tieu_ngu": {"bold": False}},
            "TT007",
            TIEU_NGU,
            "Tiêu ngữ «Độc lập - Tự do - Hạnh phúc» không đậm; phải là kiểu chữ đứng, đậm",
        ),
        (
            {"quoc_hieu": {"size": 14}},
            "TT008",
            QUOC_HIEU,
            "Quốc hiệu «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM» có chữ cỡ 14 pt; quy định 12–13 pt",
        ),
        (
            {"tieu_ngu": {"size": 12}},
            "TT008",
            TIEU_NGU,
            "Tiêu ngữ «Độc lập - Tự do - Hạnh phúc» có chữ cỡ 12 pt; quy định 13–14 pt",
        ),
    ],
)
def it_finds_what_is_wrong_with_them(changes: dict[str, Any], code: str, place: str, message: str) -> None:
    assert only(cong_van(**changes)) == (code, place, message)


@pytest.mark.parametrize("make", [cong_van, cong_van_mot_noi_nhan])
@pytest.mark.parametrize("changes", [{}, SIZES_13_14_14, {"quoc_hieu": "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"}])
def it_takes_them_as_the_decree_writes_them(make: Any, changes: dict[str, Any]) -> None:
    assert codes(make(changes)) == []


@pytest.mark.parametrize("words", ["Độc lập\u00a0-\u00a0Tự do - Hạnh phúc", "Độc lập \u2011 Tự do \u2010 Hạnh phúc"])
def it_takes_blanks_and_hyphens_that_do_not_break(words: str) -> None:
    assert codes(edited(cong_van(), BODY, "Độc lập - Tự do - Hạnh phúc", words)) == []


def it_takes_capitals_that_word_makes_of_small_letters() -> None:
    words = "Cộng hòa xã hội chủ nghĩa Việt Nam"
    letter = cong_van({"formatting": "styles"}, quoc_hieu=words)
    assert codes(letter) == ["TT003"]
    with_caps = f'<w:r><w:rPr><w:caps/></w:rPr><w:t xml:space="preserve">{words}'
    assert codes(edited(letter, BODY, f'<w:r><w:t xml:space="preserve">{words}', with_caps)) == []
