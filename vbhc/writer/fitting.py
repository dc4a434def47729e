"""Tables that no page can hold are refused before anything is written, each named by its place."""

from __future__ import annotations

from collections.abc import Iterator

from vbhc.errors import InputError
from vbhc.findings import Finding, Location, Report, Severity
from vbhc.layout import TWIPS_PER_MM
from vbhc.model import Bang, Huong, VanBan, place_of, tables
from vbhc.word.wml import Page
from vbhc.writer.widths import Measure


def refuse_too_wide(van_ban: VanBan, page: Page, measure: Measure) -> None:
    """Raise `InputError` naming every table of which the page it stands on would tear words, or cut columns off."""
    findings = Report.of(_too_wide(van_ban, page, measure))
    if findings:
        raise InputError(f"{van_ban.ten_goi}: {len(findings)} bảng rộng quá trang giấy.", report=findings)


def _too_wide(van_ban: VanBan, page: Page, measure: Measure) -> Iterator[Finding]:
    for path, room, bang in _placed(van_ban, page):
        needed, room_mm = sum(need.untorn for need in measure(bang)), room / TWIPS_PER_MM
        if needed > room_mm + 0.5:
            message = (
                f"bảng {len(bang.cot_la)} cột cần ít nhất {needed:.0f} mm, trang chỉ có {room_mm:.0f} mm "
                "nên có chữ bị ngắt giữa chừng hoặc cột bị cắt"
            )
            hint = "giảm `rong_mm`, bớt cột, tách bảng, hoặc đưa bảng vào phụ lục khổ ngang"
            place = Location(place_of(type(van_ban), path))
            yield Finding("VB011", "bang-qua-rong", Severity.ERROR, message, hint, place)


def _placed(van_ban: VanBan, page: Page) -> Iterator[tuple[tuple[str | int, ...], int, Bang]]:
    """Every table with the way to it and the widest page it may stand on."""
    for path, bang in tables(van_ban.noi_dung, ("noi_dung",)):
        yield path, page.text_width, bang
    for position, phu_luc in enumerate(van_ban.phu_luc):
        widest = page if phu_luc.huong is Huong.DOC else page.landscape
        for path, bang in tables(phu_luc.noi_dung, ("phu_luc", position, "noi_dung")):
            yield path, widest.text_width, bang
