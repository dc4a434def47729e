"""Goldens: files under ``tests/golden`` that say in plain lines what a result looks like."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

Golden = Callable[[str, str], None]


def comparer(folder: Path, *, rewrite: bool) -> Golden:
    """A function ``golden(name, text)`` that holds ``text`` against ``folder/name.txt``, or writes it there."""

    def golden(name: str, text: str) -> None:
        path = folder / f"{name}.txt"
        if rewrite:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        elif not path.is_file():
            pytest.fail(f"{path} is not there yet: look at the result, then run pytest --rewrite-goldens")
        elif (kept := path.read_text(encoding="utf-8")) != text:
            pytest.fail(_difference(path, kept, text), pytrace=False)

    return golden


def _difference(path: Path, kept: str, text: str) -> str:
    lines = difflib.unified_diff(kept.splitlines(), text.splitlines(), f"{path.name} (kept)", "now", lineterm="", n=1)
    advice = "if this is what you want, run pytest --rewrite-goldens and look at the difference before you commit"
    return "\n".join([f"{path} differs:", *lines, advice])
