"""How far long work is: one line on a terminal, gone when the work ends, and nothing where nobody looks."""

from __future__ import annotations

import math
import shutil
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from typing import Self

import click

from vbhc.text.numbers import format_number

_BAR_WIDTH = 20


class Progress:
    """A line on stderr that counts to ``total``: ``with Progress(len(letters), unit="thư") as progress: …``.

    Only a terminal gets it, and only work of more than one piece. ``clock`` gives seconds from any beginning.
    """

    def __init__(self, total: int, *, unit: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._total, self._unit, self._clock = total, unit, clock
        self._seen = total > 1 and sys.stderr.isatty()
        self._done, self._began, self._width = 0, clock(), 0

    def __enter__(self) -> Self:
        self._show("")
        return self

    def __exit__(self, *failure: object) -> None:
        if self._seen:
            self._draw("")

    def step(self, label: str = "") -> None:
        """One more piece is done; ``label`` names it."""
        self._done += 1
        self._show(label)

    def _show(self, label: str) -> None:
        if self._seen:
            words = how_far(self._done, self._total, seconds=self._clock() - self._began, unit=self._unit)
            # A line that the terminal breaks in two can no longer be written over.
            self._draw(f"{words}  {label}".rstrip()[: shutil.get_terminal_size().columns - 1])

    def _draw(self, line: str) -> None:
        # Blanks, for old consoles of Windows print a control sequence that erases as letters.
        click.echo(f"\r{line.ljust(self._width)}\r", nl=False, err=True)
        self._width = len(line)


def how_far(done: int, total: int, *, seconds: float, unit: str) -> str:
    """The bar, the count, and as soon as they can be known the rate and the time left.

    >>> how_far(30, 120, seconds=6, unit="thư")
    '█████░░░░░░░░░░░░░░░ 30/120 thư, 5,0 thư/giây, còn 18 giây'
    >>> how_far(0, 120, seconds=0, unit="thư")
    '░░░░░░░░░░░░░░░░░░░░ 0/120 thư'
    """
    full = _BAR_WIDTH * done // total
    parts = [f"{'█' * full}{'░' * (_BAR_WIDTH - full)} {done}/{total} {unit}"]
    if done and seconds > 0:
        parts.append(f"{format_number(Decimal(done / seconds), digits=1)} {unit}/giây")
    if 0 < done < total and seconds > 0:
        parts.append(f"còn {_in_words(math.ceil(seconds / done * (total - done)))}")
    return ", ".join(parts)


def _in_words(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    counts = {"giờ": hours, "phút": minutes, "giây": seconds}
    return " ".join([f"{count} {unit}" for unit, count in counts.items() if count][:2])
