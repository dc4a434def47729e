"""What several commands are made of: options, readers of their values, completion, and how words are put out."""

from __future__ import annotations

import json
from pathlib import Path

import click
from click.shell_completion import CompletionItem

PATH = click.Path(readable=False)  # whether it can be used is told by the room that uses it
FORCE = click.option("--force", is_flag=True, help="Cho phép ghi đè tệp đã có.")


def pairs(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """The values of an option given as NAME=VALUE, by name; raises `click.BadParameter` with all that are not."""
    parted = [text.partition("=") for text in given]
    wrong = ", ".join(f"«{field}{sign}{header}»" for field, sign, header in parted if not (field and header))
    if wrong:
        raise click.BadParameter(f"{wrong} không theo dạng {str(param.metavar).lower()}.")
    return {field: header for field, _, header in parted}


def named_docx(out: str) -> str:
    """A name that Word opens by; raises `click.BadParameter` for another."""
    if Path(out).suffix.lower() != ".docx":
        example = f"{Path(out).stem or 'van-ban'}.docx"
        raise click.BadParameter(
            f"«{out}» không có đuôi .docx; vbhc chỉ ghi tệp Word, hãy đặt tên như {example} "
            "(cần PDF thì mở tệp Word đó rồi lưu thành PDF)."
        )
    return out


def complete_pack(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The shipped packs whose names begin so."""
    from vbhc.packs import list_packs

    packs = (manifest for manifest, _ in list_packs())
    return [CompletionItem(pack.ten, help=pack.tieu_de) for pack in packs if pack.ten.startswith(incomplete)]


def say(text: str, *, err: bool = False) -> None:
    """Print words, where there are any."""
    if text:
        click.echo(text, err=err)


def in_json(data: object) -> str:
    """Data as JSON that people can read."""
    return json.dumps(data, ensure_ascii=False, indent=2)


PACK = click.option(
    "--pack",
    metavar="GÓI",
    shell_complete=complete_pack,
    help="Tên hoặc thư mục gói mẫu; không nêu thì là gói cùng tên với loại văn bản.",
)
ISSUE = click.option("--issue", is_flag=True, help="Ban hành: không được còn chỗ trống.")
DATA = click.option(
    "--data",
    metavar="TÊN=TỆP",
    multiple=True,
    callback=pairs,
    help="Dùng tệp này thay cho tệp ghi ở so_lieu của bản thảo; ghi được nhiều lần.",
)
FIELDS = click.option(
    *("--set", "fields"),
    metavar="TRƯỜNG=GIÁ_TRỊ",
    multiple=True,
    callback=pairs,
    help="Đặt giá trị của một trường, ví dụ thoi_gian=5/6/2026; ghi được nhiều lần.",
)
DANH_SO_LAI = click.option("--danh-so-lai", is_flag=True, help="Đánh lại số các mục của bản thảo theo thứ tự.")
