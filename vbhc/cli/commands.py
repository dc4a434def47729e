"""The commands: each takes words from the command line, calls the API, and tells what came of it.

What a command needs of vbhc is imported inside it, so that help and completion stay quick.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem, get_completion_class

from vbhc._version import __version__
from vbhc.cli.vietnamese import Group

_PATH = click.Path(readable=False)  # whether it can be used is told by the room that uses it
_FORCE = click.option("--force", is_flag=True, help="Cho phép ghi đè tệp đã có.")


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


@program.command(help="Tạo bộ ví dụ: công văn đôn đốc và kế hoạch có phụ lục, mỗi văn bản tính từ một tệp Excel.")
@click.option(
    "--out", metavar="THƯ_MỤC", type=_PATH, default="vbhc-demo", help="Thư mục để ghi; không nêu thì là vbhc-demo."
)
@_FORCE
def demo(out: str, force: bool) -> None:
    """Write the demo workbooks, their scripts, the letter and the plan."""
    from vbhc.demo import write_demo

    for line in write_demo(Path(out), force=force):
        click.echo(line)


def _pairs(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    pairs = [text.partition("=") for text in given]
    wrong = ", ".join(f"«{field}{sign}{header}»" for field, sign, header in pairs if not (field and header))
    if wrong:
        raise click.BadParameter(f"{wrong} không theo dạng trường=tiêu đề cột.")
    return {field: header for field, _, header in pairs}


@program.command(help="Đọc bảng chỉ tiêu (.xlsx, .xls, .ods, .csv): đạt, chưa đạt, và mọi chỗ cần xem lại kèm ô.")
@click.argument("bang", metavar="BẢNG", type=_PATH)
@click.option("--sheet", metavar="TRANG", help="Tên trang tính; không nêu thì là trang đầu tiên có bảng chỉ tiêu.")
@click.option(
    "--columns",
    metavar="TRƯỜNG=CỘT",
    multiple=True,
    callback=_pairs,
    help="Tiêu đề cột của một trường, ví dụ thuc_hien='Số liệu tháng 5'; ghi được nhiều lần.",
)
@click.option("--aliases", metavar="TỆP", type=_PATH, help="Danh mục tên cơ quan bổ sung (.toml).")
@click.option("--json", "as_json", is_flag=True, help="In JSON để phần mềm khác dùng.")
def data(bang: str, sheet: str | None, columns: dict[str, str], aliases: str | None, as_json: bool) -> int:
    """Tell what was read of a workbook of indicators; cells that forbid the result give exit code 1."""
    from vbhc.cli.data_report import describe
    from vbhc.indicators import load_indicators

    read = load_indicators(bang, sheet=sheet, columns=columns, aliases=aliases)
    click.echo(_json(read.to_json()) if as_json else describe(read))
    return 0 if read.findings.ok else 1


def _complete_pack(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from vbhc.packs import list_packs

    packs = (manifest for manifest, _ in list_packs())
    return [CompletionItem(pack.ten, help=pack.tieu_de) for pack in packs if pack.ten.startswith(incomplete)]


def _writable(ctx: click.Context, param: click.Parameter, out: str) -> str:
    """A name that Word opens by, or standard output when that is not a screen."""
    if out == "-":
        if sys.stdout.isatty():
            raise click.BadParameter(
                "đầu ra chuẩn đang là màn hình, không hiện được tệp Word; hãy ghi vào tệp, ví dụ -o van-ban.docx, "
                "hoặc chuyển tiếp bằng > hay |."
            )
        return out
    return _named_docx(out)


def _named_docx(out: str) -> str:
    if Path(out).suffix.lower() != ".docx":
        example = f"{Path(out).stem or 'van-ban'}.docx"
        raise click.BadParameter(
            f"«{out}» không có đuôi .docx; vbhc chỉ ghi tệp Word, hãy đặt tên như {example} "
            "(cần PDF thì mở tệp Word đó rồi lưu thành PDF)."
        )
    return out


@program.command(
    options_metavar="-o TỆP [TÙY CHỌN]",
    help="Tạo tệp Word từ một văn bản viết bằng JSON hoặc YAML; «-» là đầu vào chuẩn.",
)
@click.argument("source", metavar="VĂN_BẢN", type=_PATH)
@click.option(
    *("-o", "out"),
    metavar="TỆP",
    type=_PATH,
    required=True,
    callback=_writable,
    help="Tệp .docx để ghi (bắt buộc); «-» là đầu ra chuẩn.",
)
@click.option(
    "--pack",
    metavar="GÓI",
    shell_complete=_complete_pack,
    help="Tên hoặc thư mục gói mẫu; không nêu thì là gói cùng tên với loại văn bản.",
)
@click.option("--issue", is_flag=True, help="Ban hành: không được còn chỗ trống.")
@click.option("--separate", is_flag=True, help="Mỗi phụ lục là một tệp riêng, đặt cạnh tệp văn bản.")
@_FORCE
def render(source: str, out: str, *, pack: str | None, issue: bool, separate: bool, force: bool) -> None:
    """Write the DOCX of a văn bản; what was written is told on stderr when stdout carries the file."""
    from vbhc.cli.documents import read_document
    from vbhc.cli.putting_out import describe, put_out
    from vbhc.model import read_van_ban

    if separate and out == "-":
        raise click.UsageError("--separate ghi nhiều tệp nên không dùng được với đầu ra chuẩn; hãy nêu tên tệp sau -o.")
    van_ban = read_van_ban(read_document(source))
    if issue:
        van_ban = van_ban.ban_hanh()
    receipts = put_out(van_ban, out, pack=pack, separate=separate, overwrite=force)
    click.echo(describe(van_ban, receipts, to_stdout=out == "-"), err=out == "-")


def _docx_name(ctx: click.Context, param: click.Parameter, out: str | None) -> str | None:
    return out if out is None else _named_docx(out)


def _complete_rule(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from vbhc.check import RULES

    return [CompletionItem(it.code, help=it.lesson.ten) for it in RULES if it.code.startswith(incomplete.upper())]


@program.command(help="Kiểm tra thể thức của tệp Word có sẵn theo Nghị định 30/2020: chỗ nào, sai gì, sửa thế nào.")
@click.argument("files", metavar="TỆP...", type=_PATH, nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="In JSON để phần mềm khác dùng.")
@click.option("--sarif", is_flag=True, help="In SARIF 2.1.0 để hệ thống quản lý lỗi khác dùng.")
@click.option(
    "--select",
    metavar="MÃ,...",
    multiple=True,
    shell_complete=_complete_rule,
    help="Chỉ xét các quy tắc này, ví dụ KT002,TT (TT là mọi quy tắc có mã bắt đầu bằng TT).",
)
@click.option(
    "--ignore", metavar="MÃ,...", multiple=True, shell_complete=_complete_rule, help="Bỏ qua các quy tắc này."
)
@click.option(
    "--min",
    "least",
    metavar="MỨC",
    type=click.Choice(("error", "warning", "hint")),
    default="hint",
    help="Chỉ nêu từ mức này: «error» là lỗi, «warning» thêm cảnh báo, «hint» là tất cả (mặc định).",
)
@click.option(
    "--mark",
    metavar="TỆP",
    type=_PATH,
    callback=_docx_name,
    help="Ghi thêm một bản .docx có chú thích (comment) ở từng chỗ cần sửa; tệp gốc giữ nguyên.",
)
@_FORCE
def check(files: tuple[str, ...], **asked: Any) -> int:
    """Tell what files do otherwise than the decree asks; errors give exit code 1, an unreadable file 2."""
    from vbhc.cli import check_report
    from vbhc.cli.checking import Asked, check_files, refuse_wrong_use, write_marked
    from vbhc.cli.sarif import to_sarif

    wanted = Asked(**asked)
    refuse_wrong_use(files, wanted)
    outcomes = list(check_files(files, wanted))
    tell = to_sarif if wanted.sarif else check_report.to_json if wanted.as_json else check_report.describe
    _echo("\n".join(check_report.reasons(outcomes)), err=True)
    _echo(tell(outcomes, wanted.least))
    _echo(write_marked(outcomes[0], wanted), err=wanted.as_json or wanted.sarif)
    return max(outcome.code for outcome in outcomes)


@program.command(help="Liệt kê các quy tắc kiểm tra, hoặc giải thích một quy tắc, ví dụ: vbhc rules KT002.")
@click.argument("name", metavar="[MÃ]", required=False, shell_complete=_complete_rule)
def rules(name: str | None) -> None:
    """List the rules, or explain the one with that code."""
    from vbhc.check import RULES, UnknownRuleError, rules_named
    from vbhc.cli.rule_list import explained, listed

    try:
        found = RULES if name is None else rules_named(name)
    except UnknownRuleError as error:
        raise click.UsageError(error.message) from None
    click.echo(explained(found[0]) if name is not None and len(found) == 1 else listed(found))


def _complete_type(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from vbhc.model import LOAI_VAN_BAN

    return [CompletionItem(loai) for loai in LOAI_VAN_BAN if loai.startswith(incomplete)]


@program.command(help="In JSON Schema của một loại văn bản, ví dụ congvan.")
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
    click.echo(_json(model.model_json_schema()))


@program.command(help="Liệt kê các gói mẫu có sẵn.")
def packs() -> None:
    """List the shipped packs."""
    from vbhc.cli.tables import aligned
    from vbhc.packs import list_packs

    rows = [("Gói", "Phiên bản", "Loại", "Tiêu đề", "Thư mục")]
    rows += [(pack.ten, pack.phien_ban, pack.loai, pack.tieu_de, str(folder)) for pack, folder in list_packs()]
    for line in aligned(rows):
        click.echo(line)


@program.command(help='In mã gợi ý lệnh cho bash, zsh hoặc fish, ví dụ: eval "$(vbhc completion bash)".')
@click.argument("shell", metavar="VỎ_LỆNH", type=click.Choice(("bash", "zsh", "fish")))
def completion(shell: str) -> None:
    """Print the completion script of a shell."""
    kind = get_completion_class(shell)
    if kind is not None:
        made = kind(program, {}, "vbhc", "_VBHC_COMPLETE")
        click.echo(made.source_template % made.source_vars())  # source() would ask the shell for its version


def _echo(text: str, *, err: bool = False) -> None:
    if text:
        click.echo(text, err=err)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)
