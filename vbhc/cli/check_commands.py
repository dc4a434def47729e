"""``vbhc check`` and ``vbhc rules``: what Word files do otherwise than the decree asks, and by which rules."""

from __future__ import annotations

from typing import Any

import click
from click.shell_completion import CompletionItem

from vbhc.cli.options import FORCE, PATH, named_docx, say
from vbhc.cli.vietnamese import Command


def _docx_name(ctx: click.Context, param: click.Parameter, out: str | None) -> str | None:
    return out if out is None else named_docx(out)


def _complete_rule(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from vbhc.check import RULES

    return [CompletionItem(it.code, help=it.lesson.ten) for it in RULES if it.code.startswith(incomplete.upper())]


@click.command(
    cls=Command, help="Kiểm tra thể thức của tệp Word có sẵn theo Nghị định 30/2020: chỗ nào, sai gì, sửa thế nào."
)
@click.argument("files", metavar="TỆP...", type=PATH, nargs=-1, required=True)
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
    type=PATH,
    callback=_docx_name,
    help="Ghi thêm một bản .docx có chú thích (comment) ở từng chỗ cần sửa; tệp gốc giữ nguyên.",
)
@FORCE
def check(files: tuple[str, ...], **asked: Any) -> int:
    """Tell what files do otherwise than the decree asks; errors give exit code 1, an unreadable file 2."""
    from vbhc.cli import check_report
    from vbhc.cli.checking import Asked, check_files, refuse_wrong_use, write_marked
    from vbhc.cli.sarif import to_sarif

    wanted = Asked(**asked)
    refuse_wrong_use(files, wanted)
    outcomes = list(check_files(files, wanted))
    tell = to_sarif if wanted.sarif else check_report.to_json if wanted.as_json else check_report.describe
    say("\n".join(check_report.reasons(outcomes)), err=True)
    say(tell(outcomes, wanted.least))
    say(write_marked(outcomes[0], wanted), err=wanted.as_json or wanted.sarif)
    return max(outcome.code for outcome in outcomes)


@click.command(cls=Command, help="Liệt kê các quy tắc kiểm tra, hoặc giải thích một quy tắc, ví dụ: vbhc rules KT002.")
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
