"""The benchmarks still run, and still compare the same letter."""

import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def it_measures_the_same_letter_by_both() -> None:
    ran = subprocess.run(
        [sys.executable, str(BENCHMARKS / "cong_van.py"), "1"], capture_output=True, text=True, check=False, timeout=60
    )
    assert ran.returncode == 0, ran.stderr
    assert "the same in both" in ran.stdout
