"""Any kế hoạch that can be built: its file is sound, and every text, table, footnote and citation is read back."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support import validate
from support.letters import doan, plan
from support.package import Package
from support.reader import Reading, read
from support.structure import structural_problems
from support.tables import read_tables

from vbhc import InputError, KeHoach, escape, read_van_ban, render_apart, render_bytes

Data = dict[str, Any]
Placed = dict[int, tuple[int, str, str, str]]
"""By first column: how wide a cell is, its key, what it shows, what was put in."""

PIECES = (
    *("&", "<", ">", '"', "]]>", "**đậm**", "*", "~dưới~", "^", "\\", "[^a]", "[@x]", "[", "- ", "./.", "(i) "),
    *("số 131", "11/47 chỉ tiêu", "\u0301", "ế", "đ", "ß", "😀", "\u00a0", " ", "\n", "\t"),
)
WORDS = st.lists(st.sampled_from(PIECES) | st.text("aĐế 1,5\n", max_size=4), max_size=4).map("".join)
SHOWN = 4000
LONG = " Nội dung công việc của các cơ quan." * 40

LEVELS = ("phan", "chuong", "muc", "tieu_muc", "dieu", "la_ma", "khoan", "diem", "gach", "cong")
BELOW = {"phan": "chuong", **dict.fromkeys(("chuong", "muc", "tieu_muc"), "dieu"), "dieu": "khoan", "la_ma": "khoan"}
BELOW |= {"khoan": "diem", "diem": "gach", "gach": "cong"}
ALWAYS_TITLED = ("phan", "chuong", "muc", "tieu_muc")

# How a văn bản is declared, and what is said of it first and afterwards.
KH, NQ, LUAT = "Kế hoạch số 131/KH-UBND", "Nghị quyết số 57-NQ/TW", "Luật Giao dịch điện tử"
CITED = {
    "kh": (f"{KH} ngày 10/11/2025 của UBND tỉnh về DTI", f"{KH} ngày 10 tháng 11 năm 2025 của UBND tỉnh về DTI", KH),
    "nq": (f"{NQ} của Bộ Chính trị", f"{NQ} của Bộ Chính trị", NQ),
    "luat": (LUAT, LUAT, LUAT),
}


def compared(text: str) -> str:
    """As a reader compares it: composed, a run of blanks of any kind one blank."""
    return " ".join(unicodedata.normalize("NFC", text).split())


class Draft:
    """A kế hoạch in the making, its texts drawn in reading order; what a reader must see is written down beside it."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.texts: list[str] = []
        self.notes: list[str] = []
        self.tables: list[list[list[str]]] = []
        self.given_notes: dict[str, str] = {}
        self.said: set[str] = set()
        self.van_ban = plan()

    def __repr__(self) -> str:
        return self.van_ban.model_dump_json(exclude_defaults=True)[:SHOWN]

    def text(self, *, note: bool = True) -> tuple[str, str]:
        """A text as it is put in and as it must be seen, with a number by which to find it."""
        number = len(self.texts)
        self.texts.append("")
        markup, seen = self._words()
        if note and self.draw(st.integers(0, 5)) == 0:
            markup += self._note(number)
        self.texts[number] = f"«{number}|{seen}|{number}»"
        return f"«{number}|{markup}|{number}»", self.texts[number]

    def _words(self) -> tuple[str, str]:
        words = self.draw(WORDS)
        bold = "**" if self.draw(st.booleans()) else ""
        cited = self.draw(st.sampled_from([*CITED, *[""] * 6]))
        if not cited:
            return f"{bold}c{escape(words)}c{bold}", f"c{words}c"
        _, full, short = CITED[cited]
        says = short if cited in self.said else full
        self.said.add(cited)
        return f"{bold}c{escape(words)}[@{cited}]{bold}", f"c{words}{says}"

    def _note(self, number: int) -> str:
        markup, seen = self._words()
        self.notes.append(f"«n{number}|{seen}»")
        self.given_notes[f"n{number}"] = f"«n{number}|{markup}»"
        return f"[^n{number}]"

    def markup(self, *, note: bool = True) -> str:
        """A text as it is put in."""
        return self.text(note=note)[0]

    def some(self, least: int, most: int) -> range:
        """As many as are drawn."""
        return range(self.draw(st.integers(least, most)))

    def blocks(self, parent: str | None, depth: int) -> list[Data]:
        """Blocks under a mục of the level ``parent``, with mục at most ``depth`` levels deep."""
        kinds = ["doan", "dash", "table", "table", *["muc"] * (4 if depth and parent != "cong" else 0)]
        return [self._block(self.draw(st.sampled_from(kinds)), parent, depth) for _ in self.some(1, 3)]

    def _block(self, kind: str, parent: str | None, depth: int) -> Data:
        if kind == "muc":
            return self._muc(parent, depth)
        if kind == "table":
            return self._table()
        if kind == "dash":
            return {"loai": "gach_dau_dong", "noi_dung": self.markup(), "con": [self.markup() for _ in self.some(0, 2)]}
        return doan(self.markup())

    def _muc(self, parent: str | None, depth: int) -> Data:
        lower = LEVELS if parent is None else LEVELS[LEVELS.index(parent) + 1 :]
        own = self.draw(st.sampled_from([None, None, *lower]))
        level = own or ("la_ma" if parent is None else BELOW[parent])
        muc: Data = {"loai": "muc", "cap_muc": own, "so": self.draw(st.sampled_from([None, None, "7.", "1a)"]))}
        if level in ALWAYS_TITLED or self.draw(st.booleans()):
            muc["tieu_de"] = self.markup()
        if "tieu_de" not in muc or self.draw(st.booleans()):
            muc["noi_dung"] = self.markup()
            muc["chay_lien"] = "tieu_de" in muc and self.draw(st.booleans())
        return muc | {"khoi": self.blocks(level, depth - 1) if self.draw(st.booleans()) else []}

    def _table(self) -> Data:
        tops = [Column(self, depth=self.draw(st.sampled_from([0, 2]))) for _ in self.some(1, 3)]
        level = tops
        while level:  # a heading is read row by row
            for column in level:
                column.markup, column.seen = self.text()
            level = [inner for column in level for inner in column.below]
        paths = [path for column in tops for path in column.paths()]
        seen = [[path[min(row, len(path) - 1)] for path in paths] for row in range(max(map(len, paths)))]
        self.tables.append(seen)
        return {"loai": "bang", "cot": [it.data(self) for it in tops], "hang": [*self._rows(len(paths), seen)]}

    def _rows(self, columns: int, seen: list[list[str]]) -> Iterator[Data]:
        """Rows that fill ``columns``; what each place shows goes into ``seen``."""
        above: Placed = {}
        for _ in self.some(1, 6):
            if self.draw(st.integers(0, 7)) == 0:
                markup, shown = self.text()
                above = {}
                seen.append([shown] * columns)
                yield {"nhom": markup}
                continue
            cells, above = self._cells(columns, above)
            seen.append([shown for span, _, shown, _ in above.values() for _ in range(span)])
            yield {"o": cells, "la_nhom": self.draw(st.integers(0, 7)) == 0}

    def _cells(self, columns: int, above: Placed) -> tuple[list[Any], Placed]:
        """The cells of a row as put in, and by first column what they are."""
        cells: list[Any] = []
        placed: Placed = {}
        start = 0
        while start < columns:
            span = self.draw(st.integers(1, columns - start) | st.just(1))
            key = self.draw(st.sampled_from(["", f"k{start}-{span}", f"k{start}-{span}", f"m{start}-{span}"]))
            upper = above.get(start)
            if key and upper and upper[:2] == (span, key):
                markup, shown = self.draw(st.sampled_from(["", upper[3]])), upper[2]
                placed[start] = upper
            else:
                markup, shown = self._cell_text(merged=bool(key))
                placed[start] = (span, key, shown, markup)
            whole = {"noi_dung": markup, "so_cot": span, "khoa": key or None}
            cells.append(whole if key or span > 1 else markup)
            start += span
        return cells, placed

    def _cell_text(self, *, merged: bool) -> tuple[str, str]:
        """The text of a cell; in a merged one never so long that it would stand unmerged in its first row."""
        kind = self.draw(st.sampled_from(["", "number", "text", "text", "text" if merged else "long"]))
        if kind in ("text", "long"):
            markup, shown = self.text()
            return (markup + LONG, shown + LONG) if kind == "long" else (markup, shown)
        number = self.draw(st.sampled_from(["85,5", "1.250", "-0,1%", "Đạt"])) if kind else ""
        return number, number


class Column:
    """The shape of a column, at most ``depth`` levels deep, whose headings are yet to come."""

    def __init__(self, draft: Draft, *, depth: int) -> None:
        self.below = [Column(draft, depth=depth - 1) for _ in draft.some(0, 2)] if depth else []
        self.markup = self.seen = ""

    def paths(self) -> Iterator[list[str]]:
        """For each real column what stands over it, from the top."""
        inner = [path for column in self.below for path in column.paths()] or [[]]
        return ([self.seen, *path] for path in inner)

    def data(self, draft: Draft) -> Data:
        """The column as it is put in."""
        if self.below:
            return {"tieu_de": self.markup, "con": [column.data(draft) for column in self.below]}
        setting = draft.draw(st.sampled_from(["trai", "giua", "phai", "so"]))
        width = draft.draw(st.none() | st.none() | st.floats(16, 24))
        return {"tieu_de": self.markup, "can_le": setting, "rong_mm": width}


def has_room(draft: Draft) -> bool:
    """Whether its tables fit their pages; a kế hoạch that can be built is refused for nothing else."""
    refused = refusal(draft.van_ban)
    if refused:
        assert refused == {"VB011"}
        assert max(len(table[0]) for table in draft.tables) > 4, "a table of four columns has room"
    return not refused


def refusal(van_ban: KeHoach) -> set[str]:
    """The codes for which ``van_ban`` is not written."""
    try:
        render_bytes(van_ban)
    except InputError as error:
        return {finding.code for finding in error.report}
    return set()


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """A kế hoạch with căn cứ, an outline of any shape, tables, phụ lục, footnotes and citations."""
    draft = Draft(draw)
    fields: Data = {"can_cu": [draft.markup() for _ in draft.some(0, 2)], "noi_dung": draft.blocks(None, 3)}
    fields["phu_luc"] = [
        {
            "tieu_de": draft.markup() if draw(st.booleans()) else None,
            "noi_dung": draft.blocks(None, 1),
            "huong": draw(st.sampled_from(["tu_dong", "doc", "ngang"])),
        }
        for _ in draft.some(0, 2)
    ]
    notes = dict(sorted(draft.given_notes.items(), reverse=True))
    declared = {name: written for name, (written, *_) in CITED.items()}
    draft.van_ban = plan(**fields, chu_thich=notes, vien_dan=declared)
    assume(has_room(draft))
    return draft


def page_text(reading: Reading) -> str:
    return compared("\n".join(reading.body))


def lost(texts: list[str], page: str) -> list[str]:
    """Those of ``texts`` that ``page`` shows neither as they are nor in capitals."""
    return [text for text in texts if compared(text) not in page and compared(compared(text).upper()) not in page]


@given(drafts())
@settings(max_examples=80)
def it_prints_every_text_with_its_citations_said_in_full_first(draft: Draft):
    page = page_text(read(render_bytes(draft.van_ban)))
    assert lost(draft.texts, page) == []


@given(drafts())
@settings(max_examples=80)
def it_gives_every_footnote_its_text_in_the_order_of_the_marks(draft: Draft):
    assert [*map(compared, read(render_bytes(draft.van_ban)).footnotes)] == [*map(compared, draft.notes)]


@given(drafts())
@settings(max_examples=80)
def it_shows_every_table_as_it_was_laid_out_with_its_merges(draft: Draft):
    found = [table for table in read_tables(render_bytes(draft.van_ban)) if table.header_rows]
    grids = [[[*map(compared, row)] for row in table.grid] for table in found]
    assert grids == [[[*map(compared, row)] for row in grid] for grid in draft.tables]
    assert all(sum(table.columns_mm) <= (252.1 if table.landscape else 165.1) for table in found)


@given(drafts())
@settings(max_examples=80)
def it_writes_a_sound_file_the_same_each_time_and_from_its_own_json(draft: Draft):
    van_ban = draft.van_ban
    data = render_bytes(van_ban)
    assert structural_problems(Package.read(data)) == []
    written = van_ban.model_dump_json()
    again = KeHoach.model_validate_json(written)
    assert again == van_ban == read_van_ban(json.loads(written))
    assert render_bytes(van_ban) == data == render_bytes(again)


@given(drafts())
@settings(max_examples=6)
def it_writes_it_as_word_wants_it(draft: Draft):
    validate(render_bytes(draft.van_ban))


@given(drafts())
@settings(max_examples=15)
def it_loses_nothing_when_the_phu_luc_are_files_of_their_own(draft: Draft):
    with TemporaryDirectory() as folder:
        receipts = render_apart(draft.van_ban, Path(folder, "ke-hoach.docx"))
        files = [receipt.path.read_bytes() for receipt in receipts]
    assert [problem for data in files for problem in structural_problems(Package.read(data))] == []
    readings = [read(data) for data in files]
    assert lost(draft.texts, " ".join(map(page_text, readings))) == []
    notes = [compared(note) for reading in readings for note in reading.footnotes]
    assert notes == [*map(compared, draft.notes)]
    assert len(files) == 1 + len(draft.van_ban.phu_luc)
