"""One run of the command line: streams that take any letter, and every failure as Vietnamese words and an exit code."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence

import click

from vbhc.cli.commands import program
from vbhc.cli.unexpected import said_of
from vbhc.cli.vietnamese import show
from vbhc.errors import CheckError, InputError, TemplateError, VbhcError

DONE, FORBIDDEN, UNUSABLE, INTERRUPTED = 0, 1, 2, 130

_FINDINGS_FORBID = (InputError, TemplateError, CheckError)


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
        click.echo(f"LỖI: {said_of(error)}", err=True)
        return UNUSABLE


def _take_any_letter() -> None:
    """A console of Windows or LANG=C has no Vietnamese letters; what cannot be written must not end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
