"""How a batch is to be run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """How letters are made, and what may happen to what an earlier run left.

    ``pack``: a pack by name or folder, else the one named after the type of the văn bản; ``issue``: issued, so that no
    blank and no breach of the decree is let through; ``danh_so_lai``: mục counted anew. ``resume``: letters that stand
    as they would be made again are left alone; ``force``: what stands in the place of a letter is written over;
    ``together``: all letters that could be written also come as one file, for printing.
    """

    pack: str | None = None
    issue: bool = False
    danh_so_lai: bool = False
    resume: bool = False
    force: bool = False
    together: bool = False
