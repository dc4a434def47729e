"""What a rendered letter holds, read back by python-docx: text in order, styles, sections, what stays together."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from support.letters import letter

from vbhc import CongVan, InputError, TemplateError, load_pack, render_bytes
from vbhc.layout import text_width_mm
from vbhc.text.dates import GAP
from vbhc.word.package import Package
from vbhc.word.template import compile_template


def opened(van_ban: CongVan, **options: Any) -> Document:
    return docx.Document(BytesIO(render_bytes(van_ban, **options)))


def body(document: Document) -> list[tuple[str, str]]:
    """Style and text of the paragraphs of the body that say something, tables left out."""
    return [(p.style.name, p.text.replace("\u00a0", " ")) for p in document.paragraphs if p.text]


def cells(document: Document, table: int) -> list[list[str]]:
    return [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in document.tables[table].rows]


def appendix(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"tieu_de": "Danh mục", "noi_dung": list(blocks), **more}


PARAGRAPH = {"loai": "doan", "noi_dung": "Nội dung phụ lục."}


def table(columns: int, words: str = "Tỷ lệ hồ sơ trực tuyến toàn trình trên địa bàn tỉnh") -> dict[str, Any]:
    return {"loai": "bang", "cot": [f"Cột {n}" for n in range(columns)], "hang": [[words] * columns] * 3}


def it_heads_the_letter_with_agency_nation_number_and_date() -> None:
    (agency, nation), (number, place) = cells(opened(letter()), 0)
    assert agency.strip() == "ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH"
    assert nation.strip() == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    assert number.split("\n") == [f"Số: {GAP}/UBND-CĐS".replace("\u00a0", " "), "V/v nâng cao chỉ số DTI"]
    assert place == f"Bắc Ninh, ngày{GAP}tháng 5 năm 2026".replace("\u00a0", " ")


def it_prints_the_agency_above_not_bold_and_the_agency_itself_bold() -> None:
    agency = {"ten": "Sở Khoa học và Công nghệ", "chu_quan": "UBND tỉnh Bắc Ninh"}
    heading = opened(letter(co_quan=agency)).tables[0].rows[0].cells[0].paragraphs
    assert [(p.text, p.style.font.bold) for p in heading if p.text] == [
        ("UBND TỈNH BẮC NINH", None),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", True),
    ]


def it_breaks_an_agency_name_that_no_column_can_hold_into_even_lines() -> None:
    name = opened(letter(co_quan={"ten": "Sở Nông nghiệp và Môi trường"})).tables[0].rows[0].cells[0].text
    assert name.strip() == "SỞ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG"


def it_writes_one_recipient_on_the_line_of_kinh_gui() -> None:
    assert body(opened(letter(kinh_gui="Bộ Nội vụ")))[0] == ("VB Kính gửi một nơi", "Kính gửi: Bộ Nội vụ")


def it_lists_several_recipients_under_kinh_gui_with_end_marks() -> None:
    assert body(opened(letter()))[:3] == [
        ("VB Kính gửi", "Kính gửi:"),
        ("VB Nơi kính gửi", "- Các sở;"),
        ("VB Nơi kính gửi", "- Công an tỉnh."),
    ]


def it_numbers_muc_by_their_place_and_keeps_a_number_that_was_written() -> None:
    blocks = [
        {"loai": "muc", "noi_dung": "Một:", "khoi": [{"loai": "muc", "noi_dung": f"ý {n};"} for n in range(5)]},
        {"loai": "doan", "noi_dung": "Chen giữa."},
        {"loai": "muc", "tieu_de": "Hai", "noi_dung": "Lời dẫn:", "khoi": [{"loai": "muc", "noi_dung": "ý"}]},
        {"loai": "muc", "so": "7.", "noi_dung": "Bảy."},
    ]
    assert body(opened(letter(noi_dung=blocks)))[3:] == [
        ("VB Khoản", "1. Một:"),
        *[("VB Điểm", f"{mark}) ý {n};") for n, mark in enumerate("abcdđ")],
        ("VB Đoạn", "Chen giữa."),
        ("VB Mục 1", "2. Hai"),
        ("VB Khoản", "Lời dẫn:"),
        ("VB Điểm", "a) ý"),
        ("VB Khoản", "7. Bảy./."),
    ]


@pytest.mark.parametrize(
    ("last", "ended"),
    [
        ({"loai": "doan", "noi_dung": "Hết."}, "Hết./."),
        ({"loai": "doan", "noi_dung": "Hết./."}, "Hết./."),
        ({"loai": "doan", "noi_dung": "**Hết;**"}, "Hết./."),
        ({"loai": "doan", "noi_dung": "**Hết./.**"}, "Hết./."),
        ({"loai": "muc", "tieu_de": "Hết"}, "1. Hết./."),
        ({"loai": "gach_dau_dong", "noi_dung": "a", "con": ["Hết;"]}, "+ Hết./."),
        (table(2, "ô"), "./."),
    ],
)
def it_puts_the_end_mark_after_the_last_word_wherever_that_is(last: dict[str, Any], ended: str) -> None:
    assert body(opened(letter(noi_dung=[PARAGRAPH, last])))[-1][1] == ended


def it_writes_inline_markup_as_formatted_runs_and_data_as_it_is() -> None:
    text = r"**đậm** *nghiêng* H~2~O m^2^ & < > \*sao\* “x”"
    paragraph = opened(letter(noi_dung=[{"loai": "doan", "noi_dung": text}])).paragraphs
    runs = [run for p in paragraph if p.style.name == "VB Đoạn" for run in p.runs]
    assert "".join(run.text for run in runs) == "đậm nghiêng H2O m2 & < > *sao* “x”./."
    assert [run.text for run in runs if run.bold] == ["đậm"]
    assert [run.text for run in runs if run.italic] == ["nghiêng"]
    assert [run.text for run in runs if run.font.subscript] == ["2"]
    assert [run.text for run in runs if run.font.superscript] == ["2"]


def it_lists_noi_nhan_beside_the_signature_block() -> None:
    noi_nhan = {"noi": ["Như trên", {"ten": "VP", "gom": ["PCVP~N.Nam~"]}], "luu": "CĐS"}
    ((recipients, signer),) = cells(opened(letter(noi_nhan=noi_nhan)), 1)
    assert recipients.split("\n") == ["Nơi nhận:", "- Như trên;", "- VP:", "  + PCVPN.Nam;", "- Lưu: VT, CĐS."]
    assert [line for line in signer.split("\n") if line] == ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn A"]


def it_leaves_the_name_open_in_a_draft_without_one() -> None:
    ((_, signer),) = cells(opened(letter(nguoi_ky={"quyen_han": ["Chủ tịch"]})), 1)
    assert signer.strip() == "CHỦ TỊCH"


def kept(document: Document) -> list[str]:
    return [p.text for p in document.paragraphs if p.paragraph_format.keep_with_next]


def it_keeps_the_last_paragraph_with_the_signature_and_its_neighbour_when_it_is_short() -> None:
    long = {"loai": "doan", "noi_dung": "Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện. " * 5}
    short = {"loai": "doan", "noi_dung": "Trân trọng."}
    assert len(kept(opened(letter(noi_dung=[long, long])))) == 1
    assert kept(opened(letter(noi_dung=[long, short, short]))) == ["Trân trọng.", "Trân trọng./."]


def it_never_ends_a_page_with_words_that_introduce_a_list() -> None:
    items = {
        "loai": "muc",
        "noi_dung": "Sở Nội vụ:",
        "khoi": [{"loai": "gach_dau_dong", "noi_dung": "Việc.", "con": ["ý"]}],
    }
    long = {"loai": "doan", "noi_dung": "Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện. " * 5}
    assert kept(opened(letter(noi_dung=[items, long])))[:-1] == ["1. Sở Nội vụ:", "- Việc."]


def it_never_splits_the_signature_block() -> None:
    row = opened(letter()).tables[1].rows[0]._tr
    assert row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None


def it_gives_each_phu_luc_a_section_with_its_own_page_numbers() -> None:
    document = opened(letter(phu_luc=[appendix(PARAGRAPH), appendix(table(3))]))
    starts = [s._sectPr.find(qn("w:pgNumType")) for s in document.sections]
    assert [start if start is None else start.get(qn("w:start")) for start in starts] == [None, "1", "1"]
    assert all(s.different_first_page_header_footer for s in document.sections)
    assert document.sections[2].header.is_linked_to_previous
    assert document.sections[1].first_page_footer.paragraphs[0].text == ""


def it_numbers_phu_luc_in_roman_only_when_there_are_several() -> None:
    one = [text for style, text in body(opened(letter(phu_luc=[appendix(PARAGRAPH)]))) if style == "VB Phụ lục"]
    two = [text for style, text in body(opened(letter(phu_luc=[appendix(PARAGRAPH)] * 2))) if style == "VB Phụ lục"]
    assert (one, two) == (["Phụ lục"], ["Phụ lục I", "Phụ lục II"])


def it_says_under_a_phu_luc_which_letter_it_belongs_to_with_gaps_in_a_draft() -> None:
    lines = dict(body(opened(letter(phu_luc=[appendix(PARAGRAPH)]))))
    gap = GAP.replace("\u00a0", " ")
    assert lines["VB Tiêu đề phụ lục"] == "DANH MỤC"
    assert lines["VB Kèm theo"].split("\n") == [
        f"(Kèm theo Công văn số {gap}/UBND-CĐS ngày{gap}tháng 5 năm 2026",
        "của Ủy ban nhân dân tỉnh Bắc Ninh)",
    ]


def orientations(document: Document) -> list[bool]:
    return [s.orientation == WD_ORIENT.LANDSCAPE for s in document.sections]


def it_turns_a_phu_luc_when_its_table_needs_the_width_or_when_told() -> None:
    phu_luc = [
        appendix(table(3)),
        appendix(table(7)),
        appendix(table(7), huong="doc"),
        appendix(PARAGRAPH, huong="ngang"),
    ]
    assert orientations(opened(letter(phu_luc=phu_luc))) == [False, False, True, False, True]


@pytest.mark.parametrize("columns", [1, 3, 7, 12])
def it_fits_every_table_between_the_margins(columns: int) -> None:
    document = opened(letter(phu_luc=[appendix(table(columns))]))
    section = document.sections[1]
    available = section.page_width.twips - section.left_margin.twips - section.right_margin.twips
    grid = [int(column.get(qn("w:w"))) for column in document.tables[-1]._tbl.tblGrid]
    assert sum(grid) == available
    assert all(width > 0 for width in grid)


def it_repeats_the_header_row_and_splits_no_row() -> None:
    rows = [row._tr.find(qn("w:trPr")) for row in opened(letter(phu_luc=[appendix(table(3))])).tables[-1].rows]
    assert [row.find(qn("w:tblHeader")) is not None for row in rows] == [True, False, False, False]
    assert all(row.find(qn("w:cantSplit")) is not None for row in rows)


def it_spans_a_group_row_over_all_columns() -> None:
    grouped = {"loai": "bang", "cot": ["a", "b"], "hang": [{"nhom": "Nhóm một"}, ["1", "2"]]}
    rows = opened(letter(phu_luc=[appendix(grouped)])).tables[-1].rows
    assert [len(row._tr.tc_lst) for row in rows] == [2, 1, 2]
    assert rows[1].cells[0].text == "Nhóm một"


def it_shows_stamps_and_the_address_only_when_they_are_given() -> None:
    marked = letter(do_khan="HỎA TỐC", pham_vi_luu_hanh="Lưu hành nội bộ", dia_chi={"dia_chi": "Số 1, đường A"})
    document = opened(marked)
    first = document.sections[0]
    assert document.tables[1].rows[0].cells[0].text == "HỎA TỐC"
    assert document.tables[1].rows[0].height.mm == pytest.approx(8, abs=0.05)
    assert document.tables[1].columns[0].width.mm == pytest.approx(30, abs=0.05)
    assert "LƯU HÀNH NỘI BỘ" in [p.text for p in first.first_page_header.paragraphs]
    assert "Địa chỉ: Số 1, đường A" in [p.text for p in first.first_page_footer.paragraphs]
    plain = opened(letter()).sections[0]
    assert [p.text for p in (*plain.first_page_header.paragraphs, *plain.first_page_footer.paragraphs) if p.text] == []


def it_names_title_agency_language_and_pack_in_the_properties() -> None:
    document = opened(letter(trich_yeu="về **CO~2~** & nước"))
    core = document.core_properties
    assert (core.title, core.author, core.language) == (
        "về CO2 & nước",
        "Ủy ban nhân dân tỉnh Bắc Ninh",
        "vi-VN",
    )
    custom = next(part for part in document.part.package.iter_parts() if part.partname.endswith("custom.xml")).blob
    assert all(word in custom.decode() for word in ("vbhc_goi_mau", ">congvan<", "vbhc_phien_ban"))


def it_refuses_a_template_that_would_leave_a_part_of_the_letter_out() -> None:
    pack = load_pack("congvan")
    whole = Package.open(pack.folder / pack.manifest.tep)
    for slot in ("phu_luc", "noi_dung", "dau_do_khan"):
        text = whole.parts["word/document.xml"].replace(b"{{p %s }}" % slot.encode(), b"")
        template = compile_template(whole.with_data("word/document.xml", text), name="congvan.docx")
        with pytest.raises(TemplateError, match=f"không có thẻ `{slot}`"):
            render_bytes(letter(do_khan="KHẨN", phu_luc=[appendix(PARAGRAPH)]), pack=replace(pack, template=template))


def it_takes_a_template_whose_agency_is_typed_into_it() -> None:
    pack = load_pack("congvan")
    whole = Package.open(pack.folder / pack.manifest.tep)
    text = whole.parts["word/document.xml"].replace(b"{{ co_quan.ten | in_hoa }}", "SỞ NỘI VỤ".encode())
    template = compile_template(whole.with_data("word/document.xml", text), name="congvan.docx")
    assert render_bytes(letter(), pack=replace(pack, template=template))


def it_gives_a_column_the_width_that_was_asked_for() -> None:
    columns = [{"tieu_de": "a", "rong_mm": 20}, {"tieu_de": "b"}, {"tieu_de": "c", "rong_mm": 30}]
    asked = {"loai": "bang", "cot": columns, "hang": [["x", "chữ " * 30, "z"]]}
    narrow = {"loai": "bang", "cot": [columns[0], columns[2]], "hang": [["x", "z"]]}
    document = opened(letter(phu_luc=[appendix(asked, narrow)]))
    grids = [[int(c.get(qn("w:w"))) / 1440 * 25.4 for c in t._tbl.tblGrid] for t in document.tables[-2:]]
    assert grids[0] == pytest.approx([20, 115, 30], abs=0.2)
    assert grids[1] == pytest.approx([20, 30], abs=0.1)


@pytest.mark.parametrize("width", [0, 1e-9, 1e308, float("inf"), float("nan")])
def it_refuses_a_column_that_no_page_can_show(width: float) -> None:
    with pytest.raises(InputError, match="rong_mm"):
        letter(noi_dung=[{"loai": "bang", "cot": [{"tieu_de": "a", "rong_mm": width}], "hang": [["x"]]}])


def it_keeps_words_together_across_a_change_of_format() -> None:
    paragraphs = opened(letter(noi_dung=[{"loai": "doan", "noi_dung": "còn **11/47** chỉ tiêu, số *131*"}])).paragraphs
    text = next(p.text for p in paragraphs if p.style.name == "VB Đoạn")
    assert text == "còn 11/47\u00a0chỉ\u00a0tiêu, số\u00a0131./."


def it_keeps_a_signing_prefix_with_its_office() -> None:
    signer = opened(letter()).tables[1].rows[0].cells[1].text
    assert "KT.\u00a0CHỦ TỊCH" in signer


def it_ends_a_phu_luc_that_ends_in_a_table_with_the_table_however_deep() -> None:
    deep = {"loai": "muc", "noi_dung": "Bảng:", "khoi": [table(2, "ô")]}
    last = body(opened(letter(phu_luc=[appendix(deep)])))[-1]
    assert last[1] == "1. Bảng:"


def it_keeps_a_short_heading_on_one_line_beside_a_wide_column() -> None:
    narrow = {"loai": "bang", "cot": ["Cột 1", "Nội dung"], "hang": [["1", "chữ " * 60]] * 3}
    grid = [int(c.get(qn("w:w"))) for c in opened(letter(phu_luc=[appendix(narrow)])).tables[-1]._tbl.tblGrid]
    assert grid[0] / 1440 * 25.4 > text_width_mm("Cột 1", 13, bold=True) + 2.4


def it_ends_a_body_once_when_its_author_did_so_above_a_last_table() -> None:
    blocks = [{"loai": "doan", "noi_dung": "Danh mục như sau./."}, table(2, "ô")]
    assert [text for _, text in body(opened(letter(noi_dung=blocks))) if text.endswith("./.")] == [
        "Danh mục như sau./."
    ]
