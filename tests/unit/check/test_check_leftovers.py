"""What is left of drafts and templates: tags, comments, tracked changes, markers; blanks in the place of formatting."""

from __future__ import annotations

import pytest
from support.handmade import Text, cong_van, edited, ke_hoach, quyet_dinh_quy_pham, thu_rieng
from technique import BODY, HEADER, long, run_edited, says, told, with_body

SAYS = "3. Gửi báo cáo về Sở Tài chính trước ngày 20 tháng 01 năm 2026 để tổng hợp."
THIRD, PAGE_BREAK = "đoạn 8", '<w:r><w:br w:type="page"/></w:r>'


@pytest.mark.parametrize(
    "tag", ["{{ ten }}", "{{p noi_dung }}", "{% if x %}", "{#nguoi}", "${ten}", "<<Ten>>", "«Ho_ten»", "«HoTen»"]
)
def it_finds_tags_of_templates(tag: str) -> None:
    data = cong_van(than=with_body(long(text=f"Kính mời ông {tag} dự họp.")))
    assert told(data) == ["KT032 đoạn 6"]
    assert says(data) == f"còn thẻ mẫu chưa điền {tag}"


@pytest.mark.parametrize("text", ["Chương trình «thi đua»", "tập {1, 2}", "so với 5 < 6 > 4", "giá $ 5"])
def it_takes_no_other_sign_for_a_tag(text: str) -> None:
    assert told(cong_van(than=with_body(long(text=text)))) == []


def it_finds_merge_fields_that_were_not_merged() -> None:
    data = edited(ke_hoach(), HEADER, " PAGE   \\* MERGEFORMAT ", " MERGEFIELD So ")
    assert "KT032 đầu trang, đoạn 1" in told(data)


def it_tells_five_tags_and_how_many_more_there_are() -> None:
    data = cong_van(than=with_body(*(long(text=f"Ông {{{{ ten_{n} }}}}.") for n in range(8))))
    assert told(data) == [f"KT032 đoạn {n}" for n in range(6, 11)]


def it_finds_tags_whatever_document_they_stand_in() -> None:
    assert told(thu_rieng(than={0: "Gửi {{ ten }},"})) == ["KT032 đoạn 1"]
    assert told(quyet_dinh_quy_pham()) == []
    old = {"dia_danh": "Bắc Ninh, ngày 05 tháng 01 năm 2018"}
    assert told(cong_van(old, than={0: {"size": 12, "text": "Gửi {{ ten }},"}})) == ["KT032 đoạn 5"]


def it_finds_comments() -> None:
    mark = '</w:r><w:r><w:commentReference w:id="1"/></w:r>'
    data = run_edited(cong_van(), SAYS, "</w:r>", mark)
    assert told(data) == [f"KT033 {THIRD}"]
    assert says(data).endswith("còn nhận xét")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<w:r>", '<w:ins w:id="1" w:author="A"><w:r>'),
        ("<w:r>", '<w:del w:id="1" w:author="A"><w:r><w:delText>x</w:delText></w:r></w:del><w:r>'),
    ],
    ids=["put in", "taken out"],
)
def it_finds_tracked_changes(old: str, new: str) -> None:
    data = run_edited(cong_van(), SAYS, old, new)
    if "<w:ins" in new:
        data = edited(data, BODY, f"{SAYS}</w:t></w:r>", f"{SAYS}</w:t></w:r></w:ins>")
    assert told(data) == [f"KT034 {THIRD}"]


def it_finds_a_whole_paragraph_that_is_taken_out_but_not_for_good() -> None:
    gone = (
        '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>'
        '<w:del w:id="2" w:author="A"><w:r><w:delText>Bỏ.</w:delText></w:r></w:del></w:p>'
    )
    data = edited(cong_van(), BODY, "</w:tbl><w:p>", f"</w:tbl>{gone}<w:p>")
    assert [it.split()[0] for it in told(data)] == ["KT034"]


def it_finds_words_marked_in_colour() -> None:
    for marker in ('<w:highlight w:val="yellow"/>', '<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>'):
        assert told(run_edited(cong_van(), SAYS, "</w:rPr>", f"{marker}</w:rPr>")) == [f"KT035 {THIRD}"]
    for nothing in ('<w:highlight w:val="none"/>', '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>'):
        assert told(run_edited(cong_van(), SAYS, "</w:rPr>", f"{nothing}</w:rPr>")) == []


def it_finds_hidden_words() -> None:
    data = cong_van(than=with_body(long(text="Chưa chắc.")))
    assert told(run_edited(data, "Chưa chắc.", "</w:rPr>", "<w:vanish/></w:rPr>")) == ["KT039 đoạn 6"]


def it_finds_empty_paragraphs_between_paragraphs() -> None:
    data = cong_van(than=with_body(Text(""), Text("  ")))
    assert told(data) == ["KT036 đoạn 6"]
    assert says(data) == "đoạn trống giữa hai đoạn nội dung (và 1 đoạn khác)"


def it_lets_be_what_only_looks_empty() -> None:
    assert told(cong_van(than=with_body(Text("\t")))) == []
    assert told(cong_van(than=with_body(Text("", borders=("bottom",))))) == []


@pytest.mark.parametrize("blanks", [" " * 20, "\t\t", "\u00a0" * 12])
def it_finds_lines_moved_to_the_middle_by_blanks(blanks: str) -> None:
    assert told(cong_van(than=with_body(long(text=f"{blanks}KẾT QUẢ", first_mm=0)))) == ["KT037 đoạn 6"]
    assert told(ke_hoach(ten_loai={"align": "left", "text": f"{blanks}KẾ HOẠCH"})) == ["KT037 đoạn 1"]


def it_takes_a_few_blanks_for_a_slip() -> None:
    assert told(cong_van(than=with_body(long(text="   Kết quả", first_mm=0)))) == []


def it_finds_a_page_break_before_the_signature() -> None:
    last = "Sở Tài chính đề nghị các cơ quan, đơn vị, địa phương phối hợp thực hiện./."
    broken = run_edited(cong_van(), last, "</w:r>", f"</w:r>{PAGE_BREAK}")
    assert told(broken) == ["KT038 bảng 2, hàng 1, ô 2, đoạn 1"]
    assert told(run_edited(cong_van(), last, "<w:r>", f"{PAGE_BREAK}<w:r>")) == []
