"""Rows of text in columns that stand under one another."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence

LABEL_WIDTH = 60


def aligned(rows: Sequence[Sequence[str]], *, justify: Callable[[str, int], str] = str.ljust) -> Iterator[str]:
    """The rows as lines; the first column is wrapped where it is long, the others are placed by ``justify``."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    label_width = min(widths[0], LABEL_WIDTH)
    for label, *cells in rows:
        first, *more = textwrap.wrap(label, label_width) or [""]
        placed = (justify(text, width) for text, width in zip(cells, widths[1:], strict=True))
        yield "  ".join((first.ljust(label_width), *placed)).rstrip()
        yield from (f"  {line}" for line in more)
