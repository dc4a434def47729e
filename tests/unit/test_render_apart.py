"""Phụ lục as files of their own: each whole by itself, all of them beside the văn bản."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from support.letters import bang, doan, letter, plan
from support.package import NAMESPACES
from support.reader import read
from support.tables import read_tables

from vbhc import KeHoach, Receipt, render_apart, render_bytes

GAP = "\u00a0" * 5
ISSUED = {"so_ky_hieu": "131/KH-UBND", "thoi_gian": "10/11/2025", "trang_thai": "ban_hanh"}


def appendix(text: str, **more: Any) -> dict[str, Any]:
    return {"noi_dung": [doan(text)], **more}


def apart(van_ban: KeHoach, folder: Path) -> list[Document]:
    """The files, opened by python-docx."""
    return [docx.Document(str(receipt.path)) for receipt in render_apart(van_ban, folder / "ke-hoach.docx")]


def said(document: Document) -> list[tuple[str, str]]:
    return [(p.style.name, p.text) for p in document.paragraphs if p.text]


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


TWO = [appendix("Phụ một.", tieu_de="Danh mục"), appendix("Phụ hai.", tieu_de="Biểu mẫu")]


def it_writes_the_van_ban_without_its_phu_luc(tmp_path: Path):
    main, *_ = apart(plan(phu_luc=TWO), tmp_path)
    assert said(main) == said(docx.Document(BytesIO(render_bytes(plan()))))
    assert len(main.sections) == 1


def it_writes_each_phu_luc_with_its_heading_and_number(tmp_path: Path):
    _, first, second = apart(plan(phu_luc=TWO), tmp_path)
    assert said(first)[:2] == [("VB Phụ lục", "Phụ lục I"), ("VB Tiêu đề phụ lục", "DANH MỤC")]
    assert said(second)[:2] == [("VB Phụ lục", "Phụ lục II"), ("VB Tiêu đề phụ lục", "BIỂU MẪU")]
    assert [said(document)[-1] for document in (first, second)] == [
        ("VB Đoạn", "Phụ một./."),
        ("VB Đoạn", "Phụ hai./."),
    ]
    assert first.tables == second.tables == []


def it_leaves_so_and_ngay_to_be_stamped_in_every_phu_luc_even_of_an_issued_van_ban(tmp_path: Path):
    main, first, second = apart(plan(phu_luc=TWO, **ISSUED), tmp_path)
    belongs = (
        f"(Kèm theo Kế hoạch số {GAP}/KH-UBND ngày{GAP}tháng{GAP}năm\u00a02025\ncủa Ủy ban nhân dân tỉnh Bắc Ninh)"
    )
    assert [dict(said(document))["VB Kèm theo"] for document in (first, second)] == [belongs] * 2
    assert "131/KH-UBND" in main.tables[0].rows[1].cells[0].text


def it_numbers_the_pages_of_each_phu_luc_from_one_and_shows_no_number_on_the_first(tmp_path: Path):
    for document in apart(plan(phu_luc=TWO), tmp_path)[1:]:
        (section,) = document.sections
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
        assert section.different_first_page_header_footer
        assert [p.text for p in (*section.first_page_header.paragraphs, *section.first_page_footer.paragraphs)] == [
            "",
            "",
        ]
        fields = section.header._element.iterfind(".//w:instrText", NAMESPACES)
        assert [(field.text or "").strip() for field in fields] == ["PAGE"]


def it_shows_none_of_what_stands_in_the_margins_of_the_van_ban(tmp_path: Path):
    van_ban = plan(phu_luc=TWO, pham_vi_luu_hanh="Lưu hành nội bộ", dia_chi={"dia_chi": "Số 1"}, do_khan="KHẨN")
    main, first, _ = apart(van_ban, tmp_path)
    assert "LƯU HÀNH NỘI BỘ" in [p.text for p in main.sections[0].first_page_header.paragraphs]
    assert [p.text for p in first.sections[0].first_page_header.paragraphs] == [""]
    assert [p.text for p in first.sections[0].first_page_footer.paragraphs] == [""]


def it_keeps_the_paper_and_the_margins_and_turns_what_needs_the_width(tmp_path: Path):
    phu_luc = [
        {"noi_dung": [bang(7, 2)]},
        {"noi_dung": [bang(3, 2)], "huong": "ngang"},
        {"noi_dung": [bang(3, 2)]},
    ]
    receipts = render_apart(plan(phu_luc=phu_luc), tmp_path / "ke-hoach.docx")
    assert [receipt.landscape for receipt in receipts] == [(), (1,), (), ()]
    assert [table.landscape for receipt in receipts[1:] for table in read_tables(receipt.path)] == [True, True, False]
    pages = [docx.Document(str(receipt.path)).sections[0] for receipt in receipts]
    assert {frozenset((page.page_width, page.page_height)) for page in pages} == {
        frozenset((pages[0].page_width, pages[0].page_height))
    }
    assert {(page.left_margin, page.right_margin) for page in pages} == {(pages[0].left_margin, pages[0].right_margin)}


def it_gives_each_file_the_footnotes_whose_marks_it_has(tmp_path: Path):
    van_ban = plan(
        noi_dung=[doan("Thân[^a]")],
        phu_luc=[appendix("Phụ[^b] một[^c]."), appendix("Phụ hai."), appendix("Phụ[^d]")],
        chu_thich={name: f"Ghi chú {name}." for name in "dcba"},
    )
    receipts = render_apart(van_ban, tmp_path / "ke-hoach.docx")
    assert [read(receipt.path).footnotes for receipt in receipts] == [
        ("Ghi chú a.",),
        ("Ghi chú b.", "Ghi chú c."),
        (),
        ("Ghi chú d.",),
    ]


def it_writes_out_citations_as_in_the_one_whole_file(tmp_path: Path):
    van_ban = plan(
        noi_dung=[doan("Theo [@kh].")],
        phu_luc=[appendix("Như [@kh], [@nq]."), appendix("Lại [@nq].")],
        vien_dan={"kh": "Kế hoạch số 1/KH-UBND ngày 01/3/2026", "nq": "Nghị quyết số 57-NQ/TW của Bộ Chính trị"},
    )
    last = [said(document)[-1][1].replace("\u00a0", " ") for document in apart(van_ban, tmp_path)]
    assert last == [
        "Theo Kế hoạch số 1/KH-UBND ngày 01 tháng 3 năm 2026./.",
        "Như Kế hoạch số 1/KH-UBND, Nghị quyết số 57-NQ/TW của Bộ Chính trị./.",
        "Lại Nghị quyết số 57-NQ/TW./.",
    ]


def it_names_the_files_behind_the_van_ban_and_says_in_receipts_what_they_are(tmp_path: Path):
    receipts = render_apart(plan(phu_luc=TWO), str(tmp_path / "kế hoạch.v1.docx"))
    assert [receipt.path.name for receipt in receipts] == [
        "kế hoạch.v1.docx",
        "kế hoạch.v1-phu-luc-1.docx",
        "kế hoạch.v1-phu-luc-2.docx",
    ]
    assert all(isinstance(receipt, Receipt) and receipt.pack == "kehoach" for receipt in receipts)
    assert [receipt.sha256 for receipt in receipts] == [
        hashlib.sha256(receipt.path.read_bytes()).hexdigest() for receipt in receipts
    ]
    assert names_in(tmp_path) == sorted(receipt.path.name for receipt in receipts)


def it_gives_a_lone_phu_luc_no_number_in_its_name_nor_in_its_heading(tmp_path: Path):
    _, alone = apart(plan(phu_luc=TWO[:1]), tmp_path)
    assert names_in(tmp_path) == ["ke-hoach-phu-luc.docx", "ke-hoach.docx"]
    assert said(alone)[0] == ("VB Phụ lục", "Phụ lục")


def it_writes_one_file_where_there_is_no_phu_luc(tmp_path: Path):
    (receipt,) = render_apart(plan(), tmp_path / "ke-hoach.docx")
    assert receipt.path.read_bytes() == render_bytes(plan())
    assert names_in(tmp_path) == ["ke-hoach.docx"]


def it_sets_the_phu_luc_of_a_cong_van_apart_too(tmp_path: Path):
    receipts = render_apart(letter(phu_luc=TWO), tmp_path / "thu.docx", pack="congvan-p13")
    assert [receipt.pack for receipt in receipts] == ["congvan-p13"] * 3
    assert "(Kèm theo Công văn số" in read(receipts[1].path).text


def it_writes_the_same_bytes_every_time(tmp_path: Path):
    once, again = (
        render_apart(plan(phu_luc=TWO), tmp_path / name / "a.docx")
        for name in ("một", "hai")
        if (tmp_path / name).mkdir() is None
    )
    assert [receipt.sha256 for receipt in once] == [receipt.sha256 for receipt in again]
