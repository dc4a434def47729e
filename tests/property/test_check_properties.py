"""Whatever văn bản is written, the check has nothing against it."""

from __future__ import annotations

from hypothesis import given, settings
from support import plausible

from vbhc import Severity, VanBan, check, render_bytes


@given(plausible.van_ban())
@settings(max_examples=150)
def it_finds_no_fault_with_what_is_written(van_ban: VanBan):
    report = check(render_bytes(van_ban))
    assert [str(finding) for finding in report if finding.severity is not Severity.HINT] == []
