"""Which plans are drawn, by names that say what each tries: the example's, and small ones built for one purpose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

from letters_to_draw import filler
from support.letters import SENTENCE, doan, ke_hoach, plan

from vbhc import Doan, KeHoach

Data = dict[str, Any]
ToDraw = dict[str, Callable[[], KeHoach]]

LONG_TRICH_YEU = (
    "Triển khai các nhiệm vụ, giải pháp nâng cao Chỉ số chuyển đổi số (DTI) của các sở, ban, ngành, Ủy ban nhân dân "
    "các xã, phường và của tỉnh Bắc Ninh năm 2025, định hướng đến năm 2030"
)
CAN_CU = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
    "Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển khoa học, công "
    "nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia",
    "Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ",
)
NOTES = {"a": "Lời của chú thích thứ nhất.", "b": "Lời của chú thích thứ hai."}
BODY = [doan(" ".join([SENTENCE] * 3))] * 3
THREE = ["STT", "Nội dung", "Ghi chú"]
TWO_ROWS = [
    {"tieu_de": "STT", "can_le": "giua"},
    {"tieu_de": "Chỉ tiêu", "con": ["Tên đầy đủ", "Đơn vị"]},
    {"tieu_de": "Mục tiêu phấn đấu", "con": [{"tieu_de": n, "can_le": "so"} for n in ("Năm 2025", "Năm 2026")]},
]
NUMBERS = ("0,75", "12", "1.234,5678", "≥0,9000", "100", "7,125", "95,5", "3")
LONG_WORDS = (
    "https://dichvucong.gov.vn/p/home/dvc-trang-chu-cong-dich-vu-cong-quoc-gia.html",
    "KH_131_2025_UBND_SKHCN_VP_TTPVHCC_PhienBanChinhThuc_v2025.docx",
)
UNEVEN_NUMBERS = ("1.234.567,8", "0,123456", "12")


def muc(title: str, *blocks: Data) -> Data:
    """A mục with a title of its own."""
    return {"loai": "muc", "tieu_de": title, "khoi": list(blocks)}


def khoan(text: str) -> Data:
    """A mục that has only a text."""
    return {"loai": "muc", "noi_dung": text}


def gach(text: str, *items: str) -> Data:
    return {"loai": "gach_dau_dong", "noi_dung": text, "con": list(items)}


def table(columns: list[Any], rows: list[Any]) -> Data:
    return {"loai": "bang", "cot": columns, "hang": rows}


def phu_luc(*blocks: Data, title: str = "Danh mục chỉ tiêu", huong: str = "doc") -> Data:
    return {"tieu_de": title, "noi_dung": list(blocks), "huong": huong}


def numbered_rows(count: int) -> list[list[str]]:
    """Rows of which no two share a word; the second cell wraps, the last two are numbers."""
    words = ("tên", "của", "chỉ", "tiêu", "trong", "hàng", "này", "dài", "ra", "hai", "dòng", "chữ")
    return [
        [f"s{n}", " ".join(f"{word}{n}" for word in words), f"đv{n}", NUMBERS[n % 8], NUMBERS[(3 * n + 1) % 8]]
        for n in range(count)
    ]


def long_table(rows: int = 60) -> Data:
    """A table under two rows of headings."""
    return table(TWO_ROWS, numbered_rows(rows))


def merged_rows(*sizes: int) -> list[list[Any]]:
    """Groups of rows, each held together by a cell whose words stand nowhere else."""
    return [
        [f"s{group}.{n}", {"noi_dung": f"gộp{group} nhiều{group} hàng{group}", "khoa": f"k{group}"}, f"việc{group}.{n}"]
        for group, size in enumerate(sizes)
        for n in range(size)
    ]


def high_group(name: str, rows: int = 15) -> list[Any]:
    """Rows that no page holds, together with what heads them, tied by one merged cell."""
    return [[{"noi_dung": f"chung{name}", "khoa": name}, f"{SENTENCE} {SENTENCE}", f"{name}{n}"] for n in range(rows)]


def tall(lines: int) -> str:
    """So many short lines in one cell."""
    return "\n".join(f"dòng{n}" for n in range(lines))


EXAMPLE_SWEPT = tuple(f"example, {lines} lines before it" for lines in range(26))
AFTER = doan(" ".join([SENTENCE] * 2))
# What never ends a page, each at every height near the end of page 1.
HEADS: dict[str, list[Data]] = {
    "a title of two lines": [muc("Mục tiêu", muc(f"{LONG_TRICH_YEU} {LONG_TRICH_YEU}", AFTER))],
    "a table under its title": [muc("Mục tiêu", muc("Bảng", table(THREE, [["1", SENTENCE, "Ô"]] * 4)))],
    "words and dashes": [doan("Gồm các việc sau:"), gach("Việc thứ nhất gồm:", "Ý một;", "Ý hai.")],
    "words with a note": [doan("Gồm các việc sau:[^a]"), gach("Việc.")],
    "a bold line with a note": [doan("**Phát triển doanh nghiệp số**[^a]"), AFTER],
    "a khoản above dashes": [muc("Mục tiêu", khoan("Gồm các việc sau:"), gach("Việc."), gach("Việc."))],
    "a dash above a table": [gach("Theo bảng sau:"), table(THREE, [["1", SENTENCE, "Ô"]] * 4)],
}
HEADS_SWEPT = tuple(f"{lines} lines, then {head}" for head in HEADS for lines in range(27, 34))
# A title over merged rows that need about a page, or more.
TITLED_GROUPS = tuple(f"a title over {rows} merged rows" for rows in (8, 12, 13, 14, 15, 16, 18, 24))
HIGH_GROUPS = ("high groups under their names, doc", "high groups under their names, ngang")
# Rows about as high as a page: 41 of these lines fill it below a heading.
TALL = tuple(
    f"{what} of {lines} lines"
    for what in ("a row", "a row beside a merged cell", "a merged cell")
    for lines in (38, 41, 44, 46, 60)
)


@cache
def example() -> KeHoach:
    """The plan of ``examples/ke-hoach-dti``."""
    return ke_hoach()


def swept_example(lines: int) -> KeHoach:
    """The example without phụ lục, ``lines`` lines of other words before its first mục."""
    first, *others = example().noi_dung
    before = [Doan.model_validate(block) for block in filler(lines)]
    return example().model_copy(update={"noi_dung": (first, *before, *others), "phu_luc": ()})


def all_plans() -> ToDraw:
    """Every plan, as what writes it."""
    return {"example": example, **dict(_frames()), **dict(_sweeps()), **dict(_notes()), **dict(_tables())}


def _frames() -> Iterator[tuple[str, Callable[[], KeHoach]]]:
    yield "căn cứ and a long trích yếu", partial(plan, can_cu=CAN_CU, trich_yeu=LONG_TRICH_YEU, noi_dung=BODY)
    sections = [
        phu_luc(long_table(40), huong="ngang", title=f"{LONG_TRICH_YEU} kèm theo Kế hoạch của tỉnh"),
        phu_luc(*BODY * 5, title="Hướng dẫn"),
        phu_luc(long_table(3), huong="ngang"),
        phu_luc(*BODY),
    ]
    yield "four phụ lục", partial(plan, noi_dung=BODY * 5, phu_luc=sections)


def _sweeps() -> Iterator[tuple[str, Callable[[], KeHoach]]]:
    for lines, name in enumerate(EXAMPLE_SWEPT):
        yield name, partial(swept_example, lines)
    for name in HEADS_SWEPT:
        lines, _, head = name.partition(" lines, then ")
        said = {"a": NOTES["a"]} if "note" in head else {}
        yield name, partial(plan, noi_dung=[*filler(int(lines)), *HEADS[head], *filler(5)], chu_thich=said)


def _notes() -> Iterator[tuple[str, Callable[[], KeHoach]]]:
    two = [doan(f"{SENTENCE} Từ nhất[^a] rồi từ nhì[^b]. {SENTENCE}"), *filler(60)]
    yield "two notes", partial(plan, noi_dung=two, chu_thich=NOTES)
    rows = numbered_rows(50)
    rows[1][1] += " ônhất[^a]"
    rows[40][1] += " ônhì[^b]"
    marked = table(TWO_ROWS, rows)
    yield "notes in a table", partial(plan, noi_dung=[doan("Bảng sau:"), marked], chu_thich=NOTES)
    yield "notes in a phụ lục", partial(plan, phu_luc=[phu_luc(marked, huong="ngang")], chu_thich=NOTES)


def _tables() -> Iterator[tuple[str, Callable[[], KeHoach]]]:
    yield "two heading rows, body", partial(plan, noi_dung=[muc("Mục tiêu", muc("Bảng", long_table())), *BODY])
    yield "a table last", partial(plan, noi_dung=[*BODY, long_table(45)])
    for huong in ("doc", "ngang"):
        merged = table(THREE, merged_rows(3, 1, 7, 2, 12, 5, 30, 4, 90, 2))
        high = table(THREE, [["1", "trước", "x"], ["2", tall(120), "y"], ["3", "sau", "z"]])
        yield f"two heading rows, {huong}", partial(plan, phu_luc=[phu_luc(long_table(), huong=huong)])
        yield f"merged cells, {huong}", partial(plan, phu_luc=[phu_luc(merged, huong=huong)])
        yield f"a row higher than two pages, {huong}", partial(plan, phu_luc=[phu_luc(high, huong=huong)])
    for name, huong in zip(HIGH_GROUPS, ("doc", "ngang"), strict=True):
        groups = [row for group in "abc" for row in ({"nhom": f"NHÓM {group}"}, *high_group(group))]
        yield name, partial(plan, phu_luc=[phu_luc(table(THREE, groups), huong=huong)])
    for name in TITLED_GROUPS:
        rows = int(name.split(" ")[3])
        titled = muc("Mục tiêu", muc("Bảng", table(THREE, high_group("a", rows))))
        yield name, partial(plan, noi_dung=[AFTER, titled, AFTER])
    for name in TALL:
        what, _, lines = name.removesuffix(" lines").partition(" of ")
        yield name, partial(plan, phu_luc=[phu_luc(table(THREE, _high(what, tall(int(lines)))))])
    words = AFTER["noi_dung"]
    columns = ["STT", "Nội dung", {"tieu_de": "Số", "can_le": "so"}, "Ghi chú"]
    uneven = table(columns, [["1", words, number, words] for number in UNEVEN_NUMBERS])
    yield "uneven numbers", partial(plan, phu_luc=[phu_luc(uneven)])
    noted = table(columns, [["1", words, number, words] for number in ("12,5[^a]", "3,75", "100[^b]")])
    yield "numbers with notes", partial(plan, phu_luc=[phu_luc(noted)], chu_thich=NOTES)
    even = table(["STT", "Một", "Hai", "Ba"], [[str(n), words, words, words] for n in range(3)])
    yield "columns of the same words", partial(plan, phu_luc=[phu_luc(even)])
    addresses = [["1", "Cổng dịch vụ công của tỉnh", *LONG_WORDS, "Ghi chú dài của hàng này"]] * 3
    yield "addresses without a space", partial(plan, phu_luc=[phu_luc(table(list("ABCDE"), addresses), huong="ngang")])


def _high(what: str, words: str) -> list[list[Any]]:
    """Two rows, of which one has a cell with these ``words``; held together by a merged cell or not."""
    if what == "a row":
        return [["1", words, "x"], ["2", "sau", "y"]]
    merged = words if what == "a merged cell" else "gộp"
    beside = "trước" if what == "a merged cell" else words
    return [["1", {"noi_dung": merged, "khoa": "k"}, beside], ["2", {"khoa": "k"}, "sau"], ["3", "riêng", "cuối"]]
