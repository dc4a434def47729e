"""The demo letter (two pages, two phụ lục) by vbhc and by docxtpl, in one process, turn by turn: medians and ratio.

Run it with ``python benchmarks/cong_van.py [ROUNDS]``. Both make the same letter: the same frame, the same paragraphs
and tables; the texts of the two files are compared before anything is timed. docxtpl is used as its manual shows it: a
new DocxTemplate for each letter, because a rendered one cannot be rendered again.
"""

from __future__ import annotations

import io
import runpy
import statistics
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import jinja2
from docxtpl import DocxTemplate

from vbhc import CongVan, load_indicators, load_pack, render_bytes
from vbhc.kit.scaffold import scaffold
from vbhc.text.markup import plain
from vbhc.text.spelling import keep_together, upper

HERE = Path(__file__).parent
EXAMPLE = HERE.parent / "examples" / "don-doc-dti"


def paragraph(style: str, text: str) -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def peer_table(name: str, columns: int) -> str:
    """A table whose rows docxtpl repeats."""

    def cells(text: str) -> str:
        return "".join(f"<w:tc>{paragraph('VBOBang', text.format(n))}</w:tc>" for n in range(columns))

    def row(inner: str) -> str:
        return f"<w:tr>{inner}</w:tr>"

    single = f"<w:tc>{paragraph('VBOBang', '{0}')}</w:tc>"
    grid = '<w:gridCol w:w="1800"/>' * columns
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="VBBang"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        + row(cells("{{{{ " + name + ".cot[{0}] }}}}"))
        + row(single.format("{%tr for hang in " + name + ".hang %}"))
        + row(cells("{{{{ hang[{0}] }}}}"))
        + row(single.format("{%tr endfor %}"))
        + "</w:tbl>"
    )


def peer_template(columns: list[int]) -> bytes:
    """The frame of the congvan pack with its slots written out as loops that docxtpl knows."""
    body = (
        paragraph("VBKet", "{%p for doan in noi_dung %}")
        + paragraph("VBDoan", "{{ doan }}")
        + paragraph("VBKet", "{%p endfor %}")
    )
    appendices = "".join(
        "".join(paragraph("VBPhuLuc", f"{{{{ phu_luc[{n}].{field} }}}}") for field in ("so", "tieu_de", "kem_theo"))
        + peer_table(f"phu_luc[{n}]", width)
        for n, width in enumerate(columns)
    )
    source = zipfile.ZipFile(io.BytesIO(scaffold("P12")))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            text = (
                source.read(name).decode().replace(" | giu_lien", "").replace(" | chu }}", " }}").replace("{{r ", "{{ ")
            )
            text = text.replace(paragraph("VBThe", "{{p noi_dung }}"), body)
            text = text.replace(paragraph("VBThe", "{{p phu_luc }}"), appendices + paragraph("VBKet", ""))
            for slot in ("ke_co_quan", "ke_tieu_ngu"):
                text = text.replace(paragraph("VBThe", f"{{{{p {slot} }}}}"), paragraph("VBKe", ""))
            target.writestr(name, text.replace(paragraph("VBThe", "{{p dau_do_khan }}"), ""))
    return out.getvalue()


def texts(data: bytes) -> list[str]:
    """What a reader of the file sees, in order, no-break spaces and empty paragraphs left out."""
    body = docx.Document(io.BytesIO(data)).element.body
    found = (
        "".join(node.text or "" for node in p.iter() if node.tag.endswith("}t"))
        for p in body.iter()
        if p.tag.endswith("}p")
    )
    return [text.replace("\u00a0", " ") for text in found if text]


def peer_context(letter: CongVan, written: list[str]) -> dict[str, object]:
    """The same letter as plain data, computed once, outside what is timed."""
    start = next(n for n, text in enumerate(written) if text.startswith("- UBND các xã")) + 1
    stop = next(n for n, text in enumerate(written) if text.startswith("Nơi nhận"))
    number = [f"Phụ lục {n}" for n in ("I", "II")]
    attached = next(text for text in written if text.startswith("(Kèm theo"))
    appendices = []
    for n, phu_luc in enumerate(letter.phu_luc):
        bang = phu_luc.noi_dung[0]
        rows = [
            [plain(cell) for cell in row.o] or [plain(row.nhom or ""), *[""] * (len(bang.cot) - 1)] for row in bang.hang
        ]
        heading = {"so": number[n], "tieu_de": upper(phu_luc.tieu_de or ""), "kem_theo": attached}
        appendices.append({**heading, "cot": [plain(column.tieu_de) for column in bang.cot], "hang": rows})
    fields = {
        name: getattr(letter, name) for name in ("co_quan", "so_ky_hieu", "dia_danh", "nguoi_ky", "kinh_gui", "dia_chi")
    }
    noi_nhan = {"cac_dong": [plain(line) for line in letter.noi_nhan.cac_dong]}
    more = {"thoi_gian": keep_together(str(letter.thoi_gian)), "trich_yeu": letter.trich_yeu, "pham_vi_luu_hanh": None}
    return {**fields, **more, "noi_nhan": noi_nhan, "noi_dung": written[start:stop], "phu_luc": appendices}


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main(rounds: int) -> None:
    letter = runpy.run_path(str(EXAMPLE / "don_doc.py"))["soan_thu"](load_indicators(EXAMPLE / "dti-2026-05.xlsx"))
    pack = load_pack("congvan")
    ours = texts(render_bytes(letter, pack=pack))
    template = peer_template([len(phu_luc.noi_dung[0].cot) for phu_luc in letter.phu_luc])
    context = peer_context(letter, ours)

    environment = jinja2.Environment(autoescape=True)
    environment.filters["in_hoa"] = lambda value: upper(str(value))

    def by_docxtpl() -> bytes:
        document = DocxTemplate(io.BytesIO(template))
        document.render(context, environment)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    assert texts(by_docxtpl()) == ours, "the two letters differ"
    pairs = [(seconds(lambda: render_bytes(letter, pack=pack)), seconds(by_docxtpl)) for _ in range(rounds)]
    fast, slow = (statistics.median(column) * 1000 for column in zip(*pairs, strict=True))
    ratio = statistics.median(b / a for a, b in pairs)
    print(f"{len(ours)} paragraphs, {sum(map(len, ours))} characters, the same in both; median of {rounds} rounds")
    print(f"vbhc     {fast:8.3f} ms a letter (from the typed object)")
    print(f"docxtpl  {slow:8.3f} ms a letter")
    print(f"ratio    {ratio:8.1f} (median of the pairs)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
