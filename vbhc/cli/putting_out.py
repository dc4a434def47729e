"""A văn bản put where the command line asks for it, and the words that tell of it."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from vbhc.model import TrangThai, VanBan
from vbhc.render import Receipt
from vbhc.render import render as write_file
from vbhc.text.numbering import roman


def put_out(van_ban: VanBan, out: str, *, pack: str | None, overwrite: bool) -> Receipt:
    """Write the DOCX to the file ``out``, or to standard output when that is "-"."""
    if out != "-":
        return write_file(van_ban, out, pack=pack, overwrite=overwrite)
    with TemporaryDirectory() as folder:
        receipt = write_file(van_ban, Path(folder, "van-ban.docx"), pack=pack)
        sys.stdout.buffer.write(receipt.path.read_bytes())
        sys.stdout.buffer.flush()
    return receipt


def describe(van_ban: VanBan, receipt: Receipt, *, to_stdout: bool) -> str:
    """What was written, with which pack, in which state, and which phụ lục were turned by need."""
    blanks = len(van_ban.blanks())
    issued = van_ban.trang_thai is TrangThai.BAN_HANH
    state = "ban hành" if issued else f"dự thảo, {f'còn {blanks} chỗ trống' if blanks else 'không còn chỗ trống'}"
    where = "ra đầu ra chuẩn" if to_stdout else receipt.path
    lines = [f"Đã ghi {where}: {van_ban.ten_goi.lower()} ({state}), gói mẫu {receipt.pack} {receipt.pack_version}."]
    if receipt.landscape:
        several = len(van_ban.phu_luc) > 1
        turned = ", ".join(f"Phụ lục {roman(n)}" if several else "Phụ lục" for n in receipt.landscape)
        lines.append(f"{turned}: đặt trang ngang vì bảng cần bề rộng.")
    return "\n".join(lines)
