"""``vbhc verify``: whether the numbers of a document still hold."""

from __future__ import annotations

from pathlib import Path

import click

from vbhc.cli.options import PATH, in_json, pairs, say
from vbhc.cli.vietnamese import Command


@click.command(
    cls=Command,
    options_metavar="--receipt PHIẾU [TÙY CHỌN]",
    help="Đối chiếu một văn bản với phiếu số liệu của nó: số nào trong văn bản hay bảng tính nay đã khác.",
)
@click.argument("docx", metavar="TỆP", type=PATH)
@click.option(
    "--receipt",
    metavar="PHIẾU",
    type=PATH,
    required=True,
    help="Phiếu số liệu (.json) ghi khi tạo văn bản: vbhc render … --receipt.",
)
@click.option(
    "--data",
    metavar="TÊN=TỆP",
    multiple=True,
    callback=pairs,
    help="Bảng tính nay nằm ở tệp này; ghi được nhiều lần.",
)
@click.option("--json", "as_json", is_flag=True, help="In JSON để phần mềm khác dùng.")
def verify(docx: str, receipt: str, data: dict[str, str], as_json: bool) -> int:
    """Tell which numbers no longer hold; any of them gives exit code 1."""
    from vbhc.receipts import read_phieu
    from vbhc.receipts import verify as hold_against

    phieu = read_phieu(receipt)
    unknown = ", ".join(ten for ten in data if ten not in phieu.so_lieu)
    if unknown:
        raise click.UsageError(f"--data nêu {unknown}, mà phiếu có số liệu: {', '.join(phieu.so_lieu) or 'không có'}.")
    found = hold_against(docx, phieu, Path(receipt).parent, data)
    if as_json:
        counts = {"tong": found.tong, "con_dung": found.con_dung, "khong_ro": found.khong_ro}
        click.echo(in_json({**counts, "findings": [it.to_dict() for it in found.report]}))
        return 0 if found.report.ok else 1
    say(str(found.report))
    wrong = found.tong - found.con_dung - found.khong_ro
    unclear = f", {found.khong_ro} số chưa kiểm được" if found.khong_ro else ""
    doubts = len(found.report.errors)
    told = f"{found.tong} số lấy từ số liệu: {found.con_dung} còn đúng, {wrong} không còn đúng{unclear}"
    click.echo(f"{told}; {doubts} chỗ nêu ở trên cần xem." if doubts else f"{told}.")
    return 0 if found.report.ok else 1
