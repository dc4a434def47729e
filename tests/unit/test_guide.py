"""The guide to bản thảo says what comes of each thing that may be written; each of its examples is run."""

from __future__ import annotations

import io
import re
import shlex
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from support.guide import (
    KINDS,
    Block,
    Example,
    Row,
    agrees,
    as_markdown,
    blocks_of,
    examples_of,
    fronts,
    rows_of,
    shown,
    squeezed,
    with_fields,
)
from support.letters import EXAMPLES

from vbhc.cli import main
from vbhc.draft.documents import FilledDraft, open_draft
from vbhc.errors import VbhcError
from vbhc.recognition import ThanhPhan, recognise
from vbhc.render import render_bytes
from vbhc.word.view import Paragraph, View, open_view, paragraphs

ROOT = EXAMPLES.parent
PAGE, *OTHERS = ((ROOT / name).read_text("utf-8") for name in ("docs/viet-ban-thao.md", "docs/bat-dau.md", "README.md"))
BASE = "dti.md"
"""The bản thảo whose front the pieces of text go on from."""
BLOCKS = blocks_of(PAGE)
EXAMPLES_OF_PAGE = examples_of(BLOCKS, BASE)
FRONT = next(front for block, front in fronts(BLOCKS, BASE))
TAGS = [(block, front) for block, front in fronts(BLOCKS, BASE) if block.kind == "the"]
THIS_MONTH, LAST_MONTH = "dti-2026-05.xlsx", "dti-2026-04.xlsx"
WORKBOOKS = {THIS_MONTH: "don-doc-dti", "dti-2025-ke-hoach.xlsx": "ke-hoach-dti"}
RESULT = "E"
"""The column of the results in the workbook of May."""
NOW = "09:15:00"
"""The time of day that the page tells."""
T = ThanhPhan
PARTS = {
    "co_quan": (T.CHU_QUAN, T.CO_QUAN),
    "so_ky_hieu": (T.SO_KY_HIEU,),
    "thoi_gian": (T.DIA_DANH,),
    "trich_yeu": (T.TRICH_YEU_V_V,),
    "kinh_gui": (T.KINH_GUI,),
    "noi_nhan": (T.NOI_NHAN,),
    "nguoi_ky": (T.QUYEN_HAN, T.HO_TEN),
    "do_khan": (T.DO_KHAN,),
    "pham_vi_luu_hanh": (T.LUU_HANH,),
    "dia_chi": (T.DIA_CHI,),
}
LEVELS = {
    "đoạn": "doan",
    "mục La Mã": "la_ma",
    "khoản": "khoan",
    "điểm": "diem",
    "gạch đầu dòng": "gach_dau_dong",
    "điều": "dieu",
    "chương": "chuong",
    "mục": "muc",
}
FIELD_ROWS = rows_of(PAGE, "Ghi", "In ra")
YAML_ROWS = rows_of(PAGE, "Đừng ghi", "vbhc báo", "Hãy ghi")
LINE_ROWS = rows_of(PAGE, "Gõ", "Là", "In ra")
LOOK_ROWS = rows_of(PAGE, "Gõ", "Ra")
LETTER = "Tệp trong `thu`"
LETTER_ROWS = rows_of(PAGE, LETTER, "Lời văn")
LIST_ROWS = rows_of(PAGE, "Tên cơ quan", "Số việc", "Hạn")
LAST_MONTH_ROWS = rows_of(PAGE, "Mã", "Kết quả tháng 4")


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The workbooks that the page names; that of the month before is as the page says."""
    folder = tmp_path_factory.mktemp("workbooks")
    for name, example in WORKBOOKS.items():
        shutil.copy(EXAMPLES / example / name, folder)
    rows = {str(first.value): first.row for first, *_ in openpyxl.load_workbook(folder / THIS_MONTH).active.iter_rows()}
    cells = {f"{RESULT}{rows[it.cells['Mã']]}": it.cells["Kết quả tháng 4"] for it in LAST_MONTH_ROWS}
    change(folder / THIS_MONTH, folder / LAST_MONTH, cells)
    listed = openpyxl.Workbook()
    for cells_of_row in (LIST_ROWS[0].cells, *(row.cells.values() for row in LIST_ROWS)):
        listed.active.append([text or None for text in cells_of_row])
    listed.save(folder / "danh-sach.xlsx")
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(autouse=True)
def folder(workbooks: Mapping[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with the workbooks."""
    put_in(tmp_path, workbooks)
    (tmp_path / EXAMPLES.name).symlink_to(EXAMPLES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put_in(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).write_bytes(data)


def change(workbook: Path, to: Path, cells: Mapping[str, str]) -> None:
    book = openpyxl.load_workbook(workbook)
    for address, value in cells.items():
        book.active[address] = value
    book.save(to)


def line_of(it: Any) -> str:
    block = it.block if isinstance(it, Example) else it
    return f"line {block.line}" if isinstance(block, Block | Row) else ""


def title_of(page: str) -> str:
    return page.partition("\n")[0].strip("# ")


def filled(text: str, *, danh_so_lai: bool = False) -> FilledDraft:
    Path(BASE).write_text(text, "utf-8")
    return open_draft(BASE).fill(danh_so_lai=danh_so_lai)


def document(text: str, *, danh_so_lai: bool = False) -> View:
    return open_view(render_bytes(filled(text, danh_so_lai=danh_so_lai).van_ban()))


def body_of(view: View) -> list[str]:
    """The lines of a piece of text, without what stands around it in any letter."""
    around = [shown(document(f"---\n{FRONT}---\n{word}\n")) for word in ("Một", "Hai")]
    at = next(at for at, (one, other) in enumerate(zip(*around, strict=True)) if one != other)
    head, end, lines = around[0][:at], around[0][at + 1 :], shown(view)
    assert lines[:at] == head
    ends = next(n for n in range(at, len(lines)) if lines[n : n + len(end)] == end)
    return lines[at:ends] + lines[ends + len(end) :]


def told(example: Example) -> list[str]:
    """The messages for the text of an example, lines counted as the page shows it."""
    try:
        draft = filled(example.text)
        draft.van_ban()
        found = str(draft.report)
    except VbhcError as error:
        found = str(error)
    return re.sub(r"(?<=dòng )\d+", lambda it: str(int(it[0]) - example.above), found).splitlines()


def it_has_no_block_that_nobody_runs() -> None:
    assert {block.kind for block in BLOCKS} == KINDS
    assert all(example.results or example.whole for example in EXAMPLES_OF_PAGE)
    assert all((FIELD_ROWS, YAML_ROWS, LINE_ROWS, LOOK_ROWS, LETTER_ROWS, LIST_ROWS, LAST_MONTH_ROWS, TAGS))
    assert PAGE.count("```") == 2 * len(BLOCKS)


@pytest.mark.parametrize("example", EXAMPLES_OF_PAGE, ids=line_of)
def it_says_what_comes_of_a_ban_thao(example: Example) -> None:
    for result in example.results:
        if result.kind == "thong-bao":
            now = told(example)
        else:
            view = document(example.text, danh_so_lai=result.rest == "--danh-so-lai")
            now = shown(view) if example.whole else body_of(view)
        assert agrees(result.text.splitlines(), now), "\n".join(now)


@pytest.mark.parametrize(("block", "front"), TAGS, ids=line_of)
def it_says_what_a_tag_prints(block: Block, front: str) -> None:
    tags, results = zip(*[line.split(" → ", 1) for line in block.text.splitlines()], strict=True)
    lines = body_of(document(f"---\n{front}---\n" + "".join(f"Ra «{tag}».\n" for tag in tags)))
    assert [line[len("Ra «") :].rpartition("»")[0] for line in lines] == list(results)


@pytest.mark.parametrize("row", FIELD_ROWS, ids=line_of)
def it_says_how_a_field_comes_out(row: Row) -> None:
    fields = row.code("Ghi")
    parts = [part for name in re.findall(r"^\w+", fields, re.MULTILINE) for part in PARTS[name]]
    found = recognise(document(f"---\n{with_fields(FRONT, fields)}---\nMột câu.\n"))
    lines = [squeezed(line.text) for part in parts for phan in found.phan if phan.loai is part for line in phan.lines]
    assert lines == row.lines("In ra")


@pytest.mark.parametrize("row", YAML_ROWS, ids=line_of)
def it_says_where_yaml_wants_quotes(row: Row) -> None:
    front, right = (with_fields(FRONT, row.code(heading)) for heading in ("Đừng ghi", "Hãy ghi"))
    printed = row.cells["vbhc báo"].removeprefix("không báo, in ra: ")
    if printed != row.cells["vbhc báo"]:
        assert printed in shown(document(f"---\n{front}---\nMột câu.\n"))
    else:
        with pytest.raises(VbhcError) as refused:
            filled(f"---\n{front}---\nMột câu.\n").van_ban()
        [finding] = refused.value.report
        assert finding.message.partition(": «")[0] == row.cells["vbhc báo"]
    assert printed not in shown(document(f"---\n{right}---\nMột câu.\n"))


@pytest.mark.parametrize("row", LINE_ROWS, ids=line_of)
def it_says_what_a_line_becomes(row: Row) -> None:
    text = f"---\n{FRONT}---\n{row.code('Gõ')}Hết.\n"
    [first, *_] = filled(text).data["noi_dung"]  # type: ignore[index]
    assert first.get("cap_muc", first["loai"]) == LEVELS[row.cells["Là"].partition(" (")[0]]
    assert as_printed(document(text))[:-1] == row.lines("In ra")


@pytest.mark.parametrize("row", LOOK_ROWS, ids=line_of)
def it_says_how_words_look(row: Row) -> None:
    [line, _] = as_printed(document(f"---\n{FRONT}---\n{row.code('Gõ')}Hết.\n"))
    assert line == row.cells["Ra"]


def as_printed(view: View) -> list[str]:
    """The paragraphs of the text with their formatting."""
    held: Sequence[Paragraph] = [it for it in paragraphs(tuple(view.blocks)) if it.text.strip()]
    first = max(at for at, it in enumerate(held) if it.style == "VB Nơi kính gửi") + 1
    last = next(at for at, it in enumerate(held) if it.text.startswith("Nơi nhận"))
    return [as_markdown(it) for it in held[first:last]]


@pytest.mark.parametrize("page", [PAGE, *OTHERS], ids=title_of)
def it_says_what_commands_tell(
    page: str, workbooks: Mapping[str, bytes], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "sleep", interrupted)
    for block in blocks_of(page):
        if block.kind == "ban-thao" and block.rest:
            (folder / block.rest).write_text(block.text, "utf-8")
        for command, said in commands_of(block) if block.kind == "console" else ():
            now = run(command)
            assert agrees(said, now), "\n".join((f"line {block.line}: {command}", *now))
        put_in(folder, workbooks)  # what a command of one block changes is not so in the next
    written = {path.name: shown(open_view(path.read_bytes())) for path in Path("thu").glob("*.docx")}
    told = {row.code(LETTER).strip(): row.cells["Lời văn"] for row in LETTER_ROWS} if page == PAGE else {}
    assert told == {name: next(line for line in lines if line in told.values()) for name, lines in written.items()}


@pytest.mark.parametrize("page", OTHERS, ids=title_of)
def it_says_on_other_pages_what_comes_of_a_ban_thao(page: str) -> None:
    [example] = examples_of(blocks_of(page), "thu.md")
    lines = shown(document(example.text))
    for result in example.results:
        assert agrees(result.text.splitlines(), lines), "\n".join(lines)
    assert "47 chỉ tiêu chưa đạt" in "\n".join(lines)


def interrupted(_: float) -> None:
    raise KeyboardInterrupt


def commands_of(block: Block) -> Iterator[tuple[str, list[str]]]:
    """Each command of a block, or line that changes a file, and what is said to come of it."""
    for part in re.split(r"^(?=[$#] )", block.text, flags=re.MULTILINE)[1:]:
        command, *said = part.splitlines()
        yield command, said


def run(command: str) -> list[str]:
    """What is told, on both streams."""
    if changed := re.fullmatch(r"# sửa ô (\w+) của (\S+) thành (\S+)", command):
        change(Path(changed[2]), Path(changed[2]), {changed[1]: changed[3]})
        return []
    name, *args = shlex.split(command.removeprefix("$ "))
    assert name == "vbhc"
    heard = io.StringIO()
    with redirect_stdout(heard), redirect_stderr(heard):
        main(args)
    return re.sub(r"^\d\d:\d\d:\d\d(?= )", NOW, heard.getvalue(), flags=re.MULTILINE).splitlines()
