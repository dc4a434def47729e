"""One long table: seven columns of a task sheet, two of them merged over five rows, by vbhc and by docxtpl.

    python benchmarks/bang.py [ROWS [ROUNDS]]

Both get plain rows and give the bytes of a DOCX. docxtpl cannot merge by a key: its rows hold the same texts unmerged.
What they hold is compared before anything is timed. A second size shows whether the time grows with the rows alone,
and tracemalloc how much memory vbhc takes.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Callable

import docx
from docxtpl import DocxTemplate

from vbhc import Bang, KeHoach, OBang, PhuLuc, load_pack, render_bytes
from vbhc.kit.scaffold import scaffold

COLUMNS = ("STT", "Chỉ số", "Nhiệm vụ, giải pháp", "Chủ trì", "Phối hợp", "Kết quả", "Thời gian")
SMALL = 1000


def rows_of(count: int) -> list[list[str]]:
    """Rows as a workbook gives them, each merged text in every row that it covers."""
    task = "Rà soát, chuẩn hóa quy trình nội bộ của dịch vụ công đủ điều kiện, lần thứ"
    return [
        [
            *(f"{n // 5}", f"Tỷ lệ hồ sơ trực tuyến toàn trình, chỉ số {n // 5}", f"{task} {n}"),
            *("Sở KH&CN", "Các sở, ngành", f"{n % 100},5%", "Năm 2025"),
        ]
        for n in range(count)
    ]


def plan(rows: list[list[str]]) -> KeHoach:
    """The rows as a phụ lục of a kế hoạch."""
    cells = [
        [OBang.tu_du_lieu(text, khoa=f"{at}-{row[0]}") for at, text in enumerate(row[:2])] + row[2:] for row in rows
    ]
    return KeHoach.model_validate(
        {
            "co_quan": {"ten": "UBND tỉnh"},
            "so_ky_hieu": "/KH-UBND",
            "dia_danh": "Bắc Ninh",
            "thoi_gian": "tháng 11 năm 2025",
            "trich_yeu": "Nâng cao chỉ số",
            "noi_dung": [{"loai": "doan", "noi_dung": "Nội dung."}],
            "noi_nhan": {"noi": ["Các sở"]},
            "nguoi_ky": {"quyen_han": ["Chủ tịch"]},
            "phu_luc": [PhuLuc(noi_dung=[Bang.tu_du_lieu(COLUMNS, cells)])],
        }
    )


def peer_template() -> bytes:
    """A Word file of the same styles with one table whose rows docxtpl repeats."""

    def row(*texts: str) -> str:
        cells = "".join(
            f'<w:tc><w:p><w:pPr><w:pStyle w:val="VBOBang"/></w:pPr><w:r><w:t>{t}</w:t></w:r></w:p></w:tc>'
            for t in texts
        )
        return f"<w:tr>{cells}</w:tr>"

    grid = '<w:gridCol w:w="1800"/>' * len(COLUMNS)
    table = (
        f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{row(*COLUMNS)}{row('{%tr for hang in cac_hang %}')}"
        f"{row(*(f'{{{{ hang[{at}] }}}}' for at in range(len(COLUMNS))))}{row('{%tr endfor %}')}</w:tbl>"
    )
    source = zipfile.ZipFile(io.BytesIO(scaffold("P12", co_ten=True)))
    document = source.read("word/document.xml").decode()
    start, end = document.index("<w:body>") + len("<w:body>"), document.rindex("<w:sectPr>")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            body = document[:start] + table + document[end:] if name == "word/document.xml" else source.read(name)
            target.writestr(name, body)
    return out.getvalue()


def by_docxtpl(template: bytes, rows: list[list[str]]) -> bytes:
    """Open, render, save, as its manual shows it."""
    document = DocxTemplate(io.BytesIO(template))
    document.render({"cac_hang": rows}, autoescape=True)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def words(data: bytes) -> list[str]:
    """The texts of the last table, without those that a merge leaves out of lower rows."""
    table = docx.Document(io.BytesIO(data)).element.body.findall(".//{*}tbl")[-1]
    texts = ("".join(node.text or "" for node in p.iter("{*}t")) for p in table.iter("{*}p"))
    return [text.replace("\u00a0", " ") for text in texts if text]


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measured(rows: list[list[str]], template: bytes, rounds: int) -> tuple[float, float, float]:
    """Median seconds of vbhc and of docxtpl, turn by turn, and the median ratio of the pairs."""
    pairs = [
        (seconds(lambda: render_bytes(plan(rows))), seconds(lambda: by_docxtpl(template, rows))) for _ in range(rounds)
    ]
    fast, slow = (statistics.median(column) for column in zip(*pairs, strict=True))
    return fast, slow, statistics.median(b / a for a, b in pairs)


def main(count: int, rounds: int) -> None:
    template = peer_template()
    load_pack("kehoach")
    few = rows_of(50)
    ours, theirs = words(render_bytes(plan(few))), words(by_docxtpl(template, few))
    assert set(ours) == set(theirs), "the two tables differ"
    assert len(ours) == len(theirs) - 2 * 40, "two of seven texts are merged away in four of five rows"
    for size in sorted({min(SMALL, count), count}):
        fast, slow, ratio = measured(rows_of(size), template, rounds)
        each = f"({fast / size * 1e6:.0f} µs a row)"
        print(f"{size:6d} rows: vbhc {fast:.3f} s {each}, docxtpl {slow:.3f} s, ratio {ratio:.1f}")
    tracemalloc.start()
    made = plan(rows_of(count))
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.reset_peak()
    data = render_bytes(made)
    more = tracemalloc.get_traced_memory()[1] - held
    print(
        f"memory: typed object {held >> 20} MB, writing it {more >> 20} MB more at the peak; file {len(data) >> 10} KB"
    )


if __name__ == "__main__":
    arguments = [int(word) for word in sys.argv[1:]]
    main(*(*arguments, *(10_000, 3)[len(arguments) :]))
