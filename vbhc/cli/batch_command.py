"""``vbhc batch``: a letter for each cơ quan, nhóm or row of a list."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from vbhc.cli.options import DANH_SO_LAI, DATA, FIELDS, ISSUE, PACK, PATH, say
from vbhc.cli.progress import Progress
from vbhc.cli.vietnamese import Command

if TYPE_CHECKING:
    from vbhc.batch import Letters
    from vbhc.draft.documents import Draft

_OPTIONS = ("pack", "issue", "danh_so_lai", "together", "resume", "force")
_MOST_WORKERS = 61  # Windows has no room for more


def _workers(ctx: click.Context, param: click.Parameter, given: str) -> int:
    if not (given.isdecimal() and 1 <= int(given) <= _MOST_WORKERS):
        raise click.BadParameter(f"«{given}» không phải số từ 1 đến {_MOST_WORKERS}.")
    return int(given)


@click.command(
    cls=Command,
    options_metavar="-o THƯ_MỤC [--by CÁCH_CHIA | --rows DANH_SÁCH] [TÙY CHỌN]",
    help="Tạo hàng loạt thư từ một bản thảo: mỗi cơ quan chủ trì, mỗi nhóm hoặc mỗi dòng của danh sách một thư.",
    epilog="Mã thoát: 0 là mọi thư đã có; 1 là có thư lỗi; 2 là dùng sai lệnh hoặc không đọc được đầu vào.",
)
@click.argument("source", metavar="BẢN_THẢO", type=PATH)
@click.option(
    *("-o", "out"), metavar="THƯ_MỤC", type=PATH, required=True, help="Thư mục để ghi thư và báo cáo (bắt buộc)."
)
@click.option(
    "--by",
    metavar="CÁCH_CHIA",
    help="Chia theo số liệu, ví dụ dti.chua_dat.theo_co_quan (thẻ co_quan, nhom) hay …theo_nhom (thẻ ten_nhom, nhom).",
)
@click.option(
    "--rows",
    metavar="DANH_SÁCH",
    type=PATH,
    help="Danh sách (.xlsx, .xls, .ods, .csv), mỗi dòng một thư; cột «Tên cơ quan» là thẻ dong.ten_co_quan.",
)
@click.option("--sheet", metavar="TRANG", help="Trang tính của --rows; không nêu thì là trang đầu tiên có danh sách.")
@click.option(
    "--name",
    metavar="MẪU",
    help="Mẫu tên tệp, dùng thẻ như trong bản thảo; không nêu thì là {{ stt }}-{{ co_quan }}, với --rows là cột đầu.",
)
@PACK
@ISSUE
@DATA
@FIELDS
@DANH_SO_LAI
@click.option("--together", is_flag=True, help="Thêm một tệp tat-ca-thu.docx gồm mọi thư đã làm được, để in một lượt.")
@click.option(
    "--workers",
    metavar="SỐ",
    default="1",
    callback=_workers,
    help="Số tiến trình cùng làm; không nêu thì là 1.",
)
@click.option("--resume", is_flag=True, help="Làm tiếp lần chạy chưa xong: thư đã có đúng như sẽ làm thì giữ nguyên.")
@click.option("--force", is_flag=True, help="Cho phép ghi đè thư và báo cáo đã có trong thư mục.")
def batch(source: str, out: str, *, data: dict[str, str], fields: dict[str, str], **asked: Any) -> int:
    """Write the letters and their report; a letter that could not be written gives exit code 1."""
    from vbhc.batch import BatchOptions, render_batch
    from vbhc.cli.batch_report import describe, findings
    from vbhc.draft.documents import open_draft

    if (asked["by"] is None) == (asked["rows"] is None):
        raise click.UsageError("Ghi một trong hai: --by (chia theo số liệu) hoặc --rows (theo danh sách).")
    draft = open_draft(source, data, fields=fields)
    letters = _letters(draft, asked)
    options = BatchOptions(**{name: asked[name] for name in _OPTIONS})
    with _resumable(), Progress(len(letters.letters), unit="thư") as progress, _executor(asked["workers"]) as executor:
        result = render_batch(
            *(draft, letters, out, options), executor=executor, on_done=lambda letter: progress.step(letter.ten)
        )
    say(findings(result), err=True)
    click.echo(describe(result))
    return 0 if result.ok else 1


def _letters(draft: Draft, asked: dict[str, Any]) -> Letters:
    from vbhc.batch import letters_by, letters_of_rows
    from vbhc.indicators import load_rows

    if asked["sheet"] and asked["by"]:
        raise click.UsageError("--sheet chỉ dùng cùng --rows.")
    by_rows = asked["by"] is None
    letters = (
        letters_of_rows(load_rows(asked["rows"], sheet=asked["sheet"])) if by_rows else letters_by(draft, asked["by"])
    )
    return replace(letters, ten_tep=asked["name"]) if asked["name"] else letters


@contextmanager
def _resumable() -> Iterator[None]:
    """Ctrl-C is answered with how to go on."""
    try:
        yield
    except KeyboardInterrupt:
        say("Đã dừng giữa chừng; muốn làm tiếp thì chạy lại câu lệnh này với --resume.", err=True)
        raise


@contextmanager
def _executor(workers: int) -> Iterator[Executor | None]:
    """Processes for more than one worker; spawned, so that it is the same on every system."""
    if workers == 1:
        yield None
        return
    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=spawning, initializer=_leave_ctrl_c_alone) as pool:
        yield pool


def _leave_ctrl_c_alone() -> None:
    """The terminal tells every process of Ctrl-C; only the one that waits for them has to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
