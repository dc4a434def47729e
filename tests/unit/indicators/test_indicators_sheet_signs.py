"""Characters in a sheet that no text of people has a use for."""

from __future__ import annotations

from vbhc.indicators.sheet import Sheet


def it_takes_out_the_signs_that_mark_values_and_tells_so() -> None:
    sheet = Sheet.of("Bảng", [["a\ue0000\ue002", "b\ue003"]])
    assert [sheet.cell(0, column).text for column in (0, 1)] == ["a0", "b"]
    assert [it.location.place for it in sheet.findings] == ["Bảng!A1", "Bảng!B1"]
