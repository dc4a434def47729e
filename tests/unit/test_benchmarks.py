"""The benchmarks still run, and still compare the same work."""

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


def it_checks_the_letter_and_the_plan_of_the_demo() -> None:
    ran = subprocess.run(
        [sys.executable, str(BENCHMARKS / "check.py"), "1"], capture_output=True, text=True, check=False, timeout=120
    )
    assert ran.returncode == 0, ran.stderr
    assert "ke-hoach-dti" in ran.stdout


def it_measures_the_same_table_by_both() -> None:
    ran = subprocess.run(
        [sys.executable, str(BENCHMARKS / "bang.py"), "60", "1"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr
    assert "60 rows: vbhc" in ran.stdout
