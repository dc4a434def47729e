"""Tables on their pages: widths, rows that stay whole, merged rows on one page, landscape where it is needed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.letters import SENTENCE, bang, doan, letter, plan
from support.tables import ReadTable
from written import AFTER, Data, appendix, data_tables, keyed, rendered, said, table, titled

from vbhc import InputError, render
from vbhc.layout import longest_word_mm

PORTRAIT_MM, LANDSCAPE_MM = 165, 252
SIZE_PT = 13
MARGINS_MM = 2 * 1.2
PAGE_OF_WORDS = SENTENCE * 60  # more than a page of one wide column holds


def in_body(block: Data) -> ReadTable:
    (found,) = data_tables(rendered(plan(noi_dung=[block, AFTER])))
    return found


def in_phu_luc(*blocks: Data, **more: Any) -> list[ReadTable]:
    return data_tables(rendered(plan(phu_luc=[appendix(*blocks, **more)])))


WIDE_HEADING = {"tieu_de": "Nghiêng", "con": ["a", "b"]}
TABLES = [
    bang(2, 3),
    bang(7, 3),
    bang(12, 2),
    bang(12, 2, words="Chuyểnđổisốquốcgia"),
    table([*["Chuyểnđổisố"] * 4, "x"], [*["1"] * 4, SENTENCE * 9]),
    table([WIDE_HEADING, "Nội dung"], ["1", "2", SENTENCE * 4]),
    table(["TT", {"tieu_de": "Kế hoạch năm 2025", "con": ["Quý I", "Quý II", "Quý III"]}], ["1", "2", "3", "4"]),
    table([{"tieu_de": "Số", "can_le": "so"}, "Nội dung"], ["1.250.000", SENTENCE]),
    table([{"tieu_de": "a", "rong_mm": 40}, "b", {"tieu_de": "c", "rong_mm": 60}], ["x", SENTENCE, "y"]),
    table([{"tieu_de": "a", "rong_mm": 20}, {"tieu_de": "b", "rong_mm": 30}], ["x", "y"]),
    table([{"tieu_de": "a", "rong_mm": 100}, {"tieu_de": "b", "rong_mm": 65.4}], ["x", "y"]),
]


@pytest.mark.parametrize("block", TABLES)
def it_fits_a_table_between_the_margins_of_its_page(block: Data):
    (inside, upright, across) = (
        in_body(block),
        *in_phu_luc(block, huong="doc"),
        *in_phu_luc(block, huong="ngang"),
    )
    assert sum(inside.columns_mm) <= PORTRAIT_MM + 0.1
    assert inside.columns_mm == upright.columns_mm
    assert sum(across.columns_mm) <= LANDSCAPE_MM + 0.1
    assert all(width > 3 for found in (inside, across) for width in found.columns_mm)


def it_fills_the_page_unless_every_width_was_given():
    given, shared = [{"tieu_de": "a", "rong_mm": 20}, {"tieu_de": "b", "rong_mm": 30}], ["a", "b"]
    assert in_body(table(given, ["x", "y"])).columns_mm == pytest.approx((20, 30), abs=0.1)
    assert sum(in_body(table(shared, ["x", "y"])).columns_mm) == pytest.approx(PORTRAIT_MM, abs=0.1)


@pytest.mark.parametrize("cells", [["", "", ""], ["1", "", ""]])
def it_fills_the_page_with_a_form_that_is_to_be_filled_in(cells: list[str]):
    number, words, remarks = in_body(table(["TT", "Nội dung công việc", "Ghi chú"], cells, cells)).columns_mm
    assert number + words + remarks == pytest.approx(PORTRAIT_MM, abs=0.1)
    assert number < remarks <= words


@pytest.mark.parametrize("heading", ["Nghiêng", "Chuyển đổi số", "Bắc Ninh 2024", "Cơ quan chủ trì thực hiện"])
@pytest.mark.parametrize("columns", [["a", "b"], ["1"], ["a", {"tieu_de": "b", "con": ["c", "d"]}]])
def it_holds_every_word_of_a_heading_over_the_columns_below_it(heading: str, columns: list[Any]):
    common = {"tieu_de": heading, "con": columns}
    cells = len(columns) + sum(len(column["con"]) - 1 for column in columns if isinstance(column, dict))
    found = in_body(table([common, "Nội dung"], [*["1"] * cells, SENTENCE * 9], [*["2"] * cells, SENTENCE * 9]))
    room = sum(found.columns_mm[:cells]) - MARGINS_MM
    assert room >= longest_word_mm(heading, SIZE_PT, bold=True)


def it_holds_a_long_word_over_one_of_many_columns_that_all_want_more_room():
    common = {"tieu_de": "Chuyển_đổi_số_xã", "con": ["a"]}
    found = in_body(table([common, *"bcdef"], *[["Nội dung công việc của các cơ quan. " * 9] * 6] * 2))
    assert found.columns_mm[0] - MARGINS_MM >= longest_word_mm("Chuyển_đổi_số_xã", SIZE_PT, bold=True)


def it_gives_room_to_a_common_heading_beside_columns_whose_width_is_given():
    common = {"tieu_de": "Nghiêng", "con": [{"tieu_de": "a", "rong_mm": 6}, "b"]}
    found = in_body(table([common, "Nội dung"], ["1", "2", SENTENCE * 9]))
    assert found.columns_mm[0] == pytest.approx(6, abs=0.1)
    assert sum(found.columns_mm[:2]) - MARGINS_MM >= longest_word_mm("Nghiêng", SIZE_PT, bold=True)


def it_splits_a_row_over_two_pages_only_when_no_page_holds_it():
    assert in_body(table(["a", "b"], ["1", SENTENCE], ["2", PAGE_OF_WORDS], ["3", ""])).whole == (
        *(True, True),
        *(False, True),
    )


def it_splits_such_a_row_in_a_group_of_merged_cells_too():
    found = in_body(table(["a", "b"], [keyed("m"), PAGE_OF_WORDS], [keyed("m"), "x"]))
    assert found.whole == (True, False, True)


def it_splits_a_row_of_very_many_lines():
    assert in_body(table(["a", "b"], ["1", "\n".join(["ý"] * 90)], ["2", "ý\ný"])).whole == (True, False, True)


@pytest.mark.parametrize(
    ("columns", "word"), [(7, "Nghiêng"), (5, "**khu/trường**"), (5, "1.250.000"), (4, "NSNN/KTXH-TW")]
)
def it_tears_no_word_of_many_columns(columns: int, word: str):
    found = in_body(table(["a"] * columns, [word] * (columns - 2) + [SENTENCE * 9] * 2))
    text, bold = word.strip("*"), "**" in word
    assert all(width - MARGINS_MM >= longest_word_mm(text, SIZE_PT, bold=bold) for width in found.columns_mm[:-2])


def it_divides_the_address_of_a_page_sooner_than_the_words_beside_it():
    found = in_body(table([*"abcdefgh", "Địa chỉ"], [*["Nghiêng"] * 8, "https://www.bacninh.gov.vn/van-ban/chi-tiet"]))
    assert all(width - MARGINS_MM >= longest_word_mm("Nghiêng", SIZE_PT) for width in found.columns_mm[:8])


@pytest.mark.parametrize("heading", ["a", {"tieu_de": "Nghiêng", "con": ["a"]}, "Nghiêng"])
def it_refuses_a_table_of_so_many_columns_that_words_would_be_torn(heading: Any):
    words = "a" if heading != "a" else "Nghiêng"
    with pytest.raises(InputError, match=r"bảng 12 cột cần ít nhất .* nên có chữ bị ngắt"):
        in_body(table([heading] * 12, [words] * 12))
    (across,) = in_phu_luc(table([heading] * 12, [words] * 12))
    assert across.landscape
    assert all(width - MARGINS_MM >= longest_word_mm("Nghiêng", SIZE_PT) for width in across.columns_mm)


def it_keeps_a_table_that_ends_a_body_with_the_signature():
    found = in_body(bang(2, 3)), data_tables(rendered(plan(noi_dung=[bang(2, 3)])))[0]
    assert [it.kept[-1] for it in found] == [False, True]


NARROW, WIDE = bang(3, 2), bang(7, 2)
GIVEN = table([{"tieu_de": "a", "rong_mm": 100}, {"tieu_de": "b", "rong_mm": 100}], ["x", "y"])


def it_turns_a_phu_luc_whose_table_needs_the_width_and_says_so_in_the_receipt(tmp_path: Path):
    in_order = [
        appendix(NARROW),
        appendix(WIDE),
        appendix(titled("Mục", doan("x"), GIVEN)),
        appendix(WIDE, huong="doc"),
        appendix(NARROW, huong="ngang"),
        appendix(doan("Chữ.")),
    ]
    receipt = render(plan(phu_luc=in_order), tmp_path / "ke-hoach.docx")
    assert receipt.landscape == (2, 3)
    turned = [found.landscape for found in data_tables(receipt.path.read_bytes())]
    assert turned == [False, True, True, False, True]


def it_turns_no_page_of_the_body(tmp_path: Path):
    receipt = render(plan(noi_dung=[WIDE, AFTER]), tmp_path / "ke-hoach.docx")
    assert receipt.landscape == ()
    assert [found.landscape for found in data_tables(receipt.path.read_bytes())] == [False]


def columns(*widths: float) -> Data:
    return table([{"tieu_de": "a", "rong_mm": width} for width in widths], ["x"] * len(widths))


def it_refuses_every_table_that_cannot_fit_its_page_each_by_its_place():
    with pytest.raises(InputError) as caught:
        rendered(
            plan(
                noi_dung=[columns(100, 60), titled("Mục", said("ý", columns(100, 70))), bang(24, 1)],
                phu_luc=[
                    appendix(columns(100, 150)),
                    appendix(columns(100, 153)),
                    appendix(doan("x"), columns(100, 66), huong="doc"),
                ],
            )
        )
    assert [finding.code for finding in caught.value.report] == ["VB011"] * 4
    assert [finding.location.place.split(" ")[0] for finding in caught.value.report] == [
        "noi_dung[2].khoi[1].khoi[1]",
        "noi_dung[3]",
        "phu_luc[2].noi_dung[1]",
        "phu_luc[3].noi_dung[2]",
    ]
    assert "bảng 2 cột cần ít nhất 170 mm, trang chỉ có 165 mm" in str(caught.value)
    assert "253 mm, trang chỉ có 252 mm" in str(caught.value)


def it_refuses_such_a_table_in_a_cong_van_and_writes_nothing(tmp_path: Path):
    with pytest.raises(InputError, match="VB011"):
        render(letter(noi_dung=[columns(100, 70)]), tmp_path / "thu.docx")
    assert list(tmp_path.iterdir()) == []
