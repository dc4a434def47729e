"""What ``vbhc demo`` does: the shipped workbooks become a letter and a plan, by the scripts that users are shown."""

from __future__ import annotations

import runpy
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from vbhc.batch import BatchOptions, letters_by, render_batch
from vbhc.draft.documents import open_draft
from vbhc.errors import OutputError
from vbhc.indicators import BangChiTieu, load_indicators
from vbhc.model import VanBan
from vbhc.render import render
from vbhc.saving import save
from vbhc.text.numbering import roman


@dataclass(frozen=True, slots=True)
class Example:
    """One example: its folder, script and workbook, the document, and how the script makes it from the workbook."""

    folder: str
    script: str
    workbook: str
    document: str
    make: Callable[[Mapping[str, Any], Path], VanBan]
    ban_thao: tuple[str, ...] = ()

    @property
    def shipped(self) -> tuple[str, ...]:
        """What is copied from it into the demo folder."""
        return (self.workbook, self.script, *self.ban_thao)

    @property
    def files(self) -> tuple[str, ...]:
        """All that it puts into the demo folder."""
        return (*self.shipped, self.document)


LETTER = Example(
    *("don-doc-dti", "don_doc.py", "dti-2026-05.xlsx", "don-doc-dti.docx"),
    make=lambda script, workbook: script["soan_thu"](load_indicators(workbook)),
    ban_thao=("don-doc.md",),
)
BATCH, LETTERS = "gui-tung-co-quan.md", "thu-tung-co-quan"
PLAN = Example(
    *("ke-hoach-dti", "ke_hoach.py", "dti-2025-ke-hoach.xlsx", "ke-hoach-dti.docx"),
    make=lambda script, workbook: script["tu_bang_tinh"](str(workbook)),
)


def write_demo(out: Path, *, force: bool = False) -> list[str]:
    """Write the demo workbooks, their scripts and what these make into ``out``; gives the Vietnamese lines to say so.

    Raises `OutputError` when a file is already there and ``force`` is not given.
    """
    names = [*LETTER.files, *PLAN.files, BATCH, LETTERS]
    taken = [str(out / name) for name in names if (out / name).exists()]
    if taken and not force:
        raise OutputError(
            f"Đã có {', '.join(taken)}; không ghi đè. Hãy chọn thư mục khác, hoặc cho phép ghi đè (--force)."
        )
    out.mkdir(parents=True, exist_ok=True)
    told = [line for example in (LETTER, PLAN) for line in _write(example, out, force=force)]
    told += _write_letters(out, force=force)
    ban_thao = f"bản thảo {out / LETTER.ban_thao[0]} (cùng công văn đó) và {out / BATCH}"
    return [*told, f"Cách làm ở trong {out / LETTER.script}, {out / PLAN.script}, {ban_thao}."]


def _write_letters(out: Path, *, force: bool) -> list[str]:
    """A letter to each agency, from one bản thảo."""
    save((_examples() / "gui-tung-co-quan" / "thu.md").read_bytes(), out / BATCH, overwrite=force)
    draft = open_draft(str(out / BATCH))
    letters = letters_by(draft, "dti.chua_dat.theo_co_quan")
    result = render_batch(draft, letters, out / LETTERS, BatchOptions(force=force))
    return [
        f"Đã ghi  {out / LETTERS}: {len(result.letters)} công văn, mỗi cơ quan chủ trì một công văn, và bao-cao.csv."
    ]


def _write(example: Example, out: Path, *, force: bool) -> list[str]:
    source = _examples() / example.folder
    for name in example.shipped:
        save((source / name).read_bytes(), out / name, overwrite=force)
    van_ban = example.make(runpy.run_path(str(source / example.script)), out / example.workbook)
    receipt = render(van_ban, out / example.document, overwrite=force)
    turned = ", ".join(map(roman, receipt.landscape))
    return [
        f"Đã đọc  {out / example.workbook}.",
        *(_results(load_indicators(out / example.workbook)) if example is LETTER else ()),
        f"Đã ghi  {receipt.path}: {van_ban.ten_goi.lower()} và {len(van_ban.phu_luc)} phụ lục"
        f"{f' (Phụ lục {turned} khổ ngang)' if turned else ''}, theo gói mẫu {receipt.pack} {receipt.pack_version}.",
    ]


def _results(bang: BangChiTieu) -> list[str]:
    by_agency = {agency: len(rows) for agency, rows in bang.chua_dat.theo_co_quan().items()}
    return [
        f"Đã tính {len(bang)} chỉ tiêu: {len(bang.dat)} đạt, {len(bang.chua_dat)} chưa đạt, "
        f"{len(bang.khong_ro)} không rõ.",
        *(f"        {agency}: {count} chỉ tiêu chưa đạt" for agency, count in by_agency.items()),
    ]


def _examples() -> Path:
    """Inside an installed wheel, or the folder of a checkout."""
    package = Path(str(files("vbhc")))
    installed = package / "_demo"
    return installed if installed.is_dir() else package.parent / "examples"
