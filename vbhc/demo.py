"""What ``vbhc demo`` does: the shipped workbooks become a letter and a plan, by the scripts that users are shown."""

from __future__ import annotations

import runpy
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from vbhc.errors import OutputError
from vbhc.indicators import BangChiTieu, load_indicators
from vbhc.model import VanBan
from vbhc.render import render, save
from vbhc.text.numbering import roman


@dataclass(frozen=True, slots=True)
class Example:
    """One example: its folder, script and workbook, the document, and how the script makes it from the workbook."""

    folder: str
    script: str
    workbook: str
    document: str
    make: Callable[[Mapping[str, Any], Path], VanBan]

    @property
    def files(self) -> tuple[str, ...]:
        """What it puts into the demo folder."""
        return (self.workbook, self.script, self.document)


LETTER = Example(
    *("don-doc-dti", "don_doc.py", "dti-2026-05.xlsx", "don-doc-dti.docx"),
    make=lambda script, workbook: script["soan_thu"](load_indicators(workbook)),
)
PLAN = Example(
    *("ke-hoach-dti", "ke_hoach.py", "dti-2025-ke-hoach.xlsx", "ke-hoach-dti.docx"),
    make=lambda script, workbook: script["tu_bang_tinh"](str(workbook)),
)


def write_demo(out: Path, *, force: bool = False) -> list[str]:
    """Write the demo workbooks, their scripts and what these make into ``out``; gives the Vietnamese lines to say so.

    Raises `OutputError` when a file is already there and ``force`` is not given.
    """
    taken = [str(out / name) for example in (LETTER, PLAN) for name in example.files if (out / name).exists()]
    if taken and not force:
        raise OutputError(
            f"Đã có {', '.join(taken)}; không ghi đè. Hãy chọn thư mục khác, hoặc cho phép ghi đè (--force)."
        )
    out.mkdir(parents=True, exist_ok=True)
    told = [line for example in (LETTER, PLAN) for line in _write(example, out, force=force)]
    return [*told, f"Cách làm ở trong {out / LETTER.script} và {out / PLAN.script}."]


def _write(example: Example, out: Path, *, force: bool) -> list[str]:
    source = _examples() / example.folder
    for name in (example.workbook, example.script):
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
