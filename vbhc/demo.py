"""What ``vbhc demo`` does: the shipped workbook becomes a letter, by the very script that users are shown."""

from __future__ import annotations

import runpy
from importlib.resources import files
from pathlib import Path

from vbhc.errors import OutputError
from vbhc.indicators import BangChiTieu, load_indicators
from vbhc.render import Receipt, render, save

EXAMPLE = "don-doc-dti"
SCRIPT, WORKBOOK, LETTER = "don_doc.py", "dti-2026-05.xlsx", "don-doc-dti.docx"


def write_demo(out: Path, *, force: bool = False) -> list[str]:
    """Write the demo workbook, its script and the letter into ``out``; gives the Vietnamese lines that tell of it.

    Raises `OutputError` when a file is already there and ``force`` is not given.
    """
    taken = [str(out / name) for name in (WORKBOOK, SCRIPT, LETTER) if (out / name).exists()]
    if taken and not force:
        raise OutputError(
            f"Đã có {', '.join(taken)}; không ghi đè. Hãy chọn thư mục khác, hoặc cho phép ghi đè (--force)."
        )
    out.mkdir(parents=True, exist_ok=True)
    source = _example()
    for name in (WORKBOOK, SCRIPT):
        save((source / name).read_bytes(), out / name, overwrite=force)
    bang = load_indicators(out / WORKBOOK)
    letter = runpy.run_path(str(source / SCRIPT))["soan_thu"](bang)
    return _told(bang, len(letter.phu_luc), render(letter, out / LETTER, overwrite=force))


def _told(bang: BangChiTieu, appendices: int, receipt: Receipt) -> list[str]:
    by_agency = {agency: len(rows) for agency, rows in bang.chua_dat.theo_co_quan().items()}
    return [
        f"Đã đọc  {receipt.path.with_name(WORKBOOK)}: {len(bang)} chỉ tiêu.",
        f"Đã tính {len(bang.dat)} chỉ tiêu đạt, {len(bang.chua_dat)} chưa đạt, {len(bang.khong_ro)} không rõ.",
        *(f"        {agency}: {count} chỉ tiêu chưa đạt" for agency, count in by_agency.items()),
        f"Đã ghi  {receipt.path}: công văn (dự thảo) và {appendices} phụ lục, "
        f"theo gói mẫu {receipt.pack} {receipt.pack_version}.",
        f"Cách làm ở trong {receipt.path.with_name(SCRIPT)}.",
    ]


def _example() -> Path:
    """Inside an installed wheel, or in the examples of a checkout."""
    package = Path(str(files("vbhc")))
    installed = package / "_demo"
    return installed if installed.is_dir() else package.parent / "examples" / EXAMPLE
