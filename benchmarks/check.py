"""How long `vbhc check` takes: the letter of two pages and the kế hoạch of some thirty, from bytes to findings."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from vbhc import check
from vbhc.demo import write_demo


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_demo(Path(folder, "demo"))
        files = {name: Path(folder, "demo", f"{name}.docx").read_bytes() for name in ("don-doc-dti", "ke-hoach-dti")}
    for name, data in files.items():
        report = check(data)
        assert report.ok, report
        seconds = statistics.median(timed(data) for _ in range(rounds))
        print(f"{name:14} {len(data) >> 10:4} KB {seconds * 1000:8.1f} ms, {len(report)} findings")


def timed(data: bytes) -> float:
    start = time.perf_counter()
    check(data)
    return time.perf_counter() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
