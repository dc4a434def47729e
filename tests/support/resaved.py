"""DOCX files as LibreOffice writes them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from support.pdf import SECONDS_A_CALL, run_whole
from support.tools import need


def resaved(paths: Sequence[Path], folder: Path) -> list[Path]:
    """``paths``, of different names, opened by LibreOffice and saved in ``folder`` as DOCX again."""
    with TemporaryDirectory() as profile:
        asked = ["--headless", "--norestore", f"-env:UserInstallation={Path(profile).as_uri()}"]
        target = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder)]
        said = run_whole([need("soffice"), *asked, *target, *map(str, paths)], seconds=SECONDS_A_CALL)
    saved = [folder / path.with_suffix(".docx").name for path in paths]
    assert all(path.is_file() for path in saved), said
    return saved
