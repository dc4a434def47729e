"""click in Vietnamese: help pages and usage errors, none of click's own words left."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from typing import Any

import click


class Formatter(click.HelpFormatter):
    """Help pages whose usage line is Vietnamese."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The usage line."""
        super().write_usage(prog, args, prefix or "Cách dùng: ")


class Context(click.Context):
    """A context that formats with `Formatter`."""

    formatter_class = Formatter


class _InVietnamese(click.Command):
    """What commands and groups share."""

    context_class = Context

    def __init__(self, *args: Any, **attributes: Any) -> None:
        attributes.setdefault("options_metavar", "[TÙY CHỌN]")
        super().__init__(*args, **attributes)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Xem hướng dẫn này rồi thoát."
        return option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options with the help that we wrote; click would add words of its own to it."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [(option.get_help_record(ctx), option.help or "") for option in options]
        with formatter.section("Tùy chọn"):
            formatter.write_dl([(record[0], words) for record, words in records if record])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does; some of its errors do not tell where they happened."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise


class Command(_InVietnamese):
    """One command."""

    allow_extra_args = True  # so that it is we who refuse them

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuses arguments that nobody takes."""
        extra = super().parse_args(ctx, args)
        if extra and not ctx.resilient_parsing:
            raise click.UsageError(f"Thừa tham số: {' '.join(map(_quoted, extra))}.", ctx)
        return extra


class Group(_InVietnamese, click.Group):
    """A command with commands under it."""

    command_class = Command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each command with the first sentence of its help, in the order in which they were defined."""
        with formatter.section("Lệnh"):
            formatter.write_dl([(name, command.get_short_help_str(90)) for name, command in self.commands.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Refuses a command that there is not, with the one that may have been meant."""
        if args[0] not in self.commands and not ctx.resilient_parsing:
            near = _meant(difflib.get_close_matches(args[0], self.commands, n=1))
            raise click.UsageError(f"Không có lệnh {_quoted(args[0])}.{near}", ctx)
        return super().resolve_command(ctx, args)


def show(error: click.ClickException) -> None:
    """Tell on stderr what was wrong with the use of the command line, and where help is."""
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if ctx is not None:
        click.echo(f"{ctx.get_usage()}\nXem hướng dẫn: {ctx.command_path} --help\n", err=True)
    click.echo(f"LỖI: {_explain(error)}", err=True)


def _explain(error: click.ClickException) -> str:
    say = next((say for kind, say in _EXPLANATIONS.items() if isinstance(error, kind)), None)
    return say(error) if say else error.message


def _no_such_option(error: click.NoSuchOption) -> str:
    return f"Không có tùy chọn {_quoted(error.option_name)}.{_meant(error.possibilities)}"


def _missing(error: click.MissingParameter) -> str:
    kind = "tùy chọn" if isinstance(error.param, click.Option) else "tham số"
    return f"Thiếu {kind} {_name(error)}."


def _bad_value(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"{_name(error)} phải là một trong: {', '.join(_quoted(str(it)) for it in kind.choices)}."
    return f"Giá trị của {_name(error)} không dùng được: {error.message}"


def _bad_option(error: click.BadOptionUsage) -> str:
    params = error.ctx.command.params if error.ctx else []
    is_flag = any(isinstance(p, click.Option) and p.is_flag and error.option_name in p.opts for p in params)
    return f"Tùy chọn {_quoted(error.option_name)} {'không nhận giá trị' if is_flag else 'cần một giá trị đi kèm'}."


# The more special kind stands first. Other errors are our own and already Vietnamese.
_EXPLANATIONS: dict[type[click.ClickException], Callable[[Any], str]] = {
    click.NoSuchOption: _no_such_option,
    click.MissingParameter: _missing,
    click.BadParameter: _bad_value,
    click.BadOptionUsage: _bad_option,
}


def _name(error: click.BadParameter) -> str:
    param = error.param
    if param is None:
        return "tham số"
    return _quoted(" / ".join(param.opts) if isinstance(param, click.Option) else param.human_readable_name)


def _meant(near: list[str] | None) -> str:
    return f" Có phải {_quoted(near[0])}?" if near else ""


def _quoted(text: str) -> str:
    return f"«{text}»"
