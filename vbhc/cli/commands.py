"""The commands in their order, and the small ones: each takes words, calls the API, and tells what came of it.

What a command needs of vbhc is imported inside it, so that help and completion stay quick.
"""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem, get_completion_class

from vbhc._version import __version__
from vbhc.cli.batch_command import batch
from vbhc.cli.check_commands import check, rules
from vbhc.cli.options import FORCE, PATH, in_json, pairs
from vbhc.cli.render_command import render
from vbhc.cli.verify_command import verify
from vbhc.cli.vietnamese import Command, Group


@click.group(
    cls=Group,
    invoke_without_command=True,
    subcommand_metavar="LỆNH [THAM SỐ]...",
    help="Soạn văn bản hành chính theo Nghị định 30/2020/NĐ-CP thành tệp Word, từ bảng chỉ tiêu và dữ liệu JSON, YAML.",
    epilog="Mã thoát: 0 là xong; 1 là nội dung có lỗi nên không cho kết quả; "
    "2 là dùng sai lệnh hoặc không đọc được đầu vào.",
)
@click.version_option(__version__, message="vbhc %(version)s", help="Xem phiên bản rồi thoát.")
@click.pass_context
def program(ctx: click.Context) -> None:
    """Without a command, help is told and nothing was done."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(2)


@click.command(
    cls=Command, help="Tạo bộ ví dụ: công văn đôn đốc và kế hoạch có phụ lục, mỗi văn bản tính từ một tệp Excel."
)
@click.option(
    "--out", metavar="THƯ_MỤC", type=PATH, default="vbhc-demo", help="Thư mục để ghi; không nêu thì là vbhc-demo."
)
@FORCE
def demo(out: str, force: bool) -> None:
    """Write the demo workbooks, their scripts, the letter and the plan."""
    from vbhc.demo import write_demo

    for line in write_demo(Path(out), force=force):
        click.echo(line)


@click.command(
    cls=Command, help="Đọc bảng chỉ tiêu (.xlsx, .xls, .ods, .csv): đạt, chưa đạt, và mọi chỗ cần xem lại kèm ô."
)
@click.argument("bang", metavar="BẢNG", type=PATH)
@click.option("--sheet", metavar="TRANG", help="Tên trang tính; không nêu thì là trang đầu tiên có bảng chỉ tiêu.")
@click.option(
    "--columns",
    metavar="TRƯỜNG=CỘT",
    multiple=True,
    callback=pairs,
    help="Tiêu đề cột của một trường, ví dụ thuc_hien='Số liệu tháng 5'; ghi được nhiều lần.",
)
@click.option("--aliases", metavar="TỆP", type=PATH, help="Danh mục tên cơ quan bổ sung (.toml).")
@click.option("--json", "as_json", is_flag=True, help="In JSON để phần mềm khác dùng.")
def data(bang: str, sheet: str | None, columns: dict[str, str], aliases: str | None, as_json: bool) -> int:
    """Tell what was read of a workbook of indicators; cells that forbid the result give exit code 1."""
    from vbhc.cli.data_report import describe
    from vbhc.indicators import load_indicators

    read = load_indicators(bang, sheet=sheet, columns=columns, aliases=aliases)
    click.echo(in_json(read.to_json()) if as_json else describe(read))
    return 0 if read.findings.ok else 1


def _complete_type(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from vbhc.model import LOAI_VAN_BAN

    return [CompletionItem(loai) for loai in LOAI_VAN_BAN if loai.startswith(incomplete)]


@click.command(cls=Command, help="In một bản thảo để bắt đầu, ví dụ: vbhc new congvan > thu.md.")
@click.argument("loai", metavar="LOẠI", shell_complete=_complete_type)
def new(loai: str) -> None:
    """Print a bản thảo of a type of văn bản to begin with."""
    from vbhc.draft.starts import start_of
    from vbhc.errors import InputError

    try:
        text = start_of(loai)
    except InputError as error:
        raise click.UsageError(str(error)) from None
    click.echo(text, nl=False)


@click.command(cls=Command, help="In JSON Schema của một loại văn bản, ví dụ congvan.")
@click.argument("loai", metavar="LOẠI", shell_complete=_complete_type)
def schema(loai: str) -> None:
    """Print the JSON Schema of a type of văn bản."""
    from vbhc.errors import InputError
    from vbhc.model.registry import model_of

    try:
        model = model_of(loai)
    except InputError as error:
        # Asked for on the command line, a type that there is not is wrong use, not a fault of a văn bản.
        raise click.UsageError(str(error)) from None
    click.echo(in_json(model.model_json_schema()))


@click.command(cls=Command, help="Liệt kê các gói mẫu có sẵn.")
def packs() -> None:
    """List the shipped packs."""
    from vbhc.cli.tables import aligned
    from vbhc.packs import list_packs

    rows = [("Gói", "Phiên bản", "Loại", "Tiêu đề", "Thư mục")]
    rows += [(pack.ten, pack.phien_ban, pack.loai, pack.tieu_de, str(folder)) for pack, folder in list_packs()]
    for line in aligned(rows):
        click.echo(line)


@click.command(cls=Command, help='In mã gợi ý lệnh cho bash, zsh hoặc fish, ví dụ: eval "$(vbhc completion bash)".')
@click.argument("shell", metavar="VỎ_LỆNH", type=click.Choice(("bash", "zsh", "fish")))
def completion(shell: str) -> None:
    """Print the completion script of a shell."""
    kind = get_completion_class(shell)
    if kind is not None:
        made = kind(program, {}, "vbhc", "_VBHC_COMPLETE")
        click.echo(made.source_template % made.source_vars())  # source() would ask the shell for its version


# In the order of the help page.
for _command in (demo, data, new, render, batch, verify, check, rules, schema, packs, completion):
    program.add_command(_command)
