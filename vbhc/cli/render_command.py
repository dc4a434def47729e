"""``vbhc render``: the Word file of a bản thảo or a văn bản."""

from __future__ import annotations

import functools
import sys
import time
from typing import Any

import click

from vbhc.cli.options import DANH_SO_LAI, DATA, FIELDS, FORCE, ISSUE, PACK, PATH, named_docx
from vbhc.cli.vietnamese import Command


def _writable(ctx: click.Context, param: click.Parameter, out: str) -> str:
    """A name that Word opens by, or standard output when that is not a screen."""
    if out == "-":
        if sys.stdout.isatty():
            raise click.BadParameter(
                "đầu ra chuẩn đang là màn hình, không hiện được tệp Word; hãy ghi vào tệp, ví dụ -o van-ban.docx, "
                "hoặc chuyển tiếp bằng > hay |."
            )
        return out
    return named_docx(out)


@click.command(
    cls=Command,
    options_metavar="-o TỆP [TÙY CHỌN]",
    help="Tạo tệp Word từ một bản thảo (.md), hoặc một văn bản viết bằng JSON hay YAML; «-» là đầu vào chuẩn.",
)
@click.argument("source", metavar="VĂN_BẢN", type=PATH)
@click.option(
    *("-o", "out"),
    metavar="TỆP",
    type=PATH,
    required=True,
    callback=_writable,
    help="Tệp .docx để ghi (bắt buộc); «-» là đầu ra chuẩn.",
)
@PACK
@ISSUE
@click.option("--separate", is_flag=True, help="Mỗi phụ lục là một tệp riêng, đặt cạnh tệp văn bản.")
@DATA
@FIELDS
@DANH_SO_LAI
@click.option("--watch", is_flag=True, help="Ghi lại mỗi khi bản thảo hoặc tệp số liệu được lưu, đến khi bấm Ctrl-C.")
@click.option("--receipt", is_flag=True, help="Ghi thêm phiếu số liệu (.json) cạnh tệp Word: mỗi số lấy từ ô nào.")
@FORCE
def render(source: str, out: str, *, watch: bool, force: bool, **asked: Any) -> None:
    """Write the DOCX of a văn bản; what was written is told on stderr when stdout carries the file."""
    from vbhc.cli import watching
    from vbhc.cli.rendering import Rendering

    rendering = Rendering(source, out, **asked)
    if rendering.separate and out == "-":
        raise click.UsageError("--separate ghi nhiều tệp nên không dùng được với đầu ra chuẩn; hãy nêu tên tệp sau -o.")
    if rendering.receipt and out == "-":
        raise click.UsageError("--receipt ghi phiếu cạnh tệp Word nên cần tên tệp; hãy nêu tên tệp sau -o.")
    if watch and "-" in (source, out):
        raise click.UsageError("--watch chờ tệp được lưu lại nên không dùng được với «-»; hãy nêu tên tệp.")
    if watch:
        now = functools.partial(time.strftime, "%H:%M:%S")
        watching.watch(rendering, overwrite=force, sleep=time.sleep, time_of_day=now)
    else:
        click.echo(rendering.run(overwrite=force), err=out == "-")
