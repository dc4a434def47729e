"""Many letters from one bản thảo: each whole or told why not, none over another, a broken run gone on with."""

from vbhc.batch.batching import render_batch
from vbhc.batch.letters import Letter, Letters, letters_by, letters_of_rows
from vbhc.batch.options import BatchOptions
from vbhc.batch.results import BatchResult, LetterResult, LetterState

__all__ = [
    "BatchOptions",
    "BatchResult",
    "Letter",
    "LetterResult",
    "LetterState",
    "Letters",
    "letters_by",
    "letters_of_rows",
    "render_batch",
]
