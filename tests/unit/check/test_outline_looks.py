"""How mục of each level look, their titles, the forms of their numbers."""

from __future__ import annotations

import pytest
from support.plain import CONG_VAN, KE_HOACH, QUY_CHE, QUYET_DINH, SAMPLES, P, Plain, found, middle

END = P("Các cơ quan thực hiện Kế hoạch này./.")


@pytest.mark.parametrize("document", SAMPLES.values(), ids=SAMPLES.keys())
def it_takes_the_looks_of_the_samples(document: Plain) -> None:
    assert found(document) == []


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (KE_HOACH.but("than", 10, text="II. Nhiệm vụ"), ["TT068 đoạn 15"]),
        (KE_HOACH.but("than", 10, bold=False), ["TT068 đoạn 15"]),
        (KE_HOACH.but("than", 2, bold=False), ["TT069 đoạn 7"]),
        (KE_HOACH.but("than", 8, italic=True), ["TT069 đoạn 13"]),
        (KE_HOACH.but("than", 8, text="2. YÊU CẦU CHUNG"), ["TT069 đoạn 13"]),
        (KE_HOACH.but("than", 4, italic=True), ["TT070 đoạn 9"]),
        (KE_HOACH.but("than", 5, bold=True), ["TT070 đoạn 10"]),
        (QUYET_DINH.but("than", 2, lead="", text="Điều 2. Có hiệu lực kể từ ngày ký."), ["TT071 đoạn 8"]),
        (QUY_CHE.but("than", 2, text="ĐIỀU 1. Phạm vi điều chỉnh"), ["TT071 đoạn 5"]),
        (QUY_CHE.but("than", 4, text="Điều 2: Đối tượng áp dụng"), ["TT071 đoạn 7"]),
        (QUY_CHE.but("than", 4, lead="Điều 2. ", text="Đối tượng", bold=False), ["TT071 đoạn 7"]),
        (QUY_CHE.but("than", 0, text="CHƯƠNG I"), ["TT072 đoạn 3"]),
        (QUY_CHE.but("than", 7, align="left"), ["TT072 đoạn 10"]),
        (QUY_CHE.but("than", 9, bold=False), ["TT072 đoạn 12"]),
        (QUY_CHE.but("than", 1, text="Quy định chung"), ["TT073 đoạn 4"]),
        (QUY_CHE.but("than", 8, italic=True), ["TT073 đoạn 11"]),
        (QUY_CHE.but("than", 8, align="both"), ["TT073 đoạn 11"]),
        (QUY_CHE.but("than", 7, text="Chương II. LÀM VIỆC").without("than", 8), ["TT073 đoạn 10"]),
        (QUY_CHE.without("than", 10), ["TT074 đoạn 12"]),
        (QUY_CHE.but("than", 2, text="Điều 1."), ["TT074 đoạn 5"]),
        (KE_HOACH.but("than", 1, text="I/ MỤC ĐÍCH, YÊU CẦU"), ["TT075 đoạn 6"]),
        (KE_HOACH.but("than", 2, text="1/ Mục đích"), ["TT075 đoạn 7"]),
        (KE_HOACH.but("than", 3, text="a. Nâng cao chất lượng phục vụ người dân;"), ["TT075 đoạn 8"]),
        (CONG_VAN.but("than", 1, text="1) Phụ lục I;").but("than", 2, text="2) Phụ lục II."), ["TT075 đoạn 5"]),
        (KE_HOACH.but("than", 14, text="• Các cơ quan báo cáo;"), ["TT076 đoạn 19"]),
        (KE_HOACH.but("than", 14, text="Các cơ quan báo cáo;", form="bullet •"), ["TT076 đoạn 19"]),
    ],
)
def it_finds_what_is_wrong_with_them(document: Plain, told: list[str]) -> None:
    assert found(document) == told


@pytest.mark.parametrize(
    "lines",
    [
        (P("I. ĐỀ ÁN (chi tiết tại đề cương)", bold=True),),
        (P("a) Nền tảng số: Sở Tài chính bố trí kinh phí.", lead=""),),
        (P(" Sở Tài chính bố trí kinh phí.", lead="a) Nền tảng số:"),),
        (P("1. Rà soát kết quả"), P("2. Gửi báo cáo")),
        (P("1. Rà soát:"), P("1) Kết quả;"), P("2) Số liệu."), P("2. Gửi báo cáo.")),
        (P("a) Rà soát:"), P("1) Kết quả;"), P("2) Số liệu."), P("b) Gửi báo cáo.")),
        (P("Mục 5 Chương II Nghị định này quy định việc rà soát."),),
        (P("Chương trình làm việc được gửi các cơ quan."),),
        (P("C. Nội dung không đánh số La Mã."),),
        (P("1. Ông Nguyễn Văn An, Phó Giám đốc Sở, Trưởng đoàn"), P("- Phụ trách chung.")),
        (P("1. Đại diện Sở Xây dựng"), P("- Ông Nguyễn Văn An.")),
    ],
)
def it_leaves_out_what_may_be_meant_so(lines: tuple[P, ...]) -> None:
    assert found(CONG_VAN.body(*lines, P("Kết quả ghi theo Phụ lục I, Phụ lục II./."))) == []


def it_takes_numbers_that_word_writes() -> None:
    levels = [
        P("MỤC ĐÍCH", bold=True, form="upperRoman %1."),
        P("Nâng cao chất lượng phục vụ;", form="decimal %1."),
        P("Bảo đảm an toàn thông tin.", form="decimal %1."),
        P("NHIỆM VỤ", bold=True, form="upperRoman %1."),
    ]
    assert found(KE_HOACH.body(*levels, END)) == []
    small = [P(it.text, form=it.form) for it in levels]
    assert found(KE_HOACH.body(*small, END)) == ["TT068 đoạn 5", "TT068 đoạn 8"]


def it_takes_a_phan_in_words() -> None:
    parts = (middle("Phần thứ nhất"), middle("TÌNH HÌNH"), P("Các cơ quan đã thực hiện./."))
    assert found(KE_HOACH.body(*parts)) == []
