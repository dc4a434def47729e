"""The command line: a thin shell over the API that speaks Vietnamese."""

from __future__ import annotations

from vbhc.cli.running import main

__all__ = ["main"]
