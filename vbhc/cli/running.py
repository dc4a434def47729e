"""One run of the command line: streams that take any letter, and every failure as Vietnamese words and an exit code."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Sequence

import click

from vbhc.cli.commands import program
from vbhc.cli.unreadable import STANDARD
from vbhc.cli.vietnamese import show
from vbhc.errors import InputError, TemplateError, VbhcError, reason_of

DONE, FORBIDDEN, UNUSABLE, INTERRUPTED = 0, 1, 2, 130

_FINDINGS_FORBID = (InputError, TemplateError)
_UNEXPECTED = (
    "LỖI: vbhc gặp một lỗi ngoài dự kiến; đây là lỗi của chương trình. Hãy báo cho người phụ trách vbhc,\n"
    "kèm câu lệnh đã chạy và kết quả khi chạy lại với biến môi trường VBHC_DEBUG=1."
)


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code.

    0: done; 1: findings forbid the result; 2: wrong use or unreadable input; 130: interrupted by Ctrl-C.
    """
    _take_any_letter()
    try:
        return program.main(args, prog_name="vbhc", standalone_mode=False) or DONE
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        show(error)
        return UNUSABLE
    except VbhcError as error:
        click.echo(f"LỖI: {error}", err=True)
        return FORBIDDEN if isinstance(error, _FINDINGS_FORBID) else UNUSABLE
    except Exception as error:
        if os.environ.get("VBHC_DEBUG") == "1":
            traceback.print_exc()
        click.echo(_said_of(error), err=True)
        return UNUSABLE


def _said_of(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"LỖI: Không đọc hoặc ghi được «{error.filename or STANDARD}»: {reason_of(error)}."
    return _UNEXPECTED


def _take_any_letter() -> None:
    """A console of Windows or LANG=C has no Vietnamese letters; what cannot be written must not end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
