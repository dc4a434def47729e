"""A văn bản put where the command line asks for it, and the words that tell of it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from vbhc.model import TrangThai, VanBan
from vbhc.render import Receipt, render_apart
from vbhc.render import render as write_file
from vbhc.text.numbering import roman


def put_out(van_ban: VanBan, out: str, *, pack: str | None, separate: bool, overwrite: bool) -> tuple[Receipt, ...]:
    """Write the DOCX to the file ``out``, or to standard output ("-"); ``separate``: each phụ lục as its own file."""
    if separate:
        return render_apart(van_ban, out, pack=pack, overwrite=overwrite)
    if out != "-":
        return (write_file(van_ban, out, pack=pack, overwrite=overwrite),)
    with TemporaryDirectory() as folder:
        receipt = write_file(van_ban, Path(folder, "van-ban.docx"), pack=pack)
        sys.stdout.buffer.write(receipt.path.read_bytes())
        sys.stdout.buffer.flush()
    return (receipt,)


def describe(van_ban: VanBan, receipts: Sequence[Receipt], *, to_stdout: bool) -> str:
    """What was written, with which pack, in which state, and which phụ lục were turned by need."""
    receipt, *others = receipts
    landscape = sorted(number for each in receipts for number in each.landscape)
    blanks = len(van_ban.blanks())
    issued = van_ban.trang_thai is TrangThai.BAN_HANH
    state = "ban hành" if issued else f"dự thảo, {f'còn {blanks} chỗ trống' if blanks else 'không còn chỗ trống'}"
    where = "ra đầu ra chuẩn" if to_stdout else receipt.path
    lines = [f"Đã ghi {where}: {van_ban.ten_goi.lower()} ({state}), gói mẫu {receipt.pack} {receipt.pack_version}."]
    lines += [f"Đã ghi {other.path}." for other in others]
    if landscape:
        numbers = f" {_in_runs(landscape)}" if len(van_ban.phu_luc) > 1 else ""
        lines.append(f"Phụ lục{numbers}: đặt trang ngang vì bảng cần bề rộng.")
    lines += [str(finding) for each in receipts for finding in each.report or ()]
    return "\n".join(lines)


def _in_runs(numbers: Sequence[int]) -> str:
    """Roman numbers, three or more in a row as one run: "I, III đến VI"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] + 1 == number:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(_run(run) for run in runs)


def _run(numbers: Sequence[int]) -> str:
    if len(numbers) > 2:
        return f"{roman(numbers[0])} đến {roman(numbers[-1])}"
    return ", ".join(map(roman, numbers))
