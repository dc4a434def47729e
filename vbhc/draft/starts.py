"""What ``vbhc new`` gives: a bản thảo of each type to begin with, which renders as it stands."""

from __future__ import annotations

from importlib.resources import files

from vbhc.model.registry import model_of


def start_of(loai: str) -> str:
    """The bản thảo to begin a văn bản of the type ``loai`` with; raises `InputError` that says which there are."""
    model_of(loai)
    return (files("vbhc.draft") / "mau" / f"{loai}.md").read_text("utf-8")
