"""What `vbhc new` prints is a bản thảo that renders as it stands and checks clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from vbhc import check, render
from vbhc.cli import main
from vbhc.draft.documents import open_draft
from vbhc.findings import Severity
from vbhc.model import LOAI_VAN_BAN


@pytest.mark.parametrize("loai", LOAI_VAN_BAN)
def it_gives_a_start_that_renders(loai: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", loai]) == 0
    source = tmp_path / "thu.md"
    source.write_text(capsys.readouterr().out, "utf-8")
    opened = open_draft(str(source)).fill()
    assert not opened.report
    out = render(opened.van_ban(), tmp_path / "thu.docx").path
    assert [str(it) for it in check(out) if it.severity is not Severity.HINT] == []


def it_says_which_types_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "congvna"]) == 2
    assert "có phải `congvan`?" in capsys.readouterr().err
